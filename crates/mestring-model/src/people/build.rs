//! Building a person store: from rows in memory, from tables of text, or from both.

use std::fmt;

use super::{InPersonStore, PersonStore, StoreSettings, check, pad_places, read_table};
use crate::finding::{Finding, Known, Place, TableProblem, sort};
use crate::rows::Unread;
use crate::table::{RawTable, column_letters};
use crate::term::nearest;

/// Builds a [`PersonStore`].
///
/// ```
/// use mestring_model::{PersonStore, RawTable};
///
/// let mut people = RawTable::with_headings("personer.csv", ["id", "rolle", "fødselsår"]);
/// people.push(vec!["P1".into(), "pasient".into(), "1957".into()]);
/// people.push(vec!["P2".into(), "pasient".into(), "13.02.1957".into()]);
///
/// let (store, findings) = PersonStore::builder().table("personer", people).build();
/// assert_eq!(store.people.len(), 2);
/// // What the cell holds is not said.
/// assert_eq!(
///     findings[0].to_string(),
///     "error D011: personer.csv, row 3, column `fødselsår`: `…` is not a year of birth; write four \
///      digits, such as `1957`, and nothing else of the date; the cell was read as not stated",
/// );
/// ```
#[derive(Default)]
pub struct PersonStoreBuilder {
    store: PersonStore,
    tables: Vec<(&'static str, RawTable)>,
    unread: Unread,
    findings: Vec<Finding>,
}

impl fmt::Debug for PersonStoreBuilder {
    /// What the store holds so far; nothing of the tables that are still text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PersonStoreBuilder")
            .field("store", &self.store)
            .field("tables", &self.tables.len())
            .finish_non_exhaustive()
    }
}

impl PersonStoreBuilder {
    /// Sets what `store.toml` would say.
    #[must_use]
    pub fn settings(mut self, settings: StoreSettings) -> Self {
        self.store.settings = settings;
        self
    }

    /// Adds a row from memory.
    #[must_use]
    pub fn with<T: InPersonStore>(mut self, row: T) -> Self {
        T::rows_mut(&mut self.store).push(row);
        self
    }

    /// Adds a table of text by the table's English, bokmål or nynorsk name.
    ///
    /// A name that no table has becomes a finding.
    #[must_use]
    pub fn table(mut self, name: &str, mut table: RawTable) -> Self {
        if let Some(decl) = PersonStore::table(name) {
            for (at, heading) in table.headings.iter_mut().enumerate() {
                if !heading.is_empty() && !PersonStore::is_heading(heading) {
                    *heading = column_letters(at);
                }
            }
            self.tables.push((decl.name, table));
            return self;
        }
        let names = PersonStore::TABLES
            .iter()
            .flat_map(|table| [table.name, table.nb, table.nn]);
        let near = nearest(name, names).map(str::to_owned);
        let meant = near.as_deref().and_then(PersonStore::table);
        let problem = TableProblem::NoSuchStoreTable {
            name: name.to_owned(),
            nearest: near,
            known: Known::StoreTables,
        };
        let finding = Finding::new(Place::file(&table.file), problem);
        if let Some(meant) = meant {
            self.unread.table(meant.name, &finding);
        }
        self.findings.push(finding);
        self
    }

    /// Says that a table stands in a file, by the table's name, and was not read, or not to its end,
    /// because of a finding. Ids that it may hold are then said to be missing because of that.
    #[must_use]
    pub fn unread(mut self, name: &str, because: &Finding) -> Self {
        if let Some(decl) = PersonStore::table(name) {
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

    /// Reads the tables, checks keys and references within the store, and gives it with everything
    /// that was found. Nothing stops it: what can be used is used. No finding says what a cell holds.
    pub fn build(self) -> (PersonStore, Vec<Finding>) {
        let PersonStoreBuilder {
            mut store,
            tables,
            mut unread,
            mut findings,
        } = self;
        pad_places(&mut store);
        let mut reader = Reader {
            store: &mut store,
            unread: &mut unread,
            findings: &mut findings,
        };
        for (name, table) in &tables {
            read_table(name, &mut reader, table);
        }
        check::within(&mut store, &unread, &mut findings);
        (store, hidden(findings))
    }
}

/// Findings that say nothing of what cells hold, in the order in which somebody should mend them.
pub(super) fn hidden(mut findings: Vec<Finding>) -> Vec<Finding> {
    for finding in &mut findings {
        finding.hide_cells(PersonStore::is_heading);
    }
    sort(&mut findings);
    findings
}

/// Reads raw tables into a store that is being built.
pub(super) struct Reader<'a> {
    store: &'a mut PersonStore,
    unread: &'a mut Unread,
    findings: &'a mut Vec<Finding>,
}

impl Reader<'_> {
    /// Reads the rows of one table.
    pub(super) fn read<T: InPersonStore>(&mut self, table: &RawTable) {
        let mut rows = std::mem::take(T::rows_mut(self.store));
        let places = &mut self.store.places;
        places.read(table, &mut rows, self.unread, self.findings);
        *T::rows_mut(self.store) = rows;
    }
}
