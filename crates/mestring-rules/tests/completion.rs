//! An answer is known exactly when every value that the missing facts can have gives it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use std::cell::Cell;

use mestring_model::facts::FactValue::{self, Bool, Int, Number, Text};
use mestring_model::facts::{FactRow, FactType, Judged};
use mestring_model::verdict::{CouldBe, Open, Verdict};
use mestring_model::{Answer, Fact};
use mestring_rules::{Bench, Pack, Plugins, behaviour};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use support::{files, judge, run};

/// Says what a rule answered, and where it could not, what it could have.
fn told(verdict: &Verdict) -> String {
    let Answer::CannotTell { could_be, .. } = &verdict.answer else {
        let whatever = match verdict.immaterial.as_slice() {
            [] => String::new(),
            facts => format!(", whatever {} is", facts.join(" and ")),
        };
        return format!("{}{whatever}", verdict.answer);
    };
    let could_be = match could_be {
        CouldBe::OneOf(answers) => {
            let answers: Vec<String> = answers.iter().map(Answer::to_string).collect();
            format!("could be {}", answers.join(", "))
        }
        CouldBe::Open(open) => format!("open: {}", open.code()),
    };
    format!("{}; {could_be}", verdict.answer)
}

#[test]
fn what_makes_no_difference_is_told_and_what_does_is_bounded() {
    let given = run(&[("sessions", Int(6)), ("referral", Bool(true))]);
    let mut seen = 0;
    for row in behaviour::TABLE {
        let (script, expected) = (row.script, row.answer);
        let verdict = judge("priority", script, &given).unwrap_or_else(|e| panic!("{script}\n{e}"));
        assert_eq!(told(&verdict), expected, "{script}");
        seen += 1;
    }
    assert!(seen > 30, "only {seen} rows");
}

#[test]
fn more_than_the_allowed_number_of_completions_stays_open() {
    let facts: Vec<&str> = Judged::Run
        .facts()
        .iter()
        .filter(|fact| fact.kind == FactType::Bool)
        .map(|fact| fact.name)
        .collect();
    // Every value of every fact is looked at, and none of them decides.
    let script = |count: usize| {
        let parts: Vec<String> = facts
            .iter()
            .cycle()
            .take(count)
            .map(|name| format!("(run.{name} || true)"))
            .collect();
        format!(
            "{} && run.format in [\"physical\", \"hybrid\"] && run.level == \"specialist\" \
             && run.audience == \"patients\" && run.lifecycle == \"planned\"",
            parts.join(" && ")
        )
    };
    let row = FactRow::unstated(Judged::Run);
    let few = judge("requirement", "run.activity || run.referral || true", &row).unwrap();
    assert_eq!(told(&few), "yes, whatever activity and referral is");
    let many = judge("requirement", &script(facts.len()), &row).unwrap();
    let Answer::CannotTell { missing, could_be } = &many.answer else {
        panic!("{:?}", many.answer);
    };
    assert_eq!(*could_be, CouldBe::Open(Open::TooMany));
    assert!(missing.len() > 5, "{missing:?}");
}

/// The facts of the random rules.
const FACTS: &[&str] = &[
    "activity", "referral", "format", "seats", "waiting", "sessions",
];

/// Writes a condition from a row of choices.
fn condition(choices: &mut std::slice::Iter<'_, u8>, depth: u32) -> String {
    let mut choose = |among: usize| usize::from(choices.next().copied().unwrap_or(0)) % among;
    let kind = choose(if depth == 0 { 4 } else { 8 });
    let number = |at: usize| {
        [
            "run.seats",
            "run.waiting",
            "run.sessions",
            "3",
            "5",
            "p.least",
        ][at]
            .to_owned()
    };
    match kind {
        0 => ["run.activity", "run.referral", "!run.activity", "true"][choose(4)].to_owned(),
        1 => {
            let word = ["physical", "hybrid", "digital_live"][choose(3)];
            format!("run.format {} \"{word}\"", ["==", "!="][choose(2)])
        }
        2 | 3 => {
            let (left, operator, right) = (choose(6), choose(6), choose(6));
            let operator = ["<", "<=", ">", ">=", "==", "!="][operator];
            let (left, right) = (number(left), number(right));
            match choose(4) {
                0 => format!("min({left}, {right}) {operator} 4"),
                _ => format!("{left} {operator} {right}"),
            }
        }
        4 | 5 => {
            let left = condition(choices, depth - 1);
            let right = condition(choices, depth - 1);
            format!("({left} && {right})")
        }
        6 => {
            let left = condition(choices, depth - 1);
            let right = condition(choices, depth - 1);
            format!("({left} || {right})")
        }
        _ => {
            let test = condition(choices, depth - 1);
            let then = condition(choices, depth - 1);
            let other = condition(choices, depth - 1);
            format!("(if {test} {{ {then} }} else {{ {other} }})")
        }
    }
}

