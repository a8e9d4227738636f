//! New rows into a table that a desk has already.

use std::collections::BTreeMap;

use mestring_model::finding::FileProblem;
use mestring_model::record::{Headings, TableDecl};
use mestring_model::{Finding, Lang, Place, RawRow, RawTable};

/// A table with the rows of a list added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The table.
    pub table: RawTable,
    /// Rows that were added.
    pub added: usize,
    /// Cells that were changed; none unless asked to update.
    pub changed: usize,
    /// Rows that say something else than the desk, and what is odd.
    pub findings: Vec<Finding>,
}

/// Adds the rows of `list` to `own`, the desk's table.
///
/// A row whose id the desk has keeps what the desk says: each cell in which the list states
/// something else becomes a warning, or, with `update`, takes the list's text. In a table without
/// ids, rows that stand already are not added again.
pub fn merge(
    decl: &TableDecl,
    own: Option<&RawTable>,
    list: &RawTable,
    lang: Lang,
    update: bool,
) -> Merged {
    let file = format!("{}.csv", decl.title(lang));
    let columns: Vec<_> = decl.columns().collect();
    let headings: Vec<&str> = columns.iter().map(|column| column.heading(lang)).collect();
    let in_order = |table: &RawTable| -> Vec<RawRow> {
        let at = Headings::of(table, decl, &mut Vec::new());
        let positions: Vec<Option<usize>> = columns
            .iter()
            .map(|column| at.position(column.name))
            .collect();
        let cells = |row: &RawRow| {
            let cell = |at: &Option<usize>| at.and_then(|at| row.cells.get(at)).cloned();
            positions
                .iter()
                .map(|at| cell(at).unwrap_or_default())
                .collect()
        };
        table
            .rows
            .iter()
            .map(|row| RawRow {
                number: row.number,
                cells: cells(row),
            })
            .collect()
    };
    let mut rows = own.map(&in_order).unwrap_or_default();
    let mut merged = Merged {
        table: RawTable::with_headings(file, headings.clone()),
        added: 0,
        changed: 0,
        findings: Vec::new(),
    };
    let key = |row: &RawRow| decl.keyed.then(|| row.cells.first().cloned()).flatten();
    let mut by_key: BTreeMap<String, usize> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        if let Some(key) = key(row) {
            by_key.entry(key).or_insert(at);
        }
    }
    for new in in_order(list) {
        let known = match key(&new) {
            Some(key) => by_key.get(&key).copied(),
            None => rows.iter().position(|row| row.cells == new.cells),
        };
        let Some(old) = known.and_then(|at| rows.get_mut(at)) else {
            if let Some(key) = key(&new) {
                by_key.insert(key, rows.len());
            }
            merged.added += 1;
            rows.push(new);
            continue;
        };
        for ((old_cell, new_cell), heading) in old.cells.iter_mut().zip(&new.cells).zip(&headings) {
            if new_cell.is_empty() || new_cell == old_cell {
                continue;
            }
            if update {
                new_cell.clone_into(old_cell);
                merged.changed += 1;
            } else {
                let problem = FileProblem::Differs {
                    list: new_cell.clone(),
                    desk: old_cell.clone(),
                };
                let place = Place::row(&list.file, new.number).column(*heading);
                merged.findings.push(Finding::new(place, problem));
            }
        }
    }
    for row in rows {
        merged.table.push(row.cells);
    }
    merged
}

#[cfg(test)]
mod tests {
    use mestring_model::Desk;

    use super::*;

    fn rooms(rows: &[[&str; 3]]) -> RawTable {
        let mut table = RawTable::with_headings("rom.csv", ["id", "navn", "plasser"]);
        for row in rows {
            table.push(row.iter().map(|cell| (*cell).to_owned()).collect());
        }
        table
    }

    #[test]
    fn the_desk_keeps_what_it_says_unless_asked() {
        let decl = Desk::table("rooms").unwrap();
        let own = rooms(&[["R1", "Sal", "12"], ["R2", "Stue", ""]]);
        let list = rooms(&[["R2", "Stue", "8"], ["R3", "Loft", "6"], ["R1", "", "14"]]);
        let kept = merge(decl, Some(&own), &list, Lang::Nb, false);
        assert_eq!((kept.added, kept.changed, kept.findings.len()), (1, 0, 2));
        assert_eq!(kept.table.rows[0].cells[..4], ["R1", "Sal", "", ""]);
        let taken = merge(decl, Some(&own), &list, Lang::Nb, true);
        assert_eq!(
            (taken.added, taken.changed, taken.findings.len()),
            (1, 2, 0)
        );
        let again = merge(decl, Some(&taken.table), &list, Lang::Nb, false);
        assert_eq!((again.added, again.findings.len()), (0, 0));
        assert_eq!(again.table, taken.table);
    }
}
