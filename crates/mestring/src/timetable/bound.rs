//! How much a level can reach at most, by what its runs draw from sums.
//!
//! The relaxation forgets slots and resources: a run is in or out, and draws from each sum at least
//! what it draws in its cheapest way. Of each conflict that was found (runs that cannot all be placed
//! together) one at least is out. All that need resources of a group take no more slots than it has. Levels before keep at least the values they have. Every
//! timetable that keeps those values is a solution of the relaxation, so no such timetable gives the
//! level more than the relaxation's bound: the bound is one *given the levels before*.
//!
//! The relaxation is solved by branch and bound with Lagrange multipliers (weak duality). The tree is
//! the [`Certificate`]: at each leaf it says why nothing below it beats the bound, in integers, so
//! that a checker needs no solver.

use super::capacity::Share;
use super::ladder::Ladder;
use super::problem::Problem;
use super::simplex::Tableau;

/// Multipliers are multiples of one part in so many.
pub(super) const SCALE: i128 = 1 << 20;

/// Rounds of prices at the first node, and at the others.
const ROUNDS: u32 = 30;
const FEW: u32 = 2;

/// What counts as no shortfall of a level, in its value.
const NEAR: f64 = 1e-6;

/// Why a level reaches no more than its bound: a tree of runs that are in or out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Certificate {
    /// The run is out in the first, in in the second.
    Branch(u32, Box<[Certificate; 2]>),
    /// The runs that are in draw more than the sum has; conflicts count on after the sums, then groups.
    Overdrawn(u32),
    /// With the runs that are out the level before cannot keep its value.
    Lacks(u32),
    /// Nothing below beats the bound: for each sum, conflict, group and level before, the price of a
    /// unit in parts of 2^20 of the level's value. Weak duality makes any prices of 0 or more a proof.
    Prices(Vec<i64>),
    /// By these prices every run must be in, or out, without which nothing beats the bound
    /// ([`Prices`](Self::Prices) with the run the other way shows it); with those settled, this.
    Settled(Vec<i64>, Box<Certificate>),
}

/// What the relaxation knows besides sums: that not all combinations of runs can be placed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cuts {
    /// Sets of runs that cannot all be placed together, whatever else is, each in order.
    pub conflicts: Vec<Vec<u32>>,
    /// Groups of resources that have too few slots for all who need them, each in order.
    pub groups: Vec<Vec<u32>>,
}

/// The relaxation of one level.
#[derive(Debug, Clone)]
pub(super) struct Relaxation {
    /// Runs that may be in: those of the level and before with a way, and those that are fixed.
    pub(super) runs: Vec<Item>,
    /// The sums' limits, then how many runs of each conflict can be in, then what each group has, then,
    /// negated, the values that levels before keep.
    pub(super) limits: Vec<i64>,
    /// How many sums, conflicts and groups there are.
    sums: usize,
}

/// A run in the relaxation.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) run: u32,
    /// What it adds to the level.
    pub(super) gain: i64,
    /// What it draws of each row of the limits, where that is not 0.
    pub(super) draws: Vec<(u32, i64)>,
    /// It is in, whatever is chosen.
    pub(super) forced: bool,
}

