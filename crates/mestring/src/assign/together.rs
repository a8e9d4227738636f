//! People who come together: placed in the same run, or not at all.
//!
//! A *party* is a patient with the relatives who come with them. It stands where the patient stands, and
//! counts once. The best set is the best by the order of the parties (somebody who comes alone is a party of
//! one): at the first place in the order where another set differs, it leaves out a party that this one
//! serves; of parties that stand equal as many as possible are served, and for that as many of their
//! people as possible. Least preference cost comes after that.
//!
//! With parties the sets that can be served are no matroid any more, and to fill runs with parties of
//! several sizes is as hard as packing a knapsack. So it is searched for, with a bound:
//!
//! - Each party is taken apart, its relatives standing right after the patient. What the engines make
//!   of that is a bound: every placement of whole parties is a placement of those people, and the order of
//!   the people ranks whole parties as their own order does. Where all parties are whole in it, it is
//!   the best.
//! - Where one is not, the search branches on the first of them: together in each of its runs, or out. Whoever
//!   is together in a run is put before everybody else there, so that the engines serve them first; if
//!   they cannot all be served, nothing is to be had on that branch.
//! - The branch with the best bound goes first, so the first one with whole parties is the best of all.
//!   After so many branches the search is given up, and the result says how far it is proven.
//!
//! Only the runs and people that hang together with a party by their choices are solved again.
//! [`Assignment::check_together`] goes through all branches once more, and verifies the certificate of each.

mod party;
mod proof;
mod result;
mod search;

pub use party::Party;
pub use proof::TogetherChecked;
pub(super) use result::Found;
pub use result::{Together, TogetherBound, TogetherState};

use std::collections::BTreeMap;

use super::AssignError;
use super::assignment::Assignment;
use super::at::{At, PersonAt, RunAt};
use super::problem::Problem;
use super::watch::Watch;
use party::Decision;
use search::Searched;

/// So many branches are solved at most, for each part of the problem that hangs together, unless somebody
/// asks for another number.
pub const MOST_BRANCHES: usize = 2000;

/// Pools and people that hang together by choices, with at least one party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Component {
    /// In the fair order.
    people: Vec<PersonAt>,
    /// In order, all pools of each run.
    pools: Vec<RunAt>,
    /// The parties, by their place among all, in the order of their patients.
    parties: Vec<usize>,
}

/// Solves a problem with parties.
pub(super) fn solve(
    problem: Problem,
    threads: usize,
    watch: &Watch<'_>,
) -> Result<Assignment, AssignError> {
    let mut searched: Vec<(Component, Searched)> = Vec::new();
    for component in components(&problem) {
        let own = search::search(&problem, &component, watch)?;
        searched.push((component, own));
    }
    let decided = searched.iter().flat_map(|(component, own)| {
        let parties = component.parties.iter().copied();
        parties.zip(own.decided.iter().copied())
    });
    let decided: BTreeMap<usize, Decision> = decided.collect();
    // Everybody who comes alone is placed around the parties, and gets what the search said: given where
    // the parties are, that is the best.
    let mut decided = decided;
    let mut assignment = problem.fixed(&decided).solve_alone(threads, watch)?;
    // Only where the search for runs to cancel was given up can a run be cancelled under a party.
    while let Some(party) = missing(&problem, &decided, &assignment) {
        decided.insert(party, Decision::Out);
        for (_, own) in searched.iter_mut() {
            own.cancellations_proven = false;
        }
        assignment = problem.fixed(&decided).solve_alone(threads, watch)?;
    }
    assignment.together = Some(Box::new(Found::new(problem, searched, decided)));
    Ok(assignment)
}

/// A party that is not where it was decided to be.
fn missing(
    problem: &Problem,
    decided: &BTreeMap<usize, Decision>,
    assignment: &Assignment,
) -> Option<usize> {
    let is_there = |party: usize, row: usize| {
        let mut members = problem.parties.get(party).into_iter().flatten();
        members.all(|own| assignment.run_of(problem.person_row[*own]) == Some(row))
    };
    let mut all = decided.iter();
    let missing = all.find(|(party, decision)| match decision {
        Decision::In(row) => !is_there(**party, *row),
        Decision::Out => false,
    });
    missing.map(|(party, _)| *party)
}

/// The parts that hang together and have a party in them.
pub(super) fn components(problem: &Problem) -> Vec<Component> {
    let mut root: Vec<usize> = (0..problem.pools()).collect();
    fn find(root: &mut [usize], at: usize) -> usize {
        let mut own = at;
        while let Some(above) = root.get(own).copied().filter(|above| *above != own) {
            own = above;
        }
        if let Some(slot) = root.get_mut(at) {
            *slot = own;
        }
        own
    }
    let mut join = |one: RunAt, other: RunAt| {
        let (one, other) = (find(&mut root, one.index()), find(&mut root, other.index()));
        if let Some(slot) = root.get_mut(one.max(other)) {
            *slot = one.min(other);
        }
    };
    for pool in (0..problem.pools()).map(RunAt::new) {
        join(pool, problem.open_pool(pool));
    }
    let people = || (0..problem.people()).map(PersonAt::new);
    for person in people() {
        let arcs = problem.choices_of(person);
        for (one, next) in arcs.iter().zip(arcs.iter().skip(1)) {
            join(one.run, next.run);
        }
    }
    let mut of: BTreeMap<usize, Component> = BTreeMap::new();
    for (party, members) in problem.parties.iter().enumerate() {
        let first = members
            .first()
            .and_then(|own| problem.choices_of(*own).first());
        // A party without a run in common is out, and hangs together with nothing.
        let Some(first) = first else { continue };
        let own = of.entry(find(&mut root, first.run.index()));
        let own = own.or_insert_with(|| Component {
            people: Vec::new(),
            pools: Vec::new(),
            parties: Vec::new(),
        });
        own.parties.push(party);
    }
    for pool in (0..problem.pools()).map(RunAt::new) {
        if let Some(own) = of.get_mut(&find(&mut root, pool.index())) {
            own.pools.push(pool);
        }
    }
    for person in people().filter(|own| !problem.is_gone(*own)) {
        if let Some(arc) = problem.choices_of(person).first()
            && let Some(own) = of.get_mut(&find(&mut root, arc.run.index()))
        {
            own.people.push(person);
        }
    }
    of.into_values().collect()
}
