//! Everything there is to say about a pack's text and its cases.

use std::collections::BTreeMap;

use mestring_model::verdict::Answer;

use crate::diagnostic::{self, Diagnostic};
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
        if expected.is_empty() {
            let message = format!("the rule `{}` has no cases", declared.name);
            let help = format!("write some in {}.test.toml", declared.name);
            out.push(Diagnostic::whole_file(
                diagnostic::NO_CASE,
                file,
                message,
                help,
            ));
            continue;
        }
        let mut told = expected.iter().filter(|answer| !answer.cannot_tell());
        let first = told.next();
        if first.is_none_or(|first| told.all(|other| other == first)) {
            let (message, help) = match first {
                Some(Answer::Bool(true)) => ("no case expects no", "add one that does"),
                Some(Answer::Bool(false)) => ("no case expects yes", "add one that does"),
                Some(_) => ("all cases expect the same answer", "add one with another"),
                None => ("no case expects an answer", "add one that can be told"),
            };
            let message = format!("{message} from the rule `{}`", declared.name);
            out.push(Diagnostic::whole_file(
                diagnostic::ONE_SIDED,
                file,
                message,
                help,
            ));
        }
    }
}
