//! Level by level: place what is free, make room for the rest, and prove what can be proven.

use std::ops::ControlFlow;

use super::board::{Board, LOCKED, Spot};
use super::ladder::{Ladder, Order};
use super::oracle::free_spots;
use super::problem::{Placement, Problem, Standing};
use super::refusal::{Reason, Refusal, reason, refusals};
use super::relaxation::{Certificate, Cuts};
use super::second::Second;
use super::walk::{Aim, SHAKES, Walk};

mod class;

/// How often runs look for a better way at the end.
const SETTLING: usize = 4;

/// How much work a solution may take, in steps: options looked at, whatever the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Steps of search in a level that is not proven; ten million take about a second.
    pub steps: u64,
    /// Nodes of the tree that bounds a level, where a class is a level.
    pub nodes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            steps: 16_000_000,
            nodes: 5_000,
        }
    }
}

/// Runs placed, how good that is, and why the others are not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// Where each run is placed, by position.
    pub placements: Vec<Option<Placement>>,
    /// What each class reached, first served first.
    pub levels: Vec<Level>,
    /// Why each run without a place has none, by priority.
    pub refusals: Vec<Refusal>,
    /// Steps taken.
    pub steps: u64,
    /// The caller ended the search: what is there is feasible, but less was tried.
    pub stopped: bool,
}

/// What a class reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// The class.
    pub class: u32,
    /// The value placed.
    pub value: i64,
    /// How good that is.
    pub status: Status,
}

/// How good a level is. A claim about a level holds for timetables in which the levels before it
/// reach what they reach here; it is absolute where all of those are proven too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// Nothing better exists, and every level before is proven.
    Proven(Proof),
    /// Nothing better exists while the levels before, of which one is not proven, keep what they have.
    ProvenGiven(Proof),
    /// No more than the bound can be reached while the levels before keep what they have.
    Gap {
        /// The bound.
        bound: i64,
        /// What proves it.
        proof: Proof,
    },
    /// By rank: some run of the class, or of one before, is refused without a proof.
    Unproven,
}

impl Status {
    /// Whether nothing better exists, whatever the levels before.
    pub fn is_proven(&self) -> bool {
        matches!(self, Status::Proven(_))
    }
}

/// What proves a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// Every run of the class that has a way is placed, or every refusal is proven.
    Refusals,
    /// What the sums allow.
    Sums {
        /// What is known besides the sums.
        cuts: Cuts,
        /// What follows from these and the sums.
        certificate: Certificate,
    },
}

/// What a search tells while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The level: a class, or a run where the order is strict, from 0.
    pub level: u32,
    /// How many levels there are.
    pub levels: u32,
    /// Steps taken in all.
    pub steps: u64,
    /// What the level has reached.
    pub value: i64,
}

/// Places the runs in the order, within the limits. `watch` is told now and then; when it breaks, the
/// levels that are left take only what is free.
pub fn solve(
    problem: &Problem,
    order: Order,
    limits: Limits,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Solution {
    climbed(problem, order, limits, None, watch)
}

/// As [`solve`]; where the order is strict, `second` is asked for each run that the search neither
/// places nor proves to have no place. The steps of a solution are those of the search.
pub fn solve_with(
    problem: &Problem,
    order: Order,
    limits: Limits,
    second: Second<'_>,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Solution {
    climbed(problem, order, limits, Some(second), watch)
}

fn climbed(
    problem: &Problem,
    order: Order,
    limits: Limits,
    second: Option<Second<'_>>,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Solution {
    let mut solver = Solver::new(problem, order, limits);
    solver.climb(second, watch);
    solver.settle();
    solver.close();
    solver.report()
}

/// A search in its course: [`climb`](Self::climb), then [`close`](Self::close), then
/// [`report`](Self::report).
pub(super) struct Solver<'p> {
    order: Order,
    limits: Limits,
    pub(super) ladder: Ladder,
    pub(super) board: Board<'p>,
    walk: Walk,
    /// Runs that cannot be placed with those before them.
    hopeless: Vec<bool>,
    /// What proves that, where the order is strict.
    reasons: Vec<Option<Reason>>,
    /// Weights with which nobody leaves.
    nobody: Vec<u64>,
    /// The bound and what proves it, by level, where a class is a level.
    proofs: Vec<(i64, Proof)>,
    pub(super) stopped: bool,
}

