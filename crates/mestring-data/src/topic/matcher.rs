//! Finding the terms of the lexicon in a title.

use std::collections::{BTreeMap, BTreeSet};

use super::{LexiconError, TopicId, TopicKind, TopicRow};
use crate::text::{Span, Token, tokens};

/// Where a term stands in a longer word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stands {
    /// It is whole words.
    Whole,
    /// It begins a word.
    Begins,
    /// It ends a longer word.
    Ends,
}

/// A term with the topic it names.
#[derive(Debug, Clone)]
struct Entry {
    topic: TopicId,
    /// What the term names: the topic, or for a programme the topics that it means.
    means: Vec<TopicId>,
    kind: TopicKind,
    /// The words after the first, folded.
    rest: Vec<String>,
    /// Its length in letters, spaces not counted.
    length: usize,
}

/// A part of a title that a term covers: from letter to letter of one word, or whole words.
#[derive(Debug, Clone)]
struct Hit<'a> {
    entry: &'a Entry,
    first: usize,
    last: usize,
    from: usize,
    until: usize,
}

/// Terms by their first word, so that a title costs its own length and not the lexicon's.
#[derive(Debug, Clone, Default)]
pub(super) struct Matcher {
    whole: BTreeMap<String, Vec<Entry>>,
    begins: BTreeMap<String, Entry>,
    ends: BTreeMap<String, Entry>,
}

