//! Where the facts that rules read are stated.

use mestring_model::facts::Judged;

use super::super::{Cell, Page, Table, Tone, View};
use crate::decide::Explanation;
use crate::plan::{Derivation, Ground, Statement};

/// How many cells are named of those that a fact follows from.
const MOST_CELLS: usize = 4;

/// Each fact that was read, with where it is stated, by which source and when.
pub(super) fn facts(view: &View<'_>, own: &Explanation) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(3, texts.plain("explain-facts-title"));
    let mut table = Table::new([
        texts.plain("explain-column-fact"),
        texts.plain("explain-column-value"),
        texts.plain("explain-column-stated"),
    ]);
    table.spaced = true;
    for fact in &own.facts {
        let value = view.fact_value(Judged::Run, fact.name, &fact.value);
        let tone = if fact.value.is_known() {
            Tone::Plain
        } else {
            Tone::Unsure
        };
        table.row([
            texts.fact_name(Judged::Run, fact.name).into(),
            Cell::new(value).tone(tone),
            ground(view, fact.name, &fact.ground).into(),
        ]);
    }
    page.table(table);
    page
}

fn ground(view: &View<'_>, fact: &str, own: &Ground) -> String {
    let texts = view.texts;
    match own {
        Ground::Stated(cell) => statement(view, cell),
        Ground::Derived(how, cells) => {
            let id = match how {
                Derivation::HeldRuns if fact == "months_since_held" && !cells.is_empty() => {
                    "explain-from-last-run"
                }
                Derivation::HeldRuns => "explain-from-held-runs",
                Derivation::RunsInHalfYear => "explain-from-runs-in-half-year",
                Derivation::Days => "explain-from-days",
                Derivation::GroupClasses => "explain-from-group-classes",
                Derivation::Reading => "explain-from-reading",
                Derivation::Evidence => "explain-from-evidence",
            };
            let says = texts.say(id, &[("count", cells.len().into())]);
            let mut lines = vec![says];
            let shown = cells.iter().take(MOST_CELLS);
            lines.extend(shown.map(|cell| statement(view, cell)));
            if let Some(more) = cells.len().checked_sub(MOST_CELLS).filter(|more| *more > 0) {
                lines.push(texts.say("explain-more-cells", &[("count", more.into())]));
            }
            lines.join("\n")
        }
        Ground::Silent {
            cells,
            setting: None,
        } if cells.is_empty() => texts.plain("explain-silent"),
        Ground::Silent {
            setting: Some(setting),
            ..
        } => texts.say("explain-silent-setting", &[("setting", (*setting).into())]),
        Ground::Silent { cells, .. } => {
            let cells: Vec<String> = cells.iter().map(|cell| place(view, cell)).collect();
            let cells = texts.one_of(cells);
            texts.say("explain-silent-cells", &[("cells", cells.into())])
        }
    }
}

/// A cell with its source and date.
fn statement(view: &View<'_>, own: &Statement) -> String {
    let texts = view.texts;
    let source = match (&own.source, own.illustrative) {
        (Some(source), false) => source.clone(),
        (Some(source), true) => texts.say("explain-made-up-source", &[("source", source.into())]),
        (None, true) => texts.plain("explain-made-up"),
        (None, false) => texts.plain("explain-no-source"),
    };
    let place = place(view, own);
    match own.date {
        Some(date) => texts.say(
            "explain-stated-dated",
            &[
                ("place", place.into()),
                ("source", source.into()),
                ("date", texts.date(date).into()),
            ],
        ),
        None => texts.say(
            "explain-stated",
            &[("place", place.into()), ("source", source.into())],
        ),
    }
}

/// Where a cell stands: in its file, or for a row from memory by its table and id.
fn place(view: &View<'_>, own: &Statement) -> String {
    let texts = view.texts;
    let at = &own.place;
    let column = at.column.as_deref().unwrap_or(own.column);
    let row = match (at.file.is_empty(), at.row) {
        (false, Some(row)) => texts.say(
            "finding-place-row",
            &[("file", (&at.file).into()), ("row", row.into())],
        ),
        (false, None) => at.file.clone(),
        (true, _) => {
            let row = if own.row.is_empty() { "" } else { &own.row };
            format!("{} {row}", own.table).trim().to_owned()
        }
    };
    texts.say(
        "finding-place-column",
        &[("place", row.into()), ("column", column.into())],
    )
}
