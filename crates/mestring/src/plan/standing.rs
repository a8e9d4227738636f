//! What is wrong with where a decided run stands.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_data::holiday::is_holiday;
use mestring_model::id::{BudgetId, LeaderId, RoomId, RunId};
use mestring_model::noun::{Budget, BudgetKind, Busy, BusyKind, LeaderState, Room, Run, RunState};
use mestring_model::{Desk, Fact};

use super::decided::decided_slots;
use super::layout::expected;
use super::ledger::{leader_works, room_open};
use super::place::is_for_runs;
use super::ways::{closed_to, covers};
use super::{HALF_DAYS, Ledger, Period, Resource, Slot};

/// A decided run with what is wrong with where it stands. Nobody is moved: whoever decided it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadlyPlaced {
    /// The run.
    pub run: RunId,
    /// Its position in [`Desk::runs`].
    pub index: usize,
    /// What is wrong; never empty.
    pub faults: Vec<Misplaced>,
}

/// One thing that is wrong with where a decided run stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Misplaced {
    /// Its part of the day is not stated, so that it takes the whole day wherever it stands.
    WholeDay {
        /// The days.
        days: Vec<NaiveDate>,
    },
    /// Another decided run has its room, or its leader, at the same times.
    Taken {
        /// The room or leader.
        at: Resource,
        /// The other run.
        by: RunId,
        /// The times.
        slots: Vec<Slot>,
    },
    /// The room in which it is held is that of a group that follows it elsewhere too, or two such groups
    /// have the same.
    RoomTwice {
        /// The room.
        room: RoomId,
    },
    /// The calendar says that its room is closed or taken, or its leader away.
    Away {
        /// The room or leader.
        at: Resource,
        /// The times.
        slots: Vec<Slot>,
    },
    /// It lies outside the days and parts of the day on which its room is open, or its leader works.
    NotOpen {
        /// The room or leader.
        at: Resource,
        /// The times.
        slots: Vec<Slot>,
    },
    /// Its leader has not said yes.
    NotConfirmed {
        /// The leader.
        leader: LeaderId,
        /// How far the asking has come.
        state: LeaderState,
    },
    /// Its leader leads more half-days, in all that is decided, than the most that is stated.
    OverLimit {
        /// The leader.
        leader: LeaderId,
        /// The most half-days.
        limit: u32,
        /// The half-days of decided runs.
        taken: u32,
    },
    /// More are expected than its room has seats.
    TooSmall {
        /// The room, its own or one in which a group follows it.
        room: RoomId,
        /// The seats of the room.
        seats: u32,
        /// Who are expected in it.
        expected: u32,
    },
    /// It is held in a room in which runs are only followed.
    HubOnly {
        /// The room.
        room: RoomId,
    },
    /// It lies on a day on which the centre holds nothing.
    Closed {
        /// Why not.
        why: ClosedBy,
        /// The times.
        slots: Vec<Slot>,
    },
    /// Decided runs draw more from its budget than there is.
    Overdrawn {
        /// The budget.
        budget: BudgetId,
        /// What it counts.
        kind: BudgetKind,
        /// How much too much, øre or minutes.
        over: i64,
        /// The decided runs that draw on it besides, in the order of the desk.
        others: Vec<RunId>,
    },
}

/// Why a centre holds nothing at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClosedBy {
    /// A public holiday.
    Holiday,
    /// A closed day of the calendar.
    Closed,
    /// A school break, which the run may not use.
    SchoolBreak,
}

impl ClosedBy {
    /// A stable code: `holiday`, `closed`, `school_break`.
    pub fn code(self) -> &'static str {
        match self {
            ClosedBy::Holiday => "holiday",
            ClosedBy::Closed => "closed",
            ClosedBy::SchoolBreak => "school_break",
        }
    }
}

