//! The search for where parties are: best bound first.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

use super::Component;
use super::party::Decision;
use crate::assign::AssignError;
use crate::assign::assignment::Assignment;
use crate::assign::at::{At, PersonAt};
use crate::assign::minimum::Cancellations;
use crate::assign::problem::Problem;
use crate::assign::watch::Watch;

/// What a placement of a part reaches, beside another of the same part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    /// Where in the order more or fewer people are left out than in the other: the worth there, and how
    /// many more; the earliest first.
    more_out: Vec<(i64, i64)>,
    /// What all places cost.
    pub(super) cost: i64,
}

impl Value {
    /// `left_out` and `beside` are worths of people left out, in any order.
    pub(super) fn of(left_out: &[i64], beside: &[i64], cost: i64) -> Self {
        let mut counts: BTreeMap<i64, i64> = BTreeMap::new();
        for worth in left_out {
            *counts.entry(*worth).or_default() += 1;
        }
        for worth in beside {
            *counts.entry(*worth).or_default() -= 1;
        }
        let more_out = counts.into_iter().rev().filter(|(_, count)| *count != 0);
        Value {
            more_out: more_out.collect(),
            cost,
        }
    }

    /// How many more are served than in the other at a worth.
    pub(super) fn more_at(&self, other: &Self, worth: i64) -> usize {
        let out = |own: &Self| {
            let at = own.more_out.iter().find(|(at, _)| *at == worth);
            at.map_or(0, |(_, count)| *count)
        };
        usize::try_from(out(other) - out(self)).unwrap_or(0)
    }

    /// The earliest worth at which two differ in who is served, and which serves better there.
    pub(super) fn differs(&self, other: &Self) -> Option<(i64, Ordering)> {
        let (mut own, mut theirs) = (
            self.more_out.iter().peekable(),
            other.more_out.iter().peekable(),
        );
        loop {
            let at = match (own.peek(), theirs.peek()) {
                (None, None) => return None,
                (Some((worth, _)), None) | (None, Some((worth, _))) => *worth,
                (Some((one, _)), Some((other, _))) => *one.max(other),
            };
            let count = |side: &mut std::iter::Peekable<std::slice::Iter<'_, (i64, i64)>>| {
                side.next_if(|(worth, _)| *worth == at)
                    .map_or(0, |(_, count)| *count)
            };
            let (one, two) = (count(&mut own), count(&mut theirs));
            if one != two {
                return Some((at, two.cmp(&one)));
            }
        }
    }
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Value {
    /// Greater is better.
    fn cmp(&self, other: &Self) -> Ordering {
        let serves = self.differs(other).map_or(Ordering::Equal, |(_, own)| own);
        serves.then(other.cost.cmp(&self.cost))
    }
}

/// What was decided on the way to a branch, in that order.
pub(super) type Path = Vec<(usize, Decision)>;

/// A branch that was solved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Branch {
    pub(super) path: Path,
    /// No placement on the branch reaches more. `None` where there is none.
    pub(super) bound: Option<Value>,
    /// The first party that is not whole.
    split: Option<usize>,
    /// Where the parties of the part are, if all are whole.
    decided: Vec<Decision>,
    /// False where the search for runs to cancel was given up on it.
    pub(super) proven: bool,
}

/// What the search found in a part.
#[derive(Debug, Clone)]
pub(super) struct Searched {
    /// Where each party of the part is.
    pub(super) decided: Vec<Decision>,
    pub(super) best: Value,
    /// The branches that nothing was branched on any more: together they are all there is.
    pub(super) leaves: Vec<Path>,
    /// What some branch could still reach, where the search was given up.
    pub(super) bound: Option<Value>,
    /// False where the search for runs to cancel was given up on a branch.
    pub(super) cancellations_proven: bool,
    pub(super) branches: usize,
}

/// In the order in which branches are looked at: the best bound, then what is decided further, then what
/// came first.
struct Next {
    bound: Value,
    number: usize,
    branch: Branch,
}

