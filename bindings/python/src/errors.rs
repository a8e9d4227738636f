//! The one table from Rust errors to Python exceptions.

use mestring::decide::assigned::AssignedError;
use mestring::decide::compare::gate::GateError;
use mestring::decide::{CompareError, DecideError, PacksError, WhatIfError};
use mestring::frame::FrameError;
use mestring_exchange::ExchangeError;
use mestring_exchange::settings::SettingFault;
use mestring_model::finding::{EventProblem, Problem};
use mestring_rules::{Diagnostic, RuleError};
use pyo3::exceptions::{PyException, PyTypeError, PyValueError};
use pyo3::{PyErr, Python};

use crate::finding::Finding;

pub mod python {
    //! The exceptions, which are defined in Python so that they can be pickled and extended.
    pyo3::import_exception!(mestring.errors, AssignError);
    pyo3::import_exception!(mestring.errors, DeskError);
    pyo3::import_exception!(mestring.errors, FileError);
    pyo3::import_exception!(mestring.errors, FrameError);
    pyo3::import_exception!(mestring.errors, PackError);
    pyo3::import_exception!(mestring.errors, RuleError);
    pyo3::import_exception!(mestring.errors, UnknownFactError);
}

/// Everything that a call from Python can end with.
pub enum Error {
    /// A question to a desk.
    Decide(Box<DecideError>),
    /// Packs that cannot be compared.
    Compare(Box<CompareError>),
    /// People who cannot be assigned to runs.
    Assign(Box<AssignedError>),
    /// Something that cannot have happened.
    WhatIf(Box<WhatIfError>),
    /// Events as they were handed over.
    Events(ExchangeError),
    /// A file or folder.
    Exchange(ExchangeError),
    /// A frame.
    Frame(FrameError),
    /// A pack's text, with all that is wrong with it.
    Pack(Vec<RuleError>),
    /// Several packs that cannot be used, or not together.
    Packs(PacksError),
    /// A rule at work.
    Rule(Box<RuleError>),
    /// A rule at work on something that is named: a row of a frame, a record of a desk, with which pack.
    On(Box<RuleError>, String),
    /// An argument of another Python type than the call takes.
    Type(String),
    /// An argument of the right type whose value does not fit.
    Value(String),
}

impl From<ExchangeError> for Error {
    fn from(error: ExchangeError) -> Self {
        Error::Exchange(error)
    }
}

impl From<DecideError> for Error {
    fn from(error: DecideError) -> Self {
        match error {
            DecideError::Rule(error) => Error::from(error),
            DecideError::Record {
                judged,
                record,
                error,
            } => Error::On(Box::new(error), format!("{judged} `{record}`")),
            other => Error::Decide(Box::new(other)),
        }
    }
}

impl From<CompareError> for Error {
    fn from(error: CompareError) -> Self {
        match error {
            CompareError::With { place, error } => match Error::from(error) {
                Error::Rule(error) => Error::On(error, format!("pack `{place}`")),
                Error::On(error, record) => Error::On(error, format!("pack `{place}`, {record}")),
                other => other,
            },
            CompareError::Packs(error) => Error::Packs(error),
            other => Error::Compare(Box::new(other)),
        }
    }
}

impl From<WhatIfError> for Error {
    fn from(error: WhatIfError) -> Self {
        match error {
            WhatIfError::Decide(error) => Error::from(error),
            event => Error::WhatIf(Box::new(event)),
        }
    }
}

impl From<AssignedError> for Error {
    fn from(error: AssignedError) -> Self {
        Error::Assign(Box::new(error))
    }
}

impl From<GateError> for Error {
    fn from(error: GateError) -> Self {
        Error::Value(error.to_string())
    }
}

impl From<FrameError> for Error {
    fn from(error: FrameError) -> Self {
        Error::Frame(error)
    }
}

impl Error {
    /// A rule that stopped on a row of a frame, counted from 0.
    pub fn row(error: RuleError, row: usize) -> Self {
        Error::On(Box::new(error), format!("row {row}"))
    }
}

impl From<RuleError> for Error {
    fn from(error: RuleError) -> Self {
        Error::Rule(Box::new(error))
    }
}

