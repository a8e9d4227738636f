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
//! | number | the numbers that the rules compare it with, and one more and one less; the other record's number likewise; where a rule calculates with it, also every number of the rule and every parameter, and 1, 2, 4 … 65,536 more and less; the ends of what the fact can be; then, in halves, what lies between two of these of which one turns the decision and the other does not; where a rule calculates with it, first also eight parts of each gap. Decimals are tried in hundredths |
//! | free text | the other record's |
//!
//! Each value that turns the decision is a change of its own, but that numbers without a gap between
//! them are one, with their least and their greatest. Numbers come in the order of their distance
//! from the number that is known, the lower of two equally far first; of one that nobody states from
//! the other record's, else from 0.
//!
//! A change is of one fact in the record that the rules read, and of what must change with it by the
//! declared [agreements](mestring_model::facts::Agreement): a value with which the record would
//! contradict itself is not tried. What else would change in the desk is not.

mod number;

use std::collections::BTreeSet;
use std::sync::Arc;

use mestring_model::Fact;
use mestring_model::facts::{FactDecl, FactRow, FactType, FactValue};
use mestring_model::verdict::Verdict;

use crate::bench::{Bench, Judgement};
use crate::completion::{marks, number};
use crate::criterion::Criterion;
use crate::error::RuleError;

/// A change of one fact that turns a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct FactChange {
    /// The fact's declared name.
    pub fact: &'static str,
    /// What is known of it now.
    pub from: Fact<FactValue>,
    /// What it could be instead; of numbers without a gap between them the one nearest to what is
    /// known.
    pub to: FactValue,
    /// Of a number: all without a gap around [`to`](FactChange::to) that turn the decision as well. Where
    /// the rules calculate with the fact, that holds of the numbers that were tried: a rule that turns
    /// back and forth between two of them is not found out.
    pub range: Option<Range>,
    /// What has to change with it, so that the record does not contradict itself.
    pub with: Vec<(&'static str, Fact<FactValue>)>,
    /// What the rules then answer, asked with [`to`](FactChange::to).
    pub verdicts: Judgement,
}

/// Numbers without a gap between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// The least; none where the least that the fact can be, or the farthest down that was tried, is
    /// among them.
    pub least: Option<FactValue>,
    /// The greatest; none where the greatest that the fact can be, or the farthest up that was tried,
    /// is among them.
    pub most: Option<FactValue>,
}

impl FactChange {
    /// The record with this change, which was found for it.
    #[must_use]
    pub fn applied(&self, row: &FactRow) -> FactRow {
        let mut row = row.clone();
        let own = (self.fact, Fact::Known(self.to.clone()));
        for (fact, value) in self.with.iter().cloned().chain([own]) {
            // The search set the same values before.
            let _ = row.set(fact, value);
        }
        row
    }
}

/// What was found by trying.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Changes {
    /// The changes, in the declared order of the facts.
    pub changes: Vec<FactChange>,
    /// The facts that were tried: those that the rules can read.
    pub facts: Vec<&'static str>,
    /// How many values were tried over all facts.
    pub tried: usize,
}

impl Bench {
    /// The changes of one fact after which a record's verdicts are as wanted. `other` is the record
    /// of the same desk that it is held against; `wanted` sees the changed record and its verdicts,
    /// and the record as it is is not as wanted.
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
                other,
                decl,
                from,
                wanted: &wanted,
                tried: 0,
            };
            found.changes.extend(match decl.kind {
                FactType::Int | FactType::Number => search.numbers(place, there),
                _ => search.each(values(decl, from, there)),
            });
            found.tried += search.tried;
            found.facts.push(decl.name);
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

    /// The numbers at which an answer can turn with a fact, and whether they stand for all: they do
    /// where the rules only compare it. Where a rule calculates with it they are those that the rule
    /// compares it with, and every number and parameter of the rule.
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
            let thresholds = script.thresholds();
            let compared = thresholds.compared_with(place);
            all.extend(marks(&compared, row, self.parameters()));
            if thresholds.around(place).is_none() {
                calculated = true;
                all.extend(&thresholds.written);
                let parameters = self.params().values.iter();
                all.extend(parameters.filter_map(|own| number(&own.value)));
            }
        }
        (all, calculated)
    }
}

/// The search for the changes of one fact.
struct Search<'a> {
    bench: &'a Bench,
    row: &'a FactRow,
    other: &'a FactRow,
    decl: &'static FactDecl,
    from: &'a Fact<FactValue>,
    wanted: &'a dyn Fn(&FactRow, &[Verdict]) -> bool,
    tried: usize,
}

impl Search<'_> {
    /// Tries a value: the change to it, if it turns the decision.
    fn turns(&mut self, to: FactValue) -> Option<FactChange> {
        let changed = self.row.changed(self.decl.name, to.clone(), self.other)?;
        self.tried += 1;
        let verdicts = self.bench.judge(&changed.row).ok()?;
        (self.wanted)(&changed.row, &verdicts).then(|| FactChange {
            fact: self.decl.name,
            from: self.from.clone(),
            to,
            range: None,
            with: changed.with,
            verdicts,
        })
    }

    fn each(&mut self, values: Vec<FactValue>) -> Vec<FactChange> {
        let values = values.into_iter();
        values.filter_map(|value| self.turns(value)).collect()
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
