//! The values that stand for all that a missing fact can be.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use mestring_model::Fact;
use mestring_model::facts::{FactDecl, FactRow, FactType, FactValue, Judged};
use mestring_model::verdict::Open;

use crate::record::Parameters;
use crate::thresholds::{Compared, Lists};

/// More words than this that a rule can tell apart have too many sets.
const WORDS: usize = 8;

/// What stands for each fact that a rule reads, made once for the rule.
#[derive(Debug)]
pub(crate) struct Domains(BTreeMap<usize, Domain>);

#[derive(Debug)]
enum Domain {
    /// The same values whatever else is known.
    Fixed(Arc<[FactValue]>),
    /// Values at and beside what the number is compared with, which parameters and other facts say.
    Beside(Compared),
    /// No values stand for all.
    Open(Open),
}

impl Domains {
    /// `around` tells what a number is compared with, or why no values stand for all.
    pub fn of(
        judged: Judged,
        facts: impl Iterator<Item = usize>,
        asked: &Lists,
        around: impl Fn(usize) -> Result<Compared, Open>,
    ) -> Domains {
        let declared = judged.facts();
        let known = facts.filter_map(|fact| Some((fact, declared.get(fact)?)));
        Domains(
            known
                .map(|(fact, decl)| (fact, Domain::of(fact, decl, asked, &around)))
                .collect(),
        )
    }

    /// The values that stand for all that a fact of a record can be.
    pub fn values(
        &self,
        fact: usize,
        row: &FactRow,
        parameters: Option<&Parameters>,
    ) -> Result<Arc<[FactValue]>, Open> {
        let declared = row.judged().facts().get(fact).ok_or(Open::Stops)?;
        match self.0.get(&fact).ok_or(Open::Stops)? {
            Domain::Fixed(values) => Ok(values.clone()),
            Domain::Open(open) => Err(*open),
            Domain::Beside(compared) => {
                let scale = Scale::of(compared, row, parameters);
                let (least, most) = declared.range();
                let inside = |number: &f64| (least..=most).contains(number);
                Ok(match declared.kind {
                    FactType::Int => {
                        let whole = scale.whole().into_iter();
                        let whole = whole.filter(|number| inside(&(*number as f64)));
                        whole.map(FactValue::Int).collect()
                    }
                    _ => {
                        let decimal = scale.decimal().into_iter().filter(inside);
                        decimal.map(FactValue::Number).collect()
                    }
                })
            }
        }
    }
}

/// The numbers that a fact is compared with, in order.
pub(crate) fn marks(compared: &Compared, row: &FactRow, parameters: &Parameters) -> Vec<f64> {
    Scale::of(compared, row, Some(parameters)).thresholds
}

impl Domain {
    fn of(
        fact: usize,
        declared: &FactDecl,
        asked: &Lists,
        around: &impl Fn(usize) -> Result<Compared, Open>,
    ) -> Domain {
        match declared.kind {
            FactType::Bool => Domain::Fixed([FactValue::Bool(false), FactValue::Bool(true)].into()),
            FactType::Listed(words) => {
                let words = words.iter().map(|word| FactValue::Text(word.code.into()));
                Domain::Fixed(words.collect())
            }
            FactType::ListedList(words) => {
                let codes: Vec<Arc<str>> = words.iter().map(|word| word.code.into()).collect();
                match lists(&codes, asked) {
                    Ok(lists) => Domain::Fixed(lists.into()),
                    Err(open) => Domain::Open(open),
                }
            }
            FactType::Text | FactType::TextList => Domain::Open(Open::FreeText),
            FactType::Int | FactType::Number => match around(fact) {
                Ok(compared) => Domain::Beside(compared),
                Err(open) => Domain::Open(open),
            },
        }
    }
}

/// The numbers that a rule can tell apart.
struct Scale {
    /// The numbers that are compared with: at least one, in order.
    thresholds: Vec<f64>,
    /// How many numbers are missing among those that are compared with each other: so many can
    /// stand between two thresholds.
    missing: usize,
}

