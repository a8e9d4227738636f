//! Which clause of a rule gave an answer, what is said of it, and what it added up.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use mestring_model::Answer;
use mestring_model::facts::FactRow;
use mestring_model::facts::FactValue::{self, Bool, Int};
use mestring_rules::reason::{Fired, Reason, Step, replay};
use proptest::prelude::*;
use support::{load, run};

fn explain(kind: &str, script: &str, row: &FactRow) -> Reason {
    let bench = load(kind, script)
        .at("2026-01-15".parse().unwrap())
        .unwrap();
    let explained = bench.explain(row).unwrap();
    assert_eq!(explained.verdicts(), bench.judge(row).unwrap().to_vec());
    explained.reasons.into_iter().next().unwrap()
}

fn fired(own: &Fired) -> String {
    let clause = &own.clause;
    let mut text = format!("{}:{} {}", clause.line, clause.column, clause.text);
    if let Some(comment) = &clause.comment {
        text += &format!(" | {}: {}", comment.from.code(), comment.text);
    }
    if let Some(branch) = &clause.branch {
        let (way, line) = (branch.way.code(), branch.line);
        text += &format!(" | {way} {line}: {}", branch.of);
        if !branch.case.is_empty() {
            text += &format!(" is {}", branch.case);
        }
    }
    for call in &own.called_by {
        text += &format!(" | by {}", call.text);
    }
    if let Some(part) = &own.decided_by {
        text += &format!(" | decided by {}:{} {}", part.line, part.column, part.text);
    }
    text
}

fn step(own: &Step) -> String {
    let variable = own.variable.as_deref().unwrap_or("-");
    let (change, by, after) = (own.change.code(), own.by.number(), own.after.number());
    let clause = &own.clause;
    let comment = clause.comment.as_ref().map_or("", |own| own.text.as_str());
    format!(
        "{variable} {change} {by} -> {after} | {}: {} | {comment}",
        clause.line, clause.text
    )
}

/// The facts, the clauses that fired, one a line, then the steps.
fn check(kind: &str, script: &str, facts: &[(&str, FactValue)]) -> String {
    let reason = explain(kind, script, &run(facts));
    let known = facts.iter().map(|(name, value)| format!("{name} {value}"));
    let mut lines = vec![format!("{}:", known.collect::<Vec<_>>().join(", "))];
    lines.extend(reason.fired.iter().map(fired));
    if let Some(stopped) = &reason.stopped {
        let (fact, text) = (stopped.fact, stopped.text.trim());
        let (line, column) = (stopped.line, stopped.column);
        lines.push(format!("{line}:{column} stopped at {fact} | {text}"));
    }
    if !reason.steps.is_empty() {
        let answer = match reason.verdict.answer {
            Answer::Number(number) => Some(number),
            _ => None,
        };
        assert_eq!(replay(&reason.steps), answer, "{script}");
    }
    lines.extend(reason.steps.iter().map(step));
    lines.join("\n")
}

/// Branches, cases, returns and helpers, each with the comment that belongs to it.
const FORMS: &str = "
fn small(seats) {
    if seats < 5 { return 3; } // three for very small
    // Small enough.
    seats
}
fn weight(n) {
    if n > 10 {
        // Large groups are rare.
        return 2;
    }
    switch n {
        1 => 9, // alone
        2..5 if n != 3 => 8,
        _ => small(n * (2 + 1)),
    }
}
// Nobody waits, so nothing is said.
if run.waiting == 0 {
    return 0;
}
if run.activity { 1 } else if run.referral { // with a letter
    // Hours count double
    // where somebody refers.
    -(run.waiting + 1)
} else {
    weight(run.waiting)
}
";

#[test]
fn the_clause_that_answers_is_told_with_its_comment_and_branch() {
    let (yes, no) = (Bool(true), Bool(false));
    let waiting = |count| {
        vec![
            ("waiting", Int(count)),
            ("activity", Bool(false)),
            ("referral", Bool(false)),
        ]
    };
    let mut records = vec![
        waiting(0),
        vec![("waiting", Int(4)), ("activity", yes.clone())],
        vec![("waiting", Int(4)), ("activity", no), ("referral", yes)],
        vec![("waiting", Int(4))],
    ];
    records.extend([11, 1, 2, 3].map(waiting));
    let all = records.iter().map(|facts| check("priority", FORMS, facts));
    insta::assert_snapshot!(all.collect::<Vec<_>>().join("\n\n"));
}

#[test]
fn of_joined_conditions_the_one_that_decides_is_named() {
    let and = "run.waiting > 3 && (run.activity\n    || run.referral) && run.seats < 9";
    let or = "(run.waiting > 3 && run.activity || !(run.referral)\n    || run.seats < 9)";
    let cases = [
        (and, 1, true, true, 1),
        (and, 4, false, false, 1),
        (and, 4, false, true, 10),
        (and, 4, false, true, 8),
        (or, 4, true, true, 1),
        (or, 4, false, false, 1),
        (or, 4, false, true, 1),
        (or, 4, false, true, 9),
    ];
    let all = cases.map(|(script, waiting, activity, referral, seats)| {
        let facts = [
            ("waiting", Int(waiting)),
            ("activity", Bool(activity)),
            ("referral", Bool(referral)),
            ("seats", Int(seats)),
        ];
        check("requirement", script, &facts)
    });
    insta::assert_snapshot!(all.join("\n\n"));
}

