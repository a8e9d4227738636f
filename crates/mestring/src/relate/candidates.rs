//! The pairs of records that are worth comparing, out of all.
//!
//! n records are n (n - 1) / 2 pairs; a [`Search`] finds the few that could be the same thing, within
//! one [`Table`] ([`within`]) or between two ([`between`]). Each text column is an index of its own
//! (one index of everything joined finds less), in which every record asks for its nearest by cosine
//! over character n-grams and words weighed by how rare they are; the answer is exact, not
//! approximate. Records that share a value of a key are candidates too, so that two names of one
//! thing without a common letter meet. What costs more than it may is told in the [`Report`].
//!
//! The result is the same for any order of the rows and any number of threads: sums are of whole
//! numbers, and what is equally near stands in the order of the ids.
//!
//! An [`Index`] answers for one new record at a time. [`links`] maps each record to at most one
//! other.
//!
//! Candidates are not matches. What a pair is, rules and people say.
//!
//! ```
//! use mestring::relate::candidates::{Key, Search, Table, Text, within};
//!
//! let table = Table::new(["a", "b", "c", "d"])?
//!     .text("title", [
//!         Some("Hjarteskule"), Some("Hjerteskole for pasienter"), Some("Sorggruppe"), None,
//!     ])?
//!     .key("page", [vec![], vec![], vec!["/sorg"], vec!["/sorg"]])?;
//! let search = Search::new().text(Text::of("title")).key(Key::of("page"));
//! let found = within(&search, &table)?;
//! let pairs: Vec<(usize, usize)> = found.iter().map(|own| (own.a, own.b)).collect();
//! assert_eq!(pairs, [(0, 1), (2, 3)]);
//! # Ok::<(), mestring::relate::candidates::CandidateError>(())
//! ```

use std::num::NonZeroU32;

mod bag;
mod error;
mod keys;
mod link;
mod lists;
mod live;
mod parallel;
mod report;
mod scratch;
mod search;
mod side;
mod table;
mod terms;
mod top;

pub use error::CandidateError;
pub use link::{Link, Mapping, links};
pub use live::{Answer, Found, Index, Seen};
pub use report::{KeyReport, LeftOut, Report, TextReport};
pub use search::{Folding, Key, MOST_COLUMNS, Search, Text};
pub use table::{Record, Table};

use keys::{Pair, Values};
use lists::{Column, NearSlot};
use side::Slot;
use table::Rows;

/// How near two records are by one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nearness {
    /// The cosine of the two texts, in millionths; a million for texts that are equal after folding.
    pub similarity: u32,
    /// Which of the nearest the other is, from 1, for `a` and for `b`; `None` where it is not among
    /// those that are taken.
    pub rank: [Option<NonZeroU32>; 2],
    /// By how many millionths the similarity is above that of the nearest record but this, for `a`
    /// and for `b`; below 0 where another is nearer, 0 where another is as near. `None` where the
    /// text finds nothing ([`Text::top`] is 0).
    pub margin: [Option<i32>; 2],
}

/// Two records that are worth comparing, with what found them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// The row of the one: within one table of the lesser id, between two of the first table.
    pub a: usize,
    /// The row of the other.
    pub b: usize,
    /// How near they are by each text of the search, whichever found them; `None` where one of them
    /// lacks the text.
    pub texts: &'a [Option<Nearness>],
    keys: u64,
}

impl Candidate<'_> {
    /// True where a text found the pair: one is among the nearest of the other.
    pub fn found_by_text(&self, text: usize) -> bool {
        let own = self.texts.get(text).copied().flatten();
        own.is_some_and(|own| own.rank.iter().any(Option::is_some))
    }

    /// True where a key found the pair: both have a value of it that not too many share.
    pub fn found_by_key(&self, key: usize) -> bool {
        key < MOST_COLUMNS && self.keys >> key & 1 == 1
    }
}

/// The pairs that a search found.
///
/// What it prints of itself are rows and numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Candidates {
    /// The rows of each pair, and the keys that found it.
    pairs: Vec<(usize, usize, u64)>,
    /// For each pair as many as there are texts.
    texts: Vec<Option<Nearness>>,
    width: usize,
    one_table: bool,
    report: Report,
}

impl Candidates {
    /// The pairs, each once, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = Candidate<'_>> {
        let pairs = self.pairs.iter().enumerate();
        pairs.map(|(at, (a, b, keys))| Candidate {
            a: *a,
            b: *b,
            texts: self
                .texts
                .get(at * self.width..(at + 1) * self.width)
                .unwrap_or_default(),
            keys: *keys,
        })
    }

    /// How many pairs there are.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// True where no pair was found.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// What the search did, and what it left out.
    pub fn report(&self) -> &Report {
        &self.report
    }
}

