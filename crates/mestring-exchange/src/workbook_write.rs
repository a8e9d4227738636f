//! Writes tables as an `.xlsx` workbook that people can go on working in.
//!
//! Each sheet has its headings in bold in a frozen first row with a filter, columns as wide as their
//! cells, numbers and dates as such, and text columns formatted as text, so that a spreadsheet does
//! not make a date of `8-12`. The same tables give the same bytes: the creation date is fixed.
//! Cells are written as text or numbers, never as formulas.

use mestring_model::RawTable;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, Note, Workbook,
    Worksheet, XlsxError,
};

use crate::error::ExchangeError;

/// A sheet to write.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The name on the tab: at most 31 letters, none of `[ ] : * ? / \`.
    pub name: &'a str,
    /// The headings and cells.
    pub table: &'a RawTable,
    /// The columns' looks, by position; columns beyond are text.
    pub columns: &'a [Column],
}

/// How a column is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// What its cells are.
    pub kind: Kind,
    /// What a cell may hold, offered as a list; empty for anything. Other values stay possible
    /// after a warning, since cells may also say that something is unknown.
    pub choices: Vec<String>,
    /// What the column means, shown as a note on its heading.
    pub meaning: Option<String>,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Kind {
    /// Text.
    #[default]
    Text,
    /// A number with a decimal point or comma. Cells that are no such number, have leading zeros or
    /// more than fifteen digits are written as text.
    Number,
    /// A date, `2026-12-31`, shown as `31.12.2026`. Other cells, and dates before 1901, are text.
    Date,
}

/// So many rows below the last offer the list of choices, for rows that are added.
const SPARE_ROWS: u32 = 500;

/// A spreadsheet's limit for a list of choices, in UTF-16 units with the commas between them.
const CHOICE_LETTERS: usize = 255;

const NARROWEST: usize = 8;
const WIDEST: usize = 60;

/// The workbook's bytes.
///
/// [`workbook::read`](crate::workbook::read) gives the same cells back; numbers and dates come back
/// in the one form that it uses. A list of choices that a spreadsheet cannot hold (above 255
/// letters, or a choice with a comma) stands in the heading's note instead.
///
/// # Errors
/// [`ExchangeError::WriteWorkbook`] for a sheet name that spreadsheets refuse, two sheets of one
/// name, a cell above 32,767 letters, or more rows or columns than a sheet has.
pub fn write_workbook(sheets: &[Sheet<'_>]) -> Result<Vec<u8>, ExchangeError> {
    let mut book = Workbook::new();
    let refuse = |sheet: &str| {
        let sheet = sheet.to_owned();
        move |error: XlsxError| ExchangeError::WriteWorkbook {
            sheet,
            reason: reason(&error),
        }
    };
    let fixed = ExcelDateTime::from_ymd(2000, 1, 1).map_err(refuse("properties"))?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&fixed));
    for sheet in sheets {
        write_sheet(book.add_worksheet(), sheet).map_err(refuse(sheet.name))?;
    }
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name).collect();
    book.save_to_buffer().map_err(refuse(&names.join(", ")))
}

fn reason(error: &XlsxError) -> String {
    match error {
        XlsxError::SheetnameCannotBeBlank(_)
        | XlsxError::SheetnameLengthExceeded(_)
        | XlsxError::SheetnameContainsInvalidCharacter(_)
        | XlsxError::SheetnameStartsOrEndsWithApostrophe(_) => {
            "a sheet's name has 1 to 31 letters, none of them `[ ] : * ? / \\`, and no apostrophe \
             at its ends"
                .into()
        }
        XlsxError::SheetnameReused(_) => "two sheets have this name".into(),
        error => error.to_string().trim_end_matches('.').to_lowercase(),
    }
}

fn write_sheet(page: &mut Worksheet, sheet: &Sheet<'_>) -> Result<(), XlsxError> {
    page.set_name(sheet.name)?;
    page.set_freeze_panes(1, 0)?;
    let width = sheet.table.headings.len();
    let too_many = |_| XlsxError::RowColumnLimitError;
    let last_row = u32::try_from(sheet.table.rows.len()).map_err(too_many)?;
    let last_column = u16::try_from(width.saturating_sub(1)).map_err(too_many)?;
    let plain = Column::default();
    for (at, heading) in (0..=last_column).zip(&sheet.table.headings) {
        let column = sheet.columns.get(usize::from(at)).unwrap_or(&plain);
        write_heading(page, at, heading, column)?;
        let format = column_format(column.kind);
        page.set_column_format(at, &format)?;
        let mut letters = widest_line(heading) + 3;
        for (row, cells) in (1..).zip(&sheet.table.rows) {
            let cell = cells.cells.get(usize::from(at)).map_or("", String::as_str);
            letters = letters.max(widest_line(cell) + 1);
            write_cell(page, row, at, cell, column.kind, &format)?;
        }
        page.set_column_width(at, letters.clamp(NARROWEST, WIDEST) as f64)?;
        if fits_a_list(&column.choices) {
            let list = DataValidation::new()
                .allow_list_strings(&column.choices)?
                .set_error_style(DataValidationErrorStyle::Warning);
            page.add_data_validation(1, at, last_row.saturating_add(SPARE_ROWS), at, &list)?;
        }
    }
    if width > 0 {
        page.autofilter(0, 0, last_row.max(1), last_column)?;
    }
    Ok(())
}

