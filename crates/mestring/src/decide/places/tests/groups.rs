//! Minimum groups, who is expected to come, who has a place already, and what more seats would reach.

use mestring_model::PersonStore;
use mestring_model::quantity::Share;

use super::{DESK, ask, ask_with, desk, said};
use crate::assign::{Cancellations, WithinClass};
use crate::decide::places::{GroupState, Holders, NoShow, Outcome, PlaceSettings, Places};
use crate::fixture;

const GROUPS: &str = "
    target_groups
    id | name | name_nb | name_nn | class
    lung | Lung | Lunge | Lunge | large_chronic

    offers
    id | title | target_groups | audience | format | referral | reach | minimum | seats
    A | KOLS-skole | lung | both | physical | no | national | 3 | 8
    B | Pustekurs | lung | both | physical | no | national | |

    runs
    id | offer | state | starts | seats | minimum | cancel_by | cancelled_by
    A1 | A | decided | 2027-02-02 | 8 | | 2027-01-10 | unit head
    B1 | B | decided | 2027-02-04 | 2 | 2 | |";

/// People who wait for lung courses, with choices by hand.
fn waiting_for(choices: &[(&str, &str)], placements: &str) -> PersonStore {
    let mut people: Vec<&str> = choices.iter().map(|(person, _)| *person).collect();
    people.dedup();
    let rows: Vec<String> = people
        .iter()
        .map(|id| format!("{id} | patient | 1970 | 4601 | no | lung"))
        .collect();
    let referrals: Vec<String> = people
        .iter()
        .zip(1..)
        .map(|(id, day)| format!("{id} | lung | 2026-01-{day:02}"))
        .collect();
    let choices: Vec<String> = choices
        .iter()
        .map(|(person, run)| match run.contains('|') {
            true => format!("{person} | {run}"),
            false => format!("{person} | {run} | 10"),
        })
        .collect();
    fixture::store(&format!(
        "people\nid | role | birth_year | municipality | digital | target_groups\n{}\n\n\
         referrals\nperson | target_group | referred_on\n{}\n\n\
         choices\nperson | run | cost\n{}\n\n\
         placements\nperson | run | state | on\n{placements}",
        rows.join("\n"),
        referrals.join("\n"),
        choices.join("\n"),
    ))
}

/// `A1 enough 3/3; …`: what is proposed for each run, with the places and those it needs.
fn groups(places: &Places) -> String {
    let runs = places.runs.iter().filter_map(|run| {
        let group = run.group.as_ref()?;
        let have = run.kept + run.given + run.moved_in;
        let (id, state) = (&run.run, group.state.code());
        Some(format!("{id} {state} {have}/{}", group.needs))
    });
    runs.collect::<Vec<_>>().join("; ")
}

#[test]
fn a_run_with_too_few_is_proposed_to_be_cancelled_and_its_people_go_where_they_can() {
    let desk = fixture::desk(GROUPS);
    let store = waiting_for(
        &[("P1", "A1"), ("P2", "A1"), ("P2", "B1"), ("P3", "B1")],
        "",
    );
    let places = ask(&desk, &store, WithinClass::FairOrder);
    // Three would have to come to A1, and only two could; then B1 has its two.
    assert_eq!(groups(&places), "A1 cancelled 0/3; B1 enough 2/2");
    assert_eq!(said(&places), "P1 full 1 cancelled 1; P2 B1 10; P3 B1 10");
    assert_eq!(places.cancellations(), Some(&Cancellations::Proven));
    let group = places.runs[0].group.as_ref().unwrap();
    assert_eq!(group.decided_by.as_deref(), Some("unit head"));
    assert_eq!((group.minimum, group.would_do), (3, 2));
    // Asked again without minimum groups, every run is held.
    let held = PlaceSettings {
        minimum_groups: false,
        ..PlaceSettings::default()
    };
    let places = ask_with(&desk, &store, held);
    assert_eq!(groups(&places), "A1 not_counted 2/3; B1 not_counted 1/2");
    assert_eq!(places.cancellations(), None);
}

