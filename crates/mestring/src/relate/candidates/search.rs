//! What is looked for: which texts and keys, how many of the nearest, and what it may cost.

use std::num::NonZeroUsize;

use super::CandidateError;

/// How many texts, and how many keys, a search can have: which of them found a pair is kept in the
/// bits of a number.
pub const MOST_COLUMNS: usize = 64;

/// How a text is brought to one form before its terms are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Folding {
    /// [`mestring_data::text::tokens`]: bokmål and nynorsk alike, endings off, abbreviations whole.
    #[default]
    Norwegian,
    /// Lower case, words parted by everything that is neither letter nor number. For names,
    /// addresses and other languages.
    Plain,
}

/// A text of the search, with how its nearest are found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    column: String,
    pub(super) folding: Folding,
    pub(super) grams: usize,
    pub(super) words: bool,
    pub(super) top: usize,
    pub(super) at_least: u32,
    pub(super) most_in: u32,
    pub(super) never_cut: u32,
    pub(super) most_pairs: Option<u64>,
    pub(super) most_postings: u64,
}

impl Text {
    /// The text of a column: folded as Norwegian, character 3-grams and words, the five nearest.
    pub fn of(column: &str) -> Self {
        Text {
            column: column.to_owned(),
            folding: Folding::Norwegian,
            grams: 3,
            words: true,
            top: 5,
            at_least: 0,
            most_in: 2_000,
            never_cut: 100,
            most_pairs: None,
            most_postings: 20_000_000_000,
        }
    }

    /// The column's name.
    pub fn column(&self) -> &str {
        &self.column
    }

    /// How the text is folded.
    pub fn folding(mut self, folding: Folding) -> Self {
        self.folding = folding;
        self
    }

    /// The length of the character grams, 2 to 4, within words; 3 unless said.
    pub fn grams(mut self, letters: usize) -> Self {
        self.grams = letters;
        self
    }

    /// Whether whole words are terms too; they are unless said.
    pub fn words(mut self, words: bool) -> Self {
        self.words = words;
        self
    }

    /// How many of the nearest are candidates of each record; 5 unless said. With 0 the text finds no
    /// pair, and pairs that something else found are still compared by it.
    pub fn top(mut self, top: usize) -> Self {
        self.top = top;
        self
    }

    /// The least similarity of a candidate, in millionths; 0 unless said, and then one shared term is
    /// needed.
    pub fn at_least(mut self, millionths: u32) -> Self {
        self.at_least = millionths;
        self
    }

    /// Terms that more than this share of the distinct texts have are cut, in basis points; 2000
    /// (a fifth) unless said.
    pub fn most_in(mut self, basis_points: u32) -> Self {
        self.most_in = basis_points;
        self
    }

    /// A term that no more texts have than this is not cut for its share, since in a small table
    /// every term is frequent; 100 unless said.
    pub fn never_cut(mut self, texts: u32) -> Self {
        self.never_cut = texts;
        self
    }

    /// How many pairs the text may find: fewer of the nearest are taken where that many could be
    /// exceeded, and the report says so. No limit unless said.
    pub fn most_pairs(mut self, pairs: u64) -> Self {
        self.most_pairs = Some(pairs);
        self
    }

    /// How many entries of the index may have to be read in the worst case, 20 thousand million
    /// unless said: further terms are cut, the most frequent first, until it holds, and the report
    /// says so. What is read in fact is far less.
    pub fn most_postings(mut self, entries: u64) -> Self {
        self.most_postings = entries;
        self
    }
}

/// A key of the search: records that share a value of it are candidates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    column: String,
    pub(super) most_pairs: Option<u64>,
    pub(super) most_for_one: usize,
    refine_by: Option<String>,
}

impl Key {
    /// The key of a column, with at most ten pairs for each record in all.
    pub fn of(column: &str) -> Self {
        Key {
            column: column.to_owned(),
            most_pairs: None,
            most_for_one: 100,
            refine_by: None,
        }
    }

