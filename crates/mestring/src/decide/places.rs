//! People to runs: the facts of the store and the desk, judged by the packs, and assigned.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use mestring_model::facts::Judged;
use mestring_model::id::{PersonId, RunId};
use mestring_model::noun::PlacementState;
use mestring_model::term::nearest;
use mestring_model::{Desk, Fact, PersonStore, Verdict};

use super::order::titles;
use super::{DecideError, Decider, PackRef, RuleTitle, pack_ref};
use crate::assign::{Assignment, Choice, Order, Person, Problem, Seats, WithinClass};
use crate::people::{choices, open_runs, waiting};

mod judge;
#[cfg(test)]
mod tests;

use judge::{Judging, Suit};

/// Who gets a place in which run: a proposal, until somebody decided.
pub struct Places {
    /// What decided between people of one class.
    pub within_class: WithinClass,
    /// Everybody in the store is made up.
    pub synthetic: bool,
    /// The seed of the draw; without it cost decided between people who are equal in all else.
    pub seed: Option<u64>,
    /// The packs that judged: class, eligibility, preference, and the format pack where there is one.
    pub packs: Vec<PackRef>,
    /// The rules of eligibility, as people read them.
    pub eligibility: Vec<RuleTitle>,
    /// The rules of preference, as people read them.
    pub preference: Vec<RuleTitle>,
    /// The runs that take people, in the order of the desk.
    pub runs: Vec<RunPlaces>,
    /// The people who wait or have a place in one of them, in the order of the store.
    pub people: Vec<PersonPlace>,
    /// What to ask, what concerns most people first.
    pub asks: Vec<Ask>,
    /// What all given places cost together, in the units of the preference pack.
    pub cost: i64,
    solved: Solved,
}

impl fmt::Debug for Places {
    /// How much there is of each; nothing of anybody.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Places")
            .field("runs", &self.runs)
            .field("people", &self.people.len())
            .field("cost", &self.cost)
            .finish_non_exhaustive()
    }
}

/// A run that takes people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunPlaces {
    /// The run.
    pub run: RunId,
    /// Its first day.
    pub starts: NaiveDate,
    /// Its seats; `None` where nobody states them, and then it gives none.
    pub seats: Option<u32>,
    /// Seats of people who were offered one before, and have not said no.
    pub kept: u32,
    /// Seats that are given now.
    pub given: u32,
    /// The class of the person whom one more seat would serve; `None` where it would serve nobody.
    pub next_class: Option<u32>,
}

/// Somebody who waits or has a place, and what becomes of it.
#[derive(Clone, PartialEq)]
pub struct PersonPlace {
    /// The person.
    pub person: PersonId,
    /// The class, 1 first; `None` where the rule could not tell.
    pub class: Option<u32>,
    /// What the rule of classes said.
    pub verdict: Option<Verdict>,
    /// The earliest deadline of what the person waits for.
    pub deadline: Fact<NaiveDate>,
    /// Since when the person has waited.
    pub since: Fact<NaiveDate>,
    /// What becomes of the person.
    pub outcome: Outcome,
}

impl fmt::Debug for PersonPlace {
    /// What becomes of the person, and nothing of who it is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PersonPlace")
            .field("class", &self.class)
            .field("outcome", &self.outcome)
            .finish_non_exhaustive()
    }
}

/// What becomes of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// They were offered a place before and keep it.
    Kept {
        /// The run.
        run: RunId,
        /// How far the place has come: offered or accepted.
        state: PlacementState,
    },
    /// They get a place.
    Given {
        /// The run.
        run: RunId,
        /// What it costs, in the units of the preference pack.
        cost: i64,
        /// What each rule of the pack said of it; empty where somebody chose the run by hand with its
        /// cost.
        parts: Vec<(Arc<str>, i64)>,
    },
    /// Every run that would do is full of people before them.
    Full {
        /// How many runs would do.
        runs: usize,
    },
    /// No run would do.
    NoRun {
        /// How many runs were considered: of what they wait for.
        considered: usize,
        /// How many of those each rule of eligibility kept them out of, by the rule's name.
        because: BTreeMap<Arc<str>, usize>,
    },
    /// Whether any run would do, or in which class they stand, cannot be told.
    Ask {
        /// How many runs were considered.
        considered: usize,
    },
}

/// Of whom something has to be asked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// Of a person.
    Person(PersonId),
    /// Of whoever holds a run.
    Run(RunId),
}

/// Something that nobody has stated, and that keeps people without a place from being judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Of whom.
    pub of: Asked,
    /// What kind of record the fact is of.
    pub judged: Judged,
    /// The fact.
    pub fact: Arc<str>,
    /// How many people without a place it concerns.
    pub people: usize,
}

