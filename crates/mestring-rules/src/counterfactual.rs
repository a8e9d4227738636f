//! What would have to be otherwise: changes of one fact that turn a decision, each tried by judging.
//!
//! Nothing is inferred from the text of a rule but which values are worth trying; whether a value
//! turns the decision is found by running the rules. What is not tried is not claimed: a fact without
//! a change in the result has none among the values that were tried.
//!
//! | fact | values that are tried |
//! |---|---|
//! | yes or no | the other one; both where nobody says |
//! | word of a list | every other word |
//! | list of words | the list with one word more or less, and the other record's list |
//! | number | the numbers that the rules compare it with, and one more and one less; the other record's number likewise; where a rule calculates with it, also 1, 2, 4 … 65,536 more and less; then, in halves, what lies between the nearest that turns the decision and the nearest before it that does not. Decimals are tried in hundredths |
//! | free text | the other record's |
//!
//! Of several values of one fact that turn the decision the least far is reported: for numbers by
//! distance, the lower of two equally far; for the rest the first in the order of the declaration. A
//! number that nobody states is measured from the other record's, else from 0. Facts change in the
//! record that the rules read, one alone, also where the desk would change others with it.

use std::collections::BTreeSet;
use std::sync::Arc;

use mestring_model::Fact;
use mestring_model::facts::{FactDecl, FactRow, FactType, FactValue};
use mestring_model::verdict::Verdict;

use crate::bench::{Bench, Judgement};
use crate::completion::marks;
use crate::criterion::Criterion;
use crate::error::RuleError;

/// How far a number that is calculated with is moved at most.
const FARTHEST: u32 = 16;
/// Decimals are tried in this many parts of a whole.
const PARTS: f64 = 100.0;

/// A change of one fact that turns a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct FactChange {
    /// The fact's declared name.
    pub fact: &'static str,
    /// What is known of it now.
    pub from: Fact<FactValue>,
    /// What it would have to be.
    pub to: FactValue,
    /// What the rules then answer.
    pub verdicts: Judgement,
}

/// What was found by trying.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Changes {
    /// The least change of each fact that has one, in the declared order of the facts.
    pub changes: Vec<FactChange>,
    /// The facts that were tried: those that the rules can read.
    pub facts: Vec<&'static str>,
    /// How many values were tried over all facts.
    pub tried: usize,
}

impl Bench {
    /// The least change of each fact after which a record's verdicts are as wanted. `other` is the
    /// record that it is held against; `wanted` sees the changed record and its verdicts.
    ///
    /// # Errors
    /// A record of another kind. A value for which a rule stops is tried and not wanted.
    pub fn changes(
        &self,
        row: &FactRow,
        other: &FactRow,
        wanted: impl Fn(&FactRow, &[Verdict]) -> bool,
    ) -> Result<Changes, RuleError> {
        self.fits(row)?;
        self.fits(other)?;
        let mut found = Changes::default();
        for (place, decl) in self.readable() {
            let (Some(from), Some(there)) = (row.values().get(place), other.values().get(place))
            else {
                continue;
            };
            let mut search = Search {
                bench: self,
                row,
                decl,
                from,
                wanted: &wanted,
                tried: 0,
            };
            let change = match decl.kind {
                FactType::Int | FactType::Number => search.number(place, there),
                _ => search.first(values(decl, from, there)),
            };
            found.tried += search.tried;
            found.facts.push(decl.name);
            found.changes.extend(change);
        }
        Ok(found)
    }

    /// The facts that the rules can read, in the declared order.
    fn readable(&self) -> Vec<(usize, &'static FactDecl)> {
        let criteria = self.pack().criteria().iter();
        let places: BTreeSet<usize> = criteria.flat_map(Criterion::fact_places).collect();
        let declared = self.judged().facts().iter().enumerate();
        declared
            .filter(|(place, _)| places.contains(place))
            .collect()
    }

    /// The numbers that the rules compare a fact with, and whether a rule does more with it.
    fn marks(&self, place: usize, row: &FactRow) -> (Vec<f64>, bool) {
        let mut all = Vec::new();
        let mut calculated = false;
        for criterion in self.pack().criteria() {
            let Some(script) = criterion.script() else {
                calculated = true;
                continue;
            };
            if !script.fact_places().any(|own| own == place) {
                continue;
            }
            match script.domains().around(place) {
                Some(compared) => all.extend(marks(compared, row, self.parameters())),
                None => calculated = true,
            }
        }
        (all, calculated)
    }
}

/// The search for the least change of one fact.
struct Search<'a> {
    bench: &'a Bench,
    row: &'a FactRow,
    decl: &'static FactDecl,
    from: &'a Fact<FactValue>,
    wanted: &'a dyn Fn(&FactRow, &[Verdict]) -> bool,
    tried: usize,
}

