//! Planning again after something changed, with as few moves of what is placed as possible.
//!
//! First the levels, as in [`solve`](super::solve()); then, with those runs placed, the least weight
//! of runs that stand elsewhere though they could have stayed, and among equal weights the fewest
//! runs. The search takes all runs without a place together and raises what it may spend step by
//! step, so that what it says of the least is said of the timetable as a whole.

mod check;
mod lessen;
mod search;

use std::ops::ControlFlow;

use super::ladder::Order;
use super::problem::{Placement, Problem};
use super::solve::{Limits, Progress, Solution, Solver};
use super::walk::SHAKES;
use lessen::Before;
use search::Price;

pub use check::{Repeated, check_moves};

/// How often runs that were refused are looked at again after moves made room.
const ROUNDS: usize = 8;

/// A timetable after a change, and what became of those who were placed before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replanned {
    /// Where runs are placed now, what that reaches and why others are refused.
    pub solution: Solution,
    /// Those placed before who do not stand where they stood, by position.
    pub changes: Vec<Changed>,
    /// How little could be moved.
    pub moves: Moves,
}

/// A run that was placed before and does not stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The run.
    pub run: u32,
    /// What moving it weighs.
    pub weight: i64,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a run that was placed before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Its old place is possible by itself, beside what is fixed, and it stands elsewhere.
    Moved,
    /// Its old place is gone, and it stands elsewhere.
    Replaced,
    /// It has no place now.
    Dropped,
}

/// What is proven of the runs that [moved](Fate::Moved). The claim is about all timetables that place
/// the same runs: those that are dropped or replaced are the same in all of them. By strict rank,
/// where every level is proven, no timetable that reaches the levels places other runs. By value,
/// other runs may be worth the same: then one that places them may move less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moves {
    /// None moves less weight, and none that moves the same weight moves fewer runs. Where all weights
    /// are equal, none moves fewer runs at all.
    Least,
    /// None moves less than this weight, and none that moves this weight moves fewer runs; what was
    /// found moves more. Zero and zero say nothing.
    AtLeast {
        /// The weight.
        weight: i128,
        /// The runs.
        runs: u32,
    },
}

/// Places the runs in the order, within the limits, and moves as few as it can of those that stand as
/// [`Standing::Placed`](super::Standing::Placed). [`Problem::keep_out_wishes`] keeps those without a
/// place out; otherwise the levels decide first, and one may come in at the price of moves.
///
/// The steps of the limits hold for each level that is not proven and, once more, for the moves.
pub fn replan(
    problem: &Problem,
    order: Order,
    limits: Limits,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Replanned {
    let before = Before::new(problem);
    let mut solver = Solver::new(problem, order, limits);
    for run in problem.order() {
        if let Some(spot) = before.spot(*run) {
            solver.stand(*run, spot);
        }
    }
    for level in 0..solver.levels() {
        let goal = solver.begin(level);
        let until = solver.board.steps.saturating_add(limits.steps / 4);
        for run in solver.without_place(level) {
            before.make_room(&mut solver.board, &solver.ladder, run, until);
        }
        for (shakes, part) in [(0, 4), (SHAKES, 2)] {
            solver.improve(level, goal, shakes, limits.steps / part, watch);
        }
    }
    let levels = solver.levels();
    solver.close();
    let mut bound = None;
    for _ in 0..ROUNDS {
        if solver.stopped {
            break;
        }
        let mut tell = |steps| {
            watch(Progress {
                level: levels,
                levels,
                steps,
                value: 0,
            })
        };
        let flow = before.lessen(&mut solver.board, limits.steps, &mut tell);
        solver.stopped = flow.is_break();
        if !solver.close() {
            let (ControlFlow::Continue(least) | ControlFlow::Break(least)) = flow;
            bound = Some(least);
            break;
        }
    }
    let cost = before.cost(&solver.board);
    let moves = match bound {
        Some(bound) if bound >= cost => Moves::Least,
        bound => at_least(bound.unwrap_or(0)),
    };
    let moves = if cost == 0 { Moves::Least } else { moves };
    let solution = solver.report();
    Replanned {
        changes: changes(problem, &before, &solution.placements),
        solution,
        moves,
    }
}

fn at_least(bound: Price) -> Moves {
    Moves::AtLeast {
        weight: i128::try_from(bound >> 32).unwrap_or(i128::MAX),
        runs: u32::try_from(bound & Price::from(u32::MAX)).unwrap_or(u32::MAX),
    }
}

/// What became of those placed before who do not stand where they stood.
fn changes(problem: &Problem, before: &Before, placements: &[Option<Placement>]) -> Vec<Changed> {
    let changed = (0..problem.len()).zip(placements).filter_map(|(run, now)| {
        let (at, weight) = problem.placed_at(run)?;
        let fate = match now {
            None => Fate::Dropped,
            Some(now) if now == at => return None,
            Some(_) if before.spot(run).is_some() => Fate::Moved,
            Some(_) => Fate::Replaced,
        };
        Some(Changed { run, weight, fate })
    });
    changed.collect()
}
