//! JSON Schema (2020-12) of each request and answer. The facts and closed lists of words are those
//! that the model declares; the tests hold every answer against its schema.

use mestring::model::facts::{FactDecl, FactType, Judged};
use mestring::model::noun::{Format, HalfDay};
use mestring::model::term::Term;
use mestring::report::json::FORMAT;
use serde_json::{Map, Value, json};

mod badly_placed;
mod event;
mod what_if;

use event::{event, opened};

/// The names of the schemas.
pub const NAMES: [&str; 7] = [
    "event",
    "event-answer",
    "health",
    "problem",
    "proposal",
    "what-if",
    "what-if-answer",
];

/// A schema by its name.
pub fn by_name(name: &str) -> Option<Value> {
    let mut schema = match name {
        "event" => event(),
        "event-answer" => answer(&[("opened", opened())]),
        "health" => health(),
        "problem" => problem(),
        "proposal" => answer(&[("proposal", proposal())]),
        "what-if" => object(&[("events", what_if::events())]),
        "what-if-answer" => answer(&[("what_if", what_if::found())]),
        _ => return None,
    };
    if let Some(own) = schema.as_object_mut() {
        let dialect = "https://json-schema.org/draft/2020-12/schema";
        own.insert("$schema".to_owned(), json!(dialect));
        own.insert("$id".to_owned(), json!(format!("/schema/{name}")));
        own.insert("$defs".to_owned(), definitions());
    }
    Some(schema)
}

