//! Expressions that a rule may contain.

use rhai::{ASTFlags, BinaryExpr, Dynamic, Expr};

use super::stmt::is_range;
use super::types::{Texts, Type};
use super::{PARAMETERS, Walk};
use crate::diagnostic;
use crate::source::At;

impl Walk<'_> {
    /// An expression whose value is used.
    pub(super) fn value(&mut self, expr: &Expr) -> Type {
        let kind = self.expr(expr);
        if kind == Type::Nothing {
            let at = expr.start_position().into();
            self.say(diagnostic::TYPES_DIFFER, at, "this gives no value", "");
            return Type::Any;
        }
        kind
    }

    pub(super) fn expr(&mut self, expr: &Expr) -> Type {
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
                    all = self.item(all, kind, item.start_position().into());
                }
                Type::List(Box::new(all))
            }
            Expr::Variable(parts, _, _) => {
                let name = parts.1.as_str();
                if !parts.2.is_empty() {
                    return self.refuse(at, "a name with `::`", "");
                }
                if name == self.record() || name == PARAMETERS {
                    let message = format!("`{name}` stands alone");
                    let help = format!("it may only stand left of a dot: `{name}.…`");
                    self.say(diagnostic::RECORD_USE, at, message, help);
                    return Type::Any;
                }
                match self.variable(name) {
                    Some(kind) => kind,
                    None if self.functions.contains_key(name) => {
                        self.refuse(at, "a function as a value", format!("call it: `{name}(…)`"))
                    }
                    None => self.refuse(at, &format!("the name `{name}`"), "it is not defined"),
                }
            }
            Expr::Dot(parts, flags, _) => self.dot(parts, *flags, at),
            Expr::And(parts, _) | Expr::Or(parts, _) => {
                self.known_first(parts);
                for part in parts.iter() {
                    let kind = self.value(part);
                    if kind != Type::Bool && !kind.is_quiet() {
                        let message = format!("this must be yes or no, and is {}", kind.name());
                        let at = part.start_position().into();
                        self.say(diagnostic::TYPES_DIFFER, at, message, "");
                    }
                }
                Type::Bool
            }
            Expr::Coalesce(parts, _) => self.coalesce(parts, at),
            Expr::FnCall(call, _) => self.function_call(call, at),
            Expr::Stmt(block) => self.block(block.statements(), true),
            Expr::Unit(_) => self.refuse(at, "`()`", "it would pass for a value"),
            Expr::Map(..) => self.refuse(at, "`#{…}`", ""),
            Expr::Index(..) => self.refuse(at, "`[…]` after a value", "use `in` or `contains`"),
            Expr::InterpolatedString(..) => self.refuse(at, "`${…}` in a text", "write it out"),
            Expr::CharConstant(..) => self.refuse(at, "a single letter", "use double quotes"),
            // `this`, custom syntax, stray properties, and whatever rhai adds.
            _ => self.refuse(at, "this expression", ""),
        }
    }

    fn item(&mut self, all: Type, kind: Type, at: At) -> Type {
        let names = (all.name(), kind.name());
        all.join(kind).unwrap_or_else(|| {
            let message = format!("a list of one kind: before {}, now {}", names.0, names.1);
            self.say(diagnostic::TYPES_DIFFER, at, message, "");
            Type::Any
        })
    }

    /// What the parser folded into one constant: a list of constants, or a range.
    fn constant(&mut self, value: &Dynamic, at: At) -> Type {
        if let Some(items) = value.read_lock::<rhai::Array>() {
            let mut all = Type::Never;
            for item in items.iter() {
                let kind = if item.is_bool() {
                    Type::Bool
                } else if item.is_int() {
                    Type::Int
                } else if item.is_float() {
                    Type::Number
                } else if let Some(text) = item.read_lock::<rhai::ImmutableString>() {
                    let place = self.tokens.quoted(&text, at).unwrap_or(at);
                    Type::Text(Texts::written(&text, place))
                } else {
                    self.refuse(at, "this kind of list", "list texts or numbers")
                };
                all = self.item(all, kind, at);
            }
            return Type::List(Box::new(all));
        }
        if is_range(value) {
            Type::Range
        } else {
            self.refuse(at, "this constant", "")
        }
    }

    /// `run.sessions`, `p.minimum`, `title.contains("x")`.
    fn dot(&mut self, parts: &BinaryExpr, flags: ASTFlags, at: At) -> Type {
        if flags.intersects(ASTFlags::NEGATED) {
            return self.refuse(at, "`?.`", "use `known(…)` or `??`");
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
            Expr::Dot(..) => return self.refuse(at, "`?.`", "use `known(…)` or `??`"),
            other => (other, None),
        };
        let Expr::Property(property, place) = head else {
            let help = format!("a fact stands right of the dot: `{name}.…`");
            return self.refuse(at, &format!("a call on `{name}`"), help);
        };
        let field = property.2.as_str();
        let kind = if is_record {
            self.fact(field, (*place).into())
                .and_then(|fact| self.judged.facts().get(fact))
                .map_or(Type::Any, |decl| Type::of_fact(decl.kind))
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
            Expr::Property(property, _) => {
                let help = format!("call it: `.{}()`", property.2);
                self.refuse(at, "a property of a value", help)
            }
            _ => self.refuse(at, "this after a dot", ""),
        }
    }

    fn parameter(&mut self, name: &str, at: At) -> Type {
        if let Some(value) = self.parameters.get(name) {
            self.reads.parameters.insert(name.to_owned());
            return Type::of_value(value);
        }
        let declared = self.parameters.keys().map(String::as_str);
        let mut help = diagnostic::suggest(name, declared);
        if help.is_empty() {
            "add a [[parameter]] to pack.toml".clone_into(&mut help);
        }
        let message = format!("the pack has no parameter `{name}`");
        self.say(diagnostic::NO_SUCH_PARAMETER, at, message, help);
        Type::Any
    }

    /// `run.sessions ?? 6`: every part but the last is a fact.
    fn coalesce(&mut self, parts: &[Expr], at: At) -> Type {
        let mut all = Type::Never;
        for (index, part) in parts.iter().enumerate() {
            let kind = match self.plain_fact(part) {
                _ if index + 1 == parts.len() => self.value(part),
                Some((name, place)) => self.optional(&name, place, false),
                None => {
                    let message = "`??` stands after something that is always known";
                    let help = format!("it follows a fact: `{}.… ?? …`", self.record());
                    let place = part.start_position().into();
                    self.say(diagnostic::UNKNOWN_USE, place, message, help);
                    self.value(part)
                }
            };
            let names = (all.name(), kind.name());
            all = all.join(kind).unwrap_or_else(|| {
                let message = format!("the fact is {}, what stands in is {}", names.0, names.1);
                self.say(diagnostic::TYPES_DIFFER, at, message, "");
                Type::Any
            });
        }
        if let Type::Text(texts) = &all {
            self.foreign_words(texts, texts);
        }
        all
    }

    /// The fact's name and place where the expression is a fact and nothing more.
    pub(super) fn plain_fact(&self, expr: &Expr) -> Option<(String, At)> {
        let Expr::Dot(parts, flags, _) = expr else {
            return None;
        };
        match (&parts.lhs, &parts.rhs) {
            (Expr::Variable(variable, ..), Expr::Property(property, place))
                if variable.1.as_str() == self.record() && !flags.intersects(ASTFlags::NEGATED) =>
            {
                Some((property.2.to_string(), (*place).into()))
            }
            _ => None,
        }
    }

    /// Hints where a fact is read left of the `known(…)` that asks for it: logic goes left to right.
    fn known_first(&mut self, parts: &[Expr]) {
        let mut read: Vec<String> = Vec::new();
        for part in parts {
            let asked = match part {
                Expr::FnCall(call, _) if call.name == "known" => {
                    call.args.first().and_then(|fact| self.plain_fact(fact))
                }
                _ => None,
            };
            match asked {
                Some((name, at)) if read.contains(&name) => {
                    let message =
                        format!("`{name}` was read before it is asked whether it is known");
                    let help = format!("put `known({}.{name})` first", self.record());
                    self.say(diagnostic::KNOWN_FIRST, at, message, help);
                }
                Some(_) => {}
                None => self.facts_in(part, &mut read),
            }
        }
    }

    fn facts_in(&self, expr: &Expr, names: &mut Vec<String>) {
        let mut path = Vec::new();
        expr.walk(&mut path, &mut |path: &[rhai::ASTNode]| {
            if let Some(rhai::ASTNode::Expr(expr)) = path.last() {
                names.extend(self.plain_fact(expr).map(|(name, _)| name));
            }
            true
        });
    }
}
