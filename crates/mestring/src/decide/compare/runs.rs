//! Who gets the capacity by two packs of priority.

use std::collections::BTreeMap;

use mestring_model::id::RunId;

use super::effect::{self, Counts, Effects, RunMove};
use crate::decide::{Decider, Moved, Proposal, moved};
use crate::plan::PlannedRun;

/// Two proposals for the same wished runs, and what differs.
#[derive(Debug, Clone, PartialEq)]
pub struct RunsCompared {
    /// The proposal by the first packs.
    pub before: Proposal,
    /// The proposal by the second.
    pub after: Proposal,
    /// The runs whose rank, class or outcome differs, in the order of the second.
    pub moved: Vec<Moved>,
    /// What becomes of all wished runs together.
    pub total: Counts,
    /// The same by target group, organiser, lender, municipality and level, in that order.
    pub effects: Vec<Effects>,
    /// Runs whose target groups no row states, so that they were read from something else.
    pub groups_read: usize,
}

pub(super) fn compared(decider: &Decider<'_>, before: Proposal, after: Proposal) -> RunsCompared {
    let moves = moves(&before, &after);
    let read = after.runs.iter().filter(|run| !run.readings.is_empty());
    RunsCompared {
        moved: moved(&before, &after),
        total: Counts::of(moves.iter()),
        effects: effect::effects(decider, &moves),
        groups_read: read.count(),
        before,
        after,
    }
}

/// Every run with its ranks and outcomes, in the order of the second proposal.
fn moves(before: &Proposal, after: &Proposal) -> Vec<RunMove> {
    let earlier = before.plan.runs.iter().enumerate();
    let earlier: BTreeMap<&RunId, (usize, &PlannedRun)> =
        earlier.map(|(at, own)| (&own.run, (at, own))).collect();
    let runs = after.plan.runs.iter().zip(&after.runs).enumerate();
    runs.filter_map(|(rank_after, (planned, ranked))| {
        let (rank_before, old) = earlier.get(&planned.run)?;
        Some(RunMove {
            run: planned.run.clone(),
            index: planned.index,
            rank_before: *rank_before,
            rank_after,
            placed_before: old.is_placed(),
            placed_after: planned.is_placed(),
            seats: ranked.facts.seats.into_known(),
            expected: ranked.facts.expected_participants.into_known(),
        })
    })
    .collect()
}
