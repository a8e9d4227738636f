//! A CSV file that is added to: what is not changed stays as it was, byte for byte.

use std::collections::BTreeMap;
use std::ops::Range;

use encoding_rs::WINDOWS_1252;
use mestring_model::{RawRow, RawTable};

use super::{Damage, ImportError};
use crate::csv_text::{declared_separator, detected_separator};
use crate::csv_write::{Dialect, SPREADSHEET, unguarded, write_cell};
use crate::encoding::decode;
use crate::grid::{Grid, clean};
use crate::log::Log;
use crate::records;

/// How the bytes of a file are its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8 { mark: bool },
    Utf16 { little: bool },
    Windows1252,
}

/// A CSV file of a desk with its table.
#[derive(Debug)]
pub(super) struct Document {
    /// The table, with every column of the heading row, also those without a heading.
    pub(super) table: RawTable,
    text: String,
    encoding: Encoding,
    /// Where the cells of each row stand in the text, by the row's number less one.
    spans: Vec<Vec<Range<usize>>>,
    /// The position of the heading row among them.
    heading: usize,
    dialect: Dialect,
    /// Whether every heading stands in quotation marks, as some programs write all cells.
    quoted: bool,
}

/// What is done to a document.
#[derive(Debug, Default)]
pub(super) struct Edits {
    /// Headings of columns that are added after the last one.
    pub(super) columns: Vec<String>,
    /// The new text of cells by row number and column, the added columns counted on.
    pub(super) cells: BTreeMap<(u32, usize), String>,
    /// Rows that are added below, as many cells as there are columns then.
    pub(super) rows: Vec<Vec<String>>,
}

impl Document {
    /// A new file with headings.
    pub(super) fn new(file: &str, headings: impl Iterator<Item = &'static str>) -> Self {
        let table = RawTable::with_headings(file, headings);
        let text = crate::csv_write::write_csv(
            &table,
            Dialect {
                mark: false,
                ..SPREADSHEET
            },
        );
        Document {
            table,
            text: String::from_utf8_lossy(&text).into_owned(),
            encoding: Encoding::Utf8 { mark: true },
            spans: Vec::new(),
            heading: 0,
            dialect: SPREADSHEET,
            quoted: false,
        }
    }

    /// Reads a file of a desk; `None` where no cell of it is filled.
    pub(super) fn open(file: &str, bytes: &[u8]) -> Result<Option<Self>, ImportError> {
        let decoded = decode(file, bytes)?;
        let encoding = match bytes {
            [0xEF, 0xBB, 0xBF, ..] => Encoding::Utf8 { mark: true },
            [0xFF, 0xFE, ..] => Encoding::Utf16 { little: true },
            [0xFE, 0xFF, ..] => Encoding::Utf16 { little: false },
            _ if std::str::from_utf8(bytes).is_ok() => Encoding::Utf8 { mark: false },
            _ => Encoding::Windows1252,
        };
        let text = decoded.text;
        let damaged = |why| ImportError::NotAddedTo {
            file: file.to_owned(),
            why,
        };
        if encoded(&text, encoding).as_deref() != Some(bytes) {
            return Err(damaged(Damage::Letters));
        }
        let (separator, start) = match declared_separator(&text) {
            Some((separator, body)) => (Some(separator), text.len() - body.len()),
            None => (detected_separator(&text), 0),
        };
        let body = text.get(start..).unwrap_or_default();
        let split = records::split(body, separator.unwrap_or(SPREADSHEET.separator));
        if split.unclosed.is_some() {
            return Err(damaged(Damage::Quotes));
        }
        let rows: Vec<RawRow> = split
            .rows
            .iter()
            .zip(1..)
            .map(|(cells, number)| RawRow {
                number,
                cells: cells
                    .iter()
                    .map(|cell| unguarded(&clean(cell)).to_owned())
                    .collect(),
            })
            .collect();
        let grid = Grid {
            file: file.to_owned(),
            ragged: true,
            rows: rows.clone(),
        };
        let Some((_, heading)) = grid.into_table(&mut Log::default())? else {
            return Ok(None);
        };
        let mut rows = rows.into_iter().skip_while(|row| row.number < heading);
        let mut headings = rows.next().map(|row| row.cells).unwrap_or_default();
        while headings.last().is_some_and(String::is_empty) {
            headings.pop();
        }
        let mut table = RawTable::with_headings(file, headings);
        table.rows = rows
            .filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
            .collect();
        let spans: Vec<Vec<Range<usize>>> = split
            .spans
            .into_iter()
            .map(|row| {
                let moved = row.into_iter();
                moved.map(|s| s.start + start..s.end + start).collect()
            })
            .collect();
        let after_first = spans.first().and_then(|row| row.last()).map(|s| s.end);
        let line_end = match after_first.and_then(|at| text.get(at..)) {
            Some(rest) if rest.starts_with("\r\n") => "\r\n",
            Some(rest) if rest.starts_with('\r') => "\r",
            Some(rest) if rest.starts_with('\n') => "\n",
            _ => SPREADSHEET.line_end,
        };
        let heading_spans = spans.get(at(heading)).map_or(&[][..], Vec::as_slice);
        let mut filled = heading_spans.iter().filter(|span| !span.is_empty());
        let quoted = filled.all(|span| {
            let cell = text.get(Range::clone(span));
            cell.is_some_and(|cell| cell.starts_with('"'))
        });
        Ok(Some(Document {
            table,
            encoding,
            spans,
            heading: at(heading),
            dialect: Dialect {
                separator: separator.unwrap_or(SPREADSHEET.separator),
                mark: false,
                line_end,
                guard: true,
            },
            quoted,
            text,
        }))
    }

