//! The packs that a centre works by: its own where it has any, the shipped ones otherwise.

use std::borrow::Cow;
use std::collections::BTreeMap;

use mestring_model::desk::PackChoice;
use mestring_model::finding::{FailingCase, PackProblem};
use mestring_model::term::{Term, nearest};
use mestring_model::{Finding, Place, Settings};
use mestring_rules::{CaseOutcome, Kind, Pack, Plugins, RuleError};

use super::{PackRef, pack_ref};

mod error;
mod in_force;
#[cfg(test)]
mod tests;

pub use error::PacksError;
pub(super) use in_force::outside_validity;

/// One pack for each thing that is decided, and any number of requirements.
#[derive(Debug, Clone)]
pub struct Packs {
    priority: Pack,
    relation: Pack,
    obligation: Pack,
    format: Option<Pack>,
    class: Pack,
    eligibility: Pack,
    preference: Pack,
    /// By name, so that the order in which they were given does not matter.
    requirements: BTreeMap<String, Pack>,
}

impl Packs {
    /// The code of the finding about a pack that does not answer as its own cases expect.
    pub const CASES_FAIL: &str = "C021";

    /// The shipped packs.
    ///
    /// # Errors
    /// A shipped pack that does not load; the packs' own tests keep that from happening.
    pub fn shipped() -> Result<Self, PacksError> {
        let mut errors = Vec::new();
        let mut loaded = Vec::new();
        for own in mestring_packs::shipped() {
            match Pack::load(&own.to_files(), &Plugins::default()) {
                Ok(pack) => loaded.push(pack),
                Err(wrong) => errors.extend(named(own.name, wrong)),
            }
        }
        if !errors.is_empty() {
            return Err(PacksError::Text { errors });
        }
        let of = |kind: Kind| loaded.iter().find(|pack| pack.kind() == kind).cloned();
        let needed = |kind: Kind| of(kind).ok_or(PacksError::Lacking { kind });
        let requirements = loaded
            .iter()
            .filter(|pack| pack.kind() == Kind::Requirement);
        Ok(Packs {
            priority: needed(Kind::Priority)?,
            relation: needed(Kind::Relation)?,
            obligation: needed(Kind::Obligation)?,
            format: of(Kind::Format),
            class: needed(Kind::Class)?,
            eligibility: needed(Kind::Eligibility)?,
            preference: needed(Kind::Preference)?,
            requirements: requirements
                .map(|pack| (pack.manifest().name.clone(), pack.clone()))
                .collect(),
        })
    }

    /// The packs that a desk chose, and the shipped ones where it chose none, with what is worth
    /// knowing about the choice.
    ///
    /// `folders` holds the files of each pack that comes from a folder, by its key in `[packs]`
    /// of desk.toml; a pack without a key there is taken as if it had one. A requirement takes the
    /// place of the shipped one that its key or its own name names, and stands beside the others.
    ///
    /// Findings: C011, another version is shipped than the desk was written for; C012, no question
    /// uses a pack of this kind; C021, a pack answers otherwise than its own cases expect.
    ///
    /// # Errors
    /// A shipped pack that does not exist, a folder that was not read, everything that is wrong in
    /// the texts, a pack of another kind than its key says, and two packs of one kind.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use mestring::decide::Packs;
    /// use mestring::model::Settings;
    /// use mestring::model::desk::PackChoice;
    /// use mestring_rules::Plugins;
    ///
    /// let mut settings = Settings::default();
    /// let name = "priorty".to_owned();
    /// settings.packs.insert("priority".to_owned(), PackChoice::Shipped { name, version: None });
    /// let error = Packs::chosen(&settings, &BTreeMap::new(), &Plugins::default()).unwrap_err();
    /// assert_eq!(error.code(), "C010");
    /// assert!(error.to_string().ends_with("did you mean `priority`?"));
    /// ```
    pub fn chosen(
        settings: &Settings,
        folders: &PackFiles,
        plugins: &Plugins,
    ) -> Result<(Self, Vec<Finding>), PacksError> {
        let load = |files: &Files| Pack::load(files, plugins);
        Packs::shipped()?.choose(settings, folders, load, cases_fail)
    }

