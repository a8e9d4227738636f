//! Everything there is to say about a pack's text and its cases.

use std::collections::BTreeMap;

use mestring_model::verdict::Answer;

use crate::complaint::PackFault;
use crate::diagnostic::{Diagnostic, NO_CASE};
use crate::manifest::Written;
use crate::pack::Pack;
use crate::plugin::Plugins;

/// Checks a pack: its manifest, its scripts, its cases, and what the cases leave open.
///
/// The diagnostics stand in order of file and line. A pack without errors among them loads.
///
/// ```
/// use std::collections::BTreeMap;
/// use mestring_rules::{Plugins, check};
/// let found = check(&BTreeMap::new(), &Plugins::default());
/// assert_eq!(found[0].to_string(),
///     "error R001: pack.toml: the pack has no pack.toml; a pack says there what it decides");
/// ```
pub fn check(files: &BTreeMap<String, String>, plugins: &Plugins) -> Vec<Diagnostic> {
    let (pack, mut out) = Pack::read(files, plugins);
    if let Some(pack) = pack {
        out.extend(pack.test().iter().filter_map(|result| result.diagnostic()));
        coverage(&pack, &mut out);
    }
    out.sort();
    out
}

/// What a run of the cases leaves unsaid: files of cases that belong to no rule and never ran, rules
/// without cases, and what is odd about the cases themselves. All of it is warnings.
pub fn untested(pack: &Pack) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    coverage(pack, &mut out);
    out.retain(|own| own.code == NO_CASE.id);
    let of_cases = |own: &&Diagnostic| own.file.contains(".test");
    out.extend(pack.warnings().iter().filter(of_cases).cloned());
    out.sort();
    out
}

/// A rule without cases, or whose cases all expect the same, is not shown to decide anything.
fn coverage(pack: &Pack, out: &mut Vec<Diagnostic>) {
    for declared in &pack.manifest().criteria {
        let expected: Vec<&Answer> = pack
            .cases()
            .iter()
            .filter(|case| case.criterion == declared.name)
            .map(|case| &case.expect)
            .collect();
        let file = match declared.written {
            Written::Script => format!("{}.rhai", declared.name),
            Written::Plugin => "pack.toml".to_owned(),
        };
        let rule = declared.name.clone();
        if expected.is_empty() {
            let fault = PackFault::NoCase { rule };
            out.push(Diagnostic::of(file, None, fault.into()));
            continue;
        }
        let mut told = expected.iter().filter(|answer| !answer.cannot_tell());
        let first = told.next();
        if first.is_none_or(|first| told.all(|other| other == first)) {
            let fault = match first {
                Some(Answer::Bool(true)) => PackFault::NoCaseNo { rule },
                Some(Answer::Bool(false)) => PackFault::NoCaseYes { rule },
                Some(_) => PackFault::CasesSame { rule },
                None => PackFault::NoCaseTold { rule },
            };
            out.push(Diagnostic::of(file, None, fault.into()));
        }
    }
}
