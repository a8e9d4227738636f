//! Frames of any columns as tables of a desk, and tables as frames of texts.

use arrow_array::{Array as _, RecordBatch};
use mestring_model::{RawRow, RawTable};

use super::cell::{Cell, Cells};
use super::{Column, FrameError, record_batch};

/// A frame as the table of text from which a desk is built, so that a frame, a CSV file and a
/// workbook are read in the same way.
///
/// Dates become `2026-12-31`, moments `2026-12-31 18:00` (a moment at midnight is a date), yes/no
/// `yes` and `no`, numbers plain digits with a point, lists `a; b`, an empty list `none`, and a
/// missing value an empty cell. Row numbers count as a spreadsheet does, so that findings about a
/// frame read as those about its CSV file; rows that are all empty are left out.
///
/// ```
/// use mestring::frame::{Column, raw_table, record_batch};
/// let rooms = record_batch(vec![
///     ("id".to_owned(), Column::Text(vec![Some("R1".to_owned())])),
///     ("seats".to_owned(), Column::Number(vec![Some(30.0)])),
/// ])?;
/// let table = raw_table("rooms", &[rooms])?;
/// assert_eq!(table.rows[0].cells, ["R1", "30"]);
/// # Ok::<(), mestring::frame::FrameError>(())
/// ```
///
/// # Errors
/// Refuses columns of bytes, structs, intervals and moments of a time zone, two columns of the same
/// name, and batches of different columns.
pub fn raw_table(name: &str, batches: &[RecordBatch]) -> Result<RawTable, FrameError> {
    let Some(first) = batches.first() else {
        return Ok(RawTable::with_headings::<String>(name, []));
    };
    let headings: Vec<String> = headings(first).map(str::to_owned).collect();
    for (at, heading) in headings.iter().enumerate() {
        if headings.iter().take(at).any(|before| before == heading) {
            return Err(FrameError::TwoColumns {
                column: heading.clone(),
            });
        }
    }
    let mut table = RawTable::with_headings(name, headings);
    let mut number: u32 = 1;
    for batch in batches {
        if let Some(missing) = headings_missing(&table, batch) {
            return Err(FrameError::NoColumn {
                column: missing,
                nearest: None,
            });
        }
        let columns = batch
            .columns()
            .iter()
            .zip(&table.headings)
            .map(|(array, heading)| {
                Cells::of(array.as_ref()).ok_or_else(|| FrameError::ColumnType {
                    column: heading.clone(),
                    found: array.data_type().to_string(),
                })
            });
        let columns = columns.collect::<Result<Vec<_>, _>>()?;
        for row in 0..batch.num_rows() {
            number = number.saturating_add(1);
            let cells: Vec<_> = columns.iter().map(|cells| text(&cells.get(row))).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                table.rows.push(RawRow { number, cells });
            }
        }
    }
    Ok(table)
}

fn headings(batch: &RecordBatch) -> impl Iterator<Item = &str> {
    batch
        .schema_ref()
        .fields()
        .iter()
        .map(|field| field.name().trim())
}

/// The first heading that a batch does not have at the same place.
fn headings_missing(table: &RawTable, batch: &RecordBatch) -> Option<String> {
    let mut own = headings(batch);
    let missing = table
        .headings
        .iter()
        .find(|heading| own.next() != Some(heading.as_str()));
    missing.cloned()
}

/// A cell as a table writes it.
fn text(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Bool(true) => "yes".to_owned(),
        Cell::Bool(false) => "no".to_owned(),
        Cell::Whole(number) => number.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => text.trim().to_owned(),
        Cell::Date(date) => date.to_string(),
        Cell::Time(time) => time_of_day(*time),
        Cell::Moment(moment) if moment.time() == chrono::NaiveTime::MIN => {
            moment.date().to_string()
        }
        Cell::Moment(moment) => format!("{} {}", moment.date(), time_of_day(moment.time())),
        Cell::List(cells) if cells.is_empty() => "none".to_owned(),
        Cell::List(cells) => cells.iter().map(text).collect::<Vec<_>>().join("; "),
    }
}

/// Hours and minutes, and seconds only where there are any.
fn time_of_day(time: chrono::NaiveTime) -> String {
    let text = time.to_string();
    text.strip_suffix(":00").unwrap_or(&text).to_owned()
}

/// A table as a frame of texts; an empty cell is a missing value.
///
/// # Errors
/// Refuses two headings of the same name.
pub fn text_batch(table: &RawTable) -> Result<RecordBatch, FrameError> {
    let columns = table.headings.iter().enumerate().map(|(at, heading)| {
        let cells = table.rows.iter().map(|row| {
            let cell = row.cells.get(at).filter(|cell| !cell.is_empty());
            cell.cloned()
        });
        (heading.clone(), Column::Text(cells.collect()))
    });
    record_batch(columns.collect())
}

#[cfg(test)]
mod tests;
