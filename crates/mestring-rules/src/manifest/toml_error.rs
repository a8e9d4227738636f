//! What the reader of TOML says, in the words of a pack's writer.

use mestring_model::toml_slip::TomlSlip;

use crate::complaint::{Among, Complaint, TomlFault, TomlKind};
use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// The reader's error as a diagnostic, with a suggestion for a misspelt key.
pub(crate) fn toml_error(source: Source, error: &toml::de::Error) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    match fault(source.text, error.message(), span.start) {
        // What it asks for there is a guess of its own.
        Some(TomlFault::OtherKind { wanted, given }) => {
            let meant = (wanted == TomlKind::Other)
                .then(|| TomlSlip::meant(source.text, span.start))
                .flatten();
            match meant {
                Some((span, slip)) => source.bytes(span, Complaint::TomlSlip(slip)),
                None => source.bytes(span, TomlFault::OtherKind { wanted, given }),
            }
        }
        Some(fault) => source.bytes(span, fault),
        None => {
            let (span, slip) = TomlSlip::of(source.text, error.message(), span);
            source.bytes(span, Complaint::TomlSlip(slip))
        }
    }
}

/// What does not fit the keys of the file; none for what is no TOML. The reader gives words, not data:
/// "unknown field `x`, expected one of `y`, `z`".
fn fault(text: &str, message: &str, start: usize) -> Option<TomlFault> {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let begins = |start: &str| message.starts_with(start);
    if let (true, Some((key, known))) = (begins("unknown field"), quoted.split_first()) {
        let key = (*key).to_owned();
        let among = Among::of(&key, known.iter().copied());
        return Some(TomlFault::UnknownKey { key, among });
    }
    if let (true, Some(key)) = (begins("missing field"), quoted.first()) {
        let key = (*key).to_owned();
        return Some(TomlFault::KeyMissing { key });
    }
    let (given, wanted) = message
        .strip_prefix("invalid type: ")?
        .rsplit_once(", expected ")?;
    let (wanted, given) = (TomlKind::of(wanted), TomlKind::of(given));
    let own = text.get(start..).unwrap_or_default();
    if wanted == TomlKind::List && given == TomlKind::Table {
        let name = own.strip_prefix('[').and_then(|own| own.split(']').next());
        return Some(match name.filter(|name| !name.starts_with('[')) {
            Some(name) => TomlFault::OneOfSeveral {
                name: name.trim().to_owned(),
            },
            None => TomlFault::TableForList,
        });
    }
    Some(TomlFault::OtherKind { wanted, given })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reader_says_is_told_apart() {
        let text = "`b` is no value: a text stands between quotes";
        let cases = [
            ("a = b", 1, 5, text),
            ("a = b\"", 1, 5, text),
            (
                "a = nei",
                1,
                5,
                "`nei` is no value: yes is `true`, and no is `false`",
            ),
            (
                "a = TRUE",
                1,
                5,
                "`TRUE` is no value: yes is `true`, and no is `false`",
            ),
            ("a = 01.02.2025", 1, 5, "`01.02.2025` is no date of TOML"),
            ("a = 2027-1-1", 1, 5, "`2027-1-1` is no date of TOML"),
            (
                "a = 1. januar 2027",
                1,
                5,
                "`1. januar 2027` is no date of TOML",
            ),
            (
                "a = { b = 1. jan 2027, c = 1 }",
                1,
                11,
                "`1. jan 2027` is no date of TOML",
            ),
            (
                "a = \"b",
                1,
                5,
                "a text begins here whose quotes are never closed",
            ),
            (
                "a = 'b",
                1,
                5,
                "a text begins here whose quotes are never closed",
            ),
            (
                "a = [1, 2",
                1,
                5,
                "`[` opens a list or table here that is never closed",
            ),
            (
                "a = [1, 2\nb = 3\n",
                1,
                5,
                "`[` opens a list or table here that is never closed",
            ),
            (
                "[a",
                1,
                1,
                "`[` opens a list or table here that is never closed",
            ),
            (
                "[[a]\nb = 1",
                1,
                1,
                "`[` opens a list or table here that is never closed",
            ),
            (
                "a = { b = 1",
                1,
                5,
                "`{` opens a list or table here that is never closed",
            ),
            (
                "a = [\n { b = 1 \n]",
                2,
                2,
                "`{` opens a list or table here that is never closed",
            ),
            ("a =", 1, 4, "a value is missing here"),
            ("a =\nb = 1", 1, 4, "a value is missing here"),
            (
                "a = 1\na = 2",
                2,
                1,
                "this key stands here for the second time",
            ),
            ("a 1", 1, 1, "`=` is missing between the key and its value"),
            (
                "a = { from 2027-01-01 }",
                1,
                7,
                "`=` is missing between the key and its value",
            ),
            (
                "a: 24",
                1,
                2,
                "`:` stands here, and TOML has `=` between a key and its value",
            ),
            (
                "a := 24",
                1,
                3,
                "`:` stands here, and TOML has `=` between a key and its value",
            ),
            (
                "a = { b: 24 }",
                1,
                8,
                "`:` stands here, and TOML has `=` between a key and its value",
            ),
            (
                "long wait = 2",
                1,
                1,
                "the key `long wait` has a space in it",
            ),
            ("målt = 2", 1, 2, "`å` cannot stand in a key"),
            ("“a” = 1", 1, 1, "`“` is no quotation mark of TOML"),
            ("a = “b”", 1, 5, "`“` is no quotation mark of TOML"),
            (
                "a = \"..\\Users\"",
                1,
                5,
                "in quotes, `\\` and the letter behind it stand for another sign",
            ),
            (
                "a = 1 2",
                1,
                5,
                "this is no value: a text stands between quotes",
            ),
            ("a = [\"b\" \"c\"]", 1, 10, "`,` is missing here"),
            ("a = { b = 2,5 }", 1, 11, "`2,5` is no number of TOML"),
            (
                "a = 2 * 5",
                1,
                5,
                "this is no value: a text stands between quotes",
            ),
            ("= 1", 1, 1, "this cannot be read as TOML"),
        ];
        let mut wrong = String::new();
        for (text, line, column, expected) in cases {
            let error = toml::from_str::<toml::Table>(text).unwrap_err();
            let own = toml_error(Source { file: "x", text }, &error);
            let at = own.at.as_ref().map(|at| (at.line, at.column));
            if (at, own.message().as_str()) != (Some((line, column)), expected) {
                wrong += &format!(
                    "{text:?}: {at:?} {}\n    {}\n",
                    own.message(),
                    error.message()
                );
            }
        }
        assert!(wrong.is_empty(), "{wrong}");
    }
}
