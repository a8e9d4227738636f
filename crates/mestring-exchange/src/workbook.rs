//! Reads an `.xlsx` workbook as people really make them.
//!
//! Every sheet becomes a table of text: whole numbers without decimals, decimals with a point, a
//! percentage as `85 %`, numbers shown with leading zeros as shown, dates as `2026-12-31`, a month
//! as `2026-09`, times as `14:30`, yes and no as `yes` and `no`. The headings may stand below a
//! title. Kept, with a finding: the last computed value of formulas, the first cell of merged
//! cells, hidden sheets. Read as empty, with an error finding: error values such as `#REF!` and
//! formulas that were never computed.
//!
//! Never read: a file above [`MAX_FILE_BYTES`](crate::MAX_FILE_BYTES), an archive that unpacks to
//! more than 300 MiB, a sheet that uses more than [`MAX_CELLS`] cells, and a workbook with national
//! identity numbers in any sheet, comment, pivot table, linked workbook or drawing.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{
    Data, Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError, XlsxFormulaMetadata,
};
use mestring_model::finding::{FileProblem, GridProblem};
use mestring_model::table::column_letters;
use mestring_model::{Finding, Place, RawRow, RawTable};

use crate::csv_text::refuse_name;
use crate::error::{ExchangeError, NotText};
use crate::grid::{Grid, clean};
use crate::log::Log;
use crate::package;
use crate::workbook_cell::{Look, text};

/// The largest used area of a sheet in cells: used rows times columns up to the last used one.
pub const MAX_CELLS: u64 = 1_000_000;

/// A sheet with its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The sheet's name.
    pub name: String,
    /// Whether the sheet is hidden.
    pub hidden: bool,
    /// Its table; `file` is the workbook with the sheet, as in `liste.xlsx [tilbud]`.
    pub table: RawTable,
}

/// Reads all sheets that hold a table, in the workbook's order. `file` is the name that findings
/// give; it is not opened.
///
/// Findings: `X102`, `X106` to `X116`; columns are named by heading, or by letter
/// where a finding is about a cell of the sheet.
///
/// # Errors
/// [`ExchangeError::TooLarge`], [`ExchangeError::NotAWorkbook`], [`ExchangeError::DamagedWorkbook`],
/// [`ExchangeError::SheetTooLarge`], [`ExchangeError::NationalNumber`].
///
/// ```
/// use mestring_exchange::{workbook, workbook_write};
/// use mestring_model::RawTable;
///
/// let mut table = RawTable::with_headings("", ["tilbud", "plasser"]);
/// table.push(vec!["Livsstil".into(), "12".into()]);
/// let sheet = workbook_write::Sheet { name: "tilbud", table: &table, columns: &[] };
/// let bytes = workbook_write::write_workbook(&[sheet])?;
///
/// let (sheets, findings) = workbook::read("liste.xlsx", &bytes)?;
/// assert_eq!(sheets[0].table.file, "liste.xlsx [tilbud]");
/// assert_eq!(sheets[0].table.rows, table.rows);
/// assert_eq!(findings, []);
/// # Ok::<(), mestring_exchange::ExchangeError>(())
/// ```
pub fn read(file: &str, bytes: &[u8]) -> Result<(Vec<Sheet>, Vec<Finding>), ExchangeError> {
    refuse_name(file)?;
    package::inspect(file, bytes)?;
    // The reader of the archive's XML computes with references as they stand in the file, so a
    // reference such as `A99999999999` overflows and panics where overflow is checked.
    std::panic::catch_unwind(|| read_sheets(file, bytes)).unwrap_or_else(|_| {
        let reason = "a number or a cell reference in it is out of range".into();
        Err(ExchangeError::DamagedWorkbook {
            file: file.into(),
            reason,
        })
    })
}

