//! How much each term weighs. A term weighs its inverse document frequency, `log2(1 + N / n)` where `n` of `N`
//! distinct texts have it (Spärck Jones, "A statistical interpretation of term specificity and its
//! application in retrieval", 1972; smoothed, so that a term that all share still weighs something).
//! Weights are whole numbers, so that sums of them are the same in any order and on any machine.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::bag::Bag;
use super::search::Text;

/// Weights are in 32ths: fine enough to order terms, and small enough that a million squares fit.
const WEIGHT_BITS: u32 = 5;

/// How many of the most frequent terms have a bit; few in tests, where there are few terms.
pub(super) const BITS: usize = if cfg!(test) { 8 } else { 128 };

/// What stands for a bit where a term has none.
const NO_BIT: u8 = u8::MAX;

/// The terms of all texts of a column, numbered, with their weights.
#[derive(Debug, Clone, Default)]
pub(super) struct Lexicon {
    grams: HashMap<u128, u32, BuildHasherDefault<Mixed>>,
    words: HashMap<Box<str>, u32>,
    /// The square of each term's weight; 0 for a term that is cut.
    squares: Vec<u32>,
    /// The bit of each term that is among the most frequent; [`NO_BIT`] for all others.
    bits: Vec<u8>,
    /// How many distinct texts there were when the terms were weighed.
    texts: u64,
}

/// How the terms were weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Weighed {
    /// Terms that more texts have are cut.
    pub(super) most: u32,
    /// How many terms are cut.
    pub(super) cut: usize,
    /// How many would be by the share of texts alone.
    pub(super) cut_by_share: usize,
}

impl Lexicon {
    /// The numbers of a text's terms, ascending; new terms get one, and the weight of a term that a
    /// single text has.
    pub(super) fn intern(&mut self, bag: Bag) -> Vec<u32> {
        let rare = square(self.texts, 1);
        let (grams, words) = (&mut self.grams, &mut self.words);
        let squares = &mut self.squares;
        let mut new = || {
            squares.push(rare);
            u32::try_from(squares.len() - 1).unwrap_or(u32::MAX)
        };
        let mut terms = Vec::with_capacity(bag.grams.len() + bag.words.len());
        terms.extend(
            bag.grams
                .into_iter()
                .map(|own| *grams.entry(own).or_insert_with(&mut new)),
        );
        for word in bag.words {
            let known = words.get(word.as_str()).copied();
            terms.push(known.unwrap_or_else(|| {
                let term = new();
                words.insert(word.into_boxed_str(), term);
                term
            }));
        }
        terms.sort_unstable();
        terms
    }

    /// The numbers of the terms that are known, ascending, and the sum of the squares of those that
    /// are not.
    pub(super) fn known(&self, bag: &Bag) -> (Vec<u32>, u64) {
        let grams = bag.grams.iter().map(|own| self.grams.get(own));
        let words = bag.words.iter().map(|own| self.words.get(own.as_str()));
        let mut unknown = 0;
        let terms = grams.chain(words).filter_map(|term| {
            unknown += u64::from(term.is_none());
            term.copied()
        });
        let mut terms: Vec<u32> = terms.collect();
        terms.sort_unstable();
        (terms, unknown * u64::from(square(self.texts, 1)))
    }

    /// Weighs every term anew by how many of the texts have it, and cuts those that are too frequent.
    /// `sides` are the texts that ask and those that are asked, each as its terms: what comparing
    /// costs at most is, for each term, the product of how many have it on either side.
    pub(super) fn weigh(
        &mut self,
        how: &Text,
        asking: &[u32],
        asked: Option<&[u32]>,
        texts: u64,
    ) -> Weighed {
        let count = |side: Option<&[u32]>, term: usize| {
            side.and_then(|own| own.get(term)).copied().unwrap_or(0)
        };
        let of = |term: usize| count(Some(asking), term) + count(asked, term);
        let share = u64::from(how.most_in) * texts / 10_000;
        let by_share = u32::try_from(share).unwrap_or(u32::MAX).max(how.never_cut);
        let mut frequent: Vec<(u32, u64)> = (0..self.squares.len())
            .map(|term| {
                let (one, other) = (count(Some(asking), term), count(asked, term));
                // Within one table every text asks all others; between two, each side the other.
                let reads = match asked {
                    None => u64::from(one) * u64::from(one),
                    Some(_) => 2 * u64::from(one) * u64::from(other),
                };
                (one + other, reads)
            })
            .collect();
        frequent.sort_unstable();
        // All terms of one frequency are cut, or none, so that their numbers do not matter.
        let (mut most, mut reads) = (0, 0u64);
        for own in frequent.chunk_by(|a, b| a.0 == b.0) {
            reads = own.iter().fold(reads, |sum, own| sum.saturating_add(own.1));
            let Some((texts, _)) = own.first() else { break };
            if *texts > by_share || reads > how.most_postings {
                break;
            }
            most = *texts;
        }
        self.texts = texts;
        for (term, own) in self.squares.iter_mut().enumerate() {
            *own = if of(term) > most {
                0
            } else {
                square(texts, of(term))
            };
        }
        // Those that cost most to read, of those that are not cut.
        let kept = (0..self.squares.len()).filter(|term| (1..=most).contains(&of(*term)));
        let mut kept: Vec<usize> = kept.collect();
        kept.sort_unstable_by_key(|term| (Reverse(of(*term)), *term));
        self.bits = vec![NO_BIT; self.squares.len()];
        for (bit, term) in kept.into_iter().take(BITS).enumerate() {
            if let Some(of) = self.bits.get_mut(term) {
                *of = bit as u8;
            }
        }
        let above = |limit: u32| frequent.iter().filter(|own| own.0 > limit).count();
        Weighed {
            most,
            cut: above(most),
            cut_by_share: above(by_share),
        }
    }

