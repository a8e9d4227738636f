//! What a list is taken for: which table, and which column each heading.

use std::collections::BTreeMap;

use mestring_model::record::{ColumnDecl, Kind, TableDecl};
use mestring_model::term::nearest;
use mestring_model::{Desk, RawTable};

use super::Mapping;
use super::mapping::column_named;
use super::reading::Reading;

/// Why a heading is taken for a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// Somebody settled it.
    Settled,
    /// It is the column's name in one of the languages.
    Name,
    /// It is a known other name.
    Alias,
    /// It holds a name of the column among other words.
    Part,
    /// It is spelt nearly like a name of the column.
    Spelling,
}

impl How {
    /// The word that messages use.
    pub fn code(self) -> &'static str {
        match self {
            How::Settled => "settled",
            How::Name => "name",
            How::Alias => "alias",
            How::Part => "part",
            How::Spelling => "spelling",
        }
    }
}

/// What a heading was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnGuess {
    /// The heading as the list writes it.
    pub heading: String,
    /// The column's English name and why; `None`: the heading is not read.
    pub column: Option<(&'static str, How)>,
    /// A cell of the column, to recognise it by; never of a column that is not read, which may hold
    /// somebody's name or telephone number.
    pub sample: Option<String>,
    /// Cells that the column could not read, of those that are filled.
    pub unreadable: usize,
    /// Filled cells.
    pub filled: usize,
}

/// What a list was taken for.
#[derive(Debug, Clone)]
pub struct Guess {
    /// The list: its file, with the sheet.
    pub source: String,
    /// The table of the desk; `None` where too little fits any.
    pub table: Option<&'static TableDecl>,
    /// Its headings, in order.
    pub columns: Vec<ColumnGuess>,
}

impl Guess {
    /// The columns that a new row of the table must have and no heading is; none where a row can do
    /// with an id alone, since it may add to a row that the desk has.
    pub fn missing(&self) -> Vec<&'static ColumnDecl> {
        let has = |name: &str| {
            let mut read = self.columns.iter().filter_map(|own| own.column);
            read.any(|(own, _)| own == name)
        };
        let required = self.table.into_iter().flat_map(TableDecl::columns);
        required
            .filter(|column| column.shape.required && column.name != "id")
            .filter(|column| !has(column.name) && !has("id"))
            .collect()
    }
}

/// Guesses which table a list is, and which column each heading, where the mapping has not settled
/// it.
///
/// `name` is the file's or sheet's name, which may name the table; `reading` says what may be written
/// by name.
pub fn guess(list: &RawTable, name: &str, mapping: &Mapping, reading: &Reading) -> Guess {
    let kept = mapping.list(name);
    let settled = kept
        .and_then(|kept| Desk::table(kept.table.as_deref()?))
        .or_else(|| Desk::table(name));
    let empty = BTreeMap::new();
    let columns = kept.map_or(&empty, |kept| &kept.columns);
    let guesses = |decl| guess_columns(list, decl, columns, reading);
    let best = match settled {
        Some(decl) => Some((decl, guesses(decl))),
        // A list of courses is far likelier than any other, so the earlier table wins a tie only by
        // the share of required columns that it has.
        None => Desk::TABLES
            .iter()
            .map(|decl| (decl, guesses(decl)))
            .filter(|(_, columns)| score(columns) >= LEAST_SCORE)
            .max_by_key(|(decl, columns)| (has_required(decl, columns), score(columns))),
    };
    match best {
        Some((decl, columns)) => Guess {
            source: list.file.clone(),
            table: Some(decl),
            columns,
        },
        None => Guess {
            source: list.file.clone(),
            table: None,
            columns: list
                .headings
                .iter()
                .enumerate()
                .map(|(at, heading)| unread(list, at, heading))
                .collect(),
        },
    }
}

/// Two headings by their names make a guess; fewer may be chance.
const LEAST_SCORE: usize = 8;

/// How much the headings fit: a name counts more than a part of one.
fn score(columns: &[ColumnGuess]) -> usize {
    let points = columns
        .iter()
        .filter(|guess| guess.unreadable * 2 <= guess.filled);
    points
        .filter_map(|guess| guess.column)
        .map(|(_, how)| match how {
            How::Settled | How::Name => 4,
            How::Alias => 4,
            How::Part => 2,
            How::Spelling => 1,
        })
        .sum()
}