impl Relaxation {
    /// The level's relaxation, where levels before it keep `kept`.
    pub(super) fn new(
        problem: &Problem,
        ladder: &Ladder,
        level: u32,
        kept: &[i64],
        cuts: &Cuts,
    ) -> Self {
        let first = problem.setting().sums.len();
        let sums = first + cuts.conflicts.len() + cuts.groups.len();
        // Who draws from a sum below zero cannot be in, which zero says as well.
        let mut limits: Vec<i64> = problem
            .setting()
            .sums
            .iter()
            .map(|limit| *limit.max(&0))
            .collect();
        limits.extend(cuts.conflicts.iter().map(|runs| runs.len() as i64 - 1));
        let able = |run: &u32| {
            (ladder.level(*run) <= level || problem.is_fixed(*run))
                && !problem.candidates(*run).is_empty()
        };
        let able: Vec<u32> = (0..problem.len()).filter(able).collect();
        let groups = cuts.groups.iter();
        let groups: Vec<Share> = groups.map(|of| Share::of(problem, of, &able)).collect();
        limits.extend(groups.iter().map(|group| group.has));
        limits.extend(kept.iter().map(|value| -value));
        let at = |row: usize| u32::try_from(row).unwrap_or(u32::MAX);
        let mut runs = Vec::new();
        for run in able {
            let (of, forced) = (ladder.level(run), problem.is_fixed(run));
            let value = ladder.worth(run);
            let mut draws = problem.least_draws(run).to_vec();
            let mut rows = first..;
            for (conflict, row) in cuts.conflicts.iter().zip(&mut rows) {
                if conflict.binary_search(&run).is_ok() {
                    draws.push((at(row), 1));
                }
            }
            for (group, row) in groups.iter().zip(&mut rows) {
                if let Some(units) = group.taken.get(&run) {
                    draws.push((at(row), *units));
                }
            }
            if of < level && value > 0 {
                draws.push((at(sums + of as usize), -value));
            }
            let gain = if of == level { value } else { 0 };
            runs.push(Item {
                run,
                gain,
                draws,
                forced,
            });
        }
        // A level before that keeps all it could have keeps every run of it.
        for (row, kept) in (sums..).zip(kept) {
            let draws = |item: &Item| -> i64 {
                let own = item.draws.iter().find(|(of, _)| *of as usize == row);
                own.map_or(0, |(_, amount)| -amount)
            };
            let total: i128 = runs.iter().map(|item| i128::from(draws(item))).sum();
            if total == i128::from(*kept) {
                for item in &mut runs {
                    item.forced = item.forced || draws(item) > 0;
                }
            }
        }
        Relaxation { runs, limits, sums }
    }

    /// Finds the best choice and a certificate that nothing beats it, within `nodes` nodes. `reached`
    /// is a value that the level has already: choices that do not beat it are not looked for.
    pub(super) fn solve(&self, reached: i64, nodes: usize) -> Bound {
        let mut search = Search {
            of: self,
            best: reached,
            choice: None,
            bound: reached,
            left: nodes,
        };
        let certificate = search.node(self.start(), None, ROUNDS);
        Bound {
            bound: search.bound,
            choice: search.choice,
            certificate,
        }
    }

    /// Prices to start from: those of the relaxation where each run that is not settled may be in by
    /// part.
    fn prices(&self, state: &[Option<bool>]) -> Vec<f64> {
        let all = || self.runs.iter().zip(state);
        let open: Vec<&Item> = all()
            .filter(|(_, state)| state.is_none())
            .map(|(item, _)| item)
            .collect();
        let mut left: Vec<f64> = self.limits.iter().map(|limit| *limit as f64).collect();
        for (item, _) in all().filter(|(_, state)| **state == Some(true)) {
            for (row, amount) in &item.draws {
                if let Some(left) = left.get_mut(*row as usize) {
                    *left -= *amount as f64;
                }
            }
        }
        let draws = open.iter().flat_map(|item| &item.draws);
        let mut used: Vec<usize> = draws.map(|(row, _)| *row as usize).collect();
        used.retain(|row| *row < self.sums);
        used.sort_unstable();
        used.dedup();
        let draws: Vec<Vec<(usize, f64)>> = (open.iter())
            .map(|item| {
                let rows = item.draws.iter();
                rows.filter_map(|(row, amount)| {
                    Some((used.binary_search(&(*row as usize)).ok()?, *amount as f64))
                })
                .collect()
            })
            .collect();
        let limits: Vec<f64> = used
            .iter()
            .filter_map(|row| left.get(*row).copied())
            .collect();
        let mut tableau = Tableau::new(&draws, &limits);
        for (row, left) in left.iter().enumerate().skip(self.sums) {
            let gain_of = |item: &&Item| -> f64 {
                let own = item.draws.iter().find(|(of, _)| *of as usize == row);
                own.map_or(0.0, |(_, amount)| -*amount as f64)
            };
            let gains: Vec<f64> = open.iter().map(gain_of).collect();
            tableau.maximise(&gains);
            if let Some(short) = Some(-left - tableau.value(&gains)).filter(|short| *short > NEAR) {
                // The level cannot keep its value: at prices high enough nothing here is worth it.
                let all: f64 = self.runs.iter().map(|item| item.gain as f64).sum();
                let high = (all + 1.0) / short;
                let found = tableau.prices().into_iter().map(|price| price * high);
                let mut prices = self.spread(&used, found.collect());
                if let Some(price) = prices.get_mut(row) {
                    *price = high;
                }
                return prices;
            }
            tableau.keep(&gains, -left);
        }
        let gains: Vec<f64> = open.iter().map(|item| item.gain as f64).collect();
        tableau.maximise(&gains);
        self.spread(&used, tableau.prices())
    }

