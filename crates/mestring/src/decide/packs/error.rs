//! Why packs cannot be used together, or at all.

use chrono::NaiveDate;
use mestring_rules::{Kind, RuleError};

/// Why packs cannot be used together, or at all.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PacksError {
    /// The texts of packs are wrong: the name under which each pack was given, and what is wrong.
    #[error("{}", .errors.iter().map(|(pack, error)| format!("{pack}: {error}")).collect::<Vec<_>>().join("\n"))]
    Text {
        /// Everything that is wrong in any of them.
        errors: Vec<(String, RuleError)>,
    },
    /// The desk chose a shipped pack that does not exist.
    #[error(
        "desk.toml chooses the shipped pack `{name}` under `{key}`, and there is none; {}",
        .nearest.as_deref().map_or_else(
            || format!("the shipped packs are {}", .shipped.join(", ")),
            |near| format!("did you mean `{near}`?"),
        )
    )]
    NoSuchPack {
        /// The key in `[packs]`.
        key: String,
        /// The name that it chooses.
        name: String,
        /// The nearest name that exists.
        nearest: Option<String>,
        /// All that exist.
        shipped: Vec<&'static str>,
    },
    /// The desk chose a folder, and nobody read it.
    #[error(
        "desk.toml takes the pack `{key}` from the folder `{path}`, and its files were not given; \
         read the folder first"
    )]
    NotRead {
        /// The key in `[packs]`.
        key: String,
        /// The folder that it chooses.
        path: String,
    },
    /// A pack is of another kind than the key under which the desk chose it says.
    #[error(
        "desk.toml gives `{key}` a pack of kind `{found}`, and `{key}` takes one of kind \
         `{wanted}`; choose another pack there, or choose this one under `{found}`"
    )]
    OtherKind {
        /// The key in `[packs]`.
        key: String,
        /// The kind that the key takes.
        wanted: Kind,
        /// The kind of the pack.
        found: Kind,
    },
    /// Two packs decide the same thing.
    #[error(
        "`{first}` and `{second}` are both packs of kind `{kind}`, and only one can decide; leave \
         one out"
    )]
    TwoOfAKind {
        /// What both decide.
        kind: Kind,
        /// Where the first was given: its folder, or its key in `[packs]`.
        first: String,
        /// Where the second was given.
        second: String,
    },
    /// Two packs of requirements have one name.
    #[error(
        "`{first}` and `{second}` are both requirements by the name `{name}`; give one of them \
         another `name` in its pack.toml"
    )]
    SameName {
        /// The name in both.
        name: String,
        /// Where the first was given: its folder, or its key in `[packs]`.
        first: String,
        /// Where the second was given.
        second: String,
    },
    /// A folder holds several packs, and none that its key could mean.
    #[error(
        "desk.toml takes the pack `{key}` from a folder of several, and none of them is called so or \
         of that kind; they are {}", .found.join(", ")
    )]
    NoneForKey {
        /// The key in `[packs]`.
        key: String,
        /// The names and versions of the packs in the folder.
        found: Vec<String>,
    },
    /// Two packs that decide the same thing are in force at the same time.
    #[error(
        "`{first}` and `{second}` are both in force{}; let one of them end before the other begins, \
         with `valid_until` and `valid_from` in pack.toml",
        .as_of.map_or_else(String::new, |date| format!(" on {date}"))
    )]
    BothInForce {
        /// The date of the question; none where no date was given, and every pack counts.
        as_of: Option<NaiveDate>,
        /// Where the first was given.
        first: String,
        /// Where the second was given.
        second: String,
    },
    /// No question uses a pack of this kind.
    #[error("no question uses a pack of kind `{kind}`, such as `{pack}`; leave it out here")]
    Unused {
        /// The pack's name and version.
        pack: String,
        /// Its kind.
        kind: Kind,
    },
    /// The packs of this build are not whole.
    #[error("no pack of kind `{kind}` is shipped; rebuild mestring with its own rules")]
    Lacking {
        /// The kind that is missing.
        kind: Kind,
    },
}

impl PacksError {
    /// The error's stable code; that of the first text where texts are wrong.
    pub fn code(&self) -> &'static str {
        match self {
            PacksError::Text { errors } => errors.first().map_or("C020", |(_, own)| own.code()),
            PacksError::NoSuchPack { .. } => "C010",
            PacksError::Unused { .. } => "C012",
            PacksError::NotRead { .. } => "C016",
            PacksError::OtherKind { .. } => "C017",
            PacksError::TwoOfAKind { .. } => "C018",
            PacksError::SameName { .. } => "C019",
            PacksError::Lacking { .. } => "C020",
            PacksError::NoneForKey { .. } => "C035",
            PacksError::BothInForce { .. } => "C036",
        }
    }
}
