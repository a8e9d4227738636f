//! JSON Schemas of `pack.toml` and of case files, for editors that check TOML while it is written.

use std::collections::BTreeSet;

use mestring_model::facts::{FactDecl, FactType, Judged};
use mestring_model::noun::Relation;
use mestring_model::term::{Term as _, Word};
use mestring_rules::Kind;
use mestring_rules::keys::{self, Each, Key, Shape};
use serde_json::{Map, Value, json};

/// The version of JSON Schema that editors of TOML read.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";
const NOTE: &str = "Written by `cargo xtask reference` from the declarations; do not edit.";

/// The schema of `pack.toml`.
pub(super) fn pack() -> String {
    let mut schema = table(keys::PACK);
    schema.insert("title".to_owned(), json!("pack.toml of mestring"));
    let kinds: Vec<Value> = Kind::all().iter().map(|kind| of_kind(*kind)).collect();
    schema.insert("allOf".to_owned(), Value::Array(kinds));
    text(schema)
}

/// The schema of `x.test.toml`.
pub(super) fn cases() -> String {
    let mut schema = table(keys::CASES);
    schema.insert("title".to_owned(), json!("cases of a rule of mestring"));
    text(schema)
}

fn text(mut schema: Map<String, Value>) -> String {
    schema.insert("$schema".to_owned(), json!(DRAFT));
    schema.insert("$comment".to_owned(), json!(NOTE));
    format!("{:#}\n", Value::Object(schema))
}

/// What holds of a pack of one kind.
fn of_kind(kind: Kind) -> Value {
    let mut holds = Map::new();
    holds.insert(
        "judges".to_owned(),
        json!({ "const": kind.judged().code() }),
    );
    if kind.takes_one_rule() {
        holds.insert("criteria".to_owned(), json!({ "maxItems": 1 }));
    }
    let others = keys::PACK
        .iter()
        .filter(|key| key.only.is_some_and(|own| own != kind));
    for key in others {
        holds.insert(key.name.to_owned(), Value::Bool(false));
    }
    let required: &[&str] = match kind {
        Kind::Relation => &["action"],
        _ => &[],
    };
    json!({
        "if": { "properties": { "kind": { "const": kind.code() } }, "required": ["kind"] },
        "then": { "properties": holds, "required": required },
    })
}

/// A table with these keys and no other.
fn table(keys: &[Key]) -> Map<String, Value> {
    let properties: Map<String, Value> = keys
        .iter()
        .map(|key| {
            let mut own = shape(key.takes);
            if let Some(own) = own.as_object_mut() {
                own.insert("description".to_owned(), json!(key.meaning));
            }
            (key.name.to_owned(), own)
        })
        .collect();
    let required = keys.iter().filter(|key| key.required);
    let required: Vec<&str> = required.map(|key| key.name).collect();
    let mut out = Map::new();
    out.insert("type".to_owned(), json!("object"));
    out.insert("additionalProperties".to_owned(), json!(false));
    out.insert("required".to_owned(), json!(required));
    out.insert("properties".to_owned(), Value::Object(properties));
    out
}

fn shape(shape: Shape) -> Value {
    match shape {
        Shape::Name => json!({ "type": "string", "pattern": "^[A-Za-z0-9._-]+$" }),
        Shape::Id => json!({ "type": "string", "pattern": "^[a-z][a-z0-9_]*$" }),
        Shape::Text => json!({ "type": "string" }),
        Shape::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        Shape::Criteria => json!({
            "type": "array",
            "items": { "type": "string" },
            "minItems": 1,
            "uniqueItems": true,
        }),
        Shape::YesNo => json!({ "type": "boolean" }),
        Shape::Date => json!({ "type": "string", "format": "date" }),
        Shape::Word(words) => one_of(words),
        Shape::Record => json!({ "enum": Judged::ALL.map(Judged::code) }),
        Shape::Unit => json!({ "enum": super::units() }),
        Shape::Value => json!({ "anyOf": [
            { "type": ["boolean", "number", "string"] },
            { "type": "array", "items": { "type": "string" } },
        ] }),
        Shape::Answer => json!({ "type": ["boolean", "number", "string"] }),
        Shape::Facts => {
            let records: Vec<Value> = Judged::ALL.iter().map(|judged| given(*judged)).collect();
            let facts = Judged::ALL.into_iter().flat_map(Judged::facts);
            let names: BTreeSet<&str> = facts.map(|fact| fact.name).collect();
            // The names apart, so that an editor says of a misspelt one that it is.
            json!({ "propertyNames": { "enum": names }, "anyOf": records })
        }
        Shape::Table(keys) => Value::Object(table(keys)),
        Shape::Several(keys) => json!({ "type": "array", "items": table(keys) }),
        Shape::Each(each, takes) => of_each(each, self::shape(*takes)),
    }
}

fn of_each(each: Each, takes: Value) -> Value {
    match each {
        Each::Criterion | Each::Parameter => {
            json!({ "type": "object", "additionalProperties": takes })
        }
        // Only packs that judge runs name facts in `pack.toml`.
        Each::Fact => {
            let facts: Vec<&str> = Judged::Run.facts().iter().map(|fact| fact.name).collect();
            json!({
                "type": "object",
                "propertyNames": { "enum": facts },
                "additionalProperties": takes,
            })
        }
        Each::Relation => {
            let relations: Vec<&str> = Relation::WORDS.iter().map(|word| word.code).collect();
            let properties: Map<String, Value> = relations
                .iter()
                .map(|code| ((*code).to_owned(), takes.clone()))
                .collect();
            json!({
                "type": "object",
                "additionalProperties": false,
                "required": relations,
                "properties": properties,
            })
        }
    }
}

/// One of these words, each with its meaning where an editor shows it.
fn one_of(words: &[Word]) -> Value {
    let codes: Vec<&str> = words.iter().map(|word| word.code).collect();
    let meanings: Vec<&str> = words.iter().map(|word| word.meaning).collect();
    json!({ "enum": codes, "x-taplo": { "docs": { "enumValues": meanings } } })
}

/// The facts of one kind of record with their values, or `"unknown"`.
fn given(judged: Judged) -> Value {
    let properties: Map<String, Value> = judged
        .facts()
        .iter()
        .map(|fact| (fact.name.to_owned(), value(fact)))
        .collect();
    json!({
        "type": "object",
        "title": judged.code(),
        "additionalProperties": false,
        "properties": properties,
    })
}

fn value(fact: &FactDecl) -> Value {
    let own = match fact.kind {
        FactType::Bool => json!({ "type": "boolean" }),
        FactType::Int => json!({ "type": "integer" }),
        FactType::Number => json!({ "type": "number" }),
        FactType::Text => json!({ "type": "string" }),
        FactType::Listed(words) => one_of(words),
        FactType::TextList => json!({ "type": "array", "items": { "type": "string" } }),
        FactType::ListedList(words) => json!({ "type": "array", "items": one_of(words) }),
    };
    let unit = fact.unit.map(|unit| format!(" ({unit})"));
    json!({
        "description": format!("{}{}", fact.meaning, unit.unwrap_or_default()),
        "anyOf": [own, { "const": "unknown" }],
    })
}
