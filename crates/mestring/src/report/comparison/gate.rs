//! What a gate found.

use super::packs::later_days;
use crate::decide::Comparison;
use crate::decide::compare::gate::{Broken, Look, Records, Violation};
use crate::report::{Cell, Page, Tone, View};

/// Each phrase of a gate with what it looked at in a comparison and what breaks it, and that it looked
/// at one day only where the packs differ otherwise later; none where there is no gate.
pub fn gate(view: &View<'_>, looks: &[Look], comparison: &Comparison) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    if looks.is_empty() {
        return page;
    }
    page.heading(2, texts.plain("comparison-gate"));
    for look in looks {
        let (id, tone) = match (look.looked_at, look.violations.is_empty()) {
            (0, _) => ("comparison-gate-nothing", Tone::Bad),
            (_, true) => ("comparison-gate-passed", Tone::Good),
            (_, false) => ("comparison-gate-broken", Tone::Bad),
        };
        let records = texts.say(
            match look.records {
                Records::Runs => "comparison-gate-runs",
                Records::Answers => "comparison-gate-answers",
                Records::Pairs => "comparison-gate-pairs",
                Records::Obligations => "comparison-gate-obligations",
            },
            &[("count", look.looked_at.into())],
        );
        let args = [
            ("phrase", look.phrase.as_str().into()),
            ("records", records.into()),
            ("broken", look.violations.len().into()),
        ];
        page.item("-", Cell::new(texts.say(id, &args)).tone(tone));
        if look.unsure > 0 {
            let text = texts.say("comparison-gate-unsure", &[("count", look.unsure.into())]);
            page.item(" ", Cell::new(text).tone(Tone::Unsure));
        }
        for own in &look.violations {
            page.item("  !", violation(view, own));
        }
    }
    if let Some(text) = later_days(view, comparison.as_of, &comparison.later_days()) {
        page.item("!", Cell::new(text).tone(Tone::Unsure));
    }
    page
}

fn violation(view: &View<'_>, own: &Violation) -> Cell {
    let text = match &own.what {
        Broken::Run(run) => view.run(run),
        Broken::Pair(a, b) => {
            let (a, b) = (view.offer(a), view.offer(b));
            let args = [("a", a.into()), ("b", b.into())];
            view.texts.say("relations-pair", &args)
        }
        Broken::Offers(offers) => {
            let offers = offers.iter().map(|id| view.offer(id));
            view.texts.list(offers)
        }
        Broken::Obligation(id) => view.obligation(id),
    };
    if own.sure {
        return Cell::new(text).tone(Tone::Bad);
    }
    let text = view
        .texts
        .say("comparison-gate-doubt", &[("what", text.into())]);
    Cell::new(text).tone(Tone::Unsure)
}
