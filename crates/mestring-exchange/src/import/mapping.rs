//! `mapping.toml`: which table a list is and which column each of its headings, as somebody settled
//! it and as it was guessed.

use std::collections::BTreeMap;

use mestring_model::Desk;
use mestring_model::record::TableDecl;
use mestring_model::term::nearest;
use serde::{Deserialize, Serialize};

use super::{Guess, How};

/// What is known about the lists of a desk, by the list's name: the file without its ending, or the
/// sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What somebody settled: it is obeyed.
    #[serde(default, rename = "list", skip_serializing_if = "BTreeMap::is_empty")]
    settled: BTreeMap<String, ListMapping>,
    /// What the last import took the rest for: it is shown here and guessed afresh.
    #[serde(default, rename = "guess", skip_serializing_if = "BTreeMap::is_empty")]
    guessed: BTreeMap<String, ListMapping>,
}

/// What one list is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListMapping {
    /// The table of the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// The name of the column, in any language, for each heading; an empty text: the heading is not
    /// read.
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

/// What the file says of itself.
const ABOUT: &str = "\
# Which table each list is, and which column each of its headings.
# [list.NAME] is what somebody settled, and is obeyed. [guess.NAME] is what the last import guessed;
# it is guessed afresh each time. To settle a guess, move its line to [list.NAME.columns].
# An empty text between the marks means that the heading is not read.

";

impl Mapping {
    /// Reads the text of a `mapping.toml`.
    ///
    /// # Errors
    /// Says what the text should look like, also where it names a table or column that a desk does
    /// not have.
    pub fn read(text: &str) -> Result<Self, MappingError> {
        let mapping: Mapping = toml::from_str(text).map_err(|error| MappingError {
            reason: error
                .message()
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned(),
        })?;
        for (name, list) in &mapping.settled {
            let reason = list.wrong();
            if let Some(reason) = reason {
                let reason = format!("in [list.{name}], {reason}");
                return Err(MappingError { reason });
            }
        }
        Ok(mapping)
    }

    /// Writes the text of a `mapping.toml`.
    pub fn write(&self) -> String {
        // A map of texts can always be written.
        format!("{ABOUT}{}", toml::to_string(self).unwrap_or_default())
    }

    /// What somebody settled about a list.
    pub fn list(&self, name: &str) -> Option<&ListMapping> {
        self.settled.get(name)
    }

    /// The same mapping where somebody settled what a list is, and some of its headings; the table
    /// where it is given.
    #[must_use]
    pub fn settle<'a>(
        mut self,
        name: &str,
        table: Option<&TableDecl>,
        columns: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let mut columns = columns.into_iter().peekable();
        if table.is_none() && columns.peek().is_none() {
            return self;
        }
        let list = self.settled.entry(name.to_owned()).or_default();
        if let Some(table) = table {
            list.table = Some(table.name.to_owned());
        }
        let columns = columns.map(|(heading, name)| (heading.to_owned(), name.to_owned()));
        list.columns.extend(columns);
        self
    }

    /// The same mapping with what a list was guessed to be: without what is settled, and without what
    /// a name says, which is no guess. A list that was not recognised leaves it as it is.
    #[must_use]
    pub fn remember(mut self, name: &str, guess: &Guess) -> Self {
        let Some(decl) = guess.table else { return self };
        let settled = self.settled.get(name);
        let is_settled = |heading: &str| {
            settled.is_some_and(|list| list.columns.contains_key(heading)) || heading.is_empty()
        };
        let columns: BTreeMap<String, String> = guess
            .columns
            .iter()
            .filter(|own| !is_settled(&own.heading))
            .filter(|own| own.column.is_none_or(|(_, how)| how != How::Name))
            .map(|own| {
                let name = own.column.map_or("", |(name, _)| name);
                (own.heading.clone(), name.to_owned())
            })
            .collect();
        let is_sure = decl.is_named(name) || settled.is_some_and(|list| list.table.is_some());
        let table = (!is_sure).then(|| decl.name.to_owned());
        if table.is_none() && columns.is_empty() {
            self.guessed.remove(name);
        } else {
            self.guessed
                .insert(name.to_owned(), ListMapping { table, columns });
        }
        self
    }
}

impl ListMapping {
    /// What names nothing that a desk has.
    fn wrong(&self) -> Option<String> {
        let name = self.table.as_deref()?;
        let Some(decl) = Desk::table(name) else {
            let names = Desk::TABLES
                .iter()
                .flat_map(|table| [table.name, table.nb, table.nn]);
            return Some(no_such(name, "table", names));
        };
        let mut columns = self.columns.values().filter(|name| !name.is_empty());
        let wrong = columns.find(|name| column_named(decl, name).is_none())?;
        let names = decl.columns().flat_map(|own| [own.name, own.nb, own.nn]);
        Some(no_such(wrong, "column", names))
    }
}

/// The column of a table by its name in any language.
pub fn column_named(decl: &TableDecl, name: &str) -> Option<&'static str> {
    let plain = super::guess::plain(name);
    let named = |own: &&str| super::guess::plain(own) == plain;
    decl.columns()
        .find(|own| [own.name, own.nb, own.nn].iter().any(named))
        .map(|own| own.name)
}

fn no_such<'a>(name: &str, what: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    match nearest(name, names) {
        Some(near) => format!("`{name}` is no {what}: did you mean `{near}`?"),
        None => format!("`{name}` is no {what}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_nothing_is_told() {
        let check = |text: &str, reason: &str| {
            let error = Mapping::read(text).unwrap_err();
            assert_eq!(error.reason, reason);
        };
        check(
            "[list.a]\ntable = \"tilbut\"",
            "in [list.a], `tilbut` is no table: did you mean `tilbud`?",
        );
        check(
            "[list.a]\ntable = \"tilbud\"\n[list.a.columns]\nx = \"titel\"",
            "in [list.a], `titel` is no column: did you mean `title`?",
        );
        let right = "[list.a]\ntable = \"tilbud\"\n[list.a.columns]\nx = \"tittel\"\ny = \"\"";
        assert!(Mapping::read(right).is_ok());
    }
}
