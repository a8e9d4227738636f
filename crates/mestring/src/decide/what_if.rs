//! What a plan would become if something happened: the least change.

use mestring_model::Desk;
use mestring_model::noun::RunState;

use super::event::{Event, EventError, apply, gaps_of};
use super::order::proposal_by;
use super::{Decider, LeaderGap, Proposal};
use crate::plan::{Moves, RunChange, Search, replan};

/// A desk to which something happened, and the least change of its plan. All of it is a proposal.
#[derive(Debug, Clone)]
pub struct WhatIf {
    /// The desk as it would be.
    pub desk: Desk,
    /// The proposal before.
    pub before: Proposal,
    /// The proposal after, in which as little as can be found stands elsewhere.
    pub after: Proposal,
    /// What stands elsewhere, has no place any more, or comes in: decided runs first, then by priority.
    pub changes: Vec<RunChange>,
    /// What is proven of the runs that had to change.
    pub forced: Moves,
    /// What is proven of the runs that change so that others come in.
    pub opened: Moves,
    /// The decided runs that lose a leader and cannot be moved, since they have begun, stood on
    /// something taken before, or lie outside the plan's days.
    pub without_leader: Vec<LeaderGap>,
}

/// Applies the events one after the other, and plans again.
pub(super) fn what_if(decider: &Decider<'_>, events: &[Event]) -> Result<WhatIf, EventError> {
    let mut desk = decider.desk.clone();
    for event in events {
        desk = apply(event, &desk)?;
    }
    let before = decider.proposal()?;
    let mut replanned = None;
    let now = decider.on(&desk);
    let as_of = decider.as_of;
    let after = proposal_by(&now, |order| {
        let patient = &mut |_| std::ops::ControlFlow::Continue(());
        let stood = (decider.desk, &before.plan);
        let made = replan(stood, (&desk, order), as_of, Search::default(), patient)?;
        let plan = made.plan.clone();
        replanned = Some(made);
        Ok(plan)
    })?;
    let (changes, forced, opened) = replanned.map_or_else(
        || {
            let nothing = Moves::AtLeast { weight: 0, runs: 0 };
            (Vec::new(), nothing, nothing)
        },
        |made| (made.changes, made.forced, made.opened),
    );
    let mut without_leader = Vec::new();
    for event in events {
        without_leader.extend(gaps_of(&desk, event)?);
    }
    let solved = |gap: &LeaderGap| changes.iter().any(|change| change.run == gap.run);
    let cancelled = |gap: &LeaderGap| {
        let run = desk.runs.iter().find(|run| run.id == gap.run);
        run.is_none_or(|run| run.state != RunState::Decided)
    };
    without_leader.retain(|gap| !solved(gap) && !cancelled(gap));
    Ok(WhatIf {
        before,
        after,
        changes,
        forced,
        opened,
        without_leader,
        desk,
    })
}

#[cfg(test)]
mod tests;
