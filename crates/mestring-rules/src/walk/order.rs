//! The order of tests: logic goes left to right, so a test that can always be told stands better
//! before one that cannot.

use std::collections::BTreeSet;

use rhai::{ASTNode, Expr, Token};

use super::Walk;
use super::flow::Flow;
use super::span::Spot;
use crate::complaint::Complaint;
use crate::diagnostic::{ALWAYS_SAME, DECIDED_BEFORE};

impl Walk<'_> {
    /// Hints at the first part of `&&` or `||` that can always be told and stands after one that
    /// may not be.
    pub(super) fn known_tests_late(
        &mut self,
        parts: &[Expr],
        before: &Flow,
        operator: &'static str,
    ) {
        if before.over {
            return;
        }
        let declared = self.judged.facts().iter().enumerate();
        let known: BTreeSet<String> = declared
            .filter(|(at, _)| before.known.contains_key(at))
            .map(|(_, decl)| decl.name.to_owned())
            .collect();
        let mut guarded = known.clone();
        let mut waits_for = None;
        let mut mentioned = BTreeSet::new();
        for part in parts {
            // Where it stands, what was asked before protects it; at the front nothing would.
            waits_for = waits_for.or_else(|| self.first_unknown(part, &guarded));
            self.asked(part, operator == "&&", &mut guarded);
            match (self.first_unknown(part, &known), &waits_for) {
                (Some(_), _) | (None, None) => {}
                // Moved to the front, it would no longer be protected from a division by zero.
                (None, Some(_)) if divides(part) => {}
                (None, Some(name)) if self.facts_in(part).is_disjoint(&mentioned) => {
                    let waits_for = format!("{}.{name}", self.record());
                    let spot = self.span(part);
                    if self.is_settled(spot) {
                        continue;
                    }
                    return self.say(
                        spot,
                        Complaint::KnownTestLate {
                            waits_for,
                            operator,
                        },
                    );
                }
                (None, Some(_)) => {}
            }
            mentioned.extend(self.facts_in(part));
        }
    }

    /// The first fact without which an expression cannot be told, where some are known.
    fn first_unknown(&self, expr: &Expr, known: &BTreeSet<String>) -> Option<String> {
        let first = |parts: &[Expr]| {
            parts
                .iter()
                .find_map(|part| self.first_unknown(part, known))
        };
        if let Some(name) = self.fact_left(expr).filter(|name| !known.contains(name)) {
            return Some(name);
        }
        match expr {
            Expr::And(parts, _) | Expr::Or(parts, _) => {
                let goes_on = matches!(expr, Expr::And(..));
                let mut known = known.clone();
                for part in parts.iter() {
                    if let Some(name) = self.first_unknown(part, &known) {
                        return Some(name);
                    }
                    self.asked(part, goes_on, &mut known);
                }
                None
            }
            Expr::Coalesce(parts, _) => self.first_unknown(parts.last()?, known),
            Expr::FnCall(call, _) if call.name == "known" => None,
            Expr::FnCall(call, _) | Expr::MethodCall(call, _) => first(&call.args),
            Expr::Dot(parts, ..) => {
                let left = self.first_unknown(&parts.lhs, known);
                left.or_else(|| self.first_unknown(&parts.rhs, known))
            }
            Expr::Array(items, _) => first(items),
            Expr::Stmt(_) => self
                .facts_in(expr)
                .into_iter()
                .find(|name| !known.contains(name)),
            _ => None,
        }
    }

    /// The facts that are known where an expression has an answer because it asked for them.
    fn asked(&self, expr: &Expr, yes: bool, known: &mut BTreeSet<String>) {
        match expr {
            Expr::And(parts, _) if yes => {
                parts.iter().for_each(|part| self.asked(part, yes, known))
            }
            Expr::Or(parts, _) if !yes => {
                parts.iter().for_each(|part| self.asked(part, yes, known))
            }
            Expr::FnCall(call, _) => match (&call.op_token, call.args.as_slice()) {
                (Some(Token::Bang), [inner]) => self.asked(inner, !yes, known),
                (None, [fact]) if yes && call.name == "known" => {
                    known.extend(self.plain_fact(fact).map(|(name, _)| name));
                }
                _ => {}
            },
            _ => {}
        }
    }

    /// The facts that stand in an expression in any way.
    fn facts_in(&self, expr: &Expr) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        expr.walk(&mut Vec::new(), &mut |path: &[ASTNode]| {
            if let Some(ASTNode::Expr(expr)) = path.last() {
                names.extend(self.fact_left(expr));
            }
            true
        });
        names
    }

    /// The fact that an expression is, or whose method it calls.
    fn fact_left(&self, expr: &Expr) -> Option<String> {
        let Expr::Dot(parts, ..) = expr else {
            return None;
        };
        let head = match &parts.rhs {
            Expr::Dot(inner, ..) => &inner.lhs,
            other => other,
        };
        match (&parts.lhs, head) {
            (Expr::Variable(own, ..), Expr::Property(property, _)) if own.1 == self.record() => {
                Some(property.2.to_string())
            }
            _ => None,
        }
    }

    /// True where it was said already that a test is always the same.
    fn is_settled(&self, spot: Spot) -> bool {
        let codes = [ALWAYS_SAME.id, DECIDED_BEFORE.id];
        let spot = match spot.last {
            Some(last) => self.tokens.stretch(&self.source, spot.at, last).0,
            None => spot.at,
        };
        self.out.iter().any(|own| {
            let at = own.at.as_ref().map(|at| (at.line, at.column));
            codes.contains(&own.code) && at == Some((spot.line, spot.column))
        })
    }
}

fn divides(expr: &Expr) -> bool {
    let mut found = false;
    expr.walk(&mut Vec::new(), &mut |path: &[ASTNode]| {
        if let Some(ASTNode::Expr(Expr::FnCall(call, _))) = path.last() {
            found |= matches!(call.op_token, Some(Token::Divide | Token::Modulo));
        }
        !found
    });
    found
}
