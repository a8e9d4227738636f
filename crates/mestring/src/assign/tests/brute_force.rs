//! Small cases, and the best assignment of each found by trying all.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use crate::assign::{
    Assignment, Choice, MOST_BRANCHES, Order, Party, Person, Problem, Reservation, Seats,
    WithinClass, lot,
};

/// A case that owns its texts.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub people: Vec<Somebody>,
    pub seats: Vec<u32>,
    /// How many people each run needs; none where no run has a minimum.
    pub minimum: Vec<u32>,
    /// Seats that are kept: of which run, how many, for whom.
    pub reserved: Vec<(u32, u32, Vec<u32>)>,
    /// Who comes together, the patient first.
    pub parties: Vec<Vec<u32>>,
    pub choices: Vec<Choice>,
    pub order: Order,
}

/// A person: class, days to the deadline, days waited, whether they come as a relative.
#[derive(Debug, Clone, Copy)]
pub(super) struct Somebody {
    pub class: u32,
    pub deadline: Option<u64>,
    pub waited: Option<u64>,
    pub relative: bool,
}

/// What an assignment reaches, more being better: how many are served at each place in the order,
/// then the cost with its sign turned.
pub(super) type Reached = (Vec<usize>, i64);

pub(super) fn person_id(row: usize) -> String {
    format!("person {row}")
}

pub(super) fn day(days: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1)
        .and_then(|first| first.checked_add_days(Days::new(days)))
        .unwrap()
}

impl Somebody {
    pub(super) fn named<'a>(&self, id: &'a str) -> Person<'a> {
        Person {
            id,
            class: self.class,
            deadline: self.deadline.map(day),
            waiting_since: self.waited.map(|waited| day(500 - waited)),
            relative: self.relative,
            holds: None,
        }
    }

    /// Where the person stands, less being first, written as the fair order says it.
    fn key(&self, row: usize, order: Order) -> (u32, u64, u64, bool, u64) {
        match order.within_class {
            WithinClass::Cost => (self.class, 0, 0, false, 0),
            WithinClass::FairOrder => (
                self.class,
                self.deadline.unwrap_or(u64::MAX),
                self.waited.map_or(u64::MAX, |waited| 500 - waited),
                self.relative,
                order.seed.map_or(0, |seed| lot(seed, &person_id(row))),
            ),
        }
    }
}

impl Case {
    pub(super) fn problem(&self) -> Problem {
        let ids: Vec<String> = (0..self.people.len()).map(person_id).collect();
        let people = self.people.iter().zip(&ids);
        let people: Vec<Person<'_>> = people.map(|(own, id)| own.named(id)).collect();
        let names: Vec<String> = (0..self.seats.len())
            .map(|run| format!("run {run}"))
            .collect();
        let seats = self.seats.iter().zip(&names).enumerate();
        let runs: Vec<Seats<'_>> = seats
            .map(|(at, (seats, run))| Seats {
                run,
                seats: *seats,
                minimum: self.minimum.get(at).copied().unwrap_or_default(),
            })
            .collect();
        let problem = Problem::new(&people, &runs, &self.choices, self.order).unwrap();
        let reserved = self
            .reserved
            .iter()
            .map(|(run, seats, people)| Reservation {
                run: *run,
                seats: *seats,
                people,
            });
        let problem = problem.reserve(&reserved.collect::<Vec<_>>()).unwrap();
        self.with_parties(problem, MOST_BRANCHES)
    }

    pub(super) fn with_parties(&self, problem: Problem, most_branches: usize) -> Problem {
        let parties = self.parties.iter().filter_map(|own| {
            let (patient, relatives) = own.split_first()?;
            Some(Party {
                patient: *patient,
                relatives,
            })
        });
        let parties: Vec<Party<'_>> = parties.collect();
        problem.together(&parties, most_branches).unwrap()
    }

    /// With whom somebody stands in the order, and whether after those who stand there.
    fn stands(&self, row: usize) -> (usize, bool) {
        let own = u32::try_from(row).unwrap();
        let mut parties = self.parties.iter();
        match parties.find(|party| party.contains(&own)) {
            Some(party) if party[0] != own => (party[0] as usize, true),
            _ => (row, false),
        }
    }

    /// Whether these people can sit in a run, each in an open seat or in one that is kept for them.
    fn seated(&self, run: usize, people: &[usize]) -> bool {
        let own = self.reserved.iter().filter(|own| own.0 as usize == run);
        let mut pools: Vec<(u32, Option<&[u32]>)> = own
            .map(|(_, seats, people)| (*seats, Some(&people[..])))
            .collect();
        let kept: u32 = pools.iter().map(|own| own.0).sum();
        pools.push((self.seats[run] - kept, None));
        seat_all(&mut pools, people)
    }

    /// What places reach, given the run of each person.
    pub(super) fn reached(&self, runs: &[Option<usize>]) -> Reached {
        let key = |row: usize| {
            let (with, after) = self.stands(row);
            (self.people[with].key(with, self.order), after)
        };
        let mut keys: Vec<_> = (0..self.people.len()).map(key).collect();
        keys.sort();
        keys.dedup();
        let served = keys.iter().map(|own| {
            let people = runs.iter().enumerate();
            people
                .filter(|(row, run)| run.is_some() && key(*row) == *own)
                .count()
        });
        let cost = runs.iter().enumerate().filter_map(|(person, run)| {
            let run = (*run)?;
            let choice = |own: &&Choice| own.person as usize == person && own.run as usize == run;
            Some(self.choices.iter().find(choice).unwrap().cost)
        });
        (served.collect(), -cost.sum::<i64>())
    }