    /// The column's name.
    pub fn column(&self) -> &str {
        &self.column
    }

    /// How many pairs the key may give in all; ten for each record unless said. Values that fewest
    /// share come first; the others are refined or left out, and the report names them.
    pub fn most_pairs(mut self, pairs: u64) -> Self {
        self.most_pairs = Some(pairs);
        self
    }

    /// How many records a value may give for one new record of an [`Index`](super::Index); 100
    /// unless said.
    pub fn most_for_one(mut self, records: usize) -> Self {
        self.most_for_one = records;
        self
    }

    /// Another key of the search. Where too many records share a value of this one, those of them
    /// are candidates that share a value of the other too.
    pub fn refined_by(mut self, column: &str) -> Self {
        self.refine_by = Some(column.to_owned());
        self
    }
}

/// Which texts and keys find candidates.
///
/// ```
/// use mestring::relate::candidates::{Key, Search, Text};
///
/// let search = Search::new()
///     .text(Text::of("title").top(10))
///     .key(Key::of("topic").refined_by("municipality"))
///     .key(Key::of("municipality").most_pairs(0));
/// assert_eq!(search.texts().len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    texts: Vec<Text>,
    keys: Vec<Key>,
    threads: NonZeroUsize,
}

impl Default for Search {
    fn default() -> Self {
        Search {
            texts: Vec::new(),
            keys: Vec::new(),
            threads: NonZeroUsize::MIN,
        }
    }
}

impl Search {
    /// A search that finds nothing yet, on one thread.
    pub fn new() -> Self {
        Search::default()
    }

    /// Adds a text.
    pub fn text(mut self, text: Text) -> Self {
        self.texts.push(text);
        self
    }

    /// Adds a key.
    pub fn key(mut self, key: Key) -> Self {
        self.keys.push(key);
        self
    }

    /// On how many threads the work is done. The result is the same on any number.
    pub fn threads(mut self, threads: NonZeroUsize) -> Self {
        self.threads = threads;
        self
    }

    /// The texts, in the order in which they were added.
    pub fn texts(&self) -> &[Text] {
        &self.texts
    }

    /// The keys, in the order in which they were added.
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    pub(super) fn on_threads(&self) -> NonZeroUsize {
        self.threads
    }

    /// The place of the key by which a key is refined.
    pub(super) fn refining(&self, key: &Key) -> Option<usize> {
        let by = key.refine_by.as_deref()?;
        self.keys.iter().position(|own| own.column == by)
    }

    /// That every option is within its bounds.
    pub(super) fn check(&self) -> Result<(), CandidateError> {
        let columns = MOST_COLUMNS as u64;
        within("the number of texts", self.texts.len() as u64, 0, columns)?;
        within("the number of keys", self.keys.len() as u64, 0, columns)?;
        for text in &self.texts {
            within("the length of grams", text.grams as u64, 2, 4)?;
            within("the least similarity", text.at_least.into(), 0, 1_000_000)?;
            within("the share of texts", text.most_in.into(), 0, 10_000)?;
            within("the number of nearest", text.top as u64, 0, 1_000_000)?;
        }
        for key in &self.keys {
            let Some(by) = key.refine_by.as_deref() else {
                continue;
            };
            let found = self.keys.iter().filter(|own| own.column == by).count();
            if found != 1 || by == key.column {
                return Err(CandidateError::Column {
                    column: by.to_owned(),
                    kind: "keys to refine by",
                    found: if by == key.column { 0 } else { found },
                });
            }
        }
        Ok(())
    }
}

/// That a number is within its bounds, both included.
pub(super) fn within(
    what: &'static str,
    found: u64,
    least: u64,
    most: u64,
) -> Result<(), CandidateError> {
    if (least..=most).contains(&found) {
        return Ok(());
    }
    Err(CandidateError::Bounds {
        what,
        found,
        least,
        most,
    })
}
