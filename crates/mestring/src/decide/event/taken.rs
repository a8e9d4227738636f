//! What an event takes from decided runs, or gives back: sessions that move, what is left of a budget, what
//! a cancelled run had.

use mestring_model::id::{BudgetId, LeaderId, RoomId, RunId};
use mestring_model::noun::{BudgetKind, Run, RunState};
use mestring_model::{Desk, Fact};

use crate::plan::{Holder, Ledger, Period, Slot, decided_slots};

/// A decided run whose sessions move since the centre is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shifted {
    /// The run.
    pub run: RunId,
    /// The sessions that fall away.
    pub from: Vec<Slot>,
    /// Those that it has in their place: the next dates of its pattern.
    pub to: Vec<Slot>,
    /// Of these, those at which its room or one of its leaders is not free of everything decided.
    pub not_free: Vec<Slot>,
}

/// What is left of a budget, and who draws on it. Amounts are øre of money, or minutes of adviser hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetLeft {
    /// The budget.
    pub budget: BudgetId,
    /// What it counts.
    pub kind: BudgetKind,
    /// What it holds.
    pub holds: i64,
    /// What is left of it when runs that were held and those that are decided have drawn what is known; less
    /// than nothing where they overdraw it.
    pub left: i64,
    /// What each decided run draws, the one that begins first at the front.
    pub draws: Vec<Draw>,
}

/// What a decided run draws on a budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    /// The run.
    pub run: RunId,
    /// How much, in the unit of the budget.
    pub needs: Fact<i64>,
    /// It draws what the budget no longer holds when those before it have drawn theirs.
    pub overdraws: bool,
}

/// What a run had that is not held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenBack {
    /// The run.
    pub run: RunId,
    /// Its rooms, with those of groups that follow it elsewhere.
    pub rooms: Vec<RoomId>,
    /// When it had them.
    pub sessions: Vec<Slot>,
    /// Its leaders; each gets as many half-days back as there are sessions.
    pub leaders: Vec<LeaderId>,
    /// What it drew on each budget: øre of money, or minutes of adviser hours.
    pub budgets: Vec<(BudgetId, BudgetKind, Fact<i64>)>,
}

/// The runs decided before and after whose sessions differ, in the order of the desk.
pub(in crate::decide) fn shifted(before: &Desk, after: &Desk) -> Vec<Shifted> {
    let decided = |run: &&Run| run.state == RunState::Decided;
    let runs = after.runs.iter().filter(decided);
    runs.filter_map(|run| {
        let old = before.run(&run.id).filter(decided)?;
        let (old, new) = (decided_slots(before, old), decided_slots(after, run));
        let without = |own: &[Slot], other: &[Slot]| -> Vec<Slot> {
            let own = own.iter().filter(|slot| !other.contains(slot));
            own.copied().collect()
        };
        let (from, to) = (without(&old, &new), without(&new, &old));
        if from.is_empty() && to.is_empty() {
            return None;
        }
        Some(Shifted {
            run: run.id.clone(),
            not_free: not_free(after, run, &to),
            from,
            to,
        })
    })
    .collect()
}

/// The slots at which a room or a leader of a run is closed, away or held by another decided run.
fn not_free(desk: &Desk, run: &Run, slots: &[Slot]) -> Vec<Slot> {
    let (Some(first), Some(last)) = (slots.iter().min(), slots.iter().max()) else {
        return Vec::new();
    };
    let period = Period {
        from: first.date,
        until: last.date,
    };
    let mut ledger = Ledger::of_calendar(desk, period);
    let others = desk
        .runs
        .iter()
        .filter(|own| own.state == RunState::Decided && own.id != run.id);
    for other in others {
        ledger.take_decided(other);
    }
    let rooms: Vec<usize> = desk
        .rooms_of(run)
        .filter_map(|id| desk.rooms.iter().position(|own| own.id == *id))
        .collect();
    let leaders = run.leaders.iter();
    let leaders: Vec<usize> = leaders
        .filter_map(|id| desk.leaders.iter().position(|own| own.id == *id))
        .collect();
    let held = |slot: &&Slot| {
        let mut rooms = rooms.iter();
        let mut leaders = leaders.iter();
        rooms.any(|at| ledger.room_holding(*at, **slot).is_some())
            || leaders.any(|at| ledger.leader_holding(*at, **slot).is_some())
    };
    slots.iter().filter(held).copied().collect()
}

/// What is left of a budget of the desk; `None` where it has none of that id.
pub(in crate::decide) fn budget_left(desk: &Desk, budget: &BudgetId) -> Option<BudgetLeft> {
    let at = desk.budgets.iter().position(|own| own.id == *budget)?;
    let kind = desk.budgets.get(at)?.kind;
    // What is drawn does not depend on the plan's days, so this ledger has none.
    let mut ledger = Ledger::of_calendar(desk, NO_DAYS);
    let holds = ledger.holds(at);
    let decided = desk
        .runs
        .iter()
        .filter(|run| run.state == RunState::Decided);
    let mut runs: Vec<&Run> = decided.collect();
    // Stable: of runs that begin on the same day the desk's order decides.
    runs.sort_by_key(|run| (run.starts.is_none(), run.starts));
    let mut draws = Vec::new();
    for run in runs {
        let own = ledger.needs(run).into_iter().find(|(own, _)| *own == at);
        let Some((_, needs)) = own else {
            continue;
        };
        let holder = Holder {
            class: None,
            run: run.id.clone(),
        };
        ledger.draw(&holder, run);
        let draws_some = needs.into_known().is_some_and(|needs| needs > 0);
        draws.push(Draw {
            run: run.id.clone(),
            needs,
            overdraws: draws_some && ledger.left(at) < 0,
        });
    }
    Some(BudgetLeft {
        budget: budget.clone(),
        kind,
        holds,
        left: ledger.left(at),
        draws,
    })
}

/// A period without a day.
const NO_DAYS: Period = Period {
    from: chrono::NaiveDate::MAX,
    until: chrono::NaiveDate::MIN,
};

/// What a decided run of the desk has.
pub(in crate::decide) fn given_back(desk: &Desk, run: &Run) -> GivenBack {
    let ledger = Ledger::of_calendar(desk, NO_DAYS);
    let budgets = ledger.needs(run).into_iter().filter_map(|(at, needs)| {
        let own = desk.budgets.get(at)?;
        Some((own.id.clone(), own.kind, needs))
    });
    GivenBack {
        run: run.id.clone(),
        rooms: desk.rooms_of(run).cloned().collect(),
        sessions: decided_slots(desk, run),
        leaders: run.leaders.clone(),
        budgets: budgets.collect(),
    }
}
