//! How offers relate: facts about every pair, and what follows when rules and people have judged.
//!
//! [`pair_facts`] compares every two offers. Rules name the relation of each pair; then
//! [`relations`] puts people's verdicts above them, orders the pairs by what there is to do, and
//! gathers the entries that are one offer.

use mestring_model::Desk;
use mestring_model::facts::PairFacts;

use crate::topics::Topics;

mod compare;
mod decided;
mod grouping;
mod people;
mod profile;
mod relations;
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
            rows.push(PairRow {
                a,
                b,
                facts: PairFacts {
                    topics: topics.relation(a, b),
                    catchment: profiles.catchments(one, other),
                    ..compare::compare(one, other)
                },
            });
        }
    }
    rows
}

#[cfg(test)]
mod tests;
