//! Packs as a whole: parameters by date, plugins, hashes, memory of equal records.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use std::collections::BTreeMap;
use std::sync::Arc;

use mestring_model::Answer;
use mestring_model::facts::FactValue::{Bool, Int};
use mestring_model::facts::Judged;
use mestring_rules::{Pack, Plugins, RowError, RuleError};
use support::{files, load, row, run};

fn date(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn plugin_files() -> BTreeMap<String, String> {
    let mut files = files("priority", "run.sessions >= p.least");
    let manifest = files["pack.toml"]
        .replace("[\"rule\"]", "[\"plugin:seats\", \"rule\"]")
        .replace(
            "origin.rule",
            "origin.seats = \"local choice\"\norigin.rule",
        )
        .replace(
            "title.rule",
            "title.seats = { en = \"a\", nb = \"b\", nn = \"c\" }\ntitle.rule",
        );
    files.insert("pack.toml".to_owned(), manifest);
    files
}

#[test]
fn a_plugin_that_is_not_there_is_named() {
    let errors = Pack::load(&plugin_files(), &Plugins::default()).unwrap_err();
    assert_eq!(errors.len(), 1);
    insta::assert_snapshot!(errors[0], @"error R007: pack.toml: no plugin `seats` is registered; the program that loads the pack registers it, a rule in Python with `python -m mestring … --plugin MODULE:NAME`");
}

#[test]
fn a_parameter_changes_on_its_date() {
    let mut files = files("priority", "run.sessions >= p.least");
    let manifest = files["pack.toml"].replace(
        "value = 4 }",
        "value = 4 }, { from = 2026-07-01, until = 2026-12-31, value = 6 }",
    );
    files.insert("pack.toml".to_owned(), manifest);
    let pack = Pack::load(&files, &Plugins::default()).unwrap();
    let five = run(&[("sessions", Int(5))]);
    let on = |day: &str| Ok::<_, RuleError>(pack.at(date(day))?.judge(&five)?[0].answer.clone());
    assert_eq!(on("2026-06-30"), Ok(Answer::Bool(true)));
    assert_eq!(on("2026-07-01"), Ok(Answer::Bool(false)));
    assert_eq!(
        pack.parameters(date("2026-07-01")).unwrap().get("least"),
        Some(&Int(6))
    );
    insta::assert_snapshot!(on("2027-01-01").unwrap_err(), @"parameter `least` of pack `test` has no value on 2027-01-01: its value held until 2026-12-31; add a later value to pack.toml");
    insta::assert_snapshot!(on("2024-12-31").unwrap_err(), @"parameter `formats` of pack `test` has no value on 2024-12-31: its first value holds from 2025-01-01; add an earlier value to pack.toml");
}

#[test]
fn the_hash_is_of_the_text_and_nothing_else() {
    let files = files("priority", "run.sessions >= p.least");
    let hash = |files: &BTreeMap<String, String>| {
        Pack::load(files, &Plugins::default())
            .unwrap()
            .hash()
            .to_owned()
    };
    let one = hash(&files);
    assert_eq!(one.len(), 64);
    let windows = files
        .iter()
        .map(|(name, text)| (name.clone(), text.replace('\n', "\r\n")));
    assert_eq!(hash(&windows.collect()), one, "line ends do not count");
    let mut more = files.clone();
    more.insert("notes.md".to_owned(), "no part of the pack".to_owned());
    assert_eq!(hash(&more), one);
    let mut other = files.clone();
    other.insert(
        "rule.rhai".to_owned(),
        "// What: a test.\nrun.sessions > p.least".to_owned(),
    );
    assert_ne!(hash(&other), one);
    let pack = Pack::load(&files, &Plugins::default()).unwrap();
    let verdict = pack
        .at(date("2026-01-15"))
        .unwrap()
        .judge(&run(&[]))
        .unwrap()[0]
        .clone();
    assert_eq!(
        (&*verdict.rule.hash, &*verdict.rule.version),
        (one.as_str(), "1.0.0")
    );
    assert_eq!(pack.id(), "test 1.0.0");
}

#[test]
fn records_of_another_kind_are_refused() {
    let bench = load("priority", "run.sessions > 3")
        .at(date("2026-01-15"))
        .unwrap();
    let error = bench.judge(&row(Judged::Pair, &[])).unwrap_err();
    insta::assert_snapshot!(error, @"pack `test` judges a run, not a pair");
    assert_eq!(
        bench.judge_all(&[run(&[]), row(Judged::Pair, &[])]),
        Err(RowError { row: 1, error })
    );
}

#[test]
fn equal_facts_share_one_judgement_and_others_do_not() {
    let bench = load("priority", "run.sessions > 3 && run.referral")
        .at(date("2026-01-15"))
        .unwrap();
    let rows = [
        run(&[
            ("sessions", Int(5)),
            ("referral", Bool(true)),
            ("seats", Int(1)),
        ]),
        run(&[
            ("sessions", Int(5)),
            ("referral", Bool(true)),
            ("seats", Int(2)),
        ]),
        run(&[("sessions", Int(5)), ("referral", Bool(false))]),
        run(&[("sessions", Int(5))]),
    ];
    let all = bench.judge_all(&rows).unwrap();
    assert!(
        Arc::ptr_eq(&all[0], &all[1]),
        "the rule does not read seats"
    );
    let answers: Vec<String> = all.iter().map(|own| own[0].answer.to_string()).collect();
    assert_eq!(answers, ["yes", "yes", "no", "cannot tell: referral"]);
}

#[test]
fn a_script_tells_what_it_reads() {
    let pack = load(
        "priority",
        "run.seats >= p.least && run.title == \"a\" + \"b\"",
    );
    let script = pack.criteria()[0].script().unwrap();
    let facts: Vec<_> = script.facts().iter().map(|fact| fact.name).collect();
    assert_eq!(facts, ["title", "seats"]);
    assert_eq!(script.parameters().iter().collect::<Vec<_>>(), ["least"]);
    assert_eq!(
        script.header(),
        "What: a test. Why: it is one. Source: local choice."
    );
    assert!(!script.is_columnar(), "it puts a text together");
    assert!(
        load("priority", "run.seats > 1").criteria()[0]
            .script()
            .unwrap()
            .is_columnar()
    );
    assert!(!mestring_rules::language::functions().is_empty());
}

/// What a decision log says of the engine is the series that the workspace asks for.
#[test]
fn the_series_of_the_script_engine_is_the_one_that_is_asked_for() {
    let manifest = include_str!("../../../Cargo.toml");
    let series = mestring_rules::SCRIPTS.strip_prefix("rhai ").unwrap();
    let wanted = format!("rhai = {{ version = \">={series}, <");
    assert!(manifest.contains(&wanted), "{wanted}");
}

#[test]
fn files_and_folders_with_nearly_the_right_name_are_named() {
    let script = "// What: a. Why: b. Source: c.\nrun.sessions >= p.least";
    let cases = [
        (
            "rule.rhai.txt",
            false,
            "error R001: pack.toml:4:13: the criterion `rule` has no file rule.rhai; there is \
             `rule.rhai.txt`; rename it to `rule.rhai`; ",
        ),
        (
            "rule.rhai/",
            false,
            "error R001: pack.toml:4:13: `rule.rhai/` is a folder, and the criterion `rule` needs a file \
             of that name; ",
        ),
        (
            "rule.rhia",
            false,
            "error R001: pack.toml:4:13: the criterion `rule` has no file rule.rhai; there is \
             `rule.rhia`; rename it to `rule.rhai`; ",
        ),
        (
            "Rule.rhai",
            false,
            "error R001: pack.toml:4:13: the criterion `rule` has no file rule.rhai; there is \
             `Rule.rhai`; rename it to `rule.rhai`; ",
        ),
        (
            "rule_test.toml",
            true,
            "warning R309: rule_test.toml: `rule_test.toml` is not read: its name is not quite that of \
             a file of a pack; rename it to `rule.test.toml`; ",
        ),
        (
            "Rule.RHAI",
            true,
            "warning R309: Rule.RHAI: `Rule.RHAI` is not read: ",
        ),
        (
            "rule.test.toml.TXT",
            true,
            "warning R309: rule.test.toml.TXT: `rule.test.toml.TXT` is not read: its name is not \
             quite that of a file of a pack; rename it to `rule.test.toml`; ",
        ),
        (
            "other.rhai/",
            true,
            "warning R309: other.rhai/: `other.rhai/` is a folder, and is not read; ",
        ),
    ];
    for (name, beside, expected) in cases {
        let mut files = files("requirement", "true");
        files.remove("rule.rhai");
        if beside {
            files.insert("rule.rhai".to_owned(), script.to_owned());
        }
        let alone = mestring_rules::check(&files, &Plugins::default());
        files.insert(name.to_owned(), String::new());
        let found = mestring_rules::check(&files, &Plugins::default());
        let said: Vec<String> = found.iter().map(ToString::to_string).collect();
        let count = said.iter().filter(|own| own.starts_with(expected)).count();
        assert_eq!(count, 1, "{name}: {said:#?}");
        // It is said once, and the pack is as it was.
        assert_eq!(said.len(), alone.len() + usize::from(beside), "{said:#?}");
    }
    let mut files = files("requirement", script);
    files.insert("rule.rhai".to_owned(), script.to_owned());
    let hash = |files| {
        Pack::load(&files, &Plugins::default())
            .unwrap()
            .hash()
            .to_owned()
    };
    let alone = hash(files.clone());
    files.insert("rule.test.toml.txt".to_owned(), String::new());
    assert_eq!(hash(files), alone);
}
