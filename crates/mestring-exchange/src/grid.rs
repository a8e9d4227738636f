//! Cells in rows to a table: which row holds the headings, which columns belong to the table, which
//! cells fall outside it, and whether people stand in it.

use std::collections::BTreeMap;

use mestring_model::finding::{FileProblem, GridProblem};
use mestring_model::table::column_letters;
use mestring_model::{Place, RawRow, RawTable};

use crate::encoding::looks_damaged;
use crate::error::ExchangeError;
use crate::log::Log;
use crate::national_id;

/// Headings are looked for in so many filled rows from the top.
const TITLE_ROWS: usize = 20;

/// So many rows below a row tell how wide a table is.
const WIDTH_ROWS: usize = 50;

/// A heading is a name, not a paragraph.
const HEADING_LETTERS: usize = 80;

/// Rows of cells as text, before any of them is known to be the headings.
#[derive(Debug)]
pub(crate) struct Grid {
    /// The file, or the workbook with its sheet.
    pub(crate) file: String,
    /// Whether rows come from text, where a row has as many cells as it was written with.
    pub(crate) ragged: bool,
    /// The rows with their numbers as a spreadsheet counts, in order; blank rows may be missing.
    pub(crate) rows: Vec<RawRow>,
}

/// A cell as it is kept: without surrounding white space (also of no width, which pages put
/// there), line breaks as `\n`.
pub(crate) fn clean(text: &str) -> String {
    let text = text.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}')
    });
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.into()
    }
}

impl Grid {
    /// The table in the grid and the number of its heading row, or none if no cell is filled.
    pub(crate) fn into_table(
        self,
        log: &mut Log,
    ) -> Result<Option<(RawTable, u32)>, ExchangeError> {
        let heading_at = self.heading_row();
        let headings = self.headings(heading_at);
        self.refuse_people(&headings)?;
        self.warn_of_likely_people(&headings, log);
        let Some(heading_at) = heading_at else {
            return Ok(None);
        };
        self.note_heading_row(heading_at, log);
        self.note_headings(heading_at, &headings, log);
        let body = self.rows.get(heading_at + 1..).unwrap_or_default();
        let columns = kept_columns(&headings, body);
        let mut table = RawTable {
            file: self.file.clone(),
            headings: columns
                .iter()
                .map(|&at| cell(&headings, at).to_owned())
                .collect(),
            rows: Vec::new(),
        };
        for row in body.iter().filter(|row| filled(&row.cells) > 0) {
            self.note_length(row, headings.len(), log);
            let cells: Vec<String> = columns
                .iter()
                .map(|&at| cell(&row.cells, at).to_owned())
                .collect();
            for (cell, heading) in cells.iter().zip(&table.headings) {
                if looks_damaged(cell) {
                    note_damage(Place::row(&self.file, row.number).column(heading), log);
                }
            }
            table.rows.push(RawRow {
                number: row.number,
                cells,
            });
        }
        self.note_unnamed(&columns, &headings, body, log);
        let heading_row = self.rows.get(heading_at).map_or(1, |row| row.number);
        Ok(Some((table, heading_row)))
    }

