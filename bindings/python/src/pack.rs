//! The class `Pack`.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use chrono::NaiveDate;
use mestring::frame::{Column, record_batch};
use mestring_model::term::nearest;
use mestring_rules::Bench;
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::arguments::{Files, IntoFrame, Names, today};
use crate::capsule::Batches;
use crate::errors::Error;
use crate::explanation::{Explanation, OneRecord};
use crate::finding::Finding;
use crate::frame::Frame;
use crate::plugin::PythonPlugins;
use crate::score::{Answered, Judged, Reasoned, beside};

mod tables;

/// A folder of rules as text, checked and ready to judge.
///
/// A pack is made from a mapping of file names to texts, from a folder (`load`), or from the packs
/// that come with mestring (`shipped`). It cannot be changed; it may be pickled, where its plugins can
/// be, and shared between threads and workers.
///
/// >>> from mestring import Pack
/// >>> pack = Pack({
/// ...     "pack.toml": '''
/// ...         name = "long_courses"
/// ...         version = "1.0.0"
/// ...         kind = "requirement"
/// ...         judges = "run"
/// ...         criteria = ["long"]
/// ...         origin.long = "local choice"
/// ...         title.long = { en = "Long course", nb = "Langt kurs", nn = "Langt kurs" }
/// ...     ''',
/// ...     "long.rhai": "// What: a course of six sessions or more.\nrun.sessions >= 6",
/// ... })
/// >>> pack.score({"sessions": [8, 2, None]}).to_dict()
/// {'long': [True, False, None], 'cannot_tell': [[], [], ['sessions']]}
#[pyclass(frozen, module = "mestring")]
pub struct Pack {
    files: BTreeMap<String, String>,
    plugins: PythonPlugins,
    pack: mestring_rules::Pack,
    /// The pack with the parameters of the date that was asked for last.
    bench: Mutex<Option<Bench>>,
}

impl Pack {
    fn of(files: BTreeMap<String, String>, plugins: PythonPlugins) -> Result<Self, Error> {
        let loaded = mestring_rules::Pack::load(&files, &plugins.registered);
        Ok(Pack {
            pack: loaded.map_err(Error::Pack)?,
            bench: Mutex::new(None),
            files,
            plugins,
        })
    }

    /// The pack as Rust has it.
    pub fn inner(&self) -> &mestring_rules::Pack {
        &self.pack
    }

    fn at(&self, as_of: Option<NaiveDate>) -> Result<Bench, Error> {
        let as_of = as_of.unwrap_or_else(today);
        // A thread that panicked with the lock can have left nothing worse than no bench.
        let mut held = self.bench.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bench) = held.as_ref().filter(|own| own.as_of() == as_of) {
            return Ok(bench.clone());
        }
        let bench = self.pack.at(as_of)?;
        *held = Some(bench.clone());
        Ok(bench)
    }

    /// Judges a frame without holding the interpreter, and warns of columns that nobody used.
    fn judge<T: Send>(
        &self,
        py: Python<'_>,
        data: &Batches,
        keep: &[String],
        as_of: Option<NaiveDate>,
        judge: fn(&Bench, &Batches) -> Result<Judged<T>, Error>,
    ) -> PyResult<(Bench, Judged<T>)> {
        let bench = self.at(as_of)?;
        let judged = py.detach(|| judge(&bench, data))?;
        let ignored = judged.ignored(keep);
        if !ignored.is_empty() {
            let names = ignored.iter().map(|column| match column.nearest {
                Some(fact) => format!("`{}` (did you mean `{fact}`?)", column.name),
                None => format!("`{}`", column.name),
            });
            let text = format!(
                "no fact of `{}` is called {}; name a column in `keep` to find it in the result",
                bench.judged(),
                names.collect::<Vec<_>>().join(", ")
            );
            let text = std::ffi::CString::new(text.replace('\0', " "))?;
            let category = py
                .import("mestring.errors")?
                .getattr("IgnoredColumnWarning")?;
            PyErr::warn(py, &category, &text, 1)?;
        }
        Ok((bench, judged))
    }
}

#[pymethods]
impl Pack {
    /// A pack of its files: `pack.toml`, `NAME.rhai` and `NAME.test.toml`, by name. `plugins` are the
    /// rules in Python that it may name, such as functions under `mestring.rule`.
    ///
    /// Raises PackError, whose `findings` say everything that is wrong.
    #[new]
    #[pyo3(signature = (files, plugins = PythonPlugins::default()))]
    fn py_new(files: Files, plugins: PythonPlugins) -> PyResult<Self> {
        Ok(Pack::of(files.0, plugins)?)
    }

    /// Reads a pack from its folder, with the rules in Python that it may name.
    ///
    /// >>> Pack.load("no/such/folder")
    /// Traceback (most recent call last):
    ///     ...
    /// mestring.errors.FileError: X001: `no/such/folder` is not there; check the path
    ///
    /// Raises FileError and PackError.
    #[classmethod]
    #[pyo3(signature = (path, *, plugins = PythonPlugins::default()))]
    fn load(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        path: PathBuf,
        plugins: PythonPlugins,
    ) -> PyResult<Self> {
        let pack = py.detach(|| {
            let files = mestring_exchange::folder::read_pack(&path)?;
            Pack::of(files, plugins)
        });
        Ok(pack?)
    }

