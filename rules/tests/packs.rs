//! Every shipped pack loads without a word, and every case of every pack holds.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and one compares with the files on disk"
)]

use std::cell::Cell;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring_model::facts::{FactDecl, FactRow, FactType, FactValue, Judged};
use mestring_model::verdict::Answer;
use mestring_model::{Fact, Severity};
use mestring_rules::mutation::Fate;
use mestring_rules::{Bench, Kind, Pack, Plugins, check};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn load(name: &str) -> Pack {
    let files = mestring_packs::files(name).unwrap_or_else(|| panic!("no pack `{name}`"));
    Pack::load(&files, &Plugins::default()).unwrap_or_else(|errors| panic!("{name}: {}", errors[0]))
}

fn bench(name: &str) -> Bench {
    load(name).at(date("2026-01-15")).unwrap()
}

#[test]
fn every_file_of_every_folder_is_shipped() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for entry in std::fs::read_dir(root).unwrap() {
        let folder = entry.unwrap().path();
        if !folder.join("pack.toml").exists() {
            continue;
        }
        let name = folder.file_name().unwrap().to_str().unwrap();
        let shipped =
            mestring_packs::files(name).unwrap_or_else(|| panic!("{name} is not shipped"));
        let mut found = BTreeMap::new();
        for file in std::fs::read_dir(&folder).unwrap() {
            let file = file.unwrap().path();
            let text = std::fs::read_to_string(&file).unwrap();
            found.insert(file.file_name().unwrap().to_str().unwrap().to_owned(), text);
        }
        assert_eq!(shipped, found, "{name}");
        seen += 1;
    }
    assert_eq!(seen, mestring_packs::shipped().len());
}

#[test]
fn every_file_for_editors_is_shipped() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("editor");
    let mut found = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let path = match name.as_str() {
            "taplo.toml" => ".taplo.toml".to_owned(),
            other => format!("rules/editor/{other}"),
        };
        let shipped = mestring_packs::editor();
        assert!(shipped.iter().any(|(own, _)| *own == path), "{path}");
        found += 1;
    }
    assert_eq!(found, mestring_packs::editor().len());
}

#[test]
fn the_check_says_nothing_about_shipped_packs() {
    for pack in mestring_packs::shipped() {
        let found = check(&pack.to_files(), &Plugins::default());
        let found: Vec<String> = found.iter().map(|own| own.render()).collect();
        assert!(found.is_empty(), "{}\n{}", pack.name, found.join("\n"));
    }
}

#[test]
fn every_case_of_every_pack_holds() {
    let mut seen = 0;
    for shipped in mestring_packs::shipped() {
        let pack = load(shipped.name);
        assert_eq!(
            pack.manifest().name,
            shipped.name,
            "a pack is called as its folder"
        );
        let results = pack.test();
        assert!(
            results.len() >= pack.criteria().len() * 3,
            "{} has few cases",
            shipped.name
        );
        for result in results {
            assert!(
                result.passed(),
                "{} {}\n{}  expected because {}",
                shipped.name,
                result.name,
                result.diff(),
                result.because
            );
            assert!(
                !result.because.is_empty(),
                "{} {} says no reason",
                shipped.name,
                result.name
            );
            seen += 1;
        }
    }
    assert!(seen > 80, "only {seen} cases ran");
}

#[test]
fn every_script_says_what_why_and_source() {
    let mut seen = 0;
    for shipped in mestring_packs::shipped() {
        for criterion in load(shipped.name).criteria() {
            let header = criterion.script().unwrap().header();
            for part in ["What:", "Why:", "Source:"] {
                assert!(header.contains(part), "{} lacks {part}", criterion.name());
            }
            assert!(criterion.script().unwrap().is_columnar());
            seen += 1;
        }
    }
    assert_eq!(seen, 23);
}

#[test]
fn the_plan_has_three_steps_and_all_else_is_a_local_choice() {
    let pack = load("priority");
    let origins: Vec<_> = pack
        .criteria()
        .iter()
        .map(|own| (own.name(), own.origin()))
        .collect();
    assert_eq!(
        origins,
        [
            ("established", "plan P70-72"),
            ("focus_groups", "plan P35-42"),
            ("large_groups", "plan P35-37"),
            ("deadline", "local choice"),
            ("waiting", "local choice"),
            ("longest_since_last_run", "local choice"),
        ]
    );
    assert_eq!(pack.manifest().class_criteria, Some(3));
}

