//! The decision log: writing a desk's answers, and answering them again.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use mestring::decide::Decider;
use mestring::decision_log::{self, Entry, LoggedAnswer, Question, ReadLine, Reader, Replay};
use mestring::report::json;
use mestring::text::Texts;
use mestring_exchange::ExchangeError;
use mestring_exchange::folder::{self, LockedLines};
use mestring_model::Lang;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::PyString;
use pyo3::{type_hint_subscript, type_hint_union};
use serde_json::{Value, json};

use crate::arguments::{OtherPacks, SEQUENCE, TEXT, today};
use crate::desk::Desk;
use crate::document::loaded;
use crate::errors::Error;

/// A log by the path of its file, or by its lines.
pub enum Log {
    File(PathBuf),
    Lines(Vec<String>),
}

impl<'a, 'py> FromPyObject<'a, 'py> for Log {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        <PathBuf as FromPyObject<'_, '_>>::INPUT_TYPE,
        type_hint_subscript!(SEQUENCE, TEXT)
    );

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if object.is_instance_of::<PyString>() {
            return object.extract().map(Log::File);
        }
        match object.extract::<Vec<String>>() {
            Ok(lines) => Ok(Log::Lines(lines)),
            Err(_) => object.extract().map(Log::File),
        }
    }
}

impl Log {
    /// Visits the lines one by one, each with whether a line end followed.
    fn each(&self, mut visit: impl FnMut(&str, bool)) -> Result<(), ExchangeError> {
        match self {
            Log::File(path) => folder::each_line(path, |line, whole| {
                visit(line, whole);
                ControlFlow::Continue(())
            }),
            Log::Lines(lines) => {
                lines.iter().for_each(|line| visit(line.trim_end(), true));
                Ok(())
            }
        }
    }
}

/// Answers every question of a decision log again, and gives what came of it as the command's
/// `rules replay --json` does: `replayed` with `same` and `differences` for each answer, `decisions`, and
/// the `lines` that are not in order. `log` is the path of its file, or its lines. With `desk` the
/// answers are asked of it instead of the log's own facts; `packs` take the places of the log's packs of
/// their kind.
///
/// >>> from mestring import replay
/// >>> replay([])["replayed"]
/// []
///
/// Raises FileError where the file cannot be read.
#[pyfunction]
#[pyo3(signature = (log, *, desk = None, packs = OtherPacks::default()) -> "dict[str, Any]")]
pub fn replay<'py>(
    py: Python<'py>,
    log: Log,
    desk: Option<PyRef<'_, Desk>>,
    packs: OtherPacks,
) -> PyResult<Bound<'py, PyAny>> {
    let desk = desk.as_ref().map(|desk| desk.model());
    let text = py.detach(|| replayed(&log, desk, packs));
    loaded(py, text?)
}

fn replayed(
    log: &Log,
    desk: Option<&mestring_model::Desk>,
    OtherPacks(packs): OtherPacks,
) -> Result<String, Error> {
    let texts = Texts::new(Lang::En);
    let mut reader = Reader::default();
    let mut replay = Replay::default().with(packs);
    let (mut replays, mut decisions, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    log.each(|text, whole| {
        let ReadLine { line, problem } = reader.read(text, whole);
        lines.extend(problem.map(|own| json::line_problem(&texts, &own)));
        let Some(line) = line else { return };
        let replayed = replay.entry(&line, desk);
        replays.extend(replayed.map(|own| json::replayed(&texts, &own)));
        if let Entry::Decision(own) = &line.entry {
            decisions.push(json::decided(&line, own));
        }
    })?;
    let document = json::document([
        ("replayed", Value::Array(replays)),
        ("decisions", Value::Array(decisions)),
        ("lines", Value::Array(lines)),
    ]);
    Ok(document.to_string())
}

/// The questions by their names.
pub fn questions(names: &[String]) -> Result<Vec<Question>, Error> {
    let named = names.iter().map(|name| {
        let mut all = Question::ALL.into_iter();
        all.find(|own| own.code() == name).ok_or_else(|| {
            Error::Value(format!(
                "`{name}` is no question; ask for plan, relations or obligations"
            ))
        })
    });
    named.collect()
}

/// Adds answers to a log, after the texts of packs that it lacks: what was added, as JSON text.
pub fn append(decider: &Decider<'_>, path: &Path, questions: &[Question]) -> Result<String, Error> {
    let mut file = LockedLines::open(path)?;
    let mut log = Reader::default();
    file.each(|text, whole| {
        log.read(text, whole);
        ControlFlow::Continue(())
    })?;
    if let Some(wrong) = log.no_log() {
        let text = format!("`{}` is no decision log: {wrong}", path.display());
        return Err(Error::Value(text));
    }
    let answers = questions.iter().map(|own| answer(decider, *own));
    let answers = answers.collect::<Result<Vec<_>, _>>()?;
    let sealed = decision_log::seal(decider, answers, &mut log);
    let sealed = sealed.map_err(|error| Error::Value(error.to_string()))?;
    file.append(&sealed.lines)?;
    let file = path.display().to_string();
    let added = sealed
        .answers
        .iter()
        .map(|own| json!({ "file": file, "entry": own.number, "sha256": own.sha256 }));
    Ok(added.collect::<Value>().to_string())
}

fn answer(decider: &Decider<'_>, question: Question) -> Result<LoggedAnswer, Error> {
    let made = today();
    Ok(match question {
        Question::Plan => decision_log::plan(decider, &decider.proposal()?, made),
        Question::Relations => decision_log::relations(decider, &decider.relations()?, made),
        Question::Obligations => decision_log::obligations(decider, &decider.obligations()?, made),
    })
}
