//! Why somebody has no place, and what more seats would do. No explanation names a person.

use std::collections::BTreeMap;

use super::AssignError;
use super::assignment::{Assignment, ClassServed, Objective};
use super::at::{PersonAt, RunAt};
use super::order::Separates;
use super::path::Source;
use super::problem::Arc;

/// One move of a chain: somebody goes from a run to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hop {
    /// The run that is left, by its position; `None` for whoever had no place.
    pub from: Option<usize>,
    /// The run that is entered.
    pub to: usize,
    /// The class of the person who moves.
    pub class: u32,
}

/// What one more seat in a run would start.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SeatChain {
    /// Each takes the seat that the one before left; empty where nobody wants the seat.
    pub hops: Vec<Hop>,
    /// The class of the person whom it would serve; `None` where it would serve nobody more.
    pub serves: Option<u32>,
    /// By how much the preference cost of all would change.
    pub cost: i64,
}

/// What more seats in a run would reach.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MoreSeats {
    /// How many more would be served, for each class that has people.
    pub classes: Vec<(u32, usize)>,
    /// How many people would move from one run to another.
    pub moved: usize,
    /// The runs that would have fewer people, by their positions, and how many fewer.
    pub fewer: Vec<(usize, usize)>,
    /// By how much the preference cost of all would change.
    pub cost: i64,
}

impl MoreSeats {
    /// How many more would be served.
    pub fn served(&self) -> usize {
        self.classes.iter().map(|(_, served)| served).sum()
    }
}

/// A run that a person chose, and that is full.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FullRun {
    /// The run, by its position.
    pub run: usize,
    /// Its seats, without those that are kept for others.
    pub seats: u32,
    /// Its seats that are kept for others, taken or not.
    pub kept: u32,
    /// How many people of each class have one of its seats that are not kept for others.
    pub classes: Vec<(u32, usize)>,
    /// What puts the last one who got a place there, directly or by moves of others, before the
    /// person; `None` where the run has no seats.
    pub separated_by: Option<Separates>,
}

/// Why a person has no place.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum NoPlace {
    /// No run would do.
    NoChoices,
    /// Every run that would do is full of people who stand no later.
    Full(Vec<FullRun>),
}

impl Assignment {
    /// The chain of moves that one more seat in a run would start.
    ///
    /// # Errors
    /// A run that is not there.
    pub fn chain_of_seat(&mut self, run: usize) -> Result<SeatChain, AssignError> {
        let at = self.run_at(run)?;
        let chain = self.fill(at);
        let paid = |person: PersonAt, run: Option<RunAt>| {
            let cost = run.and_then(|run| self.problem.arc_cost(person, run));
            i64::from(cost.unwrap_or_default())
        };
        let cost = chain.steps.iter();
        let cost = cost.map(|own| paid(own.person, own.to) - paid(own.person, own.from));
        let hops = chain.steps.iter().filter_map(|own| {
            let from = own.from.map(|from| self.problem.run_row[from]);
            let to = self.problem.run_row[own.to?];
            // From a reserved seat of a run to an open one nobody moves.
            (from != Some(to)).then_some(Hop {
                from,
                to,
                class: self.problem.standing[own.person].class,
            })
        });
        let hops: Vec<Hop> = hops.collect();
        Ok(SeatChain {
            serves: hops
                .iter()
                .find(|hop| hop.from.is_none())
                .map(|hop| hop.class),
            cost: cost.sum(),
            hops,
        })
    }

    /// What so many more seats in a run would reach; so much would a further run with the same
    /// people and costs.
    ///
    /// # Errors
    /// As [`add_seats`](Self::add_seats).
    pub fn with_more_seats(&self, run: usize, seats: u32) -> Result<MoreSeats, AssignError> {
        let before = self.objective();
        let mut more = self.clone();
        let change = more.add_seats(run, seats)?;
        let after = more.objective();
        // Who moves several times is counted once.
        let mut first = BTreeMap::new();
        for own in &change.moved {
            first.entry(own.person).or_insert(own.from);
        }
        let moved = first
            .iter()
            .filter(|(person, from)| from.is_some() && more.run_of(**person) != **from);
        let fewer = self.problem.run_at.iter().enumerate();
        let fewer = fewer.filter_map(|(row, at)| {
            let fewer = self.people_in(*at).checked_sub(more.people_in(*at))?;
            (fewer > 0).then_some((row, fewer))
        });
        let fewer: Vec<(usize, usize)> = fewer.collect();
        Ok(MoreSeats {
            fewer,
            moved: moved.count(),
            cost: after.cost - before.cost,
            classes: gained(&before, &after),
        })
    }

    /// Why a person has no place; `None` for people who have one, or are not there.
    pub fn why_no_place(&mut self, person: usize) -> Option<NoPlace> {
        let at = *self.problem.person_at.get(person)?;
        if self.place[at].is_some() || self.problem.is_gone(at) {
            return None;
        }
        // The pools of a run lie side by side.
        let choices = self.problem.choices_of(at);
        let same =
            |one: &Arc, next: &Arc| self.problem.run_row[one.run] == self.problem.run_row[next.run];
        let runs = choices.chunk_by(same);
        let runs: Vec<Vec<RunAt>> = runs
            .map(|own| own.iter().map(|arc| arc.run).collect())
            .collect();
        if runs.is_empty() {
            return Some(NoPlace::NoChoices);
        }
        let full = runs.into_iter().filter_map(|pools| self.full(&pools, at));
        Some(NoPlace::Full(full.collect()))
    }

    /// A run whose pools that a person may have are full.
    fn full(&mut self, pools: &[RunAt], at: PersonAt) -> Option<FullRun> {
        let mut classes: BTreeMap<u32, usize> = BTreeMap::new();
        let mut last: Option<PersonAt> = None;
        for pool in pools {
            for holder in self.held.of(*pool) {
                let class = self.problem.standing[*holder].class;
                *classes.entry(class).or_default() += 1;
            }
            let chain = self.make_room(Source::Run(*pool));
            let out = chain.steps.iter().find(|step| step.to.is_none());
            last = last.max(out.map(|step| step.person));
        }
        let problem = &self.problem;
        let seats =
            |pools: &mut dyn Iterator<Item = RunAt>| pools.map(|own| problem.seats[own]).sum();
        let open: u32 = seats(&mut pools.iter().copied());
        let all: u32 = seats(&mut problem.pools_of(*pools.first()?));
        let (standing, order) = (&problem.standing, problem.order);
        Some(FullRun {
            run: problem.run_row[*pools.first()?],
            seats: open,
            kept: all - open,
            classes: classes.into_iter().collect(),
            separated_by: last.map(|last| standing[last].before(standing[at], order)),
        })
    }
}

fn gained(before: &Objective, after: &Objective) -> Vec<(u32, usize)> {
    let served = |own: &ClassServed| (own.class, own.served);
    let before: BTreeMap<u32, usize> = before.classes.iter().map(served).collect();
    let after = after.classes.iter().map(served);
    after
        .map(|(class, served)| {
            let known = before.get(&class).copied().unwrap_or_default();
            (class, served.saturating_sub(known))
        })
        .collect()
}