/// Who would get a seat that becomes free, and who would move for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextInLine {
    /// The run.
    pub run: RunId,
    /// Who moves, in an order in which it can be carried out; the last is who had no place.
    pub steps: Vec<Step>,
}

/// Somebody who moves.
#[derive(Clone, PartialEq, Eq)]
pub struct Step {
    /// The person.
    pub person: PersonId,
    /// The class that they stand in.
    pub class: Option<u32>,
    /// The earliest deadline of what they wait for.
    pub deadline: Fact<NaiveDate>,
    /// Since when they have waited.
    pub since: Fact<NaiveDate>,
    /// The run before; `None` without a place.
    pub from: Option<RunId>,
    /// The run after.
    pub to: Option<RunId>,
}

impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Step")
            .field("class", &self.class)
            .field("from", &self.from)
            .field("to", &self.to)
            .finish_non_exhaustive()
    }
}

pub(super) fn places(
    decider: &Decider<'_>,
    store: &PersonStore,
    within_class: WithinClass,
) -> Result<Places, DecideError> {
    let (desk, as_of) = (decider.desk, decider.as_of);
    let mut open = open_runs(desk, as_of);
    judge::name_formats(decider, &mut open)?;
    let waiting = waiting(desk, &decider.topics, store, as_of);
    let choices = choices(desk, &decider.topics, store, &waiting, &open);
    let judging = Judging::of(decider, store, &waiting, choices)?;

    let mut runs: Vec<RunPlaces> = open
        .iter()
        .filter_map(|own| {
            Some(RunPlaces {
                run: desk.runs.get(own.run)?.id.clone(),
                starts: own.starts,
                seats: own.seats.into_known(),
                kept: 0,
                given: 0,
                next_class: None,
            })
        })
        .collect();
    let mut people: Vec<PersonPlace> = Vec::with_capacity(waiting.len());
    for (at, own) in waiting.iter().enumerate() {
        let Some(person) = store.people.get(own.person) else {
            continue;
        };
        let kept = own.placed_in(store);
        if let Some(row) = kept
            && let Some(run) = runs.iter_mut().find(|run| run.run == row.run)
        {
            run.kept += 1;
        }
        people.push(PersonPlace {
            person: person.id.clone(),
            class: judging.class(at),
            verdict: judging.class_verdict(at).cloned(),
            deadline: own.deadline,
            since: own.since,
            outcome: match kept {
                Some(row) => Outcome::Kept {
                    run: row.run.clone(),
                    state: row.state,
                },
                None => judging.without_place(at),
            },
        });
    }
    let solved = solve(store, within_class, &waiting, &judging, &runs, &people)?;
    let mut proposal = Places {
        within_class,
        synthetic: store.settings.synthetic,
        seed: store.settings.seed,
        packs: decider
            .packs
            .of_people()
            .chain(decider.packs.format())
            .map(pack_ref)
            .collect(),
        eligibility: titles(decider.packs.eligibility()),
        preference: titles(decider.packs.preference()),
        runs,
        people,
        asks: Vec::new(),
        cost: solved.assignment.objective().cost,
        solved,
    };
    proposal.fill(&judging);
    proposal.asks = judging.asks(desk, store, &waiting, &open, &proposal.people);
    Ok(proposal)
}

/// An assignment, and what its positions mean.
struct Solved {
    assignment: Assignment,
    /// The place among [`Places::people`] of each person of the problem.
    people: Vec<usize>,
    /// The place among [`Places::runs`] of each run of the problem.
    runs: Vec<usize>,
}

