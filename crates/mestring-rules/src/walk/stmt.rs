//! Statements that a rule may contain.

use std::ops::{Range, RangeInclusive};

use rhai::{ASTFlags, Dynamic, Expr, FlowControl, INT, Stmt, SwitchCasesCollection};

use super::types::{Texts, Type};
use super::{Variable, Walk};
use crate::diagnostic;
use crate::source::At;

impl Walk<'_> {
    /// Statements in braces. `wanted`: somebody uses the value of the last one.
    pub(super) fn block(&mut self, statements: &[Stmt], wanted: bool) -> Type {
        self.scopes.push(Default::default());
        let mut result = Type::Nothing;
        let mut over = false;
        for (at, statement) in statements.iter().enumerate() {
            if over {
                let place = At::from(statement.position());
                self.say(diagnostic::UNUSED, place, "this is never reached", "");
            }
            let last = at + 1 == statements.len();
            result = self.statement(statement, wanted && last);
            over |= result == Type::Never;
        }
        self.scopes.pop();
        if over { Type::Never } else { result }
    }

    fn statement(&mut self, statement: &Stmt, wanted: bool) -> Type {
        let at = At::from(statement.position());
        match statement {
            Stmt::Noop(_) => Type::Nothing,
            Stmt::Expr(expr) => {
                let kind = self.expr(expr);
                self.unused_value(at, wanted, &kind);
                kind
            }
            Stmt::FnCall(call, _) => {
                let kind = self.function_call(call, at);
                self.unused_value(at, wanted, &kind);
                kind
            }
            Stmt::Block(block) => self.block(block.statements(), wanted),
            Stmt::If(flow, _) => self.if_else(flow, at, wanted),
            Stmt::Switch(switch, _) => self.switch(&switch.0, &switch.1, at, wanted),
            Stmt::Var(parts, flags, _) => {
                let (name, value, _) = &**parts;
                if flags.intersects(ASTFlags::EXPORTED) {
                    return self.refuse(at, "`export`", "");
                }
                self.name(name.as_str(), name.pos.into());
                let kind = if matches!(value, Expr::Unit(_)) {
                    let help = "give it a value: a variable without one would pass for a value";
                    self.refuse(at, "a `let` without a value", help)
                } else {
                    self.value(value)
                };
                if let Some(scope) = self.scopes.last_mut() {
                    scope.insert(name.as_str().to_owned(), Variable { kind });
                }
                Type::Nothing
            }
            Stmt::Assignment(parts) => {
                self.assignment(&parts.1.lhs, &parts.1.rhs, &parts.0, at);
                Type::Nothing
            }
            Stmt::Return(value, flags, _) => {
                if flags.intersects(ASTFlags::BREAK) {
                    return self.refuse(at, "`throw`", "return an answer instead");
                }
                let kind = match value {
                    Some(value) => self.value(value),
                    None => self.refuse(at, "a `return` without a value", "return an answer"),
                };
                let place = value
                    .as_ref()
                    .map_or(at, |value| value.start_position().into());
                self.returns.push((kind, place));
                Type::Never
            }
            Stmt::While(..) | Stmt::Do(..) | Stmt::For(..) | Stmt::BreakLoop(..) => {
                self.refuse(at, "a loop", "a rule answers about one record")
            }
            Stmt::TryCatch(..) => self.refuse(
                at,
                "`try`",
                "it would hide that a fact is not known; use `known(…)`",
            ),
            // Import, export, sharing with closures, and whatever rhai adds.
            _ => self.refuse(at, "this statement", ""),
        }
    }

    fn unused_value(&mut self, at: At, wanted: bool, kind: &Type) {
        if !wanted && !kind.is_quiet() {
            self.say(
                diagnostic::UNUSED,
                at,
                "this value is not used",
                "only the last one is",
            );
        }
    }

    fn condition(&mut self, expr: &Expr) {
        let kind = self.value(expr);
        if kind != Type::Bool && !kind.is_quiet() {
            let message = format!("a condition is yes or no, and this is {}", kind.name());
            self.say(
                diagnostic::TYPES_DIFFER,
                expr.start_position().into(),
                message,
                "",
            );
        }
    }

    fn if_else(&mut self, flow: &FlowControl, at: At, wanted: bool) -> Type {
        self.condition(&flow.expr);
        let then = self.block(flow.body.statements(), wanted);
        if wanted && flow.branch.is_empty() {
            let help = "say what holds otherwise: `else { … }`";
            return self.refuse(at, "an `if` that gives a value without `else`", help);
        }
        let other = self.block(flow.branch.statements(), wanted);
        if flow.branch.is_empty() {
            return Type::Nothing;
        }
        if !wanted {
            let over = then == Type::Never && other == Type::Never;
            return if over { Type::Never } else { Type::Nothing };
        }
        self.branches(vec![then, other], at)
    }

    /// The type of what is one of several branches.
    fn branches(&mut self, kinds: Vec<Type>, at: At) -> Type {
        let mut all = Type::Never;
        for kind in kinds {
            let kind = if kind == Type::Nothing {
                let message = "one branch gives no value";
                self.say(diagnostic::TYPES_DIFFER, at, message, "end it with a value");
                Type::Any
            } else {
                kind
            };
            let names = (all.name(), kind.name());
            all = match all.join(kind) {
                Some(joined) => joined,
                None => {
                    let message = format!("one branch gives {}, another {}", names.0, names.1);
                    self.say(diagnostic::TYPES_DIFFER, at, message, "");
                    Type::Any
                }
            };
        }
        all
    }

    fn switch(
        &mut self,
        subject: &Expr,
        cases: &SwitchCasesCollection,
        at: At,
        wanted: bool,
    ) -> Type {
        let kind = self.value(subject);
        // The table of cases is a hash map: put what it holds in an order of its own.
        let mut values: Vec<_> = cases
            .cases
            .values()
            .map(|case| case.value.clone())
            .collect();
        values.sort_by_key(|value| value.to_string());
        for value in values {
            self.switch_case(&kind, &value, subject.start_position().into());
        }
        if kind == Type::Number {
            let help = "use `if` with `<` and `>=`";
            self.refuse(at, "a `switch` on a number with decimals", help);
        }
        let mut kinds = Vec::new();
        for case in &cases.expressions {
            if !matches!(case.lhs, Expr::BoolConstant(true, _)) {
                self.condition(&case.lhs);
            }
            kinds.push(match &case.rhs {
                Expr::Stmt(block) => self.block(block.statements(), wanted),
                other => {
                    let kind = self.expr(other);
                    self.unused_value(other.start_position().into(), wanted, &kind);
                    kind
                }
            });
        }
        if cases.def_case.is_none() {
            if wanted {
                let help = "say what holds otherwise: `_ => …`";
                return self.refuse(at, "a `switch` that gives a value without `_`", help);
            }
            return Type::Nothing;
        }
        if !wanted {
            let over = kinds.iter().all(|kind| *kind == Type::Never);
            return if over { Type::Never } else { Type::Nothing };
        }
        self.branches(kinds, at)
    }

    fn switch_case(&mut self, subject: &Type, value: &Dynamic, at: At) {
        if let Some(text) = value.read_lock::<rhai::ImmutableString>() {
            let at = self.tokens.quoted(&text, at).unwrap_or(at);
            let case = Type::Text(Texts::written(&text, at));
            self.comparable(subject, &case, at, true);
        } else if value.is_bool() {
            self.comparable(subject, &Type::Bool, at, true);
        } else if value.is_int() || is_range(value) {
            self.comparable(subject, &Type::Int, at, true);
        } else {
            self.refuse(
                at,
                "this kind of `switch` case",
                "use words, whole numbers or ranges",
            );
        }
    }

    fn assignment(&mut self, target: &Expr, value: &Expr, operator: &rhai::OpAssignment, at: At) {
        let kind = self.value(value);
        let Expr::Variable(parts, ..) = target else {
            self.refuse(
                at,
                "a change of anything but a variable",
                "records never change",
            );
            return;
        };
        let name = parts.1.as_str();
        if name == self.record() || name == super::PARAMETERS {
            self.refuse(at, "a change of the record or the parameters", "");
            return;
        }
        let Some(own) = self.variable(name) else {
            return;
        };
        let result = match operator.get_op_assignment_info() {
            None => kind,
            Some((.., token, _)) => self.operation(token, &own, &kind, at),
        };
        let names = (own.name(), result.name());
        match own.join(result) {
            Some(joined) => {
                let scopes = self.scopes.iter_mut().rev();
                if let Some(variable) = scopes.filter_map(|scope| scope.get_mut(name)).next() {
                    variable.kind = joined;
                }
            }
            None => {
                let message = format!("`{name}` is {}, and this is {}", names.0, names.1);
                self.say(
                    diagnostic::TYPES_DIFFER,
                    at,
                    message,
                    "use another variable",
                );
            }
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
}

/// True for `1..5` and `1..=5`.
pub(super) fn is_range(value: &Dynamic) -> bool {
    value.is::<Range<INT>>() || value.is::<RangeInclusive<INT>>()
}
