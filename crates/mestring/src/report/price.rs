//! What the most participants cost: whom the strict order would place instead.

use super::{Cell, Page, Table, Tone, View};
use crate::decide::Proposal;
use crate::plan::{PlanLevel, PlannedRun};

/// The classes by both orders, and the runs that only one of them places.
pub fn price(view: &View<'_>, strict: &Proposal, most: &Proposal) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("price-title"));
    page.text(Cell::new(texts.plain("price-local-choice")).tone(Tone::Strong));
    let mut table = Table::new([
        texts.plain("plan-column-class"),
        texts.plain("price-column-strict-placed"),
        texts.plain("price-column-strict"),
        texts.plain("price-column-most-placed"),
        texts.plain("price-column-most"),
    ]);
    for (one, other) in strict.plan.levels.iter().zip(&most.plan.levels) {
        let class = match one.class {
            Some(class) => Cell::figure(texts.count(class)),
            None => texts.plain("plan-level-held").into(),
        };
        table.row([
            class,
            Cell::figure(texts.count(one.placed)),
            participants(view, one),
            Cell::figure(texts.count(other.placed)),
            participants(view, other),
        ]);
    }
    page.table(table);
    let (loses, gains) = (only(strict, most), only(most, strict));
    if loses.is_empty() && gains.is_empty() {
        page.text(texts.plain("price-same"));
        return page;
    }
    let named = |runs: &[&PlannedRun]| texts.list(runs.iter().map(|own| view.run(&own.run)));
    for (id, runs) in [("price-loses", &loses), ("price-gains", &gains)] {
        if !runs.is_empty() {
            page.text(texts.say(id, &[("runs", named(runs).into())]));
        }
    }
    page
}

fn participants(view: &View<'_>, level: &PlanLevel) -> Cell {
    let count = usize::try_from(level.participants).unwrap_or(usize::MAX);
    Cell::figure(view.texts.count(count))
}

/// The runs that the first places and the second does not, in the order of priority.
pub(super) fn only<'a>(first: &'a Proposal, second: &Proposal) -> Vec<&'a PlannedRun> {
    let pairs = first.plan.runs.iter().zip(&second.plan.runs);
    pairs
        .filter(|(one, other)| one.is_placed() && !other.is_placed())
        .map(|(one, _)| one)
        .collect()
}
