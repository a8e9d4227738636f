//! Which runs get the capacity: placing wished runs, in the order that the rules gave them, on
//! rooms, leaders, calendar and budgets.
//!
//! The order is strict: a run is never set aside for one that ranks below it, and those that rank
//! above it stand wherever that lets it in. A run takes the earliest start that fits. Every refusal
//! says what is short, who holds it, and whether it is proven that the run cannot have a place. A
//! result is a proposal until somebody decided.

use chrono::NaiveDate;
use mestring_model::Fact;
use mestring_model::id::{BudgetId, LeaderId, OrganisationId, RoomId, RunId, Slug};
use mestring_model::noun::{BudgetKind, Format, Run};

pub use mestring_model::noun::Slot;

pub use crate::timetable::{Limits, Moves, Order, Progress, TimetableError};

mod bottleneck;
mod budget;
mod check;
mod decided;
mod digital;
mod duty;
mod facts;
mod ground;
mod hub;
mod layout;
mod ledger;
mod obstacle;
mod pattern;
mod place;
mod refusal;
mod remedy;
mod replan;
mod search;
mod standing;
#[cfg(test)]
mod tests;
mod told;
mod ways;

pub use bottleneck::{Bottleneck, OneLeader, Scarce, bottlenecks, one_leader};
pub use check::{Violation, check};
pub(crate) use decided::{decided_slots, half_days_of, next_start};
pub use digital::{DigitalPlan, HeldDigitally, RoomUse, digital};
pub(crate) use duty::Duty;
pub(crate) use facts::facts_of_run;
pub use facts::run_facts;
pub use ground::{Derivation, Ground, Statement, run_grounds};
pub(crate) use hub::rooms_instead;
use ledger::Holding;
pub(crate) use ledger::{HALF_DAYS, Ledger};
pub use obstacle::{Obstacle, Reason, Resource, Why};
pub(crate) use pattern::Pattern;
pub(crate) use place::needs_room;
pub(crate) use refusal::{freed_lacks, lacks_of};
pub use remedy::{Change, Remedy, find_remedies};
pub use replan::{Fate, Replan, RunChange, replan};
pub use search::{Search, plan, plan_with};
pub use standing::{BadlyPlaced, ClosedBy, Misplaced, badly_placed};
pub(crate) use ways::covers;
pub use ways::{Digital, Lead, Ways};

/// A wished run with its place in the order of priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// The run's position in [`Desk::runs`](mestring_model::Desk).
    pub run: usize,
    /// Its class, 1 first: runs that the pack's classifying criteria hold equal.
    pub class: usize,
    /// How, and from when, it may be held.
    pub ways: Ways,
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
    /// In which order runs count.
    pub order: Order,
    /// How far each class came, first served first.
    pub levels: Vec<PlanLevel>,
    /// The caller ended the search: the plan can be used, but less was tried.
    pub stopped: bool,
    /// The runs, first priority first.
    pub runs: Vec<PlannedRun>,
}

/// How far a class came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLevel {
    /// The class, 1 first; `None` for runs that somebody decided to hold, which come before all.
    pub class: Option<usize>,
    /// How many runs ask for a place.
    pub runs: usize,
    /// How many have one.
    pub placed: usize,
    /// The expected participants of those placed, as far as they are known.
    pub participants: u64,
    /// How many of those placed do not say how many they expect.
    pub unknown: usize,
    /// How many were not weighed: somebody decided against them, or a number is missing without which
    /// they cannot be placed. What is proven says nothing of them.
    pub not_weighed: usize,
    /// How many of those weighed and refused do not say how many they expect: where the most participants
    /// count they count as none.
    pub refused_unknown: usize,
    /// How sure it is that the class can have no more, of those that were weighed.
    pub sureness: Sureness,
}

