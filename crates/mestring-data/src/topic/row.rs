//! What can be seen to be wrong in a row that a desk adds to the lexicon.

use mestring_model::Lang;
use mestring_model::finding::LexiconError;

use super::{TopicRow, group::group};
use crate::text;

/// Checks what can be seen in a row alone.
pub(super) fn check_row(row: &TopicRow, exists: bool) -> Result<(), LexiconError> {
    let good =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    if row.id.is_empty() || !row.id.chars().all(good) {
        return Err(LexiconError::BadId { id: row.id.clone() });
    }
    let named = exists || row.kind == super::TopicKind::Not;
    for (name, language) in [
        (&row.nb, Lang::Nb),
        (&row.nn, Lang::Nn),
        (&row.en, Lang::En),
    ] {
        if !named && name.trim().is_empty() {
            return Err(LexiconError::NoName {
                topic: row.id.clone(),
                language,
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