    /// As [`chosen`](Self::chosen), on top of packs that stand for the shipped ones: `load` makes a
    /// pack of its files, and `look` says what there is to know about a pack that is not among them.
    pub(super) fn choose(
        mut self,
        settings: &Settings,
        folders: &PackFiles,
        load: impl Fn(&Files) -> Result<Pack, Vec<RuleError>>,
        look: impl FnMut(&str, &Pack) -> Option<Finding>,
    ) -> Result<(Self, Vec<Finding>), PacksError> {
        let mut errors = Vec::new();
        let mut given = Vec::new();
        for (key, files) in texts(settings, folders)? {
            match load(&files) {
                Ok(pack) => given.push((key.to_owned(), pack)),
                Err(wrong) => errors.extend(named(key, wrong)),
            }
        }
        if !errors.is_empty() {
            return Err(PacksError::Text { errors });
        }
        let mut findings = Vec::new();
        for (key, pack) in &given {
            let shipped = self.by_name(key).map(Pack::kind);
            let found = pack.kind();
            if let Some(wanted) = Kind::parse(key).or(shipped)
                && wanted != found
            {
                let key = key.clone();
                return Err(PacksError::OtherKind { key, wanted, found });
            }
            findings.extend(other_version(settings.packs.get(key), pack));
        }
        let mut placed = Vec::new();
        for (key, pack) in given {
            if pack.manifest().name != key {
                self.requirements.remove(&key);
            }
            let place = match settings.packs.get(&key) {
                Some(PackChoice::Folder(path)) => path.clone(),
                _ => key,
            };
            placed.push((place, pack));
        }
        let (packs, more) = self.place(placed, look)?;
        findings.extend(more);
        Ok((packs, findings))
    }

    /// The same packs with others, each in the place of the one of its kind (of its name, among
    /// requirements), with what is worth knowing about them: C012 and C021, as
    /// [`chosen`](Self::chosen) has them. Each pack stands beside the place that messages name, such
    /// as its folder.
    ///
    /// # Errors
    /// Two packs of one kind, or two requirements of one name.
    pub fn with_given(
        self,
        given: Vec<(String, Pack)>,
    ) -> Result<(Self, Vec<Finding>), PacksError> {
        self.place(given, cases_fail)
    }

    fn place(
        mut self,
        given: Vec<(String, Pack)>,
        mut look: impl FnMut(&str, &Pack) -> Option<Finding>,
    ) -> Result<(Self, Vec<Finding>), PacksError> {
        for (at, (second, pack)) in given.iter().enumerate() {
            let before = given.iter().take(at);
            let mut same = before.filter(|(_, other)| other.kind() == pack.kind());
            let name = &pack.manifest().name;
            match pack.kind() {
                kind if !used(kind) => {}
                Kind::Requirement => {
                    if let Some((first, _)) = same.find(|(_, own)| own.manifest().name == *name) {
                        return Err(PacksError::SameName {
                            name: name.clone(),
                            first: first.clone(),
                            second: second.clone(),
                        });
                    }
                }
                kind => {
                    if let Some((first, _)) = same.next() {
                        return Err(PacksError::TwoOfAKind {
                            kind,
                            first: first.clone(),
                            second: second.clone(),
                        });
                    }
                }
            }
        }
        let mut findings = Vec::new();
        for (place, pack) in given {
            // A pack that is in use already, such as a copy of the shipped one, was asked before.
            let in_use = self.by_name(&pack.manifest().name);
            if in_use.is_none_or(|own| own.hash() != pack.hash()) {
                findings.extend(look(&place, &pack));
            }
            match self.clone().with(pack) {
                Ok(packs) => self = packs,
                Err(PacksError::Unused { pack, kind }) => {
                    let kind = kind.to_string();
                    let problem = PackProblem::NotUsed { pack, kind };
                    findings.push(Finding::new(Place::file(place), problem));
                }
                Err(other) => return Err(other),
            }
        }
        Ok((self, findings))
    }

