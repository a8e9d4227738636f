//! A text file with its lines, and how a place in it becomes a diagnostic.

use mestring_model::underline;

use crate::complaint::Complaint;
use crate::diagnostic::{Diagnostic, Underline};

/// A place in a text: line and column in characters, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct At {
    pub line: u32,
    pub column: u32,
}

impl From<rhai::Position> for At {
    fn from(position: rhai::Position) -> Self {
        let number = |n: Option<usize>| n.and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
        At {
            line: number(position.line()),
            column: number(position.position()).max(1),
        }
    }
}

/// A file of a pack.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a> {
    /// The file's name, relative to the pack's folder.
    pub file: &'a str,
    pub text: &'a str,
}

impl<'a> Source<'a> {
    pub fn line(&self, line: u32) -> &'a str {
        (line as usize)
            .checked_sub(1)
            .and_then(|at| self.text.split('\n').nth(at))
            .unwrap_or_default()
            .trim_end_matches('\r')
    }

    /// The place of a byte.
    pub fn place(&self, offset: usize) -> At {
        let (line, column) = underline::place(self.text, offset);
        At { line, column }
    }

    /// The text from a place on.
    pub fn from(&self, at: At) -> &'a str {
        let before: usize = self
            .text
            .split_inclusive('\n')
            .take((at.line as usize).saturating_sub(1))
            .map(str::len)
            .sum();
        let rest = self.text.get(before..).unwrap_or_default();
        let skip = (at.column as usize).saturating_sub(1);
        rest.char_indices()
            .nth(skip)
            .and_then(|(byte, _)| rest.get(byte..))
            .unwrap_or_default()
    }

    /// The text between two places.
    pub fn between(&self, start: At, end: At) -> &'a str {
        let tail = self.from(start);
        let length = tail.len().saturating_sub(self.from(end).len());
        tail.get(..length).unwrap_or_default()
    }

    /// A diagnostic about the word, text or sign that begins at a place.
    pub fn word(&self, at: At, complaint: Complaint) -> Diagnostic {
        self.stretch(at, word_length(self.from(at)), complaint)
    }

    /// A diagnostic about some characters from a place on.
    pub fn stretch(&self, at: At, length: u32, complaint: Complaint) -> Diagnostic {
        Diagnostic::of(self.file, self.underlined(at, length), complaint)
    }

    /// A diagnostic about a range of bytes, cut at the end of its first line.
    pub fn bytes(
        &self,
        span: std::ops::Range<usize>,
        complaint: impl Into<Complaint>,
    ) -> Diagnostic {
        Diagnostic::of(self.file, self.underline(span), complaint.into())
    }

    /// A range of bytes, cut at the end of its first line.
    pub fn underline(&self, span: std::ops::Range<usize>) -> Option<Underline> {
        Some(Underline::of(self.text, span))
    }

    fn underlined(&self, at: At, length: u32) -> Option<Underline> {
        (at.line > 0).then(|| Underline {
            line: at.line,
            column: at.column,
            length: length.max(1),
            text: self.line(at.line).to_owned(),
        })
    }
}

/// How many characters the word, number or quoted text at the start of a text has.
pub(crate) fn word_length(text: &str) -> u32 {
    let is_word = |letter: &char| letter.is_alphanumeric() || *letter == '_';
    let length = match text.chars().next() {
        Some(quote @ ('"' | '`' | '\'')) => {
            let line = text.split('\n').next().unwrap_or_default();
            line.chars()
                .skip(1)
                .position(|letter| letter == quote)
                .map_or(1, |end| end + 2)
        }
        Some(digit) if digit.is_ascii_digit() => {
            let whole = text.chars().take_while(is_word).count();
            let rest = text.get(whole..).unwrap_or_default();
            match rest.strip_prefix('.').and_then(|rest| rest.chars().next()) {
                Some(digit) if digit.is_ascii_digit() => {
                    whole + 1 + rest.chars().skip(1).take_while(is_word).count()
                }
                _ => whole,
            }
        }
        // Brackets without anything in them are one token, and so is a number with its sign.
        Some('(') if text.starts_with("()") => 2,
        Some('-') if text.chars().nth(1).is_some_and(|own| own.is_ascii_digit()) => {
            1 + word_length(text.get(1..).unwrap_or_default()) as usize
        }
        Some(letter) if is_word(&letter) => text.chars().take_while(is_word).count(),
        _ => 1,
    };
    length as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_from_one() {
        let source = Source {
            file: "x",
            text: "æ = \"ø\"\nåpen = 1\n",
        };
        assert_eq!(source.place(0), At { line: 1, column: 1 });
        assert_eq!(
            source.place("æ = \"ø\"\nå".len()),
            At { line: 2, column: 2 }
        );
        assert_eq!(source.from(At { line: 2, column: 2 }), "pen = 1\n");
        assert_eq!(
            source.between(At { line: 1, column: 5 }, At { line: 1, column: 8 }),
            "\"ø\""
        );
        assert_eq!(source.line(2), "åpen = 1");
        assert_eq!(word_length("\"ø\" x"), 3);
        assert_eq!(word_length("sessions >= 6"), 8);
        assert_eq!(word_length(">= 6"), 1);
        assert_eq!(word_length("2.50 + 1"), 4);
        assert_eq!(word_length("1..5"), 1);
        assert_eq!(source.from(At { line: 9, column: 9 }), "");
    }
}
