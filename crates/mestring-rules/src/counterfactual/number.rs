//! The numbers of a fact that turn a decision: where they begin and where they end.

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::Fact;
use mestring_model::facts::{Agreement, FactDecl, FactType, FactValue};

use super::{FactChange, Range, Search};

/// How far a number that is calculated with is moved at most.
const FARTHEST: u32 = 16;
/// In so many parts the gaps between numbers that are calculated with are looked into.
const BETWEEN: i128 = 8;
/// Decimals are tried in this many parts of a whole.
const PARTS: f64 = 100.0;

/// The numbers that were tried, each with the change to it where it turns the decision.
type Tried = BTreeMap<i64, Option<FactChange>>;

impl Search<'_> {
    /// The numbers that turn the decision, nearest first.
    pub(super) fn numbers(&mut self, place: usize, other: &Fact<FactValue>) -> Vec<FactChange> {
        let steps = Steps::of(self.decl);
        let here = self.from.known().and_then(|value| steps.at(value));
        let there = other.known().and_then(|value| steps.at(value));
        let base = here.or(there).unwrap_or(0);
        let mut tried: Tried = here.into_iter().map(|here| (here, None)).collect();
        let (worth, calculated) = self.worth_trying(&steps, place, base, there);
        for at in worth {
            let change = || self.turns(steps.value(at));
            tried.entry(at).or_insert_with(change);
        }
        if calculated {
            for at in between(tried.keys().copied()) {
                tried.insert(at, self.turns(steps.value(at)));
            }
        }
        let neighbours: Vec<i64> = tried.keys().copied().collect();
        for pair in neighbours.windows(2) {
            if let [low, high] = pair {
                self.narrow(&steps, &mut tried, *low, *high);
            }
        }
        nearest_first(&steps, tried, base)
    }

    /// The numbers that stand for the rest, but for where exactly the decision turns; true where the
    /// rules calculate with the fact, so that a number need not stand for its neighbours.
    fn worth_trying(
        &self,
        steps: &Steps,
        place: usize,
        base: i64,
        there: Option<i64>,
    ) -> (BTreeSet<i64>, bool) {
        let (marks, calculated) = self.bench.marks(place, self.row);
        let mut all: BTreeSet<i64> = steps.ends().collect();
        for mark in marks {
            let low = steps.floor(mark).saturating_sub(1);
            all.extend(low..=steps.floor(mark).saturating_add(2));
        }
        let near = |at: i64| at.saturating_sub(1)..=at.saturating_add(1);
        all.extend(there.into_iter().flat_map(near));
        all.extend(self.agreeing(steps).into_iter().flat_map(near));
        all.insert(base);
        if calculated {
            let far = (0..=FARTHEST).map(|power| 1_i64 << power);
            all.extend(far.flat_map(|far| [base.saturating_sub(far), base.saturating_add(far)]));
        }
        all.retain(|at| steps.allows(*at));
        (all, calculated)
    }

    /// The numbers of the facts with which this one has to agree: beyond them the record can
    /// contradict itself.
    fn agreeing(&self, steps: &Steps) -> Vec<i64> {
        let agreements = self.row.judged().agreements().iter();
        let with = agreements
            .map(Agreement::facts)
            .filter(|facts| facts.contains(&self.decl.name));
        let known = with
            .flatten()
            .filter_map(|fact| self.row.get(fact)?.known());
        known.filter_map(|value| steps.at(value)).collect()
    }

    /// Finds, in halves, where the decision turns between two numbers that were tried.
    fn narrow(&mut self, steps: &Steps, tried: &mut Tried, low: i64, high: i64) {
        let change = |at: &i64| tried.get(at).and_then(Option::as_ref);
        if high.abs_diff(low) <= 1 || same(change(&low), change(&high)) {
            return;
        }
        let middle = low.midpoint(high);
        tried.insert(middle, self.turns(steps.value(middle)));
        self.narrow(steps, tried, low, middle);
        self.narrow(steps, tried, middle, high);
    }
}

/// Numbers that part the gap between every two that follow each other into as many as [`BETWEEN`].
fn between(tried: impl Iterator<Item = i64> + Clone) -> Vec<i64> {
    let mut out = Vec::new();
    for (low, high) in tried.clone().zip(tried.skip(1)) {
        let gap = i128::from(high) - i128::from(low);
        let mut last = low;
        for part in 1..BETWEEN {
            let at = i128::from(low) + gap * part / BETWEEN;
            let at = i64::try_from(at).unwrap_or(high);
            if at > last && at < high {
                out.push(at);
                last = at;
            }
        }
    }
    out
}

/// Both turn the decision, with the same other changes, or neither does.
fn same(one: Option<&FactChange>, other: Option<&FactChange>) -> bool {
    one.map(|own| &own.with) == other.map(|own| &own.with)
}

/// The numbers that turn the decision, those without a gap between them as one.
fn nearest_first(steps: &Steps, tried: Tried, base: i64) -> Vec<FactChange> {
    let tried: Vec<(i64, Option<FactChange>)> = tried.into_iter().collect();
    let first = tried.first().map(|(at, _)| *at);
    let last = tried.last().map(|(at, _)| *at);
    let mut found: Vec<(u64, FactChange)> = Vec::new();
    let alike = |one: &(i64, Option<FactChange>), other: &(i64, Option<FactChange>)| {
        same(one.1.as_ref(), other.1.as_ref())
    };
    for run in tried.chunk_by(alike) {
        let nearest = run.iter().min_by_key(|(at, _)| at.abs_diff(base));
        let (Some((low, _)), Some((high, _)), Some((at, Some(change)))) =
            (run.first(), run.last(), nearest)
        else {
            continue;
        };
        let mut change = change.clone();
        change.range = Some(Range {
            least: (Some(*low) != first).then(|| steps.value(*low)),
            most: (Some(*high) != last).then(|| steps.value(*high)),
        });
        found.push((at.abs_diff(base), change));
    }
    // Stable: the lower of two equally far stays first.
    found.sort_by_key(|(distance, _)| *distance);
    found.into_iter().map(|(_, change)| change).collect()
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

    /// The ends of what the fact can be, where it has some.
    fn ends(&self) -> impl Iterator<Item = i64> {
        let ends = [self.least, self.most].into_iter();
        ends.filter(|end| end.is_finite())
            .map(|end| self.floor(end))
    }

    fn value(&self, at: i64) -> FactValue {
        if self.whole {
            FactValue::Int(at)
        } else {
            FactValue::Number(at as f64 / PARTS)
        }
    }
}
