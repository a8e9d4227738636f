//! What decides how and when a run may be held besides what the run itself says.

use chrono::{Days, NaiveDate};
use mestring_model::Fact;
use mestring_model::noun::{Busy, BusyKind, Lifecycle, Run, Weekday};

use super::Slot;

/// How, and from when, a run may be held: what a verdict and the lists say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ways {
    /// Whether it may be held digitally, though it was asked for in a room.
    pub digital: Digital,
    /// The time that it takes to make it ready.
    pub lead: Option<Lead>,
}

/// Whether a run that was asked for in a room may be held digitally.
///
/// Whatever is free for a run in a room is free for it without one, so that a run of which digital is
/// the first choice is never held in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Digital {
    /// It may not: nobody says so, or it was asked for digitally already.
    #[default]
    No,
    /// It may, and that is the first choice.
    First,
    /// It may where it has no room at any of its times, or another run comes in by it.
    RoomShort,
}

impl Digital {
    /// A stable code: `no`, `first`, `room_short`.
    pub fn code(self) -> &'static str {
        match self {
            Digital::No => "no",
            Digital::First => "first",
            Digital::RoomShort => "room_short",
        }
    }
}

/// The time that it takes to make a new course ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lead {
    /// The weeks from the decision.
    pub weeks: u32,
    /// The first day on which it can begin.
    pub from: NaiveDate,
}

impl Lead {
    /// The lead time of a run decided on a day; `None` where it needs none.
    ///
    /// Only a course that is new in the centre needs one: it was never held there, or where that is not
    /// known its source says that it is planned or starting up. The offer's own `lead_weeks` count, else
    /// the desk's. What an offer states holds too where nobody says whether the course is new.
    pub fn of(
        as_of: NaiveDate,
        (own, desk): (Fact<u32>, Option<u32>),
        times_held: Fact<i64>,
        lifecycle: Fact<Lifecycle>,
    ) -> Option<Self> {
        let new = match (times_held, lifecycle) {
            (Fact::Known(times), _) => Some(times == 0),
            (_, Fact::Known(Lifecycle::Planned | Lifecycle::StartingUp)) => Some(true),
            _ => None,
        };
        let weeks = match (new, own) {
            (Some(false), _) => None,
            (_, Fact::Known(weeks)) => Some(weeks),
            (Some(true), _) => desk,
            (None, _) => None,
        }?;
        let days = Days::new(u64::from(weeks) * 7);
        let from = as_of.checked_add_days(days).unwrap_or(NaiveDate::MAX);
        (weeks > 0).then_some(Lead { weeks, from })
    }
}

/// The rows of the calendar at whose times the centre lays no session of a run: closed days, and school
/// breaks unless the run may use them.
pub(crate) fn closed_to<'a>(calendar: &'a [Busy], run: &Run) -> impl Iterator<Item = &'a Busy> {
    let in_breaks = run.in_breaks == Some(true);
    calendar.iter().filter(move |busy| {
        let closed = match busy.kind {
            Some(BusyKind::Closed) => true,
            Some(BusyKind::SchoolBreak) => !in_breaks,
            Some(BusyKind::Taken) | None => false,
        };
        closed && busy.room.is_none() && busy.leader.is_none()
    })
}

/// Whether a row of the calendar covers a time.
pub(crate) fn covers(busy: &Busy, slot: Slot) -> bool {
    let days = busy.from..=busy.until.unwrap_or(busy.from);
    days.contains(&slot.date)
        && (busy.weekdays.is_empty() || busy.weekdays.contains(&Weekday::of(slot.date)))
        && (busy.half_days.is_empty() || busy.half_days.contains(&slot.half_day))
}
