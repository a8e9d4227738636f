//! The desk and the packs that a question is about.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use mestring::decide::Packs;
use mestring_exchange::{catalogue, desk, folder};
use mestring_model::{Desk, Finding};
use mestring_rules::{Pack, Plugins};

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
    /// Where the packs are that do not answer as their own cases expect.
    pub(crate) failing: Vec<String>,
}

/// Reads a desk and its packs: those of `--pack` before those of the desk before the shipped ones.
pub(crate) fn load(
    common: &Common,
    surroundings: &Surroundings,
    path: &Path,
) -> Result<Loaded, CommandError> {
    let (desk, mut findings) = match catalogue::is_one(path) {
        true => {
            let as_of = common.as_of.unwrap_or(surroundings.today);
            catalogue::read(path, as_of)?
        }
        false => desk::read(path)?,
    };
    findings.extend(desk::nothing_in(&desk, path));
    let folders = desk::read_packs(path, &desk.settings)?;
    let as_of = as_of(common, &desk, surroundings);
    let folders = Packs::in_force(folders, Some(as_of), &common.registered)?;
    let located = desk::located(path, &desk.settings)?;
    let (own, about) = Packs::chosen(&located, &folders, &common.registered)?;
    findings.extend(about);
    let (packs, about) = own.clone().with_given(given(common, as_of)?)?;
    findings.extend(about);
    let own = (!common.packs.is_empty()).then_some(own);
    let failing = findings
        .iter()
        .filter(|own| own.code() == Packs::CASES_FAIL)
        .filter_map(|own| Some(own.place.file.rsplit_once('/')?.0.to_owned()));
    let failing = failing.collect();
    Ok(Loaded {
        desk,
        findings,
        as_of,
        packs,
        own,
        failing,
    })
}

/// The date of a question: the option, then the desk's, then today.
pub(crate) fn as_of(common: &Common, desk: &Desk, surroundings: &Surroundings) -> NaiveDate {
    common
        .as_of
        .or(desk.settings.as_of)
        .unwrap_or(surroundings.today)
}

/// The packs that `--pack` names, each beside its folder: of several by one name the one that is in
/// force on the date.
pub(crate) fn given(
    common: &Common,
    as_of: NaiveDate,
) -> Result<Vec<(String, Pack)>, CommandError> {
    read_given(&common.packs, as_of, &common.registered)
}

/// The packs of these folders, each beside its folder, on a date.
pub(crate) fn read_given(
    folders: &[PathBuf],
    as_of: NaiveDate,
    plugins: &Plugins,
) -> Result<Vec<(String, Pack)>, CommandError> {
    let mut packs = Vec::new();
    let mut given = Vec::new();
    for path in folders {
        let mut read = folder::read_packs(path)?;
        match (read.pop(), read.is_empty()) {
            // Two folders that were named one by one are two packs, whatever their names.
            (Some(one), true) => given.extend(Packs::given_in_force(vec![one], as_of, plugins)?),
            (last, _) => packs.extend(read.into_iter().chain(last)),
        }
    }
    given.extend(Packs::given_in_force(packs, as_of, plugins)?);
    Ok(given)
}
