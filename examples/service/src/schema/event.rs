//! Events, and what each opens and takes.

use mestring::model::noun::{HalfDay, Weekday};
use serde_json::{Value, json};

use super::{
    codes, constant, count, date, fact, id, list, object, or_null, reference, text, whole,
};

/// What happened, with the keys of its kind.
pub(super) fn event() -> Value {
    let half_days = || ("half_days", list(codes::<HalfDay>()));
    let until = || ("until", date());
    // A whole number, or a text as a table has it.
    let number = || json!({ "type": ["integer", "string"] });
    let budget = |key: &str| kind("budget_cut", &[("budget", id()), (key, number())], &[]);
    json!({ "oneOf": [
        kind(
            "room_freed",
            &[("room", id()), ("date", date()), ("half_day", codes::<HalfDay>())],
            &[],
        ),
        kind("run_cancelled", &[("run", id())], &[]),
        kind("leader_away", &[("leader", id()), ("from", date()), until()], &[half_days()]),
        kind("seat_declined", &[("run", id())], &[]),
        kind("room_lost", &[("room", id()), ("from", date()), until()], &[half_days()]),
        kind("day_closed", &[("from", date())], &[until(), half_days()]),
        budget("amount"),
        budget("hours"),
        kind("leader_confirmed", &[("leader", id())], &[]),
    ] })
}

fn kind(name: &str, keys: &[(&str, Value)], optional: &[(&str, Value)]) -> Value {
    let mut all = vec![("kind", constant(name))];
    all.extend(keys.iter().cloned());
    let mut schema = object(&all);
    if let Some(own) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        let optional = optional.iter();
        own.extend(optional.map(|(key, own)| ((*key).to_owned(), own.clone())));
    }
    schema
}

/// What keeps sessions away from a room at a time.
pub(super) fn note() -> Value {
    let what = |name: &str, keys: &[(&str, Value)]| {
        let mut all = vec![("what", constant(name))];
        all.extend(keys.iter().cloned());
        object(&all)
    };
    json!({ "oneOf": [
        what("held", &[("run", id())]),
        what("holiday", &[]),
        what("closed", &[]),
        what("school_break", &[]),
        what("not_open", &[
            ("weekdays", list(codes::<Weekday>())),
            ("half_days", list(codes::<HalfDay>())),
        ]),
        what("out_of_use", &[("from", or_null(date())), ("until", or_null(date()))]),
        what("weekend", &[]),
    ] })
}

/// A decided run that loses a leader.
pub(super) fn gap() -> Value {
    let substitute = object(&[("leader", id()), ("competences", list(text()))]);
    object(&[
        ("run", id()),
        ("sessions", list(reference("slot"))),
        ("substitutes", list(substitute)),
    ])
}

/// A decided run that loses a room.
pub(super) fn room_gap() -> Value {
    object(&[
        ("run", id()),
        ("room", id()),
        ("sessions", list(reference("slot"))),
        ("substitutes", list(id())),
    ])
}

/// A decided run whose sessions move.
pub(super) fn shifted() -> Value {
    let slots = || list(reference("slot"));
    object(&[
        ("run", id()),
        ("from", slots()),
        ("to", slots()),
        ("not_free", slots()),
    ])
}

fn unit() -> Value {
    json!({ "enum": ["ore", "minutes"] })
}

/// What is left of a budget.
pub(super) fn budget() -> Value {
    let draw = object(&[
        ("run", id()),
        ("needs", fact(whole())),
        ("overdraws", json!({ "type": "boolean" })),
    ]);
    object(&[
        ("budget", id()),
        ("unit", unit()),
        ("holds", whole()),
        ("left", whole()),
        ("draws", list(draw)),
    ])
}

/// What a cancelled run had.
pub(super) fn given_back() -> Value {
    let budget = object(&[("budget", id()), ("unit", unit()), ("needs", fact(whole()))]);
    object(&[
        ("run", id()),
        ("rooms", list(id())),
        ("sessions", list(reference("slot"))),
        ("leaders", list(id())),
        ("budgets", list(budget)),
    ])
}

/// A seat that became free.
pub(super) fn seat() -> Value {
    object(&[
        ("run", id()),
        ("seats", fact(count())),
        ("expected", fact(count())),
        ("free", fact(count())),
        ("waiting", fact(count())),
        ("waiting_since", fact(date())),
        ("ask", list(id())),
        ("organisation", or_null(id())),
        ("order_from", text()),
        ("not_in_desk", list(text())),
    ])
}

/// What an event opens.
pub(super) fn opened() -> Value {
    object(&[
        ("decided", constant(false)),
        ("slots", list(reference("freed"))),
        ("moved", reference("moved")),
        ("comes_in", list(id())),
        ("without_leader", list(gap())),
        ("without_room", list(room_gap())),
        ("shifted", list(shifted())),
        ("budget", or_null(budget())),
        ("given_back", or_null(given_back())),
        ("seat", or_null(seat())),
    ])
}
