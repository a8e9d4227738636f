//! What a plan would become if something happened.

use mestring_model::Event;
use mestring_model::event::Less;
use mestring_model::term::Term;
use serde_json::{Value, json};

use super::date;
use super::event::{budget, gap, given_back, room_gap, seat, shifted};
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
        "without_room": found.without_room.iter().map(room_gap).collect::<Vec<_>>(),
        "shifted": found.shifted.iter().map(shifted).collect::<Vec<_>>(),
        "budgets": found.budgets.iter().map(budget).collect::<Vec<_>>(),
        "given_back": found.given_back.iter().map(given_back).collect::<Vec<_>>(),
        "seats": found.seats.iter().map(seat).collect::<Vec<_>>(),
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
        Event::RoomLost {
            room,
            from,
            until,
            half_days,
        } => json!({
            "kind": kind,
            "room": room.as_str(),
            "from": date(*from),
            "until": date(*until),
            "half_days": half_days.iter().map(|own| own.code()).collect::<Vec<_>>(),
        }),
        Event::DayClosed {
            from,
            until,
            half_days,
        } => json!({
            "kind": kind,
            "from": date(*from),
            "until": date(*until),
            "half_days": half_days.iter().map(|own| own.code()).collect::<Vec<_>>(),
        }),
        // Amounts are texts, as in a table: kroner and hours have decimals.
        Event::BudgetCut { budget, less } => match less {
            Less::Money(amount) => json!({
                "kind": kind,
                "budget": budget.as_str(),
                "amount": amount.to_string(),
            }),
            Less::Hours(hours) => json!({
                "kind": kind,
                "budget": budget.as_str(),
                "hours": hours.to_string(),
            }),
        },
        Event::LeaderConfirmed { leader } => json!({ "kind": kind, "leader": leader.as_str() }),
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
