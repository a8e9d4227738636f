//! What is wrong or worth knowing about a file.

use super::declare::problems;
use crate::terms;

terms! {
    /// What parts the cells of a CSV file.
    Separator "separator" {
        /// `;`
        Semicolon = "semicolons", "semikolon", "semikolon";
        /// `,`
        Comma = "commas", "komma", "komma";
        /// A tabulator.
        Tab = "tabs", "tabulator", "tabulator";
        /// `|`
        Bar = "vertical_bars", "loddrette streker", "loddrette strekar";
    }
}

problems! {
    /// What is wrong or worth knowing about a file as a whole.
    FileProblem {
        /// The file is larger than may be read.
        TooLarge {
            /// The file.
            file: String,
            /// Its size in megabytes, rounded up.
            megabytes: u64,
            /// The greatest size in megabytes.
            limit: u64,
        } = "X005" Error "file-too-large",
        "`{file}` has {megabytes} MB, the limit is {limit} MB",
        "keep only the rows and columns that the table needs";
        /// A zip archive, as a workbook is, named as CSV.
        ZipAsCsv {
            /// The file.
            file: String,
        } = "X006" Error "zip-as-csv",
        "`{file}` is read as CSV but is a workbook or another zip archive",
        "give it the ending `.xlsx` if it is a workbook";
        /// A zip archive that is no `.xlsx` workbook, named as CSV.
        OtherZipAsCsv {
            /// The file.
            file: String,
        } = "X006" Error "other-zip-as-csv",
        "`{file}` is read as CSV but is another zip archive, such as .ods or .docx",
        "save the table as `CSV UTF-8` or as an `.xlsx` workbook";
        /// An old workbook, or one with a password, named as CSV.
        OldWorkbookAsCsv {
            /// The file.
            file: String,
        } = "X006" Error "old-workbook-as-csv",
        "`{file}` is read as CSV but is an old Excel workbook (.xls) or one with a password",
        "save the table as `CSV UTF-8` or as an `.xlsx` workbook";
        /// A PDF document named as CSV.
        PdfAsCsv {
            /// The file.
            file: String,
        } = "X006" Error "pdf-as-csv",
        "`{file}` is read as CSV but is a PDF document",
        "save the table as `CSV UTF-8` or as an `.xlsx` workbook";
        /// Text in UTF-16 that does not say so.
        UnmarkedUtf16 {
            /// The file.
            file: String,
        } = "X006" Error "unmarked-utf16",
        "`{file}` is read as CSV but is text in UTF-16 without its byte order mark",
        "save it as `CSV UTF-8`";
        /// Something that is not text, named as CSV.
        BinaryAsCsv {
            /// The file.
            file: String,
        } = "X006" Error "binary-as-csv",
        "`{file}` is read as CSV but is binary data",
        "save the table as `CSV UTF-8` or as an `.xlsx` workbook";
        /// A national identity number stands in a cell; the table was refused.
        NationalNumber
        = "X010" Error "national-number",
        "an eleven-digit national number stands here",
        "nothing of the table was read; take people out of the file and its history";
        /// National identity numbers stand in several cells of a column; the table was refused.
        NationalNumbers {
            /// How many cells of the column.
            cells: usize,
        } = "X010" Error "national-numbers",
        "an eleven-digit national number stands here, the first of {cells} in this column",
        "nothing of the table was read; take people out of the file and its history";
        /// A number that may be a national identity number with a slip of the finger stands in a cell;
        /// it is kept, and never shown.
        LikelyNumber
        = "X122" Warning "likely-number",
        "eleven digits stand here that begin like a date of birth; they may be a person's national number, mistyped",
        "if so, take it out of the file and its history";
        /// Such numbers stand in several cells of a column.
        LikelyNumbers {
            /// How many cells of the column.
            cells: usize,
        } = "X122" Warning "likely-numbers",
        "eleven digits stand here that begin like a date of birth, the first of {cells} in this column; they may be a person's national number, mistyped",
        "if so, take it out of the file and its history";
        /// The encoding and the separator that were detected.
        ReadAs {
            /// The encoding's name.
            encoding: &'static str,
            /// What parts the cells.
            separator: Separator,
        } = "X101" Note "read-as",
        "read as {encoding}, separated by {separator}",
        "";
        /// The encoding, and a separator that the file itself declares and that is seldom used.
        ReadAsDeclared {
            /// The encoding's name.
            encoding: &'static str,
            /// What parts the cells.
            separator: String,
        } = "X101" Note "read-as-declared",
        "read as {encoding}, separated by `{separator}`",
        "";
        /// The encoding of a file with one column.
        ReadAsOneColumn {
            /// The encoding's name.
            encoding: &'static str,
        } = "X101" Note "read-as-one-column",
        "read as {encoding}, one column",
        "";
        /// A quotation mark is never closed.
        OpenQuote
        = "X105" Error "open-quote",
        "a quotation mark opens a cell in this row and is never closed; nothing from here on was read",
        "close it or take it away";
        /// No cell of the file is filled.
        NoTable
        = "X109" Error "no-cells",
        "there is no table: no cell is filled",
        "write the headings in the first row";
        /// No cell of the workbook is filled.
        NoTableInWorkbook
        = "X109" Error "no-cells-in-workbook",
        "there is no table: no cell is filled",
        "write the headings in the first row of a sheet";
        /// The desk has no rows.
        EmptyDesk
        = "X117" Warning "empty-desk",
        "the desk has no rows",
        "fill in a table, or start from `mestring new`";
    }
}