    /// The number of the first row that is added.
    pub(super) fn next_row(&self) -> u32 {
        let last = self.table.rows.last().map_or(1, |row| row.number);
        let written = u32::try_from(self.spans.len()).unwrap_or(u32::MAX);
        last.max(written).saturating_add(1)
    }

    /// The bytes with the edits in them, and whether the encoding had to become UTF-8, since the old
    /// one lacks a letter.
    pub(super) fn edited(&self, edits: &Edits) -> (Vec<u8>, bool) {
        let before = self.table.headings.len();
        let width = before + edits.columns.len();
        let cell = |text: &str| {
            let mut written = String::new();
            let quoted = self.quoted && !text.is_empty();
            write_cell(&mut written, text, width, self.dialect, quoted);
            written
        };
        let mut text = self.text.clone();
        // From the bottom up, so that what stands above does not move.
        for (at, spans) in self.spans.iter().enumerate().rev() {
            let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
            let is_heading = at == self.heading;
            let is_row = self
                .table
                .rows
                .binary_search_by_key(&number, |row| row.number)
                .is_ok();
            if !is_heading && !is_row {
                continue;
            }
            let changed = |column: usize| edits.cells.get(&(number, column)).map(String::as_str);
            let added: Vec<&str> = (before..width)
                .map(|column| match edits.columns.get(column - before) {
                    Some(name) if is_heading => name,
                    _ => changed(column).unwrap_or_default(),
                })
                .collect();
            let ends = spans.last().map_or(0, |span| span.end);
            // Cells beyond the headings stay beyond them.
            let after = match before.checked_sub(1).and_then(|last| spans.get(last)) {
                Some(last) => last.end,
                None => ends,
            };
            let short: Vec<&str> = (spans.len()..before)
                .map(|column| changed(column).unwrap_or_default())
                .collect();
            let fill = !added.is_empty() || short.iter().any(|text| !text.is_empty());
            if fill {
                let cells = short.iter().chain(&added);
                let tail: String = cells
                    .map(|own| format!("{}{}", self.dialect.separator, cell(own)))
                    .collect();
                text.insert_str(after, &tail);
            }
            for (column, span) in spans.iter().enumerate().take(before).rev() {
                if let Some(own) = changed(column) {
                    text.replace_range(span.clone(), &cell(own));
                }
            }
        }
        if !edits.rows.is_empty() && !text.ends_with(['\n', '\r']) {
            text.push_str(self.dialect.line_end);
        }
        for row in &edits.rows {
            let cells: Vec<String> = row.iter().map(|own| cell(own)).collect();
            text.push_str(&cells.join(&self.dialect.separator.to_string()));
            text.push_str(self.dialect.line_end);
        }
        match encoded(&text, self.encoding) {
            Some(bytes) => (bytes, false),
            None => (
                encoded(&text, Encoding::Utf8 { mark: true }).unwrap_or_default(),
                true,
            ),
        }
    }
}

/// The position of a row among the spans.
fn at(number: u32) -> usize {
    (number as usize).saturating_sub(1)
}

/// The bytes of a text; `None` where the encoding lacks one of its letters.
fn encoded(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
    match encoding {
        Encoding::Utf8 { mark } => {
            let start = if mark { "\u{feff}" } else { "" };
            Some(format!("{start}{text}").into_bytes())
        }
        Encoding::Utf16 { little } => {
            let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
            let bytes = units.flat_map(|unit| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            });
            Some(bytes.collect())
        }
        Encoding::Windows1252 => {
            let (bytes, _, lacking) = WINDOWS_1252.encode(text);
            (!lacking).then(|| bytes.into_owned())
        }
    }
}

#[cfg(test)]
mod tests;
