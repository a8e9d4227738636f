//! Rows of lists into a table that a desk has, or has not yet.

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::finding::{Column, ImportProblem, Problem};
use mestring_model::record::{Headings, TableDecl};
use mestring_model::{Lang, RawRow, RawTable};

use super::document::{Document, Edits};
use super::left_out::LeftOuts;
use super::rows::ListRow;

/// A table of the desk with what lists bring to it.
pub(super) struct Target {
    pub(super) decl: &'static TableDecl,
    pub(super) document: Document,
    lang: Lang,
    /// The position of each declared column in the file.
    headings: Headings,
    /// The rows of the lists.
    rows: Vec<ListRow>,
    /// Which of them become new rows.
    added: Vec<usize>,
    /// Cells of the file's own rows that change, by row number and column: to which list row's.
    changes: BTreeMap<(u32, &'static str), usize>,
}

impl Target {
    pub(super) fn new(decl: &'static TableDecl, document: Document, lang: Lang) -> Self {
        Target {
            decl,
            headings: Headings::of(&document.table, decl, &mut Vec::new()),
            document,
            lang,
            rows: Vec::new(),
            added: Vec::new(),
            changes: BTreeMap::new(),
        }
    }

    /// How many rows are added and how many cells changed.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.added.len(), self.changes.len())
    }

    /// Takes the rows of a list in.
    ///
    /// A row whose id the desk has keeps what the desk says: each cell in which the list states
    /// something else becomes a warning, or, with `update`, takes the list's text. In a table without
    /// ids, rows that stand already are not added again.
    pub(super) fn merge(&mut self, rows: Vec<ListRow>, update: bool, left: &mut LeftOuts) {
        let mut by_key: BTreeMap<String, RawRow> = BTreeMap::new();
        let mut standing: BTreeSet<Vec<String>> = BTreeSet::new();
        for row in &self.document.table.rows {
            standing.insert(self.signature(row));
            let key = self.own(row, "id").to_owned();
            by_key.entry(key).or_insert_with(|| row.clone());
        }
        let mut new_by_key: BTreeMap<String, usize> = BTreeMap::new();
        for &at in &self.added {
            if let Some(row) = self.rows.get(at) {
                new_by_key.entry(row.text("id").to_owned()).or_insert(at);
                standing.insert(self.signature_of(row));
            }
        }
        for row in rows {
            let at = self.rows.len();
            let key = row.text("id").to_owned();
            if self.decl.keyed
                && let Some(own) = by_key.get(&key)
            {
                self.compare(own, &row, at, update, left);
            } else if self.decl.keyed
                && let Some(first) = new_by_key.get(&key)
            {
                self.compare_new(*first, &row, left);
            } else if let Some((column, because)) = lacking(self.decl, &row) {
                left.row(self.decl, &row, Some(column), &because);
            } else {
                leave_unreadable(self.decl, &row, left);
                let signature = self.signature_of(&row);
                if self.decl.keyed || !standing.contains(&signature) {
                    standing.insert(signature);
                    new_by_key.insert(key, at);
                    self.added.push(at);
                }
            }
            self.rows.push(row);
        }
    }

    /// A list's row beside the desk's of the same id.
    fn compare(
        &mut self,
        own: &RawRow,
        row: &ListRow,
        at: usize,
        update: bool,
        left: &mut LeftOuts,
    ) {
        for (name, cell) in row.cells.iter().filter(|(name, _)| **name != "id") {
            let standing = self.own(own, name);
            match &cell.text {
                Ok(text) if text == standing => {}
                Ok(_) if update => {
                    self.changes.insert((own.number, name), at);
                }
                Err(because) if update || standing.is_empty() => {
                    left.cell(self.decl, row, name, because);
                }
                _ if cell.written == standing => {}
                _ => {
                    let list = cell.written.clone();
                    let problem = if standing.is_empty() {
                        ImportProblem::DeskSilent { list }
                    } else {
                        let desk = standing.to_owned();
                        ImportProblem::Differs { list, desk }
                    };
                    left.say(row, Some(name), problem);
                }
            }
        }
    }

