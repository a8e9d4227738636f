//! Whether runs can be placed together, decided exactly.

use super::board::{Board, Spot};
use super::exhaust::exhaust;
use super::problem::{Placement, Problem};

/// Says whether runs can all be placed together. A solver that needs a feature implements it too.
pub trait Oracle {
    /// Whether `want` can be placed together with all of `keep`, wherever these then stand, in at most
    /// `limit` steps of the oracle's own measure. Fixed runs that are not in `keep` do not count.
    fn feasible(&mut self, problem: &Problem, keep: &[u32], want: u32, limit: u64) -> Answer;
}

/// What an oracle answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// They can, so.
    Yes(Vec<Option<Placement>>),
    /// They cannot: these of `keep` are enough to keep `want` out.
    No(Vec<u32>),
    /// The limit was reached.
    Unknown,
}

/// Complete backtracking: the run with the fewest ways left is tried first, in each of its ways, and
/// resources last. A step is a way or a resource looked at.
#[derive(Debug, Clone, Copy, Default)]
pub struct Backtracking;

impl Oracle for Backtracking {
    fn feasible(&mut self, problem: &Problem, keep: &[u32], want: u32, limit: u64) -> Answer {
        let mut runs = keep.to_vec();
        runs.push(want);
        runs.sort_unstable();
        runs.dedup();
        if let Some(sum) = overdrawn(problem, &runs) {
            let draws = |run: &u32| problem.least_draw(*run, sum) > 0;
            let core = runs
                .iter()
                .copied()
                .filter(|run| *run != want && draws(run));
            return Answer::No(core.collect());
        }
        match exhaust(problem, &runs, limit) {
            Answer::No(mut core) => {
                core.retain(|run| *run != want);
                Answer::No(core)
            }
            other => other,
        }
    }
}

/// A sum of which the runs draw more than there is, however they are held.
pub(super) fn overdrawn(problem: &Problem, runs: &[u32]) -> Option<u32> {
    let mut totals = std::collections::BTreeMap::new();
    for (sum, amount) in runs.iter().flat_map(|run| problem.least_draws(*run)) {
        *totals.entry(*sum).or_insert(0i128) += i128::from(*amount);
    }
    let mut over = totals
        .into_iter()
        .filter(|(sum, total)| *total > i128::from(problem.limit(*sum)));
    over.next().map(|(sum, _)| sum)
}

/// Places all runs, or none; `None` where the limit was reached.
pub(super) fn search(board: &mut Board<'_>, runs: &mut Vec<u32>, limit: u64) -> Option<bool> {
    let mut fewest: Option<(usize, usize, Vec<Spot>)> = None;
    for (at, run) in runs.iter().enumerate() {
        if board.steps > limit {
            return None;
        }
        let most = fewest.as_ref().map_or(usize::MAX, |(count, _, _)| *count);
        let spots = free_spots(board, *run, most);
        if spots.len() < most {
            let none = spots.is_empty();
            fewest = Some((spots.len(), at, spots));
            if none {
                return Some(false);
            }
        }
    }
    let Some((_, at, spots)) = fewest else {
        return Some(true);
    };
    let run = runs.swap_remove(at);
    let mut found = Some(false);
    for spot in spots {
        board.put(run, spot);
        found = search(board, runs, limit);
        if found != Some(false) {
            break;
        }
        board.lift(run);
    }
    if found != Some(true) {
        runs.push(run);
    }
    found
}

/// The ways of the run that are free, up to `most` of them: a fixed run has one.
pub(super) fn free_spots(board: &mut Board<'_>, run: u32, most: usize) -> Vec<Spot> {
    let problem = board.problem;
    let fixed = problem.fixed_at(run).map(|at| board.spot_of(run, at));
    if let Some(fixed) = fixed {
        return fixed
            .into_iter()
            .filter(|spot| board.fits(run, *spot))
            .collect();
    }
    let mut found = Vec::new();
    for (candidate, at) in problem.candidates(run).iter().zip(0u32..) {
        let mut spot = Spot::of(at);
        extend(board, run, &candidate.needs, 0, &mut spot, most, &mut found);
        if found.len() >= most {
            break;
        }
    }
    found
}

fn extend(
    board: &mut Board<'_>,
    run: u32,
    needs: &[Vec<u32>],
    nth: usize,
    spot: &mut Spot,
    most: usize,
    found: &mut Vec<Spot>,
) {
    let Some((need, rest)) = needs.split_first() else {
        found.extend(Some(*spot).filter(|spot| board.fits(run, *spot)));
        return;
    };
    for resource in need {
        board.steps += 1;
        if found.len() >= most {
            return;
        }
        if spot.resources().all(|other| other != *resource) && spot.choose(nth, *resource) {
            if board.is_open(run, *spot, *resource) {
                extend(board, run, rest, nth + 1, spot, most, found);
            }
            spot.clear(nth);
        }
    }
}
