//! What becomes of runs and people, and what has to be asked.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use mestring_model::facts::Judged;
use mestring_model::id::{PersonId, RunId};
use mestring_model::noun::PlacementState;
use mestring_model::{Fact, Verdict};

use super::reserved::ReservedPlaces;
use super::settings::Expected;
use crate::people::Wish;

/// A run that takes people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunPlaces {
    /// The run.
    pub run: RunId,
    /// Its first day.
    pub starts: NaiveDate,
    /// Its seats; `None` where nobody states them, and then it gives no place.
    pub seats: Option<u32>,
    /// How many places it gives: its seats, more where it is overbooked, and never fewer than people
    /// have already; `None` without stated seats.
    pub places: Option<u32>,
    /// People who were offered a place before, have not said no, and keep it.
    pub kept: u32,
    /// How many of them are more than it gives.
    pub over: u32,
    /// Places that are given now.
    pub given: u32,
    /// People who would move here from a place in another run.
    pub moved_in: u32,
    /// People who have a place here and would move, or lose it.
    pub moved_out: u32,
    /// People without a place who could go there.
    pub waiting: u32,
    /// Who was expected to come, where that was counted: for a minimum group, or for overbooking.
    pub expected: Option<Expected>,
    /// The minimum group, where one is stated.
    pub group: Option<Group>,
    /// The class of the person whom one more seat would serve; `None` where it would serve nobody. Where
    /// seats are reserved, that is a seat that all may have.
    pub next_class: Option<u32>,
    /// Seats that are kept for some, in the order of the desk.
    pub reserved: Vec<ReservedPlaces>,
}

/// The minimum group of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// How many must be expected to come.
    pub minimum: u32,
    /// How many places that takes, with those who are expected not to come; no more than the run gives.
    pub needs: u32,
    /// The last day on which the run can be cancelled for it.
    pub cancel_by: Option<NaiveDate>,
    /// The role that decides.
    pub decided_by: Option<String>,
    /// How many people could go there, those with a place there included.
    pub would_do: u32,
    /// What is proposed.
    pub state: GroupState,
}

/// What is proposed for a run with a minimum group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupState {
    /// It has enough people.
    Enough,
    /// It is cancelled.
    Cancelled,
    /// The last day to cancel has passed: it is held with however many.
    TooLate,
    /// Minimum groups were not asked for, or the run states no seats.
    NotCounted,
}

impl GroupState {
    /// A stable code: `enough`, `cancelled`, `too_late`, `not_counted`.
    pub fn code(self) -> &'static str {
        match self {
            GroupState::Enough => "enough",
            GroupState::Cancelled => "cancelled",
            GroupState::TooLate => "too_late",
            GroupState::NotCounted => "not_counted",
        }
    }
}

impl RunPlaces {
    /// How many people would have a place in the run.
    pub fn people(&self) -> u64 {
        u64::from(self.kept) + u64::from(self.given) + u64::from(self.moved_in)
    }

    /// How many people the run needs by the minimum group that was counted.
    pub(super) fn needs(&self) -> u64 {
        let group = self.group.as_ref();
        let counted = group.filter(|own| own.state == GroupState::Enough);
        counted.map_or(0, |own| u64::from(own.needs))
    }

    /// True where the proposal cancels the run.
    pub fn is_cancelled(&self) -> bool {
        let state = self.group.as_ref().map(|own| own.state);
        state == Some(GroupState::Cancelled)
    }
}

/// Somebody who waits or has a place, and what becomes of it.
#[derive(Clone, PartialEq)]
pub struct PersonPlace {
    /// The person.
    pub person: PersonId,
    /// What they wait for; whoever waits for several things stands in the order with each.
    pub wish: Wish,
    /// How many things the person waits for, or has a place in, this one included.
    pub wishes: usize,
    /// The class, 1 first; `None` where the rule could not tell.
    pub class: Option<u32>,
    /// What the rule of classes said.
    pub verdict: Option<Verdict>,
    /// The earliest deadline of the referrals to it.
    pub deadline: Fact<NaiveDate>,
    /// Since when the person has waited.
    pub since: Fact<NaiveDate>,
    /// The person comes as a relative, and stands after patients who are equal in all before; unknown as a
    /// patient.
    pub relative: Fact<bool>,
    /// Of somebody with a place: whether its run starts by the deadline on the referral. Of somebody without
    /// one: whether any run that would do does. Not stated without a deadline, and where no run would do.
    pub starts_by_deadline: Fact<bool>,
    /// What becomes of the person.
    pub outcome: Outcome,
}

impl fmt::Debug for PersonPlace {
    /// What becomes of the person, and nothing of who it is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PersonPlace")
            .field("class", &self.class)
            .field("outcome", &self.outcome)
            .finish_non_exhaustive()
    }
}

