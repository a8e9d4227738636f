//! Need beside capacity, of small desks.

use mestring_model::{Settings, StoreSettings};

use super::*;
use crate::decide::Packs;
use crate::fixture::{desk_with, store};

const CENTRE: &str = "
target_groups
id | name | name_nb | name_nn | topics | eligible
heart | Heart | Hjerte | Hjarte | heart | 900
lung | Lung | Lunge | Lunge | lung |

rooms
id | name | seats
hall | Hall | 20

offers
id | title | sessions | seats | target_groups | format
A | Course A | 2 | 12 | heart | physical
B | Course B | 2 | | heart; lung | physical
C | Course C | 2 | 8 | lung | physical

runs
id | offer | state | starts | seats | participants | waiting | waiting_since | earliest | held_by
R1 | A | wished | | | | 20 | 2026-05-01 | |
R2 | A | wished | | 30 | | 24 | 2026-06-01 | |
R3 | B | wished | | | | | | |
H1 | A | held | 2025-11-24 | | 9 | 99 | | |
H2 | A | held | 2025-11-22 | | 11 | | | |
H3 | A | held | 2026-03-02 | | | | | |
H4 | A | held | 2026-03-02 | | 7 | | | | other
H5 | A | cancelled | 2026-03-02 | | 7 | | | |
D1 | A | decided | 2027-01-12 | 10 | | | | |
D2 | A | decided | 2028-01-12 | 10 | | | | |

organisations
id | name | kind
other | Another centre | centre";

fn as_of() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

/// The need of the made-up centre, by a store or without.
fn found(store: Option<&PersonStore>) -> Need {
    let settings = Settings {
        plan_from: "2027-01-04".parse().ok(),
        plan_until: "2027-03-26".parse().ok(),
        ..Settings::default()
    };
    let desk = desk_with(settings, CENTRE);
    let packs = Packs::shipped().unwrap();
    let decider = Decider::new(&desk, &packs, as_of(), Some(1));
    decider.need(&decider.proposal().unwrap(), store)
}

fn total(own: Total) -> String {
    format!("{}+{}?", own.known, own.unknown)
}

fn capacity(own: &Capacity) -> String {
    let (seats, came) = (total(own.seats), total(own.participants));
    format!(
        "{} runs {seats}, {} refused, {} held {came}",
        own.runs, own.refused, own.held
    )
}

#[test]
fn what_the_desk_states_stands_beside_what_is_planned_and_was_held() {
    let need = found(None);
    assert_eq!(need.people, None);
    assert_eq!(need.year_from.to_string(), "2025-11-23");
    let offers: Vec<String> = need
        .offers
        .iter()
        .map(|own| {
            assert_eq!(own.people, None);
            let (waiting, since) = (own.waiting, own.waiting_since);
            format!(
                "{} {waiting:?} {since:?}: {}",
                own.offer,
                capacity(&own.capacity)
            )
        })
        .collect();
    assert_eq!(
        offers,
        [
            // R2 needs more seats than the room has; H2 is a day too old, H4 of others, D2 too late.
            "A Known(24) Known(2026-05-01): 2 runs 22+0?, 1 refused, 2 held 9+1?",
            "B NotStated NotStated: 1 runs 0+1?, 0 refused, 0 held 0+0?",
        ]
    );
    let groups: Vec<String> = need
        .groups
        .iter()
        .map(|own| {
            let waiting = total(own.waiting);
            let (group, eligible) = (&own.group, own.eligible);
            format!(
                "{group} {eligible:?} {waiting}: {}",
                capacity(&own.capacity)
            )
        })
        .collect();
    assert_eq!(
        groups,
        [
            "heart Known(900) 24+1?: 3 runs 22+1?, 1 refused, 2 held 9+1?",
            "lung NotStated 0+1?: 1 runs 0+1?, 0 refused, 0 held 0+0?",
        ]
    );
}

/// So many people referred to something on a day, some of whom cannot take part digitally.
struct Crowd {
    to: &'static str,
    on: &'static str,
    people: usize,
    not_digital: usize,
}

fn crowd(to: &'static str, on: &'static str, people: usize, not_digital: usize) -> Crowd {
    Crowd {
        to,
        on,
        people,
        not_digital,
    }
}

