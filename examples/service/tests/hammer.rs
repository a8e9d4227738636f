//! The service under load while its rules change: no request fails, and no answer mixes two packs.
//!
//! Every version of the pack differs in two files or more, written one after the other. In between the
//! folder never holds a right pack, so what is half written can be seen but not taken up.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test writes files, measures time, prints what it counted, and fails"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use mestring::decide::{Decider, Packs};
use mestring_rules::{Pack, Plugins};
use serde_json::Value;
use support::{BERGEN, Client, Running};

/// Reloads that must be seen, and the time in which.
const RELOADS: usize = 20;
const TIME: Duration = Duration::from_secs(10);

/// From one reload to the next, where the machine is fast enough.
const PACE: Duration = Duration::from_millis(380);

/// Clients, each with one request under way at a time.
const CLIENTS: usize = 4;

type Files = BTreeMap<String, String>;

/// The shipped pack with a rule of its own in a place that differs from version to version.
fn version(number: usize) -> Files {
    let mut files = mestring_packs::files("priority").unwrap();
    let name = format!("own_{number}");
    let manifest = files.get_mut("pack.toml").unwrap();
    let criteria = ["established", "focus_groups", "deadline", "waiting"];
    let before = format!("\"{}\"", criteria[number % criteria.len()]);
    assert!(manifest.contains(&before), "{manifest}");
    *manifest = manifest
        .replacen(&before, &format!("\"{name}\", {before}"), 1)
        .replacen(
            "version = \"1.0.0\"",
            &format!("version = \"9.0.{number}\""),
            1,
        );
    *manifest = manifest.replacen(
        "[origin]\n",
        &format!("[origin]\n{name} = \"local choice\"\n"),
        1,
    );
    manifest.push_str(&format!(
        "\n[title.{name}]\nen = \"Own\"\nnb = \"Egen\"\nnn = \"Eigen\"\n"
    ));
    let (left, right) = if number.is_multiple_of(2) {
        ("<=", 2)
    } else {
        (">=", 4)
    };
    files.insert(
        format!("{name}.rhai"),
        format!("// What: made up for a test. Why: it moves runs. Source: none.\nrun.sessions {left} {right}\n"),
    );
    files.insert(
        format!("{name}.test.toml"),
        "[[case]]\nname = \"three sessions\"\ngiven = { sessions = 3 }\nexpect = false\nbecause = \"three are neither\"\n"
            .to_owned(),
    );
    files
}

/// Takes the place of one version by another: every state in between lacks a file that the manifest
/// names.
fn replace(folder: &Path, old: &Files, new: &Files) {
    let gone = |ending: &str| {
        for name in old
            .keys()
            .filter(|name| name.ends_with(ending) && !new.contains_key(*name))
        {
            fs::remove_file(folder.join(name)).unwrap();
        }
    };
    let put = |ending: &str| {
        for (name, text) in new
            .iter()
            .filter(|(name, text)| name.ends_with(ending) && old.get(*name) != Some(text))
        {
            fs::write(folder.join(name), text).unwrap();
        }
    };
    gone(".rhai");
    gone(".test.toml");
    put("pack.toml");
    put(".test.toml");
    put(".rhai");
}

/// Edits that must not take effect, each with the beginning of the code that says why.
fn wrong(right: &Files, number: usize) -> (Files, &'static str) {
    let mut files = right.clone();
    let own = |ending: &str| {
        right
            .keys()
            .find(|name| name.starts_with("own_") && name.ends_with(ending))
            .unwrap()
            .clone()
    };
    match number % 3 {
        0 => {
            let text = files.get_mut("pack.toml").unwrap();
            text.truncate(text.len() / 2);
            (files, "R")
        }
        1 => {
            files.insert(
                own(".rhai"),
                "// What: a typing error.\nrun.sesions >= 4\n".to_owned(),
            );
            (files, "R1")
        }
        _ => {
            files.insert(
                own(".rhai"),
                "// What: against its case.\nrun.sessions == 3\n".to_owned(),
            );
            (files, "C021")
        }
    }
}

/// The runs in the order that each version gives them, by its hash, by the library alone.
fn orders<'f>(versions: impl Iterator<Item = &'f Files>) -> BTreeMap<String, Vec<String>> {
    let (desk, _) = mestring_exchange::desk::read(Path::new(BERGEN)).unwrap();
    let shipped = Packs::shipped().unwrap();
    let order = |files: &Files| {
        let pack = load(files);
        let hash = pack.hash().to_owned();
        let packs = shipped.clone().with(pack).unwrap();
        let decider = Decider::new(&desk, &packs, desk.settings.as_of.unwrap(), None);
        let runs = decider.proposal().unwrap().plan.runs;
        (hash, runs.iter().map(|own| own.run.to_string()).collect())
    };
    versions.map(order).collect()
}

fn load(files: &Files) -> Pack {
    Pack::load(files, &Plugins::default()).expect("a version is right")
}

