//! Relatives who want to come with the patient.

use mestring_model::PersonStore;
use mestring_model::id::RunId;

use super::{ask, said};
use crate::assign::WithinClass;
use crate::decide::places::{Places, TogetherPlaces};
use crate::fixture;

const DESK: &str = "
    target_groups
    id | name | name_nb | name_nn | class
    lung | Lung | Lunge | Lunge | large_chronic

    offers
    id | title | target_groups | audience | format | referral | reach
    A | KOLS-skole | lung | both | physical | no | national

    runs
    id | offer | state | starts | seats | minimum
    A1 | A | decided | 2027-02-02 | 2 | MINIMUM
    A2 | A | decided | 2027-02-04 | 3 |";

/// `people` are rows of id, role, whose relative, together; `choices` of person and run.
fn places_with(minimum: &str, people: &[&str], choices: &[&str], placements: &str) -> Places {
    let desk = fixture::desk(&DESK.replace("MINIMUM", minimum));
    let store = store(people, choices, placements);
    ask(&desk, &store, WithinClass::FairOrder)
}

fn store(people: &[&str], choices: &[&str], placements: &str) -> PersonStore {
    let patients = people.iter().filter(|row| row.contains("patient"));
    let referrals: Vec<String> = patients
        .zip(1..)
        .map(|(row, day)| {
            let id = row.split('|').next().unwrap().trim();
            format!("{id} | lung | 2026-01-{day:02}")
        })
        .collect();
    let choices: Vec<String> = choices.iter().map(|row| format!("{row} | 10")).collect();
    let people: Vec<String> = people
        .iter()
        .map(|row| format!("{row} | 1970 | 4601 | no | lung"))
        .collect();
    let columns = "id | role | relative_of | together | birth_year | municipality | digital";
    fixture::store(&format!(
        "people\n{columns} | target_groups\n{}\n\n\
         referrals\nperson | target_group | referred_on\n{}\n\n\
         choices\nperson | run | cost\n{}\n\n\
         placements\nperson | run | state | on\n{placements}",
        people.join("\n"),
        referrals.join("\n"),
        choices.join("\n"),
    ))
}

/// `PAIR A1, WITH -`: who would not come together.
fn parted(places: &Places) -> String {
    let all = places.parted.iter().map(|own| {
        let run = |run: &Option<RunId>| run.as_ref().map_or("-".to_owned(), ToString::to_string);
        let (patient, relative) = (own.patient.as_str(), own.relative.as_str());
        let (patient_in, relative_in) = (run(&own.patient_in), run(&own.relative_in));
        format!("{patient} {patient_in}, {relative} {relative_in}")
    });
    all.collect::<Vec<_>>().join("; ")
}

fn places(people: &[&str], choices: &[&str], placements: &str) -> Places {
    places_with("", people, choices, placements)
}

const FOUR: [&str; 4] = [
    "SINGLE | patient | |",
    "PAIR | patient | |",
    "WITH | relative | PAIR | yes",
    "LAST | patient | |",
];

/// Everybody could go to A1 and nowhere else.
const NEAR: [&str; 4] = ["SINGLE | A1", "PAIR | A1", "WITH | A1", "LAST | A1"];

#[test]
fn a_relative_comes_in_the_run_of_the_patient_or_both_wait() {
    let choices = [
        "PAIR | A2",
        "WITH | A2",
        "LAST | A2",
        "SINGLE | A1",
        "PAIR | A1",
        "WITH | A1",
    ];
    let both = places(&FOUR, &choices, "");
    assert_eq!(
        said(&both),
        "SINGLE A1 10; PAIR A2 10; WITH A2 10; LAST A2 10"
    );
    assert_eq!(
        both.together(),
        Some(&TogetherPlaces {
            wanted: 1,
            parties: 1,
            placed: 1,
            proven: true,
            ..TogetherPlaces::default()
        })
    );
    // One seat is left beside the first, and that is for somebody who comes alone.
    let none = places(&FOUR, &NEAR, "");
    assert_eq!(
        said(&none),
        "SINGLE A1 10; PAIR full 1; WITH full 1; LAST A1 10"
    );
    assert_eq!((parted(&both), parted(&none)), Default::default());
    // Who does not say that they want to come together is placed alone.
    let mut people = FOUR;
    people[2] = "WITH | relative | PAIR |";
    let alone = places(&people, &NEAR, "");
    // They wait since the same day, and the patient stands first, whatever the draw.
    let expect = "SINGLE A1 10; PAIR A1 10; WITH full 1; LAST full 1";
    assert_eq!(said(&alone), expect);
    let desk = fixture::desk(&DESK.replace("MINIMUM", ""));
    let mut drawn = store(&people, &NEAR, "");
    for seed in 0..8 {
        drawn.settings.seed = Some(seed);
        let places = ask(&desk, &drawn, WithinClass::FairOrder);
        assert_eq!(said(&places), expect, "{seed}");
    }
    assert_eq!(alone.runs[0].given, 2);
    assert_eq!(alone.together(), None);
}

