//! Why a run stands where it does, and what would lift it over another.
//!
//! For the staff of the centre: a letter never says who holds a place.

mod control;
#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use mestring_model::Fact;
use mestring_model::facts::{FactRow, FactValue, Judged};
use mestring_model::id::RunId;
use mestring_model::noun::RunState;
use mestring_model::term::nearest;
use mestring_model::verdict::Verdict;
use mestring_rules::counterfactual::FactChange;
use mestring_rules::kind::Order;
use mestring_rules::reason::Explained;
use mestring_rules::{Bench, Places, Ranking, Reason};

use super::order::{Standing, above, draw};
use super::{Above, DecideError, Decider, PackRef, Proposal, RankedRun, RuleTitle, pack_ref};
use crate::plan::{Ground, Outcome, run_grounds};
use crate::topics::GroupReading;
pub use control::Control;

/// Why a run stands where it does in the order of priority.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The run.
    pub run: RunId,
    /// Its place in [`Desk::runs`](mestring_model::Desk).
    pub index: usize,
    /// Its number in the order, 1 first. It says nothing of whether the run gets anything.
    pub rank: usize,
    /// How many runs stand in the order.
    pub runs: usize,
    /// Its class, 1 first.
    pub class: usize,
    /// What it gets in the proposal, or what it lacks.
    pub outcome: Outcome,
    /// The position in [`Desk::verdicts`](mestring_model::Desk) of what somebody decided about it.
    pub decided: Option<usize>,
    /// The priority pack.
    pub pack: PackRef,
    /// How the pack weighs its criteria.
    pub order: Order,
    /// The criteria in their order, each with its reason.
    pub criteria: Vec<(RuleTitle, Reason)>,
    /// The sum of the criteria's answers, of a pack that adds points; none where one cannot be told.
    pub points: Option<f64>,
    /// The facts that some criterion read, in the declared order.
    pub facts: Vec<ExplainedFact>,
    /// The target groups that no row states for its offer, with what they were read from.
    pub readings: Vec<GroupReading>,
    /// Where a criterion cannot be told: the places that the run can have once everything is known.
    pub places: Option<Places>,
    /// The run directly before it, and what puts that one above.
    pub after: Option<(RunId, Above)>,
    /// The run directly after it, and what puts this one above.
    pub before: Option<(RunId, Above)>,
}

/// A fact that rules read, and what its value rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplainedFact {
    /// The fact's declared name.
    pub name: &'static str,
    /// What is known.
    pub value: Fact<FactValue>,
    /// Where that is stated.
    pub ground: Ground,
}

/// Two runs, what separates them, and what would lift the lower over the upper.
#[derive(Debug, Clone, PartialEq)]
pub struct Versus {
    /// The one that stands higher.
    pub upper: Explanation,
    /// The one that stands lower.
    pub lower: Explanation,
    /// The first thing in which they differ.
    pub above: Above,
    /// Changes of one fact of the lower run after which the rules place it above the upper one: what
    /// the centre decides first, then in the order in which the criteria read the facts, and of one
    /// fact the nearest first.
    pub lifts: Vec<Lift>,
    /// The facts that were tried.
    pub facts: Vec<&'static str>,
    /// How many values were tried over all facts.
    pub tried: usize,
}

/// A change of one fact that lifts a run over another.
#[derive(Debug, Clone, PartialEq)]
pub struct Lift {
    /// The fact, what it is, and what would be enough.
    pub change: FactChange,
    /// What then puts the run above the other, with the nearest of what would be enough.
    pub by: Above,
    /// Whose the fact is.
    pub control: Control,
}

pub(super) fn explain(decider: &Decider<'_>, run: &RunId) -> Result<Explanation, DecideError> {
    let at = wished(decider, run)?;
    let proposal = decider.proposal()?;
    let bench = decider.packs.priority().at(decider.as_of)?;
    Question {
        decider,
        proposal: &proposal,
        bench: &bench,
    }
    .explanation(run, at)
}

pub(super) fn versus(
    decider: &Decider<'_>,
    run: &RunId,
    other: &RunId,
) -> Result<Versus, DecideError> {
    let (one, two) = (wished(decider, run)?, wished(decider, other)?);
    if one == two {
        return Err(DecideError::SameRun { run: run.clone() });
    }
    let proposal = decider.proposal()?;
    let bench = decider.packs.priority().at(decider.as_of)?;
    let question = Question {
        decider,
        proposal: &proposal,
        bench: &bench,
    };
    let (one, two) = (
        question.explanation(run, one)?,
        question.explanation(other, two)?,
    );
    let (upper, lower) = if one.rank < two.rank {
        (one, two)
    } else {
        (two, one)
    };
    question.versus(upper, lower)
}

/// The place of a wished run in the desk.
fn wished(decider: &Decider<'_>, run: &RunId) -> Result<usize, DecideError> {
    let runs = &decider.desk.runs;
    let wished = || runs.iter().filter(|own| own.state == RunState::Wished);
    match runs.iter().position(|own| own.id == *run) {
        Some(at) => match runs.get(at).map(|own| own.state) {
            Some(RunState::Wished) => Ok(at),
            state => Err(DecideError::NotWished {
                run: run.clone(),
                state: state.unwrap_or(RunState::Cancelled),
            }),
        },
        None => Err(DecideError::NoSuchRun {
            run: run.clone(),
            nearest: nearest(run.as_str(), wished().map(|own| own.id.as_str())).map(str::to_owned),
        }),
    }
}

