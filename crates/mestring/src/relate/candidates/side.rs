//! The distinct texts of a column with their records, and for each term the texts that have it.

use std::collections::HashMap;

use super::bag::Bag;
use super::parallel;
use super::search::{Search, Text};
use super::terms::Lexicon;

/// How many texts are looked at together; few in tests, where there are few texts.
pub(super) const BLOCK: usize = if cfg!(test) { 8 } else { 8_192 };

/// A place in the list of records; see each use for whose.
pub(super) type Slot = u32;

/// A text that one record or several have.
#[derive(Debug, Clone)]
pub(super) struct OneText {
    /// Its folded words with single spaces between.
    pub(super) folded: Box<str>,
    /// Its terms, ascending.
    pub(super) terms: Vec<u32>,
    /// Those who have it, in the order of their ids.
    pub(super) members: Vec<Slot>,
}

/// Which of some texts have which terms.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// The least and the greatest squared length of the texts.
    pub(super) span: (u64, u64),
    /// For each term that is not cut the texts that have it, ascending.
    postings: Vec<Vec<u32>>,
}

impl Block {
    /// The texts that have a term.
    pub(super) fn having(&self, term: u32) -> &[u32] {
        self.postings.get(term as usize).map_or(&[], Vec::as_slice)
    }
}

/// The texts of a column on one side of a comparison.
#[derive(Debug, Clone, Default)]
pub(super) struct Side {
    pub(super) texts: Vec<OneText>,
    /// The squared length of each text.
    pub(super) norms: Vec<u64>,
    /// One by the length of each text, 0 for a text without length: to estimate by.
    pub(super) inverse: Vec<f64>,
    /// Which of the most frequent terms each text has.
    pub(super) masks: Vec<u128>,
    /// The texts by terms, so many texts at a time.
    pub(super) blocks: Vec<Block>,
    /// The text of each slot.
    pub(super) text_of: Vec<Option<u32>>,
    by_folded: HashMap<Box<str>, u32>,
}

impl Side {
    /// The texts of a column whose values are in the order of their ids; terms get numbers, and no
    /// weights yet.
    pub(super) fn of(
        column: &[Option<&str>],
        how: &Text,
        search: &Search,
        lexicon: &mut Lexicon,
    ) -> Side {
        // Equal values are folded once.
        let mut values: Vec<&str> = column.iter().flatten().copied().collect();
        values.sort_unstable();
        values.dedup();
        let bags = parallel::each(
            values.len(),
            search.on_threads(),
            || (),
            |(), at| values.get(at).and_then(|value| Bag::of(value, how)),
        );
        let mut side = Side::default();
        let mut text_of_value: Vec<Option<u32>> = Vec::with_capacity(bags.len());
        for bag in bags {
            text_of_value.push(bag.map(|bag| side.intern(bag, lexicon)));
        }
        side.text_of = vec![None; column.len()];
        for (slot, value) in column.iter().enumerate() {
            let Some(value) = value else { continue };
            let at = values.binary_search(value).ok();
            let text = at.and_then(|at| text_of_value.get(at).copied().flatten());
            if let Some(of) = side.text_of.get_mut(slot) {
                *of = text;
            }
            if let Some(own) = text.and_then(|text| side.texts.get_mut(text as usize)) {
                own.members.push(slot as Slot);
            }
        }
        side
    }

    /// The number of a text; a new one has no members and is in no postings.
    fn intern(&mut self, mut bag: Bag, lexicon: &mut Lexicon) -> u32 {
        if let Some(text) = self.by_folded.get(bag.folded.as_str()) {
            return *text;
        }
        let text = self.texts.len() as u32;
        let folded = std::mem::take(&mut bag.folded).into_boxed_str();
        self.by_folded.insert(folded.clone(), text);
        self.push(OneText {
            folded,
            terms: lexicon.intern(bag),
            members: Vec::new(),
        });
        text
    }

    /// The number of a text that is there.
    pub(super) fn find(&self, folded: &str) -> Option<u32> {
        self.by_folded.get(folded).copied()
    }

    /// How many texts with members have each term.
    pub(super) fn counts(&self, terms: usize) -> Vec<u32> {
        let mut counts = vec![0; terms];
        let texts = self.texts.iter().filter(|own| !own.members.is_empty());
        for term in texts.flat_map(|own| &own.terms) {
            if let Some(count) = counts.get_mut(*term as usize) {
                *count += 1;
            }
        }
        counts
    }

    /// How many texts have members.
    pub(super) fn held(&self) -> usize {
        let texts = self.texts.iter();
        texts.filter(|own| !own.members.is_empty()).count()
    }

