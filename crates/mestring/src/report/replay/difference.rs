//! One thing in which an answer of today differs from that of a log, in words.

use chrono::NaiveDate;
use mestring_model::facts::{FactValue, Judged};
use mestring_model::noun::{Action, HalfDay, Relation, Status};
use mestring_model::term::Term;
use mestring_model::{Desk, Fact};
use mestring_rules::Kind;

use crate::decision_log::{
    Datum, Difference, Given, Placed, PlanDay, RunResult, SETTINGS, TableHash,
};
use crate::report::shortage::run_column;
use crate::report::words::word;
use crate::text::Texts;

/// What differs.
pub(super) fn said(texts: &Texts, judged: Judged, own: &Difference) -> String {
    let none = || texts.plain("log-none");
    match own {
        Difference::Table { table, then, now } => {
            let decl = Desk::table(table);
            let table = match decl {
                Some(decl) => decl.title(texts.lang()).to_owned(),
                None if table == SETTINGS => texts.plain("log-settings"),
                None => table.clone(),
            };
            let rows = |own: &Option<TableHash>| own.as_ref().map_or(0, |own| own.rows);
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
                ("then", term::<Status>(texts, then).into()),
                ("now", term::<Status>(texts, now).into()),
            ];
            texts.say("log-differs-status", &args)
        }
        Difference::Day { of, then, now } => {
            let id = match of {
                PlanDay::First => "log-differs-first-day",
                PlanDay::Last => "log-differs-last-day",
            };
            let args = [
                ("then", texts.date(*then).into()),
                ("now", texts.date(*now).into()),
            ];
            texts.say(id, &args)
        }
        Difference::Relations {
            relation,
            then,
            now,
        } => {
            let args = [
                ("relation", term::<Relation>(texts, relation).into()),
                ("then", (*then).into()),
                ("now", (*now).into()),
            ];
            texts.say("log-differs-relations", &args)
        }
        Difference::Actions { action, then, now } => {
            let args = [
                ("action", term::<Action>(texts, action).into()),
                ("then", (*then).into()),
                ("now", (*now).into()),
            ];
            texts.say("log-differs-actions", &args)
        }
    }
}

fn outcome(texts: &Texts, then: &RunResult, now: &RunResult) -> String {
    let word = |own: &RunResult| match own.placed {
        Some(_) => texts.plain("log-placed"),
        None => texts.plain("log-refused"),
    };
    let mut args = vec![("run", (&now.run).into()), ("then", word(then).into())];
    if then.placed.is_some() != now.placed.is_some() {
        args.push(("now", word(now).into()));
        return texts.say("log-differs-outcome", &args);
    }
    args.push(("before", detail(texts, then).into()));
    args.push(("after", detail(texts, now).into()));
    match now.placed {
        Some(_) => texts.say("log-differs-outcome-detail", &args),
        None => texts.say("log-differs-lacks", &args),
    }
}

/// Where and when a run is held, or what it lacks, and who decided that.
fn detail(texts: &Texts, own: &RunResult) -> String {
    let mut parts = match &own.placed {
        Some(placed) => sessions(texts, placed),
        None => own.lacks.iter().map(|code| lack(texts, code)).collect(),
    };
    parts.extend(own.decided.as_ref().map(|own| {
        let args = [
            ("role", (&own.role).into()),
            ("on", texts.date(own.on).into()),
        ];
        texts.say("relations-decided", &args)
    }));
    match parts.as_slice() {
        [] => texts.plain("log-nothing"),
        parts => parts.join("; "),
    }
}

/// The rooms, the days and the leaders of a run.
fn sessions(texts: &Texts, own: &Placed) -> Vec<String> {
    let days: Vec<String> = own.sessions.iter().map(|own| slot(texts, own)).collect();
    let leaders = own.leaders.iter().map(|own| match own.split_once(':') {
        Some((competence, leader)) => {
            let args = [("competence", competence.into()), ("leader", leader.into())];
            texts.say("log-leader", &args)
        }
        None => own.clone(),
    });
    let leaders = texts.list(leaders);
    let hubs = own.hubs.iter().map(|own| match own.split_once(':') {
        Some((organisation, room)) => {
            let args = [("organisation", organisation.into()), ("room", room.into())];
            texts.say("log-hub", &args)
        }
        None => own.clone(),
    });
    let rooms = own.room.iter().cloned().chain(hubs);
    let parts = rooms.chain([days.join(", "), leaders]);
    parts.filter(|part| !part.is_empty()).collect()
}

