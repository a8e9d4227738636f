//! Rules written in Python: an object with `judge` and what it declares, as a judge of Rust.
//!
//! Whoever judges has let go of the interpreter; a rule takes it for as long as it answers.

use std::sync::Arc;

use mestring_model::Answer;
use mestring_rules::plugin::Failure;
use mestring_rules::{Declaration, Facts, Judge, Opinion, Plugins, Stop};
use pyo3::exceptions::PyException;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PySequence, PyString, PyTuple, PyType};
use pyo3::{type_hint_identifier, type_hint_subscript};

use crate::arguments::Names;
use crate::errors::{Error, python};
use crate::record::{Record, judged};

/// What a rule in Python has to be, for messages.
const WANTED: &str = "give a function under `mestring.rule`, or an object with `judge`, `judges`, \
                      `reads` and `version`";

/// A rule in Python.
struct PythonRule {
    declaration: Declaration,
    judge: Py<PyAny>,
}

impl Judge for PythonRule {
    fn declares(&self) -> &Declaration {
        &self.declaration
    }

    fn judge(&self, facts: &Facts) -> Result<Opinion, Stop> {
        let asked = Python::try_attach(|py| self.ask(py, facts));
        asked.unwrap_or_else(|| Err("the interpreter is shutting down".into()))
    }
}

impl PythonRule {
    fn of(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        let kind = object.get_type().name()?.to_string();
        if object.is_instance_of::<PyType>() {
            let text = "a class is no plugin; give an object of it";
            return Err(Error::Type(text.to_owned()).into());
        }
        let attribute = |name: &str| {
            let own = object.getattr_opt(name)?;
            own.ok_or_else(|| {
                PyErr::from(Error::Type(format!(
                    "a {kind} without `{name}` is no plugin; {WANTED}"
                )))
            })
        };
        let judge = attribute("judge")?;
        if !judge.is_callable() {
            let text = format!("`judge` of a {kind} cannot be called; {WANTED}");
            return Err(Error::Type(text).into());
        }
        let name = match object.getattr_opt("name")? {
            Some(name) => name.extract()?,
            None => kind.clone(),
        };
        let version: String = attribute("version")?.extract()?;
        let record = judged(&attribute("judges")?.extract::<String>()?)?;
        let reads = attribute("reads")?.extract::<Names>()?.0;
        let mut declaration = Declaration::new(name, version, record);
        declaration = declaration.reading(reads.iter().map(String::as_str));
        if let Some(compares) = object.getattr_opt("compares")? {
            for item in compares.call_method0("items")?.try_iter()? {
                let (fact, with): (String, Vec<f64>) = item?.extract()?;
                declaration = declaration.comparing(&fact, with);
            }
        }
        if let Some(pure) = object.getattr_opt("pure")?
            && !pure.extract::<bool>()?
        {
            declaration = declaration.impure();
        }
        Ok(PythonRule {
            declaration,
            judge: judge.unbind(),
        })
    }

    fn ask(&self, py: Python<'_>, facts: &Facts) -> Result<Opinion, Stop> {
        let answered = Bound::new(py, Record(facts.clone()))
            .and_then(|record| self.judge.bind(py).call1((record,)));
        match answered {
            Ok(answer) => opinion(&answer),
            Err(error) => Err(stopped(py, error)),
        }
    }
}

/// Why a rule ended without an answer: a fact that was missing, or an exception, which is kept.
fn stopped(py: Python<'_>, error: PyErr) -> Stop {
    let value = error.value(py);
    if value.is_instance_of::<python::UnknownFactError>()
        && let Ok(fact) = value.getattr("fact").and_then(|own| own.extract())
    {
        return Stop::Missing(fact);
    }
    Stop::Failed(Failure::caused(said(py, &error), Arc::new(error)))
}

/// An exception in one line, with the place in the rule's file.
pub fn said(py: Python<'_>, error: &PyErr) -> String {
    let kind = error.get_type(py).name().map(|own| own.to_string());
    let mut text = kind.unwrap_or_else(|_| "exception".to_owned());
    if let Ok(message) = error.value(py).str()
        && !message.to_string().is_empty()
    {
        text.push_str(&format!(": {message}"));
    }
    let place = error
        .traceback(py)
        .and_then(|own| place(own.into_any()).ok());
    match place {
        Some((file, line)) => format!("{text} ({file}:{line})"),
        None => text,
    }
}

