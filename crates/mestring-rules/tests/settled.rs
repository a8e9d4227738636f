//! What the check says is settled is settled: a condition that is said to be always yes, put as
//! `true`, changes no answer. Scripts are put together at random from conditions that often meet.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use std::cell::Cell;

use mestring_model::facts::{FactRow, FactValue, Judged};
use mestring_model::{Answer, Fact};
use mestring_rules::{Bench, Complaint, Diagnostic, Pack, Plugins, check};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use support::files;

/// Conditions about few facts, so that they often settle each other.
const ASKED: &[&str] = &[
    "run.level == \"municipal\"",
    "run.level != \"municipal\"",
    "\"specialist\" == run.level",
    "run.format in [\"physical\", \"hybrid\"]",
    "run.format == \"hybrid\"",
    "!(run.format in [\"digital_live\", \"relayed\"])",
    "run.sessions < 3",
    "run.sessions >= 3",
    "run.sessions == 3",
    "4 > run.sessions",
    "run.sessions in 1..=4",
    "run.sessions in 2..3",
    "run.sessions >= 0",
    "run.sessions != 2.5",
    "run.hours >= 2.5",
    "run.hours < 2.5",
    "run.hours > 0.0",
    "run.activity",
    "run.activity == false",
    "run.activity != true",
    "known(run.seats)",
    "known(run.seats) == false",
    "run.seats > 2",
    "(run.seats ?? 2) > 2",
    "(run.seats ?? run.sessions) > 2",
    "run.sessions >= run.seats",
    "run.seats > run.sessions",
    "run.sessions > p.least",
    "p.least >= run.sessions",
    "x > 2",
    "x <= 2",
    "x == run.sessions",
    "f(run.sessions)",
    "f(x)",
    "run.title == \"a\"",
    "run.title.starts_with(\"a\")",
    "true",
];

struct Writer<'a> {
    choices: std::slice::Iter<'a, u8>,
}

impl Writer<'_> {
    fn choose(&mut self, among: usize) -> usize {
        usize::from(self.choices.next().copied().unwrap_or(0)) % among
    }

    fn condition(&mut self, depth: u32) -> String {
        match self.choose(if depth == 0 { 3 } else { 6 }) {
            0..=2 => ASKED[self.choose(ASKED.len())].to_owned(),
            3 => format!("!({})", self.condition(depth - 1)),
            sort => {
                let sign = if sort == 4 { "&&" } else { "||" };
                let left = self.condition(depth - 1);
                format!("({left} {sign} {})", self.condition(depth - 1))
            }
        }
    }

    fn change(&mut self) -> &'static str {
        [
            "x += 1;",
            "x = run.sessions;",
            "x = 0;",
            "return x;",
            "let y = x; x = y + 1;",
        ][self.choose(5)]
    }

    fn statement(&mut self) -> String {
        let (one, other) = (self.change(), self.change());
        match self.choose(5) {
            0 => format!("if {} {{ {one} }}\n", self.condition(2)),
            1 => format!("if {} {{ {one} }} else {{ {other} }}\n", self.condition(2)),
            2 => {
                let (first, second) = (self.condition(1), self.condition(1));
                format!("if {first} {{ {one} }} else if {second} {{ {other} }}\n")
            }
            3 => {
                let guard = self.condition(1);
                format!(
                    "switch run.format {{ \"physical\" => {{ {one} }}, \
                     \"hybrid\" if {guard} => {{ {other} }}, _ => {{ x += 2; }} }}\n"
                )
            }
            _ => {
                let inner = self.condition(1);
                format!(
                    "switch run.sessions {{ 2 => {{ {one} }}, 0..=3 => {{ if {inner} {{ {other} }} }} }}\n"
                )
            }
        }
    }

    fn script(&mut self) -> String {
        let mut out = "fn f(n) { if n > 3 { return true; } n < 2 }\nlet x = 1;\n".to_owned();
        for _ in 0..=self.choose(4) {
            out += &self.statement();
        }
        let last = [self.condition(2), self.condition(2), self.condition(2)];
        let [a, b, c] = last;
        out += &format!("if {a} {{ 10 }} else if {b} {{ 20 + x }} else if {c} {{ 30 }} ");
        out + "else { x }\n"
    }
}

