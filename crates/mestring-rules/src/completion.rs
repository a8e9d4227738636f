//! What a rule answers whatever a missing fact is, or what it could answer.
//!
//! A script that stopped at a missing fact is asked again for every value that the fact can have,
//! and where it then stops at another, for every value of that one. If all agree, that is the
//! answer. Only facts at which the script stopped are tried: what it asks with `known(…)` or stands
//! in for with `??` is answered by its own text.

use std::collections::BTreeSet;
use std::sync::Arc;

use mestring_model::Fact;
use mestring_model::facts::{FactDecl, FactRow, FactType, FactValue};
use mestring_model::verdict::{Answer, CouldBe, Open};
use rhai::Dynamic;

use crate::record::Parameters;
use crate::script::{Outcome, Ran, Script, ScriptAnswer};
use crate::thresholds::{Compared, Lists};

/// How many times a script is asked again at most.
const RUNS: usize = 256;
/// More words than this that a script can tell apart have too many sets.
const WORDS: usize = 8;

/// Runs a script, or a copy of it, on a record.
pub(crate) type Ask<'a> = dyn Fn(&Arc<FactRow>) -> (Outcome, Ran) + 'a;

struct Completion<'a> {
    script: &'a Script,
    parameters: &'a Parameters,
    ask: &'a Ask<'a>,
    left: usize,
    /// The answers so far, each once.
    answers: Vec<Answer>,
    missing: Vec<usize>,
    ran: Ran,
}

/// The answer of a script that stopped at `fact` for the first time.
pub(crate) fn complete(
    script: &Script,
    row: &FactRow,
    parameters: &Parameters,
    fact: usize,
    ran: Ran,
    ask: &Ask<'_>,
) -> ScriptAnswer {
    let mut completion = Completion {
        script,
        parameters,
        ask,
        left: RUNS,
        answers: Vec::new(),
        missing: Vec::new(),
        ran,
    };
    let done = completion.branch(row, fact);
    let mut answers = completion.answers;
    answers.sort_by(Answer::order);
    let names = |places: &[usize]| -> Vec<&'static str> {
        let declared = places
            .iter()
            .filter_map(|place| row.judged().facts().get(*place));
        declared.map(|decl| decl.name).collect()
    };
    let missing = names(&completion.missing);
    let (answer, immaterial) = match (done, answers.as_slice()) {
        (Ok(()), [only]) => (only.clone(), missing),
        (done, _) => {
            let could_be = match done {
                Ok(()) => CouldBe::OneOf(answers),
                Err(open) => CouldBe::Open(open),
            };
            let missing = missing.into_iter().map(Arc::from).collect();
            (Answer::CannotTell { missing, could_be }, Vec::new())
        }
    };
    script.explain(row, &completion.ran, answer, immaterial)
}

impl Completion<'_> {
    /// Asks again for every value of a fact.
    fn branch(&mut self, row: &FactRow, fact: usize) -> Result<(), Open> {
        if !self.missing.contains(&fact) {
            self.missing.push(fact);
        }
        let declared = row.judged().facts().get(fact).ok_or(Open::Stops)?;
        for value in self.values(row, fact, declared)? {
            self.left = self.left.checked_sub(1).ok_or(Open::TooMany)?;
            let mut completed = row.clone();
            let fits = completed.set(declared.name, Fact::Known(value));
            fits.map_err(|_| Open::Stops)?;
            let completed = Arc::new(completed);
            let (outcome, ran) = (self.ask)(&completed);
            self.ran.read |= ran.read;
            self.ran.assumed |= ran.assumed;
            match outcome {
                Outcome::Answered(answer) => {
                    if !self.answers.contains(&answer) {
                        self.answers.push(answer);
                    }
                }
                Outcome::Missing(next) => self.branch(&completed, next)?,
                Outcome::Stopped(_) => return Err(Open::Stops),
            }
        }
        Ok(())
    }

    /// The values that stand for all that a fact can be.
    fn values(
        &self,
        row: &FactRow,
        fact: usize,
        declared: &FactDecl,
    ) -> Result<Vec<FactValue>, Open> {
        match declared.kind {
            FactType::Bool => Ok(vec![FactValue::Bool(false), FactValue::Bool(true)]),
            FactType::Listed(words) => Ok(words
                .iter()
                .map(|word| FactValue::Text(word.code.into()))
                .collect()),
            FactType::ListedList(words) => {
                let codes: Vec<Arc<str>> = words.iter().map(|word| word.code.into()).collect();
                lists(&codes, &self.script.thresholds().lists)
            }
            FactType::Text | FactType::TextList => Err(Open::FreeText),
            FactType::Int | FactType::Number => {
                let compared = self.script.thresholds().around(fact);
                let compared = compared.ok_or(Open::Calculated)?;
                let scale = Scale::of(&compared, row, self.parameters);
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
    Scale::of(compared, row, parameters).thresholds
}

/// The numbers that a script can tell apart.
struct Scale {
    /// The numbers that are compared with: at least one, in order.
    thresholds: Vec<f64>,
    /// How many numbers are missing among those that are compared with each other: so many can
    /// stand between two thresholds.
    missing: usize,
}

impl Scale {
    fn of(compared: &Compared, row: &FactRow, parameters: &Parameters) -> Scale {
        let mut thresholds = compared.written.clone();
        for value in compared
            .parameters
            .iter()
            .filter_map(|at| parameters.0.get(*at))
        {
            match value.read_lock::<rhai::Array>() {
                Some(items) => thresholds.extend(items.iter().filter_map(number)),
                None => thresholds.extend(number(value)),
            }
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

fn number(value: &Dynamic) -> Option<f64> {
    let whole = || value.as_int().map(|own| own as f64);
    value.as_float().or_else(|_| whole()).ok()
}

/// Lists that stand for every list of the words: every set of those that the script writes, alone
/// and with others, as many of them as the script can count.
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