impl Matcher {
    /// Indexes the terms and names of all rows.
    pub(super) fn build<'a>(
        rows: impl Iterator<Item = (&'a TopicId, &'a TopicRow)>,
    ) -> Result<Matcher, LexiconError> {
        let mut matcher = Matcher::default();
        let mut owners: BTreeMap<(Stands, Vec<String>), TopicId> = BTreeMap::new();
        for (id, row) in rows {
            let mut own: BTreeSet<(Stands, Vec<String>)> = BTreeSet::new();
            for term in row.terms.iter().chain([&row.nb, &row.nn, &row.en]) {
                for (stands, words) in readings(term) {
                    if !own.insert((stands, words.clone())) {
                        continue;
                    }
                    if let Some(other) = owners.insert((stands, words.clone()), id.clone()) {
                        return Err(LexiconError::TermTaken {
                            topic: id.to_string(),
                            term: term.clone(),
                            other: other.to_string(),
                        });
                    }
                    matcher.insert(stands, words, id, row);
                }
            }
        }
        Ok(matcher)
    }

    fn insert(&mut self, stands: Stands, words: Vec<String>, id: &TopicId, row: &TopicRow) {
        let length = words.iter().map(|word| word.chars().count()).sum();
        let mut words = words.into_iter();
        let Some(first) = words.next() else { return };
        let means = match row.kind {
            TopicKind::Programme | TopicKind::Organisation => row
                .parents
                .iter()
                .map(|id| TopicId(id.as_str().into()))
                .collect(),
            TopicKind::Topic | TopicKind::Group | TopicKind::Last => vec![id.clone()],
            TopicKind::Not => Vec::new(),
        };
        let kind = row.kind;
        let entry = Entry {
            topic: id.clone(),
            means,
            kind,
            rest: words.collect(),
            length,
        };
        match stands {
            Stands::Whole => self.whole.entry(first).or_default().push(entry),
            Stands::Begins => {
                self.begins.insert(first, entry);
            }
            Stands::Ends => {
                self.ends.insert(first, entry);
            }
        }
    }

    /// The topics of a title, by id.
    pub(super) fn topics_of(&self, title: &str) -> Vec<TopicId> {
        let taken = self.taken(&tokens(title));
        let means = taken.iter().flat_map(|hit| hit.entry.means.iter().cloned());
        let found: BTreeSet<TopicId> = means.collect();
        found.into_iter().collect()
    }

    /// The topics that the name of an organisation or a page says outright, by id: no subject that counts only
    /// where nothing else is named.
    pub(super) fn topics_outright(&self, text: &str) -> BTreeSet<TopicId> {
        let named = self.taken(&tokens(text)).into_iter();
        let named = named.filter(|hit| hit.entry.kind != TopicKind::Last);
        named
            .flat_map(|hit| hit.entry.means.iter().cloned())
            .collect()
    }

    /// The programmes that a title names, by id.
    pub(super) fn programmes_of(&self, title: &str) -> BTreeSet<TopicId> {
        let taken = self.taken(&tokens(title)).into_iter();
        taken
            .filter(|hit| hit.entry.kind == TopicKind::Programme)
            .map(|hit| hit.entry.topic.clone())
            .collect()
    }

    /// The parts of a title that name a topic, each with the topics that it names.
    pub(super) fn spans_of(&self, words: &[Token]) -> Vec<Span> {
        let taken = self.taken(words).into_iter();
        taken
            .map(|hit| Span {
                names: hit.entry.means.iter().map(ToString::to_string).collect(),
                words: hit.first..=hit.last,
                letters: hit.from..hit.until,
            })
            .collect()
    }

    /// The terms of a title, no two of which share a letter: the longest first.
    fn taken<'a>(&'a self, words: &[Token]) -> Vec<Hit<'a>> {
        let mut hits: Vec<Hit> = Vec::new();
        for at in 0..words.len() {
            self.hits_at(words, at, &mut hits);
        }
        // Longest first; then whole words before parts, the earlier first, then by id.
        hits.sort_by(|a, b| {
            (
                b.entry.length,
                b.last - b.first,
                a.first,
                a.from,
                &a.entry.topic,
            )
                .cmp(&(
                    a.entry.length,
                    a.last - a.first,
                    b.first,
                    b.from,
                    &b.entry.topic,
                ))
        });
        let mut taken: Vec<Hit> = Vec::new();
        let (late, early): (Vec<Hit>, Vec<Hit>) = hits
            .into_iter()
            .partition(|hit| hit.entry.kind == TopicKind::Last);
        take(early, &mut taken);
        let named = |taken: &[Hit]| taken.iter().any(|hit| hit.entry.kind != TopicKind::Not);
        if !named(&taken) {
            take(late, &mut taken);
        }
        taken
    }

    /// Adds every term that begins at a word.
    fn hits_at<'a>(&'a self, words: &[Token], at: usize, hits: &mut Vec<Hit<'a>>) {
        let Some(word) = words.get(at) else { return };
        for entry in self.whole.get(&word.folded).into_iter().flatten() {
            let following = words.iter().skip(at + 1).map(|token| &token.folded);
            if following.take(entry.rest.len()).eq(entry.rest.iter()) {
                let last = at + entry.rest.len();
                hits.push(Hit {
                    entry,
                    first: at,
                    last,
                    from: 0,
                    until: usize::MAX,
                });
            }
        }
        if word.abbreviation {
            return;
        }
        for (end, _) in word
            .plain
            .char_indices()
            .skip(1)
            .chain([(word.plain.len(), ' ')])
        {
            let entry = word
                .plain
                .get(..end)
                .and_then(|start| self.begins.get(start));
            if let Some(entry) = entry {
                hits.push(Hit {
                    entry,
                    first: at,
                    last: at,
                    from: 0,
                    until: end,
                });
            }
        }
        for (start, _) in word.folded.char_indices().skip(1) {
            let entry = word.folded.get(start..).and_then(|end| self.ends.get(end));
            if let Some(entry) = entry {
                hits.push(Hit {
                    entry,
                    first: at,
                    last: at,
                    from: start,
                    until: usize::MAX,
                });
            }
        }
    }
}

/// How a term is read: its words folded, or for a beginning as they stand before endings come off.
fn readings(term: &str) -> Vec<(Stands, Vec<String>)> {
    let begins = term.ends_with('*');
    let ends = term.starts_with('*');
    let words = tokens(term.trim_matches('*'));
    if words.is_empty() {
        return Vec::new();
    }
    let folded: Vec<String> = words.iter().map(|word| word.folded.clone()).collect();
    let mut readings = Vec::new();
    if begins {
        readings.push((
            Stands::Begins,
            words.into_iter().map(|word| word.plain).collect(),
        ));
    }
    if ends {
        readings.push((Stands::Ends, folded.clone()));
    }
    readings.push((Stands::Whole, folded));
    readings
}

/// Takes the hits in order that share no letter with one taken before.
fn take<'a>(hits: Vec<Hit<'a>>, taken: &mut Vec<Hit<'a>>) {
    for hit in hits {
        let free = taken.iter().all(|other| {
            let apart = hit.last < other.first || other.last < hit.first;
            let same_word = hit.first == hit.last && other.first == other.last;
            apart || (same_word && (hit.until <= other.from || other.until <= hit.from))
        });
        if free {
            taken.push(hit);
        }
    }
}
