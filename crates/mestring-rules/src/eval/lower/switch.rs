//! `switch`.

use rhai::{Expr, RangeCase, SwitchCasesCollection};

use super::{Lower, Lowered};
use crate::eval::node::{Arm, Node, Switch};

impl Lower<'_> {
    pub(super) fn switch(&mut self, subject: &Expr, cases: &SwitchCasesCollection) -> Lowered {
        let subject = self.expr(subject)?;
        let mut arms = Vec::new();
        for case in &cases.expressions {
            let guard = match &case.lhs {
                Expr::BoolConstant(true, _) => None,
                guard => Some(self.expr(guard)?),
            };
            let value = self.expr(&case.rhs)?;
            arms.push(Arm { guard, value });
        }
        // In the order of the text, not of the parser's hash map.
        let mut cases_by_value: Vec<_> = cases.cases.values().collect();
        cases_by_value.sort_by_key(|own| (own.blocks.to_vec(), own.value.to_string()));
        let mut values = Vec::new();
        for own in cases_by_value {
            // Ranges stand here as well; no subject is one.
            if let Some(value) = self.constant(&own.value) {
                values.push((value, own.blocks.to_vec()));
            }
        }
        let mut ranges = Vec::new();
        for range in &cases.ranges {
            ranges.push(match range {
                RangeCase::ExclusiveInt(own, arm) => match own.end.checked_sub(1) {
                    Some(last) => (own.start, last, *arm),
                    None => continue,
                },
                RangeCase::InclusiveInt(own, arm) => (*own.start(), *own.end(), *arm),
            });
        }
        Ok(Node::Switch(Box::new(Switch {
            subject,
            values,
            ranges,
            default: cases.def_case,
            arms,
        })))
    }
}
