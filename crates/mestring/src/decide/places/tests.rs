//! From a store and a desk to places, by the shipped packs.

use mestring_model::id::{PersonId, RunId};
use mestring_model::{Desk, PersonStore};

use super::{Asked, Outcome, PlaceSettings, Places};
use crate::assign::WithinClass;
use crate::decide::{Decider, Packs};
use crate::fixture;

mod asks;
mod blocked;
mod deadline;
mod facts;
mod groups;
mod reserved;
mod together;
mod wishes;

const DESK: &str = "
    target_groups
    id | name | name_nb | name_nn | class
    lung | Lung | Lunge | Lunge | large_chronic
    frail | Frail | Skrøpelige | Skrøpelege | focus

    rooms
    id | name | municipality
    SAL | Kurssal | 4601

    offers
    id | title | target_groups | audience | ages | format | referral | reach | municipalities
    KOLS | KOLS-skole | lung | both | 18+ | physical | no | municipalities | 4601
    NETT | KOLS på nett | lung | both | 18+ | digital_live | no | national |
    TRYGG | Trygg hverdag | frail | patients | 65+ | physical | yes | national |
    OPEN | Åpent kurs | lung | | | | | |

    runs
    id | offer | state | starts | room | seats
    K1 | KOLS | decided | 2027-02-02 | SAL | 2
    N1 | NETT | decided | 2027-02-04 | | 1
    T1 | TRYGG | decided | 2027-04-06 | SAL | 1
    O1 | OPEN | decided | 2027-04-06 | SAL |";

fn desk() -> Desk {
    fixture::desk(DESK)
}

fn ask(desk: &Desk, store: &PersonStore, within_class: WithinClass) -> Places {
    let settings = PlaceSettings {
        within_class,
        ..PlaceSettings::default()
    };
    ask_with(desk, store, settings)
}

fn ask_with(desk: &Desk, store: &PersonStore, settings: PlaceSettings) -> Places {
    let packs = Packs::shipped().unwrap();
    let decider = Decider::new(desk, &packs, "2026-11-22".parse().unwrap(), None);
    decider.places(store, settings).unwrap()
}

fn fair(store: &str) -> Places {
    ask(&desk(), &fixture::store(store), WithinClass::FairOrder)
}

/// `A K1 20; B full 1; …`: what becomes of each.
fn said(places: &Places) -> String {
    let people = places.people.iter().map(|own| {
        let what = match &own.outcome {
            Outcome::Kept { run, .. } => format!("keeps {run}"),
            Outcome::Given { run, cost, .. } => format!("{run} {cost}"),
            Outcome::Moved {
                from, run, because, ..
            } => format!("moves {from} {run} {}", because.code()),
            Outcome::Lost { run, .. } => format!("loses {run}"),
            Outcome::Full { runs, cancelled: 0 } => format!("full {runs}"),
            Outcome::Full { runs, cancelled } => format!("full {runs} cancelled {cancelled}"),
            Outcome::NoRun {
                considered,
                because,
            } => {
                let because: Vec<String> = because
                    .iter()
                    .map(|(rule, count)| format!("{rule} {count}"))
                    .collect();
                format!("none of {considered} {because:?}")
            }
            Outcome::Ask { considered } => format!("ask {considered}"),
        };
        format!("{} {what}", own.person.as_str())
    });
    people.collect::<Vec<_>>().join("; ")
}

/// `clinic of A days_to_deadline 1`: of whom, what, and how many people it concerns.
fn asks(places: &Places) -> Vec<String> {
    let asks = places.asks.iter().map(|own| {
        let of = match &own.of {
            Asked::Person(person) => person.as_str().to_owned(),
            Asked::Clinic(person) => format!("clinic of {}", person.as_str()),
            Asked::Run(run) => run.as_str().to_owned(),
            Asked::Centre => "centre".to_owned(),
        };
        format!("{of} {} {}", own.fact, own.people)
    });
    asks.collect()
}

const WAYS: &str = "travel\n from | to | minutes\n 4601 | 4601 | 20\n\n";

