//! Whether runs crowd some slots of some resources, wherever they stand: counting with weights.
//!
//! Each slot of a resource has a weight, and so has each unit of a sum from which resources draw. A run
//! takes at least the weight of its lightest way. Runs that take more than there is cannot all be
//! placed together, whatever the weights. Weights that show it are found by multiplication: runs that
//! may be split among their ways each take their lightest one, and what is used becomes heavier (Plotkin,
//! Shmoys and Tardos, "Fast approximation algorithms for fractional packing and covering problems",
//! 1995). That finds them wherever splitting runs does not help, if it is given rounds enough.

use std::collections::BTreeMap;

use super::capacity::Share;
use super::problem::{Candidate, Problem};

/// Slots of resources beyond which no weights are looked for: a centre has some ten thousand.
const MOST: usize = 1 << 22;

/// Rounds of weights before a search is given up.
const ROUNDS: usize = 200;

/// Rounds after which it is seen whether the weights show it already.
const SOME: usize = 20;

/// What a slot weighs at first.
const FIRST: i64 = 1 << 20;

/// The highest weight, after which all are made lighter; a thousand of them add up without overflow.
const HEAVY: i64 = 1 << 48;

/// The highest weight that is told.
const TOLD: i64 = 1 << 16;

/// Weights below the heaviest divided by this count as none, in this order, while the others count as 1.
const LIGHTER: [i64; 5] = [2, 4, 10, 30, 100];

/// Weights of slots and of sums' units; what is not listed weighs nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Weights {
    /// Resource, slot and weight above 0, in order, each slot once.
    pub slots: Vec<(u32, u32, i64)>,
    /// Sum and weight above 0 of a unit that a resource draws from it, in order, each sum once.
    pub sums: Vec<(u32, i64)>,
}

impl Weights {
    /// Whether they are listed as they should be, which makes them equal where they say the same.
    pub(super) fn are_listed(&self) -> bool {
        let slots = |(resource, slot, _): &(u32, u32, i64)| (*resource, *slot);
        let more = |weight: i64| weight > 0;
        self.slots
            .is_sorted_by(|one, next| slots(one) < slots(next))
            && self.sums.is_sorted_by(|one, next| one.0 < next.0)
            && self.slots.iter().all(|(_, _, weight)| more(*weight))
            && self.sums.iter().all(|(_, weight)| more(*weight))
    }

    /// What each of the runs takes of them at least, where that is anything, and what there is.
    pub(super) fn share(&self, problem: &Problem, runs: &[u32]) -> Share {
        let mut table = Table::empty(problem);
        for (resource, slot, weight) in &self.slots {
            if let Some(of) = table.slot(*resource, *slot) {
                *of = *weight;
            }
        }
        for (sum, weight) in &self.sums {
            if let Some(of) = table.sums.get_mut(*sum as usize) {
                *of = *weight;
            }
        }
        let taken = runs.iter().filter_map(|run| {
            let (least, _) = table.lightest(problem, *run)?;
            Some((*run, least)).filter(|(_, least)| *least > 0)
        });
        // What overflows says nothing.
        match table.has(problem) {
            Some(has) => Share {
                taken: taken.collect(),
                has,
            },
            None => Share {
                taken: BTreeMap::new(),
                has: i64::MAX,
            },
        }
    }
}

/// Weights that show that the runs take more than there is; `None` where none were found.
pub(super) fn crowded(problem: &Problem, runs: &[u32]) -> Option<Weights> {
    let setting = problem.setting();
    if setting
        .resources
        .len()
        .saturating_mul(setting.slots as usize)
        > MOST
    {
        return None;
    }
    let mut table = Table::first(problem, runs);
    // Weights of 1 are easier to read and to check, and rule out more: they get some rounds longer.
    let mut rough: Option<(usize, Weights)> = None;
    for round in 1..=ROUNDS {
        let (mut uses, mut drawn) = (BTreeMap::new(), BTreeMap::new());
        let mut taken = 0i64;
        for run in runs {
            let Some((least, way)) = table.lightest(problem, *run) else {
                continue;
            };
            taken = taken.saturating_add(least);
            for need in &way.needs {
                let Some((_, resource)) = table.lightest_of(problem, way, need) else {
                    continue;
                };
                for slot in &way.slots {
                    *uses.entry((resource, *slot)).or_insert(0i64) += 1;
                }
                if let Some(sum) = problem.drawn(resource) {
                    *drawn.entry(sum).or_insert(0i64) += way.units();
                }
            }
        }
        if table.has(problem).is_some_and(|has| taken > has) || round.is_multiple_of(SOME) {
            let ones = LIGHTER.into_iter().map(|than| table.told(Some(than)));
            let mut shown = ones.filter(|weights| weights.show(problem, runs));
            if let Some(weights) = shown.next() {
                return Some(weights);
            }
            if rough.is_none() {
                let all = table.told(None);
                rough = all.show(problem, runs).then_some((round, all));
            }
            if rough
                .as_ref()
                .is_some_and(|(since, _)| since + SOME <= round)
            {
                break;
            }
        }
        for ((resource, slot), uses) in uses {
            if let Some(weight) = table.slot(resource, slot) {
                *weight += *weight / 4 * uses.min(8);
            }
        }
        for (sum, drawn) in drawn {
            let limit = problem.limit(sum).max(1);
            if let Some(weight) = table.sums.get_mut(sum as usize) {
                let more = (*weight / 4).saturating_mul(drawn.min(limit.saturating_mul(8))) / limit;
                *weight = weight.saturating_add(more);
            }
        }
        table.lighten();
    }
    rough.map(|(_, weights)| weights)
}

