//! The class `Record`: what a rule in Python sees.

use std::collections::BTreeMap;
use std::sync::Arc;

use mestring_model::Fact;
use mestring_model::facts::{FactRow, FactRowError, FactType, FactValue, Judged};
use mestring_rules::{Facts, Stop};
use pyo3::exceptions::{PyAttributeError, PyRuntimeError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyList};

use crate::errors::python;

/// One record as a rule in Python reads it: `run.seats` is the fact `seats`.
///
/// A fact that is not known raises UnknownFactError, which ends the rule: it cannot tell. `get` and
/// `known` ask for what may be missing, as `??` and `known(...)` of scripts do. Rules get their records
/// from the pack; to try a rule alone, a record is made of the kind and the facts that are known.
///
/// >>> from mestring import Record
/// >>> run = Record("run", {"seats": 13})
/// >>> run.seats > 12
/// True
/// >>> run.sessions
/// Traceback (most recent call last):
///     ...
/// mestring.errors.UnknownFactError: `sessions` is not known
/// >>> run.seets
/// Traceback (most recent call last):
///     ...
/// AttributeError: `run` has no fact `seets`; did you mean `seats`?
#[pyclass(frozen, module = "mestring")]
pub struct Record(pub Facts);

#[pymethods]
impl Record {
    /// A record of a kind (run, pair, obligation, person or choice) of which these facts are known.
    ///
    /// Raises AttributeError for a name that is no fact, and TypeError for a value that it cannot have.
    #[new]
    fn py_new(judges: &str, facts: BTreeMap<String, Bound<'_, PyAny>>) -> PyResult<Self> {
        let mut row = FactRow::unstated(judged(judges)?);
        for (name, value) in facts {
            let (_, decl) = row.judged().fact(&name).unzip();
            let value = match decl {
                Some(decl) => fact_value(&value, decl.name, decl.kind)?,
                // Which the row refuses, with the nearest name.
                None => FactValue::Bool(false),
            };
            row.set(&name, Fact::Known(value))
                .map_err(|error| raised(error.into()))?;
        }
        Ok(Record(Facts::of(row)))
    }

    fn __getattr__<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        // What packages look for on any object; no fact is called so.
        if name.starts_with('_') {
            return Err(PyAttributeError::new_err(name.to_owned()));
        }
        python_value(py, self.0.value(name).map_err(raised)?)
    }

    fn __dir__(&self) -> Vec<String> {
        let own = ["get", "known"].map(str::to_owned).into_iter();
        own.chain(self.0.declaration().reads.iter().cloned())
            .collect()
    }

    /// A fact, or another value where it is not known; the verdict then says what was assumed.
    ///
    /// >>> Record("run", {}).get("seats", 6)
    /// 6
    ///
    /// Raises AttributeError for a name that is no fact, and TypeError for a value that it cannot have.
    fn get<'py>(
        &self,
        py: Python<'py>,
        fact: &str,
        otherwise: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let value = match self.0.judged().fact(fact) {
            Some((_, decl)) => fact_value(otherwise, decl.name, decl.kind)?,
            None => return Err(self.0.known(fact).map_or_else(raised, |_| unnamed(fact))),
        };
        python_value(py, &self.0.value_or(fact, value).map_err(raised)?)
    }

    /// True where a fact is known.
    ///
    /// >>> Record("run", {"seats": 13}).known("seats")
    /// True
    ///
    /// Raises AttributeError for a name that is no fact.
    fn known(&self, fact: &str) -> PyResult<bool> {
        self.0.known(fact).map_err(raised)
    }

    /// Never shows a value: a record may be about a person.
    fn __repr__(&self) -> String {
        format!("<Record of a {}>", self.0.judged())
    }
}

/// A kind of record by its code.
pub fn judged(code: &str) -> PyResult<Judged> {
    Judged::parse(code).ok_or_else(|| {
        let codes: Vec<&str> = Judged::ALL.into_iter().map(Judged::code).collect();
        let text = format!(
            "`{code}` is no kind of record; one of: {}",
            codes.join(", ")
        );
        PyValueError::new_err(text)
    })
}

/// What a record refused, as Python knows it.
fn raised(stop: Stop) -> PyErr {
    let text = stop.to_string();
    match stop {
        Stop::Missing(fact) => python::UnknownFactError::new_err((fact,)),
        Stop::NoSuchFact(FactRowError::WrongType { .. }) => PyTypeError::new_err(text),
        Stop::NoSuchFact(_) | Stop::NotDeclared { .. } => PyAttributeError::new_err(text),
        _ => PyRuntimeError::new_err(text),
    }
}

fn unnamed(fact: &str) -> PyErr {
    PyAttributeError::new_err(fact.to_owned())
}

fn python_value<'py>(py: Python<'py>, value: &FactValue) -> PyResult<Bound<'py, PyAny>> {
    Ok(match value {
        FactValue::Bool(yes) => PyBool::new(py, *yes).to_owned().into_any(),
        FactValue::Int(number) => number.into_pyobject(py)?.into_any(),
        FactValue::Number(number) => number.into_pyobject(py)?.into_any(),
        FactValue::Text(text) => text.into_pyobject(py)?.into_any(),
        FactValue::List(texts) => PyList::new(py, texts.iter().map(|own| &**own))?.into_any(),
    })
}

/// A Python value as one of a fact; a whole number stands for one with decimals too.
fn fact_value(value: &Bound<'_, PyAny>, name: &str, kind: FactType) -> PyResult<FactValue> {
    let yes_no = value.is_instance_of::<PyBool>();
    let read = match kind {
        FactType::Bool => value.extract().map(FactValue::Bool).ok(),
        FactType::Int if !yes_no => value.extract().map(FactValue::Int).ok(),
        FactType::Number if !yes_no => value.extract().map(FactValue::Number).ok(),
        FactType::Text | FactType::Listed(_) => {
            let text = value.extract::<String>().ok();
            text.map(|own| FactValue::Text(own.into()))
        }
        FactType::TextList | FactType::ListedList(_) => {
            let texts = value.extract::<Vec<String>>().ok();
            texts.map(|own| FactValue::List(own.into_iter().map(Arc::from).collect()))
        }
        _ => None,
    };
    let found = value.get_type().name()?;
    read.ok_or_else(|| {
        PyTypeError::new_err(format!("`{name}` takes a {}, not a {found}", kind.name()))
    })
}
