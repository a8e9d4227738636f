//! TOML that does not fit the keys of a file. What is no TOML at all is a
//! [`TomlSlip`](mestring_model::toml_slip::TomlSlip).

use std::fmt;

use super::Among;
use super::declare::{Argument, Value, faults};

/// A kind of TOML value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TomlKind {
    /// `"…"`.
    Text,
    /// `3`.
    Whole,
    /// `2.5`.
    Decimal,
    /// `true` or `false`.
    YesNo,
    /// `[…]`.
    List,
    /// `{ … }`, or a `[table]`.
    Table,
    /// `2026-01-15`.
    Date,
    /// Another value.
    Other,
}

impl TomlKind {
    /// The kind that serde names so: `integer`, `a string`, `struct Title`.
    pub fn of(text: &str) -> TomlKind {
        let words = [
            ("string", TomlKind::Text),
            ("integer", TomlKind::Whole),
            ("float", TomlKind::Decimal),
            ("bool", TomlKind::YesNo),
            ("sequence", TomlKind::List),
            ("array", TomlKind::List),
            ("map", TomlKind::Table),
            ("table", TomlKind::Table),
            ("struct", TomlKind::Table),
            ("datetime", TomlKind::Date),
        ];
        // What stands in backticks or quotes is the user's.
        let plain = text.split(['`', '"']).next().unwrap_or_default();
        let found = words.iter().find(|(word, _)| plain.contains(word));
        found.map_or(TomlKind::Other, |(_, kind)| *kind)
    }

    const fn name(self) -> &'static str {
        match self {
            TomlKind::Text => "toml-kind-text",
            TomlKind::Whole => "toml-kind-whole",
            TomlKind::Decimal => "toml-kind-decimal",
            TomlKind::YesNo => "toml-kind-yes-no",
            TomlKind::List => "toml-kind-list",
            TomlKind::Table => "toml-kind-table",
            TomlKind::Date => "toml-kind-date",
            TomlKind::Other => "toml-kind-other",
        }
    }
}

impl fmt::Display for TomlKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TomlKind::Text => "a text in quotes",
            TomlKind::Whole => "a whole number",
            TomlKind::Decimal => "a number with decimals",
            TomlKind::YesNo => "true or false",
            TomlKind::List => "a list in square brackets",
            TomlKind::Table => "a table of keys",
            TomlKind::Date => "a date",
            TomlKind::Other => "something else",
        })
    }
}

impl Argument for TomlKind {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Named(self.name()))
    }
}

faults! {
    /// TOML that does not fit the keys of a file.
    TomlFault {
        /// A key that the file may not have.
        UnknownKey { key: String, among: Among } = UNKNOWN_KEY "toml-unknown-key",
            "there is no key `{key}` here", "";
        /// A key that the file must have.
        KeyMissing { key: String } = NOT_TOML "toml-key-missing",
            "the key `{key}` is missing here", "add `{key} = …`";
        /// A value of another kind than its key takes.
        OtherKind { wanted: TomlKind, given: TomlKind } = NOT_TOML "toml-other-kind",
            "this must be {wanted}, and is {given}",
            "write {wanted}";
        /// One table by the name of which there may be several.
        OneOfSeveral { name: String } = NOT_TOML "toml-one-of-several",
            "`[{name}]` is one alone, and there may be several here", "write `[[{name}]]`";
        /// A table where a list of tables is meant.
        TableForList = NOT_TOML "toml-table-for-list",
            "this is one table, and a list is meant", "put it in square brackets: `[{{ … }}]`";
    }
}
