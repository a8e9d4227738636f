//! Values while a program runs, and what Rhai does with numbers, to the bit.
//!
//! Every rule here is that of Rhai 1.27 in its checked build; where Rhai has an error, or does
//! something that no accepted rule can ask for, there is no value, and the program bails.

use super::node::{Comparison, Function, FunctionOfTwo, Operator};

/// A value in two registers: a kind and eight bytes. Texts and lists are named by their place, since
/// a reference would not fit beside a number; [`super::view`] looks at them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Value {
    pub kind: Kind,
    bits: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Unit,
    Bool,
    Int,
    Number,
    /// A text or list: of the record, by the fact's place.
    OfFact,
    /// Of the parameters, by the place in the manifest.
    OfParameter,
    /// Of the program, by the place in its table.
    Written,
}

impl Value {
    pub const UNIT: Value = Value {
        kind: Kind::Unit,
        bits: 0,
    };

    pub fn bool(yes: bool) -> Value {
        Value {
            kind: Kind::Bool,
            bits: yes.into(),
        }
    }

    pub fn int(number: i64) -> Value {
        Value {
            kind: Kind::Int,
            bits: number.cast_unsigned(),
        }
    }

    pub fn number(number: f64) -> Value {
        Value {
            kind: Kind::Number,
            bits: number.to_bits(),
        }
    }

    /// A text or list by its place.
    pub fn at(kind: Kind, place: usize) -> Value {
        Value {
            kind,
            bits: place as u64,
        }
    }

    pub fn place(self) -> usize {
        self.bits as usize
    }

    pub fn as_bool(self) -> Option<bool> {
        (self.kind == Kind::Bool).then_some(self.bits != 0)
    }

    pub fn as_int(self) -> Option<i64> {
        (self.kind == Kind::Int).then_some(self.bits.cast_signed())
    }

    /// A number of either kind.
    pub fn as_number(self) -> Option<f64> {
        match self.kind {
            Kind::Int => Some(self.bits.cast_signed() as f64),
            Kind::Number => Some(f64::from_bits(self.bits)),
            _ => None,
        }
    }

    /// Compares two numbers; none for anything else.
    pub fn compare(comparison: Comparison, left: Value, right: Value) -> Option<bool> {
        if let (Some(left), Some(right)) = (left.as_int(), right.as_int()) {
            return Some(comparison.holds(left.cmp(&right)));
        }
        Some(near(comparison, left.as_number()?, right.as_number()?))
    }

    pub fn calculate(operator: Operator, left: Value, right: Value) -> Option<Value> {
        if let (Some(left), Some(right)) = (left.as_int(), right.as_int()) {
            return whole(operator, left, right).map(Value::int);
        }
        let (left, right) = (left.as_number()?, right.as_number()?);
        Some(Value::number(match operator {
            Operator::Add => left + right,
            Operator::Subtract => left - right,
            Operator::Multiply => left * right,
            Operator::Divide => left / right,
            Operator::Remainder => left % right,
            Operator::Power => left.powf(right),
        }))
    }

    /// A function of a number; none for anything else.
    pub fn call(self, function: Function) -> Option<Value> {
        use Function as F;
        if let Some(number) = self.as_int() {
            return Some(match function {
                F::Negate => Value::int(number.checked_neg()?),
                F::Abs => Value::int(number.checked_abs()?),
                F::Plus | F::ToInt => self,
                F::ToFloat => Value::number(number as f64),
                F::Floor | F::Ceiling | F::Round | F::Len | F::IsEmpty => return None,
            });
        }
        let number = self.as_number()?;
        Some(match function {
            F::Negate => Value::number(-number),
            F::Abs => Value::number(number.abs()),
            F::Plus | F::ToFloat => self,
            F::Floor => Value::number(number.floor()),
            F::Ceiling => Value::number(number.ceil()),
            F::Round => Value::number(number.round()),
            F::ToInt if number > i64::MAX as f64 || number < i64::MIN as f64 => return None,
            F::ToInt => Value::int(number.trunc() as i64),
            F::Len | F::IsEmpty => return None,
        })
    }

    /// The lesser or the greater of two numbers; none for anything else.
    pub fn chosen(function: FunctionOfTwo, one: Value, other: Value) -> Option<Value> {
        let greater = match function {
            FunctionOfTwo::Min => false,
            FunctionOfTwo::Max => true,
            _ => return None,
        };
        if let (Some(own), Some(other)) = (one.as_int(), other.as_int()) {
            let chosen = if greater {
                own.max(other)
            } else {
                own.min(other)
            };
            return Some(Value::int(chosen));
        }
        let (one, other) = (one.as_number()?, other.as_number()?);
        // Not `f64::min`, which knows NaN and the sign of zero otherwise.
        let first = if greater { one >= other } else { one <= other };
        Some(Value::number(if first { one } else { other }))
    }
}

impl Comparison {
    /// Whether two values in this order compare so.
    pub fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            Comparison::Equal => order.is_eq(),
            Comparison::NotEqual => order.is_ne(),
            Comparison::Less => order.is_lt(),
            Comparison::LessOrEqual => order.is_le(),
            Comparison::Greater => order.is_gt(),
            Comparison::GreaterOrEqual => order.is_ge(),
        }
    }
}

/// Comparison of numbers of which one has decimals: less than a rounding error apart is equal.
///
/// Without zero times NaN, where Rhai divides by nothing, the scale is never zero.
fn near(comparison: Comparison, left: f64, right: f64) -> bool {
    use Comparison as C;
    let scale = if left * right == 0.0 {
        1.0
    } else {
        left.abs().max(right.abs())
    };
    if scale == 0.0 {
        return matches!(comparison, C::Equal | C::LessOrEqual | C::GreaterOrEqual);
    }
    match comparison {
        C::Equal => (left - right).abs() / scale <= f64::EPSILON,
        C::NotEqual => (left - right).abs() / scale > f64::EPSILON,
        C::Greater => (left - right) / scale > f64::EPSILON,
        C::GreaterOrEqual => (left - right) / scale > -f64::EPSILON,
        C::Less => (right - left) / scale > f64::EPSILON,
        C::LessOrEqual => (right - left) / scale > -f64::EPSILON,
    }
}

fn whole(operator: Operator, left: i64, right: i64) -> Option<i64> {
    match operator {
        Operator::Add => left.checked_add(right),
        Operator::Subtract => left.checked_sub(right),
        Operator::Multiply => left.checked_mul(right),
        Operator::Divide => left.checked_div(right),
        Operator::Remainder => left.checked_rem(right),
        Operator::Power => left.checked_pow(u32::try_from(right).ok()?),
    }
}
