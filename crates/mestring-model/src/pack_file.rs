//! The names of the files of a pack, and what people, Windows and word processors make of them.

/// The file in which a pack says what it decides.
const MANIFEST: &str = "pack.toml";
/// How the name of a rule ends.
const SCRIPT: &str = ".rhai";
/// How the name of a file of cases ends.
const CASES: &str = ".test.toml";

/// Endings that are put behind the name of a text file.
const ENDINGS: &[&str] = &[".txt", ".rtf", ".doc", ".docx", ".odt", ".md"];

/// Names that are meant for the manifest.
const MANIFESTS: &[&str] = &[
    MANIFEST,
    "packs.toml",
    "package.toml",
    "pakke.toml",
    "pack.tml",
    "pack.tom",
    "pack.tmol",
    "pack.tolm",
    "pack.otml",
];

/// Endings that are meant for that of a rule.
const SCRIPTS: &[&str] = &[
    SCRIPT, ".rhia", ".rahi", ".rhi", ".rha", ".rai", ".hrai", ".rhay", ".rihai", ".rhaii",
];

/// Endings that are meant for that of a file of cases; what begins with a dot may begin with `_` or `-`
/// as well.
const CASE_FILES: &[&str] = &[
    CASES,
    ".tests.toml",
    ".case.toml",
    ".cases.toml",
    ".test.tml",
    ".test.tom",
    ".test.tmol",
    ".test.tolm",
    ".tset.toml",
    ".tets.toml",
];

/// The name that a file of a pack would have; none where it is nothing of a pack.
///
/// ```
/// use mestring_model::pack_file::right;
///
/// assert_eq!(right("waiting.rhai.txt").as_deref(), Some("waiting.rhai"));
/// assert_eq!(right("waiting_test.toml").as_deref(), Some("waiting.test.toml"));
/// assert_eq!(right("notes.txt"), None);
/// ```
pub fn right(file: &str) -> Option<String> {
    let lower = file.to_lowercase();
    let ending = ENDINGS.iter().find(|ending| lower.ends_with(**ending));
    let base = lower.strip_suffix(ending.unwrap_or(&"")).unwrap_or(&lower);
    if MANIFESTS.contains(&base) {
        return Some(MANIFEST.to_owned());
    }
    let base = file.get(..base.len())?;
    let stem = |ending: &str| {
        let at = base.len().checked_sub(ending.len())?;
        let (stem, end) = base.split_at_checked(at)?;
        let end = end.to_lowercase();
        let is_own = end == ending || end.strip_prefix(['_', '-']) == ending.strip_prefix('.');
        (is_own && !stem.is_empty()).then_some(stem)
    };
    let cases = CASE_FILES.iter().find_map(|ending| stem(ending));
    if let Some(stem) = cases {
        return Some(format!("{stem}{CASES}"));
    }
    let script = SCRIPTS
        .iter()
        .find(|ending| base.to_lowercase().ends_with(**ending));
    let stem = stem(script?)?;
    Some(format!("{stem}{SCRIPT}"))
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
            ("rule.rhia", Some("rule.rhai")),
            ("rule.test.toml.txt", Some("rule.test.toml")),
            ("rule.tests.toml", Some("rule.test.toml")),
            ("rule_test.toml", Some("rule.test.toml")),
            ("rule-tests.toml", Some("rule.test.toml")),
            ("rule.test.tml", Some("rule.test.toml")),
            ("rule.cases.toml.txt", Some("rule.test.toml")),
            ("Pack.toml", Some("pack.toml")),
            ("pack.toml.txt", Some("pack.toml")),
            ("pack.tml", Some("pack.toml")),
            ("rule.rhai", Some("rule.rhai")),
            ("rule.test.toml", Some("rule.test.toml")),
            ("rule.rhai.bak", None),
            ("notes.txt", None),
            ("other.toml", None),
            (".rhai", None),
            ("test.toml", None),
            ("ærlig.rhai.txt", Some("ærlig.rhai")),
        ] {
            assert_eq!(right(file).as_deref(), expected, "{file}");
        }
    }
}
