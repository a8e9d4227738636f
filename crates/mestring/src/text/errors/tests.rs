use chrono::NaiveDate;
use mestring_model::Lang;
use mestring_model::facts::{FactValue, Judged};
use mestring_model::id::{BudgetId, LeaderId, RoomId, RunId};
use mestring_model::noun::{BudgetKind, RunState};
use mestring_rules::RuleError;

use super::*;
use crate::assign::AssignError;
use crate::decide::{EventError, NoSeat, WhatIfError};
use crate::obligations::CountMismatch;
use crate::plan::TimetableError;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn name() -> String {
    "own".to_owned()
}

fn rule_error() -> RuleError {
    RuleError::WrongRecord {
        pack: name(),
        wanted: Judged::Run,
        got: Judged::Pair,
    }
}

fn decide_errors() -> Vec<DecideError> {
    let (from, until) = (day("2027-01-04"), day("2027-06-25"));
    let mut all = vec![
        DecideError::Rule(rule_error()),
        DecideError::Obligations(CountMismatch {
            given: 2,
            obligations: 1300,
        }),
        DecideError::SameRun {
            run: RunId::new("r1").unwrap(),
        },
        DecideError::OutsidePeriod {
            date: day("2028-01-01"),
            from,
            until,
        },
        DecideError::NotAfter {
            date: day("2026-11-23"),
            as_of: day("2026-11-23"),
        },
        DecideError::EmptyPeriod {
            from: until,
            until: from,
        },
    ];
    all.push(DecideError::NoSuchPerson);
    all.push(DecideError::Plan(TimetableError::TooLarge));
    all.push(AssignError::NoClass { row: 3 }.into());
    all.extend(RunState::all().iter().map(|state| DecideError::NotOpen {
        run: RunId::new("r1").unwrap(),
        state: *state,
    }));
    all.extend(RunState::all().iter().map(|state| DecideError::NotWished {
        run: RunId::new("r1").unwrap(),
        state: *state,
    }));
    for nearest in [None, Some(name())] {
        all.push(DecideError::NoSuchRoom {
            room: RoomId::new("r1").unwrap(),
            nearest: nearest.clone(),
        });
        all.push(DecideError::NoSuchRun {
            run: RunId::new("r1").unwrap(),
            nearest,
        });
    }
    all
}

fn what_if_errors() -> Vec<WhatIfError> {
    let run = || RunId::new("r1").unwrap();
    let mut all = vec![
        EventError::Decide(DecideError::Plan(TimetableError::TooLarge)),
        EventError::HeldByRun {
            room: RoomId::new("hall").unwrap(),
            date: day("2027-01-04"),
            run: run(),
        },
        EventError::EndsBeforeStart {
            from: day("2027-01-04"),
            until: day("2027-01-01"),
        },
        EventError::NoSeat {
            run: run(),
            why: NoSeat::Nobody,
        },
        EventError::CutOutOfBounds {
            budget: BudgetId::new("money").unwrap(),
            cut: "2000.50".to_owned(),
            holds: "1000".to_owned(),
        },
        EventError::AlreadyConfirmed {
            leader: LeaderId::new("nurse").unwrap(),
        },
    ];
    all.extend(BudgetKind::all().iter().map(|kind| EventError::OtherUnit {
        budget: BudgetId::new("money").unwrap(),
        kind: *kind,
    }));
    for state in RunState::all() {
        let (run, state) = (run(), *state);
        all.push(EventError::NoSeat {
            run: run.clone(),
            why: NoSeat::State(state),
        });
        all.push(EventError::NotDecided { run, state });
    }
    for nearest in [None, Some(name())] {
        all.push(EventError::NoSuchLeader {
            leader: LeaderId::new("nurse").unwrap(),
            nearest: nearest.clone(),
        });
        all.push(EventError::NoSuchBudget {
            budget: BudgetId::new("money").unwrap(),
            nearest,
        });
    }
    let events = all.into_iter();
    events
        .map(|error| WhatIfError::Event { number: 2, error })
        .collect()
}

fn packs_errors() -> Vec<PacksError> {
    let (first, second, kind) = (|| "a".to_owned(), || "b".to_owned(), Kind::Format);
    let mut all = vec![
        PacksError::NotRead {
            key: name(),
            path: first(),
        },
        PacksError::OtherKind {
            key: name(),
            wanted: kind,
            found: Kind::Priority,
        },
        PacksError::TwoOfAKind {
            kind,
            first: first(),
            second: second(),
        },
        PacksError::SameName {
            name: name(),
            first: first(),
            second: second(),
        },
        PacksError::NoneForKey {
            key: name(),
            found: vec![first(), second()],
        },
        PacksError::Unused { pack: name(), kind },
        PacksError::Lacking { kind },
    ];
    for as_of in [None, Some(day("2026-11-22"))] {
        all.push(PacksError::BothInForce {
            as_of,
            first: first(),
            second: second(),
        });
    }
    for nearest in [None, Some(name())] {
        all.push(PacksError::NoSuchPack {
            key: name(),
            name: first(),
            nearest,
            shipped: vec!["x", "y"],
        });
    }
    all
}

