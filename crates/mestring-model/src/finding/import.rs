//! What is wrong or worth knowing about a list that is taken into a desk.

use super::argument::{Column, Known, Table};
use super::declare::problems;

problems! {
    /// What is wrong or worth knowing about a list that is taken into a desk, and about what earlier
    /// lists left behind.
    ImportProblem {
        /// A list says something else than the desk.
        Differs {
            /// What the list says.
            list: String,
            /// What the desk says.
            desk: String,
        } = "X118" Warning "list-differs",
        "the list says `{list}`, the desk `{desk}`",
        "the desk's text was kept; import with `--update` to take the list's";
        /// A list says something where the desk says nothing.
        DeskSilent {
            /// What the list says.
            list: String,
        } = "X118" Warning "desk-silent",
        "the list says `{list}`, the desk nothing",
        "the desk was left as it is; import with `--update` to take the list's text";
        /// Two rows of lists have the same id and say different things.
        RowsDiffer {
            /// What this row says.
            list: String,
            /// The list of the first row.
            file: String,
            /// The first row.
            row: u32,
            /// What that row says.
            first: String,
        } = "X118" Warning "rows-differ",
        "the list says `{list}`, and row {row} of `{file}` with the same id `{first}`",
        "the first row was taken; give the other an id of its own, or make them one";
        /// Two rows of lists have the same id, and only the second says something.
        FirstRowSilent {
            /// What this row says.
            list: String,
            /// The list of the first row.
            file: String,
            /// The first row.
            row: u32,
        } = "X118" Warning "first-row-silent",
        "the list says `{list}`, and row {row} of `{file}` with the same id nothing",
        "the first row was taken; give the other an id of its own, or make them one";
        /// A row of a list lacks a cell that its table cannot do without.
        NoCell {
            /// The column.
            column: Column,
        } = "X119" Error "no-cell",
        "the row has no `{column}`",
        "this column must be filled in";
        /// A cell would be right, but its row was left out.
        RowLeftOut
        = "X119" Error "list-row-left-out",
        "the row was left out",
        "another of its cells says why";
        /// No table of a desk fits a list.
        NoTableFits {
            /// The tables there are.
            known: Known,
        } = "X120" Error "no-table-fits",
        "no table of a desk fits the list",
        "say which it is with `--as TABLE`: {known}; or take another sheet with `--sheet NAME`";
        /// A list lacks a column that its table cannot do without.
        NoColumnFits {
            /// The table that the list was taken for.
            table: Table,
            /// The column.
            column: Column,
        } = "X120" Error "no-column-fits",
        "the list was taken for `{table}`, and no heading of it is `{column}`, which must be there",
        "say which it is with `--column \"HEADING={column}\"`, or which table the list is with `--as TABLE`";
        /// Cells that earlier imports left out wait to be mended.
        Waiting {
            /// How many.
            cells: usize,
        } = "X121" Note "import-waiting",
        "{cells} cells that an import left out wait here",
        "mend the list and import it again, or remove the file";
        /// A table of the desk got another encoding, since its own lacks a letter of a list.
        Recoded
        = "X123" Warning "recoded",
        "the file's encoding lacks a letter of the list",
        "the whole file is written as UTF-8";
    }
}
