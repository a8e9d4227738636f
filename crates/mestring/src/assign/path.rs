//! The cheapest chain of moves after one change: somebody needs a seat, or a seat is free.
//!
//! Shortest paths from run to run (Dijkstra with prices as potentials, so that no step is below
//! zero). A chain moves one person out of each run that it passes; it ends at a free seat, at
//! somebody who is left out, or at somebody who gets a place. The prices are then changed by as much
//! as keeps them proof of the result.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::assignment::Assignment;
use super::at::{Per, PersonAt, RunAt};
use super::price::Price;

/// Somebody who goes from one run to another; `None` is without a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Step {
    pub(super) person: PersonAt,
    pub(super) from: Option<RunAt>,
    pub(super) to: Option<RunAt>,
}

/// A chain, with what has to happen to the prices for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Chain {
    /// In an order in which they can be carried out one after the other.
    pub(super) steps: Vec<Step>,
    /// The runs that the search passed, each with how much nearer it is than the end.
    pub(super) nearer: Vec<(RunAt, Price)>,
}

/// Where a search begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// A person without a place looks for one.
    Person(PersonAt),
    /// A run has one person more than seats.
    Run(RunAt),
}

#[derive(Debug, Clone, Copy)]
enum End {
    /// A person is left out: from a run, or whoever looked for a place.
    Out(PersonAt, Option<RunAt>),
    /// A free seat in this run is taken.
    Seat(RunAt),
}

/// By whose move a run was reached, and the run on the other side of it. By nobody's: the search went on
/// to another pool of the same run.
type By = (Option<PersonAt>, RunAt);

/// How far each run is, and by whose move it was reached.
struct Reached {
    distance: Per<RunAt, Option<Price>>,
    by: Per<RunAt, Option<By>>,
    heap: BinaryHeap<Reverse<(Price, RunAt)>>,
    done: Vec<(RunAt, Price)>,
}

impl Reached {
    fn new(runs: usize) -> Self {
        Reached {
            distance: Per::filled(None, runs),
            by: Per::filled(None, runs),
            heap: BinaryHeap::new(),
            done: Vec::new(),
        }
    }

    fn offer(&mut self, run: RunAt, distance: Price, by: Option<By>) -> bool {
        if self.distance[run].is_some_and(|known| known <= distance) {
            return false;
        }
        self.distance[run] = Some(distance);
        self.by[run] = by;
        self.heap.push(Reverse((distance, run)));
        true
    }

    /// The nearest run that is not done, nearer than the limit.
    fn next(&mut self, limit: Option<Price>) -> Option<(RunAt, Price)> {
        while let Some(Reverse((distance, run))) = self.heap.pop() {
            if limit.is_some_and(|limit| limit <= distance) {
                return None;
            }
            if self.distance[run] == Some(distance) {
                self.done.push((run, distance));
                return Some((run, distance));
            }
        }
        None
    }

    /// The runs that the search passed.
    fn seen(&self) -> BTreeSet<RunAt> {
        self.done.iter().map(|(run, _)| *run).collect()
    }

    fn nearer(&self, length: Price) -> Vec<(RunAt, Price)> {
        let done = self.done.iter();
        let nearer = done.map(|(run, distance)| (*run, length - *distance));
        nearer.filter(|(_, by)| *by > Price::ZERO).collect()
    }
}

