//! The class `Desk`.

mod comparing;
mod freeing;
mod question;
mod tables;

use std::ops::ControlFlow;
use std::path::PathBuf;

use chrono::NaiveDate;
use mestring::decide::Packs;
use mestring::report::json;
use mestring_model::Settings;
use mestring_model::facts::Judged;
use mestring_model::id::{OrganisationId, RunId};
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::answers;
use crate::arguments::{Names, OtherPacks, Tables, language};
use crate::decision_log;
use crate::document::loaded;
use crate::errors::Error;
use crate::explanation::give;
use crate::finding::Finding;
use crate::frame::Frame;
use crate::opening::{from_frames, open};
use crate::plugin::PythonPlugins;
use crate::report::{self, Wanted};
use crate::what_if::{Events, WhatIf};
use comparing::Named;
pub use question::Question;

/// Everything a centre keeps lists of: offers, runs, rooms, leaders, agreements and more, with the
/// rule packs it works by.
///
/// A desk is read from a folder or a workbook (`open`), or made from frames (`from_frames`). It holds
/// no persons and cannot be changed. What is wrong with its tables stands in `findings`; reading
/// never stops at the first bad cell.
///
/// Every question takes `as_of`, the date it is asked on (else the desk's own, else today); `packs`,
/// which take the places of the desk's packs of their kind; and `seed`, the seed of draws between
/// runs that all rules hold equal (else the desk's own, else the date). Two packs of one kind raise
/// PackError; a pack that no question uses, or whose own cases fail, warns with UserWarning. What is
/// answered about capacity is a proposal until somebody has decided.
///
/// >>> import datetime
/// >>> from mestring import Desk
/// >>> desk = Desk.from_frames({
/// ...     "offers": {"id": ["DM2"], "title": ["Startkurs diabetes type 2"], "sessions": [2]},
/// ...     "runs": {"id": ["R1"], "offer": ["DM2"], "state": ["wished"], "format": ["digital_live"]},
/// ... })
/// >>> desk
/// <Desk: 1 offers, 1 runs>
/// >>> plan = desk.plan(as_of=datetime.date(2026, 11, 22))
/// >>> plan.column("run"), plan.column("placed")
/// (['R1'], [True])
#[pyclass(frozen, module = "mestring")]
pub struct Desk {
    desk: mestring_model::Desk,
    packs: Packs,
    findings: Vec<mestring_model::Finding>,
}

#[pymethods]
impl Desk {
    /// Reads a desk from a folder of CSV files with a `desk.toml`, or from a workbook, with the packs
    /// that `desk.toml` chooses. `plugins` are the rules in Python that its own packs may name.
    ///
    /// >>> Desk.open("no/such/desk")
    /// Traceback (most recent call last):
    ///     ...
    /// mestring.errors.FileError: X001: `no/such/desk` is not there; check the path
    ///
    /// Raises FileError where nothing could be read, and PackError for a pack of the desk's own.
    #[classmethod]
    #[pyo3(name = "open", signature = (path, *, plugins = PythonPlugins::default()))]
    fn py_open(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        path: PathBuf,
        plugins: PythonPlugins,
    ) -> PyResult<Self> {
        let (desk, packs, findings) = py.detach(|| open(&path, &plugins.registered))?;
        Ok(Desk {
            desk,
            packs,
            findings,
        })
    }

