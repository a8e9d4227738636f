//! Rules in Rust beside scripts: what they may read, what becomes of what is missing, what is refused.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use mestring_model::facts::FactValue::{Bool, Int};
use mestring_model::facts::{FactRow, FactValue, Judged};
use mestring_model::term::Term;
use mestring_model::verdict::{CouldBe, Open};
use mestring_model::{Answer, Fact, Verdict, noun};
use mestring_rules::{
    Bench, Declaration, Facts, Judge, Opinion, Pack, Plugins, RuleError, Stop, check,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use support::{files, run};

fn date(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

/// The files of a pack with the plugin `own` and the lines `more` before everything else.
fn plugin_files(kind: &str, more: &str) -> BTreeMap<String, String> {
    let mut files = files(kind, "run.sessions >= p.least");
    let manifest = files["pack.toml"]
        .replace("[\"rule\"]", "[\"plugin:own\", \"rule\"]")
        .replace("origin.rule", "origin.own = \"local choice\"\norigin.rule")
        .replace(
            "title.rule",
            "title.own = { en = \"a\", nb = \"b\", nn = \"c\" }\ntitle.rule",
        );
    files.insert("pack.toml".to_owned(), format!("{more}{manifest}"));
    files
}

fn declared() -> Declaration {
    Declaration::new("own", "1.0.0", Judged::Run).reading(["seats", "format", "referral"])
}

type Judging = fn(&Facts) -> Result<Opinion, Stop>;

fn bench_of(declaration: Declaration, judge: Judging) -> Bench {
    let plugins = Plugins::default().with_fn(declaration, judge);
    let pack = Pack::load(&plugin_files("priority", ""), &plugins)
        .unwrap_or_else(|errors| panic!("{}", errors[0]));
    pack.at(date("2026-01-15")).unwrap()
}

/// The plugin's verdict on a run.
fn asked(judge: Judging, row: &FactRow) -> Result<Verdict, RuleError> {
    let row = support_row(row);
    Ok(bench_of(declared(), judge).judge(&row)?[0].clone())
}

/// The same run with what the script beside the plugin reads.
fn support_row(row: &FactRow) -> FactRow {
    let mut row = row.clone();
    row.set("sessions", Fact::Known(Int(5))).unwrap();
    row
}

fn names(verdict: &Verdict) -> Vec<&'static str> {
    verdict.read.iter().map(|own| own.name).collect()
}

#[test]
fn what_a_plugin_read_stands_in_its_verdict() {
    let row = run(&[("seats", Int(13)), ("referral", Bool(true))]);
    let verdict = asked(
        |run| Ok(Opinion::from(run.yes("referral")? && run.whole("seats")? > 12).because("roomy")),
        &row,
    )
    .unwrap();
    assert_eq!(verdict.answer, Answer::Bool(true));
    assert_eq!(
        names(&verdict),
        ["seats", "referral"],
        "in the declared order, without `format`, which it did not come to"
    );
    let note = verdict.plugin.unwrap();
    assert_eq!((&*note.version, note.pure), ("1.0.0", true));
    assert_eq!(note.because.as_deref(), Some("roomy"));

    let assumed = asked(
        |run| Ok((run.whole_or("seats", 20)? > 12).into()),
        &run(&[]),
    )
    .unwrap();
    assert_eq!(assumed.answer, Answer::Bool(true));
    assert_eq!(assumed.assumed[0].name, "seats");
    assert_eq!(&*assumed.assumed[0].assumed, "20");
}

#[test]
fn a_fact_that_is_not_known_ends_the_rule_and_is_completed() {
    let judge: Judging =
        |run| Ok((run.yes("referral")? || run.text("format")? == "physical").into());
    let open = asked(judge, &run(&[("referral", Bool(false))])).unwrap();
    let Answer::CannotTell { missing, could_be } = &open.answer else {
        panic!("{:?}", open.answer);
    };
    assert_eq!(
        missing.iter().map(|own| &**own).collect::<Vec<_>>(),
        ["format"]
    );
    let both = [Answer::Bool(false), Answer::Bool(true)];
    assert_eq!(*could_be, CouldBe::OneOf(both.to_vec()));

    let judge: Judging = |run| {
        run.text("format")?;
        Ok(run.yes("referral")?.into())
    };
    let settled = asked(judge, &run(&[("referral", Bool(true))])).unwrap();
    assert_eq!(settled.answer, Answer::Bool(true));
    assert_eq!(settled.immaterial, ["format"]);
}

#[test]
fn numbers_are_completed_only_where_the_plugin_says_with_what_it_compares_them() {
    let judge: Judging = |run| Ok((run.whole("seats")? >= 0 || run.yes("referral")?).into());
    let row = support_row(&run(&[("referral", Bool(false))]));
    let told = |declaration| bench_of(declaration, judge).judge(&row).unwrap()[0].clone();
    let silent = told(declared());
    assert!(matches!(
        silent.answer,
        Answer::CannotTell {
            could_be: CouldBe::Open(Open::NotAsked),
            ..
        }
    ));
    let said = told(declared().comparing("seats", [0.0]));
    assert_eq!(said.answer, Answer::Bool(true), "seats are never below 0");
    assert_eq!(said.immaterial, ["seats"]);
}

#[test]
fn what_was_refused_stands_also_where_the_plugin_goes_on() {
    let swallowed = asked(
        |run| Ok((run.whole("seats").unwrap_or(99) > 12).into()),
        &run(&[]),
    );
    assert_eq!(swallowed.unwrap().answer.to_string(), "cannot tell: seats");
    let swallowed = asked(
        |run| Ok((run.whole("hours").unwrap_or(99) > 12).into()),
        &run(&[]),
    );
    insta::assert_snapshot!(swallowed.unwrap_err(), @"plugin `own` 1.0.0 failed on a run: `run.hours` is not among the facts that `own` declares; add it to those it reads");
}

#[test]
fn a_plugin_that_fails_is_named_with_its_version_and_the_record() {
    let error = |judge: Judging| {
        let row = run(&[
            ("seats", Int(13)),
            ("format", FactValue::Text("hybrid".into())),
        ]);
        asked(judge, &row).unwrap_err().to_string()
    };
    insta::assert_snapshot!(error(|_| panic!("on purpose")), @"plugin `own` 1.0.0 failed on a run: it panicked");
    insta::assert_snapshot!(error(|_| Err("no service".into())), @"plugin `own` 1.0.0 failed on a run: no service");
    insta::assert_snapshot!(error(|run| Ok(run.yes("seets")?.into())), @"plugin `own` 1.0.0 failed on a run: `run` has no fact `seets`; did you mean `seats`?");
    insta::assert_snapshot!(error(|run| Ok(run.yes("seats")?.into())), @"plugin `own` 1.0.0 failed on a run: `seats` is a whole number, such as `13`, and was asked for as a yes/no");
    insta::assert_snapshot!(error(|run| Ok((run.yes_or("seats", true)?).into())), @"plugin `own` 1.0.0 failed on a run: `seats` takes a whole number, not `yes`");
    insta::assert_snapshot!(error(|_| Ok(Answer::missing(["hours"]).into())), @"plugin `own` 1.0.0 failed on a run: it cannot tell for want of `hours`, which it does not declare");
    insta::assert_snapshot!(error(|_| Ok(Answer::missing([]).into())), @"plugin `own` 1.0.0 failed on a run: it cannot tell, and names no fact that is missing");
    insta::assert_snapshot!(error(|_| Ok("two".into())), @"rule `own` of pack `test` answered `two`, and a pack of kind `priority` takes yes or no, or a number");
    insta::assert_snapshot!(error(|_| Ok(f64::NAN.into())), @"rule `own` of pack `test` answered `NaN`, and a pack of kind `priority` takes yes or no, or a number; where it divides or multiplies, ask first how large the numbers are");
}

#[test]
fn a_declaration_is_checked_when_the_pack_is_loaded() {
    let said = |declaration: Declaration, more: &str| {
        let plugins = Plugins::default().with_fn(declaration, |_| Ok(true.into()));
        let found = check(&plugin_files("priority", more), &plugins);
        let found = found.iter().filter(|own| own.is_error());
        found.map(|own| format!("{own}\n")).collect::<String>()
    };
    let own = |version| Declaration::new("own", version, Judged::Run);
    assert_eq!(said(declared(), ""), "");
    insta::assert_snapshot!(said(own("1.0.0").reading(["seets", "xyz"]), ""), @r"
    error R313: pack.toml: the plugin `own` reads `seets`, which is no fact of a run; did you mean `seats`?
    error R313: pack.toml: the plugin `own` reads `xyz`, which is no fact of a run
    ");
    insta::assert_snapshot!(said(own(""), ""), @"error R313: pack.toml: `` is no version of the plugin `own`; use letters, digits, `.`, `_` and `-`");
    insta::assert_snapshot!(said(own("1").comparing("format", [1.0]), ""), @"error R313: pack.toml: the plugin `own` cannot compare `format` with numbers; name facts that are numbers, that it reads, and finite numbers");
    insta::assert_snapshot!(said(Declaration::new("own", "1", Judged::Pair), ""), @"error R313: pack.toml: the plugin `own` judges a pair, and this pack judges a run");
    insta::assert_snapshot!(said(Declaration::new("owm", "1", Judged::Run), ""), @"error R007: pack.toml: no plugin `own` is registered; did you mean `owm`?");
    insta::assert_snapshot!(said(declared().impure(), ""), @r#"error R314: pack.toml: the plugin `own` depends on more than the facts it reads; write `impure = ["plugin:own"]` where that is meant"#);
    assert_eq!(said(declared().impure(), "impure = [\"plugin:own\"]\n"), "");
    insta::assert_snapshot!(said(declared(), "impure = [\"rule\"]\n"), @"error R004: pack.toml:1:11: `rule` is no plugin among the criteria; one of `plugin:own`");
}

#[test]
fn a_verdict_says_that_a_plugin_is_not_pure() {
    let asked = Arc::new(AtomicUsize::new(0));
    let counter = asked.clone();
    let plugins = Plugins::default().with_fn(declared().impure(), move |run| {
        counter.fetch_add(1, Ordering::Relaxed);
        Ok(run.yes("referral")?.into())
    });
    let files = plugin_files("priority", "impure = [\"plugin:own\"]\n");
    let bench = Pack::load(&files, &plugins).unwrap();
    let bench = bench.at(date("2026-01-15")).unwrap();
    let verdict = &bench.judge(&support_row(&run(&[]))).unwrap()[0];
    assert_eq!(verdict.answer, Answer::missing(["referral"]));
    assert!(!verdict.plugin.as_ref().unwrap().pure);
    assert_eq!(asked.load(Ordering::Relaxed), 1, "it is not asked again");
}

#[test]
fn another_version_of_a_plugin_makes_another_pack() {
    let hash = |declaration: Declaration| {
        let plugins = Plugins::default().with_fn(declaration, |_| Ok(true.into()));
        let pack = Pack::load(&plugin_files("priority", ""), &plugins).unwrap();
        assert_eq!(&*pack.criteria()[0].reference().hash, pack.hash());
        pack.hash().to_owned()
    };
    let mut newer = declared();
    newer.version = "1.0.1".to_owned();
    let hashes = [
        hash(declared()),
        hash(newer),
        hash(declared().reading(["hours"])),
        hash(declared().comparing("seats", [3.0])),
    ];
    for (at, own) in hashes.iter().enumerate() {
        assert!(!hashes[..at].contains(own), "{at}");
    }
    assert_eq!(hashes[0], hash(declared()));
}

#[test]
fn records_that_agree_in_what_is_declared_are_judged_once() {
    struct Counted(Declaration, AtomicUsize);
    impl Judge for Counted {
        fn declares(&self) -> &Declaration {
            &self.0
        }

        fn judge(&self, run: &Facts) -> Result<Opinion, Stop> {
            self.1.fetch_add(1, Ordering::Relaxed);
            Ok((run.whole("seats")? > 21).into())
        }
    }
    let counted = Arc::new(Counted(declared(), AtomicUsize::new(0)));
    let plugins = Plugins::default().with(counted.clone());
    let pack = Pack::load(&plugin_files("priority", ""), &plugins).unwrap();
    let bench = pack.at(date("2026-01-15")).unwrap();
    let rows: Vec<FactRow> = (0..100)
        .map(|n| support_row(&run(&[("seats", Int(20 + n % 4)), ("waiting", Int(n))])))
        .collect();
    let all = bench.judge_all(&rows).unwrap();
    assert_eq!(counted.1.load(Ordering::Relaxed), 4);
    for (row, judgement) in rows.iter().zip(&all) {
        assert_eq!(bench.judge(row).unwrap(), *judgement);
    }
}

#[test]
fn a_plugin_has_cases_too_and_is_not_looked_into() {
    let plugins =
        Plugins::default().with_fn(declared(), |run| Ok((run.whole("seats")? > 12).into()));
    let mut files = plugin_files("priority", "");
    let codes = |files: &BTreeMap<String, String>| {
        let found = check(files, &plugins);
        let about = found.iter().filter(|own| own.message().contains("`own`"));
        about.map(|own| own.code).collect::<Vec<_>>()
    };
    assert_eq!(codes(&files), ["R203"]);
    let case = |seats, expect| {
        format!("[[case]]\nname = \"{seats}\"\ngiven = {{ seats = {seats} }}\nexpect = {expect}\n")
    };
    let both = |twelve| format!("{}{}", case(13, true), case(12, twelve));
    files.insert("own.test.toml".to_owned(), case(13, true));
    assert_eq!(codes(&files), ["R204"]);
    files.insert("own.test.toml".to_owned(), both(false));
    assert_eq!(codes(&files), [""; 0]);
    files.insert("own.test.toml".to_owned(), both(true));
    assert_eq!(codes(&files).len(), 1, "a case that fails");

    files.insert("own.test.toml".to_owned(), both(false));
    let pack = Pack::load(&files, &plugins).unwrap();
    assert_eq!(pack.test().len(), 2);
    let covered = pack.coverage().unwrap();
    assert_eq!(covered.plugins, ["own"]);
    assert!(covered.rules.iter().all(|own| own.rule == "rule"));
    assert!(pack.mutants().unwrap().iter().all(|own| own.rule == "rule"));
}

/// The rule of three_ways/script.rhai in Rust.
fn three_ways(run: &Facts) -> Result<Opinion, Stop> {
    if run.yes("focus_group")? && run.whole("seats")? > 12 {
        return Ok(30.0.into());
    }
    if run.known("days_to_deadline")? && run.whole("days_to_deadline")? <= 14 {
        return Ok(20.5.into());
    }
    let format = run.text("format")?;
    if format == "digital_live" || format == "hybrid" {
        let long = run.whole_or("sessions", 6)? >= 8;
        return Ok((if long { 12.0 } else { 10.0 }).into());
    }
    if run.number("hours")? < 2.5 {
        return Ok(1.0.into());
    }
    let diabetes = run
        .list("target_groups")?
        .iter()
        .any(|own| &**own == "diabetes");
    let points = if diabetes || run.text("title")? == "Startkurs" {
        2.0
    } else {
        0.0
    };
    Ok(points.into())
}

fn three_ways_pack() -> Pack {
    let files = [
        ("pack.toml", include_str!("three_ways/pack.toml")),
        ("script.rhai", include_str!("three_ways/script.rhai")),
        (
            "script.test.toml",
            include_str!("three_ways/script.test.toml"),
        ),
        ("same.test.toml", include_str!("three_ways/same.test.toml")),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let declaration = Declaration::new("same", "1.0.0", Judged::Run)
        .reading(["focus_group", "days_to_deadline", "format", "sessions"])
        .reading(["target_groups", "title"])
        .comparing("seats", [12.0])
        .comparing("hours", [2.5]);
    let plugins = Plugins::default().with_fn(declaration, three_ways);
    Pack::load(&files.into(), &plugins).unwrap_or_else(|errors| panic!("{}", errors[0]))
}

/// A fact that is not stated, unknown, or one of these.
fn fact(values: Vec<FactValue>) -> impl Strategy<Value = Fact<FactValue>> {
    prop_oneof![
        2 => Just(Fact::NotStated),
        1 => Just(Fact::Unknown),
        6 => proptest::sample::select(values).prop_map(Fact::Known),
    ]
}

#[test]
fn a_rule_in_rust_and_as_a_script_gives_the_same_verdicts() {
    let pack = three_ways_pack();
    let results = pack.test();
    assert_eq!(results.len(), 12);
    assert!(results.iter().all(|own| own.passed()), "{results:?}");
    let bench = pack.at(date("2026-01-15")).unwrap();
    let ints = |values: &[i64]| values.iter().map(|own| Int(*own)).collect::<Vec<_>>();
    let texts = |values: &[&str]| {
        let own = values.iter().map(|own| FactValue::Text((*own).into()));
        own.collect::<Vec<_>>()
    };
    let formats: Vec<&str> = noun::Format::all().iter().map(|own| own.code()).collect();
    let groups = [vec![], vec!["kols"], vec!["kols", "diabetes"]];
    let groups = groups.map(|own| FactValue::List(own.into_iter().map(Arc::from).collect()));
    let facts = (
        fact(vec![Bool(true), Bool(false)]),
        fact(ints(&[0, 12, 13, 40])),
        fact(ints(&[-3, 14, 15])),
        fact(texts(&formats)),
        fact(ints(&[1, 7, 8])),
        fact([2.0, 2.5, 7.5].map(FactValue::Number).to_vec()),
        fact(groups.to_vec()),
        fact(texts(&["Startkurs", "Å leve med kols"])),
    );
    let (told, untold) = (Cell::new(0), Cell::new(0));
    let mut runner = TestRunner::new(Config::with_cases(2000));
    runner
        .run(&facts, |own| {
            let (focus, seats, days, format, sessions, hours, groups, title) = own;
            let mut row = FactRow::unstated(Judged::Run);
            for (name, value) in [
                ("focus_group", focus),
                ("seats", seats),
                ("days_to_deadline", days),
                ("format", format),
                ("sessions", sessions),
                ("hours", hours),
                ("target_groups", groups),
                ("title", title),
            ] {
                row.set(name, value).unwrap();
            }
            let judgement = bench.judge(&row).unwrap();
            let (script, plugin) = (&judgement[0], &judgement[1]);
            prop_assert_eq!(&script.answer, &plugin.answer);
            prop_assert_eq!(&script.read, &plugin.read);
            prop_assert_eq!(&script.assumed, &plugin.assumed);
            prop_assert_eq!(&script.immaterial, &plugin.immaterial);
            let count = if script.answer.cannot_tell() {
                &untold
            } else {
                &told
            };
            count.set(count.get() + 1);
            Ok(())
        })
        .unwrap();
    assert!(
        told.get() > 500 && untold.get() > 100,
        "{told:?} {untold:?}"
    );
}