    /// How many people stand in the first places of the order.
    pub(super) fn positions_before(&self, places: usize) -> usize {
        let mut keys: Vec<_> = (0..self.people.len())
            .map(|row| {
                let (with, after) = self.stands(row);
                (self.people[with].key(with, self.order), after)
            })
            .collect();
        keys.sort();
        let places = keys.chunk_by(|one, next| one == next).take(places);
        places.map(<[_]>::len).sum()
    }

    /// How many are served at each place of the full fair order, whatever decides within a class.
    pub(super) fn fairness(&self, runs: &[Option<usize>]) -> Vec<usize> {
        let mut full = self.clone();
        full.order.within_class = WithinClass::FairOrder;
        full.reached(runs).0
    }

    /// The fairest of the places that reach the best.
    pub(super) fn fairest(&self) -> Vec<usize> {
        let best = self.best();
        let mut fairest = Vec::new();
        self.every(&mut Vec::new(), &mut |runs| {
            if self.reached(runs) == best {
                fairest = self.fairness(runs).max(std::mem::take(&mut fairest));
            }
        });
        fairest
    }

    /// The best that any places reach.
    pub(super) fn best(&self) -> Reached {
        let mut best = None;
        self.every(&mut Vec::new(), &mut |runs| {
            let reached = self.reached(runs);
            if best.as_ref().is_none_or(|known| *known < reached) {
                best = Some(reached);
            }
        });
        best.unwrap()
    }

    fn every(&self, runs: &mut Vec<Option<usize>>, visit: &mut impl FnMut(&[Option<usize>])) {
        let person = runs.len();
        if person == self.people.len() {
            let enough = self.minimum.iter().enumerate().all(|(run, minimum)| {
                let people = runs.iter().filter(|own| **own == Some(run)).count();
                people == 0 || people >= *minimum as usize
            });
            let seated = (0..self.seats.len()).all(|run| {
                let people = runs.iter().enumerate();
                let people = people.filter(|(_, own)| **own == Some(run));
                self.seated(run, &people.map(|(row, _)| row).collect::<Vec<_>>())
            });
            let whole = self.parties.iter().all(|party| {
                let mut places = party.iter().map(|own| runs[*own as usize]);
                let first = places.next().unwrap();
                places.all(|own| own == first)
            });
            if enough && seated && whole {
                visit(runs);
            }
            return;
        }
        let mut options = vec![None];
        for choice in self
            .choices
            .iter()
            .filter(|own| own.person as usize == person)
        {
            let run = choice.run as usize;
            let taken = runs.iter().filter(|own| **own == Some(run)).count();
            if taken < self.seats[run] as usize {
                options.push(Some(run));
            }
        }
        for option in options {
            runs.push(option);
            self.every(runs, visit);
            runs.pop();
        }
    }
}

/// Seats one after the other in every pool that would do.
fn seat_all(pools: &mut [(u32, Option<&[u32]>)], people: &[usize]) -> bool {
    let Some((person, others)) = people.split_first() else {
        return true;
    };
    let person = u32::try_from(*person).unwrap();
    for at in 0..pools.len() {
        let (free, only) = pools[at];
        if free > 0 && only.is_none_or(|only| only.contains(&person)) {
            pools[at].0 -= 1;
            let seated = seat_all(pools, others);
            pools[at].0 += 1;
            if seated {
                return true;
            }
        }
    }
    false
}

/// The run of each person.
pub(super) fn runs_of(assignment: &Assignment) -> Vec<Option<usize>> {
    (0..assignment.problem().people())
        .map(|person| assignment.run_of(person))
        .collect()
}

/// Cases of up to six people and four runs, crowded and not, with ties of every sort.
pub(super) fn cases() -> impl Strategy<Value = Case> {
    let somebody = (
        1u32..4,
        prop::option::weighted(0.5, 0u64..3),
        prop::option::weighted(0.7, 0u64..3),
        any::<bool>(),
    );
    let somebody = somebody.prop_map(|(class, deadline, waited, relative)| Somebody {
        class,
        deadline,
        waited,
        relative,
    });
    let order = (any::<bool>(), prop::option::of(0u64..3)).prop_map(|(fair, seed)| Order {
        within_class: if fair {
            WithinClass::FairOrder
        } else {
            WithinClass::Cost
        },
        seed,
    });
    let people = prop::collection::vec(somebody, 0..7);
    let seats = prop::collection::vec(0u32..4, 0..5);
    (people, seats, order).prop_flat_map(|(people, seats, order)| {
        let pairs = people.len() * seats.len();
        let costs = prop_oneof![
            3 => Just(None),
            2 => (0i64..4).prop_map(Some),
            2 => (-50i64..1000).prop_map(Some),
        ];
        let (width, people, seats) = (seats.len(), people, seats);
        prop::collection::vec(costs, pairs).prop_map(move |costs| Case {
            people: people.clone(),
            seats: seats.clone(),
            minimum: Vec::new(),
            reserved: Vec::new(),
            parties: Vec::new(),
            choices: costs
                .iter()
                .enumerate()
                .filter_map(|(at, cost)| {
                    Some(Choice {
                        person: u32::try_from(at / width).unwrap(),
                        run: u32::try_from(at % width).unwrap(),
                        cost: (*cost)?,
                    })
                })
                .collect(),
            order,
        })
    })
}
