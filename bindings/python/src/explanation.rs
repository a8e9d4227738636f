//! The class `Explanation`, and one record as it comes from Python.

use mestring::report::json;
use mestring_model::facts::{FactRow, FactType, FactValue, Judged};
use mestring_rules::reason::Explained;
use pyo3::IntoPyObjectExt as _;
use pyo3::exceptions::PyKeyError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyIterator, PyList, PyMapping, PyString};
use pyo3::{type_hint_identifier, type_hint_subscript};
use serde_json::Value;

use crate::errors::Error;

/// One record with a value for each fact that is known.
pub struct OneRecord(Vec<(String, Stated)>);

/// A value as Python has it.
enum Stated {
    Nothing,
    Bool(bool),
    Whole(i64),
    Number(f64),
    Text(String),
    Texts(Vec<String>),
}

impl<'py> FromPyObject<'_, 'py> for OneRecord {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Mapping"),
        type_hint_identifier!("builtins", "str"),
        type_hint_identifier!("builtins", "object")
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let mut values = Vec::new();
        for item in object.cast::<PyMapping>()?.items()? {
            let (name, value): (String, Bound<'_, PyAny>) = item.extract()?;
            let stated = stated(&value).map_err(|_| {
                let got = value.get_type().name().map_or_else(|_| String::new(), |n| n.to_string());
                Error::Value(format!(
                    "`{name}`: a {got} is no value of a fact; give None, bool, int (up to 64 bits), \
                     float, str or a list of str"
                ))
            })?;
            values.push((name, stated));
        }
        Ok(OneRecord(values))
    }
}

fn stated(value: &Bound<'_, PyAny>) -> PyResult<Stated> {
    Ok(if value.is_none() {
        Stated::Nothing
    } else if value.is_instance_of::<PyBool>() {
        Stated::Bool(value.extract()?)
    } else if value.is_instance_of::<PyInt>() {
        Stated::Whole(value.extract()?)
    } else if value.is_instance_of::<PyFloat>() {
        Stated::Number(value.extract()?)
    } else if value.is_instance_of::<PyString>() {
        Stated::Text(value.extract()?)
    } else {
        Stated::Texts(value.extract()?)
    })
}

impl OneRecord {
    /// The record as rules read it.
    ///
    /// # Errors
    /// A name that is no fact, and a value of another type.
    pub fn row(self, judged: Judged) -> Result<FactRow, Error> {
        let mut row = FactRow::unstated(judged);
        for (name, value) in self.0 {
            let kind = judged.fact(&name).map(|(_, decl)| decl.kind);
            let known = match value {
                Stated::Nothing => None,
                Stated::Bool(yes) => Some(FactValue::Bool(yes)),
                Stated::Whole(number) if kind == Some(FactType::Number) => {
                    Some(FactValue::Number(number as f64))
                }
                Stated::Whole(number) => Some(FactValue::Int(number)),
                Stated::Number(number) if number.is_nan() => None,
                Stated::Number(number) => Some(FactValue::Number(number)),
                Stated::Text(text) => Some(FactValue::Text(text.into())),
                Stated::Texts(texts) => {
                    Some(FactValue::List(texts.into_iter().map(Into::into).collect()))
                }
            };
            row.set(&name, known.into())
                .map_err(|error| Error::Value(error.to_string()))?;
        }
        Ok(row)
    }
}

/// Why the rules of a pack answer as they do about one record.
///
/// It is read like a dict from the names of the criteria, in the pack's order, to their reasons: a
/// dict with `answer`, `fired` (the clauses that gave it, with file, line, text and comment), `steps`
/// (what was added up), `read`, `assumed`, `immaterial`, `stopped` and `rule`, as the command's
/// `--json` writes them.
///
/// >>> from mestring import Pack
/// >>> explanation = Pack.shipped("priority").explain({"focus_group": False, "waiting": 3})
/// >>> explanation
/// <Explanation of 6 criteria>
/// >>> list(explanation)[:2]
/// ['established', 'focus_groups']
/// >>> explanation["large_groups"]["stopped"]["fact"]
/// 'large_chronic_group'
#[pyclass(frozen, module = "mestring")]
pub struct Explanation(pub Explained);

#[pymethods]
impl Explanation {
    /// The sum of the answers, yes counted as 1; None where one cannot be told. A pack with
    /// `order = "points"` ranks by it.
    ///
    /// >>> Pack.shipped("priority").explain({}).points is None
    /// True
    #[getter]
    fn points(&self) -> Option<f64> {
        self.0.points()
    }

    /// All reasons as a dict of dicts.
    ///
    /// >>> sorted(Pack.shipped("format").explain({}).to_dict())
    /// ['format']
    #[pyo3(signature = () -> "dict[str, Any]")]
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let all = PyDict::new(py);
        for own in &self.0.reasons {
            all.set_item(&*own.verdict.rule.rule, give(py, &json::reason(own))?)?;
        }
        Ok(all)
    }

    fn __getitem__(&self, criterion: &str) -> PyResult<Parts> {
        let mut reasons = self.0.reasons.iter();
        match reasons.find(|own| &*own.verdict.rule.rule == criterion) {
            Some(own) => Ok(Parts(json::reason(own))),
            None => Err(PyKeyError::new_err(criterion.to_owned())),
        }
    }

    fn __contains__(&self, criterion: &str) -> bool {
        let mut reasons = self.0.reasons.iter();
        reasons.any(|own| &*own.verdict.rule.rule == criterion)
    }

    fn __iter__(&self) -> Names {
        let names = self.0.reasons.iter();
        Names(names.map(|own| own.verdict.rule.rule.to_string()).collect())
    }

    fn __len__(&self) -> usize {
        self.0.reasons.len()
    }

    fn __repr__(&self) -> String {
        format!("<Explanation of {} criteria>", self.0.reasons.len())
    }
}

/// A dict of what a JSON object has.
pub struct Parts(pub Value);

impl<'py> IntoPyObject<'py> for Parts {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("builtins", "dict"),
        type_hint_identifier!("builtins", "str"),
        type_hint_identifier!("typing", "Any")
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        give(py, &self.0)
    }
}

/// An iterator over names.
struct Names(Vec<String>);

impl<'py> IntoPyObject<'py> for Names {
    type Target = PyIterator;
    type Output = Bound<'py, PyIterator>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Iterator"),
        type_hint_identifier!("builtins", "str")
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyList::new(py, self.0)?.try_iter()
    }
}

/// A JSON value as Python has it.
pub fn give<'py>(py: Python<'py>, value: &Value) -> PyResult<Bound<'py, PyAny>> {
    match value {
        Value::Null => py.None().into_bound_py_any(py),
        Value::Bool(yes) => yes.into_bound_py_any(py),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => whole.into_bound_py_any(py),
            None => number.as_f64().into_bound_py_any(py),
        },
        Value::String(text) => text.into_bound_py_any(py),
        Value::Array(items) => {
            let items = items.iter().map(|item| give(py, item));
            PyList::new(py, items.collect::<PyResult<Vec<_>>>()?)?.into_bound_py_any(py)
        }
        Value::Object(parts) => {
            let dict = PyDict::new(py);
            for (name, part) in parts {
                dict.set_item(name, give(py, part)?)?;
            }
            dict.into_bound_py_any(py)
        }
    }
}