impl<'p> Solver<'p> {
    /// Fixed runs stand.
    pub(super) fn new(problem: &'p Problem, order: Order, limits: Limits) -> Self {
        let count = problem.setting().runs.len();
        let mut solver = Solver {
            order,
            limits,
            board: Board::new(problem),
            walk: Walk::new(count),
            hopeless: (0..problem.len())
                .map(|run| problem.candidates(run).is_empty())
                .collect(),
            reasons: vec![None; count],
            nobody: vec![LOCKED; count],
            proofs: Vec::new(),
            ladder: Ladder::new(problem, order),
            stopped: false,
        };
        for run in 0..problem.len() {
            let fixed = problem.fixed_at(run);
            if let Some(spot) = fixed.and_then(|at| solver.board.spot_of(run, at)) {
                solver.board.put(run, spot);
            }
        }
        solver
    }

    /// Lets the run stand there from the start, if it fits, until one of an earlier level needs it. What
    /// is worth nothing waits for what is left.
    pub(super) fn stand(&mut self, run: u32, spot: Spot) {
        if self.ladder.worth(run) > 0 && self.board.fits(run, spot) {
            self.board.put(run, spot);
        }
    }

    /// Level by level.
    fn climb(
        &mut self,
        mut second: Option<Second<'_>>,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) {
        for level in 0..self.levels() {
            let goal = self.begin(level);
            self.improve(level, goal, SHAKES, self.limits.steps, watch);
            if let Some(second) = second.as_mut()
                && self.order == Order::Strict
                && !self.stopped
            {
                self.ask(level, second);
            }
        }
    }

    pub(super) fn levels(&self) -> u32 {
        u32::try_from(self.ladder.members().len()).unwrap_or(u32::MAX)
    }

    /// Places who fits; the value that the level cannot exceed.
    pub(super) fn begin(&mut self, level: u32) -> i64 {
        let members = self.members(level);
        for run in &members {
            if self.ladder.worth(*run) > 0 {
                self.place_free(*run);
            }
        }
        match self.order {
            Order::Strict => self.goal_of_run(&members),
            Order::MostValue => self.goal_of_class(level, &members),
        }
    }

    fn members(&self, level: u32) -> Vec<u32> {
        let members = self.ladder.members().get(level as usize);
        members.cloned().unwrap_or_default()
    }

    /// The runs of the level that have no place and are not known to have none.
    pub(super) fn without_place(&self, level: u32) -> Vec<u32> {
        let mut members = self.members(level);
        members.retain(|run| {
            !self.board.is_placed(*run)
                && self.ladder.worth(*run) > 0
                && self.hopeless.get(*run as usize) == Some(&false)
        });
        members
    }

    /// Walks as long as the level is below its goal.
    pub(super) fn improve(
        &mut self,
        level: u32,
        goal: i64,
        shakes: usize,
        steps: u64,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) {
        let levels = self.levels();
        let value = self.value(level);
        let mut tell = |steps, value| {
            watch(Progress {
                level,
                levels,
                steps,
                value,
            })
        };
        self.stopped = self.stopped || tell(self.board.steps, value).is_break();
        if value < goal && !self.stopped {
            let aim = Aim {
                ladder: &self.ladder,
                level,
                goal,
                hopeless: &self.hopeless,
                shakes,
                until: self.board.steps.saturating_add(steps),
            };
            self.stopped = self
                .walk
                .improve(&mut self.board, &aim, &mut tell)
                .is_break();
        }
    }

    fn place_free(&mut self, run: u32) {
        if self.board.is_placed(run) || self.hopeless.get(run as usize) != Some(&false) {
            return;
        }
        let present = self.board.problem.placed_at(run);
        let present = present.and_then(|(at, _)| self.board.spot_of(run, at));
        let spot = match present.filter(|spot| self.board.fits(run, *spot)) {
            Some(spot) => Some(spot),
            None => self.free_spot(run),
        };
        if let Some(spot) = spot {
            self.board.put(run, spot);
        }
    }

    fn free_spot(&mut self, run: u32) -> Option<Spot> {
        let (_, spot) = self.board.cheapest(run, &self.nobody, &mut || 0)?;
        // Two resources that draw from one sum were priced one by one.
        match self.board.fits(run, spot) {
            true => Some(spot),
            false => free_spots(&mut self.board, run, 1).pop(),
        }
    }

    fn value(&self, level: u32) -> i64 {
        let members = self.ladder.members().get(level as usize);
        let placed = members
            .into_iter()
            .flatten()
            .filter(|run| self.board.is_placed(**run));
        placed.map(|run| self.ladder.worth(*run)).sum()
    }

