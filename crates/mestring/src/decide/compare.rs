//! What changes between two sets of packs on one desk: ranks and capacity, answers, relations,
//! statuses, and the text of the packs. Nothing takes effect.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_model::Finding;
use mestring_model::facts::Judged;
use mestring_rules::{CaseResult, Kind, Pack, Revision};

use super::packs::outside_validity;
use super::{DecideError, Decider, PackRef, Packs, pack_ref};

mod answers;
mod effect;
mod error;
pub mod gate;
mod obligations;
mod pairing;
mod relations;
mod runs;
#[cfg(test)]
pub(crate) mod tests;

pub use answers::{AnswerChange, AnswersCompared, RuleCompared};
pub use effect::{Counts, Dimension, Effect, Effects, Group, Sum};
pub use error::CompareError;
pub use obligations::{ObligationsCompared, StatusChange};
pub use relations::{PairChange, PairState, Regrouped, RelationsCompared};
pub use runs::RunsCompared;

/// A pack beside the place that messages name, such as its folder.
pub type GivenPack = (String, Pack);

/// What changes on a desk when some packs take the places of others.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The date of the questions.
    pub as_of: NaiveDate,
    /// The packs that were compared, in the order of their kinds and names.
    pub packs: Vec<PackPair>,
    /// Packs of the first set that nothing in the second takes the place of; not compared.
    pub only_before: Vec<PackRef>,
    /// Packs of the second set that take the place of nothing in the first; not compared.
    pub only_after: Vec<PackRef>,
    /// Who gets the capacity, where packs of priority were compared.
    pub runs: Option<RunsCompared>,
    /// What the rules about runs answer: of priority, format, requirements and funding.
    pub answers: Vec<AnswersCompared>,
    /// How offers relate, where packs of relations were compared.
    pub relations: Option<RelationsCompared>,
    /// How it stands with obligations, where packs of obligations were compared.
    pub obligations: Option<ObligationsCompared>,
}

/// Two packs that decide the same.
#[derive(Debug, Clone, PartialEq)]
pub struct PackPair {
    /// What they decide.
    pub kind: Kind,
    /// The first.
    pub before: PackTested,
    /// The second.
    pub after: PackTested,
    /// What changed in their text.
    pub revision: Revision,
}

/// A pack with what its own cases came to.
#[derive(Debug, Clone, PartialEq)]
pub struct PackTested {
    /// The place that it was given with.
    pub place: String,
    /// The pack.
    pub pack: PackRef,
    /// How many cases it has.
    pub cases: usize,
    /// Those that it answers otherwise than they expect.
    pub failed: Vec<CaseResult>,
    /// That it is not in force on the day of the questions (C034).
    pub outside: Option<Finding>,
}

impl Comparison {
    /// The days after that of the questions on which a pack of either side changes its values, or comes
    /// into force or is no longer in force, the earliest first: nothing here says what changes then.
    pub fn later_days(&self) -> Vec<NaiveDate> {
        let packs = self.packs.iter();
        let days = packs.flat_map(|pair| pair.revision.later_days(self.as_of));
        let days: BTreeSet<NaiveDate> = days.collect();
        days.into_iter().collect()
    }

    /// A finding for each pack of either side that is not in force on the day of the questions (C034),
    /// at the place that it was given with.
    pub fn outside_validity(&self) -> Vec<Finding> {
        let packs = self.packs.iter();
        let outside =
            packs.flat_map(|pair| [&pair.before, &pair.after].map(|own| own.outside.clone()));
        outside.flatten().collect()
    }

    /// True where a pack answers otherwise than its own cases expect.
    pub fn cases_fail(&self) -> bool {
        let packs = self.packs.iter();
        packs
            .flat_map(|pair| [&pair.before, &pair.after])
            .any(|own| !own.failed.is_empty())
    }
}

