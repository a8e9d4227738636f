//! What a search did and what it left out. Nothing is left out in silence.

/// What a search did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// How many pairs there are in all.
    pub possible: u64,
    /// Each text, in the order of the search.
    pub texts: Vec<TextReport>,
    /// Each key, in the order of the search.
    pub keys: Vec<KeyReport>,
}

/// What a text of the search did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextReport {
    /// The column's name.
    pub column: String,
    /// How many records have no word in it, on both sides together; the text cannot find them.
    pub without: usize,
    /// How many distinct texts there are, each side counted for itself.
    pub distinct: usize,
    /// How many terms they have.
    pub terms: usize,
    /// How many of the terms are cut because too many texts have them.
    pub cut: usize,
    /// How many of these are cut only because comparing would have cost too much
    /// ([`Text::most_postings`](super::Text::most_postings)).
    pub cut_for_cost: usize,
    /// How many distinct texts have no term that is not cut: they find equal texts only.
    pub all_cut: usize,
    /// How many of the nearest were asked for.
    pub asked: usize,
    /// How many of the nearest were taken; less than asked for where the pairs could have become too
    /// many ([`Text::most_pairs`](super::Text::most_pairs)).
    pub taken: usize,
    /// The most pairs that so many of the nearest can give, known before any was looked for.
    pub estimated: u64,
    /// How many pairs it found.
    pub found: u64,
    /// How many records have more that are exactly as near as the last one taken.
    pub tied: usize,
    /// How many entries of the index were read.
    pub postings: u64,
    /// How many texts were compared in full.
    pub compared: u64,
}

/// What a key of the search did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyReport {
    /// The column's name.
    pub column: String,
    /// How many values are shared.
    pub shared: usize,
    /// How many pairs the shared values give, counted for each value and before any was made.
    pub estimated: u64,
    /// How many pairs it could give at most.
    pub limit: u64,
    /// How many pairs it found.
    pub found: u64,
    /// Values that too many share, those of fewest pairs first.
    pub left_out: Vec<LeftOut>,
}

impl KeyReport {
    /// How many pairs were left out, counted for each value.
    pub fn skipped(&self) -> u64 {
        self.left_out.iter().map(LeftOut::skipped).sum()
    }
}

/// A value of a key that too many records share. It is told by a record that has it, since a value
/// may be somebody's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// The row of the first of the records by id, in the first table where there are two.
    pub row: usize,
    /// How many records share the value, on both sides together.
    pub records: usize,
    /// How many pairs they are.
    pub pairs: u64,
    /// How many of these share a value of the refining key too, and were candidates therefore,
    /// counted for each such value; 0 where nothing refines the key.
    pub refined: u64,
}

impl LeftOut {
    /// How many pairs were left out at least.
    pub fn skipped(&self) -> u64 {
        self.pairs.saturating_sub(self.refined)
    }
}
