//! Which column of a file is which declared column.

use std::collections::BTreeMap;

use super::TableDecl;
use crate::finding::{Finding, Place, Severity};
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
        let finding = |severity, code, place, found: String, remedy: String| Finding {
            severity,
            code,
            place,
            found,
            remedy,
        };
        for (at, heading) in table.headings.iter().enumerate() {
            let place = Place::row(&table.file, 1).column(heading);
            if heading.trim().is_empty() {
                continue;
            }
            match named(decl, heading) {
                Some(name) => {
                    if positions.contains_key(name) {
                        findings.push(finding(
                            Severity::Error,
                            "D004",
                            place,
                            format!("a second column means `{name}`"),
                            "keep one of them; the first was used".to_owned(),
                        ));
                    } else {
                        positions.insert(name, at);
                    }
                }
                None => {
                    let declared = decl
                        .columns()
                        .flat_map(|column| [column.name, column.nb, column.nn]);
                    let remedy = match nearest(heading, declared) {
                        Some(near) => format!("did you mean `{near}`? the column was not read"),
                        None => format!(
                            "the column was not read; `{}` has: {}",
                            decl.name,
                            decl.columns()
                                .map(|column| column.name)
                                .collect::<Vec<_>>()
                                .join(", ")
                        ),
                    };
                    findings.push(finding(
                        Severity::Warning,
                        "D005",
                        place,
                        format!("`{heading}` is not a column of `{}`", decl.name),
                        remedy,
                    ));
                }
            }
        }
        for column in decl.columns().filter(|column| column.shape.required) {
            if !positions.contains_key(column.name) {
                findings.push(finding(
                    Severity::Error,
                    "D006",
                    Place::row(&table.file, 1),
                    format!("the column `{}` is missing", column.name),
                    format!(
                        "add a column with the heading `{}`, `{}` or `{}`",
                        column.name, column.nb, column.nn
                    ),
                ));
            }
        }
        Headings { positions }
    }

    /// The position of a declared column in the file.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.positions.get(name).copied()
    }
}

/// The declared column that a heading names: an exact name before an alias.
fn named(decl: &TableDecl, heading: &str) -> Option<&'static str> {
    let plain = heading.trim().to_lowercase();
    let joined = plain.replace([' ', '-'], "_");
    let exact = decl.columns().find(|column| {
        [column.name, column.nb, column.nn].iter().any(|own| {
            let own = own.to_lowercase();
            own == plain || own.replace([' ', '-'], "_") == joined
        })
    });
    let column = exact.or_else(|| {
        decl.columns().find(|column| {
            column
                .aliases
                .iter()
                .any(|alias| *alias == plain || *alias == joined)
        })
    });
    column.map(|column| column.name)
}
