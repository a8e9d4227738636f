//! A place in a text that a person wrote, and how it is shown with what there is to say of it.

use std::ops::Range;

/// A stretch of text on one line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Underline {
    /// The line, 1 for the first.
    pub line: u32,
    /// The column in characters, 1 for the first.
    pub column: u32,
    /// How many characters, at least 1.
    pub length: u32,
    /// The whole line.
    pub text: String,
}

impl Underline {
    /// A range of bytes of a text, cut at the end of its first line.
    ///
    /// ```
    /// use mestring_model::Underline;
    ///
    /// let own = Underline::of("a = 1\nø = ja\n", 11..13);
    /// assert_eq!((own.line, own.column, own.length), (2, 5, 2));
    /// assert_eq!(own.text, "ø = ja");
    /// ```
    pub fn of(text: &str, span: Range<usize>) -> Self {
        let (line, column) = place(text, span.start);
        let stretch = text.get(span).unwrap_or_default();
        let first = stretch.split('\n').next().unwrap_or_default();
        let own = text.split('\n').nth(line as usize - 1).unwrap_or_default();
        Underline {
            line,
            column,
            length: (first.trim_end().chars().count() as u32).max(1),
            text: own.trim_end_matches('\r').to_owned(),
        }
    }

    /// The column after the last character.
    pub fn end_column(&self) -> u32 {
        self.column.saturating_add(self.length)
    }
}

/// The line and the column, both from 1, of a byte of a text; of its end for what is behind it.
pub fn place(text: &str, offset: usize) -> (u32, u32) {
    let end = offset.min(text.len());
    let end = (0..=end).rev().find(|end| text.is_char_boundary(*end));
    let before = text.get(..end.unwrap_or(0)).unwrap_or_default();
    let line = before.bytes().filter(|byte| *byte == b'\n').count();
    let own = before.rsplit('\n').next().unwrap_or_default();
    (line as u32 + 1, own.chars().count() as u32 + 1)
}

/// Several lines for people: what there is to say, the file and the place, the line with the place
/// underlined, and notes at the end, of which the empty ones are left out.
pub fn laid_out(file: &str, at: Option<&Underline>, head: &str, notes: &[String]) -> String {
    let mut out = format!("{head}\n");
    let mut margin = String::from(" ");
    match at {
        None => out.push_str(&format!(" --> {file}\n")),
        Some(at) => {
            let number = at.line.to_string();
            margin = " ".repeat(number.len());
            let lead: String = at
                .text
                .chars()
                .take(at.column.saturating_sub(1) as usize)
                .map(|letter| if letter == '\t' { '\t' } else { ' ' })
                .collect();
            let carets = "^".repeat(at.length.max(1) as usize);
            out.push_str(&format!("{margin}--> {file}:{}:{}\n", at.line, at.column));
            out.push_str(&format!("{margin} |\n{number} | {}\n", at.text));
            out.push_str(&format!("{margin} | {lead}{carets}\n"));
        }
    }
    for note in notes.iter().filter(|note| !note.is_empty()) {
        out.push_str(&format!("{margin} = {note}\n"));
    }
    out
}
