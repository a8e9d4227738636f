//! Where an expression begins and ends in the text.

use rhai::{Expr, FnCallExpr, Position};

use super::Walk;
use crate::source::At;

/// Where something begins, and where its last token does; none for a single word or sign.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spot {
    pub at: At,
    pub last: Option<At>,
}

impl From<At> for Spot {
    fn from(at: At) -> Self {
        Spot { at, last: None }
    }
}

impl Walk<'_> {
    /// The whole of an expression.
    pub(super) fn span(&self, expr: &Expr) -> Spot {
        Spot {
            at: self.first(expr),
            last: self.last(expr),
        }
    }

    /// An expression as the script writes it; none where it goes over several lines.
    pub(super) fn text(&self, expr: &Expr) -> Option<String> {
        let Spot { at, last } = self.span(expr);
        let last = last.unwrap_or(at);
        let (at, length) = self.tokens.stretch(&self.source, at, last);
        let text = self.source.from(at).chars().take(length as usize);
        (at.line == last.line).then(|| text.collect())
    }

    /// True for a call that is written between its arguments.
    fn is_operator(&self, call: &FnCallExpr, at: Position) -> bool {
        call.op_token.is_some() || self.tokens.is_in(at.into())
    }

    /// Where the first token of an expression begins, brackets apart.
    fn first(&self, expr: &Expr) -> At {
        let own = At::from(expr.start_position());
        match expr {
            Expr::And(parts, _) | Expr::Or(parts, _) | Expr::Coalesce(parts, _) => {
                parts.first().map_or(own, |part| self.first(part))
            }
            // The place of an operator is its own; left of it stands its first operand.
            Expr::FnCall(call, at) if self.is_operator(call, *at) => {
                let operands = call.args.iter().map(|part| self.first(part));
                operands.min().map_or(own, |at| at.min(own))
            }
            Expr::Dot(parts, ..) => self.first(&parts.lhs),
            _ => own,
        }
    }

    /// Where the last token of an expression begins.
    fn last(&self, expr: &Expr) -> Option<At> {
        match expr {
            Expr::And(parts, _) | Expr::Or(parts, _) | Expr::Coalesce(parts, _) => {
                self.last(parts.last()?)
            }
            Expr::FnCall(call, at) if self.is_operator(call, *at) => {
                call.args.iter().filter_map(|part| self.last(part)).max()
            }
            Expr::FnCall(_, at)
            | Expr::MethodCall(_, at)
            | Expr::Array(_, at)
            | Expr::DynamicConstant(_, at) => self.tokens.closing((*at).into()),
            Expr::Dot(parts, ..) => self.last(&parts.rhs),
            Expr::Stmt(_) => None,
            other => Some(other.position().into()),
        }
    }
}
