//! From an order of priority to a plan, by the timetable engine.

use std::ops::ControlFlow;

use mestring_model::Desk;
use mestring_model::noun::{HumanVerdict, Run, RunAnswer};

use super::decided::{answer, decision};
use super::layout::{Asks, LEADERS, Layout, expected};
use super::place::Wanted;
use super::refusal::{lacks_of, refuse};
use super::{
    Certainty, Holder, Lack, Ledger, Outcome, Period, Plan, PlanLevel, PlannedRun, Ranked, Refusal,
    Shortage, Sureness,
};
use crate::timetable::{
    self, Limits, Order, Problem, Progress, Reason, Solution, Status, TimetableError, solve,
};

/// In which order runs count, and how long other times are searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Search {
    /// Run by run, or class by class with the most participants.
    pub order: Order,
    /// How much work one level may take.
    pub limits: Limits,
}

impl Search {
    /// The usual limits in the order.
    pub fn of(order: Order) -> Self {
        let mut limits = Limits::default();
        if order == Order::Strict {
            // Each run is a level, and one that does not fit at once is one of many.
            limits.steps = 200_000;
        }
        Search { order, limits }
    }
}

impl Default for Search {
    fn default() -> Self {
        Search::of(Order::Strict)
    }
}

/// Places the runs in the given order: no run is left out for one that ranks below it, and those that
/// rank above it stand wherever that lets it in.
///
/// `order` names wished runs, first priority first. What somebody decided outranks it: a run that
/// was decided `held` is placed before all others, one that was `refused` is not placed.
///
/// # Errors
/// The desk has more rooms, leaders and half-days than the engine can count.
pub fn plan(desk: &Desk, period: Period, order: &[Ranked]) -> Result<Plan, TimetableError> {
    let patient = &mut |_| ControlFlow::Continue(());
    plan_with(desk, period, order, Search::default(), patient)
}

/// As [`plan`], with a search of one's own. `watch` is told now and then; when it breaks, the runs
/// that are left get only what is free as it stands.
///
/// # Errors
/// As [`plan`].
pub fn plan_with(
    desk: &Desk,
    period: Period,
    order: &[Ranked],
    search: Search,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Plan, TimetableError> {
    let ledger = Ledger::before_plan(desk, period);
    let turns = turns(desk, order);
    let asks: Vec<Asks<'_>> = turns.iter().map(|turn| asks(&ledger, turn)).collect();
    let layout = Layout::new(&ledger, &asks);
    let problem = Problem::new(layout.setting.clone())?;
    let solution = solve(&problem, search.order, search.limits, watch);
    // What the checker does not accept is no proof.
    let proven = timetable::check(&problem, search.order, &solution).is_ok();
    debug_assert!(proven, "the checker refuses what the engine claims");
    Ok(Told {
        search,
        turns: &turns,
        asks: &asks,
        layout: &layout,
        solution: &solution,
        proven,
    }
    .plan(period, ledger.clone()))
}

/// A run whose turn it is.
pub(super) struct Turn<'a> {
    /// Its position in the order of priority.
    pub(super) at: usize,
    ranked: &'a Ranked,
    pub(super) run: &'a Run,
    /// The position of what somebody decided about it.
    decided: Option<usize>,
    /// Somebody decided that it is held.
    held: bool,
    /// Somebody decided against it.
    against: Option<&'a HumanVerdict>,
}

/// The runs in the order in which they are served.
pub(super) fn turns<'a>(desk: &'a Desk, order: &'a [Ranked]) -> Vec<Turn<'a>> {
    let mut turns: Vec<Turn<'a>> = order
        .iter()
        .enumerate()
        .filter_map(|(at, ranked)| {
            let run = desk.runs.get(ranked.run)?;
            let decided = decision(desk, run);
            let answer = answer(desk, decided);
            Some(Turn {
                at,
                ranked,
                run,
                decided,
                held: matches!(answer, Some((RunAnswer::Held, _))),
                against: answer
                    .filter(|(answer, _)| *answer == RunAnswer::Refused)
                    .map(|(_, verdict)| verdict),
            })
        })
        .collect();
    turns.sort_by_key(|turn| (!turn.held, turn.at));
    turns
}

pub(super) fn asks<'a>(ledger: &Ledger<'_>, turn: &Turn<'a>) -> Asks<'a> {
    let costs = ledger.needs(turn.run);
    let known = costs.iter().all(|(_, needs)| needs.is_known());
    let weighed =
        |wanted: &Wanted| known && turn.against.is_none() && wanted.leaders.len() <= LEADERS;
    Asks {
        run: turn.run,
        class: u32::try_from(level(turn)).unwrap_or(u32::MAX),
        wanted: Wanted::of(ledger, turn.run).filter(weighed),
    }
}

/// A solution with everything that its positions stand for.
struct Told<'a> {
    search: Search,
    turns: &'a [Turn<'a>],
    asks: &'a [Asks<'a>],
    layout: &'a Layout<'a>,
    solution: &'a Solution,
    proven: bool,
}

