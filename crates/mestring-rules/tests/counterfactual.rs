//! Changes of one fact that turn a decision: each is tried by judging, and the least is told.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use std::cmp::Ordering;

use mestring_model::facts::FactRow;
use mestring_model::facts::FactValue::{self, Bool, Int, Number, Text};
use mestring_model::{Fact, Verdict};
use mestring_rules::Bench;
use mestring_rules::counterfactual::Changes;
use proptest::prelude::*;
use support::{load, run};

/// What lifts one run above another.
fn lifts(bench: &Bench, lower: &FactRow, upper: &FactRow) -> Changes {
    let above = bench.judge(upper).unwrap();
    let ranking = bench.pack().ranking();
    let higher = |_: &FactRow, own: &[Verdict]| ranking.compare(own, &above) == Ordering::Less;
    bench.changes(lower, upper, higher).unwrap()
}

fn bench(script: &str) -> Bench {
    load("priority", script)
        .at("2026-01-15".parse().unwrap())
        .unwrap()
}

fn check(
    script: &str,
    lower: &[(&str, FactValue)],
    upper: &[(&str, FactValue)],
    expected: &[&str],
) {
    let found = lifts(&bench(script), &run(lower), &run(upper));
    let told: Vec<String> = found
        .changes
        .iter()
        .map(|own| {
            let from = own
                .from
                .known()
                .map_or("-".to_owned(), FactValue::to_string);
            format!("{} {from} -> {}", own.fact, own.to)
        })
        .collect();
    assert_eq!(told, expected, "{script}");
    assert!(found.tried >= found.changes.len() && !found.facts.is_empty());
}

#[test]
fn the_least_change_of_each_fact_is_told() {
    let waits = |days| ("longest_wait_days", Int(days));
    // Where the rule answers a number, it meets the other's and passes it.
    check(
        "run.longest_wait_days",
        &[waits(20)],
        &[waits(266)],
        &["longest_wait_days 20 -> 267"],
    );
    check(
        "-run.days_to_deadline",
        &[("days_to_deadline", Int(9))],
        &[("days_to_deadline", Int(4))],
        &["days_to_deadline 9 -> 3"],
    );
    // At a threshold, on either side of it, and at a parameter.
    check(
        "run.seats >= 12",
        &[("seats", Int(7))],
        &[("seats", Int(3))],
        &["seats 7 -> 12"],
    );
    let no = [("activity", Bool(true)), ("seats", Int(30))];
    check(
        "run.seats >= 12",
        &[("seats", Int(7))],
        &[("seats", Int(12))],
        &[],
    );
    check(
        "if run.activity { run.seats < 9 } else { false }",
        &no,
        &[("activity", Bool(false))],
        &["seats 30 -> 8"],
    );
    check(
        "run.sessions >= p.least && run.activity",
        &[("sessions", Int(2)), ("activity", Bool(true))],
        &[("sessions", Int(2)), ("activity", Bool(false))],
        &["sessions 2 -> 4"],
    );
    // Calculated with: drawn in by halves, in both directions.
    check(
        "3 * run.seats - run.waiting",
        &[("seats", Int(4)), ("waiting", Int(10))],
        &[("seats", Int(40)), ("waiting", Int(0))],
        &["seats 4 -> 44"],
    );
    check(
        "-((run.seats - 50) * (run.seats - 50))",
        &[("seats", Int(90))],
        &[("seats", Int(53))],
        &["seats 90 -> 52"],
    );
    check(
        "run.hours * 2.0",
        &[("hours", Number(1.5))],
        &[("hours", Number(2.25))],
        &["hours 1.5 -> 2.26"],
    );
    // Words and lists of words.
    check(
        "switch run.format { \"physical\" => 1, \"hybrid\" => 3, _ => 0 }",
        &[("format", Text("physical".into()))],
        &[("format", Text("physical".into()))],
        &["format physical -> hybrid"],
    );
    // Nobody states it: what it would have to be.
    check(
        "run.focus_group ?? false",
        &[],
        &[("focus_group", Bool(false))],
        &["focus_group - -> yes"],
    );
    check(
        "known(run.waiting) && run.waiting > 3",
        &[],
        &[("waiting", Int(1))],
        &["waiting - -> 4"],
    );
}

#[test]
fn where_no_change_of_one_fact_is_enough_none_is_told() {
    let both = "run.activity && run.referral";
    let no = [("activity", Bool(false)), ("referral", Bool(false))];
    let found = lifts(&bench(both), &run(&no), &run(&no));
    assert_eq!((found.changes.len(), found.tried), (0, 2));
    assert_eq!(found.facts, ["referral", "activity"]);
}

/// Rules over three facts, with thresholds, sums and branches.
fn rule() -> impl Strategy<Value = String> {
    let term = prop::sample::select(vec![
        "min(run.waiting, 20)",
        "2 * run.seats",
        "if run.activity { 15 } else { 0 }",
        "if run.seats > 8 { 9 } else { 2 }",
        "if run.waiting < 5 { 11 } else { 1 }",
        "max(run.seats - 6, 0)",
    ]);
    prop::collection::vec(term, 1..4).prop_map(|terms| terms.join(" + "))
}

fn facts() -> impl Strategy<Value = Vec<(&'static str, FactValue)>> {
    let number = || prop::option::weighted(0.9, 0..30_i64);
    (
        number(),
        number(),
        prop::option::weighted(0.9, any::<bool>()),
    )
        .prop_map(|(waiting, seats, activity)| {
            let mut all = Vec::new();
            all.extend(waiting.map(|own| ("waiting", Int(own))));
            all.extend(seats.map(|own| ("seats", Int(own))));
            all.extend(activity.map(|own| ("activity", Bool(own))));
            all
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// After the change the run stands above the other, when the rules are run again; and of a number
    /// that is only ever worth more where there is more of it, nothing nearer would do.
    #[test]
    fn what_is_told_lifts_and_nothing_nearer_does(
        script in rule(), lower in facts(), upper in facts(),
    ) {
        let bench = bench(&script);
        let (low, high) = (run(&lower), run(&upper));
        let above = bench.judge(&high).unwrap();
        let ranking = bench.pack().ranking();
        let lifted = |fact: &str, value: FactValue| {
            let mut row = low.clone();
            row.set(fact, Fact::Known(value)).unwrap();
            let own = bench.judge(&row).unwrap();
            ranking.compare(&own, &above) == Ordering::Less
        };
        let found = lifts(&bench, &low, &high);
        for own in &found.changes {
            prop_assert!(lifted(own.fact, own.to.clone()), "{} {:?}", own.fact, own);
            let monotone = own.fact == "seats" || !script.contains("run.waiting < 5");
            if let (Fact::Known(Int(from)), Int(to), true) = (&own.from, &own.to, monotone) {
                let nearer = (to - from).abs() - 1;
                for step in 1..=nearer {
                    prop_assert!(!lifted(own.fact, Int(from + step)), "{} +{step}", own.fact);
                    let less = from - step;
                    prop_assert!(less < 0 || !lifted(own.fact, Int(less)), "{} -{step}", own.fact);
                }
            }
        }
        // What is not told was not enough: yes and no have no other value to try.
        if let Some(Bool(yes)) = low.get("activity").and_then(Fact::known)
            && found.facts.contains(&"activity")
            && !found.changes.iter().any(|own| own.fact == "activity")
        {
            prop_assert!(!lifted("activity", Bool(!yes)));
        }
    }
}
