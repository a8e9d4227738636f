//! The examples and benches that the crates of the workspace declare, as Cargo sees them.

use serde_json::Value;

use crate::shop::Shop;

/// An example or a bench that a crate declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The crate's name.
    pub package: String,
    /// The target's name.
    pub name: String,
    /// The file it is built from.
    pub file: String,
    /// The features it needs, as `--features` takes them.
    pub features: String,
}

/// The targets of one kind that the workspace's crates declare, among them every Rust file of
/// `folder`.
///
/// # Errors
/// When a file of `folder` is declared by no crate, since it would never be built.
pub fn declared(shop: &mut Shop<'_>, kind: &str, folder: &str) -> Result<Vec<Target>, String> {
    let targets = targets_in(&shop.metadata("--no-deps")?, kind);
    forgotten(shop, folder, &targets)?;
    Ok(targets)
}

fn targets_in(metadata: &Value, kind: &str) -> Vec<Target> {
    let word = |value: &Value, key: &str| {
        value
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or("")
            .to_owned()
    };
    let list = |value: &Value, key: &str| {
        value
            .get(key)
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default()
    };
    let mut targets = Vec::new();
    for package in list(metadata, "packages") {
        for target in list(&package, "targets") {
            if list(&target, "kind").iter().any(|k| k == kind) {
                let features = list(&target, "required-features");
                targets.push(Target {
                    package: word(&package, "name"),
                    name: word(&target, "name"),
                    file: word(&target, "src_path"),
                    features: features
                        .iter()
                        .filter_map(Value::as_str)
                        .collect::<Vec<_>>()
                        .join(","),
                });
            }
        }
    }
    targets.sort_by(|a, b| (&a.package, &a.name).cmp(&(&b.package, &b.name)));
    targets
}

fn forgotten(shop: &Shop<'_>, folder: &str, targets: &[Target]) -> Result<(), String> {
    let files = shop
        .list(folder)
        .into_iter()
        .filter(|name| name.ends_with(".rs"));
    let missed: Vec<String> = files
        .map(|name| format!("{folder}/{name}"))
        .filter(|path| {
            let ending = format!("/{path}");
            let built = |target: &Target| target.file.replace('\\', "/").ends_with(&ending);
            !targets.iter().any(built)
        })
        .collect();
    if missed.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "no crate declares {}; add a target with this path to its Cargo.toml",
            missed.join(", ")
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const METADATA: &str = r#"{"packages": [{"name": "mestring", "targets": [
        {"kind": ["lib"], "name": "mestring", "src_path": "/w/crates/mestring/src/lib.rs"},
        {"kind": ["bench"], "name": "plan", "src_path": "/w/benches/plan.rs", "required-features": ["arrow", "exact"]}
    ]}]}"#;

    #[test]
    fn targets_are_read_from_the_metadata() {
        let metadata: Value = serde_json::from_str(METADATA).unwrap();
        let found = targets_in(&metadata, "bench");
        let expected = Target {
            package: "mestring".to_owned(),
            name: "plan".to_owned(),
            file: "/w/benches/plan.rs".to_owned(),
            features: "arrow,exact".to_owned(),
        };
        assert_eq!(found, [expected]);
        assert_eq!(targets_in(&metadata, "example"), []);
    }

    #[test]
    fn a_file_that_no_crate_declares_is_an_error() {
        let mut out = Vec::new();
        let here = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let shop = Shop::new(here, &mut out);
        let error = forgotten(&shop, "src", &[]).unwrap_err();
        assert!(error.contains("src/targets.rs"), "{error}");
        assert_eq!(forgotten(&shop, "no-such-folder", &[]), Ok(()));
    }
}
