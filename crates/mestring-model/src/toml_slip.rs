//! What somebody meant where the reader of TOML stops: what people write out of habit is known, so a
//! message can say what to write instead of what the reader missed.
//!
//! `desk.toml` and the files of a pack are told of their slips by the same words.

mod bracket;
mod line;
mod value;

use std::ops::Range;

use crate::finding::declare::problems;

problems! {
    /// What the reader of TOML stops at.
    TomlSlip {
        /// A key or table that stands in the file twice.
        KeyTwice = "D030" Error "toml-key-twice",
        "this key stands here for the second time",
        "take one of them away";
        /// A text without quotes.
        NoQuotes = "D030" Error "toml-no-quotes",
        "this is no value: a text stands between quotes",
        "write `\"…\"`";
        /// The same, where it is plain which text was meant.
        WordWithoutQuotes {
            /// What stands there.
            word: String,
        } = "D030" Error "toml-word-without-quotes",
        "`{word}` is no value: a text stands between quotes",
        "write `\"{word}\"`";
        /// Yes or no in other words than those of TOML.
        YesNo {
            /// What stands there.
            word: String,
            /// What TOML writes.
            write: &'static str,
        } = "D030" Error "toml-yes-no",
        "`{word}` is no value: yes is `true`, and no is `false`",
        "write `{write}`";
        /// A word for what is not known.
        Unknown {
            /// What stands there.
            word: String,
        } = "D030" Error "toml-unknown",
        "`{word}` is no value",
        "write `\"unknown\"` of a fact that somebody asked for in vain, `\"cannot tell: …\"` as an answer; leave out what nobody says";
        /// A number that is written as a spreadsheet shows it.
        Number {
            /// What stands there.
            text: String,
            /// What TOML writes.
            write: String,
        } = "D030" Error "toml-number",
        "`{text}` is no number of TOML",
        "write `{write}`";
        /// A number with its unit.
        Unit {
            /// What stands there.
            text: String,
            /// The bare number.
            write: String,
        } = "D030" Error "toml-unit",
        "`{text}` is no number",
        "write `{write}`, without the unit";
        /// A number that is too large.
        NumberTooLarge {
            /// What stands there.
            text: String,
        } = "D030" Error "toml-number-too-large",
        "`{text}` is larger than a number can be",
        "the largest whole number is 9223372036854775807; write a smaller one";
        /// A date that is not written as TOML does.
        Date {
            /// What stands there.
            text: String,
            /// What TOML writes.
            write: String,
        } = "D030" Error "toml-date",
        "`{text}` is no date of TOML",
        "write `{write}`";
        /// A day that does not exist.
        NoSuchDay {
            /// What stands there.
            text: String,
        } = "D030" Error "toml-no-such-day",
        "`{text}` is a day that does not exist",
        "look at the day and the month; the order is year-month-day";
        /// Quotation marks of a word processor.
        Quotes {
            /// The mark.
            sign: String,
        } = "D030" Error "toml-quotes",
        "`{sign}` is no quotation mark of TOML",
        "write `\"`; word processors change it, a plain text editor does not";
        /// A text whose quotes are not closed on its line.
        OpenText = "D030" Error "toml-open-text",
        "a text begins here whose quotes are never closed",
        "close it with `\"` on the same line";
        /// A backslash, which other programs put between folders.
        Backslash {
            /// The text with slashes in its stead.
            write: String,
        } = "D030" Error "toml-backslash",
        "in quotes, `\\` and the letter behind it stand for another sign",
        "write `{write}`";
        /// A bracket that is not closed, where it was opened.
        OpenBracket {
            /// The bracket.
            sign: String,
            /// What closes it.
            close: String,
        } = "D030" Error "toml-open-bracket",
        "`{sign}` opens a list or table here that is never closed",
        "close it with `{close}`";
        /// A key without a value.
        NoValue = "D030" Error "toml-no-value",
        "a value is missing here",
        "write `key = value`";
        /// A colon between a key and its value.
        Colon {
            /// The key and its value as TOML writes them.
            write: String,
        } = "D030" Error "toml-colon",
        "`:` stands here, and TOML has `=` between a key and its value",
        "write `{write}`";
        /// Nothing between a key and its value.
        NoEquals {
            /// The key and its value as TOML writes them.
            write: String,
        } = "D030" Error "toml-no-equals",
        "`=` is missing between the key and its value",
        "write `{write}`";
        /// A key of several words.
        KeyOfWords {
            /// What stands there.
            key: String,
            /// The words in one.
            write: String,
        } = "D030" Error "toml-key-of-words",
        "the key `{key}` has a space in it",
        "write `{write}`";
        /// A letter that keys do not have.
        KeyLetter {
            /// The letter.
            sign: String,
        } = "D030" Error "toml-key-letter",
        "`{sign}` cannot stand in a key",
        "write the key in letters from a to z, digits, `_` and `-`";
        /// A sign that is missing.
        Missing {
            /// The sign.
            sign: String,
        } = "D030" Error "toml-missing",
        "`{sign}` is missing here",
        "write `{sign}` here";
        /// Anything else.
        Unread = "D030" Error "toml-unread",
        "this cannot be read as TOML",
        "write `key = value` on a line of its own, texts in quotes, lists in square brackets";
    }
}

