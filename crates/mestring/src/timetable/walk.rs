//! Making room: a run goes in, those in its way leave and look for another place.
//!
//! The weight of asking a run to leave grows each time it could not be placed at once, so the walk
//! learns which runs are hard to place and leaves them alone (the idea of Nagata and Bräysy's guided
//! ejection for vehicle routing, 2009). It is deterministic: its draws come from a fixed seed, and it
//! ends after a number of steps, never a time.

use std::ops::ControlFlow;

use super::board::{Board, LOCKED, Spot};
use super::ladder::Ladder;
use super::problem::Placement;

/// One unit of value as a weight, so that patience counts for less than value.
const UNIT: u64 = 16;

/// How many runs may go in before a chain is given up.
const CHAIN: usize = 60;

/// How many runs that came in last cannot be asked to leave.
const STAY: usize = 12;

/// A chain may end with less value in the level than it began, by less than this.
const WORSE: usize = 12;

/// One chain in so many starts with a run of the level or of one before it.
const BEFORE: usize = 4;

/// How many runs are asked to take another free place before each chain, where moves are free.
pub(super) const SHAKES: usize = 20;

/// After how many steps the watcher is told again.
const TELL: u64 = 20_000;

/// What is to be reached.
pub(super) struct Aim<'a> {
    pub(super) ladder: &'a Ladder,
    /// The level to improve: levels before it keep their value.
    pub(super) level: u32,
    /// The value at which nothing better exists.
    pub(super) goal: i64,
    /// Runs that need not be tried.
    pub(super) hopeless: &'a [bool],
    /// How many runs are asked to take another free place before each chain, so that it meets another
    /// state; none where as few as possible should move.
    pub(super) shakes: usize,
    /// The walk ends when the board has counted so many steps.
    pub(super) until: u64,
}

/// What a walk has learnt; one for all levels.
pub(super) struct Walk {
    patience: Vec<u64>,
    seed: u64,
}

/// Where everybody stands, and the value of each level.
#[derive(Clone)]
struct State {
    values: Vec<i64>,
    spots: Vec<Option<Spot>>,
}

/// One call of [`Walk::improve`].
struct Hunt<'a> {
    aim: &'a Aim<'a>,
    weights: Vec<u64>,
    /// The value of each level up to the aim's on the board.
    values: Vec<i64>,
    /// What levels before the aim's must keep.
    kept: Vec<i64>,
    /// How many levels lack value that they must keep.
    lacking: usize,
}

impl Hunt<'_> {
    fn level(&self, run: u32) -> u32 {
        self.aim.ladder.level(run)
    }

    fn is_member(&self, run: u32) -> bool {
        self.level(run) == self.aim.level
    }

    fn lacks(&self, run: u32) -> bool {
        let level = self.level(run) as usize;
        let now = self.values.get(level).copied().unwrap_or(0);
        self.kept.get(level).is_some_and(|kept| now < *kept)
    }

    /// Notes that the run's value came (or went).
    fn count(&mut self, run: u32, value: i64, came: bool) {
        let (before, level) = (self.lacks(run), self.level(run) as usize);
        if let Some(of) = self.values.get_mut(level) {
            *of += if came { value } else { -value };
        }
        match (before, self.lacks(run)) {
            (false, true) => self.lacking += 1,
            (true, false) => self.lacking -= 1,
            _ => {}
        }
    }

    fn weigh(&mut self, run: u32, weight: u64) {
        if let Some(of) = self.weights.get_mut(run as usize) {
            *of = weight;
        }
    }

    fn reset(&mut self, values: &[i64]) {
        self.values.clear();
        self.values.extend_from_slice(values);
        self.lacking = 0;
    }
}

impl Walk {
    pub(super) fn new(runs: usize) -> Self {
        Walk {
            patience: vec![0; runs],
            seed: 0x9E37_79B9_7F4A_7C15,
        }
    }

