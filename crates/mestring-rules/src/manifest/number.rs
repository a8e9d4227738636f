//! `[number.CRITERION]`: how people read the numbers that a criterion answers.

use std::collections::BTreeSet;

use mestring_model::facts::Judged;
use mestring_model::{Answer, Verdict};

use super::{Reading, Title, wire};
use crate::complaint::{Among, Complaint, PackFault};
use crate::kind::Kind;

/// How people read the numbers that a criterion answers.
///
/// ```toml
/// [number.deadline]
/// unit = "days"      # one of the units of facts
/// negated = true     # the rule answers -144 where people read 144 days
///
/// # What people read where the rule answers although this fact is not known.
/// [number.deadline.without.days_to_deadline]
/// en = "no deadline is stated, so it comes after all that have one"
/// nb = "ingen frist er oppgitt, så den kommer etter alle som har frist"
/// nn = "ingen frist er oppgitt, så ho kjem etter alle som har frist"
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Number {
    /// The unit of the number, one that facts have; none for a bare number.
    pub unit: Option<String>,
    /// People read the number with its sign turned, since the rule turned it to put the least first.
    pub negated: bool,
    /// By the name of a fact: what people read instead of the number that the rule answers where
    /// that fact is not known.
    pub without: Vec<(String, Title)>,
}

/// A number as people read it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Measure<'a> {
    /// These words, in the place of a number.
    Words(&'a Title),
    /// This number, in the unit that its criterion declares.
    Amount(f64),
}

impl Number {
    /// What people read of a verdict; none where it is no number.
    pub fn read(&self, verdict: &Verdict) -> Option<Measure<'_>> {
        let Answer::Number(number) = verdict.answer else {
            return None;
        };
        let silent = |fact: &str| {
            let mut read = verdict.read.iter();
            read.any(|own| own.name == fact && !own.value.is_known())
        };
        let words = self.without.iter().find(|(fact, _)| silent(fact));
        Some(match words {
            Some((_, words)) => Measure::Words(words),
            None if self.negated => Measure::Amount(-number),
            None => Measure::Amount(number),
        })
    }
}

/// The units that facts have, and so the units that texts know.
fn units() -> BTreeSet<&'static str> {
    let facts = Judged::ALL.into_iter().flat_map(Judged::facts);
    facts.filter_map(|fact| fact.unit).collect()
}

impl Reading<'_> {
    /// The words for the numbers of a criterion.
    pub(super) fn number(&mut self, own: &wire::Number, judged: Option<Judged>) -> Number {
        let units = units();
        if let Some(unit) = &own.unit
            && !units.contains(unit.get_ref().as_str())
        {
            let mut among = Among::of(unit.get_ref(), units.iter().copied());
            if among.nearest.is_none() {
                among.all = units.into_iter().map(str::to_owned).collect();
            }
            let fault = PackFault::NoUnit {
                unit: unit.get_ref().clone(),
                among,
            };
            self.at(unit, fault);
        }
        for title in own.without.values() {
            self.filled_title(title);
        }
        for fact in own.without.keys() {
            if let Some(judged) = judged
                && judged.fact(fact.get_ref()).is_none()
            {
                let complaint = Complaint::NoSuchFact {
                    record: judged.code(),
                    name: fact.get_ref().clone(),
                    among: Among::of_facts(fact.get_ref(), judged),
                };
                self.at(fact, complaint);
            }
        }
        Number {
            unit: own.unit.as_ref().map(|unit| unit.get_ref().clone()),
            negated: own.negated,
            without: own
                .without
                .iter()
                .map(|(fact, words)| (fact.get_ref().clone(), Title::from(words)))
                .collect(),
        }
    }

    /// Numbers are put into words where they rank runs, and nowhere else.
    pub(super) fn numbers_rank(&mut self, wire: &wire::Pack, kind: Kind) {
        if kind == Kind::Priority {
            return;
        }
        for key in wire.number.keys() {
            let name = key.get_ref().clone();
            self.at(key, PackFault::NumbersElsewhere { name });
        }
    }
}
