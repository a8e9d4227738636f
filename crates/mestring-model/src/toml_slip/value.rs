//! What somebody meant by a value that TOML cannot read: a word, number or date as other programs
//! write it.

use std::ops::Range;

use super::TomlSlip;
use super::line::QUOTES;
use crate::habit;

/// The value around a place where the reader stopped, and what it was meant for; none where that is
/// anybody's guess.
pub(super) fn meant(all: &str, stop: usize) -> Option<(Range<usize>, TomlSlip)> {
    let span = value(all, stop)?;
    let text = all.get(span.clone())?;
    let own = || text.to_owned();
    let fault = if let Some(yes) = habit::yes_no(text) {
        let write = habit::written(yes);
        TomlSlip::YesNo { word: own(), write }
    } else if habit::is_unknown(text) {
        TomlSlip::Unknown { word: own() }
    } else if let Some(date) = habit::date(text) {
        let write = date.to_string();
        TomlSlip::Date { text: own(), write }
    } else if habit::is_no_day(text) {
        TomlSlip::NoSuchDay { text: own() }
    } else if let Some(write) = habit::number(text) {
        TomlSlip::Number { text: own(), write }
    } else if habit::is_too_large(text) {
        TomlSlip::NumberTooLarge { text: own() }
    } else if let Some((write, _)) = habit::measured(text) {
        TomlSlip::Unit { text: own(), write }
    } else if let Some(sign) = text.chars().find(|sign| QUOTES.contains(sign)) {
        TomlSlip::Quotes { sign: sign.into() }
    } else if is_word(text) {
        TomlSlip::WordWithoutQuotes { word: own() }
    } else {
        return None;
    };
    Some((span, fault))
}

/// A word or a version, which stands between quotes.
fn is_word(text: &str) -> bool {
    let is_letter = |own: char| own.is_alphanumeric() || " ._-/".contains(own);
    // `1.0.0` is a version, and `1 2` anybody's guess.
    let is_said = text.contains(char::is_alphabetic) || text.matches('.').count() > 1;
    text.chars().all(is_letter) && is_said && text.parse::<f64>().is_err()
}

/// The bytes of the value in which a place lies: from behind the nearest `=` or bracket on its line to
/// the comma, bracket or comment that ends it.
fn value(text: &str, stop: usize) -> Option<Range<usize>> {
    let line_start = text.get(..stop)?.rfind('\n').map_or(0, |at| at + 1);
    let line_end = text
        .get(stop..)?
        .find('\n')
        .map_or(text.len(), |at| stop + at);
    let opens = text.get(line_start..stop)?.rfind(['=', '[', '{'])?;
    let in_list = text.get(line_start + opens..)?.starts_with('[');
    let start = line_start + opens + 1;
    let rest = text.get(start..line_end)?;
    let mut end = rest.len();
    for (at, letter) in rest.char_indices() {
        let next = rest.get(at + 1..).and_then(|after| after.chars().next());
        let ends = match letter {
            ']' | '}' | '#' | '{' | '[' | '"' | '\'' | '=' => true,
            // A comma within a number stands between digits.
            ',' => in_list || !next.is_some_and(|own| own.is_ascii_digit()),
            _ => false,
        };
        if ends {
            end = at;
            break;
        }
    }
    let own = rest.get(..end)?;
    let lead = own.len() - own.trim_start().len();
    let length = own.trim().len();
    (length > 0).then_some(start + lead..start + lead + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_ends_where_the_next_begins() {
        for (text, stop, expected) in [
            ("a = ja", 4, Some("ja")),
            ("a = ja # nei", 4, Some("ja")),
            ("g = { a = 24,5, b = 3 }", 13, Some("24,5")),
            ("g = { a = 24,5 }", 13, Some("24,5")),
            ("g = { a = ja, b = 3 }", 10, Some("ja")),
            ("a = [ja, nei]", 5, Some("ja")),
            ("a = [1,5 x]", 5, Some("1")),
            ("a =", 3, None),
            ("a = \"b", 4, None),
            ("b = 1\na = 10 000\n", 10, Some("10 000")),
            ("a", 0, None),
            ("æ = ø", 5, Some("ø")),
        ] {
            let found = value(text, stop).and_then(|span| text.get(span));
            assert_eq!(found, expected, "{text}");
        }
    }
}