/// What becomes of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// They were offered a place before and keep it.
    Kept {
        /// The run.
        run: RunId,
        /// How far the place has come: offered or accepted.
        state: PlacementState,
    },
    /// They get a place.
    Given {
        /// The run.
        run: RunId,
        /// What it costs, in the units of the preference pack.
        cost: i64,
        /// What each rule of the pack said of it; empty where somebody chose the run by hand with its
        /// cost.
        parts: Vec<(Arc<str>, i64)>,
    },
    /// They have a place, and would be asked to move to another run.
    Moved {
        /// The run in which they have a place.
        from: RunId,
        /// The run to which they would move.
        run: RunId,
        /// How far the place that they have has come: offered or accepted.
        state: PlacementState,
        /// How many days they have until the run begins in which they have a place.
        notice: i64,
        /// Why.
        because: MoveReason,
        /// What the new place costs, in the units of the preference pack.
        cost: i64,
    },
    /// They have a place in a run that would be cancelled, and no other run has one for them.
    Lost {
        /// The run in which they have a place.
        run: RunId,
        /// How far the place has come: offered or accepted.
        state: PlacementState,
    },
    /// Every run that would do is full of people before them, or would be cancelled.
    Full {
        /// How many runs would do.
        runs: usize,
        /// How many of those would be cancelled.
        cancelled: usize,
    },
    /// No run would do.
    NoRun {
        /// How many runs were considered: of what they wait for.
        considered: usize,
        /// How many of those each rule of eligibility kept them out of, by the rule's name.
        because: BTreeMap<Arc<str>, usize>,
    },
    /// Whether any run would do, or in which class they stand, cannot be told.
    Ask {
        /// How many runs were considered.
        considered: usize,
    },
}

impl Outcome {
    /// A stable code: `kept`, `given`, `moved`, `lost`, `full`, `no_run`, `ask`.
    pub fn code(&self) -> &'static str {
        match self {
            Outcome::Kept { .. } => "kept",
            Outcome::Given { .. } => "given",
            Outcome::Moved { .. } => "moved",
            Outcome::Lost { .. } => "lost",
            Outcome::Full { .. } => "full",
            Outcome::NoRun { .. } => "no_run",
            Outcome::Ask { .. } => "ask",
        }
    }

    /// The run in which the person has a place in the end.
    pub fn run(&self) -> Option<&RunId> {
        match self {
            Outcome::Kept { run, .. } | Outcome::Moved { run, .. } | Outcome::Given { run, .. } => {
                Some(run)
            }
            Outcome::Lost { .. }
            | Outcome::Full { .. }
            | Outcome::NoRun { .. }
            | Outcome::Ask { .. } => None,
        }
    }

    /// True where the person has a place in the end.
    pub fn has_place(&self) -> bool {
        self.run().is_some()
    }
}

/// Why somebody who has a place would be asked to move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MoveReason {
    /// Their run would be cancelled.
    Cancelled,
    /// Somebody else has a place by it, or a run has enough people by it.
    ForOthers,
}

impl MoveReason {
    /// A stable code: `cancelled`, `for_others`.
    pub fn code(self) -> &'static str {
        match self {
            MoveReason::Cancelled => "cancelled",
            MoveReason::ForOthers => "for_others",
        }
    }
}

/// Of whom something has to be asked: of whoever can answer it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// Of a person.
    Person(PersonId),
    /// Of the clinic that referred a person.
    Clinic(PersonId),
    /// Of whoever holds a run.
    Run(RunId),
    /// Of nobody else: the centre's own lists do not say it.
    Centre,
}

impl Asked {
    /// A stable code: `person`, `clinic`, `run`, `centre`.
    pub fn code(&self) -> &'static str {
        match self {
            Asked::Person(_) => "person",
            Asked::Clinic(_) => "clinic",
            Asked::Run(_) => "run",
            Asked::Centre => "centre",
        }
    }
}

/// Something that nobody has stated, and that keeps people without a place from being judged, or from
/// standing before others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Of whom.
    pub of: Asked,
    /// What kind of record the fact is of.
    pub judged: Judged,
    /// The fact.
    pub fact: Arc<str>,
    /// How many people without a place it concerns.
    pub people: usize,
}

/// Who would get a seat that becomes free, and who would move for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextInLine {
    /// The run.
    pub run: RunId,
    /// Who gets the seats that are free in it already, by class, deadline and wait: whoever is proposed
    /// for them comes before anybody who is next.
    pub free: Vec<Step>,
    /// How many more people have a place in it than it gives; as many have to leave before a seat is free.
    pub over: u32,
    /// Who moves for one seat more, in an order in which it can be carried out; the last is who had no
    /// place.
    pub steps: Vec<Step>,
}

/// Somebody who moves.
#[derive(Clone, PartialEq, Eq)]
pub struct Step {
    /// The person.
    pub person: PersonId,
    /// The class that they stand in.
    pub class: Option<u32>,
    /// The earliest deadline of what they wait for.
    pub deadline: Fact<NaiveDate>,
    /// Since when they have waited.
    pub since: Fact<NaiveDate>,
    /// Whether the run after starts by the deadline on the referral; not stated without a deadline.
    pub starts_by_deadline: Fact<bool>,
    /// The run before; `None` without a place.
    pub from: Option<RunId>,
    /// The run after.
    pub to: Option<RunId>,
}

impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Step")
            .field("class", &self.class)
            .field("from", &self.from)
            .field("to", &self.to)
            .finish_non_exhaustive()
    }
}
