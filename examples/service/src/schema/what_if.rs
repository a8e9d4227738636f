//! What could happen, and what a plan would become: the schemas of `/what-if`.

use mestring::model::noun::Format;
use serde_json::{Value, json};

use super::event::{budget, event, gap, given_back, room_gap, seat, shifted};
use super::{codes, constant, count, hub, id, list, object, or_null, proposal, reference, text};

/// The events of a request: one at least.
pub(super) fn events() -> Value {
    json!({ "type": "array", "items": event(), "minItems": 1 })
}

/// The events as they were understood, the least change with what is proven of it, and the plan after.
pub(super) fn found() -> Value {
    let anew = object(&[("run", id()), ("placed", json!({ "type": "boolean" }))]);
    object(&[
        ("decided", constant(false)),
        ("events", list(event())),
        ("changes", list(change())),
        ("forced", moves()),
        ("opened", moves()),
        ("anew", list(anew)),
        ("without_leader", list(gap())),
        ("without_room", list(room_gap())),
        ("shifted", list(shifted())),
        ("budgets", list(budget())),
        ("given_back", list(given_back())),
        ("seats", list(seat())),
        ("proposal", proposal()),
    ])
}

fn change() -> Value {
    object(&[
        ("run", id()),
        ("title", or_null(text())),
        ("decided", json!({ "type": "boolean" })),
        ("weight", count()),
        (
            "fate",
            json!({ "enum": ["moved", "replaced", "dropped", "added"] }),
        ),
        ("before", or_null(placement())),
        ("after", or_null(placement())),
        ("shortages", or_null(list(reference("shortage")))),
        ("sessions_moved", or_null(list(reference("slot")))),
    ])
}

fn placement() -> Value {
    let leader = object(&[("competence", text()), ("leader", id())]);
    object(&[
        ("sessions", list(reference("slot"))),
        ("room", or_null(id())),
        ("hubs", list(hub())),
        ("leaders", list(leader)),
        ("format", or_null(codes::<Format>())),
    ])
}

/// What is proven: the change is the least, or so much must change at least.
fn moves() -> Value {
    json!({ "oneOf": [
        object(&[("least", constant(true))]),
        object(&[
            ("least", constant(false)),
            ("weight_at_least", count()),
            ("runs_at_least", count()),
        ]),
    ] })
}
