//! What can be compared and calculated with what.

use rhai::Token;

use super::Walk;
use super::span::Spot;
use super::types::{Texts, Type};
use crate::complaint::{Among, Complaint, Feature, TypeFault};

impl Walk<'_> {
    /// Complains where two types can never be equal, or have no order.
    pub(super) fn comparable(&mut self, left: &Type, right: &Type, spot: Spot, equality: bool) {
        match (left, right) {
            _ if left.is_quiet() || right.is_quiet() => {}
            _ if left.is_number() && right.is_number() => {
                if equality && (*left == Type::Number || *right == Type::Number) {
                    self.say(spot, Complaint::DecimalsEqual);
                }
            }
            (Type::Bool, Type::Bool) if equality => {}
            (Type::Text(left), Type::Text(right)) if equality => {
                self.foreign_words(left, right);
                self.foreign_words(right, left);
                if let (Some(own), Some(other)) = (left.only_words(), right.only_words())
                    && !own.iter().any(|word| other.contains(word))
                {
                    self.say(spot, Complaint::NoCommonWord);
                }
            }
            _ => {
                let (left, right) = (left.sort(), right.sort());
                if equality {
                    self.say(spot, Complaint::NeverEqual { left, right });
                } else {
                    self.say(spot, TypeFault::NotComparable { left, right });
                }
            }
        }
    }

    /// Complains about written texts that are not among the words they are compared with.
    pub(super) fn foreign_words(&mut self, words: &Texts, written: &Texts) {
        let Some(codes) = words.only_words() else {
            return;
        };
        for (text, at) in &written.written {
            if !codes.contains(&text.as_str()) {
                let word = text.clone();
                let mut among = Among::of(text, codes.iter().copied());
                if among.nearest.is_none() {
                    among.all = codes.iter().map(|code| (*code).to_owned()).collect();
                }
                self.say(*at, Complaint::NoSuchWord { word, among });
            }
        }
    }

    /// The type of an operator's result.
    pub(super) fn operation(
        &mut self,
        token: &Token,
        left: &Type,
        right: &Type,
        spot: Spot,
    ) -> Type {
        use Token as T;
        match token {
            T::EqualsTo | T::NotEqualsTo => {
                self.comparable(left, right, spot, true);
                Type::Bool
            }
            T::LessThan | T::LessThanEqualsTo | T::GreaterThan | T::GreaterThanEqualsTo => {
                self.comparable(left, right, spot, false);
                Type::Bool
            }
            T::ExclusiveRange | T::InclusiveRange => {
                if *left != Type::Int || *right != Type::Int {
                    self.say(spot, TypeFault::RangeOfOther);
                }
                Type::Range
            }
            T::Plus | T::Minus | T::Multiply | T::Divide | T::Modulo | T::PowerOf => {
                self.calculation(token, left, right, spot)
            }
            other => {
                let instead = match other {
                    T::Ampersand => Some("&&"),
                    T::Pipe => Some("||"),
                    T::XOr => Some("**"),
                    _ => None,
                };
                self.refuse(spot, Feature::Operator { instead })
            }
        }
    }

    fn calculation(&mut self, token: &Token, left: &Type, right: &Type, spot: Spot) -> Type {
        if left.is_quiet() || right.is_quiet() {
            return Type::Any;
        }
        if *token == Token::Plus && matches!((left, right), (Type::Text(_), Type::Text(_))) {
            self.reads.text_built.get_or_insert(spot.at);
            return Type::Text(Texts::free());
        }
        if !left.is_number() || !right.is_number() {
            let (left, right) = (left.sort(), right.sort());
            self.say(spot, TypeFault::NotCalculated { left, right });
            return Type::Any;
        }
        let whole = *left == Type::Int && *right == Type::Int;
        if whole && *token == Token::Divide {
            self.say(spot, Complaint::WholeDivision);
        }
        if whole { Type::Int } else { Type::Number }
    }
}
