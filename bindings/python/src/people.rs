//! The class `People`: a person store, beside the desk that its people wait for.

use std::borrow::Cow;
use std::path::PathBuf;

use chrono::NaiveDate;
use mestring::assign::WithinClass;
use mestring::decide::{Decider, Holders, PlaceSettings};
use mestring::frame::{Column, raw_table, record_batch};
use mestring::report::escaped;
use mestring_data::check::check_people;
use mestring_exchange::person_store;
use mestring_model::facts::Judged;
use mestring_model::id::RunId;
use mestring_model::term::nearest;
use mestring_model::{Lang, PersonStore, StoreSettings, finding};
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::answers::{Columns, people as columns};
use crate::arguments::{AbsentShare, OtherPacks, Tables, language, one_of, today};
use crate::capsule::Batches;
use crate::desk::{Desk, Question};
use crate::errors::Error;
use crate::finding::Finding;
use crate::frame::Frame;
use crate::pack::frame;
use crate::places::{NextInLine, Places, Rests};

/// People who wait for the courses of a desk, what they are referred to, and what became of it.
///
/// A store is read from a folder (`open`), which may lie neither in a desk nor in a git work tree, or
/// made from frames (`from_frames`). It holds ids of the centre's own, never a number of the register:
/// a store with one is refused whole. It cannot be changed. What is wrong with its tables stands in
/// `findings`, which never say what a cell holds; nothing prints who somebody is unless it is asked for
/// by a frame.
///
/// Every question takes `as_of`, the date it is asked on (else the store's own, else the desk's, else
/// today), and `packs`, which take the places of the desk's packs of their kind. What is answered is a
/// proposal until somebody has decided.
///
/// >>> from mestring import Desk, People
/// >>> desk = Desk.from_frames({
/// ...     "offers": {"id": ["LIV"], "title": ["Livsstil"], "reach": ["national"],
/// ...                "format": ["telephone"], "referral": ["no"], "audience": ["both"]},
/// ...     "runs": {"id": ["K1"], "offer": ["LIV"], "state": ["decided"], "starts": ["2027-02-02"],
/// ...              "seats": [1]},
/// ... })
/// >>> people = People.from_frames(desk, {
/// ...     "people": {"id": ["A", "B"], "role": ["patient", "patient"]},
/// ...     "referrals": {"person": ["A", "B"], "offer": ["LIV", "LIV"],
/// ...                   "referred_on": ["2026-10-01", "2026-09-01"]},
/// ... }, as_of=datetime.date(2026, 11, 22))
/// >>> people
/// <People: 2 people, 2 referrals>
/// >>> people.assign().placements.column("person")
/// ['B']
#[pyclass(frozen, module = "mestring")]
pub struct People {
    desk: Py<Desk>,
    store: PersonStore,
    found: Vec<mestring_model::Finding>,
}

#[pymethods]
impl People {
    /// Reads a store from a folder of CSV files with a `store.toml`, beside its desk.
    ///
    /// >>> People.open(Desk.from_frames({}), "no/such/store")
    /// Traceback (most recent call last):
    ///     ...
    /// mestring.errors.FileError: X001: `no/such/store` is not there; check the path
    ///
    /// Raises FileError where nothing could be read, where the store lies in a desk or in a git work tree
    /// (unless its `store.toml` says that everybody in it is made up), and where a file holds a national
    /// identity number.
    #[classmethod]
    #[pyo3(name = "open")]
    fn py_open(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        desk: Py<Desk>,
        path: PathBuf,
    ) -> PyResult<Self> {
        let read = py.detach(|| person_store::read(&path));
        let (store, found) = read.map_err(Error::Exchange)?;
        Ok(People { desk, store, found })
    }

