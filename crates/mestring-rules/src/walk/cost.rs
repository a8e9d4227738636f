//! How many operations a script can take at most.
//!
//! Rules have no loops, and helpers call only those above them, so the longest way through a script
//! is known before it runs. The engine counts an operation for each statement, each expression,
//! each argument and each call; two for each is never too few.

use std::collections::BTreeMap;

use rhai::{Expr, FnCallExpr, Stmt};

use super::Function;

/// What each statement, expression and call counts.
const EACH: u64 = 2;

/// The most operations that statements can take.
pub(super) fn most(statements: &[Stmt], functions: &BTreeMap<String, Function>) -> u64 {
    let mut costs = Costs {
        functions,
        known: BTreeMap::new(),
    };
    costs.block(statements)
}

struct Costs<'a> {
    functions: &'a BTreeMap<String, Function>,
    known: BTreeMap<&'a str, u64>,
}

impl<'a> Costs<'a> {
    fn block(&mut self, statements: &[Stmt]) -> u64 {
        sum(statements.iter().map(|own| self.statement(own)))
    }

    fn statement(&mut self, own: &Stmt) -> u64 {
        let inner = match own {
            Stmt::Expr(expr) => self.expr(expr),
            Stmt::FnCall(call, _) => self.call(call),
            Stmt::Block(block) => self.block(block.statements()),
            Stmt::Var(parts, ..) => self.expr(&parts.1),
            Stmt::Assignment(parts) => {
                let sides = [self.expr(&parts.1.lhs), self.expr(&parts.1.rhs), EACH];
                sum(sides)
            }
            Stmt::Return(Some(value), ..) => self.expr(value),
            Stmt::If(flow, _) => {
                let then = self.block(flow.body.statements());
                let other = self.block(flow.branch.statements());
                self.expr(&flow.expr).saturating_add(then.max(other))
            }
            Stmt::Switch(switch, _) => {
                let (subject, cases) = &**switch;
                let guards = sum(cases.expressions.iter().map(|own| self.expr(&own.lhs)));
                let bodies = cases.expressions.iter().map(|own| self.expr(&own.rhs));
                let longest = bodies.max().unwrap_or(0);
                sum([self.expr(subject), guards, longest])
            }
            // The walk has refused everything else.
            _ => 0,
        };
        inner.saturating_add(EACH)
    }

    fn expr(&mut self, own: &Expr) -> u64 {
        let inner = match own {
            Expr::Array(items, _) => self.all(items),
            Expr::And(parts, _) | Expr::Or(parts, _) | Expr::Coalesce(parts, _) => self.all(parts),
            Expr::Dot(parts, ..) => {
                let left = self.expr(&parts.lhs);
                left.saturating_add(self.expr(&parts.rhs))
            }
            Expr::FnCall(call, _) | Expr::MethodCall(call, _) => self.call(call),
            Expr::Stmt(block) => self.block(block.statements()),
            _ => 0,
        };
        inner.saturating_add(EACH)
    }

    fn all(&mut self, parts: &[Expr]) -> u64 {
        sum(parts.iter().map(|own| self.expr(own)))
    }

    fn call(&mut self, call: &FnCallExpr) -> u64 {
        let arguments = self.all(&call.args);
        let counted = EACH.saturating_mul(call.args.len() as u64 + 1);
        sum([arguments, counted, self.function(&call.name)])
    }

    fn function(&mut self, name: &str) -> u64 {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        let Some((name, function)) = self.functions.get_key_value(name) else {
            return 0;
        };
        // A helper that calls itself was refused; here it only must not go round for ever.
        self.known.insert(name, 0);
        let cost = self.block(&function.body).saturating_add(EACH);
        self.known.insert(name, cost);
        cost
    }
}

fn sum(parts: impl IntoIterator<Item = u64>) -> u64 {
    parts.into_iter().fold(0, u64::saturating_add)
}