/// Every run of a small world: the three steps in all their answers, with two waits.
#[test]
fn an_established_course_precedes_a_focus_group_precedes_a_large_group() {
    let bench = bench("priority");
    let ranking = bench.pack().ranking();
    let mut rows = Vec::new();
    for steps in 0..8_u32 {
        for wait in [10, 200] {
            let mut row = FactRow::unstated(Judged::Run);
            let mut set = |name, value| row.set(name, Fact::Known(value)).unwrap();
            let months = if steps & 4 == 0 { 99 } else { 3 };
            set("months_since_held", FactValue::Int(months));
            set("number_in_half_year", FactValue::Int(1));
            set("usual_per_half_year", FactValue::Int(1));
            set("focus_group", FactValue::Bool(steps & 2 != 0));
            set("large_chronic_group", FactValue::Bool(steps & 1 != 0));
            set("longest_wait_days", FactValue::Int(wait));
            // Whether a focus group is large too changes nothing.
            let step = if steps & 2 == 0 { steps } else { steps & !1 };
            rows.push((step, wait, row));
        }
    }
    let judged: Vec<_> = rows
        .iter()
        .map(|(step, wait, row)| (*step, *wait, bench.judge(row).unwrap()))
        .collect();
    let mut pairs = 0;
    for (step, wait, left) in &judged {
        for (other_step, other_wait, right) in &judged {
            let expected = (other_step, other_wait).cmp(&(step, wait));
            assert_eq!(ranking.compare(left, right), expected);
            pairs += 1;
        }
    }
    assert_eq!(pairs, 256);
    let verdicts: Vec<_> = judged.iter().map(|(.., own)| own).collect();
    let classes = ranking.classes(&verdicts);
    assert!(judged.iter().zip(classes).all(|((step, ..), class)| {
        [6, 5, 4, 2, 1, 0].iter().position(|own| own == step) == usize::try_from(class - 1).ok()
    }));
}

#[test]
fn what_a_relation_pack_cannot_tell_is_asked() {
    let bench = bench("relation");
    let verdict = &bench.judge(&FactRow::unstated(Judged::Pair)).unwrap()[0];
    let (related, action) = bench.related(verdict);
    assert_eq!(
        (related.to_string().as_str(), action.to_string().as_str()),
        ("cannot_tell", "ask")
    );
}

/// A value that a declared fact can have, or silence.
fn any_fact(decl: &FactDecl) -> BoxedStrategy<Fact<FactValue>> {
    let is_counted = decl.range().0 >= 0.0;
    let words: Vec<_> = decl.kind.words().iter().map(|word| word.code).collect();
    let value = match decl.kind {
        FactType::Bool => any::<bool>().prop_map(FactValue::Bool).boxed(),
        FactType::Int => prop_oneof![(-40..400_i64), any::<i64>()]
            .prop_map(move |own| {
                if is_counted {
                    own.saturating_abs()
                } else {
                    own
                }
            })
            .prop_map(FactValue::Int)
            .boxed(),
        FactType::Number => (-1e3..1e3_f64).prop_map(FactValue::Number).boxed(),
        FactType::Text => "[a-zæøå ]{0,12}"
            .prop_map(|own| FactValue::Text(own.into()))
            .boxed(),
        FactType::Listed(_) => prop::sample::select(words)
            .prop_map(|own| FactValue::Text(own.into()))
            .boxed(),
        FactType::TextList => prop::collection::vec("[a-z]{1,6}", 0..3)
            .prop_map(|own| FactValue::List(own.into_iter().map(Into::into).collect()))
            .boxed(),
        FactType::ListedList(_) => prop::collection::vec(prop::sample::select(words), 0..3)
            .prop_map(|own| FactValue::List(own.into_iter().map(Into::into).collect()))
            .boxed(),
    };
    prop_oneof![
        1 => Just(Fact::NotStated),
        1 => Just(Fact::Unknown),
        6 => value.prop_map(Fact::Known),
    ]
    .boxed()
}

