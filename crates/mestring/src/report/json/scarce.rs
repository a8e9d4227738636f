//! What is scarcest in a plan.

use serde_json::{Value, json};

use crate::decide::Scarcity;

/// What one more of each thing would give, and the competences that one leader alone has.
pub fn scarcity(found: &Scarcity) -> Value {
    let bottlenecks = found.bottlenecks.iter().map(|own| {
        json!({
            "what": own.of.code(),
            "of": own.of.of(),
            "gains": own.gains.iter().map(|run| run.as_str()).collect::<Vec<_>>(),
            "loses": own.loses.iter().map(|run| run.as_str()).collect::<Vec<_>>(),
            "participants": own.participants,
            "participants_unknown": own.unknown,
        })
    });
    let one_leader = found.one_leader.iter().map(|own| {
        json!({
            "competence": own.competence.as_str(),
            "leader": own.leader.as_str(),
            "runs": own.runs.iter().map(|run| run.as_str()).collect::<Vec<_>>(),
            "refused": own.refused,
        })
    });
    json!({
        "bottlenecks": bottlenecks.collect::<Vec<_>>(),
        "one_leader": one_leader.collect::<Vec<_>>(),
    })
}
