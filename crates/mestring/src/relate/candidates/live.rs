//! An index that is asked for one record at a time, and changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::num::NonZeroU32;

use super::bag::Bag;
use super::lists::members;
use super::scratch::Scratch;
use super::search::Search;
use super::side::{Side, Slot};
use super::table::{Record, Table, distinct};
use super::terms::{Lexicon, similarity};
use super::top::{Asking, nearest};
use super::{CandidateError, MOST_COLUMNS, margin, rank};

/// How near a record is to the one that asked, by one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The cosine of the two texts, in millionths.
    pub similarity: u32,
    /// Which of the nearest it is, from 1; `None` where it is not among those that are taken.
    pub rank: Option<NonZeroU32>,
    /// By how many millionths it is nearer than the nearest but it; `None` where the text finds
    /// nothing.
    pub margin: Option<i32>,
}

/// A record of an index that is worth comparing with the one that asked.
///
/// What it prints of itself are numbers, and not the record's id.
#[derive(Clone, PartialEq, Eq)]
pub struct Found<'a> {
    /// The record's id.
    pub id: &'a str,
    /// How near it is by each text of the search; `None` where one of the two lacks the text.
    pub texts: Vec<Option<Seen>>,
    keys: u64,
}

impl Found<'_> {
    /// True where a key found it: both have a value of it that not too many share.
    pub fn found_by_key(&self, key: usize) -> bool {
        key < MOST_COLUMNS && self.keys >> key & 1 == 1
    }
}

/// Records that are asked for those worth comparing with a new one.
///
/// A record's own side is answered: its nearest among the records, not whether it would be among
/// theirs. How rare terms are is kept from when the index was made or [settled](Index::settle); a
/// term that was new since then counts as rare. So the order of additions does not matter, and what
/// was added and removed again leaves no trace in any answer.
///
/// What it prints of itself counts.
///
/// ```
/// use mestring::relate::candidates::{Index, Record, Search, Table, Text};
///
/// let table = Table::new(["a", "b"])?.text("title", [Some("Hjerteskole"), Some("Sorggruppe")])?;
/// let mut index = Index::new(&Search::new().text(Text::of("title")), &table)?;
/// let draft = Record { id: "new", texts: &[Some("Hjarteskule")], keys: &[] };
/// assert_eq!(index.candidates_of(&draft).found.first().map(|own| own.id), Some("a"));
/// index.remove("a");
/// assert!(index.candidates_of(&draft).found.is_empty());
/// # Ok::<(), mestring::relate::candidates::CandidateError>(())
/// ```
pub struct Index {
    search: Search,
    ids: Vec<Box<str>>,
    slots: BTreeMap<Box<str>, Slot>,
    texts: Vec<(Lexicon, Side)>,
    keys: Vec<BTreeMap<Box<str>, BTreeSet<Slot>>>,
    /// The values of each slot, one list for each key.
    values: Vec<Vec<Vec<Box<str>>>>,
    changed: usize,
}

/// What an index answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer<'a> {
    /// The candidates, in the order of their ids.
    pub found: Vec<Found<'a>>,
    /// Values that more records share than [`Key::most_for_one`](super::Key::most_for_one): the place
    /// of the key, and how many records are left out.
    pub left_out: Vec<(usize, usize)>,
    /// How many entries of the index were read.
    pub postings: u64,
}

