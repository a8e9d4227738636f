//! Files that are those of a pack but for the end of their names, and folders in their places: what
//! Windows and word processors make of `rule.rhai`.

use std::collections::BTreeMap;

use super::{CASES, MANIFEST, SCRIPT};
use crate::complaint::PackFault;
use crate::diagnostic::Diagnostic;

/// Endings that are put behind the name of a text file.
const ENDINGS: &[&str] = &[".txt", ".rtf", ".doc", ".docx", ".odt", ".md"];

/// A file that is not read.
#[derive(Debug, Clone)]
pub(super) struct Misnamed {
    /// Its name.
    file: String,
    /// The name under which it would be read.
    right: String,
    is_folder: bool,
}

/// The files and folders that are not read for their names, in order.
pub(super) fn misnamed(files: &BTreeMap<String, String>) -> Vec<Misnamed> {
    let all = files.keys().filter_map(|file| {
        let name = file.strip_suffix('/');
        let right = right(name.unwrap_or(file))?;
        let is_folder = name.is_some();
        (is_folder || right != *file).then(|| Misnamed {
            file: file.clone(),
            right,
            is_folder,
        })
    });
    all.collect()
}

/// The name that a file of a pack would have; none where it is nothing of a pack.
fn right(file: &str) -> Option<String> {
    let lower = file.to_lowercase();
    let ending = ENDINGS.iter().find(|ending| lower.ends_with(**ending));
    let base = lower.strip_suffix(ending.unwrap_or(&"")).unwrap_or(&lower);
    if base == MANIFEST {
        return Some(MANIFEST.to_owned());
    }
    let own = [SCRIPT, CASES]
        .into_iter()
        .find(|own| base.ends_with(own))?;
    let stem = file.get(..base.len() - own.len())?;
    Some(format!("{stem}{own}"))
}

/// What to say of a criterion without its script where one of the files was meant for it.
pub(super) fn in_place_of(name: &str, all: &[Misnamed]) -> Option<PackFault> {
    let script = format!("{name}{SCRIPT}");
    let own = all.iter().find(|own| own.right == script)?;
    let (name, file) = (name.to_owned(), own.file.clone());
    Some(if own.is_folder {
        PackFault::ScriptIsFolder { name, file }
    } else {
        PackFault::ScriptHasEnding { name, file }
    })
}

/// Says of each that it is not read, but of those that are missed as a script.
pub(super) fn complain(all: &[Misnamed], out: &mut Vec<Diagnostic>) {
    for own in all {
        let is_missed = out.iter().any(|said| match &said.complaint {
            crate::Complaint::PackFault(
                PackFault::ScriptHasEnding { file, .. } | PackFault::ScriptIsFolder { file, .. },
            ) => *file == own.file,
            _ => false,
        });
        if is_missed {
            continue;
        }
        let (file, right) = (own.file.clone(), own.right.clone());
        let fault = if own.is_folder {
            PackFault::FolderForFile { file }
        } else {
            PackFault::WrongEnding { file, right }
        };
        out.push(Diagnostic::of(&own.file, None, fault.into()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_name_is_found_behind_other_endings() {
        for (file, expected) in [
            ("rule.rhai.txt", Some("rule.rhai")),
            ("rule.rhai.TXT", Some("rule.rhai")),
            ("Rule.RHAI", Some("Rule.rhai")),
            ("rule.rhai.docx", Some("rule.rhai")),
            ("rule.test.toml.txt", Some("rule.test.toml")),
            ("Pack.toml", Some("pack.toml")),
            ("pack.toml.txt", Some("pack.toml")),
            ("rule.rhai", Some("rule.rhai")),
            ("rule.rhai.bak", None),
            ("notes.txt", None),
            ("other.toml", None),
            ("ærlig.rhai.txt", Some("ærlig.rhai")),
        ] {
            assert_eq!(right(file).as_deref(), expected, "{file}");
        }
        let files = ["pack.toml", "rule.rhai", "x.rhai/", "y.test.toml.txt"];
        let files = files.map(|name| (name.to_owned(), String::new())).into();
        let names: Vec<String> = misnamed(&files).into_iter().map(|own| own.file).collect();
        assert_eq!(names, ["x.rhai/", "y.test.toml.txt"]);
    }
}