fn read_sheets(file: &str, bytes: &[u8]) -> Result<(Vec<Sheet>, Vec<Finding>), ExchangeError> {
    let mut book =
        Xlsx::new(Cursor::new(bytes)).map_err(|error: XlsxError| damaged(file, error))?;
    if book.sheets_metadata().is_empty() {
        let reason = "it has no sheets".into();
        return Err(ExchangeError::DamagedWorkbook {
            file: file.into(),
            reason,
        });
    }
    let mut log = Log::default();
    let mut sheets = Vec::new();
    let mut people = Vec::new();
    for about in book.sheets_metadata().to_vec() {
        refuse_name(&about.name)?;
        let label = format!("{file} [{}]", about.name);
        if about.typ != SheetType::WorkSheet {
            log.add(Place::file(label), GridProblem::NotASheet);
            continue;
        }
        let hidden = about.visible != SheetVisible::Visible;
        if hidden {
            log.add(Place::file(&label), GridProblem::HiddenSheet);
        }
        let cells = read_cells(&mut book, &about.name, &label)?;
        match cells.into_grid(&label, &mut log)?.into_table(&mut log) {
            Ok(Some((table, heading_row))) => {
                let merged = book
                    .merge_cells_by_sheet_name(&about.name)
                    .map_err(|error| damaged(&label, error))?;
                warn_of_merged(&merged, &table, heading_row, &mut log);
                sheets.push(Sheet {
                    name: about.name,
                    hidden,
                    table,
                });
            }
            Ok(None) => log.add(Place::file(label), GridProblem::EmptySheet),
            Err(ExchangeError::NationalNumber { places }) => people.extend(places),
            Err(error) => return Err(error),
        }
    }
    if !people.is_empty() {
        return Err(ExchangeError::NationalNumber { places: people });
    }
    if sheets.is_empty() {
        log.add(Place::file(file), FileProblem::NoTableInWorkbook);
    }
    Ok((sheets, log.finish()))
}

/// The filled cells of a sheet, by row and column from 0.
#[derive(Default)]
struct Cells {
    values: BTreeMap<(u32, u32), Value>,
}

struct Value {
    data: Data,
    formula: bool,
    look: Option<Look>,
}

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

fn read_cells(book: &mut Book<'_>, name: &str, label: &str) -> Result<Cells, ExchangeError> {
    let mut cells = Cells::default();
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(cells),
        Err(error) => return Err(damaged(label, error)),
    };
    let looks: Vec<Option<Look>> = reader
        .styles()
        .iter()
        .map(|style| {
            style
                .number_format
                .as_ref()
                .and_then(|format| Look::of(&format.format_code))
        })
        .collect();
    let (mut rows, mut columns) = (0, 0);
    while let Some(cell) = reader
        .next_cell_with_formula_metadata()
        .map_err(|error| damaged(label, error))?
    {
        let data = Data::from(cell.value);
        let blank = match &data {
            Data::Empty => true,
            Data::String(text) => clean(text).is_empty(),
            _ => false,
        };
        let formula = cell
            .formula
            .is_some_and(|formula| !is_plain_truth(&formula));
        if blank && !(formula && data == Data::Empty) {
            continue;
        }
        rows = rows.max(u64::from(cell.pos.0) + 1);
        columns = columns.max(u64::from(cell.pos.1) + 1);
        cells.values.insert(
            cell.pos,
            Value {
                data,
                formula,
                look: None,
            },
        );
        if cells.values.len() as u64 > MAX_CELLS {
            return Err(sheet_too_large(label, rows, columns));
        }
    }
    if looks.iter().any(Option::is_some) {
        drop(reader);
        let mut reader = book
            .worksheet_cells_reader(name)
            .map_err(|error| damaged(label, error))?;
        while let Some((row, column, style)) = reader
            .next_style_id()
            .map_err(|error| damaged(label, error))?
        {
            if let Some(value) = cells.values.get_mut(&(row, column)) {
                value.look = looks.get(style).copied().flatten();
            }
        }
    }
    Ok(cells)
}

/// LibreOffice writes every yes and no as a formula.
fn is_plain_truth(formula: &XlsxFormulaMetadata) -> bool {
    matches!(formula, XlsxFormulaMetadata::Normal { formula } if formula == "TRUE()" || formula == "FALSE()")
}

