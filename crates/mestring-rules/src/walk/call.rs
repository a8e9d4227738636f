//! Functions that a rule may call: a short list, and its own helpers.

use rhai::{FnCallExpr, Token};

use super::function::FUNCTIONS;
use super::types::Type;
use super::{CALLS, Walk};
use crate::diagnostic;
use crate::source::At;

impl Walk<'_> {
    pub(super) fn function_call(&mut self, call: &FnCallExpr, at: At) -> Type {
        if call.is_qualified() || call.capture_parent_scope {
            return self.refuse(at, "this way to call a function", "");
        }
        if let Some(token) = &call.op_token {
            return self.operator(token, call, at);
        }
        let name = call.name.as_str();
        if name == "known" {
            return self.known(call, at);
        }
        let arguments: Vec<Type> = call
            .args
            .iter()
            .map(|argument| self.value(argument))
            .collect();
        if self.functions.contains_key(name) {
            return self.call_function(name, arguments, at);
        }
        self.engine_function(name, &arguments, at)
    }

    pub(super) fn method(&mut self, receiver: Type, call: &FnCallExpr, at: At) -> Type {
        let mut arguments = vec![receiver];
        for argument in &call.args {
            let kind = self.value(argument);
            arguments.push(kind);
        }
        let name = call.name.as_str();
        if name == "known" {
            let help = format!("write `known({}.…)`", self.record());
            self.say(
                diagnostic::UNKNOWN_USE,
                at,
                "`known` stands after a dot",
                help,
            );
            return Type::Bool;
        }
        if self.functions.contains_key(name) {
            return self.refuse(
                at,
                "a function of the rule after a dot",
                format!("{name}(…)"),
            );
        }
        self.engine_function(name, &arguments, at)
    }

    fn engine_function(&mut self, name: &str, arguments: &[Type], at: At) -> Type {
        let Some(function) = FUNCTIONS.iter().find(|function| function.name == name) else {
            let own: Vec<String> = self.functions.keys().cloned().collect();
            let names = FUNCTIONS.iter().map(|function| function.name);
            let names = names.chain(["known"]).chain(own.iter().map(String::as_str));
            let mut help = diagnostic::suggest(name, names);
            if help.is_empty() {
                let names: Vec<_> = FUNCTIONS.iter().map(|function| function.name).collect();
                help = format!("rules may call known, {}", names.join(", "));
            }
            let message = format!("rules have no function `{name}`");
            self.say(diagnostic::NO_SUCH_FUNCTION, at, message, help);
            return Type::Any;
        };
        if let ("contains", [whole, item]) = (name, arguments) {
            self.holds(whole, item, at);
        }
        if arguments.iter().any(Type::is_quiet) {
            return Type::Any;
        }
        (function.types)(arguments).unwrap_or_else(|| {
            let names: Vec<_> = arguments.iter().map(Type::name).collect();
            let message = format!("`{name}` does not take {}", names.join(" and "));
            let help = format!("it is called so: `{}`", function.form);
            self.say(diagnostic::TYPES_DIFFER, at, message, help);
            Type::Any
        })
    }

    /// `item in whole`: words must be of the same list.
    fn holds(&mut self, whole: &Type, item: &Type, at: At) {
        if let Type::List(own) = whole
            && **own != Type::Never
        {
            self.comparable(own, item, at, true);
        }
    }

    fn operator(&mut self, token: &Token, call: &FnCallExpr, at: At) -> Type {
        let kinds: Vec<Type> = call
            .args
            .iter()
            .map(|argument| self.value(argument))
            .collect();
        match (token, kinds.as_slice()) {
            (Token::In | Token::NotIn, [whole, item]) => {
                self.engine_function("contains", &[whole.clone(), item.clone()], at);
                Type::Bool
            }
            (_, [left, right]) => self.operation(token, left, right, at),
            (Token::Bang, [kind]) => {
                if *kind != Type::Bool && !kind.is_quiet() {
                    let message = format!("`!` turns yes and no, and this is {}", kind.name());
                    self.say(diagnostic::TYPES_DIFFER, at, message, "");
                }
                Type::Bool
            }
            (Token::UnaryMinus | Token::UnaryPlus | Token::Minus | Token::Plus, [kind]) => {
                if !kind.is_number() && !kind.is_quiet() {
                    let message = format!("a sign before {}", kind.name());
                    self.say(diagnostic::TYPES_DIFFER, at, message, "");
                    return Type::Any;
                }
                kind.clone()
            }
            _ => self.refuse(at, "this operator", ""),
        }
    }

    fn known(&mut self, call: &FnCallExpr, at: At) -> Type {
        let fact = match call.args.as_slice() {
            [argument] => self.plain_fact(argument),
            _ => None,
        };
        match fact {
            Some((name, place)) => {
                self.optional(&name, place, true);
            }
            None => {
                let help = format!("it asks about one fact: `known({}.…)`", self.record());
                self.say(
                    diagnostic::UNKNOWN_USE,
                    at,
                    "`known` asks about something else",
                    help,
                );
            }
        }
        Type::Bool
    }

    /// Looks at a helper with the types it is called with.
    pub(super) fn call_function(&mut self, name: &str, arguments: Vec<Type>, at: At) -> Type {
        let Some(function) = self.functions.get(name) else {
            return Type::Any;
        };
        if self.inside.is_some_and(|inside| function.at >= inside) {
            let help = "a function may only call functions that stand above it";
            return self.refuse(at, &format!("calling `{name}` here"), help);
        }
        if function.parameters.len() != arguments.len() {
            let message = format!(
                "`{name}` takes {} values, not {}",
                function.parameters.len(),
                arguments.len()
            );
            self.say(diagnostic::TYPES_DIFFER, at, message, "");
            return Type::Any;
        }
        if let Some((_, result)) = function.known.iter().find(|(known, _)| *known == arguments) {
            return result.clone();
        }
        self.calls += 1;
        if self.calls > CALLS {
            let message = format!("the helpers are called in more than {CALLS} ways");
            self.say(diagnostic::TOO_LARGE, at, message, "use fewer helpers");
            return Type::Any;
        }
        let place = function.at;
        let body = function.body.clone();
        let parameters: Vec<(String, Type)> = function
            .parameters
            .iter()
            .cloned()
            .zip(arguments.iter().cloned())
            .collect();
        let inside = self.inside.replace(place);
        let returns = std::mem::take(&mut self.returns);
        let mut result = self.body(&parameters, &body);
        let own = std::mem::replace(&mut self.returns, returns);
        self.inside = inside;
        if result == Type::Nothing {
            self.say(
                diagnostic::TYPES_DIFFER,
                place,
                format!("`{name}` gives no value"),
                "",
            );
            result = Type::Any;
        }
        for (kind, at) in own {
            let names = (result.name(), kind.name());
            result = result.join(kind).unwrap_or_else(|| {
                let message = format!("`{name}` gives {} or {}", names.0, names.1);
                self.say(diagnostic::TYPES_DIFFER, at, message, "");
                Type::Any
            });
        }
        if let Some(function) = self.functions.get_mut(name) {
            function.known.push((arguments, result.clone()));
        }
        result
    }
}