impl Assignment {
    /// The cheapest chain that makes room for somebody; the source's own part is not a step of it
    /// where the source is a run.
    pub(super) fn make_room(&mut self, source: Source) -> Chain {
        self.know_exits();
        let mut reached = Reached::new(self.problem.pools());
        let mut end: Option<(Price, End)> = None;
        let mut scanned = 0;
        match source {
            Source::Run(run) => {
                reached.offer(run, Price::ZERO, None);
            }
            Source::Person(person) => {
                end = Some((self.problem.left_out(person), End::Out(person, None)));
                for arc in self.problem.choices_of(person) {
                    let length = self.price[arc.run] + Price::cost(i64::from(arc.cost));
                    self.step_to(&mut reached, &mut end, arc.run, length, None);
                }
            }
        }
        while let Some((run, distance)) = reached.next(end.map(|(length, _)| length)) {
            let before = distance - self.price[run];
            if let Some((loss, person)) = self.exits.out(run)
                && end.is_none_or(|(known, _)| before + loss < known)
            {
                end = Some((before + loss, End::Out(person, Some(run))));
            }
            for exit in self.exits.of(run) {
                scanned += 1;
                let length = before + self.price[exit.to] + Price::cost(exit.more);
                let by = Some((Some(exit.person), run));
                self.step_to(&mut reached, &mut end, exit.to, length, by);
            }
        }
        self.work.changes += scanned;
        let mut steps = Vec::new();
        let Some((length, end)) = end else {
            // Nobody is in the run that has too many: there is nothing to do.
            return Chain::default();
        };
        let mut at = match end {
            End::Out(person, Some(run)) => {
                let (from, to) = (Some(run), None);
                steps.push(Step { person, from, to });
                Some(run)
            }
            End::Out(_, None) => None,
            End::Seat(run) => Some(run),
        };
        while let Some(run) = at {
            let to = Some(run);
            match (reached.by[run], source) {
                (Some((person, from)), _) => {
                    steps.extend(person.map(|person| Step {
                        person,
                        from: Some(from),
                        to,
                    }));
                    at = Some(from);
                }
                (None, Source::Person(person)) => {
                    steps.push(Step {
                        person,
                        from: None,
                        to,
                    });
                    at = None;
                }
                (None, Source::Run(_)) => at = None,
            }
        }
        let nearer = reached.nearer(length);
        Chain { steps, nearer }
    }

    fn step_to(
        &self,
        reached: &mut Reached,
        end: &mut Option<(Price, End)>,
        run: RunAt,
        length: Price,
        by: Option<By>,
    ) {
        if end.is_none_or(|(known, _)| length < known)
            && reached.offer(run, length, by)
            && self.has_free_seat(run)
        {
            *end = Some((length, End::Seat(run)));
        }
    }

    /// The best chain that a free seat in a run starts, which may also stay free.
    pub(super) fn fill(&mut self, seat: RunAt) -> Chain {
        if self.price[seat] == Price::ZERO {
            return Chain::default();
        }
        self.chain_into(seat, true).unwrap_or_default()
    }

    /// The cheapest chain that brings one more person into a run with too few, into any of its pools that
    /// has a free seat.
    ///
    /// # Errors
    /// The runs of which none has anybody to spare, where there is no such chain.
    pub(super) fn draw_into(&mut self, run: RunAt) -> Result<Chain, BTreeSet<RunAt>> {
        self.chain_into(run, false)
    }

