//! What changed in the text of a pack from one version to another: criteria, settings, parameters,
//! and the lines of its files.

mod lines;
mod periods;
mod settings;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::pack::{MANIFEST, Pack};

pub use lines::{Change, Hunk, Line};
pub use periods::{ParameterRevision, Period, ValueOnDate};

/// What changed in the text of a pack.
///
/// ```
/// use std::collections::BTreeMap;
/// use mestring_rules::revision::Revision;
/// use mestring_rules::{Pack, Plugins};
///
/// let pack = |script: &str| {
///     let toml = r#"
///         name = "long"
///         version = "1.0.0"
///         kind = "requirement"
///         criteria = ["long"]
///         origin.long = "local choice"
///         title.long = { en = "Long course", nb = "Langt kurs", nn = "Langt kurs" }
///     "#;
///     let files = [("pack.toml", toml), ("long.rhai", script)];
///     let files: BTreeMap<String, String> =
///         files.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
///     Pack::load(&files, &Plugins::default()).map_err(|errors| errors[0].to_string())
/// };
/// let (old, new) = (pack("run.sessions >= 6")?, pack("run.sessions >= 5")?);
/// let revision = Revision::between(&old, &new);
/// assert!(revision.criteria[0].rewritten && revision.version_kept);
/// assert_eq!(revision.files[0].file, "long.rhai");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// The criteria that are new, gone, moved or written anew: those of the new pack in its order,
    /// then those that are gone.
    pub criteria: Vec<CriterionRevision>,
    /// What else `pack.toml` says: order, classes, unknowns, actions, days in force, sources, and where
    /// criteria come from and what reports call them.
    pub settings: Vec<Setting>,
    /// The parameters whose value or unit differs on some day, by name.
    pub parameters: Vec<ParameterRevision>,
    /// The days from which either pack answers by other values of parameters, or is in force or no
    /// longer, whether the two differ in that or not.
    pub days: BTreeSet<NaiveDate>,
    /// The files that differ, by name.
    pub files: Vec<FileRevision>,
    /// The text changed, and name and version did not: nobody can tell the two packs apart by them.
    pub version_kept: bool,
}

/// A criterion that is new, gone, moved or written anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionRevision {
    /// Its name.
    pub name: String,
    /// Its number among the criteria of the old pack, 1 first; `None` where it is new.
    pub before: Option<usize>,
    /// Its number in the new pack; `None` where it is gone.
    pub after: Option<usize>,
    /// It stands in both, and changed sides with another one that does.
    pub moved: bool,
    /// Its script has another text.
    pub rewritten: bool,
}

/// A setting of `pack.toml` with its two values as the file writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Its key: `order`, `unknown`, `classes_until`, `action.rerun`, `origin.waiting`, `name`.
    pub key: String,
    /// Its value in the old pack; `None` where the pack leaves it out.
    pub before: Option<String>,
    /// Its value in the new pack.
    pub after: Option<String>,
}

/// A file of a pack that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRevision {
    /// Its name in the pack's folder.
    pub file: String,
    /// How many lines are new.
    pub added: usize,
    /// How many lines are gone.
    pub removed: usize,
    /// The lines that differ, with those beside them.
    pub hunks: Vec<Hunk>,
}

impl Revision {
    /// What changed from one pack to another, whatever the day.
    pub fn between(old: &Pack, new: &Pack) -> Self {
        let (before, after) = (old.manifest(), new.manifest());
        Revision {
            criteria: criteria(old, new),
            settings: settings::settings(before, after),
            parameters: periods::parameters(before, after),
            days: &periods::days(before) | &periods::days(after),
            files: files(old, new),
            version_kept: old.hash() != new.hash() && old.id() == new.id(),
        }
    }

    /// The days after this one on which either pack changes, the earliest first: what the packs answer
    /// on this day says nothing of those.
    pub fn later_days(&self, day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        self.days.iter().copied().filter(move |own| *own > day)
    }

    /// True where the two packs have the same text.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

fn criteria(old: &Pack, new: &Pack) -> Vec<CriterionRevision> {
    let names = |pack: &Pack| -> Vec<String> {
        let own = pack.manifest().criteria.iter();
        own.map(|own| own.name.clone()).collect()
    };
    let (before, after) = (names(old), names(new));
    let kept = lines::common(&before, &after);
    let kept: BTreeSet<&String> = kept.iter().filter_map(|(at, _)| before.get(*at)).collect();
    let number = |names: &[String], name: &str| {
        let at = names.iter().position(|own| own == name);
        at.map(|at| at + 1)
    };
    let gone = before.iter().filter(|name| !after.contains(name));
    let all = after.iter().chain(gone).map(|name| {
        let (before, after) = (number(&before, name), number(&after, name));
        let both = before.is_some() && after.is_some();
        let file = format!("{name}.rhai");
        CriterionRevision {
            name: name.clone(),
            before,
            after,
            moved: both && !kept.contains(name),
            rewritten: both && old.text(&file) != new.text(&file),
        }
    });
    all.filter(|own| own.before.is_none() || own.after.is_none() || own.moved || own.rewritten)
        .collect()
}

/// The files that differ: `pack.toml` first, then the others by name.
fn files(old: &Pack, new: &Pack) -> Vec<FileRevision> {
    let names: BTreeSet<&str> = old.file_names().chain(new.file_names()).collect();
    let (manifest, others): (Vec<&str>, Vec<&str>) =
        names.into_iter().partition(|name| *name == MANIFEST);
    let all = manifest.into_iter().chain(others).filter_map(|file| {
        let (before, after) = (old.text(file), new.text(file));
        (before != after).then(|| {
            let hunks = lines::hunks(before, after);
            let count = |change| {
                let lines = hunks.iter().flat_map(|hunk| &hunk.lines);
                lines.filter(|line| line.change == change).count()
            };
            FileRevision {
                file: file.to_owned(),
                added: count(Change::Added),
                removed: count(Change::Removed),
                hunks,
            }
        })
    });
    all.collect()
}
