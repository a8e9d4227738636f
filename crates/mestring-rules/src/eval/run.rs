//! Running a program on one record. Nothing is allocated; the answer borrows nothing.

use mestring_model::Fact;
use mestring_model::facts::FactValue;

use super::node::{Comparison, Constant, Node, OneOf, Switch};
use super::value::Value;
use super::{SLOTS, answer};
use crate::record::bit;
use crate::sandbox::TEXT_BYTES;
use crate::script::{Outcome, Ran};

/// Why a node has no value.
#[derive(Debug, Clone, Copy)]
enum Halt {
    /// A fact is not known.
    Missing(u8),
    /// `return` was met; the value is in [`Run::returned`].
    Returned,
    /// The interpreter must be asked.
    Bail,
}

struct Run<'a> {
    facts: &'a [Fact<FactValue>],
    parameters: &'a [FactValue],
    slots: [Value<'a>; SLOTS],
    returned: Value<'a>,
    ran: Ran,
}

/// Runs a program; none where it bails.
pub(super) fn ask<'a>(
    program: &'a Node,
    facts: &'a [Fact<FactValue>],
    parameters: &'a [FactValue],
) -> Option<(Outcome, Ran)> {
    let mut run = Run {
        facts,
        parameters,
        slots: [Value::Unit; SLOTS],
        returned: Value::Unit,
        ran: Ran::default(),
    };
    let value = match run.value(program) {
        Ok(value) => value,
        Err(Halt::Returned) => run.returned,
        Err(Halt::Missing(fact)) => return Some((Outcome::Missing(fact.into()), run.ran)),
        Err(Halt::Bail) => return None,
    };
    Some((Outcome::Answered(answer(value)?), run.ran))
}

