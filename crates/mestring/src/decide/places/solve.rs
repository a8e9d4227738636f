//! The problem that the engine solves, and what its answer means for people and runs.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_model::Fact;
use mestring_model::id::RunId;

use super::judge::{Judging, Suit};
use super::notice::MoveCost;
use super::outcome::{GroupState, MoveReason, Outcome, PersonPlace, RunPlaces};
use super::reserved::{self, LaidReservation, Reserving};
use super::settings::{Holders, PlaceSettings};
use super::together::{self, Parties, TogetherPlaces, Wishes};
use crate::assign::{
    AssignError, Assignment, Cancellations, Choice, Holds, MOST_BRANCHES, Mode, Order, Person,
    Problem, Reservation, Seats, WithinClass,
};
use crate::people::Wish;

/// An assignment, and what its positions mean.
pub(super) struct Solved {
    assignment: Assignment,
    /// With the runs that are held, no minimum groups, and those who come together where they are, for
    /// questions about more seats; `None` where the assignment itself answers them.
    open: Option<Assignment>,
    /// True where minimum groups were counted.
    has_groups: bool,
    /// What became of the people who want to come together; `None` where nobody does.
    pub(super) together: Option<TogetherPlaces>,
    /// The place among the people of each person of the problem.
    pub(super) people: Vec<usize>,
    /// The place among the runs of each run of the problem.
    pub(super) runs: Vec<usize>,
    /// How many choices the people of the problem have.
    pub(super) choices: usize,
    pub(super) moves_come_first: bool,
    /// The places among the people of all who come together.
    pub(super) in_parties: BTreeSet<usize>,
    /// Who of the problem has a place by other ways, where that was asked for.
    pub(super) by_mode: Vec<(Mode, Vec<bool>)>,
    reserved: Vec<LaidReservation>,
}

/// What is known before anybody has a place.
pub(super) struct Given<'a> {
    pub(super) judging: &'a Judging,
    pub(super) reserving: &'a Reserving,
    pub(super) wishes: &'a Wishes,
    /// The runs in which somebody has a place besides the one that is asked about, once for each seat.
    pub(super) taken: &'a [&'a RunId],
    /// Whether it is known where a person lives.
    pub(super) home_known: &'a dyn Fn(usize) -> bool,
    pub(super) settings: PlaceSettings,
    pub(super) seed: Option<u64>,
    pub(super) as_of: NaiveDate,
}

/// The run in which somebody has a place, and how many days they have until it begins.
struct Holding {
    run: u32,
    notice: i64,
}

/// Somebody of the problem.
struct Row {
    /// The place among the people.
    at: usize,
    class: u32,
    holding: Option<Holding>,
}

/// The people and choices of the problem.
struct Laid {
    rows: Vec<Row>,
    pairs: Vec<Choice>,
    cost: MoveCost,
    parties: Parties,
}