#[test]
fn who_is_served_follows_the_order_and_where_follows_the_cost() {
    let places = fair(&format!(
        "{WAYS}people
        id | role | birth_year | municipality | digital | target_groups
        LATE | patient | 1970 | 4601 | yes | lung
        EARLY | patient | 1970 | 4601 | yes | lung
        URGENT | patient | 1970 | 4601 | no | lung
        LONG | patient | 1970 | 4601 | no | lung

        referrals
        person | target_group | referred_on | deadline
        LATE | lung | 2026-11-01 |
        EARLY | lung | 2026-05-01 |
        URGENT | lung | 2026-11-01 | 2026-12-01
        LONG | lung | 2026-01-01 |"
    ));
    // EARLY could go to the room too, and goes to the net so that LONG gets a place.
    assert_eq!(
        said(&places),
        "LATE full 2; EARLY N1 0; URGENT K1 260; LONG K1 20"
    );
    // Her run starts after the deadline.
    assert_eq!(places.cost, 280);
    assert_eq!(places.by_class(), [(1, (1, 1)), (3, (3, 2))].into());
    let next: Vec<_> = places
        .runs
        .iter()
        .map(|run| (run.given, run.next_class))
        .collect();
    assert_eq!(next, [(2, Some(3)), (1, Some(3)), (0, None), (0, None)]);
}

#[test]
fn what_cannot_be_told_is_asked_of_the_person_or_about_the_run() {
    let places = fair(
        "people
        id | role | birth_year | municipality | digital | target_groups
        YEAR | patient | | 4601 | no | lung
        HOME | patient | 1970 | | no | lung
        GROUP | patient | 1970 | 4601 | yes |
        YOUNG | patient | 1990 | 4601 | no | frail
        FAR | patient | 1970 | 4621 | no | lung
        WHO | | 1940 | 4601 | no | frail

        referrals
        person | offer
        WHO | TRYGG
        YOUNG | TRYGG
        FAR | KOLS",
    );
    assert_eq!(
        said(&places),
        "YEAR ask 3; HOME ask 3; GROUP none of 0 []; YOUNG none of 1 [\"age 1\"]; \
         FAR none of 1 [\"area 1\"]; WHO ask 1"
    );
    assert_eq!(
        asks(&places),
        [
            "O1 seats 2",
            "GROUP target_groups 1",
            "HOME in_catchment 1",
            "WHO audience_fits 1",
            "YEAR age_fits 1",
        ]
    );
}

#[test]
fn a_place_that_somebody_has_is_kept_and_a_choice_by_hand_asks_no_rule() {
    let places = fair(
        "people
        id | role | birth_year | municipality | digital | target_groups
        HAS | patient | 1970 | 4601 | no | lung
        FIRST | patient | 1970 | 4601 | no | lung
        HAND | patient | | | | lung
        SAID | patient | 1970 | 4601 | no | lung

        referrals
        person | target_group | referred_on
        FIRST | lung | 2026-01-01
        SAID | lung | 2026-01-02

        choices
        person | run | cost
        HAND | T1 | 7

        placements
        person | run | state | on
        HAS | K1 | accepted | 2026-11-01
        SAID | K1 | declined | 2026-11-02",
    );
    assert_eq!(
        said(&places),
        "HAS keeps K1; FIRST K1 60; HAND T1 7; SAID ask 2"
    );
    let run = &places.runs[0];
    assert_eq!((run.kept, run.given, run.seats), (1, 1, Some(2)));
}

#[test]
fn equal_facts_are_judged_once_for_each_choice_by_hand() {
    // All four are alike to the rules, which lack the year of birth.
    let places = fair(&format!(
        "{WAYS}people
        id | role | birth_year | municipality | digital | target_groups
        RULES | patient | | 4601 | no | frail
        COST | patient | | 4601 | no | frail
        OTHER | patient | | 4601 | no | frail
        NONE | patient | | 4601 | no | frail

        choices
        person | run | cost
        COST | T1 | 7
        OTHER | N1 | 9
        NONE | K1 |"
    ));
    assert_eq!(
        said(&places),
        "RULES ask 1; COST T1 7; OTHER N1 9; NONE K1 20"
    );
}

#[test]
fn a_freed_seat_is_what_assigning_anew_would_give() {
    let rows: String = (0..9)
        .map(|at| {
            let digital = if at % 3 == 0 { "yes" } else { "no" };
            format!("P{at} | patient | 1970 | 4601 | {digital} | lung\n")
        })
        .collect();
    let referrals: String = (0..9)
        .map(|at| format!("P{at} | lung | 2026-0{}-01\n", 9 - at))
        .collect();
    let store = fixture::store(&format!(
        "people\nid | role | birth_year | municipality | digital | target_groups\n{rows}\n\n\
         referrals\nperson | target_group | referred_on\n{referrals}"
    ));
    let (desk, more) = (desk(), fixture::desk(&DESK.replace("SAL | 2", "SAL | 3")));
    let (before, after) = (
        ask(&desk, &store, WithinClass::FairOrder),
        ask(&more, &store, WithinClass::FairOrder),
    );
    let next = before.next(&desk, &RunId::new("K1").unwrap()).unwrap();
    let served = |places: &Places, id: &PersonId| {
        let own = places.person(id).unwrap();
        matches!(own.outcome, Outcome::Given { .. })
    };
    let new: Vec<&PersonId> = after
        .people
        .iter()
        .map(|own| &own.person)
        .filter(|id| served(&after, id) && !served(&before, id))
        .collect();
    let last = next.steps.last().unwrap();
    assert_eq!(new, [&last.person]);
    assert_eq!(last.from, None);
    let shown = format!("{before:?} {next:?} {:?}", before.people);
    assert!(
        !shown.contains("P0") && !shown.contains("2026-09"),
        "{shown}"
    );
}

