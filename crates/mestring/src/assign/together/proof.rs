//! Verifies what is claimed of parties: all of them whole, and no branch better.
//!
//! The branches are solved once more, and the certificate of each is verified by the check of the
//! engines; the search itself is not trusted. That the branches are all there are follows from how they part:
//! each time by one party, in each of its runs or out.

use std::collections::{BTreeMap, BTreeSet};

use super::party::Decision;
use super::result::Found;
use super::search::{Ground, Path};
use super::{Component, components};
use crate::assign::AssignError;
use crate::assign::assignment::Assignment;
use crate::assign::check::Violation;
use crate::assign::problem::Problem;
use crate::assign::watch::Watch;

/// What was verified of parties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TogetherChecked {
    /// Parties, all of them in one run or without a place.
    pub parties: usize,
    /// Branches whose certificate holds, and that reach no more than was found, or than the bound says
    /// where the search was given up.
    pub branches: usize,
    /// Branches of those on which parties cannot be where they would have to be.
    pub impossible: usize,
}

impl Assignment {
    /// Verifies the places of people who come together: that every party is in one run or without a place,
    /// that the prices prove the places of all others given that, and that no branch of the search reaches
    /// more than is claimed. Every branch is solved again. `None` where nobody comes together.
    ///
    /// Where runs have minimum groups, the certificate of a branch is for the runs that are held on it.
    ///
    /// # Errors
    /// The first thing that does not hold.
    pub fn check_together(&self) -> Result<Option<TogetherChecked>, AssignError> {
        let Some(found) = self.together.as_deref() else {
            return Ok(None);
        };
        self.check()?;
        self.whole(found)?;
        let parts = components(&found.problem);
        if !parts.iter().eq(found.searched.iter().map(|own| &own.0)) {
            return Err(Violation::Uncovered.into());
        }
        let mut checked = TogetherChecked {
            parties: found.problem.parties.len(),
            branches: 0,
            impossible: 0,
        };
        let watch = Watch::new(&|_| std::ops::ControlFlow::Continue(()));
        for (component, searched) in &found.searched {
            let (ground, _) = Ground::of(&found.problem, component, &watch)?;
            let own = self.value(&found.problem, component, &ground);
            if searched.cancellations_proven && own != searched.best {
                return Err(Violation::Better.into());
            }
            let claimed = searched.bound.as_ref().unwrap_or(&own);
            for path in &searched.leaves {
                let solved = ground.solve(path, &watch)?;
                solved.assignment.check()?;
                checked.branches += 1;
                match &solved.branch.bound {
                    None => checked.impossible += 1,
                    Some(bound) if bound > claimed => return Err(Violation::Better.into()),
                    Some(_) => {}
                }
            }
            if !covers(&ground, &Path::new(), &searched.leaves) {
                return Err(Violation::Uncovered.into());
            }
        }
        Ok(Some(checked))
    }

    fn whole(&self, found: &Found) -> Result<(), Violation> {
        let problem = &found.problem;
        for (party, members) in problem.parties.iter().enumerate() {
            let rows = members
                .iter()
                .map(|own| self.run_of(problem.person_row[*own]));
            let rows: BTreeSet<Option<usize>> = rows.collect();
            let decided = match found.decided.get(&party) {
                Some(Decision::In(row)) => Some(*row),
                Some(Decision::Out) | None => None,
            };
            if rows != BTreeSet::from([decided]) {
                return Err(Violation::SplitParty { party });
            }
        }
        Ok(())
    }

    /// What the places of the people of a part reach.
    fn value(
        &self,
        problem: &Problem,
        component: &Component,
        ground: &Ground<'_>,
    ) -> super::search::Value {
        let (mut left_out, mut cost) = (Vec::new(), 0);
        for person in &component.people {
            match self.cost_of(problem.person_row[*person]) {
                None => left_out.push(problem.worth[*person]),
                Some(own) => cost += own,
            }
        }
        ground.value(&left_out, cost)
    }
}

/// Whether the leaves below a path are everything there is below it.
fn covers(ground: &Ground<'_>, path: &Path, leaves: &[Path]) -> bool {
    let below = leaves.iter().filter(|leaf| leaf.starts_with(path));
    let mut next: BTreeMap<usize, usize> = BTreeMap::new();
    let mut here = 0;
    for leaf in below {
        match leaf.get(path.len()) {
            None => here += 1,
            Some((party, _)) => *next.entry(*party).or_default() += 1,
        }
    }
    match (here, next.keys().next()) {
        (1, None) => true,
        (0, Some(party)) if next.len() == 1 => {
            let ways = ground.ways(path, *party);
            let known = |leaf: &&Path| ways.iter().any(|way| leaf.starts_with(way));
            let count = leaves.iter().filter(|leaf| leaf.starts_with(path));
            let all = count.clone().count() == count.filter(known).count();
            all && ways.iter().all(|way| covers(ground, way, leaves))
        }
        _ => false,
    }
}

#[cfg(test)]
impl Assignment {
    /// Makes a claim wrong: leaves out a branch, or takes a better one for impossible.
    pub(in crate::assign) fn tamper(&mut self, fault: usize) {
        let Some(found) = self.together.as_mut() else {
            return;
        };
        for (_, searched) in &mut found.searched {
            match fault {
                0 => drop(searched.leaves.pop()),
                _ => searched.best.cost -= 1,
            }
        }
    }
}
