//! Seats that are kept for people of some municipalities: for how many, and what became of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_model::id::{BodyId, OrganisationId, RunId};
use mestring_model::noun::ReservedSeats;
use mestring_model::quantity::MunicipalityNo;
use mestring_model::{Desk, Fact, PersonStore};

use super::outcome::{Outcome, PersonPlace, RunPlaces};
use crate::assign::{Assignment, Reservation};
use crate::people::Waiting;
use crate::reach::Area;

/// Seats of a run that the desk keeps for some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReservedPlaces {
    /// The partner, where one is named.
    pub organisation: Option<OrganisationId>,
    /// The committee, where one is named.
    pub committee: Option<BodyId>,
    /// The municipalities of them all, as the desk writes them.
    pub municipalities: BTreeSet<MunicipalityNo>,
    /// How many seats the desk says.
    pub stated: u32,
    /// How many are kept: as many as the desk says and the run has, and never one that somebody else has
    /// been promised.
    pub seats: u32,
    /// The last day on which they are kept.
    pub until: Option<NaiveDate>,
    /// Whether they are kept.
    pub state: ReservedState,
    /// People of the group who would have a place in the run, in whichever seat.
    pub people: u32,
    /// People of the group who could go there, those with a place there included.
    pub would_do: u32,
    /// People who could go there and whose municipality is not known. They count as others.
    pub home_unknown: u32,
    /// The class of the person whom one more such seat would serve; `None` where it would serve nobody.
    pub next_class: Option<u32>,
}

/// Whether seats are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReservedState {
    /// They are.
    Kept,
    /// The last day has passed: all may have them.
    Passed,
    /// The desk knows no municipality of those for whom they would be kept: all may have them.
    ForNobody,
    /// The run states no seats, so there is nothing to keep.
    NoSeats,
}

impl ReservedState {
    /// A stable code: `kept`, `passed`, `for_nobody`, `no_seats`.
    pub fn code(self) -> &'static str {
        match self {
            ReservedState::Kept => "kept",
            ReservedState::Passed => "passed",
            ReservedState::ForNobody => "for_nobody",
            ReservedState::NoSeats => "no_seats",
        }
    }
}

/// Who may have which reserved seats.
pub(super) struct Reserving {
    /// The place of the run among the runs, the place of the reservation in the run, and the places of
    /// the people it is for.
    kept: Vec<(usize, usize, BTreeSet<usize>)>,
}

/// Reads what the desk keeps, and writes into the runs how many seats that is.
pub(super) fn of(
    desk: &Desk,
    store: &PersonStore,
    waiting: &[Waiting],
    people: &[PersonPlace],
    runs: &mut [RunPlaces],
    as_of: NaiveDate,
) -> Reserving {
    let mut by_run: BTreeMap<&RunId, Vec<&ReservedSeats>> = BTreeMap::new();
    for own in &desk.reservations {
        by_run.entry(&own.run).or_default().push(own);
    }
    let home = |at: usize| {
        let person = waiting.get(at).and_then(|own| store.people.get(own.person));
        person.map_or(Fact::NotStated, |own| own.municipality)
    };
    let mut kept = Vec::new();
    for (at, run) in runs.iter_mut().enumerate() {
        let Some(rows) = by_run.get(&run.run) else {
            continue;
        };
        let mut holders: BTreeSet<usize> = BTreeSet::new();
        for (person, own) in people.iter().enumerate() {
            if matches!(&own.outcome, Outcome::Kept { run: held, .. } if *held == run.run) {
                holders.insert(person);
            }
        }
        // Seats that nobody has been promised; those of the group come on top.
        let mut free = run
            .places
            .map_or(0, |places| places.saturating_sub(run.kept));
        for row in rows {
            let municipalities = desk.reserved_for(row);
            let area = Area::of_numbers(municipalities.iter().copied());
            let belongs = |person: &usize| {
                let number = home(*person).into_known();
                number.is_some_and(|number| area.holds(number))
            };
            let members: BTreeSet<usize> = (0..people.len()).filter(belongs).collect();
            let state = if row.until.is_some_and(|until| until < as_of) {
                ReservedState::Passed
            } else if run.places.is_none() {
                ReservedState::NoSeats
            } else if municipalities.is_empty() {
                ReservedState::ForNobody
            } else {
                ReservedState::Kept
            };
            let mut seats = 0;
            if state == ReservedState::Kept {
                let promised = holders.intersection(&members).count();
                let promised = u32::try_from(promised).unwrap_or(u32::MAX);
                seats = row.seats.min(promised.saturating_add(free));
                free -= seats.saturating_sub(promised);
                // Somebody of two groups takes a seat of one.
                holders.retain(|person| !members.contains(person));
                kept.push((at, run.reserved.len(), members));
            }
            run.reserved.push(ReservedPlaces {
                organisation: row.organisation.clone(),
                committee: row.committee.clone(),
                municipalities,
                stated: row.seats,
                seats,
                until: row.until,
                state,
                people: 0,
                would_do: 0,
                home_unknown: 0,
                next_class: None,
            });
        }
    }
    Reserving { kept }
}

impl Reserving {
    /// Counts somebody who could go to a run. `home` is where they live.
    pub(super) fn count(&self, at: usize, run: &mut RunPlaces, person: usize, is_known: bool) {
        for (_, own, members) in self.kept.iter().filter(|own| own.0 == at) {
            if let Some(reserved) = run.reserved.get_mut(*own) {
                reserved.would_do += u32::from(members.contains(&person));
                reserved.home_unknown += u32::from(!is_known);
            }
        }
    }

    /// The reservations of the engine's problem: each with the place of its run and of itself in it.
    /// `column` has the runs' places in the problem, and `rows` the people's.
    pub(super) fn laid(
        &self,
        runs: &[RunPlaces],
        column: &BTreeMap<usize, u32>,
        rows: &BTreeMap<usize, u32>,
    ) -> Vec<LaidReservation> {
        let laid = self.kept.iter().filter_map(|(at, own, members)| {
            let people = members.iter().filter_map(|person| rows.get(person));
            Some(LaidReservation {
                run: *at,
                own: *own,
                column: *column.get(at)?,
                seats: runs.get(*at)?.reserved.get(*own)?.seats,
                people: people.copied().collect(),
            })
        });
        laid.filter(|own| own.seats > 0).collect()
    }
}

/// A reservation by the positions of the problem.
pub(super) struct LaidReservation {
    run: usize,
    own: usize,
    column: u32,
    seats: u32,
    people: Vec<u32>,
}

impl LaidReservation {
    /// As the engine takes it; without seats in a run that is not held.
    pub(super) fn given(&self, cancelled: &[usize]) -> Reservation<'_> {
        let is_cancelled = cancelled.contains(&(self.column as usize));
        Reservation {
            run: self.column,
            seats: if is_cancelled { 0 } else { self.seats },
            people: &self.people,
        }
    }
}

/// Writes what became of the reservations: `assignment` has the places, and `open` says what more seats
/// would do.
pub(super) fn write(
    laid: &[LaidReservation],
    assignment: &Assignment,
    open: &Assignment,
    runs: &mut [RunPlaces],
) {
    for (at, own) in laid.iter().enumerate() {
        let reserved = runs.get_mut(own.run);
        let reserved = reserved.and_then(|run| run.reserved.get_mut(own.own));
        if let (Some(reserved), Some(found)) = (reserved, assignment.reserved(at)) {
            reserved.people = u32::try_from(found.people).unwrap_or(u32::MAX);
            let class = open.class_of_next_reserved(at);
            reserved.next_class = class.filter(|class| *class < u32::MAX);
        }
    }
}