/// A day and a part of it, which a log writes as `2026-12-31 morning`.
fn slot(texts: &Texts, written: &str) -> String {
    let read = written.split_once(' ').and_then(|(day, part)| {
        let day: NaiveDate = day.parse().ok()?;
        Some((day, HalfDay::parse(part)?))
    });
    match read {
        Some((day, part)) => format!("{} {}", texts.date(day), texts.term(part)),
        None => written.to_owned(),
    }
}

/// What a run lacks, which a log writes as one word and what it is about: `leader:diabetes`.
fn lack(texts: &Texts, code: &str) -> String {
    let (kind, what) = code.split_once(':').unwrap_or((code, ""));
    let what = match kind {
        "not_stated" => run_column(texts, what),
        "equipment" | "same_leader" => texts.list(what.split('+')),
        _ => what.to_owned(),
    };
    let said = texts.say(
        &format!("log-lack-{}", kind.replace('_', "-")),
        &[("what", what.into())],
    );
    match said.strip_prefix('[') {
        // A later version may write what this one has no words for.
        Some(_) => format!("`{code}`"),
        None => said,
    }
}

/// The word of a closed list by its code, or the code of a later version.
fn term<T: Term>(texts: &Texts, code: &str) -> String {
    T::parse(code).map_or_else(|| code.to_owned(), |own| texts.term(own))
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
        Given::Word(own) => word(texts, own),
        Given::CannotTell { missing, .. } => {
            let facts = missing.iter().map(|name| texts.fact_name(judged, name));
            texts.say("log-cannot-tell", &[("facts", texts.list(facts).into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use mestring_model::Lang;

    use super::*;

    #[test]
    fn what_a_log_writes_in_a_word_is_said_in_each_language() {
        let lacks = [
            "decided_against",
            "not_stated:sessions",
            "window",
            "no_room",
            "budget_days:kursmidler+timer",
            "room_too_small",
            "equipment:projektor+skjerm",
            "room",
            "no_hub_room:stord",
            "hub_room:stord",
            "no_leader:diabetes",
            "leader:diabetes",
            "same_leader:diabetes+kreft",
            "budget:kursmidler",
        ];
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for code in lacks {
                let said = lack(&texts, code);
                assert!(
                    !said.contains(&format!("`{code}`")) && !said.contains(['[', '_', '{']),
                    "{said}"
                );
                let about = code.split_once(':').map(|(_, what)| what);
                let about = about.filter(|what| *what != "sessions").unwrap_or_default();
                assert!(about.split('+').all(|what| said.contains(what)), "{said}");
            }
            assert_eq!(lack(&texts, "weather:snow"), "`weather:snow`");
        }
        let nb = Texts::new(Lang::Nb);
        assert_eq!(
            lack(&nb, "not_stated:sessions"),
            "samlinger er ikke oppgitt"
        );
        assert_eq!(slot(&nb, "2027-01-12 morning"), "12.01.2027 formiddag");
        assert_eq!(slot(&nb, "in spring"), "in spring");
        let counted = |relation: &str| {
            let (relation, then, now) = (relation.to_owned(), 2, 1);
            let own = Difference::Relations {
                relation,
                then,
                now,
            };
            said(&nb, Judged::Pair, &own)
        };
        assert_eq!(
            counted("overlapping"),
            "Par av tilbud med forholdet «overlappende»: 2 da, 1 nå."
        );
        let word = Given::Word("overlapping/theme".to_owned());
        assert_eq!(answer(&nb, Judged::Pair, &word), "overlappende: tema");
    }
}
