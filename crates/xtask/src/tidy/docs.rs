//! Documents that must match the tree: the changelog, the map of crates, the list of invariants.

use std::collections::BTreeSet;

use super::crates::Manifest;
use super::{Look, Tree};

const MAP: &str = "ARCHITECTURE.md";
const CHANGELOG: &str = "CHANGELOG.md";

/// How many invariants the design has.
const INVARIANTS: usize = 11;

/// The changelog's first section collects what is not released, and says something.
pub fn changelog(tree: &Tree) -> Look {
    let mut look = Look::default();
    let Some(text) = tree.text(CHANGELOG) else {
        return look;
    };
    look.seen += 1;
    let mut sections = text.lines().skip_while(|line| !line.starts_with("## "));
    if sections.next() != Some("## [Unreleased]") {
        look.fault(CHANGELOG, 0, "its first section must be `## [Unreleased]`");
    } else if !sections
        .take_while(|line| !line.starts_with("## "))
        .any(|line| line.starts_with("- "))
    {
        look.fault(CHANGELOG, 0, "the section `## [Unreleased]` lists nothing");
    }
    look
}

/// The table under `## Crates` in the map has a row for each crate of the tree, and no other.
pub fn crate_map(tree: &Tree) -> Look {
    let mut look = Look::default();
    let built: BTreeSet<&str> = Manifest::all(tree, &mut look)
        .iter()
        .map(|manifest| manifest.dir)
        .collect();
    let drawn: BTreeSet<&str> = section(tree, "Crates")
        .filter_map(|(_, line)| line.strip_prefix("| `")?.split_once('`'))
        .map(|(dir, _)| dir.trim_end_matches('/'))
        .collect();
    look.seen += drawn.len();
    for missing in built.difference(&drawn) {
        look.fault(MAP, 0, format!("its table of crates lacks `{missing}`"));
    }
    for gone in drawn.difference(&built) {
        look.fault(
            MAP,
            0,
            format!("its table of crates has `{gone}`, which is no crate"),
        );
    }
    look
}

/// Each invariant has its number and a line `Enforced by:`; each test and file named there in
/// backticks exists, a test as `path.rs::name`.
pub fn invariants(tree: &Tree) -> Look {
    let mut look = Look::default();
    let mut number = 0;
    let mut enforced = 0;
    for (line, text) in section(tree, "Invariants") {
        if text.starts_with(&format!("{}. ", number + 1)) {
            number += 1;
        }
        let Some(by) = text.trim_start().strip_prefix("Enforced by: ") else {
            continue;
        };
        enforced += 1;
        if enforced != number {
            look.fault(
                MAP,
                line,
                format!("invariant {number} and its `Enforced by:` do not pair up"),
            );
        }
        for named in by
            .split('`')
            .skip(1)
            .step_by(2)
            .filter(|named| named.contains(".rs") || named.contains('/'))
        {
            look.seen += 1;
            if !exists(tree, named) {
                look.fault(MAP, line, format!("names `{named}`, which does not exist"));
            }
        }
    }
    if 0 < look.seen && (number, enforced) != (INVARIANTS, INVARIANTS) {
        let text = format!(
            "has {number} invariants and {enforced} lines `Enforced by:`; both must be {INVARIANTS}"
        );
        look.fault(MAP, 0, text);
    }
    look
}

/// True for a file or folder of the tree, and for `path.rs::test` where the file defines `test`.
fn exists(tree: &Tree, named: &str) -> bool {
    let Some((path, test)) = named.split_once("::") else {
        return tree.has(named.trim_end_matches('/'));
    };
    tree.text(path)
        .is_some_and(|code| code.contains(&format!("fn {test}(")))
}

/// The numbered lines of one section of the map.
fn section<'t>(tree: &'t Tree, title: &str) -> impl Iterator<Item = (usize, &'t str)> {
    let heading = format!("## {title}");
    let lines = tree.text(MAP).unwrap_or_default().lines().enumerate();
    lines
        .skip_while(move |(_, line)| *line != heading)
        .skip(1)
        .take_while(|(_, line)| !line.starts_with("## "))
        .map(|(index, line)| (index + 1, line))
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    #[test]
    fn the_changelog_opens_with_what_is_unreleased() {
        let cases: [(&str, &[&str]); 3] = [
            ("# Changelog\n\n## [Unreleased]\n### Added\n- First.\n", &[]),
            (
                "# Changelog\n## [0.1.0]\n- First.\n",
                &["CHANGELOG.md: its first section"],
            ),
            (
                "## [Unreleased]\n\n## [0.1.0]\n- First.\n",
                &["CHANGELOG.md: the section"],
            ),
        ];
        for (text, expected) in cases {
            check(changelog, &[(CHANGELOG, text)], expected);
        }
    }

    #[test]
    fn a_map_that_misses_a_crate_is_a_fault() {
        let map = "## Crates\n| folder | what |\n|---|---|\n| `rules` | packs |\n| `crates/gone` | x |\n## Other\n| `no` |";
        check(
            crate_map,
            &[
                (MAP, map),
                ("rules/Cargo.toml", ""),
                ("crates/new/Cargo.toml", ""),
            ],
            &[
                "ARCHITECTURE.md: its table of crates lacks `crates/new`",
                "ARCHITECTURE.md: its table of crates has `crates/gone`",
            ],
        );
    }

    fn map(enforcer: &str) -> String {
        let rows = (1..=INVARIANTS)
            .map(|n| format!("{n}. Something holds.\n   Enforced by: {enforcer}.\n"));
        format!("## Invariants\n{}", rows.collect::<String>())
    }

    const TEST: (&str, &str) = ("crates/a/tests/t.rs", "#[test]\nfn same_bits() {}");

    #[test]
    fn what_enforces_an_invariant_exists() {
        check(
            invariants,
            &[
                (
                    MAP,
                    &map("Cargo, `crates/a/tests/t.rs::same_bits`, `crates/a/`"),
                ),
                TEST,
            ],
            &[],
        );
        let wrong = map("`crates/a/tests/t.rs::other_bits`");
        let found = invariants(&Tree::sample(&[(MAP, &wrong), TEST]));
        assert_eq!(found.faults.len(), INVARIANTS);
        assert!(
            found
                .faults
                .iter()
                .all(|fault| fault.text.contains("does not exist"))
        );
    }

    #[test]
    fn an_invariant_that_is_missing_is_a_fault() {
        let ten =
            map("`crates/a/`").replace("11. Something holds.\n   Enforced by: `crates/a/`.\n", "");
        check(
            invariants,
            &[(MAP, &ten), TEST],
            &["ARCHITECTURE.md: has 10 invariants and 10 lines"],
        );
    }
}