impl From<Error> for PyErr {
    fn from(error: Error) -> Self {
        match error {
            Error::Decide(error) => {
                python::DeskError::new_err((error.to_string(), error.code(), "", ""))
            }
            Error::Compare(error) => {
                python::DeskError::new_err((error.to_string(), error.code(), "", ""))
            }
            Error::WhatIf(error) => {
                let place = match &*error {
                    WhatIfError::Event { number, .. } => format!("events, row {number}"),
                    _ => String::new(),
                };
                python::DeskError::new_err((error.to_string(), error.code(), place, ""))
            }
            Error::Events(error) => events_error(&error),
            Error::Exchange(ExchangeError::Settings { faults }) => settings_error(&faults),
            Error::Exchange(error) => python::FileError::new_err((
                error.found(),
                error.code(),
                error.place().to_string(),
                error.remedy(),
            )),
            Error::Frame(error) => frame_error(&error, None),
            Error::Assign(error) => match *error {
                AssignedError::Frame { frame, error } => frame_error(&error, Some(frame)),
                error => {
                    let remedy = remedy(error.code());
                    python::AssignError::new_err((error.to_string(), error.code(), "", remedy))
                }
            },
            Error::Pack(errors) => {
                pack_error(errors.iter().map(|error| (String::new(), error)).collect())
            }
            Error::Packs(PacksError::Text { errors }) => pack_error(
                errors
                    .iter()
                    .map(|(pack, error)| (format!("pack `{pack}`: "), error))
                    .collect(),
            ),
            Error::Packs(error) => {
                let text = error.to_string();
                let finding = Finding::new(
                    "error",
                    error.code(),
                    String::new(),
                    text.clone(),
                    String::new(),
                );
                python::PackError::new_err((text, error.code(), "", "", vec![finding]))
            }
            Error::Rule(error) => rule_error(&error, None),
            Error::On(error, what) => rule_error(&error, Some(&what)),
            Error::Type(text) => PyTypeError::new_err(text),
            Error::Value(text) => PyValueError::new_err(text),
        }
    }
}

/// A frame, by its name where there are several.
fn frame_error(error: &FrameError, frame: Option<&str>) -> PyErr {
    let column = match error.place() {
        (Some(column), Some(row)) => format!("column `{column}`, row {row}"),
        (Some(column), None) => format!("column `{column}`"),
        (None, _) => String::new(),
    };
    let (place, text) = match frame {
        Some(frame) if column.is_empty() => (frame.to_owned(), format!("{frame}: {error}")),
        Some(frame) => (format!("{frame}, {column}"), format!("{frame}: {error}")),
        None => (column, error.to_string()),
    };
    python::FrameError::new_err((text, error.code(), place, error.help()))
}

/// What would be right, as the list of codes has it.
fn remedy(code: &str) -> &'static str {
    let mut codes = mestring::codes::CODES.iter();
    let own = codes.find(|(own, ..)| *own == code);
    own.map_or("", |(_, _, remedy)| remedy)
}

/// A rule that stopped, with the row or record on which it did.
fn rule_error(error: &RuleError, on: Option<&str>) -> PyErr {
    let mut said = said(error);
    if let Some(on) = on {
        said.message += &format!(", on {on}");
        let and = if said.place.is_empty() { "" } else { ", " };
        said.place += &format!("{and}{on}");
    }
    let raised = python::RuleError::new_err((said.message, error.code(), said.place, said.help));
    chained(error, raised)
}

/// The exception behind the error of a rule in Python becomes its cause, with its traceback. What is
/// no error of the rule, such as an interrupt, goes on as it came.
fn chained(error: &RuleError, raised: PyErr) -> PyErr {
    let RuleError::Plugin { failure, .. } = error else {
        return raised;
    };
    let Some(cause) = failure.cause().and_then(|own| own.downcast_ref::<PyErr>()) else {
        return raised;
    };
    Python::attach(|py| {
        let cause = cause.clone_ref(py);
        if !cause.is_instance_of::<PyException>(py) {
            return cause;
        }
        raised.set_cause(py, Some(cause));
        raised
    })
}

/// The first error's words, and all of them as findings; each with what to say before its place.
fn pack_error(errors: Vec<(String, &RuleError)>) -> PyErr {
    let findings: Vec<Finding> = errors
        .iter()
        .map(|(pack, error)| {
            let Said {
                message,
                place,
                help,
            } = said(error);
            Finding::new(
                "error",
                error.code(),
                format!("{pack}{place}"),
                message,
                help,
            )
        })
        .collect();
    let Some((pack, first)) = errors.first() else {
        let text = "the pack was refused without a reason";
        return python::PackError::new_err((text, "", "", "", findings));
    };
    let Said {
        message,
        place,
        help,
    } = said(first);
    let message = match errors.len() {
        1 => message,
        count => format!("{message} (and {} more, see `findings`)", count - 1),
    };
    python::PackError::new_err((
        message,
        first.code(),
        format!("{pack}{place}"),
        help,
        findings,
    ))
}

