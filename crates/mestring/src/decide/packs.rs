//! The packs that a centre works by: its own where it has any, the shipped ones otherwise.

use std::collections::BTreeMap;

use mestring_rules::{Kind, Pack, Plugins, RuleError};

/// Packs that could not be loaded, with everything that is wrong in them.
#[derive(Debug, thiserror::Error)]
#[error("{}", .errors.iter().map(|(pack, error)| format!("{pack}: {error}")).collect::<Vec<_>>().join("\n"))]
pub struct PacksError {
    /// The pack's name as the desk or the command gave it, and what is wrong.
    pub errors: Vec<(String, RuleError)>,
}

/// One pack for each thing that is decided, and any number of requirements.
#[derive(Debug, Clone)]
pub struct Packs {
    priority: Pack,
    relation: Pack,
    obligation: Pack,
    format: Option<Pack>,
    /// By name, so that the order in which they were given does not matter.
    requirements: BTreeMap<String, Pack>,
}

impl Packs {
    /// The shipped packs.
    ///
    /// # Errors
    /// A shipped pack that does not load; the packs' own tests keep that from happening.
    pub fn shipped() -> Result<Self, PacksError> {
        Packs::load(&BTreeMap::new(), &Plugins::default())
    }

    /// Loads packs from their files and takes the shipped ones where none is given.
    ///
    /// `folders` maps a name, which messages use, to the files of a pack. Of packs of the same kind
    /// the last by name counts, but requirements stand side by side.
    ///
    /// # Errors
    /// Everything that is wrong in any of them.
    pub fn load(
        folders: &BTreeMap<String, BTreeMap<String, String>>,
        plugins: &Plugins,
    ) -> Result<Self, PacksError> {
        let mut errors = Vec::new();
        let mut loaded = Vec::new();
        let mut load =
            |name: &str, files: &BTreeMap<String, String>| match Pack::load(files, plugins) {
                Ok(pack) => loaded.push(pack),
                Err(wrong) => {
                    errors.extend(wrong.into_iter().map(|error| (name.to_owned(), error)));
                }
            };
        for shipped in mestring_packs::shipped() {
            load(shipped.name, &shipped.to_files());
        }
        for (name, files) in folders {
            load(name, files);
        }
        if !errors.is_empty() {
            return Err(PacksError { errors });
        }
        let last = |kind: Kind| {
            loaded
                .iter()
                .rev()
                .find(|pack| pack.kind() == kind)
                .cloned()
        };
        let needed = (
            last(Kind::Priority),
            last(Kind::Relation),
            last(Kind::Obligation),
        );
        let (Some(priority), Some(relation), Some(obligation)) = needed else {
            // The shipped packs are of every kind that is needed; their tests keep it so.
            return Err(PacksError { errors });
        };
        let requirements = loaded
            .iter()
            .filter(|pack| pack.kind() == Kind::Requirement);
        Ok(Packs {
            priority,
            relation,
            obligation,
            format: last(Kind::Format),
            requirements: requirements
                .map(|pack| (pack.manifest().name.clone(), pack.clone()))
                .collect(),
        })
    }

    /// The same packs with one more, which takes the place of the one of its kind (of its name,
    /// among requirements).
    ///
    /// Packs of kinds that these questions do not use are left out.
    #[must_use]
    pub fn with(mut self, pack: Pack) -> Self {
        match pack.kind() {
            Kind::Priority => self.priority = pack,
            Kind::Relation => self.relation = pack,
            Kind::Obligation => self.obligation = pack,
            Kind::Format => self.format = Some(pack),
            Kind::Requirement => {
                self.requirements.insert(pack.manifest().name.clone(), pack);
            }
            Kind::Eligibility | Kind::Preference | Kind::Class | Kind::Funding => {}
        }
        self
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
}