/// How sure it is that a class can have no more: no run of it that the order would let in, or no more
/// participants where these count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sureness {
    /// It is proven.
    Proven,
    /// It is proven while the classes before, of which one is not proven, keep what they have.
    ProvenGiven,
    /// No more participants than so many are possible while the classes before keep what they have.
    AtMost {
        /// The participants.
        participants: i64,
    },
    /// It was searched for and is not proven.
    NotProven,
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
    /// How, and from when, it may be held.
    pub ways: Ways,
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

    /// The run as it stands in the order.
    pub fn ranked(&self) -> Ranked {
        Ranked {
            run: self.index,
            class: self.class,
            ways: self.ways,
        }
    }

    /// True where the plan has it held digitally, though it was asked for in a room.
    pub fn is_digital_instead(&self) -> bool {
        match &self.outcome {
            Outcome::Placed(placement) => {
                self.ways.digital != Digital::No && placement.room.is_none()
            }
            Outcome::Refused(_) => false,
        }
    }

    /// Whether the sessions of a placed run begin by the run's deadline; not stated without a place or a
    /// deadline. A deadline decides who comes first; it keeps no run out.
    pub fn starts_by_deadline(&self, run: &Run) -> Fact<bool> {
        let first = match &self.outcome {
            Outcome::Placed(placement) => placement.sessions.first(),
            Outcome::Refused(_) => None,
        };
        match first {
            Some(first) => run.deadline.map(|deadline| first.date <= deadline),
            None => Fact::NotStated,
        }
    }

    /// What would let it in; `None` where it is placed or that was not looked for.
    pub fn remedies(&self) -> Option<&[Remedy]> {
        match &self.outcome {
            Outcome::Placed(_) => None,
            Outcome::Refused(refusal) => refusal.remedies.as_deref(),
        }
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
    /// Where groups follow it at the same times: an organisation and a room of it for each row in
    /// [`Desk::hubs`](mestring_model::Desk), by organisation, seats and equipment; none where all follow
    /// from home.
    pub hubs: Vec<(OrganisationId, RoomId)>,
    /// Who: one leader for each competence that the run needs.
    pub leaders: Vec<(Slug, LeaderId)>,
    /// How it is given: as the run or its offer states it, or digitally where a verdict lets it.
    pub format: Option<Format>,
}

impl Placement {
    /// Every room that it has at its sessions: its own, then those of the groups that follow it.
    pub fn rooms(&self) -> impl Iterator<Item = &RoomId> {
        let elsewhere = self.hubs.iter().map(|(_, room)| room);
        self.room.iter().chain(elsewhere)
    }
}

/// Why a run gets no sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is short.
    pub shortages: Vec<Shortage>,
    /// The shortages are each enough alone: without any one of them the run would fit. Otherwise
    /// they are short together.
    pub each_enough_alone: bool,
    /// Whether it is proven that the run cannot have a place.
    pub certainty: Certainty,
    /// The changes that would let it in; `None` where [`find_remedies`] was not asked, and where the
    /// run was not weighed.
    pub remedies: Option<Vec<Remedy>>,
}

/// Whether it is proven that a run cannot have a place while all that count before it keep one.
///
/// What is short is told for the times at which those before it stand in the plan; this says whether
/// other times could help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Certainty {
    /// It was not weighed: somebody decided against it, or a number is not stated.
    NotWeighed,
    /// Proven: it has no way even if nothing else is planned.
    NoWay,
    /// Proven: a budget, or the half-days of a leader, do not reach for it and for those runs,
    /// whenever they are held.
    Drawn {
        /// What does not reach.
        on: Drawn,
        /// The runs, highest priority first.
        by: Vec<Holder>,
    },
    /// Proven: those rooms, or leaders, are free too seldom for it and for those runs, whenever they are
    /// held.
    Full {
        /// All that would do for one of its needs.
        of: Vec<Resource>,
        /// The runs, highest priority first.
        by: Vec<Holder>,
        /// How many half-days are missing.
        missing: i64,
    },
    /// Proven: it cannot be held together with those runs, whenever they are held; with any one of
    /// them left out it could.
    Conflict {
        /// The runs, highest priority first.
        with: Vec<Holder>,
    },
    /// Other times for those before it were searched for and not found, which proves nothing.
    NotProven,
}

impl Refusal {
    /// False where the run was never weighed against rooms and leaders: somebody decided against it,
    /// a number without which it cannot be placed is not stated, or its window leaves no time.
    pub fn is_considered(&self) -> bool {
        let before = |own: &Shortage| {
            matches!(
                own.lack,
                Lack::DecidedAgainst { .. }
                    | Lack::NotStated { .. }
                    | Lack::Window
                    | Lack::LeadTime { .. }
                    | Lack::Closed
                    | Lack::BudgetDays { .. }
            )
        };
        !self.shortages.iter().any(before)
    }
}