/// The first fault's words, and all of them as findings.
fn settings_error(faults: &[SettingFault]) -> PyErr {
    let place = |own: &SettingFault| match &own.at {
        Some(at) => format!("{}:{}:{}", own.finding.place.file, at.line, at.column),
        None => own.finding.place.to_string(),
    };
    let findings = faults.iter().map(|own| {
        let (finding, problem) = (&own.finding, &own.finding.problem);
        let severity = finding.severity().code();
        let (found, remedy) = (problem.found(), problem.remedy());
        Finding::new(severity, finding.code(), place(own), found, remedy)
    });
    let findings: Vec<Finding> = findings.collect();
    let Some(first) = faults.first() else {
        let text = "the settings were refused without a reason";
        return python::FileError::new_err((text, "", "", "", findings));
    };
    let problem = &first.finding.problem;
    let message = match faults.len() {
        1 => problem.found(),
        count => format!(
            "{} (and {} more, see `findings`)",
            problem.found(),
            count - 1
        ),
    };
    let (code, help) = (first.finding.code(), problem.remedy());
    python::FileError::new_err((message, code, place(first), help, findings))
}

/// The first of what is wrong with events that were handed over.
fn events_error(error: &ExchangeError) -> PyErr {
    let ExchangeError::Settings { faults } = error else {
        let (place, remedy) = (error.place().to_string(), error.remedy());
        return python::DeskError::new_err((error.found(), error.code(), place, remedy));
    };
    let Some(first) = faults.first() else {
        return python::DeskError::new_err((
            "the events were refused without a reason",
            "",
            "",
            "",
        ));
    };
    let (finding, problem) = (&first.finding, &first.finding.problem);
    let remedy = match problem {
        // What these say is about the lines of a file.
        Problem::Event(EventProblem::Lacks { .. } | EventProblem::NoEvents) => {
            "give a dict with `kind` and the keys of its kind for each event".to_owned()
        }
        problem => problem.remedy(),
    };
    let place = finding.place.to_string();
    python::DeskError::new_err((problem.found(), finding.code(), place, remedy))
}

/// A rule error's parts.
struct Said {
    message: String,
    place: String,
    help: String,
}

fn said(error: &RuleError) -> Said {
    let (place, help) = match error {
        RuleError::Text(diagnostic) => {
            return Said {
                message: diagnostic.message(),
                place: place_of(diagnostic),
                help: diagnostic.help(),
            };
        }
        RuleError::NotYetValid {
            pack, parameter, ..
        }
        | RuleError::Expired {
            pack, parameter, ..
        } => (
            format!("pack `{pack}`, parameter `{parameter}`"),
            "ask for a date on which it has a value, or add one to pack.toml",
        ),
        RuleError::WrongRecord { pack, .. } => {
            (format!("pack `{pack}`"), "give it the records it judges")
        }
        RuleError::Stopped {
            pack,
            rule,
            line,
            column,
            ..
        } => {
            let place = format!("pack `{pack}`, {rule}.rhai:{line}:{column}");
            return told(error, place);
        }
        RuleError::WrongAnswer { pack, rule, .. } => {
            return told(error, format!("pack `{pack}`, rule `{rule}`"));
        }
        RuleError::Plugin {
            plugin, version, ..
        } => (format!("plugin `{plugin}` {version}"), "correct the plugin"),
        RuleError::Host(_) => (
            String::new(),
            "install the wheel of mestring as it was published",
        ),
        _ => (String::new(), ""),
    };
    Said {
        message: error.to_string(),
        place,
        help: help.to_owned(),
    }
}

/// The parts of an error that says itself what would be right, behind a semicolon.
fn told(error: &RuleError, place: String) -> Said {
    let text = error.to_string();
    let (message, help) = match text.split_once("; ") {
        Some((message, help)) => (message, help),
        None => (
            text.as_str(),
            "correct the rule; `Pack.check` runs its cases",
        ),
    };
    Said {
        message: message.to_owned(),
        place,
        help: help.to_owned(),
    }
}

/// Where a diagnostic stands: `long.rhai:2:5`.
pub fn place_of(diagnostic: &Diagnostic) -> String {
    match &diagnostic.at {
        Some(at) => format!("{}:{}:{}", diagnostic.file, at.line, at.column),
        None => diagnostic.file.clone(),
    }
}
