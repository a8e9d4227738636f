//! The rows of a list as a table of the desk reads them.

use std::collections::BTreeMap;

use mestring_model::finding::{Effect, Problem};
use mestring_model::record::ColumnDecl;
use mestring_model::{Place, RawTable};

use super::Guess;
use super::reading::Reading;

/// A filled cell of a list.
#[derive(Debug, Clone)]
pub(super) struct ListCell {
    pub(super) column: &'static ColumnDecl,
    /// The heading in the list; empty for an id that was made.
    pub(super) heading: String,
    /// The text as the list writes it.
    pub(super) written: String,
    /// The text as the desk reads it, or why the desk cannot use it.
    pub(super) text: Result<String, Box<Problem>>,
}

/// A row of a list, its cells by the English names of their columns.
#[derive(Debug, Clone)]
pub(super) struct ListRow {
    /// The list: its file, with the sheet.
    pub(super) list: String,
    pub(super) number: u32,
    pub(super) cells: BTreeMap<&'static str, ListCell>,
}

impl ListRow {
    /// Where a cell stands in the list.
    pub(super) fn place(&self, column: Option<&str>) -> Place {
        let place = Place::row(&self.list, self.number);
        let heading = column
            .and_then(|column| self.cells.get(column))
            .map(|cell| cell.heading.as_str());
        match heading.filter(|heading| !heading.is_empty()) {
            Some(heading) => place.column(heading),
            None => place,
        }
    }

    /// Cells that were read by name, as the list writes them and as they were read.
    pub(super) fn by_name(&self) -> impl Iterator<Item = (String, String)> {
        self.cells.values().filter_map(|cell| {
            let text = cell.text.as_ref().ok()?;
            (*text != cell.written).then(|| (cell.written.clone(), text.clone()))
        })
    }

    /// The text of a cell that can be read; empty where it is not filled or cannot be.
    pub(super) fn text(&self, column: &str) -> &str {
        let cell = self.cells.get(column);
        let text = cell.and_then(|cell| cell.text.as_deref().ok());
        text.unwrap_or_default()
    }
}

impl Guess {
    /// The rows of the list that was guessed, with an id for each that has none. None where no table
    /// was recognised.
    ///
    /// An id is made of the row's first text that must be filled in, its title or name, so that the
    /// same course has the same id in every list and in any order.
    pub(super) fn rows(&self, list: &RawTable, reading: &Reading) -> Vec<ListRow> {
        let Some(decl) = self.table else {
            return Vec::new();
        };
        let columns: Vec<(usize, &str, &'static ColumnDecl)> = self
            .columns
            .iter()
            .enumerate()
            .filter_map(|(at, guess)| {
                let (name, _) = guess.column?;
                let column = decl.columns().find(|own| own.name == name)?;
                Some((at, guess.heading.as_str(), column))
            })
            .collect();
        let id = decl.keyed.then(|| decl.columns().next()).flatten();
        let named = decl
            .columns()
            .find(|column| column.shape.required && column.name != "id");
        let mut taken: BTreeMap<String, u32> = BTreeMap::new();
        let mut rows = Vec::new();
        for row in &list.rows {
            let mut cells = BTreeMap::new();
            for (at, heading, column) in &columns {
                let written = row.cells.get(*at).map_or("", |cell| cell.trim());
                if !written.is_empty() {
                    let cell = ListCell {
                        column,
                        heading: (*heading).to_owned(),
                        written: written.to_owned(),
                        text: match reading.read(column, written) {
                            Ok(text) => Ok(text.into_owned()),
                            Err(error) => {
                                let effect = Effect::LeftEmpty;
                                Err(Box::new(Problem::Cell { error, effect }))
                            }
                        },
                    };
                    cells.insert(column.name, cell);
                }
            }
            // A row of which nothing is read says nothing to the desk.
            if cells.is_empty() {
                continue;
            }
            let mut row = ListRow {
                list: list.file.clone(),
                number: row.number,
                cells,
            };
            if let Some(id) = id
                && !row.cells.contains_key("id")
            {
                let text = row.text(named.map_or("", |column| column.name));
                let made = next_id(made_id(text, decl.name), &mut taken);
                let cell = ListCell {
                    column: id,
                    heading: String::new(),
                    written: made.clone(),
                    text: Ok(made),
                };
                row.cells.insert("id", cell);
            }
            rows.push(row);
        }
        rows
    }
}

/// The id, numbered where it is taken.
fn next_id(base: String, taken: &mut BTreeMap<String, u32>) -> String {
    let times = taken.entry(base.clone()).or_default();
    *times += 1;
    if *times == 1 {
        base
    } else {
        format!("{base}-{times}")
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Mapping, guess};

    #[test]
    fn rows_without_an_id_get_one() {
        let mut list = RawTable::with_headings("a.csv", ["Kursnavn", "id", "Plasser"]);
        for cells in [
            ["Hjerteskole (Voss)", "", "8"],
            ["Hjerteskole (Voss)", "", "ti"],
            ["KOLS", "K1", ""],
            ["", "", ""],
        ] {
            list.push(cells.map(str::to_owned).to_vec());
        }
        let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let reading = Reading::on(date);
        let guess = guess(&list, "tilbud", &Mapping::default(), &reading);
        let rows = guess.rows(&list, &reading);
        let read: Vec<(&str, &str)> = rows
            .iter()
            .map(|row| (row.text("id"), row.text("seats")))
            .collect();
        let expect = [
            ("hjerteskole-voss", "8"),
            ("hjerteskole-voss-2", ""),
            ("K1", ""),
        ];
        assert_eq!(read, expect);
        assert!(rows[1].cells["seats"].text.is_err());
    }
}
