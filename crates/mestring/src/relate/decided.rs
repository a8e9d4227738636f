//! What people decided about pairs of offers.

use std::collections::BTreeMap;

use mestring_model::Desk;
use mestring_model::id::OfferId;
use mestring_model::noun::{Relation, VerdictKind};
use mestring_model::term::Term;

/// A person's verdict on two offers that was not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnusedVerdict {
    /// The verdict's place in `desk.verdicts`.
    pub verdict: usize,
    /// Why it was not used.
    pub why: UnusedWhy,
}

/// Why a person's verdict on two offers was not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnusedWhy {
    /// The answer is not a relation.
    NotARelation,
    /// It does not name two different offers.
    NotTwoOffers,
    /// Its two offers are not among the pairs that were judged.
    NotJudged,
    /// A later verdict on the same two offers stands.
    Superseded,
}

/// A person's verdict on two offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decided {
    pub(super) verdict: usize,
    pub(super) relation: Relation,
    pub(super) kind: Option<String>,
}

/// Two offers, the lesser id first.
pub(super) type PairKey = (OfferId, OfferId);

/// Two ids in the order in which pairs are kept.
pub(super) fn key(a: &OfferId, b: &OfferId) -> PairKey {
    if a <= b {
        (a.clone(), b.clone())
    } else {
        (b.clone(), a.clone())
    }
}

/// The verdicts on pairs, the latest of each pair; of one day, the one that stands last.
pub(super) fn decided(desk: &Desk) -> (BTreeMap<PairKey, Decided>, Vec<UnusedVerdict>) {
    let mut found: BTreeMap<PairKey, Decided> = BTreeMap::new();
    let mut unused = Vec::new();
    let mut rows: Vec<_> = desk
        .verdicts
        .iter()
        .enumerate()
        .filter(|(_, row)| row.kind == VerdictKind::Relation)
        .collect();
    rows.sort_by_key(|(at, row)| (row.on, *at));
    for (verdict, row) in rows {
        let (word, kind) = match row.answer.split_once('/') {
            Some((word, kind)) => (word, Some(kind.trim().to_owned())),
            None => (row.answer.as_str(), None),
        };
        let Some(relation) = Relation::parse(word) else {
            unused.push(UnusedVerdict {
                verdict,
                why: UnusedWhy::NotARelation,
            });
            continue;
        };
        let id = |text: &str| OfferId::new(text).ok();
        let second = row.second.as_deref().and_then(id);
        let Some((a, b)) = id(&row.first).zip(second).filter(|(a, b)| a != b) else {
            unused.push(UnusedVerdict {
                verdict,
                why: UnusedWhy::NotTwoOffers,
            });
            continue;
        };
        let new = Decided {
            verdict,
            relation,
            kind: kind.filter(|kind| !kind.is_empty()),
        };
        if let Some(earlier) = found.insert(key(&a, &b), new) {
            unused.push(UnusedVerdict {
                verdict: earlier.verdict,
                why: UnusedWhy::Superseded,
            });
        }
    }
    (found, unused)
}
