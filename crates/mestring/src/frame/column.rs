//! Typed columns of results, made into a record batch.

use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, RecordBatch, RecordBatchOptions,
    StringArray,
};
use arrow_schema::{DataType, Field, Schema};
use chrono::NaiveDate;

use super::FrameError;

/// The values of one column; `None` is a missing value.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// Texts and codes (Arrow `utf8`).
    Text(Vec<Option<String>>),
    /// Whole numbers (`int64`).
    Whole(Vec<Option<i64>>),
    /// Numbers with decimals (`float64`).
    Number(Vec<Option<f64>>),
    /// Yes or no (`bool`).
    Bool(Vec<Option<bool>>),
    /// Dates (`date32`).
    Date(Vec<Option<NaiveDate>>),
    /// Several texts in a cell (`list<utf8>`).
    Texts(Vec<Option<Vec<String>>>),
}

impl Column {
    /// The number of rows.
    pub fn len(&self) -> usize {
        match self {
            Column::Text(values) => values.len(),
            Column::Whole(values) => values.len(),
            Column::Number(values) => values.len(),
            Column::Bool(values) => values.len(),
            Column::Date(values) => values.len(),
            Column::Texts(values) => values.len(),
        }
    }

    /// True where there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The Arrow type.
    pub fn data_type(&self) -> DataType {
        match self {
            Column::Text(_) => DataType::Utf8,
            Column::Whole(_) => DataType::Int64,
            Column::Number(_) => DataType::Float64,
            Column::Bool(_) => DataType::Boolean,
            Column::Date(_) => DataType::Date32,
            Column::Texts(_) => DataType::new_list(DataType::Utf8, true),
        }
    }

    /// The column as an Arrow array.
    pub fn into_array(self) -> ArrayRef {
        match self {
            Column::Text(values) => Arc::new(StringArray::from(values)),
            Column::Whole(values) => Arc::new(Int64Array::from(values)),
            Column::Number(values) => Arc::new(Float64Array::from(values)),
            Column::Bool(values) => Arc::new(BooleanArray::from(values)),
            Column::Date(values) => {
                let days = values.into_iter().map(|date| Some(date?.to_epoch_days()));
                Arc::new(days.collect::<Date32Array>())
            }
            Column::Texts(values) => {
                let mut builder = ListBuilder::new(StringBuilder::new());
                for texts in values {
                    builder.append_option(texts.map(|texts| texts.into_iter().map(Some)));
                }
                Arc::new(builder.finish())
            }
        }
    }
}

/// A frame of named columns, in their order. Every column may hold missing values.
///
/// # Errors
/// Refuses two columns of the same name and columns of different lengths.
pub fn record_batch(columns: Vec<(String, Column)>) -> Result<RecordBatch, FrameError> {
    let rows = columns.first().map_or(0, |(_, column)| column.len());
    let mut fields: Vec<Field> = Vec::with_capacity(columns.len());
    let mut arrays = Vec::with_capacity(columns.len());
    for (name, column) in columns {
        if fields.iter().any(|field| *field.name() == name) {
            return Err(FrameError::TwoColumns { column: name });
        }
        if column.len() != rows {
            return Err(FrameError::Lengths {
                column: name,
                found: column.len(),
                wanted: rows,
            });
        }
        fields.push(Field::new(name, column.data_type(), true));
        arrays.push(column.into_array());
    }
    // Without columns the number of rows has to be said.
    let options = RecordBatchOptions::new().with_row_count(Some(rows));
    let schema = Arc::new(Schema::new(fields));
    Ok(RecordBatch::try_new_with_options(schema, arrays, &options)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_become_a_frame() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 15);
        let batch = record_batch(vec![
            (
                "text".to_owned(),
                Column::Text(vec![Some("a".to_owned()), None]),
            ),
            ("whole".to_owned(), Column::Whole(vec![None, Some(-3)])),
            ("number".to_owned(), Column::Number(vec![Some(0.5), None])),
            ("yes".to_owned(), Column::Bool(vec![Some(true), None])),
            ("day".to_owned(), Column::Date(vec![day, None])),
            (
                "texts".to_owned(),
                Column::Texts(vec![Some(vec!["b".to_owned()]), None]),
            ),
        ])
        .unwrap();
        assert_eq!((batch.num_rows(), batch.num_columns()), (2, 6));
        let nulls: Vec<usize> = batch.columns().iter().map(|c| c.null_count()).collect();
        assert_eq!(nulls, [1; 6]);
    }

    #[test]
    fn a_frame_without_columns_is_a_frame() {
        assert_eq!(record_batch(Vec::new()).unwrap().num_rows(), 0);
    }

    #[test]
    fn lengths_and_names_are_checked() {
        let short = || Column::Bool(vec![Some(true)]);
        let long = Column::Bool(vec![None, None]);
        let error = record_batch(vec![("a".to_owned(), short()), ("b".to_owned(), long)]);
        assert_eq!(
            error.unwrap_err().to_string(),
            "column `b` has 2 rows, and the first column 1"
        );
        let error = record_batch(vec![("a".to_owned(), short()), ("a".to_owned(), short())]);
        assert_eq!(error.unwrap_err().to_string(), "two columns are named `a`");
    }
}
