//! How a list's cell is read: as the desk writes it, or by name where the desk wants a number or an
//! id.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_model::finding::Table;
use mestring_model::id::OfferId;
use mestring_model::record::{CellError, ColumnDecl, Headings, Kind, TableDecl};
use mestring_model::term::nearest;
use mestring_model::{Desk, RawTable};

use super::guess::plain;
use super::municipality;

/// What stands between the values of a list in a cell.
const SEPARATORS: [char; 3] = [';', ',', '\n'];

/// What lists may write by name: municipalities as they are called on a date, and rows of the desk
/// by their title or name.
#[derive(Debug, Clone)]
pub struct Reading {
    date: NaiveDate,
    /// For each table, the ids of its rows by name.
    names: BTreeMap<&'static str, BTreeMap<String, BTreeSet<String>>>,
    ids: BTreeMap<&'static str, BTreeSet<String>>,
}

impl Reading {
    /// Reading on a date, with no desk.
    pub fn on(date: NaiveDate) -> Self {
        Reading {
            date,
            names: BTreeMap::new(),
            ids: BTreeMap::new(),
        }
    }

    /// The same reading, where rows of a desk's table may be named. A table without ids, or whose
    /// rows have no name, adds nothing.
    #[must_use]
    pub fn with(mut self, decl: &'static TableDecl, table: &RawTable) -> Self {
        let named = decl
            .columns()
            .find(|column| column.shape.required && column.name != "id")
            .filter(|column| column.shape.kind == Kind::Text);
        let headings = Headings::of(table, decl, &mut Vec::new());
        let (true, Some(id)) = (decl.keyed, headings.position("id")) else {
            return self;
        };
        let name = named.and_then(|column| headings.position(column.name));
        let names = self.names.entry(decl.name).or_default();
        let ids = self.ids.entry(decl.name).or_default();
        for row in &table.rows {
            let cell = |at: usize| row.cells.get(at).map_or("", |cell| cell.trim());
            let (id, name) = (cell(id), name.map_or("", cell));
            if !id.is_empty() {
                ids.insert(id.to_owned());
            }
            if !id.is_empty() && !plain(name).is_empty() {
                names.entry(plain(name)).or_default().insert(id.to_owned());
            }
        }
        self
    }

