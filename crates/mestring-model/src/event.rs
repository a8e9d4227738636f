//! What happens between two plans.

use chrono::NaiveDate;

use crate::id::{LeaderId, RoomId, RunId};
use crate::noun::{HalfDay, Slot};

/// Something that happened, or could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A room is free that the calendar keeps closed or somebody else had.
    RoomFreed {
        /// The room.
        room: RoomId,
        /// When.
        slot: Slot,
    },
    /// A decided run is not held.
    RunCancelled {
        /// The run.
        run: RunId,
    },
    /// A leader cannot lead; why is nobody's business here.
    LeaderAway {
        /// The leader, by role.
        leader: LeaderId,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
        /// Only in these parts of the day; empty: all day.
        half_days: Vec<HalfDay>,
    },
    /// Somebody who had a seat in a run does not take it.
    SeatDeclined {
        /// The run.
        run: RunId,
    },
}

impl Event {
    /// The kinds by their codes, each with the keys that say what happened. `half_days` alone may be
    /// left out.
    pub const KINDS: [(&'static str, &'static [&'static str]); 4] = [
        ("room_freed", &["room", "date", "half_day"]),
        ("run_cancelled", &["run"]),
        ("leader_away", &["leader", "from", "until", "half_days"]),
        ("seat_declined", &["run"]),
    ];

    /// The code of its kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Event::RoomFreed { .. } => "room_freed",
            Event::RunCancelled { .. } => "run_cancelled",
            Event::LeaderAway { .. } => "leader_away",
            Event::SeatDeclined { .. } => "seat_declined",
        }
    }
}