impl Misplaced {
    /// A stable code: `whole_day`, `taken`, `room_twice`, `away`, `not_open`, `not_confirmed`,
    /// `over_limit`, `too_small`, `hub_only`, `closed`, `overdrawn`.
    pub fn code(&self) -> &'static str {
        match self {
            Misplaced::WholeDay { .. } => "whole_day",
            Misplaced::Taken { .. } => "taken",
            Misplaced::RoomTwice { .. } => "room_twice",
            Misplaced::Away { .. } => "away",
            Misplaced::NotOpen { .. } => "not_open",
            Misplaced::NotConfirmed { .. } => "not_confirmed",
            Misplaced::OverLimit { .. } => "over_limit",
            Misplaced::TooSmall { .. } => "too_small",
            Misplaced::HubOnly { .. } => "hub_only",
            Misplaced::Closed { .. } => "closed",
            Misplaced::Overdrawn { .. } => "overdrawn",
        }
    }

    /// Its room or leader is not free for it: nothing could be placed there.
    fn is_of_hold(&self) -> bool {
        matches!(
            self,
            Misplaced::Taken { .. }
                | Misplaced::RoomTwice { .. }
                | Misplaced::Away { .. }
                | Misplaced::NotOpen { .. }
        )
    }
}

/// The decided runs with sessions on this day or after it that stand badly, in the order of the desk;
/// only those sessions are looked at. `period` is the plan's days: a leader's limit counts the half-days in
/// them.
///
/// A run whose part of the day is not stated takes the whole day, and what is said of its rooms, leaders
/// and closed days holds whatever the part turns out to be. That another run has its room or leader then
/// holds as far as the plan can know.
pub fn badly_placed(desk: &Desk, period: Period, as_of: NaiveDate) -> Vec<BadlyPlaced> {
    let walk = Walk::of(desk, as_of);
    let ledger = Ledger::before_plan(desk, period);
    let runs = walk.runs.iter().map(|own| {
        let whole_day = own.run.half_days.is_empty();
        let mut faults: Vec<Misplaced> = Vec::new();
        if whole_day {
            let days: BTreeSet<NaiveDate> = own.slots.iter().map(|slot| slot.date).collect();
            let days = days.into_iter().collect();
            faults.push(Misplaced::WholeDay { days });
        }
        faults.extend(walk.holds(own, whole_day));
        faults.extend(walk.closed(own, whole_day));
        faults.extend(fits(desk, own.run));
        faults.extend(draws(&ledger, own.run));
        BadlyPlaced {
            run: own.run.id.clone(),
            index: own.index,
            faults,
        }
    });
    runs.filter(|own| !own.faults.is_empty()).collect()
}

/// The decided runs that have every room and leader for themselves, on all of their sessions.
pub(super) fn stood_well(desk: &Desk) -> BTreeSet<&RunId> {
    let walk = Walk::of(desk, NaiveDate::MIN);
    let well = walk.runs.iter().filter(|own| {
        let mut holds = walk.holds(own, false).into_iter();
        !holds.any(|fault| fault.is_of_hold())
    });
    well.map(|own| &own.run.id).collect()
}

/// A decided run with its sessions.
struct Stands<'a> {
    run: &'a Run,
    index: usize,
    slots: Vec<Slot>,
}

/// The decided runs, and who holds what.
struct Walk<'a> {
    desk: &'a Desk,
    runs: Vec<Stands<'a>>,
    /// By room or leader and time the runs, by their positions in `runs`.
    held: BTreeMap<(Resource, Slot), Vec<usize>>,
    /// The rows of the calendar that close a room or take a leader away.
    away: BTreeMap<Resource, Vec<&'a Busy>>,
}

impl<'a> Walk<'a> {
    /// The sessions on this day and after it.
    fn of(desk: &'a Desk, from: NaiveDate) -> Self {
        let decided = desk.runs.iter().enumerate();
        let decided = decided.filter(|(_, run)| run.state == RunState::Decided);
        let mut runs = Vec::new();
        for (index, run) in decided {
            let mut slots = decided_slots(desk, run);
            slots.retain(|slot| slot.date >= from);
            if !slots.is_empty() {
                runs.push(Stands { run, index, slots });
            }
        }
        let mut held: BTreeMap<(Resource, Slot), Vec<usize>> = BTreeMap::new();
        for (at, own) in runs.iter().enumerate() {
            for resource in resources(desk, own.run) {
                for slot in &own.slots {
                    held.entry((resource.clone(), *slot)).or_default().push(at);
                }
            }
        }
        let mut away: BTreeMap<Resource, Vec<&Busy>> = BTreeMap::new();
        for busy in &desk.calendar {
            let room = busy.room.iter().cloned().map(Resource::Room);
            let leader = busy.leader.iter().cloned().map(Resource::Leader);
            for resource in room.chain(leader) {
                away.entry(resource).or_default().push(busy);
            }
        }
        Walk {
            desk,
            runs,
            held,
            away,
        }
    }