impl Cells {
    fn into_grid(self, label: &str, log: &mut Log) -> Result<Grid, ExchangeError> {
        self.note_formulas(label, log);
        let mut used: BTreeMap<u32, Vec<(u32, String)>> = BTreeMap::new();
        let mut columns = 0;
        for ((row, column), value) in self.values {
            let name = || format!("{}{}", column_letters(column as usize), row + 1);
            let place = || Place::row(label, row + 1).column(column_letters(column as usize));
            match (&value.data, value.look) {
                (Data::Error(error), _) => {
                    let (cell, error) = (name(), error.to_string());
                    log.add(place(), GridProblem::ErrorValue { cell, error });
                }
                (Data::Empty, _) => log.add(place(), GridProblem::NotComputed { cell: name() }),
                (Data::DateTime(_), Some(Look::NoYear)) => {
                    log.add(place(), GridProblem::NoYear { cell: name() });
                }
                _ => {}
            }
            columns = columns.max(column + 1);
            let cell = clean(&text(&value.data, value.look));
            used.entry(row).or_default().push((column, cell));
        }
        let area = used.len() as u64 * u64::from(columns);
        if area > MAX_CELLS {
            let last = used.keys().next_back().copied().unwrap_or(0);
            return Err(sheet_too_large(label, u64::from(last) + 1, columns.into()));
        }
        let rows = used.into_iter().map(|(row, filled)| {
            let mut cells = vec![String::new(); columns as usize];
            for (column, text) in filled {
                if let Some(cell) = cells.get_mut(column as usize) {
                    *cell = text;
                }
            }
            RawRow {
                number: row + 1,
                cells,
            }
        });
        Ok(Grid {
            file: label.into(),
            ragged: false,
            rows: rows.collect(),
        })
    }

    /// One note for each column with computed formulas.
    fn note_formulas(&self, label: &str, log: &mut Log) {
        let mut columns: BTreeMap<u32, (u32, usize)> = BTreeMap::new();
        for ((row, column), value) in &self.values {
            if value.formula && value.data != Data::Empty {
                columns.entry(*column).or_insert((*row, 0)).1 += 1;
            }
        }
        for (column, (row, count)) in columns {
            let letters = column_letters(column as usize);
            let first = format!("{letters}{}", row + 1);
            let problem = match count {
                1 => GridProblem::Formula { cell: first },
                cells => GridProblem::Formulas { cells, first },
            };
            log.add(Place::row(label, row + 1).column(letters), problem);
        }
    }
}

fn warn_of_merged(merged: &[Dimensions], table: &RawTable, heading_row: u32, log: &mut Log) {
    let last = table.rows.last().map_or(heading_row, |row| row.number);
    for area in merged {
        let ((top, left), (bottom, right)) = (area.start, area.end);
        let (first, end) = (top.saturating_add(1), bottom.saturating_add(1));
        if end < heading_row || first > last {
            continue;
        }
        let letters = column_letters(left as usize);
        let range = format!("{letters}{first}:{}{end}", column_letters(right as usize));
        let problem = GridProblem::Merged {
            range,
            first: format!("{letters}{first}"),
        };
        log.add(Place::row(&table.file, first).column(&letters), problem);
    }
}

fn sheet_too_large(label: &str, rows: u64, columns: u64) -> ExchangeError {
    ExchangeError::SheetTooLarge {
        file: label.into(),
        rows,
        columns,
        limit: MAX_CELLS,
    }
}

fn damaged(label: &str, error: XlsxError) -> ExchangeError {
    match error {
        XlsxError::Password => ExchangeError::NotAWorkbook {
            file: label.into(),
            is: NotText::OldOrLocked,
        },
        // The reader's texts may quote a cell.
        error => ExchangeError::DamagedWorkbook {
            file: label.into(),
            reason: crate::national_id::masked(&error.to_string()).to_lowercase(),
        },
    }
}
