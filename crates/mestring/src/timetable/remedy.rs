//! The smallest single change that would let a refused run in, found by placing again.

use std::ops::ControlFlow;

use super::board::Board;
use super::check::check_placements;
use super::ladder::{Ladder, Order};
use super::problem::{Pattern, Placement, Problem, Resource, Setting, Standing, position};
use super::refusal::{Reason, short};
use super::solve::Solution;
use super::walk::{Aim, SHAKES, Walk};

/// A change with which a refused run has a place, and all whom it must leave their places keep one.
/// Others who were refused before it may want the same: planning again serves them first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// The change.
    pub change: Change,
    /// A feasible timetable of the changed setting: the run and all kept runs are placed.
    pub placements: Vec<Option<Placement>>,
}

/// One change of a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The sum holds so much more.
    Sum {
        /// The sum.
        sum: u32,
        /// How much more.
        more: i64,
    },
    /// One more resource would do for a need of a pattern, at its slots: one more leader, or a room.
    Resource {
        /// The run.
        run: u32,
        /// The pattern.
        pattern: u32,
        /// The need of the pattern.
        need: u32,
        /// The slots of the pattern, at which it must be free.
        slots: Vec<u32>,
    },
}

impl Change {
    /// The setting with the change; a new resource stands last.
    pub fn apply(&self, setting: &Setting) -> Setting {
        let mut changed = setting.clone();
        match self {
            Change::Sum { sum, more } => {
                if let Some(limit) = changed.sums.get_mut(*sum as usize) {
                    *limit = limit.saturating_add(*more);
                }
            }
            Change::Resource {
                run,
                pattern,
                need,
                slots,
            } => {
                let added = position(changed.resources.len());
                changed.resources.push(Resource {
                    free: slots.clone(),
                    draws: None,
                });
                let run = changed.runs.get_mut(*run as usize);
                let pattern = run.and_then(|run| run.patterns.get_mut(*pattern as usize));
                let need = pattern.and_then(|pattern| pattern.needs.get_mut(*need as usize));
                if let (Some(need), Some(added)) = (need, added) {
                    need.push(added);
                }
            }
        }
        changed
    }
}

/// The changes, of each kind the smallest found within `steps`, that would let `run` in; none for a
/// run that has a place. That none is found does not say that there is none.
pub fn remedies(
    problem: &Problem,
    order: Order,
    solution: &Solution,
    run: u32,
    steps: u64,
) -> Vec<Remedy> {
    let placed = |run: u32| matches!(solution.placements.get(run as usize), Some(Some(_)));
    if run >= problem.len() || placed(run) || problem.is_kept_out(run) {
        return Vec::new();
    }
    let kept = Ladder::new(problem, order).kept(problem, run, &placed);
    let case = Case {
        problem,
        solution,
        kept,
        run,
        steps,
    };
    case.more_of_a_sum()
        .into_iter()
        .chain(case.one_more_resource())
        .collect()
}

/// A refused run and those who keep their places.
struct Case<'a> {
    problem: &'a Problem,
    solution: &'a Solution,
    kept: Vec<u32>,
    run: u32,
    steps: u64,
}

impl Case<'_> {
    /// What the first sum lacks, where that alone lets the run in.
    fn more_of_a_sum(&self) -> Option<Remedy> {
        let problem = self.problem;
        let Some(Reason::Sum {
            sum, missing: more, ..
        }) = short(problem, &self.kept, self.run)
        else {
            return None;
        };
        let change = Change::Sum { sum, more };
        let placements = self.place(change.apply(problem.setting()))?;
        self.verified(change, placements)
    }

    /// Each need of each pattern gets a resource of its own at once; the one used is the remedy.
    fn one_more_resource(&self) -> Option<Remedy> {
        let setting = self.problem.setting();
        let mut changed = setting.clone();
        let patterns = &setting.runs.get(self.run as usize)?.patterns;
        let mut tried: Vec<(u32, u32)> = Vec::new();
        let mut ways: Vec<Pattern> = Vec::new();
        for (at, pattern) in (0u32..).zip(patterns) {
            for (need, _) in (0u32..).zip(&pattern.needs) {
                let added = position(changed.resources.len())?;
                changed.resources.push(Resource {
                    free: pattern.slots.clone(),
                    draws: None,
                });
                let mut way = pattern.clone();
                *way.needs.get_mut(need as usize)? = vec![added];
                ways.push(way);
                tried.push((at, need));
            }
        }
        changed.runs.get_mut(self.run as usize)?.patterns = ways;
        let mut placements = self.place(changed)?;
        let at = placements.get_mut(self.run as usize)?.as_mut()?;
        let (pattern, need) = tried.get(at.pattern as usize).copied()?;
        at.pattern = pattern;
        *at.resources.get_mut(need as usize)? = position(setting.resources.len())?;
        let slots = patterns.get(pattern as usize)?.slots.clone();
        let change = Change::Resource {
            run: self.run,
            pattern,
            need,
            slots,
        };
        self.verified(change, placements)
    }

    /// Everybody kept and the run, in the changed setting.
    fn place(&self, mut changed: Setting) -> Option<Vec<Option<Placement>>> {
        let run = changed.runs.get_mut(self.run as usize)?;
        run.standing = Standing::Wished;
        let changed = Problem::new(changed).ok()?;
        let mut board = Board::new(&changed);
        for kept in &self.kept {
            let at = self.solution.placements.get(*kept as usize)?.as_ref()?;
            let spot = board.spot_of(*kept, at)?;
            board.put(*kept, spot);
        }
        let count = changed.setting().runs.len();
        let mut hopeless = vec![true; count];
        *hopeless.get_mut(self.run as usize)? = false;
        let aim = Aim {
            ladder: &Ladder::after(&self.kept, self.run, count),
            level: self.kept.len().try_into().ok()?,
            goal: 1,
            hopeless: &hopeless,
            shakes: SHAKES,
            until: self.steps,
        };
        let mut patient = |_, _| ControlFlow::Continue(());
        let _ = Walk::new(count).improve(&mut board, &aim, &mut patient);
        board.is_placed(self.run).then(|| board.placements())
    }

    fn verified(&self, change: Change, placements: Vec<Option<Placement>>) -> Option<Remedy> {
        let there = |run: &u32| matches!(placements.get(*run as usize), Some(Some(_)));
        let all = self.kept.iter().chain([&self.run]).all(there);
        let feasible = check_placements(&change.apply(self.problem.setting()), &placements).is_ok();
        (all && feasible).then_some(Remedy { change, placements })
    }
}
