//! Expressions.

use rhai::{ASTFlags, BinaryExpr, Dynamic, Expr, FnCallExpr};

use super::{Lower, Lowered};
use crate::eval::Bar;
use crate::eval::node::{Constant, Node};
use crate::record::Reading;
use crate::sandbox::{LIST_ITEMS, TEXT_BYTES};
use crate::walk::PARAMETERS;

impl Lower<'_> {
    pub(super) fn expr(&mut self, expr: &Expr) -> Lowered {
        self.enter(expr.start_position().into())?;
        let node = match expr {
            Expr::BoolConstant(yes, _) => Node::Constant(Constant::Bool(*yes)),
            Expr::IntegerConstant(number, _) => Node::Constant(Constant::Int(*number)),
            Expr::FloatConstant(number, _) => Node::Constant(Constant::Number(**number)),
            Expr::StringConstant(text, _) => Node::Constant(Constant::Text(text.as_str().into())),
            Expr::DynamicConstant(..) | Expr::Array(..) => self.constant(expr)?,
            Expr::Variable(parts, ..) if parts.2.is_empty() => {
                Node::Local(self.local(parts.1.as_str())?)
            }
            Expr::Dot(parts, flags, _) if !flags.intersects(ASTFlags::NEGATED) => {
                self.dot(parts)?
            }
            Expr::And(parts, _) => Node::All(self.all(parts.iter())?),
            Expr::Or(parts, _) => Node::Any(self.all(parts.iter())?),
            Expr::Coalesce(parts, _) => Node::Coalesce(self.all(parts.iter())?),
            Expr::FnCall(call, _) => self.call(call)?,
            Expr::Stmt(block) => self.block(block.statements())?,
            _ => return self.bar("an expression that only the interpreter knows"),
        };
        self.leave();
        Ok(node)
    }

    /// A list that the script writes out.
    fn constant(&self, expr: &Expr) -> Lowered {
        match expr.get_literal_value(None).as_ref().and_then(constant) {
            Some(constant) => Ok(Node::Constant(constant)),
            None => self.bar("a list or range that is kept"),
        }
    }

    /// `run.sessions`, `p.minimum`, and calls behind them or behind anything else.
    fn dot(&mut self, parts: &BinaryExpr) -> Lowered {
        let name = match &parts.lhs {
            Expr::Variable(variable, ..) => variable.1.as_str(),
            _ => "",
        };
        let is_record = name == self.judged.code();
        if !is_record && name != PARAMETERS {
            let calls = self.calls_behind(&parts.rhs)?;
            return self.methods(&calls, |lower| lower.expr(&parts.lhs));
        }
        let (head, calls) = match &parts.rhs {
            Expr::Dot(inner, flags, _) if !flags.intersects(ASTFlags::NEGATED) => {
                (&inner.lhs, self.calls_behind(&inner.rhs)?)
            }
            other => (other, Vec::new()),
        };
        let Expr::Property(property, _) = head else {
            return self.bar("a call of the record");
        };
        let property = property.2.as_str();
        self.methods(&calls, |lower| {
            if is_record {
                lower.fact(property)
            } else {
                lower.parameter(property)
            }
        })
    }

    /// The calls that stand behind a value, in order.
    fn calls_behind<'e>(&self, tail: &'e Expr) -> Result<Vec<&'e FnCallExpr>, Bar> {
        match tail {
            Expr::MethodCall(call, _) => Ok(vec![call]),
            Expr::Dot(inner, flags, _) if !flags.intersects(ASTFlags::NEGATED) => {
                let mut calls = self.calls_behind(&inner.lhs)?;
                calls.append(&mut self.calls_behind(&inner.rhs)?);
                Ok(calls)
            }
            _ => self.bar("a property of a value"),
        }
    }

    fn fact(&self, property: &str) -> Lowered {
        let (name, reading) = Reading::of(property);
        let Some((fact, _)) = self.judged.fact(name) else {
            return self.bar("a fact that only the interpreter knows");
        };
        Ok(match reading {
            None => Node::Fact(fact),
            Some(Reading::Ask) => Node::Known(fact),
            Some(Reading::Assume(site)) => Node::Assumed { fact, site },
        })
    }

    fn parameter(&self, name: &str) -> Lowered {
        match self.parameters.iter().position(|own| own == name) {
            Some(place) => Ok(Node::Parameter(place)),
            None => self.bar("a parameter that only the interpreter knows"),
        }
    }
}

/// A constant of the parser; none for a range and for a list larger than a rule may handle.
pub(super) fn constant(value: &Dynamic) -> Option<Constant> {
    if let Some(items) = value.read_lock::<rhai::Array>() {
        let items: Vec<Constant> = items.iter().map(constant).collect::<Option<_>>()?;
        return list(items);
    }
    if let Some(text) = value.read_lock::<rhai::ImmutableString>() {
        return Some(Constant::Text(text.as_str().into()));
    }
    let bool = value.as_bool().map(Constant::Bool);
    let int = bool.or_else(|_| value.as_int().map(Constant::Int));
    int.or_else(|_| value.as_float().map(Constant::Number)).ok()
}

fn list(items: Vec<Constant>) -> Option<Constant> {
    let texts: Vec<_> = items
        .iter()
        .filter_map(|item| match item {
            Constant::Text(text) => Some(text.clone()),
            _ => None,
        })
        .collect();
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    let flat = |item: &Constant| !matches!(item, Constant::Texts(_) | Constant::List(_));
    if items.len() > LIST_ITEMS || bytes > TEXT_BYTES || !items.iter().all(flat) {
        return None;
    }
    Some(if texts.len() == items.len() {
        Constant::Texts(texts.into())
    } else {
        Constant::List(items)
    })
}