    /// The same packs with one more, which takes the place of the one of its kind (of its name,
    /// among requirements).
    ///
    /// # Errors
    /// [`PacksError::Unused`]: no question uses a pack of its kind.
    pub fn with(mut self, pack: Pack) -> Result<Self, PacksError> {
        match pack.kind() {
            Kind::Priority => self.priority = pack,
            Kind::Relation => self.relation = pack,
            Kind::Obligation => self.obligation = pack,
            Kind::Format => self.format = Some(pack),
            Kind::Class => self.class = pack,
            Kind::Eligibility => self.eligibility = pack,
            Kind::Preference => self.preference = pack,
            Kind::Requirement => {
                self.requirements.insert(pack.manifest().name.clone(), pack);
            }
            kind @ Kind::Funding => {
                let pack = pack.id();
                return Err(PacksError::Unused { pack, kind });
            }
        }
        Ok(self)
    }

    /// These packs, with shipped ones for what they do not decide; requirements and formats are those
    /// that are given and no others.
    ///
    /// # Errors
    /// As [`shipped`](Self::shipped), and a pack of a kind that no question uses.
    pub fn only(given: impl IntoIterator<Item = Pack>) -> Result<Self, PacksError> {
        let base = Packs {
            format: None,
            requirements: BTreeMap::new(),
            ..Packs::shipped()?
        };
        given.into_iter().try_fold(base, Packs::with)
    }

    /// The pack that ranks runs.
    pub fn priority(&self) -> &Pack {
        &self.priority
    }

    /// The pack that relates offers.
    pub fn relation(&self) -> &Pack {
        &self.relation
    }

    /// The pack that says how it stands with obligations.
    pub fn obligation(&self) -> &Pack {
        &self.obligation
    }

    /// The pack that proposes formats.
    pub fn format(&self) -> Option<&Pack> {
        self.format.as_ref()
    }

    /// The packs of requirements, by name.
    pub fn requirements(&self) -> impl Iterator<Item = &Pack> {
        self.requirements.values()
    }

    /// The pack that sorts people who wait into classes.
    pub fn class(&self) -> &Pack {
        &self.class
    }

    /// The pack that says whether a person may get a place in a run.
    pub fn eligibility(&self) -> &Pack {
        &self.eligibility
    }

    /// The pack that says how ill a run suits a person.
    pub fn preference(&self) -> &Pack {
        &self.preference
    }

    /// Every pack: those about runs, offers and obligations, then those about people.
    pub fn all(&self) -> impl Iterator<Item = &Pack> {
        self.of_desk().chain(self.of_people())
    }

    /// The packs that judge what a desk holds, in the order: priority, format, requirements, relation,
    /// obligation.
    pub fn of_desk(&self) -> impl Iterator<Item = &Pack> {
        [Some(&self.priority), self.format.as_ref()]
            .into_iter()
            .flatten()
            .chain(self.requirements())
            .chain([&self.relation, &self.obligation])
    }

    /// The packs that judge what a person store holds, in the order: class, eligibility, preference.
    pub fn of_people(&self) -> impl Iterator<Item = &Pack> {
        [&self.class, &self.eligibility, &self.preference].into_iter()
    }

    /// Name, version and hash of every pack, in the order of [`all`](Self::all).
    pub fn refs(&self) -> Vec<PackRef> {
        self.all().map(pack_ref).collect()
    }

    /// Those of these packs that decide what others do: of the same kind, and, where one of the
    /// others' requirements has the name of an own one, of the same name. Each stands beside its name
    /// and version.
    pub fn like(&self, others: &[(String, Pack)]) -> Vec<(String, Pack)> {
        let name = |pack: &Pack| pack.manifest().name.clone();
        let others: Vec<(Kind, String)> = others
            .iter()
            .map(|(_, own)| (own.kind(), name(own)))
            .collect();
        let named = self.requirements().any(|own| {
            let own = name(own);
            others
                .iter()
                .any(|other| *other == (Kind::Requirement, own.clone()))
        });
        let same = |pack: &&Pack| {
            others.iter().any(|(kind, other)| {
                let by_name = pack.kind() == Kind::Requirement && named;
                pack.kind() == *kind && (!by_name || name(pack) == *other)
            })
        };
        let same = self.all().filter(same);
        same.map(|pack| (pack.id(), pack.clone())).collect()
    }

