//! The decided runs that stand badly.

use mestring_model::Desk;
use mestring_model::term::Term;
use serde_json::{Value, json};

use super::date;
use super::plan::{of_resource, slot, title, unit};
use crate::plan::{BadlyPlaced, Misplaced, Slot};

/// Each run with what is wrong with where it stands.
pub(super) fn badly_placed(desk: &Desk, found: &[BadlyPlaced]) -> Vec<Value> {
    let found = found.iter().map(|own| {
        json!({
            "run": own.run.as_str(),
            "title": title(desk, own.index),
            "faults": own.faults.iter().map(fault).collect::<Vec<_>>(),
        })
    });
    found.collect()
}

fn fault(own: &Misplaced) -> Value {
    let what = own.code();
    let slots = |slots: &[Slot]| slots.iter().map(slot).collect::<Vec<_>>();
    match own {
        Misplaced::WholeDay { days } => {
            let days: Vec<Value> = days.iter().map(|day| date(*day)).collect();
            json!({ "what": what, "days": days })
        }
        Misplaced::Taken {
            at,
            by,
            slots: times,
        } => json!({
            "what": what,
            "at": of_resource(at),
            "by": by.as_str(),
            "slots": slots(times),
        }),
        Misplaced::Away { at, slots: times } | Misplaced::NotOpen { at, slots: times } => {
            json!({ "what": what, "at": of_resource(at), "slots": slots(times) })
        }
        Misplaced::RoomTwice { room } | Misplaced::HubOnly { room } => {
            json!({ "what": what, "room": room.as_str() })
        }
        Misplaced::NotConfirmed { leader, state } => {
            json!({ "what": what, "leader": leader.as_str(), "state": state.code() })
        }
        Misplaced::OverLimit {
            leader,
            limit,
            taken,
        } => json!({
            "what": what,
            "leader": leader.as_str(),
            "limit": limit,
            "taken": taken,
        }),
        Misplaced::TooSmall {
            room,
            seats,
            expected,
        } => json!({
            "what": what,
            "room": room.as_str(),
            "seats": seats,
            "expected": expected,
        }),
        Misplaced::Closed { why, slots: times } => {
            json!({ "what": what, "why": why.code(), "slots": slots(times) })
        }
        Misplaced::Overdrawn {
            budget,
            kind,
            over,
            others,
        } => json!({
            "what": what,
            "budget": budget.as_str(),
            "unit": unit(*kind),
            "over": over,
            "others": others.iter().map(|run| run.as_str()).collect::<Vec<_>>(),
        }),
    }
}
