//! The rules about the tree itself: import order, sizes, words, and the documents that must match.
//!
//! Each [`Rule`] is a function from the tree's texts to what it looked at and what it found. A rule
//! that looked at nothing is a fault of its own, since a guard whose folder has moved would
//! otherwise stay green for ever. Each rule has a sample in its tests on which it fails.

pub mod crates;
pub mod docs;
pub mod features;
pub mod names;
pub mod packs;
pub mod purity;
pub mod rooms;
pub mod texts;
pub mod tree;

use std::fmt;

pub use tree::Tree;

/// One rule about the tree.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The name that is printed, and that `cargo xtask tidy NAME` takes.
    pub name: &'static str,
    /// Why the rule exists, in one line.
    pub why: &'static str,
    /// What the rule does.
    pub look: fn(&Tree) -> Look,
}

/// What a rule looked at, and what it found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// How many things were examined: files, dependencies, paths in code, as the rule has it.
    pub seen: usize,
    /// What breaks the rule.
    pub faults: Vec<Fault>,
}

impl Look {
    /// Notes a fault.
    pub fn fault(&mut self, path: &str, line: usize, text: impl Into<String>) {
        self.faults.push(Fault {
            path: path.to_owned(),
            line,
            text: text.into(),
        });
    }
}

/// One place that breaks a rule, with the remedy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, from the workspace root.
    pub path: String,
    /// The line from 1, or 0 for the whole file.
    pub line: usize,
    /// What is wrong and what to do.
    pub text: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.text),
            line => write!(f, "{}:{line}: {}", self.path, self.text),
        }
    }
}

/// Every rule, in the order in which they are printed.
pub const RULES: [Rule; 15] = [
    Rule {
        name: "crate-order",
        why: "imports go one way: model, data, then rules and verbs, then the outer crates",
        look: crates::order,
    },
    Rule {
        name: "crate-exclusive",
        why: "one crate knows Rhai, one knows Python, one knows workbooks",
        look: crates::exclusive,
    },
    Rule {
        name: "crate-lints",
        why: "a crate outside the workspace lints may panic, print and read files unnoticed",
        look: crates::lints,
    },
    Rule {
        name: "room-order",
        why: "verbs never import each other, and nothing imports what renders it",
        look: rooms::order,
    },
    Rule {
        name: "judge-unseen",
        why: "verbs get verdicts and facts, never a script, so they are tested without Rhai",
        look: rooms::judge_unseen,
    },
    Rule {
        name: "purity",
        why: "the core reads no file, environment, clock, network or random source",
        look: purity::purity,
    },
    Rule {
        name: "file-length",
        why: "a module answers one question",
        look: texts::length,
    },
    Rule {
        name: "machine-paths",
        why: "the tree means the same on every machine",
        look: texts::machine_paths,
    },
    Rule {
        name: "unfinished",
        why: "what is not done is not in the tree",
        look: texts::unfinished,
    },
    Rule {
        name: "national-numbers",
        why: "examples hold no persons",
        look: texts::national_numbers,
    },
    Rule {
        name: "rules-have-cases",
        why: "a rule without cases says nothing that can be checked",
        look: packs::cases,
    },
    Rule {
        name: "changelog",
        why: "users learn of a change where they look for it",
        look: docs::changelog,
    },
    Rule {
        name: "crate-map",
        why: "a map that misses a crate misleads",
        look: docs::crate_map,
    },
    Rule {
        name: "features",
        why: "who embeds a library decides by this table what comes with it",
        look: features::features,
    },
    Rule {
        name: "invariants",
        why: "an invariant names what enforces it, and that must exist",
        look: docs::invariants,
    },
];

/// The faults of one rule, among them that it looked at nothing.
pub fn judge(rule: &Rule, tree: &Tree) -> Look {
    let mut look = (rule.look)(tree);
    if look.seen == 0 {
        look.fault(
            ".",
            0,
            format!("rule `{}` found nothing to look at", rule.name),
        );
    }
    look.faults.sort();
    look
}

/// Runs one rule on a sample and compares the faults, as they are printed, by their beginnings.
#[cfg(test)]
fn check(look: fn(&Tree) -> Look, files: &[(&str, &str)], expected: &[&str]) {
    let found = look(&Tree::sample(files));
    assert!(
        0 < found.seen,
        "the sample gave the rule nothing to look at"
    );
    let shown: Vec<String> = found.faults.iter().map(ToString::to_string).collect();
    let agree = shown.len() == expected.len()
        && shown
            .iter()
            .zip(expected)
            .all(|(fault, beginning)| fault.starts_with(beginning));
    assert!(agree, "expected {expected:#?}\nfound {shown:#?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_that_saw_nothing_is_a_fault() {
        let empty = Tree::sample(&[]);
        for rule in &RULES {
            let look = judge(rule, &empty);
            let silent = format!("rule `{}` found nothing to look at", rule.name);
            assert!(
                look.faults.iter().any(|fault| fault.text == silent),
                "{}",
                rule.name
            );
        }
    }

    #[test]
    fn names_are_unique_and_explained() {
        let names: std::collections::BTreeSet<_> = RULES.iter().map(|rule| rule.name).collect();
        assert_eq!(names.len(), RULES.len());
        assert!(RULES.iter().all(|rule| !rule.why.is_empty()));
    }
}
