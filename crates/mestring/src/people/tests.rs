//! Who waits, for which runs each is considered, and what is known of the two together.

use chrono::NaiveDate;
use mestring_model::facts::{ChoiceFacts, FactValue, PersonFacts};
use mestring_model::{Desk, Fact, PersonStore};
use proptest::prelude::*;

use super::{Choices, OpenRun, Waiting, choices, open_runs, waiting};
use crate::fixture;
use crate::topics::Topics;

mod wishes;

const DESK: &str = "
    target_groups
    id | name | name_nb | name_nn | class
    lung | Lung | Lunge | Lunge | large_chronic
    frail | Frail | Skrøpelige | Skrøpelege | focus
    pain | Pain | Smerte | Smerte |

    rooms
    id | name | municipality
    SAL | Kurssal | 4601

    offers
    id | title | target_groups | audience | ages | format | referral | seats | reach | municipalities | language
    KOLS | KOLS-skole | lung | both | 18+ | physical | yes | 12-14 | municipalities | 4601; 4627 |
    NETT | KOLS på nett | lung | patients | | digital_live | no | | national | | norwegian
    TRYGG | Trygg hverdag | frail; lung | both | 65+ | hybrid | | 16 | municipalities | 4601 |
    VOND | Smerteskole | pain | patients | | physical | | 10 | | |

    runs
    id | offer | state | starts | weekdays | half_days | room | seats
    OLD | KOLS | held | 2026-03-03 | | | SAL |
    GONE | KOLS | cancelled | 2026-04-07 | | | SAL |
    LOST | KOLS | cancelled | 2027-03-09 | | | SAL |
    K1 | KOLS | decided | 2027-02-02 | tuesday | afternoon | SAL |
    K2 | KOLS | decided | 2027-03-03 | | morning | | 10
    N1 | NETT | decided | 2027-02-04 | | evening | | 20
    T1 | TRYGG | decided | 2027-04-06 | tuesday; thursday | morning | SAL |
    V1 | VOND | decided | 2027-05-04 | | | SAL |
    NOW | KOLS | decided | 2026-11-22 | | | SAL |
    FULL | NETT | decided | 2027-06-01 | | | SAL |
    LATER | KOLS | wished | | | | |";

fn as_of() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

struct Asked {
    desk: Desk,
    store: PersonStore,
    open: Vec<OpenRun>,
    waiting: Vec<Waiting>,
    choices: Choices,
}

fn ask(store: &str) -> Asked {
    asked(fixture::desk(DESK), fixture::store(store))
}

fn asked(desk: Desk, store: PersonStore) -> Asked {
    let topics = Topics::of(&desk);
    let open = open_runs(&desk, as_of());
    let waiting = waiting(&desk, &topics, &store, as_of());
    let choices = choices(&desk, &topics, &store, &waiting, &open);
    Asked {
        desk,
        store,
        open,
        waiting,
        choices,
    }
}

impl Asked {
    fn id(&self, waiting: &Waiting) -> &str {
        self.store.people[waiting.person].id.as_str()
    }

    fn run(&self, at: u32) -> &str {
        self.desk.runs[self.open[at as usize].run].id.as_str()
    }

    /// `P1: K1 N1; P2: -`, everybody who waits with the runs that they are considered for.
    fn pairs(&self) -> String {
        let of = |at: usize| {
            let own = self
                .choices
                .pairs
                .iter()
                .filter(|pair| pair.person as usize == at);
            own.map(|pair| self.run(pair.run)).collect::<Vec<_>>()
        };
        let people = self.waiting.iter().enumerate().map(|(at, own)| {
            let runs = of(at);
            let runs = if runs.is_empty() {
                "-".to_owned()
            } else {
                runs.join(" ")
            };
            format!("{}: {runs}", self.id(own))
        });
        people.collect::<Vec<_>>().join("; ")
    }

    /// What is known of a person with a run.
    fn facts(&self, person: &str, run: &str) -> &ChoiceFacts {
        let pair = self.choices.pairs.iter().find(|pair| {
            self.id(&self.waiting[pair.person as usize]) == person && self.run(pair.run) == run
        });
        &self.choices.facts[pair.unwrap_or_else(|| panic!("{person} {run}")).facts as usize]
    }

    fn person(&self, id: &str) -> &PersonFacts {
        &self
            .waiting
            .iter()
            .find(|own| self.id(own) == id)
            .unwrap()
            .facts
    }
}