    fn chain_into(&mut self, seat: RunAt, may_stay_free: bool) -> Result<Chain, BTreeSet<RunAt>> {
        self.know_exits();
        let mut reached = Reached::new(self.problem.pools());
        let mut end: Option<(Price, RunAt, Option<PersonAt>)> = None;
        let mut scanned = 0;
        if may_stay_free {
            reached.offer(seat, Price::ZERO, None);
        } else {
            // Pools of a run with too few have one price as long as they have a free seat.
            for pool in self.problem.pools_of(seat) {
                if self.has_free_seat(pool) {
                    reached.offer(pool, Price::ZERO, None);
                }
            }
        }
        while let Some((run, distance)) = reached.next(end.map(|(length, ..)| length)) {
            let after = distance + self.price[run];
            let better = |end: &Option<(Price, RunAt, Option<PersonAt>)>, length: Price| {
                end.is_none_or(|(known, ..)| length < known)
            };
            let minimum = self.problem.minimum[self.problem.open_pool(run)] as usize;
            let has_to_spare = minimum == 0 || self.people_in(run) > minimum;
            let may_end = if run == seat {
                may_stay_free
            } else {
                has_to_spare
            };
            if may_end && better(&end, after) {
                end = Some((after, run, None));
            }
            let first = self.exits.first_waiting(&self.problem, &self.place, run);
            if let Some((loss, person)) = first
                && better(&end, after - loss)
            {
                end = Some((after - loss, run, Some(person)));
            }
            for (from, exit) in self.exits.ways_into(run) {
                scanned += 1;
                let length = after + Price::cost(exit.more) - self.price[from];
                if better(&end, length) {
                    reached.offer(from, length, Some((Some(exit.person), run)));
                }
            }
            if may_end || minimum == 0 || run == seat && may_stay_free {
                continue;
            }
            // The run has nobody to spare, but whoever leaves this pool of it may be made up for in
            // another pool that has a free seat.
            for pool in self.problem.pools_of(run) {
                let length = after - self.price[pool];
                if pool != run && self.has_free_seat(pool) && better(&end, length) {
                    reached.offer(pool, length, Some((None, run)));
                }
            }
        }
        self.work.changes += scanned;
        let Some((length, last, first_waiting)) = end else {
            return Err(reached.seen());
        };
        let mut steps = Vec::new();
        let mut at = last;
        while let Some((person, next)) = reached.by[at] {
            let (from, to) = (Some(at), Some(next));
            steps.extend(person.map(|person| Step { person, from, to }));
            at = next;
        }
        // From the free seat on, each move frees the seat that the next one takes.
        steps.reverse();
        if let Some(person) = first_waiting {
            let (from, to) = (None, Some(last));
            steps.push(Step { person, from, to });
        }
        let nearer = reached.nearer(length);
        Ok(Chain { steps, nearer })
    }

    /// Brings the exits up to date.
    pub(super) fn know_exits(&mut self) {
        let before = self.exits.scanned;
        let people = |run| self.held.of(run);
        let (problem, place) = (&self.problem, &self.place);
        self.exits.refresh(problem, place, people, &self.paid);
        self.work.changes += self.exits.scanned - before;
    }

    pub(super) fn has_free_seat(&self, run: RunAt) -> bool {
        self.held.of(run).len() < self.problem.seats[run] as usize
    }

    /// Lowers every price to what one more seat is worth, which is the least that is still proof.
    pub(super) fn lower_prices(
        &mut self,
        watch: &super::watch::Watch<'_>,
    ) -> Result<(), super::AssignError> {
        let problem = &self.problem;
        let mut reached = Reached::new(problem.pools());
        let mut lower: Per<RunAt, Price> = Per::from_fn(problem.pools(), |run| self.price[run]);
        for (person, place) in self.place.iter() {
            if place.is_none() && !problem.is_gone(person) {
                for arc in problem.choices_of(person) {
                    let value = self.price[arc.run] + Price::cost(i64::from(arc.cost));
                    let by = value - problem.left_out(person);
                    lower[arc.run] = lower[arc.run].min(by);
                }
            }
        }
        for (run, by) in lower.iter() {
            reached.offer(run, *by, None);
        }
        while let Some((run, distance)) = reached.next(None) {
            if reached.done.len().is_multiple_of(64) {
                watch.at(super::Step::Prices, reached.done.len(), problem.pools())?;
            }
            for person in self.held.of(run) {
                let own = self.price[run] + Price::cost(i64::from(self.paid[*person]));
                for arc in problem.choices_of(*person) {
                    let value = self.price[arc.run] + Price::cost(i64::from(arc.cost));
                    reached.offer(arc.run, distance + value - own, None);
                }
            }
        }
        for (run, by) in std::mem::take(&mut reached.done) {
            let price = self.price[run] - by;
            self.price[run] = price;
        }
        Ok(())
    }
}
