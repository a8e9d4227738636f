//! What happens between two plans: a room is freed, a run cancelled, a leader away, a seat declined.
//!
//! An event makes a new desk of a desk and touches nothing else; [`Decider::after`](super::Decider::after)
//! then says what it opens. All of it is a proposal: nobody is moved, asked or told.

use chrono::NaiveDate;
pub use mestring_model::Event;
use mestring_model::desk::InDesk;
use mestring_model::id::{LeaderId, RoomId, RunId};
use mestring_model::noun::{Busy, HalfDay, Leader, Run, RunState, Weekday};
use mestring_model::term::{Term, did_you_mean, nearest};
use mestring_model::{Desk, Fact};

use super::DecideError;
use crate::plan::{HALF_DAYS, Slot, decided_slots};

mod opened;
#[cfg(test)]
mod tests;

pub use opened::{LeaderGap, OpenSeat, OpenSlot, Opened, Outlook, Substitute};
pub(super) use opened::{gaps_of, outlook};

/// Why an event cannot be applied to a desk.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EventError {
    /// What the event opens cannot be told, or it names a run or room that the desk does not have, or
    /// a day that the plan does not have.
    #[error(transparent)]
    Decide(#[from] DecideError),
    /// The desk has no such leader.
    #[error("the desk has no leader `{leader}`{}", did_you_mean(.nearest.as_deref()))]
    NoSuchLeader {
        /// The leader that the event names.
        leader: LeaderId,
        /// The nearest that exists.
        nearest: Option<String>,
    },
    /// Only what was decided can be cancelled.
    #[error(
        "the run `{run}` is {}, and only a decided run can be cancelled; a run that is wished for is \
         refused by a row in verdicts", .state.code()
    )]
    NotDecided {
        /// The run.
        run: RunId,
        /// How far it has come.
        state: RunState,
    },
    /// The room is not free: a decided run has it.
    #[error(
        "the room `{room}` is held by the decided run `{run}` on {date}; cancel the run, or move it"
    )]
    HeldByRun {
        /// The room.
        room: RoomId,
        /// The day.
        date: NaiveDate,
        /// The run.
        run: RunId,
    },
    /// The run has no seat that could be declined.
    #[error("no seat of the run `{run}` can be declined: {why}")]
    NoSeat {
        /// The run.
        run: RunId,
        /// Why not.
        why: NoSeat,
    },
    /// An absence ends before it starts.
    #[error("the absence ends {until}, before it starts {from}; give the first day first")]
    EndsBeforeStart {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
    },
}

/// Why no seat of a run can be declined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoSeat {
    /// Seats are given in decided runs only.
    #[error("it is {}, and seats are given in decided runs", .0.code())]
    State(RunState),
    /// The desk says that nobody is expected.
    #[error("its `participants` says that nobody is expected")]
    Nobody,
}

impl EventError {
    /// The error's stable code.
    pub fn code(&self) -> &'static str {
        match self {
            EventError::Decide(error) => error.code(),
            EventError::NoSuchLeader { .. } => "C045",
            EventError::NotDecided { .. } => "C046",
            EventError::HeldByRun { .. } => "C047",
            EventError::NoSeat { .. } => "C048",
            EventError::EndsBeforeStart { .. } => "C049",
        }
    }
}

/// The desk as it is after the event. The old one is not changed.
///
/// # Errors
/// The event names what the desk does not have, or what cannot have happened to it.
///
/// ```
/// use mestring::decide::{Event, apply};
/// use mestring::model::id::RunId;
/// use mestring::model::noun::RunState;
/// use mestring::model::{Desk, RawTable};
///
/// let mut offers = RawTable::with_headings("offers.csv", ["id", "title", "sessions"]);
/// offers.push(vec!["DM2".into(), "Startkurs diabetes type 2".into(), "1".into()]);
/// let mut runs = RawTable::with_headings("runs.csv", ["id", "offer", "state", "starts"]);
/// runs.push(["R1", "DM2", "decided", "2027-01-11"].map(String::from).into());
/// let (desk, _) = Desk::builder().table("offers", offers).table("runs", runs).build();
///
/// let event = Event::RunCancelled { run: RunId::new("R1")? };
/// assert_eq!(apply(&event, &desk)?.runs[0].state, RunState::Cancelled);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn apply(event: &Event, desk: &Desk) -> Result<Desk, EventError> {
    let mut after = desk.clone();
    match event {
        Event::RoomFreed { room, slot } => {
            no_run_holds(desk, room, *slot)?;
            free(&mut after, room, *slot);
        }
        Event::RunCancelled { run } => {
            let (at, own) = run_of(desk, run)?;
            if own.state != RunState::Decided {
                let (run, state) = (run.clone(), own.state);
                return Err(EventError::NotDecided { run, state });
            }
            let state = RunState::Cancelled;
            after.replace_row(
                at,
                vec![Run {
                    state,
                    ..own.clone()
                }],
            );
        }
        Event::LeaderAway {
            leader,
            from,
            until,
            half_days,
        } => {
            leader_of(desk, leader)?;
            if until < from {
                let (from, until) = (*from, *until);
                return Err(EventError::EndsBeforeStart { from, until });
            }
            after.calendar.push(Busy {
                room: None,
                leader: Some(leader.clone()),
                kind: None,
                from: *from,
                until: Some(*until),
                weekdays: Vec::new(),
                half_days: half_days.clone(),
                title: None,
                origin: Default::default(),
            });
        }
        Event::SeatDeclined { run } => {
            let (at, own) = run_of(desk, run)?;
            let no_seat = |why| EventError::NoSeat {
                run: run.clone(),
                why,
            };
            if own.state != RunState::Decided {
                return Err(no_seat(NoSeat::State(own.state)));
            }
            if let Fact::Known(expected) = own.participants {
                let left = expected.checked_sub(1).ok_or(no_seat(NoSeat::Nobody))?;
                let participants = Fact::Known(left);
                after.replace_row(
                    at,
                    vec![Run {
                        participants,
                        ..own.clone()
                    }],
                );
            }
        }
    }
    Ok(after)
}

/// A run with its position.
fn run_of<'d>(desk: &'d Desk, id: &RunId) -> Result<(usize, &'d Run), EventError> {
    let mut runs = desk.runs.iter().enumerate();
    runs.find(|(_, own)| own.id == *id).ok_or_else(|| {
        let (run, nearest) = (id.clone(), near::<Run>(desk, id.as_str()));
        DecideError::NoSuchRun { run, nearest }.into()
    })
}

fn leader_of<'d>(desk: &'d Desk, id: &LeaderId) -> Result<&'d Leader, EventError> {
    let mut leaders = desk.leaders.iter();
    leaders
        .find(|own| own.id == *id)
        .ok_or_else(|| EventError::NoSuchLeader {
            leader: id.clone(),
            nearest: near::<Leader>(desk, id.as_str()),
        })
}

fn near<T: InDesk>(desk: &Desk, id: &str) -> Option<String> {
    nearest(id, T::rows(desk).iter().filter_map(|row| row.key())).map(str::to_owned)
}

fn no_run_holds(desk: &Desk, room: &RoomId, slot: Slot) -> Result<(), EventError> {
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
fn free(desk: &mut Desk, room: &RoomId, slot: Slot) {
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
fn without(busy: &Busy, slot: Slot) -> Option<Vec<Busy>> {
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
