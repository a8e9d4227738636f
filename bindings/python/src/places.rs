//! The classes `Places` and `NextInLine`: who gets a place, and who is next.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring::decide::{self, Places as Given};
use mestring::frame::record_batch;
use mestring::report::{self, Page, View, json};
use mestring::text::Texts;
use mestring_model::Lang;
use mestring_model::id::PersonId;
use pyo3::prelude::*;
use serde_json::{Value, json};

use crate::answers::{Columns, people as columns};
use crate::arguments::language;
use crate::capsule::Batches;
use crate::desk::Desk;
use crate::document::{loaded, rendered};
use crate::errors::Error;
use crate::explanation::Parts;
use crate::finding::Finding;
use crate::frame::Frame;

/// What an answer about people rests on.
pub struct Rests {
    pub desk: Py<Desk>,
    pub as_of: NaiveDate,
    /// Of the desk, the store and the reference data, in order.
    pub findings: Vec<mestring_model::Finding>,
}

impl Rests {
    /// All of an answer as JSON text, as the command's `--json` writes it.
    fn document(&self, places: &Given, parts: Vec<(&'static str, Value)>) -> String {
        let desk = self.desk.get().model();
        let head = json::head(desk, self.as_of, &places.packs, places.seed);
        let mut all = vec![("head", head)];
        all.extend(parts);
        all.push(("illustrative", json::illustrative(desk)));
        all.push(("findings", json::findings(&self.findings)));
        json::document(all).to_string()
    }

    /// A page of an answer as text, with what it rests on.
    fn report(
        &self,
        places: &Given,
        lang: Lang,
        (all, width): (bool, usize),
        own: impl FnOnce(&View<'_>) -> Result<Page, Error>,
    ) -> Result<String, Error> {
        let texts = Texts::new(lang);
        let desk = self.desk.get().model();
        let view = View {
            desk,
            texts: &texts,
            all,
        };
        let mut page = report::head(&view, self.as_of, &places.packs, places.seed);
        page.append(own(&view)?);
        page.append(report::ending(&view, None, &self.findings));
        Ok(rendered(&page, width))
    }
}

/// Who gets a place in which run, for the staff of the centre: a proposal until somebody decided.
///
/// `People.assign` makes it. Its frames name people by their ids in the store; `summary` and what it
/// prints of itself name nobody.
///
/// >>> places = synthetic.centre().assign()
/// >>> places
/// <Places: 5 of 7 people have a place, 0 of 2 runs are cancelled>
/// >>> places.placements.column("run")
/// ['K1', 'K1', 'K2', 'K2', 'K1']
#[pyclass(frozen, module = "mestring")]
pub struct Places {
    pub places: Given,
    pub rests: Rests,
}

impl Places {
    fn frame(&self, py: Python<'_>, columns: fn(&Given) -> Columns) -> PyResult<Frame> {
        let batch = py.detach(|| record_batch(columns(&self.places)));
        Ok(Frame(Batches::one(batch.map_err(Error::Frame)?)))
    }

    fn counts(&self) -> (usize, usize) {
        // Whoever waits for several things is one person, and has a place with one.
        let mut people: BTreeMap<&PersonId, bool> = BTreeMap::new();
        for own in &self.places.people {
            *people.entry(&own.person).or_default() |= own.outcome.has_place();
        }
        (
            people.values().filter(|placed| **placed).count(),
            people.len(),
        )
    }
}

#[pymethods]
impl Places {
    /// Who has a place in the end: the `person`, the `offer` that they waited for (None for any run for
    /// their groups), the `run`, whether it is `kept`, `given` or one to
    /// which they would be `moved` (`outcome`), and what it costs in the units of the preference pack;
    /// None for a place that somebody keeps.
    ///
    /// >>> synthetic.centre().assign().placements.to_dict()["person"]
    /// ['A', 'B', 'C', 'D', 'E']
    #[getter]
    fn placements(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, columns::placements)
    }

    /// Who has none: the `person`, the `offer` that they wait for, the `class`, and why (`outcome`): `full` (`would_do` runs would do, of
    /// which so many would be `cancelled`), `no_run` (none of those `considered` would do, see `why`),
    /// `ask` (it cannot be told, see `asks`), or `lost` (the run that they had a place in, `from`, would
    /// be cancelled).
    ///
    /// >>> synthetic.centre().assign().unplaced.column("outcome")
    /// ['full', 'ask']
    #[getter]
    fn unplaced(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, columns::unplaced)
    }

