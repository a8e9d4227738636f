//! What is settled at a place of the script: which facts are known there, and which values are left.
//!
//! A flow goes through the script in the order in which it runs, is parted at every condition and
//! joined again behind it. All of it holds for every record: what only might hold is not in it.

use std::collections::{BTreeMap, BTreeSet};

/// How it comes that a fact is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// It was read: without it the rule would have stopped.
    Read,
    /// The rule asked, and is on the way of a yes.
    Asked,
}

/// The values that are left to something.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Values {
    Words(BTreeSet<String>),
    /// Ranges in order, apart from each other; both ends of each belong to it.
    Numbers(Vec<Range>),
}

/// The least and the greatest of some numbers.
pub(super) type Range = (f64, f64);

/// Every number.
pub(super) const EVERY: Range = (f64::NEG_INFINITY, f64::INFINITY);

/// Of more ranges than this nobody keeps count: what is between them is then taken for possible.
const RANGES: usize = 32;

/// The parts of some ranges that lie in another.
pub(super) fn within(ranges: &[Range], other: Range) -> Vec<Range> {
    ranges
        .iter()
        .map(|(least, most)| (least.max(other.0), most.min(other.1)))
        .filter(|(least, most)| least <= most)
        .collect()
}

/// The parts of some ranges that lie in any of some others.
pub(super) fn common(ranges: &[Range], others: &[Range]) -> Vec<Range> {
    united(
        others
            .iter()
            .flat_map(|other| within(ranges, *other))
            .collect(),
    )
}

/// The parts of some ranges that do not lie in another. Between whole numbers lies nothing.
pub(super) fn without(ranges: &[Range], other: Range, whole: bool) -> Vec<Range> {
    let (before, after) = if whole {
        (other.0 - 1.0, other.1 + 1.0)
    } else {
        (other.0.next_down(), other.1.next_up())
    };
    let mut left = Vec::new();
    if other.0 > f64::NEG_INFINITY {
        left.extend(within(ranges, (f64::NEG_INFINITY, before)));
    }
    if other.1 < f64::INFINITY {
        left.extend(within(ranges, (after, f64::INFINITY)));
    }
    left.sort_by(|a, b| a.0.total_cmp(&b.0));
    left
}

/// The ranges of several, put together where they touch; of very many one that holds them all.
pub(super) fn united(mut all: Vec<Range>) -> Vec<Range> {
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut out: Vec<Range> = Vec::new();
    for (least, most) in all {
        match out.last_mut() {
            Some(last) if least <= last.1 => last.1 = last.1.max(most),
            _ => out.push((least, most)),
        }
    }
    match (out.first(), out.last()) {
        (Some((least, _)), Some((_, most))) if out.len() > RANGES => vec![(*least, *most)],
        _ => out,
    }
}

impl Values {
    pub fn is_empty(&self) -> bool {
        match self {
            Values::Words(words) => words.is_empty(),
            Values::Numbers(ranges) => ranges.is_empty(),
        }
    }

    fn join(&self, other: &Values) -> Option<Values> {
        match (self, other) {
            (Values::Words(own), Values::Words(other)) => {
                Some(Values::Words(own.union(other).cloned().collect()))
            }
            (Values::Numbers(own), Values::Numbers(other)) => {
                let all = [own.as_slice(), other].concat();
                Some(Values::Numbers(united(all)))
            }
            _ => None,
        }
    }
}

/// What is settled, with the line that settled it.
type Settled<K, V> = BTreeMap<K, (V, u32)>;

/// What is settled at a place. Keys are expressions as [`key`](super::key) writes them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Flow {
    /// The script never comes here.
    pub over: bool,
    pub known: Settled<usize, Known>,
    pub unknown: Settled<usize, ()>,
    pub values: Settled<String, Values>,
    /// What numbers can be by what is not written in the script: the values of parameters, and what a
    /// helper is called with. Calculations go by it; no question is called settled by it, since its
    /// answer changes where those do.
    pub bounds: Settled<String, Vec<Range>>,
    pub answered: Settled<String, bool>,
}

impl Flow {
    /// What is settled where two ways meet.
    pub fn join(self, other: Flow) -> Flow {
        if self.over {
            return other;
        }
        if other.over {
            return self;
        }
        Flow {
            over: false,
            known: both(self.known, &other.known, |own, other| {
                Some(if own == other { *own } else { Known::Asked })
            }),
            unknown: both(self.unknown, &other.unknown, |(), ()| Some(())),
            values: both(self.values, &other.values, Values::join),
            bounds: both(self.bounds, &other.bounds, |own, other| {
                Some(united([own.as_slice(), other].concat()))
            }),
            answered: both(self.answered, &other.answered, |own, other| {
                (own == other).then_some(*own)
            }),
        }
    }

