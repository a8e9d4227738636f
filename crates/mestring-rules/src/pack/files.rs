//! The files of a pack: which belong to it, their hash, and what nothing uses.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use sha2::{Digest, Sha256};

use mestring_model::Underline;

use super::misnamed::{self, Misnamed};
use super::{CASES, MANIFEST, SCRIPT};
use crate::complaint::{Among, Complaint, PackFault};
use crate::criterion::Criterion;
use crate::diagnostic::Diagnostic;
use crate::manifest::Manifest;
use crate::plugin::Plugged;
use crate::source::Source;

/// The files that belong to a pack, without byte order marks and carriage returns.
pub(super) fn clean(files: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    files
        .iter()
        .filter(|(name, _)| *name == MANIFEST || name.ends_with(SCRIPT) || name.ends_with(CASES))
        .map(|(name, text)| {
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            (name.clone(), text.replace("\r\n", "\n"))
        })
        .collect()
}

/// The hash of the files, and of what the plugins declare: a pack with a plugin of another version
/// is another pack. No file is called as a plugin is here.
pub(super) fn hash(files: &BTreeMap<String, String>, plugged: &[Option<Plugged>]) -> String {
    let mut sha = Sha256::new();
    let mut add = |text: &str| {
        // Lengths first, so that no two packs can run together into the same bytes.
        sha.update((text.len() as u64).to_be_bytes());
        sha.update(text);
    };
    for (name, text) in files {
        add(name);
        add(text);
    }
    for own in plugged.iter().flatten().map(|own| &own.declaration) {
        add(&format!("plugin:{}", own.name));
        add(&format!("{} pure={}", own.version, own.pure));
        for fact in &own.reads {
            add(&format!("reads {fact}"));
            if let Some(numbers) = own.compares.get(fact) {
                add(&format!("compares with {}", numbers.len()));
                for number in numbers {
                    add(&number.to_string());
                }
            }
        }
    }
    sha.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub(super) fn unused_files(
    files: &BTreeMap<String, String>,
    manifest: &Manifest,
    misnamed: &[Misnamed],
    out: &mut Vec<Diagnostic>,
) {
    let is_own = |file: &&String| *file != MANIFEST && !misnamed::names(misnamed, file);
    for file in files.keys().filter(is_own) {
        let stem = file
            .strip_suffix(CASES)
            .or_else(|| file.strip_suffix(SCRIPT))
            .unwrap_or(file);
        if !manifest.criteria.iter().any(|own| own.name == stem) {
            let name = stem.to_owned();
            let criteria = manifest.criteria.iter().map(|own| own.name.as_str());
            let among = Among {
                all: Vec::new(),
                ..Among::of(&name, criteria)
            };
            let fault = PackFault::NoCriterionOfFile { name, among };
            out.push(Diagnostic::of(file, None, fault.into()));
        }
    }
}

/// Where `criteria` of the manifest names a criterion.
pub(super) fn named_in_criteria(manifest: &str, name: &str) -> Option<Underline> {
    #[derive(serde::Deserialize)]
    struct Named {
        criteria: Vec<toml::Spanned<String>>,
    }
    let named: Named = toml::from_str(manifest).ok()?;
    let own = named.criteria.iter().find(|own| own.get_ref() == name)?;
    Some(Underline::of(manifest, own.span()))
}

/// Of a criterion that is misspelt under `criteria`, and spelt right everywhere else, that is said once:
/// that nothing else bears the misspelt name is no fault of its own.
pub(super) fn misspelt_criteria(out: &mut Vec<Diagnostic>) {
    let misspelt: Vec<(String, String)> = out
        .iter()
        .filter_map(|own| match &own.complaint {
            Complaint::PackFault(PackFault::NoScript { name, among }) => {
                Some((name.clone(), among.nearest.clone()?))
            }
            _ => None,
        })
        .collect();
    let wrong = |own: &str| misspelt.iter().any(|(name, _)| name == own);
    let right = |own: &str| misspelt.iter().any(|(_, near)| near == own);
    out.retain(|own| match &own.complaint {
        Complaint::PackFault(PackFault::NoOrigin { name } | PackFault::NoTitle { name }) => {
            !wrong(name)
        }
        Complaint::PackFault(
            PackFault::StrayTable { name, .. } | PackFault::NoCriterionOfFile { name, .. },
        ) => !right(name),
        _ => true,
    });
}

pub(super) fn unused_parameters(
    manifest: &Manifest,
    criteria: &[Criterion],
    source: Source,
    out: &mut Vec<Diagnostic>,
) {
    if criteria.len() < manifest.criteria.len() {
        return;
    }
    let read: BTreeSet<&str> = criteria
        .iter()
        .filter_map(Criterion::script)
        .flat_map(|script| script.parameters().iter().map(String::as_str))
        .collect();
    for own in manifest
        .parameters
        .iter()
        .filter(|own| !read.contains(own.id.as_str()))
    {
        let name = own.id.clone();
        let fault = PackFault::UnusedParameter { name };
        let quoted = source.text.find(&format!("\"{}\"", own.id));
        out.push(match quoted {
            Some(start) => source.bytes(start..start + own.id.len() + 2, fault),
            None => Diagnostic::of(MANIFEST, None, fault.into()),
        });
    }
}

/// Words for a number without a fact that the rule never asks for: they could never be read.
pub(super) fn unread_facts(
    manifest: &Manifest,
    criteria: &[Criterion],
    source: Source,
    out: &mut Vec<Diagnostic>,
) {
    for declared in &manifest.criteria {
        let criterion = criteria.iter().find(|own| own.name() == declared.name);
        let (Some(criterion), Some(number)) = (criterion, &declared.number) else {
            continue;
        };
        let facts = criterion.fact_places();
        for (fact, _) in &number.without {
            let place = manifest.judges().fact(fact).map(|(place, _)| place);
            if place.is_none_or(|place| facts.contains(&place)) {
                continue;
            }
            let fault = PackFault::NeverReads {
                rule: declared.name.clone(),
                fact: fact.clone(),
            };
            let key = format!("without.{fact}");
            out.push(match source.text.find(&key) {
                Some(start) => source.bytes(start..start + key.len(), fault),
                None => Diagnostic::of(MANIFEST, None, fault.into()),
            });
        }
    }
}