    /// Makes a desk of frames by the tables' names, English or Norwegian, with the columns that the
    /// CSV files have. The other arguments are what `desk.toml` says: the centre's name and
    /// organisation, the date of its questions, the first day of its recorded history, the days that the
    /// plan may use, and the weeks that a new course takes. The shipped packs are its packs.
    ///
    /// >>> desk = Desk.from_frames({"rom": {"id": ["R1"], "navn": ["Aud"], "plasser": ["tolv"]}})
    /// >>> desk.findings[0].where
    /// 'rom, row 2, column `plasser`'
    ///
    /// Raises FrameError for a frame that is no table, and FileError for a table that holds a
    /// national identity number.
    #[classmethod]
    #[pyo3(signature = (
        tables, *, name = String::new(), centre = None, as_of = None, history_from = None,
        plan_from = None, plan_until = None, lead_weeks = None,
    ))]
    #[expect(clippy::too_many_arguments, reason = "they are keywords for Python")]
    fn from_frames(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        tables: Tables,
        name: String,
        centre: Option<String>,
        as_of: Option<NaiveDate>,
        history_from: Option<NaiveDate>,
        plan_from: Option<NaiveDate>,
        plan_until: Option<NaiveDate>,
        lead_weeks: Option<u32>,
    ) -> PyResult<Self> {
        let centre = centre.map(|text| OrganisationId::new(&text)).transpose();
        let centre = centre.map_err(|error| {
            Error::Value(format!("`centre`: {}; {}", error.found(), error.remedy()))
        })?;
        let given = Settings {
            name,
            centre,
            as_of,
            history_from,
            plan_from,
            plan_until,
            lead_weeks,
            ..Settings::default()
        };
        let (desk, packs, findings) = py.detach(|| from_frames(tables, given))?;
        Ok(Desk {
            desk,
            packs,
            findings,
        })
    }

    /// Which wished runs get the capacity: a row for each in the order of priority, with what it gets
    /// (`placed`, `first`, `sessions`, `room`, `hubs`: where groups follow it elsewhere, `leaders`,
    /// `format`) or `lacks` and who it is `held_by`, whether that is proven (`proof`: `no_way`, `drawn`,
    /// `full`, `conflict`, `not_proven`, or `not_weighed`), whether it may be held digitally though it was
    /// asked for in a room (`may_be_digital`: `no`, `first`, or `room_short`: only where rooms are short)
    /// and is (`digital_instead`), with `remedies` the single changes that `would_let_in` the run, each
    /// verified by planning again and with the runs after it that it `loses`, what put it above the next
    /// run, the facts that were missing (`cannot_tell`), and a column for each criterion and requirement.
    ///
    /// >>> desk = Desk.from_frames({
    /// ...     "offers": {"id": ["DM2"], "title": ["Startkurs diabetes type 2"], "sessions": [2]},
    /// ...     "runs": {"id": ["R1"], "offer": ["DM2"], "state": ["wished"]},
    /// ... })
    /// >>> plan = desk.plan(as_of=datetime.date(2026, 11, 22))
    /// >>> plan.column("placed"), plan.column("rank"), plan.column("proof")
    /// ([False], [1], ['no_way'])
    ///
    /// Raises DeskError and RuleError.
    #[pyo3(signature = (*, as_of = None, packs = OtherPacks::default(), seed = None, remedies = false))]
    fn plan(
        &self,
        py: Python<'_>,
        as_of: Option<NaiveDate>,
        packs: OtherPacks,
        seed: Option<u64>,
        remedies: bool,
    ) -> PyResult<Frame> {
        self.ask_frame(py, Question { as_of, packs, seed }, |decider| {
            let mut proposal = decider.proposal()?;
            if remedies {
                let watch = &mut |_, _| ControlFlow::Continue(());
                decider.find_remedies(&mut proposal, watch)?;
            }
            Ok(answers::plan(decider.desk(), &proposal))
        })
    }

    /// The decided runs, still to be held, that stand badly, with a row for each thing that is wrong: `what`
    /// (`whole_day`, `taken`, `room_twice`, `away`, `not_open`, `not_confirmed`, `over_limit`, `too_small`,
    /// `hub_only`, `closed` or `overdrawn`), `at` which room, leader or budget, `by` which other runs, at
    /// which `sessions`, `why` (how far a leader has come, what closes a day), and by how much it is `over`
    /// (people, half-days, øre or minutes). The plan leaves them as they stand.
    ///
    /// >>> synthetic.centre().desk.badly_placed().columns
    /// ['run', 'title', 'what', 'at', 'by', 'sessions', 'why', 'over']
    #[pyo3(signature = (*, as_of = None))]
    fn badly_placed(&self, py: Python<'_>, as_of: Option<NaiveDate>) -> PyResult<Frame> {
        let (packs, seed) = (OtherPacks::default(), None);
        self.ask_frame(py, Question { as_of, packs, seed }, |decider| {
            let (desk, period, as_of) = (decider.desk(), decider.period()?, decider.as_of());
            Ok(answers::badly_placed(desk, period, as_of))
        })
    }

    /// What changes when the packs `new` take the places of the packs `old` (an empty list: of the
    /// desk's own); nothing takes effect. Packs are compared with those of their kind, requirements
    /// with those of their name.
    ///
    /// The frames by name: `packs`, with what their own cases came to and whether they are in force on
    /// the date; `parameters`, the periods in which one differs (`asked`: the date lies in it);
    /// `later_days`, on which a pack of either side changes, so that the answers are others: ask again
    /// with `as_of`; `runs`, whose rank, class or
    /// outcome changes, with the run they passed or that passed them, and by what; `effects`, runs and
    /// seats by target group, organiser, lender, municipality and level (a run of several groups
    /// stands in each); `answers` of rules about runs, `relations` and `obligations` that change; and
    /// `gate`, what each phrase in `forbid` found, as docs/reference/gate.md has them. A phrase that
    /// looked at nothing is not passed.
    ///
    /// >>> desk = Desk.from_frames({})
    /// >>> changes = desk.compare([], [Pack.shipped("priority")], forbid=["any loses place"])
    /// >>> len(changes["runs"]), changes["gate"].column("passed")
    /// (0, [False])
    ///
    /// Raises DeskError where no two packs decide the same, PackError, RuleError, and ValueError for
    /// a phrase that is none.
    #[pyo3(signature = (
        old, new, *, forbid = Names::default(), as_of = None, seed = None,
    ) -> "dict[str, Frame]")]
    fn compare(
        &self,
        py: Python<'_>,
        old: OtherPacks,
        new: OtherPacks,
        forbid: Names,
        as_of: Option<NaiveDate>,
        seed: Option<u64>,
    ) -> PyResult<Named> {
        let question = Question {
            as_of,
            packs: OtherPacks::default(),
            seed,
        };
        self.compared(py, question, (old.0, new.0), &forbid.0)
    }

    /// Which wished runs could use a room that became free on a date, in the order of priority, and
    /// what each would still lack; `as_hub` where a group that follows the run would sit there.
    /// `half_day` is morning, afternoon or evening.
    ///
    /// >>> desk = Desk.from_frames({"rooms": {"id": ["R1"], "name": ["Auditorium"]}})
    /// >>> day = datetime.date(2026, 12, 1)
    /// >>> len(desk.freed("R1", day, "morning", as_of=datetime.date(2026, 11, 22)))
    /// 0
    ///
    /// Raises DeskError where there is no such room, and RuleError.
    #[pyo3(signature = (
        room, date, half_day, *, as_of = None, packs = OtherPacks::default(), seed = None,
    ))]
    #[expect(
        clippy::too_many_arguments,
        reason = "three of them are keywords for Python"
    )]
    fn freed(
        &self,
        py: Python<'_>,
        room: &str,
        date: NaiveDate,
        half_day: &str,
        as_of: Option<NaiveDate>,
        packs: OtherPacks,
        seed: Option<u64>,
    ) -> PyResult<Frame> {
        let (room, slot) = freeing::at(room, date, half_day)?;
        self.ask_frame(py, Question { as_of, packs, seed }, |decider| {
            let proposal = decider.proposal()?;
            let options = decider.freed(&proposal, &room, slot)?;
            Ok(answers::freed(decider.desk(), &options))
        })
    }

    /// What keeps sessions away from a room at a time, whatever is free, each with what to do instead: a
    /// decided run that has it, a public holiday, a closed day, the days on which the room is open. Empty
    /// where nothing does; in the language `lang` (en, nb or nn).
    ///
    /// >>> desk = Desk.from_frames({"rooms": {"id": ["R1"], "name": ["Auditorium"]}})
    /// >>> desk.freed_notes("R1", datetime.date(2026, 12, 1), "morning")
    /// []
    /// >>> len(desk.freed_notes("R1", datetime.date(2026, 12, 25), "morning"))
    /// 1
    ///
    /// Raises DeskError where there is no such room.
    #[pyo3(signature = (room, date, half_day, *, lang = "en"))]
    fn freed_notes(
        &self,
        py: Python<'_>,
        room: &str,
        date: NaiveDate,
        half_day: &str,
        lang: &str,
    ) -> PyResult<Vec<String>> {
        self.notes_of(py, freeing::at(room, date, half_day)?, language(lang)?)
    }

    /// What the plan would become if something happened: the least change. `events` is a list of dicts in
    /// the order in which they happen, each with its `kind` and that kind's keys (`room_freed`: `room`,
    /// `date`, `half_day`; `run_cancelled` and `seat_declined`: `run`; `leader_away`: `leader`, `from`,
    /// `until` and if wanted `half_days`; `room_lost`: `room`, `from`, `until`, `half_days`; `day_closed`:
    /// `from`, for more than a day `until`, `half_days`; `budget_cut`: `budget`, and `amount` in kroner or
    /// `hours`; `leader_confirmed`: `leader`), or the path of a TOML file with the same under `[[event]]`.
    ///
    /// >>> desk = synthetic.centre().desk
    /// >>> found = desk.what_if([{"kind": "run_cancelled", "run": "K2"}])
    /// >>> len(found.changes), found.document()["what_if"]["opened"]
    /// (0, {'least': True})
    ///
    /// Raises DeskError for an event that cannot have happened or be read, FileError for a file that
    /// cannot be, and RuleError.
    #[pyo3(signature = (events, *, as_of = None, packs = OtherPacks::default(), seed = None))]
    fn what_if(
        &self,
        py: Python<'_>,
        events: Events,
        as_of: Option<NaiveDate>,
        packs: OtherPacks,
        seed: Option<u64>,
    ) -> PyResult<WhatIf> {
        let events = py.detach(|| events.read())?;
        self.ask(py, Question { as_of, packs, seed }, |decider, _| {
            WhatIf::of(decider, &events, &self.findings)
        })
    }

    /// What is scarce in the plan: under `bottlenecks` what one more leader, room or budget would give
    /// (whom it would let in, who would lose a place to them, participants won), what gives most first;
    /// under `one_leader` the competences that one leader alone has, with the runs that hang on them.
    ///
    /// >>> sorted(Desk.from_frames({}).scarcity())
    /// ['bottlenecks', 'one_leader']
    ///
    /// Raises DeskError and RuleError.
    #[pyo3(signature = (
        *, as_of = None, packs = OtherPacks::default(), seed = None,
    ) -> "dict[str, Frame]")]
    fn scarcity(
        &self,
        py: Python<'_>,
        as_of: Option<NaiveDate>,
        packs: OtherPacks,
        seed: Option<u64>,
    ) -> PyResult<Named> {
        self.ask_frames(py, Question { as_of, packs, seed }, answers::scarcity)
    }

    /// How every two offers relate and what to do about it, those first that ask for most.
    ///
    /// >>> desk = Desk.from_frames({"offers": {"id": ["A", "B"], "title": ["Yoga", "Yoga"]}})
    /// >>> desk.relations().columns
    /// ['a', 'b', 'title_a', 'title_b', 'relation', 'kind', 'action', 'decided', 'cannot_tell']
    ///
    /// Raises RuleError.
    #[pyo3(signature = (*, as_of = None, packs = OtherPacks::default()))]
    fn relations(
        &self,
        py: Python<'_>,
        as_of: Option<NaiveDate>,
        packs: OtherPacks,
    ) -> PyResult<Frame> {
        self.ask_frame(py, Question::on(as_of, packs), answers::relations)
    }

    /// How it stands with every duty and promise, with the next due date and what is missing to tell.
    ///
    /// >>> len(Desk.from_frames({}).obligations())
    /// 0
    ///
    /// Raises RuleError.
    #[pyo3(signature = (*, as_of = None, packs = OtherPacks::default()))]
    fn obligations(
        &self,
        py: Python<'_>,
        as_of: Option<NaiveDate>,
        packs: OtherPacks,
    ) -> PyResult<Frame> {
        self.ask_frame(py, Question::on(as_of, packs), answers::obligations)
    }

    /// Why a wished run stands where it does: its number in the order of priority (`rank`), what it
    /// gets in the proposal or lacks (`outcome`), every criterion with the clause that fired, what
    /// was added up, and where the facts are stated; for the staff of the centre.
    ///
    /// With `over`, the id of another wished run: what separates the two (`above`, with what was
    /// answered of each in `answers`), and under `lifts` the changes of one fact of the lower run
    /// after which the rules place it above the upper one, each found by running them: the value
    /// nearest to what is known (`to`), of a number all that would do around it (`range`, of which
    /// an end that is None is open), and what has to change with it (`with`). A dict, as the
    /// command's `mestring explain --json` writes it under `explanation` or `versus`.
    ///
    /// >>> desk = Desk.from_frames({
    /// ...     "offers": {"id": ["DM2"], "title": ["Startkurs diabetes type 2"]},
    /// ...     "runs": {"id": ["R1", "R2"], "offer": ["DM2"] * 2, "state": ["wished"] * 2,
    /// ...              "waiting_since": ["2026-09-01", "2026-10-01"]},
    /// ... })
    /// >>> desk.explain("R2")["rank"]
    /// 2
    /// >>> desk.explain("R2", over="R1")["above"]
    /// {'by': 'criterion', 'criterion': 'waiting'}
    ///
    /// Raises DeskError for a run that is not there or not wished for, and RuleError.
    #[pyo3(signature = (
        run, over = None, *, as_of = None, packs = OtherPacks::default(), seed = None,
    ) -> "dict[str, Any]")]
    fn explain<'py>(
        &self,
        py: Python<'py>,
        run: &str,
        over: Option<&str>,
        as_of: Option<NaiveDate>,
        packs: OtherPacks,
        seed: Option<u64>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let id = |text: &str| RunId::new(text).map_err(|error| Error::Value(error.to_string()));
        let (run, over) = (id(run)?, over.map(id).transpose()?);
        let question = Question { as_of, packs, seed };
        let value = self.ask(py, question, |decider, _| {
            Ok(match over {
                None => json::explanation(&self.desk, &decider.explain(&run)?),
                Some(over) => json::versus(&self.desk, &decider.explain_over(&run, &over)?),
            })
        })?;
        give(py, &value)
    }

    /// The offers of each target group at each level, by how far they have come: a row for each
    /// cell of the overview. A missing group or level is one that is not known.
    ///
    /// >>> overview = Desk.from_frames({}).overview()
    /// >>> overview.column("target_group")[0] is None
    /// True
    #[pyo3(signature = (*, as_of = None))]
    fn overview(&self, py: Python<'_>, as_of: Option<NaiveDate>) -> PyResult<Frame> {
        let question = Question::on(as_of, OtherPacks::default());
        self.ask_frame(py, question, |decider| Ok(answers::overview(decider)))
    }

    /// What rules read about each wished run (`run`), pair of offers (`pair`) or `obligation`: the
    /// ids, then a column for each fact. A pack of that kind can score it.
    ///
    /// >>> desk = Desk.from_frames({
    /// ...     "offers": {"id": ["DM2"], "title": ["Startkurs diabetes type 2"], "sessions": [2]},
    /// ...     "runs": {"id": ["R1"], "offer": ["DM2"], "state": ["wished"]},
    /// ... })
    /// >>> facts = desk.facts("run")
    /// >>> facts.column("sessions")
    /// [2]
    /// >>> Pack.shipped("priority").score(facts, keep=["run", "offer"]).column("rank")
    /// [1]
    ///
    /// Raises ValueError for another kind of record.
    #[pyo3(signature = (judged, *, as_of = None))]
    fn facts(&self, py: Python<'_>, judged: &str, as_of: Option<NaiveDate>) -> PyResult<Frame> {
        let judged = Judged::parse(judged).ok_or_else(|| {
            Error::Value(format!(
                "`{judged}` is no kind of record; ask for run, pair or obligation"
            ))
        })?;
        let question = Question::on(as_of, OtherPacks::default());
        self.ask_frame(py, question, move |decider| answers::facts(decider, judged))
    }

    /// All answers as text for people, in the language `lang` (en, nb or nn), in lines of at most
    /// `width` characters; `all` prints long lists in full.
    ///
    /// >>> report = Desk.from_frames({}, name="Lite senter").report(lang="nb")
    /// >>> report.splitlines()[0]
    /// 'Lite senter'
    ///
    /// Raises DeskError and RuleError, and ValueError for another language.
    #[pyo3(signature = (
        *, lang = "en", all = false, width = 100, as_of = None, packs = OtherPacks::default(),
        seed = None,
    ))]
    #[expect(clippy::too_many_arguments, reason = "they are keywords for Python")]
    fn report(
        &self,
        py: Python<'_>,
        lang: &str,
        all: bool,
        width: usize,
        as_of: Option<NaiveDate>,
        packs: OtherPacks,
        seed: Option<u64>,
    ) -> PyResult<String> {
        let wanted = Wanted {
            lang: language(lang)?,
            all,
            width,
        };
        self.ask(py, Question { as_of, packs, seed }, |decider, own| {
            report::text(decider, own, &self.findings, &wanted)
        })
    }

    /// All answers as one document of dicts and lists, as the command's `--json` writes it; `all`
    /// lists also the pairs of offers about which nothing is to be done.
    ///
    /// >>> sorted(Desk.from_frames({}).document())[:3]
    /// ['findings', 'head', 'illustrative']
    ///
    /// Raises DeskError and RuleError.
    #[pyo3(signature = (
        *, all = false, as_of = None, packs = OtherPacks::default(), seed = None,
    ) -> "dict[str, Any]")]
    fn document<'py>(
        &self,
        py: Python<'py>,
        all: bool,
        as_of: Option<NaiveDate>,
        packs: OtherPacks,
        seed: Option<u64>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let text = self.ask(py, Question { as_of, packs, seed }, |decider, own| {
            report::document(decider, own, &self.findings, all)
        })?;
        loaded(py, text)
    }

    /// Writes answers behind a decision log, with their facts and the texts of the packs: `questions`
    /// are plan, relations and obligations. Gives for each the file, the number of its `entry` and its
    /// hash `sha256`; `mestring.replay` answers them again.
    ///
    /// >>> import tempfile
    /// >>> from pathlib import Path
    /// >>> from mestring import replay
    /// >>> log = Path(tempfile.mkdtemp()) / "log.jsonl"
    /// >>> desk = Desk.from_frames({
    /// ...     "offers": {"id": ["DM2"], "title": ["Startkurs diabetes type 2"], "sessions": [2]},
    /// ...     "runs": {"id": ["R1"], "offer": ["DM2"], "state": ["wished"]},
    /// ... })
    /// >>> [entry["entry"] for entry in desk.log(log)]
    /// [5]
    /// >>> [answer["same"] for answer in replay(log)["replayed"]]
    /// [True]
    ///
    /// Raises DeskError, RuleError, FileError where nothing can be written or a national number would
    /// be, and ValueError for another question and for a file that is no log.
    #[pyo3(signature = (
        path, questions = Names(vec!["plan".to_owned()]), *, as_of = None,
        packs = OtherPacks::default(), seed = None,
    ) -> "list[dict[str, Any]]")]
    fn log<'py>(
        &self,
        py: Python<'py>,
        path: PathBuf,
        questions: Names,
        as_of: Option<NaiveDate>,
        packs: OtherPacks,
        seed: Option<u64>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let questions = decision_log::questions(&questions.0)?;
        let text = self.ask(py, Question { as_of, packs, seed }, |decider, _| {
            decision_log::append(decider, &path, &questions)
        })?;
        loaded(py, text)
    }

    /// What is wrong or worth knowing about the tables.
    ///
    /// >>> Desk.from_frames({}).findings
    /// []
    #[getter]
    fn findings(&self) -> Vec<Finding> {
        self.findings.iter().map(Finding::from).collect()
    }

    /// The tables that a desk can have: columns name, nb, nn, meaning, rows, illustrative (rows that
    /// say of themselves that they are invented).
    ///
    /// >>> tables = Desk.from_frames({"rooms": {"id": ["R1"], "name": ["Auditorium"]}}).tables
    /// >>> dict(zip(tables.column("name"), tables.column("rows")))["rooms"]
    /// 1
    #[getter]
    fn tables(&self) -> PyResult<Frame> {
        tables::all(&self.desk)
    }

    /// One table by its English or Norwegian name, as texts; an empty cell is missing. `lang` is the
    /// language of headings and words: en, nb or nn.
    ///
    /// >>> desk = Desk.from_frames({"rooms": {"id": ["R1"], "name": ["Auditorium"]}})
    /// >>> desk.table("rom", lang="nb").column("navn")
    /// ['Auditorium']
    ///
    /// Raises ValueError for a name that no table has and for another language.
    #[pyo3(signature = (name, *, lang = "en"))]
    fn table(&self, name: &str, lang: &str) -> PyResult<Frame> {
        tables::one(&self.desk, name, language(lang)?)
    }

    fn __repr__(&self) -> String {
        tables::shown(&self.desk)
    }

    /// How many rows each table has, and how much was found; never a row.
    fn _repr_html_(&self) -> String {
        tables::html(&self.desk, self.findings.len())
    }
}