    /// 1 unless it is proven that the run cannot join those before it.
    fn goal_of_run(&mut self, members: &[u32]) -> i64 {
        let Some(run) = members
            .first()
            .copied()
            .filter(|run| !self.board.is_placed(*run))
        else {
            return 1;
        };
        let problem = self.board.problem;
        let kept = (self.ladder).kept(problem, run, &|other| self.board.is_placed(other));
        // What is proven needs no search.
        let reason = reason(problem, &self.board, &kept, run);
        if reason.is_proof() {
            self.refuse(run, reason);
        }
        i64::from(self.hopeless.get(run as usize) == Some(&false))
    }

    /// The run cannot join those before it, for a reason that is a proof.
    pub(super) fn refuse(&mut self, run: u32, reason: Reason) {
        if let (Some(hopeless), Some(of)) = (
            self.hopeless.get_mut(run as usize),
            self.reasons.get_mut(run as usize),
        ) {
            *hopeless = true;
            *of = Some(reason);
        }
    }

    /// A run that fits once those of later levels are lifted goes in: they yield.
    fn promote(&mut self) {
        let problem = self.board.problem;
        for run in problem.order() {
            let able = self.hopeless.get(*run as usize) == Some(&false);
            if !able || self.board.is_placed(*run) || self.ladder.worth(*run) == 0 {
                continue;
            }
            let spots = self.board.spots().to_vec();
            let level = self.ladder.level(*run);
            let later = problem.order().iter().copied();
            let later = later
                .filter(|other| self.ladder.level(*other) > level && !problem.is_fixed(*other));
            let later: Vec<(u32, Spot)> = later
                .filter_map(|other| Some((other, self.board.lift(other)?)))
                .collect();
            let Some(spot) = self.free_spot(*run) else {
                self.board.restore(&spots);
                continue;
            };
            self.board.put(*run, spot);
            for (other, old) in later {
                let spot = Some(old).filter(|old| self.board.fits(other, *old));
                if let Some(spot) = spot.or_else(|| self.free_spot(other)) {
                    self.board.put(other, spot);
                }
            }
        }
    }

    /// A search leaves runs wherever it moved them: each takes the best of its ways that is free, by
    /// priority, until nobody finds a better one. Runs that stood somewhere before stay there.
    fn settle(&mut self) {
        let problem = self.board.problem;
        for _ in 0..SETTLING {
            let before = self.board.spots().to_vec();
            for run in problem.order() {
                let runs = &problem.setting().runs;
                let new = runs
                    .get(*run as usize)
                    .is_some_and(|run| run.standing == Standing::Wished);
                if let Some(old) = self.board.spot(*run).filter(|_| new) {
                    self.board.lift(*run);
                    let spot = self.free_spot(*run).unwrap_or(old);
                    self.board.put(*run, spot);
                }
            }
            if before == self.board.spots() {
                return;
            }
        }
    }

    /// Lets in who fits after all; whether that placed other runs than before.
    pub(super) fn close(&mut self) -> bool {
        let problem = self.board.problem;
        let there =
            |of: &Self| -> Vec<bool> { (of.board.spots().iter()).map(Option::is_some).collect() };
        let before = there(self);
        self.promote();
        // What is worth nothing takes what is left.
        for run in problem.order() {
            self.place_free(*run);
        }
        there(self) != before
    }

    pub(super) fn report(self) -> Solution {
        let problem = self.board.problem;
        let refusals = refusals(&self.ladder, &self.board, self.reasons);
        let mut sound = true;
        let mut levels = Vec::new();
        for (nth, class) in problem.classes().into_iter().enumerate() {
            let of_class = |run: &u32| problem.class(*run) == class;
            let placed = (0..problem.len()).filter(|run| self.board.is_placed(*run));
            let value = placed.filter(of_class).map(|run| problem.value(run)).sum();
            let status = match (self.order, self.proofs.get(nth)) {
                (Order::MostValue, Some((bound, proof))) => match (value == *bound, sound) {
                    (true, true) => Status::Proven(proof.clone()),
                    (true, false) => Status::ProvenGiven(proof.clone()),
                    _ => Status::Gap {
                        bound: *bound,
                        proof: proof.clone(),
                    },
                },
                _ => {
                    let mut own = refusals.iter().filter(|refusal| of_class(&refusal.run));
                    match sound && own.all(|refusal| refusal.reason.is_proof()) {
                        true => Status::Proven(Proof::Refusals),
                        false => Status::Unproven,
                    }
                }
            };
            sound = status.is_proven();
            levels.push(Level {
                class,
                value,
                status,
            });
        }
        Solution {
            placements: self.board.placements(),
            levels,
            refusals,
            steps: self.board.steps,
            stopped: self.stopped,
        }
    }
}