fn compare_errors() -> Vec<CompareError> {
    vec![
        CompareError::NoPair {
            before: vec![],
            after: vec![(name(), Kind::Format), (name(), Kind::Priority)],
        },
        CompareError::NoRecords {
            place: name(),
            kind: Kind::Class,
        },
    ]
}

fn gate_errors() -> Vec<GateError> {
    let phrase = || "x loses place".to_owned();
    let mut all = vec![
        GateError::Ambiguous {
            phrase: phrase(),
            name: name(),
            ways: vec!["criterion", "level"],
        },
        GateError::NotYesNo {
            phrase: phrase(),
            name: name(),
        },
    ];
    for nearest in [None, Some(name())] {
        all.push(GateError::NoForm {
            phrase: phrase(),
            nearest: nearest.clone(),
        });
        for what in [ANY_NAME, "target group"] {
            all.push(GateError::NoName {
                phrase: phrase(),
                what,
                name: name(),
                nearest: nearest.clone(),
            });
        }
    }
    all
}

fn decision_errors() -> Vec<DecisionError> {
    let mut all = vec![
        DecisionError::NoPlan { number: 1300 },
        DecisionError::NoRole { by: name() },
        DecisionError::BeforeProposal {
            number: 5,
            on: day("2026-01-01"),
            since: day("2026-11-22"),
        },
        DecisionError::AfterToday {
            on: day("2027-01-01"),
            today: day("2026-11-22"),
        },
    ];
    for proposed in [false, true] {
        all.push(DecisionError::NoReason {
            run: name(),
            proposed,
        });
    }
    for nearest in [None, Some(name())] {
        all.push(DecisionError::NoSuchRun {
            number: 5,
            run: name(),
            nearest,
        });
    }
    all
}

fn line_errors() -> Vec<LineError> {
    let why = [
        NoEntry::NotClosed,
        NoEntry::OtherForm { column: 3 },
        NoEntry::NotOne,
        NoEntry::NotWhole,
    ];
    let number = 1300;
    let mut all = vec![
        LineError::Changed { number },
        LineError::Torn { number },
        LineError::Newer { number, format: 9 },
        LineError::NotAfter { number },
    ];
    all.extend(why.map(|why| LineError::Unreadable { number, why }));
    all
}

fn not_replayed() -> Vec<NotReplayed> {
    let error = || Box::new(rule_error());
    vec![
        NotReplayed::NoText { pack: name() },
        NotReplayed::NotLoaded {
            pack: name(),
            error: error(),
        },
        NotReplayed::OtherHash { pack: name() },
        NotReplayed::Rule(error()),
        NotReplayed::Decide(Box::new(DecideError::SameRun {
            run: RunId::new("r1").unwrap(),
        })),
        NotReplayed::Packs(Box::new(PacksError::Lacking { kind: Kind::Format })),
        NotReplayed::Facts(FactRowError::NoSuchFact {
            judged: Judged::Run,
            name: name(),
            nearest: None,
        }),
        NotReplayed::Facts(FactRowError::WrongType {
            name: "seats",
            wanted: "whole number",
            value: FactValue::Bool(true),
        }),
    ]
}

/// Each error as it says itself, and its text in a language.
fn said(texts: &Texts) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut add = |own: String, said: FoundAndHelp| all.push((own, followed(said)));
    for own in decide_errors() {
        add(own.to_string(), texts.decide_error(&own));
    }
    for own in what_if_errors() {
        add(own.to_string(), texts.what_if_error(&own));
    }
    for own in packs_errors() {
        add(own.to_string(), texts.packs_error(&own));
    }
    for own in compare_errors() {
        add(own.to_string(), texts.compare_error(&own));
    }
    for own in gate_errors() {
        add(own.to_string(), texts.gate_error(&own));
    }
    for own in decision_errors() {
        add(own.to_string(), texts.decision_error(&own));
    }
    for own in line_errors() {
        add(own.to_string(), texts.line_error(&own));
    }
    for own in not_replayed() {
        add(own.to_string(), (texts.not_replayed(&own), String::new()));
    }
    all
}

#[test]
fn every_error_is_said_in_each_language_and_in_english_as_it_says_itself() {
    let mut seen = 0;
    for (own, text) in said(&Texts::new(Lang::En)) {
        assert_eq!(text, own);
    }
    for lang in [Lang::Nb, Lang::Nn] {
        for (own, text) in said(&Texts::new(lang)) {
            assert_ne!(text, own);
            assert!(
                !text.contains("[error") && !text.contains("[log") && !text.contains('{'),
                "{text}"
            );
            // What the user wrote stands in both.
            for quoted in own.split('`').skip(1).step_by(2) {
                assert!(text.contains(quoted), "{lang}: {text} lacks {quoted}");
            }
            seen += 1;
        }
    }
    assert!(seen > 100, "only {seen} texts were looked at");
}
