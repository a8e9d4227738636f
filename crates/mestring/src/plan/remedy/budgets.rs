//! What would be enough of budgets.

use mestring_model::id::BudgetId;
use mestring_model::noun::BudgetKind;

use super::Change;
use super::again::{Case, Tried};
use crate::plan::layout::Sum;

impl Case<'_> {
    /// A budget that holds more: `first`, or what is enough where others come in before the run.
    pub(super) fn budget(&self, id: &BudgetId, kind: BudgetKind, first: i64) -> Tried {
        let mut sums = self.layout.sums.iter();
        let budgets = &self.ledger.desk.budgets;
        let is_it = |own: &Sum| match own {
            Sum::Budget(at) => budgets.get(*at).is_some_and(|own| own.id == *id),
            Sum::HalfDays(_) => false,
        };
        let Some(sum) = sums.position(is_it) else {
            return Ok(None);
        };
        let mut more = first;
        loop {
            let setting = self.with_more(sum, more);
            let again = self.again(setting.clone())?;
            // Who counts before it and comes in too takes of it first.
            let drawn: i64 = again.also.iter().map(|nth| self.draw(*nth, sum)).sum();
            let change = Change::Budget {
                budget: id.clone(),
                kind,
                more,
            };
            match self.remedy(change, again, setting)? {
                None if drawn > 0 && more < first.saturating_add(drawn) => {
                    more = first.saturating_add(drawn);
                }
                tried => return Ok(tried),
            }
        }
    }

    /// What a run draws from a sum, whenever it is held.
    fn draw(&self, nth: usize, sum: usize) -> i64 {
        let run = self.layout.setting.runs.get(nth);
        let draws = run.into_iter().flat_map(|run| &run.draws);
        let own = draws.filter(|(own, _)| *own as usize == sum);
        own.map(|(_, amount)| *amount).sum()
    }
}
