//! Texts and lists, looked at where they lie, and what Rhai does with them.

use std::sync::Arc;

use mestring_model::Fact;
use mestring_model::facts::FactValue;

use super::node::{Comparison, Function, FunctionOfTwo, Written};
use super::value::{Kind, Value};
use crate::sandbox::{LIST_ITEMS, TEXT_BYTES};

/// Where the texts and lists of a run lie.
#[derive(Clone, Copy)]
pub(super) struct Places<'a> {
    pub facts: &'a [Fact<FactValue>],
    pub parameters: &'a [FactValue],
    pub written: &'a [Written],
}

/// A text or a list.
#[derive(Clone, Copy)]
pub(super) enum View<'a> {
    Text(&'a Arc<str>),
    Texts(&'a [Arc<str>]),
    /// A list of anything but texts.
    List(&'a [Value]),
}

/// What a script reads of a record or of a parameter; none where it is larger than a rule may
/// handle.
pub(super) fn read(value: &FactValue, kind: Kind, place: usize) -> Option<Value> {
    match value {
        FactValue::Bool(yes) => Some(Value::bool(*yes)),
        FactValue::Int(number) => Some(Value::int(*number)),
        FactValue::Number(number) => Some(Value::number(*number)),
        FactValue::Text(text) => (text.len() <= TEXT_BYTES).then(|| Value::at(kind, place)),
        FactValue::List(texts) => fits(texts).then(|| Value::at(kind, place)),
    }
}

/// True where a list is no larger than a rule may handle.
pub(super) fn fits(texts: &[Arc<str>]) -> bool {
    let bytes = texts.iter().map(|text| text.len()).sum::<usize>();
    texts.len() <= LIST_ITEMS && bytes <= TEXT_BYTES
}

impl<'a> Places<'a> {
    fn view(&self, value: Value) -> Option<View<'a>> {
        let read = match value.kind {
            Kind::OfFact => self.facts.get(value.place())?.known()?,
            Kind::OfParameter => self.parameters.get(value.place())?,
            Kind::Written => {
                return Some(match self.written.get(value.place())? {
                    Written::Text(text) => View::Text(text),
                    Written::Texts(texts) => View::Texts(texts),
                    Written::List(items) => View::List(items),
                });
            }
            Kind::Unit | Kind::Bool | Kind::Int | Kind::Number => return None,
        };
        match read {
            FactValue::Text(text) => Some(View::Text(text)),
            FactValue::List(texts) => Some(View::Texts(texts)),
            FactValue::Bool(_) | FactValue::Int(_) | FactValue::Number(_) => None,
        }
    }

    pub fn text(&self, value: Value) -> Option<&'a Arc<str>> {
        match self.view(value)? {
            View::Text(text) => Some(text),
            View::Texts(_) | View::List(_) => None,
        }
    }

    pub fn compare(&self, comparison: Comparison, left: Value, right: Value) -> Option<bool> {
        if let Some(holds) = Value::compare(comparison, left, right) {
            return Some(holds);
        }
        if let (Some(left), Some(right)) = (left.as_bool(), right.as_bool()) {
            return Some(comparison.holds(left.cmp(&right)));
        }
        let (left, right) = (self.text(left)?, self.text(right)?);
        Some(match comparison {
            Comparison::Equal => left == right,
            Comparison::NotEqual => left != right,
            other => other.holds(left.cmp(right)),
        })
    }

    /// Whether two values are one to `switch`, which knows no tolerance.
    pub fn same(&self, one: Value, other: Value) -> bool {
        match one.kind {
            Kind::Bool | Kind::Int => one == other,
            _ => match (self.text(one), self.text(other)) {
                (Some(one), Some(other)) => one == other,
                _ => false,
            },
        }
    }

    pub fn call(&self, function: Function, value: Value) -> Option<Value> {
        let (len, is_empty) = match (function, value.kind) {
            (Function::Len | Function::IsEmpty, _) => match self.view(value)? {
                View::Text(text) => (text.chars().count(), text.is_empty()),
                View::Texts(texts) => (texts.len(), texts.is_empty()),
                View::List(items) => (items.len(), items.is_empty()),
            },
            _ => return value.call(function),
        };
        Some(match function {
            Function::Len => Value::int(len as i64),
            _ => Value::bool(is_empty),
        })
    }

    pub fn call_two(&self, function: FunctionOfTwo, one: Value, other: Value) -> Option<Value> {
        use FunctionOfTwo as F;
        Some(Value::bool(match function {
            F::Min | F::Max => return Value::chosen(function, one, other),
            F::Contains => self.contains(one, other)?,
            F::StartsWith => self.text(one)?.starts_with(&**self.text(other)?),
            F::EndsWith => self.text(one)?.ends_with(&**self.text(other)?),
        }))
    }

    /// Whether something is an item of a list, or a text part of another.
    pub fn contains(&self, whole: Value, item: Value) -> Option<bool> {
        match self.view(whole)? {
            View::Texts(texts) => Some(texts.contains(self.text(item)?)),
            View::Text(text) => Some(text.contains(&**self.text(item)?)),
            View::List(items) => {
                for own in items {
                    if self.compare(Comparison::Equal, *own, item)? {
                        return Some(true);
                    }
                }
                Some(false)
            }
        }
    }
}
