//! What the desk and the person store share: rows read from tables, with the places where they
//! stand, and what must hold between them.

use std::collections::BTreeMap;

use crate::finding::{Effect, Finding, KeyProblem, Place, Problem, TableProblem};
use crate::record::{Headings, Record, Row};
use crate::table::RawTable;
use crate::term::Lang;

mod missing;

pub(crate) use missing::{Keys, Missing, Unread};

/// Where rows were read, and by which headings.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Places {
    /// The place of each row, by table, in step with the rows.
    rows: BTreeMap<&'static str, Vec<Place>>,
    /// How each file writes the headings of a table, by table and file.
    headings: BTreeMap<(&'static str, String), BTreeMap<&'static str, String>>,
}

impl Places {
    /// Where a row of a table was read; an empty place for a row from memory.
    pub(crate) fn row<T: Record>(&self, index: usize) -> Place {
        let places = self.rows.get(T::TABLE.name);
        places
            .and_then(|places| places.get(index))
            .cloned()
            .unwrap_or_default()
    }

    /// Where a cell of a row was read, its column by the heading that stands in the file. A column
    /// that the file does not have goes by its heading in the language.
    pub(crate) fn cell<T: Record>(&self, index: usize, column: &str, lang: Lang) -> Place {
        let place = self.row::<T>(index);
        let files = self.headings.get(&(T::TABLE.name, place.file.clone()));
        let written = files.and_then(|headings| headings.get(column)).cloned();
        let declared = || {
            let mut columns = T::TABLE.columns();
            columns
                .find(|own| own.name == column)
                .map_or(column, |own| own.heading(lang))
        };
        let heading = written.unwrap_or_else(|| declared().to_owned());
        place.column(heading)
    }

    /// Makes a table's places as many as its rows: rows from memory have an empty one.
    pub(crate) fn pad<T: Record>(&mut self, count: usize) {
        let places = self.rows.entry(T::TABLE.name).or_default();
        places.resize(count, Place::default());
    }

    /// Gives the rows that take the place of one that row's place.
    pub(crate) fn replace<T: Record>(&mut self, index: usize, with: usize) {
        let places = self.rows.entry(T::TABLE.name).or_default();
        let own = places.get(index).cloned().unwrap_or_default();
        if index < places.len() {
            places.splice(index..=index, vec![own; with]);
        }
    }

    /// Takes rows out, with their places. The indexes ascend.
    pub(crate) fn remove<T: Record>(&mut self, rows: &mut Vec<T>, indexes: &[usize]) {
        let kept = |at: &mut usize| {
            let is_kept = indexes.binary_search(at).is_err();
            *at += 1;
            is_kept
        };
        let (mut row, mut place) = (0, 0);
        rows.retain(|_| kept(&mut row));
        if let Some(places) = self.rows.get_mut(T::TABLE.name) {
            places.retain(|_| kept(&mut place));
        }
    }

    /// Adds the rows of a raw table to those there are; a row that cannot be read is left out.
    pub(crate) fn read<T: Record>(
        &mut self,
        table: &RawTable,
        rows: &mut Vec<T>,
        unread: &mut Unread,
        findings: &mut Vec<Finding>,
    ) {
        self.pad::<T>(rows.len());
        let before = findings.len();
        let headings = Headings::of(table, &T::TABLE, findings);
        let mut required = T::TABLE.columns().filter(|column| column.shape.required);
        if required.any(|column| headings.position(column.name).is_none()) {
            // One finding for the missing column says more than one for each row.
            let new = findings.get(before..).unwrap_or_default();
            if let Some(missing) = new.iter().find(|own| own.problem.stops_a_table()) {
                unread.table(T::TABLE.name, missing);
            }
            return;
        }
        let key = (T::TABLE.name, table.file.clone());
        let written = headings.all().filter_map(|(name, at)| {
            let heading = table.headings.get(at)?;
            Some((name, heading.clone()))
        });
        self.headings.insert(key, written.collect());
        let id = headings.position("id").filter(|_| T::TABLE.keyed);
        for raw in &table.rows {
            let before = findings.len();
            let mut row = Row::new(table, &headings, raw, findings);
            let place = row.place();
            if let Some(noun) = T::read(&mut row) {
                rows.push(noun);
                self.rows.entry(T::TABLE.name).or_default().push(place);
            } else if let Some(id) = id.and_then(|at| raw.cells.get(at)) {
                let new = findings.get(before..).unwrap_or_default();
                let left_out = |own: &&Finding| own.problem.effect() == Some(Effect::RowLeftOut);
                if let Some(because) = new.iter().find(left_out) {
                    unread.row(T::TABLE.name, id, because);
                }
            }
        }
    }
}

