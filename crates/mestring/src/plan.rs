//! Which runs get the capacity: placing wished runs, in the order that the rules gave them, on
//! rooms, leaders, calendar and budgets.
//!
//! The order is strict: a run is never set aside for one that ranks below it. Within what the runs
//! above it left, a run takes the earliest start that fits. A result is a proposal until somebody
//! decided.

use chrono::NaiveDate;
use mestring_model::id::{BudgetId, LeaderId, RoomId, RunId, Slug};
use mestring_model::noun::{BudgetKind, Format, HalfDay};

mod check;
mod decided;
mod facts;
mod ground;
mod ledger;
mod obstacle;
mod pattern;
mod place;
mod refusal;
#[cfg(test)]
mod tests;

pub use check::{Violation, check};
pub(crate) use decided::decided_slots;
pub(crate) use facts::facts_of_run;
pub use facts::run_facts;
pub use ground::{Derivation, Ground, Statement, run_grounds};
use ledger::Holding;
pub(crate) use ledger::{HALF_DAYS, Ledger};
pub use obstacle::{Obstacle, Reason, Resource, Why};
pub(crate) use pattern::Pattern;
pub use place::plan;
pub(crate) use refusal::{freed_lacks, lacks_of};

/// A part of a day on which a session is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// The day.
    pub date: NaiveDate,
    /// The part of the day.
    pub half_day: HalfDay,
}

/// A wished run with its place in the order of priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// The run's position in [`Desk::runs`](mestring_model::Desk).
    pub run: usize,
    /// Its class, 1 first: runs that the pack's classifying criteria hold equal.
    pub class: usize,
}

/// The days the plan may use, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

/// A proposal: every wished run in order, placed or refused.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The days it could use.
    pub period: Period,
    /// The runs, first priority first.
    pub runs: Vec<PlannedRun>,
}

/// What the plan proposes for one run.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedRun {
    /// The run.
    pub run: RunId,
    /// The run's position in [`Desk::runs`](mestring_model::Desk).
    pub index: usize,
    /// Its class, 1 first.
    pub class: usize,
    /// Placed or refused.
    pub outcome: Outcome,
    /// The position in [`Desk::verdicts`](mestring_model::Desk) of what somebody decided about it.
    pub decided: Option<usize>,
}

impl PlannedRun {
    /// True where the plan proposes sessions for it.
    pub fn is_placed(&self) -> bool {
        matches!(self.outcome, Outcome::Placed(_))
    }
}

/// Placed or refused.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It gets these sessions.
    Placed(Placement),
    /// It gets none.
    Refused(Refusal),
}

/// The sessions of a placed run, with what they use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// When.
    pub sessions: Vec<Slot>,
    /// Where; `None` for a format that needs no room.
    pub room: Option<RoomId>,
    /// Who: one leader for each competence that the run needs.
    pub leaders: Vec<(Slug, LeaderId)>,
    /// How it is given, as the run or its offer states it.
    pub format: Option<Format>,
}

/// Why a run gets no sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is short.
    pub shortages: Vec<Shortage>,
    /// The shortages are each enough alone: without any one of them the run would fit. Otherwise
    /// they are short together.
    pub each_enough_alone: bool,
}

impl Refusal {
    /// False where the run was never weighed against rooms and leaders: somebody decided against it,
    /// a number without which it cannot be placed is not stated, or its window leaves no time.
    pub fn is_considered(&self) -> bool {
        let before = |own: &Shortage| {
            matches!(
                own.lack,
                Lack::DecidedAgainst { .. } | Lack::NotStated { .. } | Lack::Window
            )
        };
        !self.shortages.iter().any(before)
    }
}

/// One thing that is short, and who holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortage {
    /// What.
    pub lack: Lack,
    /// The runs that hold it, highest priority first; empty where nobody does.
    pub held_by: Vec<Holder>,
    /// What keeps the run from each room or leader that would do, and when; empty for lacks of
    /// other things. Each run of `held_by` that holds a room or leader stands here with its times.
    pub obstacles: Vec<Obstacle>,
}

/// A run that holds what another one needs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holder {
    /// Its class; `None` for a run that was decided before the plan.
    pub class: Option<usize>,
    /// The run.
    pub run: RunId,
}

/// What a run lacks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// Somebody with the right to do so refused it.
    DecidedAgainst {
        /// The role that decided.
        role: String,
        /// When.
        on: NaiveDate,
    },
    /// A fact without which it cannot be placed, by its column: `sessions`, `cost`, `adviser_hours`.
    NotStated {
        /// The column.
        column: &'static str,
    },
    /// No start in its window leaves time for all its sessions within the plan's period.
    Window,
    /// No room is large enough.
    RoomTooSmall {
        /// The seats it needs.
        needs: u32,
        /// The seats of the largest room; `None` where no room's seats are stated.
        largest: Option<u32>,
    },
    /// No large enough room has the equipment.
    Equipment {
        /// What is missing in every such room.
        missing: Vec<Slug>,
    },
    /// No room that would do is open and free for all sessions at any time that fits.
    Room,
    /// No confirmed leader has the competence.
    NoLeader {
        /// The competence.
        competence: Slug,
        /// Leaders with it who were asked and have not answered.
        asked: usize,
        /// Leaders with it whom somebody would like to have.
        wished: usize,
    },
    /// Leaders with the competence exist, and too few are free for all sessions at any time that
    /// fits.
    Leader {
        /// The competence.
        competence: Slug,
        /// How many confirmed leaders have it.
        leaders: usize,
    },
    /// Several competences are needed at once, and too few leaders who are free have them.
    SameLeader {
        /// The competences, in order.
        competences: Vec<Slug>,
        /// The leaders who are free and have some of them, in order.
        leaders: Vec<LeaderId>,
    },
    /// A budget has too little left.
    Budget {
        /// The budget.
        budget: BudgetId,
        /// What it counts: øre of money, or minutes of adviser hours.
        kind: BudgetKind,
        /// What the run would draw.
        needs: i64,
        /// What is left.
        left: i64,
    },
}
