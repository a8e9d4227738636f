//! What can be wrong with the records and the search, with stable codes.

/// Why no candidates can be looked for.
///
/// Rows are counted from 0. No error repeats an id, a text or the value of a key: a record may be of
/// a person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CandidateError {
    /// Two records of one table have the same id.
    #[error("the records in rows {first} and {second} have the same id")]
    SameRecord {
        /// The first row.
        first: usize,
        /// The second row.
        second: usize,
    },
    /// A column has more or fewer values than there are records.
    #[error("the column `{column}` has {values} values, and there are {records} records")]
    Rows {
        /// The column's name.
        column: String,
        /// How many values it has.
        values: usize,
        /// How many records there are.
        records: usize,
    },
    /// A search needs one column of a name, or one key to refine another, and there are none, or
    /// several.
    #[error("the search asks for one column `{column}` of {kind}, and there are {found}")]
    Column {
        /// The column's name.
        column: String,
        /// `texts`, `keys`, or `keys to refine by`, which are looked for in the search.
        kind: &'static str,
        /// How many columns of the name and kind there are.
        found: usize,
    },
    /// An option of the search, or the size of a table, is out of bounds.
    #[error("{what} is {found}; it is from {least} to {most}")]
    Bounds {
        /// What is out of bounds.
        what: &'static str,
        /// What was given.
        found: u64,
        /// The least that can be.
        least: u64,
        /// The most that can be.
        most: u64,
    },
}

impl CandidateError {
    /// The stable code of the error.
    pub fn code(&self) -> &'static str {
        match self {
            CandidateError::SameRecord { .. } => "C055",
            CandidateError::Rows { .. } => "C056",
            CandidateError::Column { .. } => "C057",
            CandidateError::Bounds { .. } => "C058",
        }
    }
}
