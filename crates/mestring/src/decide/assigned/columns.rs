//! The columns of people, runs and choices, cell by cell.

use arrow_array::RecordBatch;
use chrono::NaiveDate;
use mestring_model::quantity::Share;
use mestring_model::term::nearest;

use super::Id;
use crate::frame::{Cell, Cells, FrameError};

/// Calls with every row, from 0, and its cell in a column that has to be there.
pub(super) fn each<'a>(
    batches: &'a [RecordBatch],
    column: &'static str,
    mut visit: impl FnMut(usize, Cell<'a>) -> Result<(), FrameError>,
) -> Result<(), FrameError> {
    let mut number = 0;
    for batch in batches {
        let cells = cells(batch, column)?;
        for row in 0..batch.num_rows() {
            visit(number, cells.get(row))?;
            number += 1;
        }
    }
    Ok(())
}

/// The cells of a column that has to be there.
pub(super) fn cells<'a>(
    batch: &'a RecordBatch,
    column: &'static str,
) -> Result<Cells<'a>, FrameError> {
    let Some(array) = batch.column_by_name(column) else {
        let schema = batch.schema_ref();
        let names = schema.fields().iter().map(|field| field.name().as_str());
        return Err(FrameError::NoColumn {
            column: column.to_owned(),
            nearest: nearest(column, names).map(str::to_owned),
        });
    };
    Cells::of(array.as_ref()).ok_or_else(|| FrameError::ColumnType {
        column: column.to_owned(),
        found: array.data_type().to_string(),
    })
}

pub(super) fn id(column: &'static str, row: usize, cell: &Cell<'_>) -> Result<Id, FrameError> {
    match cell {
        Cell::Empty => Err(FrameError::EmptyCell { column, row }),
        Cell::Text(text) => Ok(Id::Text((*text).into())),
        Cell::Whole(number) => match i64::try_from(*number) {
            Ok(number) => Ok(Id::Whole(number)),
            Err(_) => Err(FrameError::OutOfRange {
                column,
                row,
                least: i64::MIN,
                most: i64::MAX,
            }),
        },
        other => Err(FrameError::CellType {
            column,
            row,
            found: other.kind(),
            wanted: "text or whole number",
        }),
    }
}

pub(super) fn whole(
    column: &'static str,
    row: usize,
    cell: &Cell<'_>,
    least: i64,
    most: i64,
) -> Result<i64, FrameError> {
    let number = match cell {
        Cell::Empty => return Err(FrameError::EmptyCell { column, row }),
        Cell::Whole(number) => *number,
        // Columns with missing values come as decimals from some packages.
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => *number as i128,
        other => {
            return Err(FrameError::CellType {
                column,
                row,
                found: other.kind(),
                wanted: "whole number",
            });
        }
    };
    let fits = i64::try_from(number).ok();
    fits.filter(|own| (least..=most).contains(own))
        .ok_or(FrameError::OutOfRange {
            column,
            row,
            least,
            most,
        })
}

pub(super) fn class_of(row: usize, cell: &Cell<'_>) -> Result<u32, FrameError> {
    let class = whole("class", row, cell, 1, i64::from(u32::MAX))?;
    Ok(u32::try_from(class).unwrap_or(u32::MAX))
}

/// As [`each`] for a column that may be missing.
pub(super) fn each_if_there<'a>(
    batches: &'a [RecordBatch],
    column: &'static str,
    visit: impl FnMut(usize, Cell<'a>) -> Result<(), FrameError>,
) -> Result<(), FrameError> {
    let has = |batch: &RecordBatch| batch.column_by_name(column).is_some();
    if batches.iter().any(has) {
        each(batches, column, visit)
    } else {
        Ok(())
    }
}

/// A share of people who do not come, in hundredths of a percent; not all of them.
pub(super) fn share(
    column: &'static str,
    row: usize,
    cell: &Cell<'_>,
) -> Result<Share, FrameError> {
    let number = match cell {
        Cell::Number(number) => *number,
        Cell::Whole(number) => *number as f64,
        other => {
            return Err(FrameError::CellType {
                column,
                row,
                found: other.kind(),
                wanted: "number from 0 and below 1",
            });
        }
    };
    let points = (number * f64::from(Share::WHOLE.basis_points())).round();
    let points = (0.0..f64::from(Share::WHOLE.basis_points()))
        .contains(&points)
        .then_some(points);
    // Within the bounds of the range, so that nothing is cut off.
    let share = points.and_then(|points| Share::from_basis_points(points as u16));
    share.ok_or(FrameError::CellType {
        column,
        row,
        found: "a number outside",
        wanted: "number from 0 and below 1",
    })
}

/// Yes or no of a column that may be missing; an empty cell is a no.
pub(super) fn flags(
    batches: &[RecordBatch],
    column: &'static str,
    rows: usize,
) -> Result<Vec<bool>, FrameError> {
    let mut flags = vec![false; rows];
    each_if_there(batches, column, |row, cell| {
        let own = match cell {
            Cell::Empty => false,
            Cell::Bool(own) => own,
            other => {
                return Err(FrameError::CellType {
                    column,
                    row,
                    found: other.kind(),
                    wanted: "true or false",
                });
            }
        };
        if let Some(slot) = flags.get_mut(row) {
            *slot = own;
        }
        Ok(())
    })?;
    Ok(flags)
}

/// The dates of a column that may be missing, as may any of its cells.
pub(super) fn dates(
    batches: &[RecordBatch],
    column: &'static str,
    rows: usize,
) -> Result<Vec<Option<NaiveDate>>, FrameError> {
    let mut dates = vec![None; rows];
    each_if_there(batches, column, |row, cell| {
        if let Some(slot) = dates.get_mut(row) {
            *slot = date(column, row, &cell)?;
        }
        Ok(())
    })?;
    Ok(dates)
}

fn date(
    column: &'static str,
    row: usize,
    cell: &Cell<'_>,
) -> Result<Option<NaiveDate>, FrameError> {
    let wrong = |found| FrameError::CellType {
        column,
        row,
        found,
        wanted: "date",
    };
    match cell {
        Cell::Empty => Ok(None),
        Cell::Date(date) => Ok(Some(*date)),
        Cell::Moment(moment) => Ok(Some(moment.date())),
        Cell::Text(text) => match text.trim() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| wrong("a text")),
        },
        other => Err(wrong(other.kind())),
    }
}
