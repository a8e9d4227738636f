//! What is scarcest: what one more leader, room or budget would give, and what hangs on one leader.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use mestring_model::Desk;
use mestring_model::id::{BudgetId, LeaderId, OrganisationId, RunId, Slug};
use mestring_model::noun::{LeaderState, RunState};

use super::layout::{Asks, Layout, Sum, expected};
use super::place::Need;
use super::search::{Search, asks, turns};
use super::{Ledger, Plan, PlannedRun, Ranked};
use crate::timetable::{self, Problem, Setting, TimetableError, solve};

/// What is scarce.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scarce {
    /// Leaders with a competence.
    Leader(Slug),
    /// Rooms in which runs are held.
    Room,
    /// Rooms of an organisation, for groups that follow runs there.
    HubRoom(OrganisationId),
    /// A budget.
    Budget(BudgetId),
}

impl Scarce {
    /// A stable code: `leader`, `room`, `hub_room`, `budget`.
    pub fn code(&self) -> &'static str {
        match self {
            Scarce::Leader(_) => "leader",
            Scarce::Room => "room",
            Scarce::HubRoom(_) => "hub_room",
            Scarce::Budget(_) => "budget",
        }
    }

    /// Of which competence, organisation or budget; `None` for rooms in which runs are held.
    pub fn of(&self) -> Option<&str> {
        match self {
            Scarce::Leader(competence) => Some(competence.as_str()),
            Scarce::Room => None,
            Scarce::HubRoom(organisation) => Some(organisation.as_str()),
            Scarce::Budget(id) => Some(id.as_str()),
        }
    }
}

/// What having enough of one thing would give: found by planning again with one more leader or room that
/// is free at all times, or a budget without a limit, and nothing else changed. A thing that is free less
/// often may let in fewer runs, or others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bottleneck {
    /// What there would be more of.
    pub of: Scarce,
    /// The refused runs that would have a place, in the order of priority.
    pub gains: Vec<RunId>,
    /// The placed runs that would lose theirs to them, in the order of priority: a run of higher
    /// priority takes what both need.
    pub loses: Vec<RunId>,
    /// The expected participants of those that gain, less those of the losers, as far as both are known.
    pub participants: i64,
    /// How many of both do not say how many they expect.
    pub unknown: usize,
}

/// A competence that one confirmed leader alone has, with the runs that need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneLeader {
    /// The competence.
    pub competence: Slug,
    /// Who has it.
    pub leader: LeaderId,
    /// The decided and the placed runs that need it: they hang on that leader.
    pub runs: Vec<RunId>,
    /// How many runs of the plan that need it have no place.
    pub refused: usize,
}

