//! The decided runs that stand badly, as columns.

use chrono::NaiveDate;
use mestring::model::Desk;
use mestring::model::term::Term;
use mestring::plan::{self, Misplaced, Period, Resource};

use super::plan::{sessions, title};
use super::{Columns, text, texts, whole};

/// A row for each thing that is wrong with where a decided run stands.
pub fn badly_placed(desk: &Desk, period: Period, as_of: NaiveDate) -> Columns {
    let found = plan::badly_placed(desk, period, as_of);
    let runs = found.iter();
    let rows: Vec<_> = runs
        .flat_map(|own| own.faults.iter().map(move |fault| (own, fault)))
        .collect();
    let all = || rows.iter().copied();
    vec![
        text("run", all().map(|(own, _)| Some(own.run.to_string()))),
        text("title", all().map(|(own, _)| title(desk, own.index))),
        text("what", all().map(|(_, own)| Some(own.code().to_owned()))),
        text("at", all().map(|(_, own)| at(own))),
        texts("by", all().map(|(_, own)| Some(by(own)))),
        texts("sessions", all().map(|(_, own)| Some(times(own)))),
        text("why", all().map(|(_, own)| why(own).map(str::to_owned))),
        whole("over", all().map(|(_, own)| over(own))),
    ]
}

/// The room, the leader or the budget; `None` where it is the day or the part of the day.
fn at(fault: &Misplaced) -> Option<String> {
    match fault {
        Misplaced::Taken { at, .. }
        | Misplaced::Away { at, .. }
        | Misplaced::NotOpen { at, .. } => Some(match at {
            Resource::Room(id) => id.to_string(),
            Resource::Leader(id) => id.to_string(),
        }),
        Misplaced::RoomTwice { room }
        | Misplaced::TooSmall { room, .. }
        | Misplaced::HubOnly { room } => Some(room.to_string()),
        Misplaced::NotConfirmed { leader, .. } | Misplaced::OverLimit { leader, .. } => {
            Some(leader.to_string())
        }
        Misplaced::Overdrawn { budget, .. } => Some(budget.to_string()),
        Misplaced::WholeDay { .. } | Misplaced::Closed { .. } => None,
    }
}

/// The other decided runs that have it too, or draw on it.
fn by(fault: &Misplaced) -> Vec<String> {
    match fault {
        Misplaced::Taken { by, .. } => vec![by.to_string()],
        Misplaced::Overdrawn { others, .. } => others.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

fn times(fault: &Misplaced) -> Vec<String> {
    match fault {
        Misplaced::Taken { slots, .. }
        | Misplaced::Away { slots, .. }
        | Misplaced::NotOpen { slots, .. }
        | Misplaced::Closed { slots, .. } => sessions(slots),
        Misplaced::WholeDay { days } => days.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

/// How far a leader who is not confirmed has come, and what closes a day.
fn why(fault: &Misplaced) -> Option<&'static str> {
    match fault {
        Misplaced::NotConfirmed { state, .. } => Some(state.code()),
        Misplaced::Closed { why, .. } => Some(why.code()),
        _ => None,
    }
}

/// People without a seat, half-days above the limit, øre or minutes above the budget.
fn over(fault: &Misplaced) -> Option<i64> {
    match fault {
        Misplaced::TooSmall {
            seats, expected, ..
        } => Some(i64::from(*expected) - i64::from(*seats)),
        Misplaced::OverLimit { limit, taken, .. } => Some(i64::from(*taken) - i64::from(*limit)),
        Misplaced::Overdrawn { over, .. } => Some(*over),
        _ => None,
    }
}
