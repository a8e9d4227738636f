//! What is wrong with a table's name and headings, and with single facts, which name both.

use super::argument::{AnyHeading, Column, Known, Table};
use super::declare::problems;

problems! {
    /// What does not fit the declared tables and columns.
    TableProblem {
        /// A file or sheet has the name of no table.
        NoSuchTable {
            /// The name.
            name: String,
            /// The nearest name of a table in any language, if one is near.
            nearest: Option<String>,
            /// The tables there are.
            known: Known,
        } = "D001" Warning "no-such-table",
        "`{name}` is not a table of a desk",
        "did you mean `{nearest}`? the table was not read",
        without "the table was not read; a desk has: {known}";
        /// A file has the name of no table of a person store.
        NoSuchStoreTable {
            /// The name.
            name: String,
            /// The nearest name of a table in any language, if one is near.
            nearest: Option<String>,
            /// The tables there are.
            known: Known,
        } = "D001" Warning "no-such-store-table",
        "`{name}` is not a table of a person store",
        "did you mean `{nearest}`? the table was not read",
        without "the table was not read; a person store has: {known}";
        /// Two headings mean the same column.
        SecondColumn {
            /// The column that both mean.
            column: Column,
        } = "D004" Error "second-column",
        "a second column means `{column}`",
        "keep one of them; the first was used";
        /// A heading is not a column of the table.
        NoSuchColumn {
            /// The heading as the file writes it.
            heading: String,
            /// The table.
            table: Table,
            /// The nearest heading in any language, if one is near.
            nearest: Option<String>,
            /// The columns there are.
            known: Known,
        } = "D005" Warning "no-such-column",
        "`{heading}` is not a column of `{table}`",
        "did you mean `{nearest}`? the column was not read",
        without "the column was not read; `{table}` has: {known}";
        /// A column that the table needs is missing, so none of its rows was read.
        MissingColumn {
            /// The column.
            column: Column,
            /// The headings that it may have.
            headings: AnyHeading,
        } = "D006" Error "missing-column",
        "the column `{column}` is missing",
        "add a column with the heading {headings}";
        /// A single fact is about a table that does not exist or has no ids.
        FactTable {
            /// The table as the row names it.
            table: String,
            /// The tables whose rows have ids.
            known: Known,
        } = "D013" Error "fact-table",
        "`{table}` is not a table whose rows have ids",
        "write one of: {known}";
        /// A single fact is about a column that does not exist or cannot be set.
        FactColumn {
            /// The column as the row names it.
            column: String,
            /// The table.
            table: Table,
            /// The nearest column, if one is near.
            nearest: Option<String>,
            /// The columns there are.
            known: Known,
        } = "D013" Error "fact-column",
        "`{column}` is not a column of `{table}` that can be set",
        "did you mean `{nearest}`?",
        without "write one of: {known}";
        /// A single fact is about a row that does not exist.
        FactRow {
            /// The table.
            table: Table,
            /// The id as the row names it.
            id: String,
            /// The nearest id of that table, if one is near.
            nearest: Option<String>,
        } = "D013" Error "fact-row",
        "`{table}` has no row `{id}`",
        "did you mean `{nearest}`? write the id of a row that stands in a table of this desk",
        without "write the id of a row that stands in a table of this desk";
    }
}