impl PartialEq for Next {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Next {}

impl PartialOrd for Next {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Next {
    fn cmp(&self, other: &Self) -> Ordering {
        let depth = |own: &Self| (own.branch.split.is_none(), own.branch.path.len());
        let first = other.number.cmp(&self.number);
        let bound = self.bound.cmp(&other.bound);
        bound.then(depth(self).cmp(&depth(other))).then(first)
    }
}

/// A part of a problem in which branches are solved.
pub(super) struct Ground<'a> {
    pub(super) problem: &'a Problem,
    pub(super) component: &'a Component,
    /// Who is left out where every party is taken apart.
    beside: Vec<i64>,
}

impl<'a> Ground<'a> {
    /// Solves the part with parties taken apart, to compare branches with.
    pub(super) fn of(
        problem: &'a Problem,
        component: &'a Component,
        watch: &Watch<'_>,
    ) -> Result<(Self, Branch), AssignError> {
        let mut ground = Ground {
            problem,
            component,
            beside: Vec::new(),
        };
        let (part, people) = problem.part(component, &BTreeMap::new());
        let apart = part.solve_alone(1, watch)?;
        ground.beside = ground.left_out(&apart, &people);
        let branch = ground.read(Path::new(), &apart, &people);
        Ok((ground, branch))
    }

    /// Solves a branch.
    pub(super) fn solve(&self, path: &Path, watch: &Watch<'_>) -> Result<Solved, AssignError> {
        let decided: BTreeMap<usize, Decision> = path.iter().copied().collect();
        let (part, people) = self.problem.part(self.component, &decided);
        let assignment = part.solve_alone(1, watch)?;
        let branch = self.read(path.clone(), &assignment, &people);
        Ok(Solved { assignment, branch })
    }

    fn left_out(&self, assignment: &Assignment, people: &[PersonAt]) -> Vec<i64> {
        let out = assignment.place.iter().zip(people);
        let out = out.filter(|((_, run), _)| run.is_none());
        out.map(|(_, person)| self.problem.worth[*person]).collect()
    }

    /// What the places of another assignment of the same people reach.
    pub(super) fn value(&self, left_out: &[i64], cost: i64) -> Value {
        Value::of(left_out, &self.beside, cost)
    }

    fn read(&self, path: Path, assignment: &Assignment, people: &[PersonAt]) -> Branch {
        let at: BTreeMap<PersonAt, PersonAt> = people
            .iter()
            .copied()
            .zip((0..).map(PersonAt::new))
            .collect();
        // The row of the run in the whole problem.
        let row = |person: &PersonAt| {
            let pool = assignment.place[*at.get(person)?]?;
            let pool = self.component.pools.get(pool.index())?;
            Some(self.problem.run_row[*pool])
        };
        let wanted: BTreeMap<usize, Decision> = path.iter().copied().collect();
        let (mut split, mut decided, mut possible) = (None, Vec::new(), true);
        for party in &self.component.parties {
            let members = self.problem.parties.get(*party).into_iter().flatten();
            let mut rows = members.map(row);
            let first = rows.next().flatten();
            let whole = rows.all(|own| own == first);
            let own = first.map_or(Decision::Out, Decision::In);
            let is_wanted = wanted.get(party).is_none_or(|wanted| *wanted == own);
            if wanted.contains_key(party) {
                possible &= whole && is_wanted;
            } else if !whole && split.is_none() {
                split = Some(*party);
            }
            decided.push(own);
        }
        let costs = assignment.paid.values().iter();
        let value = self.value(
            &self.left_out(assignment, people),
            costs.map(|cost| i64::from(*cost)).sum(),
        );
        Branch {
            path,
            bound: possible.then_some(value),
            split,
            decided,
            proven: *assignment.cancellations() == Cancellations::Proven,
        }
    }

