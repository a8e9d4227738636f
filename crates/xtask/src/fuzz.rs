//! The fuzz targets, built as a fuzzer needs them and run for a short while.
//!
//! Every seed is run, then so many inputs that the fuzzer makes of them: from a fixed seed, so that a
//! run of one tree is the run of any other. Longer hunts are by hand; `crates/mestring-fuzz/Cargo.toml`
//! says how.

use crate::shop::{Call, Shop};
use crate::steps::Done;

const FOLDER: &str = "crates/mestring-fuzz";

/// How many inputs each target gets: about ten seconds of them.
const INPUTS: [(&str, u32); 7] = [
    ("csv", 1_000),
    ("decision_log", 300),
    ("desk_table", 80),
    ("hostile", 80),
    ("pack", 400),
    ("settings", 1_000),
    ("workbook", 1_000),
];

/// The compiler counts which places of the code an input reaches, as libFuzzer asks of it. They go
/// with `--target`, which keeps them away from build scripts.
const FLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module -Ccodegen-units=1 \
    -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares";

/// Builds every target and runs it.
///
/// # Errors
/// A target that does not build, has no seed, is on no list here, or fails on an input.
pub fn fuzz(shop: &mut Shop<'_>) -> Result<Done, String> {
    let seeds = shop.list(&format!("{FOLDER}/seeds"));
    let listed: Vec<&str> = INPUTS.iter().map(|(name, _)| *name).collect();
    if seeds != listed {
        let seeds = seeds.join(", ");
        return Err(format!(
            "{FOLDER}/seeds holds {seeds}, and the step `fuzz` knows {}",
            listed.join(", ")
        ));
    }
    let host = host(shop)?;
    let manifest = format!("{FOLDER}/Cargo.toml");
    let build = [
        "build",
        "--manifest-path",
        &manifest,
        "--bins",
        "--target",
        &host,
    ];
    let call = shop.cargo(build).env("RUSTFLAGS", FLAGS);
    shop.run(&call)?;
    let mut done = 0;
    for (name, inputs) in INPUTS {
        // The fuzzer keeps here what it learns. What another run learnt would change this one.
        let learnt = format!("target/learnt/{name}");
        shop.empty_folder(&format!("{FOLDER}/{learnt}"))?;
        let program = format!("{FOLDER}/target/{host}/debug/{name}");
        let call = Call::new(shop.path(&program), ["-seed=1", "-artifact_prefix=target/"])
            .arg(format!("-runs={inputs}"))
            .arg(learnt)
            .arg(format!("seeds/{name}"))
            .inside(shop.path(FOLDER))
            .hushed();
        let said = shop.run(&call)?;
        done += runs(&said).ok_or_else(|| format!("{name} did not say how often it ran"))?;
    }
    let least: u32 = INPUTS.iter().map(|(_, inputs)| inputs).sum();
    if done < u64::from(least) {
        return Err(format!(
            "the targets ran {done} inputs, and {least} were asked for"
        ));
    }
    let note = format!("{done} inputs to {} targets", INPUTS.len());
    Ok(Done::note(note))
}

/// The machine that the compiler builds for.
fn host(shop: &mut Shop<'_>) -> Result<String, String> {
    let told = shop.run(&Call::new("rustc", ["-vV"]).hushed())?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned)
        .ok_or_else(|| "`rustc -vV` names no host".to_owned())
}

/// The inputs that a target says it ran.
fn runs(said: &str) -> Option<u64> {
    let line = said.lines().find_map(|line| line.strip_prefix("Done "))?;
    line.split(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_says_how_often_it_ran() {
        assert_eq!(runs("INFO: x\nDone 400 runs in 1 second(s)\n"), Some(400));
        assert_eq!(runs("INFO: x\n"), None);
    }
}