    /// The position of the first row that looks like headings: at least two filled cells, most of
    /// them with letters, and more than half as many as the widest of the rows below. A table in
    /// which no row does is headed by its first filled row.
    fn heading_row(&self) -> Option<usize> {
        let looks_like_headings = |at: usize, row: &RawRow| {
            let own = filled(&row.cells);
            let named = row
                .cells
                .iter()
                .filter(|cell| looks_like_heading(cell))
                .count();
            let near = self.rows.iter().skip(at).take(WIDTH_ROWS);
            let widest = near.map(|row| filled(&row.cells)).max().unwrap_or(0);
            own >= 2 && named * 2 >= own && own * 2 > widest
        };
        let mut rows = self
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| filled(&row.cells) > 0);
        let first = rows.clone().next().map(|(at, _)| at);
        rows.by_ref()
            .take(TITLE_ROWS)
            .find(|(at, row)| looks_like_headings(*at, row))
            .map(|(at, _)| at)
            .or(first)
    }

    /// The headings up to the last that is written.
    fn headings(&self, at: Option<usize>) -> Vec<String> {
        let Some(row) = at.and_then(|at| self.rows.get(at)) else {
            return Vec::new();
        };
        let last = row
            .cells
            .iter()
            .rposition(|cell| !cell.is_empty())
            .map_or(0, |at| at + 1);
        row.cells.iter().take(last).cloned().collect()
    }

    /// Every cell is looked at, also those above and beside the table.
    fn refuse_people(&self, headings: &[String]) -> Result<(), ExchangeError> {
        let mut columns: BTreeMap<usize, (u32, usize)> = BTreeMap::new();
        for row in &self.rows {
            for (at, cell) in row.cells.iter().enumerate() {
                if national_id::holds_national_id(cell) {
                    columns.entry(at).or_insert((row.number, 0)).1 += 1;
                }
            }
        }
        if columns.is_empty() {
            return Ok(());
        }
        let places = columns
            .into_iter()
            .map(|(at, (row, cells))| {
                let name = national_id::masked(&column_name(headings, at)).into_owned();
                (Place::row(&self.file, row).column(name), cells)
            })
            .collect();
        Err(ExchangeError::NationalNumber { places })
    }

    /// One warning for each column with numbers that may be people's, mistyped.
    fn warn_of_likely_people(&self, headings: &[String], log: &mut Log) {
        let mut columns: BTreeMap<usize, (u32, usize)> = BTreeMap::new();
        for row in &self.rows {
            for (at, cell) in row.cells.iter().enumerate() {
                if national_id::resembles_national_id(cell) {
                    columns.entry(at).or_insert((row.number, 0)).1 += 1;
                }
            }
        }
        for (at, (row, cells)) in columns {
            let name = national_id::masked(&column_name(headings, at)).into_owned();
            let problem = match cells {
                1 => FileProblem::LikelyNumber,
                _ => FileProblem::LikelyNumbers { cells },
            };
            log.add(Place::row(&self.file, row).column(name), problem);
        }
    }

    fn note_heading_row(&self, heading_at: usize, log: &mut Log) {
        let above = self.rows.get(..heading_at).unwrap_or_default();
        let Some(row) = self.rows.get(heading_at) else {
            return;
        };
        if row.number == 1 {
            return;
        }
        // A title fills one cell; a row with more may have been meant as the headings.
        let widest = above.iter().map(|row| filled(&row.cells)).max();
        let problem = match widest {
            None | Some(0) => GridProblem::EmptyRowsAbove,
            Some(1) => GridProblem::TitleAbove,
            Some(_) => GridProblem::RowsAbove,
        };
        log.add(Place::row(&self.file, row.number), problem);
    }

    fn note_headings(&self, heading_at: usize, headings: &[String], log: &mut Log) {
        let row = self.rows.get(heading_at).map_or(1, |row| row.number);
        let mut seen = BTreeMap::new();
        for (at, heading) in headings
            .iter()
            .enumerate()
            .filter(|(_, text)| !text.is_empty())
        {
            if looks_damaged(heading) {
                note_damage(Place::row(&self.file, row).column(heading), log);
            }
            if let Some(first) = seen.insert(heading.to_lowercase(), at) {
                let problem = GridProblem::HeadingTwice {
                    first: column_letters(first),
                    second: column_letters(at),
                };
                log.add(Place::row(&self.file, row).column(heading), problem);
            }
        }
    }

    /// Notes cells beyond the last heading, and a row that ends before it.
    fn note_length(&self, row: &RawRow, headings: usize, log: &mut Log) {
        let place = Place::row(&self.file, row.number);
        let extra: Vec<&str> = row
            .cells
            .iter()
            .skip(headings)
            .filter(|cell| !cell.is_empty())
            .map(String::as_str)
            .collect();
        let cells = row.cells.len();
        if self.ragged && !extra.is_empty() {
            let problem = match shown(&extra) {
                Some(shown) => GridProblem::ExtraCells {
                    cells,
                    headings,
                    shown,
                },
                None => GridProblem::ExtraCellsHidden { cells, headings },
            };
            log.add(place, problem);
        } else if self.ragged && cells < headings {
            log.add(place, GridProblem::FewCells { cells, headings });
        }
    }

    /// Notes columns with cells but no heading: kept inside the table, left out beside it.
    fn note_unnamed(&self, kept: &[usize], headings: &[String], body: &[RawRow], log: &mut Log) {
        let widest = body.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let beside = if self.ragged { headings.len() } else { widest };
        for at in kept
            .iter()
            .copied()
            .filter(|at| *at < headings.len())
            .chain(headings.len()..beside)
        {
            let cells = body.iter().filter(|row| !cell(&row.cells, at).is_empty());
            let filled = cells.clone().count();
            let (true, Some(first)) = (cell(headings, at).is_empty(), cells.clone().next()) else {
                continue;
            };
            let problem = if at < headings.len() {
                GridProblem::NoHeading { cells: filled }
            } else {
                GridProblem::NoHeadingNotRead { cells: filled }
            };
            let place = Place::row(&self.file, first.number).column(column_letters(at));
            log.add(place, problem);
        }
    }
}