    /// Notes that a fact was read.
    pub fn read(&mut self, fact: usize, line: u32) {
        self.unknown.remove(&fact);
        self.known.entry(fact).or_insert((Known::Read, line));
    }

    /// Notes that a number lies in some ranges, by what is not written in the script.
    pub fn bound(&mut self, key: &str, ranges: &[Range], line: u32) {
        let left = match self.bounds.get(key) {
            Some((before, _)) => common(before, ranges),
            None => ranges.to_vec(),
        };
        if !left.is_empty() {
            self.bounds.insert(key.to_owned(), (left, line));
        }
    }

    /// Forgets what was settled about a variable.
    pub fn forget(&mut self, name: &str) {
        self.values.retain(|key, _| !mentions(key, name));
        self.bounds.retain(|key, _| !mentions(key, name));
        self.answered.retain(|key, _| !mentions(key, name));
    }
}

fn both<K: Ord, V>(
    own: Settled<K, V>,
    other: &Settled<K, V>,
    join: impl Fn(&V, &V) -> Option<V>,
) -> Settled<K, V> {
    own.into_iter()
        .filter_map(|(key, (value, line))| {
            let (others, its_line) = other.get(&key)?;
            let joined = join(&value, others)?;
            Some((key, (joined, line.max(*its_line))))
        })
        .collect()
}

/// True where a name stands in a key as a whole word, not as a fact's or in a text.
pub(super) fn mentions(key: &str, name: &str) -> bool {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '.';
    key.split(|letter| !is_word(letter)).any(|word| {
        word == name
            || word
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with('.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_on_both_ways_holds_behind_them() {
        let mut left = Flow::default();
        left.read(3, 1);
        left.read(4, 1);
        let words = |words: &[&str]| Values::Words(words.iter().map(|w| (*w).to_owned()).collect());
        left.values.insert("run.a".to_owned(), (words(&["x"]), 1));
        left.values
            .insert("run.b".to_owned(), (Values::Numbers(vec![(1.0, 2.0)]), 1));
        left.answered.insert("p.c".to_owned(), (true, 1));
        let mut right = Flow::default();
        right.known.insert(3, (Known::Asked, 2));
        right.values.insert("run.a".to_owned(), (words(&["y"]), 2));
        right
            .values
            .insert("run.b".to_owned(), (Values::Numbers(vec![(5.0, 6.0)]), 2));
        right.answered.insert("p.c".to_owned(), (false, 2));
        let joined = left.clone().join(right);
        assert_eq!(joined.known, BTreeMap::from([(3, (Known::Asked, 2))]));
        assert_eq!(joined.values["run.a"], (words(&["x", "y"]), 2));
        let apart = vec![(1.0, 2.0), (5.0, 6.0)];
        assert_eq!(joined.values["run.b"], (Values::Numbers(apart), 2));
        assert!(joined.answered.is_empty());
        let over = Flow {
            over: true,
            ..Flow::default()
        };
        assert_eq!(left.clone().join(over), left);
    }

    #[test]
    fn ranges_are_cut_and_united() {
        let all = [(0.0, f64::INFINITY)];
        let middle = without(&all, (3.0, 5.0), true);
        assert_eq!(middle, [(0.0, 2.0), (6.0, f64::INFINITY)]);
        assert_eq!(within(&middle, (3.0, 5.0)), []);
        assert_eq!(within(&middle, (2.0, 7.0)), [(2.0, 2.0), (6.0, 7.0)]);
        assert_eq!(
            without(&[(7.0, f64::INFINITY)], (4.0, f64::INFINITY), true),
            []
        );
        assert_eq!(united([&middle[..], &[(2.0, 9.0)]].concat()), all);
        let decimals = without(&all, (3.0, 3.0), false);
        assert_eq!(within(&decimals, (2.5, 3.0)).len(), 1);
        assert_eq!(within(&decimals, (3.0, 3.0)), []);
    }

    #[test]
    fn a_variable_that_changes_is_forgotten() {
        let cases = [
            ("x", true),
            ("x==3", true),
            ("min(x,p.y)", true),
            ("x.len()", true),
            ("xx==3", false),
            ("run.x", false),
            ("ax", false),
        ];
        for (key, mentioned) in cases {
            assert_eq!(mentions(key, "x"), mentioned, "{key}");
        }
    }
}
