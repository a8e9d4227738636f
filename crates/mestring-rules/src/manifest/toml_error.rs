//! What the reader of TOML says, in the words of a pack's writer.

use super::toml_value;
use crate::complaint::{Among, TomlFault, TomlKind};
use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// The reader's error as a diagnostic, with a suggestion for a misspelt key.
pub(crate) fn toml_error(source: Source, error: &toml::de::Error) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    let fault = match fault(error.message()) {
        // The reader takes nothing at all for a text without quotes.
        TomlFault::NoQuotes if span.is_empty() => TomlFault::NoValue,
        // It takes anything that it cannot read for one, such as `5 }` in `{ hours = 2,5 }`.
        TomlFault::OpenText
            if !source
                .line(source.place(span.start).line)
                .contains(['"', '\'']) =>
        {
            TomlFault::Unread
        }
        fault => fault,
    };
    // What the reader asks for there is a guess of its own, such as `nan` for `nei`.
    let is_value = match &fault {
        TomlFault::NoQuotes | TomlFault::Unread => true,
        TomlFault::Missing { sign } => sign == "=" || sign.chars().all(char::is_alphabetic),
        TomlFault::OtherKind { wanted, .. } => *wanted == TomlKind::Other,
        _ => false,
    };
    let meant = is_value
        .then(|| toml_value::meant(source, span.start))
        .flatten();
    match meant {
        Some((span, fault)) => source.bytes(span, fault),
        None => source.bytes(span, fault),
    }
}

/// The reader gives words, not data: "unknown field `x`, expected one of `y`, `z`".
fn fault(message: &str) -> TomlFault {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let expected = message.rsplit_once(", expected ");
    let begins = |start: &str| message.starts_with(start);
    if let (true, Some((key, known))) = (begins("unknown field"), quoted.split_first()) {
        let key = (*key).to_owned();
        let among = Among::of(&key, known.iter().copied());
        return TomlFault::UnknownKey { key, among };
    }
    if let (true, Some(key)) = (begins("missing field"), quoted.first()) {
        let key = (*key).to_owned();
        return TomlFault::KeyMissing { key };
    }
    if let (Some(given), Some((_, wanted))) = (message.strip_prefix("invalid type: "), expected) {
        return TomlFault::OtherKind {
            wanted: TomlKind::of(wanted),
            given: TomlKind::of(given),
        };
    }
    if begins("duplicate") || begins("cannot extend") {
        return TomlFault::KeyTwice;
    }
    if begins("string values must be quoted") {
        return TomlFault::NoQuotes;
    }
    if begins("missing value") {
        return TomlFault::NoValue;
    }
    let sign = expected.and_then(|(_, wanted)| wanted.strip_prefix('`')?.split('`').next());
    let Some(sign) = sign.map(str::to_owned) else {
        return TomlFault::Unread;
    };
    let is_text = message.contains("basic string") || message.contains("literal string");
    if is_text && sign.starts_with(['"', '\'']) {
        TomlFault::OpenText
    } else if begins("unclosed") {
        TomlFault::OpenBracket { sign }
    } else {
        TomlFault::Missing { sign }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reader_says_is_told_apart() {
        let cases = [
            ("a = b", "`b` is no value: a text stands between quotes"),
            (
                "a = nei",
                "`nei` is no value: yes is `true`, and no is `false`",
            ),
            ("a = 01.02.2025", "`01.02.2025` is no date of TOML"),
            (
                "a = \"b",
                "a text begins here whose quotes are never closed",
            ),
            ("a = [1, 2", "`]` is missing: a list or table is not closed"),
            ("[a", "`]` is missing: a list or table is not closed"),
            (
                "a = { b = 1",
                "`}` is missing: a list or table is not closed",
            ),
            ("a =", "a value is missing here"),
            ("a =\nb = 1", "a value is missing here"),
            ("a = 1\na = 2", "this key stands here for the second time"),
            ("a 1", "`=` is missing here"),
            ("a = 1 2", "this is no value: a text stands between quotes"),
            ("a = [\"b\" \"c\"]", "`,` is missing here"),
            ("a = { b = 2,5 }", "`2,5` is no number of TOML"),
            (
                "a = 2 * 5",
                "this is no value: a text stands between quotes",
            ),
            ("= 1", "this cannot be read as TOML"),
        ];
        let mut wrong = String::new();
        for (text, expected) in cases {
            let error = toml::from_str::<toml::Table>(text).unwrap_err();
            let said = toml_error(Source { file: "x", text }, &error).message();
            if said != expected {
                wrong += &format!("{text:?}: {said}\n    {}\n", error.message());
            }
        }
        assert!(wrong.is_empty(), "{wrong}");
    }
}
