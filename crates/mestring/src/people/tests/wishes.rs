//! What somebody waits for: each thing by itself, with its own days.

use super::*;

/// K1 starts on 2 February 2027 and is asked for by one referral or the other.
#[test]
fn a_run_starts_by_the_deadline_of_the_referral_that_asks_for_it() {
    for (referrals, by_hand, expect) in [
        ("KOLS | | 2027-02-01", "", Fact::Known(false)),
        ("KOLS | | 2027-02-02", "", Fact::Known(true)),
        ("KOLS | |", "", Fact::NotStated),
        ("KOLS | | unknown", "", Fact::Unknown),
        ("| lung | 2027-01-31", "", Fact::Known(false)),
        // The deadline of one course counts for no other.
        ("KOLS | |\n P | NETT | | 2026-12-01", "", Fact::NotStated),
        (
            "KOLS | | 2027-03-01\n P | NETT | | 2026-12-01",
            "",
            Fact::Known(true),
        ),
        // Of two that ask for it, one that has passed is enough, and one that is unknown leaves it open.
        (
            "KOLS | | 2027-01-01\n P | KOLS | | unknown",
            "",
            Fact::Known(false),
        ),
        (
            "KOLS | | 2027-03-01\n P | KOLS | | unknown",
            "",
            Fact::Unknown,
        ),
        // Chosen by hand instead of what was asked for, it has to keep what is asked for.
        (
            "NETT | | 2026-12-01",
            "choices\n person | run\n P | K1",
            Fact::Known(false),
        ),
    ] {
        let asked = ask(&format!(
            "people\n id | target_groups\n P | lung\n\n\
             referrals\n person | offer | target_group | deadline\n P | {referrals}\n\n{by_hand}"
        ));
        let found = asked.facts("P", "K1").starts_by_deadline;
        assert_eq!(found, expect, "{referrals}");
    }
}

/// Who has a place is asked about no other course than the one that it is in, whatever else was asked
/// for; whoever has none is not forgotten because of an old course.
#[test]
fn a_place_is_one_thing_and_a_new_referral_another() {
    let table = [
        // Said yes in the spring, and has a place again: still there, and their seat is taken.
        (
            "P1 | OLD | accepted | 2026-02-10 |\n P1 | K1 | accepted | 2026-11-10 |",
            "",
            "P1: K1 K2",
        ),
        // Referred again after the old course.
        (
            "P1 | OLD | accepted | 2026-02-10 |",
            "P1 | KOLS | | 2026-10-01 |",
            "P1: K1 K2",
        ),
        // Referred before it, or nobody says when.
        (
            "P1 | OLD | accepted | 2026-02-10 |",
            "P1 | KOLS | | 2026-01-02 |",
            "",
        ),
        ("P1 | OLD | accepted | 2026-02-10 |", "P1 | KOLS | | |", ""),
        // A place in one course does not move them to the other, which they still wait for.
        (
            "P1 | V1 | accepted | 2026-11-10 |",
            "P1 | VOND | | |\n P1 | KOLS | | |",
            "P1: V1; P1: K1 K2",
        ),
        // By the group, only runs for that group.
        (
            "P1 | K1 | offered | 2026-11-10 |",
            "P1 | | lung | |",
            "P1: K1 K2 N1 T1",
        ),
        (
            "P1 | K1 | offered | 2026-11-10 |",
            "P1 | | pain | |",
            "P1: K1 K2; P1: V1",
        ),
    ];
    for (placements, referrals, expect) in table {
        let asked = ask(&format!(
            "people\n id | target_groups\n P1 | pain; lung\n
            referrals\n person | offer | target_group | referred_on | deadline\n {referrals}\n
            placements\n person | run | state | on | told\n {placements}"
        ));
        assert_eq!(asked.pairs(), expect, "{placements}, {referrals}");
    }
}

/// Somebody who is referred to several things waits for each by itself, with its own days, and no run
/// is of two of them.
#[test]
fn each_referral_waits_for_itself() {
    let said = |referrals: &str, placements: &str, choices: &str| {
        let asked = ask(&format!(
            "people\n id | target_groups\n P | lung; pain\n\n\
             referrals\n person | offer | target_group | referred_on | deadline\n {referrals}\n\n\
             placements\n person | run | state | on\n {placements}\n\n\
             choices\n person | run\n {choices}"
        ));
        let mut runs: Vec<(u32, u32)> = asked
            .choices
            .pairs
            .iter()
            .map(|own| (own.person, own.run))
            .collect();
        runs.sort_by_key(|(_, run)| *run);
        let all: usize = runs.len();
        runs.dedup_by_key(|(_, run)| *run);
        assert_eq!(runs.len(), all, "a run is of two things: {}", asked.pairs());
        let days = asked
            .waiting
            .iter()
            .map(|own| match own.facts.days_to_deadline {
                Fact::Known(days) => days.to_string(),
                Fact::Unknown => "?".to_owned(),
                Fact::NotStated => "-".to_owned(),
            });
        assert!(
            asked
                .waiting
                .iter()
                .all(|own| own.wishes == asked.waiting.len())
        );
        format!("{} ({})", asked.pairs(), days.collect::<Vec<_>>().join(" "))
    };
    let two = "P | KOLS | | 2026-10-01 | 2026-12-02\n P | VOND | | 2026-01-01 | 2027-01-01";
    assert_eq!(said(two, "", ""), "P: K1 K2; P: V1 (10 40)");
    // Twice to the same, it is one thing.
    let same = "P | KOLS | | 2026-10-01 | 2026-12-02\n P | KOLS | | 2026-01-01 | 2027-01-01";
    assert_eq!(said(same, "", ""), "P: K1 K2 (10)");
    // By group comes what no offer is named of.
    let groups = "P | | lung | |\n P | | pain | | unknown\n P | NETT | | |";
    assert_eq!(said(groups, "", ""), "P: N1; P: K1 K2 T1 V1 (- ?)");
    // A place answers what asks for its run, and the rest waits on.
    let held = "P | K1 | accepted | 2026-11-10";
    assert_eq!(said(two, held, ""), "P: K1 K2; P: V1 (10 40)");
    assert_eq!(said(groups, held, ""), "P: K1 K2 T1; P: N1; P: V1 (- - ?)");
    let both = format!("{held}\n P | V1 | offered | 2026-11-12");
    assert_eq!(said(two, &both, ""), "P: V1; P: K1 K2 (40 10)");
    // By hand: each where it belongs, and what belongs nowhere with the groups, else with the first.
    let by_hand = "P | K2\n P | V1\n P | N1";
    assert_eq!(said(two, "", by_hand), "P: K2 N1; P: V1 (10 40)");
    assert_eq!(said(groups, "", by_hand), "P: N1; P: K2 V1 (- ?)");
}

#[test]
fn every_seat_that_somebody_has_is_known() {
    let asked = ask("people\n id\n P1\n
        placements\n person | run | state | on
        P1 | V1 | accepted | 2026-11-12
        P1 | K1 | accepted | 2026-11-10
        P1 | K2 | declined | 2026-11-13
        P1 | OLD | accepted | 2026-02-13");
    let [own] = asked.waiting.as_slice() else {
        panic!("{}", asked.pairs());
    };
    let run = |at: &usize| asked.store.placements[*at].run.as_str();
    assert_eq!(own.placed.as_ref().map(run), Some("V1"));
    assert_eq!(own.placed_too.iter().map(run).collect::<Vec<_>>(), ["K1"]);
    assert_eq!(asked.pairs(), "P1: V1");
}
