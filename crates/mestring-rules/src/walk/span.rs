//! Where an expression begins and ends in the text.

use rhai::{Expr, FnCallExpr, Position};

use super::Walk;
use crate::source::At;

/// A place, and how many characters are meant; none for the word or sign that begins there.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Spot {
    pub at: At,
    pub length: Option<u32>,
}

impl From<At> for Spot {
    fn from(at: At) -> Self {
        Spot { at, length: None }
    }
}

impl Walk<'_> {
    /// The whole of an expression, up to the end of its first line.
    pub(super) fn span(&self, expr: &Expr) -> Spot {
        let first = self.first(expr);
        match self.last(expr) {
            Some(last) => self.tokens.stretch(&self.source, first, last),
            None => first.into(),
        }
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