    fn by_name(&self, name: &str) -> Option<&Pack> {
        self.all().find(|pack| pack.manifest().name == name)
    }
}

/// True where some question uses packs of the kind.
fn used(kind: Kind) -> bool {
    match kind {
        Kind::Priority
        | Kind::Relation
        | Kind::Obligation
        | Kind::Format
        | Kind::Requirement
        | Kind::Class
        | Kind::Eligibility
        | Kind::Preference => true,
        Kind::Funding => false,
    }
}

fn named(name: &str, wrong: Vec<RuleError>) -> impl Iterator<Item = (String, RuleError)> {
    wrong.into_iter().map(move |error| (name.to_owned(), error))
}

/// The files of a pack, by name.
type Files = BTreeMap<String, String>;

/// The files of several packs: under the key of each pack in `[packs]` of desk.toml, its files by
/// name.
pub type PackFiles = BTreeMap<String, BTreeMap<String, String>>;

/// The files of each pack that a desk chose, by key.
fn texts<'a>(
    settings: &'a Settings,
    folders: &'a PackFiles,
) -> Result<BTreeMap<&'a str, Cow<'a, Files>>, PacksError> {
    let mut texts: BTreeMap<&str, Cow<'_, _>> = folders
        .iter()
        .map(|(key, files)| (key.as_str(), Cow::Borrowed(files)))
        .collect();
    for (key, choice) in &settings.packs {
        match choice {
            PackChoice::Shipped { name, .. } => {
                let files = mestring_packs::files(name).ok_or_else(|| {
                    let shipped: Vec<_> =
                        mestring_packs::shipped().iter().map(|p| p.name).collect();
                    PacksError::NoSuchPack {
                        key: key.clone(),
                        name: name.clone(),
                        nearest: nearest(name, shipped.iter().copied()).map(str::to_owned),
                        shipped,
                    }
                })?;
                texts.insert(key, Cow::Owned(files));
            }
            PackChoice::Folder(path) if !texts.contains_key(key.as_str()) => {
                let (key, path) = (key.clone(), path.clone());
                return Err(PacksError::NotRead { key, path });
            }
            PackChoice::Folder(_) => {}
        }
    }
    Ok(texts)
}

/// What there is to say where the desk names a version of a shipped pack, and another is shipped.
fn other_version(choice: Option<&PackChoice>, pack: &Pack) -> Option<Finding> {
    let Some(PackChoice::Shipped {
        name,
        version: Some(wanted),
    }) = choice
    else {
        return None;
    };
    let shipped = &pack.manifest().version;
    (wanted != shipped).then(|| {
        let problem = PackProblem::OtherVersion {
            name: name.to_owned(),
            wanted: wanted.to_owned(),
            shipped: shipped.clone(),
        };
        Finding::new(Place::file("desk.toml"), problem)
    })
}

/// What there is to say where a pack answers otherwise than its own cases expect.
fn cases_fail(place: &str, pack: &Pack) -> Option<Finding> {
    let results = pack.test();
    let mut failed = results.iter().filter(|result| !result.passed());
    let first = failed.next()?;
    let count = 1 + failed.count();
    let case = first.name.as_str();
    let file = format!("{place}/{}", first.file);
    let at = match &first.at {
        Some(at) => Place::row(file, at.line),
        None => Place::file(file),
    };
    let problem = PackProblem::CasesFail {
        pack: pack.id(),
        cases: results.len(),
        failed: count,
        first: match &first.outcome {
            CaseOutcome::Failed { expected, got } => {
                FailingCase::answered(case, expected, &got.answer)
            }
            CaseOutcome::Stopped(_) | CaseOutcome::Passed => FailingCase::stopped(case),
        },
        place: place.to_owned(),
    };
    Some(Finding::new(at, problem))
}
