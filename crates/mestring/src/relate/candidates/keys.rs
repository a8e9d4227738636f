//! Pairs of records that share a value of a key, as many as the budget allows.
//!
//! How many pairs each value gives is known before any pair is made. Values that fewest share come
//! first, since they say most; those that no longer fit are divided by another key or left out.

use super::report::{KeyReport, LeftOut};
use super::search::Key;
use super::side::Slot;

/// Two records, by their slots: of one table the first comes first by id, of two tables it is of the
/// first.
pub(super) type Pair = (Slot, Slot);

/// The records that share a value.
#[derive(Debug, Clone, Default)]
struct Block {
    a: Vec<Slot>,
    /// Of the second table, where there are two.
    b: Option<Vec<Slot>>,
}

impl Block {
    fn records(&self) -> usize {
        self.a.len() + self.b.as_ref().map_or(0, Vec::len)
    }

    /// How many pairs the records are.
    fn count(&self) -> u64 {
        let a = self.a.len() as u64;
        match &self.b {
            None => a * a.saturating_sub(1) / 2,
            Some(b) => a * b.len() as u64,
        }
    }

    fn pairs(&self, into: &mut Vec<Pair>) {
        for (at, one) in self.a.iter().enumerate() {
            let others = match &self.b {
                None => self.a.get(at + 1..).unwrap_or_default(),
                Some(b) => b,
            };
            into.extend(others.iter().map(|other| (*one, *other)));
        }
    }
}

/// A key's values of each record, by slot: of one table, or of two.
#[derive(Clone, Copy)]
pub(super) struct Values<'a> {
    pub(super) a: &'a [Vec<&'a str>],
    pub(super) b: Option<&'a [Vec<&'a str>]>,
}

impl Values<'_> {
    fn records(&self) -> usize {
        self.a.len() + self.b.map_or(0, <[_]>::len)
    }

    /// The records of a block, or of all, by the values that they share, in the order of the values.
    fn blocks(&self, within: Option<&Block>) -> Vec<Block> {
        let a = entries(self.a, within.map(|own| own.a.as_slice()), 0);
        let b = self
            .b
            .map(|own| entries(own, within.and_then(|own| own.b.as_deref()), 1));
        let two = b.is_some();
        let mut all: Vec<(&str, u8, Slot)> = a.into_iter().chain(b.into_iter().flatten()).collect();
        all.sort_unstable();
        let blocks = all.chunk_by(|a, b| a.0 == b.0).map(|own| {
            let of = |side| {
                let own = own.iter().filter(move |entry| entry.1 == side);
                own.map(|entry| entry.2).collect::<Vec<_>>()
            };
            Block {
                a: of(0),
                b: two.then(|| of(1)),
            }
        });
        blocks.filter(|own| own.count() > 0).collect()
    }
}

/// Each value with its record.
fn entries<'a>(
    values: &'a [Vec<&'a str>],
    within: Option<&[Slot]>,
    side: u8,
) -> Vec<(&'a str, u8, Slot)> {
    let of = |slot: Slot| {
        let own = values.get(slot as usize).into_iter().flatten();
        own.map(move |value| (*value, side, slot))
    };
    match within {
        Some(slots) => slots.iter().copied().flat_map(of).collect(),
        None => (0..values.len() as Slot).flat_map(of).collect(),
    }
}

/// The pairs of a key, each once and in order, and what was left out. `rows` gives the row of a slot
/// of the first table.
pub(super) fn pairs(
    key: &Key,
    values: Values<'_>,
    refining: Option<Values<'_>>,
    rows: &[usize],
) -> (Vec<Pair>, KeyReport) {
    let blocks = values.blocks(None);
    let limit = key.most_pairs.unwrap_or(10 * values.records() as u64);
    let mut report = KeyReport {
        column: key.column().to_owned(),
        shared: blocks.len(),
        estimated: blocks.iter().map(Block::count).sum(),
        limit,
        ..KeyReport::default()
    };
    let mut found = Vec::new();
    let (mut left, over) = take(blocks, limit, &mut found);
    let mut parts: Vec<(usize, Block)> = Vec::new();
    if let Some(refining) = refining {
        for (at, block) in over.iter().enumerate() {
            let own = refining.blocks(Some(block)).into_iter();
            parts.extend(own.map(|part| (at, part)));
        }
    }
    parts.sort_by_key(|(at, part)| (part.count(), *at));
    let mut refined = vec![0; over.len()];
    for (at, part) in parts {
        let count = part.count();
        if count > left {
            break;
        }
        left -= count;
        part.pairs(&mut found);
        if let Some(sum) = refined.get_mut(at) {
            *sum += count;
        }
    }
    let told = over.iter().zip(refined).map(|(block, refined)| LeftOut {
        row: first(block)
            .and_then(|slot| rows.get(slot as usize))
            .copied()
            .unwrap_or_default(),
        records: block.records(),
        pairs: block.count(),
        refined,
    });
    report.left_out = told.collect();
    found.sort_unstable();
    found.dedup();
    report.found = found.len() as u64;
    (found, report)
}

fn first(block: &Block) -> Option<Slot> {
    block.a.first().copied()
}

/// Makes the pairs of the blocks that fit, those of fewest pairs first. What is left of the budget,
/// and the blocks that do not fit.
fn take(mut blocks: Vec<Block>, limit: u64, found: &mut Vec<Pair>) -> (u64, Vec<Block>) {
    // A stable sort: of blocks of one size that of the lesser value comes first.
    blocks.sort_by_key(Block::count);
    let mut left = limit;
    let fit = blocks.iter().take_while(|block| {
        let fits = block.count() <= left;
        if fits {
            left -= block.count();
        }
        fits
    });
    let fit = fit.count();
    let over = blocks.split_off(fit);
    for block in &blocks {
        block.pairs(found);
    }
    (left, over)
}
