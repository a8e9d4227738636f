//! What a plan would become if something happened.

use mestring_model::Event;
use mestring_model::term::Term;
use serde_json::{Value, json};

use super::date;
use super::event::gap;
use super::plan::{placement, proposal, shortage, slot, title};
use crate::decide::WhatIf;
use crate::plan::{Moves, RunChange};

/// The events, the least change found with what is proven of it, and the whole proposal after.
pub fn what_if(found: &WhatIf) -> Value {
    let changes = found.changes.iter();
    json!({
        "decided": false,
        "events": found.events.iter().map(event).collect::<Vec<_>>(),
        "changes": changes.map(|own| change(found, own)).collect::<Vec<_>>(),
        "forced": moves(found.forced),
        "opened": moves(found.opened),
        "anew": found.anew.iter().map(|(run, placed)| {
            json!({ "run": run.as_str(), "placed": placed })
        }).collect::<Vec<_>>(),
        "without_leader": found.without_leader.iter().map(gap).collect::<Vec<_>>(),
        "proposal": proposal(&found.desk, &found.after),
    })
}

/// An event with the keys by which it is read.
fn event(event: &Event) -> Value {
    let kind = event.kind();
    match event {
        Event::RoomFreed { room, slot } => json!({
            "kind": kind,
            "room": room.as_str(),
            "date": date(slot.date),
            "half_day": slot.half_day.code(),
        }),
        Event::RunCancelled { run } | Event::SeatDeclined { run } => {
            json!({ "kind": kind, "run": run.as_str() })
        }
        Event::LeaderAway {
            leader,
            from,
            until,
            half_days,
        } => json!({
            "kind": kind,
            "leader": leader.as_str(),
            "from": date(*from),
            "until": date(*until),
            "half_days": half_days.iter().map(|own| own.code()).collect::<Vec<_>>(),
        }),
    }
}

fn change(found: &WhatIf, own: &RunChange) -> Value {
    json!({
        "run": own.run.as_str(),
        "title": title(&found.desk, own.index),
        "decided": own.decided,
        "weight": own.weight,
        "fate": own.fate.code(),
        "before": own.before.as_ref().map(placement),
        "after": own.after.as_ref().map(placement),
        "shortages": own.refusal.as_ref().map(|own| {
            own.shortages.iter().map(shortage).collect::<Vec<_>>()
        }),
        "sessions_moved": own.before.as_ref().zip(own.after.as_ref()).map(|(before, after)| {
            before.sessions.iter().filter(|own| !after.sessions.contains(own)).map(slot)
                .collect::<Vec<_>>()
        }),
    })
}

fn moves(moves: Moves) -> Value {
    match moves {
        Moves::Least => json!({ "least": true }),
        Moves::AtLeast { weight, runs } => json!({
            "least": false,
            // Weights are sums of small whole numbers; a larger one is told as the largest.
            "weight_at_least": i64::try_from(weight).unwrap_or(i64::MAX),
            "runs_at_least": runs,
        }),
    }
}
