//! The table of features in the guide for those who embed, held against every `Cargo.toml`.

use std::collections::BTreeMap;

use super::crates::Manifest;
use super::{Look, Tree};

const GUIDE: &str = "docs/guides/embed.md";

/// Crates that nobody embeds: programs, bindings, tools.
const NO_LIBRARY: [&str; 5] = [
    "bindings/python",
    "crates/mestring-cli",
    "crates/mestring-fuzz",
    "crates/xtask",
    "examples/service",
];

/// What the table says of a feature, or a manifest.
#[derive(Debug, PartialEq, Eq)]
struct Feature {
    on: bool,
    brings: Vec<String>,
}

/// By package and feature.
type Features = BTreeMap<(String, String), Feature>;

/// Every feature of a library that others embed has a row, which says whether it is on by default
/// and which packages it brings; and no row is of a feature that is gone.
pub fn features(tree: &Tree) -> Look {
    let mut look = Look::default();
    let declared = declared(tree, &mut look);
    let written = written(tree);
    look.seen += declared.len();
    for ((package, feature), own) in &declared {
        let key = (package.clone(), feature.clone());
        match written.get(&key) {
            None => look.fault(
                GUIDE,
                0,
                format!("lacks the feature `{feature}` of `{package}`"),
            ),
            Some(row) if row != own => {
                let on = if own.on { "on" } else { "off" };
                let brings = own.brings.join("`, `");
                let text = format!("`{package}` `{feature}` is {on} and brings `{brings}`");
                look.fault(GUIDE, 0, text);
            }
            Some(_) => {}
        }
    }
    for (package, feature) in written.keys().filter(|key| !declared.contains_key(*key)) {
        look.fault(GUIDE, 0, format!("`{package}` has no feature `{feature}`"));
    }
    look
}

fn declared(tree: &Tree, look: &mut Look) -> Features {
    let mut all = Features::new();
    for manifest in Manifest::all(tree, look) {
        if NO_LIBRARY.contains(&manifest.dir) {
            continue;
        }
        let Some(package) = manifest.name() else {
            continue;
        };
        let features = manifest.features();
        let default = features.get("default").cloned().unwrap_or_default();
        for (feature, parts) in features.iter().filter(|(name, _)| *name != "default") {
            let brings = parts.iter().filter_map(|own| own.strip_prefix("dep:"));
            let own = Feature {
                on: default.contains(feature),
                brings: brings.map(str::to_owned).collect(),
            };
            all.insert((package.to_owned(), feature.clone()), own);
        }
    }
    all
}

/// The rows of five cells: crate, feature, on or off, what it adds, the packages that it brings.
fn written(tree: &Tree) -> Features {
    let code = |cell: &str| -> Vec<String> {
        let parts = cell.split('`').skip(1).step_by(2);
        parts.map(str::to_owned).collect()
    };
    let lines = tree.text(GUIDE).unwrap_or_default().lines();
    let rows = lines.filter_map(|line| {
        let cells = line.trim_matches('|').split('|');
        let cells: Vec<&str> = cells.map(str::trim).collect();
        let [package, feature, on, _, brings] = cells[..] else {
            return None;
        };
        let own = Feature {
            on: on == "on",
            brings: code(brings),
        };
        let key = (
            code(package).first()?.clone(),
            code(feature).first()?.clone(),
        );
        Some((key, own))
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    const LIBRARY: (&str, &str) = (
        "crates/a/Cargo.toml",
        "[package]\nname = 'a'\n[features]\ndefault = ['x']\nx = ['dep:p', 'dep:q']\ny = []",
    );

    #[test]
    fn the_table_must_say_what_the_manifests_say() {
        let right = "| `a` | `x` | on | words | `p`, `q` |\n| `a` | `y` | off | words | nothing |";
        check(features, &[LIBRARY, (GUIDE, right)], &[]);
        let wrong = "| `a` | `x` | off | words | `p` |\n| `a` | `z` | off | words | |";
        check(
            features,
            &[LIBRARY, (GUIDE, wrong)],
            &[
                "docs/guides/embed.md: `a` `x` is on and brings `p`, `q`",
                "docs/guides/embed.md: lacks the feature `y` of `a`",
                "docs/guides/embed.md: `a` has no feature `z`",
            ],
        );
    }
}