impl Search<'_> {
    /// Tries a value: the change to it, if it turns the decision.
    fn turns(&mut self, to: FactValue) -> Option<FactChange> {
        let mut row = self.row.clone();
        row.set(self.decl.name, Fact::Known(to.clone())).ok()?;
        self.tried += 1;
        let verdicts = self.bench.judge(&row).ok()?;
        (self.wanted)(&row, &verdicts).then(|| FactChange {
            fact: self.decl.name,
            from: self.from.clone(),
            to,
            verdicts,
        })
    }

    fn first(&mut self, values: Vec<FactValue>) -> Option<FactChange> {
        values.into_iter().find_map(|value| self.turns(value))
    }

    /// The least change of a number.
    fn number(&mut self, place: usize, other: &Fact<FactValue>) -> Option<FactChange> {
        let steps = Steps::of(self.decl);
        let there = other.known().and_then(|value| steps.at(value));
        let here = self.from.known().and_then(|value| steps.at(value));
        let base = here.or(there).unwrap_or(0);
        let (marks, calculated) = self.bench.marks(place, self.row);
        let mut around: BTreeSet<i64> = BTreeSet::new();
        for mark in marks {
            let low = steps.floor(mark).saturating_sub(1);
            around.extend(low..=steps.floor(mark).saturating_add(2));
        }
        let near = |at: i64| at.saturating_sub(1)..=at.saturating_add(1);
        around.extend(there.into_iter().flat_map(near));
        if here.is_none() {
            around.insert(base);
        }
        if calculated {
            let far = (0..=FARTHEST).map(|power| 1_i64 << power);
            around.extend(far.flat_map(|far| [base.saturating_sub(far), base.saturating_add(far)]));
        }
        around.retain(|at| steps.allows(*at) && Some(*at) != here);
        if here.is_none() && around.remove(&base) {
            // Nothing lies nearer.
            if let Some(change) = self.turns(steps.value(base)) {
                return Some(change);
            }
        }
        let below: Vec<i64> = around.range(..base).rev().copied().collect();
        let above: Vec<i64> = around.range(base..).copied().collect();
        let down = self.nearest(&steps, base, &below);
        let up = self.nearest(&steps, base, &above);
        let distance = |own: &(i64, FactChange)| own.0.abs_diff(base);
        match (down, up) {
            (Some(down), Some(up)) if distance(&up) < distance(&down) => Some(up.1),
            (Some(own), _) | (None, Some(own)) => Some(own.1),
            (None, None) => None,
        }
    }

    /// The nearest of the numbers on one side that turns the decision, drawn in by halves.
    fn nearest(&mut self, steps: &Steps, base: i64, outwards: &[i64]) -> Option<(i64, FactChange)> {
        let mut short = base;
        for at in outwards {
            let Some(mut change) = self.turns(steps.value(*at)) else {
                short = *at;
                continue;
            };
            let mut enough = *at;
            while enough.abs_diff(short) > 1 {
                let middle = short + (enough - short) / 2;
                match self.turns(steps.value(middle)) {
                    Some(nearer) => (enough, change) = (middle, nearer),
                    None => short = middle,
                }
            }
            return Some((enough, change));
        }
        None
    }
}

/// The numbers that a fact can be, as whole steps.
struct Steps {
    whole: bool,
    least: f64,
    most: f64,
}

impl Steps {
    fn of(decl: &FactDecl) -> Self {
        let (least, most) = decl.range();
        Steps {
            whole: decl.kind == FactType::Int,
            least,
            most,
        }
    }

    fn parts(&self) -> f64 {
        if self.whole { 1.0 } else { PARTS }
    }

    fn floor(&self, number: f64) -> i64 {
        (number * self.parts()).floor() as i64
    }

    fn at(&self, value: &FactValue) -> Option<i64> {
        match value {
            FactValue::Int(number) => Some(*number),
            FactValue::Number(number) => Some((number * self.parts()).round() as i64),
            _ => None,
        }
    }

    fn allows(&self, at: i64) -> bool {
        (self.least..=self.most).contains(&(at as f64 / self.parts()))
    }

    fn value(&self, at: i64) -> FactValue {
        if self.whole {
            FactValue::Int(at)
        } else {
            FactValue::Number(at as f64 / PARTS)
        }
    }
}

/// The values of a fact that is no number, in the order in which they are tried.
fn values(decl: &FactDecl, from: &Fact<FactValue>, other: &Fact<FactValue>) -> Vec<FactValue> {
    let words = || decl.kind.words().iter().map(|word| Arc::from(word.code));
    let mut all: Vec<FactValue> = match decl.kind {
        FactType::Bool => vec![FactValue::Bool(false), FactValue::Bool(true)],
        FactType::Listed(_) => words().map(FactValue::Text).collect(),
        FactType::ListedList(_) => {
            let own: &[Arc<str>] = match from {
                Fact::Known(FactValue::List(own)) => own,
                _ => &[],
            };
            let changed = words().map(|word: Arc<str>| {
                let held = own.contains(&word);
                let mut list: Vec<_> = own.iter().filter(|own| **own != word).cloned().collect();
                if !held {
                    list.push(word);
                }
                FactValue::List(list.into())
            });
            let mut lists: Vec<_> = changed.collect();
            lists.push(FactValue::List(own.into()));
            lists.extend(other.known().cloned());
            lists
        }
        _ => other.known().cloned().into_iter().collect(),
    };
    let mut seen: Vec<FactValue> = from.known().cloned().into_iter().collect();
    all.retain(|value| {
        let new = !seen.contains(value);
        if new {
            seen.push(value.clone());
        }
        new
    });
    all
}
