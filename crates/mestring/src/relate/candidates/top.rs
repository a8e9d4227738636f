//! The nearest texts by cosine, exactly, reading as little of the index as that needs.
//!
//! Terms are read from the rarest, which weighs most. A text that has none of the terms read so far
//! has at most the weight of those left in common: its cosine is at most the root of their share of
//! the asking text's squared length, since its own squared length is at least what is shared. When
//! that is below the k-th best of the texts met so far, the frequent terms need not be read, and the
//! texts that could still be among the nearest are compared in full. (The bound is that of prefix
//! filtering: Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007; to read by
//! weight until it holds is from Turtle and Flood, "Query evaluation: strategies and optimizations",
//! 1995.) To compare is cheap, since each text keeps as bits which of the most frequent terms it has.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::scratch::{SLACK, Scratch, Term};
use super::side::{BLOCK, Block, Side, Slot};
use super::terms::{Lexicon, similarity};

/// How many entries of the index are read in the time that it takes to compare a text term by term.
const COMPARING: usize = 60;

/// A text and how near it is, in millionths.
pub(super) type Near = (u32, u32);

/// A text that asks for its nearest.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asking<'a> {
    /// Its terms, ascending.
    pub(super) terms: &'a [u32],
    /// Its squared length, with terms that no text of the index has.
    pub(super) norm: u64,
    /// How many of the nearest.
    pub(super) top: usize,
    /// The least similarity.
    pub(super) at_least: u32,
}

/// The nearest texts of a side, nearest first; of texts equally near the one whose first record comes
/// first. All share a term with the text that asks.
pub(super) fn nearest(
    side: &Side,
    lexicon: &Lexicon,
    asking: Asking<'_>,
    scratch: &mut Scratch,
    before: &impl Fn(Slot, Slot) -> bool,
) -> Vec<Near> {
    if asking.top == 0 || asking.norm == 0 {
        return Vec::new();
    }
    let terms = asking.terms.iter().map(|term| Term {
        bit: lexicon.bit(*term),
        square: lexicon.square(*term),
        term: *term,
    });
    let mut terms: Vec<Term> = terms.filter(|own| own.square > 0).collect();
    // Those with a bit are the most frequent.
    terms.sort_unstable_by_key(|own| (own.bit.is_some(), Reverse(own.square), own.term));
    scratch.start(side, lexicon, &terms);
    let mut best = Best::new(asking);
    // Blocks whose texts are about as long as the one that asks come first: the best are there, and
    // who is best lets most of the others unread.
    let all: u64 = terms.iter().map(|own| u64::from(own.square)).sum();
    let length = (asking.norm as f64).sqrt();
    let blocks = side.blocks.iter().enumerate();
    let blocks = blocks.map(|(at, own)| (most(own.span, all, length), at, own));
    let mut blocks: Vec<(f64, usize, &Block)> = blocks.collect();
    blocks.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    for (most, at, block) in blocks {
        if most < f64::from(best.least) {
            break;
        }
        let (rest, left) = if asking.norm > u64::from(u32::MAX) {
            // Thousands of terms, more than the sums can hold: everybody is compared.
            scratch.hopeful.clear();
            let all = side
                .inverse
                .iter()
                .copied()
                .zip(0..)
                .skip(at * BLOCK)
                .take(BLOCK);
            scratch
                .hopeful
                .extend(all.filter(|(inverse, _)| *inverse > 0.0));
            (terms.as_slice(), asking.norm)
        } else {
            read(side, asking, &terms, block, &best, scratch)
        };
        finish(side, asking, rest, left, &mut best, scratch);
        scratch.forget();
    }
    scratch.clear(&terms);
    sorted(side, best.found(), asking.top, before)
}

/// The best texts so far, and some that were.
struct Best {
    top: usize,
    /// What a text needs at least to be among them.
    least: u32,
    /// The similarities of the best, the least on top.
    heap: BinaryHeap<Reverse<u32>>,
    found: Vec<Near>,
}

impl Best {
    fn new(asking: Asking<'_>) -> Self {
        Best {
            top: asking.top,
            least: asking.at_least.max(1),
            heap: BinaryHeap::new(),
            found: Vec::new(),
        }
    }

    fn add(&mut self, text: u32, near: u32) {
        if near < self.least {
            return;
        }
        self.found.push((text, near));
        self.heap.push(Reverse(near));
        if self.heap.len() > self.top {
            self.heap.pop();
        }
        if self.full() {
            self.least = self
                .heap
                .peek()
                .map_or(self.least, |own| own.0.max(self.least));
        }
    }

    fn full(&self) -> bool {
        self.heap.len() == self.top
    }

    fn found(mut self) -> Vec<Near> {
        let least = self.least;
        self.found.retain(|(_, near)| *near >= least);
        self.found
    }
}

/// How near a text can be, in millionths, that shares at most `left` and whose squared length is
/// within a span: what is shared is at most the text's own squared length, so that the nearest would
/// be one of just what is left, the shortest above that, or the longest below.
fn most((least, most): (u64, u64), left: u64, length: f64) -> f64 {
    let best = left.clamp(least.min(most), most);
    let shared = left.min(best) as f64;
    shared / ((best.max(1) as f64).sqrt() * length) * 1_000_000.0 + SLACK
}