/// True where every required column but the key, which can be made, has a heading.
fn has_required(decl: &TableDecl, columns: &[ColumnGuess]) -> bool {
    decl.columns()
        .filter(|column| column.shape.required && column.name != "id")
        .all(|column| {
            columns
                .iter()
                .any(|guess| guess.column.is_some_and(|(name, _)| name == column.name))
        })
}

fn guess_columns(
    list: &RawTable,
    decl: &TableDecl,
    settled: &BTreeMap<String, String>,
    reading: &Reading,
) -> Vec<ColumnGuess> {
    let mut guesses: Vec<ColumnGuess> = list
        .headings
        .iter()
        .enumerate()
        .map(|(at, heading)| unread(list, at, heading))
        .collect();
    // Sure guesses first, so that a heading that only resembles a column never takes it from one
    // that names it.
    for wanted in [
        How::Settled,
        How::Name,
        How::Alias,
        How::Part,
        How::Spelling,
    ] {
        for at in 0..guesses.len() {
            let taken: Vec<&str> = guesses
                .iter()
                .filter_map(|guess| guess.column.map(|(name, _)| name))
                .collect();
            let Some(guess) = guesses.get(at) else {
                continue;
            };
            // What somebody settled about a heading, also that it stays out, is not guessed at.
            let open = wanted == How::Settled || !settled.contains_key(&guess.heading);
            if guess.column.is_some() || guess.heading.is_empty() || !open {
                continue;
            }
            // A column most of whose cells it cannot read is another column, whatever its heading
            // says.
            let found = decl
                .columns()
                .filter(|column| !taken.contains(&column.name))
                .filter(|column| fits(decl, column, &guess.heading, wanted, settled))
                .map(|column| (column, unreadable(list, at, column, reading)))
                .find(|(_, bad)| wanted == How::Settled || bad * 2 <= guess.filled);
            if let (Some((column, unreadable)), Some(guess)) = (found, guesses.get_mut(at)) {
                guess.column = Some((column.name, wanted));
                guess.sample = sample(list, at, column, reading);
                guess.unreadable = unreadable;
            }
        }
    }
    guesses
}

/// A cell that can be shown to recognise a column by, one that it can read where there is one: none
/// with a long number that is no date, which may be somebody's telephone or identity number.
fn sample(list: &RawTable, at: usize, column: &ColumnDecl, reading: &Reading) -> Option<String> {
    let is_date = matches!(column.shape.kind, Kind::Date | Kind::PartialDate);
    let read = |cell: &&str| reading.read(column, cell).is_ok();
    let harmless = |cell: &&str| {
        let digits = cell.bytes().filter(u8::is_ascii_digit).count();
        digits < 8 || (is_date && read(cell))
    };
    let mut shown = cells(list, at).filter(harmless);
    let first = shown.clone().next();
    shown.find(read).or(first).map(str::to_owned)
}

/// How many filled cells a column cannot read.
fn unreadable(list: &RawTable, at: usize, column: &ColumnDecl, reading: &Reading) -> usize {
    cells(list, at)
        .filter(|cell| reading.read(column, cell).is_err())
        .count()
}

fn unread(list: &RawTable, at: usize, heading: &str) -> ColumnGuess {
    ColumnGuess {
        heading: heading.to_owned(),
        column: None,
        sample: None,
        unreadable: 0,
        filled: cells(list, at).count(),
    }
}

/// The filled cells of a column.
fn cells(list: &RawTable, at: usize) -> impl Iterator<Item = &str> + Clone {
    let all = list.rows.iter().filter_map(move |row| row.cells.get(at));
    all.map(String::as_str).filter(|cell| !cell.is_empty())
}

fn fits(
    decl: &TableDecl,
    column: &ColumnDecl,
    heading: &str,
    how: How,
    settled: &BTreeMap<String, String>,
) -> bool {
    let names = [column.name, column.nb, column.nn];
    let plain = plain(heading);
    match how {
        How::Settled => settled
            .get(heading)
            .is_some_and(|name| column_named(decl, name) == Some(column.name)),
        How::Name => names.iter().any(|name| self::plain(name) == plain),
        How::Alias => column
            .aliases
            .iter()
            .any(|alias| self::plain(alias) == plain),
        How::Part => {
            // A part of a word is no evidence: `form` is not in `formål`.
            let words: Vec<&str> = plain.split(' ').collect();
            let all = names.iter().chain(column.aliases);
            all.map(|name| self::plain(name)).any(|name| {
                let wanted: Vec<&str> = name.split(' ').collect();
                name.len() > 3
                    && words
                        .windows(wanted.len())
                        .any(|part| part == wanted.as_slice())
            })
        }
        How::Spelling => nearest(&plain, names).is_some(),
    }
}

