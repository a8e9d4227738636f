//! How much a level can reach at most, by what its runs draw from sums.
//!
//! The [`Relaxation`] is solved by branch and bound with Lagrange multipliers (weak duality). The tree is
//! the [`Certificate`]: at each leaf it says why nothing below it beats the bound, in integers, so
//! that a checker needs no solver.

use super::relaxation::{Certificate, Item, Relaxation, SCALE};
use super::simplex::Tableau;

/// Rounds of prices at the first node, and at the others.
const ROUNDS: u32 = 30;
const FEW: u32 = 2;

/// What counts as no shortfall of a level, in its value.
const NEAR: f64 = 1e-6;

impl Relaxation {
    /// Finds the best choice and a certificate that nothing beats it, within `nodes` nodes. `reached`
    /// is a value that the level has already: choices that do not beat it are not looked for.
    pub(super) fn solve(&self, reached: i64, nodes: usize) -> Bound {
        self.search(reached, nodes, false)
    }

    /// Finds some choice that beats `reached`, within `nodes` nodes; the bound may be a poor one.
    pub(super) fn better(&self, reached: i64, nodes: usize) -> Option<Vec<u32>> {
        self.search(reached, nodes, true).choice
    }

    fn search(&self, reached: i64, nodes: usize, any: bool) -> Bound {
        let mut search = Search {
            of: self,
            best: reached,
            choice: None,
            bound: reached,
            left: nodes,
            any,
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
    /// The first choice ends the search.
    any: bool,
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
            if self.any {
                self.left = 0;
            }
        }
        picked
    }
}
