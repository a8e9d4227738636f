//! Which choices a failure rests on.

use super::super::problem::NEEDS;

/// Choices: of a way for an item, or of a resource for a need of it.
#[derive(Clone, Default)]
pub(super) struct Blame(Vec<u64>);

/// The position of a choice: of the item's way, or of the resource of its need.
pub(super) fn position(at: usize, need: Option<usize>) -> usize {
    at * (NEEDS + 1) + need.map_or(0, |need| need + 1)
}

impl Blame {
    /// Adds the choice.
    pub(super) fn add(&mut self, at: usize) {
        if self.0.len() <= at / 64 {
            self.0.resize(at / 64 + 1, 0);
        }
        if let Some(word) = self.0.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }

    /// Takes the choice out; whether it was there.
    pub(super) fn take(&mut self, at: usize) -> bool {
        self.0.get_mut(at / 64).is_some_and(|word| {
            let there = *word & (1 << (at % 64)) != 0;
            *word &= !(1 << (at % 64));
            there
        })
    }

    /// Adds the choices of the other.
    pub(super) fn all_of(&mut self, other: &Blame) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (own, word) in self.0.iter_mut().zip(&other.0) {
            *own |= word;
        }
    }
}
