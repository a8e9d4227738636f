//! What a writer of rules reads when something is wrong.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use std::collections::BTreeMap;

use mestring_rules::{Diagnostic, Pack, Plugins, check};
use support::{about, complaints, files};

fn rendered(diagnostics: &[Diagnostic]) -> String {
    diagnostics
        .iter()
        .map(Diagnostic::render)
        .collect::<Vec<_>>()
        .join("\n")
}

/// A pack with one of its files changed.
fn with(kind: &str, file: &str, text: &str) -> BTreeMap<String, String> {
    let mut files = files(kind, "run.sessions >= p.least");
    files.insert(file.to_owned(), text.to_owned());
    files
}

fn checked(files: &BTreeMap<String, String>) -> String {
    let quiet = ["R008", "R203", "R204"];
    let found = check(files, &Plugins::default());
    rendered(
        &found
            .into_iter()
            .filter(|own| !quiet.contains(&own.code))
            .collect::<Vec<_>>(),
    )
}

#[test]
fn a_misspelt_fact() {
    insta::assert_snapshot!(rendered(&about("requirement", "let many = run.sesions > 3;\nmany")), @r#"
error R103: `run` has no fact `sesions`
 --> rule.rhai:2:16
  |
2 | let many = run.sesions > 3;
  |                ^^^^^^^
  = help: did you mean `sessions`?
"#);
}

#[test]
fn a_word_that_is_not_in_the_list() {
    insta::assert_snapshot!(
        rendered(&about("requirement", "run.format in [\"physical\",\n  \"digital\"]")), @r#"
error R106: `digital` is not a word that this fact can be
 --> rule.rhai:3:3
  |
3 |   "digital"]
  |   ^^^^^^^^^
  = help: did you mean `digital_live`?
"#);
}

#[test]
fn an_unfinished_script() {
    insta::assert_snapshot!(rendered(&about("requirement", "if run.sessions > 3 { true")), @r#"
error R101: `{` is never closed
 --> rule.rhai:2:21
  |
2 | if run.sessions > 3 { true
  |                     ^
  = help: write `}` where it ends
"#);
}

#[test]
fn several_things_at_once() {
    let script = "let a = run.seets;\nlet b = p.leest;\nwhich(a)";
    insta::assert_snapshot!(complaints("requirement", script).join("\n"), @r#"
error R103: rule.rhai:2:13: `run` has no fact `seets`; did you mean `seats`?
warning R125: rule.rhai:3:5: nothing reads `b`; take it away, or use it
error R104: rule.rhai:3:11: the pack has no parameter `leest`; did you mean `least`?
error R105: rule.rhai:4:1: rules have no function `which`; rules may call known, min, max, abs, floor, ceiling, round, to_int, to_float, len, is_empty, contains, starts_with, ends_with
"#);
}

#[test]
fn hints_and_warnings() {
    let script = "let half = 7 / run.sessions;\nrun.seats;\nfn lonely(x) { x }\n\
                  run.seats > 3 && known(run.seats) && half > 2";
    insta::assert_snapshot!(complaints("requirement", script).join("\n"), @r"
    note R115: rule.rhai:2:12: a whole number divided by a whole number drops the remainder; write one with `.0`, or `to_float(…)`
    warning R139: rule.rhai:2:16: `run.sessions` can be 0, and nothing can be divided by 0; ask first: `if run.sessions != 0 { … } else { … }`, and say in `else` what holds then
    warning R114: rule.rhai:3:1: this value is not used; only the last one is
    warning R114: rule.rhai:4:4: nothing calls the function `lonely`; take it away, or use it
    note R112: rule.rhai:5:18: `seats` was read before it is asked whether it is known; put `known(run.seats)` first
    ");
    let mut bare = files("requirement", "");
    bare.insert("rule.rhai".to_owned(), "run.sessions >= p.least".to_owned());
    insta::assert_snapshot!(checked(&bare), @r#"
warning R113: the script does not say what it decides and why
 --> rule.rhai:1:1
  |
1 | run.sessions >= p.least
  | ^^^^^^^^^^^^^^^^^^^^^^^
  = help: begin with comment lines: What, Why and Source
"#);
}

#[test]
fn answers_of_another_kind() {
    let cases = [
        (
            "requirement",
            "run.sessions",
            "the script answers a whole number; it takes yes or no",
        ),
        (
            "requirement",
            "let a = 1;",
            "the script ends without an answer; it takes yes or no",
        ),
        ("requirement", "", "the script ends without an answer"),
        (
            "requirement",
            "if run.sessions > 3 { return 1; } true",
            "the script answers a whole",
        ),
        (
            "priority",
            "run.format",
            "the script answers a word; it takes yes or no, or a number",
        ),
        ("format", "\"digtal_live\"", "did you mean `digital_live`?"),
        (
            "format",
            "run.level",
            "the answer can be a text that is not in the list",
        ),
        (
            "format",
            "\"digital\" + \"_live\"",
            "the answer can be a text that is not in the list",
        ),
        (
            "relation",
            "\"overlapping\"",
            "`overlapping` is no answer here",
        ),
        (
            "relation",
            "\"overlapping/fromat\"",
            "did you mean `overlapping/format`?",
        ),
        ("obligation", "\"late\"", "`late` is no answer here"),
        (
            "class",
            "1.5",
            "the script answers a number; it takes a whole number",
        ),
        (
            "preference",
            "true",
            "the script answers yes or no; it takes a whole number",
        ),
    ];
    for (kind, script, message) in cases {
        let found = complaints(kind, script);
        assert!(
            found.iter().any(|own| own.contains(message)),
            "{kind} {script}\n{found:#?}"
        );
    }
    let fine = [
        (
            "format",
            "if run.sessions > 3 { run.format } else { \"hybrid\" }",
        ),
        (
            "relation",
            "if pair.same_title { return \"rerun\"; } \"different/time\"",
        ),
        ("class", "if person.focus_group { 1 } else { 2 }"),
        ("preference", "choice.travel_minutes / 10"),
        ("eligibility", "choice.age_fits && choice.referral_fits"),
        ("funding", "run.focus_group"),
    ];
    for (kind, script) in fine {
        let errors = about(kind, script)
            .into_iter()
            .filter(Diagnostic::is_error)
            .count();
        assert_eq!(errors, 0, "{kind} {:?}", complaints(kind, script));
    }
}

#[test]
fn a_misspelt_key_in_the_manifest() {
    let manifest = &files("requirement", "")["pack.toml"];
    let wrong = manifest.replace("criteria =", "critera =");
    insta::assert_snapshot!(checked(&with("requirement", "pack.toml", &wrong)), @r#"
error R003: there is no key `critera` here
 --> pack.toml:4:1
  |
4 | critera = ["rule"]
  | ^^^^^^^
  = help: did you mean `criteria`?
"#);
}

#[test]
fn everything_that_is_wrong_in_a_manifest_at_once() {
    let manifest = r#"
name = "my pack"
version = "1"
kind = "priority"
judges = "pair"
order = "point"
unknown = "never"
digital = "perhaps"
classes_until = "establised"
criteria = ["established", "established", "plugin:scorer"]
origin.established = "plan P72"
origin.establishd = "plan P72"
title.established = { en = "Established", nb = "Etablert", nn = "Etablert" }

[action]
rerun = "merge"

[[parameter]]
id = "Months"
source = "local choice"
values = [
    { from = 2026-01-01, value = 24 },
    { from = 2025-01-01, value = "x" },
    { from = "2027-13-01", value = 1 },
    { from = 2028-01-01, until = 2027-01-01, value = 12 },
]

[[parameter]]
id = "months"
source = "local choice"
values = []
"#;
    let files = BTreeMap::from([("pack.toml".to_owned(), manifest.to_owned())]);
    let found = check(&files, &Plugins::default());
    let lines: Vec<String> = found.iter().map(|own| own.to_string()).collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
error R007: pack.toml: no plugin `scorer` is registered; the program that loads the pack registers it, a rule in Python with `python -m mestring … --plugin MODULE:NAME`
error R004: pack.toml:2:8: `my pack` is no name of a pack; use letters, digits, `.`, `_` and `-`
error R004: pack.toml:5:10: a pack of kind `priority` does not judge that; write `judges = "run"`
error R004: pack.toml:6:9: `point` cannot stand under `order`; did you mean `points`?
error R004: pack.toml:7:11: `never` cannot stand under `unknown`; one of `last`, `first`
error R004: pack.toml:8:11: `perhaps` cannot stand under `digital`; one of `first`, `room_short`
error R004: pack.toml:8:11: only a pack of kind `format` says this; take it away
error R004: pack.toml:9:17: `establised` is no criterion of this pack; did you mean `established`?
error R001: pack.toml:10:13: the criterion `established` has no file established.rhai; add the file, or take the criterion out of pack.toml
error R004: pack.toml:10:28: the criterion `established` stands here twice; name it once
error R009: pack.toml:10:43: the criterion `scorer` has no origin; add `scorer = "local choice"`, or its source, under [origin]
error R009: pack.toml:10:43: the criterion `scorer` has no title; add [title.scorer] with en, nb and nn
error R004: pack.toml:12:8: [origin] names `establishd`, which is no criterion; did you mean `established`?
error R004: pack.toml:16:1: only a pack of kind `relation` has actions; take [action] away
error R006: pack.toml:19:6: `Months` is no name of a parameter; use small letters a to z, digits and `_`
error R006: pack.toml:23:14: a value from 2025-01-01 stands after one that still holds; put the earliest first, each after the end of the one before
error R006: pack.toml:23:34: the values of a parameter are of one type; write whole numbers with `.0` where others have decimals
error R006: pack.toml:24:14: this must be a date; write it as 2026-01-01
error R006: pack.toml:25:14: the value holds until 2027-01-01, before it begins on 2028-01-01
error R006: pack.toml:25:54: the values of a parameter are of one type; write whole numbers with `.0` where others have decimals
error R006: pack.toml:31:10: the parameter `months` has no value
"#);
}

#[test]
fn words_for_numbers_that_nobody_could_read() {
    let numbers = r#"
[number.rule]
unit = "dayz"
negated = true
without.sesions = { en = "none", nb = "ingen", nn = "ingen" }
without.seats = { en = "none", nb = "ingen", nn = "ingen" }
without.sessions = { en = "none", nb = "ingen", nn = "ingen" }

[number.rul]
"#;
    let manifest = &files("priority", "")["pack.toml"];
    let wrong = manifest.replace(
        "[[parameter]]\nid = \"least\"",
        &format!("{numbers}[[parameter]]\nid = \"least\""),
    );
    let mut pack = files(
        "priority",
        "if known(run.sessions) { run.sessions } else { p.least }",
    );
    pack.insert("pack.toml".to_owned(), wrong.clone());
    insta::assert_snapshot!(checked(&pack), @r#"
        error R004: `dayz` is no unit
         --> pack.toml:9:8
          |
        9 | unit = "dayz"
          |        ^^^^^^
          = help: did you mean `days`?

        error R103: `run` has no fact `sesions`
          --> pack.toml:11:9
           |
        11 | without.sesions = { en = "none", nb = "ingen", nn = "ingen" }
           |         ^^^^^^^
           = help: did you mean `sessions`?

        error R004: the rule `rule` never reads `seats`
          --> pack.toml:12:1
           |
        12 | without.seats = { en = "none", nb = "ingen", nn = "ingen" }
           | ^^^^^^^^^^^^^
           = help: name a fact whose absence the rule answers with a number, or take it away

        error R004: [number] names `rul`, which is no criterion
          --> pack.toml:15:9
           |
        15 | [number.rul]
           |         ^^^
           = help: did you mean `rule`?
        "#);
    pack.insert(
        "pack.toml".to_owned(),
        wrong.replace("negated = true", "turned = true"),
    );
    insta::assert_snapshot!(checked(&pack), @r"
        error R003: there is no key `turned` here
          --> pack.toml:10:1
           |
        10 | turned = true
           | ^^^^^^
           = help: one of `unit`, `negated`, `without`
        ");
    pack.insert(
        "pack.toml".to_owned(),
        wrong.replace("kind = \"priority\"", "kind = \"funding\""),
    );
    assert!(checked(&pack).contains("only a pack of kind `priority` puts numbers into words"));
}

#[test]
fn files_that_belong_to_nothing() {
    let mut files = with("requirement", "rules.rhai", "1");
    files.remove("rule.rhai");
    files.insert("README.md".to_owned(), "not a part of the pack".to_owned());
    insta::assert_snapshot!(checked(&files), @r#"
    error R001: the criterion `rule` has no file rule.rhai
     --> pack.toml:4:13
      |
    4 | criteria = ["rule"]
      |             ^^^^^^
      = help: did you mean `rules`?
    "#);
}

#[test]
fn cases_that_fit_nothing() {
    let cases = r#"
[[case]]
name = "misspelt"
given = { sesions = 3, format = "digital", seats = "many", professions = ["nurze"] }
params = { lest = 3, least = "four" }
as_of = 2026-01-15T10:00:00
expect = "overlapping"

[[case]]
name = "fact that does not exist"
expect = "cannot tell: sesions"
"#;
    insta::assert_snapshot!(checked(&with("requirement", "rule.test.toml", cases)), @r#"
error R201: `run` has no fact `sesions`
 --> rule.test.toml:4:11
  |
4 | given = { sesions = 3, format = "digital", seats = "many", professions = ["nurze"] }
  |           ^^^^^^^
  = help: did you mean `sessions`?

error R201: `format` takes a word, not `"digital"`
 --> rule.test.toml:4:33
  |
4 | given = { sesions = 3, format = "digital", seats = "many", professions = ["nurze"] }
  |                                 ^^^^^^^^^
  = help: did you mean `digital_live`?

error R201: `seats` takes a whole number, not `"many"`
 --> rule.test.toml:4:52
  |
4 | given = { sesions = 3, format = "digital", seats = "many", professions = ["nurze"] }
  |                                                    ^^^^^^
  = help: write it as in `seats = 8`

error R201: `professions` takes a list of texts, not `["nurze"]`
 --> rule.test.toml:4:74
  |
4 | given = { sesions = 3, format = "digital", seats = "many", professions = ["nurze"] }
  |                                                                          ^^^^^^^^^
  = help: did you mean `nurse`?

error R201: the pack has no parameter `lest`
 --> rule.test.toml:5:12
  |
5 | params = { lest = 3, least = "four" }
  |            ^^^^
  = help: did you mean `least`?

error R201: the pack gives `least` a value of another type
 --> rule.test.toml:5:30
  |
5 | params = { lest = 3, least = "four" }
  |                              ^^^^^^
  = help: such as `4`

error R201: this is no date
 --> rule.test.toml:6:9
  |
6 | as_of = 2026-01-15T10:00:00
  |         ^^^^^^^^^^^^^^^^^^^
  = help: write it as 2026-01-15

error R201: a pack of kind `requirement` never answers `overlapping`
 --> rule.test.toml:7:10
  |
7 | expect = "overlapping"
  |          ^^^^^^^^^^^^^
  = help: write `true` or `false`, or "cannot tell: FACT"

error R201: `run` has no fact `sesions`
  --> rule.test.toml:11:10
   |
11 | expect = "cannot tell: sesions"
   |          ^^^^^^^^^^^^^^^^^^^^^^
   = help: did you mean `sessions`?
"#);
    let unknown = "[[case]]\nname = \"x\"\ngivn = { sessions = 3 }\nexpect = true\n";
    insta::assert_snapshot!(checked(&with("requirement", "rule.test.toml", unknown)), @r#"
error R003: there is no key `givn` here
 --> rule.test.toml:3:1
  |
3 | givn = { sessions = 3 }
  | ^^^^
  = help: did you mean `given`?
"#);
}

#[test]
fn a_case_that_fails() {
    let cases = r#"
[[case]]
name = "three sessions"
given = { sessions = 3 }
expect = true
because = "three are many"
"#;
    let files = with("requirement", "rule.test.toml", cases);
    insta::assert_snapshot!(checked(&files), @r#"
    error R202: `three sessions` expects yes, and the rule answers no
     --> rule.test.toml:5:10
      |
    5 | expect = true
      |          ^^^^
      = because: three are many
      = help: change the rule where its answer is wrong, or `expect` where the case is
    "#);
    let pack = Pack::load(&files, &Plugins::default()).unwrap();
    let results = pack.test();
    assert_eq!(results.len(), 1);
    insta::assert_snapshot!(results[0].diff(), @r#"
- yes
+ no
  read sessions = 3
"#);
}

#[test]
fn rules_that_no_case_shows_to_decide() {
    let codes = |files: &BTreeMap<String, String>| -> Vec<String> {
        let found = check(files, &Plugins::default());
        found
            .iter()
            .filter(|own| own.code != "R008")
            .map(|own| own.to_string())
            .collect()
    };
    let none = files("requirement", "run.sessions >= p.least");
    insta::assert_snapshot!(codes(&none).join("\n"), @"warning R203: rule.rhai: the rule `rule` has no cases; write some in rule.test.toml");
    let one = "[[case]]\nname = \"x\"\ngiven = { sessions = 9 }\nexpect = true\n";
    insta::assert_snapshot!(codes(&with("requirement", "rule.test.toml", one)).join("\n"), @"warning R204: rule.rhai: no case expects no from the rule `rule`; add one that does");
    let both = format!("{one}[[case]]\nname = \"y\"\ngiven = {{ sessions = 1 }}\nexpect = false\n");
    assert!(codes(&with("requirement", "rule.test.toml", &both)).is_empty());
}