    /// The text of a list's cell as its column reads it: as it is, or, where it names municipalities
    /// or rows of the desk, with their numbers or ids.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use mestring_exchange::import::Reading;
    /// use mestring_model::{Desk, RawTable};
    ///
    /// let mut own = RawTable::with_headings("organisasjoner.csv", ["id", "navn", "type"]);
    /// own.push(["HB", "Helse Bergen", "foretak"].map(String::from).to_vec());
    /// let date = NaiveDate::from_ymd_opt(2026, 11, 22).ok_or("no date")?;
    /// let reading = Reading::on(date).with(Desk::table("organisations").ok_or("no table")?, &own);
    ///
    /// let offers = Desk::table("offers").ok_or("no table")?;
    /// let read = |name: &str, text: &str| {
    ///     let column = offers.columns().find(|own| own.name == name);
    ///     column.map(|column| reading.read(column, text).map(String::from))
    /// };
    /// let numbers = read("municipalities", "Askøy, Bjørnafjorden kommune").ok_or("no column")??;
    /// assert_eq!(numbers, "4627; 4624");
    /// assert_eq!(read("organisers", "Helse Bergen").ok_or("no column")??, "HB");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Says what was found and what would be right; a name that means several is never guessed at.
    pub fn read<'a>(&self, column: &ColumnDecl, text: &'a str) -> Result<Cow<'a, str>, CellError> {
        let written = (column.reads)(text);
        let by_name: &dyn Fn(&str) -> Result<String, CellError> = match column.shape.kind {
            Kind::Municipality if written.is_err() => &|part| municipality::number(part, self.date),
            Kind::Id(table) if column.name != "id" && self.names_any(table, text) => {
                &|part| self.id(table, part)
            }
            Kind::Id(table) if column.name != "id" && written.is_err() => {
                &|part| self.id(table, part)
            }
            _ => return written.map(|()| Cow::Borrowed(text)),
        };
        let parts = || {
            text.split(SEPARATORS)
                .map(str::trim)
                .filter(|part| !part.is_empty())
        };
        let read = match by_name(text) {
            Err(_) if column.shape.list && parts().count() > 1 => {
                let parts: Result<Vec<String>, CellError> = parts().map(by_name).collect();
                parts?.join("; ")
            }
            // A name may hold a comma.
            whole => whole?,
        };
        (column.reads)(&read).map(|()| Cow::Owned(read))
    }

    /// Whether a text, or a part of it, is the name of a row of a table.
    fn names_any(&self, table: &str, text: &str) -> bool {
        let Some(names) = self.names.get(table) else {
            return false;
        };
        let mut texts = std::iter::once(text).chain(text.split(SEPARATORS));
        texts.any(|part| names.contains_key(&plain(part)))
    }

    /// The id of a row of a table that is written by its id or by its name.
    fn id(&self, table: &str, part: &str) -> Result<String, CellError> {
        let Some(decl) = Desk::table(table) else {
            // No column refers to a table that no desk has.
            return Ok(part.to_owned());
        };
        let is_id = self.ids.get(table).is_some_and(|ids| ids.contains(part));
        let names = self.names.get(table);
        let found = names.and_then(|names| names.get(&plain(part)));
        let found: Vec<&str> = found.into_iter().flatten().map(String::as_str).collect();
        match found.as_slice() {
            _ if is_id => Ok(part.to_owned()),
            [only] => Ok((*only).to_owned()),
            // It may be the id of a row that another list brings; the desk will tell.
            [] if OfferId::new(part).is_ok() => Ok(part.to_owned()),
            [] => {
                let names = names.into_iter().flatten().map(|(name, _)| name.as_str());
                Err(CellError::NoRowOfName {
                    table: Table::of(decl),
                    name: part.to_owned(),
                    nearest: nearest(&plain(part), names).map(str::to_owned),
                })
            }
            several => Err(CellError::SeveralRowsOfName {
                table: Table::of(decl),
                name: part.to_owned(),
                count: several.len(),
                ids: several.join(", "),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_named_by_id_or_by_name() {
        let mut own = RawTable::with_headings("o.csv", ["id", "navn", "type"]);
        for cells in [
            ["HB", "Helse Bergen", "foretak"],
            ["A", "Laget", "brukerorganisasjon"],
            ["B", "Laget", "brukerorganisasjon"],
            ["C", "Mestring, Voss", "brukerorganisasjon"],
        ] {
            own.push(cells.map(str::to_owned).to_vec());
        }
        let date = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let reading = Reading::on(date).with(Desk::table("organisations").unwrap(), &own);
        let offers = Desk::table("offers").unwrap();
        let column = |name: &str| offers.columns().find(|own| own.name == name).unwrap();
        let check = |name: &str, text: &str, expect: Result<&str, &str>| {
            let read = reading.read(column(name), text);
            let read = read.map(String::from).map_err(|error| error.to_string());
            assert_eq!(
                read,
                expect.map(str::to_owned).map_err(str::to_owned),
                "{text}"
            );
        };
        check("organisers", "HB", Ok("HB"));
        check("organisers", "helse bergen; A", Ok("HB; A"));
        check("organisers", "Helse Bergen, Mestring (Voss)", Ok("HB; C"));
        check("organisers", "Mestring, Voss", Ok("C"));
        check("organisers", "ukjent", Ok("ukjent"));
        check("organisers", "ny", Ok("ny"));
        check(
            "organisers",
            "Laget",
            Err("2 rows of `organisations` are called `Laget`; write the id: A, B"),
        );
        check("municipalities", "ukjent", Ok("ukjent"));
        check(
            "municipalities",
            "Bergen; 4627, Ulvik herad",
            Ok("4601; 4627; 4620"),
        );
        check(
            "organisers",
            "Helse Bergn",
            Err(
                "`organisations` has no row with the id or name `Helse Bergn`; did you mean `helse \
                 bergen`? add the row first, or write the id or name of one that is there",
            ),
        );
        check("title", "Helse Bergen", Ok("Helse Bergen"));
        check("id", "A-1", Ok("A-1"));
    }
}
