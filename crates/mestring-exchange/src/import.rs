//! Somebody's own list becomes a table of a desk: headings are guessed, the guess is shown, and what
//! was settled is kept in a mapping for the next time.

use std::collections::BTreeMap;

use mestring_model::record::{ColumnDecl, TableDecl};
use mestring_model::term::nearest;
use mestring_model::{Desk, RawTable};

mod mapping;
mod merge;

pub use mapping::{Mapping, MappingError};
pub use merge::{Merged, merge};

/// Why a heading is taken for a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// The mapping that was kept says so.
    Kept,
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
            How::Kept => "kept",
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

/// Guesses which table a list is, and which column each heading.
///
/// `name` is the file's or sheet's name, which may name the table; `table` is the user's own answer.
pub fn guess(
    list: &RawTable,
    name: &str,
    table: Option<&'static TableDecl>,
    mapping: &Mapping,
) -> Guess {
    let kept = mapping.list(name);
    let settled = table
        .or_else(|| kept.and_then(|kept| Desk::table(&kept.table)))
        .or_else(|| Desk::table(name));
    let empty = BTreeMap::new();
    let columns = kept.map_or(&empty, |kept| &kept.columns);
    let guesses = |decl| guess_columns(list, decl, columns);
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
            How::Kept | How::Name => 4,
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
    kept: &BTreeMap<String, String>,
) -> Vec<ColumnGuess> {
    let mut guesses: Vec<ColumnGuess> = list
        .headings
        .iter()
        .enumerate()
        .map(|(at, heading)| unread(list, at, heading))
        .collect();
    // Sure guesses first, so that a heading that only resembles a column never takes it from one
    // that names it.
    for wanted in [How::Kept, How::Name, How::Alias, How::Part, How::Spelling] {
        for at in 0..guesses.len() {
            let taken: Vec<&str> = guesses
                .iter()
                .filter_map(|guess| guess.column.map(|(name, _)| name))
                .collect();
            let Some(guess) = guesses.get(at) else {
                continue;
            };
            // A heading that the mapping leaves out stays out.
            let left_out = kept.get(&guess.heading).is_some_and(String::is_empty);
            if guess.column.is_some() || guess.heading.is_empty() || left_out {
                continue;
            }
            let found = decl
                .columns()
                .filter(|column| !taken.contains(&column.name))
                .filter(|column| wanted == How::Kept || mostly_readable(list, at, column))
                .find(|column| fits(column, &guess.heading, wanted, kept));
            if let (Some(column), Some(guess)) = (found, guesses.get_mut(at)) {
                guess.column = Some((column.name, wanted));
                guess.sample = sample(list, at);
                guess.unreadable = cells(list, at)
                    .filter(|cell| (column.reads)(cell).is_err())
                    .count();
            }
        }
    }
    guesses
}

/// An id from a title: `Hjerteskole (Bergen)` is `hjerteskole-bergen`.
fn made_id(title: &str, table: &str) -> String {
    const LONGEST: usize = 40;
    let words = title.to_lowercase();
    let words = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let id: String = words
        .collect::<Vec<_>>()
        .join("-")
        .chars()
        .take(LONGEST)
        .collect();
    // A title of digits alone might be a person's number.
    if id.chars().any(char::is_alphabetic) {
        id.trim_end_matches('-').to_owned()
    } else {
        table.to_owned()
    }
}

/// A cell that can be shown to recognise a column by: none with a long number, which may be
/// somebody's telephone or identity number.
fn sample(list: &RawTable, at: usize) -> Option<String> {
    let harmless = |cell: &&str| cell.bytes().filter(u8::is_ascii_digit).count() < 8;
    cells(list, at).find(harmless).map(str::to_owned)
}

/// A column most of whose cells it cannot read is another column, whatever its heading says.
fn mostly_readable(list: &RawTable, at: usize, column: &ColumnDecl) -> bool {
    let unreadable = cells(list, at)
        .filter(|cell| (column.reads)(cell).is_err())
        .count();
    unreadable * 2 <= cells(list, at).count()
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
fn cells(list: &RawTable, at: usize) -> impl Iterator<Item = &str> {
    let all = list.rows.iter().filter_map(move |row| row.cells.get(at));
    all.map(String::as_str).filter(|cell| !cell.is_empty())
}

fn fits(column: &ColumnDecl, heading: &str, how: How, kept: &BTreeMap<String, String>) -> bool {
    let names = [column.name, column.nb, column.nn];
    let plain = plain(heading);
    match how {
        How::Kept => kept.get(heading).is_some_and(|name| name == column.name),
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
fn plain(text: &str) -> String {
    let words = text.to_lowercase();
    let words = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

impl Guess {
    /// The list as a table of the desk: its columns by their English names, in the list's order, and
    /// an id for each row where the list has none. `None` where no table was recognised.
    ///
    /// An id is made of the row's first text that must be filled in, its title or name, so that the
    /// same course has the same id in every list and in any order.
    pub fn apply(&self, list: &RawTable) -> Option<RawTable> {
        let decl = self.table?;
        let read: Vec<(usize, &'static str)> = self
            .columns
            .iter()
            .enumerate()
            .filter_map(|(at, guess)| guess.column.map(|(name, _)| (at, name)))
            .collect();
        let makes_ids = decl.keyed && !read.iter().any(|(_, name)| *name == "id");
        let own = makes_ids.then_some("id");
        let mut table = RawTable::with_headings(
            &list.file,
            own.into_iter().chain(read.iter().map(|(_, name)| *name)),
        );
        let name = decl
            .columns()
            .find(|column| column.shape.required && column.name != "id");
        let named = read
            .iter()
            .find(|(_, own)| name.is_some_and(|name| name.name == *own));
        let mut taken: BTreeMap<String, u32> = BTreeMap::new();
        for row in &list.rows {
            let text = named
                .and_then(|(at, _)| row.cells.get(*at))
                .map_or("", String::as_str);
            let made = makes_ids.then(|| {
                let base = made_id(text, decl.name);
                let times = taken.entry(base.clone()).or_default();
                *times += 1;
                if *times == 1 {
                    base
                } else {
                    format!("{base}-{times}")
                }
            });
            let cells = read
                .iter()
                .map(|(at, _)| row.cells.get(*at).cloned().unwrap_or_default());
            table.rows.push(mestring_model::RawRow {
                number: row.number,
                cells: made.into_iter().chain(cells).collect(),
            });
        }
        Some(table)
    }
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

    fn check(text: &str, name: &str, table: Option<&str>, expect: &[(&str, &str)]) {
        let guess = guess(&list(text), name, None, &Mapping::default());
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
    fn rows_without_an_id_get_one_and_the_mapping_is_obeyed() {
        let list = list("Kursnavn | Tema\nHjerteskole | hjerte\nKOLS-kurs | lunge");
        let mapping =
            Mapping::default().with("Ark1", "offers", [("Kursnavn", "title"), ("Tema", "")]);
        let guess = guess(&list, "Ark1", None, &mapping);
        let table = guess.apply(&list).unwrap();
        assert_eq!(table.headings, ["id", "title"]);
        assert_eq!(table.rows[1].cells, ["kols-kurs", "KOLS-kurs"]);
        let again = Mapping::read(&Mapping::default().remember("Ark1", &guess).write()).unwrap();
        assert_eq!(again, mapping);
    }
}
