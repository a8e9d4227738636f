//! What the reader of TOML stops at.

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
    /// What the reader of TOML stops at.
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
        /// A key or table that stands in the file twice.
        KeyTwice = NOT_TOML "toml-key-twice", "this key stands here for the second time",
            "take one of them away";
        /// A text without quotes.
        NoQuotes = NOT_TOML "toml-no-quotes", "this is no value: a text stands between quotes", "write `\"…\"`";
        /// The same, where it is plain which text was meant.
        WordWithoutQuotes { word: String } = NOT_TOML "toml-word-without-quotes",
            "`{word}` is no value: a text stands between quotes", "write `\"{word}\"`";
        /// Yes or no in other words than those of TOML.
        YesNo { word: String, write: &'static str } = NOT_TOML "toml-yes-no",
            "`{word}` is no value: yes is `true`, and no is `false`", "write `{write}`";
        /// A word for what is not known.
        Unknown { word: String } = NOT_TOML "toml-unknown",
            "`{word}` is no value",
            "write `\"unknown\"` of a fact that somebody asked for in vain, `\"cannot tell: …\"` as an answer; leave out what nobody says";
        /// A number that is written as a spreadsheet shows it.
        Number { text: String, write: String } = NOT_TOML "toml-number",
            "`{text}` is no number of TOML", "write `{write}`";
        /// A number with its unit.
        Unit { text: String, write: String } = NOT_TOML "toml-unit",
            "`{text}` is no number", "write `{write}`, without the unit";
        /// A number that is too large.
        NumberTooLarge { text: String } = NOT_TOML "toml-number-too-large",
            "`{text}` is larger than a number can be", "the largest whole number is 9223372036854775807; write a smaller one";
        /// A date that is not written as TOML does.
        Date { text: String, write: String } = NOT_TOML "toml-date",
            "`{text}` is no date of TOML", "write `{write}`";
        /// A day that does not exist.
        NoSuchDay { text: String } = NOT_TOML "toml-no-such-day",
            "`{text}` is a day that does not exist", "look at the day and the month; the order is year-month-day";
        /// Quotation marks of a word processor.
        Quotes { sign: String } = NOT_TOML "toml-quotes",
            "`{sign}` is no quotation mark of TOML",
            "write `\"`; word processors change it, a plain text editor does not";
        /// A text whose quotes are not closed on its line.
        OpenText = NOT_TOML "toml-open-text", "a text begins here whose quotes are never closed",
            "close it with `\"` on the same line";
        /// A bracket that is not closed.
        OpenBracket { sign: String } = NOT_TOML "toml-open-bracket",
            "`{sign}` is missing: a list or table is not closed", "close it with `{sign}`";
        /// A key without a value.
        NoValue = NOT_TOML "toml-no-value", "a value is missing here", "write `key = value`";
        /// A sign that is missing.
        Missing { sign: String } = NOT_TOML "toml-missing", "`{sign}` is missing here", "write `{sign}` here";
        /// Anything else.
        Unread = NOT_TOML "toml-unread", "this cannot be read as TOML",
            "write `key = value` on a line of its own, texts in quotes, lists in square brackets";
    }
}