    /// A list's row beside an earlier one of the same id that is new too.
    fn compare_new(&self, first: usize, row: &ListRow, left: &mut LeftOuts) {
        let Some(first) = self.rows.get(first) else {
            return;
        };
        for (name, cell) in &row.cells {
            let standing = first.cells.get(name).map_or("", |own| own.written.as_str());
            if cell.written != standing {
                let (list, file, number) = (cell.written.clone(), first.list.clone(), first.number);
                let problem = if standing.is_empty() {
                    ImportProblem::FirstRowSilent {
                        list,
                        file,
                        row: number,
                    }
                } else {
                    ImportProblem::RowsDiffer {
                        list,
                        file,
                        row: number,
                        first: standing.to_owned(),
                    }
                };
                left.say(row, Some(name), problem);
            }
        }
    }

    /// A cell of one of the file's own rows.
    fn own<'a>(&self, row: &'a RawRow, column: &str) -> &'a str {
        let at = self.headings.position(column);
        at.and_then(|at| row.cells.get(at))
            .map_or("", String::as_str)
    }

    fn signature(&self, row: &RawRow) -> Vec<String> {
        let columns = self.decl.columns();
        columns
            .map(|column| self.own(row, column.name).to_owned())
            .collect()
    }

    fn signature_of(&self, row: &ListRow) -> Vec<String> {
        let columns = self.decl.columns();
        columns
            .map(|column| row.text(column.name).to_owned())
            .collect()
    }

    /// The position of each declared column, those counted on that must be added; and the headings of
    /// the added ones.
    fn layout(&self) -> (BTreeMap<&'static str, usize>, Vec<String>) {
        let mut needed: BTreeSet<&str> = self.changes.keys().map(|(_, name)| *name).collect();
        for row in self.added.iter().filter_map(|at| self.rows.get(*at)) {
            let read = row.cells.iter().filter(|(_, cell)| cell.text.is_ok());
            needed.extend(read.map(|(name, _)| *name));
        }
        let mut positions = BTreeMap::new();
        let mut added = Vec::new();
        for column in self.decl.columns() {
            if let Some(at) = self.headings.position(column.name) {
                positions.insert(column.name, at);
            } else if needed.contains(column.name) {
                positions.insert(
                    column.name,
                    self.document.table.headings.len() + added.len(),
                );
                added.push(column.heading(self.lang).to_owned());
            }
        }
        (positions, added)
    }

    /// What is done to the file.
    pub(super) fn edits(&self) -> Edits {
        let (positions, columns) = self.layout();
        let width = self.document.table.headings.len() + columns.len();
        let changed = self.changes.iter().filter_map(|((number, name), at)| {
            let row = self.rows.get(*at)?;
            let column = positions.get(name)?;
            Some(((*number, *column), row.text(name).to_owned()))
        });
        let cells = changed.collect();
        let rows = self.added.iter().filter_map(|at| self.rows.get(*at));
        let rows = rows.map(|row| {
            let mut cells = vec![String::new(); width];
            for (name, at) in &positions {
                if let Some(cell) = cells.get_mut(*at) {
                    row.text(name).clone_into(cell);
                }
            }
            cells
        });
        Edits {
            rows: rows.collect(),
            columns,
            cells,
        }
    }

    /// The table as it would be, new rows numbered on.
    pub(super) fn table(&self) -> RawTable {
        let edits = self.edits();
        let mut table = self.document.table.clone();
        table.headings.extend(edits.columns);
        for row in &mut table.rows {
            // Cells beyond the headings are not read.
            row.cells.truncate(self.document.table.headings.len());
            row.cells.resize(table.headings.len(), String::new());
            for (at, cell) in row.cells.iter_mut().enumerate() {
                if let Some(text) = edits.cells.get(&(row.number, at)) {
                    text.clone_into(cell);
                }
            }
        }
        let numbers = self.document.next_row()..;
        table.rows.extend(
            edits
                .rows
                .into_iter()
                .zip(numbers)
                .map(|(cells, number)| RawRow { number, cells }),
        );
        table
    }

    /// Takes back what brought an error to a row of [`Target::table`]; false where the lists brought
    /// nothing to that row.
    pub(super) fn take_back(
        &mut self,
        number: u32,
        errors: &[(Option<&'static str>, Problem)],
        left: &mut LeftOuts,
    ) -> bool {
        let Some(new) = number.checked_sub(self.document.next_row()) else {
            return self.take_back_changes(number, errors, left);
        };
        let new = new as usize;
        let Some(row) = self.added.get(new).and_then(|at| self.rows.get_mut(*at)) else {
            return false;
        };
        let spare = |column: &Option<&str>| {
            let cell = column.and_then(|column| row.cells.get(column));
            cell.is_some_and(|cell| !cell.column.shape.required && cell.text.is_ok())
        };
        if let Some((column, because)) = errors.iter().find(|(column, _)| !spare(column)) {
            left.row(self.decl, row, *column, because);
            self.added.remove(new);
            return true;
        }
        for (column, because) in errors {
            let column = column.unwrap_or_default();
            left.cell(self.decl, row, column, because);
            if let Some(cell) = row.cells.get_mut(column) {
                cell.text = Err(Box::new(because.clone()));
            }
        }
        true
    }

    fn take_back_changes(
        &mut self,
        number: u32,
        errors: &[(Option<&'static str>, Problem)],
        left: &mut LeftOuts,
    ) -> bool {
        let mine: Vec<&'static str> = self
            .changes
            .keys()
            .filter(|(row, _)| *row == number)
            .map(|(_, column)| *column)
            .collect();
        for (column, because) in errors {
            // An error that is in no changed cell comes of the changes together.
            let own = mine.iter().filter(|own| Some(**own) == *column);
            let own: Vec<&'static str> = own.copied().collect();
            for column in if own.is_empty() { &mine } else { &own } {
                let at = self.changes.remove(&(number, column));
                if let Some(row) = at.and_then(|at| self.rows.get(at)) {
                    left.cell(self.decl, row, column, because);
                }
            }
        }
        !mine.is_empty()
    }

    /// Takes out new rows that stand already once a cell of theirs was left out, in a table without
    /// ids.
    pub(super) fn drop_standing(&mut self) {
        if self.decl.keyed {
            return;
        }
        let mut standing: BTreeSet<Vec<String>> = BTreeSet::new();
        for row in &self.document.table.rows {
            standing.insert(self.signature(row));
        }
        let rows = std::mem::take(&mut self.added);
        for at in rows {
            let signature = self.rows.get(at).map(|row| self.signature_of(row));
            if signature.is_some_and(|signature| standing.insert(signature)) {
                self.added.push(at);
            }
        }
    }
}

/// The first column that a row must have and has not, with what is wrong.
fn lacking(decl: &TableDecl, row: &ListRow) -> Option<(&'static str, Problem)> {
    decl.columns()
        .filter(|own| own.shape.required)
        .find_map(|own| match row.cells.get(own.name).map(|cell| &cell.text) {
            Some(Ok(_)) => None,
            Some(Err(because)) => Some((own.name, (**because).clone())),
            None => {
                let column = Column::of(own);
                Some((own.name, ImportProblem::NoCell { column }.into()))
            }
        })
}

fn leave_unreadable(decl: &'static TableDecl, row: &ListRow, left: &mut LeftOuts) {
    for (name, cell) in &row.cells {
        if let Err(because) = &cell.text {
            left.cell(decl, row, name, because);
        }
    }
}
