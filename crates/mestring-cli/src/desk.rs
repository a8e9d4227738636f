//! The desk and the packs that a question is about.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use mestring::decide::{Packs, PacksError};
use mestring_exchange::{desk, folder};
use mestring_model::desk::PackChoice;
use mestring_model::finding::PackProblem;
use mestring_model::term::nearest;
use mestring_model::{Desk, Finding, Place};
use mestring_rules::{Kind, Pack, Plugins};

use crate::args::Common;
use crate::error::CommandError;
use crate::surroundings::Surroundings;

/// A desk with everything that a question needs.
pub(crate) struct Loaded {
    /// The desk.
    pub(crate) desk: Desk,
    /// What was found wrong while it was read.
    pub(crate) findings: Vec<Finding>,
    /// The date of the question.
    pub(crate) as_of: NaiveDate,
    /// The packs that the question asks about.
    pub(crate) packs: Packs,
    /// The desk's own packs, where `--pack` names others.
    pub(crate) own: Option<Packs>,
}

/// Reads a desk and its packs: those of `--pack` before those of the desk before the shipped ones.
pub(crate) fn load(
    common: &Common,
    surroundings: &Surroundings,
    path: &Path,
) -> Result<Loaded, CommandError> {
    let (desk, mut findings) = desk::read(path)?;
    findings.extend(desk::nothing_in(&desk, path));
    let mut chosen = desk::read_packs(path, &desk.settings)?;
    shipped(&desk, &mut chosen, &mut findings)?;
    let own = Packs::load(&chosen, &Plugins::default())?;
    let mut packs = own.clone();
    for folder in &common.packs {
        packs = packs.with(read_pack(folder, &mut findings)?);
    }
    let as_of = common
        .as_of
        .or(desk.settings.as_of)
        .unwrap_or(surroundings.today);
    let own = (!common.packs.is_empty()).then_some(own);
    Ok(Loaded {
        desk,
        findings,
        as_of,
        packs,
        own,
    })
}

/// Adds the shipped packs that the desk chose by name.
fn shipped(
    desk: &Desk,
    chosen: &mut BTreeMap<String, BTreeMap<String, String>>,
    findings: &mut Vec<Finding>,
) -> Result<(), CommandError> {
    for (key, choice) in &desk.settings.packs {
        let PackChoice::Shipped { name, version } = choice else {
            continue;
        };
        let Some(files) = mestring_packs::files(name) else {
            let names = mestring_packs::shipped().iter().map(|pack| pack.name);
            return Err(CommandError::NoSuchPack {
                name: name.clone(),
                nearest: nearest(name, names.clone()).map(str::to_owned),
                shipped: names.collect::<Vec<_>>().join(", "),
            });
        };
        if let (Some(wanted), Ok(pack)) = (version, Pack::load(&files, &Plugins::default()))
            && *wanted != pack.manifest().version
        {
            let shipped = &pack.manifest().version;
            let problem = PackProblem::OtherVersion {
                name: name.clone(),
                wanted: wanted.clone(),
                shipped: shipped.clone(),
            };
            findings.push(Finding::new(Place::file("desk.toml"), problem));
        }
        chosen.insert(key.clone(), files);
    }
    Ok(())
}

/// Reads a pack that `--pack` names.
fn read_pack(path: &Path, findings: &mut Vec<Finding>) -> Result<Pack, CommandError> {
    let files = folder::read_pack(path)?;
    let name = path.display().to_string();
    let pack = Pack::load(&files, &Plugins::default()).map_err(|errors| PacksError {
        errors: errors
            .into_iter()
            .map(|error| (name.clone(), error))
            .collect(),
    })?;
    let used = matches!(
        pack.kind(),
        Kind::Priority | Kind::Requirement | Kind::Format | Kind::Relation | Kind::Obligation
    );
    if !used {
        let kind = pack.kind().to_string();
        findings.push(Finding::new(
            Place::file(name),
            PackProblem::NotUsed { kind },
        ));
    }
    Ok(pack)
}
