//! Races mestring against other rules engines on one rule, in one process, by turns.
//!
//! `cargo run --release` prints a table; `cargo run --release -- rows FILE N` writes N of the records
//! for the race from Python.

#![allow(
    clippy::indexing_slicing,
    reason = "a measuring program, whose loops must cost nothing"
)]

mod ours;
mod peers;
mod race;
mod rows;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [word, file, count] = args.as_slice()
        && word == "rows"
    {
        std::fs::write(file, rows::csv(&rows::rows(count.parse()?)))?;
        return Ok(());
    }
    let rows = rows::rows(2_000);
    let expected: Vec<f64> = rows.iter().map(rows::native).collect();
    let entries = vec![
        ours::plain(&rows),
        ours::mestring(&rows)?,
        ours::explained(&rows)?,
        peers::datalogic(&rows)?,
        peers::datalogic_traced(&rows)?,
        peers::zen(&rows)?,
        peers::cel(&rows)?,
    ];
    let timed = race::run(entries, &expected)?;
    let ours = timed.iter().find(|own| own.name.starts_with("mestring"));
    let ours = ours.ok_or("mestring did not run")?.median;
    println!("| engine | ns a decision: median (least-most) | against mestring | other bits |");
    println!("|---|---:|---:|---:|");
    for own in &timed {
        println!(
            "| {} | {:.0} ({:.0}-{:.0}) | {:.2} | {} of {} |",
            own.name,
            own.median,
            own.least,
            own.most,
            own.median / ours,
            own.other_bits,
            rows.len()
        );
        debug_assert!(own.largest <= 1e-12);
    }
    Ok(())
}