    /// What keeps a run from its rooms and leaders. With `whole_day` they are closed, or away, only on
    /// days on which they are so in every part.
    fn holds(&self, own: &Stands<'_>, whole_day: bool) -> Vec<Misplaced> {
        let mut faults = Vec::new();
        for at in resources(self.desk, own.run) {
            let mut by: BTreeMap<usize, Vec<Slot>> = BTreeMap::new();
            let (mut away, mut not_open) = (Vec::new(), Vec::new());
            for slot in &own.slots {
                if !self.is_open(&at, *slot) {
                    not_open.push(*slot);
                } else if self.is_away(&at, *slot) {
                    away.push(*slot);
                }
                let held = self.held.get(&(at.clone(), *slot));
                let others = held.into_iter().flatten();
                for other in others.filter(|other| self.index(**other) != Some(own.index)) {
                    by.entry(*other).or_default().push(*slot);
                }
            }
            if whole_day {
                let shut: Vec<Slot> = away.iter().chain(&not_open).copied().collect();
                let all_day = |slot: &Slot| all_parts(&shut, slot.date);
                away.retain(all_day);
                // One word for a day on which it is both.
                not_open
                    .retain(|slot| all_day(slot) && !away.iter().any(|own| own.date == slot.date));
            }
            for (other, slots) in by {
                if let Some(other) = self.runs.get(other) {
                    faults.push(Misplaced::Taken {
                        at: at.clone(),
                        by: other.run.id.clone(),
                        slots,
                    });
                }
            }
            if !away.is_empty() {
                let at = at.clone();
                faults.push(Misplaced::Away { at, slots: away });
            }
            if !not_open.is_empty() {
                let slots = not_open;
                faults.push(Misplaced::NotOpen { at, slots });
            }
        }
        let mut rooms = BTreeSet::new();
        let twice: BTreeSet<&RoomId> = self
            .desk
            .rooms_of(own.run)
            .filter(|room| !rooms.insert(*room))
            .collect();
        faults.extend(
            twice
                .into_iter()
                .map(|room| Misplaced::RoomTwice { room: room.clone() }),
        );
        faults
    }

    fn index(&self, at: usize) -> Option<usize> {
        self.runs.get(at).map(|own| own.index)
    }

    /// Whether a room is open, or a leader works; what the desk does not have is another finding.
    fn is_open(&self, at: &Resource, slot: Slot) -> bool {
        match at {
            Resource::Room(id) => {
                let room = self.desk.room(id);
                room.is_none_or(|room| room_open(room, slot))
            }
            Resource::Leader(id) => {
                let mut leaders = self.desk.leaders.iter();
                let leader = leaders.find(|own| own.id == *id);
                leader.is_none_or(|leader| leader_works(leader, slot))
            }
        }
    }

    fn is_away(&self, at: &Resource, slot: Slot) -> bool {
        let rows = self.away.get(at).into_iter().flatten();
        rows.into_iter().any(|busy| covers(busy, slot))
    }

    /// The times of a run at which the centre holds nothing. Only a first session can lie there, since all
    /// others move.
    fn closed(&self, own: &Stands<'_>, whole_day: bool) -> Vec<Misplaced> {
        let rows: Vec<&Busy> = closed_to(&self.desk.calendar, own.run).collect();
        let mut found: BTreeMap<ClosedBy, Vec<Slot>> = BTreeMap::new();
        for slot in &own.slots {
            let by = rows.iter().filter(|busy| covers(busy, *slot)).map(|busy| {
                match busy.kind == Some(BusyKind::SchoolBreak) {
                    true => ClosedBy::SchoolBreak,
                    false => ClosedBy::Closed,
                }
            });
            let holiday = is_holiday(slot.date).then_some(ClosedBy::Holiday);
            if let Some(why) = holiday.into_iter().chain(by).min() {
                found.entry(why).or_default().push(*slot);
            }
        }
        if whole_day {
            let all: Vec<Slot> = found.values().flatten().copied().collect();
            for slots in found.values_mut() {
                slots.retain(|slot| all_parts(&all, slot.date));
            }
        }
        let found = found.into_iter().filter(|(_, slots)| !slots.is_empty());
        found
            .map(|(why, slots)| Misplaced::Closed { why, slots })
            .collect()
    }
}

