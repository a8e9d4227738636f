//! The rule packs that mestring ships, as text.
//!
//! Each folder beside this file is a pack: `pack.toml`, scripts, and their cases. The texts are
//! compiled in, so that a program without files has them too; a centre that wants its own copies
//! the folder and edits it. `README.md` beside this file says how.
//!
//! ```
//! let names: Vec<_> = mestring_packs::shipped().iter().map(|pack| pack.name).collect();
//! assert_eq!(names[..4], ["activity", "class", "eligibility", "format"]);
//! let priority = mestring_packs::files("priority").ok_or("no such pack")?;
//! assert!(priority["established.rhai"].contains("run.months_since_held"));
//! # Ok::<(), &str>(())
//! ```

use std::collections::BTreeMap;

/// A pack that is compiled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShippedPack {
    /// The pack's name, which is also its folder's.
    pub name: &'static str,
    /// Its files: name relative to the folder, and text.
    pub files: &'static [(&'static str, &'static str)],
}

impl ShippedPack {
    /// The files as a pack is loaded from them.
    pub fn to_files(&self) -> BTreeMap<String, String> {
        self.files
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect()
    }
}

/// Every pack, in order of name.
pub fn shipped() -> &'static [ShippedPack] {
    SHIPPED
}

/// The files of a pack by name.
pub fn files(name: &str) -> Option<BTreeMap<String, String>> {
    SHIPPED
        .iter()
        .find(|pack| pack.name == name)
        .map(ShippedPack::to_files)
}

/// What editors complete and check rules with, as files of a desk: path in the desk, and text.
///
/// ```
/// let files = mestring_packs::editor();
/// assert!(files.iter().any(|(path, _)| *path == "rules/editor/pack.schema.json"));
/// ```
pub fn editor() -> &'static [(&'static str, &'static str)] {
    EDITOR
}

/// The files of `rules/editor` by name.
macro_rules! editor {
    ($($name:literal),+) => {
        &[
            (".taplo.toml", include_str!("editor/taplo.toml")),
            $((
                concat!("rules/editor/", $name),
                include_str!(concat!("editor/", $name)),
            ),)+
        ]
    };
}

const EDITOR: &[(&str, &str)] = editor!(
    "cases.schema.json",
    "choice.d.rhai",
    "functions.d.rhai",
    "obligation.d.rhai",
    "pack.schema.json",
    "pair.d.rhai",
    "person.d.rhai",
    "run.d.rhai"
);

/// A pack from its folder and its criteria.
macro_rules! pack {
    ($name:literal: $($criterion:literal),+) => {
        ShippedPack {
            name: $name,
            files: &[
                ("pack.toml", include_str!(concat!($name, "/pack.toml"))),
                $(
                    (
                        concat!($criterion, ".rhai"),
                        include_str!(concat!($name, "/", $criterion, ".rhai")),
                    ),
                    (
                        concat!($criterion, ".test.toml"),
                        include_str!(concat!($name, "/", $criterion, ".test.toml")),
                    ),
                )+
            ],
        }
    };
}

const SHIPPED: &[ShippedPack] = &[
    pack!("activity": "activity"),
    pack!("class": "class"),
    pack!(
        "eligibility": "target_group", "audience", "age", "referral", "area", "way"
    ),
    pack!("format": "format"),
    pack!("obligation": "obligation"),
    pack!("preference": "travel", "format", "language", "time", "deadline"),
    pack!(
        "priority": "established", "focus_groups", "large_groups", "deadline", "waiting",
        "longest_since_last_run"
    ),
    pack!("relation": "relation"),
    pack!("user_knowledge": "user_knowledge"),
];
