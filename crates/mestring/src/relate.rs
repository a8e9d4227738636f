//! How offers relate: facts about every pair, and what follows when rules and people have judged.
//!
//! [`pair_facts`] compares every two offers; [`candidates`] finds the pairs worth comparing where
//! these are too many. Rules name the relation of each pair; then
//! [`relations`] puts people's verdicts above them, orders the pairs by what there is to do, and
//! gathers the entries that are one offer.

use mestring_model::Desk;
use mestring_model::facts::PairFacts;

use crate::topics::Topics;

pub mod candidates;
mod compare;
mod decided;
mod grouping;
mod people;
mod profile;
mod relations;
pub mod score;
mod similarity;
mod time;

pub use decided::{UnusedVerdict, UnusedWhy};
pub use grouping::{Conflict, OfferGroup, is_one_offer};
pub use relations::{JudgedPair, Related, Relations, default_action, relations};

/// Two offers of a desk and what is known of them together.
#[derive(Debug, Clone, PartialEq)]
pub struct PairRow {
    /// The place of the one in `desk.offers`; less than `b`.
    pub a: usize,
    /// The place of the other.
    pub b: usize,
    /// What a rule may read; the same for the pair in either order.
    pub facts: PairFacts,
    /// Which of the facts rest on what was read from a title.
    pub from_titles: FromTitles,
}

/// Which facts of a pair rest on what was read from a title, because the row of one of the two offers
/// at least does not state it. True only where the fact is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FromTitles {
    /// How the topics relate.
    pub topics: bool,
    /// How the audiences relate.
    pub audience: bool,
    /// Whether the ages overlap.
    pub ages: bool,
}

impl FromTitles {
    /// The facts, by their declared names.
    pub fn facts(self) -> impl Iterator<Item = &'static str> {
        let all = [
            ("topics", self.topics),
            ("audience", self.audience),
            ("ages_overlap", self.ages),
        ];
        all.into_iter()
            .filter(|(_, read)| *read)
            .map(|(fact, _)| fact)
    }
}

/// The facts of every pair of offers, in the order of `desk.offers`: the first against all after it,
/// then the second, and so on. `topics` must be those of the same desk.
///
/// What has to be read from an offer is read once; n offers give n (n - 1) / 2 rows.
pub fn pair_facts(desk: &Desk, topics: &Topics) -> Vec<PairRow> {
    let profiles = profile::Profiles::of(desk);
    let count = profiles.offers().len();
    let mut rows = Vec::with_capacity(count * count.saturating_sub(1) / 2);
    for (a, one) in profiles.offers().iter().enumerate() {
        for (b, other) in profiles.offers().iter().enumerate().skip(a + 1) {
            let facts = PairFacts {
                topics: topics.relation(a, b),
                catchment: profiles.catchments(one, other),
                ..compare::compare(one, other)
            };
            let derived = |at: usize| topics.at(at).is_some_and(|own| own.topics_derived);
            let from_titles = FromTitles {
                topics: facts.topics.is_known() && (derived(a) || derived(b)),
                audience: facts.audience.is_known()
                    && (one.audience_from_title || other.audience_from_title),
                ages: facts.ages_overlap.is_known()
                    && (one.ages_from_title || other.ages_from_title),
            };
            rows.push(PairRow {
                a,
                b,
                facts,
                from_titles,
            });
        }
    }
    rows
}

#[cfg(test)]
mod tests;
