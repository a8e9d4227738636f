//! The smallest single changes that would let a refused run in, each verified by planning again.

use std::cell::Cell;
use std::ops::ControlFlow;

use chrono::NaiveDate;
use mestring_model::Desk;
use mestring_model::id::{BudgetId, LeaderId, OrganisationId, RoomId, RunId, Slug};
use mestring_model::noun::{BudgetKind, HalfDay, LeaderState, Weekday};

use super::layout::{Asks, Layout};
use super::place::Wanted;
use super::search::{Search, Turn, asks, holder, turns};
use super::{Ledger, Outcome, Plan, PlannedRun, Ranked, Shortage, Slot};
use crate::timetable::TimetableError;

mod again;
mod budgets;
mod leaders;
mod rooms;
#[cfg(test)]
mod tests;
mod times;

use again::Case;

/// A change with which a refused run has a place, and all that are placed and count before it keep
/// one: shown by planning again with the change and nothing else changed. Runs that count after it may
/// lose theirs.
///
/// That no remedy of a kind is given does not say that there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// The change.
    pub change: Change,
    /// The sessions that the run would have.
    pub sessions: Vec<Slot>,
    /// The refused runs before it that the change lets in too.
    pub also: Vec<RunId>,
    /// The placed runs after it that have no place in the plan made again with the change, in the order
    /// of priority.
    pub loses: Vec<RunId>,
}

/// One change of what a centre has, or of what the run asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The run may begin later, but not after its deadline.
    StartLater {
        /// The last day of its first session: no earlier one was found to be enough.
        until: NaiveDate,
    },
    /// The run may begin earlier.
    StartEarlier {
        /// The first day of its first session: no later one was found to be enough.
        from: NaiveDate,
    },
    /// The run may be held on one more day of the week.
    Weekday {
        /// The day.
        weekday: Weekday,
    },
    /// The run may be held in one more part of the day.
    HalfDay {
        /// The part.
        half_day: HalfDay,
    },
    /// A new course is ready sooner.
    Ready {
        /// When: no later day was found to be enough.
        from: NaiveDate,
    },
    /// The run may lie in school breaks.
    InBreaks,
    /// The centre is open to all runs at times at which it is closed, or has a school break.
    OpenThen {
        /// The times.
        slots: Vec<Slot>,
    },
    /// A leader who was asked, or is wished for, is confirmed.
    Confirm {
        /// The leader.
        leader: LeaderId,
        /// How far the asking has come.
        state: LeaderState,
    },
    /// A leader can lead at times at which they are away, or do not work.
    LeaderThen {
        /// The leader.
        leader: LeaderId,
        /// The times.
        slots: Vec<Slot>,
    },
    /// A leader may lead more half-days.
    HalfDays {
        /// The leader.
        leader: LeaderId,
        /// How many more.
        more: u32,
    },
    /// One more leader.
    Leader {
        /// What the leader must be able to lead.
        competence: Slug,
        /// When the leader must be free.
        slots: Vec<Slot>,
    },
    /// A room is open at times at which it is closed.
    RoomThen {
        /// The room.
        room: RoomId,
        /// The times.
        slots: Vec<Slot>,
    },
    /// A room gets equipment.
    Equip {
        /// The room.
        room: RoomId,
        /// What it lacks.
        equipment: Vec<Slug>,
    },
    /// One more room.
    Room {
        /// Whose room it is, for groups that follow runs there; `None` for a room in which runs are held.
        organisation: Option<OrganisationId>,
        /// Its seats; `None` where the run does not say how many it needs.
        seats: Option<u32>,
        /// Its equipment.
        equipment: Vec<Slug>,
        /// When it must be free.
        slots: Vec<Slot>,
    },
    /// A budget holds more.
    Budget {
        /// The budget.
        budget: BudgetId,
        /// What it counts.
        kind: BudgetKind,
        /// How much more, øre or minutes.
        more: i64,
    },
}

