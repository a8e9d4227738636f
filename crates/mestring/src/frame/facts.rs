//! Frames with a column for each fact, as rows that rules judge.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::Schema;
use mestring_model::facts::{FactDecl, FactRow, Judged};
use mestring_model::term::nearest;

use super::FrameError;
use super::cell::{Cell, Cells};
use super::value::{Misfit, value};

/// A column that is not the name of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IgnoredColumn {
    /// The column's name.
    pub name: String,
    /// A fact with nearly that name, which the frame does not have either: probably what was meant.
    pub nearest: Option<&'static str>,
}

/// Which columns of a frame hold which facts, found once for all batches of the frame.
#[derive(Debug, Clone, PartialEq)]
pub struct FactColumns {
    judged: Judged,
    columns: Vec<FactColumn>,
    ignored: Vec<IgnoredColumn>,
}

/// A column that holds a fact.
#[derive(Debug, Clone, PartialEq)]
struct FactColumn {
    /// Its position in the frame.
    at: usize,
    /// The fact's place in the declared order.
    place: usize,
    fact: &'static FactDecl,
    /// The codes of the fact's list, in its order, to be shared by the cells that state them.
    codes: Vec<Arc<str>>,
}

/// A column with its cells.
struct Filled<'b> {
    column: &'b FactColumn,
    cells: Cells<'b>,
}

impl FactColumns {
    /// Finds the facts among the columns. Columns of other names are left alone and listed by
    /// [`FactColumns::ignored`].
    ///
    /// # Errors
    /// Refuses a frame in which no column is a fact, or in which two columns are the same fact.
    pub fn of(judged: Judged, schema: &Schema) -> Result<Self, FrameError> {
        let mut columns: Vec<FactColumn> = Vec::new();
        let mut others = Vec::new();
        for (at, field) in schema.fields().iter().enumerate() {
            let Some((place, fact)) = judged.fact(field.name()) else {
                others.push(field.name());
                continue;
            };
            if columns.iter().any(|own| own.place == place) {
                return Err(FrameError::TwoColumns {
                    column: fact.name.to_owned(),
                });
            }
            let words = fact.kind.words().iter();
            columns.push(FactColumn {
                at,
                place,
                fact,
                codes: words.map(|word| word.code.into()).collect(),
            });
        }
        let absent = || {
            let all = judged.facts().iter().map(|fact| fact.name);
            all.filter(|name| !columns.iter().any(|own| own.fact.name == *name))
        };
        let ignored: Vec<_> = others
            .into_iter()
            .map(|name| IgnoredColumn {
                name: name.clone(),
                nearest: nearest(name, absent()),
            })
            .collect();
        if columns.is_empty() && !schema.fields().is_empty() {
            let near = ignored.into_iter();
            let mut near = near.filter_map(|column| Some((column.name, column.nearest?)));
            return Err(FrameError::NoFactColumn {
                judged,
                nearest: near.next(),
            });
        }
        Ok(FactColumns {
            judged,
            columns,
            ignored,
        })
    }

    /// The facts that the frame states something about, in the order of its columns.
    pub fn facts(&self) -> impl Iterator<Item = &'static FactDecl> {
        self.columns.iter().map(|own| own.fact)
    }

    /// The columns that are no facts.
    pub fn ignored(&self) -> &[IgnoredColumn] {
        &self.ignored
    }

    /// The rows of one batch of the frame. `first` is the number of its first row in the frame, from
    /// 0, for messages.
    ///
    /// # Errors
    /// Names the column and row whose value does not fit the fact.
    pub fn rows(&self, batch: &RecordBatch, first: usize) -> Result<Vec<FactRow>, FrameError> {
        let columns = self.filled(batch)?;
        let rows = (0..batch.num_rows()).map(|at| {
            let mut row = FactRow::unstated(self.judged);
            for own in &columns {
                own.write(&mut row, at, first + at)?;
            }
            Ok(row)
        });
        rows.collect()
    }

    /// The rows of all batches of the frame, those that agree in every fact of which `read` is true
    /// only once. Rules that read no other facts answer the same about them; an export of a register
    /// has a thousand times as many rows as distinct ones.
    ///
    /// # Errors
    /// Names the column and row whose value does not fit the fact, read or not.
    pub fn distinct(
        &self,
        batches: &[RecordBatch],
        read: impl Fn(&FactDecl) -> bool,
    ) -> Result<Distinct, FrameError> {
        let mut rows = Vec::new();
        let places = self.each_distinct(batches, read, |_, row| {
            rows.push(row.clone());
            Ok::<(), FrameError>(())
        })?;
        Ok(Distinct { rows, places })
    }

    /// Does something with every row that [`FactColumns::distinct`] would give, in the same order,
    /// without keeping any: `work` gets the number of the row in the frame, from 0, and the row. Gives
    /// for each row of the frame the position of its like among those.
    ///
    /// # Errors
    /// As [`FactColumns::distinct`], and the first of `work`.
    pub fn each_distinct<E: From<FrameError>>(
        &self,
        batches: &[RecordBatch],
        read: impl Fn(&FactDecl) -> bool,
        mut work: impl FnMut(usize, &FactRow) -> Result<(), E>,
    ) -> Result<Vec<usize>, E> {
        let mut places = Vec::with_capacity(batches.iter().map(RecordBatch::num_rows).sum());
        // Looked up and never walked through, so that its order does not show.
        let mut known: HashMap<Box<[u8]>, usize> = HashMap::new();
        let mut key = Vec::new();
        let mut row = FactRow::unstated(self.judged);
        for batch in batches {
            let columns = self.filled(batch)?;
            let (own, others): (Vec<_>, Vec<_>) =
                columns.iter().partition(|own| read(own.column.fact));
            for at in 0..batch.num_rows() {
                let number = places.len();
                // What no rule reads must fit too, in the rows that are like others as well.
                for other in &others {
                    other.write(&mut row, at, number)?;
                }
                key.clear();
                own.iter()
                    .for_each(|own| write_key(&own.cells.get(at), &mut key));
                let place = match known.get(key.as_slice()) {
                    Some(place) => *place,
                    None => {
                        for own in &own {
                            own.write(&mut row, at, number)?;
                        }
                        work(number, &row)?;
                        let place = known.len();
                        known.insert(key.as_slice().into(), place);
                        place
                    }
                };
                places.push(place);
            }
        }
        Ok(places)
    }

    /// The columns that hold facts, with their cells.
    fn filled<'b>(&'b self, batch: &'b RecordBatch) -> Result<Vec<Filled<'b>>, FrameError> {
        let arrays = self
            .columns
            .iter()
            .filter_map(|own| Some((own, batch.columns().get(own.at)?)));
        let columns = arrays.map(|(column, array)| {
            let cells = Cells::of(array.as_ref()).ok_or_else(|| FrameError::ColumnType {
                column: column.fact.name.to_owned(),
                found: array.data_type().to_string(),
            })?;
            Ok(Filled { column, cells })
        });
        columns.collect()
    }
}

