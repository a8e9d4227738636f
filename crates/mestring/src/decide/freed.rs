//! Which runs could use a room that became free, in the order of priority, and what each lacks.
//!
//! A free room alone frees nothing: a session needs its leaders and its share of the budgets too.

use chrono::NaiveDate;
use mestring_data::holiday::is_holiday;
use mestring_model::Desk;
use mestring_model::id::{RoomId, RunId};
use mestring_model::noun::{BusyKind, HalfDay, Room, Run, RunState, Weekday};
use mestring_model::term::Term;

use crate::plan::{
    HALF_DAYS, Holder, Lack, Ledger, Outcome, Plan, Shortage, Slot, covers, decided_slots,
    freed_lacks, lacks_of,
};

/// A run that could use the slot.
#[derive(Debug, Clone, PartialEq)]
pub struct FreedOption {
    /// The run.
    pub run: RunId,
    /// The run's position in [`Desk::runs`].
    pub index: usize,
    /// Its class, 1 first.
    pub class: usize,
    /// The sessions it would have, the freed one among them; empty where its pattern cannot use the
    /// slot.
    pub sessions: Vec<Slot>,
    /// The room would be for a group that follows the run there, not the one in which it is held.
    pub as_hub: bool,
    /// What it lacks, and who holds it; empty: it can have the slot now.
    pub shortages: Vec<Shortage>,
}

/// What keeps sessions away from a room at a time, whatever is free.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FreedNote {
    /// A decided run has the room then: it is not free until that run is cancelled or moved.
    Held {
        /// The run.
        run: RunId,
    },
    /// The day is a public holiday, on which no session is laid.
    Holiday,
    /// The whole centre is closed by the calendar.
    Closed,
    /// It is a school break by the calendar: the centre lays no session then but of runs that say so.
    SchoolBreak,
    /// The days and parts of the day on which the room can be used leave the time out.
    NotOpen {
        /// The days on which it can be used, in their order.
        weekdays: Vec<Weekday>,
        /// The parts of the day in which it can.
        half_days: Vec<HalfDay>,
    },
    /// The room cannot be used yet, or no longer.
    OutOfUse {
        /// The first day on which it can; `None` where none is stated.
        from: Option<NaiveDate>,
        /// The last; `None` where none is stated.
        until: Option<NaiveDate>,
    },
    /// A Saturday or a Sunday, and the room is open: runs without days of their own are held Monday to
    /// Friday.
    Weekend,
}

impl FreedNote {
    /// A stable code: `held`, `holiday`, `closed`, `school_break`, `not_open`, `out_of_use`, `weekend`.
    pub fn code(&self) -> &'static str {
        match self {
            FreedNote::Held { .. } => "held",
            FreedNote::Holiday => "holiday",
            FreedNote::Closed => "closed",
            FreedNote::SchoolBreak => "school_break",
            FreedNote::NotOpen { .. } => "not_open",
            FreedNote::OutOfUse { .. } => "out_of_use",
            FreedNote::Weekend => "weekend",
        }
    }
}

/// What keeps sessions away from a room at a time: of the room first, then of the day.
pub(super) fn notes(desk: &Desk, room: &RoomId, slot: Slot) -> Vec<FreedNote> {
    let mut notes = Vec::new();
    let holds = |run: &&Run| {
        run.state == RunState::Decided
            && desk.rooms_of(run).any(|own| own == room)
            && decided_slots(desk, run).contains(&slot)
    };
    let held = desk.runs.iter().filter(holds);
    notes.extend(held.map(|run| FreedNote::Held {
        run: run.id.clone(),
    }));
    let open = desk.room(room).map(|own| not_open(own, slot));
    let open = open.unwrap_or_default();
    let weekend = open.is_none() && !Weekday::of(slot.date).is_workday();
    notes.extend(open);
    if is_holiday(slot.date) {
        notes.push(FreedNote::Holiday);
    }
    for (kind, note) in [
        (BusyKind::Closed, FreedNote::Closed),
        (BusyKind::SchoolBreak, FreedNote::SchoolBreak),
    ] {
        let for_all = desk.calendar.iter().any(|busy| {
            busy.kind == Some(kind)
                && busy.room.is_none()
                && busy.leader.is_none()
                && covers(busy, slot)
        });
        if for_all {
            notes.push(note);
        }
    }
    if weekend {
        notes.push(FreedNote::Weekend);
    }
    notes
}

/// Why a room cannot be used at a time by its own row.
fn not_open(room: &Room, slot: Slot) -> Option<FreedNote> {
    let (from, until) = (room.from, room.until);
    let early = from.is_some_and(|from| slot.date < from);
    if early || until.is_some_and(|until| until < slot.date) {
        return Some(FreedNote::OutOfUse { from, until });
    }
    let workdays = Weekday::all().iter().filter(|own| own.is_workday());
    let weekdays = match room.weekdays.is_empty() {
        true => workdays.copied().collect(),
        false => room.weekdays.clone(),
    };
    let office = HALF_DAYS.iter().filter(|own| **own != HalfDay::Evening);
    let half_days = match room.half_days.is_empty() {
        true => office.copied().collect(),
        false => room.half_days.clone(),
    };
    let open = weekdays.contains(&Weekday::of(slot.date)) && half_days.contains(&slot.half_day);
    (!open).then_some(FreedNote::NotOpen {
        weekdays,
        half_days,
    })
}

/// The runs that the plan does not place, in its order, each with what it would need to use a slot
/// of a room that became free.
///
/// Everything the plan places stays where it is. Runs whose window or pattern cannot use the slot
/// are left out.
pub(super) fn freed(desk: &Desk, plan: &Plan, room: &RoomId, slot: Slot) -> Vec<FreedOption> {
    let Some(at) = desk.rooms.iter().position(|own| own.id == *room) else {
        return Vec::new();
    };
    let mut ledger = Ledger::before_plan(desk, plan.period);
    for planned in &plan.runs {
        let Outcome::Placed(placement) = &planned.outcome else {
            continue;
        };
        let holder = Holder {
            class: Some(planned.class),
            run: planned.run.clone(),
        };
        if let Some(run) = desk.runs.get(planned.index) {
            ledger.take_placed(&holder, run, placement);
        }
    }
    ledger.free_room(at, slot);
    let refused = plan
        .runs
        .iter()
        .filter(|planned| matches!(planned.outcome, Outcome::Refused(_)));
    refused
        .filter_map(|planned| {
            let run = desk.runs.get(planned.index)?;
            let found = freed_lacks(&ledger, planned.ways, run, at, slot)?;
            let mut shortages = lacks_of(&ledger, run, planned.ways);
            // What no room has, this one lacks too; it is said once.
            let of_all = |own: &Lack| shortages.iter().any(|other| other.lack == *own);
            let small = shortages
                .iter()
                .any(|own| matches!(own.lack, Lack::RoomTooSmall { .. }));
            let own = found.shortages.into_iter().filter(|own| match &own.lack {
                Lack::FreedTooSmall { .. } => !small,
                Lack::FreedEquipment { missing } => !of_all(&Lack::Equipment {
                    missing: missing.clone(),
                }),
                _ => true,
            });
            let own: Vec<Shortage> = own.collect();
            shortages.extend(own);
            shortages.sort_by(|a, b| a.lack.cmp(&b.lack));
            shortages.dedup_by(|a, b| a.lack == b.lack);
            Some(FreedOption {
                run: planned.run.clone(),
                index: planned.index,
                class: planned.class,
                sessions: found.sessions,
                as_hub: found.as_hub,
                shortages,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests;
