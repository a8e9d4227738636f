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
            let range = own.range.as_ref().map_or(String::new(), |own| {
                let end = |end: &Option<FactValue>| {
                    end.as_ref().map_or_else(String::new, FactValue::to_string)
                };
                format!(" ({}..{})", end(&own.least), end(&own.most))
            });
            let with: Vec<String> = own
                .with
                .iter()
                .map(|(fact, value)| {
                    let value = value.known().map_or("-".to_owned(), FactValue::to_string);
                    format!(", {fact} {value}")
                })
                .collect();
            format!("{} {from} -> {}{range}{}", own.fact, own.to, with.concat())
        })
        .collect();
    assert_eq!(told, expected, "{script}");
    assert!(found.tried >= found.changes.len() && !found.facts.is_empty());
}

#[test]
fn of_a_number_the_nearest_is_told_with_all_that_would_do_as_well() {
    let waits = |days| ("longest_wait_days", Int(days));
    // Where the rule answers a number, it meets the other's and passes it.
    check(
        "run.longest_wait_days",
        &[waits(20)],
        &[waits(266)],
        &["longest_wait_days 20 -> 267 (267..)"],
    );
    check(
        "-run.days_to_deadline",
        &[("days_to_deadline", Int(9))],
        &[("days_to_deadline", Int(4))],
        &["days_to_deadline 9 -> 3 (..3)"],
    );
    // At a threshold, on either side of it, and at a parameter.
    check(
        "run.seats >= 12",
        &[("seats", Int(7))],
        &[("seats", Int(3))],
        &["seats 7 -> 12 (12..)"],
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
        &["seats 30 -> 8 (..8)"],
    );
    check(
        "run.sessions >= p.least && run.activity",
        &[("sessions", Int(2)), ("activity", Bool(true))],
        &[("sessions", Int(2)), ("activity", Bool(false))],
        &["sessions 2 -> 4 (4..)"],
    );
    // Calculated with: drawn in by halves, in both directions.
    check(
        "3 * run.seats - run.waiting",
        &[("seats", Int(4)), ("waiting", Int(10))],
        &[("seats", Int(40)), ("waiting", Int(0))],
        &["seats 4 -> 44 (44..)"],
    );
    check(
        "-((run.seats - 50) * (run.seats - 50))",
        &[("seats", Int(90))],
        &[("seats", Int(53))],
        &["seats 90 -> 52 (48..52)"],
    );
    check(
        "run.hours * 2.0",
        &[("hours", Number(1.5))],
        &[("hours", Number(2.25))],
        &["hours 1.5 -> 2.26 (2.26..)"],
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
        &["waiting - -> 4 (4..)"],
    );
}

#[test]
fn every_value_that_would_do_is_told() {
    // On either side of what is known, the nearest first.
    check(
        "run.seats < 4 || run.seats > 20",
        &[("seats", Int(8))],
        &[("seats", Int(8))],
        &["seats 8 -> 3 (..3)", "seats 8 -> 21 (21..)"],
    );
    // Nobody states it: all from the least that it can be, and one that stands alone.
    check(
        "known(run.seats) && run.seats <= 24",
        &[],
        &[("seats", Int(40))],
        &["seats - -> 24 (..24)"],
    );
    check(
        "known(run.seats) && run.seats == 12",
        &[],
        &[("seats", Int(40))],
        &["seats - -> 12 (12..12)"],
    );
    // It is enough that somebody states it.
    check("known(run.waiting)", &[], &[], &["waiting - -> 0 (..)"]);
    check(
        "known(run.activity)",
        &[],
        &[],
        &["activity - -> no", "activity - -> yes"],
    );
    check(
        "run.format == \"hybrid\" || run.format == \"telephone\"",
        &[("format", Text("physical".into()))],
        &[("format", Text("physical".into()))],
        &["format physical -> hybrid", "format physical -> telephone"],
    );
}

