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
//!
//! Only the runs and people that hang together with a minimum group are searched.

use std::cmp::Ordering;
use std::collections::{BTreeSet, BinaryHeap};

use super::AssignError;
use super::assignment::{Assignment, Objective};
use super::at::{At, Lists, Per, PersonAt, RunAt};
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
    /// The worths of the people left out whom the first set serves, the earliest first. Whom that leaves
    /// out, all leave out: to take seats away serves nobody new.
    left_out: Vec<i64>,
    cost: i64,
    /// The open pools of the cancelled runs.
    cancelled: BTreeSet<RunAt>,
}

impl Candidate {
    /// `first` are the worths of the people whom the first set leaves out.
    fn of(assignment: &Assignment, cancelled: BTreeSet<RunAt>, first: &[i64]) -> Self {
        let mut first = first.iter().copied().peekable();
        let new = left_out(assignment).into_iter();
        let new = new.filter(|worth| first.next_if_eq(worth).is_none());
        Candidate {
            left_out: new.collect(),
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

/// The worths of the people left out, the earliest first.
fn left_out(assignment: &Assignment) -> Vec<i64> {
    let out = assignment.place.iter().filter(|(_, run)| run.is_none());
    let mut worths: Vec<i64> = out
        .map(|(person, _)| assignment.problem.worth[person])
        .collect();
    worths.sort_unstable_by(|one, other| other.cmp(one));
    worths
}

/// What a search found.
struct Found {
    cancelled: BTreeSet<RunAt>,
    assignment: Assignment,
    /// Where the search was given up: without these runs nothing is better, if it were possible.
    bound: Option<BTreeSet<RunAt>>,
}

/// Solves a problem some of whose runs have a minimum.
pub(super) fn solve(
    problem: &Problem,
    threads: usize,
    watch: &Watch<'_>,
) -> Result<Assignment, AssignError> {
    let part = problem.around_minimum_groups();
    let Found {
        cancelled,
        mut assignment,
        bound,
    } = search(part.as_ref().unwrap_or(problem), threads, watch)?;
    if part.is_some() {
        assignment = without(problem, &cancelled, threads, watch)?;
        // What is outside the part has nothing to do with it, so this fills them as it did there.
        let _ = assignment.fill_minimum_groups(watch)?;
    }
    assignment.cancelled = cancelled;
    assignment.cancellations = match bound {
        None => Cancellations::Proven,
        Some(cancelled) => {
            let open = without(problem, &cancelled, threads, watch)?;
            Cancellations::Bound(open.objective())
        }
    };
    Ok(assignment)
}

fn search(problem: &Problem, threads: usize, watch: &Watch<'_>) -> Result<Found, AssignError> {
    let mut tried: BTreeSet<BTreeSet<RunAt>> = BTreeSet::new();
    let mut queue: BinaryHeap<Candidate> = BinaryHeap::new();
    let mut best: Option<(Candidate, Assignment)> = None;
    let start = BTreeSet::new();
    let first = without(problem, &start, threads, watch)?;
    let base = left_out(&first);
    queue.push(Candidate::of(&first, start.clone(), &base));
    drop(first);
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
            bound = Some(candidate.cancelled.clone());
            if best.is_none() {
                let found = one_by_one(problem, candidate.cancelled, &base, threads, watch)?;
                best = Some(found);
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
                let reached = Candidate::of(&assignment, candidate.cancelled.clone(), &base);
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
                queue.push(Candidate::of(&child, cancelled, &base));
            }
        }
    }
    let (candidate, assignment) = match best {
        Some(best) => best,
        // Without any run nothing can be too small.
        None => one_by_one(problem, BTreeSet::new(), &base, threads, watch)?,
    };
    Ok(Found {
        cancelled: candidate.cancelled,
        assignment,
        bound,
    })
}

/// Cancels one run after the other, each time the one without which the best people are served, until
/// the rest can be held; then tries to hold each of them after all.
fn one_by_one(
    problem: &Problem,
    mut cancelled: BTreeSet<RunAt>,
    base: &[i64],
    threads: usize,
    watch: &Watch<'_>,
) -> Result<(Candidate, Assignment), AssignError> {
    let mut best = loop {
        let mut assignment = without(problem, &cancelled, threads, watch)?;
        let too_few = match assignment.fill_minimum_groups(watch)? {
            Ok(()) => break (Candidate::of(&assignment, cancelled, base), assignment),
            Err(too_few) => too_few,
        };
        let mut next: Option<Candidate> = None;
        for run in too_few {
            let mut more = cancelled.clone();
            more.insert(run);
            let open = without(problem, &more, threads, watch)?;
            next = next.max(Some(Candidate::of(&open, more, base)));
        }
        match next {
            Some(next) => cancelled = next.cancelled,
            None => cancelled.extend(problem.seats.keys()),
        }
    };
    for run in best.0.cancelled.clone() {
        let mut fewer = best.0.cancelled.clone();
        fewer.remove(&run);
        let mut assignment = without(problem, &fewer, threads, watch)?;
        if assignment.fill_minimum_groups(watch)?.is_ok() {
            let found = Candidate::of(&assignment, fewer, base);
            if found > best.0 {
                best = (found, assignment);
            }
        }
    }
    Ok(best)
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

impl Problem {
    /// The problem with those people alone who hang together with a minimum group, by the runs that
    /// they and others choose; `None` where that is everybody. The runs are the same.
    fn around_minimum_groups(&self) -> Option<Problem> {
        let mut groups = Sets::new(self.pools());
        for pool in self.seats.keys() {
            groups.join(pool, self.open_pool(pool));
        }
        for person in self.worth.keys() {
            let mut runs = self.choices_of(person).iter().map(|arc| arc.run);
            if let Some(first) = runs.next() {
                runs.for_each(|run| groups.join(first, run));
            }
        }
        let minimum = self.minimum.iter().filter(|(_, minimum)| **minimum > 0);
        let minimum: Vec<RunAt> = minimum.map(|(run, _)| groups.of(run)).collect();
        let minimum: BTreeSet<RunAt> = minimum.into_iter().collect();
        let people = self.worth.keys().filter(|person| {
            let first = self.choices_of(*person).first();
            first.is_some_and(|arc| minimum.contains(&groups.of(arc.run)))
        });
        let people: Vec<PersonAt> = people.collect();
        if people.len() == self.worth.len() {
            return None;
        }
        let arcs = people.iter().map(|person| self.choices_of(*person).len());
        let mut choices = Lists::with_capacity(people.len(), arcs.sum());
        for person in &people {
            let own = self.choices_of(*person).iter();
            own.for_each(|arc| choices.push(*arc));
            choices.close();
        }
        let gone = people.iter().map(|person| self.is_gone(*person));
        let standing = people.iter().map(|person| self.standing[*person]);
        let worth = people.iter().map(|person| self.worth[*person]);
        Some(Problem {
            order: self.order,
            person_row: Per::new((0..people.len()).collect()),
            person_at: (0..people.len()).map(PersonAt::new).collect(),
            run_row: self.run_row.clone(),
            run_at: self.run_at.clone(),
            standing: Per::new(standing.collect()),
            worth: Per::new(worth.collect()),
            seats: self.seats.clone(),
            minimum: self.minimum.clone(),
            choices,
            added: Vec::new(),
            gone: Per::new(gone.collect()),
            reserved: self.reserved.clone(),
            parties: Vec::new(),
            most_branches: self.most_branches,
            is_fixed: self.is_fixed,
        })
    }
}

/// Runs that hang together.
struct Sets {
    parent: Per<RunAt, RunAt>,
}

impl Sets {
    fn new(runs: usize) -> Self {
        Sets {
            parent: Per::new((0..runs).map(RunAt::new).collect()),
        }
    }

    fn of(&mut self, mut run: RunAt) -> RunAt {
        while self.parent[run] != run {
            self.parent[run] = self.parent[self.parent[run]];
            run = self.parent[run];
        }
        run
    }

    fn join(&mut self, one: RunAt, other: RunAt) {
        let (one, other) = (self.of(one), self.of(other));
        self.parent[one.max(other)] = one.min(other);
    }
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
