//! Why a run has no place.

use super::board::{Board, Spot};
use super::capacity::{full, missing};
use super::ladder::Ladder;
use super::oracle::{Answer, Backtracking, Oracle, free_spots, overdrawn};
use super::problem::Problem;

/// How many steps a search for a conflict may take.
const STEPS: u64 = 3_000;

/// How many runs a conflict is looked for among.
const AMONG: usize = 40;

/// A run without a place, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The run.
    pub run: u32,
    /// Why.
    pub reason: Reason,
}

/// Why a run cannot be added to the runs that are placed at its level and before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It has no way at all. Each of the needs listed (positions among the needs of its patterns) is
    /// alone to blame: without it there would be a way.
    NoWay {
        /// The needs.
        needs: Vec<u32>,
    },
    /// It had no place and nobody new is let in (see [`Problem::keep_out_wishes`]).
    KeptOut,
    /// A sum does not reach for it and those who draw from it, whatever their ways.
    Sum {
        /// The sum.
        sum: u32,
        /// Who draws from it.
        holders: Vec<u32>,
        /// How much more the sum would have to hold.
        missing: i64,
    },
    /// It cannot be placed together with these, wherever they stand; with any one of them left out
    /// it could.
    Conflict {
        /// The runs.
        with: Vec<u32>,
    },
    /// The resources have too few free slots for it and for these, whatever their times.
    Capacity {
        /// All resources that would do for a need of it.
        resources: Vec<u32>,
        /// Who needs slots of them too.
        holders: Vec<u32>,
        /// How many slots are missing.
        missing: i64,
    },
    /// Every way of it is taken by these where they stand. Whether they could all stand elsewhere
    /// was searched for and not found, which proves nothing.
    Occupied {
        /// The runs.
        by: Vec<u32>,
    },
}

impl Reason {
    /// Whether it proves that the run cannot be added while those placed before it keep a place.
    pub fn is_proof(&self) -> bool {
        !matches!(self, Reason::Occupied { .. })
    }
}

/// The reasons of all runs without a place, by priority. `proven` holds proofs that were found when
/// the run's level was searched, which still hold where those whom they name have kept a place.
pub(super) fn refusals(
    ladder: &Ladder,
    board: &Board<'_>,
    mut proven: Vec<Option<Reason>>,
) -> Vec<Refusal> {
    let problem = board.problem;
    let refused = problem.order().iter().copied();
    let refused = refused.filter(|run| !board.is_placed(*run));
    let refused = refused.map(|run| {
        let kept = ladder.kept(problem, run, &|other| board.is_placed(other));
        let proven = proven.get_mut(run as usize).and_then(Option::take);
        let proven = proven.filter(|reason| {
            let named = match reason {
                Reason::Sum { holders, .. } | Reason::Capacity { holders, .. } => holders,
                Reason::Conflict { with } => with,
                _ => return true,
            };
            named.iter().all(|other| kept.binary_search(other).is_ok())
        });
        Refusal {
            run,
            reason: proven.unwrap_or_else(|| reason(problem, board, &kept, run)),
        }
    });
    refused.collect()
}

/// Why the run cannot join those kept, as they stand on the board.
pub(super) fn reason(problem: &Problem, board: &Board<'_>, kept: &[u32], run: u32) -> Reason {
    if problem.is_kept_out(run) {
        return Reason::KeptOut;
    }
    if problem.candidates(run).is_empty() {
        return Reason::NoWay {
            needs: to_blame(problem, run),
        };
    }
    if let Some(reason) = short(problem, kept, run) {
        return reason;
    }
    let by = in_the_way(board, kept, run);
    conflict(problem, board, kept, run, &by)
        .or_else(|| full(problem, kept, run))
        .unwrap_or(Reason::Occupied { by })
}

/// The needs each of which alone keeps a run without candidates from having a way.
pub(super) fn to_blame(problem: &Problem, run: u32) -> Vec<u32> {
    let runs = &problem.setting().runs;
    let patterns = runs.get(run as usize).map_or(&[][..], |run| &run.patterns);
    let most = patterns
        .iter()
        .map(|pattern| pattern.needs.len())
        .max()
        .unwrap_or(0);
    let without = |left_out: usize| {
        patterns.iter().any(|pattern| {
            let mut others = pattern
                .needs
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != left_out);
            left_out < pattern.needs.len()
                && others.all(|(_, need)| {
                    let mut options = need.iter();
                    options.any(|option| problem.could_serve(*option, &pattern.slots))
                })
        })
    };
    (0u32..)
        .take(most)
        .filter(|need| without(*need as usize))
        .collect()
}

/// The first of the run's sums that does not reach for it and for those kept.
pub(super) fn short(problem: &Problem, kept: &[u32], run: u32) -> Option<Reason> {
    problem.least_draws(run).iter().find_map(|(sum, amount)| {
        let holders = kept
            .iter()
            .copied()
            .filter(|other| problem.least_draw(*other, *sum) > 0);
        let holders: Vec<u32> = holders.collect();
        let held = holders
            .iter()
            .map(|other| i128::from(problem.least_draw(*other, *sum)));
        let total = held.sum::<i128>() + i128::from(*amount);
        let missing = total - i128::from(problem.limit(*sum));
        let missing = i64::try_from(missing).unwrap_or(i64::MAX);
        (missing > 0).then_some(Reason::Sum {
            sum: *sum,
            holders,
            missing,
        })
    })
}