    /// For whom no run would do: of how many `runs` each `rule` of eligibility kept the `person` out.
    ///
    /// >>> len(synthetic.centre().assign().why)
    /// 0
    #[getter]
    fn why(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, columns::why)
    }

    /// Everybody who waits or has a place, in the order of the store, once for each `offer` that they are
    /// referred to: `class` (None with what is missing
    /// in `cannot_tell`), `deadline`, `waiting_since`, `outcome`, the `run` of their place in the end,
    /// the run that they would leave or lose (`from`), the `state` of the place that they have (offered,
    /// accepted), `cost`, and whether their run, or without a place any that would do, `starts_by_deadline`.
    ///
    /// >>> synthetic.centre().assign().people.column("class")
    /// [2, 1, 3, 3, 2, 2, 3]
    #[getter]
    fn people(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, columns::people)
    }

    /// Who has a place and would be asked to move: `from`, `to`, `because` (`cancelled`: their run would
    /// be; `for_others`: somebody has a place by it), how many days of notice they have, and the cost.
    ///
    /// >>> synthetic.centre().assign().moves.columns
    /// ['person', 'from', 'to', 'because', 'state', 'notice_days', 'cost']
    #[getter]
    fn moves(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, columns::moves)
    }

    /// What each `rule` of preference adds to the cost of each given place; nothing for a cost that
    /// somebody wrote by hand.
    ///
    /// >>> sorted(set(synthetic.centre().assign().costs.column("rule")))
    /// ['deadline', 'format', 'language', 'time', 'travel']
    #[getter]
    fn costs(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, columns::costs)
    }

    /// The runs that take people: `seats`, `places` (more where the run is overbooked), how many people
    /// keep one, are `over`, are `given` one, move in and out, and could go there and have none
    /// (`waiting`); whether the run would be `cancelled`; the class of whom one more seat would serve
    /// (`next_class`); and the share who are expected not to come (`no_show`) by what (`expected_by`:
    /// `everybody`, `asked`, `stored`, or `unknown` where the store records too few).
    ///
    /// >>> runs = synthetic.centre().assign().runs
    /// >>> runs.column("given"), runs.column("next_class")
    /// ([3, 2], [2, None])
    #[getter]
    fn runs(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, columns::runs)
    }

    /// The runs with a minimum group: the `minimum` who must be expected to come, how many places that
    /// `needs`, how many `people` would have one, how many could go there (`would_do`), and what is
    /// proposed (`enough`, `cancelled`, `too_late` to cancel, `not_counted`) until when and decided by
    /// whom.
    ///
    /// >>> synthetic.centre().assign().groups.column("proposal")
    /// ['enough']
    #[getter]
    fn groups(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, columns::groups)
    }

    /// Seats that the desk keeps for people of some municipalities: how many it `stated`, how many are
    /// kept (`seats`), until when, their `state` (`kept`, `passed`, `for_nobody`, `no_seats`), how many
    /// of the group have a place in the run and how many could, and of how many the municipality is not
    /// known.
    ///
    /// >>> len(synthetic.centre().assign().reserved)
    /// 0
    #[getter]
    fn reserved(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, columns::reserved)
    }

    /// What nobody has stated, and keeps people without a place from being judged or from standing before
    /// others: the `fact`, of whom to ask it (`of`: the `person`, the `clinic` that referred them, whoever
    /// holds the `run`, or the `centre` itself), and how many `people` it concerns.
    ///
    /// >>> synthetic.centre().assign().asks.column("fact")
    /// ['can_attend_digitally']
    #[getter]
    fn asks(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, columns::asks)
    }

    /// Why people have no place, by groups of people who are alike: of so many `people` of a `class`, each
    /// `run` that would do, the `seats` that they may have, those `kept` for others, and what puts the last
    /// one with a place there before them (`before_by`). Nobody is named.
    ///
    /// >>> synthetic.centre().assign().blocked.to_dict()["before_by"]
    /// ['waiting']
    #[getter]
    fn blocked(&self, py: Python<'_>) -> PyResult<Frame> {
        let batch = py.detach(|| record_batch(columns::blocked(&self.places.blocked())));
        Ok(Frame(Batches::one(batch.map_err(Error::Frame)?)))
    }

    /// What other ways to give places would cost: how many of a group have none (`without_place`) by each
    /// `way`: the `fair_order` and the other objective, `cost`; and three that move nobody, in order of
    /// `arrival`, `greedy` by priority, and `deferred_acceptance`. Groups are `everybody`, each `class`, `distance` to the nearest run that would do, and
    /// `language`. Empty unless `People.assign` was asked with `compare=True`.
    ///
    /// >>> compared = synthetic.centre().assign(compare=True).comparison.to_dict()
    /// >>> compared["way"][0], compared["people"][0]
    /// ('fair_order', 6)
    #[getter]
    fn comparison(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, columns::comparison)
    }

    /// Who would have two places whose sessions may be at the same time: the `run` and the `other`.
    ///
    /// >>> len(synthetic.centre().assign().overlaps)
    /// 0
    #[getter]
    fn overlaps(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, columns::overlaps)
    }

    /// Patients and relatives who wanted to come together and would not: the run of each, None without a
    /// place.
    ///
    /// >>> len(synthetic.centre().assign().parted)
    /// 0
    #[getter]
    fn parted(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, columns::parted)
    }

    /// What one more seat in a run would reach: the `class` of whom it would serve and how many people
    /// would move for it; and a further run like it: how many more it would serve. For at most twenty
    /// runs, those first for which most people wait; `runs` has `next_class` of all.
    ///
    /// >>> synthetic.centre().assign().prices.to_dict()
    /// {'run': ['K1'], 'waiting': [1], 'class': [2], 'moves': [0], 'further_places': [3], 'further_served': [1], 'further_moves': [0]}
    ///
    /// Raises DeskError for more than can be counted.
    #[getter]
    fn prices(&self, py: Python<'_>) -> PyResult<Frame> {
        let batch = py.detach(|| -> Result<_, Error> {
            Ok(record_batch(columns::prices(&self.places.more_seats()?))?)
        });
        Ok(Frame(Batches::one(batch?)))
    }

    /// How places were to be given and how many people have one, without anybody: the keys of the
    /// command's `--json` that name nobody, with the counts of `outcomes` and the runs `cancelled`.
    ///
    /// >>> summary = synthetic.centre().assign().summary
    /// >>> summary["outcomes"], summary["by_class"][0]
    /// ({'ask': 1, 'full': 1, 'given': 5}, {'class': 1, 'people': 1, 'with_place': 1})
    #[getter]
    fn summary(&self) -> Parts {
        let mut summary = json::places_summary(&self.places);
        let cancelled = self.places.runs.iter().filter(|own| own.is_cancelled());
        let cancelled: Vec<&str> = cancelled.map(|own| own.run.as_str()).collect();
        if let Some(own) = summary.as_object_mut() {
            let outcomes = json!(columns::outcome_counts(&self.places));
            own.insert("outcomes".to_owned(), outcomes);
            own.insert("cancelled".to_owned(), json!(cancelled));
        }
        Parts(summary)
    }

    /// What is wrong or worth knowing about the desk and the store.
    ///
    /// >>> synthetic.centre().assign().findings
    /// []
    #[getter]
    fn findings(&self) -> Vec<Finding> {
        self.rests.findings.iter().map(Finding::from).collect()
    }

    /// Everything as one document of dicts and lists, as `mestring assign --json` writes it. It names
    /// people by their ids.
    ///
    /// >>> sorted(synthetic.centre().assign().document())
    /// ['blocked', 'findings', 'head', 'illustrative', 'mestring', 'more_seats', 'places']
    ///
    /// Raises DeskError for more than can be counted.
    #[pyo3(signature = () -> "dict[str, Any]")]
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let text = py.detach(|| -> Result<_, Error> {
            let parts = vec![
                ("places", json::places(&self.places)),
                ("blocked", json::blocked(&self.places.blocked())),
                ("more_seats", json::more_seats(&self.places.more_seats()?)),
            ];
            Ok(self.rests.document(&self.places, parts))
        });
        loaded(py, text?)
    }

    /// The report for the staff as `mestring assign` writes it, in the language `lang` (en, nb or nn), in
    /// lines of at most `width` characters; `all` prints long lists in full.
    ///
    /// >>> report = synthetic.centre().assign().report(lang="nb")
    /// >>> report.splitlines()[0]
    /// 'Oppdiktet senter'
    ///
    /// Raises ValueError for another language, and DeskError for more than can be counted.
    #[pyo3(signature = (*, lang = "en", all = false, width = 100))]
    fn report(&self, py: Python<'_>, lang: &str, all: bool, width: usize) -> PyResult<String> {
        let lang = language(lang)?;
        let text = py.detach(|| {
            let (places, rests) = (&self.places, &self.rests);
            rests.report(places, lang, (all, width), |view| {
                let mut page = report::places(view, places);
                page.append(report::blocked(view, &places.blocked()));
                page.append(report::more_seats(view, &places.more_seats()?));
                Ok(page)
            })
        });
        Ok(text?)
    }

    /// What one person may be told, as text: their own outcome, and never who holds a place.
    ///
    /// >>> synthetic.centre().assign().letter("A", lang="nn").splitlines()[-1]
    /// 'Det er plass til deg på «Lungeskole», som startar 02.02.2027.'
    ///
    /// Raises DeskError where nobody by that id waits or has a place, and ValueError for another
    /// language.
    #[pyo3(signature = (person, *, lang = "en", width = 100))]
    fn letter(&self, person: &str, lang: &str, width: usize) -> PyResult<String> {
        let texts = Texts::new(language(lang)?);
        // What is no id is nobody's, and is not repeated.
        let person =
            PersonId::new(person).map_err(|_| Error::from(decide::DecideError::NoSuchPerson))?;
        self.places.person(&person).map_err(Error::from)?;
        let all = self.places.wishes_of(&person);
        let view = View {
            desk: self.rests.desk.get().model(),
            texts: &texts,
            all: false,
        };
        Ok(rendered(&report::letter(&view, &self.places, &all), width))
    }

    /// Counts alone.
    fn __repr__(&self) -> String {
        let (placed, people) = self.counts();
        let runs = self.places.runs.len();
        let cancelled = self.places.runs.iter().filter(|own| own.is_cancelled());
        let cancelled = cancelled.count();
        format!(
            "<Places: {placed} of {people} people have a place, {cancelled} of {runs} runs are cancelled>"
        )
    }

    /// How many people of each class have a place.
    fn _repr_html_(&self) -> String {
        let (placed, people) = self.counts();
        let mut html = format!(
            "<table><caption>{placed} of {people} people have a place</caption>\
             <tr><th>class</th><th>people</th><th>with a place</th></tr>"
        );
        for (class, (people, placed)) in self.places.by_class() {
            html.push_str(&format!(
                "<tr><td>{class}</td><td>{people}</td><td>{placed}</td></tr>"
            ));
        }
        html.push_str("</table>");
        html
    }
}

