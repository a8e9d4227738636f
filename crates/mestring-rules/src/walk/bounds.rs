//! What two numbers can be where a comparison of them holds, by what the other can be.

use rhai::{Expr, Token};

use super::Walk;
use super::flow::{EVERY, Range};
use super::key::key;
use super::question::Question;

/// A number, as [`key`](super::key) writes it, and the ranges that it lies in.
pub(super) type Bound = (String, Vec<Range>);

impl Walk<'_> {
    /// What two numbers can be where a comparison of them holds, and where it does not; `key` and
    /// `positive` as [`comparison`](super::key::comparison) gives them.
    pub(super) fn bounds(
        &self,
        token: &Token,
        sides: (&Expr, &Expr),
        key: String,
        positive: bool,
    ) -> Question {
        let holds = self.bounds_where(token, sides);
        let fails = self.bounds_where(&opposite(token), sides);
        let (yes, no) = if positive {
            (holds, fails)
        } else {
            (fails, holds)
        };
        Question::Bounds { key, yes, no }
    }

    fn bounds_where(&self, token: &Token, (left, right): (&Expr, &Expr)) -> Vec<Bound> {
        let whole = self.subject(left).whole && self.subject(right).whole;
        let (own, other) = (self.numbers(left), self.numbers(right));
        let one = other.and_then(|other| bounded_by(token, &other, whole));
        let two = own.and_then(|own| bounded_by(&mirrored(token), &own, whole));
        let one = one.and_then(|ranges| Some((key(left)?, ranges)));
        let two = two.and_then(|ranges| Some((key(right)?, ranges)));
        one.into_iter().chain(two).collect()
    }
}

/// `a < b` for `b > a`.
pub(super) fn mirrored(token: &Token) -> Token {
    match token {
        Token::LessThan => Token::GreaterThan,
        Token::LessThanEqualsTo => Token::GreaterThanEqualsTo,
        Token::GreaterThan => Token::LessThan,
        Token::GreaterThanEqualsTo => Token::LessThanEqualsTo,
        other => other.clone(),
    }
}

/// `a >= b` for `a < b`.
fn opposite(token: &Token) -> Token {
    match token {
        Token::LessThan => Token::GreaterThanEqualsTo,
        Token::LessThanEqualsTo => Token::GreaterThan,
        Token::GreaterThan => Token::LessThanEqualsTo,
        Token::GreaterThanEqualsTo => Token::LessThan,
        Token::EqualsTo => Token::NotEqualsTo,
        _ => Token::EqualsTo,
    }
}

/// Where a number lies that compares so with another one, which lies in some ranges; none where it can
/// be any. `whole`: both are whole numbers.
fn bounded_by(token: &Token, other: &[Range], whole: bool) -> Option<Vec<Range>> {
    let (least, most) = (other.first()?.0, other.last()?.1);
    let below = |number: f64| match whole {
        _ if number.is_infinite() => number,
        true => number - 1.0,
        false => number.next_down(),
    };
    let above = |number: f64| -below(-number);
    let range = match token {
        Token::LessThan => (f64::NEG_INFINITY, below(most)),
        Token::LessThanEqualsTo => (f64::NEG_INFINITY, most),
        Token::GreaterThan => (above(least), f64::INFINITY),
        Token::GreaterThanEqualsTo => (least, f64::INFINITY),
        Token::EqualsTo => return Some(other.to_vec()),
        _ => return None,
    };
    (range != EVERY).then(|| vec![range])
}
