//! The order of the modules inside `crates/mestring`.
//!
//! The table lists every module of that crate: a new one is a fault until it has a place here.

use super::names::{Name, module, names};
use super::tree::source;
use super::{Look, Tree};

/// The crate whose modules are in order.
const HOUSE: &str = "crates/mestring";

/// The verbs and what stands beside them; each is pure work on facts and verdicts.
const VERBS: [&str; 15] = [
    "plan",
    "people",
    "assign",
    "relate",
    "overview",
    "pathways",
    "obligations",
    "money",
    "networks",
    "competence",
    "goals",
    "evaluate",
    "release",
    "frame",
    "synthetic",
];

/// What verbs share: how far offers reach, what they are about, and what fits beside what.
const GROUND: [&str; 3] = ["reach", "timetable", "topics"];

/// The floors of the house from the ground up. A module names itself and the floors below it, never
/// a neighbour on its own floor and never a floor above.
const FLOORS: [&[&str]; 8] = [
    // Small desks for the tests of all others, and the list of what errors are called.
    &["fixture", "codes"],
    &GROUND,
    &VERBS,
    &["freed"],
    &["decide"],
    &["decision_log"],
    &["text"],
    &["report"],
];

/// Crates that nothing below `decide` may name: the judge, the packs and the script language.
const JUDGES: [&str; 3] = ["mestring_rules", "mestring_packs", "rhai"];

/// No module names one that stands beside or above it.
pub fn order(tree: &Tree) -> Look {
    let mut look = over_rooms(tree, |room, name, look| {
        let Some([root, other, ..]) = name.parts.get(..) else {
            return;
        };
        if root != "crate" || other == room {
            return;
        }
        look.seen += 1;
        let why = match (floor(room), floor(other)) {
            (Some(own), Some(theirs)) if theirs < own => return,
            (Some(own), Some(theirs)) if theirs == own => "stands beside",
            (Some(_), Some(_)) => "stands above",
            _ => {
                "is no module in the order; name the module that defines it, not a re-export, beside or above"
            }
        };
        look.faults.push(super::Fault {
            path: String::new(),
            line: name.line,
            text: format!(
                "`{}` in `{room}`: `{other}` {why} it; compose both in `decide`",
                name.shown()
            ),
        });
    });
    for (path, room) in rooms(tree) {
        look.seen += 1;
        if floor(room).is_none() {
            let remedy = "add it to FLOORS in crates/xtask/src/tidy/rooms.rs";
            look.fault(path, 0, format!("module `{room}` has no floor; {remedy}"));
        }
    }
    look
}

/// The verbs never name the judge.
pub fn judge_unseen(tree: &Tree) -> Look {
    over_rooms(tree, |room, name, look| {
        if floor("decide") <= floor(room) {
            return;
        }
        look.seen += 1;
        if name
            .parts
            .iter()
            .any(|part| JUDGES.contains(&part.as_str()))
        {
            let text = format!(
                "`{}` in `{room}`: take verdicts as parameters; only `decide` judges",
                name.shown()
            );
            look.fault("", name.line, text);
        }
    })
}

/// Calls `visit` with every path named in every module that has a floor.
fn over_rooms(tree: &Tree, visit: impl Fn(&str, &Name, &mut Look)) -> Look {
    let mut look = Look::default();
    for (path, room) in rooms(tree).filter(|(_, room)| floor(room).is_some()) {
        let before = look.faults.len();
        let file = source(path).map_or("", |(_, file)| file);
        match names(tree.text(path).unwrap_or_default(), &module(file)) {
            Ok(found) => found.iter().for_each(|name| visit(room, name, &mut look)),
            Err(error) => look.fault(path, 0, error),
        }
        for fault in look.faults.iter_mut().skip(before) {
            fault.path = path.to_owned();
        }
    }
    look
}

/// Every file of the house with the module at the root to which it belongs. The root itself declares
/// the modules and is the door to all of them, so it is left out.
fn rooms(tree: &Tree) -> impl Iterator<Item = (&str, &str)> {
    tree.ending(&[".rs"])
        .filter_map(|(path, _)| match source(path) {
            Some((HOUSE, file)) => Some((path, *module(file).first()?)),
            _ => None,
        })
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    #[test]
    fn downward_imports_pass() {
        check(
            order,
            &[
                (
                    "crates/mestring/src/lib.rs",
                    "pub mod plan; pub use plan::Proposal;",
                ),
                (
                    "crates/mestring/src/plan.rs",
                    "use mestring_model::Desk; use crate::plan::chain::Chain;",
                ),
                (
                    "crates/mestring/src/plan/chain.rs",
                    "use super::Proposal; pub(crate) struct Chain;",
                ),
                (
                    "crates/mestring/src/decide.rs",
                    "use crate::{assign, plan};",
                ),
                (
                    "crates/mestring/src/report/table.rs",
                    "use crate::text::Text; use crate::decide::Today;",
                ),
            ],
            &[],
        );
    }

    #[test]
    fn a_verb_that_imports_a_verb_is_a_fault() {
        let message = "crates/mestring/src/assign.rs:2: `crate::plan::Plan` in `assign`: `plan` stands beside";
        check(
            order,
            &[("crates/mestring/src/assign.rs", "\nuse super::plan::Plan;")],
            &[message],
        );
    }

    #[test]
    fn upward_imports_are_faults() {
        check(
            order,
            &[
                ("crates/mestring/src/decide.rs", "use crate::report;"),
                (
                    "crates/mestring/src/plan/a.rs",
                    "use crate::decide::Question;",
                ),
                (
                    "crates/mestring/src/text.rs",
                    "use crate::{report::Table, decide};",
                ),
            ],
            &[
                "crates/mestring/src/decide.rs:1: `crate::report` in `decide`: `report` stands above",
                "crates/mestring/src/plan/a.rs:1: `crate::decide::Question` in `plan`: `decide` stands above",
                "crates/mestring/src/text.rs:1: `crate::report::Table` in `text`: `report` stands above",
            ],
        );
    }

    #[test]
    fn a_detour_over_the_root_is_a_fault() {
        check(
            order,
            &[(
                "crates/mestring/src/plan.rs",
                "use crate::Match; use super::*;",
            )],
            &[
                "crates/mestring/src/plan.rs:1: `crate::Match` in `plan`: `Match` is no module",
                "crates/mestring/src/plan.rs:1: `crate::*` in `plan`: `*` is no module",
            ],
        );
    }

    #[test]
    fn a_new_module_needs_a_floor() {
        check(
            order,
            &[("crates/mestring/src/extra.rs", "")],
            &["crates/mestring/src/extra.rs: module `extra` has no floor"],
        );
    }

    #[test]
    fn verbs_that_see_the_judge_are_faults() {
        check(
            judge_unseen,
            &[
                (
                    "crates/mestring/src/plan.rs",
                    "use mestring_rules as judge;",
                ),
                (
                    "crates/mestring/src/relate/pairs.rs",
                    "fn f(e: &rhai::Engine) {}",
                ),
                ("crates/mestring/src/decide.rs", "use mestring_rules::Pack;"),
            ],
            &[
                "crates/mestring/src/plan.rs:1: `mestring_rules` in `plan`: take verdicts",
                "crates/mestring/src/relate/pairs.rs:1: `rhai::Engine` in `relate`: take verdicts",
            ],
        );
    }
}