/// Assigns those whose class is told and for whom some run would do, and those who have a place.
pub(super) fn solve(
    given: &Given<'_>,
    runs: &mut [RunPlaces],
    people: &[PersonPlace],
) -> Result<Solved, AssignError> {
    let offered = runs.iter().enumerate();
    let offered = offered.filter(|(_, run)| run.places.is_some());
    let offered: Vec<usize> = offered.map(|(at, _)| at).collect();
    let Laid {
        rows,
        mut pairs,
        cost,
        parties,
    } = lay_out(given, runs, people, &offered);
    let column: BTreeMap<usize, u32> = offered.iter().copied().zip(0..).collect();
    let row_of = rows.iter().map(|row| row.at).zip(0..).collect();
    let reserved = given.reserving.laid(runs, &column, &row_of);
    let laid_parties = parties.laid(&row_of);
    let members = parties.parties.iter();
    let members = members.flat_map(|(patient, own)| own.iter().chain([patient]));
    let in_parties: BTreeSet<usize> = members.copied().collect();
    let ids = rows.iter().map(|row| people.get(row.at).map(id));
    let ids: Vec<Option<Cow<'_, str>>> = ids.collect();
    let persons = rows.iter().zip(&ids).filter_map(|(row, id)| {
        let (place, id) = (people.get(row.at)?, id.as_ref()?);
        Some(Person {
            id: id.as_ref(),
            class: row.class,
            deadline: place.deadline.into_known(),
            waiting_since: place.since.into_known(),
            relative: place.relative == Fact::Known(true),
            holds: row.holding.as_ref().map(|own| Holds {
                run: own.run,
                move_cost: cost.at(own.notice),
            }),
        })
    });
    let mut persons: Vec<Person<'_>> = persons.collect();
    let choices = pairs.len();
    // Seats that are taken besides are people too, who choose nothing else.
    let taken = taken(given.taken, runs, &column);
    for (id, run) in &taken {
        let person = u32::try_from(persons.len()).unwrap_or(u32::MAX);
        pairs.push(Choice {
            person,
            run: *run,
            cost: 0,
        });
        persons.push(Person {
            id,
            class: u32::MAX,
            deadline: None,
            waiting_since: None,
            relative: false,
            holds: Some(Holds {
                run: *run,
                move_cost: 0,
            }),
        });
    }
    let seats = offered.iter().filter_map(|at| runs.get(*at));
    let seats = seats.map(|run| Seats {
        run: run.run.as_str(),
        seats: run.places.unwrap_or(0),
        minimum: u32::try_from(run.needs()).unwrap_or(u32::MAX),
    });
    let mut seats: Vec<Seats<'_>> = seats.collect();
    let order = Order {
        within_class: given.settings.within_class,
        seed: given.seed,
    };
    let ordered = |seats: &[Seats<'_>], cancelled: &[usize], order: Order| {
        let kept = reserved.iter().map(|own| own.given(cancelled));
        let kept: Vec<Reservation<'_>> = kept.collect();
        Problem::new(&persons, seats, &pairs, order)?.reserve(&kept)
    };
    let problem = |seats: &[Seats<'_>], cancelled: &[usize]| ordered(seats, cancelled, order);
    let mut by_mode = Vec::new();
    if given.settings.compare {
        // Other ways look at no minimum group and no party, and order people as the fair order does.
        let fair = Order {
            within_class: WithinClass::FairOrder,
            ..order
        };
        let fair = ordered(&seats, &[], fair)?;
        by_mode.extend(Mode::ALL.map(|mode| (mode, fair.placed_by(mode))));
    }
    let together = together::given(&laid_parties);
    let assignment = problem(&seats, &[])?
        .together(&together, MOST_BRANCHES)?
        .solve()?;
    let mut open = None;
    let has_groups = seats.iter().any(|run| run.minimum > 0);
    if has_groups || !together.is_empty() {
        let cancelled = assignment.cancelled();
        for run in &cancelled {
            if let Some(run) = seats.get_mut(*run) {
                run.seats = 0;
            }
        }
        seats.iter_mut().for_each(|run| run.minimum = 0);
        let settled = together.iter().map(|own| {
            let run = assignment.run_of(own.patient as usize);
            (*own, run)
        });
        let settled: Vec<_> = settled.collect();
        let around = problem(&seats, &cancelled)?.together_at(&settled)?;
        open = Some(around.solve()?);
    }
    let run_of = |at: usize| assignment.run_of(*row_of.get(&at)? as usize);
    Ok(Solved {
        together: parties.counted(&assignment, run_of),
        assignment,
        open,
        has_groups,
        people: rows.into_iter().map(|row| row.at).collect(),
        runs: offered,
        choices,
        moves_come_first: cost.comes_first,
        in_parties,
        by_mode,
        reserved,
    })
}

/// The id by which somebody stands in the order and draws lots: of whoever waits for several things, one
/// for each, that depends on nothing but what it is.
fn id(place: &PersonPlace) -> Cow<'_, str> {
    let person = place.person.as_str();
    if place.wishes == 1 {
        return Cow::Borrowed(person);
    }
    let what = match (&place.wish, place.outcome.run()) {
        (Wish::Offer(offer), _) => offer.as_str(),
        (Wish::Groups, Some(run)) => run.as_str(),
        (Wish::Groups, None) => "",
    };
    Cow::Owned(format!("{person}\u{1f}{what}"))
}

/// Seats that are taken besides, by an id that nobody has and the run of the problem.
fn taken(
    runs_of: &[&RunId],
    runs: &[RunPlaces],
    column: &BTreeMap<usize, u32>,
) -> Vec<(String, u32)> {
    let places: BTreeMap<&RunId, usize> = runs.iter().map(|run| &run.run).zip(0..).collect();
    let runs = runs_of.iter().filter_map(|run| {
        let at = places.get(run)?;
        column.get(at).copied()
    });
    runs.enumerate()
        .map(|(nth, run)| (format!("\u{1f}{nth}"), run))
        .collect()
}

