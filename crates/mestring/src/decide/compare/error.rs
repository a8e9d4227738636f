//! Why two sets of packs cannot be compared.

use mestring_rules::Kind;

use crate::decide::{DecideError, PacksError};

/// Why two sets of packs cannot be compared.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CompareError {
    /// A question has no answer with one of the packs.
    #[error("with the rules in `{place}`: {error}")]
    With {
        /// Where the pack is.
        place: String,
        /// Why there is no answer.
        error: DecideError,
    },
    /// Packs that do not go together on one side.
    #[error(transparent)]
    Packs(#[from] PacksError),
    /// No pack of one side decides what one of the other does.
    #[error(
        "nothing can be compared: the first has {}, and the second {}; give two packs of one kind, \
         or two folders that both hold one",
        listed(.before),
        listed(.after)
    )]
    NoPair {
        /// The place and kind of each pack of the first side.
        before: Vec<(String, Kind)>,
        /// The same of the second side.
        after: Vec<(String, Kind)>,
    },
    /// A desk holds no records of the kind that the packs judge.
    #[error(
        "`{place}` is a pack of kind `{kind}`, and a desk holds no persons for it to judge; compare \
         packs of priority, format, requirement, funding, relation or obligation"
    )]
    NoRecords {
        /// Where the pack is.
        place: String,
        /// Its kind.
        kind: Kind,
    },
}

impl CompareError {
    /// That a question has no answer with the pack at a place.
    pub(super) fn with(place: &str) -> impl FnOnce(DecideError) -> Self {
        move |error| CompareError::With {
            place: place.to_owned(),
            error,
        }
    }

    /// The error's stable code.
    pub fn code(&self) -> &'static str {
        match self {
            CompareError::With { error, .. } => error.code(),
            CompareError::Packs(error) => error.code(),
            CompareError::NoPair { .. } => "C030",
            CompareError::NoRecords { .. } => "C032",
        }
    }
}

/// `` `a` (priority), `b` (relation) ``; `no pack` where there is none.
fn listed(packs: &[(String, Kind)]) -> String {
    if packs.is_empty() {
        return "no pack".to_owned();
    }
    let packs = packs
        .iter()
        .map(|(place, kind)| format!("`{place}` ({kind})"));
    packs.collect::<Vec<_>>().join(", ")
}
