//! How offers relate: facts about every pair, and what follows when rules and people have judged.
//!
//! [`pair_facts`] compares every two offers, or where these are too many those that something connects
//! ([`ComparedPairs`]); [`candidates`] finds the pairs worth comparing in any two tables. Rules name the relation of each pair; then
//! [`relations`] puts people's verdicts above them, orders the pairs by what there is to do, and
//! gathers the entries that are one offer.

use std::collections::HashMap;

use mestring_model::Desk;
use mestring_model::facts::PairFacts;

use crate::topics::Topics;
use compare::Titles;

pub mod candidates;
mod compare;
mod connected;
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
pub use relations::{JudgedPair, Related, Relations, Scope, default_action, relations};

/// Two offers of a desk and what is known of them together.
#[derive(Debug, Clone, PartialEq)]
pub struct PairRow {
    /// The place of the one in `desk.offers`; less than `b`.
    pub a: usize,
    /// The place of the other.
    pub b: usize,
    /// What a rule may read; the same for the pair in either order.
    pub facts: PairFacts,
    /// Which of the facts rest on what no row states.
    pub derived: Derived,
}

/// Which facts of a pair rest on what was read from a title, the name of an organiser or the address of a
/// page, because the row of one of the two offers at least does not state it. True only where the fact is
/// known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Derived {
    /// How the topics relate.
    pub topics: bool,
    /// How the audiences relate.
    pub audience: bool,
    /// Whether the ages overlap.
    pub ages: bool,
}

impl Derived {
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

/// Up to so many offers every two are compared: 124,750 pairs.
pub const ALL_COMPARED_UP_TO: usize = 500;

/// The pairs of offers that are compared, with what is read from each offer once.
///
/// Up to [`ALL_COMPARED_UP_TO`] offers these are all pairs. Of more, those that something connects: related
/// topics and areas that meet or adjoin or are not known, or related topics in one house; and where no topic
/// of one is known, one house and alike titles. The others have nothing in common that a rule could read but a
/// level or a format.
#[derive(Debug)]
pub struct ComparedPairs<'a> {
    topics: &'a Topics,
    profiles: profile::Profiles,
    /// `None` where all are compared.
    chosen: Option<Vec<(u32, u32)>>,
}

impl<'a> ComparedPairs<'a> {
    /// Chooses the pairs. `topics` must be those of the same desk.
    pub fn of(desk: &'a Desk, topics: &'a Topics) -> Self {
        Self::up_to(desk, topics, ALL_COMPARED_UP_TO)
    }

    fn up_to(desk: &'a Desk, topics: &'a Topics, all_up_to: usize) -> Self {
        let profiles = profile::Profiles::of(desk, topics.lexicon());
        let many = profiles.offers().len() > all_up_to;
        ComparedPairs {
            chosen: many.then(|| connected::pairs(topics, &profiles)),
            topics,
            profiles,
        }
    }

    /// How many pairs are compared.
    pub fn len(&self) -> usize {
        match &self.chosen {
            Some(chosen) => chosen.len(),
            None => all_pairs(self.profiles.offers().len()),
        }
    }

    /// True where there is no pair to compare.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many pairs there are, compared or not: n offers are n (n - 1) / 2 pairs.
    pub fn possible(&self) -> usize {
        all_pairs(self.profiles.offers().len())
    }

    /// The facts of the pairs, in the order of `desk.offers`: the first against those after it, then the
    /// second, and so on.
    pub fn rows(&self) -> impl Iterator<Item = PairRow> + '_ {
        let count = self.profiles.offers().len();
        let chosen = self.chosen.iter().flatten();
        let chosen = chosen.map(|(a, b)| (*a as usize, *b as usize));
        let all = if self.chosen.is_none() { count } else { 0 };
        let all = (0..all).flat_map(move |a| (a + 1..count).map(move |b| (a, b)));
        // Only looked up, never walked.
        let mut titles = HashMap::new();
        let pairs = chosen.chain(all);
        pairs.filter_map(move |(a, b)| self.row((a, b), &mut titles))
    }

    /// The facts of a pair. `titles` holds what is known of pairs of titles.
    fn row(
        &self,
        (a, b): (usize, usize),
        titles: &mut HashMap<(u32, u32), Titles>,
    ) -> Option<PairRow> {
        let (one, other) = (
            self.profiles.offers().get(a)?,
            self.profiles.offers().get(b)?,
        );
        // What titles say does not depend on their order.
        let key = (one.title.min(other.title), one.title.max(other.title));
        let titles = match titles.get(&key) {
            Some(known) => *known,
            None => {
                let of = |at: u32| self.profiles.title(at);
                let read = compare::titles(of(key.0)?, of(key.1)?);
                titles.insert(key, read);
                read
            }
        };
        let facts = PairFacts {
            topics: self.topics.relation(a, b),
            catchment: self.profiles.catchments(one, other),
            same_trust: self.profiles.same_trust(one, other),
            ..compare::compare(one, other, titles)
        };
        let read = |at: usize| self.topics.at(at).is_some_and(|own| own.topics_derived);
        let derived = Derived {
            topics: facts.topics.is_known() && (read(a) || read(b)),
            audience: facts.audience.is_known()
                && (one.audience_from_title || other.audience_from_title),
            ages: facts.ages_overlap.is_known() && (one.ages_from_title || other.ages_from_title),
        };
        Some(PairRow {
            a,
            b,
            facts,
            derived,
        })
    }
}

fn all_pairs(offers: usize) -> usize {
    offers * offers.saturating_sub(1) / 2
}

/// The facts of the pairs of offers that are compared ([`ComparedPairs`]), in the order of `desk.offers`.
/// `topics` must be those of the same desk.
pub fn pair_facts(desk: &Desk, topics: &Topics) -> Vec<PairRow> {
    ComparedPairs::of(desk, topics).rows().collect()
}

#[cfg(test)]
mod tests;
