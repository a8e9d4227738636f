//! What a desk folder's files would become with the rows of lists in them.

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::finding::{self, ImportProblem};
use mestring_model::record::TableDecl;
use mestring_model::{Desk, Finding, Place, RawTable, Settings};

use super::document::Document;
use super::judge::{Others, judge, stem};
use super::left_out::{LeftOut, LeftOuts};
use super::merge::Target;
use super::rows::ListRow;
use super::{Guess, ImportError, Reading};
use crate::csv_text;

/// The desk folder that lists go into; no files where it is new.
#[derive(Debug, Clone, Copy)]
pub struct DeskFolder<'a> {
    /// Its tables: the CSV files of the folder by name.
    pub files: &'a BTreeMap<String, Vec<u8>>,
    /// What its `desk.toml` says.
    pub settings: &'a Settings,
    /// What the lists may write by name.
    pub reading: &'a Reading,
    /// Where a row is in both, take what the list says instead of what the desk says.
    pub update: bool,
}

/// What lists would bring a desk.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The tables that lists go into, in the order of a desk's tables.
    pub tables: Vec<PlannedTable>,
    /// What the lists name, with the number or id that it was read as, in order.
    pub by_name: Vec<(String, String)>,
    /// What is left out, in the order of the lists.
    pub left_out: Vec<LeftOut>,
    /// What is left out (`X119`), where a list says something else than the desk (`X118`), and files
    /// whose encoding changes (`X123`).
    pub findings: Vec<Finding>,
}

/// A table with the rows of lists in it.
#[derive(Debug, Clone)]
pub struct PlannedTable {
    /// The table.
    pub decl: &'static TableDecl,
    /// The file's name in the desk folder.
    pub file: String,
    /// The file's new bytes; `None` where nothing changes.
    pub bytes: Option<Vec<u8>>,
    /// Rows that are added.
    pub added: usize,
    /// Cells that are changed; none unless asked to update.
    pub changed: usize,
}

/// Says what the desk's files would become. A list that no table fits brings nothing.
///
/// ```
/// use std::collections::BTreeMap;
/// use chrono::NaiveDate;
/// use mestring_exchange::{csv_text, import};
/// use mestring_model::Settings;
///
/// let (list, _) = csv_text::read("kurs.csv", b"Kursnavn;Plasser\nLivsstil;8\nMestring;ti\n")?;
/// let date = NaiveDate::from_ymd_opt(2026, 11, 22).ok_or("no date")?;
/// let reading = import::Reading::on(date);
/// let guess = import::guess(&list, "kurs", &import::Mapping::default(), &reading);
///
/// let own = "id;tittel;Kontakt\nA;Før;resepsjonen\n".as_bytes().to_vec();
/// let files = BTreeMap::from([("tilbud.csv".to_owned(), own)]);
/// let settings = Settings { lang: mestring_model::Lang::Nb, ..Settings::default() };
/// let into = import::DeskFolder { files: &files, settings: &settings, reading: &reading, update: false };
/// let plan = import::plan(into, &[(&list, &guess)])?;
///
/// let bytes = plan.tables[0].bytes.clone().ok_or("nothing changes")?;
/// assert_eq!(
///     String::from_utf8(bytes)?,
///     "id;tittel;Kontakt;plasser\nA;Før;resepsjonen;\nlivsstil;Livsstil;;8\nmestring;Mestring;;\n",
/// );
/// assert_eq!(plan.left_out[0].cell, "ti");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A table of the desk that a list goes into cannot be read or added to.
pub fn plan(into: DeskFolder<'_>, lists: &[(&RawTable, &Guess)]) -> Result<Plan, ImportError> {
    let wanted: BTreeSet<&str> = lists
        .iter()
        .filter_map(|(_, guess)| guess.table.map(|decl| decl.name))
        .collect();
    let mut others = Others::new();
    let mut targets: Vec<Target> = Vec::new();
    for decl in Desk::TABLES {
        let mut own = files(into, decl);
        if wanted.contains(decl.name) {
            let document = match own.next() {
                Some((name, bytes)) => Document::open(name, bytes)?
                    .unwrap_or_else(|| Document::new(name, headings(into, decl))),
                None => {
                    let name = format!("{}.csv", decl.title(into.settings.lang));
                    Document::new(&name, headings(into, decl))
                }
            };
            targets.push(Target::new(decl, document, into.settings.lang));
        }
        for (name, bytes) in own {
            // A table that cannot be read is told wherever the desk is read.
            if let Ok((table, _)) = csv_text::read(name, bytes) {
                others.insert(name.to_owned(), table);
            }
        }
    }
    let mut left = LeftOuts::default();
    let mut by_name = BTreeSet::new();
    for (list, guess) in lists {
        let decl = guess.table.map(|decl| decl.name);
        if let Some(target) = targets.iter_mut().find(|own| Some(own.decl.name) == decl) {
            let rows = guess.rows(list, into.reading);
            by_name.extend(rows.iter().flat_map(ListRow::by_name));
            target.merge(rows, into.update, &mut left);
        }
    }
    judge(&mut targets, &others, into.settings, &mut left);
    finding::sort(&mut left.findings);
    left.cells
        .sort_by(|a, b| (&a.list, a.row, &a.heading).cmp(&(&b.list, b.row, &b.heading)));
    let mut plan = Plan {
        tables: Vec::new(),
        by_name: by_name.into_iter().collect(),
        left_out: left.cells,
        findings: left.findings,
    };
    for target in &targets {
        let file = target.document.table.file.clone();
        let (added, changed) = target.counts();
        let (bytes, recoded) = target.document.edited(&target.edits());
        let changes = added + changed > 0;
        if changes && recoded {
            let place = Place::file(&file);
            plan.findings
                .push(Finding::new(place, ImportProblem::Recoded));
        }
        plan.tables.push(PlannedTable {
            decl: target.decl,
            file,
            bytes: changes.then_some(bytes),
            added,
            changed,
        });
    }
    Ok(plan)
}

/// The files that hold a table.
fn files<'a>(
    into: DeskFolder<'a>,
    decl: &'static TableDecl,
) -> impl Iterator<Item = (&'a str, &'a [u8])> {
    into.files
        .iter()
        .filter(|(name, _)| decl.is_named(&stem(name)))
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
}

fn headings(into: DeskFolder<'_>, decl: &'static TableDecl) -> impl Iterator<Item = &'static str> {
    decl.columns()
        .map(move |column| column.heading(into.settings.lang))
}
