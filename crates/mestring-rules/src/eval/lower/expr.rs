//! Expressions.

use std::sync::Arc;

use rhai::{ASTFlags, BinaryExpr, Dynamic, Expr, FnCallExpr};

use super::{Lower, Lowered};
use crate::eval::node::{Node, Written};
use crate::eval::value::{Kind, Value};
use crate::eval::view::fits;
use crate::eval::{Bar, Interpreted};
use crate::record::Reading;
use crate::sandbox::LIST_ITEMS;
use crate::walk::PARAMETERS;

impl Lower<'_> {
    pub(super) fn expr(&mut self, expr: &Expr) -> Lowered {
        self.enter(expr.start_position().into())?;
        let node = match expr {
            Expr::BoolConstant(yes, _) => Node::Constant(Value::bool(*yes)),
            Expr::IntegerConstant(number, _) => Node::Constant(Value::int(*number)),
            Expr::FloatConstant(number, _) => Node::Constant(Value::number(**number)),
            Expr::StringConstant(text, _) => {
                let text = Written::Text(text.as_str().into());
                Node::Constant(self.write(text))
            }
            Expr::DynamicConstant(..) | Expr::Array(..) => {
                let value = expr.get_literal_value(None);
                match value.and_then(|value| self.constant(&value)) {
                    Some(constant) => Node::Constant(constant),
                    None => return self.bar(Interpreted::KeptList),
                }
            }
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
            _ => return self.bar(Interpreted::Expression),
        };
        self.leave();
        Ok(node)
    }

    /// A constant of the parser; none for a range, and for a list that holds lists or is larger than
    /// a rule may handle.
    pub(super) fn constant(&mut self, value: &Dynamic) -> Option<Value> {
        if let Some(items) = value.read_lock::<rhai::Array>() {
            let written = match texts(&items) {
                Some(texts) if fits(&texts) => Written::Texts(texts.into()),
                None if items.len() <= LIST_ITEMS => {
                    let scalars = items.iter().map(scalar);
                    Written::List(scalars.collect::<Option<_>>()?)
                }
                _ => return None,
            };
            return Some(self.write(written));
        }
        if let Some(text) = value.read_lock::<rhai::ImmutableString>() {
            return Some(self.write(Written::Text(text.as_str().into())));
        }
        scalar(value)
    }

    fn write(&mut self, written: Written) -> Value {
        self.written.push(written);
        Value::at(Kind::Written, self.written.len() - 1)
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
            return self.bar(Interpreted::RecordCall);
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
            _ => self.bar(Interpreted::Property),
        }
    }

    fn fact(&self, property: &str) -> Lowered {
        let (name, reading) = Reading::of(property);
        let Some((fact, _)) = self.judged.fact(name) else {
            return self.bar(Interpreted::Fact);
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
            None => self.bar(Interpreted::Parameter),
        }
    }
}

/// The texts of a list of the parser; none where it holds anything else.
fn texts(items: &[Dynamic]) -> Option<Vec<Arc<str>>> {
    let text = |item: &Dynamic| {
        let text = item.read_lock::<rhai::ImmutableString>()?;
        Some(text.as_str().into())
    };
    items.iter().map(text).collect()
}

fn scalar(value: &Dynamic) -> Option<Value> {
    let bool = value.as_bool().map(Value::bool);
    let int = bool.or_else(|_| value.as_int().map(Value::int));
    int.or_else(|_| value.as_float().map(Value::number)).ok()
}
