//! The decided runs that stand badly.

use mestring::model::noun::LeaderState;
use serde_json::{Value, json};

use super::{codes, constant, count, date, id, list, object, or_null, reference, text};

/// A run with what is wrong with where it stands: one thing at least.
pub(super) fn run() -> Value {
    let faults = json!({ "type": "array", "items": fault(), "minItems": 1 });
    object(&[
        ("run", id()),
        ("title", or_null(text())),
        ("faults", faults),
    ])
}

fn fault() -> Value {
    let kind = |what: &str, keys: &[(&str, Value)]| {
        let mut all = vec![("what", constant(what))];
        all.extend(keys.iter().cloned());
        object(&all)
    };
    let at = || {
        let at = object(&[("room", or_null(id())), ("leader", or_null(id()))]);
        ("at", at)
    };
    let slots = || ("slots", list(reference("slot")));
    let closed = json!({ "enum": ["holiday", "closed", "school_break"] });
    json!({ "oneOf": [
        kind("whole_day", &[("days", list(date()))]),
        kind("taken", &[at(), ("by", id()), slots()]),
        kind("room_twice", &[("room", id())]),
        kind("away", &[at(), slots()]),
        kind("not_open", &[at(), slots()]),
        kind("not_confirmed", &[("leader", id()), ("state", codes::<LeaderState>())]),
        kind("over_limit", &[("leader", id()), ("limit", count()), ("taken", count())]),
        kind("too_small", &[("room", id()), ("seats", count()), ("expected", count())]),
        kind("hub_only", &[("room", id())]),
        kind("closed", &[("why", closed), slots()]),
        kind("overdrawn", &[
            ("budget", id()),
            ("unit", json!({ "enum": ["ore", "minutes"] })),
            ("over", count()),
            ("others", list(id())),
        ]),
    ] })
}
