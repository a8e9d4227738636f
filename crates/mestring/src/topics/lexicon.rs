//! The shipped lexicon with the words of a desk.

use std::borrow::Cow;

use mestring_data::topic::{Lexicon, TopicRow};
use mestring_model::noun::TopicTerm;

use super::TopicProblem;

/// Adds the rows of the table of topics. A row that cannot be used is left out and told.
pub(super) fn with_own_words(own: &[TopicTerm]) -> (Cow<'static, Lexicon>, Vec<TopicProblem>) {
    let shipped = Lexicon::shipped();
    if own.is_empty() {
        return (Cow::Borrowed(shipped), Vec::new());
    }
    let rows: Vec<TopicRow> = own.iter().map(|term| row(shipped, term)).collect();
    if let Ok(lexicon) = shipped.extended(&rows) {
        return (Cow::Owned(lexicon), Vec::new());
    }
    // One row at a time, and again as long as one more fits: a parent may stand below its part.
    let mut lexicon = shipped.clone();
    let mut open: Vec<(usize, TopicRow)> = (0..).zip(rows).collect();
    loop {
        let mut problems = Vec::new();
        let mut left = Vec::new();
        let before = open.len();
        for (at, row) in open {
            match lexicon.extended(std::slice::from_ref(&row)) {
                Ok(longer) => lexicon = longer,
                Err(error) => {
                    problems.push(TopicProblem { row: at, error });
                    left.push((at, row));
                }
            }
        }
        if left.is_empty() || left.len() == before {
            return (Cow::Owned(lexicon), problems);
        }
        open = left;
    }
}

/// A row of the desk as the lexicon reads it. A new topic is named by its short word; one that is
/// shipped keeps its names.
fn row(shipped: &Lexicon, term: &TopicTerm) -> TopicRow {
    let id = term.topic.as_str();
    let name = if shipped.id(id).is_some() {
        String::new()
    } else {
        id.replace('_', " ")
    };
    TopicRow {
        id: id.to_owned(),
        parents: term
            .parent
            .iter()
            .map(|parent| parent.to_string())
            .collect(),
        nb: name.clone(),
        nn: name.clone(),
        en: name,
        terms: term.terms.clone(),
        ..TopicRow::default()
    }
}
