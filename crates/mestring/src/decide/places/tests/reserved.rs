//! Seats that are kept for people of some municipalities.

use super::{ask, ask_with, said};
use crate::assign::WithinClass;
use crate::decide::places::{PlaceSettings, Places, ReservedState};
use crate::fixture;
use mestring_model::PersonStore;

const KEPT: &str = "
    target_groups
    id | name | name_nb | name_nn | class
    lung | Lung | Lunge | Lunge | large_chronic

    organisations
    id | name | kind | municipality
    kvam | Kvam herad | municipality | 4622
    hus | Sjukehuset | hospital | 4601

    bodies
    id | name | kind
    nord | Nordhordland | committee

    area
    municipality | name | committee
    4631 | Alver | nord

    offers
    id | title | target_groups | audience | format | referral | reach | minimum
    A | KOLS-skole | lung | both | physical | no | national |

    runs
    id | offer | state | starts | seats | minimum
    A1 | A | decided | 2027-02-02 | 3 |
    B1 | A | decided | 2027-02-04 | | 2

    reservations
    run | organisation | committee | municipalities | seats | until
    ";

/// Everybody with a municipality, who has waited longest first, and could go to A1.
fn store(homes: &[&str], placements: &str) -> PersonStore {
    let rows = homes.iter().enumerate();
    let people: Vec<String> = rows
        .clone()
        .map(|(at, home)| format!("P{at} | patient | 1970 | {home} | no | lung"))
        .collect();
    let referrals: Vec<String> = rows
        .map(|(at, _)| format!("P{at} | lung | 2026-01-{:02}", at + 1))
        .collect();
    let choices: Vec<String> = (0..homes.len())
        .map(|at| format!("P{at} | A1 | 10"))
        .collect();
    fixture::store(&format!(
        "people\nid | role | birth_year | municipality | digital | target_groups\n{}\n\n\
         referrals\nperson | target_group | referred_on\n{}\n\n\
         choices\nperson | run | cost\n{}\n\n\
         placements\nperson | run | state | on\n{placements}",
        people.join("\n"),
        referrals.join("\n"),
        choices.join("\n"),
    ))
}

fn places(rows: &str, store: &PersonStore) -> Places {
    let desk = fixture::desk(&format!("{KEPT}{rows}"));
    ask(&desk, store, WithinClass::FairOrder)
}

/// `2 of 2 kept, 1 there of 1, 0 unknown; …`
fn kept(places: &Places) -> String {
    let all = places.runs.iter().flat_map(|run| &run.reserved);
    let all = all.map(|own| {
        format!(
            "{} of {} {}, {} there of {}, {} unknown",
            own.seats,
            own.stated,
            own.state.code(),
            own.people,
            own.would_do,
            own.home_unknown
        )
    });
    all.collect::<Vec<_>>().join("; ")
}

#[test]
fn who_lives_in_the_partners_municipality_comes_before_who_has_waited_longer() {
    let store = store(&["4601", "4601", "4601", "", "4622"], "");
    for partner in ["kvam | |", "| | 4622"] {
        let places = places(&format!("A1 | {partner} | 1 | 2027-01-10"), &store);
        assert_eq!(
            said(&places),
            "P0 A1 10; P1 A1 10; P2 full 1; P3 full 1; P4 A1 10",
            "{partner}"
        );
        assert_eq!(kept(&places), "1 of 1 kept, 1 there of 1, 1 unknown");
        // One more open seat is for P2, one more kept seat for nobody.
        let run = &places.runs[0];
        assert_eq!(
            (run.next_class, run.reserved[0].next_class),
            (Some(3), None)
        );
    }
}

#[test]
fn a_committees_seats_stay_free_until_the_day_has_passed() {
    let store = store(&["4601", "4601", "4601"], "");
    let open = places("A1 | | nord | | 2 | 2026-11-22", &store);
    assert_eq!(said(&open), "P0 A1 10; P1 full 1; P2 full 1");
    assert_eq!(kept(&open), "2 of 2 kept, 0 there of 0, 0 unknown");
    let passed = places("A1 | | nord | | 2 | 2026-11-21", &store);
    assert_eq!(said(&passed), "P0 A1 10; P1 A1 10; P2 A1 10");
    assert_eq!(kept(&passed), "0 of 2 passed, 0 there of 0, 0 unknown");
}

#[test]
fn nobody_loses_a_promised_place_to_a_reservation() {
    let two = "P0 | A1 | accepted | 2026-11-01\nP1 | A1 | offered | 2026-11-01";
    let store = store(&["4601", "4601", "4622", "4622"], two);
    let kept_three = places("A1 | kvam | | | 3 |", &store);
    assert_eq!(
        said(&kept_three),
        "P0 keeps A1; P1 keeps A1; P2 A1 10; P3 full 1"
    );
    assert_eq!(kept(&kept_three), "1 of 3 kept, 1 there of 2, 0 unknown");
}

#[test]
fn two_reservations_of_one_run_keep_what_there_is() {
    let store = store(&["4601", "4601", "4622", "4631"], "");
    let both = places("A1 | kvam | | | 1 |\nA1 | | nord | | 1 |", &store);
    assert_eq!(said(&both), "P0 A1 10; P1 full 1; P2 A1 10; P3 A1 10");
    assert_eq!(
        kept(&both),
        "1 of 1 kept, 1 there of 1, 0 unknown; 1 of 1 kept, 1 there of 1, 0 unknown"
    );
}

#[test]
fn where_no_municipality_is_known_or_no_seats_are_stated_nothing_is_kept() {
    let store = store(&["4601", "4601", "4601"], "");
    let none = KEPT.to_owned() + "A1 | hus | | | 2 |\nB1 | kvam | | | 2 |";
    let desk = fixture::any_desk(&none);
    let places = ask_with(&desk, &store, PlaceSettings::default());
    assert_eq!(said(&places), "P0 A1 10; P1 A1 10; P2 A1 10");
    let states: Vec<ReservedState> = places
        .runs
        .iter()
        .flat_map(|run| run.reserved.iter().map(|own| own.state))
        .collect();
    assert_eq!(states, [ReservedState::ForNobody, ReservedState::NoSeats]);
}