impl Index {
    /// An index of the records of a table.
    ///
    /// # Errors
    /// When an option is out of bounds, or the table lacks a column of the search.
    pub fn new(search: &Search, table: &Table<'_>) -> Result<Self, CandidateError> {
        search.check()?;
        let rows = table.read(search)?;
        let mut index = Index {
            search: search.clone(),
            ids: Vec::new(),
            slots: BTreeMap::new(),
            texts: Vec::new(),
            keys: vec![BTreeMap::new(); search.keys().len()],
            values: Vec::new(),
            changed: 0,
        };
        for (how, column) in search.texts().iter().zip(&rows.texts) {
            let mut lexicon = Lexicon::default();
            let side = Side::of(column, how, search, &mut lexicon);
            index.texts.push((lexicon, side));
        }
        for (slot, id) in rows.ids.iter().enumerate() {
            let values = rows.keys.iter();
            let values = values.map(|own| own.get(slot).cloned().unwrap_or_default());
            index.enter(id, slot as Slot, &values.collect::<Vec<_>>());
        }
        index.settle();
        Ok(index)
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// True where there is no record.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// How many records were added or removed since terms were weighed.
    pub fn changed(&self) -> usize {
        self.changed
    }

    /// Weighs every term anew by the records that are there now. The index then answers as a new one
    /// of the same records.
    pub fn settle(&mut self) {
        for (how, (lexicon, side)) in self.search.texts().iter().zip(&mut self.texts) {
            let counts = side.counts(lexicon.len());
            lexicon.weigh(how, &counts, None, side.held() as u64);
            side.post(lexicon);
        }
        self.changed = 0;
    }

    /// Adds a record; one of the same id is replaced.
    pub fn add(&mut self, record: &Record<'_>) {
        self.remove(record.id);
        let slot = self.ids.len() as Slot;
        let values = self.values_of(record);
        self.enter(record.id, slot, &values);
        let ids = &self.ids;
        let before = |one: Slot, other: Slot| id(ids, one) < id(ids, other);
        for (at, (how, (lexicon, side))) in
            self.search.texts().iter().zip(&mut self.texts).enumerate()
        {
            let text = record.texts.get(at).copied().flatten();
            let bag = text.and_then(|text| Bag::of(text, how));
            side.add(slot, bag, lexicon, before);
        }
        self.changed += 1;
    }

    /// Removes the record of an id; false where there is none.
    pub fn remove(&mut self, id: &str) -> bool {
        let Some(slot) = self.slots.remove(id) else {
            return false;
        };
        for (_, side) in &mut self.texts {
            side.remove(slot);
        }
        let values = self.values.get_mut(slot as usize).map(std::mem::take);
        for (blocks, values) in self.keys.iter_mut().zip(values.unwrap_or_default()) {
            for value in values {
                if let Some(block) = blocks.get_mut(&value) {
                    block.remove(&slot);
                    if block.is_empty() {
                        blocks.remove(&value);
                    }
                }
            }
        }
        self.changed += 1;
        true
    }

    /// The records that are worth comparing with one, which need not be in the index; a record of its
    /// own id is not among them.
    pub fn candidates_of(&self, record: &Record<'_>) -> Answer<'_> {
        let own = self.slots.get(record.id).copied();
        let ids = &self.ids;
        let before = |one: Slot, other: Slot| id(ids, one) < id(ids, other);
        let mut keys: BTreeMap<Slot, u64> = BTreeMap::new();
        let mut columns = Vec::new();
        let mut scratch = Scratch::default();
        for (at, (how, (lexicon, side))) in self.search.texts().iter().zip(&self.texts).enumerate()
        {
            let text = record.texts.get(at).copied().flatten();
            let bag = text.and_then(|text| Bag::of(text, how));
            let asks = bag.map(|bag| {
                let (terms, unknown) = lexicon.known(&bag);
                (
                    side.find(&bag.folded),
                    lexicon.norm(&terms) + unknown,
                    terms,
                    bag.folded,
                )
            });
            let mut list = Vec::new();
            if let Some((equal, norm, terms, _)) = asks.as_ref().filter(|_| how.top > 0) {
                let need = how.top.max(2) + 1 + usize::from(own.is_some());
                let asking = Asking {
                    terms,
                    norm: *norm,
                    top: need,
                    at_least: how.at_least,
                };
                let near = nearest(side, lexicon, asking, &mut scratch, &before);
                list = members(side, near, *equal, need, &before);
                list.retain(|(slot, _)| Some(*slot) != own);
            }
            for (slot, _) in list.iter().take(how.top) {
                keys.entry(*slot).or_default();
            }
            columns.push((how, lexicon, side, asks, list));
        }
        let left_out = self.share(record, own, &mut keys);
        let found = keys.into_iter().map(|(slot, keys)| {
            let texts = columns.iter().map(|(how, lexicon, side, asks, list)| {
                let (_, norm, terms, folded) = asks.as_ref()?;
                let (other, length) = side.text_of(slot)?;
                let similarity = match *other.folded == **folded {
                    true => 1_000_000,
                    false => similarity(lexicon.product(terms, &other.terms), *norm, length),
                };
                Some(Seen {
                    similarity,
                    rank: rank(list, slot, how.top),
                    margin: (how.top > 0).then(|| margin(similarity, list, slot)),
                })
            });
            Found {
                id: id(ids, slot),
                texts: texts.collect(),
                keys,
            }
        });
        let mut found: Vec<_> = found.collect();
        found.sort_unstable_by(|a, b| a.id.cmp(b.id));
        Answer {
            found,
            left_out,
            postings: scratch.reads.postings,
        }
    }

    /// Adds those who share a value of a key; what too many share is refined or left out.
    fn share(
        &self,
        record: &Record<'_>,
        own: Option<Slot>,
        into: &mut BTreeMap<Slot, u64>,
    ) -> Vec<(usize, usize)> {
        let values = self.values_of(record);
        let mut left_out = Vec::new();
        for (at, key) in self.search.keys().iter().enumerate() {
            for value in values.get(at).into_iter().flatten() {
                let block = self.keys.get(at).and_then(|blocks| blocks.get(*value));
                let block = block.into_iter().flatten().copied();
                let mut block: Vec<Slot> = block.filter(|slot| Some(*slot) != own).collect();
                let all = block.len();
                if all > key.most_for_one {
                    let by = self.search.refining(key);
                    let shared: BTreeSet<Slot> = by
                        .into_iter()
                        .flat_map(|by| {
                            let values = values.get(by).into_iter().flatten();
                            values.filter_map(move |value| self.keys.get(by)?.get(*value))
                        })
                        .flatten()
                        .copied()
                        .collect();
                    block.retain(|slot| shared.contains(slot));
                    if block.len() > key.most_for_one {
                        block.clear();
                    }
                    left_out.push((at, all - block.len()));
                }
                for slot in block {
                    *into.entry(slot).or_default() |= 1 << at;
                }
            }
        }
        left_out
    }

    fn values_of<'a>(&self, record: &Record<'a>) -> Vec<Vec<&'a str>> {
        let keys = 0..self.search.keys().len();
        keys.map(|at| {
            distinct(
                record
                    .keys
                    .get(at)
                    .into_iter()
                    .flat_map(|own| own.iter().copied()),
            )
        })
        .collect()
    }

    fn enter(&mut self, id: &str, slot: Slot, values: &[Vec<&str>]) {
        self.ids.push(id.into());
        self.slots.insert(id.into(), slot);
        for (blocks, values) in self.keys.iter_mut().zip(values) {
            for value in values {
                blocks.entry((*value).into()).or_default().insert(slot);
            }
        }
        let own = values
            .iter()
            .map(|own| own.iter().map(|value| (*value).into()).collect());
        self.values.push(own.collect());
    }
}

/// The id of a slot.
fn id(ids: &[Box<str>], slot: Slot) -> &str {
    ids.get(slot as usize).map_or("", |own| own)
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index")
            .field("records", &self.slots.len())
            .field("changed", &self.changed)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Found")
            .field("texts", &self.texts)
            .field("keys", &self.keys)
            .finish_non_exhaustive()
    }
}