fn note_damage(place: Place, log: &mut Log) {
    log.add(place, GridProblem::DamagedLetters);
}

/// The columns up to the last heading, without those that are empty from top to bottom.
fn kept_columns(headings: &[String], body: &[RawRow]) -> Vec<usize> {
    (0..headings.len())
        .filter(|&at| {
            !cell(headings, at).is_empty()
                || body.iter().any(|row| !cell(&row.cells, at).is_empty())
        })
        .collect()
}

fn cell(cells: &[String], at: usize) -> &str {
    cells.get(at).map_or("", String::as_str)
}

fn filled(cells: &[String]) -> usize {
    cells.iter().filter(|cell| !cell.is_empty()).count()
}

fn looks_like_heading(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic) && cell.chars().count() <= HEADING_LETTERS
}

fn column_name(headings: &[String], at: usize) -> String {
    match cell(headings, at) {
        "" => column_letters(at),
        heading => heading.to_owned(),
    }
}

/// Text of cells for a message: shortened, and not at all where it could tell who somebody is.
fn shown(cells: &[&str]) -> Option<String> {
    const LETTERS: usize = 40;
    let text = cells.join(" | ");
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits >= 6 {
        return None;
    }
    let start: String = text.chars().take(LETTERS).collect();
    let dots = if start.len() < text.len() { "…" } else { "" };
    Some(format!("{start}{dots}").replace('\n', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows are written as lines with `|` between cells.
    fn check(ragged: bool, text: &str, headings: &str, rows: &str, findings: &str) {
        let lines = text.lines().zip(1..);
        let rows_in = lines.map(|(line, number)| RawRow {
            number,
            cells: line.split('|').map(clean).collect(),
        });
        let grid = Grid {
            file: "a".into(),
            ragged,
            rows: rows_in.collect(),
        };
        let mut log = Log::default();
        let (table, _) = grid.into_table(&mut log).unwrap().unwrap();
        let line = |row: &RawRow| format!("{}: {}", row.number, row.cells.join("|"));
        assert_eq!(table.headings.join("|"), headings, "{text}");
        assert_eq!(
            table.rows.iter().map(line).collect::<Vec<_>>().join(", "),
            rows,
            "{text}"
        );
        let said: Vec<String> = log.finish().iter().map(ToString::to_string).collect();
        assert_eq!(said.join("\n"), findings, "{text}");
    }

    #[test]
    fn plain_tables_say_nothing() {
        check(true, "a|b\n1|2", "a|b", "2: 1|2", "");
        check(
            true,
            "a|b||\n1|2||\n|||\n3|4||",
            "a|b",
            "2: 1|2, 4: 3|4",
            "",
        );
        check(true, "a\nx\ny", "a", "2: x, 3: y", "");
        check(true, "a||b\n1||2", "a|b", "2: 1|2", "");
        check(
            true,
            "tilbud|2024|2025\nx|1|2",
            "tilbud|2024|2025",
            "2: x|1|2",
            "",
        );
        check(true, "a|b", "a|b", "", "");
        check(false, "a|b\n1", "a|b", "2: 1|", "");
    }

    #[test]
    fn titles_above_the_headings() {
        check(
            false,
            "Kurs hausten 2026\n\ntilbud|plassar|stad\nStart|12|Voss",
            "tilbud|plassar|stad",
            "4: Start|12|Voss",
            "note X108: a, row 3: the headings were taken from this row, the rows above were not read",
        );
        check(
            false,
            "\na|b\n1|2",
            "a|b",
            "3: 1|2",
            "note X108: a, row 2: the headings were taken from this row, the rows above are empty",
        );
        check(
            false,
            "Kurs|Oppdatert i mai|||\na|b|c|d|e\n1|2|3|4|5",
            "a|b|c|d|e",
            "3: 1|2|3|4|5",
            "warning X108: a, row 2: the headings were taken from this row, the rows above were not read; if that is wrong, delete the rows above the headings",
        );
    }

    #[test]
    fn rows_that_do_not_fit() {
        check(
            true,
            "a|b|c\n1\n1|2|3|fire",
            "a|b|c",
            "2: 1||, 3: 1|2|3",
            "warning X104: a, row 2: the row has 1 cells, the heading has 3; the missing cells are read as empty; check that none is left out in the middle\n\
             error X103: a, row 3: the row has 4 cells, the heading has 3; not read: `fire`; put quotation marks around a cell that holds the separator",
        );
        check(
            true,
            "a|b\n1|2|ring 41 22 33 44",
            "a|b",
            "2: 1|2",
            "error X103: a, row 2: the row has 3 cells, the heading has 2; not read: (not shown, as it holds a long number); put quotation marks around a cell that holds the separator",
        );
    }

    #[test]
    fn headings_that_do_not_fit() {
        check(
            true,
            "a|B|b\n1|2|3",
            "a|B|b",
            "2: 1|2|3",
            "error X106: a, row 1, column `b`: the heading stands twice, in B and C; give each column a heading of its own; the first one is read",
        );
        check(
            true,
            "a||b\n1||2\n3|x|4",
            "a||b",
            "2: 1||2, 3: 3|x|4",
            "warning X107: a, row 3, column `B`: the column has 1 filled cells but no heading; write a heading above it or empty the column",
        );
        check(
            false,
            "a|b\n1|2|hugs",
            "a|b",
            "2: 1|2",
            "warning X107: a, row 2, column `C`: the column has 1 filled cells but no heading and is not read; write a heading above it or empty the column",
        );
        check(
            true,
            "a|b\nkjÃ¸kken|2",
            "a|b",
            "2: kjÃ¸kken|2",
            "warning X102: a, row 2, column `a`: letters were damaged before the file came here, as in `Ã¸` for `ø`; export the list again as `CSV UTF-8`",
        );
    }

    #[test]
    fn a_number_that_resembles_a_persons_is_told_without_its_digits() {
        check(
            true,
            "id|merknad\nA|ring 010145 50001\nB|01014550001\nC|55 97 50 00",
            "id|merknad",
            "2: A|ring 010145 50001, 3: B|01014550001, 4: C|55 97 50 00",
            "warning X122: a, row 2, column `merknad`: eleven digits stand here that begin like a date of birth, the first of 2 in this column; they may be a person's national number, mistyped; if so, take it out of the file and its history",
        );
    }

    #[test]
    fn people_anywhere_refuse_the_table_without_their_digits() {
        let number = national_id::invented::born("010145");
        let cells = |texts: [&str; 3]| texts.map(String::from).to_vec();
        let grid = Grid {
            file: "a".into(),
            ragged: true,
            rows: vec![
                RawRow {
                    number: 1,
                    cells: cells(["a", &number, ""]),
                },
                RawRow {
                    number: 2,
                    cells: cells(["1", "2", "3"]),
                },
                RawRow {
                    number: 3,
                    cells: cells(["1", &format!("sjå {number}"), &number]),
                },
            ],
        };
        let error = grid.into_table(&mut Log::default()).unwrap_err();
        insta::assert_snapshot!(error.to_string(), @"X010: eleven-digit national numbers stand in a, row 1, column `[national number]` (2 cells) and in a, row 3, column `C`; nothing of the table was read; take people out of the file and its history");
        assert!(!format!("{error:?}").contains(&number));
        let findings: Vec<String> = error
            .findings()
            .unwrap()
            .iter()
            .map(ToString::to_string)
            .collect();
        insta::assert_snapshot!(findings.join("\n"), @"
        error X010: a, row 1, column `[national number]`: an eleven-digit national number stands here, the first of 2 in this column; nothing of the table was read; take people out of the file and its history
        error X010: a, row 3, column `C`: an eleven-digit national number stands here; nothing of the table was read; take people out of the file and its history
        ");
    }
}
