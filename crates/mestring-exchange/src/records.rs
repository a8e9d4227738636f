//! Splits text into records and cells, as spreadsheets do.

use std::ops::Range;

/// The records of a text, blank ones included, so that their positions are row numbers.
pub(crate) struct Records {
    /// The cells of each record, as written, without quotation marks around them.
    pub(crate) rows: Vec<Vec<String>>,
    /// Where each of those cells stands in the text, in bytes, with its quotation marks.
    pub(crate) spans: Vec<Vec<Range<usize>>>,
    /// The position of the record in which a quotation mark is never closed; it is the last, and
    /// has swallowed the rest of the text.
    pub(crate) unclosed: Option<usize>,
}

/// A text that is being split.
#[derive(Default)]
struct Splitting {
    records: Vec<Vec<String>>,
    spans: Vec<Vec<Range<usize>>>,
    row: Vec<String>,
    row_spans: Vec<Range<usize>>,
    cell: String,
    start: usize,
}

impl Splitting {
    /// Ends a cell before the byte `end`; the next one starts at `next`.
    fn end_cell(&mut self, end: usize, next: usize) {
        self.row.push(std::mem::take(&mut self.cell));
        self.row_spans.push(self.start..end);
        self.start = next;
    }

    fn end_record(&mut self) {
        self.records.push(std::mem::take(&mut self.row));
        self.spans.push(std::mem::take(&mut self.row_spans));
    }

    fn done(self, unclosed: Option<usize>) -> Records {
        Records {
            rows: self.records,
            spans: self.spans,
            unclosed,
        }
    }
}

/// Splits at a delimiter and at line ends (`\r\n`, `\n` or `\r`).
///
/// A cell that begins with `"` runs to the next single `"`, over delimiters and line ends; `""` in
/// it is one `"`; what stands between the closing mark and the next delimiter is kept as written.
/// A `"` inside a cell that does not begin with one is a letter like others. Blank lines are
/// records of one empty cell.
pub(crate) fn split(text: &str, delimiter: char) -> Records {
    let mut own = Splitting::default();
    let mut at_start = true;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = at + letter.len_utf8();
        match letter {
            '"' if at_start => {
                at_start = false;
                loop {
                    match letters.next() {
                        Some((_, '"')) if letters.next_if(|(_, next)| *next == '"').is_some() => {
                            own.cell.push('"');
                        }
                        Some((_, '"')) => break,
                        Some((_, letter)) => own.cell.push(letter),
                        None => {
                            own.end_cell(text.len(), text.len());
                            own.end_record();
                            let unclosed = own.records.len() - 1;
                            return own.done(Some(unclosed));
                        }
                    }
                }
            }
            '\r' | '\n' => {
                let pair = letter == '\r' && letters.next_if(|(_, next)| *next == '\n').is_some();
                own.end_cell(at, next + usize::from(pair));
                own.end_record();
                at_start = true;
            }
            letter if letter == delimiter => {
                own.end_cell(at, next);
                at_start = true;
            }
            letter => {
                at_start = false;
                own.cell.push(letter);
            }
        }
    }
    if !at_start || !own.row.is_empty() {
        own.end_cell(text.len(), text.len());
        own.end_record();
    }
    own.done(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&[&str]]) {
        let records = split(text, ';');
        assert_eq!(records.rows, expected, "{text:?}");
        assert_eq!(records.unclosed, None, "{text:?}");
        // What stands between the spans is delimiters and line ends, and nothing else.
        let mut rest = text.to_owned();
        for span in records.spans.iter().flatten().rev() {
            rest.replace_range(span.clone(), "");
        }
        assert!(
            rest.chars().all(|c| ";\r\n".contains(c)),
            "{text:?}: {rest:?}"
        );
        assert_eq!(
            records.spans.iter().map(Vec::len).collect::<Vec<_>>(),
            records.rows.iter().map(Vec::len).collect::<Vec<_>>(),
        );
    }

    #[test]
    fn records_and_cells() {
        check("", &[]);
        check("a", &[&["a"]]);
        check("a;b\r\n1;2\r\n", &[&["a", "b"], &["1", "2"]]);
        check("a;b\r1;2", &[&["a", "b"], &["1", "2"]]);
        check("a\n\nb\n", &[&["a"], &[""], &["b"]]);
        check("a;\n;", &[&["a", ""], &["", ""]]);
        check("\"a;b\";\"c\r\nd\"\n", &[&["a;b", "c\r\nd"]]);
        check("\"say \"\"hi\"\"\"", &[&["say \"hi\""]]);
        check("\"Starthjelp\" kurs;x", &[&["Starthjelp kurs", "x"]]);
        check("5\" rør;x", &[&["5\" rør", "x"]]);
        check("\"\"", &[&[""]]);
        check("\"\";", &[&["", ""]]);
    }

    #[test]
    fn an_open_quotation_mark_is_told_with_its_record() {
        let records = split("a;b\n1;2\n3;\"4\n5;6\n", ';');
        assert_eq!(records.unclosed, Some(2));
        assert_eq!(records.rows.len(), 3);
    }

    proptest! {
        // The `csv` crate skips blank lines, so texts with blank lines are left out here; they are
        // in the table above.
        #[test]
        fn agrees_with_the_csv_crate(
            text in concat!(
                r#"(([abæ ][abæ "]{0,3}|"([abæ; \n]|"")+")"#,
                r#"(;([abæ ][abæ "]{0,3}|"([abæ; \n]|"")*"[abæ]?)?){0,3}(\r\n|\n|\r)){0,5}"#,
            )
        ) {
            let ours = split(&text, ';');
            prop_assume!(ours.unclosed.is_none());
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(b';').has_headers(false).flexible(true).from_reader(text.as_bytes());
            let theirs: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.unwrap().iter().map(str::to_owned).collect())
                .collect();
            prop_assert_eq!(ours.rows, theirs);
        }
    }
}
