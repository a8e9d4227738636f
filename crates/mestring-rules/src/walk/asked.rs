//! What an expression asks: the comparison or question in it, and what that is about.

use mestring_model::facts::FactDecl;
use rhai::{ASTFlags, Expr, Token};

use super::bounds::mirrored;
use super::flow::{Range, united};
use super::key::{comparison, key};
use super::question::{Constant, Question, Subject, other};
use super::types::{Texts, Type};
use super::{PARAMETERS, Walk};
use crate::complaint::Bounds;

/// What a fact's unit allows. Days may lie before or after the date of the report.
fn bounds(fact: &FactDecl) -> Option<Bounds> {
    let most = match fact.unit? {
        "percent" => Some(100),
        "days" => return None,
        _ => None,
    };
    Some(Bounds { least: 0, most })
}

/// The whole and the item of `whole.contains(item)`, which is `contains(whole, item)`.
fn contained(expr: &Expr) -> Option<(&Expr, &Expr)> {
    let Expr::Dot(parts, flags, _) = expr else {
        return None;
    };
    let Expr::MethodCall(call, _) = &parts.rhs else {
        return None;
    };
    match call.args.as_slice() {
        [item] if call.name == "contains" && !flags.intersects(ASTFlags::NEGATED) => {
            Some((&parts.lhs, item))
        }
        _ => None,
    }
}