    /// Makes a store of frames by the tables' names, English or Norwegian, with the columns that the CSV
    /// files have (docs/reference/person-store.md). The other arguments are what `store.toml` says: the
    /// date of its questions, the first day from which it keeps every referral, the seed of the draw
    /// between people whom all else leaves equal, and that everybody in it is made up.
    ///
    /// >>> people = People.from_frames(Desk.from_frames({}), {"personer": {"id": ["A"], "fødselsår": ["sytti"]}})
    /// >>> people.findings[0].where
    /// 'personer, row 2, column `fødselsår`'
    ///
    /// Raises FrameError for a frame that is no table, and FileError for a national identity number.
    #[classmethod]
    #[pyo3(signature = (
        desk, tables, *, as_of = None, history_from = None, seed = None, synthetic = false,
    ))]
    #[expect(clippy::too_many_arguments, reason = "they are keywords for Python")]
    fn from_frames(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        desk: Py<Desk>,
        tables: Tables,
        as_of: Option<NaiveDate>,
        history_from: Option<NaiveDate>,
        seed: Option<u64>,
        synthetic: bool,
    ) -> PyResult<Self> {
        let settings = StoreSettings {
            synthetic,
            as_of,
            history_from,
            seed,
        };
        let read = py.detach(|| -> Result<_, Error> {
            let tables = tables.0.into_iter().map(|(name, data)| {
                let table = raw_table(&name, &data.0.batches)?;
                Ok((name, table))
            });
            let tables = tables.collect::<Result<Vec<_>, Error>>()?;
            Ok(person_store::from_tables(tables, settings)?)
        });
        let (store, found) = read?;
        Ok(People { desk, store, found })
    }

    /// Who gets a place in which run that has not begun: as many of the first class as can be, then of
    /// the next; within a class who stands first in the fair order (deadline, wait, draw); and for them
    /// the places that suit best. As `mestring assign` does.
    ///
    /// `within_class="cost"` lets what suits best decide within each class, whatever the deadlines; people
    /// far from every run are then left out first. `no_show` says of how many it is expected that they do
    /// not come: a share below 1, `"stored"` (what the store records) or `"none"`; it counts for minimum
    /// groups, and runs then give more places than they have seats. Without it minimum groups alone count
    /// what the store records. `keep_places` asks nobody who has a place to move. `compare` works out too what
    /// other ways to give places would cost (`Places.comparison`). `seed` stands in for the
    /// store's own.
    ///
    /// >>> places = synthetic.centre().assign(no_show=0.25)
    /// >>> places
    /// <Places: 6 of 7 people have a place, 0 of 2 runs are cancelled>
    ///
    /// Raises DeskError, RuleError and PackError.
    #[pyo3(signature = (
        *, within_class = "fair_order", no_show = None, keep_places = false, compare = false,
        as_of = None, packs = OtherPacks::default(), seed = None,
    ))]
    #[expect(clippy::too_many_arguments, reason = "they are keywords for Python")]
    fn assign(
        &self,
        py: Python<'_>,
        within_class: &str,
        no_show: Option<AbsentShare>,
        keep_places: bool,
        compare: bool,
        as_of: Option<NaiveDate>,
        packs: OtherPacks,
        seed: Option<u64>,
    ) -> PyResult<Places> {
        let ways = [WithinClass::FairOrder, WithinClass::Cost];
        let settings = PlaceSettings {
            within_class: one_of("within_class", within_class, ways, WithinClass::code)?,
            no_show: no_show.map(|own| own.0).unwrap_or_default(),
            holders: if keep_places {
                Holders::Stay
            } else {
                Holders::WhereNeeded
            },
            compare,
            ..PlaceSettings::default()
        };
        let store = self.store(seed);
        let (places, findings) = self.ask(py, as_of, packs, seed, |decider| {
            let places = decider.places(&store, settings)?;
            Ok((places, self.findings_of(decider)))
        })?;
        let as_of = self.as_of(as_of);
        let desk = self.desk.clone_ref(py);
        Ok(Places {
            places,
            rests: Rests {
                desk,
                as_of,
                findings,
            },
        })
    }

    /// Who gets the seats that are free in a run, who is next for one more, and who moves for it, if
    /// nobody who has a place moves. As `mestring next` does.
    ///
    /// >>> line = synthetic.centre().next_for("K1")
    /// >>> line.steps.column("from")
    /// [None]
    ///
    /// Raises DeskError where the desk has no such run or it gives no places, RuleError and PackError.
    #[pyo3(signature = (run, *, as_of = None, packs = OtherPacks::default(), seed = None))]
    fn next_for(
        &self,
        py: Python<'_>,
        run: &str,
        as_of: Option<NaiveDate>,
        packs: OtherPacks,
        seed: Option<u64>,
    ) -> PyResult<NextInLine> {
        let run = RunId::new(run).map_err(|error| {
            Error::Value(format!("`run`: {}; {}", error.found(), error.remedy()))
        })?;
        // A seat is free today: the runs are held as they stand, and nobody who has a place moves for it.
        let settings = PlaceSettings {
            holders: Holders::Stay,
            minimum_groups: false,
            ..PlaceSettings::default()
        };
        let store = self.store(seed);
        let (places, next, findings) = self.ask(py, as_of, packs, seed, |decider| {
            let places = decider.places(&store, settings)?;
            let next = places.next(decider.desk(), &run)?;
            Ok((places, next, self.findings_of(decider)))
        })?;
        let as_of = self.as_of(as_of);
        let desk = self.desk.clone_ref(py);
        Ok(NextInLine {
            next,
            places,
            rests: Rests {
                desk,
                as_of,
                findings,
            },
        })
    }

    /// What rules read of each person who waits or has a place (`person`), or of each with each run that
    /// they are considered for (`choice`): the ids, then a column for each fact. Whoever is referred to
    /// several offers stands once for each `offer`. A pack of that kind can
    /// score it; a run that somebody chose by hand (`table("choices")`) is not judged by eligibility.
    ///
    /// >>> people = synthetic.centre()
    /// >>> facts = people.facts("person")
    /// >>> Pack.shipped("class").score(facts, keep=["person", "offer"], as_of=people.as_of).column("class")
    /// [2, 1, 3, 3, 2, 2, 3]
    ///
    /// Raises ValueError for another kind of record, and RuleError.
    #[pyo3(signature = (judged, *, as_of = None, packs = OtherPacks::default()))]
    fn facts(
        &self,
        py: Python<'_>,
        judged: &str,
        as_of: Option<NaiveDate>,
        packs: OtherPacks,
    ) -> PyResult<Frame> {
        let judged = one_of(
            "judged",
            judged,
            [Judged::Person, Judged::Choice],
            Judged::code,
        )?;
        let batch = self.ask(py, as_of, packs, None, |decider| {
            let columns: Columns = match judged {
                Judged::Choice => columns::choice_facts(&decider.choice_rows(&self.store)?),
                _ => columns::person_facts(&decider.person_rows(&self.store)),
            };
            Ok(record_batch(columns)?)
        })?;
        Ok(Frame(Batches::one(batch)))
    }

    /// The desk whose courses the people wait for.
    ///
    /// >>> synthetic.centre().desk
    /// <Desk: 2 target_groups, 2 offers, 2 runs>
    #[getter]
    fn desk(&self, py: Python<'_>) -> Py<Desk> {
        self.desk.clone_ref(py)
    }

    /// The date of questions that name none.
    ///
    /// >>> synthetic.centre().as_of
    /// datetime.date(2026, 11, 22)
    #[getter(as_of)]
    fn own_as_of(&self) -> NaiveDate {
        self.as_of(None)
    }

    /// What is wrong or worth knowing about the tables, by themselves and beside the desk on the date.
    ///
    /// >>> synthetic.centre().findings
    /// []
    #[getter]
    fn findings(&self, py: Python<'_>) -> Vec<Finding> {
        let mut all = py.detach(|| self.about(self.as_of(None)));
        finding::sort(&mut all);
        all.iter().map(Finding::from).collect()
    }

    /// The tables that a store can have: columns name, nb, nn, meaning, rows.
    ///
    /// >>> tables = synthetic.centre().tables
    /// >>> dict(zip(tables.column("name"), tables.column("rows")))["people"]
    /// 7
    #[getter]
    fn tables(&self) -> PyResult<Frame> {
        let tables = PersonStore::TABLES;
        let text = |of: fn(&mestring_model::record::TableDecl) -> &'static str| {
            Column::Text(tables.iter().map(|own| Some(of(own).to_owned())).collect())
        };
        let rows = self.rows().map(|(_, rows)| i64::try_from(rows).ok());
        frame(vec![
            ("name", text(|own| own.name)),
            ("nb", text(|own| own.nb)),
            ("nn", text(|own| own.nn)),
            ("meaning", text(|own| own.meaning)),
            ("rows", Column::Whole(rows.collect())),
        ])
    }

    /// One table by its English or Norwegian name, as texts; an empty cell is missing. `lang` is the
    /// language of headings and words: en, nb or nn.
    ///
    /// >>> synthetic.centre().table("personer", lang="nb").column("id")[:2]
    /// ['A', 'B']
    ///
    /// Raises ValueError for a name that no table has and for another language.
    #[pyo3(signature = (name, *, lang = "en"))]
    fn table(&self, py: Python<'_>, name: &str, lang: &str) -> PyResult<Frame> {
        let lang = language(lang)?;
        let tables = PersonStore::TABLES;
        let Some(at) = tables.iter().position(|table| table.is_named(name)) else {
            let names = tables.iter().flat_map(|own| [own.name, own.nb, own.nn]);
            let help = match nearest(name, names) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`People.tables` lists them".to_owned(),
            };
            let text = format!("`{name}` is not a table of a person store; {help}");
            return Err(Error::Value(text).into());
        };
        let batch = py.detach(|| {
            let table = self.store.tables(lang).into_iter().nth(at);
            mestring::frame::text_batch(&table.unwrap_or_default())
        });
        Ok(Frame(Batches::one(batch.map_err(Error::Frame)?)))
    }

    /// How much there is of each; nothing of anybody.
    fn __repr__(&self) -> String {
        let full = self.rows().filter(|(_, rows)| *rows > 0);
        let counts: Vec<_> = full.map(|(name, rows)| format!("{rows} {name}")).collect();
        match counts.as_slice() {
            [] => "<People: empty>".to_owned(),
            counts => format!("<People: {}>", counts.join(", ")),
        }
    }

    /// How many rows each table has, and how much was found; never a row.
    fn _repr_html_(&self) -> String {
        let mut html = format!(
            "<table><caption>{} findings</caption><tr><th>table</th><th>rows</th></tr>",
            self.found.len()
        );
        for (name, rows) in self.rows().filter(|(_, rows)| *rows > 0) {
            html.push_str(&format!(
                "<tr><td>{}</td><td>{rows}</td></tr>",
                escaped(name)
            ));
        }
        html.push_str("</table>");
        html
    }
}

