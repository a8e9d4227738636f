//! The program answers as the interpreter does, to the bit: scripts put together at random, records
//! put together at random, and at every number that a script can tell apart.

use std::collections::BTreeMap;

use mestring_model::Fact;
use mestring_model::facts::{FactDecl, FactRow, FactType, FactValue, Judged};
use mestring_model::verdict::Answer;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::Interpreted;
use crate::kind::Takes;
use crate::parameter::Sample;
use crate::reason::{Amount, Log};
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
    /// Notes of copies for explanations.
    noted: usize,
    /// The copy for explanations has no program, or that bailed where the script's own did not.
    copy_bailed: usize,
}

/// The bits of a number. What is no number has one value: its sign depends on whether the compiler or
/// the processor divided (the documentation of `f64` leaves it open), and no rule may answer it.
fn bits_of(number: f64) -> u64 {
    if number.is_nan() { f64::NAN } else { number }.to_bits()
}

fn ended(outcome: &Outcome) -> Option<Ended> {
    Some(match outcome {
        Outcome::Answered(Answer::Bool(yes)) => Ended::Yes(*yes),
        Outcome::Answered(Answer::Number(number)) => Ended::Number(bits_of(*number)),
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
    compare_copies(script, row, parameters, seen);
}

/// The same of the copies that note: what they note and in which order.
fn compare_copies(script: &Script, row: &FactRow, parameters: &Parameters, seen: &mut Seen) {
    let traced = script.traced().unwrap();
    let Some((outcome, ran, log)) = traced.ask_program(row, parameters) else {
        seen.copy_bailed += 1;
        return;
    };
    let (reference, done, _, noted) = traced.ask_engine(script, row, parameters);
    let text = script.text();
    assert_eq!(ended(&outcome), ended(&reference), "{text}\n{row:?}");
    assert_eq!(ran.read, done.read, "{text}\n{row:?}");
    assert_eq!(ran.assumed, done.assumed, "{text}\n{row:?}");
    let bits = |log: Log| -> Vec<(u32, Option<(bool, u64)>)> {
        let bits = |amount| match amount {
            Amount::Whole(whole) => (true, i64::cast_unsigned(whole)),
            Amount::Decimal(decimal) => (false, bits_of(decimal)),
        };
        let notes = log.into_iter();
        notes.map(|(site, own)| (site, own.map(bits))).collect()
    };
    seen.noted += log.len();
    assert_eq!(bits(log), bits(noted), "{text}\n{row:?}");
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
    let samples = parameters().into_iter().filter_map(|(name, value)| {
        let sample = Sample::of(std::iter::once(&value))?;
        Some((name, sample))
    });
    Script::compile(source, Judged::Run, &samples.collect(), takes).0
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
    assert!(seen.noted > 2_000, "{all}");
    assert!(seen.copy_bailed * 50 < seen.answered, "{all}");
}

/// Runs of which these facts are known.
fn run(facts: &[(&str, FactValue)]) -> FactRow {
    let mut row = FactRow::unstated(Judged::Run);
    for (name, value) in facts {
        row.set(name, Fact::Known(value.clone())).unwrap();
    }
    row
}

#[test]
fn facts_are_read_in_the_order_of_the_interpreter() {
    let cases = [
        ("min(run.seats, run.waiting)", "seats"),
        // Values in brackets come before what stands left of the dot.
        ("run.seats.min(run.waiting)", "waiting"),
        ("run.seats.min(run.waiting).max(run.sessions)", "waiting"),
        ("run.seats.min(4).max(run.sessions)", "sessions"),
        ("(run.seats + run.waiting).min(run.sessions)", "sessions"),
        ("fn f(a, b) { a + b }\nf(run.seats, run.waiting)", "seats"),
        ("run.seats in [run.waiting, 3] && run.activity", "waiting"),
        ("run.seats in run.waiting..9 && run.activity", "waiting"),
        (
            "if run.activity && run.referral { run.seats } else { run.waiting }",
            "activity",
        ),
        (
            "switch run.format { \"hybrid\" if run.activity => 1, _ => run.seats }",
            "format",
        ),
    ];
    let parameters = Parameters::new(parameters().into_values().collect());
    for (text, missing) in cases {
        let script = compile(text, Takes::Measure).unwrap_or_else(|| panic!("{text}"));
        let mut seen = Seen::default();
        compare(&script, &run(&[]), &parameters, &mut seen);
        let (outcome, _) = script.ask_program(&run(&[]), &parameters).unwrap();
        let (place, _) = Judged::Run.fact(missing).unwrap();
        assert_eq!(ended(&outcome), Some(Ended::Missing(place)), "{text}");
        assert_eq!(seen.missing, 1);
    }
}

#[test]
fn what_would_be_an_error_is_left_to_the_interpreter() {
    let text = |length: usize| FactValue::Text("x".repeat(length).as_str().into());
    let list = |items: usize| FactValue::List(vec!["nurse".into(); items].into());
    let cases = [
        ("run.seats + 1", run(&[("seats", FactValue::Int(i64::MAX))])),
        ("-run.seats", run(&[("seats", FactValue::Int(i64::MIN))])),
        (
            "abs(run.seats)",
            run(&[("seats", FactValue::Int(i64::MIN))]),
        ),
        ("7 / run.seats", run(&[("seats", FactValue::Int(0))])),
        ("7 % run.seats", run(&[("seats", FactValue::Int(0))])),
        ("7 ** run.seats", run(&[("seats", FactValue::Int(-1))])),
        (
            "run.hours.to_int()",
            run(&[("hours", FactValue::Number(1e19))]),
        ),
        ("run.title.len()", run(&[("title", text(4_097))])),
        ("run.professions.len()", run(&[("professions", list(257))])),
    ];
    let parameters = Parameters::new(parameters().into_values().collect());
    for (text, row) in cases {
        let script = compile(text, Takes::Measure).unwrap_or_else(|| panic!("{text}"));
        let mut seen = Seen::default();
        compare(&script, &row, &parameters, &mut seen);
        assert_eq!((seen.stopped, seen.bailed), (1, 0), "{text}");
        assert!(matches!(
            script.ask(&row, &parameters).0,
            Outcome::Stopped(_)
        ));
    }
}

#[test]
fn what_only_the_interpreter_knows_stays_there_with_its_place() {
    let many: String = (0..33)
        .map(|n| format!("let v{n} = run.seats;\n"))
        .collect();
    let names: Vec<String> = (0..33).map(|n| format!("v{n}")).collect();
    let sums = names.chunks(11).map(|own| format!("({})", own.join(" + ")));
    let many = format!("{many}{}", sums.collect::<Vec<_>>().join(" + "));
    let cases = [
        (
            "run.title + \"x\" == \"ax\"",
            (1, 1, Interpreted::TextBuilt),
        ),
        (
            "let few = 1..5;\nrun.seats in few",
            (1, 12, Interpreted::KeptList),
        ),
        (
            "let words = [run.format, \"hybrid\"];\nrun.format in words",
            (1, 13, Interpreted::KeptList),
        ),
        (&many, (33, 11, Interpreted::ManyVariables)),
    ];
    for (text, because) in cases {
        let script = compile(text, Takes::Measure).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(script.interpreted_because(), Some(because), "{text}");
        let parameters = Parameters::new(parameters().into_values().collect());
        let row = run(&[
            ("seats", FactValue::Int(3)),
            ("title", FactValue::Text("a".into())),
        ]);
        assert!(script.ask_program(&row, &parameters).is_none());
    }
}