/// The rooms of a run, each once, and then its leaders.
fn resources(desk: &Desk, run: &Run) -> Vec<Resource> {
    let rooms = desk.rooms_of(run).cloned().map(Resource::Room);
    let leaders = run.leaders.iter().cloned().map(Resource::Leader);
    let mut seen = BTreeSet::new();
    let all = rooms.chain(leaders);
    all.filter(|own| seen.insert(own.clone())).collect()
}

/// Whether all parts of a day are among these times.
fn all_parts(slots: &[Slot], date: NaiveDate) -> bool {
    HALF_DAYS
        .into_iter()
        .all(|half_day| slots.contains(&Slot { date, half_day }))
}

/// What is wrong with a run's rooms and leaders whatever the time.
fn fits(desk: &Desk, run: &Run) -> Vec<Misplaced> {
    let mut faults = Vec::new();
    let mut leaders: Vec<&LeaderId> = run.leaders.iter().collect();
    leaders.sort_unstable();
    leaders.dedup();
    for id in leaders {
        let leader = desk.leaders.iter().find(|own| own.id == *id);
        if let Some(leader) = leader.filter(|own| own.state != LeaderState::Confirmed) {
            faults.push(Misplaced::NotConfirmed {
                leader: id.clone(),
                state: leader.state,
            });
        }
    }
    if let Some(room) = run.room.as_ref().and_then(|id| desk.room(id)) {
        if !is_for_runs(room) {
            let room = room.id.clone();
            faults.push(Misplaced::HubOnly { room });
        }
        faults.extend(too_small(room, expected(run)));
    }
    for hub in desk.hubs_of(&run.id) {
        let room = hub.room.as_ref().and_then(|id| desk.room(id));
        faults.extend(room.and_then(|room| too_small(room, hub.seats.into_known())));
    }
    faults
}

/// A room with fewer seats than are expected in it, where both are known.
fn too_small(room: &Room, expected: Option<u32>) -> Option<Misplaced> {
    match (room.seats, expected) {
        (Fact::Known(seats), Some(expected)) if seats < expected => Some(Misplaced::TooSmall {
            room: room.id.clone(),
            seats,
            expected,
        }),
        _ => None,
    }
}

/// What decided runs draw more than there is: half-days of the run's leaders, and its budgets.
fn draws(ledger: &Ledger<'_>, run: &Run) -> Vec<Misplaced> {
    let desk = ledger.desk;
    let mut faults = Vec::new();
    for (at, leader) in desk.leaders.iter().enumerate() {
        if run.leaders.contains(&leader.id)
            && let Some((limit, taken)) = ledger.over_limit(at, 0)
        {
            faults.push(Misplaced::OverLimit {
                leader: leader.id.clone(),
                limit,
                taken,
            });
        }
    }
    let mut seen = BTreeSet::new();
    for (at, needs) in ledger.needs(run) {
        let over = ledger.left(at).saturating_neg();
        let drawn = matches!(needs, Fact::Known(needs) if needs > 0);
        let Some(budget) = desk.budgets.get(at) else {
            continue;
        };
        if drawn && over > 0 && has_amount(budget) && seen.insert(at) {
            let others = ledger.spent_by(at).iter().map(|own| &own.run);
            faults.push(Misplaced::Overdrawn {
                budget: budget.id.clone(),
                kind: budget.kind,
                over,
                others: others.filter(|other| **other != run.id).cloned().collect(),
            });
        }
    }
    faults
}

/// Whether it is stated how much a budget holds.
fn has_amount(budget: &Budget) -> bool {
    match budget.kind {
        BudgetKind::Money => budget.amount.is_some(),
        BudgetKind::AdviserHours => budget.hours.is_some(),
    }
}

#[cfg(test)]
mod tests;