#[test]
fn runs_that_are_decided_and_to_come_take_people() {
    let asked = ask("people\n id\n P1");
    let shown: Vec<String> = asked
        .open
        .iter()
        .map(|own| format!("{} {:?}", asked.desk.runs[own.run].id, own.seats))
        .collect();
    assert_eq!(
        shown,
        [
            "K1 Known(14)",
            "K2 Known(10)",
            "N1 Known(20)",
            "T1 Known(16)",
            "V1 Known(10)",
            "FULL NotStated"
        ]
    );
}

#[test]
fn each_is_considered_for_what_they_wait_for_and_nothing_else() {
    let people = "people
        id | target_groups
        LUNG | lung
        TWO | lung; pain
        NONE | none
        SILENT |
        OFFER | lung
        GROUP | pain
        BOTH | lung
        HAND | lung
        PAST | lung

        referrals
        person | offer | target_group
        OFFER | KOLS |
        GROUP | | frail
        BOTH | VOND |
        BOTH | | frail

        choices
        person | run | cost
        HAND | V1 | 30
        HAND | K2 |
        PAST | OLD |";
    // V1 is for people with pain; a run without seats serves nobody; a choice by hand is the only one.
    assert_eq!(
        ask(people).pairs(),
        "LUNG: K1 K2 N1 T1; TWO: K1 K2 N1 T1 V1; NONE: -; SILENT: -; OFFER: K1 K2; GROUP: T1 V1; \
         BOTH: V1; BOTH: K1 K2 N1 T1; HAND: K2 V1; PAST: -"
    );
    let asked = ask(people);
    let by_hand: Vec<_> = asked
        .choices
        .pairs
        .iter()
        .filter_map(|pair| pair.by_hand)
        .collect();
    assert_eq!(by_hand, [1, 0]);
}