/// The kept runs that stand where the run could, or draw from a sum that it could draw from.
fn in_the_way(board: &Board<'_>, kept: &[u32], run: u32) -> Vec<u32> {
    let problem = board.problem;
    let mut by: Vec<u32> = Vec::new();
    for candidate in problem.candidates(run) {
        for resource in candidate.needs.iter().flatten() {
            let holders = candidate
                .slots
                .iter()
                .map(|slot| board.holder(*resource, *slot));
            by.extend(holders.filter(|holder| kept.binary_search(holder).is_ok()));
            if let Some(sum) = problem.drawn(*resource)
                && board.left(sum) < candidate.units()
            {
                let drawers = board.drawers(sum).iter().copied();
                by.extend(drawers.filter(|drawer| kept.binary_search(drawer).is_ok()));
            }
        }
    }
    for (sum, amount) in problem.draws(run) {
        if board.left(*sum) < *amount {
            let drawers = board.drawers(*sum).iter().copied();
            by.extend(drawers.filter(|drawer| kept.binary_search(drawer).is_ok()));
        }
    }
    by.sort_unstable();
    by.dedup();
    by
}

/// A conflict among those in the way, or those in their way in turn, made irreducible by deletion.
fn conflict(
    problem: &Problem,
    board: &Board<'_>,
    kept: &[u32],
    run: u32,
    by: &[u32],
) -> Option<Reason> {
    let mut oracle = Backtracking;
    let mut among = by.to_vec();
    loop {
        if among.len() > AMONG {
            return None;
        }
        match oracle.feasible(problem, &among, run, STEPS) {
            Answer::No(core) => return shrink(problem, &mut oracle, core, run),
            Answer::Unknown => return None,
            Answer::Yes(_) => {}
        }
        let mut more: Vec<u32> = among.clone();
        for other in &among {
            more.extend(
                in_the_way(board, kept, *other)
                    .into_iter()
                    .filter(|of| *of != run),
            );
        }
        more.sort_unstable();
        more.dedup();
        if more.len() == among.len() {
            more = with_drawers(board, kept, run, more);
        }
        if more.len() == among.len() {
            return None;
        }
        among = more;
    }
}

/// The runs, and all kept runs that draw from a sum from which they, or the run, could draw: what
/// reaches for one of them where all stand now need not reach for all elsewhere.
fn with_drawers(board: &Board<'_>, kept: &[u32], run: u32, mut among: Vec<u32>) -> Vec<u32> {
    let problem = board.problem;
    let mut sums = std::collections::BTreeSet::new();
    for other in among.iter().chain([&run]) {
        sums.extend(problem.draws(*other).iter().map(|(sum, _)| *sum));
        let options = problem.candidates(*other).iter().flat_map(|of| &of.needs);
        sums.extend(
            options
                .flatten()
                .filter_map(|option| problem.drawn(*option)),
        );
    }
    let drawers = sums.iter().flat_map(|sum| board.drawers(*sum));
    among.extend(drawers.filter(|drawer| kept.binary_search(drawer).is_ok()));
    among.sort_unstable();
    among.dedup();
    among
}

/// Leaves out every run without which the conflict stands; `None` where one could not be decided.
fn shrink(
    problem: &Problem,
    oracle: &mut Backtracking,
    mut core: Vec<u32>,
    run: u32,
) -> Option<Reason> {
    let mut at = 0;
    while at < core.len() {
        let mut fewer = core.clone();
        fewer.remove(at);
        match oracle.feasible(problem, &fewer, run, STEPS) {
            Answer::No(_) => core = fewer,
            Answer::Yes(_) => at += 1,
            Answer::Unknown => return None,
        }
    }
    Some(Reason::Conflict { with: core })
}

/// Whether the reason holds for the timetable: again from the problem, with `steps` for a conflict.
pub(super) fn holds(
    problem: &Problem,
    board: &mut Board<'_>,
    kept: &[u32],
    run: u32,
    reason: &Reason,
    steps: u64,
) -> bool {
    let known = |runs: &[u32]| runs.iter().all(|other| kept.binary_search(other).is_ok());
    match reason {
        Reason::KeptOut => problem.is_kept_out(run),
        Reason::NoWay { needs } => {
            !problem.is_kept_out(run)
                && problem.candidates(run).is_empty()
                && *needs == to_blame(problem, run)
        }
        Reason::Sum {
            sum,
            holders,
            missing,
        } => {
            let mut all = holders.clone();
            all.push(run);
            let total: i128 = all
                .iter()
                .map(|run| i128::from(problem.least_draw(*run, *sum)))
                .sum();
            known(holders)
                && holders.is_sorted_by(|one, next| one < next)
                && i64::try_from(total - i128::from(problem.limit(*sum))).unwrap_or(i64::MAX)
                    == *missing
                && *missing > 0
        }
        Reason::Capacity {
            resources,
            holders,
            missing: told,
        } => {
            let mut all = holders.clone();
            all.push(run);
            let once = |all: &[u32]| all.is_sorted_by(|one, next| one < next);
            known(holders)
                && once(holders)
                && once(resources)
                && missing(problem, resources, &all) == *told
                && *told > 0
        }
        Reason::Conflict { with } => {
            let mut all = with.clone();
            all.push(run);
            known(with)
                && (overdrawn(problem, &all).is_some()
                    || matches!(
                        Backtracking.feasible(problem, with, run, steps),
                        Answer::No(_)
                    ))
        }
        Reason::Occupied { by } => {
            let others = (0..problem.len()).filter(|other| kept.binary_search(other).is_err());
            let gone: Vec<(u32, Spot)> = others
                .filter_map(|other| Some((other, board.lift(other)?)))
                .collect();
            let free = free_spots(board, run, 1);
            for (other, spot) in gone {
                board.put(other, spot);
            }
            known(by) && free.is_empty()
        }
    }
}