/// Assigns those who have no place yet, whose class is told and for whom some run would do.
fn solve(
    store: &PersonStore,
    within_class: WithinClass,
    waiting: &[crate::people::Waiting],
    judging: &Judging,
    runs: &[RunPlaces],
    people: &[PersonPlace],
) -> Result<Solved, DecideError> {
    let offered: Vec<usize> = (0..runs.len())
        .filter(|at| runs.get(*at).is_some_and(|run| run.seats.is_some()))
        .collect();
    let seats: Vec<Seats<'_>> = offered
        .iter()
        .filter_map(|at| runs.get(*at))
        .map(|run| Seats {
            run: run.run.as_str(),
            seats: run.seats.unwrap_or(0).saturating_sub(run.kept),
            minimum: 0,
        })
        .collect();
    let mut column = BTreeMap::new();
    for (at, run) in (0..).zip(&offered) {
        column.insert(*run, at);
    }
    let (mut solved, mut rows, mut pairs) = (Vec::new(), Vec::new(), Vec::new());
    for (at, (own, place)) in waiting.iter().zip(people).enumerate() {
        let (Some(class), false) = (place.class, matches!(place.outcome, Outcome::Kept { .. }))
        else {
            continue;
        };
        let row = u32::try_from(solved.len()).unwrap_or(u32::MAX);
        let before = pairs.len();
        for (run, suit) in judging.pairs(at) {
            if let (Suit::Fits { cost, .. }, Some(run)) = (suit, column.get(&run)) {
                pairs.push(Choice {
                    person: row,
                    run: *run,
                    cost: *cost,
                });
            }
        }
        if pairs.len() > before {
            solved.push(at);
            rows.push(Person {
                id: store
                    .people
                    .get(own.person)
                    .map_or("", |person| person.id.as_str()),
                class,
                deadline: own.deadline.into_known(),
                waiting_since: own.since.into_known(),
                holds: None,
            });
        }
    }
    let order = Order {
        within_class,
        seed: store.settings.seed,
    };
    let assignment = Problem::new(&rows, &seats, &pairs, order)?.solve()?;
    Ok(Solved {
        assignment,
        people: solved,
        runs: offered,
    })
}

impl Places {
    /// Writes what was found into the people and the runs.
    fn fill(&mut self, judging: &Judging) {
        let Solved {
            assignment,
            people,
            runs,
        } = &self.solved;
        for (row, at) in people.iter().enumerate() {
            let Some(run) = assignment.run_of(row).and_then(|run| runs.get(run)) else {
                continue;
            };
            let mut pairs = judging.pairs(*at);
            let suit = pairs.find(|(own, _)| own == run).map(|(_, suit)| suit);
            let place = self.people.get_mut(*at);
            if let (Some(Suit::Fits { cost, parts }), Some(place), Some(run)) =
                (suit, place, self.runs.get_mut(*run))
            {
                run.given += 1;
                place.outcome = Outcome::Given {
                    run: run.run.clone(),
                    cost: *cost,
                    parts: parts.clone(),
                };
            }
        }
        for (column, at) in runs.iter().enumerate() {
            if let Some(run) = self.runs.get_mut(*at) {
                run.next_class = assignment.class_of_next(column);
            }
        }
    }

    /// What becomes of a person.
    ///
    /// # Errors
    /// Nobody by that id waits or has a place.
    pub fn person(&self, id: &PersonId) -> Result<&PersonPlace, DecideError> {
        let mut people = self.people.iter();
        people
            .find(|own| own.person == *id)
            .ok_or(DecideError::NoSuchPerson)
    }

    /// How many people of each class there are, and how many of them get a place or keep one, class 1
    /// first. Those whose class cannot be told are not counted.
    pub fn by_class(&self) -> BTreeMap<u32, (usize, usize)> {
        let mut counts: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
        for own in &self.people {
            if let Some(class) = own.class {
                let count = counts.entry(class).or_default();
                count.0 += 1;
                count.1 += usize::from(matches!(
                    own.outcome,
                    Outcome::Kept { .. } | Outcome::Given { .. }
                ));
            }
        }
        counts
    }

    /// Who is next for a seat that becomes free in a run, because somebody said no or fell ill, and who
    /// moves: as good as assigning everybody anew. Nobody who keeps a place moves.
    ///
    /// # Errors
    /// The desk has no such run, or the run gives no places.
    pub fn next(&self, desk: &Desk, run: &RunId) -> Result<NextInLine, DecideError> {
        let own = desk.run(run).ok_or_else(|| DecideError::NoSuchRun {
            run: run.clone(),
            nearest: nearest(run.as_str(), self.runs.iter().map(|own| own.run.as_str()))
                .map(str::to_owned),
        })?;
        let at = self.runs.iter().position(|open| open.run == *run);
        let column = at.and_then(|at| self.solved.runs.iter().position(|own| *own == at));
        let column = column.ok_or_else(|| DecideError::NotOpen {
            run: run.clone(),
            state: own.state,
        })?;
        let change = self.solved.assignment.clone().add_seats(column, 1)?;
        let id = |column: Option<usize>| {
            let at = self.solved.runs.get(column?)?;
            self.runs.get(*at).map(|run| run.run.clone())
        };
        let steps = change.moved.iter().filter_map(|step| {
            let person = self.people.get(*self.solved.people.get(step.person)?)?;
            Some(Step {
                person: person.person.clone(),
                class: person.class,
                deadline: person.deadline,
                since: person.since,
                from: id(step.from),
                to: id(step.to),
            })
        });
        Ok(NextInLine {
            run: run.clone(),
            steps: steps.collect(),
        })
    }
}
