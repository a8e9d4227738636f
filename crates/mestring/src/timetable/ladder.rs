//! What counts before what.

use super::problem::Problem;

/// In which order runs are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Class, then rank, then position: no run is left out for one that comes later.
    #[default]
    Strict,
    /// Class by class: each class places the most value that it can while the classes before it keep
    /// theirs. Which runs of a class are placed may differ from its ranks, and a run
    /// worth nothing takes only what all others leave.
    MostValue,
}

/// The order as levels: each is served as well as can be before the next counts at all.
#[derive(Debug, Clone)]
pub(super) struct Ladder {
    levels: Vec<u32>,
    worths: Vec<i64>,
    members: Vec<Vec<u32>>,
}

impl Ladder {
    pub(super) fn new(problem: &Problem, order: Order) -> Self {
        let mut ladder = Ladder::empty(problem.setting().runs.len());
        let classes = problem.classes();
        for (nth, run) in (0u32..).zip(problem.order()) {
            let (level, worth) = match order {
                Order::Strict => (nth, 1),
                Order::MostValue => {
                    let class = problem.class(*run);
                    let at = classes.iter().position(|of| *of == class).unwrap_or(0);
                    (u32::try_from(at).unwrap_or(u32::MAX), problem.value(*run))
                }
            };
            ladder.set(*run, level, worth);
            if ladder.members.len() <= level as usize {
                ladder.members.push(Vec::new());
            }
            if let Some(members) = ladder.members.last_mut() {
                members.push(*run);
            }
        }
        // Greedy placement by value; the order of ranks among equals.
        for members in &mut ladder.members {
            let worths = &ladder.worths;
            members.sort_by_key(|run| std::cmp::Reverse(worths.get(*run as usize).copied()));
        }
        ladder
    }

    /// One level in which each of the runs counts for 1, and no other run counts.
    pub(super) fn flat(runs: &[u32], count: usize) -> Self {
        let mut ladder = Ladder::empty(count);
        for run in runs {
            ladder.set(*run, 0, 1);
        }
        ladder.members = vec![runs.to_vec()];
        ladder
    }

    /// A level for each of the runs, and a last one for `last`; no other run counts.
    pub(super) fn after(runs: &[u32], last: u32, count: usize) -> Self {
        let mut ladder = Ladder::empty(count);
        for (level, run) in (0u32..).zip(runs.iter().chain([&last])) {
            ladder.set(*run, level, 1);
            ladder.members.push(vec![*run]);
        }
        ladder
    }

    fn empty(count: usize) -> Self {
        Ladder {
            levels: vec![u32::MAX; count],
            worths: vec![0; count],
            members: Vec::new(),
        }
    }

    fn set(&mut self, run: u32, level: u32, worth: i64) {
        if let (Some(of), Some(value)) = (
            self.levels.get_mut(run as usize),
            self.worths.get_mut(run as usize),
        ) {
            (*of, *value) = (level, worth);
        }
    }

    pub(super) fn level(&self, run: u32) -> u32 {
        self.levels.get(run as usize).copied().unwrap_or(u32::MAX)
    }

    /// What placing the run is worth within its level.
    pub(super) fn worth(&self, run: u32) -> i64 {
        self.worths.get(run as usize).copied().unwrap_or(0)
    }

    /// The runs that a refused run must leave their places: those placed at its level and before, and
    /// those that are fixed; all, where the refused run is worth nothing.
    pub(super) fn kept(
        &self,
        problem: &Problem,
        refused: u32,
        placed: &dyn Fn(u32) -> bool,
    ) -> Vec<u32> {
        let before = |run: &u32| {
            self.level(*run) <= self.level(refused)
                || self.worth(refused) == 0
                || problem.is_fixed(*run)
        };
        (0..problem.len())
            .filter(|run| placed(*run) && before(run))
            .collect()
    }

    /// The runs of each level, in the order in which they are tried.
    pub(super) fn members(&self) -> &[Vec<u32>] {
        &self.members
    }
}
