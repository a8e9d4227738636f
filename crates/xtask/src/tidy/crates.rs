//! What the crates may depend on, read from every `Cargo.toml`.
//!
//! The table lists every crate of the workspace: a new one is a fault until it has a place here.

use std::collections::BTreeMap;

use toml::Table;

use super::{Look, Tree};

/// The workspace's crates from left to right. A crate depends only on crates that stand further
/// left and that its row names.
const ORDER: [(&str, &[&str]); 12] = [
    ("crates/mestring-model", &[]),
    ("rules", &[]),
    ("crates/mestring-data", &["mestring-model"]),
    (
        "crates/mestring-rules",
        &["mestring-model", "mestring-data"],
    ),
    (
        "crates/mestring",
        &[
            "mestring-model",
            "mestring-data",
            "mestring-rules",
            "mestring-packs",
        ],
    ),
    (
        "crates/mestring-exchange",
        &["mestring-model", "mestring-data"],
    ),
    (
        "crates/mestring-cli",
        &[
            "mestring-model",
            "mestring-data",
            "mestring-rules",
            "mestring-packs",
            "mestring",
            "mestring-exchange",
        ],
    ),
    (
        "bindings/python",
        &[
            "mestring-model",
            "mestring-data",
            "mestring-rules",
            "mestring-packs",
            "mestring",
            "mestring-exchange",
            "mestring-cli",
        ],
    ),
    (
        "examples/service",
        &[
            "mestring-model",
            "mestring-data",
            "mestring-rules",
            "mestring",
            "mestring-exchange",
        ],
    ),
    (
        "crates/mestring-fuzz",
        &[
            "mestring-model",
            "mestring-data",
            "mestring-rules",
            "mestring-packs",
            "mestring",
            "mestring-exchange",
        ],
    ),
    (
        "crates/xtask",
        &[
            "mestring-model",
            "mestring-rules",
            "mestring-packs",
            "mestring",
            "mestring-exchange",
            "mestring-cli",
        ],
    ),
    ("benches/peers/rust", &["mestring-model", "mestring-rules"]),
];

/// Packages that only one crate may depend on, for work as for tests.
const EXCLUSIVE: [(&str, &str); 11] = [
    ("rhai", "crates/mestring-rules"),
    ("pyo3", "bindings/python"),
    ("calamine", "crates/mestring-exchange"),
    ("rust_xlsxwriter", "crates/mestring-exchange"),
    ("encoding_rs", "crates/mestring-exchange"),
    ("clap", "crates/mestring-cli"),
    ("notify", "crates/mestring-exchange"),
    ("pumpkin-core", "crates/mestring"),
    ("axum", "examples/service"),
    ("tokio", "examples/service"),
    ("libfuzzer-sys", "crates/mestring-fuzz"),
];

/// Features of chrono that read the clock of the machine.
const CLOCKS: [&str; 3] = ["clock", "now", "default"];

/// One `Cargo.toml` of a crate.
pub(super) struct Manifest<'t> {
    /// The file.
    pub path: &'t str,
    /// Its folder.
    pub dir: &'t str,
    table: Table,
}

impl<'t> Manifest<'t> {
    /// Every crate of the tree; a file that does not parse becomes a fault.
    pub fn all(tree: &'t Tree, look: &mut Look) -> Vec<Self> {
        let mut manifests = Vec::new();
        for (path, text) in tree.ending(&["/Cargo.toml"]) {
            let Some(dir) = path.strip_suffix("/Cargo.toml") else {
                continue;
            };
            match text.parse::<Table>() {
                Ok(table) => manifests.push(Self { path, dir, table }),
                Err(error) => look.fault(
                    path,
                    0,
                    format!("does not read as TOML: {}", error.message()),
                ),
            }
        }
        manifests
    }

    /// The package's name.
    pub fn name(&self) -> Option<&str> {
        self.table.get("package")?.get("name")?.as_str()
    }

    /// Its features, each with what it turns on.
    pub fn features(&self) -> BTreeMap<String, Vec<String>> {
        let features = self.table.get("features").and_then(toml::Value::as_table);
        let parts = |own: &toml::Value| -> Vec<String> {
            let parts = own.as_array().into_iter().flatten();
            parts
                .filter_map(toml::Value::as_str)
                .map(str::to_owned)
                .collect()
        };
        let all = features.into_iter().flatten();
        all.map(|(name, own)| (name.clone(), parts(own))).collect()
    }

    /// Every dependency of the given kinds with its entry, those of a single platform too.
    fn dependencies(&self, kinds: &[&str]) -> Vec<(String, &toml::Value)> {
        let platforms = self.table.get("target").and_then(toml::Value::as_table);
        let tables = std::iter::once(&self.table).chain(
            platforms
                .into_iter()
                .flat_map(Table::values)
                .filter_map(toml::Value::as_table),
        );
        let entries = tables
            .flat_map(|table| kinds.iter().filter_map(|kind| table.get(*kind)?.as_table()))
            .flat_map(Table::iter);
        // A renamed dependency gives its true name under `package`.
        entries
            .map(|(key, entry)| {
                let renamed = entry.get("package").and_then(toml::Value::as_str);
                (renamed.unwrap_or(key).to_owned(), entry)
            })
            .collect()
    }
}

