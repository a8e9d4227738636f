//! Functions that a rule may call: a short list, and its own helpers.

use rhai::{Expr, FnCallExpr, Token};

use super::flow::Flow;
use super::function::FUNCTIONS;
use super::question::Constant;
use super::span::Spot;
use super::types::Type;
use super::{Argument, CALLS, VARIED, Walk};
use crate::complaint::{Among, Complaint, Feature, Sorts, TypeFault, Values};
use crate::parse_error::{comparison, spreadsheet};
use crate::source::At;

impl Walk<'_> {
    /// A call or an operator; `expr` is the whole of it.
    pub(super) fn function_call(&mut self, call: &FnCallExpr, expr: &Expr) -> Type {
        let spot = self.span(expr);
        if call.is_qualified() || call.capture_parent_scope {
            return self.refuse(spot, Feature::StrangeCall);
        }
        if let Some(Constant::Range(least, most)) = Constant::of(expr)
            && least > most
        {
            self.say(spot, Complaint::EmptyRange);
        }
        // `a !in b` is `!` before a call of `contains` that the parser marks so; `a in b` has no mark.
        if let Some(token) = call.op_token.as_ref().filter(|own| **own != Token::NotIn) {
            return self.operator(token, call, spot);
        }
        let name = call.name.as_str();
        if name == "known" {
            return self.known(call, spot);
        }
        let arguments = self.arguments(&call.args);
        if self.functions.contains_key(name) {
            let numbers = call.args.iter().map(|own| self.numbers(own));
            let arguments = arguments.into_iter().zip(numbers);
            let arguments = arguments.map(|(kind, numbers)| Argument { kind, numbers });
            let arguments = arguments.collect();
            return self.call_function(name, arguments, spot);
        }
        self.engine_function(name, &arguments, spot)
    }

    fn arguments(&mut self, arguments: &[Expr]) -> Vec<Type> {
        arguments.iter().map(|own| self.value(own)).collect()
    }

    pub(super) fn method(&mut self, receiver: Type, call: &FnCallExpr, at: At) -> Type {
        let mut arguments = vec![receiver];
        arguments.extend(self.arguments(&call.args));
        let name = call.name.as_str();
        if name == "known" {
            let record = self.record();
            self.say(at, Complaint::KnownAfterDot { record });
            return Type::Bool;
        }
        if self.functions.contains_key(name) {
            let name = name.to_owned();
            return self.refuse(at, Feature::HelperMethod { name });
        }
        self.engine_function(name, &arguments, at.into())
    }

    /// A function that rules may call. What it does not know is complained about at the name.
    fn engine_function(&mut self, name: &str, arguments: &[Type], spot: Spot) -> Type {
        let Some(function) = FUNCTIONS.iter().find(|function| function.name == name) else {
            let own: Vec<String> = self.functions.keys().cloned().collect();
            let names = std::iter::once("known");
            let names = names.chain(FUNCTIONS.iter().map(|function| function.name));
            let write = spreadsheet(name).map(str::to_owned);
            let mut among = Among::of(name, names.clone().chain(own.iter().map(String::as_str)));
            if among.nearest.is_none() {
                among.all = names.map(str::to_owned).collect();
            }
            let name = name.to_owned();
            self.say(spot.at, Complaint::NoSuchFunction { name, write, among });
            return Type::Any;
        };
        if let ("contains", [whole, item]) = (name, arguments) {
            self.holds(whole, item, spot);
        }
        if arguments.iter().any(Type::is_quiet) {
            return Type::Any;
        }
        (function.types)(arguments).unwrap_or_else(|| {
            let form = function.form;
            let (takes, given) = (Values(function.takes()), Values(arguments.len()));
            let complaint = if takes == given {
                TypeFault::WrongArguments {
                    name: name.to_owned(),
                    given: Sorts(arguments.iter().map(Type::sort).collect()),
                    form,
                }
            } else {
                let name = function.name;
                TypeFault::FormCount {
                    name,
                    takes,
                    given,
                    form,
                }
            };
            self.say(spot, complaint);
            Type::Any
        })
    }

    /// `item in whole`: words must be of the same list.
    fn holds(&mut self, whole: &Type, item: &Type, spot: Spot) {
        if let Type::List(own) = whole
            && **own != Type::Never
        {
            self.comparable(own, item, spot, true);
        }
    }

    fn operator(&mut self, token: &Token, call: &FnCallExpr, spot: Spot) -> Type {
        let kinds = self.arguments(&call.args);
        if let Some(form) = self.three_sides(token, call, &kinds) {
            self.say(spot, TypeFault::ThreeSides { form });
            return Type::Bool;
        }
        match (token, kinds.as_slice(), call.args.as_slice()) {
            (_, [left, right], [one, other]) => {
                self.operation(token, (left, right), (one, other), spot)
            }
            (Token::UnaryMinus | Token::UnaryPlus | Token::Minus | Token::Plus, [kind], _) => {
                if !kind.is_number() && !kind.is_quiet() {
                    self.say(spot, TypeFault::SignBefore { kind: kind.sort() });
                    return Type::Any;
                }
                kind.clone()
            }
            _ => self.refuse(spot, Feature::Operator { instead: None }),
        }
    }

    /// What to write for `10 < x < 20`, which compares the yes or no of its first half with 20.
    fn three_sides(&self, token: &Token, call: &FnCallExpr, kinds: &[Type]) -> Option<String> {
        let (Some(Expr::FnCall(inner, _)), Some(right)) = (call.args.first(), call.args.get(1))
        else {
            return None;
        };
        let (sign, _) = (comparison(token)?, comparison(inner.op_token.as_ref()?)?);
        let [Type::Bool, last] = kinds else {
            return None;
        };
        if *last == Type::Bool || last.is_quiet() {
            return None;
        }
        let texts = [call.args.first()?, inner.args.get(1)?, right];
        let [first, middle, last] = texts.map(|expr| self.text(expr));
        Some(format!("{} && {} {sign} {}", first?, middle?, last?))
    }

    /// Looks at a helper with what it is called with.
    pub(super) fn call_function(
        &mut self,
        name: &str,
        arguments: Vec<Argument>,
        spot: Spot,
    ) -> Type {
        let Some(function) = self.functions.get(name) else {
            return Type::Any;
        };
        let own = || name.to_owned();
        if self.inside.is_some_and(|inside| function.at >= inside) {
            return self.refuse(spot, Feature::CallAhead { name: own() });
        }
        let takes = function.parameters.len();
        if takes != arguments.len() {
            let complaint = TypeFault::ArgumentCount {
                name: own(),
                takes: Values(takes),
                given: Values(arguments.len()),
            };
            self.say(spot, complaint);
            return self.remember(name, arguments, Type::Any);
        }
        if let Some((_, result)) = function.known.iter().find(|(known, _)| *known == arguments) {
            return result.clone();
        }
        let same_types = |own: &[Argument]| {
            own.iter()
                .map(|own| &own.kind)
                .eq(arguments.iter().map(|own| &own.kind))
        };
        // The type of a result depends on those of the arguments alone. With other numbers there may
        // be something more to say of a calculation.
        if let Some((_, result)) = function.known.iter().find(|(own, _)| same_types(own)) {
            self.varied += 1;
            if self.varied > VARIED {
                return result.clone();
            }
        } else {
            self.calls += 1;
        }
        if self.calls > CALLS {
            self.say(spot, Complaint::TooManyCalls { limit: CALLS });
            return Type::Any;
        }
        let place = function.at;
        let body = function.body.clone();
        let parameters: Vec<(String, Type)> = function
            .parameters
            .iter()
            .cloned()
            .zip(arguments.iter().map(|own| own.kind.clone()))
            .collect();
        let mut given = Flow::default();
        for (name, own) in function.parameters.iter().zip(&arguments) {
            if let Some(numbers) = &own.numbers {
                given.bound(name, numbers, place.line);
            }
        }
        let inside = self.inside.replace(place);
        let returns = std::mem::take(&mut self.returns);
        // A helper sees nothing of the script but what it is given.
        let flow = std::mem::replace(&mut self.flow, given);
        let answering = std::mem::replace(&mut self.answering, false);
        let mut result = self.body(&parameters, place, &body);
        self.answering = answering;
        self.flow = flow;
        let own = std::mem::replace(&mut self.returns, returns);
        self.inside = inside;
        if result == Type::Nothing {
            let name = name.to_owned();
            self.say(place, TypeFault::FunctionWithoutValue { name });
            result = Type::Any;
        }
        for (kind, spot) in own {
            let (one, other) = (result.sort(), kind.sort());
            if result.mixes(&kind) {
                self.say(spot, Complaint::MixedNumbers);
            }
            result = result.join(kind).unwrap_or_else(|| {
                let name = name.to_owned();
                self.say(spot, TypeFault::FunctionDiffers { name, one, other });
                Type::Any
            });
        }
        self.remember(name, arguments, result)
    }

    fn remember(&mut self, name: &str, arguments: Vec<Argument>, result: Type) -> Type {
        if let Some(function) = self.functions.get_mut(name) {
            function.known.push((arguments, result.clone()));
        }
        result
    }
}