/// The hash of the priority pack by which an answer was made, after everything in it agreed.
fn judge(answer: &Value, orders: &BTreeMap<String, Vec<String>>) -> String {
    let proposal = &answer["proposal"];
    let hash = proposal["pack"]["hash"].as_str().unwrap();
    let head = answer["head"]["packs"].as_array().unwrap();
    assert!(
        head.iter().any(|own| own["hash"] == hash),
        "head and proposal name different packs"
    );
    let runs = proposal["runs"].as_array().unwrap();
    for verdict in runs
        .iter()
        .flat_map(|run| run["criteria"].as_array().unwrap())
    {
        assert_eq!(verdict["rule"]["hash"], hash, "a verdict of another pack");
    }
    let order: Vec<&str> = runs
        .iter()
        .map(|run| run["run"].as_str().unwrap())
        .collect();
    let Some(expected) = orders.get(hash) else {
        panic!("an answer by a pack that was never right: {hash}");
    };
    assert_eq!(&order, expected, "the order is not that of the pack {hash}");
    hash.to_owned()
}

/// Asks for the health until it is as it should be.
fn wait(client: &mut Client, what: &str, is_so: impl Fn(&Value) -> bool) {
    let until = Instant::now() + TIME;
    while Instant::now() < until {
        let reply = client.get("/health");
        assert_eq!(reply.status, 200);
        if is_so(&reply.json()) {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("{what} was not noticed in {TIME:?}");
}

fn uses(health: &Value, hash: &str) -> bool {
    let packs = health["packs"].as_array().unwrap();
    packs.iter().any(|own| own["hash"] == hash)
}

#[test]
fn rules_change_twenty_times_in_ten_seconds_and_every_answer_is_whole() {
    let folder = support::packs("hammer");
    let priority = folder.join("priority");
    let shipped = mestring_packs::files("priority").unwrap();
    let versions: Vec<Files> = (0..RELOADS).map(version).collect();
    let orders = orders(std::iter::once(&shipped).chain(&versions));
    assert_eq!(
        orders.len(),
        RELOADS + 1,
        "each version has a hash of its own"
    );
    let distinct: BTreeSet<&Vec<String>> = orders.values().collect();
    assert!(
        distinct.len() >= 4,
        "the versions must give different orders: {}",
        distinct.len()
    );

    let running = Running::start(Some(folder));
    let stop = AtomicBool::new(false);
    let mut reloads = 0;
    let mut refused = 0;
    let started = Instant::now();
    let (answers, seen, took) = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|_| {
                scope.spawn(|| {
                    let mut client = running.client();
                    let mut answers = 0_usize;
                    let mut seen = BTreeSet::new();
                    while !stop.load(Ordering::Relaxed) {
                        let reply = client.get("/proposal");
                        assert_eq!(reply.status, 200, "{}", reply.body);
                        seen.insert(judge(&reply.json(), &orders));
                        answers += 1;
                    }
                    (answers, seen)
                })
            })
            .collect();
        let edits = || {
            let mut client = running.client();
            let mut old = shipped.clone();
            for (number, new) in versions.iter().enumerate() {
                replace(&priority, &old, new);
                let hash = load(new).hash().to_owned();
                wait(&mut client, "a right pack", |health| {
                    uses(health, &hash) && health["refused"] == serde_json::json!([])
                });
                reloads += 1;
                old = new.clone();
                // Spread over the time, so that each version has answers to give.
                std::thread::sleep((PACE * reloads as u32).saturating_sub(started.elapsed()));
                if number % 4 == 0 {
                    let (bad, code) = wrong(new, number / 4);
                    for (name, text) in bad
                        .iter()
                        .filter(|(name, text)| new.get(*name) != Some(text))
                    {
                        fs::write(priority.join(name), text).unwrap();
                    }
                    wait(&mut client, "a wrong pack", |health| {
                        let problems = health["refused"].as_array().unwrap();
                        problems
                            .iter()
                            .any(|own| own["code"].as_str().unwrap().starts_with(code))
                    });
                    wait(&mut client, "the last good pack", |health| {
                        uses(health, &hash)
                    });
                    refused += 1;
                    old = bad;
                }
            }
            started.elapsed()
        };
        // The clients end also where an edit failed, so that the test says why and does not hang.
        let took = std::panic::catch_unwind(std::panic::AssertUnwindSafe(edits));
        stop.store(true, Ordering::Relaxed);
        let mut answers = 0;
        let mut seen = BTreeSet::new();
        for client in clients {
            let (own, hashes) = client.join().unwrap();
            answers += own;
            seen.extend(hashes);
        }
        (answers, seen, took.unwrap())
    });
    println!(
        "{reloads} reloads and {refused} refusals in {:.1} s: {answers} answers of {} packs, 0 failed, 0 mixed",
        took.as_secs_f64(),
        seen.len(),
    );
    assert!(
        reloads >= RELOADS && refused >= 5,
        "{reloads} reloads, {refused} refusals"
    );
    assert!(took <= TIME, "{RELOADS} reloads took {took:?}");
    assert!(answers >= RELOADS, "only {answers} answers");
    assert!(
        seen.len() >= RELOADS / 4,
        "the answers are of {} packs only",
        seen.len()
    );
}
