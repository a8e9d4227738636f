//! Other ways to give places, to compare with: what each reaches, and what it costs in people
//! without a place.

use super::assignment::{ClassServed, Objective};
use super::at::{At, Per, PersonAt, RunAt};
use super::order::Standing;
use super::problem::{Arc, Problem};

/// A way to give places without moving anybody for the sake of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// In the order of the referrals, whatever the class: each takes the free run of least cost.
    Arrival,
    /// In the fair order: each takes the free run of least cost.
    Greedy,
    /// Deferred acceptance (Gale and Shapley, 1962): each asks for the run of least cost, and runs
    /// keep those who stand earliest. Where all runs go by one order, it gives what
    /// [`Greedy`](Mode::Greedy) gives.
    DeferredAcceptance,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Mode; 3] = [Mode::Arrival, Mode::Greedy, Mode::DeferredAcceptance];

    /// A stable code: `arrival`, `greedy`, `deferred_acceptance`.
    pub fn code(self) -> &'static str {
        match self {
            Mode::Arrival => "arrival",
            Mode::Greedy => "greedy",
            Mode::DeferredAcceptance => "deferred_acceptance",
        }
    }
}

impl Problem {
    /// What a mode reaches.
    pub fn reached_by(&self, mode: Mode) -> Objective {
        let (order, places) = self.given_by(mode);
        self.reached(&order, &places)
    }

    /// Who has a place by a mode, in the order of the list of people.
    pub fn placed_by(&self, mode: Mode) -> Vec<bool> {
        let (_, places) = self.given_by(mode);
        let people = self.person_at.iter();
        people.map(|at| places[*at].is_some()).collect()
    }

    /// The people in the fair order, and the places that a mode gives.
    fn given_by(&self, mode: Mode) -> (Vec<PersonAt>, Per<PersonAt, Option<Arc>>) {
        let people = (0..self.people()).map(PersonAt::new);
        let mut order: Vec<PersonAt> = people.filter(|person| !self.is_gone(*person)).collect();
        let arrival = |person: &PersonAt| (self.standing[*person].by_arrival(), *person);
        let places = match mode {
            Mode::Arrival => {
                order.sort_by_key(arrival);
                self.one_after_the_other(&order)
            }
            Mode::Greedy => self.one_after_the_other(&order),
            Mode::DeferredAcceptance => self.deferred_acceptance(&order),
        };
        (order, places)
    }

    /// The choices of a person, the cheapest first.
    fn by_cost(&self, person: PersonAt) -> Vec<Arc> {
        let mut choices = self.choices_of(person).to_vec();
        choices.sort_unstable_by_key(|arc| (arc.cost, arc.run));
        choices
    }

    fn one_after_the_other(&self, order: &[PersonAt]) -> Per<PersonAt, Option<Arc>> {
        let mut free = self.seats.clone();
        let mut places = Per::filled(None, self.people());
        for person in order {
            let choices = self.choices_of(*person).iter();
            let open = choices.filter(|arc| free[arc.run] > 0);
            if let Some(arc) = open.min_by_key(|arc| (arc.cost, arc.run)) {
                free[arc.run] -= 1;
                places[*person] = Some(*arc);
            }
        }
        places
    }

    fn deferred_acceptance(&self, order: &[PersonAt]) -> Per<PersonAt, Option<Arc>> {
        let mut kept: Per<RunAt, std::collections::BinaryHeap<PersonAt>> =
            Per::filled(Default::default(), self.pools());
        let mut asks: Per<PersonAt, Option<std::vec::IntoIter<Arc>>> =
            Per::filled(None, self.people());
        let mut places: Per<PersonAt, Option<Arc>> = Per::filled(None, self.people());
        let mut asking: Vec<PersonAt> = order.to_vec();
        while let Some(person) = asking.pop() {
            let wishes = asks[person].get_or_insert_with(|| self.by_cost(person).into_iter());
            let Some(arc) = wishes.next() else {
                continue;
            };
            places[person] = Some(arc);
            let kept = &mut kept[arc.run];
            kept.push(person);
            if kept.len() > self.seats[arc.run] as usize
                && let Some(last) = kept.pop()
            {
                places[last] = None;
                asking.push(last);
            }
        }
        places
    }

    fn reached(&self, people: &[PersonAt], places: &Per<PersonAt, Option<Arc>>) -> Objective {
        let mut classes: std::collections::BTreeMap<u32, ClassServed> = Default::default();
        let mut cost = 0;
        for person in people {
            let Standing { class, .. } = self.standing[*person];
            let own = classes.entry(class).or_insert(ClassServed {
                class,
                people: 0,
                served: 0,
            });
            own.people += 1;
            if let Some(arc) = places[*person] {
                own.served += 1;
                cost += i64::from(arc.cost);
            }
        }
        Objective {
            classes: classes.into_values().collect(),
            cost,
        }
    }
}
