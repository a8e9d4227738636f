//! The program answers as the interpreter does, to the bit: scripts put together at random, records
//! put together at random, and at every number that a script can tell apart.

use std::collections::BTreeMap;

use mestring_model::Fact;
use mestring_model::facts::{FactDecl, FactRow, FactType, FactValue, Judged};
use mestring_model::verdict::Answer;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::kind::Takes;
use crate::record::Parameters;
use crate::script::{Outcome, Ran, Script};
use crate::source::Source;

mod writer;

use writer::Writer;

/// Whole numbers that scripts write and records hold.
const WHOLE: &[i64] = &[0, 1, 2, 3, 4, 7, 60, -1, i64::MAX, i64::MIN, 1 << 53];
/// Numbers with decimals that scripts write and records hold.
const DECIMAL: &[f64] = &[0.0, 0.15, 0.3, 1.0, 1.1, 2.5, 3.0, 60.0, 1e300];

/// How a question ended, in a form that can be compared to the bit.
#[derive(Debug, PartialEq)]
enum Ended {
    Yes(bool),
    Number(u64),
    Word(String),
    Missing(usize),
}

/// What was compared.
#[derive(Debug, Default)]
struct Seen {
    lowered: usize,
    answered: usize,
    missing: usize,
    assumed: usize,
    /// The program bailed, and the interpreter had an error.
    stopped: usize,
    /// The program bailed, and the interpreter had an answer.
    bailed: usize,
}

fn ended(outcome: &Outcome) -> Option<Ended> {
    Some(match outcome {
        Outcome::Answered(Answer::Bool(yes)) => Ended::Yes(*yes),
        Outcome::Answered(Answer::Number(number)) => Ended::Number(number.to_bits()),
        Outcome::Answered(Answer::Word(word)) => Ended::Word(word.to_string()),
        Outcome::Answered(Answer::CannotTell { .. }) | Outcome::Stopped(_) => return None,
        Outcome::Missing(fact) => Ended::Missing(*fact),
    })
}

/// Asks both about a record.
fn compare(script: &Script, row: &FactRow, parameters: &Parameters, seen: &mut Seen) {
    let (reference, done) = script.ask_engine(row, parameters);
    let reference = ended(&reference);
    let Some((outcome, ran)) = script.ask_program(row, parameters) else {
        match reference {
            None => seen.stopped += 1,
            Some(_) => seen.bailed += 1,
        }
        return;
    };
    let text = script.text();
    assert_eq!(ended(&outcome), reference, "{text}\n{row:?}");
    let bits = |ran: Ran| (ran.read, ran.assumed);
    assert_eq!(bits(ran), bits(done), "{text}\n{row:?}");
    match reference {
        Some(Ended::Missing(_)) => seen.missing += 1,
        _ => seen.answered += 1,
    }
    seen.assumed += usize::from(ran.assumed != 0);
}

fn parameters() -> BTreeMap<String, FactValue> {
    let values = [
        (
            "formats",
            FactValue::List(["physical".into(), "hybrid".into()].into()),
        ),
        ("least", FactValue::Int(4)),
        ("share", FactValue::Number(0.15)),
    ];
    values.map(|(name, value)| (name.to_owned(), value)).into()
}

fn compile(text: &str, takes: Takes) -> Option<Script> {
    let source = Source {
        file: "x.rhai",
        text,
    };
    Script::compile(source, Judged::Run, &parameters(), takes).0
}

fn value(decl: &FactDecl) -> BoxedStrategy<FactValue> {
    let words = |words: &'static [mestring_model::term::Word]| {
        prop::sample::select(words).prop_map(|word| word.code.into())
    };
    match decl.kind {
        FactType::Bool => any::<bool>().prop_map(FactValue::Bool).boxed(),
        FactType::Int => {
            let near = (prop::sample::select(WHOLE), -1..=1_i64);
            let near = near.prop_map(|(number, step)| number.saturating_add(step));
            prop_oneof![4 => near, 1 => any::<i64>()]
                .prop_map(FactValue::Int)
                .boxed()
        }
        FactType::Number => {
            let near = (prop::sample::select(DECIMAL), -5..=5_i64).prop_map(|(number, steps)| {
                (0..steps.abs()).fold(number, |number, _| {
                    if steps > 0 {
                        number.next_up()
                    } else {
                        number.next_down()
                    }
                })
            });
            let strange = prop::sample::select(vec![
                f64::NAN,
                f64::INFINITY,
                f64::NEG_INFINITY,
                -0.0,
                5e-324,
                1e-200,
                9.3e18,
            ]);
            prop_oneof![6 => near, 1 => any::<f64>(), 1 => strange]
                .prop_map(FactValue::Number)
                .boxed()
        }
        FactType::Text => prop::sample::select(vec!["", "physical", "Lunge og kols", "æøå"])
            .prop_map(|text| FactValue::Text(text.into()))
            .boxed(),
        FactType::Listed(own) => words(own).prop_map(FactValue::Text).boxed(),
        FactType::TextList => Just(FactValue::List(["x".into(), "physical".into()].into())).boxed(),
        FactType::ListedList(own) => prop::collection::vec(words(own), 0..4)
            .prop_map(|texts: Vec<std::sync::Arc<str>>| FactValue::List(texts.into()))
            .boxed(),
    }
}

/// A record of which each of these facts is known eight times out of nine.
fn record(names: &'static [&'static str]) -> impl Strategy<Value = FactRow> {
    let facts: Vec<_> = names
        .iter()
        .map(|name| {
            let (_, decl) = Judged::Run.fact(name).unwrap();
            prop_oneof![
                1 => Just(Fact::NotStated),
                1 => Just(Fact::Unknown),
                16 => value(decl).prop_map(Fact::Known)
            ]
        })
        .collect();
    facts.prop_map(|values| {
        let mut row = FactRow::unstated(Judged::Run);
        for (name, value) in names.iter().zip(values) {
            row.set(name, value).unwrap();
        }
        row
    })
}

#[test]
fn random_scripts_answer_as_the_interpreter_does() {
    let config = Config {
        cases: 1_200,
        failure_persistence: None,
        ..Config::default()
    };
    let strategy = (
        prop::collection::vec(any::<u8>(), 40..400),
        prop::collection::vec(record(writer::FACTS), 12),
    );
    let seen = std::cell::RefCell::new((0, 0, Seen::default()));
    TestRunner::new(config)
        .run(&strategy, |(choices, rows)| {
            let text = Writer::new(&choices).script();
            let (accepted, kept, seen) = &mut *seen.borrow_mut();
            let Some(script) = compile(&text, Takes::Measure) else {
                return Ok(());
            };
            *accepted += 1;
            if script.program.is_err() {
                *kept += 1;
                return Ok(());
            }
            seen.lowered += 1;
            let parameters = Parameters::new(parameters().into_values().collect());
            for row in &rows {
                compare(&script, row, &parameters, seen);
            }
            Ok(())
        })
        .unwrap();
    let (accepted, kept, seen) = seen.into_inner();
    let all = format!("{accepted} accepted, {kept} kept by the interpreter, {seen:?}");
    println!("{all}");
    assert!(seen.lowered > 500, "{all}");
    assert!(seen.answered > 2_000 && seen.missing > 1_000, "{all}");
    assert!(seen.assumed > 500 && seen.stopped > 100, "{all}");
    assert!(seen.bailed * 50 < seen.answered, "{all}");
}