#[test]
fn a_run_draws_the_people_it_needs_and_after_the_last_day_it_is_held() {
    let store = waiting_for(
        &[
            ("P1", "A1"),
            ("P2", "A1"),
            ("P3", "A1"),
            ("P3", "B1"),
            ("P4", "B1"),
        ],
        "",
    );
    // Both cannot have enough; cancelling B1 leaves out P4 alone, cancelling A1 leaves out the first.
    let places = ask(&fixture::desk(GROUPS), &store, WithinClass::FairOrder);
    assert_eq!(groups(&places), "A1 enough 3/3; B1 cancelled 0/2");
    let late = GROUPS.replace("2027-01-10", "2026-11-21");
    let places = ask(&fixture::desk(&late), &store, WithinClass::FairOrder);
    assert_eq!(groups(&places), "A1 too_late 2/3; B1 enough 2/2");
}

/// Thirty people who had places in a run that was held, so many of whom did not come.
fn attended(away: usize) -> PersonStore {
    let people: Vec<String> = (0..30).map(|at| format!("W{at}")).collect();
    let came = |at: usize| if at < away { "no" } else { "yes" };
    let rows: Vec<String> = (0..30)
        .map(|at| format!("W{at} | OLD | 2026-09-01 | {}", came(at)))
        .collect();
    let served: Vec<String> = (0..30)
        .map(|at| format!("W{at} | OLD | accepted | 2026-08-01"))
        .collect();
    fixture::store(&format!(
        "people\nid\n{}\n\nattendance\nperson | run | session | came\n{}\n\n\
         placements\nperson | run | state | on\n{}",
        people.join("\n"),
        rows.join("\n"),
        served.join("\n")
    ))
}

#[test]
fn who_is_expected_to_come_counts_for_the_minimum_and_for_places_only_where_asked() {
    let desk = fixture::desk(&format!(
        "{GROUPS}\n    OLD | A | held | 2026-09-01 | 30 | | |"
    ));
    let names: Vec<String> = (1..=9).map(|at| format!("P{at}")).collect();
    let choices: Vec<(&str, &str)> = names.iter().map(|id| (id.as_str(), "A1")).collect();
    let check = |people: usize, away: usize, no_show: NoShow, expect: (&str, u32, &str)| {
        let mut store = waiting_for(&choices[..people], "");
        let old = attended(away);
        store.people.extend(old.people);
        store.placements.extend(old.placements);
        store.attendance.extend(old.attendance);
        let settings = PlaceSettings {
            no_show,
            ..PlaceSettings::default()
        };
        let places = ask_with(&desk, &store, settings);
        let run = &places.runs[0];
        let group = run.group.as_ref().unwrap();
        let have = run.kept + run.given;
        let said = format!("{} {have}/{}", group.state.code(), group.needs);
        let by = run.expected.as_ref().unwrap().code();
        assert_eq!(
            (said.as_str(), run.places.unwrap(), by),
            expect,
            "{people} {away} {no_show:?}"
        );
    };
    let tenth = Share::from_basis_points(1000).unwrap();
    // With a tenth away four places are needed for three to come.
    check(3, 3, NoShow::MinimumAlone, ("cancelled 0/4", 8, "stored"));
    check(4, 3, NoShow::MinimumAlone, ("enough 4/4", 8, "stored"));
    check(3, 0, NoShow::MinimumAlone, ("enough 3/3", 8, "stored"));
    check(3, 3, NoShow::None, ("enough 3/3", 8, "everybody"));
    check(3, 0, NoShow::Share(tenth), ("cancelled 0/4", 8, "asked"));
    // Twelve of thirty away: eight seats, thirteen places.
    check(9, 12, NoShow::MinimumAlone, ("enough 8/5", 8, "stored"));
    check(9, 12, NoShow::Stored, ("enough 9/5", 13, "stored"));
}

