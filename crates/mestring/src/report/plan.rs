//! The proposal for the capacity, in the order of priority.

use super::run::run;
use super::{Cell, Page, Table, Tone, View};
use crate::decide::Proposal;
use crate::plan::{Outcome, PlannedRun};

/// The proposal: a table of all runs in their order, and below it every run with its reasons.
pub fn proposal(view: &View<'_>, proposal: &Proposal) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("plan-title"));
    page.text(Cell::new(texts.plain("plan-nobody-decided")).tone(Tone::Strong));
    let period = proposal.plan.period;
    page.text(texts.say(
        "plan-period",
        &[
            ("from", texts.date(period.from).into()),
            ("until", texts.date(period.until).into()),
        ],
    ));
    if proposal.plan.runs.is_empty() {
        page.text(texts.plain("plan-no-runs"));
        return page;
    }
    let placed = proposal.plan.runs.iter().filter(|run| placed(run)).count();
    page.text(texts.say(
        "plan-counts",
        &[
            ("placed", placed.into()),
            ("runs", proposal.plan.runs.len().into()),
        ],
    ));
    page.text(texts.say(
        "plan-order",
        &[("criteria", criteria(view, proposal).into())],
    ));

    page.heading(3, texts.plain("plan-summary"));
    let mut table = Table::new([
        texts.plain("plan-column-rank"),
        texts.plain("plan-column-class"),
        texts.plain("plan-column-run"),
        texts.plain("plan-column-outcome"),
        texts.plain("plan-column-start"),
        texts.plain("plan-column-room"),
    ]);
    for (at, planned) in proposal.plan.runs.iter().enumerate() {
        let (start, room) = match &planned.outcome {
            Outcome::Placed(placement) => (
                placement
                    .sessions
                    .first()
                    .map(|slot| view.slot(*slot))
                    .unwrap_or_default(),
                placement
                    .room
                    .as_ref()
                    .map(|room| view.room(room))
                    .unwrap_or_default(),
            ),
            Outcome::Refused(_) => Default::default(),
        };
        table.row([
            Cell::figure(texts.count(at + 1)),
            Cell::figure(texts.count(planned.class)),
            view.run(&planned.run).into(),
            outcome(view, planned),
            start.into(),
            room.into(),
        ]);
    }
    page.table(table);

    for (at, (planned, ranked)) in proposal.plan.runs.iter().zip(&proposal.runs).enumerate() {
        page.append(run(view, proposal, at, planned, ranked));
    }
    page
}

/// Whether a run is placed, in a word.
pub(super) fn outcome(view: &View<'_>, planned: &PlannedRun) -> Cell {
    outcome_word(view, placed(planned))
}

/// Placed or not, in a word.
pub(super) fn outcome_word(view: &View<'_>, placed: bool) -> Cell {
    if placed {
        Cell::new(view.texts.plain("plan-placed")).tone(Tone::Good)
    } else {
        Cell::new(view.texts.plain("plan-refused")).tone(Tone::Bad)
    }
}

fn placed(planned: &PlannedRun) -> bool {
    matches!(planned.outcome, Outcome::Placed(_))
}

/// The criteria in their order, each with where it comes from.
fn criteria(view: &View<'_>, proposal: &Proposal) -> String {
    let lang = view.texts.lang();
    let criteria = proposal.criteria.iter().enumerate().map(|(at, rule)| {
        format!(
            "{}. {} ({})",
            at + 1,
            rule.title(lang),
            view.origin(&rule.origin)
        )
    });
    criteria.collect::<Vec<_>>().join("; ")
}
