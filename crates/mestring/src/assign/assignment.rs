//! Who sits where, and at which prices: what the engines make, and what changes alter.

use std::collections::{BTreeMap, BTreeSet};
use std::thread;

use super::AssignError;
use super::at::{At, Per, PersonAt, RunAt};
use super::auction::{self, Solved};
use super::check::{Checked, Violation};
use super::exits::Exits;
use super::levels::{Closed, levels};
use super::minimum::{self, Cancellations};
use super::parts::{Part, parts, standing_of};
use super::price::Price;
use super::problem::Problem;
use super::together::{self, Found};
use super::watch::{OnProgress, Watch};

/// A proposal of who gets a place in which run, with the prices that prove it.
///
/// No other assignment serves a better set of people: at the first place in the fair order where
/// another one differs, it leaves out somebody whom this one serves (of people who stand equal: it
/// serves fewer). And none that serves as good a set has less preference cost. [`check`](Self::check)
/// verifies that from the prices, for the runs that are held; whether others should have been
/// [cancelled](Self::cancelled) for want of people is said by [`cancellations`](Self::cancellations).
#[derive(Debug, Clone)]
pub struct Assignment {
    pub(super) problem: Problem,
    pub(super) place: Per<PersonAt, Option<RunAt>>,
    /// What each person's place costs; 0 without one.
    pub(super) paid: Per<PersonAt, i32>,
    pub(super) held: Held,
    pub(super) price: Per<RunAt, Price>,
    pub(super) exits: Exits,
    pub(super) cancelled: BTreeSet<RunAt>,
    pub(super) cancellations: Cancellations,
    /// What was found of people who come together, where there are any.
    pub(super) together: Option<Box<Found>>,
    pub(super) work: Work,
}

/// How much was looked at, for those who watch over speed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Work {
    /// Choices looked at to find who gets a place.
    pub order: u64,
    /// Choices looked at to find which run each of them gets.
    pub cost: u64,
    /// Choices looked at to find the fairest of the sets of people that cost the same, as far as
    /// [`WithinClass::Cost`](super::WithinClass::Cost) says, where cost
    /// decides within a class.
    pub equal_cost: u64,
    /// Choices looked at in changes since.
    pub changes: u64,
}

/// The people in each run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Held {
    people: Per<RunAt, Vec<PersonAt>>,
    /// Where each person stands in the list of the run.
    position: Per<PersonAt, u32>,
}

impl Held {
    fn new(people: usize, runs: usize) -> Self {
        Held {
            people: Per::from_fn(runs, |_| Vec::new()),
            position: Per::filled(0, people),
        }
    }

    pub(super) fn of(&self, run: RunAt) -> &[PersonAt] {
        &self.people[run]
    }

    pub(super) fn add_person(&mut self) {
        self.position.push(0);
    }

    pub(super) fn put(&mut self, person: PersonAt, run: RunAt) {
        let people = &mut self.people[run];
        self.position[person] = u32::try_from(people.len()).unwrap_or(u32::MAX);
        people.push(person);
    }

    pub(super) fn take(&mut self, person: PersonAt, run: RunAt) {
        let people = &mut self.people[run];
        let at = self.position[person];
        people.swap_remove(at as usize);
        if let Some(moved) = people.get(at as usize) {
            self.position[*moved] = at;
        }
    }
}

/// How many of a class have a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClassServed {
    /// The class, 1 first.
    pub class: u32,
    /// How many people of it there are.
    pub people: usize,
    /// How many of them have a place.
    pub served: usize,
}

/// What an assignment reaches, in the order in which it counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Objective {
    /// People served, for each class that has people, the first class first.
    pub classes: Vec<ClassServed>,
    /// The preference cost of all places together.
    pub cost: i64,
}

impl Objective {
    /// How many people have a place.
    pub fn served(&self) -> usize {
        self.classes.iter().map(|own| own.served).sum()
    }
}

impl Problem {
    /// Finds who gets which place, on one thread.
    ///
    /// # Errors
    /// None that [`Problem::new`] let through; [`AssignError::Stopped`] is for
    /// [`solve_with`](Self::solve_with).
    pub fn solve(self) -> Result<Assignment, AssignError> {
        self.solve_with(1, &|_| std::ops::ControlFlow::Continue(()))
    }

    /// Finds who gets which place, on so many threads; 0 means 1. Any number gives the same result.
    ///
    /// # Errors
    /// [`AssignError::Stopped`] where `on_progress` breaks off.
    pub fn solve_with(
        self,
        threads: usize,
        on_progress: &OnProgress<'_>,
    ) -> Result<Assignment, AssignError> {
        let watch = Watch::new(on_progress);
        if self.parties.is_empty() {
            self.solve_alone(threads, &watch)
        } else {
            together::solve(self, threads, &watch)
        }
    }

    /// Solves without looking at who comes together.
    pub(super) fn solve_alone(
        self,
        threads: usize,
        watch: &Watch<'_>,
    ) -> Result<Assignment, AssignError> {
        let mut assignment = if self.minimum.values().iter().all(|minimum| *minimum == 0) {
            self.solve_open(threads, watch)?
        } else {
            minimum::solve(&self, threads, watch)?
        };
        assignment.fairest_of_equal_cost(watch)?;
        Ok(assignment)
    }

