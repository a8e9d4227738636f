//! A gate: what new rules must not do, in a small closed language.
//!
//! A [`Rule`] is read from a phrase such as `established loses place` ([`read`]) and held against a
//! [`Comparison`](super::Comparison) ([`Rule::look`]). A gate that finds nothing to look at guards
//! nothing, and is not passed.

use mestring_model::id::{ObligationId, OfferId, RunId};

use super::{Dimension, Group};

mod look;
mod read;

pub use read::{ANY_NAME, GateError, read};

/// A form of phrase, with what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// The phrase; `X` stands for whose runs are meant.
    pub phrase: &'static str,
    /// What the gate looks at.
    pub looks_at: Records,
    /// What breaks it.
    pub broken: &'static str,
}

/// Every form of phrase. Phrases are English, in any case; names in them may be of any language.
pub const FORMS: &[Form] = &[
    Form {
        phrase: "X loses place",
        looks_at: Records::Runs,
        broken: "a run of X is placed by OLD and not by NEW",
    },
    Form {
        phrase: "X loses seats",
        looks_at: Records::Runs,
        broken: "runs of X lose their places, and the runs of X that get one have fewer seats",
    },
    Form {
        phrase: "X loses rank",
        looks_at: Records::Runs,
        broken: "a run of X has a lower rank by NEW than by OLD",
    },
    Form {
        phrase: "requirement fails",
        looks_at: Records::Answers,
        broken: "a run meets a requirement by OLD and does not by NEW",
    },
    Form {
        phrase: "format changes",
        looks_at: Records::Answers,
        broken: "another format is proposed for a run",
    },
    Form {
        phrase: "relation changes",
        looks_at: Records::Pairs,
        broken: "two offers have another relation, kind of relation or action",
    },
    Form {
        phrase: "listings merge",
        looks_at: Records::Pairs,
        broken: "entries that OLD keeps apart are one offer by NEW",
    },
    Form {
        phrase: "listings split",
        looks_at: Records::Pairs,
        broken: "entries that are one offer by OLD are kept apart by NEW",
    },
    Form {
        phrase: "status changes",
        looks_at: Records::Obligations,
        broken: "an obligation has another status",
    },
    Form {
        phrase: "cannot tell grows",
        looks_at: Records::Answers,
        broken: "there are more answers that a pack cannot give by NEW than by OLD",
    },
];

/// Whose runs a phrase may mean, with what they are.
pub const SUBJECTS: &[(&str, &str)] = &[
    ("any", "every wished run"),
    (
        "criterion NAME",
        "the runs that meet a criterion of priority, by OLD or by NEW; one of which that cannot be \
         told counts as if it did, and is marked",
    ),
    (
        "target group NAME",
        "the runs whose offer serves the group, stated or read from its title",
    ),
    (
        "organiser NAME",
        "the runs whose offer the organisation organises",
    ),
    (
        "lender NAME",
        "the runs that need a competence which leaders of the organisation or unit have",
    ),
    ("partner NAME", "the runs of the organiser or lender"),
    (
        "municipality NAME",
        "the runs in which people of the municipality can take part",
    ),
    ("level NAME", "the runs whose offer stands at the level"),
];

/// What a gate looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Records {
    /// Wished runs.
    Runs,
    /// Answers of rules.
    Answers,
    /// Pairs of offers.
    Pairs,
    /// Obligations.
    Obligations,
}

impl Records {
    /// A stable code: `runs`, `answers`, `pairs`, `obligations`.
    pub fn code(self) -> &'static str {
        match self {
            Records::Runs => "runs",
            Records::Answers => "answers",
            Records::Pairs => "pairs",
            Records::Obligations => "obligations",
        }
    }
}

/// What new rules must not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The phrase as it was written.
    pub phrase: String,
    /// What it forbids.
    pub forbids: Forbids,
}

/// What a rule forbids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Forbids {
    /// `X loses place`, `X loses seats`, `X loses rank`.
    Loses(Subject, Loss),
    /// `requirement fails`.
    RequirementFails,
    /// `format changes`.
    FormatChanges,
    /// `relation changes`.
    RelationChanges,
    /// `listings merge`.
    ListingsMerge,
    /// `listings split`.
    ListingsSplit,
    /// `status changes`.
    StatusChanges,
    /// `cannot tell grows`.
    CannotTellGrows,
}

/// Whose runs are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// Every wished run.
    Any,
    /// Those that meet a criterion, by its name.
    Criterion(String),
    /// Those of any of these groups.
    Groups(Vec<(Dimension, Group)>),
}

/// What must not be lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// Capacity.
    Place,
    /// Seats in all.
    Seats,
    /// Rank.
    Rank,
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The phrase as it was written.
    pub phrase: String,
    /// What it looked at.
    pub records: Records,
    /// At how many; 0 where the desk or the packs have none.
    pub looked_at: usize,
    /// How many of them are looked at only because it cannot be told whether they meet the
    /// criterion.
    pub unsure: usize,
    /// What breaks the rule.
    pub violations: Vec<Violation>,
}

/// Something that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// What.
    pub what: Broken,
    /// False where it breaks the rule only for some value of what nobody states.
    pub sure: bool,
}

/// What breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// A run.
    Run(RunId),
    /// Two offers.
    Pair(OfferId, OfferId),
    /// Entries that become one offer or several.
    Offers(Vec<OfferId>),
    /// An obligation.
    Obligation(ObligationId),
}

impl Look {
    /// True where the rule looked at something and nothing breaks it.
    pub fn passed(&self) -> bool {
        self.looked_at > 0 && self.violations.is_empty()
    }
}
