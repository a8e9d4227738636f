//! Values while a program runs, and what Rhai does with them, to the bit.
//!
//! Every rule here is that of Rhai 1.27 in its checked build; where Rhai has an error, or does
//! something that no accepted rule can ask for, there is none, and the program bails.

use std::sync::Arc;

use mestring_model::facts::FactValue;

use super::node::{Comparison, Constant, Function, FunctionOfTwo, Operator};
use crate::sandbox::{LIST_ITEMS, TEXT_BYTES};

/// A value; texts and lists are borrowed from the record, the parameters or the program.
#[derive(Debug, Clone, Copy)]
pub(super) enum Value<'a> {
    Unit,
    Bool(bool),
    Int(i64),
    Number(f64),
    Text(&'a Arc<str>),
    Texts(&'a Arc<[Arc<str>]>),
    /// A list of anything but texts.
    List(&'a Vec<Constant>),
}

impl<'a> From<&'a Constant> for Value<'a> {
    fn from(constant: &'a Constant) -> Self {
        match constant {
            Constant::Bool(yes) => Value::Bool(*yes),
            Constant::Int(number) => Value::Int(*number),
            Constant::Number(number) => Value::Number(*number),
            Constant::Text(text) => Value::Text(text),
            Constant::Texts(texts) => Value::Texts(texts),
            Constant::List(items) => Value::List(items),
        }
    }
}

impl<'a> Value<'a> {
    /// What a script reads of a record or of a parameter; none where it is larger than a rule may
    /// handle.
    pub fn read(value: &'a FactValue) -> Option<Self> {
        Some(match value {
            FactValue::Bool(yes) => Value::Bool(*yes),
            FactValue::Int(number) => Value::Int(*number),
            FactValue::Number(number) => Value::Number(*number),
            FactValue::Text(text) if text.len() <= TEXT_BYTES => Value::Text(text),
            FactValue::List(texts) if fits(texts) => Value::Texts(texts),
            FactValue::Text(_) | FactValue::List(_) => return None,
        })
    }

    pub fn compare(comparison: Comparison, left: Value, right: Value) -> Option<bool> {
        use Comparison as C;
        let ordered = |order: std::cmp::Ordering| match comparison {
            C::Equal => order.is_eq(),
            C::NotEqual => order.is_ne(),
            C::Less => order.is_lt(),
            C::LessOrEqual => order.is_le(),
            C::Greater => order.is_gt(),
            C::GreaterOrEqual => order.is_ge(),
        };
        Some(match (left, right) {
            (Value::Int(left), Value::Int(right)) => ordered(left.cmp(&right)),
            (Value::Number(left), Value::Number(right)) => near(comparison, left, right),
            (Value::Int(left), Value::Number(right)) => near(comparison, left as f64, right),
            (Value::Number(left), Value::Int(right)) => near(comparison, left, right as f64),
            (Value::Bool(left), Value::Bool(right)) => ordered(left.cmp(&right)),
            (Value::Text(left), Value::Text(right)) => match comparison {
                C::Equal => left == right,
                C::NotEqual => left != right,
                _ => ordered(left.cmp(right)),
            },
            _ => return None,
        })
    }

    pub fn calculate(operator: Operator, left: Value, right: Value) -> Option<Value<'static>> {
        match (left, right) {
            (Value::Int(left), Value::Int(right)) => whole(operator, left, right).map(Value::Int),
            (Value::Number(left), Value::Number(right)) => decimal(operator, left, right),
            (Value::Int(left), Value::Number(right)) => decimal(operator, left as f64, right),
            (Value::Number(left), Value::Int(right)) => decimal(operator, left, right as f64),
            _ => None,
        }
    }

    pub fn call(function: Function, value: Value) -> Option<Value<'static>> {
        use Function as F;
        Some(match (function, value) {
            (F::Negate, Value::Int(number)) => Value::Int(number.checked_neg()?),
            (F::Negate, Value::Number(number)) => Value::Number(-number),
            (F::Plus | F::ToInt, Value::Int(number)) => Value::Int(number),
            (F::Plus | F::ToFloat, Value::Number(number)) => Value::Number(number),
            (F::Abs, Value::Int(number)) => Value::Int(number.checked_abs()?),
            (F::Abs, Value::Number(number)) => Value::Number(number.abs()),
            (F::Floor, Value::Number(number)) => Value::Number(number.floor()),
            (F::Ceiling, Value::Number(number)) => Value::Number(number.ceil()),
            (F::Round, Value::Number(number)) => Value::Number(number.round()),
            (F::ToFloat, Value::Int(number)) => Value::Number(number as f64),
            (F::ToInt, Value::Number(number)) => {
                if number > i64::MAX as f64 || number < i64::MIN as f64 {
                    return None;
                }
                Value::Int(number.trunc() as i64)
            }
            (F::Len, Value::Text(text)) => Value::Int(text.chars().count() as i64),
            (F::Len, Value::Texts(texts)) => Value::Int(texts.len() as i64),
            (F::Len, Value::List(items)) => Value::Int(items.len() as i64),
            (F::IsEmpty, Value::Text(text)) => Value::Bool(text.is_empty()),
            (F::IsEmpty, Value::Texts(texts)) => Value::Bool(texts.is_empty()),
            (F::IsEmpty, Value::List(items)) => Value::Bool(items.is_empty()),
            _ => return None,
        })
    }

    pub fn call_two(function: FunctionOfTwo, one: Value, other: Value) -> Option<Value<'static>> {
        use FunctionOfTwo as F;
        Some(match (function, one, other) {
            (F::Min, Value::Int(one), Value::Int(other)) => Value::Int(one.min(other)),
            (F::Max, Value::Int(one), Value::Int(other)) => Value::Int(one.max(other)),
            (F::Min | F::Max, one, other) => {
                let (one, other) = (one.number()?, other.number()?);
                // Not `f64::min`, which knows NaN and the sign of zero otherwise.
                let first = match function {
                    F::Min => one <= other,
                    _ => one >= other,
                };
                Value::Number(if first { one } else { other })
            }
            (F::Contains, whole, item) => Value::Bool(contains(whole, item)?),
            (F::StartsWith, Value::Text(text), Value::Text(start)) => {
                Value::Bool(text.starts_with(&**start))
            }
            (F::EndsWith, Value::Text(text), Value::Text(end)) => {
                Value::Bool(text.ends_with(&**end))
            }
            _ => return None,
        })
    }

    fn number(self) -> Option<f64> {
        match self {
            Value::Int(number) => Some(number as f64),
            Value::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// Whether something is an item of a list, or a text part of another.
fn contains(whole: Value, item: Value) -> Option<bool> {
    match (whole, item) {
        (Value::Texts(texts), Value::Text(item)) => Some(texts.contains(item)),
        (Value::Text(whole), Value::Text(part)) => Some(whole.contains(&**part)),
        (Value::List(items), item) => {
            for own in items {
                if Value::compare(Comparison::Equal, own.into(), item)? {
                    return Some(true);
                }
            }
            Some(false)
        }
        _ => None,
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

fn decimal(operator: Operator, left: f64, right: f64) -> Option<Value<'static>> {
    Some(Value::Number(match operator {
        Operator::Add => left + right,
        Operator::Subtract => left - right,
        Operator::Multiply => left * right,
        Operator::Divide => left / right,
        Operator::Remainder => left % right,
        Operator::Power => left.powf(right),
    }))
}

/// True where a list is no larger than a rule may handle.
fn fits(texts: &[Arc<str>]) -> bool {
    let bytes = texts.iter().map(|text| text.len()).sum::<usize>();
    texts.len() <= LIST_ITEMS && bytes <= TEXT_BYTES
}
