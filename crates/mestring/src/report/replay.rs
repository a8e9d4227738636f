//! A decision log in words: what a replay came to, what was decided, which lines are not in order.

use mestring_model::facts::FactValue;
use mestring_model::facts::Judged;
use mestring_model::term::Term;
use mestring_model::{Desk, Fact};
use mestring_rules::Kind;

use super::{Cell, Page, Tone};
use crate::decision_log::{
    Datum, Decision, DecisionOutcome, Difference, Given, Line, LineError, NotReplayed, Question,
    Replayed, RunResult, SETTINGS, engine,
};
use crate::text::Texts;

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
            ("why", not_replayed(texts, why).into()),
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
        page.item("-", said(texts, own.question.judged(), difference));
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

/// What is wrong with a line.
pub fn line_problem(texts: &Texts, own: &LineError) -> String {
    let number = ("number", own.number().to_string().into());
    match own {
        LineError::Unreadable { why, .. } => {
            texts.say("log-line-unreadable", &[number, ("why", why.into())])
        }
        LineError::Changed { .. } => texts.say("log-line-changed", &[number]),
        LineError::Torn { .. } => texts.say("log-line-torn", &[number]),
        LineError::Newer { format, .. } => texts.say(
            "log-line-newer",
            &[number, ("format", format.to_string().into())],
        ),
        LineError::NotAfter { .. } => texts.say("log-line-not-after", &[number]),
    }
}

/// Why an answer could not be replayed.
fn not_replayed(texts: &Texts, own: &NotReplayed) -> String {
    match own {
        NotReplayed::NoText { pack } => texts.say("log-no-text", &[("pack", pack.into())]),
        NotReplayed::NotLoaded { pack, error } => texts.say(
            "log-not-loaded",
            &[
                ("pack", pack.into()),
                ("error", texts.rule_error(error).into()),
            ],
        ),
        NotReplayed::OtherHash { pack } => texts.say("log-other-hash", &[("pack", pack.into())]),
        NotReplayed::Rule(error) => texts.rule_error(error),
        NotReplayed::Other(text) => text.clone(),
    }
}

fn said(texts: &Texts, judged: Judged, own: &Difference) -> String {
    let none = || texts.plain("log-none");
    match own {
        Difference::Table { table, then, now } => {
            let decl = Desk::table(table);
            let table = match decl {
                Some(decl) => decl.title(texts.lang()).to_owned(),
                None if table == SETTINGS => texts.plain("log-settings"),
                None => table.clone(),
            };
            let rows = |own: &Option<crate::decision_log::TableHash>| {
                own.as_ref().map_or(0, |own| own.rows)
            };
            let args = [
                ("table", table.into()),
                ("then", rows(then).into()),
                ("now", rows(now).into()),
            ];
            texts.say("log-differs-table", &args)
        }
        Difference::Subject { ids, then } => {
            let subject = [("subject", ids.join(" + ").into())];
            if *then {
                texts.say("log-differs-gone", &subject)
            } else {
                texts.say("log-differs-new", &subject)
            }
        }
        Difference::Fact {
            ids,
            fact,
            then,
            now,
        } => {
            let value = |datum: &Option<Datum>| fact_value(texts, judged, fact, datum.as_ref());
            let args = [
                ("subject", ids.join(" + ").into()),
                ("fact", texts.fact_name(judged, fact).into()),
                ("then", value(then).into()),
                ("now", value(now).into()),
            ];
            texts.say("log-differs-fact", &args)
        }
        Difference::Pack { kind, then, now } => {
            let kind = Kind::parse(kind).map_or_else(|| kind.clone(), |kind| texts.term(kind));
            let args = [
                ("kind", kind.into()),
                ("then", then.clone().unwrap_or_else(none).into()),
                ("now", now.clone().unwrap_or_else(none).into()),
            ];
            texts.say("log-differs-pack", &args)
        }
        Difference::Rule { pack, rule, then } => {
            let args = [("rule", rule.into()), ("pack", pack.into())];
            if *then {
                texts.say("log-differs-rule-gone", &args)
            } else {
                texts.say("log-differs-rule-new", &args)
            }
        }
        Difference::Verdict {
            ids,
            rule,
            then,
            now,
            ..
        } => {
            let args = [
                ("subject", ids.join(" + ").into()),
                ("rule", rule.into()),
                ("then", answer(texts, judged, then).into()),
                ("now", answer(texts, judged, now).into()),
            ];
            texts.say("log-differs-verdict", &args)
        }
        Difference::Reasons { ids, rule, .. } => {
            let args = [("subject", ids.join(" + ").into()), ("rule", rule.into())];
            texts.say("log-differs-reasons", &args)
        }
        Difference::Rank {
            run,
            then,
            now,
            class_then,
            class_now,
        } => {
            let args = [
                ("run", run.into()),
                ("then", then.to_string().into()),
                ("now", now.to_string().into()),
                ("classThen", class_then.to_string().into()),
                ("classNow", class_now.to_string().into()),
            ];
            texts.say("log-differs-rank", &args)
        }
        Difference::Outcome { then, now } => outcome(texts, then, now),
        Difference::Status { id, then, now } => {
            let args = [
                ("id", id.into()),
                ("then", status(texts, then).into()),
                ("now", status(texts, now).into()),
            ];
            texts.say("log-differs-status", &args)
        }
        Difference::Result { what, then, now } => {
            let args = [
                ("what", what.replace(['_', ':'], " ").into()),
                ("then", then.into()),
                ("now", now.into()),
            ];
            texts.say("log-differs-result", &args)
        }
    }
}

