//! What is scarcest in a plan.

use serde_json::{Value, json};

use crate::decide::Scarcity;
use crate::plan::Scarce;

/// What one more of each thing would give, and the competences that one leader alone has.
pub fn scarcity(found: &Scarcity) -> Value {
    let bottlenecks = found.bottlenecks.iter().map(|own| {
        let (what, of) = match &own.of {
            Scarce::Leader(competence) => ("leader", Some(competence.as_str())),
            Scarce::Room => ("room", None),
            Scarce::HubRoom(organisation) => ("hub_room", Some(organisation.as_str())),
            Scarce::Budget(id) => ("budget", Some(id.as_str())),
        };
        json!({
            "what": what,
            "of": of,
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
