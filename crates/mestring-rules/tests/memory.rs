//! What hostile scripts cost in memory, shown in a process of its own with a limit on its memory.
//!
//! Linux only: elsewhere the test says that it is skipped.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a test fails by panicking, says what it skips, and looks at its own process"
)]

mod support;

use std::process::Command;

use mestring_model::facts::FactValue::Int;
use mestring_rules::{Pack, Plugins};
use support::{files, hostile, run};

/// The address space of the child, kilobytes: a script that gets past a limit ends it.
const ADDRESS_SPACE: u64 = 512 * 1024;
/// What the child's memory may be at its peak, kilobytes.
const PEAK: u64 = 64 * 1024;
/// How much its memory may grow while scripts that are let through run again and again, kilobytes.
const GROWTH: u64 = 1024;
/// How many times they run.
const RUNS: usize = 20_000;
/// Tells the child what it is.
const CHILD: &str = "MESTRING_MEMORY_CHILD";

#[test]
fn hostile_scripts_stay_within_a_limit_on_memory() {
    if !cfg!(target_os = "linux") {
        eprintln!("SKIPPED: limits on a child's memory are set by `ulimit -v`, on Linux only");
        return;
    }
    let limited = format!("ulimit -v {ADDRESS_SPACE} && exec \"$0\" \"$@\"");
    let output = Command::new("sh")
        .args(["-c", &limited])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "in_the_child", "--nocapture", "--test-threads=1"])
        .env(CHILD, "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{}\n{said}\n{}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    // The harness reports no run of a test that it does not have.
    assert!(said.contains("peak memory"), "{said}");
    print!("{said}");
}

/// What the test above starts. On its own it does nothing.
#[test]
fn in_the_child() {
    if std::env::var_os(CHILD).is_none() {
        return;
    }
    let mut refused = 0;
    let mut accepted = Vec::new();
    for script in hostile::known() {
        match Pack::load(&files("priority", &script), &Plugins::default()) {
            Ok(pack) => accepted.push(pack),
            Err(errors) => {
                assert!(!errors.is_empty());
                refused += 1;
            }
        }
    }
    assert!(
        refused > 40 && accepted.len() >= 5,
        "{refused} {}",
        accepted.len()
    );
    // What is let through and comes nearest to growing: texts and lists that are built again and
    // again, variables that share a value, helpers that hand it on.
    let growing = [
        "let s = \"x\"; s += s; s += s; s += s; s += s; s.len()",
        "let a = [\"a\", \"b\"]; let b = a; let c = b; [1, 2, 3].len() + c.len()",
        "fn f(x) { x } fn g(x) { f(f(x)) } let t = run.title ?? \"t\"; g(g(t)).len()",
    ];
    accepted.extend(growing.iter().map(|own| {
        let pack = Pack::load(&files("priority", own), &Plugins::default());
        pack.unwrap_or_else(|errors| panic!("{own}\n{}", errors[0]))
    }));
    let row = run(&[("sessions", Int(6))]);
    let benches: Vec<_> = accepted
        .iter()
        .map(|pack| pack.at("2026-01-15".parse().unwrap()).unwrap())
        .collect();
    let ask = |turn: usize| {
        // The last ones run each turn, those that reach a limit on operations now and then.
        let every = benches.iter().rev().take(growing.len());
        let one = benches
            .get(turn / 500 % benches.len())
            .filter(|_| turn.is_multiple_of(500));
        for bench in every.chain(one) {
            let _ = bench.judge(&row);
        }
    };
    (0..RUNS / 10).for_each(ask);
    let before = kilobytes("VmRSS");
    (0..RUNS).for_each(ask);
    let grown = kilobytes("VmRSS").saturating_sub(before);
    let peak = kilobytes("VmHWM");
    println!("peak memory {peak} kB, grown by {grown} kB over {RUNS} runs");
    assert!(peak > 1_000 && peak < PEAK, "the peak was {peak} kB");
    assert!(grown < GROWTH, "{RUNS} runs made it {grown} kB larger");
}

/// A line of what Linux says about this process.
fn kilobytes(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with(name)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
