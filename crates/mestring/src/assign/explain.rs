//! Why somebody has no place, and what more seats would do. No explanation names a person.

use std::collections::BTreeMap;

use super::AssignError;
use super::assignment::{Assignment, ClassServed, Objective};
use super::at::{PersonAt, RunAt};
use super::order::Separates;
use super::path::Source;

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
    /// Its seats.
    pub seats: u32,
    /// How many people of each class are in it.
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
            Some(Hop {
                from: own.from.map(|from| self.problem.run_row[from]),
                to: self.problem.run_row[own.to?],
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
        let people = |own: &Assignment, run: RunAt| own.held.of(run).len();
        let fewer = self.problem.run_row.iter().filter_map(|(at, row)| {
            let fewer = people(self, at).checked_sub(people(&more, at))?;
            (fewer > 0).then_some((*row, fewer))
        });
        let mut fewer: Vec<(usize, usize)> = fewer.collect();
        fewer.sort_unstable();
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
        let runs: Vec<RunAt> = self
            .problem
            .choices_of(at)
            .iter()
            .map(|arc| arc.run)
            .collect();
        if runs.is_empty() {
            return Some(NoPlace::NoChoices);
        }
        let full = runs.into_iter().map(|run| {
            let mut classes: BTreeMap<u32, usize> = BTreeMap::new();
            for holder in self.held.of(run) {
                *classes
                    .entry(self.problem.standing[*holder].class)
                    .or_default() += 1;
            }
            let chain = self.make_room(Source::Run(run));
            let last = chain.steps.iter().find(|step| step.to.is_none());
            let (standing, order) = (&self.problem.standing, self.problem.order);
            FullRun {
                run: self.problem.run_row[run],
                seats: self.problem.seats[run],
                classes: classes.into_iter().collect(),
                separated_by: last.map(|step| standing[step.person].before(standing[at], order)),
            }
        });
        Some(NoPlace::Full(full.collect()))
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
