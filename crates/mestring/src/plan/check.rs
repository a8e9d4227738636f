//! A small checker of plans, written apart from the planner: it trusts nothing but the desk.

use std::collections::BTreeMap;

use mestring_data::holiday::is_holiday;
use mestring_model::id::RunId;
use mestring_model::noun::{BudgetKind, LeaderState, RunState};
use mestring_model::{Desk, Fact};

use super::{Outcome, Plan};

/// A rule of planning that a plan breaks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Violation {
    /// A room or leader is used twice at the same time.
    #[error("`{what}` is used twice at the same time, by `{first}` and `{second}`")]
    TakenTwice {
        /// The room or leader.
        what: String,
        /// One run.
        first: RunId,
        /// The other.
        second: RunId,
    },
    /// A run has sessions at a time, or with somebody or something, that it cannot have.
    #[error("`{run}`: {why}")]
    NotAllowed {
        /// The run.
        run: RunId,
        /// What is wrong.
        why: &'static str,
    },
    /// A budget is overdrawn.
    #[error("the budget `{budget}` is overdrawn")]
    Overdrawn {
        /// The budget.
        budget: String,
    },
}

/// Checks a plan against its desk: no room or leader twice at the same time, nobody unconfirmed,
/// seats and competences right, sessions in the window, no budget overdrawn by the plan.
///
/// # Errors
/// Gives every violation.
pub fn check(desk: &Desk, plan: &Plan) -> Result<(), Vec<Violation>> {
    let (mut wrong, mut not_allowed) = (Vec::new(), Vec::new());
    let mut taken: BTreeMap<(String, super::Slot), RunId> = BTreeMap::new();
    let mut drawn: BTreeMap<&str, i64> = BTreeMap::new();
    for planned in &plan.runs {
        let (Some(run), Outcome::Placed(placement)) =
            (desk.runs.get(planned.index), &planned.outcome)
        else {
            continue;
        };
        let mut not = |why| not_allowed.push((planned.run.clone(), why));
        if run.state != RunState::Wished {
            not("the run is not wished for");
        }
        if placement.leaders.len() != run.needs.len() {
            not("the leaders are not as many as the run needs");
        }
        for (competence, leader) in &placement.leaders {
            let Some(leader) = desk.leaders.iter().find(|own| own.id == *leader) else {
                not("a leader does not exist");
                continue;
            };
            if leader.state != LeaderState::Confirmed || !leader.competences.contains(competence) {
                not("a leader is not confirmed or lacks the competence");
            }
        }
        for slot in &placement.sessions {
            if is_holiday(slot.date)
                || slot.date < plan.period.from
                || slot.date > plan.period.until
                || run.earliest.is_some_and(|earliest| slot.date < earliest)
            {
                not("a session lies on a holiday or outside the period");
            }
            let room = placement.room.iter().map(|room| format!("room {room}"));
            let leaders = placement
                .leaders
                .iter()
                .map(|(_, leader)| format!("leader {leader}"));
            for what in room.chain(leaders) {
                let first = taken.insert((what.clone(), *slot), planned.run.clone());
                if let Some(first) = first {
                    let second = planned.run.clone();
                    wrong.push(Violation::TakenTwice {
                        what,
                        first,
                        second,
                    });
                }
            }
        }
        for budget in run
            .budgets
            .iter()
            .filter_map(|id| desk.budgets.iter().find(|b| b.id == *id))
        {
            let needs = match budget.kind {
                BudgetKind::Money => run.cost.map(|cost| cost.0),
                BudgetKind::AdviserHours => run.adviser_hours.map(|h| i64::from(h.minutes())),
            };
            if let Fact::Known(needs) = needs {
                *drawn.entry(budget.id.as_str()).or_default() += needs;
            }
        }
    }
    for budget in &desk.budgets {
        let amount = match budget.kind {
            BudgetKind::Money => budget.amount.map_or(0, |amount| amount.0),
            BudgetKind::AdviserHours => budget.hours.map_or(0, |hours| i64::from(hours.minutes())),
        };
        if drawn
            .get(budget.id.as_str())
            .is_some_and(|drawn| *drawn > amount)
        {
            wrong.push(Violation::Overdrawn {
                budget: budget.id.to_string(),
            });
        }
    }
    let named = not_allowed
        .into_iter()
        .map(|(run, why)| Violation::NotAllowed { run, why });
    wrong.extend(named);
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}
