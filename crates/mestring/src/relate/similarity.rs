//! How much titles look alike, from vectors that are made once.

use std::cmp::Ordering;

use mestring_data::text::{Trigram, trigrams};
use mestring_model::Fact;

/// A title as counts of its character trigrams, ascending by trigram.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct TitleVector {
    counts: Vec<(Trigram, u64)>,
    /// The sum of the squares of the counts.
    square: u64,
}

impl TitleVector {
    /// The vector of a folded title.
    pub(super) fn of(folded: &str) -> Self {
        let mut counts: Vec<(Trigram, u64)> = Vec::new();
        for trigram in trigrams(folded) {
            match counts.last_mut() {
                Some((last, count)) if *last == trigram => *count += 1,
                _ => counts.push((trigram, 1)),
            }
        }
        let square = counts.iter().map(|(_, count)| count * count).sum();
        TitleVector { counts, square }
    }

    /// The cosine in percent, rounded down, in whole numbers throughout; not stated where a title
    /// holds no word. The same as [`mestring_data::text::similarity_percent`] of the two titles.
    pub(super) fn percent(&self, other: &Self) -> Fact<i64> {
        if self.counts.is_empty() || other.counts.is_empty() {
            return Fact::NotStated;
        }
        let dot = u128::from(self.dot(other));
        let squares = u128::from(self.square) * u128::from(other.square);
        let ratio = dot.saturating_mul(dot).saturating_mul(10_000) / squares.max(1);
        Fact::Known(i64::try_from(ratio.isqrt()).unwrap_or(100).min(100))
    }

    fn dot(&self, other: &Self) -> u64 {
        let (mut a, mut b) = (self.counts.iter(), other.counts.iter());
        let (mut left, mut right) = (a.next(), b.next());
        let mut sum = 0;
        while let (Some((one, count)), Some((another, times))) = (left, right) {
            match one.cmp(another) {
                Ordering::Less => left = a.next(),
                Ordering::Greater => right = b.next(),
                Ordering::Equal => {
                    sum += count * times;
                    left = a.next();
                    right = b.next();
                }
            }
        }
        sum
    }
}
