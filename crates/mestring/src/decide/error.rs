//! Why a question has no answer.

use chrono::NaiveDate;
use mestring_model::Desk;
use mestring_model::facts::Judged;
use mestring_model::id::{RoomId, RunId};
use mestring_model::noun::RunState;
use mestring_model::term::{Term, did_you_mean, nearest};
use mestring_rules::RuleError;

use crate::assign::AssignError;
use crate::obligations::CountMismatch;
use crate::plan::{Period, TimetableError};

/// Why a question has no answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DecideError {
    /// A rule could not answer, or has no parameters on the date.
    #[error("{0}")]
    Rule(#[from] RuleError),
    /// A rule could not answer about one of the desk's records.
    #[error("{judged} `{record}`: {error}")]
    Record {
        /// What kind of record it is.
        judged: Judged,
        /// Its id; of a pair, both with a plus sign between.
        record: String,
        /// Why not.
        error: RuleError,
    },
    /// A pack did not answer about every obligation.
    #[error("{0}")]
    Obligations(#[from] CountMismatch),
    /// The desk has no such room.
    #[error(
        "the desk has no room `{room}`{}",
        did_you_mean(.nearest.as_deref())
    )]
    NoSuchRoom {
        /// The room that was asked for.
        room: RoomId,
        /// The nearest room that exists.
        nearest: Option<String>,
    },
    /// The desk has no such run.
    #[error(
        "the desk has no run `{run}`{}",
        did_you_mean(.nearest.as_deref())
    )]
    NoSuchRun {
        /// The run that was asked for.
        run: RunId,
        /// The nearest run; where only one that is wished for would do, the nearest of those.
        nearest: Option<String>,
    },
    /// The desk has no pathway of such a group or such an id.
    #[error(
        "the desk has no target group with a pathway, and no pathway, `{name}`{}",
        did_you_mean(.nearest.as_deref())
    )]
    NoSuchPathway {
        /// What was asked for.
        name: String,
        /// The nearest group or pathway that exists.
        nearest: Option<String>,
    },
    /// A municipality that the desk does not list.
    #[error(
        "the area of the desk has no municipality `{municipality}`{}",
        did_you_mean(.nearest.as_deref())
    )]
    NotInArea {
        /// What was asked for.
        municipality: String,
        /// The nearest name of the area.
        nearest: Option<String>,
    },
    /// A run that stands in no order of priority.
    #[error(
        "the run `{run}` stands in no order of priority: it is {}; name a run that is wished for",
        .state.code()
    )]
    NotWished {
        /// The run that was asked for.
        run: RunId,
        /// How far it has come.
        state: RunState,
    },
    /// A run was to be held against itself.
    #[error("the run `{run}` is held against itself; name another run")]
    SameRun {
        /// The run.
        run: RunId,
    },
    /// A day that the plan cannot use.
    #[error(
        "{date} is not among the days that the plan may use, {from} to {until}; give a day among \
         them, or change `plan_from` and `plan_until` in desk.toml"
    )]
    OutsidePeriod {
        /// The day that was asked for.
        date: NaiveDate,
        /// The plan's first day.
        from: NaiveDate,
        /// The plan's last day.
        until: NaiveDate,
    },
    /// A day that is not after the one on which the question is asked.
    #[error(
        "{date} is not after {as_of}, the day on which is asked, and a plan begins the day after; give a \
         later day, or ask as of an earlier one"
    )]
    NotAfter {
        /// The day that was asked for.
        date: NaiveDate,
        /// The day on which is asked.
        as_of: NaiveDate,
    },
    /// The store has nobody by that id who waits or has a place. The id itself is not repeated.
    #[error(
        "nobody by that id waits or has a place in the person store; write the id as the table of people has it"
    )]
    NoSuchPerson,
    /// A run that gives no places.
    #[error(
        "the run `{run}` gives no places: it is {}; name a run that is decided, has not begun and \
         states its seats",
        .state.code()
    )]
    NotOpen {
        /// The run that was asked for.
        run: RunId,
        /// How far it has come.
        state: RunState,
    },
    /// People could not be assigned to runs.
    #[error("{0}")]
    Assign(#[from] AssignError),
    /// The desk is too large for the planner.
    #[error(
        "the desk has more rooms, course leaders and half-days than can be planned at once; give the \
         plan fewer days in desk.toml, or split the desk"
    )]
    Plan(#[from] TimetableError),
    /// The plan has no days: its last day is before its first.
    #[error(
        "the plan may use no days: it starts {from} and ends {until}; set `plan_from` and \
         `plan_until` in desk.toml"
    )]
    EmptyPeriod {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
    },
}

impl DecideError {
    pub(super) fn no_such_room(desk: &Desk, room: &RoomId) -> Self {
        let rooms = desk.rooms.iter().map(|own| own.id.as_str());
        DecideError::NoSuchRoom {
            room: room.clone(),
            nearest: nearest(room.as_str(), rooms).map(str::to_owned),
        }
    }

    pub(super) fn outside(Period { from, until }: Period, date: NaiveDate) -> Self {
        DecideError::OutsidePeriod { date, from, until }
    }

    /// The error's stable code.
    pub fn code(&self) -> &'static str {
        match self {
            DecideError::Rule(error) | DecideError::Record { error, .. } => error.code(),
            DecideError::NoSuchRoom { .. } => "C001",
            DecideError::EmptyPeriod { .. } => "C002",
            DecideError::Obligations(_) => "C003",
            DecideError::OutsidePeriod { .. } | DecideError::NotAfter { .. } => "C004",
            DecideError::NoSuchRun { .. } => "C027",
            DecideError::NotWished { .. } => "C028",
            DecideError::SameRun { .. } => "C029",
            DecideError::NoSuchPerson => "C052",
            DecideError::NotOpen { .. } => "C053",
            DecideError::Assign(error) => error.code(),
            DecideError::Plan(_) => "C054",
            DecideError::NoSuchPathway { .. } => "C090",
            DecideError::NotInArea { .. } => "C091",
        }
    }
}
