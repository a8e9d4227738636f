//! `mapping.toml`: which table a list is and which column each of its headings.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Guess;

/// What was settled about the lists of a desk, by the list's name: the file without its ending, or
/// the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The lists.
    #[serde(default, rename = "list")]
    lists: BTreeMap<String, ListMapping>,
}

/// What was settled about one list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListMapping {
    /// The table of the desk.
    pub table: String,
    /// The English name of the column for each heading; an empty text: the heading is not read.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
}

/// A mapping that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("X015: mapping.toml cannot be read: {reason}; correct it, or remove it to guess afresh")]
pub struct MappingError {
    /// The reader's reason.
    pub reason: String,
}

impl Mapping {
    /// Reads the text of a `mapping.toml`.
    ///
    /// # Errors
    /// Says what the text should look like.
    pub fn read(text: &str) -> Result<Self, MappingError> {
        toml::from_str(text).map_err(|error| MappingError {
            reason: error
                .message()
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned(),
        })
    }

    /// Writes the text of a `mapping.toml`.
    pub fn write(&self) -> String {
        // A map of texts can always be written.
        toml::to_string(self).unwrap_or_default()
    }

    /// What was settled about a list.
    pub fn list(&self, name: &str) -> Option<&ListMapping> {
        self.lists.get(name)
    }

    /// The same mapping with one more list.
    #[must_use]
    pub fn with<'a>(
        mut self,
        name: &str,
        table: &str,
        columns: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let columns = columns
            .into_iter()
            .map(|(heading, name)| (heading.to_owned(), name.to_owned()));
        let list = ListMapping {
            table: table.to_owned(),
            columns: columns.collect(),
        };
        self.lists.insert(name.to_owned(), list);
        self
    }

    /// The same mapping with a guess that somebody accepted; a list that was not recognised is not
    /// remembered.
    #[must_use]
    pub fn remember(self, name: &str, guess: &Guess) -> Self {
        let Some(decl) = guess.table else { return self };
        let columns = guess
            .columns
            .iter()
            .filter(|own| !own.heading.is_empty())
            .map(|own| {
                (
                    own.heading.as_str(),
                    own.column.map_or("", |(column, _)| column),
                )
            });
        self.with(name, decl.name, columns)
    }
}
