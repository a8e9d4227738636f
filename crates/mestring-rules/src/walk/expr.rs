//! Expressions that a rule may contain.

use rhai::{ASTFlags, BinaryExpr, Dynamic, Expr};

use super::condition::is_logic;
use super::span::Spot;
use super::stmt::range;
use super::types::{Texts, Type};
use super::{PARAMETERS, Walk};
use crate::complaint::{Among, Complaint, Feature, TypeFault};
use crate::parse_error::undefined;
use crate::source::At;

impl Walk<'_> {
    /// An expression whose value is used.
    pub(super) fn value(&mut self, expr: &Expr) -> Type {
        let kind = self.expr(expr);
        if kind == Type::Nothing {
            let spot = self.span(expr);
            self.say(spot, TypeFault::NoValue);
            return Type::Any;
        }
        kind
    }

    pub(super) fn expr(&mut self, expr: &Expr) -> Type {
        if is_logic(expr) {
            let (kind, ways) = self.logic(expr);
            self.flow = ways.joined();
            return kind;
        }
        let at = At::from(expr.start_position());
        match expr {
            Expr::BoolConstant(..) => Type::Bool,
            Expr::IntegerConstant(..) => Type::Int,
            Expr::FloatConstant(..) => Type::Number,
            Expr::StringConstant(text, _) => Type::Text(Texts::written(text, at)),
            Expr::DynamicConstant(value, _) => self.constant(value, at),
            Expr::Array(items, _) => {
                let mut all = Type::Never;
                for item in items.iter() {
                    let kind = self.value(item);
                    let spot = self.span(item);
                    all = self.item(all, kind, spot);
                }
                Type::List(Box::new(all))
            }
            Expr::Variable(parts, _, _) if !parts.2.is_empty() => self.refuse(at, Feature::Module),
            Expr::Variable(parts, _, _) => self.name_read(parts.1.as_str(), at),
            Expr::Dot(parts, flags, _) => self.dot(parts, *flags, at),
            Expr::Coalesce(parts, _) => self.coalesce(parts),
            Expr::FnCall(call, _) => self.function_call(call, expr),
            Expr::Stmt(block) => {
                let answering = std::mem::replace(&mut self.answering, false);
                let kind = self.block(block.statements(), true);
                self.answering = answering;
                kind
            }
            Expr::Unit(_) => self.refuse(at, Feature::Unit),
            Expr::Map(..) => self.refuse(at, Feature::Map),
            Expr::Index(..) => self.refuse(at, Feature::Index),
            Expr::InterpolatedString(..) => self.refuse(at, Feature::Interpolation),
            Expr::CharConstant(..) => self.refuse(at, Feature::Letter),
            // `this`, custom syntax, stray properties, and whatever rhai adds.
            _ => self.refuse(at, Feature::Expression),
        }
    }

    fn name_read(&mut self, name: &str, at: At) -> Type {
        let own = name.to_owned();
        if name == self.record() || name == PARAMETERS {
            self.say(at, Complaint::RecordAlone { name: own });
            return Type::Any;
        }
        match self.variable(name) {
            Some(kind) => {
                self.use_variable(name);
                kind
            }
            None if self.functions.contains_key(name) => {
                self.refuse(at, Feature::FunctionValue { name: own })
            }
            None => {
                self.no_such_name(name, at);
                Type::Any
            }
        }
    }

    /// A name that nothing defines: a misspelt one, a keyword, or a fact without its record.
    pub(super) fn no_such_name(&mut self, name: &str, at: At) {
        if self.is_full() {
            return;
        }
        let variables = self.scopes.iter().flat_map(|scope| scope.keys());
        let functions = self.functions.keys();
        let names: Vec<&str> = [self.record(), PARAMETERS]
            .into_iter()
            .chain(variables.chain(functions).map(String::as_str))
            .collect();
        let behind = self.source.from(at).strip_prefix(name);
        let of_record = behind.is_some_and(|rest| rest.trim_start().starts_with('.'));
        let complaint = match undefined(name, self.judged, &names) {
            // What has facts is the record, whatever its writer calls it.
            Complaint::NoSuchName { name, among, .. } if of_record && among.nearest.is_none() => {
                let among = Among::only(self.record());
                let write = None;
                Complaint::NoSuchName { name, write, among }
            }
            other => other,
        };
        self.say(at, complaint);
    }

    fn item(&mut self, all: Type, kind: Type, spot: Spot) -> Type {
        let (before, now) = (all.sort(), kind.sort());
        if all.mixes(&kind) {
            self.say(spot, Complaint::MixedNumbers);
        }
        all.join(kind).unwrap_or_else(|| {
            self.say(spot, TypeFault::ListMixed { before, now });
            Type::Any
        })
    }

    /// What the parser folded into one constant: a list of constants, or a range.
    fn constant(&mut self, value: &Dynamic, at: At) -> Type {
        if let Some(items) = value.read_lock::<rhai::Array>() {
            let mut all = Type::Never;
            let mut from = at;
            for item in items.iter() {
                let mut place = at;
                let kind = if item.is_bool() {
                    Type::Bool
                } else if item.is_int() {
                    Type::Int
                } else if item.is_float() {
                    Type::Number
                } else if let Some(text) = item.read_lock::<rhai::ImmutableString>() {
                    place = self.tokens.quoted(&text, from).unwrap_or(at);
                    // The same word may stand in the list again, behind this one.
                    from = At {
                        column: place.column.saturating_add(1),
                        ..place
                    };
                    Type::Text(Texts::written(&text, place))
                } else {
                    self.refuse(at, Feature::OtherList)
                };
                all = self.item(all, kind, place.into());
            }
            return Type::List(Box::new(all));
        }
        match range(value) {
            Some((least, most)) => {
                if least > most {
                    self.say(at, Complaint::EmptyRange);
                }
                Type::Range
            }
            None => self.refuse(at, Feature::Constant),
        }
    }

    /// `run.sessions`, `p.minimum`, `title.contains("x")`.
    fn dot(&mut self, parts: &BinaryExpr, flags: ASTFlags, at: At) -> Type {
        if flags.intersects(ASTFlags::NEGATED) {
            return self.refuse(at, Feature::SafeDot);
        }
        let Expr::Variable(variable, ..) = &parts.lhs else {
            let receiver = self.value(&parts.lhs);
            return self.tail(receiver, &parts.rhs);
        };
        let name = variable.1.as_str();
        let is_record = name == self.record();
        if !is_record && name != PARAMETERS {
            let receiver = self.value(&parts.lhs);
            return self.tail(receiver, &parts.rhs);
        }
        let (head, tail) = match &parts.rhs {
            Expr::Dot(inner, flags, _) if !flags.intersects(ASTFlags::NEGATED) => {
                (&inner.lhs, Some(&inner.rhs))
            }
            Expr::Dot(..) => return self.refuse(at, Feature::SafeDot),
            other => (other, None),
        };
        let Expr::Property(property, place) = head else {
            let name = name.to_owned();
            return self.refuse(at, Feature::RecordCall { name });
        };
        let field = property.2.as_str();
        let kind = if is_record {
            self.read(field, (*place).into())
        } else {
            self.parameter(field, (*place).into())
        };
        match tail {
            Some(tail) => self.tail(kind, tail),
            None => kind,
        }
    }

    /// What stands right of a dot after a value: calls only.
    fn tail(&mut self, receiver: Type, rhs: &Expr) -> Type {
        let at = At::from(rhs.start_position());
        match rhs {
            Expr::MethodCall(call, place) => self.method(receiver, call, (*place).into()),
            Expr::Dot(inner, flags, _) if !flags.intersects(ASTFlags::NEGATED) => {
                let receiver = self.tail(receiver, &inner.lhs);
                self.tail(receiver, &inner.rhs)
            }
            // What stands left of the dot was complained about.
            Expr::Property(..) if receiver == Type::Any => Type::Any,
            Expr::Property(property, _) => {
                let name = property.2.to_string();
                self.refuse(at, Feature::Property { name })
            }
            _ => self.refuse(at, Feature::AfterDot),
        }
    }

    fn parameter(&mut self, name: &str, at: At) -> Type {
        if let Some(value) = self.parameters.get(name) {
            self.reads.parameters.insert(name.to_owned());
            return Type::of_value(&value.value);
        }
        let declared = self.parameters.keys().map(String::as_str);
        let complaint = Complaint::NoSuchParameter {
            name: name.to_owned(),
            among: Among::of(name, declared),
        };
        self.say(at, complaint);
        Type::Any
    }

    /// `run.x` or `p.x`.
    pub(super) fn is_fact_or_parameter(&self, expr: &Expr) -> bool {
        let Expr::Dot(parts, ..) = expr else {
            return false;
        };
        match (&parts.lhs, &parts.rhs) {
            (Expr::Variable(own, ..), Expr::Property(..)) => {
                own.1 == self.record() || own.1 == PARAMETERS
            }
            _ => false,
        }
    }
}
