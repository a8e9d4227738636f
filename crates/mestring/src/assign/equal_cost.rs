//! Of all assignments of least cost, the one whose people stand earliest in the full fair order.
//!
//! Where cost decides within a class, several sets of people can cost the same. They are the bases of
//! a matroid (Dress and Wenzel, "Valuated matroids", 1992), so it is enough to go through the people
//! who are left out once, and to let each take the place of whoever stands last among those who can
//! leave for it at no cost.

use super::assignment::Assignment;
use super::at::{Per, PersonAt, RunAt};
use super::order::WithinClass;
use super::price::Price;
use super::watch::Watch;
use super::{AssignError, Step};

impl Assignment {
    pub(super) fn fairest_of_equal_cost(&mut self, watch: &Watch<'_>) -> Result<(), AssignError> {
        if self.problem.order.within_class == WithinClass::FairOrder {
            return Ok(());
        }
        let waiting = self.place.iter().filter(|(_, run)| run.is_none());
        let waiting: Vec<PersonAt> = waiting.map(|(person, _)| person).collect();
        let mut reached: Per<RunAt, Option<PersonAt>> = Per::filled(None, self.problem.runs());
        let mut by: Per<RunAt, Option<(PersonAt, RunAt)>> = Per::filled(None, self.problem.runs());
        for (done, person) in waiting.iter().enumerate() {
            if done.is_multiple_of(256) {
                watch.at(Step::Prices, done, waiting.len())?;
            }
            self.swap_in(*person, &mut reached, &mut by);
        }
        Ok(())
    }

    /// Gives a person a place for somebody of the class who stands later, where that costs nothing.
    fn swap_in(
        &mut self,
        person: PersonAt,
        reached: &mut Per<RunAt, Option<PersonAt>>,
        by: &mut Per<RunAt, Option<(PersonAt, RunAt)>>,
    ) {
        let worth = self.problem.left_out(person);
        let mut runs: Vec<RunAt> = Vec::new();
        for arc in self.problem.choices_of(person) {
            if self.price[arc.run] + Price::cost(i64::from(arc.cost)) == worth {
                reached[arc.run] = Some(person);
                by[arc.run] = None;
                runs.push(arc.run);
            }
        }
        let mut last: Option<(PersonAt, RunAt)> = None;
        let mut next = 0;
        while let Some(run) = runs.get(next).copied() {
            next += 1;
            for holder in self.held.of(run) {
                let own = self.price[run] + Price::cost(i64::from(self.paid[*holder]));
                let later = self.later(*holder, last.map_or(person, |(last, _)| last));
                if own == self.problem.left_out(*holder) && own == worth && later {
                    last = Some((*holder, run));
                }
                for arc in self.problem.choices_of(*holder) {
                    let value = self.price[arc.run] + Price::cost(i64::from(arc.cost));
                    if value == own && reached[arc.run] != Some(person) {
                        reached[arc.run] = Some(person);
                        by[arc.run] = Some((*holder, run));
                        runs.push(arc.run);
                    }
                }
            }
        }
        let Some((out, mut run)) = last else {
            return;
        };
        self.seat(out, None);
        while let Some((mover, from)) = by[run] {
            self.seat(mover, Some(run));
            run = from;
        }
        self.seat(person, Some(run));
    }

    /// Whether one stands after the other in the full fair order.
    fn later(&self, one: PersonAt, other: PersonAt) -> bool {
        let standing = |own: PersonAt| (self.problem.standing[own], own);
        standing(one) > standing(other)
    }
}
