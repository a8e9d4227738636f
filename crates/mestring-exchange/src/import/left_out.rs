//! `import-left-out.csv`: what imports could not take into the desk, beside its tables.
//!
//! One row a cell: the list, its row and heading, the table, the row's id, the column, the text as
//! the list writes it, and why. It is no table of the desk, and a desk that has one gets a note.
//! What a list left out is replaced when the list is taken in again, so that a list that was mended
//! leaves nothing behind; a file with nothing left in it is removed.

use std::collections::BTreeSet;

use mestring_model::finding::{Effect, ImportProblem, Problem};
use mestring_model::record::TableDecl;
use mestring_model::{Finding, Lang, Place, RawTable};

use super::rows::ListRow;
use crate::error::ExchangeError;
use crate::national_id::{mask, mask_text, masked};
use crate::{csv_text, csv_write};

/// The file's name in a desk folder.
pub const FILE: &str = "import-left-out.csv";

/// A cell of a list that did not become part of the desk.
#[derive(Debug, Clone)]
pub struct LeftOut {
    /// The list: its file, with the sheet.
    pub list: String,
    /// The row in the list.
    pub row: u32,
    /// The heading in the list, national numbers masked; empty where the list has no such column.
    pub heading: String,
    /// The table of the desk.
    pub table: &'static TableDecl,
    /// The row's id in the desk, or its title where it has none.
    pub id: String,
    /// The column of the table, by its English name; empty where the row as a whole is at fault.
    pub column: &'static str,
    /// The text, national numbers masked.
    pub cell: String,
    /// Why it was left out, national numbers masked.
    pub why: Problem,
}

/// What was left out, with the findings that say so.
#[derive(Debug, Default)]
pub(super) struct LeftOuts {
    pub(super) cells: Vec<LeftOut>,
    pub(super) findings: Vec<Finding>,
}

impl LeftOuts {
    /// Leaves one cell out.
    pub(super) fn cell(
        &mut self,
        decl: &'static TableDecl,
        row: &ListRow,
        column: &str,
        because: &Problem,
    ) {
        self.keep(decl, row, column, because);
        self.tell(row, Some(column), because, Effect::LeftEmpty);
    }

    /// Leaves a row out, for what is wrong with a column or with the row.
    pub(super) fn row(
        &mut self,
        decl: &'static TableDecl,
        row: &ListRow,
        column: Option<&str>,
        because: &Problem,
    ) {
        for own in row.cells.values().filter(|own| !own.heading.is_empty()) {
            let other = Problem::Import(ImportProblem::RowLeftOut);
            let why = match &own.text {
                _ if column == Some(own.column.name) => because,
                Err(problem) => problem,
                Ok(_) => &other,
            };
            self.keep(decl, row, own.column.name, why);
        }
        self.tell(row, column, because, Effect::RowLeftOut);
    }

    fn keep(&mut self, decl: &'static TableDecl, row: &ListRow, column: &str, because: &Problem) {
        let Some(cell) = row.cells.get(column) else {
            return;
        };
        let id = row.cells.get("id");
        let title = decl
            .columns()
            .find(|own| own.shape.required && own.name != "id")
            .map_or("", |own| row.text(own.name));
        // An id that was made of nothing tells nothing.
        let id = id.filter(|id| !id.heading.is_empty() || !title.is_empty());
        let id = id.map_or(title, |id| id.written.as_str());
        let mut why = because.clone();
        why.edit_texts(&mask_text);
        self.cells.push(LeftOut {
            list: row.list.clone(),
            row: row.number,
            heading: masked(&cell.heading).into_owned(),
            table: decl,
            id: masked(id).into_owned(),
            column: cell.column.name,
            cell: masked(&cell.written).into_owned(),
            why,
        });
    }

    fn tell(&mut self, row: &ListRow, column: Option<&str>, because: &Problem, effect: Effect) {
        let because = Box::new(because.clone());
        self.say(row, column, Problem::LeftOut { because, effect });
    }

    /// Says what is wrong or worth knowing about a cell or a row, national numbers masked.
    pub(super) fn say(&mut self, row: &ListRow, column: Option<&str>, problem: impl Into<Problem>) {
        let mut finding = Finding::new(row.place(column), problem);
        mask(&mut finding);
        self.findings.push(finding);
    }
}

const HEADINGS: [[&str; 8]; 3] = [
    [
        "list", "row", "heading", "table", "id", "column", "cell", "why",
    ],
    [
        "liste",
        "rad",
        "overskrift",
        "tabell",
        "id",
        "kolonne",
        "celle",
        "hvorfor",
    ],
    [
        "liste",
        "rad",
        "overskrift",
        "tabell",
        "id",
        "kolonne",
        "celle",
        "kvifor",
    ],
];

/// The file's new bytes, once the named lists have been taken in: what they left out before is
/// replaced by `left`, the reason of each as `say` says it. `None`: nothing is left out any more.
///
/// # Errors
/// The old file cannot be read.
pub fn update(
    old: Option<&[u8]>,
    lists: &BTreeSet<String>,
    left: &[LeftOut],
    lang: Lang,
    say: impl Fn(&Problem) -> String,
) -> Result<Option<Vec<u8>>, ExchangeError> {
    let [en, nb, nn] = HEADINGS;
    let headings = match lang {
        Lang::En => en,
        Lang::Nb => nb,
        Lang::Nn => nn,
    };
    let mut table = RawTable::with_headings(FILE, headings);
    if let Some(old) = old {
        let rows = csv_text::read(FILE, old)?.0.rows.into_iter();
        let others = rows.filter(|row| row.cells.first().is_none_or(|list| !lists.contains(list)));
        others.for_each(|row| table.push(row.cells));
    }
    for own in left {
        let column = own.table.columns().find(|decl| decl.name == own.column);
        table.push(vec![
            own.list.clone(),
            own.row.to_string(),
            own.heading.clone(),
            own.table.title(lang).to_owned(),
            own.id.clone(),
            column.map_or("", |decl| decl.heading(lang)).to_owned(),
            own.cell.clone(),
            say(&own.why),
        ]);
    }
    let filled = !table.rows.is_empty();
    Ok(filled.then(|| csv_write::write_csv(&table, csv_write::SPREADSHEET)))
}

/// The note of a desk that has such a file.
pub(crate) fn waiting(bytes: &[u8]) -> Option<Finding> {
    let cells = csv_text::read(FILE, bytes).ok()?.0.rows.len();
    (cells > 0).then(|| Finding::new(Place::file(FILE), ImportProblem::Waiting { cells }))
}
