//! The check of scripts holds whatever a script says: shipped rules with tokens put in, taken out
//! and exchanged are answered, and what is said about them points into their text.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

use std::cell::Cell;
use std::collections::BTreeMap;

use mestring_rules::{Diagnostic, Pack, Plugins, check};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};

/// What else may come to stand in a script.
const PIECES: &[&str] = &[
    "if",
    "else",
    "switch",
    "let",
    "return",
    "fn",
    "true",
    "false",
    "in",
    "!in",
    "known",
    "??",
    "?.",
    "!",
    "==",
    "!=",
    "<",
    ">=",
    "&&",
    "||",
    "=",
    "+=",
    "-",
    "/",
    "%",
    "..",
    "..=",
    "=>",
    "_",
    ",",
    ";",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ".",
    "|",
    "0",
    "1.5",
    "-3",
    "100",
    "\"æ\"",
    "'x'",
    "`${1}`",
    "run",
    "pair",
    "p",
    "x",
    "retrun",
    "esle",
    "while",
    "()",
    "#{",
    "::",
    "min",
    "contains",
    "//",
    "\n",
    "\t",
    "æ",
    "🙂",
    "9223372036854775807",
];

/// Words, numbers, texts and signs, with the space between them.
fn tokens(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut token = letter.to_string();
        if letter == '"' {
            for letter in letters.by_ref() {
                token.push(letter);
                if letter == '"' {
                    break;
                }
            }
        } else {
            let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
            let sort = |letter: char| match letter {
                letter if is_word(letter) => 0,
                letter if letter.is_whitespace() => 1,
                '(' | ')' | '{' | '}' | '[' | ']' | '.' | ',' | ';' => 2,
                _ => 3,
            };
            let own = sort(letter);
            while own != 2
                && letters
                    .peek()
                    .is_some_and(|next| sort(*next) == own && *next != '"')
            {
                token.extend(letters.next());
            }
        }
        out.push(token);
    }
    out
}

/// Every shipped script: its pack's files and its own name.
fn scripts() -> Vec<(BTreeMap<String, String>, String)> {
    let mut out = Vec::new();
    for pack in mestring_packs::shipped() {
        let files = pack.to_files();
        let names: Vec<String> = files
            .keys()
            .filter(|name| name.ends_with(".rhai"))
            .cloned()
            .collect();
        out.extend(names.into_iter().map(|name| (files.clone(), name)));
    }
    out
}

/// The stretch that a diagnostic underlines lies in its file.
fn within(files: &BTreeMap<String, String>, own: &Diagnostic) -> bool {
    let Some(at) = &own.at else {
        return true;
    };
    let text = files.get(&own.file).map_or("", String::as_str);
    let line = text.split('\n').nth(at.line as usize - 1);
    // A text that ends too soon is said so about just behind its end.
    line.is_some_and(|line| {
        let length = line.chars().count() as u32;
        line == at.text
            && at.column >= 1
            && at.column <= length + 1
            && at.end_column() <= length + 2
    })
}

#[derive(Debug, Clone)]
enum Edit {
    Take,
    Double,
    Swap(Index),
    Put(Index),
    /// A token of any shipped script.
    Graft(Index),
}

fn edits() -> impl Strategy<Value = Vec<(Index, Edit)>> {
    let edit = prop_oneof![
        2 => Just(Edit::Take),
        1 => Just(Edit::Double),
        1 => any::<Index>().prop_map(Edit::Swap),
        4 => any::<Index>().prop_map(Edit::Put),
        4 => any::<Index>().prop_map(Edit::Graft),
    ];
    prop::collection::vec((any::<Index>(), edit), 1..6)
}

#[test]
fn a_script_with_any_tokens_changed_is_answered_within_its_text() {
    let scripts = scripts();
    let all: Vec<String> = scripts
        .iter()
        .flat_map(|(files, name)| tokens(&files[name]))
        .filter(|token| !token.trim().is_empty())
        .collect();
    let (said, silent) = (Cell::new(0), Cell::new(0));
    let config = Config {
        cases: 800,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(&(any::<Index>(), edits()), |(script, edits)| {
            let (mut files, name) = script.get(&scripts).clone();
            let mut text = tokens(&files[&name]);
            for (place, edit) in edits {
                let at = place.index(text.len());
                match edit {
                    Edit::Take if text.len() > 1 => {
                        text.remove(at);
                    }
                    Edit::Take => {}
                    Edit::Double => text.insert(at, text[at].clone()),
                    Edit::Swap(other) => {
                        let other = other.index(text.len());
                        text.swap(at, other);
                    }
                    Edit::Put(piece) => text[at] = format!(" {} ", piece.get(PIECES)),
                    Edit::Graft(token) => text[at] = token.get(&all).clone(),
                }
            }
            files.insert(name, text.concat());
            let found = check(&files, &Plugins::default());
            for own in &found {
                prop_assert!(!own.message().contains("gave up"), "{}", own.render());
                prop_assert!(within(&files, own), "{:?}\n{}", own.at, own.render());
                prop_assert!(!own.message().is_empty() && own.render().ends_with('\n'));
            }
            let loads = Pack::load(&files, &Plugins::default()).is_ok();
            // A case that fails is an error of the pack, and no reason not to load it.
            let refused = found.iter().any(|own| own.is_error() && own.code != "R202");
            prop_assert!(loads != refused, "{found:?}");
            let count = if found.is_empty() { &silent } else { &said };
            count.set(count.get() + 1);
            Ok(())
        })
        .unwrap();
    let seen = (said.get(), silent.get());
    assert!(seen.0 > 300 && seen.1 > 10, "too little was seen: {seen:?}");
}