/// What runs draw on together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawn {
    /// A budget.
    Budget(BudgetId),
    /// The half-days that a leader may lead.
    HalfDays(LeaderId),
}

impl Certainty {
    /// A stable code: `not_weighed`, `no_way`, `drawn`, `full`, `conflict`, `not_proven`.
    pub fn code(&self) -> &'static str {
        match self {
            Certainty::NotWeighed => "not_weighed",
            Certainty::NoWay => "no_way",
            Certainty::Drawn { .. } => "drawn",
            Certainty::Full { .. } => "full",
            Certainty::Conflict { .. } => "conflict",
            Certainty::NotProven => "not_proven",
        }
    }

    /// Whether it is proven that the run cannot have a place.
    pub fn is_proven(&self) -> bool {
        match self {
            Certainty::NotWeighed | Certainty::NotProven => false,
            Certainty::NoWay
            | Certainty::Drawn { .. }
            | Certainty::Full { .. }
            | Certainty::Conflict { .. } => true,
        }
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

impl Lack {
    /// Whether the run might fit at another time.
    fn is_of_times(&self) -> bool {
        match self {
            Lack::Window
            | Lack::LeadTime { .. }
            | Lack::Closed
            | Lack::BudgetDays { .. }
            | Lack::Room
            | Lack::HubRoom { .. }
            | Lack::Leader { .. }
            | Lack::SameLeader { .. } => true,
            Lack::DecidedAgainst { .. }
            | Lack::NotStated { .. }
            | Lack::NoRoom
            | Lack::RoomTooSmall { .. }
            | Lack::Equipment { .. }
            | Lack::FreedTooSmall { .. }
            | Lack::FreedEquipment { .. }
            | Lack::NoHubRoom { .. }
            | Lack::NoLeader { .. }
            | Lack::TooManyNeeds { .. }
            | Lack::Budget { .. } => false,
        }
    }
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
    /// The course is new, and once it is ready no start is left that its window allows.
    LeadTime {
        /// The weeks that it takes.
        weeks: u32,
        /// The first day on which it can begin.
        from: NaiveDate,
    },
    /// Closed days and school breaks leave no start in its window with time for all its sessions.
    Closed,
    /// It can begin only in the days of all budgets that it draws on, and none of them is a start that its
    /// window allows.
    BudgetDays {
        /// The budgets.
        budgets: Vec<BudgetId>,
        /// The first day that is one of them all; after the last where none is.
        from: NaiveDate,
        /// The last.
        until: NaiveDate,
    },
    /// The centre has no room in which runs are held.
    NoRoom,
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
    /// The room that became free is too small, though another may do.
    FreedTooSmall {
        /// The seats it needs.
        needs: u32,
        /// The seats of the room; `None` where they are not stated.
        seats: Option<u32>,
    },
    /// The room that became free lacks equipment, though another may have it.
    FreedEquipment {
        /// What is missing there.
        missing: Vec<Slug>,
    },
    /// No room that would do is open and free for all sessions at any time that fits.
    Room,
    /// An organisation has too few rooms that would do for the groups that follow the run there.
    NoHubRoom {
        /// The organisation.
        organisation: OrganisationId,
        /// The seats that a group needs which gets none; `None` where nobody says.
        needs: Option<u32>,
    },
    /// Too few rooms of an organisation that would do for those who follow the run there are open and
    /// free for all sessions at any time that fits.
    HubRoom {
        /// The organisation.
        organisation: OrganisationId,
    },
    /// Fewer confirmed leaders have the competence than the run needs, most often none.
    NoLeader {
        /// The competence.
        competence: Slug,
        /// How many of them the run needs at each session.
        needs: usize,
        /// How many are confirmed.
        confirmed: usize,
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
    /// It needs more leaders, and rooms for groups that follow it elsewhere, at one session than can be
    /// planned for.
    TooManyNeeds {
        /// How many it needs, both together.
        needs: usize,
        /// How many of them are rooms elsewhere.
        hubs: usize,
        /// The most.
        most: usize,
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