    /// Prices of the rows that are used, then of levels, as prices of all rows.
    fn spread(&self, used: &[usize], found: Vec<f64>) -> Vec<f64> {
        let mut prices = vec![0.0; self.limits.len()];
        let rows = used.iter().copied().chain(self.sums..self.limits.len());
        for (row, price) in rows.zip(found) {
            if let Some(of) = prices.get_mut(row) {
                *of = price;
            }
        }
        prices
    }

    /// What is in, or out, before anything is chosen.
    pub(super) fn start(&self) -> Vec<Option<bool>> {
        let forced = self.runs.iter().map(|item| item.forced.then_some(true));
        forced.collect()
    }

    /// What the prices prove: no choice that agrees with `state` gives the level more. `None` where
    /// the numbers are too large or a price is below 0.
    pub(super) fn dual(&self, prices: &[i64], state: &[Option<bool>]) -> Option<i64> {
        i64::try_from(self.total(prices, state)?.div_euclid(SCALE)).ok()
    }

    /// The same in parts.
    fn total(&self, prices: &[i64], state: &[Option<bool>]) -> Option<i128> {
        if prices.len() != self.limits.len() || prices.iter().any(|price| *price < 0) {
            return None;
        }
        let mut total: i128 = 0;
        for (price, limit) in prices.iter().zip(&self.limits) {
            total = total.checked_add(i128::from(*price).checked_mul(i128::from(*limit))?)?;
        }
        for (item, state) in self.runs.iter().zip(state) {
            let worth = self.worth(item, prices)?;
            match state {
                Some(true) => total = total.checked_add(worth)?,
                None if worth > 0 => total = total.checked_add(worth)?,
                _ => {}
            }
        }
        Some(total)
    }

    /// What agrees with `state` and beats the bound must have every run in whose worth at the prices is
    /// more than what is between them, and must not have one of so much less.
    pub(super) fn settle(
        &self,
        prices: &[i64],
        state: &[Option<bool>],
        bound: i64,
    ) -> Option<Vec<Option<bool>>> {
        let beaten = (i128::from(bound) + 1).checked_mul(SCALE)?;
        let between = self.total(prices, state)?.checked_sub(beaten)?;
        let settled = self.runs.iter().zip(state).map(|(item, state)| {
            state.or_else(|| match self.worth(item, prices)? {
                worth if worth > between => Some(true),
                worth if worth < -between => Some(false),
                _ => None,
            })
        });
        Some(settled.collect())
    }

    /// What a run is worth beside what it draws at the prices.
    fn worth(&self, item: &Item, prices: &[i64]) -> Option<i128> {
        let mut worth = i128::from(item.gain).checked_mul(SCALE)?;
        for (row, amount) in &item.draws {
            let price = prices.get(*row as usize).copied()?;
            worth = worth.checked_sub(i128::from(price).checked_mul(i128::from(*amount))?)?;
        }
        Some(worth)
    }

    /// What is drawn of each row at least, by the runs that are in and, where that lessens it, by
    /// those that are open.
    fn least(&self, state: &[Option<bool>]) -> Vec<i128> {
        let mut least = vec![0i128; self.limits.len()];
        for (item, state) in self.runs.iter().zip(state) {
            for (row, amount) in &item.draws {
                let counts = *state == Some(true) || (state.is_none() && *amount < 0);
                if let Some(of) = least.get_mut(*row as usize).filter(|_| counts) {
                    *of += i128::from(*amount);
                }
            }
        }
        least
    }