impl Decider<'_> {
    /// What changes when the packs `new` take the places of the packs `old`, on this desk and date
    /// and with this seed. Whatever neither names is decided by the packs of this decider. Nothing
    /// takes effect.
    ///
    /// Packs are compared with those of their kind; several requirements, and several packs of
    /// funding, with those of their name, or whatever their names where each side has one.
    ///
    /// # Errors
    /// No pack of one side has a partner on the other; two packs of one side decide the same; a desk
    /// holds no records of what any of the packs judges; and everything that keeps the questions themselves
    /// from an answer.
    pub fn compare(
        &self,
        old: &[GivenPack],
        new: &[GivenPack],
    ) -> Result<Comparison, CompareError> {
        let pairing::Paired {
            pairs,
            only_before,
            only_after,
        } = pairing::pair(old, new)?;
        let is_of_people = |(before, _): &(&GivenPack, &GivenPack)| {
            matches!(before.1.kind().judged(), Judged::Person | Judged::Choice)
        };
        if let Some((before, _)) = pairs.first()
            && pairs.iter().all(is_of_people)
        {
            return Err(CompareError::NoRecords {
                place: before.0.clone(),
                kind: before.1.kind(),
            });
        }
        let mut comparison = Comparison {
            as_of: self.as_of,
            packs: Vec::with_capacity(pairs.len()),
            only_before,
            only_after,
            runs: None,
            answers: Vec::new(),
            relations: None,
            obligations: None,
        };
        for (before, after) in pairs {
            let kind = before.1.kind();
            comparison.packs.push(PackPair {
                kind,
                before: tested(before, self.as_of),
                after: tested(after, self.as_of),
                revision: Revision::between(&before.1, &after.1),
            });
            match kind {
                Kind::Priority => {
                    let (before, after) = self.each_way(before, after, Decider::proposal)?;
                    comparison
                        .answers
                        .push(answers::of_priority(&before, &after));
                    comparison.runs = Some(runs::compared(self, before, after));
                }
                Kind::Requirement | Kind::Format | Kind::Funding => {
                    comparison
                        .answers
                        .push(answers::of_runs(self, before, after)?);
                }
                Kind::Relation => {
                    let (before, after) = self.each_way(before, after, Decider::relations)?;
                    comparison.relations = Some(relations::compared(&before, &after));
                }
                Kind::Obligation => {
                    let (before, after) = self.each_way(before, after, Decider::obligations)?;
                    comparison.obligations = Some(obligations::compared(&before, &after));
                }
                // Their texts are compared; a desk holds nobody whom they could judge.
                Kind::Eligibility | Kind::Preference | Kind::Class => {}
            }
        }
        Ok(comparison)
    }

    /// What this decider answers with one pack, and with the other.
    fn each_way<T>(
        &self,
        before: &GivenPack,
        after: &GivenPack,
        ask: impl Fn(&Self) -> Result<T, DecideError>,
    ) -> Result<(T, T), CompareError> {
        let with = |(place, pack): &GivenPack| -> Result<T, CompareError> {
            let packs: Packs = self.packs.clone().with(pack.clone())?;
            let own = Decider {
                packs,
                ..self.clone()
            };
            ask(&own).map_err(CompareError::with(place))
        };
        Ok((with(before)?, with(after)?))
    }
}

fn tested((place, pack): &GivenPack, as_of: NaiveDate) -> PackTested {
    let results = pack.test();
    PackTested {
        place: place.clone(),
        pack: pack_ref(pack),
        cases: results.len(),
        failed: results.into_iter().filter(|own| !own.passed()).collect(),
        outside: outside_validity(place, pack, as_of),
    }
}

/// How often something changed from one state to another, most often first.
fn by_change<S: Ord + Clone>(changes: impl Iterator<Item = (S, S)>) -> Vec<((S, S), usize)> {
    let mut counts: BTreeMap<(S, S), usize> = BTreeMap::new();
    for change in changes {
        *counts.entry(change).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}
