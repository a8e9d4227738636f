//! A desk from memory, the shipped packs, and the order that they give two wished courses.
//!
//! `cargo run --example plan_from_memory`. All of the data is made up.

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::error::Error;

use mestring::decide::{Above, Decider, Packs};
use mestring::model::{Desk, Lang, RawTable, Settings};
use mestring::plan::Outcome;
use mestring_rules::manifest::Measure;

/// A table from its name, its headings and its rows. Cells are parted by `|`; an empty cell says
/// nothing, which is neither zero nor no.
fn table(name: &str, headings: &str, rows: &[&str]) -> RawTable {
    let mut table = RawTable::with_headings(name, headings.split('|'));
    for row in rows {
        table.push(row.split('|').map(str::to_owned).collect());
    }
    table
}

fn main() -> Result<(), Box<dyn Error>> {
    let groups = table(
        "target_groups",
        "id|name|name_nb|name_nn|class|topics",
        &[
            "youth|young people|unge|unge|focus|",
            "diabetes|diabetes|diabetes|diabetes|large_chronic|diabetes",
        ],
    );
    let offers = table(
        "offers",
        "id|title|target_groups|sessions|seats|format",
        &[
            "DM2|Startkurs diabetes type 2|diabetes|2|12|physical",
            "MOT|Mestringskurs for unge|youth|2|8|physical",
        ],
    );
    let runs = table(
        "runs",
        "id|offer|state|starts|waiting_since|deadline",
        &[
            "DM2-25|DM2|held|2025-03-03||",
            "DM2-27|DM2|wished||2026-09-01|",
            "MOT-27|MOT|wished||2026-10-01|2027-01-31",
        ],
    );
    // One room, one morning a week, two weeks: room for one of the two courses.
    let rooms = table(
        "rooms",
        "id|name|seats|weekdays|half_days",
        &["hall|Course hall|24|monday|morning"],
    );
    let settings = Settings {
        name: "A made-up centre".to_owned(),
        plan_from: Some("2027-01-04".parse()?),
        plan_until: Some("2027-01-15".parse()?),
        history_from: Some("2024-01-01".parse()?),
        ..Settings::default()
    };
    let (desk, findings) = Desk::builder()
        .settings(settings)
        .table("target_groups", groups)
        .table("offers", offers)
        .table("runs", runs)
        .table("rooms", rooms)
        .build();
    // What is wrong with a row is a finding beside the desk; a service would show it to somebody.
    if let Some(finding) = findings.first() {
        return Err(finding.to_string().into());
    }

    let packs = Packs::shipped()?;
    let decider = Decider::new(&desk, &packs, "2026-11-22".parse()?, None);
    let proposed = decider.proposal()?;
    // Reasons are data: each answer with the rule, its origin and the facts that it read.
    for (planned, ranked) in proposed.plan.runs.iter().zip(&proposed.runs) {
        let outcome = match &planned.outcome {
            Outcome::Placed(place) => format!("placed, {} sessions", place.sessions.len()),
            Outcome::Refused(refusal) => {
                let holders = refusal.shortages.iter().flat_map(|short| &short.held_by);
                let holders: Vec<&str> = holders.map(|holder| holder.run.as_str()).collect();
                format!(
                    "not placed; what it needs is held by {}",
                    holders.join(", ")
                )
            }
        };
        println!(
            "{}, class {}: {outcome}",
            planned.run.as_str(),
            planned.class
        );
        for (rule, verdict) in proposed.criteria.iter().zip(&ranked.verdicts) {
            let facts: Vec<&str> = verdict.read.iter().map(|read| read.name).collect();
            // The pack says how people read its numbers, such as a score that stands for nothing.
            let number = rule.number.as_ref();
            let answer = match number.and_then(|number| Some((number, number.read(verdict)?))) {
                None => verdict.answer.to_string(),
                Some((_, Measure::Words(words))) => words.text(Lang::En).to_owned(),
                Some((number, Measure::Amount(amount))) => {
                    format!("{amount} {}", number.unit.as_deref().unwrap_or_default())
                }
            };
            println!(
                "  {}: {answer} ({}; read {})",
                rule.title(Lang::En),
                rule.origin,
                facts.join(", ")
            );
        }
        if let Some(Above::Criterion(at)) = ranked.above_next
            && let Some(rule) = proposed.criteria.get(at)
        {
            println!("  above the next by: {}", rule.title(Lang::En));
        }
    }
    Ok(())
}