    /// The square of a term's weight; 0 for one that is cut.
    pub(super) fn square(&self, term: u32) -> u32 {
        self.squares.get(term as usize).copied().unwrap_or(0)
    }

    /// The bit of a term that is among the most frequent.
    pub(super) fn bit(&self, term: u32) -> Option<u8> {
        let bit = self.bits.get(term as usize).copied();
        bit.filter(|bit| *bit != NO_BIT)
    }

    /// The bits of a text's terms.
    pub(super) fn mask(&self, terms: &[u32]) -> u128 {
        let bits = terms.iter().filter_map(|term| self.bit(*term));
        bits.fold(0, |mask, bit| mask | 1 << bit)
    }

    /// The squared length of a text.
    pub(super) fn norm(&self, terms: &[u32]) -> u64 {
        terms.iter().map(|term| u64::from(self.square(*term))).sum()
    }

    /// The sum over the terms that two texts share.
    pub(super) fn product(&self, a: &[u32], b: &[u32]) -> u64 {
        let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
        let mut sum = 0;
        while let (Some(one), Some(other)) = (a.peek(), b.peek()) {
            match one.cmp(other) {
                std::cmp::Ordering::Less => a.next(),
                std::cmp::Ordering::Greater => b.next(),
                std::cmp::Ordering::Equal => {
                    sum += u64::from(self.square(**one));
                    b.next();
                    a.next()
                }
            };
        }
        sum
    }

    /// How many terms there are.
    pub(super) fn len(&self) -> usize {
        self.squares.len()
    }
}

/// The cosine of two texts in millionths, from the sum over the terms that they share and their
/// squared lengths; the same in either order, and a million for a text and itself.
pub(super) fn similarity(product: u64, a: u64, b: u64) -> u32 {
    if product == 0 {
        return 0;
    }
    let cosine = product as f64 / (a as f64 * b as f64).sqrt();
    // Below a million, and no fraction.
    (cosine * 1_000_000.0).round().min(1_000_000.0) as u32
}

/// The square of the weight of a term that `count` of `texts` texts have.
fn square(texts: u64, count: u32) -> u32 {
    let weight = log2(texts.max(1) + u64::from(count.max(1)), count.max(1).into());
    weight * weight
}

/// `log2(above / below)` in 32ths, rounded down, in whole numbers; for `above >= below`, both under
/// 2³³.
fn log2(above: u64, below: u64) -> u32 {
    let ratio = (u128::from(above) << 64) / u128::from(below.max(1));
    let whole = ratio.max(1).ilog2().saturating_sub(64);
    // From 1 up to 2, with 62 bits behind the point.
    let mut rest = ratio >> (whole + 2);
    let mut log = whole;
    for _ in 0..WEIGHT_BITS {
        rest = (rest * rest) >> 62;
        let over = rest >= 1 << 63;
        log = (log << 1) | u32::from(over);
        if over {
            rest >>= 1;
        }
    }
    log
}

/// A hasher for numbers that are spread unevenly: multiply, and fold the high half on the low.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, own: u64) {
        let product = u128::from(self.0 ^ own) * 0x9E37_79B9_7F4A_7C15;
        self.0 = (product as u64) ^ ((product >> 64) as u64);
    }

    fn write_u128(&mut self, own: u128) {
        self.write_u64(own as u64);
        self.write_u64((own >> 64) as u64 ^ 0x5851_F42D_4C95_7F2D);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_as_in_floating_point() {
        let mut seen = 0;
        for above in (1..=400).chain([50_001, 1 << 20, u64::from(u32::MAX) + 1]) {
            for below in 1..=above.min(60) {
                let exact = (above as f64 / below as f64).log2() * 32.0;
                let own = f64::from(log2(above, below));
                assert!(
                    own <= exact + 1e-9 && exact - own < 1.0 + 1e-9,
                    "{above}/{below}: {own}"
                );
                seen += 1;
            }
        }
        assert!(seen > 20_000);
    }
}
