//! Calculations that have no result: what is divided by 0, and what grows larger than any number.

use rhai::{Expr, INT, Token};

use super::Walk;
use super::flow::Range;
use super::numbers::is_zero;
use super::span::Spot;
use crate::complaint::NumberFault;

/// Nothing that a desk counts or measures is expected to be larger: a calculation that has no result
/// only beyond it is not worth a word.
const LARGE: f64 = 1e7;

impl Walk<'_> {
    /// Complains where an operator between two numbers has no result, for every record or for some.
    /// `whole`: both are whole numbers.
    pub(super) fn arithmetic(
        &mut self,
        token: &Token,
        (left, right): (&Expr, &Expr),
        whole: bool,
        spot: Spot,
    ) {
        if self.flow.over {
            return;
        }
        if matches!(token, Token::Divide | Token::Modulo) {
            return self.divided_by(right);
        }
        if whole && *token == Token::PowerOf && self.is_below_zero(right) {
            return self.say(spot, NumberFault::NegativePower);
        }
        let fault = match (Number::of(left), Number::of(right)) {
            (Some(left), Some(right)) => {
                let has_result = left.with(token, right).is_some();
                (!has_result).then_some(NumberFault::NumberTooLarge)
            }
            (Some(written), None) => {
                let limit = written.largest_exponent(token, whole);
                self.beyond(limit.or_else(|| written.largest_other(token, whole)), right)
            }
            (None, Some(written)) => {
                let limit = written.largest_base(token, whole);
                self.beyond(limit.or_else(|| written.largest_other(token, whole)), left)
            }
            (None, None) => None,
        };
        if let Some(fault) = fault {
            self.say(spot, fault);
        }
    }

    /// True for a number that is below 0 for every record.
    fn is_below_zero(&self, expr: &Expr) -> bool {
        let ranges = self.numbers(expr);
        ranges.is_some_and(|ranges| ranges.iter().all(|(_, most)| *most < 0.0))
    }

    fn divided_by(&mut self, divisor: &Expr) {
        let Some(ranges) = self.numbers(divisor) else {
            return;
        };
        let holds_zero = |(least, most): &Range| *least <= 0.0 && *most >= 0.0;
        if !ranges.iter().any(holds_zero) {
            return;
        }
        let spot = self.span(divisor);
        if ranges.iter().all(is_zero) {
            return self.say(spot, NumberFault::DividedByZero);
        }
        let divisor = self.text(divisor).unwrap_or_else(|| "…".to_owned());
        self.say(spot, NumberFault::MayBeZero { divisor });
    }

    /// What there is to say of a calculation that has no result where the other side is beyond a limit.
    fn beyond(&self, limit: Option<f64>, other: &Expr) -> Option<NumberFault> {
        let limit = limit.filter(|limit| *limit < LARGE)?;
        let ranges = self.numbers(other);
        let inside = |(least, most): &Range| *least >= -limit && *most <= limit;
        if ranges.is_some_and(|ranges| ranges.iter().all(inside)) {
            return None;
        }
        let other = self.text(other).unwrap_or_else(|| "…".to_owned());
        let limit = format!("{limit}");
        Some(NumberFault::MayBeTooLarge { other, limit })
    }
}

/// A number that a script writes, or calculates from such.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Number {
    Whole(INT),
    Decimal(f64),
}

impl Number {
    /// The number that an expression always is; none where it varies or has no result.
    pub(super) fn of(expr: &Expr) -> Option<Number> {
        match expr {
            Expr::IntegerConstant(value, _) => Some(Number::Whole(*value)),
            Expr::FloatConstant(value, _) => Some(Number::Decimal(**value)),
            Expr::FnCall(call, _) => match (call.op_token.as_ref()?, call.args.as_slice()) {
                (Token::UnaryMinus | Token::Minus, [only]) => match Number::of(only)? {
                    Number::Whole(value) => value.checked_neg().map(Number::Whole),
                    Number::Decimal(value) => Some(Number::Decimal(-value)),
                },
                (token, [left, right]) => Number::of(left)?.with(token, Number::of(right)?),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn decimal(self) -> f64 {
        match self {
            Number::Whole(value) => value as f64,
            Number::Decimal(value) => value,
        }
    }

    /// The result of an operator, as the engine calculates it; none where there is none.
    fn with(self, token: &Token, other: Number) -> Option<Number> {
        if let (Number::Whole(left), Number::Whole(right)) = (self, other) {
            let result = match token {
                Token::Plus => left.checked_add(right),
                Token::Minus => left.checked_sub(right),
                Token::Multiply => left.checked_mul(right),
                Token::Divide => left.checked_div(right),
                Token::Modulo => left.checked_rem(right),
                Token::PowerOf => left.checked_pow(u32::try_from(right).ok()?),
                _ => None,
            };
            return result.map(Number::Whole);
        }
        let (left, right) = (self.decimal(), other.decimal());
        let result = match token {
            Token::Plus => left + right,
            Token::Minus => left - right,
            Token::Multiply => left * right,
            Token::Divide => left / right,
            Token::Modulo => left % right,
            Token::PowerOf => left.powf(right),
            _ => return None,
        };
        result.is_finite().then_some(Number::Decimal(result))
    }

    /// How large the other side of a sum, difference or product can be; none for other operators, and
    /// where the other side can be any number. `whole`: both sides are whole numbers.
    fn largest_other(self, token: &Token, whole: bool) -> Option<f64> {
        match (token, self) {
            (Token::Plus | Token::Minus, Number::Whole(value)) if whole => {
                Some(INT::MAX.saturating_sub_unsigned(value.unsigned_abs()) as f64)
            }
            (Token::Multiply, Number::Whole(value)) if whole => INT::MAX
                .checked_div(value.checked_abs()?)
                .map(|own| own as f64),
            (Token::Multiply, number) if number.decimal().abs() > 1.0 => {
                Some((f64::MAX / number.decimal().abs()).floor())
            }
            _ => None,
        }
    }

    /// How large an exponent to this base can be.
    fn largest_exponent(self, token: &Token, whole: bool) -> Option<f64> {
        let base = self.decimal().abs();
        if *token != Token::PowerOf || base <= 1.0 {
            return None;
        }
        let (most, own) = match whole {
            true => (INT::MAX as f64, self),
            false => (f64::MAX, Number::Decimal(self.decimal())),
        };
        let limit = (most.ln() / base.ln()).floor();
        // 2 to the power of 63 is one more than the largest whole number.
        let is_result = own.with(token, Number::Whole(limit as INT)).is_some();
        Some(if is_result { limit } else { limit - 1.0 })
    }

    /// How large a base with this exponent can be.
    fn largest_base(self, token: &Token, whole: bool) -> Option<f64> {
        let most = if whole { INT::MAX as f64 } else { f64::MAX };
        let exponent = self.decimal();
        (*token == Token::PowerOf && exponent > 1.0).then(|| most.powf(1.0 / exponent).floor())
    }
}