struct Question<'a> {
    decider: &'a Decider<'a>,
    proposal: &'a Proposal,
    bench: &'a Bench,
}

impl Question<'_> {
    fn ranking(&self) -> Ranking {
        self.bench.pack().ranking()
    }

    fn position(&self, run: &RunId) -> Option<usize> {
        let mut runs = self.proposal.plan.runs.iter();
        runs.position(|own| own.run == *run)
    }

    fn explanation(&self, run: &RunId, index: usize) -> Result<Explanation, DecideError> {
        // A wish for an offer that the desk does not have is in no order.
        let lost = || DecideError::NotWished {
            run: run.clone(),
            state: RunState::Wished,
        };
        let at = self.position(run).ok_or_else(lost)?;
        let (ranked, planned) = self.both(at).ok_or_else(lost)?;
        let explained = self.bench.explain(&ranked.facts.row())?;
        let pack = self.bench.pack();
        let order = pack.manifest().order;
        let next = |at: usize| {
            let (own, _) = self.both(at)?;
            let next = self.proposal.plan.runs.get(at + 1)?;
            Some((next.run.clone(), own.above_next.clone()?))
        };
        let after = at.checked_sub(1).and_then(|before| {
            let (_, planned) = self.both(before)?;
            Some((planned.run.clone(), next(before)?.1))
        });
        Ok(Explanation {
            run: run.clone(),
            index,
            rank: at + 1,
            runs: self.proposal.runs.len(),
            class: planned.class,
            outcome: planned.outcome.clone(),
            decided: planned.decided,
            pack: pack_ref(pack),
            order,
            points: explained.points().filter(|_| order == Order::Points),
            facts: self.facts(index, ranked, &explained),
            criteria: self
                .proposal
                .criteria
                .iter()
                .cloned()
                .zip(explained.reasons)
                .collect(),
            readings: ranked.readings.clone(),
            places: ranked.places,
            after,
            before: next(at),
        })
    }

    fn both(&self, at: usize) -> Option<(&RankedRun, &crate::plan::PlannedRun)> {
        let planned = self.proposal.plan.runs.get(at)?;
        Some((self.proposal.runs.get(at)?, planned))
    }

    /// The facts that some criterion read, with what they rest on.
    fn facts(&self, index: usize, ranked: &RankedRun, explained: &Explained) -> Vec<ExplainedFact> {
        let decider = self.decider;
        let grounds = run_grounds(decider.desk, &decider.topics, index, decider.as_of);
        let row = ranked.facts.row();
        let read = |name: &str| {
            let mut reads = explained.reasons.iter().flat_map(|own| &own.verdict.read);
            reads.any(|own| own.name == name)
        };
        let values = grounds.unwrap_or_default().into_iter().zip(row.values());
        values
            .filter(|((name, _), _)| read(name))
            .map(|((name, ground), value)| ExplainedFact {
                name,
                value: value.clone(),
                ground,
            })
            .collect()
    }

    fn versus(&self, upper: Explanation, lower: Explanation) -> Result<Versus, DecideError> {
        let row = |run: &Explanation| {
            let ranked = self.position(&run.run).and_then(|at| self.both(at));
            ranked.map_or_else(
                || FactRow::unstated(Judged::Run),
                |(ranked, _)| ranked.facts.row(),
            )
        };
        let (here, there) = (row(&lower), row(&upper));
        let verdicts = |run: &Explanation| -> Vec<Verdict> {
            let reasons = run.criteria.iter();
            reasons.map(|(_, reason)| reason.verdict.clone()).collect()
        };
        let (low, high) = (verdicts(&lower), verdicts(&upper));
        let ranking = self.ranking();
        let seed = self.decider.seed;
        let standing = |verdicts: &[Verdict], row: &FactRow, run: &Explanation| {
            Standing::of_row(ranking, verdicts, row, draw(seed, run.run.as_str()))
        };
        let above_it = standing(&high, &there, &upper);
        let found = self.bench.changes(&here, &there, |row, verdicts| {
            standing(verdicts, row, &lower).cmp(&above_it) == Ordering::Less
        })?;
        let mut lifts: Vec<(usize, Lift)> = found
            .changes
            .into_iter()
            .map(|change| {
                let own = standing(&change.verdicts, &change.applied(&here), &lower);
                let by = above(ranking, (&change.verdicts, &own), (&high, &above_it));
                let lift = Lift {
                    by,
                    control: Control::of(change.fact),
                    change,
                };
                (self.first_reader(lift.change.fact), lift)
            })
            .collect();
        lifts.sort_by_key(|(reader, lift)| (lift.control != Control::Centre, *reader));
        let own = standing(&low, &here, &lower);
        Ok(Versus {
            above: above(ranking, (&high, &above_it), (&low, &own)),
            lifts: lifts.into_iter().map(|(_, lift)| lift).collect(),
            facts: found.facts,
            tried: found.tried,
            upper,
            lower,
        })
    }

    /// The first criterion that can read a fact.
    fn first_reader(&self, fact: &str) -> usize {
        let mut criteria = self.bench.pack().criteria().iter();
        let first = criteria.position(|own| {
            let reads = own.script().map(|script| script.facts());
            reads.is_none_or(|facts| facts.iter().any(|own| own.name == fact))
        });
        first.unwrap_or(usize::MAX)
    }
}
