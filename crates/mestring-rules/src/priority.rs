//! From verdicts to a rank: which run comes first, which are equal, and what separates two.

mod places;
mod ranks;

use std::cmp::Ordering;

use mestring_model::verdict::{Answer, Verdict};

use crate::kind::{Order, Placed};
use crate::manifest::Manifest;
pub use places::Places;
pub use ranks::Rank;

/// How a pack ranks records from their verdicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranking {
    order: Order,
    unknown: Placed,
    class_criteria: Option<usize>,
}

/// A place in the order; less comes first. Equal keys are ties.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RankKey(Vec<Part>);

/// One criterion's part of a key, less first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    UnknownFirst,
    /// Bits that order as the value does, the highest value first.
    Known(u64),
    UnknownLast,
}

/// What separates two records.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Separates {
    /// The criterion at this place, the first in which they differ.
    Criterion(usize),
    /// The sums of their points; none where a sum cannot be told.
    Points(Option<f64>, Option<f64>),
}

impl Ranking {
    pub(crate) fn of(manifest: &Manifest) -> Self {
        Ranking {
            order: manifest.order,
            unknown: manifest.unknown,
            class_criteria: manifest.class_criteria,
        }
    }

    /// The place of a record with these verdicts, or with these answers.
    pub fn key<A: AsRef<Answer>>(&self, verdicts: &[A]) -> RankKey {
        match self.order {
            Order::Criteria => self.first(verdicts, verdicts.len()),
            Order::Points => RankKey(vec![self.part(points(verdicts))]),
        }
    }

    /// The class of a record with these verdicts: records with equal keys form one class. In a pack
    /// without classes every place is a class of its own.
    pub fn class_key<A: AsRef<Answer>>(&self, verdicts: &[A]) -> RankKey {
        match self.class_criteria {
            Some(criteria) => self.first(verdicts, criteria),
            None => self.key(verdicts),
        }
    }

    /// The classes of many records, 1 for the first class, without gaps.
    pub fn classes<A: AsRef<Answer>, V: AsRef<[A]>>(&self, all: &[V]) -> Vec<u32> {
        let keys = all.iter().map(|own| self.class_key(own.as_ref()));
        let mut order: Vec<(RankKey, usize)> = keys.zip(0..).collect();
        order.sort_unstable();
        let mut classes = vec![0; all.len()];
        for (class, equal) in (1..).zip(order.chunk_by(|one, other| one.0 == other.0)) {
            for (_, at) in equal {
                if let Some(own) = classes.get_mut(*at) {
                    *own = class;
                }
            }
        }
        classes
    }

    /// Which of two comes first: [`Ordering::Less`] for the left one.
    pub fn compare(&self, left: &[Verdict], right: &[Verdict]) -> Ordering {
        self.key(left).cmp(&self.key(right))
    }

    /// What separates two records, and which comes first; none where they are tied.
    pub fn separates(&self, left: &[Verdict], right: &[Verdict]) -> Option<(Separates, Ordering)> {
        let ordering = self.compare(left, right);
        if ordering == Ordering::Equal {
            return None;
        }
        if self.order == Order::Points {
            return Some((Separates::Points(points(left), points(right)), ordering));
        }
        let (left, right) = (self.key(left).0, self.key(right).0);
        let place = left
            .iter()
            .zip(&right)
            .position(|(left, right)| left != right)?;
        Some((Separates::Criterion(place), ordering))
    }

    fn first<A: AsRef<Answer>>(&self, verdicts: &[A], criteria: usize) -> RankKey {
        let answers = verdicts
            .iter()
            .take(criteria)
            .map(|own| value(own.as_ref()));
        RankKey(answers.map(|value| self.part(value)).collect())
    }

    fn part(&self, value: Option<f64>) -> Part {
        match (value, self.unknown) {
            (Some(value), _) => Part::Known(!ordered(value)),
            (None, Placed::Last) => Part::UnknownLast,
            (None, Placed::First) => Part::UnknownFirst,
        }
    }
}

/// The sum of the points, yes counted as 1; none where a criterion cannot be told.
pub fn points<A: AsRef<Answer>>(verdicts: &[A]) -> Option<f64> {
    verdicts.iter().map(|own| value(own.as_ref())).sum()
}

fn value(answer: &Answer) -> Option<f64> {
    match answer {
        Answer::Bool(yes) => Some(f64::from(u8::from(*yes))),
        Answer::Number(number) => Some(*number),
        Answer::Word(_) | Answer::CannotTell { .. } => None,
    }
}

