//! Which runs could use a room that became free, in the order of priority, and what each lacks.
//!
//! A free room alone frees nothing: a session needs its leaders and its share of the budgets too.

use mestring_model::Desk;
use mestring_model::id::{RoomId, RunId};

use crate::plan::{Holder, Ledger, Outcome, Plan, Shortage, Slot, freed_lacks, lacks_of};

/// A run that could use the slot.
#[derive(Debug, Clone, PartialEq)]
pub struct FreedOption {
    /// The run.
    pub run: RunId,
    /// The run's position in [`Desk::runs`].
    pub index: usize,
    /// Its class, 1 first.
    pub class: usize,
    /// The sessions it would have, the freed one among them; empty where its pattern cannot use the
    /// slot.
    pub sessions: Vec<Slot>,
    /// The room would be for a group that follows the run there, not the one in which it is held.
    pub as_hub: bool,
    /// What it lacks, and who holds it; empty: it can have the slot now.
    pub shortages: Vec<Shortage>,
}

/// The runs that the plan does not place, in its order, each with what it would need to use a slot
/// of a room that became free.
///
/// Everything the plan places stays where it is. Runs whose window or pattern cannot use the slot
/// are left out.
pub(super) fn freed(desk: &Desk, plan: &Plan, room: &RoomId, slot: Slot) -> Vec<FreedOption> {
    let Some(at) = desk.rooms.iter().position(|own| own.id == *room) else {
        return Vec::new();
    };
    let mut ledger = Ledger::before_plan(desk, plan.period);
    for planned in &plan.runs {
        let Outcome::Placed(placement) = &planned.outcome else {
            continue;
        };
        let holder = Holder {
            class: Some(planned.class),
            run: planned.run.clone(),
        };
        if let Some(run) = desk.runs.get(planned.index) {
            ledger.take_placed(&holder, run, placement);
        }
    }
    ledger.free_room(at, slot);
    let refused = plan
        .runs
        .iter()
        .filter(|planned| matches!(planned.outcome, Outcome::Refused(_)));
    refused
        .filter_map(|planned| {
            let run = desk.runs.get(planned.index)?;
            let own = freed_lacks(&ledger, planned.ways, run, at, slot)?;
            let mut shortages = lacks_of(&ledger, run, planned.ways);
            shortages.extend(own.shortages);
            // What no room has, this one lacks too; it is said once.
            shortages.sort_by(|a, b| a.lack.cmp(&b.lack));
            shortages.dedup_by(|a, b| a.lack == b.lack);
            Some(FreedOption {
                run: planned.run.clone(),
                index: planned.index,
                class: planned.class,
                sessions: own.sessions,
                as_hub: own.as_hub,
                shortages,
            })
        })
        .collect()
}