impl Walk<'_> {
    /// What an expression asks; false where its yes is the question's no.
    pub(super) fn question(&self, expr: &Expr) -> (Question, bool) {
        let Expr::FnCall(call, _) = expr else {
            let question = match (Constant::of(expr), contained(expr)) {
                (Some(Constant::Bool(yes)), _) => Question::Constant(yes),
                (_, Some((whole, item))) => self.membership(whole, item),
                _ => other(expr),
            };
            return (question, true);
        };
        match (&call.op_token, call.args.as_slice()) {
            (None, [fact]) if call.name == "known" => {
                let fact = self
                    .plain_fact(fact)
                    .and_then(|(n, _)| self.judged.fact(&n));
                (
                    fact.map_or(Question::Unclear, |(at, _)| Question::Known(at)),
                    true,
                )
            }
            (Some(Token::Bang), [inner]) => {
                let (question, positive) = self.question(inner);
                (question, !positive)
            }
            // `item in whole` is a call of `contains`, and so is what `!in` turns.
            (None | Some(Token::NotIn), [whole, item]) if call.name == "contains" => {
                (self.membership(whole, item), true)
            }
            (Some(token), [left, right]) => self.compared(token, left, right),
            _ => (other(expr), true),
        }
    }

    fn compared(&self, token: &Token, left: &Expr, right: &Expr) -> (Question, bool) {
        let (Some(left_key), Some(right_key)) = (key(left), key(right)) else {
            return (Question::Unclear, true);
        };
        let Some((both, positive)) = comparison(token, &left_key, &right_key) else {
            return (Question::Unclear, true);
        };
        let (subject, constant, token) = match (Constant::of(left), Constant::of(right)) {
            (Some(one), Some(other)) => {
                let answer = one.compared(token, &other);
                return (answer.map_or(Question::Unclear, Question::Constant), true);
            }
            (None, Some(constant)) => (left, constant, token.clone()),
            (Some(constant), None) => (right, constant, mirrored(token)),
            (None, None) if left_key == right_key => {
                use Token as T;
                let same = matches!(
                    token,
                    T::EqualsTo | T::LessThanEqualsTo | T::GreaterThanEqualsTo
                );
                return (Question::Itself(same), true);
            }
            (None, None) => return (self.bounds(token, (left, right), both, positive), positive),
        };
        match constant {
            Constant::Bool(yes) => {
                let (question, own) = self.question(subject);
                (question, (own == yes) == positive)
            }
            Constant::Text(word) => (self.one_of(subject, [word]), positive),
            Constant::Number(number) => {
                let about = self.subject(subject);
                let equality = matches!(token, Token::EqualsTo | Token::NotEqualsTo);
                if about.whole && equality && number.fract() != 0.0 {
                    return (Question::Constant(false), positive);
                }
                (Question::number(&token, about, number, both), positive)
            }
            Constant::List(_) | Constant::Range(..) => (Question::Unclear, true),
        }
    }

    /// `item in whole`.
    fn membership(&self, whole: &Expr, item: &Expr) -> Question {
        let (Some(whole_key), Some(item_key)) = (key(whole), key(item)) else {
            return Question::Unclear;
        };
        let key = format!("{item_key} in {whole_key}");
        match self.constant_list(whole) {
            Some(Constant::List(items)) if Constant::of(item).is_none() => {
                let points: Option<Vec<Range>> = items
                    .iter()
                    .map(|item| match item {
                        Constant::Number(number) => Some((*number, *number)),
                        _ => None,
                    })
                    .collect();
                let points = points.map(united);
                let words: Option<Vec<String>> = items
                    .into_iter()
                    .map(|item| match item {
                        Constant::Text(word) => Some(word),
                        _ => None,
                    })
                    .collect();
                match words {
                    Some(words) if words.is_empty() => Question::Constant(false),
                    Some(words) => self.one_of(item, words),
                    None => Question::Bounds {
                        yes: points
                            .map(|points| (item_key, points))
                            .into_iter()
                            .collect(),
                        no: Vec::new(),
                        key,
                    },
                }
            }
            // That an empty range has no number was said where it stands.
            Some(Constant::Range(least, most)) if least > most => Question::Unclear,
            Some(Constant::Range(least, most)) if Constant::of(item).is_none() => Question::Range {
                about: self.subject(item),
                range: (least, most),
                key,
            },
            _ => Question::Other(key),
        }
    }

    fn constant_list(&self, expr: &Expr) -> Option<Constant> {
        match expr {
            Expr::Array(items, _) => {
                let items: Option<Vec<Constant>> = items.iter().map(Constant::of).collect();
                items.map(Constant::List)
            }
            other => Constant::of(other),
        }
    }

    /// Whether something is one of some words. Words that its list lacks were complained about, so
    /// nothing more is said.
    pub(super) fn one_of(
        &self,
        subject: &Expr,
        words: impl IntoIterator<Item = String>,
    ) -> Question {
        let about = self.subject(subject);
        let words = words.into_iter().collect();
        match &about.words {
            _ if about.key.is_empty() => Question::Unclear,
            Some(all) if !all.is_superset(&words) => Question::Unclear,
            _ => Question::Words { about, words },
        }
    }

    /// What an expression is as the subject of a question.
    pub(super) fn subject(&self, expr: &Expr) -> Subject {
        let kind = self.quiet_type(expr);
        let fact = self
            .plain_fact(expr)
            .and_then(|(n, _)| self.judged.fact(&n));
        let range = fact.and_then(|(_, decl)| bounds(decl)).map(|bounds| {
            let most = bounds.most.map_or(f64::INFINITY, |most| most as f64);
            (bounds.least as f64, most)
        });
        Subject {
            key: key(expr).unwrap_or_default(),
            words: match &kind {
                // A helper's parameter is something else in another call.
                Type::Text(texts) if self.inside.is_none() => texts.all(),
                _ => None,
            },
            range,
            whole: kind == Type::Int,
        }
    }

    /// The type of something whose parts were looked at already.
    fn quiet_type(&self, expr: &Expr) -> Type {
        match expr {
            Expr::Variable(parts, ..) => self.variable(parts.1.as_str()).unwrap_or(Type::Any),
            Expr::Dot(parts, flags, _) if !flags.intersects(ASTFlags::NEGATED) => {
                let fact = self
                    .plain_fact(expr)
                    .and_then(|(n, _)| self.judged.fact(&n));
                match (fact, &parts.lhs, &parts.rhs) {
                    (Some((_, decl)), ..) => Type::of_fact(decl.kind),
                    (None, Expr::Variable(own, ..), Expr::Property(property, _))
                        if own.1 == PARAMETERS =>
                    {
                        let value = self.parameters.get(property.2.as_str());
                        value.map_or(Type::Any, |own| Type::of_value(&own.value))
                    }
                    _ => Type::Any,
                }
            }
            Expr::Coalesce(parts, _) => parts
                .iter()
                .map(|part| self.quiet_type(part))
                .try_fold(Type::Never, Type::join)
                .unwrap_or(Type::Any),
            Expr::IntegerConstant(..) => Type::Int,
            Expr::FloatConstant(..) => Type::Number,
            Expr::StringConstant(text, at) => Type::Text(Texts::written(text, (*at).into())),
            _ => Type::Any,
        }
    }
}
