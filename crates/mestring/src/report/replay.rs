//! A decision log in words: what a replay came to, what was decided, which lines are not in order.

use super::{Cell, Page, Tone};
use crate::decision_log::{Decision, DecisionOutcome, Line, LineError, Question, Replayed, engine};
use crate::text::{Texts, followed};

mod difference;

/// How many differences are printed of an entry where not all are asked for.
const LONG: usize = 20;

/// Letters of a hash that people read.
const SHORT_HASH: usize = 12;

/// A hash as people read it.
pub fn short_hash(sha256: &str) -> &str {
    sha256.get(..SHORT_HASH).unwrap_or(sha256)
}

/// What a replay of one answer came to.
pub fn replayed(texts: &Texts, own: &Replayed, all: bool) -> Page {
    let mut page = Page::default();
    let question = match own.question {
        Question::Plan => texts.plain("log-question-plan"),
        Question::Relations => texts.plain("log-question-relations"),
        Question::Obligations => texts.plain("log-question-obligations"),
    };
    let entry = texts.say(
        "log-entry",
        &[
            ("number", own.number.to_string().into()),
            ("question", question.into()),
            ("date", texts.date(own.as_of).into()),
        ],
    );
    if let Some(why) = &own.failed {
        let args = [
            ("entry", entry.into()),
            ("why", texts.not_replayed(why).into()),
        ];
        page.text(Cell::new(texts.say("log-failed", &args)).tone(Tone::Bad));
    } else if own.differences.is_empty() {
        let args = [
            ("entry", entry.into()),
            ("subjects", own.subjects.into()),
            ("verdicts", own.verdicts.into()),
        ];
        page.text(Cell::new(texts.say("log-same", &args)).tone(Tone::Good));
    } else {
        let args = [
            ("entry", entry.into()),
            ("count", own.differences.len().into()),
        ];
        page.text(Cell::new(texts.say("log-differs", &args)).tone(Tone::Bad));
    }
    if let Some(then) = &own.engine {
        let here = engine();
        let args = [
            ("then", (&then.mestring).into()),
            ("scripts", (&then.scripts).into()),
            ("now", format!("{}, {}", here.mestring, here.scripts).into()),
        ];
        page.text(texts.say("log-engine", &args));
    }
    let most = if all { own.differences.len() } else { LONG };
    for difference in own.differences.iter().take(most) {
        page.item(
            "-",
            difference::said(texts, own.question.judged(), difference),
        );
    }
    let hidden = own.differences.len().saturating_sub(most);
    if hidden > 0 {
        let text = texts.say("report-left-out", &[("count", hidden.into())]);
        page.text(Cell::new(text).tone(Tone::Faint));
    }
    page
}

/// What was decided, and whether it is what was proposed.
pub fn decided(texts: &Texts, line: &Line, own: &Decision) -> String {
    let outcome = match own.outcome {
        DecisionOutcome::Held => texts.plain("log-outcome-held"),
        DecisionOutcome::Refused => texts.plain("log-outcome-refused"),
        DecisionOutcome::Other => texts.plain("log-outcome-other"),
    };
    let mut args = vec![
        ("number", line.number.to_string().into()),
        ("by", (&own.by).into()),
        ("date", texts.date(own.on).into()),
        ("run", (&own.run).into()),
        ("of", short_hash(&own.of).into()),
        ("outcome", outcome.into()),
    ];
    if own.follows() {
        return texts.say("log-decision", &args);
    }
    args.push(("reason", own.reason.as_deref().unwrap_or_default().into()));
    texts.say("log-decision-other", &args)
}

/// What is wrong with a line, with its code.
pub fn line_problem(texts: &Texts, own: &LineError) -> String {
    format!("{}: {}", own.code(), followed(texts.line_error(own)))
}