/// The rows of a table that is none of a desk, each with its place, and what is wrong with it. Columns
/// that it does not have are passed over in silence: they are the list's own.
pub fn of_table<T: Record>(table: &RawTable) -> (Vec<(Place, T)>, Vec<Finding>) {
    let mut places = Places::default();
    let (mut rows, mut findings) = (Vec::new(), Vec::new());
    places.read(table, &mut rows, &mut Unread::default(), &mut findings);
    findings.retain(|own| {
        let problem = &own.problem;
        !matches!(problem, Problem::Table(TableProblem::NoSuchColumn { .. }))
    });
    let place = |(at, row)| (places.row::<T>(at), row);
    (rows.into_iter().enumerate().map(place).collect(), findings)
}

/// A table as text in a language.
pub(crate) fn as_table<T: Record>(rows: &[T], lang: Lang) -> RawTable {
    let headings = T::TABLE.columns().map(|column| column.heading(lang));
    let mut table = RawTable::with_headings(T::TABLE.title(lang), headings);
    for row in rows {
        table.push(row.write(lang));
    }
    table
}

/// Adds the ids of a table.
pub(crate) fn collect_keys<T: Record>(rows: &[T], keys: &mut Keys) {
    let ids = rows.iter().filter_map(|row| row.key().map(str::to_owned));
    keys.entry(T::TABLE.name).or_default().extend(ids);
}

/// Checks the fields of each row that belong together.
pub(crate) fn check_fields<T: Record>(
    rows: &[T],
    places: &Places,
    lang: Lang,
    findings: &mut Vec<Finding>,
) {
    for (at, row) in rows.iter().enumerate() {
        for (column, problem) in row.check() {
            findings.push(Finding::new(places.cell::<T>(at, column, lang), problem));
        }
    }
}

/// Checks that the ids which rows name stand in their tables, as far as those are known.
pub(crate) fn check_references<T: Record>(
    rows: &[T],
    places: &Places,
    lang: Lang,
    missing: &mut Missing<'_>,
    findings: &mut Vec<Finding>,
) {
    for (at, row) in rows.iter().enumerate() {
        for (column, table, id) in row.references() {
            if missing.knows(table) {
                let place = || places.cell::<T>(at, column, lang);
                findings.extend(missing.look(table, &id, place));
            }
        }
    }
}

/// Keeps the first row of each key.
pub(crate) fn drop_duplicates<T: Record>(
    rows: &mut Vec<T>,
    places: &mut Places,
    lang: Lang,
    findings: &mut Vec<Finding>,
) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut again = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(key) = row.key() else { continue };
        match seen.get(key) {
            Some(first) => again.push((at, *first)),
            None => {
                seen.insert(key, at);
            }
        }
    }
    for (at, first) in &again {
        let id = rows.get(*at).and_then(Record::key).unwrap_or_default();
        let id = id.to_owned();
        let problem = match places.row::<T>(*first).row {
            Some(first) => KeyProblem::TakenId { id, first },
            None => KeyProblem::TakenInMemory { id },
        };
        findings.push(Finding::new(places.cell::<T>(*at, "id", lang), problem));
    }
    let again: Vec<usize> = again.into_iter().map(|(at, _)| at).collect();
    places.remove(rows, &again);
}
