//! What somebody with the right to do so decided about a run, and when a decided run is held.

use chrono::Days;
use mestring_model::Desk;
use mestring_model::noun::{HumanVerdict, Run, RunAnswer, VerdictKind};
use mestring_model::term::Term;

use super::Slot;
use super::facts::sessions;
use super::ledger::HALF_DAYS;

/// The position in [`Desk::verdicts`] of the latest thing that somebody decided about a run.
pub(super) fn decision(desk: &Desk, run: &Run) -> Option<usize> {
    let own = desk.verdicts.iter().enumerate().filter(|(_, verdict)| {
        verdict.kind == VerdictKind::Run && verdict.first == run.id.as_str()
    });
    own.max_by_key(|(at, verdict)| (verdict.on, *at))
        .map(|(at, _)| at)
}

/// What the decision at a position says; `None` without one, and where its answer is none of the
/// two that a run can have.
pub(super) fn answer(desk: &Desk, decided: Option<usize>) -> Option<(RunAnswer, &HumanVerdict)> {
    let verdict = desk.verdicts.get(decided?)?;
    Some((RunAnswer::parse(&verdict.answer)?, verdict))
}

/// The sessions of a decided run, in order. Where the part of the day is not stated they take the
/// whole day, and where the number of sessions is not stated there is the first.
pub(crate) fn decided_slots(desk: &Desk, run: &Run) -> Vec<Slot> {
    let offer = desk.offer(&run.offer);
    let count = offer
        .map_or(run.sessions, |offer| sessions(run, offer))
        .into_known();
    let step = Days::new(run.interval.map_or(7, |interval| interval.days()));
    let half_days = if run.half_days.is_empty() {
        HALF_DAYS.to_vec()
    } else {
        run.half_days.clone()
    };
    let mut date = run.starts;
    let mut slots = Vec::new();
    for _ in 0..count.unwrap_or(1) {
        let Some(day) = date else { break };
        slots.extend(half_days.iter().map(|half_day| Slot {
            date: day,
            half_day: *half_day,
        }));
        date = day.checked_add_days(step);
    }
    slots
}
