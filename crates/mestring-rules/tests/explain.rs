//! Every code is explained, and its examples show it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use std::collections::BTreeMap;

use mestring_model::facts::{FactRow, FactType, FactValue};
use mestring_model::{Fact, Lang};
use mestring_rules::explain::{Example, Shows, explain, explanations};
use mestring_rules::{Pack, Plugins, check, diagnostic};
use support::files;

const HEADER: &str = "// What: a test. Why: it is one. Source: local choice.\n";
const LONG: &str = "run.sessions >= 6";

/// The codes of everything that is said about a text of an example.
fn codes(id: &str, shows: Shows, text: &str) -> Vec<String> {
    let (kind, file, text) = match shows {
        Shows::Script(kind) | Shows::Running(kind) => {
            (kind, "rule.rhai", format!("{HEADER}{text}"))
        }
        Shows::Whole => ("requirement", "rule.rhai", text.to_owned()),
        Shows::Manifest => ("requirement", "pack.toml", text.to_owned()),
        Shows::Cases => ("requirement", "rule.test.toml", text.to_owned()),
    };
    let mut files = files(kind, LONG);
    files.insert(file.to_owned(), text);
    if matches!(shows, Shows::Running(_)) {
        return running(&files);
    }
    let found = check(&files, &Plugins::default());
    // What the frame of the example itself lacks is not meant.
    let beside = |code: &str| code != id && ["R008", "R203"].contains(&code);
    let found = found.iter().filter(|own| !beside(own.code));
    found.map(|own| own.code.to_owned()).collect()
}

/// The code with which a rule ends about a record whose numbers are all 0.
fn running(files: &BTreeMap<String, String>) -> Vec<String> {
    let pack = Pack::load(files, &Plugins::default()).unwrap_or_else(|all| panic!("{}", all[0]));
    let mut row = FactRow::unstated(pack.judged());
    for fact in pack.judged().facts() {
        if fact.kind == FactType::Int {
            row.set(fact.name, Fact::Known(FactValue::Int(0))).unwrap();
        }
    }
    let bench = pack.at("2026-01-15".parse().unwrap()).unwrap();
    bench
        .judge(&row)
        .err()
        .map(|error| error.code().to_owned())
        .into_iter()
        .collect()
}

#[test]
fn wrong_examples_give_their_code_and_right_ones_give_none() {
    let mut seen = 0;
    for own in explanations() {
        let Some(Example {
            shows,
            wrong,
            right,
        }) = own.example
        else {
            continue;
        };
        let id = own.code.id;
        let found = codes(id, shows, wrong);
        assert!(
            found.iter().any(|code| code == id),
            "{id} {found:?}\n{wrong}"
        );
        assert_eq!(
            codes(id, shows, right),
            Vec::<String>::new(),
            "{id}\n{right}"
        );
        seen += 1;
    }
    assert!(seen + 11 >= diagnostic::CODES.len(), "only {seen} examples");
}

#[test]
fn every_code_is_explained_once_and_in_three_languages() {
    let explained: Vec<_> = explanations().map(|own| own.code.id).collect();
    let codes: Vec<_> = diagnostic::CODES.iter().map(|code| code.id).collect();
    assert_eq!(explained, codes);
    for own in explanations() {
        let texts = Lang::ALL.map(|lang| own.text(lang));
        for text in texts {
            assert!(
                text.len() > 40 && text.ends_with('.'),
                "{}: {text}",
                own.code.id
            );
        }
        assert!(
            texts[0] != texts[1] && texts[1] != texts[2],
            "{}",
            own.code.id
        );
    }
    assert_eq!(explain(" r103").unwrap().code.id, "R103");
    assert_eq!(explain("R999"), None);
}
