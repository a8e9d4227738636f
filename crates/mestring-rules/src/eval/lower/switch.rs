//! `switch`.

use rhai::{Expr, RangeCase, SwitchCasesCollection};

use super::expr::constant;
use super::{Lower, Lowered};
use crate::eval::node::{Arm, Constant, Node, Switch};

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
        let mut values: Vec<(Constant, Vec<usize>)> = cases
            .cases
            .values()
            // Ranges stand here as well; no subject is one.
            .filter_map(|own| Some((constant(&own.value)?, own.blocks.to_vec())))
            .collect();
        values.sort_by(|left, right| left.1.cmp(&right.1));
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
