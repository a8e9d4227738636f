//! What the benches share: a step and how long it takes.

use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

use criterion::BenchmarkGroup;
use criterion::measurement::WallTime;

pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// Measures a step by a clock, after it has shown once that it ends well: how fast an error comes is
/// no figure.
pub fn step<T>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    clock: &dyn Fn() -> Duration,
    work: impl Fn() -> Outcome<T>,
) -> Outcome<()> {
    work().map_err(|error| format!("{name}: {error}"))?;
    group.bench_function(name, |bencher| {
        bencher.iter_custom(|times| {
            let before = clock();
            for _ in 0..times {
                let _ = black_box(work());
            }
            clock().saturating_sub(before)
        });
    });
    Ok(())
}
