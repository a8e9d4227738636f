//! At which places a record could stand once what is missing is known.

use mestring_model::verdict::{Answer, CouldBe, Verdict};

use super::{Part, RankKey, Ranking, ordered, value};
use crate::kind::Order;

/// The first and the last place that a record can have, 1 for the first of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Places {
    /// Its place if everything that is missing turns out for it, and nothing for the others.
    pub best: usize,
    /// Its place if everything that is missing turns out against it, and for the others.
    pub worst: usize,
}

impl Ranking {
    /// The places that each of many records can have once all missing facts are known, ties counted
    /// for it in the best and against it in the worst.
    ///
    /// No completion of the missing facts places a record outside them. They are bounds: where a
    /// missing fact matters to two criteria at once, both ends need not be reached. What a pack does
    /// with a record until then (`unknown = "last"`) is another matter and may lie outside.
    pub fn places<V: AsRef<[Verdict]>>(&self, all: &[V]) -> Vec<Places> {
        let (best, worst): (Vec<RankKey>, Vec<RankKey>) =
            all.iter().map(|own| self.ends(own.as_ref())).unzip();
        let sorted = |keys: &[RankKey]| {
            let mut keys = keys.to_vec();
            keys.sort();
            keys
        };
        let (all_best, all_worst) = (sorted(&best), sorted(&worst));
        best.iter()
            .zip(&worst)
            .map(|(best, worst)| Places {
                best: 1 + all_worst.partition_point(|other| other < best),
                worst: all_best.partition_point(|other| other <= worst),
            })
            .collect()
    }

    /// The keys of a record at its best and at its worst.
    fn ends(&self, verdicts: &[Verdict]) -> (RankKey, RankKey) {
        let ranges = verdicts.iter().map(|own| range(&own.answer));
        match self.order {
            Order::Criteria => {
                let (worst, best): (Vec<Part>, Vec<Part>) =
                    ranges.map(|(low, high)| (known(low), known(high))).unzip();
                (RankKey(best), RankKey(worst))
            }
            Order::Points => {
                let (low, high) =
                    ranges.fold((0.0, 0.0), |sum, own| (sum.0 + own.0, sum.1 + own.1));
                (RankKey(vec![known(high)]), RankKey(vec![known(low)]))
            }
        }
    }
}

fn known(value: f64) -> Part {
    Part::Known(!ordered(value))
}

/// The least and the most that an answer can be worth.
fn range(answer: &Answer) -> (f64, f64) {
    if let Some(value) = value(answer) {
        return (value, value);
    }
    let anything = (f64::NEG_INFINITY, f64::INFINITY);
    let Answer::CannotTell {
        could_be: CouldBe::OneOf(answers),
        ..
    } = answer
    else {
        return anything;
    };
    let values = || answers.iter().map(value);
    if answers.is_empty() || values().any(|own| own.is_none()) {
        return anything;
    }
    let values = || values().flatten();
    (
        values().fold(f64::INFINITY, f64::min),
        values().fold(f64::NEG_INFINITY, f64::max),
    )
}
