//! The compiled scripts of every shipped pack answer as the interpreter does.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

use mestring_model::Fact;
use mestring_model::facts::{FactDecl, FactRow, FactType, FactValue, Judged};
use mestring_rules::{Bench, Pack, Plugins};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

fn bench(name: &str) -> Bench {
    let files = mestring_packs::files(name).unwrap();
    let pack = Pack::load(&files, &Plugins::default()).unwrap_or_else(|all| panic!("{}", all[0]));
    for criterion in pack.criteria() {
        let script = criterion.script().unwrap();
        assert_eq!(script.interpreted_because(), None, "{}", criterion.name());
    }
    pack.at("2026-01-15".parse().unwrap()).unwrap()
}

/// Every number that stands in the scripts and parameters of a pack, and those beside it.
fn numbers(bench: &Bench) -> Vec<f64> {
    let mut found = vec![0.0, 1.0];
    for shipped in mestring_packs::shipped() {
        if shipped.name == bench.pack().manifest().name {
            for text in shipped.to_files().values() {
                let words = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
                found.extend(words.filter_map(|word| word.parse::<f64>().ok()));
            }
        }
    }
    found.sort_by(f64::total_cmp);
    found.dedup();
    found
}

fn value(decl: &FactDecl, numbers: &[f64]) -> BoxedStrategy<FactValue> {
    let near = (prop::sample::select(numbers.to_vec()), -2..=2_i32);
    let word = |words: &'static [mestring_model::term::Word]| {
        prop::sample::select(words).prop_map(|word| word.code.into())
    };
    match decl.kind {
        FactType::Bool => any::<bool>().prop_map(FactValue::Bool).boxed(),
        FactType::Int => near
            .prop_map(|(number, step)| FactValue::Int(number as i64 + i64::from(step)))
            .boxed(),
        FactType::Number => near
            .prop_map(|(number, step)| {
                FactValue::Number(match step {
                    -2 => number - 1.0,
                    -1 => number.next_down(),
                    0 => number,
                    1 => number.next_up(),
                    _ => number + 0.5,
                })
            })
            .boxed(),
        FactType::Text => Just(FactValue::Text("Lunge".into())).boxed(),
        FactType::Listed(words) => word(words).prop_map(FactValue::Text).boxed(),
        FactType::TextList => prop::collection::vec(Just("x".into()), 0..2)
            .prop_map(|texts: Vec<std::sync::Arc<str>>| FactValue::List(texts.into()))
            .boxed(),
        FactType::ListedList(words) => prop::collection::vec(word(words), 0..3)
            .prop_map(|texts: Vec<std::sync::Arc<str>>| FactValue::List(texts.into()))
            .boxed(),
    }
}

/// Records in which nothing, some or most is known.
fn record(judged: Judged, numbers: &[f64]) -> impl Strategy<Value = FactRow> + use<> {
    let facts: Vec<_> = judged
        .facts()
        .iter()
        .map(|decl| (value(decl, numbers), 0..10_u8))
        .collect();
    (facts, prop::sample::select(vec![0_u8, 5, 9, 10])).prop_map(move |(facts, known)| {
        let mut row = FactRow::unstated(judged);
        for (place, (value, chosen)) in facts.into_iter().enumerate() {
            if chosen < known {
                row.replace(place, Fact::Known(value)).unwrap();
            }
        }
        row
    })
}

#[test]
fn shipped_packs_answer_the_same_compiled_and_interpreted() {
    let mut verdicts = 0;
    let mut cannot_tell = 0;
    for shipped in mestring_packs::shipped() {
        let bench = bench(shipped.name);
        let reference = bench.clone().interpreted();
        let config = Config {
            cases: 250,
            failure_persistence: None,
            ..Config::default()
        };
        let (mut seen, mut open) = (0, 0);
        let counted = std::cell::RefCell::new((&mut seen, &mut open));
        TestRunner::new(config)
            .run(&record(bench.judged(), &numbers(&bench)), |row| {
                let (own, other) = (bench.judge(&row), reference.judge(&row));
                prop_assert_eq!(&own, &other, "{}", shipped.name);
                let (seen, open) = &mut *counted.borrow_mut();
                for verdict in own.iter().flat_map(|all| all.iter()) {
                    **seen += 1;
                    **open += usize::from(verdict.answer.cannot_tell());
                }
                Ok(())
            })
            .unwrap();
        assert!(seen >= 250, "{}: only {seen} verdicts", shipped.name);
        verdicts += seen;
        cannot_tell += open;
    }
    assert!(
        verdicts >= 2_750 && cannot_tell > 300 && cannot_tell < verdicts - 300,
        "{verdicts} verdicts, {cannot_tell} cannot tell"
    );
}