impl Change {
    /// The times that it is about, where it is about times.
    pub fn slots(&self) -> Option<&Vec<Slot>> {
        match self {
            Change::Leader { slots, .. }
            | Change::Room { slots, .. }
            | Change::LeaderThen { slots, .. }
            | Change::RoomThen { slots, .. }
            | Change::OpenThen { slots } => Some(slots),
            Change::StartLater { .. }
            | Change::StartEarlier { .. }
            | Change::Weekday { .. }
            | Change::HalfDay { .. }
            | Change::Ready { .. }
            | Change::InBreaks
            | Change::Confirm { .. }
            | Change::HalfDays { .. }
            | Change::Equip { .. }
            | Change::Budget { .. } => None,
        }
    }
}

/// How much work looking for remedies takes at most, in steps of the engine and ways laid out: some twenty
/// seconds. A desk with hundreds of wished runs asks for more than anybody waits for.
const MOST_WORK: u64 = 300_000_000;

/// Looks for changes that would let the refused runs of a plan in, and notes them with each: of each
/// kind the smallest that was found. Runs that were decided against, or lack a number, have none. It goes by
/// the order of priority and ends where it has taken too much work: runs after that have none noted.
///
/// `search` is that of the plan. `watch` is told how many refused runs are done and of how many; when
/// it breaks, those that are left stay as they are.
///
/// # Errors
/// As [`plan`](super::plan).
pub fn find_remedies(
    desk: &Desk,
    plan: &mut Plan,
    search: Search,
    watch: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<(), TimetableError> {
    let order: Vec<Ranked> = plan.runs.iter().map(PlannedRun::ranked).collect();
    let ledger = Ledger::before_plan(desk, plan.period);
    let turns = turns(desk, &order);
    let asks: Vec<Asks<'_>> = turns.iter().map(|turn| asks(&ledger, turn)).collect();
    let layout = Layout::new(&ledger, &asks);
    let refused = turns.iter().enumerate().filter_map(|(nth, turn)| {
        let weighed = asks.get(nth)?.wanted.as_ref()?;
        match &plan.runs.get(turn.at)?.outcome {
            Outcome::Refused(refusal) => Some((nth, turn, weighed, &refusal.shortages)),
            Outcome::Placed(_) => None,
        }
    });
    let refused: Vec<(usize, &Turn<'_>, &Wanted, &Vec<Shortage>)> = refused.collect();
    let mut all: Vec<(usize, Vec<Remedy>)> = Vec::with_capacity(refused.len());
    let work = Cell::new(0);
    for (done, (nth, turn, wanted, shortages)) in refused.iter().enumerate() {
        if work.get() > MOST_WORK || watch(done, refused.len()).is_break() {
            break;
        }
        let case = Case {
            layout: &layout,
            ledger: &ledger,
            held: held(&ledger, plan, turns.get(..*nth).unwrap_or(&[])),
            asks: &asks,
            turns: &turns,
            plan,
            search,
            nth: *nth,
            wanted,
            whole: true,
            work: &work,
        };
        all.push((turn.at, case.remedies(shortages)?));
    }
    for (at, remedies) in all {
        let planned = plan.runs.get_mut(at);
        if let Some(Outcome::Refused(refusal)) = planned.map(|own| &mut own.outcome) {
            refusal.remedies = Some(remedies);
        }
    }
    Ok(())
}

/// The ledger with what the plan gives to those whose turns these are.
fn held<'a>(ledger: &Ledger<'a>, plan: &Plan, turns: &[Turn<'_>]) -> Ledger<'a> {
    let mut held = ledger.clone();
    for turn in turns {
        let planned = plan.runs.get(turn.at);
        if let Some(Outcome::Placed(placement)) = planned.map(|own| &own.outcome) {
            held.take_placed(&holder(turn), turn.run, placement);
        }
    }
    held
}

fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
