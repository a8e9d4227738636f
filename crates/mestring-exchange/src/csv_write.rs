//! Writes a table as CSV.
//!
//! **Formulas.** A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`, and a centre's
//! lists hold texts that were copied from web pages. [`SPREADSHEET`] therefore puts an apostrophe
//! before such a cell unless it is a plain number, telephone number or dash, and the reader takes one
//! apostrophe off again, so that a table comes back as it was. [`PLAIN`] writes for programs and
//! leaves such cells as they are.

use mestring_model::RawTable;

/// How a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// What stands between cells: `;`, `,`, tab or `|`, which are what the reader detects.
    pub separator: char,
    /// Whether the file begins with the mark by which Excel knows UTF-8.
    pub mark: bool,
    /// The line end.
    pub line_end: &'static str,
    /// Whether cells that a spreadsheet would run as formulas get an apostrophe.
    pub guard: bool,
}

/// What Excel opens rightly by a double click where the decimal mark is a comma.
pub const SPREADSHEET: Dialect = Dialect {
    separator: ';',
    mark: true,
    line_end: "\r\n",
    guard: true,
};

/// What programs expect (RFC 4180 with `\n`).
pub const PLAIN: Dialect = Dialect {
    separator: ',',
    mark: false,
    line_end: "\n",
    guard: false,
};

/// The table as UTF-8 bytes: headings, then rows.
///
/// [`csv_text::read`](crate::csv_text::read) gives the same headings and cells back, provided that
/// they are trimmed, line breaks are `\n`, and the headings are two or more names.
///
/// ```
/// use mestring_exchange::csv_write::{SPREADSHEET, write_csv};
/// use mestring_model::RawTable;
///
/// let mut table = RawTable::with_headings("", ["tilbud", "merknad"]);
/// table.push(vec!["Kjøkken; praktisk".into(), "=1+1".into()]);
/// let text = String::from_utf8(write_csv(&table, SPREADSHEET))?;
/// assert_eq!(text, "\u{feff}tilbud;merknad\r\n\"Kjøkken; praktisk\";'=1+1\r\n");
/// # Ok::<(), std::string::FromUtf8Error>(())
/// ```
pub fn write_csv(table: &RawTable, dialect: Dialect) -> Vec<u8> {
    let mut text = String::new();
    if dialect.mark {
        text.push('\u{feff}');
    }
    write_row(&mut text, &table.headings, table.headings.len(), dialect);
    for row in &table.rows {
        write_row(&mut text, &row.cells, table.headings.len(), dialect);
    }
    text.into_bytes()
}

fn write_row(text: &mut String, cells: &[String], columns: usize, dialect: Dialect) {
    for at in 0..columns.max(1) {
        if at > 0 {
            text.push(dialect.separator);
        }
        let cell = cells.get(at).map_or("", String::as_str);
        write_cell(text, cell, columns, dialect, false);
    }
    text.push_str(dialect.line_end);
}

/// Writes one cell of a table of so many columns, in quotation marks where it needs them or where
/// all cells of its table have them.
pub(crate) fn write_cell(
    text: &mut String,
    cell: &str,
    columns: usize,
    dialect: Dialect,
    quoted: bool,
) {
    let apostrophe = if needs_apostrophe(cell, dialect.guard) {
        "'"
    } else {
        ""
    };
    if quoted || needs_quotes(cell, columns, dialect) {
        text.push('"');
        text.push_str(apostrophe);
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(apostrophe);
        text.push_str(cell);
    }
}

/// Separators that the reader would rather believe in are quoted too, so that it is not misled; a
/// table of one column has no separator of its own to be known by.
fn needs_quotes(cell: &str, columns: usize, dialect: Dialect) -> bool {
    let misleading: &[char] = match (columns, dialect.separator) {
        (0 | 1, _) | (_, ',') => &[';', '\t', '|', ','],
        (_, '|') => &[';', '\t', '|'],
        (_, '\t') => &[';', '\t'],
        _ => &[],
    };
    cell.contains(['"', '\n', '\r', dialect.separator])
        || cell.contains(misleading)
        || cell.trim().len() != cell.len()
}

