//! Facts that may not be known: `known(…)`, `??`, and reading.

use rhai::{ASTFlags, Expr, FnCallExpr};

use super::Walk;
use super::flow::{Flow, Known};
use super::span::Spot;
use super::types::Type;
use crate::complaint::Complaint;
use crate::record::{BITS, Reading};
use crate::source::At;

impl Walk<'_> {
    /// Notes a place where a fact is read: behind it, the fact is known.
    pub(super) fn read(&mut self, name: &str, at: At) -> Type {
        let Some(fact) = self.fact(name, at) else {
            return Type::Any;
        };
        if self.flow.unknown.contains_key(&fact) && !self.flow.over {
            let name = name.to_owned();
            self.say(at, Complaint::ReadUnknown { name });
        }
        self.flow.read(fact, at.line);
        self.fact_type(fact)
    }

    fn fact_type(&self, fact: usize) -> Type {
        let declared = self.judged.facts().get(fact);
        declared.map_or(Type::Any, |decl| Type::of_fact(decl.kind))
    }

    /// Notes a place where a fact may be unknown.
    fn optional(&mut self, fact: usize, at: At, ask: bool) {
        if self.reads.optional.contains_key(&at) {
            return;
        }
        let reading = if ask {
            Reading::Ask
        } else {
            let site = self.reads.sites.len();
            if site >= BITS {
                return self.say(at, Complaint::TooManyAssumed { limit: BITS });
            }
            let fallback = self.tokens.fallback(&self.source, at);
            self.reads.sites.push((fact, fallback.into()));
            Reading::Assume(site)
        };
        self.reads.optional.insert(at, (fact, reading));
    }

    pub(super) fn known(&mut self, call: &FnCallExpr, spot: Spot) -> Type {
        let record = self.record();
        let asked = match call.args.as_slice() {
            [argument] => self.plain_fact(argument),
            _ => None,
        };
        match asked {
            Some((name, at)) => {
                if let Some(fact) = self.fact(&name, at) {
                    self.optional(fact, at, true);
                }
            }
            None => self.say(spot, Complaint::KnownOfOther { record }),
        }
        Type::Bool
    }

    /// `run.sessions ?? 6`: every part but the last is a fact.
    pub(super) fn coalesce(&mut self, parts: &[Expr]) -> Type {
        let mut all = Type::Never;
        let mut known = Flow {
            over: true,
            ..Flow::default()
        };
        for (index, part) in parts.iter().enumerate() {
            let kind = match self.plain_fact(part) {
                _ if index + 1 == parts.len() => self.value(part),
                Some((name, at)) => self.assumed(&name, at, &mut known),
                None => {
                    let record = self.record();
                    let spot = self.span(part);
                    self.say(spot, Complaint::AssumedOfOther { record });
                    self.value(part)
                }
            };
            let (fact, given) = (all.sort(), kind.sort());
            if all.mixes(&kind) {
                let spot = self.span(part);
                self.say(spot, Complaint::MixedNumbers);
            }
            all = all.join(kind).unwrap_or_else(|| {
                let spot = self.span(part);
                self.say(spot, Complaint::WrongDefault { fact, given });
                Type::Any
            });
        }
        self.flow = std::mem::take(&mut self.flow).join(known);
        if let Type::Text(texts) = &all {
            self.foreign_words(texts, texts);
        }
        all
    }

    /// A fact left of `??`: behind it the flow is that of a fact which is not known.
    fn assumed(&mut self, name: &str, at: At, known: &mut Flow) -> Type {
        let Some(fact) = self.fact(name, at) else {
            return Type::Any;
        };
        self.optional(fact, at, false);
        if self.flow.known.contains_key(&fact) && !self.flow.over {
            let name = name.to_owned();
            self.say(at, Complaint::NeverAssumed { name });
        }
        let mut with = self.flow.clone();
        with.unknown.remove(&fact);
        with.known.entry(fact).or_insert((Known::Asked, at.line));
        *known = std::mem::take(known).join(with);
        if self.flow.known.remove(&fact).is_none() {
            self.flow.unknown.insert(fact, ((), at.line));
        }
        self.fact_type(fact)
    }

    /// The fact's name and place where the expression is a fact and nothing more.
    pub(super) fn plain_fact(&self, expr: &Expr) -> Option<(String, At)> {
        let Expr::Dot(parts, flags, _) = expr else {
            return None;
        };
        match (&parts.lhs, &parts.rhs) {
            (Expr::Variable(variable, ..), Expr::Property(property, place))
                if variable.1.as_str() == self.record() && !flags.intersects(ASTFlags::NEGATED) =>
            {
                Some((property.2.to_string(), (*place).into()))
            }
            _ => None,
        }
    }
}