impl Told<'_> {
    /// The plan; `ledger` is as it was before it, and is filled on the way.
    fn plan(&self, period: Period, mut ledger: Ledger<'_>) -> Plan {
        let mut runs: Vec<(usize, PlannedRun)> = Vec::with_capacity(self.turns.len());
        let mut refused: Vec<(usize, &Turn<'_>)> = Vec::new();
        for (nth, turn) in self.turns.iter().enumerate() {
            match self.placement(nth) {
                Some(placement) => {
                    ledger.take_placed(&holder(turn), turn.run, &placement);
                    runs.push(planned(turn, Outcome::Placed(placement)));
                }
                None => refused.push((nth, turn)),
            }
            let next = self.turns.get(nth + 1);
            // Whoever counts before or beside a refused run is in the ledger when it is told why.
            let ready = |(at, refused): &(usize, &Turn<'_>)| match (self.search.order, next) {
                (_, None) => true,
                (Order::Strict, Some(_)) => *at == nth,
                // A run worth nothing waits until all others are placed.
                (Order::MostValue, Some(next)) => {
                    level(refused) < level(next) && expected(refused.run).unwrap_or(0) > 0
                }
            };
            let (now, later) = refused.into_iter().partition(ready);
            refused = later;
            runs.extend(now.into_iter().map(|(at, turn): (usize, &Turn<'_>)| {
                let refusal = self.refusal(&ledger, at, turn);
                planned(turn, Outcome::Refused(refusal))
            }));
        }
        runs.sort_by_key(|(at, _)| *at);
        Plan {
            period,
            order: self.search.order,
            levels: self.levels(),
            stopped: self.solution.stopped,
            runs: runs.into_iter().map(|(_, planned)| planned).collect(),
        }
    }

    fn placement(&self, nth: usize) -> Option<super::Placement> {
        let at = self.solution.placements.get(nth)?.as_ref()?;
        self.layout.placement(nth, at)
    }

    fn refusal(&self, ledger: &Ledger<'_>, nth: usize, turn: &Turn<'_>) -> Refusal {
        if let Some(verdict) = turn.against {
            let lack = Lack::DecidedAgainst {
                role: verdict.role.clone(),
                on: verdict.on,
            };
            return Refusal {
                shortages: vec![Shortage::of(lack)],
                each_enough_alone: true,
                certainty: Certainty::NotWeighed,
                remedies: None,
            };
        }
        let mut missing = lacks_of(ledger, turn.run);
        if turn.run.needs.len() > LEADERS {
            missing.push(Shortage::of(Lack::TooManyNeeds {
                needs: turn.run.needs.len(),
                most: LEADERS,
            }));
        }
        let weighed = self.asks.get(nth).and_then(|own| own.wanted.as_ref());
        let certainty = self.certainty(nth, weighed.is_some());
        match weighed.filter(|_| missing.is_empty()) {
            Some(wanted) => Refusal {
                certainty,
                ..refuse(ledger, wanted)
            },
            None => Refusal {
                shortages: missing,
                each_enough_alone: false,
                certainty,
                remedies: None,
            },
        }
    }

    fn certainty(&self, nth: usize, weighed: bool) -> Certainty {
        if !weighed {
            return Certainty::NotWeighed;
        }
        let own = |refusal: &&timetable::Refusal| refusal.run as usize == nth;
        let reason = self.solution.refusals.iter().find(own);
        let holders = |runs: &[u32]| {
            let mut runs = runs.to_vec();
            runs.sort_unstable();
            let turns = runs.iter().filter_map(|at| self.turns.get(*at as usize));
            turns.map(holder).collect()
        };
        match reason.map(|refusal| &refusal.reason) {
            Some(Reason::NoWay { .. }) if self.proven => Certainty::NoWay,
            Some(Reason::Sum {
                sum, holders: by, ..
            }) if self.proven => match self.layout.drawn(*sum) {
                Some(on) => Certainty::Drawn {
                    on,
                    by: holders(by),
                },
                None => Certainty::NotProven,
            },
            Some(Reason::Conflict { with }) if self.proven => Certainty::Conflict {
                with: holders(with),
            },
            _ => Certainty::NotProven,
        }
    }

    fn levels(&self) -> Vec<PlanLevel> {
        let level_of = |told: &timetable::Level| {
            let own = self
                .asks
                .iter()
                .zip(&self.solution.placements)
                .filter(|(asks, _)| asks.class == told.class);
            let mut level = PlanLevel {
                class: (told.class > 0).then_some(told.class as usize),
                runs: 0,
                placed: 0,
                participants: 0,
                unknown: 0,
                sureness: match &told.status {
                    _ if !self.proven => Sureness::NotProven,
                    Status::Proven(_) => Sureness::Proven,
                    Status::ProvenGiven(_) => Sureness::ProvenGiven,
                    Status::Gap { bound, .. } => Sureness::AtMost {
                        participants: *bound,
                    },
                    Status::Unproven => Sureness::NotProven,
                },
            };
            for (asks, placement) in own {
                level.runs += 1;
                if placement.is_some() {
                    level.placed += 1;
                    match expected(asks.run) {
                        Some(expected) => level.participants += u64::from(expected),
                        None => level.unknown += 1,
                    }
                }
            }
            level
        };
        self.solution.levels.iter().map(level_of).collect()
    }
}

fn level(turn: &Turn<'_>) -> usize {
    if turn.held { 0 } else { turn.ranked.class }
}

pub(super) fn holder(turn: &Turn<'_>) -> Holder {
    Holder {
        class: Some(turn.ranked.class),
        run: turn.run.id.clone(),
    }
}

fn planned(turn: &Turn<'_>, outcome: Outcome) -> (usize, PlannedRun) {
    let planned = PlannedRun {
        run: turn.run.id.clone(),
        index: turn.ranked.run,
        class: turn.ranked.class,
        outcome,
        decided: turn.decided,
    };
    (turn.at, planned)
}
