//! The rule in mestring, and as plain Rust.

use std::collections::BTreeMap;
use std::error::Error;

use mestring_model::facts::{FactRow, FactValue, Judged};
use mestring_model::{Answer, Fact};
use mestring_rules::{Bench, Pack, Plugins};

use crate::race::Entry;
use crate::rows::{Row, native};

/// The pack beside this crate.
pub fn bench() -> Result<Bench, Box<dyn Error>> {
    let files = [
        ("pack.toml", include_str!("../../rule/pack.toml")),
        ("benchmark.rhai", include_str!("../../rule/benchmark.rhai")),
        (
            "benchmark.test.toml",
            include_str!("../../rule/benchmark.test.toml"),
        ),
    ];
    let files: BTreeMap<String, String> = files
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .collect();
    let pack = Pack::load(&files, &Plugins::default()).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })?;
    if pack.test().iter().any(|case| !case.passed()) {
        return Err("a case of the pack fails".into());
    }
    Ok(pack.at(chrono::NaiveDate::from_ymd_opt(2026, 11, 22).ok_or("no date")?)?)
}

/// A record as mestring has it.
pub fn record(row: &Row) -> Result<FactRow, Box<dyn Error>> {
    let mut facts = FactRow::unstated(Judged::Run);
    let all = [
        (
            "expected_participants",
            FactValue::Int(row.expected_participants),
        ),
        ("focus_group", FactValue::Bool(row.focus_group)),
        ("format", FactValue::Text(row.format.into())),
        ("waiting", FactValue::Int(row.waiting)),
        ("referral", FactValue::Bool(row.referral)),
        (
            "activity_appropriate",
            FactValue::Bool(row.activity_appropriate),
        ),
        ("user_involved", FactValue::Bool(row.user_involved)),
        ("activity", FactValue::Bool(row.activity)),
        ("hours", FactValue::Number(row.hours)),
        ("longest_wait_days", FactValue::Int(row.longest_wait_days)),
    ];
    for (name, value) in all {
        facts.set(name, Fact::Known(value))?;
    }
    Ok(facts)
}

pub fn mestring<'a>(rows: &[Row]) -> Result<Entry<'a>, Box<dyn Error>> {
    let bench = bench()?;
    let ready: Vec<FactRow> = rows.iter().map(record).collect::<Result<_, _>>()?;
    let name = "mestring: verdict with the facts it read";
    Ok(Entry::new(name, move |at| {
        match bench.judge(&ready[at]).ok()?.first()?.answer {
            Answer::Number(points) => Some(points),
            _ => None,
        }
    }))
}

pub fn explained<'a>(rows: &[Row]) -> Result<Entry<'a>, Box<dyn Error>> {
    let bench = bench()?;
    let ready: Vec<FactRow> = rows.iter().map(record).collect::<Result<_, _>>()?;
    let name = "mestring: verdict with its whole explanation";
    Ok(Entry::new(name, move |at| {
        let explained = bench.explain(&ready[at]).ok()?;
        let reason = explained.reasons.first()?;
        match reason.verdict.answer {
            // Without the clause that answered it would be no explanation.
            Answer::Number(points) if !reason.fired.is_empty() => Some(points),
            _ => None,
        }
    }))
}

pub fn plain<'a>(rows: &[Row]) -> Entry<'a> {
    let rows = rows.to_vec();
    Entry::new("the rule written in Rust", move |at| {
        Some(native(std::hint::black_box(&rows[at])))
    })
}
