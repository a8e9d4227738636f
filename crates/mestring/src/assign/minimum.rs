//! Minimum groups: runs that are held with enough people, or cancelled.
//!
//! Which runs are held is searched for; given them, places follow. Runs that are held and have too
//! few people draw some from other runs, at the least cost. That takes nobody's place: if the runs
//! can be filled at all, they can be filled with all the people served before (Mendelsohn and
//! Dulmage, "Some generalizations of the problem of distinct representatives", 1958). Where they
//! cannot, the search has met runs that no more people can reach, and one of those has to be
//! cancelled.
//!
//! The search goes on from the set of cancelled runs that leaves the best people served. To cancel
//! more never serves better, so the first set that works is the best for the people. Sets that serve
//! as good people are tried on for their cost: where a held run only has its people by force, it may
//! be cheaper to cancel it.

use std::cmp::Ordering;
use std::collections::{BTreeSet, BinaryHeap};

use super::AssignError;
use super::assignment::{Assignment, Objective};
use super::at::{Per, PersonAt, RunAt};
use super::price::Price;
use super::problem::Problem;
use super::watch::Watch;

/// How many sets of cancelled runs are tried at most.
const MOST_TRIED: usize = 2000;

/// What is known of the runs that were cancelled for want of people.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Cancellations {
    /// No other runs to cancel would serve better people, or as good ones at less cost.
    Proven,
    /// The search was given up. No assignment serves better people than this one would, if it were
    /// possible.
    Bound(Objective),
}

/// A set of cancelled runs that may work.
struct Candidate {
    /// The worths of the people left out, the earliest first.
    left_out: Vec<i64>,
    cost: i64,
    /// The open pools of the cancelled runs.
    cancelled: BTreeSet<RunAt>,
}

impl Candidate {
    fn of(assignment: &Assignment, cancelled: BTreeSet<RunAt>) -> Self {
        let problem = &assignment.problem;
        let out = assignment.place.iter().filter(|(_, run)| run.is_none());
        let mut left_out: Vec<i64> = out.map(|(person, _)| problem.worth[person]).collect();
        left_out.sort_unstable_by(|one, other| other.cmp(one));
        Candidate {
            left_out,
            cost: assignment.cost(),
            cancelled,
        }
    }

    /// Greater where better people are served: at the first difference, nobody or somebody less
    /// worthy is left out.
    fn serves(&self, other: &Self) -> Ordering {
        let [mut own, mut theirs] = [self.left_out.iter(), other.left_out.iter()];
        loop {
            match (own.next(), theirs.next()) {
                (None, None) => return Ordering::Equal,
                (None, Some(_)) => return Ordering::Greater,
                (Some(_), None) => return Ordering::Less,
                (Some(own), Some(theirs)) if own != theirs => return theirs.cmp(own),
                _ => {}
            }
        }
    }

    fn key(&self, other: &Self) -> Ordering {
        let cheaper = other.cost.cmp(&self.cost);
        // Of sets that are as good, the one that cancels fewer, then the one that comes first.
        let fewer = other.cancelled.len().cmp(&self.cancelled.len());
        let first = other.cancelled.cmp(&self.cancelled);
        self.serves(other).then(cheaper).then(fewer).then(first)
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key(other)
    }
}