    /// A row that no choice agreeing with `state` can keep.
    fn broken(&self, state: &[Option<bool>]) -> Option<Certificate> {
        let least = self.least(state);
        let row = least
            .iter()
            .zip(&self.limits)
            .position(|(least, limit)| *least > i128::from(*limit))?;
        let nth = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Some(match row.checked_sub(self.sums) {
            Some(level) => Certificate::Lacks(nth(level)),
            None => Certificate::Overdrawn(nth(row)),
        })
    }

    /// Whether no choice that agrees with `state` keeps the sum or conflict, or the level before.
    pub(super) fn is_broken(&self, state: &[Option<bool>], broken: &Certificate) -> bool {
        let row = match broken {
            Certificate::Overdrawn(row) => Some(*row as usize).filter(|row| *row < self.sums),
            Certificate::Lacks(level) => Some(self.sums + *level as usize),
            _ => None,
        };
        let least = row.and_then(|row| self.least(state).get(row).copied());
        let limit = row.and_then(|row| self.limits.get(row));
        least
            .zip(limit)
            .is_some_and(|(least, limit)| least > i128::from(*limit))
    }
}

/// What a relaxation gives.
pub(super) struct Bound {
    /// No choice gives the level more.
    pub(super) bound: i64,
    /// The runs of a choice that beats what was reached, where there is one.
    pub(super) choice: Option<Vec<u32>>,
    pub(super) certificate: Certificate,
}

/// Prices in whole parts.
fn whole_of(prices: &[f64]) -> Vec<i64> {
    let parts = prices.iter().map(|price| price * SCALE as f64);
    parts.map(|price| price.round() as i64).collect()
}

struct Search<'a> {
    of: &'a Relaxation,
    best: i64,
    choice: Option<Vec<u32>>,
    bound: i64,
    left: usize,
}

