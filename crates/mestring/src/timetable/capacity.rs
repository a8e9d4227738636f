//! Whether resources are free often enough for runs, whatever their times: counting alone.
//!
//! A run needs so many slots of a group of resources where every way of it takes them from that group.
//! What the group has are its free slots among those that the runs could use at all.

use super::problem::Problem;
use super::refusal::Reason;

/// How many slots of the group the run takes at least, whichever way it is held.
fn units(problem: &Problem, run: u32, group: &[u32]) -> i64 {
    let inside = |need: &Vec<u32>| need.iter().all(|of| group.binary_search(of).is_ok());
    let ways = problem.candidates(run).iter();
    let least = ways.map(|way| {
        let needs = way.needs.iter().filter(|need| inside(need)).count();
        way.units()
            .saturating_mul(i64::try_from(needs).unwrap_or(i64::MAX))
    });
    least.min().unwrap_or(0)
}

fn slots(problem: &Problem, runs: &[u32]) -> Vec<u32> {
    let ways = runs.iter().flat_map(|run| problem.candidates(*run));
    let mut slots: Vec<u32> = ways.flat_map(|way| way.slots.iter().copied()).collect();
    slots.sort_unstable();
    slots.dedup();
    slots
}

/// How many slots the group, in order, has too few for all of the runs; 0 or less where counting does
/// not show that it has.
pub(super) fn missing(problem: &Problem, group: &[u32], runs: &[u32]) -> i64 {
    let slots = slots(problem, runs);
    let has = |resource: &u32| {
        let free = slots
            .iter()
            .filter(|slot| problem.is_free(*resource, **slot));
        let free = i64::try_from(free.count()).unwrap_or(i64::MAX);
        let limit = problem
            .drawn(*resource)
            .map(|sum| problem.limit(sum).max(0));
        limit.map_or(free, |limit| free.min(limit))
    };
    let needed = runs.iter().map(|run| units(problem, *run, group));
    let needed = needed.fold(0i64, i64::saturating_add);
    needed.saturating_sub(group.iter().map(has).fold(0, i64::saturating_add))
}

/// A need of the run of which there is too little beside those kept: beside all who need it too, or
/// beside those who have no other times than the run has.
pub(super) fn full(problem: &Problem, kept: &[u32], run: u32) -> Option<Reason> {
    let ways = problem.candidates(run);
    let most = ways.iter().map(|way| way.needs.len()).max().unwrap_or(0);
    let own = slots(problem, &[run]);
    for need in 0..most {
        let options = ways.iter().filter_map(|way| way.needs.get(need));
        let mut group: Vec<u32> = options.flatten().copied().collect();
        group.sort_unstable();
        group.dedup();
        let needs = |other: &u32| units(problem, *other, &group) > 0;
        let all: Vec<u32> = kept.iter().copied().filter(needs).collect();
        let within = |other: &u32| {
            let theirs = slots(problem, &[*other]);
            theirs.iter().all(|slot| own.binary_search(slot).is_ok())
        };
        let inside: Vec<u32> = all.iter().copied().filter(within).collect();
        for holders in [inside, all] {
            let mut runs = holders.clone();
            runs.push(run);
            let missing = missing(problem, &group, &runs);
            if missing > 0 {
                return Some(Reason::Capacity {
                    resources: group,
                    holders,
                    missing,
                });
            }
        }
    }
    None
}
