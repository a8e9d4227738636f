//! Which column of a file is which declared column.

use std::collections::BTreeMap;

use super::{ColumnDecl, TableDecl};
use crate::finding::{AnyHeading, Column, Finding, Known, Place, Table, TableProblem};
use crate::table::RawTable;
use crate::term::nearest;

/// The headings of a file matched with the declared columns of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headings {
    positions: BTreeMap<&'static str, usize>,
}

impl Headings {
    /// Matches the headings of a file, in English, bokmål, nynorsk or by alias.
    ///
    /// A heading that nobody declared, a column named twice and a required column that is missing
    /// are findings; everything else is kept.
    pub fn of(table: &RawTable, decl: &TableDecl, findings: &mut Vec<Finding>) -> Self {
        let mut positions = BTreeMap::new();
        for (at, heading) in table.headings.iter().enumerate() {
            let place = Place::row(&table.file, 1).column(heading);
            if heading.trim().is_empty() {
                continue;
            }
            match named(decl, heading) {
                Some(column) => {
                    if positions.contains_key(column.name) {
                        let column = Column::of(column);
                        findings.push(Finding::new(place, TableProblem::SecondColumn { column }));
                    } else {
                        positions.insert(column.name, at);
                    }
                }
                None => {
                    let declared = decl
                        .columns()
                        .flat_map(|column| [column.name, column.nb, column.nn]);
                    let problem = TableProblem::NoSuchColumn {
                        heading: heading.clone(),
                        table: Table::of(decl),
                        nearest: nearest(heading, declared).map(str::to_owned),
                        known: Known::Columns(Table::of(decl)),
                    };
                    findings.push(Finding::new(place, problem));
                }
            }
        }
        for column in decl.columns().filter(|column| column.shape.required) {
            if !positions.contains_key(column.name) {
                let problem = TableProblem::MissingColumn {
                    column: Column::of(column),
                    headings: AnyHeading(Column::of(column)),
                };
                findings.push(Finding::new(Place::row(&table.file, 1), problem));
            }
        }
        Headings { positions }
    }

    /// Each declared column that the file has, with its position.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&'static str, usize)> {
        self.positions.iter().map(|(name, at)| (*name, *at))
    }

    /// The position of a declared column in the file.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.positions.get(name).copied()
    }
}

/// The declared column that a heading names: an exact name before an alias.
pub(crate) fn named(decl: &TableDecl, heading: &str) -> Option<&'static ColumnDecl> {
    let plain = heading.trim().to_lowercase();
    let joined = plain.replace([' ', '-'], "_");
    let exact = decl.columns().find(|column| {
        [column.name, column.nb, column.nn].iter().any(|own| {
            let own = own.to_lowercase();
            own == plain || own.replace([' ', '-'], "_") == joined
        })
    });
    exact.or_else(|| {
        decl.columns().find(|column| {
            column
                .aliases
                .iter()
                .any(|alias| *alias == plain || *alias == joined)
        })
    })
}
