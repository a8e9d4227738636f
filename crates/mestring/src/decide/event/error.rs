//! Why an event cannot be applied to a desk.

use chrono::NaiveDate;
use mestring_model::id::{BudgetId, LeaderId, RoomId, RunId};
use mestring_model::noun::{BudgetKind, RunState};
use mestring_model::term::{Term, did_you_mean};

use crate::decide::DecideError;

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
    /// An absence, a loss or a closed span ends before it starts.
    #[error("the event ends {until}, before it starts {from}; give the first day first")]
    EndsBeforeStart {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
    },
    /// The desk has no such budget.
    #[error("the desk has no budget `{budget}`{}", did_you_mean(.nearest.as_deref()))]
    NoSuchBudget {
        /// The budget that the event names.
        budget: BudgetId,
        /// The nearest that exists.
        nearest: Option<String>,
    },
    /// The event counts something else than the budget.
    #[error(
        "the budget `{budget}` counts {}", match .kind {
            BudgetKind::Money => "kroner; give `amount`",
            BudgetKind::AdviserHours => "hours of advisers; give `hours`",
        }
    )]
    OtherUnit {
        /// The budget.
        budget: BudgetId,
        /// What it counts.
        kind: BudgetKind,
    },
    /// A budget cannot be cut by nothing, or by more than it holds.
    #[error(
        "the budget `{budget}` cannot be cut by {cut}: it holds {holds}; give more than 0 and at most \
         what it holds"
    )]
    CutOutOfBounds {
        /// The budget.
        budget: BudgetId,
        /// By how much it was to be cut: kroner, or hours.
        cut: String,
        /// What it holds, in the same.
        holds: String,
    },
    /// The leader has said yes before.
    #[error("the leader `{leader}` is confirmed already; leave the event out")]
    AlreadyConfirmed {
        /// The leader.
        leader: LeaderId,
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
            EventError::NoSuchBudget { .. } => "C059",
            EventError::OtherUnit { .. } => "C060",
            EventError::CutOutOfBounds { .. } => "C061",
            EventError::AlreadyConfirmed { .. } => "C062",
        }
    }
}