/// Reads terms until no text that was not met can be among the nearest, and none but the most
/// frequent are left. These, and their weight; `hopeful` holds who can be among the nearest.
fn read<'a>(
    side: &Side,
    asking: Asking<'_>,
    terms: &'a [Term],
    block: &Block,
    best: &Best,
    scratch: &mut Scratch,
) -> (&'a [Term], u64) {
    let mut left: u64 = terms.iter().map(|own| u64::from(own.square)).sum();
    let length = (asking.norm as f64).sqrt();
    let mut threshold = f64::from(best.least);
    let (mut since, mut looked) = (0, 0);
    let mut rest = terms;
    while let Some((own, after)) = rest.split_first() {
        // To look who is best costs about as much as it took to meet them.
        let met = scratch.met;
        if !best.full() && met >= asking.top && since >= 2 * met {
            (since, looked) = (0, 0);
            threshold = threshold.max(kth(side, asking, scratch));
        }
        if most(block.span, left, length) < threshold {
            if own.bit.is_some() {
                break;
            }
            if since >= looked {
                // Those left without a bit are read only where that costs less than to do without.
                scratch.hope(side, left, length, threshold);
                let unread = rest.iter().take_while(|own| own.bit.is_none());
                let unread: usize = unread.map(|own| block.having(own.term).len()).sum();
                if scratch.hopeful.len() * COMPARING < unread {
                    return (rest, left);
                }
                looked = since + scratch.met;
            }
        }
        let texts = block.having(own.term);
        scratch.meet(texts, own.square);
        since += texts.len();
        scratch.reads.postings += texts.len() as u64;
        left -= u64::from(own.square);
        rest = after;
    }
    scratch.hope(side, left, length, threshold);
    (rest, left)
}

/// What the k-th best text has at least: those that look best by the terms read so far are compared
/// in full.
fn kth(side: &Side, asking: Asking<'_>, scratch: &mut Scratch) -> f64 {
    let mut hopeful = std::mem::take(&mut scratch.hopeful);
    hopeful.clear();
    hopeful.extend(scratch.touched.iter().take(scratch.met).map(|text| {
        let inverse = side.inverse.get(*text as usize).copied().unwrap_or(0.0);
        (scratch.sum(*text) as f64 * inverse, *text)
    }));
    if hopeful.len() > asking.top {
        hopeful.select_nth_unstable_by(asking.top, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        hopeful.truncate(asking.top);
    }
    let near = hopeful
        .iter()
        .map(|(_, text)| scratch.compare(side, asking, *text));
    let least = near.min().unwrap_or(0);
    scratch.hopeful = hopeful;
    f64::from(least)
}

/// The texts that were met and may be among the nearest, each compared in full.
fn finish(
    side: &Side,
    asking: Asking<'_>,
    rest: &[Term],
    left: u64,
    best: &mut Best,
    scratch: &mut Scratch,
) {
    let bits = rest.iter().all(|own| own.bit.is_some());
    if scratch.hopeful.is_empty() {
        return;
    }
    // Terms that were read are in the sums.
    let unread = rest.iter().filter_map(|own| own.bit);
    let unread = unread.fold(0, |mask, bit| mask | 1u128 << bit);
    let by_length = 1_000_000.0 / (asking.norm as f64).sqrt();
    let hopeful = std::mem::take(&mut scratch.hopeful);
    for (inverse, text) in &hopeful {
        // Who was best before may leave this one no hope.
        let by_length = inverse * by_length;
        let enough = f64::from(best.least) - SLACK;
        if (scratch.sum(*text) + left) as f64 * by_length < enough {
            continue;
        }
        let near = if bits {
            scratch.reads.compared += 1;
            let mask = side.masks.get(*text as usize).copied().unwrap_or(0);
            let shared = scratch.sum(*text) + scratch.weigh(mask & unread);
            if (shared as f64 * by_length) < enough {
                continue;
            }
            similarity(shared, asking.norm, side.norm(*text))
        } else {
            scratch.compare(side, asking, *text)
        };
        best.add(*text, near);
    }
    scratch.hopeful = hopeful;
}

/// The nearest first; of those equally near the one whose first record comes first.
fn sorted(
    side: &Side,
    mut found: Vec<Near>,
    top: usize,
    before: &impl Fn(Slot, Slot) -> bool,
) -> Vec<Near> {
    let first = |text: u32| {
        let own = side.texts.get(text as usize);
        own.and_then(|own| own.members.first()).copied()
    };
    found.sort_unstable_by(|a, b| {
        let by_id = || match (first(a.0), first(b.0)) {
            (Some(one), Some(other)) if before(one, other) => Ordering::Less,
            (Some(one), Some(other)) if before(other, one) => Ordering::Greater,
            _ => a.0.cmp(&b.0),
        };
        b.1.cmp(&a.1).then_with(by_id)
    });
    found.truncate(top);
    found
}
