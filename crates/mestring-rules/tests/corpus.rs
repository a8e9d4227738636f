//! The corpus: wrong scripts and wrong TOML files with everything the check has to say about each, and
//! right scripts about which it says nothing.
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
    /// What the first error, or else the first of all, says to do.
    help: Option<String>,
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

/// A wrong file of a pack.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    #[serde(default = "requirement")]
    kind: String,
    /// A file of cases, where not `pack.toml`.
    #[serde(default)]
    cases: bool,
    /// The whole file.
    text: Option<String>,
    /// What of the right file is put in other words, and in which.
    change: Option<(String, String)>,
    found: Vec<String>,
    /// What the first error says to do, cases that fail apart, or else the first of all.
    help: Option<String>,
}

/// The advice that somebody reads first: of errors before the rest.
fn first_help(said: &[Diagnostic]) -> Option<String> {
    // What cases come to, and what they lack, follows from what is wrong with them.
    let follows = |own: &&Diagnostic| !["R202", "R204"].contains(&own.code);
    let mut errors = said.iter().filter(follows).filter(|own| own.is_error());
    let first = errors.next().or_else(|| said.iter().find(follows));
    first.map(Diagnostic::help)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Files {
    file: Vec<File>,
}

fn scripts(folder: &str) -> Vec<Script> {
    let scripts = read::<Corpus>(folder).into_iter();
    scripts.flat_map(|own| own.script).collect()
}

/// The files of a folder of the corpus, in order.
fn read<T: serde::de::DeserializeOwned>(folder: &str) -> Vec<T> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus")
        .join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let read = |path: std::path::PathBuf| -> T {
        let text = std::fs::read_to_string(&path).unwrap();
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    files.into_iter().map(read).collect()
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
        let help = first_help(&diagnostics);
        let is_helped = script.help.is_none() || script.help == help;
        if found != script.found || found.is_empty() || !is_helped {
            let text: String = diagnostics.iter().map(Diagnostic::render).collect();
            wrong += &format!(
                "{}\n  expected {:?} {:?}\n  found    {found:?} {help:?}\n{text}\n",
                script.name, script.found, script.help
            );
        }
        // Where a script does not parse, its writer is always told what to write.
        for own in diagnostics.iter().filter(|own| own.code == "R101") {
            assert!(!own.help().is_empty(), "{}: {own}", script.name);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(scripts.len() >= 300, "only {} wrong scripts", scripts.len());
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

/// Everything the check says about a pack with one wrong file.
fn said_of(file: &File) -> Vec<Diagnostic> {
    let script = match file.kind.as_str() {
        "relation" => "\"competing\"",
        "obligation" => "\"met\"",
        _ => "run.sessions >= p.least",
    };
    let mut files = files(&file.kind, script);
    let name = if file.cases {
        "rule.test.toml"
    } else {
        "pack.toml"
    };
    let text = match (&file.text, &file.change) {
        (Some(text), None) => text.clone(),
        (None, Some((from, to))) => {
            assert!(files[name].contains(from), "{}", file.name);
            files[name].replacen(from, to, 1)
        }
        _ => panic!("{} has a text or a change", file.name),
    };
    files.insert(name.to_owned(), text);
    let found = check(&files, &Plugins::default());
    let quiet = ["R124", "R203"];
    found
        .into_iter()
        // What the frame of the file lacks is not meant.
        .filter(|own| !quiet.contains(&own.code))
        .filter(|own| own.code != "R008" || own.message().contains("Formats"))
        .collect()
}

fn placed(own: &Diagnostic) -> String {
    let mut out = own.code.to_owned();
    if let Some(at) = &own.at {
        // The header of the script is not counted.
        let line = at.line - u32::from(own.file == "rule.rhai");
        out += &format!(" {line}:{}-{}", at.column, own_end(own));
    }
    if let Some(near) = own.nearest() {
        out += &format!(" {near}");
    }
    out
}

fn own_end(own: &Diagnostic) -> u32 {
    own.at.as_ref().map_or(0, |at| at.end_column())
}

#[test]
fn wrong_files_of_a_pack_are_found_out_where_they_are_wrong_and_nowhere_else() {
    let all: Vec<File> = read::<Files>("files")
        .into_iter()
        .flat_map(|own| own.file)
        .collect();
    let mut wrong = String::new();
    for file in &all {
        let diagnostics = said_of(file);
        let found: Vec<String> = diagnostics.iter().map(placed).collect();
        let help = first_help(&diagnostics);
        let is_helped = file.help.is_none() || file.help == help;
        if found != file.found || found.is_empty() || !is_helped {
            let text: String = diagnostics.iter().map(Diagnostic::render).collect();
            wrong += &format!(
                "{}\n  expected {:?} {:?}\n  found    {found:?} {help:?}\n{text}\n",
                file.name, file.found, file.help
            );
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(all.len() >= 140, "only {} wrong files", all.len());
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
            let alone = bench.answers(&row);
            let of_verdicts = answer
                .clone()
                .map(|all| all.iter().map(|own| own.answer.clone()).collect::<Vec<_>>());
            assert_eq!(alone, of_verdicts, "{}", script.name);
            assert_eq!(
                bench.explain(&row),
                reference.explain(&row),
                "{}",
                script.name
            );
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
