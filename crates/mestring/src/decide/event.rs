//! What happens between two plans: a room is freed or lost, a run cancelled, a leader away or confirmed, a
//! seat declined, a day closed, a budget cut.
//!
//! An event makes a new desk of a desk and touches nothing else; [`Decider::after`](super::Decider::after)
//! then says what it opens. All of it is a proposal: nobody is moved, asked or told.

use chrono::NaiveDate;
pub use mestring_model::Event;
use mestring_model::desk::InDesk;
pub use mestring_model::event::Less;
use mestring_model::id::{BudgetId, LeaderId, RunId};
use mestring_model::noun::{
    Budget, BudgetKind, Busy, BusyKind, HalfDay, Leader, LeaderState, Run, RunState,
};
use mestring_model::quantity::{Hours, Ore};
use mestring_model::term::nearest;
use mestring_model::{Desk, Fact};

use super::DecideError;
use crate::plan::{Slot, covers, half_days_of, next_start};

mod error;
mod free;
mod gaps;
mod opened;
mod taken;
#[cfg(test)]
mod tests;

pub use error::{EventError, NoSeat};
use free::{free, no_run_holds};
pub use gaps::{LeaderGap, RoomGap, Substitute};
pub(super) use gaps::{gaps_of, room_gaps_of};
pub use opened::{OpenSeat, OpenSlot, Opened, Outlook};
pub(super) use opened::{outlook, seat};
pub use taken::{BudgetLeft, Draw, GivenBack, Shifted};
pub(super) use taken::{budget_left, given_back, shifted};

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
            let own = own.clone();
            after.replace_row(at, vec![Run { state, ..own }]);
        }
        Event::LeaderAway {
            leader,
            from,
            until,
            half_days,
        } => {
            leader_of(desk, leader)?;
            let leader = Some(leader.clone());
            let busy = busy((*from, *until), half_days)?;
            after.calendar.push(Busy { leader, ..busy });
        }
        Event::SeatDeclined { run } => declined(desk, &mut after, run)?,
        Event::RoomLost {
            room,
            from,
            until,
            half_days,
        } => {
            if desk.room(room).is_none() {
                return Err(DecideError::no_such_room(desk, room).into());
            }
            let (room, kind) = (Some(room.clone()), Some(BusyKind::Closed));
            let busy = busy((*from, *until), half_days)?;
            after.calendar.push(Busy { room, kind, ..busy });
        }
        Event::DayClosed {
            from,
            until,
            half_days,
        } => {
            let kind = Some(BusyKind::Closed);
            let busy = busy((*from, *until), half_days)?;
            after.calendar.push(Busy { kind, ..busy });
            start_later(desk, &mut after);
        }
        Event::BudgetCut { budget, less } => {
            let (at, own) = budget_of(desk, budget)?;
            after.replace_row(at, vec![cut(own, *less)?]);
        }
        Event::LeaderConfirmed { leader } => {
            let own = leader_of(desk, leader)?;
            if own.state == LeaderState::Confirmed {
                let leader = leader.clone();
                return Err(EventError::AlreadyConfirmed { leader });
            }
            let state = LeaderState::Confirmed;
            let at = desk.leaders.iter().position(|own| own.id == *leader);
            let own = own.clone();
            after.replace_row(at.unwrap_or(usize::MAX), vec![Leader { state, ..own }]);
        }
    }
    Ok(after)
}

/// A row of the calendar for a span that somebody named.
fn busy((from, until): (NaiveDate, NaiveDate), half_days: &[HalfDay]) -> Result<Busy, EventError> {
    if until < from {
        return Err(EventError::EndsBeforeStart { from, until });
    }
    Ok(Busy {
        room: None,
        leader: None,
        kind: None,
        from,
        until: Some(until),
        weekdays: Vec::new(),
        half_days: half_days.to_vec(),
        title: None,
        origin: Default::default(),
    })
}

/// Takes one off those who are expected, where somebody says how many they are.
fn declined(desk: &Desk, after: &mut Desk, run: &RunId) -> Result<(), EventError> {
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
        let (participants, own) = (Fact::Known(left), own.clone());
        after.replace_row(
            at,
            vec![Run {
                participants,
                ..own
            }],
        );
    }
    Ok(())
}

/// Lets decided runs whose first session stood on what the last row of the calendar closes begin on the
/// next date of their pattern. Later sessions move by themselves, but the first stands where it is set,
/// and whoever set it did not know.
fn start_later(desk: &Desk, after: &mut Desk) {
    let Some(closed) = after.calendar.last().cloned() else {
        return;
    };
    for (at, run) in desk.runs.iter().enumerate() {
        let Some(date) = run.starts.filter(|_| run.state == RunState::Decided) else {
            continue;
        };
        let is_closed = |half_day| covers(&closed, Slot { date, half_day });
        if !half_days_of(run).into_iter().all(is_closed) {
            continue;
        }
        if let Some(starts) = next_start(after, run) {
            let starts = Some(starts);
            let run = run.clone();
            after.replace_row(at, vec![Run { starts, ..run }]);
        }
    }
}

/// A budget with so much less in it.
fn cut(own: &Budget, less: Less) -> Result<Budget, EventError> {
    let wrong = |cut: String, holds: String| EventError::CutOutOfBounds {
        budget: own.id.clone(),
        cut,
        holds,
    };
    match (own.kind, less) {
        (BudgetKind::Money, Less::Money(cut)) => {
            let holds = own.amount.unwrap_or_default();
            let left = holds.0.checked_sub(cut.0).filter(|left| *left >= 0);
            let left = left.filter(|_| cut.0 > 0).map(Ore);
            let amount = Some(left.ok_or_else(|| wrong(cut.to_string(), holds.to_string()))?);
            Ok(Budget {
                amount,
                ..own.clone()
            })
        }
        (BudgetKind::AdviserHours, Less::Hours(cut)) => {
            let holds = own.hours.unwrap_or(Hours::from_minutes(0));
            let left = holds.minutes().checked_sub(cut.minutes());
            let left = left.filter(|_| cut.minutes() > 0).map(Hours::from_minutes);
            let hours = Some(left.ok_or_else(|| wrong(cut.to_string(), holds.to_string()))?);
            Ok(Budget {
                hours,
                ..own.clone()
            })
        }
        (kind, Less::Money(_) | Less::Hours(_)) => {
            let budget = own.id.clone();
            Err(EventError::OtherUnit { budget, kind })
        }
    }
}

/// A budget with its position.
fn budget_of<'d>(desk: &'d Desk, id: &BudgetId) -> Result<(usize, &'d Budget), EventError> {
    let mut budgets = desk.budgets.iter().enumerate();
    budgets
        .find(|(_, own)| own.id == *id)
        .ok_or_else(|| EventError::NoSuchBudget {
            budget: id.clone(),
            nearest: near::<Budget>(desk, id.as_str()),
        })
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
