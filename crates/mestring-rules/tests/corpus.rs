//! The corpus: wrong scripts with everything the check has to say about each, and right scripts
//! about which it says nothing.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and these read their data"
)]

mod support;

use std::path::Path;

use mestring_model::Fact;
use mestring_model::facts::{FactRow, FactType, FactValue, Judged};
use mestring_model::term::Word;
use mestring_rules::{Diagnostic, Plugins, check};
use serde::Deserialize;
use support::{files, load};

const HEADER: &str = "// What: a test. Why: it is one. Source: local choice.\n";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Corpus {
    script: Vec<Script>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Script {
    name: String,
    /// The kind of pack; without it, a requirement on a run.
    #[serde(default = "requirement")]
    kind: String,
    #[serde(default = "header")]
    header: String,
    text: String,
    /// How many times the text stands in the script.
    #[serde(default = "once")]
    repeat: usize,
    /// `CODE LINE:COLUMN-END NEAREST`, in order of place; lines are those of the text.
    #[serde(default)]
    found: Vec<String>,
}

fn requirement() -> String {
    "requirement".to_owned()
}

fn header() -> String {
    HEADER.to_owned()
}

fn once() -> usize {
    1
}

fn scripts(folder: &str) -> Vec<Script> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus")
        .join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let read = |path: std::path::PathBuf| -> Corpus {
        let text = std::fs::read_to_string(&path).unwrap();
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    files
        .into_iter()
        .flat_map(|path| read(path).script)
        .collect()
}

/// Everything the check says about a script, in order.
fn said(script: &Script) -> Vec<Diagnostic> {
    let mut files = files(&script.kind, "");
    let text = format!("{}{}", script.header, script.text.repeat(script.repeat));
    files.insert("rule.rhai".to_owned(), text);
    let quiet = ["R008", "R203"];
    let found = check(&files, &Plugins::default());
    found
        .into_iter()
        .filter(|own| !quiet.contains(&own.code))
        .collect()
}

fn shown(script: &Script, own: &Diagnostic) -> String {
    let mut out = own.code.to_owned();
    if let Some(at) = &own.at {
        let line = i64::from(at.line) - script.header.lines().count() as i64;
        out += &format!(" {line}:{}-{}", at.column, at.end_column());
    }
    if let Some(near) = own.nearest() {
        out += &format!(" {near}");
    }
    out
}

#[test]
fn wrong_scripts_are_found_out_where_they_are_wrong_and_nowhere_else() {
    let scripts = scripts("wrong");
    let mut wrong = String::new();
    for script in &scripts {
        let diagnostics = said(script);
        let found: Vec<String> = diagnostics.iter().map(|own| shown(script, own)).collect();
        if found != script.found || found.is_empty() {
            let text: String = diagnostics.iter().map(Diagnostic::render).collect();
            wrong += &format!(
                "{}\n  expected {:?}\n  found    {found:?}\n{text}\n",
                script.name, script.found
            );
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(scripts.len() >= 120, "only {} wrong scripts", scripts.len());
    let mut names: Vec<&str> = scripts.iter().map(|script| script.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), scripts.len(), "two scripts of one name");
}

#[test]
fn nothing_is_said_about_right_scripts() {
    let scripts = scripts("right");
    let mut wrong = String::new();
    for script in &scripts {
        let text: String = said(script).iter().map(Diagnostic::render).collect();
        if !text.is_empty() {
            wrong += &format!("{}\n{text}\n", script.name);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(scripts.len() >= 45, "only {} right scripts", scripts.len());
}

/// A record of the kind, in which about a third is not known.
fn record(judged: Judged, random: &mut impl FnMut(usize) -> usize) -> FactRow {
    let mut row = FactRow::unstated(judged);
    for (place, fact) in judged.facts().iter().enumerate() {
        let chosen = random(1_000);
        let word = |words: &[Word]| words[chosen % words.len()].code.into();
        let value = match fact.kind {
            FactType::Listed(words) => FactValue::Text(word(words)),
            FactType::ListedList(words) => FactValue::List([word(words)].into()),
            FactType::Bool => FactValue::Bool(random(2) == 0),
            FactType::Int => FactValue::Int(random(24) as i64 - 2),
            FactType::Number => FactValue::Number(random(60) as f64 / 4.0),
            FactType::Text => FactValue::Text(["Kols", "Lunge"][random(2)].into()),
            FactType::TextList => FactValue::List(["nurse".into()].into()),
        };
        if random(3) > 0 {
            row.replace(place, Fact::Known(value)).unwrap();
        }
    }
    row
}

#[test]
fn right_scripts_are_compiled_and_answer_as_the_interpreter_does() {
    let (mut compiled, mut told, mut cannot_tell) = (0, 0, 0);
    let mut state = 42_u64;
    let mut random = |among: usize| {
        // Knuth, The Art of Computer Programming 2, section 3.3.4, table 1, line 26.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as usize % among
    };
    for script in scripts("right") {
        let pack = load(&script.kind, &script.text);
        let bar = pack.criteria()[0].script().unwrap().interpreted_because();
        assert_eq!(bar, None, "{}", script.name);
        compiled += 1;
        let bench = pack.at("2026-01-15".parse().unwrap()).unwrap();
        let reference = bench.clone().interpreted();
        for _ in 0..120 {
            let row = record(bench.judged(), &mut random);
            let answer = bench.judge(&row);
            assert_eq!(answer, reference.judge(&row), "{}", script.name);
            match answer {
                Ok(verdicts) if verdicts[0].answer.cannot_tell() => cannot_tell += 1,
                Ok(_) => told += 1,
                Err(_) => {}
            }
        }
    }
    assert!(compiled >= 45, "only {compiled} scripts are compiled");
    assert!(
        told > 2_000 && cannot_tell > 500,
        "{told} and {cannot_tell}"
    );
}
