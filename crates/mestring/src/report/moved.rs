//! What another pack would move, and why.

use super::plan::outcome_word;
use super::run::above;
use super::{Cell, Page, Table, View};
use crate::decide::{Moved, Proposal};

/// The runs whose rank or outcome differs between the desk's own packs and those that were asked
/// about.
pub fn moved(view: &View<'_>, before: &Proposal, after: &Proposal, moved: &[Moved]) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("plan-moved-title"));
    page.text(texts.say(
        "plan-moved-packs",
        &[
            (
                "before",
                format!("{} {}", before.pack.name, before.pack.version).into(),
            ),
            (
                "after",
                format!("{} {}", after.pack.name, after.pack.version).into(),
            ),
        ],
    ));
    if moved.is_empty() {
        page.text(texts.plain("plan-moved-none"));
        return page;
    }
    page.text(texts.say(
        "plan-moved-counts",
        &[
            ("moved", moved.len().into()),
            ("runs", after.plan.runs.len().into()),
        ],
    ));
    page.table(table(view, after, moved));
    page
}

/// The runs that moved, with what moved them; their classes where one changes and says more than
/// the rank.
pub(super) fn table(view: &View<'_>, after: &Proposal, moved: &[Moved]) -> Table {
    let texts = view.texts;
    // In a strict rank each run is a class of its own, and its number says nothing more.
    let changes = |own: &Moved| own.class_before != own.class_after;
    let ranks =
        |own: &Moved| (own.class_before, own.class_after) == (own.rank_before, own.rank_after);
    let classes = moved.iter().any(changes) && !moved.iter().all(ranks);
    let mut headings = vec![
        texts.plain("plan-column-run"),
        texts.plain("plan-column-rank"),
    ];
    headings.extend(classes.then(|| texts.plain("plan-column-class")));
    headings.extend([
        texts.plain("plan-column-before"),
        texts.plain("plan-column-after"),
        texts.plain("plan-column-because"),
    ]);
    let mut table = Table::new(headings);
    for own in moved {
        let because = match &own.because {
            Some((other, reason)) => texts.say(
                "plan-moved-because",
                &[
                    ("run", other.as_str().into()),
                    (
                        "reason",
                        above(view, &after.criteria, after.seed, reason).into(),
                    ),
                ],
            ),
            None if own.placed_before == own.placed_after => texts.plain("plan-moved-class"),
            None => texts.plain("plan-moved-capacity"),
        };
        let from_to = |before: usize, after: usize| {
            let args = [("before", before.into()), ("after", after.into())];
            Cell::figure(if before == after {
                texts.count(before)
            } else {
                texts.say("plan-moved-ranks", &args)
            })
        };
        let mut row = vec![
            view.run(&own.run).into(),
            from_to(own.rank_before, own.rank_after),
        ];
        row.extend(classes.then(|| from_to(own.class_before, own.class_after)));
        row.extend([
            outcome_word(view, own.placed_before),
            outcome_word(view, own.placed_after),
            because.into(),
        ]);
        table.row(row);
    }
    table
}