/// Every answer that a rule gives for some value of what is missing: the whole product is tried.
fn reference(bench: &Bench, row: &FactRow) -> Vec<Answer> {
    let mut names = FACTS.iter();
    let Some(name) = names.find(|name| !row.get(name).unwrap().is_known()) else {
        return vec![bench.judge(row).unwrap()[0].answer.clone()];
    };
    let (_, decl) = Judged::Run.fact(name).unwrap();
    let values: Vec<FactValue> = match decl.kind {
        FactType::Bool => vec![Bool(false), Bool(true)],
        FactType::Listed(words) => words.iter().map(|word| Text(word.code.into())).collect(),
        // The numbers that the rules write lie between 3 and 5, those of records between 0 and 8.
        FactType::Int => (0..=12).map(Int).collect(),
        FactType::Number => (0..=24).map(|half| Number(f64::from(half) / 2.0)).collect(),
        _ => panic!("{name}"),
    };
    let mut all = Vec::new();
    for value in values {
        let mut completed = row.clone();
        completed.set(name, Fact::Known(value)).unwrap();
        for answer in reference(bench, &completed) {
            if !all.contains(&answer) {
                all.push(answer);
            }
        }
    }
    all.sort_by(Answer::order);
    all
}

fn record() -> impl Strategy<Value = FactRow> {
    let value = |name: &'static str| {
        let (_, decl) = Judged::Run.fact(name).unwrap();
        let value = match decl.kind {
            FactType::Bool => any::<bool>().prop_map(Bool).boxed(),
            FactType::Listed(words) => prop::sample::select(words.to_vec())
                .prop_map(|word| Text(word.code.into()))
                .boxed(),
            _ => (0..9_i64).prop_map(Int).boxed(),
        };
        prop_oneof![2 => Just(Fact::NotStated), 3 => value.prop_map(Fact::Known)]
            .prop_map(move |value| (name, value))
            .boxed()
    };
    let all: Vec<_> = FACTS.iter().map(|name| value(name)).collect();
    all.prop_map(|facts| {
        let mut row = FactRow::unstated(Judged::Run);
        for (name, value) in facts {
            row.set(name, value).unwrap();
        }
        row
    })
}

#[test]
fn an_answer_is_known_exactly_when_all_completions_agree() {
    let (known, whatever, bounded, open) = (Cell::new(0), Cell::new(0), Cell::new(0), Cell::new(0));
    let config = Config {
        cases: 250,
        failure_persistence: None,
        ..Config::default()
    };
    let strategy = (
        prop::collection::vec(any::<u8>(), 10..80),
        prop::collection::vec(record(), 3),
    );
    TestRunner::new(config)
        .run(&strategy, |(choices, rows)| {
            let script = condition(&mut choices.iter(), 3);
            let Ok(pack) = Pack::load(&files("requirement", &script), &Plugins::default()) else {
                return Ok(());
            };
            let bench = pack.at("2026-01-15".parse().unwrap()).unwrap();
            for row in &rows {
                let missing = FACTS
                    .iter()
                    .filter(|name| !row.get(name).unwrap().is_known());
                if missing.count() > 3 {
                    continue;
                }
                let expected = reference(&bench, row);
                let verdict = bench.judge(row).unwrap()[0].clone();
                let count = match &verdict.answer {
                    Answer::CannotTell {
                        could_be: CouldBe::OneOf(answers),
                        ..
                    } => {
                        prop_assert_eq!(answers, &expected, "{}\n{:?}", script, row);
                        &bounded
                    }
                    Answer::CannotTell {
                        could_be: CouldBe::Open(why),
                        ..
                    } => {
                        prop_assert_eq!(*why, Open::TooMany, "{}", script);
                        &open
                    }
                    answer => {
                        prop_assert_eq!(&vec![answer.clone()], &expected, "{}\n{:?}", script, row);
                        if verdict.immaterial.is_empty() {
                            &known
                        } else {
                            &whatever
                        }
                    }
                };
                count.set(count.get() + 1);
            }
            Ok(())
        })
        .unwrap();
    let seen = (known.get(), whatever.get(), bounded.get(), open.get());
    assert!(
        seen.0 > 50 && seen.1 > 30 && seen.2 > 100 && seen.3 < seen.2,
        "too little was seen: {seen:?}"
    );
}