    /// Solves without looking at minimum groups.
    pub(super) fn solve_open(
        self,
        threads: usize,
        watch: &Watch<'_>,
    ) -> Result<Assignment, AssignError> {
        let levels = levels(&self, watch)?;
        let parts = parts(&self, &levels.closed);
        let mut local = Per::filled(0u32, self.pools());
        for part in &parts {
            for (run, at) in part.runs.iter().zip(0..) {
                local[*run] = at;
            }
        }
        let solved = solve_parts(&self, &levels.closed, &parts, &local, threads, watch)?;
        let mut place = Per::filled(None, self.people());
        let mut price = Per::from_fn(self.pools(), |run| standing_of(&self, levels.closed[run]));
        let mut work = Work {
            order: levels.scanned,
            ..Work::default()
        };
        for (part, solved) in parts.iter().zip(solved) {
            work.cost += solved.scanned;
            for ((person, _), run) in part.people.iter().zip(solved.runs) {
                place[*person] = run;
            }
            for (run, cost) in part.runs.iter().zip(solved.prices) {
                price[*run] += Price::cost(cost);
            }
        }
        let mut held = Held::new(self.people(), self.pools());
        let mut paid = Per::filled(0, self.people());
        for (person, run) in place.iter() {
            if let Some(run) = run {
                held.put(person, *run);
                paid[person] = self.arc_cost(person, *run).unwrap_or_default();
            }
        }
        let mut assignment = Assignment {
            problem: self,
            place,
            paid,
            held,
            price,
            exits: Exits::unknown(),
            cancelled: BTreeSet::new(),
            cancellations: Cancellations::Proven,
            together: None,
            work,
        };
        assignment.lower_prices(watch)?;
        Ok(assignment)
    }
}

/// Solves every part, the largest first, on so many threads.
fn solve_parts(
    problem: &Problem,
    closed: &Per<RunAt, Closed>,
    parts: &[Part],
    local: &Per<RunAt, u32>,
    threads: usize,
    watch: &Watch<'_>,
) -> Result<Vec<Solved>, AssignError> {
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(parts.get(*at).map_or(0, |part| part.people.len())));
    watch.begin_placing(parts.iter().map(|part| part.people.len()).sum());
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || -> Result<Vec<(usize, Solved)>, AssignError> {
        let mut done = Vec::new();
        loop {
            let turn = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let Some((at, part)) = order.get(turn).and_then(|at| Some((*at, parts.get(*at)?)))
            else {
                return Ok(done);
            };
            let solved = auction::solve(problem, closed, part, local, watch)?;
            watch.placed(part.people.len())?;
            done.push((at, solved));
        }
    };
    let mut solved: Vec<Option<Solved>> = parts.iter().map(|_| None).collect();
    let results = thread::scope(|scope| {
        let others: Vec<_> = (1..threads.min(parts.len()))
            .map(|_| scope.spawn(work))
            .collect();
        let mut results = vec![work()];
        // A thread that panics takes the whole work with it, as on one thread.
        for other in others {
            match other.join() {
                Ok(result) => results.push(result),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    });
    for result in results {
        for (at, own) in result? {
            if let Some(slot) = solved.get_mut(at) {
                *slot = Some(own);
            }
        }
    }
    Ok(solved.into_iter().flatten().collect())
}

impl Assignment {
    /// The problem as it stands after every change.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The run in which a person has a place, both by their positions in the lists that were given;
    /// `None` for people without a place.
    pub fn run_of(&self, person: usize) -> Option<usize> {
        let at = *self.problem.person_at.get(person)?;
        Some(self.problem.run_row[self.place[at]?])
    }

    /// What the place of a person costs; `None` without a place.
    pub fn cost_of(&self, person: usize) -> Option<i64> {
        let at = *self.problem.person_at.get(person)?;
        self.place[at].map(|_| i64::from(self.paid[at]))
    }

    /// True for people who were removed.
    pub fn is_gone(&self, person: usize) -> bool {
        let at = self.problem.person_at.get(person);
        at.is_some_and(|at| self.problem.is_gone(*at))
    }

    /// What the assignment reaches.
    pub fn objective(&self) -> Objective {
        let mut of: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
        let mut cost = 0;
        for (person, run) in self.place.iter() {
            if self.problem.is_gone(person) {
                continue;
            }
            let counts = of.entry(self.problem.standing[person].class).or_default();
            counts.0 += 1;
            if run.is_some() {
                counts.1 += 1;
                cost += i64::from(self.paid[person]);
            }
        }
        let classes = of.into_iter().map(|(class, (people, served))| ClassServed {
            class,
            people,
            served,
        });
        Objective {
            classes: classes.collect(),
            cost,
        }
    }

    /// What one more seat in a run would be worth, by the run's position; `None` for a run that is
    /// not there. Zero where the run has a seat that nobody wants. Where seats of it are reserved, that is
    /// an open one; [`reserved`](Self::reserved) says what a reserved one is worth.
    pub fn price(&self, run: usize) -> Option<Price> {
        let at = *self.problem.run_at.get(run)?;
        Some(self.price[at])
    }

    /// The class of the person whom one more seat in a run would serve; `None` where it would serve
    /// nobody more.
    pub fn class_of_next(&self, run: usize) -> Option<u32> {
        self.class_at(self.price(run)?)
    }

    /// The class of the person whom a seat at a price would serve.
    pub(super) fn class_at(&self, price: Price) -> Option<u32> {
        let standing = price.standing;
        let first_added = self.problem.choices.len();
        let (first, added) = self.problem.worth.values().split_at(first_added);
        let at = first.partition_point(|worth| *worth > standing);
        let at = match first.get(at) {
            Some(worth) if *worth == standing => at,
            _ => first_added + added.iter().position(|worth| *worth == standing)?,
        };
        Some(self.problem.standing[PersonAt::new(at)].class)
    }

    /// How much was looked at.
    pub fn work(&self) -> Work {
        self.work
    }

    /// Verifies the assignment from its prices alone.
    ///
    /// # Errors
    /// The first thing that does not hold; the tests of the engines keep that from happening.
    pub fn check(&self) -> Result<Checked, Violation> {
        super::check::check(&self.problem, &self.place, &self.price)
    }
}