/// Where an exception was raised: the file without its folder, and the line.
fn place(traceback: Bound<'_, PyAny>) -> PyResult<(String, u32)> {
    let mut last = traceback;
    loop {
        let next = last.getattr("tb_next")?;
        if next.is_none() {
            break;
        }
        last = next;
    }
    let path: String = last
        .getattr("tb_frame")?
        .getattr("f_code")?
        .getattr("co_filename")?
        .extract()?;
    let file = path.rsplit(['/', '\\']).next().unwrap_or(&path).to_owned();
    Ok((file, last.getattr("tb_lineno")?.extract()?))
}

/// What a rule returned: an answer, or an answer with its reason.
fn opinion(value: &Bound<'_, PyAny>) -> Result<Opinion, Stop> {
    if let Ok(pair) = value.cast::<PyTuple>() {
        let pair = pair.extract::<(Bound<'_, PyAny>, String)>();
        let (own, because) =
            pair.map_err(|_| "it answered a tuple that is no answer with its reason, a text")?;
        return Ok(Opinion::from(answer(&own)?).because(because));
    }
    Ok(answer(value)?.into())
}

fn answer(value: &Bound<'_, PyAny>) -> Result<Answer, Stop> {
    if value.is_none() {
        return Err("it answered None; a rule answers yes or no, a number or a word".into());
    }
    // NumPy's yes and no are no `bool`, but can be taken as one; its numbers cannot.
    if value.is_instance_of::<PyBool>() {
        return Ok(Answer::Bool(value.is_truthy().unwrap_or(false)));
    }
    if let Ok(word) = value.cast::<PyString>() {
        return Ok(Answer::Word(word.to_string().as_str().into()));
    }
    if let Ok(yes) = value.extract::<bool>() {
        return Ok(Answer::Bool(yes));
    }
    value.extract::<f64>().map(Answer::Number).map_err(|_| {
        let kind = value.get_type().name().map(|own| own.to_string());
        let kind = kind.unwrap_or_else(|_| "thing".to_owned());
        Stop::from(format!(
            "it answered a {kind}; a rule answers yes or no, a number or a word"
        ))
    })
}

/// The rules in Python that a pack may name.
#[derive(Default)]
pub struct PythonPlugins {
    /// The objects as they were given, so that a pack can be pickled.
    pub objects: Vec<Py<PyAny>>,
    /// The same for Rust.
    pub registered: Plugins,
}

impl<'py> FromPyObject<'_, 'py> for PythonPlugins {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Sequence"),
        type_hint_identifier!("mestring.typing", "Plugin")
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let Ok(sequence) = object.cast::<PySequence>() else {
            let text = "`plugins` takes a list, such as [my_rule]";
            return Err(Error::Type(text.to_owned()).into());
        };
        let mut plugins = PythonPlugins::default();
        for own in sequence.try_iter()? {
            let own = own?;
            let rule = PythonRule::of(&own)?;
            let name = &rule.declaration.name;
            if plugins.registered.get(name).is_some() {
                let text = format!("two plugins are called `{name}`; give one another `name`");
                return Err(Error::Value(text).into());
            }
            plugins.registered = plugins.registered.with(Arc::new(rule));
            plugins.objects.push(own.unbind());
        }
        Ok(plugins)
    }
}

/// The rule that `--plugin MODULE:NAME` names. Modules are looked for in the folder where the command
/// was started, too.
pub fn find(name: &str) -> Result<Arc<dyn Judge>, String> {
    let Some((module, attribute)) = name.split_once(':') else {
        return Err("write MODULE:NAME, such as `my_rules:many_seats`".to_owned());
    };
    Python::attach(|py| {
        let found = imported(py, module, attribute);
        let rule = found.and_then(|object| PythonRule::of(&object));
        rule.map(|own| Arc::new(own) as Arc<dyn Judge>)
            .map_err(|error| {
                let known = error.is_instance_of::<PyException>(py);
                let text = if known {
                    said(py, &error)
                } else {
                    "it was stopped".to_owned()
                };
                format!("{text}; check MODULE:NAME, and that the module can be imported here")
            })
    })
}

fn imported<'py>(py: Python<'py>, module: &str, name: &str) -> PyResult<Bound<'py, PyAny>> {
    let path = py.import("sys")?.getattr("path")?;
    let here = py.import("os")?.call_method0("getcwd")?;
    if !path.contains("")? && !path.contains(&here)? {
        path.call_method1("insert", (0, here))?;
    }
    name.split('.')
        .try_fold(py.import(module)?.into_any(), |own, part| own.getattr(part))
}
