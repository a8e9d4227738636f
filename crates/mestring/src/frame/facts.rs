//! Frames with a column for each fact, and the rows that rules judge.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::Schema;
use mestring_model::Fact;
use mestring_model::facts::{FactDecl, FactRow, FactType, FactValue, Judged};
use mestring_model::record::Column as _;
use mestring_model::term::{Word, nearest};

use super::cell::{Cell, Cells};
use super::{Column, FrameError, record_batch};

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
    /// The position of the column, and the fact.
    columns: Vec<(usize, &'static FactDecl)>,
    ignored: Vec<IgnoredColumn>,
}

impl FactColumns {
    /// Finds the facts among the columns. Columns of other names are left alone and listed by
    /// [`FactColumns::ignored`].
    ///
    /// # Errors
    /// Refuses a frame in which no column is a fact, or in which two columns are the same fact.
    pub fn of(judged: Judged, schema: &Schema) -> Result<Self, FrameError> {
        let mut columns: Vec<(usize, &'static FactDecl)> = Vec::new();
        let mut others = Vec::new();
        for (at, field) in schema.fields().iter().enumerate() {
            let Some((_, fact)) = judged.fact(field.name()) else {
                others.push(field.name());
                continue;
            };
            if columns.iter().any(|(_, own)| own.name == fact.name) {
                return Err(FrameError::TwoColumns {
                    column: fact.name.to_owned(),
                });
            }
            columns.push((at, fact));
        }
        let absent = || {
            let all = judged.facts().iter().map(|fact| fact.name);
            all.filter(|name| !columns.iter().any(|(_, own)| own.name == *name))
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
        self.columns.iter().map(|(_, fact)| *fact)
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
        let mut rows = vec![FactRow::unstated(self.judged); batch.num_rows()];
        for (at, fact) in &self.columns {
            let Some(array) = batch.columns().get(*at) else {
                continue;
            };
            let cells = Cells::of(array.as_ref()).ok_or_else(|| FrameError::ColumnType {
                column: fact.name.to_owned(),
                found: array.data_type().to_string(),
            })?;
            for (number, row) in rows.iter_mut().enumerate() {
                let cell = cells.get(number);
                if cell == Cell::Empty {
                    continue;
                }
                let mismatch = |cell: &Cell<'_>| FrameError::CellType {
                    column: fact.name,
                    row: first + number,
                    found: cell.kind(),
                    wanted: fact.kind.name(),
                };
                let value = value(fact.kind, &cell).map_err(|misfit| match misfit {
                    Misfit::Kind => mismatch(&cell),
                    Misfit::Word(near) => FrameError::NotListed {
                        column: fact.name,
                        row: first + number,
                        nearest: near,
                        words: fact.kind.words().iter().map(|word| word.code).collect(),
                    },
                })?;
                row.set(fact.name, value).map_err(|_| mismatch(&cell))?;
            }
        }
        Ok(rows)
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

/// Every declared fact as a column; what is not known is missing. That a source was asked and nobody
/// knows is not kept apart from silence.
pub fn fact_columns(judged: Judged, rows: &[FactRow]) -> Vec<(String, Column)> {
    let columns = judged.facts().iter().map(|fact| {
        let values = rows.iter().map(|row| row.get(fact.name)?.known());
        let column = match fact.kind {
            FactType::Bool => Column::Bool(values.map(|v| as_bool(v?)).collect()),
            FactType::Int => Column::Whole(values.map(|v| as_int(v?)).collect()),
            FactType::Number => Column::Number(values.map(|v| as_number(v?)).collect()),
            FactType::Text | FactType::Listed(_) => {
                Column::Text(values.map(|v| Some(v?.to_string())).collect())
            }
            FactType::TextList | FactType::ListedList(_) => {
                Column::Texts(values.map(|v| as_texts(v?)).collect())
            }
        };
        (fact.name.to_owned(), column)
    });
    columns.collect()
}

/// The [`fact_columns`] as a frame.
///
/// # Errors
/// Only where Arrow refuses, which takes more rows than memory holds.
pub fn fact_batch(judged: Judged, rows: &[FactRow]) -> Result<RecordBatch, FrameError> {
    record_batch(fact_columns(judged, rows))
}

fn as_bool(value: &FactValue) -> Option<bool> {
    match value {
        FactValue::Bool(yes) => Some(*yes),
        _ => None,
    }
}

fn as_int(value: &FactValue) -> Option<i64> {
    match value {
        FactValue::Int(number) => Some(*number),
        _ => None,
    }
}

fn as_number(value: &FactValue) -> Option<f64> {
    match value {
        FactValue::Number(number) => Some(*number),
        _ => None,
    }
}

fn as_texts(value: &FactValue) -> Option<Vec<String>> {
    match value {
        FactValue::List(texts) => Some(texts.iter().map(|text| text.to_string()).collect()),
        _ => None,
    }
}

/// Why a cell is not a value of a fact.
enum Misfit {
    /// It is of another type.
    Kind,
    /// It is a text outside the fact's list; the nearest word of the list.
    Word(Option<&'static str>),
}

fn value(kind: FactType, cell: &Cell<'_>) -> Result<Fact<FactValue>, Misfit> {
    if let Cell::Text(text) = cell {
        // A list may have a word that elsewhere means "asked, and nobody knows".
        if let Some(word) = listed(kind.words(), text)
            && matches!(kind, FactType::Listed(_))
        {
            return Ok(Fact::Known(FactValue::Text(word.into())));
        }
        match Fact::<String>::from_cell(text.trim()) {
            Ok(Fact::NotStated) => return Ok(Fact::NotStated),
            Ok(Fact::Unknown) => return Ok(Fact::Unknown),
            Ok(Fact::Known(_)) | Err(_) => {}
        }
    }
    known(kind, cell).map(Fact::Known)
}

fn known(kind: FactType, cell: &Cell<'_>) -> Result<FactValue, Misfit> {
    match (kind, cell) {
        (FactType::Bool, Cell::Bool(yes)) => Ok(FactValue::Bool(*yes)),
        (FactType::Bool, Cell::Text(text)) => match Option::<bool>::from_cell(text.trim()) {
            Ok(Some(yes)) => Ok(FactValue::Bool(yes)),
            Ok(None) | Err(_) => Err(Misfit::Kind),
        },
        (FactType::Bool, _) => match whole(cell) {
            Some(0) => Ok(FactValue::Bool(false)),
            Some(1) => Ok(FactValue::Bool(true)),
            _ => Err(Misfit::Kind),
        },
        (FactType::Int, _) => whole(cell).map(FactValue::Int).ok_or(Misfit::Kind),
        (FactType::Number, _) => number(cell).map(FactValue::Number).ok_or(Misfit::Kind),
        (FactType::Text, Cell::Text(text)) => Ok(FactValue::Text(text.trim().into())),
        (FactType::Listed(words), Cell::Text(text)) => {
            Err(Misfit::Word(nearest(text.trim(), spellings(words))))
        }
        (FactType::TextList | FactType::ListedList(_), Cell::Text(text)) => {
            let texts = Vec::<String>::from_cell(text.trim()).map_err(|_| Misfit::Kind)?;
            texts_of(kind.words(), texts.iter().map(|text| Some(text.as_str())))
        }
        (FactType::TextList | FactType::ListedList(_), Cell::List(cells)) => {
            let texts = cells.iter().map(|cell| match cell {
                Cell::Text(text) => Some(*text),
                _ => None,
            });
            texts_of(kind.words(), texts)
        }
        _ => Err(Misfit::Kind),
    }
}

/// A list of texts, or of words where there is a list of words. A missing text among others is no
/// list: it could be anything.
fn texts_of<'a>(
    words: &'static [Word],
    texts: impl Iterator<Item = Option<&'a str>>,
) -> Result<FactValue, Misfit> {
    let texts = texts.map(|text| {
        let text = text.ok_or(Misfit::Kind)?.trim();
        if words.is_empty() {
            Ok(Arc::from(text))
        } else {
            let word = listed(words, text);
            word.map(Arc::from)
                .ok_or_else(|| Misfit::Word(nearest(text, spellings(words))))
        }
    });
    Ok(FactValue::List(texts.collect::<Result<_, _>>()?))
}

fn listed(words: &'static [Word], text: &str) -> Option<&'static str> {
    let exact = words.iter().find(|word| word.code == text);
    exact
        .or_else(|| words.iter().find(|word| word.matches(text)))
        .map(|word| word.code)
}

fn spellings(words: &'static [Word]) -> impl Iterator<Item = &'static str> {
    words.iter().flat_map(|word| [word.code, word.nb, word.nn])
}

/// Every whole number a float can hold exactly lies between minus and plus this.
const EXACT: f64 = 9_007_199_254_740_992.0;

fn whole(cell: &Cell<'_>) -> Option<i64> {
    match cell {
        Cell::Whole(number) => i64::try_from(*number).ok(),
        Cell::Number(number) => {
            let exact = number.trunc() == *number && number.abs() <= EXACT;
            exact.then_some(*number as i64)
        }
        Cell::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn number(cell: &Cell<'_>) -> Option<f64> {
    let number = match cell {
        Cell::Whole(number) => *number as f64,
        Cell::Number(number) => *number,
        Cell::Text(text) => text.trim().replacen(',', ".", 1).parse().ok()?,
        _ => return None,
    };
    number.is_finite().then_some(number)
}

#[cfg(test)]
mod tests;
