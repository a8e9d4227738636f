//! Splits text into records and cells, as spreadsheets do.

/// The records of a text, blank ones included, so that their positions are row numbers.
pub(crate) struct Records {
    /// The cells of each record, as written, without quotation marks around them.
    pub(crate) rows: Vec<Vec<String>>,
    /// The position of the record in which a quotation mark is never closed; it is the last, and
    /// has swallowed the rest of the text.
    pub(crate) unclosed: Option<usize>,
}

/// Splits at a delimiter and at line ends (`\r\n`, `\n` or `\r`), at most `limit` records.
///
/// A cell that begins with `"` runs to the next single `"`, over delimiters and line ends; `""` in
/// it is one `"`; what stands between the closing mark and the next delimiter is kept as written.
/// A `"` inside a cell that does not begin with one is a letter like others. Blank lines are
/// records of one empty cell.
pub(crate) fn split(text: &str, delimiter: char, limit: usize) -> Records {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut at_start = true;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if at_start => {
                at_start = false;
                loop {
                    match letters.next() {
                        Some('"') if letters.peek() == Some(&'"') => {
                            letters.next();
                            cell.push('"');
                        }
                        Some('"') => break,
                        Some(letter) => cell.push(letter),
                        None => {
                            row.push(cell);
                            rows.push(row);
                            let unclosed = Some(rows.len() - 1);
                            return Records { rows, unclosed };
                        }
                    }
                }
            }
            '\r' | '\n' => {
                if letter == '\r' && letters.peek() == Some(&'\n') {
                    letters.next();
                }
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
                at_start = true;
                if rows.len() == limit {
                    return Records {
                        rows,
                        unclosed: None,
                    };
                }
            }
            letter if letter == delimiter => {
                row.push(std::mem::take(&mut cell));
                at_start = true;
            }
            letter => {
                at_start = false;
                cell.push(letter);
            }
        }
    }
    if !at_start || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    Records {
        rows,
        unclosed: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&[&str]]) {
        let records = split(text, ';', usize::MAX);
        assert_eq!(records.rows, expected, "{text:?}");
        assert_eq!(records.unclosed, None, "{text:?}");
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
        let records = split("a;b\n1;2\n3;\"4\n5;6\n", ';', usize::MAX);
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
            let ours = split(&text, ';', usize::MAX);
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