/// Dependencies among the workspace's crates go one way, and none brings a clock.
pub fn order(tree: &Tree) -> Look {
    let mut look = Look::default();
    let manifests = Manifest::all(tree, &mut look);
    let ours: Vec<&str> = manifests.iter().filter_map(Manifest::name).collect();
    for manifest in &manifests {
        let Some((_, may)) = ORDER.iter().find(|(dir, _)| *dir == manifest.dir) else {
            look.fault(
                manifest.path,
                0,
                "this crate has no place; add it to ORDER in crates/xtask/src/tidy/crates.rs",
            );
            continue;
        };
        for (name, entry) in manifest.dependencies(&["dependencies", "build-dependencies"]) {
            look.seen += 1;
            if ours.contains(&name.as_str()) && !may.contains(&name.as_str()) {
                look.fault(
                    manifest.path,
                    0,
                    format!("depends on `{name}`, which does not stand to its left"),
                );
            }
            let features = entry.get("features").and_then(toml::Value::as_array);
            let clock = features
                .into_iter()
                .flatten()
                .find(|f| f.as_str().is_some_and(|f| CLOCKS.contains(&f)));
            if name == "chrono"
                && let Some(clock) = clock
            {
                look.fault(
                    manifest.path,
                    0,
                    format!("chrono's feature {clock} reads the clock; time is `as_of`"),
                );
            }
        }
    }
    look
}

/// Packages that belong to one crate are in no other.
pub fn exclusive(tree: &Tree) -> Look {
    let mut look = Look::default();
    for manifest in Manifest::all(tree, &mut look) {
        for (name, _) in
            manifest.dependencies(&["dependencies", "build-dependencies", "dev-dependencies"])
        {
            look.seen += 1;
            let owner = EXCLUSIVE.iter().find(|(package, _)| *package == name);
            if let Some((_, owner)) = owner
                && *owner != manifest.dir
            {
                look.fault(
                    manifest.path,
                    0,
                    format!("depends on `{name}`; only {owner} may"),
                );
            }
        }
    }
    look
}

/// Every crate is under the workspace's lints; the bindings, which need `unsafe` for Arrow, have
/// their own for Rust and for Clippy.
pub fn lints(tree: &Tree) -> Look {
    let mut look = Look::default();
    for manifest in Manifest::all(tree, &mut look) {
        look.seen += 1;
        let lints = manifest.table.get("lints");
        let shared = lints
            .and_then(|l| l.get("workspace"))
            .and_then(toml::Value::as_bool)
            == Some(true);
        let own = ["rust", "clippy"]
            .iter()
            .all(|tool| lints.and_then(|l| l.get(tool)).is_some());
        if !(shared || manifest.dir == "bindings/python" && own) {
            look.fault(manifest.path, 0, "lacks `[lints] workspace = true`");
        }
    }
    look
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    const MODEL: (&str, &str) = (
        "crates/mestring-model/Cargo.toml",
        "[package]\nname = 'mestring-model'\n[lints]\nworkspace = true",
    );

    #[test]
    fn leftward_dependencies_pass() {
        let rules = "[package]\nname = 'mestring-rules'\n[dependencies]\nmestring-model.workspace = true\nrhai.workspace = true";
        let files = [MODEL, ("crates/mestring-rules/Cargo.toml", rules)];
        check(order, &files, &[]);
        check(exclusive, &files, &[]);
    }

    #[test]
    fn rightward_dependencies_are_faults() {
        let verbs = "[package]\nname = 'mestring'";
        let model = "[package]\nname = 'mestring-model'\n[dependencies]\nm = { package = 'mestring', path = '../mestring' }";
        check(
            order,
            &[
                ("crates/mestring/Cargo.toml", verbs),
                ("crates/mestring-model/Cargo.toml", model),
            ],
            &["crates/mestring-model/Cargo.toml: depends on `mestring`"],
        );
    }

    #[test]
    fn an_unknown_crate_and_a_clock_are_faults() {
        let chrono = "[package]\nname = 'mestring-data'\n[dependencies]\nchrono = { workspace = true, features = ['clock'] }";
        check(
            order,
            &[
                ("crates/extra/Cargo.toml", "[package]\nname = 'extra'"),
                ("crates/mestring-data/Cargo.toml", chrono),
            ],
            &[
                "crates/extra/Cargo.toml: this crate has no place",
                "crates/mestring-data/Cargo.toml: chrono's feature",
            ],
        );
    }

    #[test]
    fn a_package_in_the_wrong_crate_is_a_fault() {
        let manifest =
            "[dev-dependencies]\nrhai = '1'\n[target.'cfg(unix)'.dependencies]\npyo3 = '0.30'";
        check(
            exclusive,
            &[("crates/mestring/Cargo.toml", manifest)],
            &[
                "crates/mestring/Cargo.toml: depends on `rhai`; only crates/mestring-rules may",
                "crates/mestring/Cargo.toml: depends on `pyo3`; only bindings/python may",
            ],
        );
    }

    #[test]
    fn a_crate_outside_the_lints_is_a_fault() {
        let own = "[lints.rust]\nunsafe_code = 'deny'\n[lints.clippy]\npanic = 'deny'";
        check(
            lints,
            &[
                MODEL,
                ("bindings/python/Cargo.toml", own),
                ("crates/mestring/Cargo.toml", own),
                ("rules/Cargo.toml", ""),
            ],
            &[
                "crates/mestring/Cargo.toml: lacks",
                "rules/Cargo.toml: lacks",
            ],
        );
    }

    #[test]
    fn a_manifest_that_does_not_parse_is_a_fault() {
        check(
            lints,
            &[MODEL, ("rules/Cargo.toml", "[package")],
            &["rules/Cargo.toml: does not read as TOML"],
        );
    }
}
