//! What rules answer where facts are not known: a fact that is not known is never a value.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use mestring_model::facts::FactValue::{Bool, Int, List, Number, Text};
use mestring_model::verdict::Verdict;
use support::{complaints, judge, run};

fn told(script: &str) -> Verdict {
    // Known: sessions 6, referral yes, hours 2.5, audience patients, no target groups.
    // Not known: seats, activity, format, title, waiting, professions.
    let row = run(&[
        ("sessions", Int(6)),
        ("referral", Bool(true)),
        ("hours", Number(2.5)),
        ("audience", Text("patients".into())),
        ("target_groups", List(Default::default())),
    ]);
    judge("priority", script, &row).unwrap_or_else(|error| panic!("{script}\n{error}"))
}

#[test]
fn reading_an_unknown_fact_ends_in_cannot_tell() {
    let scripts = [
        ("run.seats >= 4", "seats"),
        ("run.format == \"physical\"", "format"),
        ("\"physical\" != run.format", "format"),
        ("run.seats + 1", "seats"),
        ("min(run.seats, 60)", "seats"),
        ("run.seats.min(60)", "seats"),
        ("-run.seats", "seats"),
        ("!run.activity", "activity"),
        ("let x = 1; x += run.seats; x", "seats"),
        ("run.format in [\"physical\", \"hybrid\"]", "format"),
        ("if run.activity { 1 } else { 2 }", "activity"),
        ("run.activity && run.referral", "activity"),
        ("switch run.format { \"physical\" => 1, _ => 2 }", "format"),
        ("[run.seats, 2].len()", "seats"),
        ("run.professions.len() > 1", "professions"),
        (
            "let s = run.seats; if run.referral { 1 } else { s }",
            "seats",
        ),
        ("run.seats ?? run.waiting", "waiting"),
        ("known(run.title) || run.seats > 2", "seats"),
        ("fn over(n) { n > 2 } over(run.seats)", "seats"),
        ("return run.seats;", "seats"),
    ];
    for (script, missing) in scripts {
        let verdict = told(script);
        assert_eq!(
            verdict.answer.to_string(),
            format!("cannot tell: {missing}"),
            "{script}"
        );
        assert!(
            verdict.read.iter().any(|read| read.name == missing),
            "{script}"
        );
    }
}

#[test]
fn what_was_asked_or_assumed_first_can_be_told() {
    let scripts = [
        ("known(run.seats)", "no", ""),
        ("known(run.sessions)", "yes", ""),
        ("run.seats ?? 12", "12", "seats = 12"),
        ("run.sessions ?? 12", "6", ""),
        ("run.seats ?? 12 >= 4", "yes", "seats = 12"),
        ("(run.seats) ?? 2 + 1", "3", "seats = 2 + 1"),
        ("run.seats ?? run.sessions", "6", "seats = run.sessions"),
        (
            "run.seats ?? run.waiting ?? 3",
            "3",
            "seats = run.waiting ?? 3; waiting = 3",
        ),
        ("run.sessions ?? (run.seats + 1)", "6", ""),
        ("false && run.activity", "no", ""),
        ("true || run.activity", "yes", ""),
        ("known(run.activity) && run.activity", "no", ""),
        (
            "let s = run.seats ?? 5;\nif s > 4 { s } else { 0 }",
            "5",
            "seats = 5",
        ),
        (
            "run.format ?? \"physical\" == \"physical\"",
            "yes",
            "format = \"physical\"",
        ),
        (
            "(run.seats ?? 1) + (run.seats ?? 2)",
            "3",
            "seats = 1; seats = 2",
        ),
        (
            "if known(run.seats) { run.seats } else { run.sessions * p.least }",
            "24",
            "",
        ),
        ("run.hours / 2", "1.25", ""),
        ("run.target_groups.is_empty()", "yes", ""),
        ("run.audience in [\"patients\", \"both\"]", "yes", ""),
        ("\"hybrid\" in p.formats", "yes", ""),
        ("run.sessions in 1..=6", "yes", ""),
        (
            "switch run.sessions { 1..4 => 1, 4..=6 => 2, _ => 3 }",
            "2",
            "",
        ),
        (
            "switch run.audience { \"patients\" if run.referral => 1, _ => 2 }",
            "1",
            "",
        ),
        (
            "fn capped(n, most) { min(n, most) } fn half(n) { capped(n, 5) / 2.0 } half(run.sessions)",
            "2.5",
            "",
        ),
    ];
    for (script, answer, assumed) in scripts {
        let verdict = told(script);
        assert_eq!(verdict.answer.to_string(), answer, "{script}");
        let own: Vec<String> = verdict
            .assumed
            .iter()
            .map(|own| format!("{} = {}", own.name, own.assumed))
            .collect();
        assert_eq!(own.join("; "), assumed, "{script}");
    }
}

#[test]
fn facts_read_stand_in_the_declared_order_with_what_was_known() {
    let verdict =
        told("run.sessions > 2 && known(run.seats) == false && run.audience == \"patients\"");
    let read: Vec<_> = verdict.read.iter().map(|read| read.name).collect();
    assert_eq!(read, ["audience", "sessions", "seats"]);
    assert!(verdict.read[0].value.is_known() && !verdict.read[2].value.is_known());
}

