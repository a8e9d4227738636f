//! The class `WhatIf`, and events as they come from Python.

use std::path::PathBuf;

use chrono::NaiveDate;
use mestring::decide::{self, Decider, Event};
use mestring::plan::Fate;
use mestring::report::{self, Unknowns, View, json};
use mestring::text::Texts;
use mestring_exchange::settings::{EventValue, events_of};
use mestring_model::finding;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDate, PyDateTime, PyInt, PyMapping, PySequence, PyString};
use pyo3::{type_hint_identifier, type_hint_subscript, type_hint_union};
use serde_json::{Value, json};

use crate::answers::{self, Columns, what_if as columns};
use crate::arguments::{SEQUENCE, TEXT, language};
use crate::document::{loaded, rendered};
use crate::errors::Error;
use crate::explanation::Parts;
use crate::finding::Finding;
use crate::frame::Frame;
use crate::pack::frame;

/// Events by the path of their file, or one by one.
pub enum Events {
    File(PathBuf),
    Rows(Vec<Vec<(String, EventValue)>>),
}

impl<'a, 'py> FromPyObject<'a, 'py> for Events {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        <PathBuf as FromPyObject<'_, '_>>::INPUT_TYPE,
        type_hint_subscript!(
            SEQUENCE,
            type_hint_subscript!(
                type_hint_identifier!("collections.abc", "Mapping"),
                TEXT,
                type_hint_identifier!("builtins", "object")
            )
        )
    );

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let Ok(rows) = object.cast::<PySequence>() else {
            return object.extract().map(Events::File);
        };
        // A text is a sequence too, for Python, and the path of a file here.
        if object.is_instance_of::<PyString>() {
            return object.extract().map(Events::File);
        }
        let rows = rows.try_iter()?.enumerate().map(|(at, row)| {
            let row = row?;
            let Ok(keys) = row.cast::<PyMapping>() else {
                let name = row.get_type().name()?;
                let text = format!("event {}: give a dict, not a {name}", at + 1);
                return Err(Error::Type(text).into());
            };
            event(at + 1, keys)
        });
        Ok(Events::Rows(rows.collect::<PyResult<_>>()?))
    }
}

