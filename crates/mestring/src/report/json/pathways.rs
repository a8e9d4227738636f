//! The pathways.

use mestring_model::Fact;
use mestring_model::noun::{Audience, PathwayStep};
use mestring_model::quantity::MunicipalityNo;
use mestring_model::record::Origin;
use mestring_model::term::Term;
use serde_json::{Value, json};

use super::date;
use crate::pathways::{
    Basis, Check, Fit, HandOver, HandOverCell, PathwayCover, Pathways, Side, Silence, StepCell,
    StepCover, Twice,
};

/// Pathways with their steps; each step with a cell for every municipality (`null` where the desk
/// lists no area).
pub fn pathways(pathways: &Pathways) -> Value {
    json!({
        "as_of": date(pathways.as_of),
        "municipalities": pathways.municipalities.iter().map(|own| number(*own)).collect::<Vec<_>>(),
        "pathways": pathways.pathways.iter().map(pathway).collect::<Vec<_>>(),
        "without_group": pathways.without_group.iter().map(|own| own.as_str()).collect::<Vec<_>>(),
        "without_topic": pathways.without_topic,
    })
}

/// The steps that are needed, or of which nobody says, with the municipalities in which nothing fits.
pub fn pathway_gaps(pathways: &Pathways) -> Value {
    let gaps = pathways.pathways.iter().flat_map(|own| {
        let steps = own.steps.iter().filter(|step| step.has_gap());
        steps.map(|step| {
            let places: Vec<Value> = step
                .gaps()
                .map(|cell| {
                    json!({
                        "municipality": number(cell.municipality),
                        "silence": cell.silence.map(silence),
                    })
                })
                .collect();
            json!({
                "pathway": own.pathway.id.as_str(),
                "step": step.step.id.as_str(),
                "where": places,
            })
        })
    });
    gaps.collect()
}

fn number(own: Option<MunicipalityNo>) -> Value {
    own.map_or(Value::Null, |own| json!(own.to_string()))
}

fn pathway(own: &PathwayCover) -> Value {
    let row = &own.pathway;
    json!({
        "id": row.id.as_str(),
        "name": { "en": row.name, "nb": row.name_nb, "nn": row.name_nn },
        "target_group": row.target_group.as_ref().map(|own| own.as_str()),
        "shipped": own.shipped,
        "origin": origin(&row.origin),
        "steps": own.steps.iter().map(step).collect::<Vec<_>>(),
        "hand_overs": own.hand_overs.iter().map(hand_over).collect::<Vec<_>>(),
    })
}

fn origin(own: &Origin) -> Value {
    json!({
        "source": own.source,
        "date": own.date.map(date),
        "illustrative": own.illustrative,
        "note": own.note,
    })
}

fn step(own: &StepCover) -> Value {
    let row: &PathwayStep = &own.step;
    let against = own.named_against.iter();
    json!({
        "id": row.id.as_str(),
        "order": row.order,
        "level": row.level.code(),
        "kind": row.kind.code(),
        "topics": row.topics.iter().map(|own| own.as_str()).collect::<Vec<_>>(),
        "audience": fact(&row.audience, |own: &Audience| json!(own.code())),
        "needed": fact(&row.needed, |own| json!(own)),
        "shipped": own.shipped,
        "origin": origin(&row.origin),
        "cells": own.cells.iter().map(cell).collect::<Vec<_>>(),
        "twice": own.twice.iter().map(twice).collect::<Vec<_>>(),
        "named_against": against
            .map(|own| json!({ "offer": own.offer.as_str(), "fact": own.fact.code() }))
            .collect::<Vec<_>>(),
    })
}

fn fact<T>(own: &Fact<T>, value: impl Fn(&T) -> Value) -> Value {
    match own {
        Fact::Known(own) => json!({ "state": "known", "value": value(own) }),
        Fact::NotStated => json!({ "state": "not_stated" }),
        Fact::Unknown => json!({ "state": "unknown" }),
    }
}

