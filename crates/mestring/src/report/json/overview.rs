//! The overview.

use mestring_model::noun::Level;
use mestring_model::term::Term;
use serde_json::{Map, Value, json};

use super::date;
use crate::overview::{AgeSummary, Answers, ColumnFill, Empty, Overview, OverviewCell, ToAsk};

/// Rows by target group (`null` where it is not known), each with a cell for every level.
pub fn overview(overview: &Overview) -> Value {
    let rows: Vec<Value> = overview
        .rows
        .iter()
        .map(|row| {
            json!({
                "target_group": row.group.as_ref().map(|group| group.as_str()),
                "cells": row.cells.iter().map(cell).collect::<Vec<_>>(),
            })
        })
        .collect();
    let by_organiser: Map<String, Value> = overview
        .fill
        .by_organiser
        .iter()
        .map(|(kind, columns)| {
            let kind = kind.map_or("not_known", Term::code);
            (kind.to_owned(), columns.iter().map(fill).collect())
        })
        .collect();
    let listings: Map<String, Value> = overview
        .listings
        .iter()
        .map(|(level, count)| (level_code(*level).to_owned(), json!(count)))
        .collect();
    let levels: Map<String, Value> = overview
        .to_ask
        .iter()
        .map(|(level, own)| (level.code().to_owned(), to_ask(own)))
        .collect();
    let (places, way_in, topics) = (overview.places, overview.way_in, overview.topics);
    json!({
        "as_of": date(overview.as_of),
        "area_stated": overview.area_stated,
        "rows": rows,
        "to_ask": levels,
        "places": {
            "in_area": places.in_area,
            "outside": places.outside,
            "not_known": places.not_known,
        },
        "fill": {
            "all": overview.fill.all.iter().map(fill).collect::<Vec<_>>(),
            "by_organiser": by_organiser,
        },
        "sources": ages(overview.sources, "days"),
        "listing_years": ages(overview.listing_years, "years"),
        "way_in": {
            "offers": way_in.offers,
            "referral": way_in.referral,
            "dates": way_in.dates,
            "page": way_in.page,
            "complete": way_in.complete,
        },
        "listings": listings,
        "topics": {
            "topics_stated": topics.topics_stated,
            "topics_derived": topics.topics_derived,
            "topics_none": topics.topics_none,
            "groups_stated": topics.groups_stated,
            "groups_derived": topics.groups_derived,
            "groups_none": topics.groups_none,
        },
    })
}

fn level_code(level: Option<Level>) -> &'static str {
    level.map_or("not_known", Term::code)
}

fn cell(cell: &OverviewCell) -> Value {
    let states = cell.states;
    let offers: Vec<&str> = cell.offers.iter().map(|offer| offer.as_str()).collect();
    json!({
        "level": level_code(cell.level),
        "established": states.established,
        "planned": states.planned,
        "starting_up": states.starting_up,
        "not_stated": states.not_stated,
        "discontinued": states.discontinued,
        "offers": offers,
        "outside": cell.outside,
        "reach_not_known": cell.reach_not_known,
        "empty": cell.empty.map(empty),
        "answers": cell.answers.as_ref().map(answers),
    })
}

fn empty(empty: Empty) -> Value {
    match empty {
        Empty::NoneConfirmed { oldest, latest } => json!({
            "why": "none_confirmed",
            "oldest": date(oldest),
            "date": date(latest),
        }),
        Empty::NonePartly { latest } => json!({ "why": "none_partly", "date": date(latest) }),
        Empty::AnswerNotEntered { date: day } => {
            json!({ "why": "answer_not_entered", "date": date(day) })
        }
        Empty::Contradicted { date: day } => json!({ "why": "contradicted", "date": date(day) }),
        Empty::AskedNoAnswer { date: day } => {
            json!({ "why": "asked_no_answer", "date": date(day) })
        }
        Empty::NotAsked => json!({ "why": "not_asked" }),
    }
}

fn answers(answers: &Answers) -> Value {
    let contradicted = answers.contradicted.iter().map(|own| {
        json!({
            "row": own.asked,
            "organisation": own.organisation.as_str(),
            "date": date(own.date),
            "offers": own.offers.iter().map(|offer| offer.as_str()).collect::<Vec<_>>(),
        })
    });
    json!({
        "to_ask": answers.to_ask,
        "asked": answers.asked,
        "answered": answers.answered,
        "none": answers.none,
        "others_none": answers.others_none,
        "contradicted": contradicted.collect::<Vec<_>>(),
    })
}

fn to_ask(to_ask: &ToAsk) -> Value {
    let organisations = to_ask.organisations.iter().map(|id| id.as_str());
    json!({
        "count": to_ask.count(),
        "organisations": organisations.collect::<Vec<_>>(),
        "unlisted_municipalities": to_ask.unlisted,
    })
}

/// A column's fill; the share of yes in basis points, as bounds.
fn fill(fill: &ColumnFill) -> Value {
    let share = fill.answers.and_then(|own| {
        let (lower, upper) = (own.lower()?.basis_points(), own.upper()?.basis_points());
        Some(json!({ "yes": own.yes, "no": own.no, "rows": own.rows, "lower": lower, "upper": upper }))
    });
    json!({
        "column": fill.column,
        "known": fill.known,
        "unknown": fill.unknown,
        "not_stated": fill.not_stated,
        "share_basis_points": share,
    })
}

fn ages(ages: AgeSummary, unit: &str) -> Value {
    json!({
        "unit": unit,
        "stated": ages.stated,
        "not_stated": ages.not_stated,
        "later": ages.later,
        "oldest": ages.oldest,
        "median": ages.median,
        "old": ages.old,
    })
}
