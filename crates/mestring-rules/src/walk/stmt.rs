//! Statements that a rule may contain.

use std::collections::BTreeMap;
use std::ops::{Range as Until, RangeInclusive};

use rhai::{ASTFlags, Dynamic, Expr, FlowControl, INT, Stmt};

use super::condition::{Ways, is_logic};
use super::flow::{Range, Values, mentions, united};
use super::key::key;
use super::span::Spot;
use super::types::Type;
use super::{Meaning, PARAMETERS, Variable, Walk};
use crate::complaint::{Complaint, Feature, TypeFault};
use crate::source::At;

impl Walk<'_> {
    /// Statements in braces. `wanted`: somebody uses the value of the last one.
    pub(super) fn block(&mut self, statements: &[Stmt], wanted: bool) -> Type {
        self.scopes.push(Default::default());
        let mut result = Type::Nothing;
        let mut over = false;
        for (at, statement) in statements.iter().enumerate() {
            let place = At::from(statement.position());
            if over && !matches!(statement, Stmt::Noop(_)) {
                self.say(self.statement_spot(statement), Complaint::NeverReached);
            }
            let last = wanted && at + 1 == statements.len();
            result = self.statement(statement, last);
            if last && self.answering && result == Type::Nothing {
                self.returns.push((Type::Nothing, place.into()));
                result = Type::Any;
            }
            over |= result == Type::Never;
        }
        self.close();
        if over { Type::Never } else { result }
    }

    pub(super) fn statement_spot(&self, statement: &Stmt) -> Spot {
        match statement {
            Stmt::Expr(expr) => self.span(expr),
            Stmt::FnCall(call, at) => self.span(&Expr::FnCall(call.clone(), *at)),
            other => At::from(other.position()).into(),
        }
    }

    fn statement(&mut self, statement: &Stmt, wanted: bool) -> Type {
        let at = At::from(statement.position());
        match statement {
            Stmt::Noop(_) => Type::Nothing,
            Stmt::Expr(expr) => self.last_value(expr, wanted),
            Stmt::FnCall(call, place) => {
                let expr = Expr::FnCall(call.clone(), *place);
                self.last_value(&expr, wanted)
            }
            Stmt::Block(block) => self.block(block.statements(), wanted),
            Stmt::If(flow, _) => self.if_else(flow, at, wanted),
            Stmt::Switch(switch, _) => self.switch(&switch.0, &switch.1, at, wanted),
            Stmt::Var(parts, flags, _) => {
                let (name, value, _) = &**parts;
                if flags.intersects(ASTFlags::EXPORTED) {
                    return self.refuse(at, Feature::Export);
                }
                self.define(name.as_str(), name.pos.into(), value, at);
                Type::Nothing
            }
            Stmt::Assignment(parts) => self.assignment(&parts.1.lhs, &parts.1.rhs, &parts.0),
            Stmt::Return(_, flags, _) if flags.intersects(ASTFlags::BREAK) => {
                self.refuse(at, Feature::Throw)
            }
            Stmt::Return(value, ..) => {
                self.give_back(value.as_deref(), at);
                self.flow.over = true;
                Type::Never
            }
            Stmt::While(..) | Stmt::Do(..) | Stmt::For(..) | Stmt::BreakLoop(..) => {
                self.refuse(at, Feature::Loop)
            }
            Stmt::TryCatch(..) => self.refuse(at, Feature::Try),
            // Import, export, sharing with closures, and whatever rhai adds.
            _ => self.refuse(at, Feature::Statement),
        }
    }

    /// An expression as a statement: the value of the last one is used, others are not.
    pub(super) fn last_value(&mut self, expr: &Expr, wanted: bool) -> Type {
        if let Expr::Stmt(block) = expr {
            return self.block(block.statements(), wanted);
        }
        let answers = wanted && self.answering;
        let kind = self.expr(expr);
        let spot = self.span(expr);
        if answers && kind != Type::Never {
            self.returns.push((kind, spot));
            return Type::Any;
        }
        if !wanted && !kind.is_quiet() {
            self.say(spot, Complaint::UnusedValue);
        }
        kind
    }

    fn give_back(&mut self, value: Option<&Expr>, at: At) {
        let Some(value) = value else {
            self.refuse(at, Feature::EmptyReturn);
            return;
        };
        let spot = self.span(value);
        if self.inside.is_none()
            && let Expr::Stmt(block) = value
        {
            // Each way through it is an answer with a place of its own.
            let answering = std::mem::replace(&mut self.answering, true);
            let kind = self.block(block.statements(), true);
            self.answering = answering;
            self.returns.push((kind, spot));
        } else {
            let kind = self.value(value);
            self.returns.push((kind, spot));
        }
    }

    fn define(&mut self, name: &str, place: At, value: &Expr, at: At) {
        self.name(name, place);
        let kind = if matches!(value, Expr::Unit(_)) {
            self.refuse(at, Feature::EmptyLet)
        } else {
            self.value(value)
        };
        let numbers = self.numbers(value);
        self.forget(name);
        self.becomes(name, numbers, place.line);
        let own = key(value).filter(|own| is_logic(value) && !mentions(own, name));
        let meaning = own.map(|key| Meaning {
            expr: value.clone(),
            key,
        });
        if let Some(scope) = self.scopes.last_mut() {
            let own = Variable {
                kind,
                at: place,
                used: false,
                meaning,
            };
            scope.insert(name.to_owned(), own);
        }
    }

    fn if_else(&mut self, flow: &FlowControl, at: At, wanted: bool) -> Type {
        let Ways { yes, no } = self.condition(&flow.expr);
        self.flow = yes;
        let then = self.block(flow.body.statements(), wanted);
        let after = std::mem::replace(&mut self.flow, no);
        let other = self.block(flow.branch.statements(), wanted && !flow.branch.is_empty());
        self.flow = std::mem::take(&mut self.flow).join(after);
        if flow.branch.is_empty() {
            if wanted {
                self.say(at, Complaint::NoElse);
                return Type::Any;
            }
            return Type::Nothing;
        }
        if !wanted {
            let over = then == Type::Never && other == Type::Never;
            return if over { Type::Never } else { Type::Nothing };
        }
        self.branches(vec![then, other], at)
    }

    /// The type of what is one of several branches.
    pub(super) fn branches(&mut self, kinds: Vec<Type>, at: At) -> Type {
        let mut all = Type::Never;
        for kind in kinds {
            let kind = if kind == Type::Nothing {
                self.say(at, TypeFault::EmptyBranch);
                Type::Any
            } else {
                kind
            };
            let (one, other) = (all.sort(), kind.sort());
            if all.mixes(&kind) {
                self.say(at, Complaint::MixedNumbers);
            }
            all = match all.join(kind) {
                Some(joined) => joined,
                None => {
                    self.say(at, TypeFault::BranchesDiffer { one, other });
                    Type::Any
                }
            };
        }
        all
    }

    /// A change of a variable gives no value; about anything else a complaint is made.
    fn assignment(&mut self, target: &Expr, value: &Expr, operator: &rhai::OpAssignment) -> Type {
        let kind = self.value(value);
        let spot = self.span(target);
        let Expr::Variable(parts, ..) = target else {
            let plain = operator.get_op_assignment_info().is_none();
            if plain && self.is_fact_or_parameter(target) {
                self.say(spot, Complaint::AssignmentForComparison);
                return Type::Any;
            }
            return self.refuse(spot, Feature::Change);
        };
        let name = parts.1.as_str();
        if name == self.record() || name == PARAMETERS {
            return self.refuse(spot, Feature::RecordChange);
        }
        let Some(own) = self.variable(name) else {
            self.no_such_name(name, spot.at);
            return Type::Any;
        };
        let (result, numbers) = match operator.get_op_assignment_info() {
            None => (kind, self.numbers(value)),
            Some((.., token, _)) => {
                let kinds = (&own, &kind);
                (self.operation(token, kinds, (target, value), spot), None)
            }
        };
        self.forget(name);
        self.becomes(name, numbers, spot.at.line);
        if own == Type::Int && result == Type::Number {
            let name = name.to_owned();
            self.say(spot, Complaint::BecomesDecimal { name });
        }
        let (before, given) = (own.sort(), result.sort());
        match own.join(result) {
            Some(joined) => {
                if let Some(variable) = self.variable_mut(name) {
                    variable.kind = joined;
                }
            }
            None => {
                let complaint = TypeFault::VariableDiffers {
                    name: name.to_owned(),
                    own: before,
                    given,
                };
                self.say(spot, complaint);
            }
        }
        Type::Nothing
    }

    /// Forgets what was settled about a variable, and what others meant by it.
    fn forget(&mut self, name: &str) {
        self.flow.forget(name);
        for own in self.scopes.iter_mut().flat_map(BTreeMap::values_mut) {
            own.meaning.take_if(|own| mentions(&own.key, name));
        }
        if let Some(own) = self.variable_mut(name) {
            own.meaning = None;
        }
    }

    /// Notes which numbers a variable can be from here on, where that can be followed.
    fn becomes(&mut self, name: &str, numbers: Option<Vec<Range>>, line: u32) {
        if let Some(numbers) = numbers {
            let values = Values::Numbers(united(numbers));
            self.flow.values.insert(name.to_owned(), (values, line));
        }
    }

    /// The type of a variable in sight.
    pub(super) fn variable(&self, name: &str) -> Option<Type> {
        self.scopes
            .iter()
            .rev()
            .find_map(|scope| scope.get(name))
            .map(|own| own.kind.clone())
    }

    /// Notes that a variable is read.
    pub(super) fn use_variable(&mut self, name: &str) {
        if let Some(own) = self.variable_mut(name) {
            own.used = true;
        }
    }

    /// A variable in sight, the innermost of its name.
    fn variable_mut(&mut self, name: &str) -> Option<&mut Variable> {
        let mut scopes = self.scopes.iter_mut().rev();
        scopes.find_map(|scope| scope.get_mut(name))
    }
}

/// The first and last number of `1..5` and `1..=5`.
pub(super) fn range(value: &Dynamic) -> Option<Range> {
    let (least, most) = if let Some(range) = value.read_lock::<Until<INT>>() {
        (range.start, range.end.saturating_sub(1))
    } else {
        let range = value.read_lock::<RangeInclusive<INT>>()?;
        (*range.start(), *range.end())
    };
    Some((least as f64, most as f64))
}
