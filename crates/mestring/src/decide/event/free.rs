//! A room that becomes free: the time is taken out of the calendar.

use mestring_model::Desk;
use mestring_model::id::RoomId;
use mestring_model::noun::{Busy, HalfDay, Run, RunState, Weekday};

use super::EventError;
use crate::decide::DecideError;
use crate::plan::{HALF_DAYS, Slot, decided_slots};

/// Nobody who is decided has the room then.
pub(super) fn no_run_holds(desk: &Desk, room: &RoomId, slot: Slot) -> Result<(), EventError> {
    if desk.room(room).is_none() {
        return Err(DecideError::no_such_room(desk, room).into());
    }
    let holds = |run: &&Run| {
        run.state == RunState::Decided
            && desk.rooms_of(run).any(|own| own == room)
            && decided_slots(desk, run).contains(&slot)
    };
    match desk.runs.iter().find(holds) {
        None => Ok(()),
        Some(run) => Err(EventError::HeldByRun {
            room: room.clone(),
            date: slot.date,
            run: run.id.clone(),
        }),
    }
}

/// Takes a slot out of every row of the calendar that closes the room then.
pub(super) fn free(desk: &mut Desk, room: &RoomId, slot: Slot) {
    // From the end, so that the positions of rows that are still to be looked at stay.
    for at in (0..desk.calendar.len()).rev() {
        let row = desk
            .calendar
            .get(at)
            .filter(|own| own.room.as_ref() == Some(room));
        if let Some(rest) = row.and_then(|own| without(own, slot)) {
            desk.replace_row(at, rest);
        }
    }
}

/// The rows that are left of one when a slot is taken out; `None` where the row does not cover it.
pub(super) fn without(busy: &Busy, slot: Slot) -> Option<Vec<Busy>> {
    let until = busy.until.unwrap_or(busy.from);
    let day = busy.weekdays.is_empty() || busy.weekdays.contains(&Weekday::of(slot.date));
    let part = busy.half_days.is_empty() || busy.half_days.contains(&slot.half_day);
    if !(busy.from..=until).contains(&slot.date) || !day || !part {
        return None;
    }
    let rows = |from, until, half_days| Busy {
        from,
        until: Some(until),
        half_days,
        ..busy.clone()
    };
    let before = slot.date.pred_opt().filter(|last| busy.from <= *last);
    let after = slot.date.succ_opt().filter(|first| *first <= until);
    let stated = if busy.half_days.is_empty() {
        HALF_DAYS.to_vec()
    } else {
        busy.half_days.clone()
    };
    let parts: Vec<HalfDay> = stated
        .into_iter()
        .filter(|own| *own != slot.half_day)
        .collect();
    let mut rest = Vec::new();
    rest.extend(before.map(|last| rows(busy.from, last, busy.half_days.clone())));
    if !parts.is_empty() {
        rest.push(rows(slot.date, slot.date, parts));
    }
    rest.extend(after.map(|first| rows(first, until, busy.half_days.clone())));
    Some(rest)
}
