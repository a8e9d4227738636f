//! The desk and the packs that a question is about.

use std::path::Path;

use chrono::NaiveDate;
use mestring::decide::{Packs, PacksError};
use mestring_exchange::{desk, folder};
use mestring_model::{Desk, Finding};
use mestring_rules::Pack;

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
    let (desk, mut findings) = desk::read(path)?;
    findings.extend(desk::nothing_in(&desk, path));
    let folders = desk::read_packs(path, &desk.settings)?;
    let located = desk::located(path, &desk.settings)?;
    let (own, about) = Packs::chosen(&located, &folders, &common.registered)?;
    findings.extend(about);
    let given = common.packs.iter();
    let given = given.map(|folder| read_pack(folder, common));
    let (packs, about) = own.clone().with_given(given.collect::<Result<_, _>>()?)?;
    findings.extend(about);
    let as_of = as_of(common, &desk, surroundings);
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

/// Reads a pack that `--pack` names, beside its folder as it was given.
fn read_pack(path: &Path, common: &Common) -> Result<(String, Pack), CommandError> {
    let files = folder::read_pack(path)?;
    let name = path.display().to_string();
    match Pack::load(&files, &common.registered) {
        Ok(pack) => Ok((name, pack)),
        Err(errors) => {
            let errors = errors.into_iter().map(|error| (name.clone(), error));
            let errors = errors.collect();
            Err(PacksError::Text { errors }.into())
        }
    }
}
