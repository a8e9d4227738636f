//! Small desks for tests, written as text.

use mestring_model::finding::Severity;
use mestring_model::{Desk, Finding, PersonStore, RawTable, Settings};

/// A desk from blocks of text that an empty line parts: the table's name, its headings, its rows,
/// with `|` between the cells. Nothing may be wrong with it.
pub(crate) fn desk(text: &str) -> Desk {
    desk_with(Settings::default(), text)
}

/// The same with what `desk.toml` would say.
pub(crate) fn desk_with(settings: Settings, text: &str) -> Desk {
    let (desk, findings) = build(settings, text);
    let shown: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert!(shown.is_empty(), "{shown:#?}");
    desk
}

/// A desk of which no more is found than what is worth a note.
pub(crate) fn desk_with_notes(text: &str) -> Desk {
    let (desk, findings) = build(Settings::default(), text);
    let wrong = findings
        .iter()
        .filter(|own| own.severity() != Severity::Note);
    let shown: Vec<_> = wrong.map(ToString::to_string).collect();
    assert!(shown.is_empty(), "{shown:#?}");
    desk
}

/// A desk in which something may be wrong, as people's lists are.
pub(crate) fn any_desk(text: &str) -> Desk {
    build(Settings::default(), text).0
}

/// A person store from such blocks. Nothing may be wrong with it.
pub(crate) fn store(text: &str) -> PersonStore {
    let builder = PersonStore::builder();
    let (store, findings) = tables(text)
        .into_iter()
        .fold(builder, |all, (name, table)| all.table(name, table))
        .build();
    let shown: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert!(shown.is_empty(), "{shown:#?}");
    store
}

fn build(settings: Settings, text: &str) -> (Desk, Vec<Finding>) {
    let builder = Desk::builder().settings(settings);
    let tables = tables(text).into_iter();
    tables
        .fold(builder, |all, (name, table)| all.table(name, table))
        .build()
}

/// The tables of blocks of text, by name.
fn tables(text: &str) -> Vec<(&str, RawTable)> {
    let mut tables = Vec::new();
    for block in text.split("\n\n") {
        let mut lines = block.lines().map(str::trim).filter(|line| !line.is_empty());
        let Some(name) = lines.next() else { continue };
        let cells = |line: &str| -> Vec<String> {
            line.split('|').map(|cell| cell.trim().to_owned()).collect()
        };
        let headings = cells(lines.next().expect("a table has headings"));
        let mut table = RawTable::with_headings(format!("{name}.csv"), headings);
        for line in lines {
            let row = cells(line);
            assert_eq!(row.len(), table.headings.len(), "{name}: {line}");
            table.push(row);
        }
        tables.push((name, table));
    }
    tables
}