#[test]
fn a_fact_that_is_not_known_cannot_slip_out_as_a_value() {
    // Each of these let an unknown fact pass for a value in an engine without the check.
    let scripts = [
        ("(run.seats ?? ()) < 5", "`()` is not allowed in a rule"),
        (
            "let u; u < 5",
            "a `let` without a value is not allowed in a rule",
        ),
        (
            "(if run.referral { 1 }) < 5",
            "an `if` that gives a value has no `else`",
        ),
        (
            "(switch run.sessions { 1 => 2 }) < 5",
            "a `switch` that gives a value has no `_`",
        ),
        (
            "let s = run.seats; known(s)",
            "`known` asks about something else",
        ),
        ("known(run.seats + 1)", "`known` asks about something else"),
        ("run.seats.known()", "`known` stands after a dot"),
        ("run.seats?.min(3) > 1", "`?.` is not allowed in a rule"),
        (
            "(run.seats + 1) ?? 3",
            "`??` stands after something that is always known",
        ),
        ("let x = { let y = 1; }; x == 1", "this gives no value"),
        (
            "try { run.seats > 1 } catch { false }",
            "`try` is not allowed in a rule",
        ),
    ];
    for (script, message) in scripts {
        let found = complaints("priority", script);
        assert!(
            found.iter().any(|own| own.contains(message)),
            "{script}\n{found:#?}"
        );
    }
}

#[test]
fn comparisons_that_can_never_be_true_are_refused() {
    let scripts = [
        (
            "run.sessions == \"6\"",
            "`\"6\"` is a text, and is never equal to a number; write `6`, without quotes",
        ),
        ("run.format == 1", "a word is never equal to a whole number"),
        (
            "run.referral == 1",
            "yes or no is never equal to a whole number",
        ),
        ("run.target_groups == \"copd\"", "use `in` or `contains`"),
        (
            "run.format == \"digtal_live\"",
            "did you mean `digital_live`?",
        ),
        (
            "run.format in [\"physical\", \"hybird\"]",
            "did you mean `hybrid`?",
        ),
        ("\"nurze\" in run.professions", "did you mean `nurse`?"),
        (
            "run.professions.contains(\"nurze\")",
            "did you mean `nurse`?",
        ),
        (
            "switch run.format { \"phisical\" => 1, _ => 2 }",
            "did you mean `physical`?",
        ),
        (
            "run.format ?? \"phisical\" == \"physical\"",
            "did you mean `physical`?",
        ),
        (
            "let f = run.format; f == \"phisical\"",
            "did you mean `physical`?",
        ),
        (
            "fn room(f) { f == \"phisical\" } room(run.format)",
            "did you mean `physical`?",
        ),
        (
            "run.level in p.formats",
            "`hybrid` is not a word that this fact can be",
        ),
        (
            "switch run.hours { 1..3 => 1, _ => 2 }",
            "a `switch` on a number with decimals",
        ),
        (
            "switch run.format { 1..3 => 1, _ => 2 }",
            "a word is never equal to a whole number",
        ),
        (
            "run.sessions && true",
            "this must be yes or no, and is a whole number",
        ),
        (
            "if run.sessions { 1 } else { 2 }",
            "a condition is yes or no",
        ),
        (
            "run.title + 1",
            "this cannot calculate with a text and a whole number",
        ),
        (
            "if run.referral { 1 } else { \"x\" }",
            "the script answers a text; it takes yes or no, or a number",
        ),
        (
            "let x = if run.referral { 1 } else { \"x\" }; x",
            "one branch gives a whole number, another a text",
        ),
    ];
    for (script, message) in scripts {
        let found = complaints("priority", script);
        assert!(
            found.iter().any(|own| own.contains(message)),
            "{script}\n{found:#?}"
        );
    }
}

#[test]
fn every_declared_fact_can_be_read_in_every_way() {
    use mestring_model::facts::{FactRow, Judged};
    let mut seen = 0;
    for (kind, judged) in [
        ("requirement", Judged::Run),
        ("relation", Judged::Pair),
        ("obligation", Judged::Obligation),
        ("class", Judged::Person),
        ("eligibility", Judged::Choice),
    ] {
        let (one, two) = match kind {
            "relation" => ("\"rerun\"", "\"competing\""),
            "obligation" => ("\"met\"", "\"due\""),
            "class" => ("1", "2"),
            _ => ("true", "false"),
        };
        for fact in judged.facts() {
            let name = format!("{judged}.{}", fact.name);
            let row = FactRow::unstated(judged);
            let ask = format!("if known({name}) {{ {one} }} else {{ {two} }}");
            assert!(
                !judge(kind, &ask, &row).unwrap().answer.cannot_tell(),
                "{ask}"
            );
            let read = format!("let x = {name}; {one}");
            let verdict = judge(kind, &read, &row).unwrap();
            if verdict.answer.cannot_tell() {
                let expected = format!("cannot tell: {}", fact.name);
                assert_eq!(verdict.answer.to_string(), expected);
            } else {
                assert_eq!(verdict.immaterial, [fact.name], "{read}");
            }
            seen += 1;
        }
    }
    assert!(seen > 60, "only {seen} facts were read");
}
