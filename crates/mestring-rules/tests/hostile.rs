//! Scripts that mean harm are refused or bounded: the twin of the fuzz target `hostile`, with a fixed
//! number of scripts, for where no fuzzer runs.
//!
//! That no answer takes more operations than were counted before it ran is asserted by the engine
//! itself in builds with debug assertions, such as this one.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use std::cell::Cell;

use mestring_model::facts::FactValue::{Bool, Int, Number, Text};
use mestring_model::facts::{FactRow, Judged};
use mestring_rules::diagnostic::FAULTS;
use mestring_rules::{Diagnostic, Pack, Plugins, RuleError, check};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use support::{files, hostile, run};

/// How a script ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Refused,
    Stopped,
    Answered,
}

/// Loads a script and asks it about three records; everything that must hold of any script does.
fn end(script: &str) -> End {
    let files = files("priority", script);
    let diagnostics = check(&files, &Plugins::default());
    let of_rule = diagnostics.iter().filter(|own| own.file == "rule.rhai");
    assert!(of_rule.count() <= FAULTS + 3, "{script:.200}");
    let refused = diagnostics.iter().any(Diagnostic::is_error);
    let pack = match Pack::load(&files, &Plugins::default()) {
        Ok(pack) => pack,
        Err(errors) => {
            assert!(refused, "{script:.200}");
            assert!(errors.iter().all(|own| own.code().starts_with('R')));
            return End::Refused;
        }
    };
    assert!(!refused, "{script:.200}");
    let bench = pack.at("2026-01-15".parse().unwrap()).unwrap();
    let known = run(&[
        ("sessions", Int(6)),
        ("seats", Int(12)),
        ("waiting", Int(3)),
        ("hours", Number(2.5)),
        ("activity", Bool(true)),
        ("referral", Bool(false)),
        ("format", Text("hybrid".into())),
        ("title", Text("x".into())),
    ]);
    let rows = [
        known.clone(),
        FactRow::unstated(Judged::Run),
        run(&[("sessions", Int(6))]),
        known,
    ];
    let answers: Vec<_> = rows.iter().map(|row| bench.judge(row)).collect();
    assert_eq!(
        answers[0], answers[3],
        "memory between records\n{script:.200}"
    );
    // Many records at once, in the other order, answer as one by one.
    let mut other: Vec<FactRow> = rows.to_vec();
    other.reverse();
    if let Ok(mut all) = bench.judge_all(&other) {
        all.reverse();
        let alone: Result<Vec<_>, RuleError> = answers.iter().cloned().collect();
        assert_eq!(alone, Ok(all), "{script:.200}");
    }
    for answer in &answers {
        if let Err(error) = answer {
            assert!(
                ["R301", "R302"].contains(&error.code()),
                "{error}\n{script:.200}"
            );
        }
    }
    if answers.iter().any(Result::is_ok) {
        End::Answered
    } else {
        End::Stopped
    }
}

#[test]
fn known_attacks_end() {
    let scripts = hostile::known();
    let ends: Vec<End> = scripts.iter().map(|script| end(script)).collect();
    let count = |wanted| ends.iter().filter(|own| **own == wanted).count();
    assert!(count(End::Refused) > 40, "{ends:?}");
    assert!(count(End::Stopped) >= 2, "{ends:?}");
    assert!(count(End::Answered) >= 2, "{ends:?}");
}

#[test]
fn scripts_put_together_from_bytes_end() {
    let (refused, answered) = (Cell::new(0), Cell::new(0));
    let config = Config {
        cases: 1_500,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(&prop::collection::vec(any::<u8>(), 0..60), |bytes| {
            match end(&hostile::script(&bytes)) {
                End::Refused => refused.set(refused.get() + 1),
                End::Answered => answered.set(answered.get() + 1),
                End::Stopped => {}
            }
            Ok(())
        })
        .unwrap();
    let seen = (refused.get(), answered.get());
    assert!(
        seen.0 > 300 && seen.1 > 100,
        "too little was seen: {seen:?}"
    );
}
