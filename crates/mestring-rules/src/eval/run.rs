//! Running a program on one record. Nothing is allocated; the answer borrows nothing.

use mestring_model::Fact;
use mestring_model::facts::FactValue;
use mestring_model::verdict::Answer;

use super::node::{Comparison, FunctionOfTwo, Node, OneOf, Switch};
use super::value::{Kind, Value};
use super::view::{Places, read};
use super::{Program, SLOTS};
use crate::reason::{Amount, Log};
use crate::record::bit;
use crate::sandbox::TEXT_BYTES;
use crate::script::{Outcome, Ran};

/// There is no value; [`Run::halt`] says why. Without a size of its own, so that a value or this
/// comes back in registers.
struct Stop;

/// Why there is no value.
#[derive(Debug, Clone, Copy)]
enum Halt {
    /// A fact is not known.
    Missing(usize),
    /// `return` was met with this value.
    Returned(Value),
    /// The interpreter must be asked.
    Bail,
}

struct Run<'a> {
    places: Places<'a>,
    slots: [Value; SLOTS],
    halt: Halt,
    ran: Ran,
    log: &'a mut Log,
}

impl Program {
    /// The answer about a record, or the fact that it lacks; none where the interpreter must be
    /// asked. A program that notes writes at the end of `log`.
    pub fn ask(
        &self,
        facts: &[Fact<FactValue>],
        parameters: &[FactValue],
        log: &mut Log,
    ) -> Option<(Outcome, Ran)> {
        let written = &self.written;
        let mut run = Run {
            places: Places {
                facts,
                parameters,
                written,
            },
            slots: [Value::UNIT; SLOTS],
            halt: Halt::Bail,
            ran: Ran::default(),
            log,
        };
        let value = match (run.value(&self.body), run.halt) {
            (Ok(value), _) | (Err(Stop), Halt::Returned(value)) => value,
            (Err(Stop), Halt::Missing(fact)) => return Some((Outcome::Missing(fact), run.ran)),
            (Err(Stop), Halt::Bail) => return None,
        };
        Some((Outcome::Answered(run.answer(value)?), run.ran))
    }
}

impl<'a> Run<'a> {
    /// What a value is as an answer; none for what is no answer.
    fn answer(&self, value: Value) -> Option<Answer> {
        match value.kind {
            Kind::Bool => value.as_bool().map(Answer::Bool),
            Kind::Int | Kind::Number => value.as_number().map(Answer::Number),
            _ => self.places.text(value).cloned().map(Answer::Word),
        }
    }

    fn stop<T>(&mut self, halt: Halt) -> Result<T, Stop> {
        self.halt = halt;
        Err(Stop)
    }

    /// The value, or the end of the program where there is none.
    fn or_bail<T>(&mut self, value: Option<T>) -> Result<T, Stop> {
        match value {
            Some(value) => Ok(value),
            None => self.stop(Halt::Bail),
        }
    }

    fn value(&mut self, node: &'a Node) -> Result<Value, Stop> {
        match node {
            Node::Constant(own) => Ok(*own),
            Node::Parameter(place) => {
                let value = self.places.parameters.get(*place);
                self.or_bail(value.and_then(|own| read(own, Kind::OfParameter, *place)))
            }
            Node::Fact(fact) => match self.read(*fact) {
                Some(value) => self.or_bail(read(value, Kind::OfFact, *fact)),
                None => self.stop(Halt::Missing(*fact)),
            },
            Node::Assumed { fact, site } => match self.read(*fact) {
                Some(value) => self.or_bail(read(value, Kind::OfFact, *fact)),
                None => {
                    self.ran.assumed |= bit(*site);
                    Ok(Value::UNIT)
                }
            },
            Node::Local(slot) => self.local(*slot),
            Node::Block(nodes) => {
                let mut last = Value::UNIT;
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
                let own = self.local(*slot)?;
                let changed = self.or_bail(Value::calculate(*operator, own, value))?;
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
                let value = self.value(own)?;
                self.stop(Halt::Returned(value))
            }
            Node::Helper(body) => match (self.value(body), self.halt) {
                (Err(Stop), Halt::Returned(value)) => Ok(value),
                (other, _) => other,
            },
            Node::Coalesce(parts) => {
                let mut value = Value::UNIT;
                for part in parts {
                    value = self.value(part)?;
                    if value.kind != Kind::Unit {
                        break;
                    }
                }
                Ok(value)
            }
            Node::Calculate(operator, sides) => {
                let left = self.value(&sides.0)?;
                let right = self.value(&sides.1)?;
                self.or_bail(Value::calculate(*operator, left, right))
            }
            Node::Call(function, own) => {
                let own = self.value(own)?;
                self.or_bail(self.places.call(*function, own))
            }
            Node::CallTwo(function, both) => {
                let one = self.value(&both.0)?;
                let other = self.value(&both.1)?;
                self.or_bail(self.places.call_two(*function, one, other))
            }
            Node::Note { site, value } => {
                let value = self.value(value)?;
                let amount = match value.kind {
                    Kind::Int => value.as_int().map(Amount::Whole),
                    Kind::Number => value.as_number().map(Amount::Decimal),
                    _ => None,
                };
                self.log.push((*site, amount));
                Ok(value)
            }
            Node::Known(_)
            | Node::All(_)
            | Node::Any(_)
            | Node::Not(_)
            | Node::Compare(..)
            | Node::OneOf(_)
            | Node::Within(_) => self.holds(node).map(Value::bool),
        }
    }

