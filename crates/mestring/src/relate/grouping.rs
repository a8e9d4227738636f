//! Entries that are one offer.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use mestring_model::id::OfferId;
use mestring_model::noun::Relation;

use super::Related;

/// Entries that are one offer: shown twice, run again, or held at several places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferGroup {
    /// The entries, ascending by id; two at least.
    pub offers: Vec<OfferId>,
    /// The pairs that say so, by their places in the list of pairs.
    pub joined_by: Vec<usize>,
    /// Pairs within the group that are judged otherwise: worth a look before the entries are merged.
    pub doubtful: Vec<usize>,
}

/// A pair that asks for two entries to be one offer, though a person's verdict keeps entries of the
/// two groups apart. They stay apart until somebody decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    /// The pair that would join them, by its place in the list of pairs.
    pub pair: usize,
    /// The pair that a person decided are two offers.
    pub against: usize,
}

/// True for the relations between entries of one offer.
pub fn is_one_offer(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::SameOffer | Relation::Rerun | Relation::OtherSite
    )
}

/// Joins the entries that pairs say are one offer. What people decided joins first, then the closer
/// relations and the more alike titles; no join brings two entries together that a person decided
/// are two offers.
pub(super) fn groups(pairs: &[Related]) -> (Vec<OfferGroup>, Vec<Conflict>) {
    let mut joins: Vec<(usize, &Related)> = pairs
        .iter()
        .enumerate()
        .filter(|(_, pair)| is_one_offer(pair.relation))
        .collect();
    joins.sort_by_key(|(_, pair)| {
        let alike = pair.facts.title_similarity.into_known();
        let ids = (&pair.a, &pair.b);
        (pair.decided.is_none(), pair.relation, Reverse(alike), ids)
    });
    let apart: Vec<(usize, &Related)> = pairs
        .iter()
        .enumerate()
        .filter(|(_, pair)| pair.decided.is_some() && !is_one_offer(pair.relation))
        .filter(|(_, pair)| pair.relation != Relation::CannotTell)
        .collect();

    let mut sets = Sets::default();
    let mut conflicts = Vec::new();
    for (at, pair) in joins {
        let (one, other) = (sets.root(&pair.a), sets.root(&pair.b));
        if one == other {
            continue;
        }
        let against = apart.iter().find(|(_, kept)| {
            let ends = (sets.root(&kept.a), sets.root(&kept.b));
            ends == (one, other) || ends == (other, one)
        });
        match against {
            Some((against, _)) => conflicts.push(Conflict {
                pair: at,
                against: *against,
            }),
            None => sets.join(one, other),
        }
    }
    conflicts.sort_unstable_by_key(|conflict| (conflict.pair, conflict.against));
    (collect(pairs, &sets), conflicts)
}

/// The sets with two members or more, with the pairs inside them.
fn collect(pairs: &[Related], sets: &Sets<'_>) -> Vec<OfferGroup> {
    let mut members: BTreeMap<&OfferId, BTreeSet<&OfferId>> = BTreeMap::new();
    for id in sets.above.keys().copied() {
        members.entry(sets.root(id)).or_default().insert(id);
    }
    let mut groups: BTreeMap<&OfferId, OfferGroup> = members
        .into_iter()
        .map(|(root, ids)| {
            let offers = ids.into_iter().cloned().collect();
            let group = OfferGroup {
                offers,
                joined_by: Vec::new(),
                doubtful: Vec::new(),
            };
            (root, group)
        })
        .collect();
    for (at, pair) in pairs.iter().enumerate() {
        let root = sets.root(&pair.a);
        if root != sets.root(&pair.b) {
            continue;
        }
        if let Some(group) = groups.get_mut(root) {
            let one_offer = is_one_offer(pair.relation);
            let list = if one_offer {
                &mut group.joined_by
            } else {
                &mut group.doubtful
            };
            list.push(at);
        }
    }
    let mut groups: Vec<OfferGroup> = groups.into_values().collect();
    groups.sort_by(|a, b| a.offers.cmp(&b.offers));
    groups
}

/// Disjoint sets of offers; the least id of a set stands for it.
#[derive(Debug, Default)]
struct Sets<'a> {
    /// For each offer that was joined, one nearer to the least id of its set.
    above: BTreeMap<&'a OfferId, &'a OfferId>,
}

impl<'a> Sets<'a> {
    fn root(&self, id: &'a OfferId) -> &'a OfferId {
        let mut at = id;
        while let Some(next) = self.above.get(at).filter(|next| **next != at) {
            at = next;
        }
        at
    }

    fn join(&mut self, one: &'a OfferId, other: &'a OfferId) {
        let (least, most) = (one.min(other), one.max(other));
        self.above.insert(least, least);
        self.above.insert(most, least);
    }
}