fn cell(own: &StepCell) -> Value {
    json!({
        "municipality": number(own.municipality),
        "state": own.state.code(),
        "fits": own.fits.iter().map(fit).collect::<Vec<_>>(),
        "silence": own.silence.map(silence),
    })
}

fn silence(own: Silence) -> Value {
    let mut value = json!({ "why": own.code(), "date": own.date().map(date) });
    if let (Silence::NonePartly { none, of, .. }, Some(map)) = (own, value.as_object_mut()) {
        map.insert("none".to_owned(), json!(none));
        map.insert("of".to_owned(), json!(of));
    }
    value
}

fn fit(own: &Fit) -> Value {
    let named = own.named.as_ref().map(|own| {
        json!({
            "document": own.document,
            "date": own.date.map(date),
            "illustrative": own.illustrative,
        })
    });
    json!({
        "offer": own.offer.as_str(),
        "certain": own.is_certain(),
        "open": own.open,
        "coming": own.coming,
        "integrated": named.is_some(),
        "named": named,
        "checks": own.checks.iter().map(check).collect::<Vec<_>>(),
        "also": own.also.iter().map(|own| own.as_str()).collect::<Vec<_>>(),
    })
}

fn check(own: &Check) -> Value {
    let (basis, value) = basis(&own.basis);
    json!({
        "fact": own.fact.code(),
        "holds": own.holds,
        "basis": basis,
        "value": value,
        "derived": own.derived,
    })
}

/// What a fact rests on, with its value where it has one.
fn basis(own: &Basis) -> (&'static str, Value) {
    match own {
        Basis::Topics(topics) => {
            let topics = topics.iter().map(|own| own.as_str());
            ("topics", json!(topics.collect::<Vec<_>>()))
        }
        Basis::Group(group) => ("target_group", json!(group.as_str())),
        Basis::Document => ("document", Value::Null),
        Basis::Audience(own) => ("audience", json!(own.code())),
        Basis::Level(own) => ("level", json!(own.code())),
        Basis::Reach(own) => ("reach", json!(own.code())),
        Basis::Listed => ("municipalities", Value::Null),
        Basis::OwnCentre => ("own_centre", Value::Null),
        Basis::Lifecycle(own) => ("lifecycle", json!(own.code())),
        Basis::Roles(roles) => {
            let roles = roles.iter().map(|own| own.code());
            ("user_roles", json!(roles.collect::<Vec<_>>()))
        }
        Basis::Anything => ("anything", Value::Null),
        Basis::Nothing => ("nothing", Value::Null),
    }
}

fn twice(own: &Twice) -> Value {
    json!({
        "a": own.a.as_str(),
        "b": own.b.as_str(),
        "municipalities": own.municipalities.iter().map(|own| number(*own)).collect::<Vec<_>>(),
        "certain": own.certain,
        "relation": own.relation.map(Term::code),
    })
}

fn hand_over(own: &HandOver) -> Value {
    json!({
        "from": own.from.as_str(),
        "to": own.to.as_str(),
        "from_level": own.from_level.code(),
        "to_level": own.to_level.code(),
        "cells": own.cells.iter().map(hand_over_cell).collect::<Vec<_>>(),
    })
}

fn hand_over_cell(own: &HandOverCell) -> Value {
    let agreements = own.agreements.iter().map(|own| own.as_str());
    let obligations = own.obligations.iter().map(|own| own.as_str());
    json!({
        "municipality": number(own.municipality),
        "from": side(&own.from),
        "to": side(&own.to),
        "agreed": own.agreed.code(),
        "agreements": agreements.collect::<Vec<_>>(),
        "obligations": obligations.collect::<Vec<_>>(),
    })
}

fn side(own: &Side) -> Value {
    let organisations = own.organisations.iter().map(|own| own.as_str());
    json!({
        "organisations": organisations.collect::<Vec<_>>(),
        "by_offers": own.by_offers,
    })
}
