//! What an offer comes to, and what stays when it is refused.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDate;
use mestring_model::desk::PackChoice;
use mestring_rules::Plugins;

use super::super::packs::PackFiles;
use super::{LivePacks, Offered};
use mestring_model::Settings;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

fn start() -> LivePacks {
    let none = PackFiles::new();
    LivePacks::start(Settings::default(), Plugins::default(), &none, today())
        .unwrap()
        .0
}

/// The shipped priority pack with a change in one of its files.
fn edited(file: &str, from: &str, to: &str) -> PackFiles {
    let mut files = mestring_packs::files("priority").unwrap();
    let text = files.get_mut(file).unwrap();
    assert!(text.contains(from), "{file} has no `{from}`");
    *text = text.replace(from, to);
    PackFiles::from([("priority".to_owned(), files)])
}

fn swapped_criteria() -> PackFiles {
    edited(
        "pack.toml",
        "\"deadline\",\n    \"waiting\"",
        "\"waiting\",\n    \"deadline\"",
    )
}

/// What is said of an offer, in one line each.
fn said(live: &LivePacks, files: &PackFiles, as_of: NaiveDate) -> String {
    match live.offer(files, as_of) {
        Offered::Swapped(swap) => {
            let names: Vec<String> = swap.changed().into_iter().map(|own| own.name).collect();
            format!("swapped {}, {} cases", names.join(", "), swap.cases)
        }
        Offered::Unchanged => "unchanged".to_owned(),
        Offered::Refused(refusal) => format!("refused\n{refusal}"),
        Offered::RefusedBefore => "refused before".to_owned(),
    }
}

#[test]
fn a_right_pack_is_swapped_in_and_a_wrong_one_is_reported_once() {
    let live = start();
    let shipped = live.snapshot();
    assert_eq!(said(&live, &PackFiles::new(), today()), "unchanged");

    let right = swapped_criteria();
    let first = said(&live, &right, today());
    assert!(first.starts_with("swapped priority, "), "{first}");
    let good = live.snapshot();
    assert_ne!(good.priority().hash(), shipped.priority().hash());
    assert_eq!(said(&live, &right, today()), "unchanged");

    let wrong = edited("waiting.rhai", "longest_wait_days", "longest_wait");
    assert!(said(&live, &wrong, today()).starts_with("refused\nR10"));
    assert_eq!(said(&live, &wrong, today()), "refused before");
    assert!(live.refused().is_some());
    assert!(
        Arc::ptr_eq(&good, &live.snapshot()),
        "the last good packs stay"
    );

    // Taken back: nothing changes, and nothing is wrong any more.
    assert_eq!(said(&live, &right, today()), "unchanged");
    assert!(live.refused().is_none());
    // The same mistake made again is news.
    assert!(said(&live, &wrong, today()).starts_with("refused\n"));

    // Without folders the shipped packs decide again, and they were tested before they were shipped.
    assert_eq!(
        said(&live, &PackFiles::new(), today()),
        "swapped priority, 0 cases"
    );
}

#[test]
fn every_way_to_be_wrong_is_refused_with_its_code() {
    let no_cases = {
        let mut files = swapped_criteria();
        for own in files.values_mut() {
            own.retain(|name, _| !name.ends_with(".test.toml"));
        }
        files
    };
    let two = {
        let mut files = swapped_criteria();
        files.insert("other".to_owned(), files["priority"].clone());
        files
    };
    let later = edited("pack.toml", "from = 2025-01-01", "from = 2099-01-01");
    let turned = edited("waiting.rhai", "run.longest", "-run.longest");
    let parsed = edited("waiting.rhai", "run.longest", "run..longest");
    let cases: [(&str, PackFiles, &str); 5] = [
        ("a script that does not parse", parsed, "R"),
        ("a rule turned round", turned, "C021"),
        ("no cases", no_cases, "C043"),
        ("two packs of a kind", two, "C018"),
        ("a parameter that begins later", later, "R304"),
    ];
    for (what, files, code) in cases {
        let live = start();
        let before = live.snapshot();
        let Offered::Refused(refusal) = live.offer(&files, today()) else {
            panic!("{what}: not refused");
        };
        for problem in &refusal.problems {
            assert!(
                problem.code().starts_with(code),
                "{what}: {}: {problem}",
                problem.code()
            );
            assert!(!problem.to_string().is_empty());
        }
        assert!(!refusal.problems.is_empty(), "{what}");
        assert!(Arc::ptr_eq(&before, &live.snapshot()), "{what}");
    }
}

#[test]
fn a_date_on_which_a_parameter_has_no_value_keeps_a_pack_out() {
    let live = start();
    let right = swapped_criteria();
    let early = said(&live, &right, day("1900-01-01"));
    assert!(early.starts_with("refused\n"), "{early}");
    // The same text, on a day on which it holds.
    assert!(said(&live, &right, today()).starts_with("swapped"));
}

#[test]
fn what_a_desk_chose_stays_its_choice_through_every_offer() {
    let mut settings = Settings::default();
    let folder = PackChoice::Folder("rules/mine".to_owned());
    settings.packs.insert("priority".to_owned(), folder);
    let start =
        |files: &PackFiles| LivePacks::start(settings.clone(), Plugins::default(), files, today());
    let refusal = start(&PackFiles::new()).unwrap_err();
    assert_eq!(refusal.problems[0].code(), "C016");

    let (live, _) = start(&swapped_criteria()).unwrap();
    assert!(said(&live, &PackFiles::new(), today()).starts_with("refused\nC016"));
    let relation = mestring_packs::files("relation").unwrap();
    let other = PackFiles::from([("priority".to_owned(), relation)]);
    assert!(said(&live, &other, today()).starts_with("refused\nC017"));
}

#[test]
fn a_snapshot_is_whole_while_packs_are_swapped() {
    let live = start();
    let offers = [PackFiles::new(), swapped_criteria()];
    let known: Vec<String> = offers
        .iter()
        .map(|files| {
            live.offer(files, today());
            live.snapshot().priority().hash().to_owned()
        })
        .collect();
    assert_ne!(known[0], known[1]);
    let stop = AtomicBool::new(false);
    let (mut seen, mut swaps) = (0, 0);
    std::thread::scope(|scope| {
        let readers: Vec<_> = (0..3)
            .map(|_| {
                scope.spawn(|| {
                    let mut seen = 0_u32;
                    while !stop.load(Ordering::Relaxed) {
                        let packs = live.snapshot();
                        let judged = packs.priority().at(today()).unwrap();
                        assert_eq!(judged.pack().hash(), packs.priority().hash());
                        assert!(known.contains(&packs.priority().hash().to_owned()));
                        seen += 1;
                    }
                    seen
                })
            })
            .collect();
        for round in 0..30 {
            if matches!(live.offer(&offers[round % 2], today()), Offered::Swapped(_)) {
                swaps += 1;
            }
        }
        stop.store(true, Ordering::Relaxed);
        for reader in readers {
            seen += reader.join().unwrap();
        }
    });
    assert!(swaps >= 29 && seen > 0, "{swaps} swaps, {seen} snapshots");
}