fn write_heading(
    page: &mut Worksheet,
    at: u16,
    heading: &str,
    column: &Column,
) -> Result<(), XlsxError> {
    page.write_string_with_format(
        0,
        at,
        heading,
        &Format::new().set_bold().set_num_format("@"),
    )?;
    let mut lines: Vec<String> = column.meaning.iter().cloned().collect();
    if !column.choices.is_empty() && !fits_a_list(&column.choices) {
        lines.push(column.choices.join("; "));
    }
    if !lines.is_empty() {
        let note = Note::new(lines.join("\n")).add_author_prefix(false);
        page.insert_note(0, at, &note)?;
    }
    Ok(())
}

fn write_cell(
    page: &mut Worksheet,
    row: u32,
    at: u16,
    cell: &str,
    kind: Kind,
    format: &Format,
) -> Result<(), XlsxError> {
    if cell.is_empty() {
        return Ok(());
    }
    match kind {
        Kind::Number => {
            if let Some(number) = number(cell) {
                page.write_number_with_format(row, at, number, format)?;
                return Ok(());
            }
        }
        Kind::Date => {
            if let Some(date) = date(cell) {
                page.write_datetime_with_format(row, at, &date, format)?;
                return Ok(());
            }
        }
        Kind::Text => {}
    }
    let format = column_format(Kind::Text);
    let format = if cell.contains('\n') {
        format.set_text_wrap()
    } else {
        format
    };
    page.write_string_with_format(row, at, cell, &format)?;
    Ok(())
}

fn column_format(kind: Kind) -> Format {
    match kind {
        Kind::Text => Format::new().set_num_format("@"),
        Kind::Number => Format::new(),
        Kind::Date => Format::new().set_num_format("dd\\.mm\\.yyyy"),
    }
}

/// Digits with at most one decimal mark, that a spreadsheet keeps exactly.
fn number(cell: &str) -> Option<f64> {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, decimals) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    let all_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    if !all_digits(whole) || !all_digits(decimals) || leading_zero {
        return None;
    }
    (whole.len() + decimals.len() <= 15).then(|| cell.replace(',', ".").parse().ok())?
}

fn date(cell: &str) -> Option<ExcelDateTime> {
    let (year, rest) = cell.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    if (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return None;
    }
    let year = year.parse().ok().filter(|year| *year > 1900)?;
    ExcelDateTime::from_ymd(year, month.parse().ok()?, day.parse().ok()?).ok()
}

fn fits_a_list(choices: &[String]) -> bool {
    let letters: usize = choices
        .iter()
        .map(|choice| choice.encode_utf16().count() + 1)
        .sum();
    let plain = choices.iter().all(|choice| !choice.contains([',', '"']));
    !choices.is_empty() && plain && letters <= CHOICE_LETTERS
}

