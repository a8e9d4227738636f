//! Where a run stands in the order, and what it gets in the proposal: two things.

use mestring_model::id::RunId;

use super::super::run::{decided, placed, readings, refused};
use super::super::{Cell, Table, Tone, View};
use super::by_words;
use crate::decide::{Above, Explanation, Versus};
use crate::plan::{Outcome, Placement};

/// A run's number in the order, what it gets or lacks, and its neighbours.
pub(super) fn standing(view: &View<'_>, own: &Explanation, seed: u64) -> Table {
    let texts = view.texts;
    let mut table = Table::labels(0);
    let number = texts.say(
        "explain-number",
        &[
            ("rank", own.rank.into()),
            ("runs", own.runs.into()),
            ("class", own.class.into()),
        ],
    );
    table.label(texts.plain("explain-label-number"), number);
    numbers(view, &mut table, own);
    let neighbour = |(run, by): &(RunId, Above)| {
        let (run, by) = (view.run(run), by_words(view, own, by, seed));
        texts.say("explain-by", &[("run", run.into()), ("by", by.into())])
    };
    if let Some(after) = &own.after {
        table.label(texts.plain("explain-label-after"), neighbour(after));
    }
    if let Some(before) = &own.before {
        table.label(texts.plain("explain-label-before"), neighbour(before));
    }
    outcome(view, &mut table, own);
    let readings = readings(view, &own.readings);
    if !readings.is_empty() {
        let cell = Cell::new(readings.join("\n")).tone(Tone::Unsure);
        table.label(texts.plain("plan-label-reading"), cell);
    }
    table
}

/// Two runs, each with its number in the order and its outcome in a word.
pub(super) fn both(view: &View<'_>, own: &Versus) -> Table {
    let texts = view.texts;
    let mut table = Table::labels(0);
    for own in [&own.upper, &own.lower] {
        let (outcome, tone) = match &own.outcome {
            Outcome::Placed(_) => ("plan-placed", Tone::Good),
            Outcome::Refused(own) if own.is_considered() => ("plan-refused", Tone::Bad),
            Outcome::Refused(_) => ("explain-not-considered", Tone::Bad),
        };
        let number = texts.say(
            "explain-over-number",
            &[
                ("rank", own.rank.into()),
                ("runs", own.runs.into()),
                ("outcome", texts.plain(outcome).into()),
            ],
        );
        table.label(own.run.to_string(), Cell::new(number).tone(tone));
    }
    table
}

/// The numbers that the run can have once everything is known.
fn numbers(view: &View<'_>, table: &mut Table, own: &Explanation) {
    let texts = view.texts;
    let numbers = match own.places {
        None => texts.plain("explain-number-sure"),
        Some(places) => texts.say(
            if places.best == places.worst {
                "plan-place-sure"
            } else {
                "plan-places"
            },
            &[
                ("best", places.best.into()),
                ("worst", places.worst.into()),
                ("runs", own.runs.into()),
            ],
        ),
    };
    table.label(texts.plain("plan-label-places"), numbers);
}

/// What the run gets, or what it lacks.
fn outcome(view: &View<'_>, table: &mut Table, own: &Explanation) {
    let texts = view.texts;
    let cell = match &own.outcome {
        Outcome::Placed(placement) => {
            let gives = [("gives", gives(placement).into())];
            Cell::new(texts.say("explain-outcome-placed", &gives)).tone(Tone::Good)
        }
        Outcome::Refused(refusal) => {
            let id = if refusal.is_considered() {
                "explain-outcome-refused"
            } else {
                "explain-outcome-not-considered"
            };
            Cell::new(texts.plain(id)).tone(Tone::Bad)
        }
    };
    table.label(texts.plain("plan-label-outcome"), cell);
    if let Some(verdict) = own.decided.and_then(|at| view.desk.verdicts.get(at)) {
        table.label(texts.plain("plan-label-decided"), decided(view, verdict));
    }
    match &own.outcome {
        Outcome::Placed(placement) => placed(view, table, placement),
        Outcome::Refused(refusal) => refused(view, table, refusal),
    }
}

/// Which of a room, be it elsewhere, and leaders a run gets, as the texts ask.
fn gives(placement: &Placement) -> &'static str {
    let room = placement.rooms().next().is_some();
    match (room, placement.leaders.is_empty()) {
        (true, false) => "both",
        (true, true) => "room",
        (false, false) => "leaders",
        (false, true) => "neither",
    }
}