    /// All ways to go on from a branch: the party together in each of its runs, or out.
    pub(super) fn ways(&self, path: &Path, party: usize) -> Vec<Path> {
        let runs = self.problem.runs_of_party(party).into_iter();
        let ways = runs.map(Decision::In).chain([Decision::Out]);
        ways.map(|way| path.iter().copied().chain([(party, way)]).collect())
            .collect()
    }
}

/// A branch with what solved it.
pub(super) struct Solved {
    pub(super) assignment: Assignment,
    pub(super) branch: Branch,
}

/// Searches for the best placement of a part with whole parties.
pub(super) fn search(
    problem: &Problem,
    component: &Component,
    watch: &Watch<'_>,
) -> Result<Searched, AssignError> {
    let (ground, first) = Ground::of(problem, component, watch)?;
    let mut search = Search {
        ground,
        queue: BinaryHeap::new(),
        closed: Vec::new(),
        branches: 1,
        cancellations_proven: true,
    };
    search.push(first);
    while let Some(next) = search.queue.pop() {
        let Some(party) = next.branch.split else {
            return Ok(search.found(next.branch, next.bound, None));
        };
        if search.branches >= problem.most_branches {
            let bound = next.bound.clone();
            search.queue.push(next);
            let (branch, best) = search.dive(watch)?;
            return Ok(search.found(branch, best, Some(bound)));
        }
        for path in search.ground.ways(&next.branch.path, party) {
            let branch = search.solve(path, watch)?;
            search.push(branch);
        }
    }
    // All out is always possible, so the queue is never empty before something whole was met.
    search.all_out(watch)
}

struct Search<'a> {
    ground: Ground<'a>,
    queue: BinaryHeap<Next>,
    /// Branches on which nothing is to be had.
    closed: Vec<Path>,
    branches: usize,
    cancellations_proven: bool,
}

impl Search<'_> {
    fn solve(&mut self, path: Path, watch: &Watch<'_>) -> Result<Branch, AssignError> {
        self.branches += 1;
        Ok(self.ground.solve(&path, watch)?.branch)
    }

    fn push(&mut self, branch: Branch) {
        self.cancellations_proven &= branch.proven;
        match branch.bound.clone() {
            None => self.closed.push(branch.path),
            Some(bound) => self.queue.push(Next {
                bound,
                number: self.branches,
                branch,
            }),
        }
    }

    fn found(self, branch: Branch, best: Value, bound: Option<Value>) -> Searched {
        let open = self.queue.into_iter().map(|own| own.branch.path);
        let mut leaves: Vec<Path> = self.closed.into_iter().chain(open).collect();
        if bound.is_none() {
            leaves.push(branch.path);
        }
        leaves.sort_unstable();
        Searched {
            decided: branch.decided,
            // What was found may be all that the bound says.
            bound: bound.filter(|bound| *bound > best),
            best,
            leaves,
            cancellations_proven: self.cancellations_proven,
            branches: self.branches,
        }
    }

    /// A placement with whole parties for a search that is given up: one party after the other in the fair
    /// order, each where the bound stays best; or a better one that was met before.
    fn dive(&mut self, watch: &Watch<'_>) -> Result<(Branch, Value), AssignError> {
        let whole = self.queue.iter().filter(|own| own.branch.split.is_none());
        let met = whole
            .max()
            .map(|own| (own.branch.clone(), own.bound.clone()));
        let mut at = self.solve(Path::new(), watch)?;
        let parties = self.ground.component.parties.clone();
        for (place, party) in parties.into_iter().enumerate() {
            // Later parties that are whole by chance must not keep earlier ones from it, so all are decided.
            let is_whole = at.split.is_none_or(|split| split > party);
            let ways = match at.decided.get(place).filter(|_| is_whole) {
                Some(own) => vec![at.path.iter().copied().chain([(party, *own)]).collect()],
                None => self.ground.ways(&at.path, party),
            };
            let mut best: Option<Branch> = None;
            for path in ways {
                let own = self.solve(path, watch)?;
                if own.bound.is_some() && best.as_ref().is_none_or(|known| known.bound < own.bound)
                {
                    best = Some(own);
                }
            }
            let Some(best) = best else {
                return met.map_or_else(|| self.out(watch), Ok);
            };
            at = best;
        }
        match (met, at.bound.clone()) {
            (Some(met), Some(bound)) if bound <= met.1 => Ok(met),
            (_, Some(bound)) => Ok((at, bound)),
            (met, None) => met.map_or_else(|| self.out(watch), Ok),
        }
    }

    /// Every party without a place, which is always possible.
    fn out(&mut self, watch: &Watch<'_>) -> Result<(Branch, Value), AssignError> {
        let parties = self.ground.component.parties.iter();
        let path = parties.map(|party| (*party, Decision::Out)).collect();
        let branch = self.solve(path, watch)?;
        let nothing = Value::of(&[], &[], 0);
        let value = branch.bound.clone().unwrap_or(nothing);
        Ok((branch, value))
    }

    fn all_out(mut self, watch: &Watch<'_>) -> Result<Searched, AssignError> {
        let (branch, value) = self.out(watch)?;
        Ok(self.found(branch, value, None))
    }
}