fn outcome(texts: &Texts, then: &RunResult, now: &RunResult) -> String {
    let word = |own: &RunResult| match own.placed {
        Some(_) => texts.plain("log-placed"),
        None => texts.plain("log-refused"),
    };
    let detail = |own: &RunResult| {
        let Some(placed) = &own.placed else {
            return own.lacks.join(", ");
        };
        let parts = [placed.sessions.as_slice(), &placed.leaders].concat();
        let parts = placed.room.iter().chain(&parts);
        parts.map(String::as_str).collect::<Vec<_>>().join(", ")
    };
    let mut args = vec![
        ("run", (&now.run).into()),
        ("then", word(then).into()),
        ("now", word(now).into()),
    ];
    if then.placed.is_some() != now.placed.is_some() {
        return texts.say("log-differs-outcome", &args);
    }
    args.pop();
    args.push(("before", detail(then).into()));
    args.push(("after", detail(now).into()));
    texts.say("log-differs-outcome-detail", &args)
}

fn status(texts: &Texts, code: &str) -> String {
    let status = mestring_model::noun::Status::parse(code);
    status.map_or_else(|| code.to_owned(), |status| texts.term(status))
}

fn fact_value(texts: &Texts, judged: Judged, name: &str, datum: Option<&Datum>) -> String {
    let value = match datum {
        None => return texts.plain("log-not-stated"),
        Some(Datum::Unknown) => return texts.plain("log-unknown"),
        Some(Datum::Bool(yes)) => FactValue::Bool(*yes),
        Some(Datum::Int(number)) => FactValue::Int(*number),
        Some(Datum::Number(number)) => FactValue::Number(number.get()),
        Some(Datum::Text(text)) => FactValue::Text(text.as_str().into()),
        Some(Datum::List(all)) => {
            FactValue::List(all.iter().map(|text| text.as_str().into()).collect())
        }
    };
    texts.fact_value(judged, name, &Fact::Known(value))
}

fn answer(texts: &Texts, judged: Judged, given: &Given) -> String {
    match given {
        Given::Bool(yes) => texts.yes_no(*yes),
        Given::Number(number) => texts.number(number.get()),
        Given::Word(word) => word.clone(),
        Given::CannotTell { missing, .. } => {
            let facts = missing.iter().map(|name| texts.fact_name(judged, name));
            texts.say("log-cannot-tell", &[("facts", texts.list(facts).into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use mestring_model::Lang;
    use mestring_model::facts::Judged;
    use mestring_rules::RuleError;

    use super::*;

    #[test]
    fn why_nothing_could_be_replayed_is_said_in_each_language() {
        let pack = || "own 1.0.0".to_owned();
        let error = || {
            Box::new(RuleError::WrongRecord {
                pack: "own".to_owned(),
                wanted: Judged::Run,
                got: Judged::Pair,
            })
        };
        let all = [
            NotReplayed::NoText { pack: pack() },
            NotReplayed::NotLoaded {
                pack: pack(),
                error: error(),
            },
            NotReplayed::OtherHash { pack: pack() },
            NotReplayed::Rule(error()),
        ];
        let [en, nb, nn] = Lang::ALL.map(Texts::new);
        for own in &all {
            assert_eq!(not_replayed(&en, own), own.to_string());
        }
        let said = |texts: &Texts| all.each_ref().map(|own| not_replayed(texts, own));
        assert_eq!(
            said(&nb),
            [
                "loggen inneholder ikke teksten til regelpakken own 1.0.0 før denne posten",
                "regelpakken own 1.0.0 kan ikke leses inn av denne versjonen: pakken `own` vurderer poster av typen `run`, ikke `pair`",
                "teksten til regelpakken own 1.0.0 har en annen kontrollsum enn loggen sier",
                "pakken `own` vurderer poster av typen `run`, ikke `pair`",
            ]
        );
        assert_eq!(
            said(&nn),
            [
                "loggen inneheld ikkje teksten til regelpakken own 1.0.0 før denne posten",
                "regelpakken own 1.0.0 kan ikkje lesast inn av denne versjonen: pakken `own` vurderer postar av typen `run`, ikkje `pair`",
                "teksten til regelpakken own 1.0.0 har ein annan kontrollsum enn loggen seier",
                "pakken `own` vurderer postar av typen `run`, ikkje `pair`",
            ]
        );
    }
}
