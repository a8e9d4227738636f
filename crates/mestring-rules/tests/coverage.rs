//! What coverage counts: every branch and condition, in helpers too, and never another answer.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use mestring_model::facts::FactRow;
use mestring_model::facts::FactValue::{Bool, Int, Text};
use support::{load, run};

const RULE: &str = "
fn large(n) {
    if n > 10 { return true; }
    n > 5 && n != 7
}
let bonus = run.waiting ?? 0;
if run.activity {
    bonus += 10;
} else if large(run.seats) {
    bonus += 5;
}
if bonus > 12 { return 100; }
switch run.format {
    \"physical\" => bonus,
    \"hybrid\" if run.referral || run.focus_group => bonus + 1,
    _ => 0,
}
";

fn rows() -> Vec<FactRow> {
    vec![
        run(&[
            ("activity", Bool(true)),
            ("waiting", Int(3)),
            ("format", Text("physical".into())),
        ]),
        run(&[
            ("activity", Bool(false)),
            ("seats", Int(6)),
            ("format", Text("hybrid".into())),
            ("referral", Bool(true)),
        ]),
        // Stops at the format.
        run(&[("activity", Bool(false)), ("seats", Int(2))]),
    ]
}

#[test]
fn every_branch_and_condition_is_counted_where_it_stands() {
    let bench = load("priority", RULE)
        .at("2026-01-15".parse().unwrap())
        .unwrap();
    let coverage = bench.coverage(&rows()).unwrap();
    let [rule] = coverage.rules.as_slice() else {
        panic!("{coverage:?}");
    };
    assert_eq!((rule.rule.as_str(), rule.records), ("rule", 3));
    let lines: Vec<String> = rule
        .points
        .iter()
        .map(|own| {
            let (at, text) = (&own.at, own.at.text.trim());
            format!(
                "{:>2}:{:<2} {:7} {} | {text}",
                at.line,
                at.column,
                own.part.code(),
                own.reached
            )
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
     4:5  then    0 | if n > 10 { return true; }
     4:5  else    2 | if n > 10 { return true; }
     5:7  yes     1 | n > 5 && n != 7
     5:7  no      1 | n > 5 && n != 7
     5:16 yes     1 | n > 5 && n != 7
     5:16 no      0 | n > 5 && n != 7
     7:13 stated  1 | let bonus = run.waiting ?? 0;
     7:28 assumed 2 | let bonus = run.waiting ?? 0;
     8:1  then    1 | if run.activity {
     8:1  else    2 | if run.activity {
    10:8  then    1 | } else if large(run.seats) {
    10:8  else    1 | } else if large(run.seats) {
    13:1  then    1 | if bonus > 12 { return 100; }
    13:1  else    2 | if bonus > 12 { return 100; }
    14:1  no_arm  0 | switch run.format {
    15:19 arm     0 | "physical" => bonus,
    16:17 yes     1 | "hybrid" if run.referral || run.focus_group => bonus + 1,
    16:17 no      0 | "hybrid" if run.referral || run.focus_group => bonus + 1,
    16:33 yes     0 | "hybrid" if run.referral || run.focus_group => bonus + 1,
    16:33 no      0 | "hybrid" if run.referral || run.focus_group => bonus + 1,
    16:58 arm     1 | "hybrid" if run.referral || run.focus_group => bonus + 1,
    "#);
    assert_eq!(coverage.total(), (rule.reached(), rule.points.len()));
}

#[test]
fn a_rule_without_branches_has_nothing_to_reach() {
    let bench = load("requirement", "run.activity")
        .at("2026-01-15".parse().unwrap())
        .unwrap();
    let coverage = bench.coverage(&rows()).unwrap();
    assert_eq!(coverage.total(), (0, 0));
    assert_eq!(coverage.rules[0].records, 3);
}
