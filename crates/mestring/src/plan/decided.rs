//! What somebody with the right to do so decided about a run.

use mestring_model::Desk;
use mestring_model::noun::{HumanVerdict, Run, RunAnswer, VerdictKind};
use mestring_model::term::Term;

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
