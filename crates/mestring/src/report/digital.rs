//! What it gives that runs may be held digitally.

use mestring_model::facts::Judged;
use mestring_model::id::RunId;

use super::run::because;
use super::{Cell, Page, Table, Tone, View};
use crate::decide::{Proposal, RankedRun};
use crate::plan::{DigitalPlan, HeldDigitally, PlannedRun};

/// The runs that are held digitally though they were asked for in a room: why, which rooms that frees,
/// and who has a place by it. Nothing where none may be.
pub fn digital(view: &View<'_>, proposal: &Proposal, found: Option<&DigitalPlan>) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    let Some(found) = found else {
        return page;
    };
    page.heading(2, texts.plain("digital-title"));
    page.text(texts.say(
        "digital-counts",
        &[("may", found.may.into()), ("held", found.runs.len().into())],
    ));
    if found.runs.is_empty() {
        return page;
    }
    page.text(texts.say(
        "digital-half-days",
        &[
            ("half_days", found.half_days.into()),
            ("without", found.half_days_without.into()),
        ],
    ));
    let mut table = Table::new([
        texts.plain("plan-column-run"),
        texts.plain("plan-column-because"),
        texts.plain("digital-column-frees"),
        texts.plain("digital-column-used-by"),
    ]);
    for own in &found.runs {
        let ranked = ranked(proposal, &own.run);
        table.row([
            view.run(&own.run).into(),
            ranked
                .map(|own| verdict(view, own))
                .unwrap_or_default()
                .into(),
            frees(view, own),
            Cell::new(own.frees.as_ref().map_or_else(String::new, |own| {
                texts.list(own.used_by.iter().map(|run| run.as_str()))
            })),
        ]);
    }
    page.table(table);
    for (id, runs, tone) in [
        ("digital-gains", &found.gains, Tone::Good),
        ("digital-loses", &found.loses, Tone::Bad),
    ] {
        if !runs.is_empty() {
            let runs = texts.list(runs.iter().map(|run| view.run(run)));
            page.text(Cell::new(texts.say(id, &[("runs", runs.into())])).tone(tone));
        }
    }
    page
}

/// What a run stands in instead of, in words: the format that was asked for.
pub(super) fn instead(view: &View<'_>, ranked: &RankedRun) -> String {
    let texts = view.texts;
    let asked = ranked.facts.format.into_known();
    let asked = asked.map_or_else(|| texts.plain("facts-not-stated"), |own| texts.term(own));
    texts.say("digital-instead", &[("format", asked.into())])
}

fn ranked<'a>(proposal: &'a Proposal, run: &RunId) -> Option<&'a RankedRun> {
    let mut pairs = proposal.plan.runs.iter().zip(&proposal.runs);
    let found = pairs.find(|(planned, _): &(&PlannedRun, _)| planned.run == *run);
    found.map(|(_, ranked)| ranked)
}

/// The answer of the format pack with what it read.
fn verdict(view: &View<'_>, ranked: &RankedRun) -> String {
    let Some(verdict) = &ranked.format else {
        return String::new();
    };
    let answer = view.answer(Judged::Run, &verdict.answer);
    let origin = view.origin(&verdict.rule.origin);
    because(view, format!("{answer} ({origin})"), verdict)
}

fn frees(view: &View<'_>, own: &HeldDigitally) -> Cell {
    match &own.frees {
        Some(frees) => {
            let rooms = view.in_rooms(Some(&frees.room), &frees.hubs, "; ");
            let times = view.slots(&frees.slots);
            Cell::new(format!("{rooms}: {times}"))
        }
        None => Cell::new(view.texts.plain("digital-frees-nothing")),
    }
}

#[cfg(test)]
mod tests;
