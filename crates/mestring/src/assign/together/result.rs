//! What the search for parties found, and how far it is proven.

use std::collections::BTreeMap;

use super::Component;
use super::party::Decision;
use super::search::Searched;
use crate::assign::assignment::Assignment;
use crate::assign::problem::Problem;

/// What became of the people who come together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Together {
    /// How many parties there are.
    pub parties: usize,
    /// How many of them have a place; the others have none for any of their people.
    pub placed: usize,
    /// How many branches were solved.
    pub branches: usize,
    /// How far it is proven.
    pub state: TogetherState,
}

/// How far a placement of parties is proven.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TogetherState {
    /// No placement serves a better set of parties, or as good a one at less cost.
    Proven,
    /// The search was given up.
    Bound(TogetherBound),
}

/// What no placement of parties can surpass, where the search was given up.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TogetherBound {
    /// So many people stand first in the order for whom it is proven whether they get a place. From the next
    /// on it is not.
    pub proven: usize,
    /// The class of those from whom on it is not proven; `None` where only the preference cost is not.
    pub class: Option<u32>,
    /// How many more than were found get a place by the bound, of those who stand there.
    pub more: usize,
    /// By how much less the places would cost by the bound, where only that is not proven.
    pub less_cost: i64,
}

/// What is kept of the search.
#[derive(Debug, Clone)]
pub(in crate::assign) struct Found {
    /// The problem with its parties.
    pub(super) problem: Problem,
    pub(super) searched: Vec<(Component, Searched)>,
    pub(super) decided: BTreeMap<usize, Decision>,
}

impl Found {
    pub(super) fn new(
        problem: Problem,
        searched: Vec<(Component, Searched)>,
        decided: BTreeMap<usize, Decision>,
    ) -> Self {
        Found {
            problem,
            searched,
            decided,
        }
    }

    fn state(&self) -> TogetherState {
        let mut first: Option<(i64, usize)> = None;
        let mut less_cost = 0;
        let mut open = false;
        for (_, own) in &self.searched {
            let Some(bound) = &own.bound else { continue };
            open = true;
            match bound.differs(&own.best) {
                None => less_cost += own.best.cost - bound.cost,
                Some((worth, _)) => {
                    let more = bound.more_at(&own.best, worth);
                    first = Some(match first {
                        Some((known, _)) if known > worth => continue,
                        Some((known, count)) if known == worth => (worth, count + more),
                        _ => (worth, more),
                    });
                }
            }
        }
        if !open {
            return TogetherState::Proven;
        }
        let worths = self.problem.worth.values();
        let (proven, class, more) = match first {
            None => (worths.len(), None, 0),
            Some((worth, more)) => {
                let proven = worths.partition_point(|own| *own > worth);
                let class = self
                    .problem
                    .standing
                    .values()
                    .get(proven)
                    .map(|own| own.class);
                (proven, class, more)
            }
        };
        TogetherState::Bound(TogetherBound {
            proven,
            class,
            more,
            less_cost: if first.is_none() { less_cost } else { 0 },
        })
    }
}

impl Assignment {
    /// What became of the people who come together; `None` where nobody does.
    ///
    /// Where runs have minimum groups it rests on [`cancellations`](Self::cancellations) as well: which
    /// runs are held is searched for on each branch.
    pub fn together(&self) -> Option<Together> {
        let found = self.together.as_deref()?;
        let placed = found.decided.values();
        let placed = placed.filter(|own| matches!(own, Decision::In(_)));
        Some(Together {
            parties: found.problem.parties.len(),
            placed: placed.count(),
            branches: found.searched.iter().map(|(_, own)| own.branches).sum(),
            state: found.state(),
        })
    }

    /// The same places without the parties: whoever came together stays where they are, in a run or
    /// without a place, and everybody else can be asked about. More seats can be given to it
    /// ([`add_seats`](Self::add_seats)); what they reach is exact as long as the parties stay.
    #[must_use]
    pub fn with_parties_fixed(&self) -> Assignment {
        let mut fixed = self.clone();
        fixed.together = None;
        fixed
    }
}
