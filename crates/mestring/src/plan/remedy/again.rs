//! Planning again with one thing changed.

use std::cell::Cell;
use std::ops::ControlFlow;

use mestring_model::id::RunId;

use super::{Change, Remedy, position};
use crate::plan::hub::HubWanted;
use crate::plan::layout::{Asks, Layout};
use crate::plan::place::{Need, Wanted};
use crate::plan::search::{Search, Turn};
use crate::plan::{Lack, Ledger, Plan, PlannedRun, Shortage, Slot};
use crate::timetable::{
    self, Order, Problem, Setting, Solution, TimetableError, check_feasible, solve,
};

/// A refused run among those that count before it.
pub(super) struct Case<'a> {
    pub(super) layout: &'a Layout<'a>,
    /// What is given away before the plan.
    pub(super) ledger: &'a Ledger<'a>,
    /// And by the plan to those that count before the run.
    pub(super) held: Ledger<'a>,
    pub(super) asks: &'a [Asks<'a>],
    pub(super) turns: &'a [Turn<'a>],
    pub(super) plan: &'a Plan,
    pub(super) search: Search,
    pub(super) nth: usize,
    pub(super) wanted: &'a Wanted,
    /// The runs that come after it are laid out too, so that it can be told who of them loses.
    pub(super) whole: bool,
    /// The work that was taken until now.
    pub(super) work: &'a Cell<u64>,
}

/// What planning again came to.
pub(super) struct Again {
    /// All that are placed and count before the run have a place.
    kept: bool,
    /// The positions of the run's sessions, where it is in.
    pub(super) sessions: Option<Vec<u32>>,
    /// Who comes in besides, of those that count before the run.
    pub(super) also: Vec<usize>,
}

pub(super) type Tried = Result<Option<Remedy>, TimetableError>;

