//! Calls and operators.

use rhai::{Expr, FnCallExpr, Token};

use super::{Lower, Lowered, operator};
use crate::eval::node::{Comparison, Function, FunctionOfTwo, Node, OneOf, Within};
use crate::eval::{Bar, Interpreted};
use crate::reason::NOTE;

impl Lower<'_> {
    /// A call or an operator.
    pub(super) fn call(&mut self, call: &FnCallExpr) -> Lowered {
        if call.is_qualified() || call.capture_parent_scope {
            return self.bar(Interpreted::Call);
        }
        // `!in` is a `!` over `contains`, and both carry its token.
        let is_contains = call.name == "contains" && call.op_token == Some(Token::NotIn);
        if let Some(token) = call.op_token.as_ref().filter(|_| !is_contains) {
            return self.operation(token, &call.args);
        }
        if let Some(helper) = self.helpers.get(call.name.as_str()).copied() {
            return self.helper(helper, &call.args);
        }
        match (call.name.as_str(), call.args.as_slice()) {
            ("known", [fact]) => {
                let node = self.expr(fact)?;
                match node {
                    Node::Known(_) => Ok(node),
                    _ => self.bar(Interpreted::KnownOfOther),
                }
            }
            (NOTE, [Expr::IntegerConstant(site, _), value]) => {
                let Ok(site) = u32::try_from(*site) else {
                    return self.bar(Interpreted::Call);
                };
                let value = Box::new(self.expr(value)?);
                Ok(Node::Note { site, value })
            }
            ("contains", [whole, item]) if is_made(whole) => {
                self.contains(whole, |lower| lower.expr(item))
            }
            // A variable in the first place is only looked up after the others were worked out.
            (_, [first @ Expr::Variable(..), rest @ ..]) => self.ahead(rest, |lower, rest| {
                let first = lower.expr(first)?;
                lower.function(&call.name, first, rest)
            }),
            (_, [first, rest @ ..]) => {
                let first = self.expr(first)?;
                let rest = self.all(rest)?.into_vec();
                self.function(&call.name, first, rest)
            }
            _ => self.bar(Interpreted::EmptyCall),
        }
    }

    fn operation(&mut self, token: &Token, arguments: &[Expr]) -> Lowered {
        if is_range(token) {
            return self.bar(Interpreted::KeptList);
        }
        match arguments {
            [only] => {
                let own = Box::new(self.expr(only)?);
                Ok(match token {
                    Token::Bang | Token::NotIn => Node::Not(own),
                    Token::Minus | Token::UnaryMinus => Node::Call(Function::Negate, own),
                    Token::Plus | Token::UnaryPlus => Node::Call(Function::Plus, own),
                    _ => return self.bar(Interpreted::Operator),
                })
            }
            [left, right] => {
                let sides = Box::new((self.expr(left)?, self.expr(right)?));
                match (comparison(token), operator(token)) {
                    (Some(comparison), _) => Ok(Node::Compare(comparison, sides)),
                    (None, Some(operator)) => Ok(Node::Calculate(operator, sides)),
                    (None, None) => self.bar(Interpreted::Operator),
                }
            }
            _ => self.bar(Interpreted::Operator),
        }
    }

    /// A function that rules may call, with its values in order.
    fn function(&mut self, name: &str, first: Node, rest: Vec<Node>) -> Lowered {
        match (Function::named(name), FunctionOfTwo::named(name)) {
            (Some(function), _) if rest.is_empty() => Ok(Node::Call(function, Box::new(first))),
            (_, Some(function)) => match <[Node; 1]>::try_from(rest) {
                Ok([second]) => Ok(Node::CallTwo(function, Box::new((first, second)))),
                Err(_) => self.bar(Interpreted::FunctionValues),
            },
            _ => self.bar(Interpreted::Function),
        }
    }

    /// Calls behind a value. Rhai works out the values in the brackets first, of all calls from left
    /// to right, and only then what stands before the first dot.
    pub(super) fn methods(
        &mut self,
        calls: &[&FnCallExpr],
        receiver: impl FnOnce(&mut Self) -> Lowered,
    ) -> Lowered {
        let arguments = calls.iter().flat_map(|call| call.args.iter());
        self.ahead(arguments, |lower, arguments| {
            let mut arguments = arguments.into_iter();
            let mut value = receiver(lower)?;
            for call in calls {
                let own = arguments.by_ref().take(call.args.len()).collect();
                value = lower.function(&call.name, value, own)?;
            }
            Ok(value)
        })
    }

    /// Values that are worked out before what `then` makes of them. Those that cannot change, and
    /// without which no script stops, stay where they are.
    fn ahead<'e>(
        &mut self,
        values: impl IntoIterator<Item = &'e Expr>,
        then: impl FnOnce(&mut Self, Vec<Node>) -> Lowered,
    ) -> Lowered {
        let free = self.free;
        let mut steps = Vec::new();
        let mut handed = Vec::new();
        for value in values {
            let slot = self.slot()?;
            match self.expr(value)? {
                own @ (Node::Constant(_) | Node::Parameter(_)) => {
                    handed.push(own);
                }
                value => {
                    let value = Box::new(value);
                    steps.push(Node::Set { slot, value });
                    handed.push(Node::Local(slot));
                }
            }
        }
        let last = then(self, handed)?;
        self.free = free;
        if steps.is_empty() {
            return Ok(last);
        }
        steps.push(last);
        Ok(Node::Block(steps.into()))
    }

    /// `item in whole`, where the whole is put together on the spot.
    fn contains(&mut self, whole: &Expr, item: impl FnOnce(&mut Self) -> Lowered) -> Lowered {
        let free = self.free;
        let node = match whole {
            Expr::Array(items, _) => {
                let slot = self.free;
                for _ in items {
                    self.slot()?;
                }
                let items = self.all(items)?;
                let item = item(self)?;
                Node::OneOf(Box::new(OneOf { slot, items, item }))
            }
            Expr::FnCall(range, _) => self.within(range, item)?,
            _ => return self.bar(Interpreted::KeptList),
        };
        self.free = free;
        Ok(node)
    }

    fn within(
        &mut self,
        range: &FnCallExpr,
        item: impl FnOnce(&mut Self) -> Lowered,
    ) -> Result<Node, Bar> {
        let [least, most] = range.args.as_slice() else {
            return self.bar(Interpreted::OpenRange);
        };
        Ok(Node::Within(Box::new(Within {
            least: self.expr(least)?,
            most: self.expr(most)?,
            inclusive: range.op_token == Some(Token::InclusiveRange),
            item: item(self)?,
        })))
    }
}

/// True for a range, and for a list of more than constants.
fn is_made(whole: &Expr) -> bool {
    match whole {
        Expr::Array(..) => whole.get_literal_value(None).is_none(),
        Expr::FnCall(call, _) => call.op_token.as_ref().is_some_and(is_range),
        _ => false,
    }
}

fn is_range(token: &Token) -> bool {
    matches!(token, Token::ExclusiveRange | Token::InclusiveRange)
}

fn comparison(token: &Token) -> Option<Comparison> {
    Some(match token {
        Token::EqualsTo => Comparison::Equal,
        Token::NotEqualsTo => Comparison::NotEqual,
        Token::LessThan => Comparison::Less,
        Token::LessThanEqualsTo => Comparison::LessOrEqual,
        Token::GreaterThan => Comparison::Greater,
        Token::GreaterThanEqualsTo => Comparison::GreaterOrEqual,
        _ => return None,
    })
}
