//! From an order of priority to a plan, by the timetable engine.

use std::ops::ControlFlow;

use mestring_model::Desk;
use mestring_model::noun::{HumanVerdict, Run, RunAnswer};

use super::decided::{answer, decision};
use super::layout::{Asks, LEADERS, Layout};
use super::place::Wanted;
use super::told::Told;
use super::{Holder, Ledger, Period, Plan, Ranked};
use crate::timetable::{self, Limits, Order, Problem, Progress, TimetableError, solve};

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
    let told = Told {
        search,
        turns: &turns,
        asks: &asks,
        layout: &layout,
        solution: &solution,
        proven,
        keeps_all: false,
    };
    Ok(told.plan(period, ledger.clone()))
}

/// The class of runs that are decided already.
pub(super) const DECIDED: u32 = 0;

/// The class of wished runs that somebody decided to hold.
pub(super) const HELD: u32 = 1;

/// A run whose turn it is.
pub(super) struct Turn<'a> {
    /// Its position in the order of priority.
    pub(super) at: usize,
    pub(super) ranked: &'a Ranked,
    pub(super) run: &'a Run,
    /// The position of what somebody decided about it.
    pub(super) decided: Option<usize>,
    /// Somebody decided that it is held.
    held: bool,
    /// Somebody decided against it.
    pub(super) against: Option<&'a HumanVerdict>,
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
    let weighed = |wanted: &Wanted| {
        let few = wanted.leaders.len() + wanted.hubs.len() <= LEADERS;
        known && turn.against.is_none() && few
    };
    Asks {
        run: turn.run,
        class: level(turn),
        wanted: Wanted::of(ledger, turn.run, turn.ranked.ways).filter(weighed),
        stands: None,
    }
}

/// The class for the engine: runs that are decided come first, then those that somebody decided to
/// hold, then the classes of the order.
pub(super) fn level(turn: &Turn<'_>) -> u32 {
    match turn.held {
        true => HELD,
        false => {
            u32::try_from(turn.ranked.class).map_or(u32::MAX, |class| class.saturating_add(HELD))
        }
    }
}

pub(super) fn holder(turn: &Turn<'_>) -> Holder {
    Holder {
        class: Some(turn.ranked.class),
        run: turn.run.id.clone(),
    }
}
