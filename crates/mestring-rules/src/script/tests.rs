use std::sync::atomic::{AtomicU64, Ordering};

use mestring_model::Fact;
use mestring_model::facts::FactType;

use super::*;

/// A run of which every fact is known.
fn row() -> FactRow {
    let mut row = FactRow::unstated(Judged::Run);
    for fact in Judged::Run.facts() {
        let word = fact.kind.words().first().map_or("x", |word| word.code);
        let value = match fact.kind {
            FactType::Bool => FactValue::Bool(true),
            FactType::Int => FactValue::Int(7),
            FactType::Number => FactValue::Number(7.5),
            FactType::Text | FactType::Listed(_) => FactValue::Text(word.into()),
            FactType::TextList | FactType::ListedList(_) => FactValue::List([word.into()].into()),
        };
        row.set(fact.name, Fact::Known(value)).unwrap();
    }
    row
}

#[test]
fn no_answer_takes_more_operations_than_were_counted_before() {
    let scripts = [
        "run.referral",
        "7",
        "run.sessions + run.seats * 2 - abs(-3)",
        "run.sessions.min(3).max(run.seats).to_float() / 2.0",
        "(run.seats ?? run.waiting ?? 3) + (run.sessions ?? 1)",
        "if run.referral && run.activity || !run.focus_group { 1 } else { 2 }",
        "let a = 1; a += run.seats; a *= 2; if a > 3 { a } else { -a }",
        "switch run.sessions { 7 if run.seats > 9 => 2, 1..3 => 1, _ => run.seats }",
        "switch run.format { \"physical\" => { let b = run.seats; b + 1 } _ => 3 }",
        "\"x\" in run.target_groups || run.format in [\"hybrid\", \"relayed\"]",
        "fn f(n) { n * n + 1 } fn g(n) { f(n) + f(n + 1) } g(run.seats) + g(f(3))",
        "fn f(n) { if n > 3 { return n; } -n } [f(run.seats), f(1), 3].len()",
        "if known(run.seats) { return run.seats; } 3",
        "{ let a = run.seats; { a + 1 } }",
    ];
    for text in scripts {
        let source = Source {
            file: "x.rhai",
            text,
        };
        let (script, found) =
            Script::compile(source, Judged::Run, &BTreeMap::new(), Takes::Measure);
        let mut script = script.unwrap_or_else(|| panic!("{text} {found:?}"));
        let taken = Arc::new(AtomicU64::new(0));
        let seen = taken.clone();
        script.engine.on_progress(move |done| {
            seen.fetch_max(done, Ordering::Relaxed);
            None
        });
        let parameters = Parameters::new(Vec::new().into()).interpreted();
        script.run(&row(), &parameters).unwrap();
        let (taken, most) = (taken.load(Ordering::Relaxed), script.operations());
        assert!(taken > 0 && taken <= most, "{text}: {taken} of {most}");
        assert!(most <= 6 * taken + 40, "{text}: {taken} of {most}");
    }
}