fn record() -> impl Strategy<Value = FactRow> {
    let word = |words: &'static [&'static str]| {
        prop::sample::select(words).prop_map(|word| FactValue::Text(word.into()))
    };
    let facts = [
        ("level", word(&["municipal", "specialist"]).boxed()),
        (
            "format",
            word(&["physical", "hybrid", "digital_live", "telephone"]).boxed(),
        ),
        ("title", word(&["a", "ab", "c"]).boxed()),
        ("sessions", (0..7_i64).prop_map(FactValue::Int).boxed()),
        ("seats", (0..5_i64).prop_map(FactValue::Int).boxed()),
        (
            "hours",
            prop::sample::select(vec![0.0, 2.4, 2.5, 6.0])
                .prop_map(FactValue::Number)
                .boxed(),
        ),
        ("activity", any::<bool>().prop_map(FactValue::Bool).boxed()),
    ];
    let facts = facts.map(|(name, value)| {
        prop_oneof![1 => Just(Fact::NotStated), 6 => value.prop_map(Fact::Known)]
            .prop_map(move |value| (name, value))
            .boxed()
    });
    facts.to_vec().prop_map(|facts| {
        let mut row = FactRow::unstated(Judged::Run);
        for (name, value) in facts {
            row.set(name, value).unwrap();
        }
        row
    })
}

/// The answer that a condition is said always to have.
fn settled(own: &Diagnostic) -> Option<bool> {
    match own.complaint {
        Complaint::AlwaysByConstants { yes }
        | Complaint::AlwaysByItself { yes }
        | Complaint::AlwaysByUnit { yes, .. }
        | Complaint::AlwaysByWords { yes, .. }
        | Complaint::DecidedBefore { yes, .. } => Some(yes),
        // The question itself is always yes, and may stand in a comparison.
        Complaint::AskedAfterRead { .. } => {
            let at = own.at.as_ref().unwrap();
            let (skip, take) = (at.column as usize - 1, at.length as usize);
            let asked: String = at.text.chars().skip(skip).take(take).collect();
            Some(!asked.ends_with("== false"))
        }
        _ => None,
    }
}

/// The script with an underlined stretch as a constant.
fn put(script: &str, own: &Diagnostic, yes: bool) -> String {
    let at = own.at.as_ref().unwrap();
    let mut lines: Vec<String> = script.lines().map(str::to_owned).collect();
    // The first line is the header of the helper.
    let line = &mut lines[at.line as usize - 2];
    let (start, end) = (at.column as usize - 1, at.end_column() as usize - 1);
    line.replace_range(start..end, &format!("({yes})"));
    lines.join("\n")
}

fn bench(script: &str) -> Option<Bench> {
    let pack = Pack::load(&files("priority", script), &Plugins::default()).ok()?;
    Some(pack.at("2026-01-15".parse().unwrap()).unwrap())
}

#[test]
fn a_condition_that_is_settled_can_be_put_as_its_answer() {
    let (said, compared) = (Cell::new(0), Cell::new(0));
    let config = Config {
        cases: 600,
        failure_persistence: None,
        ..Config::default()
    };
    let strategy = (
        prop::collection::vec(any::<u8>(), 20..90),
        prop::collection::vec(record(), 24),
    );
    TestRunner::new(config)
        .run(&strategy, |(choices, rows)| {
            let choices = choices.iter();
            let script = Writer { choices }.script();
            let Some(whole) = bench(&script) else {
                return Ok(());
            };
            let found = check(&files("priority", &script), &Plugins::default());
            for own in &found {
                let Some(yes) = settled(own) else { continue };
                said.set(said.get() + 1);
                let other = put(&script, own, yes);
                let Some(bench) = bench(&other) else {
                    return Err(TestCaseError::fail(format!("{script}\n{other}\n{own}")));
                };
                for row in &rows {
                    let Ok(judged) = whole.judge(row) else {
                        continue;
                    };
                    let answer = &judged[0].answer;
                    // With one question less, it can only be told more often.
                    if !matches!(answer, Answer::CannotTell { .. }) {
                        let changed = bench.judge(row).unwrap()[0].answer.clone();
                        prop_assert_eq!(answer, &changed, "{}\n{}\n{:?}", script, own, row);
                        compared.set(compared.get() + 1);
                    }
                }
            }
            Ok(())
        })
        .unwrap();
    let seen = (said.get(), compared.get());
    assert!(
        seen.0 > 300 && seen.1 > 2_000,
        "too little was seen: {seen:?}"
    );
}
