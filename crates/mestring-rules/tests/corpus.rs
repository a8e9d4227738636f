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

use mestring_rules::{Diagnostic, Plugins, check};
use serde::Deserialize;
use support::files;

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