#[test]
fn a_record_that_contradicts_itself_is_not_offered() {
    const SINCE: &str = "known(run.months_since_held) && run.months_since_held <= 24";
    const NEVER: [(&str, FactValue); 2] = [("times_held", Int(0)), ("usual_per_half_year", Int(0))];
    // The course was never held: it would have to have been held as well.
    let rule = format!("{SINCE} && run.times_held < 9");
    check(
        &rule,
        &NEVER,
        &NEVER,
        &["months_since_held - -> 0 (..24), times_held 1"],
    );
    // The rule reads that it was held, and no month goes with that.
    check("run.times_held > 2", &NEVER, &NEVER, &[]);
    let twice = [("times_held", Int(2)), ("months_since_held", Int(30))];
    check(
        "run.times_held > 2",
        &twice,
        &twice,
        &["times_held 2 -> 3 (3..)"],
    );
    // Never, and then nobody tells when: not the same change as held once.
    check(
        "run.times_held < 2",
        &twice,
        &twice,
        &[
            "times_held 2 -> 1 (1..1)",
            "times_held 2 -> 0 (..0), months_since_held -",
        ],
    );
    // More in half a year than ever are none.
    check(
        "run.usual_per_half_year > 0 && run.times_held > 0",
        &[("times_held", Int(3)), ("usual_per_half_year", Int(0))],
        &[("times_held", Int(3)), ("usual_per_half_year", Int(0))],
        &["usual_per_half_year 0 -> 1 (1..3)"],
    );
    // The other record's target groups come with their classes.
    let groups = |id: &str| ("target_groups", FactValue::List([id.into()].into()));
    let focus = |yes| ("focus_group", Bool(yes));
    let rule = "\"frail\" in run.target_groups && run.focus_group";
    let (copd, frail) = (
        [groups("copd"), focus(false)],
        [groups("frail"), focus(true)],
    );
    let found = lifts(
        &bench(&format!("if run.seats > 8 {{ {rule} }} else {{ false }}")),
        &run(&[copd[0].clone(), copd[1].clone(), ("seats", Int(9))]),
        &run(&[frail[0].clone(), frail[1].clone(), ("seats", Int(1))]),
    );
    let told: Vec<_> = found
        .changes
        .iter()
        .map(|own| (own.fact, own.with.clone()))
        .collect();
    let with = vec![("focus_group", Fact::Known(Bool(true)))];
    assert_eq!(told, [("target_groups", with)]);
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

fn whole(value: &FactValue) -> i64 {
    match value {
        Int(number) => *number,
        other => panic!("{other}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// After the change the run stands above the other, when the rules are run again; so it does with
    /// every number of the range, and with no number outside of the ranges that are told.
    #[test]
    fn what_is_told_lifts_and_nothing_else_does(
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
            prop_assert_eq!(&bench.judge(&own.applied(&low)).unwrap(), &own.verdicts);
        }
        let already = ranking.compare(&bench.judge(&low).unwrap(), &above) == Ordering::Less;
        for fact in ["waiting", "seats"] {
            if already || !found.facts.contains(&fact) {
                continue;
            }
            let told = || found.changes.iter().filter(|own| own.fact == fact);
            for number in 0..=70 {
                let within = told().any(|own| {
                    let range = own.range.as_ref().unwrap();
                    range.least.as_ref().is_none_or(|least| whole(least) <= number)
                        && range.most.as_ref().is_none_or(|most| number <= whole(most))
                });
                let there = lifted(fact, Int(number));
                prop_assert_eq!(within, there, "{} {} by {:?}", fact, number, found.changes);
            }
            // The nearest comes first.
            if let Some(Int(from)) = low.get(fact).and_then(Fact::known) {
                let far: Vec<u64> = told().map(|own| whole(&own.to).abs_diff(*from)).collect();
                prop_assert!(far.is_sorted(), "{:?}", far);
                if let Some(nearest) = far.first() {
                    let nearer = (0..=70_i64).filter(|own| own.abs_diff(*from) < *nearest);
                    prop_assert!(nearer.into_iter().all(|own| !lifted(fact, Int(own))));
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