#[test]
fn nobody_and_nothing_give_an_empty_proposal() {
    let empty = PersonStore::default();
    let places = ask(&desk(), &empty, WithinClass::FairOrder);
    assert_eq!((places.people.len(), places.cost), (0, 0));
    let no_runs = ask(
        &Desk::default(),
        &fixture::store("people\nid\nP1"),
        WithinClass::Cost,
    );
    assert_eq!(said(&no_runs), "P1 none of 0 []");
    let id = PersonId::new("P2").unwrap();
    assert_eq!(no_runs.person(&id).unwrap_err().code(), "C052");
    for (run, code) in [("K1", ""), ("O1", "C053"), ("K9", "C027")] {
        let next = places.next(&desk(), &RunId::new(run).unwrap());
        assert_eq!(
            next.map_or_else(|error| error.code(), |_| ""),
            code,
            "{run}"
        );
    }
}

/// A has a seat in K1 and one in N1; nobody else gets either, whatever A took before.
#[test]
fn every_seat_that_somebody_has_is_taken() {
    let store = "
        people
        id | role | birth_year | municipality | target_groups | digital
        A | patient | 1960 | 4601 | lung | yes
        B | patient | 1961 | 4601 | lung | yes

        placements
        person | run | state | on
        A | K1 | accepted | 2026-11-10
        A | N1 | accepted | 2026-11-12";
    let places = fair(store);
    let run = |id: &str| {
        places
            .runs
            .iter()
            .find(|own| own.run.as_str() == id)
            .unwrap()
    };
    assert_eq!((run("N1").kept, run("N1").given), (1, 0));
    assert_eq!((run("K1").kept, run("K1").given), (1, 1));
    assert!(said(&places).contains("B K1"), "{}", said(&places));
    // One more is there for whoever waits, and nobody who has a seat is asked for it.
    let next = places.next(&desk(), &RunId::new("N1").unwrap()).unwrap();
    assert!(
        next.steps.iter().all(|step| step.person.as_str() == "B"),
        "{next:?}"
    );
}

/// Before A's no is written down, B is next; after that, B is proposed for the seat, and C is next for
/// one more. Where more people have a place than there are seats, nobody is.
#[test]
fn who_is_next_does_not_depend_on_whether_the_no_is_written_down() {
    let store = |placements: &str| {
        format!(
            "people
            id | role | birth_year | municipality | target_groups | digital
            A | patient | 1960 | 4601 | lung | yes
            B | patient | 1961 | 4601 | lung | yes
            C | patient | 1962 | 4601 | lung | yes

            referrals
            person | offer | referred_on
            A | NETT | 2026-01-01
            B | NETT | 2026-02-01
            C | NETT | 2026-03-01

            placements
            person | run | state | on
            {placements}"
        )
    };
    let table = [
        ("A | N1 | accepted | 2026-11-10", "free -, over 0, next B"),
        ("A | N1 | declined | 2026-11-12", "free B, over 0, next C"),
        (
            "A | N1 | accepted | 2026-11-10\n B | N1 | accepted | 2026-11-10",
            "free -, over 1, next -",
        ),
    ];
    for (placements, expect) in table {
        let places = fair(&store(placements));
        let next = places.next(&desk(), &RunId::new("N1").unwrap()).unwrap();
        let ids = |steps: &[super::Step]| {
            let ids: Vec<&str> = steps.iter().map(|step| step.person.as_str()).collect();
            match ids.as_slice() {
                [] => "-".to_owned(),
                ids => ids.join(" "),
            }
        };
        let (free, steps) = (ids(&next.free), ids(&next.steps));
        let said = format!("free {free}, over {}, next {steps}", next.over);
        assert_eq!(said, expect, "{placements}");
    }
}