impl People {
    /// The date of a question: as asked, else the store's, else the desk's, else today.
    fn as_of(&self, asked: Option<NaiveDate>) -> NaiveDate {
        let own = asked.or(self.store.settings.as_of);
        own.or(self.desk.get().model().settings.as_of)
            .unwrap_or_else(today)
    }

    /// The store with the seed that was asked for, where one was.
    fn store(&self, seed: Option<u64>) -> Cow<'_, PersonStore> {
        let Some(seed) = seed else {
            return Cow::Borrowed(&self.store);
        };
        let mut store = self.store.clone();
        store.settings.seed = Some(seed);
        Cow::Owned(store)
    }

    fn ask<T: Send>(
        &self,
        py: Python<'_>,
        as_of: Option<NaiveDate>,
        packs: OtherPacks,
        seed: Option<u64>,
        answer: impl FnOnce(&Decider<'_>) -> Result<T, Error> + Send,
    ) -> PyResult<T> {
        let as_of = Some(self.as_of(as_of));
        let question = Question { as_of, packs, seed };
        self.desk
            .get()
            .ask(py, question, |decider, _| answer(decider))
    }

    /// What was found of the store by itself, and beside its desk.
    fn about(&self, as_of: NaiveDate) -> Vec<mestring_model::Finding> {
        let mut all = self.found.clone();
        all.extend(self.store.check(self.desk.get().model(), as_of));
        all.extend(check_people(&self.store, as_of));
        all
    }

    /// All that was found: of the desk, of the store, and by the reference data.
    fn findings_of(&self, decider: &Decider<'_>) -> Vec<mestring_model::Finding> {
        let mut all = self.desk.get().found().to_vec();
        all.extend(self.about(decider.as_of()));
        all.extend(decider.findings());
        finding::sort(&mut all);
        all
    }

    /// How many rows each table has, by its English name.
    fn rows(&self) -> impl Iterator<Item = (&'static str, usize)> {
        let tables = self.store.tables(Lang::En);
        let names = PersonStore::TABLES.iter().map(|table| table.name);
        names.zip(tables.into_iter().map(|table| table.rows.len()))
    }
}
