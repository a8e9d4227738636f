//! What is wrong or worth knowing about the cells of a file, before anybody has said what its
//! columns mean.

use super::declare::problems;

problems! {
    /// What is wrong or worth knowing about rows, headings and cells as a spreadsheet shows them.
    GridProblem {
        /// Letters were damaged before the file came here.
        DamagedLetters
        = "X102" Warning "damaged-letters",
        "letters were damaged before the file came here, as in `Ã¸` for `ø`",
        "export the list again as `CSV UTF-8`";
        /// A row has more cells than there are headings.
        ExtraCells {
            /// How many cells it has.
            cells: usize,
            /// How many headings there are.
            headings: usize,
            /// The start of the cells that were not read.
            shown: String,
        } = "X103" Error "extra-cells",
        "the row has {cells} cells, the heading has {headings}; not read: `{shown}`",
        "put quotation marks around a cell that holds the separator";
        /// A row has more cells than there are headings, and they hold a long number, which is not
        /// shown.
        ExtraCellsHidden {
            /// How many cells it has.
            cells: usize,
            /// How many headings there are.
            headings: usize,
        } = "X103" Error "extra-cells-hidden",
        "the row has {cells} cells, the heading has {headings}; not read: (not shown, as it holds a long number)",
        "put quotation marks around a cell that holds the separator";
        /// A row has fewer cells than there are headings.
        FewCells {
            /// How many cells it has.
            cells: usize,
            /// How many headings there are.
            headings: usize,
        } = "X104" Warning "few-cells",
        "the row has {cells} cells, the heading has {headings}",
        "the missing cells are read as empty; check that none is left out in the middle";
        /// A heading stands twice.
        HeadingTwice {
            /// The letters of the first column.
            first: String,
            /// The letters of the second.
            second: String,
        } = "X106" Error "heading-twice",
        "the heading stands twice, in {first} and {second}",
        "give each column a heading of its own; the first one is read";
        /// A column inside the table has cells but no heading.
        NoHeading {
            /// How many cells are filled.
            cells: usize,
        } = "X107" Warning "no-heading",
        "the column has {cells} filled cells but no heading",
        "write a heading above it or empty the column";
        /// A column beside the table has cells but no heading, and was left out.
        NoHeadingNotRead {
            /// How many cells are filled.
            cells: usize,
        } = "X107" Warning "no-heading-not-read",
        "the column has {cells} filled cells but no heading and is not read",
        "write a heading above it or empty the column";
        /// Empty rows stand above the headings.
        EmptyRowsAbove
        = "X108" Note "empty-rows-above",
        "the headings were taken from this row, the rows above are empty",
        "";
        /// A title stands above the headings.
        TitleAbove
        = "X108" Note "title-above",
        "the headings were taken from this row, the rows above were not read",
        "";
        /// Rows that may have been meant as headings stand above those that were taken.
        RowsAbove
        = "X108" Warning "rows-above",
        "the headings were taken from this row, the rows above were not read",
        "if that is wrong, delete the rows above the headings";
        /// A hidden sheet was read.
        HiddenSheet
        = "X110" Note "hidden-sheet",
        "the sheet is hidden and was read all the same",
        "";
        /// A cell holds a spreadsheet's error.
        ErrorValue {
            /// The cell, such as `G8`.
            cell: String,
            /// The error, such as `#DIV/0!`.
            error: String,
        } = "X111" Error "error-value",
        "the cell {cell} holds the error `{error}` and is read as empty",
        "mend the formula or write the value";
        /// A cell holds a formula whose last value was read.
        Formula {
            /// The cell, such as `G5`.
            cell: String,
        } = "X112" Note "formula",
        "the cell {cell} holds a formula; its last computed value was read",
        "";
        /// Several cells of a column hold formulas whose last values were read.
        Formulas {
            /// How many.
            cells: usize,
            /// The first, such as `G5`.
            first: String,
        } = "X112" Note "formulas",
        "{cells} cells from {first} down hold formulas; their last computed values were read",
        "";
        /// A formula has no computed value.
        NotComputed {
            /// The cell, such as `G5`.
            cell: String,
        } = "X113" Error "not-computed",
        "the cell {cell} holds a formula that was never computed",
        "open the workbook in a spreadsheet and save it";
        /// Cells are merged.
        Merged {
            /// The cells, such as `A7:A8`.
            range: String,
            /// The one that holds the value.
            first: String,
        } = "X114" Warning "merged-cells",
        "the cells {range} are merged; the value stands in {first} alone",
        "unmerge them and write the value into each cell that it belongs to";
        /// A sheet has no filled cell.
        EmptySheet
        = "X115" Note "empty-sheet",
        "the sheet is empty",
        "";
        /// A sheet holds no cells at all, such as a chart.
        NotASheet
        = "X115" Note "not-a-sheet",
        "the sheet is no table of cells",
        "";
        /// A date is shown without its year.
        NoYear {
            /// The cell, such as `K5`.
            cell: String,
        } = "X116" Warning "no-year",
        "the cell {cell} shows a day without its year",
        "if a range such as `8-12` was typed, the spreadsheet made it a date: format the column as text and type it again";
    }
}