const RANKED: &[&str] = &[
    "run.activity",
    "if run.referral { run.activity } else { false }",
    "if run.seats > 4 { 2 } else if run.format == \"physical\" { 1 } else { 0 }",
];

fn ranked(order: &str) -> Bench {
    let mut files = files("priority", "run.activity");
    files.remove("rule.rhai");
    let names = ["a", "b", "c"];
    let mut manifest = format!(
        "name = \"test\"\nversion = \"1.0.0\"\nkind = \"priority\"\norder = \"{order}\"\n\
         unknown = \"last\"\ncriteria = [\"a\", \"b\", \"c\"]\n"
    );
    for (name, script) in names.iter().zip(RANKED) {
        manifest.push_str(&format!(
            "origin.{name} = \"local choice\"\n\
             title.{name} = {{ en = \"R\", nb = \"R\", nn = \"R\" }}\n"
        ));
        files.insert(
            format!("{name}.rhai"),
            format!("// What: a test.\n{script}"),
        );
    }
    files.insert("pack.toml".to_owned(), manifest);
    let pack = Pack::load(&files, &Plugins::default()).unwrap_or_else(|e| panic!("{}", e[0]));
    pack.at("2026-01-15".parse().unwrap()).unwrap()
}

#[test]
fn no_completion_places_a_run_outside_its_bounds() {
    let benches = [ranked("criteria"), ranked("points")];
    let (moved, fixed) = (Cell::new(0), Cell::new(0));
    let config = Config {
        cases: 200,
        failure_persistence: None,
        ..Config::default()
    };
    let strategy = (
        prop::collection::vec(record(), 2..6),
        prop::collection::vec(prop::collection::vec(record(), 6), 8),
    );
    TestRunner::new(config)
        .run(&strategy, |(rows, fillings)| {
            for bench in &benches {
                let ranking = bench.pack().ranking();
                let places = ranking.places(&bench.judge_all(&rows).unwrap());
                for filling in &fillings {
                    // What is missing is filled in from another record, and what that lacks too
                    // from nothing in particular.
                    let filled: Vec<FactRow> = rows
                        .iter()
                        .zip(filling)
                        .map(|(row, other)| {
                            let mut row = row.clone();
                            for name in FACTS {
                                if row.get(name).unwrap().is_known() {
                                    continue;
                                }
                                let value = match (other.get(name).unwrap(), *name) {
                                    (Fact::Known(value), _) => value.clone(),
                                    (_, "activity" | "referral") => Bool(true),
                                    (_, "format") => Text("hybrid".into()),
                                    _ => Int(7),
                                };
                                row.set(name, Fact::Known(value)).unwrap();
                            }
                            row
                        })
                        .collect();
                    let judged = bench.judge_all(&filled).unwrap();
                    for (at, own) in judged.iter().enumerate() {
                        let ahead = |equal: bool| {
                            judged
                                .iter()
                                .enumerate()
                                .filter(|(other, verdicts)| {
                                    let order = ranking.compare(verdicts, own);
                                    *other != at && (order.is_lt() || equal && order.is_eq())
                                })
                                .count()
                        };
                        let (first, last) = (1 + ahead(false), 1 + ahead(true));
                        let bounds = places[at];
                        prop_assert!(
                            bounds.best <= first && last <= bounds.worst,
                            "{bounds:?} {first} {last}"
                        );
                        let count = if first < last || bounds.best < bounds.worst {
                            &moved
                        } else {
                            &fixed
                        };
                        count.set(count.get() + 1);
                    }
                }
            }
            Ok(())
        })
        .unwrap();
    let seen = (moved.get(), fixed.get());
    assert!(
        seen.0 > 100 && seen.1 > 100,
        "too little was seen: {seen:?}"
    );
}
