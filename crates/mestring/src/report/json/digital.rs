//! What it gives that runs may be held digitally.

use mestring_model::id::RunId;
use serde_json::{Value, json};

use super::plan::{hubs, slot};
use crate::plan::DigitalPlan;

/// The runs that are held digitally though they were asked for in a room, with what that frees, and who
/// has a place by it; `null` where none may be.
pub fn digital(found: Option<&DigitalPlan>) -> Value {
    let Some(found) = found else {
        return Value::Null;
    };
    let ids = |runs: &[RunId]| {
        runs.iter()
            .map(|run| json!(run.as_str()))
            .collect::<Vec<_>>()
    };
    let runs = found.runs.iter().map(|own| {
        json!({
            "run": own.run.as_str(),
            "frees": own.frees.as_ref().map(|frees| json!({
                "room": frees.room.as_str(),
                "hubs": hubs(&frees.hubs),
                "slots": frees.slots.iter().map(slot).collect::<Vec<_>>(),
                "used_by": ids(&frees.used_by),
            })),
        })
    });
    json!({
        "may": found.may,
        "runs": runs.collect::<Vec<_>>(),
        "gains": ids(&found.gains),
        "loses": ids(&found.loses),
        "room_half_days": found.half_days,
        "room_half_days_without": found.half_days_without,
    })
}
