//! What is wrong, where, and what would be right: reading never stops at the first bad cell.

use std::fmt;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something was detected or assumed; nothing has to be done.
    Note,
    /// Probably a mistake; everything was kept.
    Warning,
    /// A cell, a row or a table could not be used as it stands.
    Error,
}

impl Severity {
    /// The severity's code: `note`, `warning` or `error`.
    pub fn code(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// The codes of findings about the rows of a desk, with what each stands for.
pub const CODES: &[(&str, &str)] = &[
    ("D001", "a file or sheet has the name of no table"),
    ("D004", "two columns have headings of the same meaning"),
    ("D005", "a heading is not a column of the table"),
    ("D006", "a column that the table needs is missing"),
    ("D010", "a cell that must be filled in is empty"),
    ("D011", "a cell cannot be read"),
    ("D012", "cells of a row do not fit together"),
    (
        "D013",
        "a single fact is about a table, row or column that does not exist",
    ),
    ("D020", "an id stands twice"),
    ("D021", "a cell names a row that does not exist"),
    ("D022", "the shares of an agreement do not sum to the whole"),
    ("D023", "a municipality's number does not stand on the date"),
    ("D024", "a topic of the desk's own cannot be used"),
    (
        "D025",
        "an answer of no offer contradicts an offer that is listed",
    ),
    ("D030", "desk.toml is not TOML"),
    ("D031", "a setting of desk.toml cannot be used"),
];

/// Where in the user's files something stands.
///
/// Rows are counted as a spreadsheet counts them: the heading is row 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    /// The file, or the workbook with its sheet (`liste.xlsx [tilbud]`); empty for a desk built in
    /// memory.
    pub file: String,
    /// The row, 1 for the heading.
    pub row: Option<u32>,
    /// The column's heading as the file writes it.
    pub column: Option<String>,
}

impl Place {
    /// A whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Place {
            file: file.into(),
            row: None,
            column: None,
        }
    }

    /// A row of a file.
    pub fn row(file: impl Into<String>, row: u32) -> Self {
        Place {
            file: file.into(),
            row: Some(row),
            column: None,
        }
    }

    /// The same place, narrowed to a column.
    #[must_use]
    pub fn column(mut self, column: impl Into<String>) -> Self {
        self.column = Some(column.into());
        self
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column `{column}`")?;
        }
        Ok(())
    }
}

/// One thing that is wrong or worth knowing about the data.
///
/// The texts are English; the code is stable, so that a service can act on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// A stable code, such as `D012`. The list is in docs/reference/findings.md.
    pub code: &'static str,
    /// Where it stands.
    pub place: Place,
    /// What was found, lower case, no full stop.
    pub found: String,
    /// What would be right, lower case, no full stop.
    pub remedy: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {}: {}: {}",
            self.severity.code(),
            self.code,
            self.place,
            self.found
        )?;
        if !self.remedy.is_empty() {
            write!(f, "; {}", self.remedy)?;
        }
        Ok(())
    }
}
