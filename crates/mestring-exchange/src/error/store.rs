//! Where a person store may not lie, and what may not stand in one.

use mestring_model::Place;

use super::ExchangeError;

/// Why persons are not read: from where they may not lie, or as they may not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum StoreError {
    /// The store lies where every version of it is kept, and its people are not made up.
    InWorkTree {
        /// The store.
        path: String,
        /// The root of the git work tree.
        root: String,
    },
    /// The store lies inside a desk.
    InDesk {
        /// The store.
        path: String,
        /// The desk.
        desk: String,
    },
    /// A desk holds a table of persons.
    PersonsInDesk {
        /// The desk.
        path: String,
        /// The file or sheet.
        file: String,
    },
    /// A table of the store, its settings or a file's name holds national identity numbers.
    NationalNumber {
        /// The file, and where in it as far as that may be shown; never with the digits.
        place: Place,
        /// How many such places there are in the file.
        count: usize,
    },
    /// The folder holds no table of a person store.
    NotAStore {
        /// The folder.
        path: String,
    },
}

impl StoreError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            StoreError::InWorkTree { .. } => "X132",
            StoreError::InDesk { .. } => "X133",
            StoreError::PersonsInDesk { .. } => "X134",
            StoreError::NationalNumber { .. } => "X135",
            StoreError::NotAStore { .. } => "X136",
        }
    }

    /// Where it stands.
    pub fn place(&self) -> Place {
        match self {
            StoreError::InWorkTree { path, .. }
            | StoreError::InDesk { path, .. }
            | StoreError::NotAStore { path } => Place::file(path),
            StoreError::PersonsInDesk { file, .. } => Place::file(file),
            StoreError::NationalNumber { place, .. } => place.clone(),
        }
    }

    /// What was found, with its place.
    pub(super) fn found(&self) -> String {
        match self {
            StoreError::InWorkTree { path, root } => format!(
                "the person store `{path}` lies in the git work tree `{root}`, which keeps every \
                 version of it"
            ),
            StoreError::InDesk { path, desk } => {
                format!("the person store `{path}` lies inside the desk `{desk}`")
            }
            StoreError::PersonsInDesk { path, file } => {
                format!("the desk `{path}` holds a table of persons, `{file}`")
            }
            StoreError::NationalNumber { place, count: 1 } => {
                format!("an eleven-digit national number stands in {place}")
            }
            StoreError::NationalNumber { place, count } => {
                format!(
                    "eleven-digit national numbers stand in {place}, the first of {count} cells"
                )
            }
            StoreError::NotAStore { path } => format!("`{path}` holds no table of a person store"),
        }
    }

    /// What would be right.
    pub(super) fn remedy(&self) -> &'static str {
        match self {
            StoreError::InWorkTree { .. } => {
                "nothing was read; move it out, and take it out of the versions that were kept; only \
                 people who are made up may lie there, and `synthetic = true` in store.toml says so"
            }
            StoreError::InDesk { .. } => {
                "nothing was read; move it out: a desk is shared, and holds no persons"
            }
            StoreError::PersonsInDesk { .. } => {
                "nothing was read; move the table to a person store outside the desk, and take it out \
                 of the versions that were kept"
            }
            StoreError::NationalNumber { .. } => {
                "nothing of the store was read; write for each person an id of the centre's own, and \
                 keep the way from one to the other elsewhere"
            }
            StoreError::NotAStore { .. } => {
                "a person store is a folder with `people.csv` and, where there are any, the other \
                 tables of docs/reference/person-store.md"
            }
        }
    }
}

impl From<StoreError> for ExchangeError {
    fn from(own: StoreError) -> Self {
        ExchangeError::Store(own)
    }
}