/// The candidates among the records of one table.
///
/// # Errors
/// When an option is out of bounds, or the table lacks a column of the search.
pub fn within(search: &Search, table: &Table<'_>) -> Result<Candidates, CandidateError> {
    search.check()?;
    let n = table.len() as u64;
    Ok(find(
        search,
        &table.read(search)?,
        None,
        n * n.saturating_sub(1) / 2,
    ))
}

/// The candidates between the records of two tables; `a` of each is of the first, `b` of the second.
/// The same id may stand in both, and means nothing.
///
/// # Errors
/// When an option is out of bounds, or a table lacks a column of the search.
pub fn between(
    search: &Search,
    first: &Table<'_>,
    second: &Table<'_>,
) -> Result<Candidates, CandidateError> {
    search.check()?;
    let possible = first.len() as u64 * second.len() as u64;
    let second = second.read(search)?;
    Ok(find(search, &first.read(search)?, Some(&second), possible))
}

fn find(search: &Search, a: &Rows<'_>, b: Option<&Rows<'_>>, possible: u64) -> Candidates {
    let mut report = Report {
        possible,
        ..Report::default()
    };
    let mut pairs: Vec<(Pair, u64)> = Vec::new();
    let mut columns = Vec::new();
    for (at, how) in search.texts().iter().enumerate() {
        let (column, mut told) = Column::of(at, how, search, a, b);
        let found = column.pairs();
        told.found = found.len() as u64;
        pairs.extend(found.into_iter().map(|pair| (pair, 0)));
        merge(&mut pairs);
        columns.push(column);
        report.texts.push(told);
    }
    let values = |at: usize| Values {
        a: a.keys.get(at).map_or(&[], Vec::as_slice),
        b: b.map(|b| b.keys.get(at).map_or(&[][..], Vec::as_slice)),
    };
    for (at, key) in search.keys().iter().enumerate() {
        let refining = search.refining(key).map(values);
        let (found, told) = keys::pairs(key, values(at), refining, &a.rows);
        pairs.extend(found.into_iter().map(|pair| (pair, 1 << at)));
        merge(&mut pairs);
        report.keys.push(told);
    }
    let near = columns.iter().map(|column| {
        let of =
            |(): &mut (), at: usize| nearness(column, pairs.get(at).map_or((0, 0), |own| own.0));
        parallel::each(pairs.len(), search.on_threads(), || (), of)
    });
    let near: Vec<Vec<Option<Nearness>>> = near.collect();
    let texts = (0..pairs.len()).flat_map(|at| near.iter().map(move |of| of.get(at).copied()));
    let rows = |of: &Rows<'_>, slot: Slot| of.rows.get(slot as usize).copied().unwrap_or_default();
    let of_pair =
        |((one, other), keys): &(Pair, u64)| (rows(a, *one), rows(b.unwrap_or(a), *other), *keys);
    Candidates {
        pairs: pairs.iter().map(of_pair).collect(),
        texts: texts.map(Option::flatten).collect(),
        width: columns.len(),
        one_table: b.is_none(),
        report,
    }
}

/// Joins what found the same pair.
fn merge(pairs: &mut Vec<(Pair, u64)>) {
    pairs.sort_unstable();
    pairs.dedup_by(|later, kept| {
        let same = later.0 == kept.0;
        if same {
            kept.1 |= later.1;
        }
        same
    });
}

fn nearness(column: &Column, (a, b): Pair) -> Option<Nearness> {
    let similarity = column.near(a, b)?;
    let (of_a, of_b) = (column.list_a(a), column.list_b(b));
    let margin = |list: &[NearSlot], other: Slot| {
        (column.taken > 0).then(|| margin(similarity, list, other))
    };
    Some(Nearness {
        similarity,
        rank: [rank(of_a, b, column.taken), rank(of_b, a, column.taken)],
        margin: [margin(of_a, b), margin(of_b, a)],
    })
}

/// Which of the nearest a record is, from 1.
fn rank(list: &[NearSlot], other: Slot, taken: usize) -> Option<NonZeroU32> {
    let at = list.iter().take(taken).position(|own| own.0 == other)?;
    NonZeroU32::new(at as u32 + 1)
}

/// By how much a record is nearer than the nearest but it.
fn margin(similarity: u32, list: &[NearSlot], other: Slot) -> i32 {
    let best = list
        .iter()
        .find(|own| own.0 != other)
        .map_or(0, |own| own.1);
    // Both are at most a million.
    similarity as i32 - best as i32
}

#[cfg(test)]
mod tests;