impl Search<'_> {
    /// `before` are prices of the node above.
    fn node(
        &mut self,
        state: Vec<Option<bool>>,
        before: Option<&[i64]>,
        rounds: u32,
    ) -> Certificate {
        if let Some(broken) = self.of.broken(&state) {
            return broken;
        }
        self.left = self.left.saturating_sub(1);
        let mut prices = self.of.prices(&state);
        let (mut dual, mut whole) = self.descend(&state, &mut prices, rounds);
        if let Some(before) = before
            && let Some(old) = self.of.dual(before, &state).filter(|old| *old < dual)
        {
            (dual, whole) = (old, before.to_vec());
        }
        if dual <= self.best || self.left == 0 {
            self.bound = self.bound.max(dual);
            return Certificate::Prices(whole);
        }
        if let Some(settled) = self.of.settle(&whole, &state, self.best)
            && settled != state
        {
            let below = self.node(settled, Some(&whole), FEW);
            return Certificate::Settled(whole, Box::new(below));
        }
        let open = self.of.runs.iter().zip(&state).enumerate();
        let open = open.filter(|(_, (_, state))| state.is_none());
        let next = open
            .filter_map(|(at, (item, _))| Some((self.of.worth(item, &whole)?.unsigned_abs(), at)))
            .min();
        let Some((_, at)) = next else {
            self.bound = self.bound.max(dual);
            return Certificate::Prices(whole);
        };
        let run = self.of.runs.get(at).map_or(u32::MAX, |item| item.run);
        let branch = |search: &mut Self, inside: bool| {
            let mut state = state.clone();
            if let Some(of) = state.get_mut(at) {
                *of = Some(inside);
            }
            search.node(state, Some(&whole), FEW)
        };
        // With the run first: a good choice is found early.
        let inside = branch(self, true);
        let out = branch(self, false);
        Certificate::Branch(run, Box::new([out, inside]))
    }

    /// Lowers the dual by subgradient steps; every choice on the way is mended and kept if it is the
    /// best. Returns the least dual found and its prices, in whole parts.
    fn descend(
        &mut self,
        state: &[Option<bool>],
        prices: &mut Vec<f64>,
        rounds: u32,
    ) -> (i64, Vec<i64>) {
        // Where the numbers are too large for the prices, prices of 0 still prove the total.
        if self.of.dual(&whole_of(prices), state).is_none() {
            prices.fill(0.0);
        }
        let mut least = (i64::MAX, whole_of(prices));
        let (mut best, mut pace, mut stuck) = (prices.clone(), 1.0f64, 0);
        for _ in 0..rounds {
            let now = whole_of(prices);
            let Some(dual) = self.of.dual(&now, state) else {
                break;
            };
            if dual < least.0 {
                least = (dual, now.clone());
                best.clone_from(prices);
                stuck = 0;
            } else {
                stuck += 1;
                if stuck > 4 {
                    (pace, stuck) = (pace / 2.0, 0);
                }
            }
            let picked = self.pick(&now, state);
            if least.0 <= self.best {
                break;
            }
            let mut over: Vec<f64> = self
                .of
                .limits
                .iter()
                .map(|limit| -(*limit as f64))
                .collect();
            for (item, _) in self
                .of
                .runs
                .iter()
                .zip(&picked)
                .filter(|(_, picked)| **picked)
            {
                for (row, amount) in &item.draws {
                    if let Some(over) = over.get_mut(*row as usize) {
                        *over += *amount as f64;
                    }
                }
            }
            for (over, price) in over.iter_mut().zip(prices.iter()) {
                if *over < 0.0 && *price <= 0.0 {
                    *over = 0.0;
                }
            }
            let norm: f64 = over.iter().map(|over| over * over).sum();
            if norm <= 0.0 {
                break;
            }
            let step = pace * ((dual - self.best) as f64).max(1.0) / norm;
            for (price, over) in prices.iter_mut().zip(&over) {
                *price = (*price + step * over).max(0.0);
            }
        }
        prices.clone_from(&best);
        least
    }

    /// What the prices choose; mended to a choice that keeps all limits, it may be the best so far.
    fn pick(&mut self, prices: &[i64], state: &[Option<bool>]) -> Vec<bool> {
        let mut worths = Vec::with_capacity(state.len());
        for (at, (item, state)) in self.of.runs.iter().zip(state).enumerate() {
            let worth = self.of.worth(item, prices).unwrap_or(0);
            worths.push((
                at,
                if *state == Some(false) {
                    None
                } else {
                    Some(worth)
                },
                *state,
            ));
        }
        let picked: Vec<bool> = worths
            .iter()
            .map(|(_, worth, state)| *state == Some(true) || worth.is_some_and(|worth| worth > 0))
            .collect();
        let mut order: Vec<_> = worths
            .iter()
            .filter(|(_, worth, _)| worth.is_some())
            .collect();
        order.sort_by_key(|(at, worth, state)| {
            (*state != Some(true), std::cmp::Reverse(*worth), *at)
        });
        let mut left: Vec<i128> = self
            .of
            .limits
            .iter()
            .map(|limit| i128::from(*limit))
            .collect();
        let (mut gain, mut chosen) = (0i64, Vec::new());
        for (at, _, _) in order {
            let Some(item) = self.of.runs.get(*at) else {
                continue;
            };
            let room = |row: &u32| left.get(*row as usize).copied().unwrap_or(0);
            let fits = item
                .draws
                .iter()
                .all(|(row, amount)| *amount < 0 || i128::from(*amount) <= room(row));
            if !fits {
                continue;
            }
            for (row, amount) in &item.draws {
                if let Some(left) = left.get_mut(*row as usize) {
                    *left -= i128::from(*amount);
                }
            }
            gain += item.gain;
            chosen.push(item.run);
        }
        let keeps = left.iter().skip(self.of.sums).all(|left| *left >= 0);
        if keeps && gain > self.best {
            self.best = gain;
            self.bound = self.bound.max(gain);
            self.choice = Some(chosen);
        }
        picked
    }
}