impl Weights {
    /// Whether the runs take more of them than there is.
    fn show(&self, problem: &Problem, runs: &[u32]) -> bool {
        let share = self.share(problem, runs);
        let taken = share.taken.values().copied();
        taken.fold(0i64, i64::saturating_add) > share.has
    }
}

/// A weight for each slot of each resource, and for a unit of each sum.
struct Table {
    weights: Vec<i64>,
    slots: usize,
    sums: Vec<i64>,
}

impl Table {
    fn empty(problem: &Problem) -> Self {
        let setting = problem.setting();
        let slots = setting.slots as usize;
        Table {
            weights: vec![0; setting.resources.len() * slots],
            slots,
            sums: vec![0; setting.sums.len()],
        }
    }

    /// The same weight for all that the runs could use.
    fn first(problem: &Problem, runs: &[u32]) -> Self {
        let mut table = Table::empty(problem);
        for way in runs.iter().flat_map(|run| problem.candidates(*run)) {
            for resource in way.needs.iter().flatten() {
                for slot in &way.slots {
                    if let Some(weight) = table.slot(*resource, *slot) {
                        *weight = FIRST;
                    }
                }
                let sum = problem.drawn(*resource);
                if let Some((sum, weight)) =
                    sum.and_then(|sum| Some((sum, table.sums.get_mut(sum as usize)?)))
                {
                    *weight = FIRST / problem.limit(sum).max(1);
                }
            }
        }
        table
    }

    fn slot(&mut self, resource: u32, slot: u32) -> Option<&mut i64> {
        let at = resource as usize * self.slots + slot as usize;
        self.weights.get_mut(at)
    }

    /// All that there is, if it can be counted. Slots that are not free count too, of which no way
    /// makes use.
    fn has(&self, problem: &Problem) -> Option<i64> {
        let sums = (0u32..).zip(&self.sums);
        let sums = sums.filter(|(_, weight)| **weight > 0);
        let sums = sums.map(|(sum, weight)| weight.checked_mul(problem.limit(sum).max(0)));
        let mut all = self.weights.iter().copied().map(Some).chain(sums);
        all.try_fold(0i64, |all, weight| all.checked_add(weight?))
    }

    /// The lightest way of a run and what it weighs.
    fn lightest<'p>(&self, problem: &'p Problem, run: u32) -> Option<(i64, &'p Candidate)> {
        let ways = problem.candidates(run).iter();
        let weighed = ways.filter_map(|way| {
            let needs = way.needs.iter();
            let mut needs = needs.map(|need| Some(self.lightest_of(problem, way, need)?.0));
            let weight = needs.try_fold(0i64, |all, weight| Some(all.saturating_add(weight?)))?;
            Some((weight, way))
        });
        weighed.min_by_key(|(weight, _)| *weight)
    }

    /// The lightest resource for a need of a way, after what it weighs.
    fn lightest_of(&self, problem: &Problem, way: &Candidate, need: &[u32]) -> Option<(i64, u32)> {
        let weigh = |resource: &u32| {
            let first = *resource as usize * self.slots;
            let slots = way.slots.iter();
            let slots = slots.filter_map(|slot| self.weights.get(first + *slot as usize));
            let weight = slots.copied().fold(0, i64::saturating_add);
            let sum = problem.drawn(*resource);
            let unit = sum.and_then(|sum| self.sums.get(sum as usize));
            let units = unit.map_or(0, |unit| unit.saturating_mul(way.units()));
            weight.saturating_add(units)
        };
        need.iter().map(|of| (weigh(of), *of)).min()
    }

    /// Makes all lighter where one has become too heavy.
    fn lighten(&mut self) {
        let all = || self.weights.iter().chain(&self.sums);
        if all().any(|weight| *weight > HEAVY) {
            for weight in self.weights.iter_mut().chain(&mut self.sums) {
                *weight >>= 20;
            }
        }
    }

    /// The weights as they are told: 1 for all but the lightest, or each as it is in smaller numbers.
    fn told(&self, lighter: Option<i64>) -> Weights {
        let all = self.weights.iter().chain(&self.sums);
        let most = all.copied().max().unwrap_or(0).max(1);
        let told = |weight: i64| match lighter {
            Some(than) => i64::from(weight > most / than),
            None => i64::try_from(i128::from(weight) * i128::from(TOLD) / i128::from(most))
                .unwrap_or(i64::MAX),
        };
        let at = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let slots = self.weights.iter().enumerate();
        let slots = slots.map(|(nth, weight)| {
            let (resource, slot) = (nth / self.slots.max(1), nth % self.slots.max(1));
            (at(resource), at(slot), told(*weight))
        });
        let sums = self.sums.iter().enumerate();
        let sums = sums.map(|(sum, weight)| (at(sum), told(*weight)));
        Weights {
            slots: slots.filter(|(_, _, weight)| *weight > 0).collect(),
            sums: sums.filter(|(_, weight)| *weight > 0).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
