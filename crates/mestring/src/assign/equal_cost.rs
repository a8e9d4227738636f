//! Of all assignments of least cost, the one whose people stand earliest in the full fair order: of a whole
//! problem without minimum groups. With minimum groups it is so given the runs that are held and how many
//! they draw in, and not over other runs that could be cancelled at the same cost. With parties, and after
//! seats or people changed, nothing decides between sets of equal cost.
//!
//! Where cost decides within a class, several sets of people can cost the same. They are the bases of
//! a matroid (Dress and Wenzel, "Valuated matroids", 1992), so it is enough to go through the people
//! who are left out once, and to let each take the place of whoever stands last among those who can
//! leave for it at no cost.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::assignment::Assignment;
use super::at::{Per, PersonAt, RunAt};
use super::order::{Standing, WithinClass};
use super::price::Price;
use super::watch::Watch;
use super::{AssignError, Step};

/// Moves that cost nothing, by the run that is left. People only come in: who is no longer in the run
/// is passed over when their turn comes, so that a swap costs what those who moved could do, and not
/// what everybody in their runs could.
struct Free {
    /// Who could as well be left out, the last in the fair order on top. All people of a run who could
    /// weigh the same, since each weighs what the place there costs.
    out: Per<RunAt, BinaryHeap<(Standing, PersonAt)>>,
    /// Where people could as well be, and who, the first in the fair order on top.
    to: Per<RunAt, BTreeMap<RunAt, BinaryHeap<Reverse<PersonAt>>>>,
    /// How many choices were looked at.
    scanned: u64,
}

/// From where a search came to a run.
#[derive(Debug, Clone, Copy)]
struct Reached {
    /// For whom the search was.
    by: PersonAt,
    /// Who goes there, and from which run; nobody where the search began.
    from: Option<(PersonAt, RunAt)>,
}

impl Assignment {
    pub(super) fn fairest_of_equal_cost(&mut self, watch: &Watch<'_>) -> Result<(), AssignError> {
        if self.problem.order.within_class == WithinClass::FairOrder {
            return Ok(());
        }
        let waiting = self.place.iter().filter(|(_, run)| run.is_none());
        let waiting: Vec<PersonAt> = waiting.map(|(person, _)| person).collect();
        let runs = self.problem.pools();
        let mut free = Free {
            out: Per::from_fn(runs, |_| BinaryHeap::new()),
            to: Per::from_fn(runs, |_| BTreeMap::new()),
            scanned: 0,
        };
        for (person, run) in self.place.iter() {
            if let Some(run) = run {
                self.comes(person, *run, &mut free);
            }
        }
        let mut reached: Per<RunAt, Option<Reached>> = Per::filled(None, runs);
        for (done, person) in waiting.iter().enumerate() {
            if done.is_multiple_of(256) {
                watch.at(Step::Prices, done, waiting.len())?;
            }
            self.swap_in(*person, &mut free, &mut reached);
        }
        self.work.equal_cost = free.scanned;
        Ok(())
    }

    /// Notes what somebody who has come to a run could do at no cost.
    fn comes(&self, person: PersonAt, run: RunAt, free: &mut Free) {
        let own = self.price[run] + Price::cost(i64::from(self.paid[person]));
        if own == self.problem.left_out(person) {
            free.out[run].push((self.problem.standing[person], person));
        }
        let choices = self.problem.choices_of(person);
        free.scanned += choices.len() as u64;
        for arc in choices.iter().filter(|arc| arc.run != run) {
            if self.price[arc.run] + Price::cost(i64::from(arc.cost)) == own {
                let to = free.to[run].entry(arc.run);
                to.or_default().push(Reverse(person));
            }
        }
    }

    /// Who of a run stands last among those who could as well be left out.
    fn last_out(&self, run: RunAt, free: &mut Free) -> Option<PersonAt> {
        let out = &mut free.out[run];
        while let Some((_, person)) = out.peek().copied() {
            if self.place[person] == Some(run) {
                return Some(person);
            }
            out.pop();
        }
        None
    }

    /// Gives a person a place for somebody of the class who stands later, where that costs nothing.
    fn swap_in(
        &mut self,
        person: PersonAt,
        free: &mut Free,
        reached: &mut Per<RunAt, Option<Reached>>,
    ) {
        let worth = self.problem.left_out(person);
        let mut runs: Vec<RunAt> = Vec::new();
        free.scanned += self.problem.choices_of(person).len() as u64;
        for arc in self.problem.choices_of(person) {
            if self.price[arc.run] + Price::cost(i64::from(arc.cost)) == worth {
                let (by, from) = (person, None);
                reached[arc.run] = Some(Reached { by, from });
                runs.push(arc.run);
            }
        }
        let mut last: Option<(PersonAt, RunAt)> = None;
        let mut next = 0;
        while let Some(run) = runs.get(next).copied() {
            next += 1;
            if let Some(out) = self.last_out(run, free)
                && self.problem.left_out(out) == worth
                && self.later(out, last.map_or(person, |(last, _)| last))
            {
                last = Some((out, run));
            }
            free.to[run].retain(|to, movers| {
                if reached[*to].is_some_and(|reached| reached.by == person) {
                    return true;
                }
                while let Some(Reverse(mover)) = movers.peek().copied() {
                    if self.place[mover] == Some(run) {
                        let (by, from) = (person, Some((mover, run)));
                        reached[*to] = Some(Reached { by, from });
                        runs.push(*to);
                        return true;
                    }
                    movers.pop();
                }
                false
            });
        }
        let Some((out, mut run)) = last else {
            return;
        };
        self.seat(out, None);
        while let Some((mover, from)) = reached[run].and_then(|reached| reached.from) {
            self.seat(mover, Some(run));
            self.comes(mover, run, free);
            run = from;
        }
        self.seat(person, Some(run));
        self.comes(person, run, free);
    }

    /// Whether one stands after the other in the full fair order.
    fn later(&self, one: PersonAt, other: PersonAt) -> bool {
        let standing = |own: PersonAt| (self.problem.standing[own], own);
        standing(one) > standing(other)
    }
}
