//! Whether resources are free often enough for runs, whatever their times: counting alone.
//!
//! A run needs so many slots of a group of resources where every way of it takes them from that group.
//! What the group has are its free slots among those that the runs could use at all.

use std::collections::{BTreeMap, VecDeque};

use super::problem::{Candidate, Problem};
use super::refusal::Reason;

/// What runs take of resources however they are held.
#[derive(Debug, Clone, Default)]
pub(super) struct Takings {
    /// The needs that runs have, each once: all resources that would do, in order.
    needs: Vec<Vec<u32>>,
    runs: Vec<Takes>,
}

/// What one run takes.
#[derive(Debug, Clone, Default)]
struct Takes {
    /// The slots at which it could be held, in order.
    slots: Vec<u32>,
    /// The needs that all its ways have, each with all resources that would do in some way. The
    /// last needs of all ways are compared, and those before them: a way without a room has
    /// one need less, the first.
    needs: Vec<usize>,
    /// How many slots it takes of each need at least.
    units: i64,
}

impl Takings {
    /// Of runs with these ways.
    pub(super) fn of(runs: &[Vec<Candidate>]) -> Self {
        let mut known: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
        let mut takes = Vec::with_capacity(runs.len());
        for ways in runs {
            let slots = ways.iter().flat_map(|way| way.slots.iter().copied());
            let needs = ways.iter().map(|way| way.needs.len()).min().unwrap_or(0);
            let needs = (0..needs).map(|need| {
                let options = ways
                    .iter()
                    .filter_map(|way| way.needs.iter().rev().nth(need));
                let next = known.len();
                let options = in_order(options.flatten().copied().collect());
                *known.entry(options).or_insert(next)
            });
            takes.push(Takes {
                needs: needs.collect(),
                slots: in_order(slots.collect()),
                units: ways.iter().map(Candidate::units).min().unwrap_or(0),
            });
        }
        let mut needs = vec![Vec::new(); known.len()];
        for (options, at) in known {
            if let Some(need) = needs.get_mut(at) {
                *need = options;
            }
        }
        Takings { needs, runs: takes }
    }

    /// Notes that the run has no way any more.
    pub(super) fn forget(&mut self, run: u32) {
        if let Some(takes) = self.runs.get_mut(run as usize) {
            *takes = Takes::default();
        }
    }

    fn run(&self, run: u32) -> &Takes {
        const NOTHING: &Takes = &Takes {
            slots: Vec::new(),
            needs: Vec::new(),
            units: 0,
        };
        self.runs.get(run as usize).unwrap_or(NOTHING)
    }

    /// The needs that nothing outside the group would meet.
    fn inside(&self, group: &[u32]) -> Vec<bool> {
        let held = |of: &u32| group.binary_search(of).is_ok();
        let needs = self.needs.iter();
        needs.map(|need| need.iter().all(held)).collect()
    }

    /// How many slots of those needs the run takes at least, whichever way it is held.
    fn units(&self, run: u32, inside: &[bool]) -> i64 {
        let takes = self.run(run);
        let needs = takes.needs.iter();
        let needs = needs.filter(|need| inside.get(**need) == Some(&true));
        let needs = i64::try_from(needs.count()).unwrap_or(i64::MAX);
        takes.units.saturating_mul(needs)
    }
}

fn in_order(mut all: Vec<u32>) -> Vec<u32> {
    all.sort_unstable();
    all.dedup();
    all
}

/// The slots at which the runs could be held.
fn slots(problem: &Problem, runs: &[u32]) -> Vec<u32> {
    let mut at = vec![false; problem.setting().slots as usize];
    for slot in runs
        .iter()
        .flat_map(|run| &problem.takings().run(*run).slots)
    {
        if let Some(at) = at.get_mut(*slot as usize) {
            *at = true;
        }
    }
    let found = (0u32..).zip(at).filter(|(_, at)| *at);
    found.map(|(slot, _)| slot).collect()
}

/// How many of these slots the resource has.
fn has(problem: &Problem, resource: u32, slots: &[u32]) -> i64 {
    let free = slots
        .iter()
        .filter(|slot| problem.is_free(resource, **slot));
    let free = i64::try_from(free.count()).unwrap_or(i64::MAX);
    let limit = problem.drawn(resource).map(|sum| problem.limit(sum).max(0));
    limit.map_or(free, |limit| free.min(limit))
}

/// How many slots the group, in order, has too few for all of the runs; 0 or less where counting does
/// not show that it has.
pub(super) fn missing(problem: &Problem, group: &[u32], runs: &[u32]) -> i64 {
    let takings = problem.takings();
    let inside = takings.inside(group);
    let needed = runs.iter().map(|run| takings.units(*run, &inside));
    let needed = needed.fold(0i64, i64::saturating_add);
    let slots = slots(problem, runs);
    let has = group.iter().map(|of| has(problem, *of, &slots));
    needed.saturating_sub(has.fold(0, i64::saturating_add))
}

/// What runs take of a group of resources.
pub(super) struct Share {
    /// How many slots each run takes at least, where that is any.
    pub(super) taken: BTreeMap<u32, i64>,
    /// How many the group has for all of them.
    pub(super) has: i64,
}

impl Share {
    pub(super) fn of(problem: &Problem, group: &[u32], runs: &[u32]) -> Self {
        let takings = problem.takings();
        let inside = takings.inside(group);
        let taken = runs.iter();
        let taken = taken.map(|run| (*run, takings.units(*run, &inside)));
        let taken: BTreeMap<u32, i64> = taken.filter(|(_, units)| *units > 0).collect();
        let takers: Vec<u32> = taken.keys().copied().collect();
        let slots = slots(problem, &takers);
        let has = group.iter().map(|of| has(problem, *of, &slots));
        let has = has.fold(0, i64::saturating_add);
        Share { taken, has }
    }
}

