//! What a plan would become if something happened: the least change.

use mestring_model::Desk;
use mestring_model::id::RunId;
use mestring_model::noun::RunState;

use super::event::{
    BudgetLeft, Event, EventError, GivenBack, OpenSeat, RoomGap, Shifted, apply, budget_left,
    gaps_of, given_back, room_gaps_of, seat, shifted,
};
use super::order::proposal_by;
use super::{DecideError, Decider, LeaderGap, Proposal};
use crate::plan::{Fate, Moves, RunChange, Search, decided_slots, replan};

/// A desk to which something happened, and the least change of its plan. All of it is a proposal.
#[derive(Debug, Clone)]
pub struct WhatIf {
    /// What happened, in its order.
    pub events: Vec<Event>,
    /// The desk as it would be.
    pub desk: Desk,
    /// The proposal before.
    pub before: Proposal,
    /// The proposal after, in which as little as can be found stands elsewhere.
    pub after: Proposal,
    /// What stands elsewhere, has no place any more, or comes in: decided runs first, then by priority.
    pub changes: Vec<RunChange>,
    /// The runs that would have a place (true), or none, in a plan made anew in strict order, other than
    /// in `after`.
    pub anew: Vec<(RunId, bool)>,
    /// What is proven of the runs that had to change.
    pub forced: Moves,
    /// What is proven of the runs that change so that others come in.
    pub opened: Moves,
    /// The decided runs that lose a leader and have none in another way: those that cannot be moved,
    /// since they have begun, stood on something taken before, or lie outside the plan's days; and those
    /// of `changes` that have no place any more, which could stand where they stood if somebody stepped
    /// in.
    pub without_leader: Vec<LeaderGap>,
    /// The decided runs that lose a room and cannot be moved, for the same reasons.
    pub without_room: Vec<RoomGap>,
    /// The decided runs whose sessions move since the centre is closed, and that change in nothing else.
    pub shifted: Vec<Shifted>,
    /// What is left of each budget that was cut, in the order of the events.
    pub budgets: Vec<BudgetLeft>,
    /// What each run that was cancelled had.
    pub given_back: Vec<GivenBack>,
    /// Each seat that became free, as its run stands in the end.
    pub seats: Vec<OpenSeat>,
}

/// Why nobody can say what would become of a plan.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WhatIfError {
    /// One of the events cannot have happened.
    #[error("event {number}: {error}")]
    Event {
        /// Which, 1 first.
        number: usize,
        /// Why not.
        error: EventError,
    },
    /// The desk gives no proposal.
    #[error(transparent)]
    Decide(#[from] DecideError),
}

impl WhatIfError {
    /// The error's stable code.
    pub fn code(&self) -> &'static str {
        match self {
            WhatIfError::Event { error, .. } => error.code(),
            WhatIfError::Decide(error) => error.code(),
        }
    }
}

/// Applies the events one after the other, and plans again.
pub(super) fn what_if(decider: &Decider<'_>, events: &[Event]) -> Result<WhatIf, WhatIfError> {
    let mut desk = decider.desk.clone();
    let mut given = Vec::new();
    for (number, event) in (1..).zip(events) {
        if let Event::RunCancelled { run } = event {
            // As it stood then: it has nothing to give once it is cancelled.
            given.extend(desk.run(run).map(|run| given_back(&desk, run)));
        }
        desk = apply(event, &desk).map_err(|error| WhatIfError::Event { number, error })?;
    }
    let before = decider.proposal()?;
    let mut replanned = None;
    let now = decider.on(&desk);
    let as_of = decider.as_of;
    let mut after = proposal_by(&now, |order| {
        let patient = &mut |_| std::ops::ControlFlow::Continue(());
        let stood = (decider.desk, &before.plan);
        let made = replan(stood, (&desk, order), as_of, Search::default(), patient)?;
        let plan = made.plan.clone();
        replanned = Some(made);
        Ok(plan)
    })?;
    let (mut changes, forced, opened) = replanned.map_or_else(
        || {
            let nothing = Moves::AtLeast { weight: 0, runs: 0 };
            (Vec::new(), nothing, nothing)
        },
        |made| (made.changes, made.forced, made.opened),
    );
    let mut moved_on = shifted(decider.desk, &desk);
    for own in &moved_on {
        let change = changes.iter_mut().find(|change| change.run == own.run);
        let Some((change, run)) = change.zip(decider.desk.run(&own.run)) else {
            continue;
        };
        // The planner found it where the closed day put it; people were told of where it stood.
        if let Some(before) = &mut change.before {
            before.sessions = decided_slots(decider.desk, run);
        }
        if change.fate == Fate::Moved {
            change.fate = Fate::Replaced;
        }
    }
    moved_on.retain(|own| !changes.iter().any(|change| change.run == own.run));
    let (mut without_leader, mut without_room) = (Vec::new(), Vec::new());
    let (mut budgets, mut seats) = (Vec::new(), Vec::new());
    for (number, event) in (1..).zip(events) {
        let gaps = gaps_of(&desk, event);
        without_leader.extend(gaps.map_err(|error| WhatIfError::Event { number, error })?);
        without_room.extend(room_gaps_of(&desk, event));
        match event {
            Event::BudgetCut { budget, .. } => {
                budgets.retain(|own: &BudgetLeft| own.budget != *budget);
                budgets.extend(budget_left(&desk, budget));
            }
            Event::SeatDeclined { run } => {
                seats.retain(|own: &OpenSeat| own.run != *run);
                seats.extend(desk.run(run).map(|run| seat(&desk, run)));
            }
            _ => {}
        }
    }
    let decided = |run: &RunId| {
        let own = desk.run(run);
        own.is_some_and(|run| run.state == RunState::Decided)
    };
    let changed = |run: &RunId| changes.iter().any(|own| own.run == *run);
    let solved = |run: &RunId| {
        let mut own = changes.iter().filter(|own| own.run == *run);
        own.any(|own| own.fate != Fate::Dropped)
    };
    without_leader.retain(|gap: &LeaderGap| decided(&gap.run) && !solved(&gap.run));
    without_room.retain(|gap: &RoomGap| decided(&gap.run) && !changed(&gap.run));
    seats.retain(|own| decided(&own.run));
    // Where those stand that change is told with the change.
    after.badly_placed.retain(|own| !changed(&own.run));
    let anew = now.proposal()?.plan.runs;
    let differs = anew.iter().zip(&after.plan.runs);
    let differs = differs.filter(|(anew, after)| anew.is_placed() != after.is_placed());
    Ok(WhatIf {
        anew: differs
            .map(|(anew, _)| (anew.run.clone(), anew.is_placed()))
            .collect(),
        events: events.to_vec(),
        before,
        after,
        changes,
        forced,
        opened,
        without_leader,
        without_room,
        shifted: moved_on,
        budgets,
        given_back: given,
        seats,
        desk,
    })
}

#[cfg(test)]
mod tests;