#[test]
fn who_has_a_place_is_asked_to_move_only_where_that_is_needed() {
    let desk = fixture::desk(
        &GROUPS
            .replace("national | 3 | 8", "national | | 8")
            .replace("2027-02-02 | 8", "2027-02-02 | 1")
            .replace("| 2 | 2 |", "| 2 | |"),
    );
    let check = |choices: &[(&str, &str)], placements: &str, expect: &str, stay: &str| {
        for (holders, expect) in [(Holders::WhereNeeded, expect), (Holders::Stay, stay)] {
            let settings = PlaceSettings {
                holders,
                ..PlaceSettings::default()
            };
            let store = waiting_for(choices, placements);
            let places = ask_with(&desk, &store, settings);
            assert!(places.moves_come_first());
            assert_eq!(said(&places), expect, "{holders:?}");
        }
    };
    let held = "P1 | A1 | accepted | 2026-11-01";
    // P2 can go to A1 alone: P1 would be asked to go to B1.
    let both = [("P1", "A1"), ("P1", "B1"), ("P2", "A1")];
    check(
        &both,
        held,
        "P1 moves A1 B1 for_others; P2 A1 10",
        "P1 keeps A1; P2 full 1",
    );
    // P2 could go to B1 too, at the same cost: nobody moves.
    let wide = [("P1", "A1"), ("P1", "B1"), ("P2", "A1"), ("P2", "B1")];
    let kept = "P1 keeps A1; P2 B1 10";
    check(&wide, held, kept, kept);
    // Whoever has a place stands before a longer wait.
    let late = [("P1", "A1"), ("P2", "A1")];
    let second = "P2 | A1 | offered | 2026-11-01";
    let kept = "P1 full 1; P2 keeps A1";
    check(&late, second, kept, kept);
}

#[test]
fn the_one_with_more_notice_is_asked_to_move_and_a_cancelled_run_moves_all_it_can() {
    let soon = "
        offers
        id | title | target_groups | audience | format | referral | reach
        A | KOLS-skole | lung | both | physical | no | national

        target_groups
        id | name | name_nb | name_nn | class
        lung | Lung | Lunge | Lunge | large_chronic

        runs
        id | offer | state | starts | seats | minimum
        SOON | A | decided | 2026-11-27 | 1 |
        LATE | A | decided | 2027-02-02 | 1 |
        FREE | A | decided | 2027-03-02 | 1 |";
    // P3 could have the place of P1 or of P2; either could go to FREE.
    let store = waiting_for(
        &[
            ("P1", "SOON"),
            ("P1", "FREE"),
            ("P2", "LATE"),
            ("P2", "FREE"),
            ("P3", "SOON"),
            ("P3", "LATE"),
        ],
        "P1 | SOON | accepted | 2026-11-01\nP2 | LATE | accepted | 2026-11-01",
    );
    let places = ask(&fixture::desk(soon), &store, WithinClass::FairOrder);
    assert_eq!(
        said(&places),
        "P1 keeps SOON; P2 moves LATE FREE for_others; P3 LATE 10"
    );
    let moved = &places.people[1].outcome;
    assert!(
        matches!(moved, Outcome::Moved { notice: 72, .. }),
        "{moved:?}"
    );

    let groups_desk = fixture::desk(GROUPS);
    let store = waiting_for(
        &[("P1", "A1"), ("P1", "B1"), ("P2", "A1"), ("P3", "B1")],
        "P1 | A1 | accepted | 2026-11-01\nP2 | A1 | accepted | 2026-11-01",
    );
    let places = ask(&groups_desk, &store, WithinClass::FairOrder);
    assert_eq!(
        said(&places),
        "P1 moves A1 B1 cancelled; P2 loses A1; P3 B1 10"
    );
    assert_eq!(
        places.runs[0].group.as_ref().unwrap().state,
        GroupState::Cancelled
    );
    assert_eq!((places.runs[0].kept, places.runs[0].moved_out), (0, 2));
}

#[test]
fn more_people_than_seats_keep_their_places() {
    let desk = fixture::desk(&GROUPS.replace("| 2 | 2 |", "| 1 | |"));
    let store = waiting_for(
        &[("P1", "B1"), ("P2", "B1"), ("P3", "B1")],
        "P2 | B1 | accepted | 2026-11-01\nP3 | B1 | offered | 2026-11-01",
    );
    let places = ask(&desk, &store, WithinClass::FairOrder);
    assert_eq!(said(&places), "P1 full 1; P2 keeps B1; P3 keeps B1");
    assert_eq!(
        (places.runs[1].seats, places.runs[1].places),
        (Some(1), Some(2))
    );
}

