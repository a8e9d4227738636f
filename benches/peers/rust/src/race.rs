//! Runs the entries by turns, and measures the CPU time of this thread.

use rustix::time::{ClockId, clock_gettime};

/// One engine, answering about the record at a place.
pub struct Entry<'a> {
    pub name: &'static str,
    pub answer: Box<dyn FnMut(usize) -> Option<f64> + 'a>,
}

impl<'a> Entry<'a> {
    pub fn new(name: &'static str, answer: impl FnMut(usize) -> Option<f64> + 'a) -> Self {
        Entry {
            name,
            answer: Box::new(answer),
        }
    }
}

/// How an entry did: nanoseconds of CPU time a record, over the rounds.
pub struct Timed {
    pub name: &'static str,
    pub least: f64,
    pub median: f64,
    pub most: f64,
    /// How many answers are not the same bits as plain Rust gives.
    pub other_bits: usize,
    /// The largest difference, as a part of the answer.
    pub largest: f64,
}

fn cpu_seconds() -> f64 {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
}

const ROUNDS: usize = 7;
const ROUND_SECONDS: f64 = 0.15;

/// Every entry once in each round, so that a slow moment of the machine meets all of them.
pub fn run(mut entries: Vec<Entry<'_>>, expected: &[f64]) -> Result<Vec<Timed>, String> {
    let count = expected.len();
    let mut times = vec![Vec::new(); entries.len()];
    let mut answers = Vec::new();
    for entry in &mut entries {
        let (mut other_bits, mut largest) = (0, 0.0_f64);
        for (at, right) in expected.iter().enumerate() {
            let got = (entry.answer)(at)
                .ok_or_else(|| format!("{} gives no number on record {at}", entry.name))?;
            other_bits += usize::from(got.to_bits() != right.to_bits());
            largest = largest.max((got - right).abs() / right.abs().max(1.0));
        }
        if largest > 1e-12 {
            return Err(format!(
                "{} answers something else, by {largest:e}",
                entry.name
            ));
        }
        answers.push((other_bits, largest));
    }
    for _ in 0..ROUNDS {
        for (entry, times) in entries.iter_mut().zip(&mut times) {
            let (start, mut done) = (cpu_seconds(), 0_usize);
            let spent = loop {
                for at in 0..count {
                    std::hint::black_box((entry.answer)(at));
                }
                done += count;
                let spent = cpu_seconds() - start;
                if spent >= ROUND_SECONDS {
                    break spent;
                }
            };
            times.push(spent / done as f64 * 1e9);
        }
    }
    let timed = entries.iter().zip(times).zip(answers);
    Ok(timed
        .map(|((entry, mut times), (other_bits, largest))| {
            times.sort_by(f64::total_cmp);
            Timed {
                name: entry.name,
                least: times[0],
                median: times[times.len() / 2],
                most: times[times.len() - 1],
                other_bits,
                largest,
            }
        })
        .collect())
}
