//! What is wrong with the text of one cell.

use chrono::NaiveDate;

use super::argument::{Table, Words};
use super::declare::problems;

problems! {
    /// Why a cell cannot be read.
    CellError {
        /// A cell that must be filled in is empty.
        Empty
        = "D010" Error "empty-cell",
        "the cell is empty",
        "this column must be filled in";
        /// Not a whole number, zero or more.
        NotWhole {
            /// The cell's text.
            text: String,
        } = "D011" Error "not-whole",
        "`{text}` is not a whole number",
        "write digits, such as `12`, or leave the cell empty where nobody says";
        /// Neither a whole number nor a range.
        NotASpan {
            /// The cell's text.
            text: String,
        } = "D011" Error "not-a-span",
        "`{text}` is neither a whole number nor a range",
        "write `8`, or `8-12` with the least first";
        /// Not a number of hours.
        NotHours {
            /// The cell's text.
            text: String,
        } = "D011" Error "not-hours",
        "`{text}` is not a number of hours",
        "write hours with at most two decimals, such as `13,5`";
        /// Not an amount of money.
        NotKroner {
            /// The cell's text.
            text: String,
        } = "D011" Error "not-kroner",
        "`{text}` is not an amount in kroner",
        "write kroner with at most two decimals, such as `1 200` or `1200,50`";
        /// Not a share of a whole.
        NotAShare {
            /// The cell's text.
            text: String,
        } = "D011" Error "not-a-share",
        "`{text}` is not a share",
        "write a percentage with its sign, such as `85 %`";
        /// Not a date.
        NotADate {
            /// The cell's text.
            text: String,
        } = "D011" Error "not-a-date",
        "`{text}` is not a date",
        "write the whole date, such as `31.12.2026` or `2026-12-31`";
        /// A day that no month has, or a month that no year has.
        NoSuchDate {
            /// The cell's text.
            text: String,
        } = "D011" Error "no-such-date",
        "`{text}` is a date that does not exist",
        "check the day and the month";
        /// Neither a date nor a part of one.
        NotAPartialDate {
            /// The cell's text.
            text: String,
        } = "D011" Error "not-a-partial-date",
        "`{text}` is not a date or a part of one",
        "write `31.12.2026`, `2026-09`, `2026-autumn`, `2026`, or `12-31` without a year";
        /// Neither yes nor no.
        NeitherYesNorNo {
            /// The cell's text.
            text: String,
        } = "D011" Error "neither-yes-nor-no",
        "`{text}` is neither yes nor no",
        "write `ja` or `nei`, or leave the cell empty where nobody says";
        /// Not an age band.
        NotAges {
            /// The cell's text.
            text: String,
        } = "D011" Error "not-ages",
        "`{text}` is not an age band",
        "write `18+`, `<65`, `<=55`, `14-20` or `voksne`";
        /// Not a municipality's number.
        NotAMunicipality {
            /// The cell's text.
            text: String,
        } = "D011" Error "not-a-municipality",
        "`{text}` is not a municipality number",
        "write the four digits, such as `4601` for Bergen";
        /// Not the number of an organisation. The digits are left out: those of a sole trader lead
        /// to a person.
        NotAnOrganisationNumber
        = "D011" Error "not-an-organisation-number",
        "the organisation number does not have nine digits with a right control digit",
        "look it up in the register of legal entities (Brønnøysund)";
        /// Not a year of birth.
        NotABirthYear {
            /// The cell's text.
            text: String,
        } = "D011" Error "not-a-birth-year",
        "`{text}` is not a year of birth",
        "write four digits, such as `1957`, and nothing else of the date";
        /// Not a web address.
        NotAUrl {
            /// The cell's text.
            text: String,
        } = "D011" Error "not-a-url",
        "`{text}` is not a web address",
        "write the whole address, starting with `https://`";
        /// Not a word of the list that the column takes its words from.
        NotAWord {
            /// The cell's text.
            text: String,
            /// The nearest word, if one is near.
            nearest: Option<String>,
            /// The list.
            words: Words,
        } = "D011" Error "not-a-word",
        "`{text}` is not a word that can stand here",
        "did you mean `{nearest}`? one of: {words}",
        without "write one of: {words}";
        /// Not an id.
        NotAnId {
            /// The cell's text.
            text: String,
            /// How many characters an id may have.
            most: usize,
        } = "D011" Error "not-an-id",
        "`{text}` is not an id",
        "write 1 to {most} letters, digits, `-`, `_` or `.`, without spaces";
        /// Eleven digits, which may be a national identity number and are never shown.
        ElevenDigits
        = "D011" Error "eleven-digits",
        "eleven digits where an id should stand",
        "never use a national identity number as an id; write a short name such as `KOLS-1`";
        /// A list names a municipality that several are called.
        SeveralMunicipalities {
            /// The name as the list writes it.
            name: String,
            /// The date on which they are called so.
            date: NaiveDate,
            /// How many they are.
            count: usize,
            /// Their numbers, names and counties.
            numbers: String,
        } = "D011" Error "several-municipalities",
        "{count} municipalities are called `{name}` on {date}",
        "write the number: {numbers}";
        /// A list names a municipality that is no longer one.
        FormerMunicipality {
            /// The name as the list writes it.
            name: String,
            /// The first date on which it was none.
            since: NaiveDate,
            /// Numbers and names of what it became part of.
            became: String,
        } = "D011" Error "former-municipality",
        "`{name}` has been no municipality since {since}",
        "write what it became: {became}";
        /// A list names a municipality that there is not.
        NoMunicipalityOfName {
            /// The name as the list writes it.
            name: String,
            /// The date on which none is called so.
            date: NaiveDate,
            /// The nearest name, if one is near.
            nearest: Option<String>,
        } = "D011" Error "no-municipality-of-name",
        "no municipality is called `{name}` on {date}",
        "did you mean `{nearest}`? write its name or its four digits",
        without "write its name or its four digits, such as `4601` for Bergen";
        /// A list names a row by a name that several have.
        SeveralRowsOfName {
            /// The table.
            table: Table,
            /// The name as the list writes it.
            name: String,
            /// How many rows have it.
            count: usize,
            /// Their ids.
            ids: String,
        } = "D011" Error "several-rows-of-name",
        "{count} rows of `{table}` are called `{name}`",
        "write the id: {ids}";
        /// A list names a row that its table does not have.
        NoRowOfName {
            /// The table.
            table: Table,
            /// The id or name as the list writes it.
            name: String,
            /// The nearest name, if one is near.
            nearest: Option<String>,
        } = "D011" Error "no-row-of-name",
        "`{table}` has no row with the id or name `{name}`",
        "did you mean `{nearest}`? add the row first, or write the id or name of one that is there",
        without "add the row first, or write the id or name of one that is there";
    }
}