/// Cells that begin with an apostrophe and look guarded get another, so that taking one off is
/// always right.
fn needs_apostrophe(cell: &str, guard: bool) -> bool {
    is_guarded(cell) || (guard && may_run(cell) && !is_harmless(cell))
}

fn may_run(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@'])
}

/// Signed numbers, telephone numbers and dashes: one sign, then nothing that could be a formula.
fn is_harmless(cell: &str) -> bool {
    cell.strip_prefix(['+', '-']).is_some_and(|rest| {
        rest.chars().all(|letter| {
            letter.is_ascii_digit()
                || matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | ',' | '.' | '%')
        })
    })
}

fn is_guarded(cell: &str) -> bool {
    cell.strip_prefix('\'')
        .is_some_and(|rest| may_run(rest.trim_start_matches('\'')))
}

/// The cell without the apostrophe that guards it.
pub(crate) fn unguarded(cell: &str) -> &str {
    if is_guarded(cell) {
        cell.strip_prefix('\'').unwrap_or(cell)
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csv_text::read;
    use crate::grid::clean;
    use proptest::prelude::*;

    #[test]
    fn guards() {
        for (cell, guarded) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+47 55 97 50 00", "+47 55 97 50 00"),
            ("-5,5", "-5,5"),
            ("-", "-"),
            ("- eit punkt", "'- eit punkt"),
            ("-1+2", "'-1+2"),
            ("'=1+1", "''=1+1"),
            ("'sitat'", "'sitat'"),
            ("'", "'"),
        ] {
            let mut table = RawTable::with_headings("", ["a", "b"]);
            table.push(vec![cell.into(), "x".into()]);
            let text = String::from_utf8(write_csv(&table, SPREADSHEET)).unwrap();
            assert_eq!(text.lines().nth(1).unwrap(), format!("{guarded};x"));
        }
    }

    fn any_dialect() -> impl Strategy<Value = Dialect> {
        let separators = prop::sample::select(vec![';', ',', '\t', '|']);
        let line_ends = prop::sample::select(vec!["\r\n", "\n", "\r"]);
        (separators, line_ends, any::<bool>(), any::<bool>()).prop_map(
            |(separator, line_end, mark, guard)| Dialect {
                separator,
                mark,
                line_end,
                guard,
            },
        )
    }

    /// Headings are names; cells are anything, often with the letters that matter here.
    fn any_table() -> impl Strategy<Value = RawTable> {
        let heading = "[a-zæøå][a-zæøå ;,|'\"0-9]{0,6}";
        let cell = prop_oneof![
            "[ab;,|\t\"'=+@. \n0-9-]{0,8}",
            any::<String>().prop_map(|text| text.replace('\0', "")),
            Just(String::new()),
        ];
        (1usize..5).prop_flat_map(move |columns| {
            let headings = prop::collection::vec(heading, columns);
            let row = prop::collection::vec(cell.clone(), columns);
            (headings, prop::collection::vec(row, 0..6)).prop_map(|(headings, rows)| {
                let names = headings.iter().enumerate();
                let names = names.map(|(at, heading)| clean(&format!("{heading}{at}")));
                let mut table = RawTable::with_headings("a.csv", names);
                for mut row in rows {
                    row.iter_mut().for_each(|cell| *cell = clean(cell));
                    if row.iter().any(|cell| !cell.is_empty()) {
                        table.push(row);
                    }
                }
                table
            })
        })
    }

    proptest! {
        #[test]
        fn a_table_comes_back_as_it_was(table in any_table(), dialect in any_dialect()) {
            let (back, findings) = read("a.csv", &write_csv(&table, dialect)).unwrap();
            let worst = findings.iter().map(|finding| finding.severity()).max();
            prop_assert!(worst <= Some(mestring_model::Severity::Warning), "{:?}", findings);
            prop_assert_eq!(back, table);
        }
    }
}
