//! A second oracle for what the search by strict rank leaves open.

use super::board::Spot;
use super::check::{STEPS, check_placements};
use super::oracle::{Answer, Backtracking, Oracle};
use super::problem::{Placement, Problem};
use super::refusal::Reason;
use super::solve::Solver;

/// An oracle that is asked where the search neither places a run nor proves that it has no place.
pub struct Second<'o> {
    /// The oracle.
    pub oracle: &'o mut dyn Oracle,
    /// The limit of each question, in the oracle's own steps.
    pub steps: u64,
}

impl Solver<'_> {
    /// Asks for each run of the level that is open. The oracle is not believed: a timetable of its own
    /// is taken where it is feasible and keeps everybody, a conflict where it cannot be made smaller
    /// and [`Backtracking`] repeats it within the steps that the checker gives it.
    pub(super) fn ask(&mut self, level: u32, second: &mut Second<'_>) {
        let problem = self.board.problem;
        for run in self.without_place(level) {
            let kept = (self.ladder).kept(problem, run, &|other| self.board.is_placed(other));
            match second.oracle.feasible(problem, &kept, run, second.steps) {
                Answer::Yes(placements) => {
                    if let Some(spots) = self.spots(&kept, run, &placements) {
                        self.board.restore(&spots);
                    }
                }
                Answer::No(mut core) => {
                    core.retain(|other| kept.binary_search(other).is_ok());
                    core.sort_unstable();
                    let with = shrink(problem, second, core, run);
                    if let Some(with) = with.filter(|with| repeated(problem, with, run)) {
                        self.refuse(run, Reason::Conflict { with });
                    }
                }
                Answer::Unknown => {}
            }
        }
    }

    /// Where all stand in the oracle's timetable, if it is feasible and places everybody kept and the
    /// run.
    fn spots(
        &self,
        kept: &[u32],
        run: u32,
        placements: &[Option<Placement>],
    ) -> Option<Vec<Option<Spot>>> {
        let problem = self.board.problem;
        check_placements(problem.setting(), placements).ok()?;
        let at = |(run, at): (u32, &Option<Placement>)| {
            at.as_ref().and_then(|at| self.board.spot_of(run, at))
        };
        let spots: Vec<Option<Spot>> = (0..problem.len()).zip(placements).map(at).collect();
        let stands = |run: &u32| {
            let fixed = problem.fixed_at(*run);
            let at = placements.get(*run as usize).and_then(Option::as_ref);
            matches!(spots.get(*run as usize), Some(Some(_)))
                && fixed.is_none_or(|fixed| at == Some(fixed))
        };
        let all = kept.iter().chain([&run]).all(stands);
        all.then_some(spots)
    }
}

/// Leaves out every run without which the conflict stands; `None` where one could not be decided.
/// Whoever is needed is needed by each smaller conflict too, so none is asked for twice.
fn shrink(
    problem: &Problem,
    second: &mut Second<'_>,
    mut core: Vec<u32>,
    run: u32,
) -> Option<Vec<u32>> {
    let mut at = 0;
    while at < core.len() {
        let mut fewer = core.clone();
        fewer.remove(at);
        match second.oracle.feasible(problem, &fewer, run, second.steps) {
            Answer::No(smaller) => {
                fewer.retain(|other| smaller.contains(other));
                core = fewer;
            }
            Answer::Yes(_) => at += 1,
            Answer::Unknown => return None,
        }
    }
    Some(core)
}

/// Whether the checker will find the conflict again.
fn repeated(problem: &Problem, with: &[u32], run: u32) -> bool {
    matches!(
        Backtracking.feasible(problem, with, run, STEPS),
        Answer::No(_)
    )
}
