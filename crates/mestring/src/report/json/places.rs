//! Who gets a place in which run.

use serde_json::{Map, Value, json};

use super::answer::answer;
use super::plan::{pack, rule};
use super::{date, maybe_date};
use crate::decide::{Ask, Asked, NextInLine, Outcome, PersonPlace, Places, RunPlaces};

/// The proposal with everybody's outcome, for the staff of the centre.
pub fn places(places: &Places) -> Value {
    let classes: Vec<Value> = places
        .by_class()
        .into_iter()
        .map(|(class, (people, served))| {
            json!({ "class": class, "people": people, "with_place": served })
        })
        .collect();
    json!({
        "decided": false,
        "view": "staff",
        "synthetic": places.synthetic,
        "within_class": places.within_class.code(),
        "seed": places.seed.map(|seed| seed.to_string()),
        "packs": places.packs.iter().map(pack).collect::<Vec<_>>(),
        "eligibility": places.eligibility.iter().map(rule).collect::<Vec<_>>(),
        "preference": places.preference.iter().map(rule).collect::<Vec<_>>(),
        "by_class": classes,
        "cost": places.cost,
        "runs": places.runs.iter().map(run).collect::<Vec<_>>(),
        "people": places.people.iter().map(person).collect::<Vec<_>>(),
        "asks": places.asks.iter().map(ask).collect::<Vec<_>>(),
    })
}

fn run(own: &RunPlaces) -> Value {
    json!({
        "run": own.run.as_str(),
        "starts": date(own.starts),
        "seats": own.seats,
        "kept": own.kept,
        "given": own.given,
        "next_class": own.next_class,
    })
}

fn person(own: &PersonPlace) -> Value {
    json!({
        "person": own.person.as_str(),
        "class": own.verdict.as_ref().map(|verdict| answer(&verdict.answer)),
        "deadline": maybe_date(own.deadline.into_known()),
        "waiting_since": maybe_date(own.since.into_known()),
        "outcome": outcome(&own.outcome),
    })
}

fn outcome(own: &Outcome) -> Value {
    use mestring_model::term::Term;
    match own {
        Outcome::Kept { run, state } => {
            json!({ "is": "kept", "run": run.as_str(), "state": state.code() })
        }
        Outcome::Given { run, cost, parts } => {
            let parts = parts
                .iter()
                .map(|(rule, part)| (rule.to_string(), json!(part)));
            let parts: Map<String, Value> = parts.collect();
            json!({ "is": "given", "run": run.as_str(), "cost": cost, "parts": parts })
        }
        Outcome::Full { runs } => json!({ "is": "full", "runs": runs }),
        Outcome::NoRun {
            considered,
            because,
        } => {
            let because = because
                .iter()
                .map(|(rule, count)| (rule.to_string(), json!(count)));
            let because: Map<String, Value> = because.collect();
            json!({ "is": "no_run", "considered": considered, "because": because })
        }
        Outcome::Ask { considered } => json!({ "is": "ask", "considered": considered }),
    }
}

fn ask(own: &Ask) -> Value {
    let (person, run) = match &own.of {
        Asked::Person(person) => (Some(person.as_str()), None),
        Asked::Run(run) => (None, Some(run.as_str())),
    };
    json!({
        "person": person,
        "run": run,
        "judged": own.judged.code(),
        "fact": &*own.fact,
        "people": own.people,
    })
}

/// What one person may be told: their own outcome, and never who holds a place.
pub fn letter(own: &PersonPlace) -> Value {
    let outcome = match &own.outcome {
        // How many runs are full of whom, and what a place costs, is no part of a letter.
        Outcome::Full { .. } => json!({ "is": "full" }),
        Outcome::Given { run, .. } => json!({ "is": "given", "run": run.as_str() }),
        other => outcome(other),
    };
    json!({ "decided": false, "view": "letter", "outcome": outcome })
}

/// Who is next for a seat that becomes free, and who moves.
pub fn next_in_line(next: &NextInLine) -> Value {
    let steps = next.steps.iter().map(|step| {
        json!({
            "person": step.person.as_str(),
            "class": step.class,
            "deadline": maybe_date(step.deadline.into_known()),
            "waiting_since": maybe_date(step.since.into_known()),
            "from": step.from.as_ref().map(|run| run.as_str()),
            "to": step.to.as_ref().map(|run| run.as_str()),
        })
    });
    json!({
        "decided": false,
        "view": "staff",
        "run": next.run.as_str(),
        "steps": steps.collect::<Vec<_>>(),
    })
}