impl<'a> Run<'a> {
    fn value(&mut self, node: &'a Node) -> Result<Value<'a>, Halt> {
        match node {
            Node::Constant(own) => Ok(own.into()),
            Node::Parameter(place) => {
                let value = self.parameters.get(*place).and_then(Value::read);
                value.ok_or(Halt::Bail)
            }
            Node::Fact(fact) => match self.read(*fact) {
                Some(value) => Value::read(value).ok_or(Halt::Bail),
                None => Err(Halt::Missing(*fact as u8)),
            },
            Node::Assumed { fact, site } => match self.read(*fact) {
                Some(value) => Value::read(value).ok_or(Halt::Bail),
                None => {
                    self.ran.assumed |= bit(*site);
                    Ok(Value::Unit)
                }
            },
            Node::Local(slot) => self.slots.get(*slot).copied().ok_or(Halt::Bail),
            Node::Block(nodes) => {
                let mut last = Value::Unit;
                for node in nodes {
                    last = self.value(node)?;
                }
                Ok(last)
            }
            Node::Set { slot, value } => {
                let value = self.value(value)?;
                self.set(*slot, value)
            }
            Node::Change {
                slot,
                operator,
                value,
            } => {
                let value = self.value(value)?;
                let own = self.slots.get(*slot).copied().ok_or(Halt::Bail)?;
                let changed = Value::calculate(*operator, own, value).ok_or(Halt::Bail)?;
                self.set(*slot, changed)
            }
            Node::If(own) => {
                if self.holds(&own.condition)? {
                    self.value(&own.then)
                } else {
                    self.value(&own.otherwise)
                }
            }
            Node::Switch(own) => self.switch(own),
            Node::Return(own) => {
                self.returned = self.value(own)?;
                Err(Halt::Returned)
            }
            Node::Helper(body) => match self.value(body) {
                Err(Halt::Returned) => Ok(self.returned),
                other => other,
            },
            Node::Coalesce(parts) => {
                let mut value = Value::Unit;
                for part in parts {
                    value = self.value(part)?;
                    if !matches!(value, Value::Unit) {
                        break;
                    }
                }
                Ok(value)
            }
            Node::Calculate(operator, sides) => {
                let left = self.value(&sides.0)?;
                let right = self.value(&sides.1)?;
                Value::calculate(*operator, left, right).ok_or(Halt::Bail)
            }
            Node::Call(function, own) => {
                let own = self.value(own)?;
                Value::call(*function, own).ok_or(Halt::Bail)
            }
            Node::CallTwo(function, both) => {
                let one = self.value(&both.0)?;
                let other = self.value(&both.1)?;
                Value::call_two(*function, one, other).ok_or(Halt::Bail)
            }
            Node::Known(_)
            | Node::All(_)
            | Node::Any(_)
            | Node::Not(_)
            | Node::Compare(..)
            | Node::OneOf(_)
            | Node::Within(_) => self.holds(node).map(Value::Bool),
        }
    }

    /// What is yes or no; anything else bails.
    fn holds(&mut self, node: &'a Node) -> Result<bool, Halt> {
        match node {
            Node::Known(fact) => Ok(self.read(*fact).is_some()),
            Node::All(parts) => {
                for part in parts {
                    if !self.holds(part)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Node::Any(parts) => {
                for part in parts {
                    if self.holds(part)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Node::Not(own) => self.holds(own).map(|yes| !yes),
            Node::Compare(comparison, sides) => {
                let left = self.value(&sides.0)?;
                let right = self.value(&sides.1)?;
                Value::compare(*comparison, left, right).ok_or(Halt::Bail)
            }
            Node::OneOf(own) => self.one_of(own),
            Node::Within(own) => {
                let (least, most) = (self.value(&own.least)?, self.value(&own.most)?);
                match (least, most, self.value(&own.item)?) {
                    (Value::Int(least), Value::Int(most), Value::Int(item)) => {
                        Ok(least <= item && (item < most || own.inclusive && item == most))
                    }
                    _ => Err(Halt::Bail),
                }
            }
            other => match self.value(other)? {
                Value::Bool(yes) => Ok(yes),
                _ => Err(Halt::Bail),
            },
        }
    }

    fn read(&mut self, fact: usize) -> Option<&'a FactValue> {
        self.ran.read |= bit(fact);
        self.facts.get(fact).and_then(Fact::known)
    }

    fn set(&mut self, slot: usize, value: Value<'a>) -> Result<Value<'a>, Halt> {
        *self.slots.get_mut(slot).ok_or(Halt::Bail)? = value;
        Ok(Value::Unit)
    }

    fn switch(&mut self, switch: &'a Switch) -> Result<Value<'a>, Halt> {
        let subject = self.value(&switch.subject)?;
        let same = |own: &Constant| match (subject, Value::from(own)) {
            (Value::Text(one), Value::Text(other)) => one == other,
            (Value::Int(one), Value::Int(other)) => one == other,
            (Value::Bool(one), Value::Bool(other)) => one == other,
            _ => false,
        };
        if !matches!(subject, Value::Text(_) | Value::Int(_) | Value::Bool(_)) {
            return Err(Halt::Bail);
        }
        let by_value = switch.values.iter().find(|(own, _)| same(own));
        for arm in by_value
            .map(|(_, arms)| arms.as_slice())
            .unwrap_or_default()
        {
            if let Some(value) = self.arm(switch, *arm)? {
                return Ok(value);
            }
        }
        if let Value::Int(number) = subject {
            for (least, most, arm) in &switch.ranges {
                if (*least..=*most).contains(&number)
                    && let Some(value) = self.arm(switch, *arm)?
                {
                    return Ok(value);
                }
            }
        }
        match switch.default.and_then(|arm| switch.arms.get(arm)) {
            Some(arm) => self.value(&arm.value),
            None => Ok(Value::Unit),
        }
    }

    /// The value of an arm; none where its guard says no.
    fn arm(&mut self, switch: &'a Switch, at: usize) -> Result<Option<Value<'a>>, Halt> {
        let arm = switch.arms.get(at).ok_or(Halt::Bail)?;
        let taken = match &arm.guard {
            Some(guard) => self.holds(guard)?,
            None => true,
        };
        if !taken {
            return Ok(None);
        }
        self.value(&arm.value).map(Some)
    }

    fn one_of(&mut self, own: &'a OneOf) -> Result<bool, Halt> {
        let mut bytes = 0;
        for (at, item) in own.items.iter().enumerate() {
            let value = self.value(item)?;
            match value {
                Value::Text(text) => bytes += text.len(),
                Value::Bool(_) | Value::Int(_) | Value::Number(_) => {}
                Value::Unit | Value::Texts(_) | Value::List(_) => return Err(Halt::Bail),
            }
            self.set(own.slot + at, value)?;
        }
        let item = self.value(&own.item)?;
        if bytes > TEXT_BYTES {
            return Err(Halt::Bail);
        }
        for at in 0..own.items.len() {
            let one = self.slots.get(own.slot + at).copied().ok_or(Halt::Bail)?;
            if Value::compare(Comparison::Equal, one, item).ok_or(Halt::Bail)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