/// So many people wait for KOLS-skole, every second one for the runs on the net too.
fn crowd(people: usize) -> PersonStore {
    let digital = |at: usize| if at.is_multiple_of(2) { "yes" } else { "no" };
    let rows: Vec<String> = (0..people)
        .map(|at| format!("P{at} | patient | 1970 | 4601 | {} | lung", digital(at)))
        .collect();
    let referrals: Vec<String> = (0..people)
        .map(|at| format!("P{at} | lung | 2026-{:02}-{:02}", at % 11 + 1, at % 28 + 1))
        .collect();
    fixture::store(&format!(
        "people\nid | role | birth_year | municipality | digital | target_groups\n{}\n\n\
         referrals\nperson | target_group | referred_on\n{}",
        rows.join("\n"),
        referrals.join("\n")
    ))
}

#[test]
fn what_a_further_run_would_serve_is_what_assigning_anew_gives() {
    let store = crowd(12);
    let runs = DESK.lines().map(|line| {
        let more = match line.trim().split(' ').next() {
            Some("id") if line.contains("starts") => " | minimum",
            Some("K1" | "N1") => " | 1",
            Some("T1" | "O1") => " |",
            _ => "",
        };
        format!("{line}{more}")
    });
    let minimum: String = runs.collect::<Vec<_>>().join("\n");
    for text in [DESK, minimum.as_str()] {
        let desk = fixture::desk(text);
        let before = ask(&desk, &store, WithinClass::FairOrder);
        let more = before.more_seats().unwrap();
        let runs: Vec<&str> = more.runs.iter().map(|own| own.run.as_str()).collect();
        assert_eq!((runs.as_slice(), more.left_out), (&["K1", "N1"][..], 0));
        for own in &more.runs {
            let (from, to) = match own.run.as_str() {
                "K1" => ("2027-02-02 | SAL | 2", "2027-02-02 | SAL | 4"),
                _ => ("2027-02-04 | | 1", "2027-02-04 | | 2"),
            };
            let larger = fixture::desk(&text.replace(from, to));
            let after = ask(&larger, &store, WithinClass::FairOrder);
            let served = |places: &Places| -> usize {
                places.by_class().values().map(|(_, served)| served).sum()
            };
            assert_eq!(
                own.served(),
                served(&after) - served(&before),
                "{}",
                own.run
            );
            assert_eq!(own.class, 3);
            // Nobody is drawn into a minimum group here, so who moves can be told with one too.
            assert!(own.further_moves.is_some());
            assert!(own.moves.is_some());
        }
    }
}

#[test]
fn who_would_move_is_not_told_where_a_minimum_group_draws_people() {
    let desk = fixture::desk(GROUPS);
    // P3 would rather go to B1, and is in A1 so that P5 has a place.
    let store = waiting_for(
        &[
            ("P1", "A1"),
            ("P2", "A1"),
            ("P3", "A1 | 50"),
            ("P3", "B1"),
            ("P4", "B1"),
            ("P5", "B1"),
            ("P6", "B1"),
        ],
        "",
    );
    let places = ask(&desk, &store, WithinClass::FairOrder);
    assert_eq!(groups(&places), "A1 enough 3/3; B1 enough 2/2");
    let more = places.more_seats().unwrap();
    let own = &more.runs[0];
    // With two seats more P6 has a place, and P3 would leave too few in A1.
    assert_eq!((own.run.as_str(), own.served()), ("B1", 1));
    assert_eq!((own.moves, own.further_moves), (Some(0), None));
}

#[test]
fn a_seat_that_serves_nobody_more_is_worth_nothing() {
    let places = ask(&desk(), &crowd(2), WithinClass::FairOrder);
    let more = places.more_seats().unwrap();
    assert_eq!((more.runs.as_slice(), more.left_out), (&[][..], 0));
    let waiting: Vec<u32> = places.runs.iter().map(|run| run.waiting).collect();
    assert_eq!(waiting, [0, 0, 0, 0]);
}
