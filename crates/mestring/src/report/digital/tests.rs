//! From evidence to a room that others have: verdict, plan and text.

use std::ops::ControlFlow;

use mestring_model::{Desk, Lang};
use mestring_rules::{Pack, Plugins};
use serde_json::{Value, json};

use crate::decide::{Decider, Packs};
use crate::fixture::desk;
use crate::report::{Layout, View};
use crate::text::Texts;

/// A centre with one room, courses on three topics, and evidence about them.
fn centre() -> Desk {
    desk(
        "rooms
         id | name | seats | weekdays | half_days
         hall | Kurssal | 20 | monday | morning

         offers
         id | title | sessions | seats | format | topics
         A | Hjerteskole | 2 | 12 | physical | heart
         B | Lungeskole | 2 | 12 | physical | copd
         C | Diabeteskurs | 2 | 12 | physical | diabetes
         D | Smertekurs | 2 | 12 | hybrid | heart

         runs
         id | offer | state | format | weekdays | half_days | earliest | latest
         A1 | A | wished | | monday | morning | 2027-01-11 | 2027-01-11
         A2 | A | wished | physical | monday | morning | 2027-01-11 | 2027-01-11
         B1 | B | wished | | monday | morning | 2027-01-11 | 2027-01-11
         C1 | C | wished | | monday | morning | 2027-01-11 | 2027-01-11
         D1 | D | wished | | monday | morning | 2027-01-11 | 2027-01-11

         digital_evidence
         topics | result | study
         heart | as_good | A study
         copd | inconclusive | Another study

         verdicts
         kind | first | second | answer | role | on | reason
         run | A1 | | held | leader | 2026-10-12 |",
    )
}

fn packs(digital: Option<&str>) -> Packs {
    let packs = Packs::shipped().unwrap();
    let Some(digital) = digital else {
        return packs;
    };
    let mut files = mestring_packs::files("format").unwrap();
    let toml = files.get_mut("pack.toml").unwrap();
    *toml = toml.replace(
        "kind = \"format\"\n",
        &format!("kind = \"format\"\ndigital = \"{digital}\"\n"),
    );
    packs
        .with(Pack::load(&files, &Plugins::default()).unwrap())
        .unwrap()
}

/// Which runs may be digital and which are, and what it is said to give.
fn found(packs: &Packs, lang: Lang) -> (Vec<String>, String, Value) {
    let desk = centre();
    let decider = Decider::new(&desk, packs, "2026-11-22".parse().unwrap(), Some(1));
    let proposal = decider.proposal().unwrap();
    let mut runs: Vec<String> = proposal
        .plan
        .runs
        .iter()
        .map(|own| {
            let code = own.ways.digital.code();
            let so = match (own.is_placed(), own.is_digital_instead()) {
                (false, _) => "no place",
                (true, false) => "in a room",
                (true, true) => "digital",
            };
            format!("{} {code}: {so}", own.run)
        })
        .collect();
    runs.sort();
    let watch = &mut |_| ControlFlow::Continue(());
    let digital = decider.digital(&proposal, watch).unwrap();
    let texts = Texts::new(lang);
    let view = View {
        desk: &desk,
        texts: &texts,
        all: false,
    };
    let page = super::digital(&view, &proposal, digital.as_ref());
    let text = Layout::plain().render(&page);
    (runs, text, crate::report::json::digital(digital.as_ref()))
}

#[test]
fn only_what_the_verdict_says_and_the_run_does_not_state_may_be_digital() {
    let (runs, _, _) = found(&packs(None), Lang::En);
    // A2 states its own format, B1's evidence is inconclusive, nobody compared C1's, D1 is hybrid.
    let others = ["A2 no", "B1 no", "C1 no", "D1 no"];
    assert_eq!(runs.len(), 5);
    assert_eq!(runs[0], "A1 first: digital");
    for (run, start) in runs[1..].iter().zip(others) {
        assert!(run.starts_with(start), "{run}");
    }
    let in_room = runs.iter().filter(|run| run.ends_with("in a room"));
    assert_eq!(in_room.count(), 1, "{runs:?}");
}

#[test]
fn the_plan_says_which_room_that_freed_and_for_whom() {
    let (runs, text, json) = found(&packs(None), Lang::En);
    let gained = runs.iter().find(|run| run.ends_with("in a room")).unwrap();
    let gained = &gained[..2];
    assert_eq!(
        json,
        json!({
            "may": 1,
            "runs": [{
                "run": "A1",
                "frees": {
                    "room": "hall",
                    "hubs": [],
                    "slots": [
                        { "date": "2027-01-11", "half_day": "morning" },
                        { "date": "2027-01-18", "half_day": "morning" },
                    ],
                    "used_by": [gained],
                },
            }],
            "gains": [gained],
            "loses": [],
            "room_half_days": 2,
            "room_half_days_without": 2,
        })
    );
    for said in [
        "Digital instead of in a room",
        "The format rule lets one run be held digitally that was asked for in a room; one of them is.",
        "Kurssal: 2027-01-11",
        "Have a place by it:",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    let (_, text, _) = found(&packs(None), Lang::Nn);
    assert!(text.contains("Digitalt i staden for i eit rom"), "{text}");
}

#[test]
fn a_pack_may_want_digital_only_where_rooms_are_short() {
    let (runs, _, json) = found(&packs(Some("room_short")), Lang::En);
    assert_eq!(runs[0], "A1 room_short: digital");
    assert_eq!(json["gains"].as_array().unwrap().len(), 1);
}