fn any_row(judged: Judged) -> BoxedStrategy<FactRow> {
    let facts: Vec<_> = judged.facts().iter().map(any_fact).collect();
    facts
        .prop_map(move |values| {
            let mut row = FactRow::unstated(judged);
            for (decl, value) in judged.facts().iter().zip(values) {
                row.set(decl.name, value).unwrap();
            }
            row
        })
        .boxed()
}

fn shipped_benches() -> Vec<Bench> {
    mestring_packs::shipped()
        .iter()
        .map(|pack| bench(pack.name))
        .collect()
}

#[test]
fn shipped_packs_answer_about_every_record() {
    let benches = shipped_benches();
    let mut runner = TestRunner::deterministic();
    let mut told = 0_usize;
    for bench in &benches {
        let rows: Vec<FactRow> = (0..400)
            .map(|_| {
                any_row(bench.judged())
                    .new_tree(&mut runner)
                    .unwrap()
                    .current()
            })
            .collect();
        let one_by_one: Vec<_> = rows.iter().map(|row| bench.judge(row).unwrap()).collect();
        // Judging equal records once, and in another order, changes nothing.
        assert_eq!(bench.judge_all(&rows).unwrap(), one_by_one);
        let mut back: Vec<FactRow> = rows.clone();
        back.reverse();
        let mut again = bench.judge_all(&back).unwrap();
        again.reverse();
        assert_eq!(again, one_by_one);
        for (row, judgement) in rows.iter().zip(&one_by_one) {
            assert_eq!(judgement.len(), bench.pack().criteria().len());
            for verdict in judgement.iter() {
                match &verdict.answer {
                    Answer::CannotTell { missing, .. } => {
                        assert!(!missing.is_empty());
                        for name in missing {
                            assert!(!row.get(name).unwrap().is_known(), "{name} was known");
                        }
                    }
                    _ => told += 1,
                }
                for read in &verdict.read {
                    assert_eq!(row.get(read.name), Some(&read.value));
                }
            }
        }
    }
    assert!(told > 1_000, "only {told} verdicts could be told");
}

/// What is not read does not matter: a verdict changes only with a fact that it read.
#[test]
fn a_verdict_depends_on_nothing_but_the_facts_it_read() {
    let mut runner = TestRunner::deterministic();
    let mut changed = 0_usize;
    for bench in shipped_benches() {
        for _ in 0..60 {
            let row = any_row(bench.judged())
                .new_tree(&mut runner)
                .unwrap()
                .current();
            let other = any_row(bench.judged())
                .new_tree(&mut runner)
                .unwrap()
                .current();
            for verdict in bench.judge(&row).unwrap().iter() {
                let mut mixed = other.clone();
                for read in &verdict.read {
                    mixed.set(read.name, read.value.clone()).unwrap();
                }
                let again = bench.judge(&mixed).unwrap();
                let again = again.iter().find(|own| own.rule == verdict.rule).unwrap();
                assert_eq!(again, verdict);
                changed += usize::from(mixed != row);
            }
        }
    }
    assert!(changed > 300, "only {changed} records were changed");
}

/// Pieces that a mutated script is made of.
const PIECES: &[&str] = &[
    "run.",
    "pair.",
    "p.",
    "?? ",
    "()",
    "known(",
    ")",
    "{",
    "}",
    "if ",
    "else ",
    "return ",
    "switch ",
    "fn f(x) { x }",
    "f(",
    "|x| ",
    "let x = ",
    ";",
    "\"",
    "\n",
    "&& ",
    "!",
    "-",
    "999999999999",
    "1.5",
    "[",
    "]",
    "#{",
    "`${",
    "//",
    "/*",
    "in ",
    "0",
    "\"x\"",
    "true ",
    "< ",
    "+ ",
    "* ",
    "% ",
    "** ",
    "æ",
    "\u{0}",
    "while ",
    "=> ",
    "_ ",
    "eval(",
    "..=",
    "::",
];