/// What would do for somebody of the problem.
pub(super) struct Fits {
    /// What each run costs, by its place among the runs.
    pub(super) costs: BTreeMap<usize, i64>,
    /// The run in which they have a place.
    pub(super) held: Option<usize>,
    /// The class, `None` where it cannot be told.
    pub(super) class: Option<u32>,
}

/// What would do for somebody, by their place among the people; `None` for people whose places are not
/// asked about. `ids` has the runs' places by their ids.
fn fits(
    given: &Given<'_>,
    place: &PersonPlace,
    at: usize,
    ids: &BTreeMap<RunId, usize>,
    column: &BTreeMap<usize, u32>,
) -> Option<Fits> {
    let held = match &place.outcome {
        // A run that gives no places here takes nobody and lets nobody go.
        Outcome::Kept { run, .. } => Some(*ids.get(run).filter(|run| column.contains_key(*run))?),
        _ => None,
    };
    let fits = given
        .judging
        .pairs(at)
        .filter_map(|(run, suit)| match suit {
            Suit::Fits { cost, .. } => Some((run, *cost)),
            Suit::Not(_) | Suit::CannotTell(_) => None,
        });
    let mut costs: BTreeMap<usize, i64> = fits.collect();
    if let Some(run) = held {
        // Whoever gave the place judged that it would do.
        costs.entry(run).or_insert(0);
        if given.settings.holders == Holders::Stay {
            costs.retain(|own, _| *own == run);
        }
    }
    costs.retain(|run, _| column.contains_key(run));
    Some(Fits {
        costs,
        held,
        // Among those who have a place, whose class cannot be told stands last.
        class: place.class.or(held.map(|_| u32::MAX)),
    })
}

/// Lays out the people and choices of the problem, and counts who could go to each minimum group.
fn lay_out(
    given: &Given<'_>,
    runs: &mut [RunPlaces],
    people: &[PersonPlace],
    offered: &[usize],
) -> Laid {
    let column: BTreeMap<usize, u32> = offered.iter().copied().zip(0..).collect();
    let ids = runs.iter().map(|run| run.run.clone()).zip(0..);
    let ids: BTreeMap<RunId, usize> = ids.collect();
    // Of all others, what would do is forgotten as soon as it is laid out: it is the most of a large store.
    let involved = given.wishes.involved();
    let involved = involved.filter_map(|at| {
        let own = fits(given, people.get(at)?, at, &ids, &column)?;
        Some((at, own))
    });
    let mut of_parties: BTreeMap<usize, Fits> = involved.collect();
    let parties = given.wishes.parties(people, runs, &mut of_parties);
    let (mut rows, mut pairs) = (Vec::new(), Vec::new());
    let (mut most, mut all) = (0, 0_i64);
    for (at, place) in people.iter().enumerate() {
        let own = of_parties.remove(&at);
        let Some(own) = own.or_else(|| fits(given, place, at, &ids, &column)) else {
            continue;
        };
        let (Some(class), Some(dearest)) = (own.class, own.costs.values().max()) else {
            continue;
        };
        most = most.max(*dearest);
        all = all.saturating_add(*dearest);
        let person = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        for (run, cost) in &own.costs {
            let (run_at, cost) = (*run, *cost);
            if let Some(run) = column.get(&run_at).copied() {
                pairs.push(Choice { person, run, cost });
            }
            let Some(run) = runs.get_mut(run_at) else {
                continue;
            };
            if let Some(group) = run.group.as_mut() {
                group.would_do += 1;
            }
            let home_known = (given.home_known)(at);
            given.reserving.count(run_at, run, at, home_known);
        }
        let holding = own.held.and_then(|run| {
            Some(Holding {
                run: *column.get(&run)?,
                notice: (runs.get(run)?.starts - given.as_of).num_days(),
            })
        });
        rows.push(Row { at, class, holding });
    }
    Laid {
        rows,
        pairs,
        cost: MoveCost::above(most, all, offered.len()),
        parties,
    }
}