#[test]
fn who_has_a_place_keeps_it_and_the_relative_joins_them() {
    let choices = [
        "SINGLE | A1",
        "SINGLE | A2",
        "PAIR | A1",
        "WITH | A1",
        "WITH | A2",
        "LAST | A2",
    ];
    let joined = places(&FOUR, &choices, "PAIR | A1 | accepted | 2026-11-01");
    let counts = joined.together().unwrap();
    assert_eq!(
        (counts.wanted, counts.parties, counts.patient_has_place),
        (1, 0, 1)
    );
    assert_eq!(counts.apart, 0);
    assert!(
        said(&joined).contains("PAIR keeps A1; WITH A1 10"),
        "{}",
        said(&joined)
    );
    let first = places(&FOUR, &choices, "WITH | A1 | accepted | 2026-11-01");
    assert_eq!(first.together().unwrap().relative_has_place, 1);
}

#[test]
fn where_nothing_would_do_for_both_each_is_placed_alone() {
    let choices = ["SINGLE | A1", "PAIR | A1", "WITH | A2", "LAST | A2"];
    let apart = places(&FOUR, &choices, "");
    assert_eq!(
        said(&apart),
        "SINGLE A1 10; PAIR A1 10; WITH A2 10; LAST A2 10"
    );
    let counts = apart.together().unwrap();
    assert_eq!((counts.parties, counts.no_common_run), (0, 1));
    assert_eq!(parted(&apart), "PAIR A1, WITH A2");
    assert!(!format!("{:?}", apart.parted).contains("PAIR"));
    // One of them alone has a place, and both have none.
    let choices = ["SINGLE | A1", "PAIR | A1", "WITH | A2", "LAST | A2"];
    let said_no = "WITH | A2 | declined | 2026-11-01";
    assert_eq!(parted(&places(&FOUR, &choices, said_no)), "PAIR A1, WITH -");
    let said_no = format!("{said_no}\nPAIR | A1 | declined | 2026-11-01");
    assert_eq!(parted(&places(&FOUR, &choices, &said_no)), "");
}

#[test]
fn of_more_than_six_none_has_to_wait_for_the_others() {
    let relatives: Vec<String> = (0..6)
        .map(|at| format!("W{at} | relative | PAIR | yes"))
        .collect();
    let mut people = vec!["PAIR | patient | |"];
    people.extend(relatives.iter().map(String::as_str));
    let choices: Vec<String> = (0..6).map(|at| format!("W{at} | A2")).collect();
    let mut choices: Vec<&str> = choices.iter().map(String::as_str).collect();
    choices.push("PAIR | A2");
    let many = places(&people, &choices, "");
    let counts = many.together().unwrap();
    assert_eq!((counts.parties, counts.too_many), (0, 6));
    assert_eq!(many.runs[1].given, 3);
}

/// With a minimum group, and what one more seat would do with the party where it is.
#[test]
fn a_party_counts_in_a_group_and_a_freed_seat_is_for_who_comes_alone() {
    let choices = [
        "SINGLE | A2",
        "PAIR | A1",
        "PAIR | A2",
        "WITH | A1",
        "WITH | A2",
        "LAST | A2",
    ];
    let held = places_with("2", &FOUR, &choices, "");
    assert_eq!(held.runs[0].group.as_ref().unwrap().state.code(), "enough");
    assert_eq!(
        said(&held),
        "SINGLE A2 10; PAIR A1 10; WITH A1 10; LAST A2 10"
    );
    let full = places(&FOUR, &NEAR, "");
    let desk = fixture::desk(&DESK.replace("MINIMUM", ""));
    // The party could not use one more seat, and nobody else waits.
    let next = full.next(&desk, &RunId::new("A1").unwrap()).unwrap();
    assert!(next.steps.is_empty(), "{next:?}");
    let first = places(&FOUR[1..], &NEAR[1..], "");
    assert_eq!(said(&first), "PAIR A1 10; WITH A1 10; LAST full 1");
    let next = first.next(&desk, &RunId::new("A1").unwrap()).unwrap();
    assert_eq!(next.steps.len(), 1);
    assert_eq!(next.steps[0].person.as_str(), "LAST");
}
