//! How offers relate by two packs of relations.

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::id::OfferId;
use mestring_model::noun::{Action, Relation};

use super::by_change;
use crate::relate::{Related, Relations};

/// What two packs of relations say of every two offers.
#[derive(Debug, Clone, PartialEq)]
pub struct RelationsCompared {
    /// How many pairs there are.
    pub pairs: usize,
    /// The pairs whose relation, kind or action differs, by their ids.
    pub changed: Vec<PairChange>,
    /// How many pairs changed from what to what, most often first.
    pub by_change: Vec<((PairState, PairState), usize)>,
    /// Pairs of which the first pack cannot tell, by their ids.
    pub open_before: Vec<(OfferId, OfferId)>,
    /// Pairs of which the second pack cannot tell.
    pub open_after: Vec<(OfferId, OfferId)>,
    /// Offers that become one: entries of one group by the second pack that the first keeps apart.
    pub merged: Vec<Regrouped>,
    /// Offers that become several: entries of one group by the first pack that the second keeps
    /// apart.
    pub split: Vec<Regrouped>,
}

/// How two offers relate and what is to be done about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PairState {
    /// The relation.
    pub relation: Relation,
    /// Its kind, where it has one.
    pub kind: Option<String>,
    /// What to do about it.
    pub action: Action,
}

/// Two offers of which two packs say different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairChange {
    /// The offer with the lesser id.
    pub a: OfferId,
    /// The other.
    pub b: OfferId,
    /// What the first pack says.
    pub before: PairState,
    /// What the second pack says.
    pub after: PairState,
}

/// Entries that one of the packs takes for one offer and the other for several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regrouped {
    /// All of them, ascending.
    pub offers: Vec<OfferId>,
    /// The same as the other pack parts them; two parts at least, each ascending.
    pub parts: Vec<Vec<OfferId>>,
}

impl PairState {
    fn of(pair: &Related) -> Self {
        PairState {
            relation: pair.relation,
            kind: pair.kind.clone(),
            action: pair.action,
        }
    }
}

pub(super) fn compared(before: &Relations, after: &Relations) -> RelationsCompared {
    let states = |relations: &Relations| -> BTreeMap<(OfferId, OfferId), PairState> {
        let pairs = relations.pairs.iter();
        pairs
            .map(|own| ((own.a.clone(), own.b.clone()), PairState::of(own)))
            .collect()
    };
    let (old, new) = (states(before), states(after));
    let changed: Vec<PairChange> = new
        .iter()
        .filter_map(|((a, b), after)| {
            let before = old.get(&(a.clone(), b.clone()))?;
            (before != after).then(|| PairChange {
                a: a.clone(),
                b: b.clone(),
                before: before.clone(),
                after: after.clone(),
            })
        })
        .collect();
    let open = |states: &BTreeMap<(OfferId, OfferId), PairState>| {
        let open = states.iter();
        let open = open.filter(|(_, own)| own.relation == Relation::CannotTell);
        open.map(|(pair, _)| pair.clone()).collect()
    };
    let (open_before, open_after) = (open(&old), open(&new));
    let from_to = changed.iter();
    let from_to = from_to.map(|own| (own.before.clone(), own.after.clone()));
    RelationsCompared {
        pairs: after.pairs.len(),
        by_change: by_change(from_to),
        open_before,
        open_after,
        merged: regrouped(after, before),
        split: regrouped(before, after),
        changed,
    }
}

/// The groups of one that stand in several groups of the other; an entry in no group is one of its
/// own.
fn regrouped(one: &Relations, other: &Relations) -> Vec<Regrouped> {
    let leads: BTreeMap<&OfferId, &OfferId> = other
        .groups
        .iter()
        .filter_map(|group| Some((group.offers.first()?, group)))
        .flat_map(|(lead, group)| group.offers.iter().map(move |offer| (offer, lead)))
        .collect();
    let groups = one.groups.iter().filter_map(|group| {
        let mut parts: BTreeMap<&OfferId, BTreeSet<&OfferId>> = BTreeMap::new();
        for offer in &group.offers {
            let lead = leads.get(offer).copied().unwrap_or(offer);
            parts.entry(lead).or_default().insert(offer);
        }
        let part = |own: BTreeSet<&OfferId>| own.into_iter().cloned().collect();
        (parts.len() > 1).then(|| Regrouped {
            offers: group.offers.clone(),
            parts: parts.into_values().map(part).collect(),
        })
    });
    groups.collect()
}
