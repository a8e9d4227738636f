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
    let mut table = Table::new([
        texts.plain("plan-column-run"),
        texts.plain("plan-column-rank"),
        texts.plain("plan-column-before"),
        texts.plain("plan-column-after"),
        texts.plain("plan-column-because"),
    ]);
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
            None => texts.plain("plan-moved-capacity"),
        };
        table.row([
            view.run(&own.run).into(),
            Cell::figure(texts.say(
                "plan-moved-ranks",
                &[
                    ("before", own.rank_before.into()),
                    ("after", own.rank_after.into()),
                ],
            )),
            outcome_word(view, own.placed_before),
            outcome_word(view, own.placed_after),
            because.into(),
        ]);
    }
    page.table(table);
    page
}
