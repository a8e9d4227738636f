//! Where an expression begins and ends in the text.

use rhai::Expr;

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
        let first = first(expr);
        match self.last(expr) {
            Some(last) => self.tokens.stretch(&self.source, first, last),
            None => first.into(),
        }
    }

    /// Where the last token of an expression begins.
    fn last(&self, expr: &Expr) -> Option<At> {
        match expr {
            Expr::And(parts, _) | Expr::Or(parts, _) | Expr::Coalesce(parts, _) => {
                self.last(parts.last()?)
            }
            // `in` keeps its operands the other way round.
            Expr::FnCall(call, _) if call.op_token.is_some() => {
                call.args.iter().filter_map(|part| self.last(part)).max()
            }
            Expr::FnCall(_, at) | Expr::MethodCall(_, at) => self.tokens.closing((*at).into()),
            Expr::Array(_, at) | Expr::DynamicConstant(_, at) => self.tokens.closing((*at).into()),
            Expr::Dot(parts, ..) => self.last(&parts.rhs),
            Expr::Stmt(_) => None,
            other => Some(other.position().into()),
        }
    }
}

/// Where the first token of an expression begins, brackets apart.
fn first(expr: &Expr) -> At {
    let own = At::from(expr.start_position());
    match expr {
        Expr::And(parts, _) | Expr::Or(parts, _) | Expr::Coalesce(parts, _) => {
            parts.first().map_or(own, first)
        }
        // The place of an operator is its own; left of it stands its first operand.
        Expr::FnCall(call, _) if call.op_token.is_some() => call
            .args
            .iter()
            .map(first)
            .min()
            .map_or(own, |at| at.min(own)),
        Expr::Dot(parts, ..) => first(&parts.lhs),
        _ => own,
    }
}
