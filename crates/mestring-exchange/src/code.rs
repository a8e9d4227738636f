//! The stable codes of this crate's errors and findings.
//!
//! `X0..` stop the reading of a file, `X1..` are findings beside what was read. A code is never
//! given a second meaning.

/// Every code with what it stands for, in the order of the codes.
pub const CODES: &[(&str, &str)] = &[
    ("X001", "the file or folder is not there"),
    ("X002", "a file where a folder is needed"),
    ("X003", "a folder where a file is needed"),
    ("X004", "the operating system refuses"),
    ("X005", "the file is too large"),
    ("X006", "the file is not text"),
    ("X007", "the file is not an .xlsx workbook"),
    ("X008", "the workbook is damaged"),
    ("X009", "the sheet is too large"),
    ("X010", "the table holds national identity numbers"),
    ("X011", "the text is not UTF-8"),
    ("X012", "the folder is not a pack"),
    ("X013", "the workbook cannot be written"),
    ("X014", "the folder or workbook holds no table"),
    ("X015", "the mapping cannot be read"),
    ("X016", "a desk names a folder of rules that is not there"),
    ("X017", "a table of the desk cannot be added to"),
    (
        ENCODING,
        "the encoding and the separator that were detected",
    ),
    (LETTERS, "letters were damaged before the file came here"),
    (EXTRA_CELLS, "a row has more cells than there are headings"),
    (FEW_CELLS, "a row has fewer cells than there are headings"),
    (OPEN_QUOTE, "a quotation mark is never closed"),
    (TWICE, "a heading stands twice"),
    (NO_HEADING, "a column has cells but no heading"),
    (HEADING_ROW, "the headings do not stand in the first row"),
    (NO_TABLE, "there is no table"),
    (HIDDEN_SHEET, "the sheet is hidden"),
    (ERROR_VALUE, "a cell holds a spreadsheet's error"),
    (FORMULA, "cells hold formulas"),
    (NOT_COMPUTED, "a formula has no computed value"),
    (MERGED, "cells are merged"),
    (NO_SHEET, "the sheet holds no table"),
    (NO_YEAR, "a date is shown without its year"),
    (EMPTY_DESK, "the desk has no rows"),
    (DIFFERS, "a list says something else than the desk"),
    (LEFT_OUT, "a cell or row of a list was left out of the desk"),
    (NO_FIT, "no table of a desk fits a list"),
    (WAITING, "cells that imports left out wait to be mended"),
    (
        LIKELY_NUMBER,
        "a number may be a national identity number, mistyped",
    ),
    (RECODED, "a table of the desk got another encoding"),
];

pub(crate) const ENCODING: &str = "X101";
pub(crate) const LETTERS: &str = "X102";
pub(crate) const EXTRA_CELLS: &str = "X103";
pub(crate) const FEW_CELLS: &str = "X104";
pub(crate) const OPEN_QUOTE: &str = "X105";
pub(crate) const TWICE: &str = "X106";
pub(crate) const NO_HEADING: &str = "X107";
pub(crate) const HEADING_ROW: &str = "X108";
pub(crate) const NO_TABLE: &str = "X109";
pub(crate) const HIDDEN_SHEET: &str = "X110";
pub(crate) const ERROR_VALUE: &str = "X111";
pub(crate) const FORMULA: &str = "X112";
pub(crate) const NOT_COMPUTED: &str = "X113";
pub(crate) const MERGED: &str = "X114";
pub(crate) const NO_SHEET: &str = "X115";
pub(crate) const NO_YEAR: &str = "X116";
pub(crate) const EMPTY_DESK: &str = "X117";
pub(crate) const DIFFERS: &str = "X118";
pub(crate) const LEFT_OUT: &str = "X119";
pub(crate) const NO_FIT: &str = "X120";
pub(crate) const WAITING: &str = "X121";
pub(crate) const LIKELY_NUMBER: &str = "X122";
pub(crate) const RECODED: &str = "X123";

#[cfg(test)]
mod tests {
    use super::CODES;

    #[test]
    fn codes_are_listed_once_and_in_order() {
        assert!(CODES.len() > 20);
        for pair in CODES.windows(2) {
            assert!(
                pair[0].0 < pair[1].0,
                "{} stands after {}",
                pair[1].0,
                pair[0].0
            );
        }
    }
}