/// The keys of an event with their values; a key without one is as good as not there.
fn event(number: usize, keys: &Bound<'_, PyMapping>) -> PyResult<Vec<(String, EventValue)>> {
    let mut values = Vec::new();
    for item in keys.items()? {
        let (key, object): (String, Bound<'_, PyAny>) = item.extract()?;
        if object.is_none() {
            continue;
        }
        let value = value(&object)?.ok_or_else(|| {
            let got = object.get_type().name();
            let got = got.map_or_else(|_| String::new(), |own| own.to_string());
            Error::Type(format!(
                "event {number}, `{key}`: a {got} is no value of an event; give a str, an int, a date \
                 or a list of str"
            ))
        })?;
        values.push((key, value));
    }
    Ok(values)
}

fn value(object: &Bound<'_, PyAny>) -> PyResult<Option<EventValue>> {
    Ok(if object.is_instance_of::<PyString>() {
        Some(EventValue::Text(object.extract()?))
    } else if object.is_instance_of::<PyBool>() {
        Some(EventValue::YesNo(object.extract()?))
    } else if object.is_instance_of::<PyInt>() {
        object.extract().ok().map(EventValue::Whole)
    } else if object.is_instance_of::<PyDateTime>() {
        // A moment is a date too, for Python; its time would be lost in silence.
        None
    } else if object.is_instance_of::<PyDate>() {
        Some(EventValue::Day(object.extract::<NaiveDate>()?))
    } else {
        object.extract().ok().map(EventValue::Texts)
    })
}

impl Events {
    /// The events as the library has them.
    pub fn read(self) -> Result<Vec<Event>, Error> {
        match self {
            Events::File(path) => Ok(mestring_exchange::events::read(&path)?),
            Events::Rows(rows) => events_of(rows, "events").map_err(Error::Events),
        }
    }
}

/// What a plan would become if something happened: the least change. A proposal until somebody decided.
///
/// `Desk.what_if` makes it.
///
/// >>> desk = Desk.from_frames({
/// ...     "offers": {"id": ["DM2"], "title": ["Diabetes"], "sessions": [1]},
/// ...     "runs": {"id": ["R1"], "offer": ["DM2"], "state": ["decided"], "starts": ["2027-01-11"]},
/// ... }, as_of=datetime.date(2026, 11, 22))
/// >>> found = desk.what_if([{"kind": "run_cancelled", "run": "R1"}])
/// >>> found
/// <WhatIf: 1 event, 0 runs changed>
#[pyclass(frozen, module = "mestring")]
pub struct WhatIf {
    found: decide::WhatIf,
    head: Value,
    as_of: NaiveDate,
    packs: Vec<decide::PackRef>,
    seed: u64,
    /// Tables of the desk that say of themselves that they are invented.
    illustrative: Value,
    findings: Vec<mestring_model::Finding>,
}

impl WhatIf {
    /// Asks; `read` is what was found while the desk was read.
    ///
    /// # Errors
    /// An event that cannot have happened, and what a plan cannot answer.
    pub fn of(
        decider: &Decider<'_>,
        events: &[Event],
        read: &[mestring_model::Finding],
    ) -> Result<Self, Error> {
        let found = decider.what_if(events)?;
        let desk = decider.desk();
        let (as_of, packs, seed) = (decider.as_of(), decider.packs(), decider.seed());
        let mut findings = [read, &decider.findings()].concat();
        finding::sort(&mut findings);
        Ok(WhatIf {
            head: json::head(desk, as_of, &packs, Some(seed)),
            illustrative: json::illustrative(desk),
            found,
            as_of,
            packs,
            seed,
            findings,
        })
    }

    fn frame(&self, columns: Columns) -> PyResult<Frame> {
        let columns = columns.iter();
        frame(
            columns
                .map(|(name, column)| (name.as_str(), column.clone()))
                .collect(),
        )
    }
}

#[pymethods]
impl WhatIf {
    /// Every run whose place changes, decided ones first: what becomes of it (`fate`: `moved`,
    /// `replaced`, `dropped` or `added`), what moving it weighs, when, where and by whom it is held
    /// before and after, and what a run without a place `lacks`.
    ///
    /// >>> found = synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> found.changes.columns[:4]
    /// ['run', 'title', 'fate', 'decided']
    #[getter]
    fn changes(&self) -> PyResult<Frame> {
        self.frame(columns::changes(&self.found, &[]))
    }

    /// Of `changes` those that stand elsewhere: because their old place is gone (`replaced`), or so that
    /// another run has a place (`moved`).
    ///
    /// >>> found = synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> len(found.moved)
    /// 0
    #[getter]
    fn moved(&self) -> PyResult<Frame> {
        self.frame(columns::changes(
            &self.found,
            &[Fate::Moved, Fate::Replaced],
        ))
    }

    /// Of `changes` those that have no place any more.
    ///
    /// >>> found = synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> len(found.dropped)
    /// 0
    #[getter]
    fn dropped(&self) -> PyResult<Frame> {
        self.frame(columns::changes(&self.found, &[Fate::Dropped]))
    }

    /// Of `changes` those that had no place and have one.
    ///
    /// >>> found = synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> len(found.added)
    /// 0
    #[getter]
    fn added(&self) -> PyResult<Frame> {
        self.frame(columns::changes(&self.found, &[Fate::Added]))
    }

    /// The runs that a plan made anew in strict order would treat otherwise: whether it has a place
    /// there.
    ///
    /// >>> found = synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> found.anew.columns
    /// ['run', 'placed']
    #[getter]
    fn anew(&self) -> PyResult<Frame> {
        self.frame(columns::anew(&self.found))
    }

    /// The decided runs that lose a leader and cannot be moved, or have no place any more, at which sessions,
    /// and which leaders could step in (`substitutes`).
    ///
    /// >>> found = synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> found.without_leader.columns
    /// ['run', 'sessions', 'substitutes']
    #[getter]
    fn without_leader(&self) -> PyResult<Frame> {
        self.frame(columns::without_leader(&self.found))
    }

    /// The decided runs that lose a room and cannot be moved, at which sessions, and which rooms would do
    /// (`substitutes`).
    ///
    /// >>> found = synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> found.without_room.columns
    /// ['run', 'room', 'sessions', 'substitutes']
    #[getter]
    fn without_room(&self) -> PyResult<Frame> {
        self.frame(columns::without_room(&self.found))
    }

    /// The decided runs whose sessions move since the centre is closed: those that fall away
    /// (`sessions_before`), those in their place (`sessions_after`), and of these the ones at which the
    /// room or a leader is not free (`not_free`).
    ///
    /// >>> found = synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> found.shifted.columns
    /// ['run', 'sessions_before', 'sessions_after', 'not_free']
    #[getter]
    fn shifted(&self) -> PyResult<Frame> {
        self.frame(columns::shifted(&self.found))
    }

    /// What each decided run draws on the budgets that were cut, the one that begins first at the front:
    /// what the budget `holds`, what is `left` of it when all have drawn, what the run `needs` (null where
    /// nobody says), and whether it `overdraws`; all in øre or minutes, as `unit` says. A budget on which
    /// none draws has a row without a run.
    ///
    /// >>> found = synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> found.budgets.columns
    /// ['budget', 'unit', 'holds', 'left', 'run', 'needs', 'overdraws']
    #[getter]
    fn budgets(&self) -> PyResult<Frame> {
        self.frame(columns::budgets(&self.found))
    }

    /// What each run that was cancelled gives back: its rooms, its sessions, the leaders, and what it drew
    /// on each of its budgets as `BUDGET: AMOUNT UNIT`, in øre (`ore`) or minutes.
    ///
    /// >>> found = synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> found.given_back.columns
    /// ['run', 'rooms', 'sessions', 'leaders', 'budgets']
    #[getter]
    fn given_back(&self) -> PyResult<Frame> {
        self.frame(columns::given_back(&self.found))
    }

    /// The runs in which a seat was declined: who are expected, and how many seats are free now; null where
    /// nobody says. Who is next is told by `mestring next DESK RUN --people STORE`.
    ///
    /// >>> found = synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> found.seats.columns
    /// ['run', 'seats', 'expected', 'free']
    #[getter]
    fn seats(&self) -> PyResult<Frame> {
        self.frame(columns::seats(&self.found))
    }

    /// The whole plan as it would be, with the columns of `Desk.plan`.
    ///
    /// >>> found = synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> len(found.plan)
    /// 0
    #[getter]
    fn plan(&self) -> PyResult<Frame> {
        self.frame(answers::plan(&self.found.desk, &self.found.after))
    }

    /// What is proven: under `forced` of the runs that had to change, under `opened` of those that change
    /// so that others come in; `least`, or how much and how many runs must change at least.
    ///
    /// >>> found = synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> found.proven
    /// {'forced': {'least': True}, 'opened': {'least': True}}
    #[getter]
    fn proven(&self) -> Parts {
        let all = json::what_if(&self.found);
        Parts(json!({ "forced": all.get("forced"), "opened": all.get("opened") }))
    }

    /// What is wrong or worth knowing about the desk.
    ///
    /// >>> synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}]).findings
    /// []
    #[getter]
    fn findings(&self) -> Vec<Finding> {
        self.findings.iter().map(Finding::from).collect()
    }

    /// Everything as one document of dicts and lists, as `mestring plan --what-if … --json` writes it.
    ///
    /// >>> found = synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> found.document()["what_if"]["events"]
    /// [{'kind': 'run_cancelled', 'run': 'K2'}]
    #[pyo3(signature = () -> "dict[str, Any]")]
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let text = py.detach(|| {
            let unknowns = Unknowns::of(Some(&self.found.after), None, None);
            let parts = [
                ("head", self.head.clone()),
                ("what_if", json::what_if(&self.found)),
                ("missing", json::missing(&unknowns)),
                ("illustrative", self.illustrative.clone()),
                ("findings", json::findings(&self.findings)),
            ];
            json::document(parts).to_string()
        });
        loaded(py, text)
    }

    /// The report as `mestring plan --what-if` writes it, in the language `lang` (en, nb or nn), in lines
    /// of at most `width` characters; `all` prints the whole plan too.
    ///
    /// >>> found = synthetic.centre().desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> found.report(lang="nb").splitlines()[0]
    /// 'Oppdiktet senter'
    ///
    /// Raises ValueError for another language.
    #[pyo3(signature = (*, lang = "en", all = false, width = 100))]
    fn report(&self, py: Python<'_>, lang: &str, all: bool, width: usize) -> PyResult<String> {
        let texts = Texts::new(language(lang)?);
        Ok(py.detach(|| {
            // Names are those of the desk as it would be.
            let view = View {
                desk: &self.found.desk,
                texts: &texts,
                all,
            };
            let mut page = report::head(&view, self.as_of, &self.packs, Some(self.seed));
            page.append(report::what_if(&view, &self.found));
            let unknowns = Unknowns::of(Some(&self.found.after), None, None);
            page.append(report::ending(&view, Some(&unknowns), &self.findings));
            rendered(&page, width)
        }))
    }

    fn __repr__(&self) -> String {
        let (events, changes) = (self.found.events.len(), self.found.changes.len());
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        format!(
            "<WhatIf: {events} event{}, {changes} run{} changed>",
            plural(events),
            plural(changes)
        )
    }
}
