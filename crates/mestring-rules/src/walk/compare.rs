//! What can be compared and calculated with what.

use rhai::{Expr, Token};

use super::Walk;
use super::span::Spot;
use super::types::{Texts, Type};
use crate::complaint::{Among, Complaint, Feature, TypeFault};
use mestring_model::habit;

/// What an operator between two values does.
pub(crate) enum Does {
    /// Asks whether they are equal.
    Equality,
    /// Asks which is greater.
    Order,
    /// Makes a range of whole numbers.
    Range,
    /// Calculates, or joins two texts.
    Calculation,
}

/// Every operator that may stand between two values, besides `&&`, `||` and `??`, which decide
/// whether their right side is read at all, and `in`, which is a call of `contains`.
pub(crate) const OPERATORS: &[(Token, Does)] = &[
    (Token::EqualsTo, Does::Equality),
    (Token::NotEqualsTo, Does::Equality),
    (Token::LessThan, Does::Order),
    (Token::LessThanEqualsTo, Does::Order),
    (Token::GreaterThan, Does::Order),
    (Token::GreaterThanEqualsTo, Does::Order),
    (Token::Plus, Does::Calculation),
    (Token::Minus, Does::Calculation),
    (Token::Multiply, Does::Calculation),
    (Token::Divide, Does::Calculation),
    (Token::Modulo, Does::Calculation),
    (Token::PowerOf, Does::Calculation),
    (Token::ExclusiveRange, Does::Range),
    (Token::InclusiveRange, Does::Range),
];

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
                let otherwise = self.written_otherwise(left, right);
                if let Some(fault) = otherwise.or_else(|| self.written_otherwise(right, left)) {
                    return self.say(spot, fault);
                }
                let (left, right) = (left.sort(), right.sort());
                if equality {
                    self.say(spot, Complaint::NeverEqual { left, right });
                } else {
                    self.say(spot, TypeFault::NotComparable { left, right });
                }
            }
        }
    }

    /// What a text means that is compared with something else than a text.
    fn written_otherwise(&self, text: &Type, other: &Type) -> Option<TypeFault> {
        let Type::Text(texts) = text else { return None };
        let own = texts.one_written()?;
        let word = own.to_owned();
        if habit::is_unknown(own) || own.trim().is_empty() {
            let record = self.record();
            return Some(TypeFault::TextForUnknown { word, record });
        }
        match other {
            Type::Bool => {
                let write = habit::written(habit::yes_no(own)?);
                Some(TypeFault::TextForYesNo { word, write })
            }
            Type::Int | Type::Number => {
                let is_right = own.parse::<f64>().is_ok_and(f64::is_finite);
                let write = habit::number(own).or_else(|| is_right.then(|| word.clone()))?;
                Some(TypeFault::TextForNumber { word, write })
            }
            _ => None,
        }
    }

    /// Complains about written texts that are not among the words they are compared with.
    pub(super) fn foreign_words(&mut self, words: &Texts, written: &Texts) {
        let Some(codes) = words.only_words() else {
            return;
        };
        for (text, at) in &written.written {
            if codes.iter().any(|word| word.code == text) {
                continue;
            }
            let word = text.clone();
            if habit::is_unknown(text) {
                let record = self.record();
                self.say(*at, TypeFault::TextForUnknown { word, record });
                continue;
            }
            let among = Among::of_words(text, &codes);
            self.say(*at, Complaint::NoSuchWord { word, among });
        }
    }

    /// The type of an operator's result; the two sides are `exprs`.
    pub(super) fn operation(
        &mut self,
        token: &Token,
        (left, right): (&Type, &Type),
        exprs: (&Expr, &Expr),
        spot: Spot,
    ) -> Type {
        use Token as T;
        let does = OPERATORS.iter().find(|(own, _)| own == token);
        match does.map(|(_, does)| does) {
            Some(Does::Equality) => {
                self.comparable(left, right, spot, true);
                Type::Bool
            }
            Some(Does::Order) => {
                self.comparable(left, right, spot, false);
                Type::Bool
            }
            Some(Does::Range) => {
                if *left != Type::Int || *right != Type::Int {
                    self.say(spot, TypeFault::RangeOfOther);
                }
                Type::Range
            }
            Some(Does::Calculation) => self.calculation(token, (left, right), exprs, spot),
            None => {
                let instead = match token {
                    T::Ampersand => Some("&&"),
                    T::Pipe => Some("||"),
                    T::XOr => Some("**"),
                    T::RightShift => Some(">"),
                    T::LeftShift => Some("<"),
                    _ => None,
                };
                self.refuse(spot, Feature::Operator { instead })
            }
        }
    }

    fn calculation(
        &mut self,
        token: &Token,
        (left, right): (&Type, &Type),
        exprs: (&Expr, &Expr),
        spot: Spot,
    ) -> Type {
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
        self.arithmetic(token, exprs, whole, spot);
        if whole { Type::Int } else { Type::Number }
    }
}