/// What is scarce, what gives most first.
///
/// `search` is that of the plan. `watch` is told how many things are looked at and of how many; when it
/// breaks, the rest are left out.
///
/// # Errors
/// As [`plan`](super::plan()).
pub fn bottlenecks(
    desk: &Desk,
    plan: &Plan,
    search: Search,
    watch: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Vec<Bottleneck>, TimetableError> {
    let order: Vec<Ranked> = plan.runs.iter().map(PlannedRun::ranked).collect();
    // Runs that lack a leader at all are weighed too, as if somebody had the competence.
    let ledger = Ledger::before_plan(desk, plan.period);
    let turns = turns(desk, &order);
    let asks: Vec<Asks<'_>> = turns.iter().map(|turn| asks(&ledger, turn)).collect();
    let layout = Layout::new(&ledger, &asks);
    let candidates = candidates(desk, &asks);
    let mut found = Vec::new();
    for (done, of) in candidates.iter().enumerate() {
        if watch(done, candidates.len()).is_break() {
            break;
        }
        let problem = Problem::new(more_of(&layout, &asks, desk, of))?;
        let patient = &mut |_| ControlFlow::Continue(());
        let solution = solve(&problem, search.order, search.limits, patient);
        let mut own = Bottleneck {
            of: of.clone(),
            gains: Vec::new(),
            loses: Vec::new(),
            participants: 0,
            unknown: 0,
        };
        let mut changed: Vec<(usize, bool)> = Vec::new();
        for (turn, now) in turns.iter().zip(&solution.placements) {
            let before = plan.runs.get(turn.at).is_some_and(|own| own.is_placed());
            if before != now.is_some() {
                changed.push((turn.at, now.is_some()));
            }
        }
        changed.sort_unstable();
        for (at, gains) in changed {
            let Some(planned) = plan.runs.get(at) else {
                continue;
            };
            match desk.runs.get(planned.index).and_then(expected) {
                Some(expected) if gains => own.participants += i64::from(expected),
                Some(expected) => own.participants -= i64::from(expected),
                None => own.unknown += 1,
            }
            let list = if gains {
                &mut own.gains
            } else {
                &mut own.loses
            };
            list.push(planned.run.clone());
        }
        if !own.gains.is_empty() {
            found.push(own);
        }
    }
    found.sort_by_key(|own| {
        let gains = own.gains.len();
        (std::cmp::Reverse((own.participants, gains)), own.of.clone())
    });
    Ok(found)
}

/// What runs of the plan need, each once.
fn candidates(desk: &Desk, asks: &[Asks<'_>]) -> Vec<Scarce> {
    let mut all = BTreeSet::new();
    for own in asks {
        let Some(wanted) = &own.wanted else {
            continue;
        };
        all.extend(own.run.needs.iter().cloned().map(Scarce::Leader));
        if wanted.needs_room() {
            all.insert(Scarce::Room);
        }
        if wanted.needs_hubs() {
            let hubs = wanted.hubs.iter();
            all.extend(hubs.map(|own| Scarce::HubRoom(own.organisation.clone())));
        }
        let known = |id: &&BudgetId| desk.budgets.iter().any(|own| own.id == **id);
        all.extend(
            own.run
                .budgets
                .iter()
                .filter(known)
                .cloned()
                .map(Scarce::Budget),
        );
    }
    all.into_iter().collect()
}

/// The setting with more of it.
fn more_of(layout: &Layout<'_>, asks: &[Asks<'_>], desk: &Desk, of: &Scarce) -> Setting {
    let mut setting = layout.setting.clone();
    if let Scarce::Budget(id) = of {
        let budgets = &desk.budgets;
        for (limit, sum) in setting.sums.iter_mut().zip(&layout.sums) {
            if let Sum::Budget(at) = sum
                && budgets.get(*at).is_some_and(|own| own.id == *id)
            {
                *limit = i64::MAX;
            }
        }
        return setting;
    }
    let added = u32::try_from(setting.resources.len()).unwrap_or(u32::MAX);
    setting.resources.push(timetable::Resource {
        free: (0..setting.slots).collect(),
        draws: None,
    });
    for (run, asks) in setting.runs.iter_mut().zip(asks) {
        let Some(wanted) = &asks.wanted else {
            continue;
        };
        for pattern in &mut run.patterns {
            let needs = pattern.needs.len();
            for (at, options) in pattern.needs.iter_mut().enumerate() {
                let more = match (of, wanted.need(needs, at)) {
                    (Scarce::Leader(more), Some(Need::Leader(own))) => more == own,
                    (Scarce::Room, Some(Need::Room)) => true,
                    (Scarce::HubRoom(more), Some(Need::Hub(own))) => *more == own.organisation,
                    _ => false,
                };
                if more {
                    options.push(added);
                }
            }
        }
    }
    setting
}

/// The competences that one confirmed leader alone has and that some run needs, those with most runs
/// first.
pub fn one_leader(desk: &Desk, plan: &Plan) -> Vec<OneLeader> {
    let mut runs: BTreeMap<&Slug, (Vec<RunId>, usize)> = BTreeMap::new();
    let decided = desk
        .runs
        .iter()
        .filter(|run| run.state == RunState::Decided);
    let planned = plan.runs.iter().filter_map(|own| {
        let run = desk.runs.get(own.index)?;
        Some((run, own.is_placed()))
    });
    for (run, placed) in decided.map(|run| (run, true)).chain(planned) {
        for need in run.needs.iter().collect::<BTreeSet<_>>() {
            let (own, refused) = runs.entry(need).or_default();
            match placed {
                true => own.push(run.id.clone()),
                false => *refused += 1,
            }
        }
    }
    let mut all: Vec<OneLeader> = runs
        .into_iter()
        .filter_map(|(competence, (runs, refused))| {
            let mut able = desk.leaders.iter().filter(|leader| {
                leader.state == LeaderState::Confirmed && leader.competences.contains(competence)
            });
            let leader = able.next().filter(|_| able.next().is_none())?;
            Some(OneLeader {
                competence: competence.clone(),
                leader: leader.id.clone(),
                runs,
                refused,
            })
        })
        .collect();
    all.sort_by_key(|own| {
        let runs = own.runs.len();
        (
            std::cmp::Reverse((runs, own.refused)),
            own.competence.clone(),
        )
    });
    all
}

#[cfg(test)]
mod tests;