    /// Fills lengths and postings by the weights. Texts are numbered anew by their lengths, so that
    /// those of a block are about equally long.
    pub(super) fn post(&mut self, lexicon: &Lexicon) {
        let texts = std::mem::take(&mut self.texts).into_iter();
        let mut texts: Vec<(u64, u32, OneText)> = texts
            .zip(0..)
            .map(|(own, text)| (lexicon.norm(&own.terms), text, own))
            .collect();
        // Equal lengths in the order of the texts, which is not that of the rows.
        texts.sort_unstable_by(|a, b| (a.0, &a.2.folded).cmp(&(b.0, &b.2.folded)));
        let mut place = vec![0; texts.len()];
        for (new, (_, old, _)) in texts.iter().enumerate() {
            if let Some(of) = place.get_mut(*old as usize) {
                *of = new as u32;
            }
        }
        let moved = |text: &mut u32| *text = place.get(*text as usize).copied().unwrap_or(*text);
        self.text_of.iter_mut().flatten().for_each(moved);
        self.by_folded.values_mut().for_each(moved);
        (self.norms, self.inverse, self.masks) = (Vec::new(), Vec::new(), Vec::new());
        self.blocks.clear();
        for (norm, _, own) in texts {
            self.push(own);
            self.weigh(self.texts.len() as u32 - 1, norm, lexicon);
        }
    }

    fn push(&mut self, own: OneText) {
        self.texts.push(own);
        self.norms.push(0);
        self.inverse.push(0.0);
        self.masks.push(0);
    }

    /// Enters a text with its length, and at each of its terms where it has members.
    fn weigh(&mut self, text: u32, norm: u64, lexicon: &Lexicon) {
        let at = text as usize;
        let Some(own) = self.texts.get(at) else {
            return;
        };
        let length = (norm as f64).sqrt();
        let inverse = if norm == 0 { 0.0 } else { 1.0 / length };
        if let (Some(of_norm), Some(of_inverse), Some(of_mask)) = (
            self.norms.get_mut(at),
            self.inverse.get_mut(at),
            self.masks.get_mut(at),
        ) {
            (*of_norm, *of_inverse, *of_mask) = (norm, inverse, lexicon.mask(&own.terms));
        }
        if own.members.is_empty() {
            return;
        }
        let none = Block {
            span: (u64::MAX, 0),
            postings: Vec::new(),
        };
        if self.blocks.len() <= at / BLOCK {
            self.blocks.resize(at / BLOCK + 1, none);
        }
        let Some(block) = self.blocks.get_mut(at / BLOCK) else {
            return;
        };
        block.span = (block.span.0.min(norm), block.span.1.max(norm));
        block
            .postings
            .resize(lexicon.len().max(block.postings.len()), Vec::new());
        for term in own.terms.iter().filter(|term| lexicon.square(**term) > 0) {
            if let Some(texts) = block.postings.get_mut(*term as usize) {
                let at = texts.partition_point(|other| *other < text);
                texts.insert(at, text);
            }
        }
    }

    /// Gives a record its text. `before` says which of two records comes first.
    pub(super) fn add(
        &mut self,
        slot: Slot,
        bag: Option<Bag>,
        lexicon: &mut Lexicon,
        before: impl Fn(Slot, Slot) -> bool,
    ) {
        let text = bag.map(|bag| self.intern(bag, lexicon));
        if self.text_of.len() <= slot as usize {
            self.text_of.resize(slot as usize + 1, None);
        }
        if let Some(of) = self.text_of.get_mut(slot as usize) {
            *of = text;
        }
        let Some((text, own)) = text.and_then(|at| Some((at, self.texts.get_mut(at as usize)?)))
        else {
            return;
        };
        let at = own.members.partition_point(|other| before(*other, slot));
        own.members.insert(at, slot);
        if own.members.len() == 1 {
            let norm = lexicon.norm(&own.terms);
            self.weigh(text, norm, lexicon);
        }
    }

    /// Takes a record out.
    pub(super) fn remove(&mut self, slot: Slot) {
        let text = self.text_of.get_mut(slot as usize).and_then(Option::take);
        let Some((text, own)) = text.and_then(|at| Some((at, self.texts.get_mut(at as usize)?)))
        else {
            return;
        };
        own.members.retain(|other| *other != slot);
        if !own.members.is_empty() {
            return;
        }
        let Some(block) = self.blocks.get_mut(text as usize / BLOCK) else {
            return;
        };
        for term in &own.terms {
            if let Some(texts) = block.postings.get_mut(*term as usize)
                && let Ok(at) = texts.binary_search(&text)
            {
                texts.remove(at);
            }
        }
    }

    /// The text of a record, and its squared length.
    pub(super) fn text_of(&self, slot: Slot) -> Option<(&OneText, u64)> {
        let text = self.text_of.get(slot as usize).copied().flatten()?;
        Some((self.texts.get(text as usize)?, self.norm(text)))
    }

    /// The squared length of a text.
    pub(super) fn norm(&self, text: u32) -> u64 {
        self.norms.get(text as usize).copied().unwrap_or(0)
    }
}