fn store_of(crowds: &[Crowd], history_from: Option<&str>) -> PersonStore {
    let mut people = "people\nid | digital\n".to_owned();
    let mut referrals = "referrals\nperson | offer | target_group | referred_on\n".to_owned();
    let mut number = 0;
    for crowd in crowds {
        for nth in 0..crowd.people {
            number += 1;
            let digital = if nth < crowd.not_digital { "no" } else { "yes" };
            people += &format!("P{number} | {digital}\n");
            referrals += &format!("P{number} | {} | {}\n", crowd.to, crowd.on);
        }
    }
    let mut store = store(&format!("{people}\n{referrals}"));
    store.settings = StoreSettings {
        synthetic: true,
        history_from: history_from.and_then(|day| day.parse().ok()),
        ..StoreSettings::default()
    };
    store
}

fn people(own: &Option<PeopleNeed>) -> String {
    let own = own.as_ref().expect("a store was given");
    let heads = |own: Heads| match own {
        Heads::Count(count) => count.to_string(),
        Heads::Few => "few".to_owned(),
    };
    let referrals = match own.referrals {
        Referrals::NotKept => "not kept".to_owned(),
        Referrals::Few => "few".to_owned(),
        Referrals::Told {
            per_month,
            undated,
            trend,
        } => {
            let trend = match trend {
                Trend::NotKept => "not kept",
                Trend::Few => "few",
                Trend::Told(change) => change.direction().code(),
            };
            format!(
                "{per_month:.2} a month, {} undated, {trend}",
                heads(undated)
            )
        }
    };
    let (waiting, cannot) = (heads(own.waiting), heads(own.not_digital));
    format!("{waiting} wait, {cannot} not digitally; {referrals}")
}

fn check_people(crowds: &[Crowd], history_from: Option<&str>, expect: [&str; 2]) {
    let store = store_of(crowds, history_from);
    let need = found(Some(&store));
    let lung = need
        .groups
        .iter()
        .find(|own| own.group.as_str() == "lung")
        .unwrap();
    assert_eq!(
        [people(&need.offers[0].people), people(&lung.people)],
        expect
    );
}

#[test]
fn people_are_counted_and_few_are_not_told() {
    let kept = Some("2024-01-01");
    // The last 26 weeks begin on 25 May 2026, those before on 24 November 2025.
    check_people(
        &[
            crowd("A |", "2026-11-22", 12, 6),
            crowd("A |", "2026-05-25", 8, 0),
            crowd("A |", "2026-05-24", 20, 0),
            crowd("A |", "2025-11-24", 1, 0),
            crowd("A |", "2025-11-23", 50, 0),
            crowd("| lung", "2026-11-01", 4, 4),
        ],
        kept,
        [
            "91 wait, 6 not digitally; 3.34 a month, few undated, cannot_tell",
            "few wait, few not digitally; few",
        ],
    );
    check_people(
        &[
            crowd("A |", "2026-11-01", 40, 0),
            crowd("A |", "2026-01-01", 10, 0),
            crowd("| lung", "2026-11-01", 5, 5),
            crowd("| lung", "2026-01-01", 4, 0),
        ],
        kept,
        [
            "50 wait, few not digitally; 6.69 a month, few undated, more",
            "9 wait, 5 not digitally; 0.84 a month, few undated, few",
        ],
    );
}

#[test]
fn without_a_history_no_rate_is_told() {
    let crowds = [
        crowd("A |", "2026-11-01", 40, 0),
        crowd("A |", "2026-01-01", 10, 0),
        crowd("| lung", "", 6, 0),
    ];
    let nothing = "50 wait, few not digitally; not kept";
    check_people(
        &crowds,
        None,
        [nothing, "6 wait, few not digitally; not kept"],
    );
    check_people(
        &crowds,
        Some("2026-05-25"),
        [
            "50 wait, few not digitally; 6.69 a month, few undated, not kept",
            "6 wait, few not digitally; few",
        ],
    );
    check_people(
        &crowds,
        Some("2026-05-26"),
        [nothing, "6 wait, few not digitally; not kept"],
    );
}