/// Solves a problem some of whose runs have a minimum.
pub(super) fn solve(
    problem: &Problem,
    threads: usize,
    watch: &Watch<'_>,
) -> Result<Assignment, AssignError> {
    let mut tried: BTreeSet<BTreeSet<RunAt>> = BTreeSet::new();
    let mut queue: BinaryHeap<Candidate> = BinaryHeap::new();
    let mut best: Option<(Candidate, Assignment)> = None;
    let start = BTreeSet::new();
    let first = without(problem, &start, threads, watch)?;
    queue.push(Candidate::of(&first, start.clone()));
    tried.insert(start);
    let mut bound = None;
    while let Some(candidate) = queue.pop() {
        // The bound on cost is that of the same runs without minimum groups.
        let worse = best.as_ref().is_some_and(|(known, _)| {
            candidate
                .serves(known)
                .then(known.cost.cmp(&candidate.cost))
                != Ordering::Greater
        });
        if worse {
            break;
        }
        if tried.len() > MOST_TRIED {
            let open = without(problem, &candidate.cancelled, threads, watch)?;
            bound = Some(open.objective());
            if best.is_none() {
                best = Some(one_by_one(problem, candidate.cancelled, threads, watch)?);
            }
            break;
        }
        let mut assignment = without(problem, &candidate.cancelled, threads, watch)?;
        let branches: Vec<RunAt> = match assignment.fill_minimum_groups(watch)? {
            Err(too_few) => too_few.into_iter().collect(),
            Ok(()) => {
                let forced = assignment
                    .price
                    .iter()
                    .filter(|(_, own)| **own < Price::ZERO);
                let forced: BTreeSet<RunAt> =
                    forced.map(|(pool, _)| problem.open_pool(pool)).collect();
                let reached = Candidate::of(&assignment, candidate.cancelled.clone());
                if best.as_ref().is_none_or(|(known, _)| *known < reached) {
                    best = Some((reached, assignment));
                }
                forced.into_iter().collect()
            }
        };
        for run in branches {
            let mut cancelled = candidate.cancelled.clone();
            cancelled.insert(run);
            if tried.insert(cancelled.clone()) {
                let child = without(problem, &cancelled, threads, watch)?;
                queue.push(Candidate::of(&child, cancelled));
            }
        }
    }
    let (candidate, mut assignment) = match best {
        Some(best) => best,
        // Without any run nothing can be too small.
        None => one_by_one(problem, BTreeSet::new(), threads, watch)?,
    };
    assignment.cancelled = candidate.cancelled;
    assignment.cancellations = bound.map_or(Cancellations::Proven, Cancellations::Bound);
    Ok(assignment)
}

/// Cancels one run after the other until the rest can be held.
fn one_by_one(
    problem: &Problem,
    mut cancelled: BTreeSet<RunAt>,
    threads: usize,
    watch: &Watch<'_>,
) -> Result<(Candidate, Assignment), AssignError> {
    loop {
        let mut assignment = without(problem, &cancelled, threads, watch)?;
        match assignment.fill_minimum_groups(watch)? {
            Ok(()) => return Ok((Candidate::of(&assignment, cancelled), assignment)),
            Err(too_few) => cancelled.extend(too_few.into_iter().next_back()),
        }
    }
}

/// The best assignment without the cancelled runs, whatever the minimum groups.
fn without(
    problem: &Problem,
    cancelled: &BTreeSet<RunAt>,
    threads: usize,
    watch: &Watch<'_>,
) -> Result<Assignment, AssignError> {
    let mut problem = problem.clone();
    for run in cancelled {
        let pools: Vec<RunAt> = problem.pools_of(*run).collect();
        for pool in pools {
            problem.seats[pool] = 0;
        }
        problem.minimum[*run] = 0;
    }
    problem.solve_open(threads, watch)
}

impl Assignment {
    /// Draws people into runs that have too few.
    ///
    /// Gives the runs of which one has to be cancelled, where there are not enough people.
    fn fill_minimum_groups(
        &mut self,
        watch: &Watch<'_>,
    ) -> Result<Result<(), BTreeSet<RunAt>>, AssignError> {
        let runs: Vec<RunAt> = self.price.keys().collect();
        for (done, run) in runs.iter().enumerate() {
            // The minimum of a run stands with its open pool, and counts the people in all of them.
            while self.problem.minimum[*run] as usize > self.people_in(*run) {
                watch.at(super::Step::Minimum, done, runs.len())?;
                match self.draw_into(*run) {
                    Ok(chain) => self.draw(&chain),
                    Err(too_few) => {
                        let runs = too_few.into_iter();
                        let runs = runs.map(|pool| self.problem.open_pool(pool));
                        return Ok(Err(runs.collect()));
                    }
                }
            }
        }
        Ok(Ok(()))
    }

    fn cost(&self) -> i64 {
        let paid: &Per<PersonAt, i32> = &self.paid;
        paid.values().iter().map(|cost| i64::from(*cost)).sum()
    }

    /// The runs that were cancelled since too few people could be found for them, by position.
    pub fn cancelled(&self) -> Vec<usize> {
        let rows = self.cancelled.iter().map(|run| self.problem.run_row[*run]);
        let mut rows: Vec<usize> = rows.collect();
        rows.sort_unstable();
        rows
    }

    /// What is known of the runs that were cancelled.
    pub fn cancellations(&self) -> &Cancellations {
        &self.cancellations
    }
}