#[test]
fn of_a_helper_that_is_called_twice_the_last_call_is_told() {
    let script = "fn f(n) { n > 3 && n < 9 }\nf(if f(run.seats) { 1 } else { 12 })";
    for (seats, part) in [(5, "n > 3"), (2, "n < 9")] {
        let reason = explain("requirement", script, &run(&[("seats", Int(seats))]));
        let decided_by = reason.fired[0].decided_by.as_ref();
        assert_eq!(decided_by.map(|own| own.text.as_str()), Some(part));
    }
    let script = "fn f(n) { n * 2 + 1 }\nf(f(run.seats))";
    let reason = explain("priority", script, &run(&[("seats", Int(5))]));
    let by: Vec<f64> = reason.steps.iter().map(|own| own.by.number()).collect();
    assert_eq!(by, [22.0, 1.0]);
}

#[test]
fn what_is_added_up_is_told_step_by_step() {
    let sum = "
let s = 0.0;
if run.focus_group { s += 100.0; } // one of the four groups
// Half a point for each who waits, up to sixty.
s += 0.5 * min(run.waiting, 60);
if run.activity {
    // moving is good
    s *= 1.1;
}
s -= 3.0;
s";
    let records = [(true, 70, true), (false, 3, false)];
    let mut all: Vec<String> = records
        .into_iter()
        .map(|(focus, waiting, activity)| {
            let facts = [
                ("focus_group", Bool(focus)),
                ("waiting", Int(waiting)),
                ("activity", Bool(activity)),
            ];
            check("priority", sum, &facts)
        })
        .collect();
    let facts = [
        ("waiting", Int(7)),
        ("seats", Int(20)),
        ("sessions", Int(3)),
    ];
    let scripts = [
        "let s = run.waiting; s += run.seats; s + 2 - run.sessions",
        "let s = run.waiting; s += run.seats; min(s, 10)",
        "let s = run.waiting; s *= 4; s %= 5; s",
        "3 * run.waiting // people\n + (run.seats - 1) // seats\n - run.sessions",
        "fn f(n) { let s = 1; s += n; s /= 2; s } f(run.waiting)",
        "fn f(n) { n += 1; n } f(run.waiting)",
        "let s = 1; s += run.waiting; if s > 3 { s = 2; s += run.seats; } s",
        "let a = 1; a += run.waiting; let b = 2; b += run.seats; a + b",
        "run.waiting",
    ];
    all.extend(scripts.map(|script| check("priority", script, &facts)));
    insta::assert_snapshot!(all.join("\n\n"));
}

#[test]
fn what_is_missing_and_makes_no_difference_can_fire_several_clauses() {
    let script = "if run.activity {\n  return true; // moving\n}\nrun.waiting > 3";
    let all = [9, 1].map(|waiting| check("requirement", script, &[("waiting", Int(waiting))]));
    insta::assert_snapshot!(all.join("\n\n"));
    let reason = explain("requirement", script, &run(&[("waiting", Int(9))]));
    assert_eq!(reason.verdict.immaterial, ["activity"]);
}

/// One line of a rule that adds up: what it does to the sum, under which condition.
fn line() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec!["+=", "-=", "*="]);
    let amount = prop::sample::select(vec![
        "0.5 * run.waiting",
        "1.1",
        "-7.25",
        "min(run.waiting, 60) / 3.0",
        "if run.activity { 0.1 } else { 3.7 }",
        "run.hours ?? 2.5",
        "big(run.seats)",
    ]);
    let condition = prop::sample::select(vec!["", "run.activity", "run.seats > 9", "s > 10.0"]);
    (sign, amount, condition).prop_map(|(sign, amount, condition)| match condition {
        "" => format!("s {sign} {amount};"),
        condition => format!("if {condition} {{ s {sign} {amount}; }}"),
    })
}

proptest! {
    /// The steps of a sum lead to the answer again, to the last bit, whatever the rule adds.
    #[test]
    fn steps_replay_to_the_answer(
        lines in prop::collection::vec(line(), 1..9),
        end in prop::sample::select(vec!["s", "s + 0.3 - run.waiting / 7.0", "min(s, 12.5)"]),
        (waiting, seats, activity) in (0..90_i64, 0..20_i64, any::<bool>()),
        hours in prop::option::of(0.0..9.0_f64),
    ) {
        let lines = lines.join("\n");
        let script = format!(
            "fn big(n) {{ let b = 0.0; b += n * 1.5; b }}\nlet s = 0.0;\n{lines}\n{end}"
        );
        let mut facts = vec![
            ("waiting", Int(waiting)),
            ("seats", Int(seats)),
            ("activity", Bool(activity)),
        ];
        facts.extend(hours.map(|hours| ("hours", FactValue::Number(hours))));
        let reason = explain("priority", &script, &run(&facts));
        let Answer::Number(answer) = reason.verdict.answer else {
            panic!("{:?}", reason.verdict);
        };
        prop_assert!(!reason.steps.is_empty());
        prop_assert_eq!(replay(&reason.steps).map(f64::to_bits), Some(answer.to_bits()));
        // Each step's own sum follows from the one before it.
        let last = reason.steps.last().map(|step| step.after.number().to_bits());
        prop_assert_eq!(last, Some(answer.to_bits()));
    }
}
