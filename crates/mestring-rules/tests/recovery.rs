//! A script that does not parse in one statement: everything that is wrong beside that statement is
//! still found, and nothing that follows from it is made up.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use support::{about, complaints};

/// What is reported of a script that does not parse.
const REPORTED: [&str; 10] = [
    "R101", "R102", "R103", "R104", "R105", "R106", "R109", "R116", "R117", "R118",
];

/// Scripts as statements; some have faults of their own.
const SCRIPTS: [&[&str]; 5] = [
    &[
        "fn half(n) {\n    n / 2.0\n}",
        "let many = run.sessions ?? 6;",
        "if known(run.seats) {\n    return half(many) > 3.0;\n}",
        "many > p.least",
    ],
    &[
        "let many = run.sesions;",
        "let least = p.leest;",
        "if run.format == \"digtal_live\" {\n    return true;\n}",
        "let x = mim(many, least);",
        "return x > 3 && rum.seats > 4;",
    ],
    &[
        "let a = run.seats;",
        "let b = switch a {\n    1 => run.secret,\n    _ => 2,\n};",
        "let a_text = \"} ; {\"; // } ; {",
        "if b > 2 {\n    return true;\n}\nelse if b > 1 {\n    return run.activty;\n}",
        "run[\"sessions\"] > a",
    ],
    &[
        "let one = run.seats + ;",
        "let two = run.sesions;",
        "let three = = 4;",
        "if two = 3 {\n    return true;\n}",
        "two > 3",
    ],
    &["run.sessions > 3"],
];

/// Statements that do not parse, whose brackets close each other.
const BROKEN: [&str; 13] = [
    "let zz = ;",
    "let = 3;",
    "let zz = run.seats run.sessions;",
    "if run.sessions = 3 {\n    return true;\n}",
    "if run.sessions > 3; {\n    return true;\n}",
    "if {\n    return true;\n}",
    "let zz = run.seats === 3;",
    "let zz = 3 +* 4;",
    "fn g(x y) {\n    x\n}",
    "fn (x) {\n    x\n}",
    "while run.seats > 3 {\n    return true;\n}",
    "let zz = switch run.seats { 1 = 2, _ => 3 };",
    "let zz = print(3);",
];

/// Statements that do not parse and leave a bracket or a text open.
const OPEN: [&str; 5] = [
    "let zz = (3;",
    "let zz = \"abc;",
    "if run.seats > 3 {\n    return true;",
    "let zz = [1, 2;",
    "}",
];

type Place = (&'static str, u32, u32);

fn places(script: &str) -> Vec<Place> {
    let found = about("requirement", script);
    let found = found.iter().filter(|own| REPORTED.contains(&own.code));
    found
        .filter_map(|own| Some((own.code, own.at.as_ref()?.line - 1, own.at.as_ref()?.column)))
        .collect()
}

/// The script with a statement put in before one of its own, with the lines that it takes.
fn with(
    script: &[&str],
    before: usize,
    statement: &str,
) -> (String, std::ops::RangeInclusive<u32>) {
    let mut parts = script.to_vec();
    parts.insert(before, statement);
    let above: usize = script[..before].iter().map(|own| own.lines().count()).sum();
    let first = above as u32 + 1;
    (
        parts.join("\n"),
        first..=first + statement.lines().count() as u32 - 1,
    )
}

#[test]
fn what_is_wrong_beside_a_broken_statement_is_found_and_nothing_else() {
    let mut seen = 0;
    for script in SCRIPTS {
        for statement in BROKEN {
            for before in 0..script.len() {
                let (text, lines) = with(script, before, statement);
                let blank = "\n".repeat(statement.lines().count() - 1);
                let (without, _) = with(script, before, &blank);
                let (own, beside): (Vec<Place>, Vec<Place>) = places(&text)
                    .into_iter()
                    .partition(|own| lines.contains(&own.1));
                assert_eq!(beside, places(&without), "\n{text}");
                assert!(own.len() == 1, "{own:?}\n{text}");
                seen += 1;
            }
        }
    }
    assert!(seen > 200, "only {seen} scripts were looked at");
}

#[test]
fn where_brackets_or_texts_stay_open_only_the_first_is_told() {
    for script in SCRIPTS {
        for statement in OPEN {
            for before in 0..script.len() {
                let (text, _) = with(script, before, statement);
                let found = places(&text);
                assert_eq!(found.len(), 1, "{found:?}\n{text}");
            }
        }
    }
}

#[test]
fn several_faults_at_once() {
    let script = "let a = run.seats + ;\nlet b = run.sesions;\nif b = 3 {\n    return true;\n}\n\
                  a > b && whith(b)";
    insta::assert_snapshot!(complaints("requirement", script).join("\n"), @r"
    error R101: rule.rhai:2:21: unexpected `;`; take it away, or write what is missing before it
    error R103: rule.rhai:3:13: `run` has no fact `sesions`; did you mean `sessions`?
    error R118: rule.rhai:4:6: `=` gives a variable a value; it does not compare; write `==`
    error R105: rule.rhai:7:10: rules have no function `whith`; rules may call known, min, max, abs, floor, ceiling, round, to_int, to_float, len, is_empty, contains, starts_with, ends_with
    ");
}
