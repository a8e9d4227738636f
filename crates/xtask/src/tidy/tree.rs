//! [`Tree`]: every text file of the workspace, read once, so that rules are functions over texts.

#![expect(
    clippy::disallowed_methods,
    reason = "the one place of the tidy rules that reads files"
)]

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// Folders that are made, not written.
const MADE: [&str; 10] = [
    ".git",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".venv",
    "__marimo__",
    "__pycache__",
    "node_modules",
    "proptest-regressions",
    "target",
];

/// The text files of a workspace: path from the root with `/`, and content.
#[derive(Debug, Clone, Default)]
pub struct Tree(BTreeMap<String, String>);

impl Tree {
    /// Reads every text file below `root`, leaving out what tools make. Files that are not UTF-8 are
    /// not texts and are left out too.
    ///
    /// # Errors
    /// When a folder or file cannot be read.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        let mut folders = vec![String::new()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(root.join(&folder))? {
                let entry = entry?;
                let name = entry.file_name().to_string_lossy().into_owned();
                let path = if folder.is_empty() {
                    name.clone()
                } else {
                    format!("{folder}/{name}")
                };
                let kind = entry.file_type()?;
                if kind.is_dir() {
                    if !MADE.contains(&name.as_str()) && !name.ends_with(".egg-info") {
                        folders.push(path);
                    }
                } else if kind.is_file()
                    && let Ok(text) = String::from_utf8(std::fs::read(entry.path())?)
                {
                    files.insert(path, text);
                }
            }
        }
        Ok(Self(files))
    }

    /// A tree of the given paths and texts.
    ///
    /// ```
    /// let tree = xtask::tidy::Tree::sample(&[("rules/a/x.rhai", "run.established")]);
    /// assert_eq!(tree.files().count(), 1);
    /// ```
    pub fn sample(files: &[(&str, &str)]) -> Self {
        let owned = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        Self(owned.collect())
    }

    /// Every file in the order of the paths.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Every file whose name ends with one of `endings`.
    pub fn ending(&self, endings: &[&str]) -> impl Iterator<Item = (&str, &str)> {
        self.files()
            .filter(move |(path, _)| endings.iter().any(|end| path.ends_with(end)))
    }

    /// The text of one file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// True where a file lies at `path`, or a folder with something in it.
    pub fn has(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        self.0.contains_key(path) || self.0.keys().any(|file| file.starts_with(&folder))
    }
}

/// The `src` folder's owner and the rest: `crates/mestring` and `plan/chain.rs` from
/// `crates/mestring/src/plan/chain.rs`; `None` for a file that is not library code.
///
/// ```
/// use xtask::tidy::tree::source;
/// assert_eq!(source("crates/mestring/src/plan/chain.rs"), Some(("crates/mestring", "plan/chain.rs")));
/// assert_eq!(source("crates/mestring/tests/plan.rs"), None);
/// ```
pub fn source(path: &str) -> Option<(&str, &str)> {
    if !path.ends_with(".rs") {
        return None;
    }
    // The data crate keeps its one module beside the packs.
    let of_packs = || {
        path.strip_prefix("rules/")
            .filter(|rest| !rest.contains('/'))
    };
    path.split_once("/src/")
        .or_else(|| of_packs().map(|rest| ("rules", rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn library_code_is_told_from_tests() {
        let cases = [
            (
                "crates/mestring/src/lib.rs",
                Some(("crates/mestring", "lib.rs")),
            ),
            ("rules/lib.rs", Some(("rules", "lib.rs"))),
            ("rules/tests/packs.rs", None),
            ("crates/mestring/benches/plan.rs", None),
            ("crates/mestring/src/readme.md", None),
        ];
        for (path, expected) in cases {
            assert_eq!(source(path), expected, "{path}");
        }
    }

    #[test]
    fn this_crate_is_read_from_the_disk() {
        let tree = Tree::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        assert!(
            tree.text("src/tidy/tree.rs")
                .is_some_and(|text| text.contains("this_crate_is_read"))
        );
        assert!(tree.has("src/tidy") && !tree.has("src/tid"));
    }
}
