//! Frames without Arrow: a mapping of column names to lists comes in, cells go out as Python values.

use arrow_array::RecordBatch;
use chrono::NaiveDate;
use mestring::frame::{Cell, Column, record_batch};
use pyo3::IntoPyObjectExt as _;
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyDate, PyDateTime, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple,
};

use crate::errors::Error;

/// A frame of a mapping from column names to lists or tuples of values.
pub fn take(columns: &Bound<'_, PyMapping>) -> PyResult<RecordBatch> {
    let mut named = Vec::new();
    for item in columns.items()? {
        let (name, values): (String, Bound<'_, PyAny>) = item
            .extract()
            .map_err(|_| Error::Type("the names of a frame's columns must be texts".to_owned()))?;
        let column = column(&name, &values)?;
        named.push((name, column));
    }
    Ok(record_batch(named).map_err(Error::Frame)?)
}

/// One value of a list; the kinds that a column can have.
enum Value {
    Missing,
    Bool(bool),
    Whole(i64),
    Number(f64),
    Text(String),
    Date(NaiveDate),
    Texts(Vec<String>),
}

impl Value {
    fn kind(&self) -> &'static str {
        match self {
            Value::Missing => "missing values",
            Value::Bool(_) => "yes/no",
            Value::Whole(_) | Value::Number(_) => "numbers",
            Value::Text(_) => "texts",
            Value::Date(_) => "dates",
            Value::Texts(_) => "lists of texts",
        }
    }
}

fn column(name: &str, values: &Bound<'_, PyAny>) -> PyResult<Column> {
    if !values.is_instance_of::<PyList>() && !values.is_instance_of::<PyTuple>() {
        let got = values.get_type().name()?;
        let text = format!("column `{name}` must be a list or a tuple, not {got}");
        return Err(Error::Type(text).into());
    }
    let mut all = Vec::with_capacity(values.len()?);
    for (row, object) in values.try_iter()?.enumerate() {
        let object = object?;
        let value = value(&object)?.ok_or_else(|| {
            let got = object
                .get_type()
                .name()
                .map_or_else(|_| String::new(), |n| n.to_string());
            Error::Type(format!(
                "column `{name}`, row {row}: a {got} is no value of a frame; give None, bool, int \
                 (up to 64 bits), float, str, date or a list of str",
            ))
        })?;
        all.push(value);
    }
    let mut kinds: Vec<&str> = Vec::new();
    for value in &all {
        if !matches!(value, Value::Missing) && !kinds.contains(&value.kind()) {
            kinds.push(value.kind());
        }
    }
    if let [first, second, ..] = kinds.as_slice() {
        let text = format!("column `{name}` mixes {first} and {second}; give one kind of value");
        return Err(Error::Type(text).into());
    }
    let first = all.iter().find(|value| !matches!(value, Value::Missing));
    let decimals = all.iter().any(|value| matches!(value, Value::Number(_)));
    Ok(match first {
        Some(Value::Bool(_)) => Column::Bool(each(all, |value| match value {
            Value::Bool(yes) => Some(yes),
            _ => None,
        })),
        Some(Value::Whole(_) | Value::Number(_)) if decimals => {
            Column::Number(each(all, |value| match value {
                Value::Whole(number) => Some(number as f64),
                Value::Number(number) => Some(number),
                _ => None,
            }))
        }
        Some(Value::Whole(_) | Value::Number(_)) => Column::Whole(each(all, |value| match value {
            Value::Whole(number) => Some(number),
            _ => None,
        })),
        Some(Value::Date(_)) => Column::Date(each(all, |value| match value {
            Value::Date(date) => Some(date),
            _ => None,
        })),
        Some(Value::Texts(_)) => Column::Texts(each(all, |value| match value {
            Value::Texts(texts) => Some(texts),
            _ => None,
        })),
        Some(Value::Text(_) | Value::Missing) | None => {
            Column::Text(each(all, |value| match value {
                Value::Text(text) => Some(text),
                _ => None,
            }))
        }
    })
}

fn each<T>(values: Vec<Value>, take: impl FnMut(Value) -> Option<T>) -> Vec<Option<T>> {
    values.into_iter().map(take).collect()
}

/// The value of an object; nothing where no column holds such objects.
fn value(object: &Bound<'_, PyAny>) -> PyResult<Option<Value>> {
    Ok(if object.is_none() {
        Some(Value::Missing)
    } else if object.is_instance_of::<PyBool>() {
        Some(Value::Bool(object.extract()?))
    } else if object.is_instance_of::<PyInt>() {
        object.extract().ok().map(Value::Whole)
    } else if object.is_instance_of::<PyFloat>() {
        Some(Value::Number(object.extract()?))
    } else if object.is_instance_of::<PyString>() {
        Some(Value::Text(object.extract()?))
    } else if object.is_instance_of::<PyDateTime>() {
        // A moment is a date too, for Python; its time would be lost in silence.
        None
    } else if object.is_instance_of::<PyDate>() {
        Some(Value::Date(object.extract()?))
    } else if object.is_instance_of::<PyList>() || object.is_instance_of::<PyTuple>() {
        object.extract().ok().map(Value::Texts)
    } else {
        None
    })
}

/// A cell as a Python value.
pub fn give<'py>(py: Python<'py>, cell: &Cell<'_>) -> PyResult<Bound<'py, PyAny>> {
    match cell {
        Cell::Empty => py.None().into_bound_py_any(py),
        Cell::Bool(yes) => yes.into_bound_py_any(py),
        Cell::Whole(number) => match i64::try_from(*number) {
            Ok(number) => number.into_bound_py_any(py),
            // Wider numbers come only from decimals; Python reads their digits itself.
            Err(_) => py.get_type::<PyInt>().call1((number.to_string(),)),
        },
        Cell::Number(number) => number.into_bound_py_any(py),
        Cell::Text(text) => text.into_bound_py_any(py),
        Cell::Date(date) => date.into_bound_py_any(py),
        Cell::Time(time) => time.into_bound_py_any(py),
        Cell::Moment(moment) => moment.into_bound_py_any(py),
        Cell::List(cells) => {
            let values = cells.iter().map(|cell| give(py, cell));
            PyList::new(py, values.collect::<PyResult<Vec<_>>>()?)?.into_bound_py_any(py)
        }
    }
}
