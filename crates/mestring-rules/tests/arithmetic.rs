//! A rule that stops at a division was warned about, and of one that divides by 0 for certain it was
//! said. Divisors and the conditions before them are put together at random.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use std::cell::Cell;

use mestring_model::Fact;
use mestring_model::facts::{FactRow, FactValue, Judged};
use mestring_rules::{Pack, Plugins, RuleError, check};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use support::files;

const NUMBERS: &[&str] = &[
    "run.seats",
    "run.waiting",
    "run.sessions",
    "x",
    "0",
    "1",
    "2",
    "-3",
    "(run.seats ?? 0)",
    "(run.seats ?? 4)",
];

const CONDITIONS: &[&str] = &[
    "run.seats > 0",
    "run.seats >= 2",
    "run.seats == 0",
    "run.seats != 0",
    "run.waiting > run.seats",
    "run.waiting == run.seats",
    "x > 0",
    "x - run.seats > 0",
    "run.seats + run.waiting > 0",
    "known(run.seats)",
    "run.activity",
];

/// A divisor, put together from a row of choices.
fn divisor(choices: &mut std::slice::Iter<'_, u8>, depth: u32) -> String {
    let mut choose = |among: usize| usize::from(choices.next().copied().unwrap_or(0)) % among;
    let form = choose(if depth == 0 { 1 } else { 8 });
    let leaf = NUMBERS[choose(NUMBERS.len())].to_owned();
    if form == 0 {
        return leaf;
    }
    let own = divisor(choices, depth - 1);
    match form {
        1 => format!("({own} + {leaf})"),
        2 | 3 => format!("({own} - {leaf})"),
        4 => format!("({own} * {leaf})"),
        5 => format!("max({own}, {leaf})"),
        6 => format!("{own}.min({leaf})"),
        _ => format!("abs(-{own})"),
    }
}

fn record() -> impl Strategy<Value = FactRow> {
    let count = || prop_oneof![1 => Just(Fact::NotStated), 5 => (0..4_i64).prop_map(|own| Fact::Known(FactValue::Int(own)))];
    (count(), count(), count(), any::<bool>()).prop_map(|(seats, waiting, sessions, activity)| {
        let mut row = FactRow::unstated(Judged::Run);
        row.set("seats", seats).unwrap();
        row.set("waiting", waiting).unwrap();
        row.set("sessions", sessions).unwrap();
        let activity = Fact::Known(FactValue::Bool(activity));
        row.set("activity", activity).unwrap();
        row
    })
}

#[test]
fn a_rule_that_stops_at_a_division_was_warned_about() {
    let (stopped, silent, certain) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let config = Config {
        cases: 1_500,
        failure_persistence: None,
        ..Config::default()
    };
    let strategy = (
        prop::collection::vec(any::<u8>(), 24),
        prop::collection::vec(record(), 12),
    );
    TestRunner::new(config)
        .run(&strategy, |(choices, rows)| {
            let mut choices = choices.iter();
            let x = divisor(&mut choices, 1).replace('x', "1");
            let x = x.replace("ma1(", "max(");
            let condition = CONDITIONS[usize::from(*choices.next().unwrap()) % CONDITIONS.len()];
            let (then, other) = (divisor(&mut choices, 2), divisor(&mut choices, 1));
            let script = format!(
                "// What: a. Why: b. Source: c.\nlet x = {x};\n\
                 if {condition} {{\n7 % {then} == 1\n}} else {{\n7 % {other} == 1\n}}"
            );
            let files = files("requirement", &script);
            let found = check(&files, &Plugins::default());
            let of = |code: &str| found.iter().filter(|own| own.code == code).count();
            let warned = of("R138") + of("R139");
            let warns = |line: u32| {
                let mut at = found
                    .iter()
                    .filter(|own| ["R138", "R139"].contains(&own.code));
                at.any(|own| own.at.as_ref().is_some_and(|at| at.line == line))
            };
            // A script with a certain division by 0 does not load: it is run with the divisor as a
            // fact would be, put through a helper that the check does not follow.
            let unfollowed = script
                .replace("let x", "fn own(a) { a } let x")
                .replace(&format!("7 % {then} "), &format!("7 % own({then}) "))
                .replace(&format!("7 % {other} "), &format!("7 % own({other}) "));
            let files = support::files("requirement", &unfollowed);
            let Ok(pack) = Pack::load(&files, &Plugins::default()) else {
                return Ok(());
            };
            let bench = pack.at("2026-01-15".parse().unwrap()).unwrap();
            let mut answered = 0;
            for row in &rows {
                match bench.judge(row) {
                    Ok(own) => answered += usize::from(!own[0].answer.cannot_tell()),
                    Err(RuleError::Stopped { line, .. }) => {
                        prop_assert!(warns(line), "line {line} of\n{script}");
                        stopped.set(stopped.get() + 1);
                    }
                    Err(other) => prop_assert!(false, "{other}"),
                }
            }
            if of("R138") == 2 {
                prop_assert_eq!(answered, 0, "{}", script);
                certain.set(certain.get() + 1);
            }
            silent.set(silent.get() + usize::from(warned == 0 && answered > 0));
            Ok(())
        })
        .unwrap();
    let seen = (stopped.get(), silent.get(), certain.get());
    assert!(
        seen.0 > 500 && seen.1 > 50 && seen.2 >= 5,
        "too little was seen: {seen:?}"
    );
}
