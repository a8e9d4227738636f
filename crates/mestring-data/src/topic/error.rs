//! What can be wrong with a row that a desk adds to the lexicon.

use super::{TopicRow, group::group};
use crate::text;

/// Why a lexicon could not be extended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LexiconError {
    /// An id that tables cannot carry.
    #[error("topic `{id}`: an id is lower-case English letters, digits and underscores")]
    BadId {
        /// The id.
        id: String,
    },
    /// A new topic without a name.
    #[error("topic `{topic}` is new and has no name in {lang}; give it one in all three languages")]
    NoName {
        /// The topic.
        topic: String,
        /// The language.
        lang: &'static str,
    },
    /// A parent that no topic has as its id.
    #[error(
        "topic `{topic}` is part of `{parent}`, which does not exist; add that topic or correct the id"
    )]
    UnknownParent {
        /// The topic.
        topic: String,
        /// The parent asked for.
        parent: String,
    },
    /// A topic that is part of itself.
    #[error("topic `{topic}` is part of itself through its parents; take one of them out")]
    Circle {
        /// The topic.
        topic: String,
    },
    /// A target group that does not exist.
    #[error("topic `{topic}` serves `{group}`, which is no target group; use one of: {known}")]
    UnknownGroup {
        /// The topic.
        topic: String,
        /// The group asked for.
        group: String,
        /// The groups there are.
        known: String,
    },
    /// A term that holds no word, or a star where none can stand.
    #[error(
        "topic `{topic}`: the term `{term}` cannot be matched; write words, with a star before or after a single one"
    )]
    BadTerm {
        /// The topic.
        topic: String,
        /// The term.
        term: String,
    },
    /// A term that two topics have.
    #[error(
        "topic `{topic}`: the term `{term}` belongs to topic `{other}` already; keep it in one of them"
    )]
    TermTaken {
        /// The topic that comes second.
        topic: String,
        /// The term.
        term: String,
        /// The topic that has it.
        other: String,
    },
}

impl LexiconError {
    /// A stable code, for services.
    pub fn code(&self) -> &'static str {
        match self {
            LexiconError::BadId { .. } => "lexicon-bad-id",
            LexiconError::NoName { .. } => "lexicon-no-name",
            LexiconError::UnknownParent { .. } => "lexicon-unknown-parent",
            LexiconError::Circle { .. } => "lexicon-circle",
            LexiconError::UnknownGroup { .. } => "lexicon-unknown-group",
            LexiconError::BadTerm { .. } => "lexicon-bad-term",
            LexiconError::TermTaken { .. } => "lexicon-term-taken",
        }
    }
}

/// Checks what can be seen in a row alone.
pub(super) fn check_row(row: &TopicRow, exists: bool) -> Result<(), LexiconError> {
    let good =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    if row.id.is_empty() || !row.id.chars().all(good) {
        return Err(LexiconError::BadId { id: row.id.clone() });
    }
    let named = exists || row.kind == super::TopicKind::Not;
    for (name, lang) in [
        (&row.nb, "bokmål"),
        (&row.nn, "nynorsk"),
        (&row.en, "English"),
    ] {
        if !named && name.trim().is_empty() {
            return Err(LexiconError::NoName {
                topic: row.id.clone(),
                lang,
            });
        }
    }
    for serves in row.groups.iter().flatten() {
        if group(&serves.group).is_none() {
            let known: Vec<&str> = super::GROUPS.iter().map(|group| group.id).collect();
            return Err(LexiconError::UnknownGroup {
                topic: row.id.clone(),
                group: serves.group.clone(),
                known: known.join(", "),
            });
        }
    }
    for term in &row.terms {
        let bare = term.trim_start_matches('*').trim_end_matches('*');
        let words = text::tokens(bare).len();
        if words == 0 || bare.contains('*') || (words > 1 && bare.len() != term.len()) {
            return Err(LexiconError::BadTerm {
                topic: row.id.clone(),
                term: term.clone(),
            });
        }
    }
    Ok(())
}
