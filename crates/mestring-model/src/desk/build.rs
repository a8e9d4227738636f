//! Building a desk: from rows in memory, from tables of text, or from both.

use std::collections::BTreeMap;

use super::{Desk, InDesk, Settings, pad_places, read_table, verify};
use crate::finding::{Finding, Known, Place, Table, TableProblem, sort};
use crate::noun::SingleFact;
use crate::record::{Headings, Record, TableDecl};
use crate::rows::Unread;
use crate::table::RawTable;
use crate::term::nearest;

/// Builds a [`Desk`].
///
/// ```
/// use mestring_model::noun::{Room, Offer};
/// use mestring_model::{Desk, RawTable};
///
/// let mut rooms = RawTable::with_headings("rom.csv", ["id", "navn", "plasser"]);
/// rooms.push(vec!["R1".into(), "Store kurssal".into(), "30".into()]);
/// rooms.push(vec!["R2".into(), "Lille kurssal".into(), "tolv".into()]);
///
/// let (desk, findings) = Desk::builder().table("rom", rooms).build();
/// assert_eq!(desk.rooms.len(), 2);
/// assert_eq!(
///     findings[0].to_string(),
///     "error D011: rom.csv, row 3, column `plasser`: `tolv` is not a whole number; write digits, \
///      such as `12`, or leave the cell empty where nobody says; the cell was read as not stated",
/// );
/// ```
#[derive(Debug, Default)]
pub struct DeskBuilder {
    desk: Desk,
    tables: BTreeMap<&'static str, Vec<RawTable>>,
    unread: Unread,
    findings: Vec<Finding>,
}

impl DeskBuilder {
    /// Sets what `desk.toml` would say.
    #[must_use]
    pub fn settings(mut self, settings: Settings) -> Self {
        self.desk.settings = settings;
        self
    }

    /// Adds a noun from memory.
    #[must_use]
    pub fn with<T: InDesk>(mut self, row: T) -> Self {
        T::rows_mut(&mut self.desk).push(row);
        self
    }

    /// Adds a table of text by the table's English, bokmål or nynorsk name.
    ///
    /// A name that no table has becomes a finding.
    #[must_use]
    pub fn table(mut self, name: &str, table: RawTable) -> Self {
        if let Some(decl) = Desk::table(name) {
            self.tables.entry(decl.name).or_default().push(table);
        } else {
            let names = Desk::TABLES
                .iter()
                .flat_map(|table| [table.name, table.nb, table.nn]);
            let near = nearest(name, names).map(str::to_owned);
            let meant = near.as_deref().and_then(Desk::table);
            let problem = TableProblem::NoSuchTable {
                name: name.to_owned(),
                nearest: near,
                known: Known::Tables,
            };
            let finding = Finding::new(Place::file(&table.file), problem);
            if let Some(meant) = meant {
                self.unread.table(meant.name, &finding);
            }
            self.findings.push(finding);
        }
        self
    }

    /// Says that a table stands in a file, by the table's name, and was not read, or not to its end,
    /// because of a finding. Ids that it may hold are then said to be missing because of that.
    #[must_use]
    pub fn unread(mut self, name: &str, because: &Finding) -> Self {
        if let Some(decl) = Desk::table(name) {
            self.unread.table(decl.name, because);
        }
        self
    }

    /// Adds findings that were made while the tables were read from their files.
    #[must_use]
    pub fn findings(mut self, findings: Vec<Finding>) -> Self {
        self.findings.extend(findings);
        self
    }

    /// Reads the tables, checks keys and references, and gives the desk with everything that was
    /// found. Nothing stops it: what can be used is used.
    pub fn build(self) -> (Desk, Vec<Finding>) {
        let DeskBuilder {
            mut desk,
            mut tables,
            mut unread,
            mut findings,
        } = self;
        // Rows from memory have no place; the lists of places must stay in step with the rows.
        pad_places(&mut desk);
        let mut reader = Reader {
            desk: &mut desk,
            unread: &mut unread,
            findings: &mut findings,
        };
        for table in tables.remove(SingleFact::TABLE.name).unwrap_or_default() {
            reader.read::<SingleFact>(&table);
        }
        let facts = reader.desk.facts.clone();
        for (at, fact) in facts.iter().enumerate() {
            if let Err(problem) = apply(fact, &mut tables) {
                let place = reader.desk.place::<SingleFact>(at);
                reader.findings.push(Finding::new(place, problem));
            }
        }
        for decl in Desk::TABLES {
            for table in tables.remove(decl.name).unwrap_or_default() {
                read_table(decl.name, &mut reader, &table);
            }
        }
        verify::verify(&mut desk, &unread, &mut findings);
        sort(&mut findings);
        (desk, findings)
    }
}

/// Puts a single fact into the cell that it is about.
fn apply(
    fact: &SingleFact,
    tables: &mut BTreeMap<&'static str, Vec<RawTable>>,
) -> Result<(), TableProblem> {
    let decl: &TableDecl = Desk::table(&fact.table)
        .filter(|table| table.keyed)
        .ok_or_else(|| TableProblem::FactTable {
            table: fact.table.clone(),
            known: Known::KeyedTables,
        })?;
    let column = decl.columns().find(|column| {
        [column.name, column.nb, column.nn].contains(&fact.column.to_lowercase().as_str())
    });
    let column = column.filter(|column| column.name != "id").ok_or_else(|| {
        let names = decl.columns().map(|column| column.name);
        TableProblem::FactColumn {
            column: fact.column.clone(),
            table: Table::of(decl),
            nearest: nearest(&fact.column, names).map(str::to_owned),
            known: Known::Columns(Table::of(decl)),
        }
    })?;
    let mut ids = Vec::new();
    for table in tables.get_mut(decl.name).into_iter().flatten() {
        let headings = Headings::of(table, decl, &mut Vec::new());
        let Some(key) = headings.position("id") else {
            continue;
        };
        let found = table
            .rows
            .iter()
            .position(|row| row.cells.get(key).is_some_and(|id| *id == fact.row));
        let Some(found) = found else {
            let own = table.rows.iter().filter_map(|row| row.cells.get(key));
            ids.extend(own.cloned());
            continue;
        };
        let at = headings.position(column.name).unwrap_or_else(|| {
            table.headings.push(column.name.to_owned());
            for row in &mut table.rows {
                row.cells.resize(table.headings.len(), String::new());
            }
            table.headings.len() - 1
        });
        if let Some(cell) = table
            .rows
            .get_mut(found)
            .and_then(|row| row.cells.get_mut(at))
        {
            fact.value.clone_into(cell);
        }
        return Ok(());
    }
    Err(TableProblem::FactRow {
        table: Table::of(decl),
        id: fact.row.clone(),
        nearest: nearest(&fact.row, ids.iter().map(String::as_str)).map(str::to_owned),
    })
}

/// Reads raw tables into a desk that is being built.
pub(super) struct Reader<'a> {
    pub(super) desk: &'a mut Desk,
    pub(super) unread: &'a mut Unread,
    pub(super) findings: &'a mut Vec<Finding>,
}

impl Reader<'_> {
    /// Reads the rows of one table.
    pub(super) fn read<T: InDesk>(&mut self, table: &RawTable) {
        let mut rows = std::mem::take(T::rows_mut(self.desk));
        let places = &mut self.desk.places;
        places.read(table, &mut rows, self.unread, self.findings);
        *T::rows_mut(self.desk) = rows;
    }
}
