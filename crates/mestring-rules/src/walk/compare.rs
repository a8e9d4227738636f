//! What can be compared and calculated with what.

use mestring_model::term::nearest;
use rhai::Token;

use super::Walk;
use super::types::{Texts, Type};
use crate::diagnostic;
use crate::source::At;

impl Walk<'_> {
    /// Complains where two types can never be equal, or have no order.
    pub(super) fn comparable(&mut self, left: &Type, right: &Type, at: At, equality: bool) {
        match (left, right) {
            _ if left.is_quiet() || right.is_quiet() => {}
            _ if left.is_number() && right.is_number() => {}
            (Type::Bool, Type::Bool) if equality => {}
            (Type::Text(left), Type::Text(right)) if equality => {
                self.foreign_words(left, right);
                self.foreign_words(right, left);
            }
            _ => {
                let message = format!("{} cannot be compared with {}", left.name(), right.name());
                let help = match (left, right) {
                    (Type::List(_), _) | (_, Type::List(_)) => "use `in` or `contains`",
                    _ => "the two would never be equal",
                };
                self.say(diagnostic::TYPES_DIFFER, at, message, help);
            }
        }
    }

    /// Complains about written texts that are not among the words they are compared with.
    pub(super) fn foreign_words(&mut self, words: &Texts, written: &Texts) {
        let Some(codes) = words.only_words() else {
            return;
        };
        for (text, at) in &written.written {
            if codes.contains(&text.as_str()) {
                continue;
            }
            let help = match nearest(text, codes.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("one of `{}`", codes.join("`, `")),
            };
            let message = format!("`{text}` is not a word that this fact can be");
            self.say(diagnostic::NO_SUCH_WORD, *at, message, help);
        }
    }

    /// The type of an operator's result.
    pub(super) fn operation(&mut self, token: &Token, left: &Type, right: &Type, at: At) -> Type {
        use Token as T;
        match token {
            T::EqualsTo | T::NotEqualsTo => {
                self.comparable(left, right, at, true);
                Type::Bool
            }
            T::LessThan | T::LessThanEqualsTo | T::GreaterThan | T::GreaterThanEqualsTo => {
                self.comparable(left, right, at, false);
                Type::Bool
            }
            _ if left.is_quiet() || right.is_quiet() => Type::Any,
            T::Plus if matches!((left, right), (Type::Text(_), Type::Text(_))) => {
                self.reads.columnar = false;
                Type::Text(Texts::free())
            }
            T::Plus | T::Minus | T::Multiply | T::Divide | T::Modulo | T::PowerOf => {
                if !left.is_number() || !right.is_number() {
                    let message = format!(
                        "this cannot calculate with {} and {}",
                        left.name(),
                        right.name()
                    );
                    self.say(diagnostic::TYPES_DIFFER, at, message, "");
                    return Type::Any;
                }
                let whole = *left == Type::Int && *right == Type::Int;
                if whole && *token == T::Divide {
                    let message = "a whole number divided by a whole number drops the remainder";
                    self.say(
                        diagnostic::WHOLE_DIVISION,
                        at,
                        message,
                        "write one with `.0`",
                    );
                }
                if whole { Type::Int } else { Type::Number }
            }
            T::ExclusiveRange | T::InclusiveRange => {
                if *left != Type::Int || *right != Type::Int {
                    self.say(
                        diagnostic::TYPES_DIFFER,
                        at,
                        "a range goes between whole numbers",
                        "",
                    );
                }
                Type::Range
            }
            _ => self.refuse(at, "this operator", ""),
        }
    }
}