impl Filled<'_> {
    /// Writes what the column states at a place of its batch, which is row `number` of the frame, over
    /// what stood there.
    fn write(&self, row: &mut FactRow, at: usize, number: usize) -> Result<(), FrameError> {
        let FactColumn {
            place, fact, codes, ..
        } = self.column;
        let cell = self.cells.get(at);
        let misfit = |wrong| misfit(fact, &cell, number, wrong);
        let value = value(fact.kind, codes, &cell).map_err(misfit)?;
        // The value was made for the type of this fact.
        let was = row.replace(*place, value);
        was.map(drop).map_err(|_| misfit(Misfit::Kind))
    }
}

/// The rows of a frame, those that state the same only once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Distinct {
    /// The distinct rows, in the order in which the frame has them first.
    pub rows: Vec<FactRow>,
    /// For each row of the frame the position of its like in `rows`.
    pub places: Vec<usize>,
}

fn misfit(fact: &'static FactDecl, cell: &Cell<'_>, row: usize, wrong: Misfit) -> FrameError {
    match wrong {
        Misfit::Kind => FrameError::CellType {
            column: fact.name,
            row,
            found: cell.kind(),
            wanted: fact.kind.name(),
        },
        Misfit::Word(nearest) => FrameError::NotListed {
            column: fact.name,
            row,
            nearest,
            words: fact.kind.words().iter().map(|word| word.code).collect(),
        },
    }
}

/// A cell's bytes: a tag first, and a length before every text and list, so that the cells of two
/// rows never run together into the same bytes. A column has one type, so that 6 and 6.0 do not meet.
fn write_key(cell: &Cell<'_>, key: &mut Vec<u8>) {
    match cell {
        Cell::Empty => key.push(0),
        Cell::Bool(yes) => key.push(1 + u8::from(*yes)),
        Cell::Whole(number) => {
            key.push(3);
            key.extend(number.to_le_bytes());
        }
        Cell::Number(number) => {
            key.push(4);
            key.extend(number.to_bits().to_le_bytes());
        }
        Cell::Text(text) => {
            key.push(5);
            key.extend(text.len().to_le_bytes());
            key.extend(text.as_bytes());
        }
        Cell::List(cells) => {
            key.push(6);
            key.extend(cells.len().to_le_bytes());
            cells.iter().for_each(|cell| write_key(cell, key));
        }
        // No fact is a date or a time: one byte for each is enough, since such a row is refused.
        Cell::Date(_) => key.push(7),
        Cell::Time(_) => key.push(8),
        Cell::Moment(_) => key.push(9),
    }
}

/// The rows that rules judge, from the batches of one frame: a column for each fact by the fact's
/// name. A missing column or value is not stated; a column of another name is left alone.
///
/// Numbers fit yes/no where they are 0 or 1, and whole numbers where they have no decimals; texts
/// are read as tables read them (`ja`, `ukjent`, lists split at `;`).
///
/// # Errors
/// Refuses a frame without a fact, and names the column and row whose value does not fit.
pub fn fact_rows(judged: Judged, batches: &[RecordBatch]) -> Result<Vec<FactRow>, FrameError> {
    let mut rows = Vec::new();
    for batch in batches {
        let columns = FactColumns::of(judged, batch.schema_ref())?;
        rows.extend(columns.rows(batch, rows.len())?);
    }
    Ok(rows)
}

#[cfg(test)]
mod tests;
