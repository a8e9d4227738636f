//! What is wrong with the rows of a person store. None of it says what a cell holds.

use chrono::NaiveDate;

use super::argument::Table;
use super::declare::problems;

problems! {
    /// What is wrong between the rows of a person store, and between them and a desk or a date.
    PersonProblem {
        /// A row says again what another row says already: the same person, run and day.
        SecondRow {
            /// The row that stands first.
            first: u32,
        } = "D032" Error "second-row",
        "row {first} is about the same person, run and day already",
        "keep one of the two; the first was used and this one left out";
        /// The same among rows from memory.
        SecondInMemory
        = "D032" Error "second-in-memory",
        "another row is about the same person, run and day already",
        "keep one of the two; the first was used and this one left out";
        /// A relative of somebody who comes as a relative.
        RelativeOfRelative
        = "D033" Error "relative-of-relative",
        "the row is about a relative of somebody who is a relative as well",
        "write the id of the patient";
        /// A number that is no municipality's on the date.
        NoMunicipality {
            /// The date.
            on: NaiveDate,
        } = "D034" Warning "no-municipality-of-person",
        "the number is no municipality's on {on}",
        "write the four digits that stand on the date";
        /// A day that has not come.
        AfterQuestion {
            /// The date of the question.
            as_of: NaiveDate,
        } = "D035" Warning "after-question",
        "the day lies after {as_of}, the date of the question",
        "correct the day, or ask on a later date";
        /// A table of persons in a language of headings that says nothing of persons.
        NoPeople {
            /// The table.
            table: Table,
        } = "D036" Warning "no-people",
        "the store has no row in `{table}`",
        "fill in a row for each person; without it nobody can be considered";
    }
}
