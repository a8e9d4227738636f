//! Reads a CSV file as spreadsheets and registers write it.
//!
//! Detected, and told in a note: the encoding (UTF-8 with or without byte order mark, UTF-16 with
//! one, else Windows-1252) and the separator (semicolon, comma, tab or `|`, or what a first line
//! `sep=;` says). Read as a spreadsheet would: quoted cells with separators, line breaks and doubled
//! quotation marks; any line end; rows numbered with blank rows counted and the `sep=` line not.
//!
//! Never read: a file above [`MAX_FILE_BYTES`], a file that is not text, and a table with national
//! identity numbers in it. Nothing else stops the reading; what is odd is a finding.

use mestring_model::finding::{FileProblem, Separator};
use mestring_model::{Finding, Place, RawRow, RawTable};

use crate::csv_write::unguarded;
use crate::encoding::{Decoded, decode};
use crate::error::ExchangeError;
use crate::grid::{Grid, clean};
use crate::log::Log;
use crate::{MAX_FILE_BYTES, national_id, records};

/// Separators, the likelier first: where two fit a file equally well the first is taken.
const SEPARATORS: [(char, Separator); 4] = [
    (';', Separator::Semicolon),
    ('\t', Separator::Tab),
    ('|', Separator::Bar),
    (',', Separator::Comma),
];

/// Where the comma stands in [`SEPARATORS`].
const COMMA: usize = 3;

/// So many filled records tell the separator.
const SAMPLE_RECORDS: usize = 40;

/// Reads one table. `file` is the name that findings give; it is not opened.
///
/// Findings: `X101` to `X109`. A file without any filled cell is an empty table with the error
/// finding `X109`.
///
/// # Errors
/// [`ExchangeError::TooLarge`], [`ExchangeError::NotText`], [`ExchangeError::NationalNumber`].
///
/// ```
/// let excel = b"tilbud;pris\r\n\"Kj\xF8kken; praktisk\";1,5\r\n";
/// let (table, findings) = mestring_exchange::csv_text::read("a.csv", excel)?;
/// assert_eq!(table.rows[0].cells, ["Kjøkken; praktisk", "1,5"]);
/// assert_eq!(findings[0].found(), "read as Windows-1252, separated by semicolons");
/// # Ok::<(), mestring_exchange::ExchangeError>(())
/// ```
pub fn read(file: &str, bytes: &[u8]) -> Result<(RawTable, Vec<Finding>), ExchangeError> {
    refuse_name(file)?;
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > MAX_FILE_BYTES {
        return Err(ExchangeError::too_large(file, size));
    }
    let Decoded { text, encoding } = decode(file, bytes)?;
    let mut log = Log::default();
    let (separator, body) = match declared_separator(&text) {
        Some((separator, body)) => (Some(separator), body),
        None => (detected_separator(&text), text.as_str()),
    };
    log.add(Place::file(file), read_as(encoding, separator));
    let mut split = records::split(body, separator.unwrap_or(';'));
    if let Some(at) = split.unclosed {
        split.rows.truncate(at);
        log.add(Place::row(file, row_number(at)), FileProblem::OpenQuote);
    }
    let rows = split
        .rows
        .into_iter()
        .enumerate()
        .map(|(at, cells)| RawRow {
            number: row_number(at),
            cells: cells
                .iter()
                .map(|cell| unguarded(&clean(cell)).to_owned())
                .collect(),
        });
    let grid = Grid {
        file: file.into(),
        ragged: true,
        rows: rows.collect(),
    };
    let table = grid
        .into_table(&mut log)?
        .map(|(table, _)| table)
        .unwrap_or_else(|| {
            log.add(Place::file(file), FileProblem::NoTable);
            RawTable::with_headings(file, [] as [String; 0])
        });
    Ok((table, log.finish()))
}

/// A file whose very name holds a national number is refused before the name is shown.
pub(crate) fn refuse_name(file: &str) -> Result<(), ExchangeError> {
    if !national_id::holds_national_id(file) {
        return Ok(());
    }
    let place = Place::file(national_id::masked(file).into_owned());
    Err(ExchangeError::NationalNumber {
        places: vec![(place, 1)],
    })
}

