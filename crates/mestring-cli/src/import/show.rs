//! What an import says: what each list is taken for, and what it brings.

use mestring::report::{Cell, Page, Table, Tone};
use mestring_exchange::import::{How, Plan, left_out};
use mestring_exchange::national_id::masked;
use mestring_model::Lang;
use serde_json::{Value, json};

use super::{Into, List};
use crate::output::Output;

/// What a list is taken for, as a table of its headings; where every heading is the name of a column,
/// that is all there is to say.
pub(super) fn list(output: &Output<'_>, lang: Lang, list: &List) -> Page {
    let texts = output.texts();
    let mut page = Page::default();
    let source = (&list.guess.source).into();
    let Some(decl) = list.guess.table else {
        page.heading(2, texts.say("cli-import-no-table", &[("list", source)]));
        return page;
    };
    let title = decl.title(lang).replace('_', " ");
    let columns = &list.guess.columns;
    let is_named = |(_, how)| how == How::Name;
    let all_named = columns
        .iter()
        .all(|own| own.column.is_some_and(is_named) && own.unreadable == 0);
    let args = [
        ("list", source),
        ("table", title.into()),
        ("count", columns.len().into()),
    ];
    if all_named {
        page.text(texts.say("cli-import-all-named", &args));
        return page;
    }
    page.heading(2, texts.say("cli-import-table", &args));
    let mut table = Table::new([
        texts.plain("cli-column-heading"),
        texts.plain("cli-column-column"),
        texts.plain("cli-column-how"),
        texts.plain("cli-column-unreadable"),
        texts.plain("cli-column-sample"),
    ]);
    for own in columns {
        let column = own.column.and_then(|(name, how)| {
            let column = decl.columns().find(|column| column.name == name)?;
            Some((column.heading(lang), how))
        });
        let Some((column, how)) = column else {
            table.row([
                Cell::new(masked(&own.heading)),
                Cell::new(texts.plain("cli-import-not-read")).tone(Tone::Faint),
                Cell::default(),
                Cell::default(),
                Cell::default(),
            ]);
            continue;
        };
        let tone = |sure: bool, other: Tone| if sure { Tone::Plain } else { other };
        let parts = [
            ("part", own.unreadable.into()),
            ("whole", own.filled.into()),
        ];
        table.row([
            Cell::new(masked(&own.heading)),
            Cell::new(column),
            Cell::new(texts.plain(how_id(how))).tone(tone(how < How::Part, Tone::Unsure)),
            // A column of which most cells cannot be read was probably taken for the wrong one.
            Cell::figure(texts.say("cli-of", &parts))
                .tone(tone(own.unreadable * 2 <= own.filled, Tone::Bad)),
            Cell::new(own.sample.clone().unwrap_or_default()),
        ]);
    }
    page.table(table);
    page
}

fn how_id(how: How) -> &'static str {
    match how {
        How::Settled => "cli-how-settled",
        How::Name => "cli-how-name",
        How::Alias => "cli-how-alias",
        How::Part => "cli-how-part",
        How::Spelling => "cli-how-spelling",
    }
}

/// How many sheets had no rows.
pub(super) fn empty(output: &Output<'_>, count: usize) -> Page {
    let mut page = Page::default();
    if count > 0 {
        let count = [("count", count.into())];
        page.text(output.texts().say("cli-import-empty", &count));
    }
    page
}

/// What the lists bring the desk, or would bring it.
pub(super) fn plan(output: &Output<'_>, into: &Into, plan: &Plan, written: bool) -> Page {
    let texts = output.texts();
    let folder = into.folder.display().to_string();
    let said = |own: &'static str, planned: &'static str| if written { own } else { planned };
    let mut page = Page::default();
    page.heading(
        2,
        texts.say(
            match into.is_new {
                true => said("cli-import-new", "cli-import-new-planned"),
                false => said("cli-import-desk", "cli-import-desk-planned"),
            },
            &[("folder", (&folder).into())],
        ),
    );
    for own in &plan.tables {
        let counts = [
            ("file", own.file.as_str().into()),
            ("added", own.added.into()),
            ("changed", own.changed.into()),
        ];
        page.text(texts.say(said("cli-imported", "cli-import-planned"), &counts));
    }
    if !plan.by_name.is_empty() {
        const SHOWN: usize = 10;
        let names = plan.by_name.iter();
        let names = names.map(|(name, value)| format!("{name} = {value}"));
        let rest = plan.by_name.len().saturating_sub(SHOWN);
        let names: Vec<String> = names.take(SHOWN).collect();
        let args = [("names", names.join(", ").into()), ("rest", rest.into())];
        page.text(texts.say("cli-import-by-name", &args));
    }
    if !plan.left_out.is_empty() {
        let file = into.folder.join(left_out::FILE).display().to_string();
        let args = [("count", plan.left_out.len().into()), ("file", file.into())];
        let text = texts.say(said("cli-import-left", "cli-import-left-planned"), &args);
        page.text(Cell::new(text).tone(Tone::Unsure));
    }
    page.text(texts.say(
        said("cli-import-next", "cli-import-not-yet"),
        &[("folder", folder.into())],
    ));
    page
}

pub(super) fn list_json(list: &List) -> Value {
    let columns = list.guess.columns.iter().map(|own| {
        json!({
            "heading": masked(&own.heading),
            "column": own.column.map(|(name, _)| name),
            "how": own.column.map(|(_, how)| how.code()),
            "filled": own.filled,
            "unreadable": own.unreadable,
        })
    });
    json!({
        "list": list.guess.source,
        "table": list.guess.table.map(|decl| decl.name),
        "columns": columns.collect::<Vec<_>>(),
    })
}

pub(super) fn tables_json(plan: Option<&Plan>) -> Value {
    let tables = plan.into_iter().flat_map(|plan| &plan.tables);
    tables
        .map(|own| {
            json!({
                "file": own.file,
                "table": own.decl.name,
                "added": own.added,
                "changed": own.changed,
            })
        })
        .collect()
}

pub(super) fn left_out_json(plan: Option<&Plan>) -> Value {
    let cells = plan.into_iter().flat_map(|plan| &plan.left_out);
    cells
        .map(|own| {
            json!({
                "list": own.list,
                "row": own.row,
                "heading": own.heading,
                "table": own.table.name,
                "id": own.id,
                "column": own.column,
                "cell": own.cell,
                "why": own.why.reason(),
            })
        })
        .collect()
}