    /// The next draw (xorshift, Marsaglia 2003).
    fn draw(&mut self) -> u64 {
        self.seed ^= self.seed << 13;
        self.seed ^= self.seed >> 7;
        self.seed ^= self.seed << 17;
        self.seed
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.draw() % (bound.max(1) as u64)).unwrap_or(0)
    }

    /// Places as much value of the level as it finds, while no level before it loses any.
    /// `watch` is told of the value reached now and then, and may end the walk.
    pub(super) fn improve(
        &mut self,
        board: &mut Board<'_>,
        aim: &Aim<'_>,
        watch: &mut dyn FnMut(u64, i64) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut told = board.steps;
        let mut flow = ControlFlow::Continue(());
        let problem = board.problem;
        let level = aim.level as usize;
        let mut hunt = Hunt {
            aim,
            weights: Vec::new(),
            values: vec![0; level + 1],
            kept: Vec::new(),
            lacking: 0,
        };
        for run in 0..problem.len() {
            if board.is_placed(run) {
                hunt.count(run, aim.ladder.worth(run), true);
            }
        }
        hunt.kept = hunt.values.get(..level).unwrap_or(&[]).to_vec();
        hunt.weights = (0..problem.len())
            .map(|run| self.stay(board, &hunt, run))
            .collect();
        let mut now = State {
            values: hunt.values.clone(),
            spots: board.spots().to_vec(),
        };
        let mut best = now.clone();
        while board.steps < aim.until && best.values.last().is_some_and(|value| *value < aim.goal) {
            board.steps += 1;
            if board.steps - told > TELL {
                told = board.steps;
                flow = watch(board.steps, best.values.last().copied().unwrap_or(0));
                if flow.is_break() {
                    break;
                }
            }
            let before = self.below(BEFORE) == 0;
            let wishes = (0..problem.len()).filter(|run| {
                let of = hunt.level(*run);
                (of == aim.level || before && of < aim.level)
                    && aim.ladder.worth(*run) > 0
                    && !board.is_placed(*run)
                    && aim.hopeless.get(*run as usize) == Some(&false)
            });
            let wishes: Vec<u32> = wishes.collect();
            let Some(first) = wishes.get(self.below(wishes.len())).copied() else {
                break;
            };
            self.shake(board, aim.shakes);
            let reached = self.chain(board, first, &mut hunt, &now);
            let worse = i64::try_from(self.below(WORSE)).unwrap_or(0);
            now = match reached {
                Some(state) if keeps(&state, &now, worse) => state,
                _ => now,
            };
            if now.values > best.values {
                best = now.clone();
                hunt.kept = best.values.get(..level).unwrap_or(&[]).to_vec();
            }
            board.restore(&now.spots);
            hunt.reset(&now.values);
        }
        board.restore(&best.spots);
        flow
    }

    /// Moves runs that have another free place, so that the next chain meets another state.
    fn shake(&mut self, board: &mut Board<'_>, shakes: usize) {
        let problem = board.problem;
        for _ in 0..shakes {
            let run = u32::try_from(self.below(problem.len() as usize)).unwrap_or(0);
            if problem.is_fixed(run) || !board.is_placed(run) {
                continue;
            }
            board.steps += 1;
            let candidates = problem.candidates(run);
            let Some(candidate) = candidates.get(self.below(candidates.len())) else {
                continue;
            };
            let needs = candidate.needs.iter();
            let resources = needs.filter_map(|need| need.get(self.below(need.len())).copied());
            let to = Placement {
                pattern: candidate.pattern,
                resources: resources.collect(),
            };
            let Some(old) = board.lift(run) else {
                continue;
            };
            let spot = board
                .spot_of(run, &to)
                .filter(|spot| board.fits(run, *spot));
            board.put(run, spot.unwrap_or(old));
        }
    }

    /// The weight of asking a run to leave.
    fn stay(&self, board: &Board<'_>, hunt: &Hunt<'_>, run: u32) -> u64 {
        if board.problem.is_fixed(run) {
            return LOCKED;
        }
        // Later levels take what is left.
        if hunt.level(run) > hunt.aim.level {
            return 1;
        }
        let patience = self.patience.get(run as usize).copied().unwrap_or(0);
        let worth = match hunt.is_member(run) {
            true => u64::try_from(hunt.aim.ladder.worth(run))
                .unwrap_or(0)
                .saturating_mul(4),
            false => 0,
        };
        (UNIT * 2 + patience * 4)
            .saturating_add(worth)
            .min(LOCKED - 1)
    }

    /// Puts `first` in, then those who had to leave for it, as far as they find a place. Returns the
    /// best state on the way in which no level lacks what it must keep.
    fn chain(
        &mut self,
        board: &mut Board<'_>,
        first: u32,
        hunt: &mut Hunt<'_>,
        now: &State,
    ) -> Option<State> {
        let mut must: Vec<u32> = Vec::new();
        let mut may: Vec<u32> = vec![first];
        let mut stays: std::collections::VecDeque<u32> = std::collections::VecDeque::new();
        let mut reached: Option<State> = None;
        for _ in 0..CHAIN {
            let Some(run) = must.pop().or_else(|| may.pop()) else {
                break;
            };
            let lacks = hunt.lacks(run);
            if run != first && !lacks && !hunt.is_member(run) {
                continue;
            }
            let found = board.cheapest(run, &hunt.weights, &mut || self.draw());
            let entry =
                found.and_then(|(cost, spot)| Some((cost, board.force(run, spot, &hunt.weights)?)));
            let Some((cost, out)) = entry else {
                if stays.is_empty() {
                    if lacks {
                        break;
                    }
                    continue;
                }
                while let Some(run) = stays.pop_front() {
                    hunt.weigh(run, self.stay(board, hunt, run));
                }
                if lacks {
                    must.push(run);
                } else {
                    may.push(run);
                }
                continue;
            };
            if cost > 0
                && run != first
                && let Some(patience) = self.patience.get_mut(run as usize)
            {
                *patience = (*patience + 1).min(1 << 20);
            }
            hunt.count(run, hunt.aim.ladder.worth(run), true);
            for gone in out {
                hunt.count(gone, hunt.aim.ladder.worth(gone), false);
                if hunt.is_member(gone) {
                    may.push(gone)
                } else {
                    must.push(gone)
                }
            }
            hunt.weigh(run, LOCKED);
            stays.push_back(run);
            if stays.len() > STAY
                && let Some(run) = stays.pop_front()
            {
                hunt.weigh(run, self.stay(board, hunt, run));
            }
            if hunt.lacking == 0
                && reached
                    .as_ref()
                    .is_none_or(|state| hunt.values > state.values)
            {
                reached = Some(State {
                    values: hunt.values.clone(),
                    spots: board.spots().to_vec(),
                });
                if hunt.values > now.values {
                    break;
                }
            }
        }
        for run in stays {
            hunt.weigh(run, self.stay(board, hunt, run));
        }
        reached
    }
}

/// Whether a state is kept: better before the level, or not much worse in it.
fn keeps(state: &State, now: &State, worse: i64) -> bool {
    match (state.values.split_last(), now.values.split_last()) {
        (Some((value, before)), Some((old, kept))) => {
            before > kept || value.saturating_add(worse) >= *old
        }
        _ => false,
    }
}