/// A heading without case, underscores and signs: `Antall samlinger:` is `antall samlinger`.
pub(super) fn plain(text: &str) -> String {
    let words = text.to_lowercase();
    let words = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> RawTable {
        let cells = |line: &str| {
            line.split('|')
                .map(|c| c.trim().to_owned())
                .collect::<Vec<_>>()
        };
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let mut table = RawTable::with_headings("liste.xlsx [Ark1]", cells(lines.next().unwrap()));
        for line in lines {
            table.push(cells(line));
        }
        table
    }

    fn reading() -> Reading {
        Reading::on(chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap())
    }

    fn check(text: &str, name: &str, table: Option<&str>, expect: &[(&str, &str)]) {
        let guess = guess(&list(text), name, &Mapping::default(), &reading());
        assert_eq!(guess.table.map(|decl| decl.name), table);
        let columns: Vec<(&str, String)> = guess
            .columns
            .iter()
            .map(|own| {
                let column = own
                    .column
                    .map(|(name, how)| format!("{name} by {}", how.code()));
                (own.heading.as_str(), column.unwrap_or_default())
            })
            .collect();
        let expect: Vec<(&str, String)> =
            expect.iter().map(|(a, b)| (*a, (*b).to_owned())).collect();
        assert_eq!(columns, expect);
    }

    #[test]
    fn a_list_as_a_centre_keeps_it() {
        check(
            "Kursnavn | Arrangør | Antall samlinger: | Krever henvisning? | Fysisk aktvitet | Telefon
             Hjerteskole | lms | 6 | ja | nei | -",
            "Ark1",
            Some("offers"),
            &[
                ("Kursnavn", "title by alias"),
                ("Arrangør", "organisers by alias"),
                ("Antall samlinger:", "sessions by alias"),
                ("Krever henvisning?", "referral by part"),
                ("Fysisk aktvitet", "activity by spelling"),
                ("Telefon", ""),
            ],
        );
        check("a | b\n1 | 2", "Ark1", None, &[("a", ""), ("b", "")]);
        check(
            "id | namn | plassar\nR1 | Sal | 12",
            "rom",
            Some("rooms"),
            &[
                ("id", "id by name"),
                ("namn", "name by name"),
                ("plassar", "seats by name"),
            ],
        );
    }

    #[test]
    fn a_cell_that_cannot_be_read_counts_once() {
        let list = list("Kursnavn | Plasser | Kommuner\na | ti | Askøy\nb | 8 | Askøi\nc | 9 |");
        let guess = guess(&list, "tilbud", &Mapping::default(), &reading());
        let counts = guess.columns.iter().map(|own| (own.unreadable, own.filled));
        assert_eq!(counts.collect::<Vec<_>>(), [(0, 3), (1, 3), (1, 2)]);
    }

    #[test]
    fn what_is_settled_is_obeyed_and_what_is_guessed_stays_a_guess() {
        let list = list("Kursnavn | Tema | Plasser\nHjerteskole | hjerte | 8");
        let own = |columns: &[(&str, &str)]| {
            Mapping::default().settle("Ark1", None, columns.iter().copied())
        };
        let how = |mapping: &Mapping| -> Vec<Option<(&str, How)>> {
            let guess = guess(&list, "Ark1", mapping, &reading());
            guess.columns.iter().map(|own| own.column).collect()
        };
        let mapping = own(&[("Tema", ""), ("Plasser", "samlinger")]);
        let title = Some(("title", How::Alias));
        let expect = [title, None, Some(("sessions", How::Settled))];
        assert_eq!(how(&mapping), expect);

        // What was guessed is kept beside it, and is a guess the next time too.
        let guess = guess(&list, "Ark1", &mapping, &reading());
        let text = mapping.clone().remember("Ark1", &guess).write();
        let again = Mapping::read(&text).unwrap();
        assert_eq!(how(&again), expect);
        assert_eq!(again.clone().remember("Ark1", &guess), again);
        let (_, tables) = text.split_once("\n\n").unwrap();
        insta::assert_snapshot!(tables, @r#"
        [list.Ark1.columns]
        Plasser = "samlinger"
        Tema = ""

        [guess.Ark1]
        table = "offers"

        [guess.Ark1.columns]
        Kursnavn = "title"
        "#);
    }
}