    /// What is yes or no; anything else bails.
    fn holds(&mut self, node: &'a Node) -> Result<bool, Stop> {
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
                self.or_bail(self.places.compare(*comparison, left, right))
            }
            Node::CallTwo(FunctionOfTwo::Contains, both) => {
                let whole = self.value(&both.0)?;
                let item = self.value(&both.1)?;
                self.or_bail(self.places.contains(whole, item))
            }
            Node::OneOf(own) => self.one_of(own),
            Node::Within(own) => {
                let (least, most) = (self.value(&own.least)?, self.value(&own.most)?);
                let item = self.value(&own.item)?;
                match (least.as_int(), most.as_int(), item.as_int()) {
                    (Some(least), Some(most), Some(item)) => {
                        Ok(least <= item && (item < most || own.inclusive && item == most))
                    }
                    _ => self.stop(Halt::Bail),
                }
            }
            other => {
                let value = self.value(other)?;
                self.or_bail(value.as_bool())
            }
        }
    }

    fn read(&mut self, fact: usize) -> Option<&'a FactValue> {
        self.ran.read |= bit(fact);
        self.places.facts.get(fact).and_then(Fact::known)
    }

    fn local(&mut self, slot: usize) -> Result<Value, Stop> {
        let value = self.slots.get(slot).copied();
        self.or_bail(value)
    }

    fn set(&mut self, slot: usize, value: Value) -> Result<Value, Stop> {
        match self.slots.get_mut(slot) {
            Some(own) => *own = value,
            None => return self.stop(Halt::Bail),
        }
        Ok(Value::UNIT)
    }

    fn switch(&mut self, switch: &'a Switch) -> Result<Value, Stop> {
        let subject = self.value(&switch.subject)?;
        if !matches!(subject.kind, Kind::Bool | Kind::Int) && self.places.text(subject).is_none() {
            return self.stop(Halt::Bail);
        }
        let places = self.places;
        let by_value = switch.values.iter();
        let by_value = by_value
            .filter(|(own, _)| places.same(subject, *own))
            .take(1);
        let by_value = by_value.flat_map(|(_, arms)| arms.iter());
        let number = subject.as_int();
        let by_range = switch.ranges.iter().filter_map(|(least, most, arm)| {
            let inside = (*least..=*most).contains(&number?);
            inside.then_some(arm)
        });
        for arm in by_value.chain(by_range) {
            let Some(arm) = switch.arms.get(*arm) else {
                return self.stop(Halt::Bail);
            };
            let taken = match &arm.guard {
                Some(guard) => self.holds(guard)?,
                None => true,
            };
            if taken {
                return self.value(&arm.value);
            }
        }
        match switch.default.and_then(|arm| switch.arms.get(arm)) {
            Some(arm) => self.value(&arm.value),
            None => Ok(Value::UNIT),
        }
    }

    fn one_of(&mut self, own: &'a OneOf) -> Result<bool, Stop> {
        let mut bytes = 0;
        for (at, item) in own.items.iter().enumerate() {
            let value = self.value(item)?;
            bytes += match value.kind {
                Kind::Bool | Kind::Int | Kind::Number => 0,
                _ => {
                    let text = self.places.text(value);
                    self.or_bail(text)?.len()
                }
            };
            self.set(own.slot + at, value)?;
        }
        let item = self.value(&own.item)?;
        if bytes > TEXT_BYTES {
            return self.stop(Halt::Bail);
        }
        for at in 0..own.items.len() {
            let one = self.local(own.slot + at)?;
            if self.or_bail(self.places.compare(Comparison::Equal, one, item))? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