impl Solved {
    /// The assignment with the runs that are held, in which minimum groups move nobody and those who come
    /// together stay.
    pub(super) fn open(&self) -> &Assignment {
        self.open.as_ref().unwrap_or(&self.assignment)
    }

    /// True where minimum groups draw nobody to where they would not go otherwise.
    pub(super) fn is_open(&self) -> bool {
        let mut rows = 0..self.people.len();
        rows.all(|row| self.assignment.run_of(row) == self.open().run_of(row))
    }

    pub(super) fn cancellations(&self) -> Option<&Cancellations> {
        self.has_groups.then(|| self.assignment.cancellations())
    }

    /// Writes what was found into the people and the runs.
    pub(super) fn write(
        &self,
        judging: &Judging,
        runs: &mut [RunPlaces],
        people: &mut [PersonPlace],
        as_of: NaiveDate,
    ) {
        let place = |column: usize| self.runs.get(column).copied();
        let cancelled: BTreeSet<usize> = self
            .assignment
            .cancelled()
            .into_iter()
            .filter_map(place)
            .collect();
        for (at, run) in runs.iter_mut().enumerate() {
            if let Some(group) = run.group.as_mut().filter(|_| cancelled.contains(&at)) {
                group.state = GroupState::Cancelled;
            }
        }
        for (row, at) in self.people.iter().enumerate() {
            let Some(own) = people.get_mut(*at) else {
                continue;
            };
            let found = self.assignment.run_of(row).and_then(place);
            own.outcome = outcome(judging, *at, &own.outcome, found, runs, &cancelled, as_of);
        }
        reserved::write(&self.reserved, &self.assignment, self.open(), runs);
        for (column, at) in self.runs.iter().enumerate() {
            if let Some(run) = runs.get_mut(*at) {
                let class = self.open().class_of_next(column);
                // Of somebody who has a place and no class, none can be told.
                run.next_class = class.filter(|class| *class < u32::MAX);
            }
        }
    }
}

/// What becomes of somebody, given what was known before and the run that was found; counts it.
fn outcome(
    judging: &Judging,
    person: usize,
    before: &Outcome,
    found: Option<usize>,
    runs: &mut [RunPlaces],
    cancelled: &BTreeSet<usize>,
    as_of: NaiveDate,
) -> Outcome {
    let suit = |run: usize| {
        let mut pairs = judging.pairs(person);
        pairs.find(|(own, _)| *own == run).map(|(_, suit)| suit)
    };
    let to = found.and_then(|at| runs.get(at)).map(|run| run.run.clone());
    match (before, found, to) {
        (Outcome::Kept { run, .. }, _, Some(to)) if *run == to => before.clone(),
        (Outcome::Kept { run, state }, found, to) => {
            let mut because = MoveReason::ForOthers;
            let mut notice = 0;
            if let Some(from) = runs.iter_mut().find(|own| own.run == *run) {
                from.kept = from.kept.saturating_sub(1);
                from.moved_out += 1;
                notice = (from.starts - as_of).num_days();
                if from.is_cancelled() {
                    because = MoveReason::Cancelled;
                }
            }
            let (Some(at), Some(to)) = (found, to) else {
                return Outcome::Lost {
                    run: run.clone(),
                    state: *state,
                };
            };
            if let Some(run) = runs.get_mut(at) {
                run.moved_in += 1;
            }
            Outcome::Moved {
                from: run.clone(),
                run: to,
                state: *state,
                notice,
                because,
                cost: match suit(at) {
                    Some(Suit::Fits { cost, .. }) => *cost,
                    _ => 0,
                },
            }
        }
        (_, Some(at), Some(run)) => {
            if let Some(run) = runs.get_mut(at) {
                run.given += 1;
            }
            let (cost, parts) = match suit(at) {
                Some(Suit::Fits { cost, parts }) => (*cost, parts.clone()),
                _ => (0, Vec::new()),
            };
            Outcome::Given { run, cost, parts }
        }
        (Outcome::Full { runs: fit, .. }, ..) => {
            let mut lost = 0;
            for (at, suit) in judging.pairs(person) {
                if let (Suit::Fits { .. }, Some(run)) = (suit, runs.get_mut(at)) {
                    run.waiting += 1;
                    lost += usize::from(cancelled.contains(&at));
                }
            }
            Outcome::Full {
                runs: *fit,
                cancelled: lost,
            }
        }
        _ => before.clone(),
    }
}
