//! What a replay of a decision log came to.

use serde::Serialize;
use serde_json::{Value, json};

use super::date;
use crate::decision_log::{Decision, Difference, Line, LineError, PlanDay, Replayed};
use crate::text::Texts;

/// What a replay of one answer came to, with everything that differs. Why it could not be replayed is
/// said in the language of the texts.
pub fn replayed(texts: &Texts, own: &Replayed) -> Value {
    let differences = own.differences.iter().map(difference);
    json!({
        "entry": own.number,
        "sha256": own.sha256,
        "question": own.question.code(),
        "made": date(own.made),
        "as_of": date(own.as_of),
        "same": own.is_same(),
        "subjects": own.subjects,
        "verdicts": own.verdicts,
        "engine": own.engine.as_ref().map(as_json),
        "placed_again": own.placed_again,
        "failed": own.failed.as_ref().map(|why| texts.not_replayed(why)),
        "differences": differences.collect::<Vec<_>>(),
    })
}

/// What somebody decided.
pub fn decided(line: &Line, own: &Decision) -> Value {
    json!({
        "entry": line.number,
        "sha256": line.sha256,
        "of": own.of,
        "run": own.run,
        "proposed": own.proposed,
        "outcome": own.outcome.code(),
        "by": own.by,
        "on": date(own.on),
        "reason": own.reason,
        "follows": own.follows(),
    })
}

/// What is wrong with a line, in the language of the texts.
pub fn line_problem(texts: &Texts, own: &LineError) -> Value {
    let (message, help) = texts.line_error(own);
    json!({ "line": own.number(), "code": own.code(), "message": message, "help": help })
}

fn difference(own: &Difference) -> Value {
    let (about, then, now) = match own {
        Difference::Table { table, then, now } => {
            (json!({ "table": table }), as_json(then), as_json(now))
        }
        Difference::Subject { ids, then } => (json!({ "ids": ids }), json!(then), json!(!then)),
        Difference::Fact {
            ids,
            fact,
            then,
            now,
        } => (
            json!({ "ids": ids, "fact": fact }),
            stated(then.as_ref().map(as_json)),
            stated(now.as_ref().map(as_json)),
        ),
        Difference::Pack { kind, then, now } => (json!({ "kind": kind }), json!(then), json!(now)),
        Difference::Rule { pack, rule, then } => (
            json!({ "pack": pack, "rule": rule }),
            json!(then),
            json!(!then),
        ),
        Difference::Verdict {
            ids,
            pack,
            rule,
            then,
            now,
        } => (
            json!({ "ids": ids, "pack": pack, "rule": rule }),
            as_json(then),
            as_json(now),
        ),
        Difference::Reasons { ids, pack, rule } => (
            json!({ "ids": ids, "pack": pack, "rule": rule }),
            Value::Null,
            Value::Null,
        ),
        Difference::Rank {
            run,
            then,
            now,
            class_then,
            class_now,
        } => (
            json!({ "run": run }),
            json!({ "rank": then, "class": class_then }),
            json!({ "rank": now, "class": class_now }),
        ),
        Difference::Outcome { then, now } => {
            (json!({ "run": now.run }), as_json(then), as_json(now))
        }
        Difference::Status { id, then, now } => (json!({ "id": id }), json!(then), json!(now)),
        Difference::Day { of, then, now } => {
            let what = match of {
                PlanDay::First => "from",
                PlanDay::Last => "until",
            };
            (
                json!({ "what": what }),
                json!(date(*then)),
                json!(date(*now)),
            )
        }
        Difference::Relations {
            relation,
            then,
            now,
        } => counted(format!("relation:{relation}"), *then, *now),
        Difference::Actions { action, then, now } => {
            counted(format!("action:{action}"), *then, *now)
        }
    };
    json!({ "differs": own.code(), "about": about, "then": then, "now": now })
}

/// A count of the result, in the form that the documents have had from the first: as text.
fn counted(what: String, then: usize, now: usize) -> (Value, Value, Value) {
    (
        json!({ "what": what }),
        json!(then.to_string()),
        json!(now.to_string()),
    )
}

/// A fact as the other documents write it: what is not stated is never left out.
fn stated(datum: Option<Value>) -> Value {
    match datum {
        None => json!({ "state": "not_stated" }),
        Some(Value::Null) => json!({ "state": "unknown" }),
        Some(value) => json!({ "state": "known", "value": value }),
    }
}

/// The entries' own form, which holds nothing that JSON does not.
fn as_json<T: Serialize>(own: &T) -> Value {
    serde_json::to_value(own).unwrap_or_default()
}
