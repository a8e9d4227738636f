//! What happens between two plans.

use chrono::NaiveDate;

use crate::id::{BudgetId, LeaderId, RoomId, RunId};
use crate::noun::{HalfDay, Slot};
use crate::quantity::{Hours, Ore};

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
    /// A room cannot be used, such as after water damage.
    RoomLost {
        /// The room.
        room: RoomId,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
        /// Only in these parts of the day; empty: all day.
        half_days: Vec<HalfDay>,
    },
    /// The centre is closed for all: no session is held.
    DayClosed {
        /// The first day.
        from: NaiveDate,
        /// The last day; the first where it is one day only.
        until: NaiveDate,
        /// Only in these parts of the day; empty: all day.
        half_days: Vec<HalfDay>,
    },
    /// A budget is smaller than it was.
    BudgetCut {
        /// The budget.
        budget: BudgetId,
        /// By how much.
        less: Less,
    },
    /// A leader who was wished for or asked says yes.
    LeaderConfirmed {
        /// The leader, by role.
        leader: LeaderId,
    },
}

/// By how much a budget is cut, in what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Less {
    /// So much money.
    Money(Ore),
    /// So many hours of the centre's advisers.
    Hours(Hours),
}

impl Event {
    /// The kinds by their codes, each with the keys that say what happened. `half_days` may be
    /// left out, and `until` of a closed day; of `amount`, in kroner, and `hours` one is said.
    pub const KINDS: [(&'static str, &'static [&'static str]); 8] = [
        ("room_freed", &["room", "date", "half_day"]),
        ("run_cancelled", &["run"]),
        ("leader_away", &["leader", "from", "until", "half_days"]),
        ("seat_declined", &["run"]),
        ("room_lost", &["room", "from", "until", "half_days"]),
        ("day_closed", &["from", "until", "half_days"]),
        ("budget_cut", &["budget", "amount", "hours"]),
        ("leader_confirmed", &["leader"]),
    ];

    /// The code of its kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Event::RoomFreed { .. } => "room_freed",
            Event::RunCancelled { .. } => "run_cancelled",
            Event::LeaderAway { .. } => "leader_away",
            Event::SeatDeclined { .. } => "seat_declined",
            Event::RoomLost { .. } => "room_lost",
            Event::DayClosed { .. } => "day_closed",
            Event::BudgetCut { .. } => "budget_cut",
            Event::LeaderConfirmed { .. } => "leader_confirmed",
        }
    }
}
