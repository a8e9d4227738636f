//! How much memory it takes to assign people from Arrow frames: a million of them with
//!
//! `cargo run --release -p mestring --features arrow --example assign_memory -- 1000000 2000 2` (people,
//! runs, threads), and 20,000 without arguments. Linux alone says how much memory a process had at
//! most.

#![expect(
    clippy::disallowed_methods,
    reason = "a measurement reads a clock, its arguments and what it takes of memory"
)]

use std::error::Error;
use std::io::Write;
use std::ops::ControlFlow;
use std::time::Instant;

use mestring::assign::Order;
use mestring::decide::assigned::{Assigned, Frames};
use mestring::frame::{Column, record_batch};
use mestring::synthetic::{Queue, Shape};

fn whole(values: impl Iterator<Item = i64>) -> Column {
    Column::Whole(values.map(Some).collect())
}

/// Megabytes that the process has, and had at most since it was asked for the last time.
fn memory() -> Result<(u64, u64), Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let of = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let number = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        number.map(|kilobytes| kilobytes / 1000)
    };
    let found = (of("VmRSS:"), of("VmHWM:"));
    // Where that is not allowed, the most is that of the whole run.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    Ok((found.0.ok_or("no VmRSS")?, found.1.ok_or("no VmHWM")?))
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout();
    let given: Vec<usize> = std::env::args()
        .skip(1)
        .map(|own| own.parse())
        .collect::<Result<_, _>>()?;
    let [people, runs, threads] = match given.as_slice() {
        [] => [20_000, 200, 2],
        [people, runs, threads] => [*people, *runs, *threads],
        _ => return Err("give people, runs and threads, or nothing".into()),
    };
    let queue = Queue::new(Shape::Grouped, people, runs, 1);

    let frame = |columns: Vec<(&str, Column)>| {
        record_batch(
            columns
                .into_iter()
                .map(|(name, own)| (name.to_owned(), own))
                .collect(),
        )
    };
    let (people, runs, choices) = (
        [frame(vec![
            ("person", whole(0..queue.people.len() as i64)),
            (
                "class",
                whole(queue.people.iter().map(|own| i64::from(own.class))),
            ),
            (
                "deadline",
                Column::Date(queue.people.iter().map(|own| own.deadline).collect()),
            ),
            (
                "waiting_since",
                Column::Date(
                    queue
                        .people
                        .iter()
                        .map(|own| Some(own.waiting_since))
                        .collect(),
                ),
            ),
        ])?],
        [frame(vec![
            ("run", whole(0..queue.runs.len() as i64)),
            (
                "seats",
                whole(queue.runs.iter().map(|own| i64::from(own.seats))),
            ),
        ])?],
        [frame(vec![
            (
                "person",
                whole(queue.choices.iter().map(|own| i64::from(own.0))),
            ),
            (
                "run",
                whole(queue.choices.iter().map(|own| i64::from(own.1))),
            ),
            ("cost", whole(queue.choices.iter().map(|own| own.2))),
        ])?],
    );
    writeln!(out, "{} choices", queue.choices.len())?;
    drop(queue);
    memory()?;
    let (frames, _) = memory()?;
    writeln!(out, "the frames: {frames} MB")?;
    let started = Instant::now();
    let problem = Assigned::problem(
        Frames {
            people: &people,
            runs: &runs,
            choices: &choices,
        },
        Order::default(),
    )?;
    let (after, most) = memory()?;
    writeln!(
        out,
        "the problem: {after} MB, at most {most} MB, {:?}",
        started.elapsed()
    )?;
    let started = Instant::now();
    let assigned = problem.solve_with(threads, &|_| ControlFlow::Continue(()))?;
    let (after, most) = memory()?;
    writeln!(
        out,
        "solved: {after} MB, at most {most} MB, {:?}",
        started.elapsed()
    )?;
    writeln!(out, "{:?}", assigned.assignment().objective())?;
    Ok(())
}
