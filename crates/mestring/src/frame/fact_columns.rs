//! Facts as columns of a frame.

use arrow_array::RecordBatch;
use mestring_model::facts::{FactRow, FactType, FactValue, Judged};

use super::{Column, FrameError, record_batch};

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
