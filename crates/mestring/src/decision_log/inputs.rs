//! The hash of what a desk holds.

use std::collections::BTreeMap;

use mestring_model::{Desk, Lang, RawTable};
use sha2::{Digest, Sha256};

use super::entry::{Inputs, TableHash};
use super::line::hex;

/// The name under which what `desk.toml` says stands among the tables.
pub const SETTINGS: &str = "desk.toml";

/// Tables of which a later row, or an earlier one, counts before another: the order of their rows is
/// part of what they say.
const IN_ORDER: [&str; 4] = ["topics", "leaders", "verdicts", "facts"];

/// The hash of a desk: of its tables as they were read, cell by cell in the one way of writing that
/// the model has for each value, and of the settings that an answer depends on.
///
/// It does not depend on the order of rows where that means nothing, on the language of headings and
/// words, or on whether the desk was a folder or a workbook. Cells that say nothing do not count, so a
/// version that knows more columns gives an old desk the same hash.
pub fn inputs(desk: &Desk) -> Inputs {
    let tables = Desk::TABLES.iter().zip(desk.tables(Lang::En));
    let mut hashes: BTreeMap<String, TableHash> = tables
        .filter(|(_, table)| !table.rows.is_empty())
        .map(|(decl, table)| {
            let hash = TableHash {
                rows: table.rows.len(),
                sha256: of_table(&table, IN_ORDER.contains(&decl.name)),
            };
            (decl.name.to_owned(), hash)
        })
        .collect();
    let settings = settings(desk);
    hashes.insert(
        SETTINGS.to_owned(),
        TableHash {
            rows: settings.len(),
            sha256: of_row(settings.iter().map(|(key, value)| (*key, value.as_str()))),
        },
    );
    let own = hashes
        .iter()
        .map(|(name, hash)| (name.as_str(), hash.sha256.as_str()));
    Inputs {
        sha256: of_row(own),
        tables: hashes,
    }
}

fn of_table(table: &RawTable, in_order: bool) -> String {
    let mut rows: Vec<String> = table
        .rows
        .iter()
        .map(|row| {
            let cells = table.headings.iter().zip(&row.cells);
            of_row(cells.map(|(heading, cell)| (heading.as_str(), cell.as_str())))
        })
        .collect();
    if !in_order {
        rows.sort();
    }
    let mut sha = Sha256::new();
    rows.iter().for_each(|row| sha.update(row));
    hex(&sha.finalize())
}

/// The hash of what stands under some names; what is empty does not count.
fn of_row<'a>(cells: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut sha = Sha256::new();
    for (name, text) in cells.filter(|(_, text)| !text.is_empty()) {
        // Lengths first, so that no two rows can run together into the same bytes.
        for part in [name, text] {
            sha.update((part.len() as u64).to_be_bytes());
            sha.update(part);
        }
    }
    hex(&sha.finalize())
}

/// What `desk.toml` says that answers depend on: neither the language nor the packs, which an answer
/// names itself.
fn settings(desk: &Desk) -> Vec<(&'static str, String)> {
    let own = &desk.settings;
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let all = [
        ("as_of", day(own.as_of)),
        ("centre", own.centre.as_ref().map(ToString::to_string)),
        ("history_from", day(own.history_from)),
        ("lead_weeks", own.lead_weeks.map(|weeks| weeks.to_string())),
        ("name", Some(own.name.clone())),
        ("plan_from", day(own.plan_from)),
        ("plan_until", day(own.plan_until)),
        ("seed", own.seed.map(|seed| seed.to_string())),
    ];
    let stated = all.into_iter();
    stated
        .filter_map(|(key, value)| Some((key, value.filter(|value| !value.is_empty())?)))
        .collect()
}
