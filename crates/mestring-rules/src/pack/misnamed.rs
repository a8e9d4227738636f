//! Files that are those of a pack but for the end of their names, and folders in their places: what
//! Windows and word processors make of `rule.rhai`.

use std::collections::BTreeMap;

use mestring_model::pack_file::right;

use super::{CASES, SCRIPT};
use crate::complaint::PackFault;
use crate::diagnostic::Diagnostic;
use crate::manifest::Declared;

/// A file that is not read.
#[derive(Debug, Clone)]
pub(super) struct Misnamed {
    /// Its name.
    file: String,
    /// The name under which it would be read.
    right: String,
    is_folder: bool,
}

/// The files whose names differ from those of a criterion by large and small letters alone.
pub(super) fn by_letters(files: &BTreeMap<String, String>, criteria: &[Declared]) -> Vec<Misnamed> {
    let all = criteria.iter().flat_map(|own| {
        [SCRIPT, CASES].map(|ending| {
            let right = format!("{}{ending}", own.name);
            let is_it = |file: &&String| file.to_lowercase() == right.to_lowercase();
            let is_free = !files.contains_key(&right);
            let file = files.keys().find(is_it).filter(|_| is_free)?.clone();
            let is_folder = false;
            Some(Misnamed {
                file,
                right,
                is_folder,
            })
        })
    });
    all.flatten().collect()
}

/// True for the file that one of these is.
pub(super) fn names(all: &[Misnamed], file: &str) -> bool {
    all.iter().any(|own| own.file == file)
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

/// What to say of a criterion without its script where one of the files was meant for it.
pub(super) fn in_place_of(name: &str, all: &[Misnamed]) -> Option<PackFault> {
    let script = format!("{name}{SCRIPT}");
    let is_it = |own: &&Misnamed| own.right.to_lowercase() == script.to_lowercase();
    let own = all.iter().find(is_it)?;
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
    fn what_is_not_read_is_told_from_what_is() {
        let files = ["pack.toml", "rule.rhai", "x.rhai/", "y.test.toml.txt"];
        let files = files.map(|name| (name.to_owned(), String::new())).into();
        let names: Vec<String> = misnamed(&files).into_iter().map(|own| own.file).collect();
        assert_eq!(names, ["x.rhai/", "y.test.toml.txt"]);
    }
}
