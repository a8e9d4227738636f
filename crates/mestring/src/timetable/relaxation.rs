//! What a level can reach when slots and resources are forgotten.
//!
//! A run is in or out, and draws from each sum at least what it draws in its cheapest way. Of each
//! conflict that was found (runs that cannot all be placed together) one at least is out. All that
//! need resources of a group take no more slots than it has, also with weights. Levels before keep at least the values
//! they have. Every timetable that keeps those values is a solution of the relaxation, so no such
//! timetable gives the level more than the relaxation's bound: the bound is one *given the levels
//! before*. What is here is what a checker needs to verify a bound; [`bound`](super::bound) finds one.

use super::capacity::Share;
use super::crowding::Weights;
use super::ladder::Ladder;
use super::problem::Problem;

/// Multipliers are multiples of one part in so many.
pub(super) const SCALE: i128 = 1 << 20;

/// Why a level reaches no more than its bound: a tree of runs that are in or out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Certificate {
    /// The run is out in the first, in in the second.
    Branch(u32, Box<[Certificate; 2]>),
    /// The runs that are in draw more than the sum has; conflicts count on after the sums, then
    /// groups, then weights.
    Overdrawn(u32),
    /// With the runs that are out the level before cannot keep its value.
    Lacks(u32),
    /// Nothing below beats the bound: for each sum, conflict, group, set of weights and level before,
    /// the price of a unit in parts of 2^20 of the level's value. Weak duality makes any prices of 0 or more a proof.
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
    /// Slots of resources that are too few, by weights.
    pub weights: Vec<Weights>,
}

/// The relaxation of one level.
#[derive(Debug, Clone)]
pub(super) struct Relaxation {
    /// Runs that may be in: those of the level and before with a way, and those that are fixed.
    pub(super) runs: Vec<Item>,
    /// The sums' limits, then how many runs of each conflict can be in, then what each group has and
    /// what there is by each set of weights, then, negated, the values that levels before keep.
    pub(super) limits: Vec<i64>,
    /// How many sums, conflicts, groups and sets of weights there are.
    pub(super) sums: usize,
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
        let sums = first + cuts.conflicts.len() + cuts.groups.len() + cuts.weights.len();
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
        let groups = groups.map(|group| Share::of(problem, group, &able));
        let weights = cuts.weights.iter();
        let weights = weights.map(|weights| weights.share(problem, &able));
        let shares: Vec<Share> = groups.chain(weights).collect();
        limits.extend(shares.iter().map(|share| share.has));
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
            for (share, row) in shares.iter().zip(&mut rows) {
                if let Some(units) = share.taken.get(&run) {
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
    pub(super) fn worth(&self, item: &Item, prices: &[i64]) -> Option<i128> {
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
    pub(super) fn broken(&self, state: &[Option<bool>]) -> Option<Certificate> {
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