impl Case<'_> {
    pub(super) fn remedies(&self, shortages: &[Shortage]) -> Result<Vec<Remedy>, TimetableError> {
        let mut found = Vec::new();
        let lacks = |is: fn(&Lack) -> bool| shortages.iter().any(|own| is(&own.lack));
        if lacks(Lack::is_of_times) {
            found.extend(self.other_times()?);
        }
        if lacks(|own| matches!(own, Lack::LeadTime { .. })) {
            found.extend(self.ready()?);
        }
        if lacks(|own| matches!(own, Lack::Closed)) {
            found.extend(self.open()?);
        }
        for shortage in shortages {
            match &shortage.lack {
                Lack::Room
                | Lack::NoRoom
                | Lack::RoomTooSmall { .. }
                | Lack::Equipment { .. }
                | Lack::FreedTooSmall { .. }
                | Lack::FreedEquipment { .. } => {
                    found.extend(self.rooms(Need::Room)?);
                }
                Lack::HubRoom { organisation } | Lack::NoHubRoom { organisation, .. } => {
                    let mut tried: Vec<&HubWanted> = Vec::new();
                    for hub in &self.wanted.hubs {
                        // What is enough for one group is so for one that wants the same.
                        if hub.organisation == *organisation && !tried.contains(&hub) {
                            found.extend(self.rooms(Need::Hub(hub))?);
                            tried.push(hub);
                        }
                    }
                }
                Lack::Leader { competence, .. } | Lack::NoLeader { competence, .. } => {
                    found.extend(self.confirm(competence)?);
                    found.extend(self.leader_then(competence)?);
                    found.extend(self.half_days(competence)?);
                    found.extend(self.leader(competence)?);
                }
                Lack::SameLeader { competences, .. } => {
                    for competence in competences {
                        found.extend(self.confirm(competence)?);
                        found.extend(self.leader(competence)?);
                    }
                }
                Lack::Budget {
                    budget,
                    kind,
                    needs,
                    left,
                } => found.extend(self.budget(budget, *kind, needs.saturating_sub(*left))?),
                Lack::DecidedAgainst { .. }
                | Lack::NotStated { .. }
                | Lack::Window
                | Lack::LeadTime { .. }
                | Lack::Closed
                | Lack::BudgetDays { .. }
                | Lack::TooManyNeeds { .. } => {}
            }
        }
        found.dedup();
        Ok(found)
    }

    /// Plans again: where the run is then, and who comes in besides.
    pub(super) fn again(&self, mut setting: Setting) -> Result<Again, TimetableError> {
        // Runs that come after cannot keep it out, so they need not be planned.
        let own_class = self.asks.get(self.nth).map(|own| own.class);
        let later = setting.runs.iter_mut().zip(self.asks).skip(self.nth + 1);
        for (run, asks) in later {
            let beside = self.search.order == Order::MostValue && Some(asks.class) == own_class;
            if !beside {
                run.patterns.clear();
            }
        }
        let own = setting.runs.get(self.nth).map(|run| run.patterns.iter());
        let ways: Vec<Vec<u32>> = own
            .into_iter()
            .flatten()
            .map(|way| way.slots.clone())
            .collect();
        let problem = Problem::new(setting)?;
        let solution = self.solved(&problem);
        let at = solution.placements.get(self.nth).and_then(Option::as_ref);
        let mut again = Again {
            kept: check_feasible(&problem, &solution.placements).is_ok(),
            sessions: at.and_then(|at| ways.get(at.pattern as usize).cloned()),
            also: Vec::new(),
        };
        for (nth, turn) in self.turns.iter().enumerate().take(self.nth) {
            let planned = self.plan.runs.get(turn.at);
            let before = planned.is_some_and(PlannedRun::is_placed);
            let now = matches!(solution.placements.get(nth), Some(Some(_)));
            match (before, now) {
                (true, false) => again.kept = false,
                (false, true) => again.also.push(nth),
                _ => {}
            }
        }
        Ok(again)
    }

    /// The positions of the run's sessions, where it is in and all that count before it keep their places.
    pub(super) fn sessions_in(&self, setting: Setting) -> Result<Option<Vec<u32>>, TimetableError> {
        let again = self.again(setting)?;
        Ok(again.sessions.filter(|_| again.kept))
    }

    /// The remedy, where the run is in and all that count before it keep their places.
    pub(super) fn verified(&self, change: Change, setting: Setting) -> Tried {
        let again = self.again(setting.clone())?;
        self.remedy(change, again, setting)
    }

    /// The remedy by what planning again with the setting came to.
    pub(super) fn remedy(&self, change: Change, again: Again, setting: Setting) -> Tried {
        let Some(sessions) = again.sessions.filter(|_| again.kept) else {
            return Ok(None);
        };
        let also = again.also.iter().filter_map(|nth| self.turns.get(*nth));
        Ok(Some(Remedy {
            change,
            sessions: self.layout.times(&sessions),
            also: also.map(|turn| turn.run.id.clone()).collect(),
            loses: self.loses(setting)?,
        }))
    }

    /// Plans everybody again: the runs after this one that had a place and have none; nobody where they
    /// are not laid out.
    fn loses(&self, setting: Setting) -> Result<Vec<RunId>, TimetableError> {
        if !self.whole {
            return Ok(Vec::new());
        }
        let solution = self.solved(&Problem::new(setting)?);
        let placed = solution.placements.iter().map(Option::is_some);
        let turns = self.turns.iter().zip(placed).skip(self.nth + 1);
        let lost = turns.filter(|(turn, now)| {
            let planned = self.plan.runs.get(turn.at);
            !now && planned.is_some_and(PlannedRun::is_placed)
        });
        Ok(lost.map(|(turn, _)| turn.run.id.clone()).collect())
    }

    /// Places the runs of a problem, and notes the work that it took.
    fn solved(&self, problem: &Problem) -> Solution {
        let patient = &mut |_| ControlFlow::Continue(());
        let solution = solve(problem, self.search.order, self.search.limits, patient);
        let runs = problem.setting().runs.iter();
        let laid_out: usize = runs.map(|run| run.patterns.len()).sum();
        let laid_out = u64::try_from(laid_out).unwrap_or(u64::MAX);
        let taken = solution.steps.saturating_add(laid_out);
        self.work.set(self.work.get().saturating_add(taken));
        solution
    }

    /// The sessions at which the run would be held if it alone could use this for the need, of those
    /// equally free the ones that `prefer` puts first; `None` where not even that lets it in.
    pub(super) fn sessions_with(
        &self,
        need: Need<'_>,
        resource: timetable::Resource,
        prefer: impl Fn(&[u32]) -> usize,
    ) -> Result<Option<Vec<u32>>, TimetableError> {
        let mut setting = self.layout.setting.clone();
        let added = position(setting.resources.len());
        setting.resources.push(resource);
        let Some(run) = setting.runs.get_mut(self.nth) else {
            return Ok(None);
        };
        run.patterns.sort_by_key(|pattern| prefer(&pattern.slots));
        run.patterns.retain_mut(|pattern| {
            let needs = pattern.needs.len();
            let at = (0..needs).find(|at| self.wanted.need(needs, *at) == Some(need));
            let options = at.and_then(|at| pattern.needs.get_mut(at));
            options.map(|options| *options = vec![added]).is_some()
        });
        self.sessions_in(setting)
    }

    /// What is free at all times.
    pub(super) fn always(&self) -> timetable::Resource {
        timetable::Resource {
            free: (0..self.layout.setting.slots).collect(),
            draws: None,
        }
    }

    /// The setting with one resource more, that does for every need of a run that `does` picks.
    pub(super) fn with_one_more(
        &self,
        slots: &[u32],
        does: impl Fn(Need<'_>, &Asks<'_>) -> bool,
    ) -> Setting {
        let mut setting = self.layout.setting.clone();
        let added = position(setting.resources.len());
        setting.resources.push(timetable::Resource {
            free: slots.to_vec(),
            draws: None,
        });
        self.offer(&mut setting, added, does);
        setting
    }

    /// Puts a resource last among the options of every need that `does` picks.
    pub(super) fn offer(
        &self,
        setting: &mut Setting,
        resource: u32,
        does: impl Fn(Need<'_>, &Asks<'_>) -> bool,
    ) {
        for (run, asks) in setting.runs.iter_mut().zip(self.asks) {
            let Some(wanted) = &asks.wanted else {
                continue;
            };
            for pattern in &mut run.patterns {
                let needs = pattern.needs.len();
                for (at, options) in pattern.needs.iter_mut().enumerate() {
                    let own = wanted.need(needs, at);
                    if !options.contains(&resource) && own.is_some_and(|own| does(own, asks)) {
                        options.push(resource);
                    }
                }
            }
        }
    }

    /// The resource free at more times, of which those that the run would use are the change.
    pub(super) fn then(
        &self,
        resource: u32,
        need: Need<'_>,
        free: Vec<u32>,
        change: impl Fn(Vec<Slot>) -> Change,
    ) -> Tried {
        let with = |free: Vec<u32>| {
            let mut setting = self.layout.setting.clone();
            if let Some(own) = setting.resources.get_mut(resource as usize) {
                own.free = free;
            }
            setting
        };
        let Some(own) = self.layout.setting.resources.get(resource as usize) else {
            return Ok(None);
        };
        let now = &own.free;
        let new = |slots: &[u32]| slots.iter().filter(|slot| !now.contains(slot)).count();
        let draws = own.draws;
        // Only this run may use the new times while they are looked for.
        let found = self.sessions_with(need, timetable::Resource { free, draws }, new)?;
        let Some(at) = found.filter(|at| new(at) > 0) else {
            return Ok(None);
        };
        let more: Vec<u32> = at.into_iter().filter(|slot| !now.contains(slot)).collect();
        let change = change(self.layout.times(&more));
        let mut free = now.clone();
        free.extend(&more);
        free.sort_unstable();
        self.verified(change, with(free))
    }

    /// The setting with a sum that holds more.
    pub(super) fn with_more(&self, sum: usize, more: i64) -> Setting {
        let mut setting = self.layout.setting.clone();
        if let Some(limit) = setting.sums.get_mut(sum) {
            *limit = limit.saturating_add(more);
        }
        setting
    }
}

/// The remedy that changes fewer times; the first of equals.
pub(super) fn fewer(best: Option<Remedy>, found: Option<Remedy>) -> Option<Remedy> {
    let times = |remedy: &Remedy| remedy.change.slots().map_or(0, Vec::len);
    match (best, found) {
        (Some(best), Some(found)) if times(&found) < times(&best) => Some(found),
        (best, found) => best.or(found),
    }
}
