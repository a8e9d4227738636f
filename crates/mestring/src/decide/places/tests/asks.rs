//! Who is asked what: only what they can answer.

use super::{ask, ask_with, asks, fair, said};
use crate::assign::WithinClass;
use crate::decide::PlaceSettings;
use crate::fixture;

/// What is asked about a person with one cell left out, for the offer of one run.
fn check(offer: &str, cells: [&str; 5], expect: &[&str]) {
    let [role, birth_year, municipality, groups, referred] = cells;
    let store = format!(
        "people
        id | role | birth_year | municipality | target_groups | referred | digital
        P | {role} | {birth_year} | {municipality} | {groups} | {referred} | no"
    );
    let desk = super::DESK.replace(
        "TRYGG | Trygg hverdag | frail | patients | 65+ | physical | yes | national |",
        offer,
    );
    let places = ask(
        &fixture::desk(&desk),
        &fixture::store(&store),
        WithinClass::FairOrder,
    );
    assert_eq!(asks(&places), expect, "{offer} {cells:?}");
}

#[test]
fn each_is_asked_what_they_can_answer() {
    let whole = "TRYGG | Trygg hverdag | frail | patients | 65+ | physical | yes | national |";
    let known = ["patient", "1940", "4601", "frail", "yes"];
    let without = |at: usize| {
        let mut cells = known;
        cells[at] = "";
        cells
    };
    check(whole, known, &[]);
    check(whole, without(0), &["P audience_fits 1"]);
    check(whole, without(1), &["P age_fits 1"]);
    // Whether there is a referral the clinic knows, whether one is needed the run's row says.
    check(whole, without(4), &["clinic of P referral_fits 1"]);
    let silent = "TRYGG | Trygg hverdag | frail | patients | 65+ | physical | | national |";
    check(silent, known, &[]);
    check(silent, without(4), &["clinic of P referral_fits 1"]);
    let mut none = known;
    none[4] = "no";
    check(silent, none, &["T1 referral_fits 1"]);
    // For whom the run is, and how far it reaches, no patient can answer.
    let for_whom = "TRYGG | Trygg hverdag | frail | | 65+ | physical | yes | national |";
    check(for_whom, known, &["T1 audience_fits 1"]);
    let reach =
        "TRYGG | Trygg hverdag | frail | patients | 65+ | physical | yes | municipalities |";
    check(reach, known, &["T1 in_catchment 1"]);
    check(reach, without(2), &["P in_catchment 1"]);
}

/// A and B want the one seat of N1.
fn two(of_a: &str, class_of_b: &str) -> String {
    format!(
        "people
        id | role | birth_year | municipality | digital | target_groups
        A | patient | 1970 | 4601 | yes | lung
        B | patient | 1970 | 4601 | yes | {class_of_b}

        referrals
        person | offer | referred_on | deadline
        A | NETT | {of_a}
        B | NETT | 2026-03-01 | 2027-03-01"
    )
}

#[test]
fn whoever_stands_behind_for_want_of_a_day_has_the_clinic_asked_for_it() {
    for (of_a, groups, expect) in [
        (
            "2026-01-01 | unknown",
            "lung",
            &["clinic of A days_to_deadline 1"][..],
        ),
        ("unknown |", "lung", &["clinic of A days_waited 1"][..]),
        // No deadline is stated: there is nothing to ask.
        ("2026-01-01 |", "lung", &[][..]),
        // B stands in an earlier class, which a longer wait would not change, and a near deadline would.
        ("unknown |", "lung; frail", &[][..]),
        (
            "2026-01-01 | unknown",
            "lung; frail",
            &["clinic of A days_to_deadline 1"][..],
        ),
    ] {
        let places = fair(&two(of_a, groups));
        assert!(
            said(&places).starts_with("A full 1; B N1"),
            "{}",
            said(&places)
        );
        assert_eq!(asks(&places), expect, "{of_a} {groups}");
    }
    // Where cost decides within a class, the day counts for the class alone.
    let settings = PlaceSettings {
        within_class: WithinClass::Cost,
        ..PlaceSettings::default()
    };
    for (of_a, count) in [("2026-01-01 | unknown", 1), ("unknown |", 0)] {
        let store = fixture::store(&two(of_a, "lung; frail"));
        let places = ask_with(&super::desk(), &store, settings);
        assert_eq!(asks(&places).len(), count, "{:?}", asks(&places));
    }
}