impl Scale {
    fn of(compared: &Compared, row: &FactRow, parameters: Option<&Parameters>) -> Scale {
        let mut thresholds = compared.written.clone();
        for value in compared
            .parameters
            .iter()
            .filter_map(|at| parameters?.get(*at))
        {
            thresholds.extend(number(value));
        }
        let mut missing = 0;
        for place in &compared.facts {
            match row.values().get(*place) {
                Some(Fact::Known(FactValue::Int(number))) => thresholds.push(*number as f64),
                Some(Fact::Known(FactValue::Number(number))) => thresholds.push(*number),
                _ => missing += 1,
            }
            if let Some((least, most)) = row.judged().facts().get(*place).map(FactDecl::range) {
                thresholds.extend([least, most].into_iter().filter(|end| end.is_finite()));
            }
        }
        if thresholds.is_empty() {
            thresholds.push(0.0);
        }
        thresholds.sort_by(f64::total_cmp);
        thresholds.dedup();
        Scale {
            thresholds,
            missing,
        }
    }

    /// Whole numbers at the thresholds, and as many beside each as numbers are missing, so that
    /// every order of the missing numbers and the thresholds is met.
    fn whole(&self) -> BTreeSet<i64> {
        let beside = self.missing as i64;
        let mut all = BTreeSet::new();
        for threshold in &self.thresholds {
            // Beyond what doubles hold exactly, a threshold has no neighbours to speak of.
            let (low, high) = (threshold.floor() as i64, threshold.ceil() as i64);
            all.extend(low.saturating_sub(beside)..=high.saturating_add(beside));
        }
        all
    }

    /// Numbers at the thresholds and beside them, and as many between two as numbers are missing:
    /// missing whole numbers lie beside the thresholds, and this one can lie beside those.
    fn decimal(&self) -> Vec<f64> {
        let mut marks = self.thresholds.clone();
        marks.extend(self.whole().into_iter().map(|number| number as f64));
        marks.sort_by(f64::total_cmp);
        marks.dedup();
        let parts = (self.missing + 1) as f64;
        let mut all = marks.clone();
        for pair in marks.windows(2) {
            if let [low, high] = pair {
                let step = (high - low) / parts;
                all.extend((1..=self.missing).map(|part| low + step * part as f64));
            }
        }
        all.sort_by(f64::total_cmp);
        all.dedup();
        all
    }
}

/// A value as a number, where it is one.
pub(crate) fn number(value: &FactValue) -> Option<f64> {
    match value {
        FactValue::Int(number) => Some(*number as f64),
        FactValue::Number(number) => Some(*number),
        FactValue::Bool(_) | FactValue::Text(_) | FactValue::List(_) => None,
    }
}

/// Lists that stand for every list of the words: every set of those that the rule writes, alone
/// and with others, as many of them as the rule can count.
fn lists(words: &[Arc<str>], asked: &Lists) -> Result<Vec<FactValue>, Open> {
    let told = |word: &Arc<str>| asked.by_facts || asked.written.contains(&**word);
    let (written, others): (Vec<_>, Vec<_>) = words.iter().cloned().partition(told);
    if written.len() > WORDS {
        return Err(Open::TooMany);
    }
    let most = if asked.counted {
        others.len()
    } else {
        others.len().min(1)
    };
    let sets = subsets(&written);
    let mut lists = Vec::new();
    for count in 0..=most {
        for set in &sets {
            let list = set.iter().chain(others.iter().take(count));
            lists.push(FactValue::List(list.cloned().collect()));
        }
    }
    Ok(lists)
}

/// Every set of some of the words, none and all among them.
fn subsets(words: &[Arc<str>]) -> Vec<Vec<Arc<str>>> {
    (0..1_u32 << words.len())
        .map(|chosen| {
            let own = words
                .iter()
                .enumerate()
                .filter(|(at, _)| chosen & (1 << at) != 0);
            own.map(|(_, word)| word.clone()).collect()
        })
        .collect()
}