impl TomlSlip {
    /// What stands where the reader of TOML stopped, with the bytes that it is about. The reader gives
    /// words and a place: `message` and `span`, as `toml::de::Error` has them.
    ///
    /// ```
    /// use mestring_model::toml_slip::TomlSlip;
    ///
    /// let (span, slip) = TomlSlip::of("as_of = 22.11.2026", "invalid float, expected nothing", 13..18);
    /// assert_eq!(span, 8..18);
    /// assert_eq!(slip.to_string(), "`22.11.2026` is no date of TOML; write `2026-11-22`");
    /// ```
    pub fn of(text: &str, message: &str, span: Range<usize>) -> (Range<usize>, Self) {
        let begins = |start: &str| message.starts_with(start);
        let stop = span.start;
        if begins("duplicate") || begins("cannot extend") {
            return (span, TomlSlip::KeyTwice);
        }
        if (message.contains("escape") || message.contains("unicode"))
            && let Some(found) = line::backslash(text, stop)
        {
            return found;
        }
        if begins("invalid unquoted key")
            && let Some(found) = line::letter(text, stop)
        {
            return found;
        }
        let expected = message.rsplit_once(", expected ");
        let sign = expected.and_then(|(_, wanted)| wanted.strip_prefix('`')?.split('`').next());
        let is_text = message.contains("basic string") || message.contains("literal string");
        if is_text
            && sign.is_some_and(|own| own.starts_with(['"', '\'']))
            && let Some(at) = line::open_text(text, stop)
        {
            return (at, TomlSlip::OpenText);
        }
        if let Some(found) = bracket::open(text, stop) {
            return found;
        }
        if begins("missing value") {
            return (span, TomlSlip::NoValue);
        }
        if begins("string values must be quoted") {
            // The reader takes nothing at all for a text without quotes.
            let own = if span.is_empty() {
                TomlSlip::NoValue
            } else {
                TomlSlip::NoQuotes
            };
            return TomlSlip::meant(text, stop).unwrap_or((span, own));
        }
        // What the reader asks for there is a guess of its own, such as `nan` for `nei`.
        let sign = sign.filter(|own| !is_text && !own.starts_with(['"', '\'']));
        match sign {
            Some("=") => line::no_equals(text, stop)
                .or_else(|| TomlSlip::meant(text, stop))
                .unwrap_or_else(|| (span, TomlSlip::Missing { sign: "=".into() })),
            Some(sign) if !sign.chars().all(char::is_alphabetic) => {
                (span, TomlSlip::Missing { sign: sign.into() })
            }
            _ => TomlSlip::meant(text, stop).unwrap_or((span, TomlSlip::Unread)),
        }
    }

    /// The value around a place where the reader stopped, and what it was meant for; none where that
    /// is anybody's guess.
    pub fn meant(text: &str, stop: usize) -> Option<(Range<usize>, Self)> {
        value::meant(text, stop)
    }
}
