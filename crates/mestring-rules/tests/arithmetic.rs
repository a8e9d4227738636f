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
use support::{complaints, files};

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
    "p.least",
    "run.times_held",
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
    "run.seats >= p.least - 3",
    "run.waiting < run.seats",
    "run.seats >= run.waiting",
    "run.seats in [1, 3]",
    "run.seats in [0, 2]",
    "(1..4).contains(run.seats)",
    "!(0..2).contains(run.waiting)",
    "known(run.months_since_held)",
    "some",
    "!some",
    "some && run.waiting > 1",
];

/// What the variable `some` is.
const MEANINGS: &[&str] = &[
    "run.seats > 0",
    "run.seats == run.waiting",
    "run.sessions >= 1 && run.seats > run.sessions",
    "x > 0 || run.activity",
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
    let held = || prop_oneof![Just(None), (1..4_i64).prop_map(Some)];
    let all = (count(), count(), count(), any::<bool>(), held());
    all.prop_map(|(seats, waiting, sessions, activity, held)| {
        let mut row = FactRow::unstated(Judged::Run);
        row.set("seats", seats).unwrap();
        row.set("waiting", waiting).unwrap();
        row.set("sessions", sessions).unwrap();
        let activity = Fact::Known(FactValue::Bool(activity));
        row.set("activity", activity).unwrap();
        // As a desk gives it: nobody can tell when a course was held that never was.
        let known = |number| Fact::Known(FactValue::Int(number));
        row.set("times_held", known(held.unwrap_or(0))).unwrap();
        if let Some(held) = held {
            row.set("months_since_held", known(held + 7)).unwrap();
        }
        row
    })
}

#[test]
fn a_rule_that_stops_at_a_division_was_warned_about() {
    let (stopped, silent, certain) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let config = Config {
        cases: 2_000,
        failure_persistence: None,
        ..Config::default()
    };
    let strategy = (
        prop::collection::vec(any::<u8>(), 28),
        prop::collection::vec(record(), 12),
    );
    TestRunner::new(config)
        .run(&strategy, |(choices, rows)| {
            let mut choices = choices.iter();
            let x = divisor(&mut choices, 1).replace('x', "1");
            let x = x.replace("ma1(", "max(");
            let condition = CONDITIONS[usize::from(*choices.next().unwrap()) % CONDITIONS.len()];
            let (then, other) = (divisor(&mut choices, 2), divisor(&mut choices, 1));
            let meaning = MEANINGS[usize::from(*choices.next().unwrap()) % MEANINGS.len()];
            // Some are divided by in a helper.
            let (then_by, other_by) = match choices.next().unwrap() % 3 {
                0 => (format!("per(7, {then})"), format!("7 % {other}")),
                1 => (format!("per(7, {then})"), format!("per(8, {other})")),
                _ => (format!("7 % {then}"), format!("7 % {other}")),
            };
            let script = format!(
                "// What: a. Why: b. Source: c.\nfn per(a, b) {{\na % b\n}}\nlet x = {x};\n\
                 let some = {meaning};\n\
                 if {condition} {{\n{then_by} == 1\n}} else {{\n{other_by} == 1\n}}"
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
            let followed = [("7 % ", " =="), ("per(7, ", ") =="), ("per(8, ", ") ==")];
            let mut unfollowed = script.replace("let x", "fn own(a) { a } let x");
            for (before, after) in followed {
                for by in [&then, &other] {
                    let (own, other) = (
                        format!("{before}{by}{after}"),
                        format!("{before}own({by}){after}"),
                    );
                    unfollowed = unfollowed.replace(&own, &other);
                }
            }
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
        seen.0 > 500 && seen.1 > 50 && seen.2 >= 1,
        "too little was seen: {seen:?}"
    );
}

/// Rules that cannot divide by 0, each beside one like it that can.
const SAFE: &[(&str, &str)] = &[
    (
        "let some = run.seats > 0;\nif some { 12 % run.seats == 1 } else { false }",
        "let some = run.seats > 0;\nif some { false } else { 12 % run.seats == 1 }",
    ),
    (
        "let x = run.seats;\nlet some = x > 0 && run.activity;\nif some { 12 % x == 1 } else { false }",
        "let x = run.seats;\nlet some = x > 0;\nx = run.waiting;\nif some { 12 % x == 1 } else { false }",
    ),
    (
        "if run.seats in [4, 6, 8] { 12 % run.seats == 1 } else { false }",
        "if run.seats in [0, 6, 8] { 12 % run.seats == 1 } else { false }",
    ),
    (
        "if (1..20).contains(run.seats) { 12 % run.seats == 1 } else { false }",
        "if (0..20).contains(run.seats) { 12 % run.seats == 1 } else { false }",
    ),
    (
        "if run.seats > run.waiting { 12 % run.seats == 1 } else { false }",
        "if run.seats > run.waiting { 12 % run.waiting == 1 } else { false }",
    ),
    (
        "if run.seats > run.waiting { 12 % run.seats == 1 } else { false }",
        "if run.seats >= run.waiting { 12 % run.seats == 1 } else { false }",
    ),
    (
        "if run.sessions >= p.least { 12 % run.sessions == 1 } else { false }",
        "if run.sessions <= p.least { 12 % run.sessions == 1 } else { false }",
    ),
    (
        "known(run.months_since_held) && 12 % run.times_held == 1",
        "known(run.seats) && 12 % run.times_held == 1",
    ),
    (
        "12 % (p.least - 3) == 1 && run.activity",
        "12 % (p.least - run.seats) == 1",
    ),
    (
        "fn per(a, b) { a % b }\nper(run.seats, 4) == 1",
        "fn per(a, b) { a % b }\nper(run.seats, run.waiting) == 1",
    ),
    (
        "fn per(a, b) { if b > 0 { a % b } else { 0 } }\nper(run.seats, run.waiting) == 1",
        "fn per(a, b) { if b >= 0 { a % b } else { 0 } }\nper(run.seats, run.waiting) == 1",
    ),
];

#[test]
fn what_cannot_be_zero_is_no_matter_and_what_nearly_cannot_is() {
    for (safe, unsafe_) in SAFE {
        let said = |script: &str| {
            let found = complaints("requirement", script);
            let mut about = found.iter();
            about.any(|own| own.contains("R138") || own.contains("R139"))
        };
        assert!(!said(safe), "{safe}");
        assert!(said(unsafe_), "{unsafe_}");
    }
}

#[test]
fn every_value_that_a_parameter_has_on_some_day_is_looked_at() {
    let check = |values: &str, expect: Option<&str>| {
        let mut files = files("requirement", "12 % (p.least - 24) == 1 && run.activity");
        let manifest = files.get_mut("pack.toml").unwrap();
        *manifest = manifest.replace("[{ from = 2025-01-01, value = 4 }]", values);
        let found = check(&files, &Plugins::default());
        let mut codes = found.iter().map(|own| own.code);
        let code = codes.find(|own| ["R138", "R139"].contains(own));
        assert_eq!(code, expect, "{values}");
    };
    let from = |year: u32, value: u32| format!("{{ from = {year}-01-01, value = {value} }}");
    check(&format!("[{}]", from(2025, 12)), None);
    check(&format!("[{}, {}]", from(2025, 12), from(2026, 18)), None);
    check(
        &format!("[{}, {}]", from(2025, 12), from(2026, 24)),
        Some("R139"),
    );
    check(
        &format!("[{}, {}]", from(2025, 24), from(2026, 12)),
        Some("R139"),
    );
    check(&format!("[{}]", from(2025, 24)), Some("R138"));
}