/// Whatever is done to a shipped file, the loader answers, and what loads can be asked.
#[test]
fn mutated_files_never_bring_the_loader_down() {
    let (loaded, refused) = (Cell::new(0), Cell::new(0));
    let edit = (any::<Index>(), 0..6_usize, prop::sample::select(PIECES));
    let strategy = (
        0..6_usize,
        any::<Index>(),
        prop::collection::vec(edit, 1..3),
    );
    let config = Config {
        cases: 600,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(&strategy, |(pack, file, edits)| {
            let shipped = &mestring_packs::shipped()[pack];
            let mut files = shipped.to_files();
            let (name, text) = shipped.files[file.index(shipped.files.len())];
            let mut letters: Vec<char> = text.chars().collect();
            for (place, cut, piece) in edits {
                let start = place.index(letters.len());
                let end = (start + cut).min(letters.len());
                letters.splice(start..end, piece.chars());
            }
            files.insert(name.to_owned(), letters.into_iter().collect());
            let found = check(&files, &Plugins::default());
            prop_assert!(
                !found.iter().any(|own| own.message().contains("gave up")),
                "{found:?}"
            );
            match Pack::load(&files, &Plugins::default()) {
                Ok(pack) => {
                    loaded.set(loaded.get() + 1);
                    let Ok(bench) = pack.at(date("2026-01-15")) else {
                        return Ok(());
                    };
                    let mut runner = TestRunner::deterministic();
                    for _ in 0..8 {
                        let row = any_row(pack.judged())
                            .new_tree(&mut runner)
                            .unwrap()
                            .current();
                        // What passed the check can only fail at arithmetic and limits.
                        if let Err(error) = bench.judge(&row) {
                            let fine = ["overflow", "division", "operations", "larger"];
                            let text = error.to_string();
                            prop_assert!(fine.iter().any(|why| text.contains(why)), "{text}");
                        }
                    }
                }
                Err(errors) => {
                    refused.set(refused.get() + 1);
                    prop_assert!(!errors.is_empty());
                    prop_assert!(found.iter().any(|own| own.severity == Severity::Error));
                }
            }
            Ok(())
        })
        .unwrap();
    let seen = (loaded.get(), refused.get());
    assert!(seen.0 > 50 && seen.1 > 50, "too little was seen: {seen:?}");
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_text_is_answered(script in ".{0,200}", manifest in ".{0,80}") {
        let mut files = mestring_packs::files("activity").unwrap();
        files.insert("activity.rhai".to_owned(), script);
        let found = check(&files, &Plugins::default());
        prop_assert!(!found.iter().any(|own| own.message().contains("gave up")), "{:?}", found);
        files.insert("pack.toml".to_owned(), manifest);
        prop_assert!(!check(&files, &Plugins::default()).is_empty());
    }
}

#[test]
fn packs_cover_what_a_desk_needs() {
    let kinds: Vec<Kind> = mestring_packs::shipped()
        .iter()
        .map(|own| load(own.name).kind())
        .collect();
    for kind in [
        Kind::Priority,
        Kind::Relation,
        Kind::Obligation,
        Kind::Format,
        Kind::Requirement,
    ] {
        assert!(kinds.contains(&kind), "no pack of kind {kind}");
    }
}

#[test]
fn the_cases_reach_every_branch_and_notice_every_change() {
    let mut text = String::new();
    let (mut parts, mut tried) = (0, 0);
    for shipped in mestring_packs::shipped() {
        let pack = Pack::load(&shipped.to_files(), &Plugins::default()).unwrap();
        let coverage = pack.coverage().unwrap();
        for rule in &coverage.rules {
            for gap in rule.gaps() {
                let (at, part) = (gap.at, gap.part.code());
                text.push_str(&format!(
                    "{}/{}:{}:{}: never `{part}`\n",
                    pack.id(),
                    rule.file(),
                    at.line,
                    at.column
                ));
            }
        }
        parts += coverage.total().1;
        let mutants = pack.mutants().unwrap();
        for own in mutants.iter().filter(|own| own.fate == Fate::Survived) {
            let at = &own.at;
            text.push_str(&format!(
                "{}/{}:{}:{}: {} survives: {}\n",
                pack.id(),
                own.file,
                at.line,
                at.column,
                own.change(),
                at.text.trim()
            ));
        }
        let idle = pack.idle_excuses(&mutants);
        text.extend(idle.iter().map(|own| format!("{own}\n")));
        tried += mutants.len();
    }
    assert!(text.is_empty(), "{text}");
    assert!(parts > 100 && tried > 100, "{parts} parts, {tried} changes");
}
