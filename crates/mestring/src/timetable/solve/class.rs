//! The bound of a class: choices of runs that the relaxation likes, tried until none is left or the
//! reason why they cannot be placed is not found.

use std::ops::ControlFlow;

use super::Solver;
use crate::timetable::bound::Bound;
use crate::timetable::capacity::overfull;
use crate::timetable::crowding::crowded;
use crate::timetable::ladder::Ladder;
use crate::timetable::refusal::{Reason, reason};
use crate::timetable::relaxation::{Cuts, Relaxation};
use crate::timetable::solve::Proof;
use crate::timetable::walk::{Aim, SHAKES};

/// How many conflicts a bound is made of at most.
const CONFLICTS: usize = 300;

/// How many sets of weights a bound is made of at most.
const CROWDS: usize = 60;

impl Solver<'_> {
    /// The bound of the class; its best choice by sums is tried as a start.
    pub(super) fn goal_of_class(&mut self, level: u32, members: &[u32]) -> i64 {
        let able = members
            .iter()
            .filter(|run| self.hopeless.get(**run as usize) == Some(&false));
        let all: i64 = able.map(|run| self.ladder.worth(*run)).sum();
        let reached = self.value(level);
        if reached == all {
            self.proofs.push((all, Proof::Refusals));
            return all;
        }
        let kept: Vec<i64> = (0..level).map(|level| self.value(level)).collect();
        let (mut reached, mut cuts) = (reached, Cuts::default());
        let mut steps = self.limits.steps / 8;
        // What cannot be placed as chosen takes more than a group has, or has a conflict, which the
        // next choice keeps clear of.
        let problem = self.board.problem;
        let mut found = loop {
            let relaxation = Relaxation::new(problem, &self.ladder, level, &kept, &cuts);
            let found = relaxation.solve(reached, self.limits.nodes);
            let Some(choice) = &found.choice else {
                break found;
            };
            match self.try_choice(level, choice, steps, &mut reached, &mut cuts) {
                true => steps = self.limits.steps / 160,
                false => break found,
            }
        };
        // Where that ends with a better choice that was not placed, weights may show that it cannot be.
        if found.choice.is_some() {
            let before = (reached, cuts.clone());
            self.crowd(level, &kept, &mut reached, &mut cuts);
            if before.0 != reached || before.1 != cuts {
                let relaxation = Relaxation::new(problem, &self.ladder, level, &kept, &cuts);
                found = relaxation.solve(reached, self.limits.nodes);
            }
        }
        let Bound {
            bound, certificate, ..
        } = found;
        let proof = Proof::Sums { cuts, certificate };
        self.proofs.push((bound, proof));
        bound
    }

    /// Places what the choice holds, if that is not worse, or notes why not; whether something came of
    /// it.
    fn try_choice(
        &mut self,
        level: u32,
        choice: &[u32],
        steps: u64,
        reached: &mut i64,
        cuts: &mut Cuts,
    ) -> bool {
        if cuts.conflicts.len() >= CONFLICTS {
            return false;
        }
        let group = overfull(self.board.problem, choice);
        if let Some(group) = group.filter(|group| !cuts.groups.contains(group)) {
            cuts.groups.push(group);
            return true;
        }
        let found = self.start_from(level, choice, steps);
        let (before, known) = (*reached, cuts.conflicts.len());
        *reached = self.value(level);
        let new = found.into_iter();
        for conflict in new {
            if !cuts.conflicts.contains(&conflict) {
                cuts.conflicts.push(conflict);
            }
        }
        *reached > before || cuts.conflicts.len() > known
    }

    /// Looks for weights that show why better choices cannot be placed, and tries those of which none
    /// show it.
    fn crowd(&mut self, level: u32, kept: &[i64], reached: &mut i64, cuts: &mut Cuts) {
        let problem = self.board.problem;
        for _ in 0..CROWDS {
            let relaxation = Relaxation::new(problem, &self.ladder, level, kept, cuts);
            let Some(choice) = relaxation.better(*reached, self.limits.nodes / 100) else {
                return;
            };
            match crowded(problem, &choice).filter(|weights| !cuts.weights.contains(weights)) {
                Some(weights) => cuts.weights.push(weights),
                None => {
                    let steps = self.limits.steps / 160;
                    if !self.try_choice(level, &choice, steps, reached, cuts) {
                        return;
                    }
                }
            }
        }
    }

    /// Places what the choice holds, and nothing else up to the level, if that is not worse; the
    /// conflicts of the choice that were found.
    fn start_from(&mut self, level: u32, choice: &[u32], steps: u64) -> Vec<Vec<u32>> {
        let problem = self.board.problem;
        let values = |of: &Self| -> Vec<i64> { (0..=level).map(|level| of.value(level)).collect() };
        let (before, spots) = (values(self), self.board.spots().to_vec());
        let mut left_out = vec![true; self.hopeless.len()];
        for run in choice {
            if let Some(out) = left_out.get_mut(*run as usize) {
                *out = false;
            }
        }
        for (run, out) in (0..problem.len()).zip(&left_out) {
            if *out && self.ladder.level(run) <= level && !problem.is_fixed(run) {
                self.board.lift(run);
            }
        }
        for run in choice {
            self.place_free(*run);
        }
        let aim = Aim {
            ladder: &Ladder::flat(choice, self.hopeless.len()),
            level: 0,
            goal: i64::try_from(choice.len()).unwrap_or(i64::MAX),
            hopeless: &left_out,
            shakes: SHAKES,
            until: self.board.steps.saturating_add(steps),
        };
        let mut patient = |_, _| ControlFlow::Continue(());
        let _ = self.walk.improve(&mut self.board, &aim, &mut patient);
        let conflicts = self.conflicts(level, choice);
        if values(self) < before {
            self.board.restore(&spots);
        }
        conflicts
    }

    /// Why runs of the choice have no place beside the rest of it, as far as that can be proven.
    fn conflicts(&self, level: u32, choice: &[u32]) -> Vec<Vec<u32>> {
        let problem = self.board.problem;
        let kept: Vec<u32> = (0..problem.len())
            .filter(|run| self.board.is_placed(*run))
            .filter(|run| self.ladder.level(*run) <= level || problem.is_fixed(*run))
            .collect();
        let mut found: Vec<Vec<u32>> = Vec::new();
        for run in choice.iter().filter(|run| !self.board.is_placed(**run)) {
            let Reason::Conflict { with: mut runs } = reason(problem, &self.board, &kept, *run)
            else {
                continue;
            };
            runs.push(*run);
            runs.sort_unstable();
            found.push(runs);
        }
        found
    }
}
