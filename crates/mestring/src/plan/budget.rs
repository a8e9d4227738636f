//! Which budgets a run draws on, and when it can begin for them.

use chrono::NaiveDate;
use mestring_model::noun::{Budget, BudgetKind, Run, RunState};
use mestring_model::{Desk, Fact};

use super::Period;

/// The budgets that a run draws on, with their positions in [`Desk::budgets`].
///
/// A run that is decided or was held draws on those of its budgets in whose days its first session lies;
/// on all of them where its start is not stated. A wished run draws on all of them, and can begin on no
/// day that one of them does not have ([`days`]).
pub(super) fn draws_on<'a>(
    desk: &'a Desk,
    run: &'a Run,
) -> impl Iterator<Item = (usize, &'a Budget)> {
    let starts = match run.state {
        RunState::Decided | RunState::Held => run.starts,
        RunState::Wished | RunState::Cancelled => None,
    };
    let named = run.budgets.iter().filter_map(|id| {
        let mut budgets = desk.budgets.iter().enumerate();
        budgets.find(|(_, budget)| budget.id == *id)
    });
    named.filter(move |(_, budget)| {
        starts.is_none_or(|starts| (budget.from..=budget.until).contains(&starts))
    })
}

/// What a run would draw from a budget, øre or minutes.
pub(super) fn need(run: &Run, budget: &Budget) -> Fact<i64> {
    match budget.kind {
        BudgetKind::Money => run.cost.map(|cost| cost.0),
        BudgetKind::AdviserHours => run.adviser_hours.map(|hours| i64::from(hours.minutes())),
    }
}

/// The budgets that say on which days a run can begin: those from which it draws more than nothing, or
/// nobody knows how much.
pub(super) fn paying<'a>(desk: &'a Desk, run: &'a Run) -> impl Iterator<Item = &'a Budget> {
    let pays = |(_, budget): &(usize, &Budget)| need(run, budget).known() != Some(&0);
    draws_on(desk, run).filter(pays).map(|(_, budget)| budget)
}

/// The first and the last day on which a run can begin for its budgets, the first after the last where no
/// day is one of them all; `None` where it draws on none.
pub(super) fn days(desk: &Desk, run: &Run) -> Option<Period> {
    let days = paying(desk, run).map(|budget| Period {
        from: budget.from,
        until: budget.until,
    });
    days.reduce(|one, other| Period {
        from: NaiveDate::max(one.from, other.from),
        until: NaiveDate::min(one.until, other.until),
    })
}
