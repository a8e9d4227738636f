//! The words with which a rule says how two offers relate, and what a centre does about it.

use mestring_model::noun::{Action, Relation};
use mestring_model::term::Term;

use crate::diagnostic::suggest;

/// A relation with the kinds it may have; a relation with kinds always names one of them.
pub const KINDS: &[(Relation, &[&str])] = &[
    (Relation::SameOffer, &[]),
    (Relation::Rerun, &[]),
    (Relation::OtherSite, &[]),
    (Relation::Competing, &[]),
    (
        Relation::Overlapping,
        &[
            "format",
            "format_variant",
            "neighbour",
            "neighbour_time",
            "neighbour_trust",
            "same_trust",
            "theme",
            "level",
            "programme",
            "audience",
            "sibling_diagnosis",
        ],
    ),
    (
        Relation::Complementary,
        &[
            "level",
            "step",
            "phase",
            "follow_up",
            "patient_relative_pair",
            "train_then_run",
            "life_phase",
            "audience",
        ],
    ),
    (
        Relation::Different,
        &[
            "condition",
            "audience",
            "catchment",
            "format",
            "theme",
            "time",
        ],
    ),
    (Relation::CannotTell, &[]),
];

/// How two offers relate, as a rule answered it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Related {
    /// The relation.
    pub relation: Relation,
    /// Its kind, where it has one.
    pub kind: Option<&'static str>,
}

impl std::fmt::Display for Related {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.relation.code())?;
        self.kind.map_or(Ok(()), |kind| write!(f, "/{kind}"))
    }
}

/// A word that is no relation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is no relation between two offers{help}")]
pub struct NotARelation {
    /// The word.
    pub word: String,
    help: String,
}

/// Reads a relation with its kind.
///
/// ```
/// use mestring_model::noun::Relation;
/// use mestring_rules::relation::parse;
/// let related = parse("overlapping/format")?;
/// assert_eq!((related.relation, related.kind), (Relation::Overlapping, Some("format")));
/// assert_eq!(
///     parse("overlaping/format").unwrap_err().to_string(),
///     "`overlaping/format` is no relation between two offers; did you mean `overlapping/format`?"
/// );
/// # Ok::<(), mestring_rules::relation::NotARelation>(())
/// ```
///
/// # Errors
/// Refuses a word that is not one of [`words`].
pub fn parse(word: &str) -> Result<Related, NotARelation> {
    let (code, kind) = match word.split_once('/') {
        Some((code, kind)) => (code, Some(kind)),
        None => (word, None),
    };
    let declared = KINDS.iter().find(|(relation, _)| relation.code() == code);
    let related = declared.and_then(|(relation, kinds)| {
        let kind = match kind {
            Some(kind) => Some(*kinds.iter().find(|own| **own == kind)?),
            None if kinds.is_empty() => None,
            None => return None,
        };
        Some(Related {
            relation: *relation,
            kind,
        })
    });
    related.ok_or_else(|| {
        let words = words();
        let help = suggest(word, words.iter().map(String::as_str));
        let help = if help.is_empty() {
            help
        } else {
            format!("; {help}")
        };
        NotARelation {
            word: word.to_owned(),
            help,
        }
    })
}

/// Every word that a relation pack may answer, in order.
pub fn words() -> Vec<String> {
    all().map(|related| related.to_string()).collect()
}

fn all() -> impl Iterator<Item = Related> {
    KINDS.iter().flat_map(|(relation, kinds)| {
        let alone = kinds.is_empty().then_some(None);
        alone
            .into_iter()
            .chain(kinds.iter().copied().map(Some))
            .map(|kind| Related {
                relation: *relation,
                kind,
            })
    })
}

/// What a centre does about each relation: the pack's own table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actions(pub(crate) Vec<(Relation, Action)>);

impl Actions {
    /// What to do about a relation. A pack names an action for each relation; asking is what
    /// remains for one that could not be told.
    pub fn of(&self, relation: Relation) -> Action {
        self.0
            .iter()
            .find(|(own, _)| *own == relation)
            .map_or(Action::Ask, |(_, action)| *action)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_relation_is_declared_once_and_reads_back() {
        let declared: Vec<_> = KINDS.iter().map(|(relation, _)| *relation).collect();
        assert_eq!(declared, Relation::all());
        let words = words();
        assert_eq!(words.len(), 30);
        for word in &words {
            assert_eq!(parse(word).unwrap().to_string(), *word);
        }
        assert!(
            parse("overlapping").is_err(),
            "a relation with kinds names one"
        );
        assert!(parse("rerun/format").is_err());
    }
}
