//! What is wrong, where, and what would be right: reading never stops at the first bad cell.
//!
//! A finding is a [`Place`] and a [`Problem`]. The problem is data: an enum for each thing that
//! problems are about, a variant for each thing that can be wrong, with what it is about as
//! arguments. Code, severity and English texts are declared beside the variant; other languages
//! render [`Problem::wording`].

use std::fmt;

pub(crate) mod argument;
mod cell;
mod code;
pub(crate) mod declare;
mod failing;
mod file;
mod grid;
mod import;
mod key;
mod pathway;
mod person;
mod problem;
mod reference;
mod row;
mod setting;
mod table;

pub use argument::{AnyHeading, Column, Ids, Known, Percent, Table, Value, Words};
pub use cell::CellError;
pub use code::CODES;
pub use declare::Declared;
pub use failing::FailingCase;
pub use file::{FileProblem, Separator};
pub use grid::GridProblem;
pub use import::ImportProblem;
pub use key::KeyProblem;
pub use pathway::PathwayProblem;
pub use person::PersonProblem;
pub use problem::{Effect, Problem, Wording, declared};
pub use reference::{LexiconError, MunicipalityProblem};
pub use row::RowProblem;
pub use setting::{EventProblem, PackProblem, SettingProblem};
pub use table::TableProblem;

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
/// ```
/// use mestring_model::finding::{Finding, KeyProblem, Place, Problem};
/// use mestring_model::{Desk, RawTable};
///
/// let mut runs = RawTable::with_headings("kursrekker.csv", ["id", "tilbud", "status"]);
/// runs.push(vec!["R1".into(), "KOLZ".into(), "ønsket".into()]);
/// let (_, findings) = Desk::builder().table("kursrekker", runs).build();
///
/// // A service matches on what is wrong; people read the text.
/// let Problem::Key(KeyProblem::NoTable { table, id }) = &findings[0].problem else {
///     panic!("{findings:?}");
/// };
/// assert_eq!((table.name(), id.as_str()), ("offers", "KOLZ"));
/// assert_eq!(findings[0].code(), "D021");
/// assert_eq!(findings[0].place, Place::row("kursrekker.csv", 2).column("tilbud"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands.
    pub place: Place,
    /// What is wrong or worth knowing.
    pub problem: Problem,
}

impl Finding {
    /// A problem at a place.
    ///
    /// ```
    /// use mestring_model::finding::{FileProblem, Finding, Place};
    ///
    /// let finding = Finding::new(Place::file("tilbud.csv"), FileProblem::NoTable);
    /// assert_eq!(
    ///     finding.to_string(),
    ///     "error X109: tilbud.csv: there is no table: no cell is filled; write the headings in the \
    ///      first row"
    /// );
    /// ```
    pub fn new(place: Place, problem: impl Into<Problem>) -> Self {
        Finding {
            place,
            problem: problem.into(),
        }
    }

    /// The stable code, such as `D012`. The list is in docs/reference/findings.md.
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// Edits every text that came from the user's files: of the place, its file and its column; of the
    /// problem, what it quotes. What must not be shown is taken out with it.
    ///
    /// ```
    /// use mestring_model::finding::{CellError, Effect, Finding, Place, Problem};
    ///
    /// let error = CellError::NotWhole { text: "ring 55".into() };
    /// let problem = Problem::Cell { error, effect: Effect::NotStated };
    /// let mut finding = Finding::new(Place::row("tilbud.csv", 2).column("plasser"), problem);
    /// finding.edit_texts(&|text| *text = text.replace("55", "…"));
    /// assert_eq!(finding.found(), "`ring …` is not a whole number");
    /// ```
    pub fn edit_texts(&mut self, edit: &dyn Fn(&mut String)) {
        edit(&mut self.place.file);
        self.place.column.iter_mut().for_each(edit);
        self.problem.edit_texts(edit);
    }

    /// Takes out what the cells of a table say, for tables of persons: the problem quotes no cell,
    /// and of the place the column stays only where its heading is a declared one.
    ///
    /// ```
    /// use mestring_model::finding::{CellError, Effect, Finding, Place, Problem};
    ///
    /// let error = CellError::NotADate { text: "ring Kari".into() };
    /// let problem = Problem::Cell { error, effect: Effect::NotStated };
    /// let mut finding = Finding::new(Place::row("referrals.csv", 2).column("deadline"), problem);
    /// finding.hide_cells(|heading| heading == "deadline");
    /// assert_eq!(finding.found(), "`…` is not a date");
    /// ```
    pub fn hide_cells(&mut self, is_heading: impl Fn(&str) -> bool) {
        self.place.column.take_if(|column| !is_heading(column));
        self.problem.hide_texts();
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// What was found, English, lower case, no full stop.
    pub fn found(&self) -> String {
        self.problem.found()
    }

    /// What would be right, English, lower case, no full stop; empty where nothing has to be done.
    pub fn remedy(&self) -> String {
        self.problem.remedy()
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {}: {}: {}",
            self.severity().code(),
            self.code(),
            self.place,
            self.found()
        )?;
        let remedy = self.remedy();
        if !remedy.is_empty() {
            write!(f, "; {remedy}")?;
        }
        Ok(())
    }
}

/// Puts findings in the order in which somebody should mend them: what kept a whole table from
/// being read, other errors, what follows from them, warnings, notes; then by code, place and text.
/// One that stands twice is kept once.
pub fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by_cached_key(|own| {
        (
            own.problem.rank(),
            own.code(),
            own.place.clone(),
            own.found(),
        )
    });
    findings.dedup();
}