fn row_number(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

/// The note about what was detected.
fn read_as(encoding: &'static str, separator: Option<char>) -> FileProblem {
    let Some(separator) = separator else {
        return FileProblem::ReadAsOneColumn { encoding };
    };
    match SEPARATORS.iter().find(|(letter, _)| *letter == separator) {
        Some((_, separator)) => FileProblem::ReadAs {
            encoding,
            separator: *separator,
        },
        None => FileProblem::ReadAsDeclared {
            encoding,
            separator: separator.to_string(),
        },
    }
}

/// The separator of a first line `sep=;`, which Excel understands, and the text below it.
pub(crate) fn declared_separator(text: &str) -> Option<(char, &str)> {
    let (line, rest) = text.split_once(['\n', '\r']).unwrap_or((text, ""));
    let line = line.trim_end_matches('"').trim_start_matches('"');
    let mut letters = line.strip_prefix("sep=")?.chars();
    let separator = letters.next().filter(|letter| *letter != '"')?;
    letters
        .next()
        .is_none()
        .then(|| (separator, rest.strip_prefix('\n').unwrap_or(rest)))
}

/// The separator by which the most records have the same number of cells, at least two; `None` for
/// a table of one column.
///
/// The first record decides whether a separator is tried at all, since headings seldom hold one by
/// chance. Where none occurs there (a title may stand above), all but the comma are tried.
pub(crate) fn detected_separator(text: &str) -> Option<char> {
    let counts = separator_counts(text);
    let agreeing = |at: usize| {
        let own = || {
            counts
                .iter()
                .filter_map(move |counts| counts.get(at).copied())
        };
        own()
            .filter(|count| *count > 0)
            .map(|count| own().filter(|other| *other == count).count())
            .max()
            .unwrap_or(0)
    };
    let best = |allowed: &dyn Fn(usize, usize) -> bool| {
        let mut best: Option<(char, usize)> = None;
        for (at, (separator, _)) in SEPARATORS.into_iter().enumerate() {
            let agreeing = agreeing(at);
            if allowed(at, agreeing) && best.is_none_or(|(_, most)| agreeing > most) {
                best = Some((separator, agreeing));
            }
        }
        best.map(|(separator, _)| separator)
    };
    let first = counts.first().copied().unwrap_or_default();
    best(&|at, _| first.get(at).is_some_and(|count| *count > 0))
        .or_else(|| best(&|at, agreeing| at != COMMA && agreeing * 2 > counts.len()))
}

/// How often each separator stands outside quotation marks in each of the first filled records.
///
/// A quotation mark opens a cell after any of the separators, as it is not yet known which is the
/// right one: in `a,"b;c"` the semicolon is text.
fn separator_counts(text: &str) -> Vec<[usize; 4]> {
    let mut records = Vec::new();
    let mut counts = [0; 4];
    let (mut at_start, mut filled) = (true, false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '"' && at_start {
            (at_start, filled) = (false, true);
            while let Some(letter) = letters.next() {
                if letter == '"' && letters.next_if_eq(&'"').is_none() {
                    break;
                }
            }
        } else if matches!(letter, '\r' | '\n') {
            if filled {
                records.push(counts);
            }
            if records.len() == SAMPLE_RECORDS {
                return records;
            }
            (counts, at_start, filled) = ([0; 4], true, false);
        } else if let Some(count) = SEPARATORS
            .iter()
            .zip(&mut counts)
            .find_map(|((separator, _), count)| (*separator == letter).then_some(count))
        {
            *count += 1;
            at_start = true;
        } else {
            at_start = false;
            filled |= !letter.is_whitespace();
        }
    }
    if filled {
        records.push(counts);
    }
    records
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::national_id::invented::born;
    use proptest::prelude::*;

    fn check(bytes: &[u8], table: &str, findings: &str) {
        let (read, said) = read("a.csv", bytes).unwrap();
        let mut lines = vec![read.headings.join("|")];
        lines.extend(
            read.rows
                .iter()
                .map(|row| format!("{}: {}", row.number, row.cells.join("|"))),
        );
        assert_eq!(lines.join("\n"), table);
        let said: Vec<String> = said.iter().map(ToString::to_string).collect();
        assert_eq!(said.join("\n"), findings);
    }

    const UTF8: &str = "note X101: a.csv: read as UTF-8, separated by";

    #[test]
    fn separators() {
        let cases = [
            ("a;b\n1,5;2,5\n", "a|b\n2: 1,5|2,5", "semicolons"),
            ("a,b\n1.5,x;y\n", "a|b\n2: 1.5|x;y", "commas"),
            ("a\tb\n1\t2, 3; 4\n", "a|b\n2: 1|2, 3; 4", "tabs"),
            ("a|b\n1|2\n", "a|b\n2: 1|2", "vertical bars"),
            ("\"a;b\",c\n\"1;2\",3\n", "a;b|c\n2: 1;2|3", "commas"),
            ("sep=,\r\na;b,c\r\n1;2,3\r\n", "a;b|c\n2: 1;2|3", "commas"),
            ("\"sep=;\"\na;b\n1;2\n", "a|b\n2: 1|2", "semicolons"),
            ("sep=^\na^b\n1^2", "a|b\n2: 1|2", "`^`"),
            (
                "navn, stad;type\nx;y\n",
                "navn, stad|type\n2: x|y",
                "semicolons",
            ),
        ];
        for (text, table, separator) in cases {
            check(text.as_bytes(), table, &format!("{UTF8} {separator}"));
        }
        check(
            b"a\nx\ny",
            "a\n2: x\n3: y",
            "note X101: a.csv: read as UTF-8, one column",
        );
    }

    #[test]
    fn encodings() {
        check(
            b"\xEF\xBB\xBFb\xC3\xB8;c\n1;2",
            "bø|c\n2: 1|2",
            &format!("{UTF8} semicolons"),
        );
        check(
            b"b\xF8;c\n1;2",
            "bø|c\n2: 1|2",
            "note X101: a.csv: read as Windows-1252, separated by semicolons",
        );
        let utf16: Vec<u8> = "\u{feff}bø\tc\r\n1\t2\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        check(
            &utf16,
            "bø|c\n2: 1|2",
            "note X101: a.csv: read as UTF-16, separated by tabs",
        );
    }

    #[test]
    fn rows_keep_the_numbers_that_a_spreadsheet_shows() {
        check(
            b"a;b\r\n\"one\r\ntwo\";x\r\n\r\n;\r\n3;y\r\n",
            "a|b\n2: one\ntwo|x\n5: 3|y",
            &format!("{UTF8} semicolons"),
        );
    }

    #[test]
    fn a_title_above_the_headings() {
        check(
            "Kurs hausten 2026\n\ntilbud;plassar\nStart;12\nMot;8\n".as_bytes(),
            "tilbud|plassar\n4: Start|12\n5: Mot|8",
            "note X101: a.csv: read as UTF-8, separated by semicolons\n\
             note X108: a.csv, row 3: the headings were taken from this row, the rows above were not read",
        );
    }

    #[test]
    fn an_open_quotation_mark_ends_the_reading_there() {
        check(
            b"a;b\n1;2\n\"3;4\n5;6\n",
            "a|b\n2: 1|2",
            "note X101: a.csv: read as UTF-8, separated by semicolons\n\
             error X105: a.csv, row 3: a quotation mark opens a cell in this row and is never closed; nothing from here on was read; close it or take it away",
        );
    }

    #[test]
    fn nothing_to_read() {
        for bytes in [&b""[..], b"\n\n", b";;\n;;", b"\xEF\xBB\xBF", b"sep=;"] {
            let (table, findings) = read("a.csv", bytes).unwrap();
            assert!(table.headings.is_empty() && table.rows.is_empty());
            let last = findings.last().unwrap();
            assert_eq!(last.code(), "X109");
        }
    }

    #[test]
    fn people_are_refused_in_cells_and_in_the_file_name() {
        let number = born("010145");
        let text = format!(
            "tilbud;merknad\nStart;\nMot;ring {} {}\n",
            &number[..6],
            &number[6..]
        );
        let error = read("a.csv", text.as_bytes()).unwrap_err();
        insta::assert_snapshot!(error.to_string(), @"X010: eleven-digit national numbers stand in a.csv, row 3, column `merknad`; nothing of the table was read; take people out of the file and its history");
        let error = read(&format!("{number}.csv"), b"a;b").unwrap_err();
        insta::assert_snapshot!(error.to_string(), @"X010: eleven-digit national numbers stand in [national number].csv; nothing of the table was read; take people out of the file and its history");
    }

    #[test]
    fn a_file_above_the_limit_is_refused() {
        let bytes = vec![b'a'; usize::try_from(MAX_FILE_BYTES).unwrap() + 1];
        insta::assert_snapshot!(read("a.csv", &bytes).unwrap_err().to_string(), @"X005: `a.csv` has 51 MB, the limit is 50 MB; keep only the rows and columns that the table needs");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            if let Ok((table, findings)) = read("a.csv", &bytes) {
                prop_assert!(!findings.is_empty());
                for row in &table.rows {
                    prop_assert_eq!(row.cells.len(), table.headings.len());
                    prop_assert!(row.cells.iter().any(|cell| !cell.is_empty()) || table.headings.is_empty() || findings.len() > 1);
                }
            }
        }

        #[test]
        fn any_text_of_separators_and_quotes_is_read(text in "[ab1;,|\t\"\r\nø']{0,80}") {
            let (table, findings) = read("a.csv", text.as_bytes()).unwrap();
            prop_assert!(!findings.is_empty());
            for pair in table.rows.windows(2) {
                prop_assert!(pair[0].number < pair[1].number);
            }
        }
    }
}
