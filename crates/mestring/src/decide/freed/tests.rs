//! What keeps sessions away from a freed room, and what a run lacks that the room itself is too small for.

use mestring_model::Settings;

use super::*;
use crate::decide::{Decider, Packs};
use crate::fixture::desk_with;

fn desk() -> Desk {
    let settings = Settings {
        plan_from: "2027-01-04".parse().ok(),
        plan_until: "2027-06-25".parse().ok(),
        ..Settings::default()
    };
    desk_with(
        settings,
        "offers
         id|title|sessions|seats|format
         A|Kurs A|1|10|physical
         B|Kurs B|1|30|physical

         rooms
         id|name|seats|weekdays|half_days|from|until|equipment
         hall|Hall|12|||||
         old|Old hall|40||||2027-01-31|screen
         all|All days|12|monday; saturday; sunday|morning; evening|||

         calendar
         room|kind|from|until
         |closed|2027-02-08|
         |school_break|2027-02-22|2027-02-26

         runs
         id|offer|state|starts|room|half_days|participants|equipment
         HELD|A|decided|2027-01-18|hall|morning|10|
         SMALL|A|wished||||10|
         LARGE|B|wished||||30|
         SCREEN|A|wished||||10|screen",
    )
}

fn at(date: &str, half_day: HalfDay) -> Slot {
    Slot {
        date: date.parse().unwrap(),
        half_day,
    }
}

#[test]
fn each_time_says_what_is_the_case() {
    let desk = desk();
    let check = |room: &str, date: &str, half_day: HalfDay, expect: &[&str]| {
        let room = RoomId::new(room).unwrap();
        let notes = notes(&desk, &room, at(date, half_day));
        let codes: Vec<&str> = notes.iter().map(FreedNote::code).collect();
        assert_eq!(codes, expect, "{room} {date}");
    };
    let (morning, evening) = (HalfDay::Morning, HalfDay::Evening);
    check("hall", "2027-01-11", morning, &[]);
    check("hall", "2027-01-18", morning, &["held"]);
    check("hall", "2027-01-18", HalfDay::Afternoon, &[]);
    check("hall", "2027-01-18", evening, &["not_open"]);
    check("hall", "2027-01-16", morning, &["not_open"]);
    check("all", "2027-01-16", morning, &["weekend"]);
    check("all", "2027-01-19", morning, &["not_open"]);
    check("hall", "2027-02-08", morning, &["closed"]);
    check("hall", "2027-02-24", morning, &["school_break"]);
    check("hall", "2027-05-17", morning, &["holiday"]);
    check("all", "2027-03-28", evening, &["holiday", "weekend"]);
    check("old", "2027-02-01", morning, &["out_of_use"]);
    check("none", "2027-01-11", morning, &[]);
}

#[test]
fn a_day_is_outside_the_plan_or_not_after_the_question() {
    let desk = desk();
    let packs = Packs::shipped().unwrap();
    let room = RoomId::new("hall").unwrap();
    let check = |as_of: &str, date: &str, expect: &str| {
        let decider = Decider::new(&desk, &packs, as_of.parse().unwrap(), None);
        let proposal = decider.proposal().unwrap();
        let found = decider.freed(&proposal, &room, at(date, HalfDay::Morning));
        let said = found.map_or_else(|error| error.to_string(), |_| String::new());
        assert!(said.starts_with(expect), "{said}");
    };
    check(
        "2026-11-22",
        "2027-01-01",
        "2027-01-01 is not among the days",
    );
    check(
        "2026-11-22",
        "2027-07-01",
        "2027-07-01 is not among the days",
    );
    // The plan begins in January, but nobody asks about a day that has been.
    check(
        "2027-02-01",
        "2027-01-11",
        "2027-01-11 is not after 2027-02-01",
    );
    check(
        "2027-02-01",
        "2027-02-01",
        "2027-02-01 is not after 2027-02-01",
    );
    check("2027-02-01", "2027-02-02", "");
}

#[test]
fn a_freed_room_that_is_too_small_is_not_said_of_all_rooms() {
    let desk = desk();
    let packs = Packs::shipped().unwrap();
    let decider = Decider::new(&desk, &packs, "2026-11-22".parse().unwrap(), None);
    // Of all wished runs, as if none had a place.
    let mut proposal = decider.proposal().unwrap();
    for run in &mut proposal.plan.runs {
        run.outcome = Outcome::Refused(crate::plan::Refusal {
            shortages: Vec::new(),
            each_enough_alone: false,
            certainty: crate::plan::Certainty::NotProven,
            remedies: None,
        });
    }
    let lacks = |room: &str, desk: &Desk| -> Vec<String> {
        let room = RoomId::new(room).unwrap();
        let found = freed(
            desk,
            &proposal.plan,
            &room,
            at("2027-01-25", HalfDay::Morning),
        );
        let all = found.iter().map(|own| {
            let lacks = own.shortages.iter().map(|own| format!("{:?}", own.lack));
            format!("{} {}", own.run, lacks.collect::<Vec<_>>().join(" + "))
        });
        let mut all: Vec<String> = all.collect();
        all.sort();
        all
    };
    assert_eq!(
        lacks("hall", &desk),
        [
            "LARGE FreedTooSmall { needs: 30, seats: Some(12) }",
            "SCREEN FreedEquipment { missing: [Slug(\"screen\")] }",
            "SMALL ",
        ]
    );
    // Where no room at all does, that is said, and once.
    let mut without = desk.clone();
    without.rooms.retain(|room| room.id.as_str() != "old");
    let lacks = lacks("hall", &without);
    assert_eq!(
        lacks.first().map(String::as_str),
        Some("LARGE RoomTooSmall { needs: 30, largest: Some(12) }")
    );
    assert_eq!(
        lacks.get(1).map(String::as_str),
        Some("SCREEN Equipment { missing: [Slug(\"screen\")] }")
    );
}