/// Bits that order as the numbers do (IEEE 754, section 5.10, without NaN; 0 and -0 are equal).
fn ordered(value: f64) -> u64 {
    let bits = if value == 0.0 { 0 } else { value.to_bits() };
    if bits >> 63 == 0 {
        bits | (1 << 63)
    } else {
        !bits
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use mestring_model::verdict::{CouldBe, Open, RuleRef};
    use proptest::prelude::*;

    use super::*;

    fn verdicts(answers: &[Answer]) -> Vec<Verdict> {
        let name: Arc<str> = "x".into();
        let rule = Arc::new(RuleRef {
            pack: name.clone(),
            version: name.clone(),
            hash: name.clone(),
            rule: name.clone(),
            origin: name,
        });
        answers
            .iter()
            .map(|answer| Verdict {
                answer: answer.clone(),
                rule: rule.clone(),
                read: Vec::new(),
                assumed: Vec::new(),
                immaterial: Vec::new(),
                plugin: None,
            })
            .collect()
    }

    const YES: Answer = Answer::Bool(true);
    const NO: Answer = Answer::Bool(false);
    const UNKNOWN: Answer = Answer::CannotTell {
        missing: Vec::new(),
        could_be: CouldBe::Open(Open::NotAsked),
    };

    fn ranking(order: Order, unknown: Placed, class_criteria: Option<usize>) -> Ranking {
        Ranking {
            order,
            unknown,
            class_criteria,
        }
    }

    #[test]
    fn an_earlier_criterion_wins_over_every_later_one() {
        let last = ranking(Order::Criteria, Placed::Last, None);
        let first = ranking(Order::Criteria, Placed::First, None);
        let sum = ranking(Order::Points, Placed::Last, None);
        let cases = [
            (
                last,
                [YES, Answer::Number(0.0)],
                [NO, Answer::Number(9.0)],
                Some(0),
                Ordering::Less,
            ),
            (
                last,
                [YES, Answer::Number(2.0)],
                [YES, Answer::Number(9.0)],
                Some(1),
                Ordering::Greater,
            ),
            (
                last,
                [UNKNOWN, Answer::Number(9.0)],
                [NO, Answer::Number(0.0)],
                Some(0),
                Ordering::Greater,
            ),
            (
                first,
                [UNKNOWN, Answer::Number(0.0)],
                [YES, Answer::Number(9.0)],
                Some(0),
                Ordering::Less,
            ),
            (
                sum,
                [YES, Answer::Number(-3.5)],
                [NO, Answer::Number(-3.0)],
                None,
                Ordering::Less,
            ),
            (
                sum,
                [YES, UNKNOWN],
                [NO, Answer::Number(-3.0)],
                None,
                Ordering::Greater,
            ),
        ];
        for (ranking, left, right, criterion, expected) in cases {
            let (left, right) = (verdicts(&left), verdicts(&right));
            let (separates, ordering) = ranking.separates(&left, &right).unwrap();
            assert_eq!(ordering, expected);
            match separates {
                Separates::Criterion(place) => assert_eq!(Some(place), criterion),
                Separates::Points(a, b) => assert_eq!((a, b), (points(&left), points(&right))),
            }
        }
        let same = verdicts(&[YES, Answer::Number(-0.0)]);
        let zero = verdicts(&[YES, Answer::Number(0.0)]);
        assert_eq!(last.separates(&same, &zero), None);
    }

    #[test]
    fn runs_that_are_equal_so_far_form_one_class() {
        let classes = ranking(Order::Criteria, Placed::Last, Some(1));
        let rows = [
            verdicts(&[NO, Answer::Number(1.0)]),
            verdicts(&[YES, Answer::Number(1.0)]),
            verdicts(&[YES, Answer::Number(5.0)]),
            verdicts(&[UNKNOWN, Answer::Number(5.0)]),
        ];
        assert_eq!(classes.classes(&rows), [2, 1, 1, 3]);
        assert_eq!(
            ranking(Order::Criteria, Placed::Last, None).classes(&rows),
            [3, 2, 1, 4]
        );
    }

    proptest! {
        #[test]
        fn keys_order_as_the_numbers_do(a in -1e300..1e300_f64, b in -1e300..1e300_f64) {
            prop_assert_eq!(ordered(a).cmp(&ordered(b)), a.partial_cmp(&b).unwrap());
        }

        /// Ranks and classes of one sort are those of a key for each record.
        #[test]
        fn one_sort_ranks_as_keys_do(
            rows in prop::collection::vec(
                (prop::collection::vec(answer(), 3), 0..4_usize), 0..24,
            ),
            points in any::<bool>(),
            first in any::<bool>(),
            criteria in prop::option::of(1..=3_usize),
        ) {
            let unknown = if first { Placed::First } else { Placed::Last };
            // Classes by criteria are for packs that rank by criteria.
            let ranking = if points {
                ranking(Order::Points, unknown, None)
            } else {
                ranking(Order::Criteria, unknown, criteria)
            };
            let (all, times): (Vec<Vec<Answer>>, Vec<usize>) = rows.into_iter().unzip();
            let keys: Vec<RankKey> = all.iter().map(|own| ranking.key(own)).collect();
            let slow: Vec<Rank> = keys
                .iter()
                .zip(ranking.classes(&all))
                .map(|(own, class)| {
                    let before = keys.iter().zip(&times).filter(|(key, _)| *key < own);
                    let rank = 1 + before.map(|(_, times)| times).sum::<usize>();
                    Rank { rank, class }
                })
                .collect();
            prop_assert_eq!(ranking.ranks(&all, &times), slow);
        }

        #[test]
        fn comparing_the_other_way_round_turns_the_answer(
            a in prop::collection::vec(answer(), 3),
            b in prop::collection::vec(answer(), 3),
            points in any::<bool>(),
            first in any::<bool>(),
        ) {
            let order = if points { Order::Points } else { Order::Criteria };
            let unknown = if first { Placed::First } else { Placed::Last };
            let ranking = ranking(order, unknown, None);
            let (a, b) = (verdicts(&a), verdicts(&b));
            prop_assert_eq!(ranking.compare(&a, &b), ranking.compare(&b, &a).reverse());
            let one = ranking.separates(&a, &b);
            prop_assert_eq!(one.is_none(), ranking.key(&a) == ranking.key(&b));
        }
    }

    fn answer() -> impl Strategy<Value = Answer> {
        prop_oneof![
            any::<bool>().prop_map(Answer::Bool),
            (-3..3_i32).prop_map(|n| Answer::Number(n.into())),
            prop::sample::select(vec![f64::INFINITY, f64::NEG_INFINITY, f64::MAX, -0.0])
                .prop_map(Answer::Number),
            Just(UNKNOWN),
        ]
    }
}
