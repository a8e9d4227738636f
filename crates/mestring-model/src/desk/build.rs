//! Building a desk: from rows in memory, from tables of text, or from both.

use std::collections::BTreeMap;

use super::{Desk, InDesk, Settings, read_table, verify};
use crate::finding::{Finding, Place, Severity};
use crate::noun::SingleFact;
use crate::record::{Headings, Record, Row, TableDecl};
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
            let remedy = match nearest(name, names) {
                Some(near) => format!("did you mean `{near}`? the table was not read"),
                None => {
                    let all: Vec<_> = Desk::TABLES.iter().map(|table| table.name).collect();
                    format!("the table was not read; a desk has: {}", all.join(", "))
                }
            };
            self.findings.push(Finding {
                severity: Severity::Warning,
                code: "D001",
                place: Place::file(&table.file),
                found: format!("`{name}` is not a table of a desk"),
                remedy,
            });
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
            mut findings,
        } = self;
        let mut reader = Reader {
            desk: &mut desk,
            findings: &mut findings,
        };
        // Rows from memory have no place; the lists of places must stay in step with the rows.
        reader.pad_places();
        for table in tables.remove(SingleFact::TABLE.name).unwrap_or_default() {
            reader.read::<SingleFact>(&table);
        }
        let facts = reader.desk.facts.clone();
        for (at, fact) in facts.iter().enumerate() {
            if let Err(problem) = apply(fact, &mut tables) {
                let place = reader.desk.place::<SingleFact>(at);
                reader.findings.push(Finding { place, ..*problem });
            }
        }
        for decl in Desk::TABLES {
            for table in tables.remove(decl.name).unwrap_or_default() {
                read_table(decl.name, &mut reader, &table);
            }
        }
        verify::verify(&mut desk, &mut findings);
        findings.sort();
        findings.dedup();
        (desk, findings)
    }
}

/// Puts a single fact into the cell that it is about.
fn apply(
    fact: &SingleFact,
    tables: &mut BTreeMap<&'static str, Vec<RawTable>>,
) -> Result<(), Box<Finding>> {
    let problem = |found: String, remedy: String| {
        Box::new(Finding {
            severity: Severity::Error,
            code: "D013",
            place: Place::default(),
            found,
            remedy,
        })
    };
    let decl: &TableDecl = Desk::table(&fact.table)
        .filter(|table| table.keyed)
        .ok_or_else(|| {
            let keyed: Vec<_> = Desk::TABLES
                .iter()
                .filter(|t| t.keyed)
                .map(|t| t.name)
                .collect();
            problem(
                format!("`{}` is not a table whose rows have ids", fact.table),
                format!("write one of: {}", keyed.join(", ")),
            )
        })?;
    let column = decl.columns().find(|column| {
        [column.name, column.nb, column.nn].contains(&fact.column.to_lowercase().as_str())
    });
    let column = column.filter(|column| column.name != "id").ok_or_else(|| {
        let names: Vec<_> = decl.columns().map(|column| column.name).collect();
        problem(
            format!(
                "`{}` is not a column of `{}` that can be set",
                fact.column, decl.name
            ),
            match nearest(&fact.column, names.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("write one of: {}", names.join(", ")),
            },
        )
    })?;
    for table in tables.get_mut(decl.name).into_iter().flatten() {
        let headings = Headings::of(table, decl, &mut Vec::new());
        let Some(key) = headings.position("id") else {
            continue;
        };
        let found = table
            .rows
            .iter()
            .position(|row| row.cells.get(key).is_some_and(|id| *id == fact.row));
        let Some(found) = found else { continue };
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
    Err(problem(
        format!("`{}` has no row `{}`", decl.name, fact.row),
        "write the id of a row that stands in a table of this desk".to_owned(),
    ))
}

/// Reads raw tables into a desk that is being built.
pub(super) struct Reader<'a> {
    pub(super) desk: &'a mut Desk,
    pub(super) findings: &'a mut Vec<Finding>,
}

impl Reader<'_> {
    fn pad_places(&mut self) {
        for (decl, table) in Desk::TABLES.iter().zip(self.desk.tables(crate::Lang::En)) {
            self.desk
                .places
                .insert(decl.name, vec![Place::default(); table.rows.len()]);
        }
    }

    /// Reads the rows of one table.
    pub(super) fn read<T: InDesk>(&mut self, table: &RawTable) {
        let headings = Headings::of(table, &T::TABLE, self.findings);
        let required: Vec<_> = T::TABLE
            .columns()
            .filter(|column| column.shape.required)
            .collect();
        if required
            .iter()
            .any(|column| headings.position(column.name).is_none())
        {
            // One finding for the missing column says more than one for each row.
            return;
        }
        for raw in &table.rows {
            let mut row = Row::new(table, &headings, raw, self.findings);
            let place = row.place();
            if let Some(noun) = T::read(&mut row) {
                T::rows_mut(self.desk).push(noun);
                self.desk
                    .places
                    .entry(T::TABLE.name)
                    .or_default()
                    .push(place);
            }
        }
    }
}