/// Who gets the seats that are free in a run, and who is next for one more, for the staff of the centre.
///
/// `People.next_for` makes it. What it prints of itself names nobody.
///
/// >>> line = synthetic.centre().next_for("K1")
/// >>> line
/// <NextInLine of K1: 3 get free seats, 1 step for one more>
#[pyclass(frozen, module = "mestring")]
pub struct NextInLine {
    pub next: decide::NextInLine,
    pub places: Given,
    pub rests: Rests,
}

impl NextInLine {
    fn frame(&self, py: Python<'_>, steps: &[decide::Step]) -> PyResult<Frame> {
        let batch = py.detach(|| record_batch(columns::steps(steps)));
        Ok(Frame(Batches::one(batch.map_err(Error::Frame)?)))
    }
}

#[pymethods]
impl NextInLine {
    /// The run.
    ///
    /// >>> synthetic.centre().next_for("K1").run
    /// 'K1'
    #[getter]
    fn run(&self) -> &str {
        self.next.run.as_str()
    }

    /// Who is proposed for the seats that are free already, and comes before anybody who is next.
    ///
    /// >>> synthetic.centre().next_for("K1").free.column("person")
    /// ['B', 'E', 'A']
    #[getter]
    fn free(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, &self.next.free)
    }

    /// How many more people have a place in the run than it gives; as many have to leave before a seat
    /// is free.
    ///
    /// >>> synthetic.centre().next_for("K1").over
    /// 0
    #[getter]
    fn over(&self) -> u32 {
        self.next.over
    }

    /// Who moves for one seat more, in an order in which it can be carried out; the last is who had no
    /// place.
    ///
    /// >>> synthetic.centre().next_for("K1").steps.to_dict()["to"]
    /// ['K1']
    #[getter]
    fn steps(&self, py: Python<'_>) -> PyResult<Frame> {
        self.frame(py, &self.next.steps)
    }

    /// What is wrong or worth knowing about the desk and the store.
    ///
    /// >>> synthetic.centre().next_for("K1").findings
    /// []
    #[getter]
    fn findings(&self) -> Vec<Finding> {
        self.rests.findings.iter().map(Finding::from).collect()
    }

    /// Everything as one document of dicts and lists, as `mestring next --json` writes it. It names
    /// people by their ids.
    ///
    /// >>> synthetic.centre().next_for("K1").document()["next"]["run"]
    /// 'K1'
    #[pyo3(signature = () -> "dict[str, Any]")]
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let text = py.detach(|| {
            let parts = vec![("next", json::next_in_line(&self.next))];
            self.rests.document(&self.places, parts)
        });
        loaded(py, text)
    }

    /// The report for the staff as `mestring next` writes it, in the language `lang` (en, nb or nn), in
    /// lines of at most `width` characters.
    ///
    /// >>> synthetic.centre().next_for("K1").report().splitlines()[0]
    /// 'Oppdiktet senter'
    ///
    /// Raises ValueError for another language.
    #[pyo3(signature = (*, lang = "en", all = false, width = 100))]
    fn report(&self, py: Python<'_>, lang: &str, all: bool, width: usize) -> PyResult<String> {
        let lang = language(lang)?;
        let text = py.detach(|| {
            self.rests.report(&self.places, lang, (all, width), |view| {
                Ok(report::next_in_line(view, &self.places, &self.next))
            })
        });
        Ok(text?)
    }

    /// The run and counts.
    fn __repr__(&self) -> String {
        let (free, steps) = (self.next.free.len(), self.next.steps.len());
        let plural = if steps == 1 { "" } else { "s" };
        let run = &self.next.run;
        format!("<NextInLine of {run}: {free} get free seats, {steps} step{plural} for one more>")
    }
}