    /// A pack that comes with mestring, by name.
    ///
    /// >>> pack = Pack.shipped("priority")
    /// >>> pack.kind, pack.judges
    /// ('priority', 'run')
    ///
    /// Raises ValueError for another name than one of `Pack.shipped_names()`.
    #[classmethod]
    fn shipped(_class: &Bound<'_, PyType>, name: &str) -> PyResult<Self> {
        let Some(files) = mestring_packs::files(name) else {
            let names: Vec<_> = shipped_names().collect();
            let help = match nearest(name, names.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("one of: {}", names.join(", ")),
            };
            return Err(Error::Value(format!("no shipped pack is called `{name}`; {help}")).into());
        };
        Ok(Pack::of(files, PythonPlugins::default())?)
    }

    /// The names of the packs that come with mestring.
    ///
    /// >>> "priority" in Pack.shipped_names()
    /// True
    #[staticmethod]
    #[pyo3(name = "shipped_names")]
    fn py_shipped_names() -> Vec<&'static str> {
        shipped_names().collect()
    }

    /// Everything there is to say about the files of a pack, whether it loads or not.
    ///
    /// >>> [str(finding) for finding in Pack.check_files({"pack.toml": "name = 1"})][0]
    /// 'error R002: pack.toml:1:8: this must be a text in quotes, and is a whole number; write a text in quotes'
    #[staticmethod]
    #[pyo3(signature = (files, plugins = PythonPlugins::default()))]
    fn check_files(py: Python<'_>, files: Files, plugins: PythonPlugins) -> Vec<Finding> {
        let found = py.detach(|| mestring_rules::check(&files.0, &plugins.registered));
        found.iter().map(Finding::from).collect()
    }

    /// Everything there is to say about this pack: what its text and its cases leave open.
    ///
    /// >>> [finding.severity for finding in Pack.shipped("priority").check()]
    /// []
    fn check(&self, py: Python<'_>) -> Vec<Finding> {
        let found = py.detach(|| mestring_rules::check(&self.files, &self.plugins.registered));
        found.iter().map(Finding::from).collect()
    }

    /// The outcome of every case: columns criterion, case, passed, because, where, difference.
    ///
    /// >>> all(Pack.shipped("priority").test().column("passed"))
    /// True
    fn test(&self, py: Python<'_>) -> PyResult<Frame> {
        frame(py.detach(|| tables::cases(&self.pack)))
    }

    /// The pack's answers about every row of a frame with a column for each fact, by the fact's name
    /// (`facts` lists them).
    ///
    /// A missing column or value is not stated; a rule that needs it cannot tell. The result has the
    /// columns of `keep` from the input, a column for each criterion (missing where it cannot be
    /// told), and `cannot_tell` with the facts that were missing; a priority pack adds `class` and
    /// `rank` (1 first, tied rows share a place), a relation pack `action`. `as_of` is the date of
    /// the pack's parameters, today where none is given.
    ///
    /// >>> pack = Pack.shipped("priority")
    /// >>> scored = pack.score(
    /// ...     {"run": ["A", "B"], "months_since_held": [4, None], "focus_group": [False, True]},
    /// ...     keep=["run"],
    /// ... )
    /// >>> scored.column("run"), scored.column("rank")
    /// (['A', 'B'], [2, 1])
    ///
    /// Raises FrameError and RuleError; warns with IgnoredColumnWarning of other columns.
    #[pyo3(signature = (data, *, keep = Names::default(), as_of = None))]
    fn score(
        &self,
        py: Python<'_>,
        data: IntoFrame,
        keep: Names,
        as_of: Option<NaiveDate>,
    ) -> PyResult<Frame> {
        let (bench, judged) = self.judge(py, &data.0, &keep.0, as_of, Answered::answered)?;
        let scored = py.detach(|| beside(&data.0, &keep.0, &judged.answers(&bench)?));
        Ok(Frame(scored?))
    }

    /// Why the pack answers as it does about one record: the clause of each rule that gave the
    /// answer, what was added up, what was read and assumed.
    ///
    /// `record` has a value for each fact, by the fact's name (`facts` lists them): bool, int, float,
    /// str or a list of str; None, and a fact that is left out, is not stated. `as_of` is the date of
    /// the pack's parameters, today where none is given. Of many records `reasons` tells what each
    /// rule read.
    ///
    /// >>> explanation = Pack.shipped("priority").explain({"focus_group": True})
    /// >>> reason = explanation["focus_groups"]
    /// >>> reason["answer"], reason["fired"][0]["clause"]["text"]
    /// (True, 'run.focus_group')
    ///
    /// Raises ValueError for a name that is no fact and a value of another type, and RuleError.
    #[pyo3(signature = (record, *, as_of = None))]
    fn explain(
        &self,
        py: Python<'_>,
        record: OneRecord,
        as_of: Option<NaiveDate>,
    ) -> PyResult<Explanation> {
        let bench = self.at(as_of)?;
        let row = record.row(bench.judged())?;
        let explained = py.detach(|| bench.explain(&row)).map_err(Error::from)?;
        Ok(Explanation(explained))
    }

    /// What each rule read of every row of a frame: a row for each fact, with columns row (of the
    /// input, from 0), criterion, answer, fact, value and assumed.
    ///
    /// >>> reasons = Pack.shipped("priority").reasons({"focus_group": [True]})
    /// >>> reasons.columns
    /// ['row', 'criterion', 'answer', 'fact', 'value', 'assumed']
    ///
    /// Raises FrameError and RuleError; warns with IgnoredColumnWarning of other columns.
    #[pyo3(signature = (data, *, as_of = None))]
    fn reasons(
        &self,
        py: Python<'_>,
        data: IntoFrame,
        as_of: Option<NaiveDate>,
    ) -> PyResult<Frame> {
        let (_, judged) = self.judge(py, &data.0, &[], as_of, Reasoned::reasoned)?;
        let reasons = py.detach(|| judged.reasons());
        Ok(Frame(Batches::one(reasons?)))
    }

    /// The pack's name.
    ///
    /// >>> Pack.shipped("priority").name
    /// 'priority'
    #[getter]
    fn name(&self) -> &str {
        &self.pack.manifest().name
    }

    /// The pack's version.
    ///
    /// >>> Pack.shipped("priority").version.count(".")
    /// 2
    #[getter]
    fn version(&self) -> &str {
        &self.pack.manifest().version
    }

    /// What the pack decides: priority, requirement, format, relation, eligibility, preference,
    /// class, obligation or funding.
    ///
    /// >>> Pack.shipped("relation").kind
    /// 'relation'
    #[getter]
    fn kind(&self) -> &'static str {
        use mestring_model::term::Term as _;
        self.pack.kind().code()
    }

    /// What kind of record its rules judge: run, pair, obligation, person or choice.
    ///
    /// >>> Pack.shipped("relation").judges
    /// 'pair'
    #[getter]
    fn judges(&self) -> &'static str {
        self.pack.judged().code()
    }

    /// SHA-256 over the pack's files and what its plugins declare, hexadecimal: equal for equal rules.
    ///
    /// >>> len(Pack.shipped("priority").hash)
    /// 64
    #[getter]
    fn hash(&self) -> &str {
        self.pack.hash()
    }

    /// The pack's files by name.
    ///
    /// >>> sorted(Pack.shipped("format").files)
    /// ['format.rhai', 'format.test.toml', 'pack.toml']
    #[getter]
    fn files(&self) -> BTreeMap<String, String> {
        self.files.clone()
    }

    /// The criteria in order: columns name, origin, en, nb, nn.
    ///
    /// >>> Pack.shipped("format").criteria.column("name")
    /// ['format']
    #[getter]
    fn criteria(&self) -> PyResult<Frame> {
        frame(tables::criteria(&self.pack))
    }

    /// The facts that a frame may state, which are the names of its columns: columns name, type,
    /// unit, words (of a closed list), read (by the pack's rules), nb, nn, meaning.
    ///
    /// >>> facts = Pack.shipped("priority").facts
    /// >>> facts.column("name")[:2], facts.column("type")[:2]
    /// (['title', 'level'], ['text', 'word'])
    #[getter]
    fn facts(&self) -> PyResult<Frame> {
        frame(tables::facts(&self.pack))
    }

    /// The pack's parameters on a date, today where none is given: columns name, value, unit.
    ///
    /// >>> Pack.shipped("priority").parameters().columns
    /// ['name', 'value', 'unit']
    ///
    /// Raises RuleError where a parameter has no value on the date.
    #[pyo3(signature = (as_of = None))]
    fn parameters(&self, as_of: Option<NaiveDate>) -> PyResult<Frame> {
        frame(tables::parameters(self.at(as_of)?.params()))
    }

    fn __getnewargs__(&self, py: Python<'_>) -> (BTreeMap<String, String>, Vec<Py<PyAny>>) {
        let objects = self.plugins.objects.iter();
        let objects = objects.map(|own| own.clone_ref(py)).collect();
        (self.files.clone(), objects)
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.hash() == other.hash()
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.hash().hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self) -> String {
        format!("<Pack {} judges a {}>", self.pack.id(), self.judges())
    }
}

fn shipped_names() -> impl Iterator<Item = &'static str> {
    mestring_packs::shipped().iter().map(|pack| pack.name)
}

/// A frame of one batch.
pub fn frame(columns: Vec<(&str, Column)>) -> PyResult<Frame> {
    let named = columns
        .into_iter()
        .map(|(name, column)| (name.to_owned(), column));
    let batch = record_batch(named.collect()).map_err(Error::Frame)?;
    Ok(Frame(Batches::one(batch)))
}
