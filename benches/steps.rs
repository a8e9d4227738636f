//! How long each step takes on the desk of Bergen. `README.md` beside this file says how to run and
//! read it.

#[path = "measure/mod.rs"]
mod measure;

use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use measure::{Outcome, step};
use mestring::decide::{Decider, Packs};
use mestring::relate::pair_facts;
use mestring::topics::Topics;
use mestring_cli::{Surroundings, run_in};
use mestring_exchange::desk;
use mestring_model::facts::FactRow;

const BERGEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/bergen");

/// The whole command, from the files to the last line.
fn command(args: &[&str]) -> Outcome<Vec<u8>> {
    let surroundings = Surroundings {
        today: "2026-11-22".parse()?,
        width: None,
        colour_out: false,
        colour_err: false,
        one_terminal: false,
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["mestring"].into_iter().chain(args.iter().copied());
    match run_in(&surroundings, args, &mut out, &mut err) {
        0 if !out.is_empty() => Ok(out),
        code => Err(format!("exit code {code}: {}", String::from_utf8_lossy(&err)).into()),
    }
}

#[expect(clippy::disallowed_methods, reason = "a bench measures time")]
fn measure(criterion: &mut Criterion) -> Outcome<()> {
    let start = Instant::now();
    let clock = || start.elapsed();
    let folder = Path::new(BERGEN);
    let (desk, _) = desk::read(folder)?;
    let packs = Packs::shipped()?;
    let as_of = desk.settings.as_of.ok_or("the desk fixes no date")?;
    let decider = Decider::new(&desk, &packs, as_of, None);
    let topics = Topics::of(&desk);
    let rows: Vec<FactRow> = pair_facts(&desk, &topics)
        .iter()
        .map(|pair| pair.facts.row())
        .collect();
    let relation = packs.relation().at(as_of)?;
    let pairs = Throughput::Elements(u64::try_from(rows.len())?);

    let mut group = criterion.benchmark_group("steps");
    step(&mut group, "read the desk", &clock, || {
        Ok(desk::read(folder)?)
    })?;
    step(&mut group, "load the packs", &clock, || {
        Ok(Packs::shipped()?)
    })?;
    step(&mut group, "topics", &clock, || Ok(Topics::of(&desk)))?;
    step(&mut group, "overview", &clock, || Ok(decider.overview()))?;
    step(&mut group, "proposal", &clock, || Ok(decider.proposal()?))?;
    step(&mut group, "obligations", &clock, || {
        Ok(decider.obligations()?)
    })?;
    step(&mut group, "relations", &clock, || Ok(decider.relations()?))?;
    step(&mut group, "report as text", &clock, || {
        command(&["report", BERGEN])
    })?;
    step(&mut group, "report as json", &clock, || {
        command(&["report", BERGEN, "--json"])
    })?;
    group.finish();

    let mut group = criterion.benchmark_group("pairs");
    group.throughput(pairs);
    step(&mut group, "facts", &clock, || {
        Ok(pair_facts(&desk, &topics))
    })?;
    step(&mut group, "judge", &clock, || {
        Ok(relation.judge_all(&rows)?)
    })?;
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
