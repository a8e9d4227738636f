//! Answers of rules, with what they read and assumed.

use mestring_model::facts::{FactRow, FactValue};
use mestring_model::verdict::CouldBe;
use mestring_model::{Answer, Fact, Verdict};
use serde_json::{Map, Value, json};

/// An answer: `true`, `false`, a number, a code, or `{ "cannot_tell": [facts] }` with `could_be`,
/// the answers that are possible, or `open`, why they were not found out.
pub fn answer(answer: &Answer) -> Value {
    match answer {
        Answer::Bool(yes) => json!(yes),
        Answer::Number(number) => json!(number),
        Answer::Word(word) => json!(&**word),
        Answer::CannotTell { missing, could_be } => {
            let missing: Vec<&str> = missing.iter().map(|name| &**name).collect();
            match could_be {
                CouldBe::OneOf(answers) => {
                    let answers: Vec<Value> = answers.iter().map(self::answer).collect();
                    json!({ "cannot_tell": missing, "could_be": answers })
                }
                CouldBe::Open(open) => json!({ "cannot_tell": missing, "open": open.code() }),
            }
        }
    }
}

/// A verdict: the answer, the rule with its pack's version and hash, what it read and assumed, and
/// which facts were missing that make no difference.
pub fn verdict(verdict: &Verdict) -> Value {
    let read: Map<String, Value> = verdict
        .read
        .iter()
        .map(|own| (own.name.to_owned(), fact(&own.value)))
        .collect();
    let assumed: Map<String, Value> = verdict
        .assumed
        .iter()
        .map(|own| (own.name.to_owned(), json!(&*own.assumed)))
        .collect();
    let rule = &verdict.rule;
    let mut said = json!({
        "answer": answer(&verdict.answer),
        "rule": {
            "name": &*rule.rule,
            "pack": &*rule.pack,
            "version": &*rule.version,
            "hash": &*rule.hash,
            "origin": &*rule.origin,
        },
        "read": read,
        "assumed": assumed,
        "immaterial": &verdict.immaterial,
    });
    if let (Some(note), Some(document)) = (&verdict.plugin, said.as_object_mut()) {
        let plugin = json!({
            "version": &*note.version,
            "pure": note.pure,
            "because": note.because.as_deref(),
        });
        document.insert("plugin".to_owned(), plugin);
    }
    said
}

/// Every declared fact of a record.
pub(super) fn facts(row: &FactRow) -> Value {
    let declared = row.judged().facts().iter();
    let all: Map<String, Value> = declared
        .zip(row.values())
        .map(|(decl, value)| (decl.name.to_owned(), fact(value)))
        .collect();
    Value::Object(all)
}

pub(super) fn fact(value: &Fact<FactValue>) -> Value {
    known(value.as_ref().map(self::value))
}

/// A fact: its state, and its value where it is known.
pub(super) fn known(fact: Fact<Value>) -> Value {
    match fact {
        Fact::Known(value) => json!({ "state": "known", "value": value }),
        Fact::NotStated => json!({ "state": "not_stated" }),
        Fact::Unknown => json!({ "state": "unknown" }),
    }
}

pub(super) fn value(value: &FactValue) -> Value {
    match value {
        FactValue::Bool(yes) => json!(yes),
        FactValue::Int(number) => json!(number),
        FactValue::Number(number) => json!(number),
        FactValue::Text(text) => json!(&**text),
        FactValue::List(texts) => texts.iter().map(|text| json!(&**text)).collect(),
    }
}
