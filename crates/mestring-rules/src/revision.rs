//! What changed in the text of a pack from one version to another: criteria, settings, parameters,
//! and the lines of its files.

mod lines;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_model::facts::FactValue;
use mestring_model::noun::Relation;
use mestring_model::term::Term;

use crate::kind::Kind;
use crate::manifest::Manifest;
use crate::pack::{MANIFEST, Pack};

pub use lines::{Change, Hunk, Line};

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
/// let revision = Revision::between(&old, &new, "2026-11-22".parse()?);
/// assert!(revision.criteria[0].rewritten && revision.version_kept);
/// assert_eq!(revision.files[0].file, "long.rhai");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// The criteria that are new, gone, moved or written anew: those of the new pack in its order,
    /// then those that are gone.
    pub criteria: Vec<CriterionRevision>,
    /// What else `pack.toml` says that decides: order, classes, unknowns, actions.
    pub settings: Vec<Setting>,
    /// The parameters whose value or unit on the date differs, by name.
    pub parameters: Vec<ParameterRevision>,
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
    /// Its key: `order`, `unknown`, `classes_until`, `action.rerun`, `name`.
    pub key: String,
    /// Its value in the old pack; `None` where the pack leaves it out.
    pub before: Option<String>,
    /// Its value in the new pack.
    pub after: Option<String>,
}

/// A parameter whose value on a date differs.
#[derive(Debug, Clone, PartialEq)]
pub struct ParameterRevision {
    /// Its name.
    pub id: String,
    /// Its value and unit in the old pack; `None` where it has none on the date.
    pub before: Option<ValueOnDate>,
    /// Its value and unit in the new pack.
    pub after: Option<ValueOnDate>,
}

/// A parameter's value on a date, with its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueOnDate {
    /// The value.
    pub value: FactValue,
    /// The unit, where it has one.
    pub unit: Option<String>,
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
    /// What changed from one pack to another, with the parameters of a date.
    pub fn between(old: &Pack, new: &Pack, as_of: NaiveDate) -> Self {
        let (before, after) = (old.manifest(), new.manifest());
        Revision {
            criteria: criteria(old, new),
            settings: settings(before, after),
            parameters: parameters(before, after, as_of),
            files: files(old, new),
            version_kept: old.hash() != new.hash() && old.id() == new.id(),
        }
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

fn settings(before: &Manifest, after: &Manifest) -> Vec<Setting> {
    let classes = |own: &Manifest| {
        let last = own.class_criteria?.checked_sub(1)?;
        own.criteria.get(last).map(|own| own.name.clone())
    };
    let code = |code: &str| Some(code.to_owned());
    let mut all = vec![
        ("name".to_owned(), code(&before.name), code(&after.name)),
        (
            "kind".to_owned(),
            code(before.kind.code()),
            code(after.kind.code()),
        ),
        (
            "order".to_owned(),
            code(before.order.code()),
            code(after.order.code()),
        ),
        (
            "unknown".to_owned(),
            code(before.unknown.code()),
            code(after.unknown.code()),
        ),
        ("classes_until".to_owned(), classes(before), classes(after)),
    ];
    if before.kind == Kind::Relation && after.kind == Kind::Relation {
        all.extend(Relation::all().iter().map(|relation| {
            let action = |own: &Manifest| code(own.actions.of(*relation).code());
            (
                format!("action.{}", relation.code()),
                action(before),
                action(after),
            )
        }));
    }
    all.into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(key, before, after)| Setting { key, before, after })
        .collect()
}

fn parameters(before: &Manifest, after: &Manifest, as_of: NaiveDate) -> Vec<ParameterRevision> {
    let values = |own: &Manifest| -> BTreeMap<String, ValueOnDate> {
        let declared = own.parameters.iter();
        let on_date = declared.filter_map(|parameter| {
            let value = parameter.at(&own.name, as_of).ok()?.clone();
            let unit = parameter.unit.clone();
            Some((parameter.id.clone(), ValueOnDate { value, unit }))
        });
        on_date.collect()
    };
    let (before, after) = (values(before), values(after));
    let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let all = ids.into_iter().map(|id| ParameterRevision {
        id: id.clone(),
        before: before.get(id).cloned(),
        after: after.get(id).cloned(),
    });
    all.filter(|own| own.before != own.after).collect()
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
