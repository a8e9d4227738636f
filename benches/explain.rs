//! How long a decision takes with its full explanation, in time on the processor. `README.md` beside
//! this file says how to run and read it.

#[path = "measure/mod.rs"]
mod measure;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use criterion::Criterion;
use measure::{Outcome, step};
use mestring_model::Fact;
use mestring_model::facts::{FactRow, FactValue, Judged};
use mestring_rules::{Bench, Pack, Plugins};

/// The files of a pack of one rule or several, by name.
macro_rules! pack {
    ($folder:literal: $($rule:literal),+) => {
        [
            ("pack.toml", include_str!(concat!($folder, "/pack.toml"))),
            $(
                (concat!($rule, ".rhai"), include_str!(concat!($folder, "/", $rule, ".rhai"))),
                (
                    concat!($rule, ".test.toml"),
                    include_str!(concat!($folder, "/", $rule, ".test.toml")),
                ),
            )+
        ]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into()
    };
}

fn load(files: &BTreeMap<String, String>) -> Outcome<Bench> {
    let pack = Pack::load(files, &Plugins::default()).map_err(|errors| format!("{errors:?}"))?;
    if let Some(failed) = pack.test().iter().find_map(|case| case.diagnostic()) {
        return Err(failed.render().into());
    }
    Ok(pack.at("2026-11-22".parse()?)?)
}

/// A run that takes the longest way through both packs.
fn run() -> Outcome<FactRow> {
    let mut row = FactRow::unstated(Judged::Run);
    for (name, value) in [
        ("expected_participants", FactValue::Int(12)),
        ("times_held", FactValue::Int(4)),
        ("months_since_held", FactValue::Int(3)),
        ("usual_per_half_year", FactValue::Int(2)),
        ("number_in_half_year", FactValue::Int(1)),
        ("focus_group", FactValue::Bool(true)),
        ("large_chronic_group", FactValue::Bool(false)),
        ("days_to_deadline", FactValue::Int(40)),
        ("waiting", FactValue::Int(70)),
        ("format", FactValue::Text("hybrid".into())),
        ("referral", FactValue::Bool(true)),
        ("activity_appropriate", FactValue::Bool(true)),
        ("user_involved", FactValue::Bool(false)),
        ("activity", FactValue::Bool(true)),
        ("hours", FactValue::Number(0.5)),
        ("longest_wait_days", FactValue::Int(181)),
    ] {
        row.set(name, Fact::Known(value))?;
    }
    Ok(row)
}

/// Time that this process was on a processor, where the system counts it; else by the clock.
#[expect(
    clippy::disallowed_methods,
    reason = "a bench reads what the system counts"
)]
fn spent(start: Instant) -> Duration {
    let counted = std::fs::read_to_string("/proc/self/schedstat").ok();
    let counted = counted.and_then(|text| text.split_whitespace().next()?.parse().ok());
    counted.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

#[expect(clippy::disallowed_methods, reason = "a bench measures time")]
fn measure(criterion: &mut Criterion) -> Outcome<()> {
    let start = Instant::now();
    let clock = || spent(start);
    // No centre uses the benchmark rule, so it stands in this folder.
    let benchmark = load(&pack!("peers/rule": "benchmark"))?;
    let priority = load(&pack!(
        "../rules/priority": "established", "focus_groups", "large_groups", "deadline", "waiting",
        "longest_since_last_run"
    ))?;
    let row = run()?;
    let mut group = criterion.benchmark_group("explain");
    for (name, bench) in [("benchmark rule", &benchmark), ("priority pack", &priority)] {
        step(&mut group, &format!("{name}, judged"), &clock, || {
            Ok(bench.judge(&row)?)
        })?;
        step(&mut group, &format!("{name}, explained"), &clock, || {
            Ok(bench.explain(&row)?)
        })?;
    }
    group.finish();
    Ok(())
}

fn main() -> Outcome<()> {
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    measure(&mut criterion)?;
    criterion.final_summary();
    Ok(())
}