/// An object with exactly these keys.
fn object(keys: &[(&str, Value)]) -> Value {
    let properties: Map<String, Value> = keys
        .iter()
        .map(|(key, own)| ((*key).to_owned(), own.clone()))
        .collect();
    let required: Vec<&str> = keys.iter().map(|(key, _)| *key).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn list(of: Value) -> Value {
    json!({ "type": "array", "items": of })
}

fn or_null(own: Value) -> Value {
    json!({ "anyOf": [own, { "type": "null" }] })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn whole() -> Value {
    json!({ "type": "integer" })
}

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn date() -> Value {
    json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
}

fn id() -> Value {
    json!({ "type": "string", "minLength": 1, "maxLength": 64 })
}

fn constant(value: impl Into<Value>) -> Value {
    json!({ "const": value.into() })
}

fn codes<T: Term>() -> Value {
    let codes: Vec<&str> = T::all().iter().map(|own| own.code()).collect();
    json!({ "enum": codes })
}

/// A fact: known with its value, or a silence of one of two kinds.
fn fact(value: Value) -> Value {
    json!({ "anyOf": [
        object(&[("state", constant("known")), ("value", value)]),
        object(&[("state", json!({ "enum": ["not_stated", "unknown"] }))]),
    ] })
}

/// A declared fact of a run.
fn declared(decl: &FactDecl) -> Value {
    let word = |codes: Vec<&str>| json!({ "enum": codes });
    let value = match decl.kind {
        FactType::Bool => json!({ "type": "boolean" }),
        FactType::Int => json!({ "type": "integer" }),
        FactType::Number => json!({ "type": "number" }),
        FactType::Listed(words) => word(words.iter().map(|own| own.code).collect()),
        FactType::ListedList(words) => list(word(words.iter().map(|own| own.code).collect())),
        FactType::TextList => list(text()),
        FactType::Text => text(),
    };
    let mut schema = fact(value);
    if let Some(own) = schema.as_object_mut() {
        own.insert("description".to_owned(), json!(decl.meaning));
    }
    schema
}

/// A document of the service: which format it is, what it is of, and its own part.
fn answer(part: &[(&str, Value)]) -> Value {
    let mut keys = vec![
        ("mestring", reference("format")),
        ("head", reference("head")),
        ("desk_revision", count()),
    ];
    keys.extend(part.iter().cloned());
    object(&keys)
}

fn health() -> Value {
    object(&[
        ("mestring", reference("format")),
        ("status", constant("ok")),
        ("packs", list(reference("pack"))),
        (
            "refused",
            list(object(&[("code", text()), ("problem", text())])),
        ),
        ("desk_revision", count()),
        ("runs", count()),
    ])
}

fn problem() -> Value {
    object(&[
        ("type", text()),
        ("title", text()),
        (
            "status",
            json!({ "type": "integer", "minimum": 400, "maximum": 599 }),
        ),
        ("detail", text()),
        (
            "code",
            json!({ "type": "string", "pattern": "^[A-Z][0-9]{3}$" }),
        ),
    ])
}

fn proposal() -> Value {
    object(&[
        ("decided", constant(false)),
        ("period", object(&[("from", date()), ("until", date())])),
        ("pack", reference("pack")),
        ("seed", text()),
        ("criteria", list(reference("rule"))),
        ("classifying", count()),
        ("requirements", list(reference("rule"))),
        ("order", json!({ "enum": ["strict", "most_participants"] })),
        ("levels", list(level())),
        ("stopped", json!({ "type": "boolean" })),
        ("runs", list(reference("run"))),
        ("badly_placed", list(badly_placed::run())),
    ])
}

fn remedy() -> Value {
    let kind = |what: &str, keys: &[(&str, Value)]| {
        let mut all = vec![("what", constant(what))];
        all.extend(keys.iter().cloned());
        object(&all)
    };
    let slots = || ("slots", list(reference("slot")));
    let change = json!({ "oneOf": [
        kind("start_later", &[("until", text())]),
        kind("start_earlier", &[("from", text())]),
        kind("weekday", &[("weekday", text())]),
        kind("half_day", &[("half_day", text())]),
        kind("ready", &[("from", text())]),
        kind("in_breaks", &[]),
        kind("open_then", &[slots()]),
        kind("confirm", &[("leader", id()), ("state", text())]),
        kind("leader_then", &[("leader", id()), slots()]),
        kind("half_days", &[("leader", id()), ("more", count())]),
        kind("leader", &[("competence", text()), slots()]),
        kind("room_then", &[("room", id()), slots()]),
        kind("equip", &[("room", id()), ("equipment", list(text()))]),
        kind("room", &[
            ("organisation", or_null(id())),
            ("seats", or_null(count())),
            ("equipment", list(text())),
            slots(),
        ]),
        kind("budget", &[
            ("budget", id()),
            ("unit", json!({ "enum": ["ore", "minutes"] })),
            ("more", count()),
        ]),
    ] });
    object(&[
        ("change", change),
        ("sessions", list(reference("slot"))),
        ("also", list(id())),
        ("loses", list(id())),
    ])
}

fn level() -> Value {
    object(&[
        ("class", or_null(count())),
        ("runs", count()),
        ("placed", count()),
        ("participants", count()),
        ("participants_unknown", count()),
        ("not_weighed", count()),
        ("refused_unknown", count()),
        (
            "sureness",
            json!({ "enum": ["proven", "proven_given", "at_most", "not_proven"] }),
        ),
        ("at_most", or_null(count())),
    ])
}

/// Where a group follows a run elsewhere.
fn hub() -> Value {
    object(&[("organisation", id()), ("room", id())])
}

fn outcome() -> Value {
    let leader = object(&[("competence", text()), ("leader", id())]);
    let proofs = [
        "not_weighed",
        "no_way",
        "drawn",
        "full",
        "conflict",
        "not_proven",
    ];
    let of = object(&[("room", or_null(id())), ("leader", or_null(id()))]);
    let certainty = object(&[
        ("what", json!({ "enum": proofs })),
        ("proven", json!({ "type": "boolean" })),
        ("budget", or_null(id())),
        ("leader", or_null(id())),
        ("of", list(of)),
        ("half_days_missing", or_null(count())),
        ("runs", list(reference("holder"))),
    ]);
    json!({ "anyOf": [
        object(&[
            ("placed", constant(true)),
            ("considered", constant(true)),
            ("sessions", list(reference("slot"))),
            ("room", or_null(id())),
            ("hubs", list(hub())),
            ("leaders", list(leader)),
            ("format", or_null(codes::<Format>())),
        ]),
        object(&[
            ("placed", constant(false)),
            ("considered", json!({ "type": "boolean" })),
            ("shortages", list(reference("shortage"))),
            ("each_enough_alone", json!({ "type": "boolean" })),
            ("certainty", certainty),
            ("remedies", or_null(list(remedy()))),
        ]),
    ] })
}

fn run() -> Value {
    let facts: Vec<(&str, Value)> = Judged::Run
        .facts()
        .iter()
        .map(|decl| (decl.name, declared(decl)))
        .collect();
    let decided = object(&[
        ("role", text()),
        ("on", date()),
        ("answer", text()),
        ("reason", or_null(text())),
    ]);
    object(&[
        ("run", id()),
        ("title", or_null(text())),
        ("rank", count()),
        ("class", count()),
        ("outcome", outcome()),
        (
            "may_be_digital",
            json!({ "enum": ["no", "first", "room_short"] }),
        ),
        ("digital_instead", json!({ "type": "boolean" })),
        ("starts_by_deadline", json!({ "type": ["boolean", "null"] })),
        (
            "lead",
            or_null(object(&[("weeks", count()), ("from", date())])),
        ),
        ("decided_by", or_null(decided)),
        ("above_next", or_null(reference("above"))),
        (
            "places",
            or_null(object(&[("best", count()), ("worst", count())])),
        ),
        ("criteria", list(reference("verdict"))),
        ("requirements", list(reference("verdict"))),
        ("format", or_null(reference("verdict"))),
        ("facts", object(&facts)),
        ("readings", list(reference("reading"))),
    ])
}

/// The parts that several answers share.
fn definitions() -> Value {
    let mut all = answers();
    all.extend(plans());
    Value::Object(all)
}

/// What an answer is of, and how rules answered.
fn answers() -> Map<String, Value> {
    let pack = object(&[("name", text()), ("version", text()), ("hash", hash())]);
    let head = object(&[
        ("desk", text()),
        ("as_of", date()),
        ("seed", or_null(text())),
        ("packs", list(reference("pack"))),
    ]);
    let title = object(&[("en", text()), ("nb", text()), ("nn", text())]);
    let number = object(&[
        ("unit", or_null(text())),
        ("negated", json!({ "type": "boolean" })),
    ]);
    let rule = object(&[
        ("name", text()),
        ("title", title),
        ("origin", text()),
        ("number", or_null(number)),
    ]);
    let told = json!({ "type": ["boolean", "number", "string"] });
    let untold = json!({
        "type": "object",
        "properties": {
            "cannot_tell": list(text()),
            "could_be": list(told.clone()),
            "open": { "enum": ["free_text", "calculated", "too_many", "stops", "not_asked"] },
        },
        "required": ["cannot_tell"],
        "additionalProperties": false,
    });
    let by = object(&[
        ("name", text()),
        ("pack", text()),
        ("version", text()),
        ("hash", hash()),
        ("origin", text()),
    ]);
    let read: Map<String, Value> = Judged::Run
        .facts()
        .iter()
        .map(|decl| (decl.name.to_owned(), declared(decl)))
        .collect();
    let verdict = object(&[
        ("answer", json!({ "anyOf": [told, untold] })),
        ("rule", by),
        (
            "read",
            json!({ "type": "object", "properties": read, "additionalProperties": false }),
        ),
        (
            "assumed",
            json!({ "type": "object", "additionalProperties": text() }),
        ),
        ("immaterial", list(text())),
    ]);
    named([
        (
            "format",
            object(&[("format", constant(FORMAT)), ("version", text())]),
        ),
        ("pack", pack),
        ("head", head),
        ("rule", rule),
        ("verdict", verdict),
    ])
}

/// Runs, times, and what stands in their way.
fn plans() -> Map<String, Value> {
    let reading = object(&[
        ("target_group", id()),
        ("topic", or_null(text())),
        (
            "by",
            json!({ "enum": ["own_topics", "topic_list", "people"] }),
        ),
    ]);
    let holder = object(&[("run", id()), ("class", or_null(count()))]);
    let kind = |what: &str, keys: &[(&str, Value)]| {
        let mut all = vec![("what", constant(what))];
        all.extend(keys.iter().cloned());
        object(&all)
    };
    let lack = json!({ "oneOf": [
        kind("decided_against", &[("role", text()), ("on", date())]),
        kind("not_stated", &[("column", text())]),
        kind("window", &[]),
        kind("lead_time", &[("weeks", count()), ("from", date())]),
        kind("closed", &[]),
        kind("budget_days", &[("budgets", list(id())), ("from", date()), ("until", date())]),
        kind("no_room", &[]),
        kind("room_too_small", &[("needs", count()), ("largest", or_null(count()))]),
        kind("freed_too_small", &[("needs", count()), ("seats", or_null(count()))]),
        kind("freed_equipment", &[("missing", list(text()))]),
        kind("equipment", &[("missing", list(text()))]),
        kind("room", &[]),
        kind("no_hub_room", &[("organisation", id()), ("needs", or_null(count()))]),
        kind("hub_room", &[("organisation", id())]),
        kind("no_leader", &[
            ("competence", text()),
            ("needs", count()),
            ("confirmed", count()),
            ("asked", count()),
            ("wished", count()),
        ]),
        kind("leader", &[("competence", text()), ("leaders", count())]),
        kind("same_leader", &[("competences", list(text())), ("leaders", list(id()))]),
        kind("too_many_needs", &[("needs", count()), ("hubs", count()), ("most", count())]),
        kind("budget", &[
            ("budget", id()),
            ("unit", json!({ "enum": ["ore", "minutes"] })),
            ("needs", whole()),
            ("left", whole()),
        ]),
    ] });
    let why = json!({ "oneOf": [
        kind("taken", &[("by", reference("holder"))]),
        kind("away", &[]),
        kind("not_open", &[]),
        kind("at_limit", &[
            ("limit", count()),
            ("taken", count()),
            ("needs", count()),
            ("leads", list(reference("holder"))),
        ]),
    ] });
    let obstacle = object(&[
        ("room", or_null(id())),
        ("leader", or_null(id())),
        ("why", why),
        ("slots", list(reference("slot"))),
    ]);
    let reasons = json!({ "enum": ["taken", "not_open", "at_limit", "not_free", null] });
    let shortage = object(&[
        ("lack", lack),
        ("reason", reasons),
        ("held_by", list(reference("holder"))),
        ("obstacles", list(obstacle)),
    ]);
    let above = json!({ "oneOf": [
        object(&[("by", constant("criterion")), ("criterion", text())]),
        object(&[("by", json!({ "enum": ["points", "longest_since_held", "draw"] }))]),
    ] });
    let option = object(&[
        ("run", id()),
        ("title", or_null(text())),
        ("class", count()),
        ("sessions", list(reference("slot"))),
        ("as_hub", json!({ "type": "boolean" })),
        ("shortages", list(reference("shortage"))),
    ]);
    let freed = object(&[
        ("decided", constant(false)),
        ("room", id()),
        ("slot", reference("slot")),
        ("notes", list(event::note())),
        ("options", list(option)),
    ]);
    let because = object(&[("run", id()), ("above", reference("above"))]);
    let moved_run = object(&[
        ("run", id()),
        ("rank_before", count()),
        ("rank_after", count()),
        ("class_before", count()),
        ("class_after", count()),
        ("placed_before", json!({ "type": "boolean" })),
        ("placed_after", json!({ "type": "boolean" })),
        ("because", or_null(because)),
    ]);
    let moved = object(&[
        ("before", reference("pack")),
        ("after", reference("pack")),
        ("runs", list(moved_run)),
    ]);
    named([
        (
            "slot",
            object(&[("date", date()), ("half_day", codes::<HalfDay>())]),
        ),
        ("holder", holder),
        ("shortage", shortage),
        ("above", above),
        ("freed", freed),
        ("moved", moved),
        ("reading", reading),
        ("run", run()),
    ])
}

fn named<const N: usize>(all: [(&str, Value); N]) -> Map<String, Value> {
    all.into_iter()
        .map(|(name, own)| (name.to_owned(), own))
        .collect()
}

fn hash() -> Value {
    json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" })
}
