//! Small desks for tests, written as text.

use mestring_model::{Desk, Finding, RawTable, Settings};

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

/// A desk in which something may be wrong, as people's lists are.
pub(crate) fn any_desk(text: &str) -> Desk {
    build(Settings::default(), text).0
}

fn build(settings: Settings, text: &str) -> (Desk, Vec<Finding>) {
    let mut builder = Desk::builder().settings(settings);
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
        builder = builder.table(name, table);
    }
    builder.build()
}
