//! A pack of one rule, for tests.
#![allow(dead_code, reason = "each test binary uses its own part")]

pub mod hostile;

use std::collections::BTreeMap;

use mestring_model::facts::{FactRow, FactValue, Judged};
use mestring_model::{Answer, Fact, Verdict};
use mestring_rules::{Diagnostic, Pack, Plugins, RuleError, check};

/// The files of a pack of one rule `rule.rhai`, with a header so that nothing is said about it.
pub fn files(kind: &str, script: &str) -> BTreeMap<String, String> {
    let actions = if kind == "relation" {
        "[action]\nsame_offer = \"merge\"\nrerun = \"merge\"\nother_site = \"merge\"\n\
         competing = \"coordinate\"\noverlapping = \"look_at\"\ncomplementary = \"keep\"\n\
         different = \"none\"\ncannot_tell = \"ask\"\n"
    } else {
        ""
    };
    let manifest = format!(
        "name = \"test\"\nversion = \"1.0.0\"\nkind = \"{kind}\"\ncriteria = [\"rule\"]\n\
         origin.rule = \"local choice\"\n\
         title.rule = {{ en = \"Rule\", nb = \"Regel\", nn = \"Regel\" }}\n{actions}\
         [[parameter]]\nid = \"least\"\nunit = \"sessions\"\nsource = \"local choice\"\n\
         values = [{{ from = 2025-01-01, value = 4 }}]\n\
         [[parameter]]\nid = \"formats\"\nsource = \"local choice\"\n\
         values = [{{ from = 2025-01-01, value = [\"physical\", \"hybrid\"] }}]\n"
    );
    BTreeMap::from([
        ("pack.toml".to_owned(), manifest),
        (
            "rule.rhai".to_owned(),
            format!("// What: a test. Why: it is one. Source: local choice.\n{script}"),
        ),
    ])
}

/// The errors and notes about a rule, as single lines, unused parameters left out.
pub fn complaints(kind: &str, script: &str) -> Vec<String> {
    about(kind, script)
        .iter()
        .map(|own| own.to_string())
        .collect()
}

pub fn about(kind: &str, script: &str) -> Vec<Diagnostic> {
    check(&files(kind, script), &Plugins::default())
        .into_iter()
        .filter(|own| !["R008", "R203"].contains(&own.code))
        .collect()
}

pub fn load(kind: &str, script: &str) -> Pack {
    Pack::load(&files(kind, script), &Plugins::default())
        .unwrap_or_else(|errors| panic!("{script}\n{}", errors[0]))
}

/// A run of which only these facts are known.
pub fn run(facts: &[(&str, FactValue)]) -> FactRow {
    row(Judged::Run, facts)
}

pub fn row(judged: Judged, facts: &[(&str, FactValue)]) -> FactRow {
    let mut row = FactRow::unstated(judged);
    for (name, value) in facts {
        row.set(name, Fact::Known(value.clone())).unwrap();
    }
    row
}

/// The verdict of a rule on a run.
pub fn judge(kind: &str, script: &str, row: &FactRow) -> Result<Verdict, RuleError> {
    let bench = load(kind, script).at("2026-01-15".parse().unwrap())?;
    Ok(bench.judge(row)?[0].clone())
}

pub fn answer(kind: &str, script: &str, row: &FactRow) -> Answer {
    judge(kind, script, row)
        .unwrap_or_else(|error| panic!("{script}\n{error}"))
        .answer
}