/// A group of resources, in order, that has too few slots for the runs, whatever their times; `None`
/// where counting finds none.
///
/// Every need of a run is to be met by slots of any of its resources, here a part of it by one and a
/// part by another. Where that fails, the resources that were searched are such a group (Hall's
/// theorem, as the smallest cut of a flow).
pub(super) fn overfull(problem: &Problem, runs: &[u32]) -> Option<Vec<u32>> {
    let takings = problem.takings();
    let mut units = vec![0i64; takings.needs.len()];
    for takes in runs.iter().map(|run| takings.run(*run)) {
        for need in &takes.needs {
            if let Some(units) = units.get_mut(*need) {
                *units = units.saturating_add(takes.units);
            }
        }
    }
    let (slots, resources) = (slots(problem, runs), problem.setting().resources.len());
    let left = (0u32..).take(resources);
    let mut flow = Flow {
        needs: &takings.needs,
        left: left.map(|of| has(problem, of, &slots)).collect(),
        met: vec![vec![0; resources]; takings.needs.len()],
    };
    let units = units.into_iter().enumerate();
    units
        .filter(|(_, units)| *units > 0)
        .find_map(|(need, units)| flow.meet(need, units).err())
}

/// Needs met by slots of resources.
struct Flow<'a> {
    /// The resources that would do, for each need.
    needs: &'a [Vec<u32>],
    /// What each resource has left.
    left: Vec<i64>,
    /// How much of each need each resource meets.
    met: Vec<Vec<i64>>,
}

impl Flow<'_> {
    fn met(&mut self, need: usize, of: u32) -> Option<&mut i64> {
        self.met.get_mut(need)?.get_mut(of as usize)
    }

    fn left(&mut self, of: u32) -> Option<&mut i64> {
        self.left.get_mut(of as usize)
    }

    /// Meets so many slots of a need more.
    ///
    /// # Errors
    /// Resources, in order, that have nothing left and are all that would do for the needs that they
    /// meet and for this one.
    fn meet(&mut self, need: usize, units: i64) -> Result<(), Vec<u32>> {
        let mut units = units;
        while units > 0 {
            let path = self.path(need)?;
            let mut amount = units;
            for step in &path {
                if let Some(met) = step.from.and_then(|from| self.met(step.need, from)) {
                    amount = amount.min(*met);
                }
            }
            if let Some(left) = path.first().and_then(|step| self.left(step.to)) {
                amount = amount.min(*left);
                *left -= amount;
            }
            for step in &path {
                if let Some(met) = step.from.and_then(|from| self.met(step.need, from)) {
                    *met -= amount;
                }
                if let Some(met) = self.met(step.need, step.to) {
                    *met += amount;
                }
            }
            units -= amount;
        }
        Ok(())
    }

    /// The shortest way from a need to a resource with something left, that resource first.
    fn path(&self, first: usize) -> Result<Vec<Step>, Vec<u32>> {
        let mut by: BTreeMap<u32, usize> = BTreeMap::new();
        let mut from: BTreeMap<usize, Option<u32>> = BTreeMap::from([(first, None)]);
        let mut queue = VecDeque::from([first]);
        while let Some(need) = queue.pop_front() {
            for resource in self.needs.get(need).into_iter().flatten() {
                if by.contains_key(resource) {
                    continue;
                }
                by.insert(*resource, need);
                if self
                    .left
                    .get(*resource as usize)
                    .is_some_and(|left| *left > 0)
                {
                    let mut path = Vec::new();
                    let mut at = Some(*resource);
                    while let Some((to, need)) = at.and_then(|to| Some((to, *by.get(&to)?))) {
                        at = from.get(&need).copied().flatten();
                        path.push(Step { need, to, from: at });
                    }
                    return Ok(path);
                }
                for (other, met) in self.met.iter().enumerate() {
                    let met = met.get(*resource as usize);
                    if met.is_some_and(|met| *met > 0) && !from.contains_key(&other) {
                        from.insert(other, Some(*resource));
                        queue.push_back(other);
                    }
                }
            }
        }
        Err(by.into_keys().collect())
    }
}

/// A need that is met by one resource instead of another, or of nothing.
struct Step {
    need: usize,
    to: u32,
    from: Option<u32>,
}

/// Resources of which there is too little for the run beside those kept: beside those who have no
/// other times than the run has, or beside all.
pub(super) fn full(problem: &Problem, kept: &[u32], run: u32) -> Option<Reason> {
    let takings = problem.takings();
    let own = &takings.run(run).slots;
    let within = |other: &u32| {
        let theirs = &takings.run(*other).slots;
        theirs.len() <= own.len() && theirs.iter().all(|slot| own.binary_search(slot).is_ok())
    };
    let inside: Vec<u32> = kept.iter().copied().filter(within).collect();
    [inside, kept.to_vec()].into_iter().find_map(|beside| {
        let mut runs = beside.clone();
        runs.push(run);
        let resources = overfull(problem, &runs)?;
        let inside = takings.inside(&resources);
        let needs = |other: &u32| takings.units(*other, &inside) > 0;
        let holders: Vec<u32> = beside.into_iter().filter(needs).collect();
        let mut runs = holders.clone();
        runs.push(run);
        let missing = missing(problem, &resources, &runs);
        (missing > 0).then_some(Reason::Capacity {
            resources,
            holders,
            missing,
        })
    })
}
