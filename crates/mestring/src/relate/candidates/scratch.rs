//! The sums that a question adds up, and which texts they are of.

use super::side::Side;
use super::terms::{BITS, Lexicon, similarity};
use super::top::Asking;

/// By how many millionths a bound in floating point may be off, rounding to millionths included.
pub(super) const SLACK: f64 = 2.0;

/// How much was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Reads {
    /// Entries of the index.
    pub(super) postings: u64,
    /// Texts that were compared in full.
    pub(super) compared: u64,
}

/// What one thread keeps between two questions.
#[derive(Debug, Clone, Default)]
pub(super) struct Scratch {
    /// For each text the sum over the terms read so far.
    sums: Vec<u32>,
    /// The texts whose sum is not 0, and room behind them.
    pub(super) touched: Vec<u32>,
    /// How many these are.
    pub(super) met: usize,
    /// For each term that is asked for its square, for others 0.
    marks: Vec<u32>,
    /// What each bit of a mask weighs that is asked for.
    weights: Vec<u32>,
    /// Texts that may be among the nearest, each with one by its length.
    pub(super) hopeful: Vec<(f64, u32)>,
    pub(super) reads: Reads,
}

/// A term that is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Term {
    pub(super) bit: Option<u8>,
    pub(super) square: u32,
    pub(super) term: u32,
}

impl Scratch {
    pub(super) fn start(&mut self, side: &Side, lexicon: &Lexicon, terms: &[Term]) {
        if self.sums.len() < side.texts.len() {
            self.sums.resize(side.texts.len(), 0);
        }
        if self.marks.len() < lexicon.len() {
            self.marks.resize(lexicon.len(), 0);
        }
        self.weights.resize(BITS, 0);
        for Term { bit, square, term } in terms {
            if let Some(mark) = self.marks.get_mut(*term as usize) {
                *mark = *square;
            }
            if let Some(weight) = bit.and_then(|bit| self.weights.get_mut(bit as usize)) {
                *weight = *square;
            }
        }
    }

    pub(super) fn clear(&mut self, terms: &[Term]) {
        for Term { term, .. } in terms {
            if let Some(mark) = self.marks.get_mut(*term as usize) {
                *mark = 0;
            }
        }
    }

    /// Adds a term to the sums of those who have it.
    pub(super) fn meet(&mut self, texts: &[u32], square: u32) {
        // No more are new than there are; the last is written where nobody reads.
        if self.touched.len() < self.met + texts.len() + 1 {
            self.touched.resize(self.met + texts.len() + 1, 0);
        }
        let mut met = self.met;
        for text in texts {
            if let (Some(sum), Some(place)) =
                (self.sums.get_mut(*text as usize), self.touched.get_mut(met))
            {
                // Half of them are new, in no order that a processor could foresee: no branch.
                *place = *text;
                met += usize::from(*sum == 0);
                *sum += square;
            }
        }
        self.met = met;
    }

    pub(super) fn forget(&mut self) {
        let met = std::mem::take(&mut self.met);
        for text in self.touched.iter().take(met).copied() {
            if let Some(sum) = self.sums.get_mut(text as usize) {
                *sum = 0;
            }
        }
    }

    pub(super) fn sum(&self, text: u32) -> u64 {
        self.sums.get(text as usize).copied().unwrap_or(0).into()
    }

    /// What the terms weigh whose bits are in a mask.
    pub(super) fn weigh(&self, mask: u128) -> u64 {
        let (mut sum, mut mask) = (0, mask);
        while mask != 0 {
            let weight = self.weights.get(mask.trailing_zeros() as usize).copied();
            sum += u64::from(weight.unwrap_or(0));
            mask &= mask - 1;
        }
        sum
    }

    /// Who of those that were met can be among the nearest, with all that is left.
    pub(super) fn hope(&mut self, side: &Side, left: u64, length: f64, threshold: f64) {
        let Scratch {
            sums,
            touched,
            hopeful,
            met,
            ..
        } = self;
        let enough = (threshold - SLACK) / 1_000_000.0 * length;
        hopeful.clear();
        for text in touched.iter().take(*met) {
            let inverse = side.inverse.get(*text as usize).copied().unwrap_or(0.0);
            let sum = sums.get(*text as usize).copied().unwrap_or(0);
            if (u64::from(sum) + left) as f64 * inverse >= enough {
                hopeful.push((inverse, *text));
            }
        }
    }

    /// How near a text is, over all its terms.
    pub(super) fn compare(&mut self, side: &Side, asking: Asking<'_>, text: u32) -> u32 {
        self.reads.compared += 1;
        let own = side.texts.get(text as usize);
        let terms = own.map_or(&[][..], |own| own.terms.as_slice()).iter();
        let marks = terms.map(|term| self.marks.get(*term as usize).copied().unwrap_or(0));
        similarity(marks.map(u64::from).sum(), asking.norm, side.norm(text))
    }
}