#[test]
fn who_was_served_waits_no_longer_and_who_said_no_is_not_asked_again() {
    let asked = ask("people
        id | target_groups
        SERVED | lung
        OFFERED | lung
        REFUSED | lung
        AGAIN | lung
        CHANGED | lung
        TWICE | lung
        BEGUN | lung
        FUTURE | lung
        GONE | lung
        LOST | lung

        referrals
        person | offer | referred_on | deadline
        SERVED | KOLS | 2026-01-01 |
        OFFERED | KOLS | 2026-01-01 |
        REFUSED | KOLS | 2026-01-01 |
        AGAIN | KOLS | 2026-01-01 | 2027-01-01
        AGAIN | VOND | 2026-06-01 | 2027-03-01
        CHANGED | KOLS | 2026-01-01 |
        TWICE | KOLS | 2026-01-01 |

        placements
        person | run | state | on
        SERVED | OLD | accepted | 2026-02-01
        OFFERED | K1 | offered | 2026-11-01
        REFUSED | K1 | offered | 2026-11-01
        REFUSED | K1 | declined | 2026-11-05
        AGAIN | OLD | accepted | 2026-02-01
        CHANGED | K1 | accepted | 2026-11-05
        CHANGED | K1 | offered | 2026-11-01
        TWICE | OLD | offered | 2026-02-01
        TWICE | OLD | declined | 2026-02-01
        BEGUN | OLD | accepted | 2026-02-01
        FUTURE | K1 | accepted | 2026-11-23
        GONE | GONE | accepted | 2026-02-01
        LOST | LOST | accepted | 2026-11-01");
    assert_eq!(
        asked.pairs(),
        "OFFERED: K1 K2; REFUSED: K2; AGAIN: V1; CHANGED: K1 K2; TWICE: K1 K2; FUTURE: K1 K2 N1 T1; \
         GONE: K1 K2 N1 T1; LOST: K1 K2 N1 T1"
    );
    let placed: Vec<_> = asked
        .waiting
        .iter()
        .filter_map(|own| {
            let row = own.placed_in(&asked.store)?;
            Some((asked.id(own), row.run.as_str(), row.state))
        })
        .collect();
    use mestring_model::noun::PlacementState::{Accepted, Offered};
    // What is written of a day to come has not happened.
    assert_eq!(
        placed,
        [("OFFERED", "K1", Offered), ("CHANGED", "K1", Accepted)]
    );
    // What is served already counts neither for the wait nor for the deadline.
    let again = asked.person("AGAIN");
    assert_eq!(
        (again.days_waited, again.days_to_deadline),
        (Fact::Known(174), Fact::Known(99))
    );
}

#[test]
fn a_relative_belongs_to_the_patients_groups_and_waits_with_the_patients_referral() {
    let asked = ask("people
        id | role | relative_of | birth_year | target_groups | referred
        P | patient | | 1950 | lung; frail |
        R1 | relative | P | 1980 | |
        R2 | | P | | pain |
        R3 | relative | P | | |
        ALONE | relative | | 1980 | pain | yes
        WHO | | | unknown | |

        referrals
        person | offer | target_group | referred_on | deadline
        P | | lung | 2026-10-01 | 2027-01-10
        P | | frail | 2026-09-01 | unknown
        R3 | VOND | | unknown |");
    let facts = |id: &str| {
        let own = asked.person(id).row();
        let get = |name: &str| own.get(name).cloned().unwrap();
        let names = [
            "days_to_deadline",
            "days_waited",
            "relative",
            "age",
            "target_groups",
            "focus_group",
            "referred",
        ];
        let said = names.map(|name| match get(name) {
            Fact::Known(value) => value.to_string(),
            Fact::Unknown => "unknown".to_owned(),
            Fact::NotStated => "-".to_owned(),
        });
        said.join(" | ")
    };
    assert_eq!(facts("P"), "49 | 82 | no | 76 | frail, lung | yes | yes");
    assert_eq!(facts("R1"), "49 | 82 | yes | 46 | frail, lung | yes | yes");
    assert_eq!(facts("R2"), "49 | 82 | yes | - | frail, lung | yes | yes");
    assert_eq!(
        facts("R3"),
        "- | unknown | yes | - | frail, lung | yes | yes"
    );
    // Whether pain is a focus group nobody has said.
    assert_eq!(facts("ALONE"), "- | - | yes | 46 | pain | - | yes");
    assert_eq!(facts("WHO"), "- | - | - | unknown | - | - | -");
}

/// What one fact of a person with a run is, for people who differ in one cell.
fn check(heading: &str, run: &str, fact: &str, expect: &[(&str, &str)]) {
    assert!(!expect.is_empty());
    for (cell, expected) in expect {
        let travel = "travel\n from | to | minutes\n 4627 | 4601 | 40\n 4601 | 4601 | 15";
        let asked = ask(&format!(
            "people\n id | target_groups | {heading}\n P | lung; frail; pain | {cell}\n\n{travel}"
        ));
        let row = asked.facts("P", run).row();
        let said = match row.get(fact).cloned().unwrap() {
            Fact::Known(FactValue::Bool(yes)) => if yes { "yes" } else { "no" }.to_owned(),
            Fact::Known(value) => value.to_string(),
            Fact::Unknown => "unknown".to_owned(),
            Fact::NotStated => "-".to_owned(),
        };
        assert_eq!(said, *expected, "{fact} of {run} for {heading} `{cell}`");
    }
}

#[test]
fn each_fact_of_a_person_with_a_run() {
    let roles = |run, expect: [&str; 3]| {
        let cells = ["patient", "relative", ""];
        let expect: Vec<_> = cells.into_iter().zip(expect).collect();
        check("role", run, "audience_fits", &expect);
    };
    roles("K1", ["yes", "yes", "yes"]);
    roles("N1", ["yes", "no", "-"]);

    check("role", "K1", "age_limit", &[("patient", "yes")]);
    check("role", "N1", "age_limit", &[("patient", "-")]);
    // T1 is for people from 65 on, in 2027: who is born in 1962 may still be 64.
    check(
        "birth_year",
        "T1",
        "age_fits",
        &[
            ("1961", "yes"),
            ("1962", "-"),
            ("1963", "no"),
            ("", "-"),
            ("unknown", "unknown"),
        ],
    );
    check("birth_year", "N1", "age_fits", &[("1961", "-"), ("", "-")]);

    let referred = |run, expect: [&str; 3]| {
        let expect: Vec<_> = ["yes", "no", ""].into_iter().zip(expect).collect();
        check("referred", run, "referral_fits", &expect);
    };
    referred("K1", ["yes", "no", "-"]);
    referred("N1", ["yes", "yes", "yes"]);
    referred("T1", ["yes", "-", "-"]);

    check(
        "municipality",
        "K1",
        "in_catchment",
        &[
            ("4601", "yes"),
            ("4627", "yes"),
            ("4621", "no"),
            ("", "-"),
            ("unknown", "unknown"),
        ],
    );
    check(
        "municipality",
        "N1",
        "in_catchment",
        &[("4621", "yes"), ("", "yes")],
    );
    check("municipality", "V1", "in_catchment", &[("4621", "-")]);

    check(
        "municipality",
        "K1",
        "travel_minutes",
        &[("4601", "15"), ("4627", "40"), ("4621", "-"), ("", "-")],
    );
    check("municipality", "K2", "travel_minutes", &[("4601", "-")]);
    check(
        "municipality",
        "N1",
        "travel_minutes",
        &[("4621", "0"), ("", "0")],
    );
    check(
        "municipality | digital",
        "T1",
        "travel_minutes",
        &[
            ("4627 | yes", "0"),
            ("4627 | no", "40"),
            ("4627 |", "40"),
            ("| yes", "0"),
        ],
    );
    check(
        "municipality | travel_limit",
        "K1",
        "within_travel_limit",
        &[
            ("4627 | 40", "yes"),
            ("4627 | 39", "no"),
            ("4627 |", "-"),
            ("| 40", "-"),
        ],
    );
    check(
        "travel_limit",
        "N1",
        "within_travel_limit",
        &[("0", "yes"), ("", "yes")],
    );

    check("role", "N1", "format", &[("", "digital_live")]);
    check(
        "digital",
        "N1",
        "can_attend_digitally",
        &[("yes", "yes"), ("no", "no"), ("", "-")],
    );
    check(
        "languages",
        "N1",
        "language_fits",
        &[
            ("norwegian", "yes"),
            ("other; interpreted", "no"),
            ("", "-"),
            ("unknown", "unknown"),
        ],
    );
    check("languages", "K1", "language_fits", &[("norwegian", "-")]);
    check(
        "weekdays | half_days",
        "K1",
        "time_fits",
        &[
            ("tuesday | afternoon; evening", "yes"),
            ("tuesday; monday | morning", "no"),
            ("monday |", "no"),
            ("tuesday |", "-"),
            ("none | none", "yes"),
            ("|", "-"),
            ("unknown | none", "unknown"),
        ],
    );
    // Both days of T1 are needed, and K2 begins on a Wednesday.
    check(
        "weekdays | half_days",
        "T1",
        "time_fits",
        &[("tuesday | none", "no")],
    );
    check(
        "weekdays | half_days",
        "K2",
        "time_fits",
        &[("wednesday | none", "yes")],
    );
    check(
        "weekdays | half_days",
        "V1",
        "time_fits",
        &[("tuesday | morning", "-")],
    );
}

#[test]
fn nothing_that_is_printed_of_somebody_says_who_they_are() {
    let asked = ask("people
        id | birth_year | target_groups
        SECRET-1 | 1957 | lung");
    let shown = format!("{:?} {:?}", asked.waiting, asked.store);
    assert!(!shown.contains("SECRET") && !shown.contains("1957") && !shown.contains("lung"));
}

/// A store of `count` people of whom each belongs to one of 40 groups, and a desk with 200 runs.
fn large(count: usize) -> (Desk, PersonStore) {
    let mut desk = String::from("target_groups\nid | name | name_nb | name_nn\n");
    let mut offers =
        String::from("\noffers\nid | title | target_groups | seats | audience | format\n");
    let mut runs = String::from("\nruns\nid | offer | state | starts\n");
    for group in 0..40 {
        desk.push_str(&format!("g{group} | G | G | G\n"));
        offers.push_str(&format!(
            "o{group} | Kurs {group} | g{group} | 12 | both | physical\n"
        ));
    }
    for run in 0..200 {
        runs.push_str(&format!("r{run} | o{} | decided | 2027-02-01\n", run % 40));
    }
    desk.push_str(&offers);
    desk.push_str(&runs);
    let mut people =
        String::from("people\nid | target_groups | municipality | birth_year | role\n");
    for at in 0..count {
        let (group, home, year) = (at % 40, 4611 + at % 17, 1930 + at % 80);
        let role = if at % 5 == 0 { "relative" } else { "patient" };
        people.push_str(&format!("p{at} | g{group} | {home} | {year} | {role}\n"));
    }
    (fixture::desk(&desk), fixture::store(&people))
}

#[test]
fn people_are_paired_with_their_runs_alone_and_like_pairs_are_one_question() {
    let (desk, store) = large(4_000);
    let asked = asked(desk, store);
    // 5 runs of 200 for each of 4,000, of 800,000 pairs in all.
    assert_eq!(asked.choices.pairs.len(), 20_000);
    assert_eq!(asked.choices.facts.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// The pairs are those of a plain look at every person with every run, whatever the order of rows.
    #[test]
    fn pairs_are_those_of_a_plain_look(
        people in proptest::collection::vec((0_u8..8, 0_u8..5, 0_u8..4, 0_u8..4), 1..12),
    ) {
        const GROUPS: [&str; 3] = ["lung", "frail", "pain"];
        const OFFERS: [&str; 4] = ["KOLS", "NETT", "TRYGG", "VOND"];
        const RUNS: [&str; 5] = ["K1", "K2", "N1", "T1", "V1"];
        let (mut rows, mut referrals, mut by_hand) = (String::new(), String::new(), String::new());
        for (at, (groups, offer, referred, hand)) in people.iter().enumerate() {
            let own: Vec<&str> = (0..3).filter(|bit| groups >> bit & 1 == 1).map(|bit| GROUPS[bit]).collect();
            rows.push_str(&format!("p{at:02} | {}\n", own.join("; ")));
            if let Some(offer) = OFFERS.get(usize::from(*offer)) {
                referrals.push_str(&format!("p{at:02} | {offer} |\n"));
            }
            if let Some(group) = GROUPS.get(usize::from(*referred)) {
                referrals.push_str(&format!("p{at:02} | | {group}\n"));
            }
            if *hand == 3 {
                by_hand.push_str(&format!("p{at:02} | {}\n", RUNS[at % 5]));
            }
        }
        let text = |rows: &str| format!(
            "people\nid | target_groups\n{rows}\n\nreferrals\nperson | offer | target_group\n\
             {referrals}\n\nchoices\nperson | run\n{by_hand}"
        );
        let reversed: String = rows.lines().rev().map(|line| format!("{line}\n")).collect();
        let (asked, turned) = (ask(&text(&rows)), ask(&text(&reversed)));
        let mut expected = Vec::new();
        for (at, (groups, offer, referred, hand)) in people.iter().enumerate() {
            let offer = OFFERS.get(usize::from(*offer));
            let named = GROUPS.get(usize::from(*referred));
            for (run, of, serves) in [
                ("K1", "KOLS", &["lung"][..]),
                ("K2", "KOLS", &["lung"]),
                ("N1", "NETT", &["lung"]),
                ("T1", "TRYGG", &["frail", "lung"]),
                ("V1", "VOND", &["pain"]),
            ] {
                let in_group = (0..3).any(|bit| groups >> bit & 1 == 1 && serves.contains(&GROUPS[bit]))
                    || named.is_some_and(|named| serves.contains(named));
                let is_wanted = if *hand == 3 {
                    RUNS[at % 5] == run
                } else if offer.is_some() && named.is_none() {
                    offer == Some(&of)
                } else {
                    in_group || offer == Some(&of)
                };
                if is_wanted {
                    expected.push((format!("p{at:02}"), run.to_owned()));
                }
            }
        }
        let said = |asked: &Asked| {
            let mut said: Vec<(String, String)> = asked.choices.pairs.iter().map(|pair| {
                let own = &asked.waiting[pair.person as usize];
                (asked.id(own).to_owned(), asked.run(pair.run).to_owned())
            }).collect();
            said.sort();
            said
        };
        prop_assert_eq!(said(&asked), expected.clone());
        prop_assert_eq!(said(&turned), expected);
    }
}

#[test]
fn the_way_is_that_to_the_nearest_place_where_a_group_follows_a_run() {
    let hubs = "organisations
    id | name | kind | municipality
    askoy | Askøy kommune | municipality | 4627
    voss | Voss sjukehus | hospital | 4621
    away | Somewhere | hospital |

    rooms
    id | name | organisation | municipality
    SAL | Kurssal | | 4601
    VOSS | Møterom | voss |
    AWAY | Møterom | away | 4631

    hubs
    run | organisation | room
    T1 | voss | VOSS
    T1 | askoy |
    T1 | away | AWAY";
    let (before, after) = DESK.split_once("rooms").unwrap();
    let (_, after) = after.split_once("\n\n").unwrap();
    let minutes = |home: &str, hubs: &str| {
        let desk = fixture::desk_with_notes(&format!("{before}{hubs}\n\n{after}"));
        let store = fixture::store(&format!(
            "people\n id | target_groups | municipality\n P | frail | {home}\n\n
             travel\n from | to | minutes
             4627 | 4601 | 40\n 4627 | 4627 | 10\n 4621 | 4601 | 95\n 4621 | 4621 | 5
             4631 | 4601 | 50\n 4632 | 4627 | 70"
        ));
        let row = asked(desk, store).facts("P", "T1").row();
        match row.get("travel_minutes").cloned().unwrap() {
            Fact::Known(value) => value.to_string(),
            _ => "-".to_owned(),
        }
    };
    let none = hubs.split("\n\n    hubs").next().unwrap();
    // To the organisation where no room is known, or where its room does not say where it lies.
    let homes = [
        ("4627", "40", "10"),
        ("4621", "95", "5"),
        // The way within the municipality is in no table, and the one to the run's own room is.
        ("4631", "50", "50"),
        // Only the way to one of the places is known.
        ("4632", "-", "70"),
        ("", "-", "-"),
    ];
    for (home, alone, with) in homes {
        assert_eq!(minutes(home, none), alone, "{home}");
        assert_eq!(minutes(home, hubs), with, "{home}");
    }
}
