//! What it gives that runs may be held digitally: which rooms that frees, and who has a place by it.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use mestring_model::Desk;
use mestring_model::id::{OrganisationId, RoomId, RunId};

use super::search::{Search, plan_with};
use super::{Digital, Outcome, Placement, Plan, PlannedRun, Ranked, Slot, TimetableError, Ways};

/// A plan beside the same plan if no run might be held digitally that was asked for in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigitalPlan {
    /// How many runs may be held digitally, though they were asked for in a room.
    pub may: usize,
    /// Those that are, in the order of priority.
    pub runs: Vec<HeldDigitally>,
    /// The runs that have a place by it, in the order of priority.
    pub gains: Vec<RunId>,
    /// The runs that have none by it: a run of higher priority came in and took their leader or budget.
    pub loses: Vec<RunId>,
    /// The half-days in rooms that all runs of the plan use together.
    pub half_days: usize,
    /// The same if no run might be held digitally.
    pub half_days_without: usize,
}

/// A run that is held digitally though it was asked for in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldDigitally {
    /// The run.
    pub run: RunId,
    /// Its position in [`Desk::runs`].
    pub index: usize,
    /// What it would use of rooms otherwise; `None` where it would have no place.
    pub frees: Option<RoomUse>,
}

/// A room at some times, and those of groups elsewhere at the same times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomUse {
    /// The room.
    pub room: RoomId,
    /// The rooms elsewhere, each with its organisation.
    pub hubs: Vec<(OrganisationId, RoomId)>,
    /// When.
    pub slots: Vec<Slot>,
    /// The runs of the plan that have one of the rooms at some of these times, in the order of priority.
    pub used_by: Vec<RunId>,
}

/// Compares a plan with the one in which no run may be held digitally that was asked for in a room;
/// `None` where none may be.
///
/// `search` is that of the plan. `watch` is told how far planning again has come; when it breaks, the
/// comparison is with what was found until then.
///
/// # Errors
/// As [`plan`](super::plan()).
pub fn digital(
    desk: &Desk,
    plan: &Plan,
    search: Search,
    watch: &mut dyn FnMut(super::Progress) -> ControlFlow<()>,
) -> Result<Option<DigitalPlan>, TimetableError> {
    let may = |own: &&PlannedRun| own.ways.digital != Digital::No;
    let may = plan.runs.iter().filter(may).count();
    if may == 0 {
        return Ok(None);
    }
    let in_rooms = |own: &PlannedRun| Ranked {
        ways: Ways {
            digital: Digital::No,
            ..own.ways
        },
        ..own.ranked()
    };
    let order: Vec<Ranked> = plan.runs.iter().map(in_rooms).collect();
    let without = plan_with(desk, plan.period, &order, search, watch)?;
    let mut found = DigitalPlan {
        may,
        runs: Vec::new(),
        gains: Vec::new(),
        loses: Vec::new(),
        half_days: half_days(plan),
        half_days_without: half_days(&without),
    };
    for (own, before) in plan.runs.iter().zip(&without.runs) {
        match (own.is_placed(), before.is_placed()) {
            (true, false) => found.gains.push(own.run.clone()),
            (false, true) => found.loses.push(own.run.clone()),
            _ => {}
        }
        if own.is_digital_instead() {
            found.runs.push(HeldDigitally {
                run: own.run.clone(),
                index: own.index,
                frees: placement(before).and_then(|before| room_use(plan, before)),
            });
        }
    }
    Ok(Some(found))
}

fn placement(planned: &PlannedRun) -> Option<&Placement> {
    match &planned.outcome {
        Outcome::Placed(placement) => Some(placement),
        Outcome::Refused(_) => None,
    }
}

/// The rooms of a placement, with who has them then in the plan.
fn room_use(plan: &Plan, before: &Placement) -> Option<RoomUse> {
    let room = before.room.clone()?;
    let slots: BTreeSet<&Slot> = before.sessions.iter().collect();
    let uses = |own: &&PlannedRun| {
        placement(own).is_some_and(|placement| {
            let then = placement.sessions.iter().any(|slot| slots.contains(slot));
            then && placement
                .rooms()
                .any(|own| before.rooms().any(|room| room == own))
        })
    };
    let users = plan.runs.iter().filter(uses);
    Some(RoomUse {
        used_by: users.map(|own| own.run.clone()).collect(),
        hubs: before.hubs.clone(),
        slots: before.sessions.clone(),
        room,
    })
}

/// The half-days in rooms that the runs of a plan use, in each room for itself.
fn half_days(plan: &Plan) -> usize {
    let placed = plan.runs.iter().filter_map(placement);
    let half_days = placed.map(|own| own.rooms().count() * own.sessions.len());
    half_days.sum()
}

#[cfg(test)]
mod tests;