fn widest_line(cell: &str) -> usize {
    cell.lines()
        .map(|line| line.chars().count())
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::clean;
    use crate::workbook;
    use proptest::prelude::*;
    use std::io::{Cursor, Read};

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive
            .by_name(name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        text
    }

    fn example() -> RawTable {
        let mut table =
            RawTable::with_headings("", ["tilbud", "plasser", "start", "periode", "nivå"]);
        for (name, places, start, period) in [
            ("Livsstil", "12", "2026-09-01", "8-12"),
            ("=1+1", "0301", "hausten", "=cmd"),
        ] {
            table.push([name, places, start, period, ""].map(String::from).to_vec());
        }
        table
    }

    fn columns() -> Vec<Column> {
        let of = |kind| Column {
            kind,
            ..Column::default()
        };
        let level = Column {
            choices: vec!["sykehus".into(), "kommune".into()],
            meaning: Some("Hvem som tilbyr det".into()),
            ..Column::default()
        };
        vec![
            of(Kind::Text),
            of(Kind::Number),
            of(Kind::Date),
            of(Kind::Text),
            level,
        ]
    }

    #[test]
    fn a_workbook_comes_back_and_looks_right() {
        let (table, columns) = (example(), columns());
        let sheet = Sheet {
            name: "tilbud",
            table: &table,
            columns: &columns,
        };
        let bytes = write_workbook(&[sheet]).unwrap();
        let (sheets, findings) = workbook::read("a.xlsx", &bytes).unwrap();
        assert_eq!(sheets[0].table.headings, table.headings);
        assert_eq!(sheets[0].table.rows, table.rows);
        assert_eq!(findings, []);

        let xml = part(&bytes, "xl/worksheets/sheet1.xml");
        for expected in [
            "state=\"frozen\"",
            "<autoFilter ref=\"A1:E3\"/>",
            "\"sykehus,kommune\"",
            "<v>12</v>",
            "<v>46266</v>",
        ] {
            assert!(xml.contains(expected), "{expected} in {xml}");
        }
        assert!(!xml.contains("<f>"));
        assert!(part(&bytes, "xl/comments1.xml").contains("Hvem som tilbyr det"));
        assert!(part(&bytes, "xl/styles.xml").contains("dd\\.mm\\.yyyy"));
    }

    #[test]
    fn the_same_tables_give_the_same_bytes() {
        let (table, columns) = (example(), columns());
        let sheet = Sheet {
            name: "tilbud",
            table: &table,
            columns: &columns,
        };
        let first = write_workbook(&[sheet]).unwrap();
        assert_eq!(first, write_workbook(&[sheet]).unwrap());
        let about = part(&first, "docProps/core.xml");
        assert_eq!(about.matches("2000-01-01T00:00:00Z").count(), 2, "{about}");
        let mut archive = zip::ZipArchive::new(Cursor::new(&first)).unwrap();
        for at in 0..archive.len() {
            let modified = archive.by_index(at).unwrap().last_modified();
            assert_eq!(modified.map_or(1980, |date| date.year()), 1980);
        }
    }

    #[test]
    fn long_lists_of_choices_stand_in_the_note() {
        let choices = (0..40).map(|at| format!("emne nummer {at}")).collect();
        let column = Column {
            choices,
            ..Column::default()
        };
        let table = RawTable::with_headings("", ["emne", "namn"]);
        let sheet = Sheet {
            name: "a",
            table: &table,
            columns: &[column],
        };
        let bytes = write_workbook(&[sheet]).unwrap();
        assert!(part(&bytes, "xl/comments1.xml").contains("emne nummer 39"));
        assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("dataValidation"));
    }

    #[test]
    fn what_spreadsheets_refuse_is_an_error() {
        let table = RawTable::with_headings("", ["a"]);
        let mut errors = Vec::new();
        for name in ["a/b", "", &"x".repeat(32)] {
            let sheet = Sheet {
                name,
                table: &table,
                columns: &[],
            };
            errors.push(write_workbook(&[sheet]).unwrap_err().to_string());
        }
        let sheet = Sheet {
            name: "a",
            table: &table,
            columns: &[],
        };
        errors.push(write_workbook(&[sheet, sheet]).unwrap_err().to_string());
        let mut table = table.clone();
        table.push(vec!["x".repeat(40_000)]);
        let sheet = Sheet {
            name: "a",
            table: &table,
            columns: &[],
        };
        errors.push(write_workbook(&[sheet]).unwrap_err().to_string());
        insta::assert_snapshot!(errors.join("\n"), @r"
        X013: the sheet `a/b` cannot be written: a sheet's name has 1 to 31 letters, none of them `[ ] : * ? / \`, and no apostrophe at its ends; change the sheet's name or its cells
        X013: the sheet `` cannot be written: a sheet's name has 1 to 31 letters, none of them `[ ] : * ? / \`, and no apostrophe at its ends; change the sheet's name or its cells
        X013: the sheet `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx` cannot be written: a sheet's name has 1 to 31 letters, none of them `[ ] : * ? / \`, and no apostrophe at its ends; change the sheet's name or its cells
        X013: the sheet `a, a` cannot be written: two sheets have this name; change the sheet's name or its cells
        X013: the sheet `a` cannot be written: string exceeds excel's limit of 32,767 characters; change the sheet's name or its cells
        ");
    }

    #[test]
    fn numbers_that_a_spreadsheet_would_change_stay_text() {
        for (cell, expected) in [
            ("12", Some(12.0)),
            ("-1,5", Some(-1.5)),
            ("1.50", Some(1.5)),
            ("0", Some(0.0)),
            ("0,5", Some(0.5)),
            ("0301", None),
            ("1 234", None),
            ("1e5", None),
            ("12345678901234567", None),
            ("", None),
            ("-", None),
            ("1,2,3", None),
        ] {
            assert_eq!(number(cell), expected, "{cell}");
        }
    }

    /// Letters that XML can hold and that come back as they were.
    fn any_cell() -> impl Strategy<Value = String> {
        let text = prop_oneof!["[a-zæøå0-9 =+@;,'\"<>&\n_-]{0,12}", any::<String>()];
        text.prop_map(|text| {
            let kept: String = text
                .chars()
                .filter(|letter| !letter.is_control() || *letter == '\n')
                .filter(|letter| !matches!(letter, '\u{fffe}' | '\u{ffff}' | '\u{fffd}'))
                .collect();
            clean(&kept)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn text_comes_back_as_it_was(rows in prop::collection::vec([any_cell(), any_cell()], 0..6)) {
            let mut table = RawTable::with_headings("a.xlsx [t]", ["namn", "stad"]);
            for row in rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())) {
                table.push(row.to_vec());
            }
            let sheet = Sheet { name: "t", table: &table, columns: &[] };
            let bytes = write_workbook(&[sheet]).unwrap();
            let (sheets, _) = workbook::read("a.xlsx", &bytes).unwrap();
            prop_assert_eq!(&sheets[0].table, &table);
        }
    }
}
