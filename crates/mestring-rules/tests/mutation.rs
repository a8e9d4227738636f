//! Which changes of a rule its cases notice.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use std::collections::BTreeMap;

use mestring_rules::mutation::Fate;
use mestring_rules::{Pack, Plugins, RuleError};
use support::files;

const RULE: &str = "\
// What: a test.
if run.seats >= p.least { run.format == \"physical\" } else { !run.activity }";

fn load(cases: &str) -> Result<Pack, Vec<RuleError>> {
    let mut files: BTreeMap<String, String> = files("requirement", "");
    files.insert("rule.rhai".to_owned(), RULE.to_owned());
    files.insert("rule.test.toml".to_owned(), cases.to_owned());
    Pack::load(&files, &Plugins::default())
}

fn pack(cases: &str) -> Pack {
    load(cases).unwrap_or_else(|errors| panic!("{}", errors[0]))
}

fn told(pack: &Pack) -> String {
    let mutants = pack.mutants().unwrap();
    let lines = mutants.iter().map(|own| {
        let fate = match &own.fate {
            Fate::Noticed(case) => format!("noticed by {case}"),
            Fate::Survived => "survives".to_owned(),
            Fate::Excused(because) => format!("excused, {because}"),
        };
        let at = &own.at;
        format!(
            "{}:{}:{} {}: {fate}\n",
            own.file,
            at.line,
            at.column,
            own.change()
        )
    });
    lines.collect()
}

const FEW: &str = "
[[case]]
name = \"a large physical course\"
given = { seats = 9, format = \"physical\" }
expect = true
[[case]]
name = \"a small course\"
given = { seats = 2, activity = true }
expect = false
";

#[test]
fn what_the_cases_leave_open_survives() {
    insta::assert_snapshot!(told(&pack(FEW)), @r#"
    rule.rhai:2:14 `>=` to `>`: survives
    rule.rhai:2:38 `==` to `!=`: noticed by a large physical course
    rule.rhai:2:41 `"physical"` to `"digital_live"`: noticed by a large physical course
    rule.rhai:2:61 `!` to ``: noticed by a small course
    pack.toml:8:6 `least = 4` to `least = 5`: survives
    pack.toml:8:6 `least = 4` to `least = 3`: survives
    "#);
}

#[test]
fn cases_at_the_threshold_notice_every_change_and_excuses_say_why_not() {
    let more = format!(
        "{FEW}
[[case]]
name = \"just large enough\"
given = {{ seats = 4, format = \"hybrid\", activity = false }}
expect = false
[[case]]
name = \"one seat too few\"
given = {{ seats = 3, format = \"physical\", activity = true }}
expect = false
"
    );
    assert!(
        !told(&pack(&more)).contains("survives"),
        "{}",
        told(&pack(&more))
    );
    let excused = format!(
        "{FEW}
[[survivor]]
line = 'if run.seats >= p.least {{ run.format == \"physical\" }} else {{ !run.activity }}'
change = \"`>=` blir `>`\"
because = \"courses have more seats than four\"
[[survivor]]
line = \"long gone\"
change = \"`<` to `<=`\"
because = \"it was so once\"
"
    );
    let pack = pack(&excused);
    let text = told(&pack);
    assert!(
        text.contains("`>=` to `>`: excused, courses have more seats than four"),
        "{text}"
    );
    let idle = pack.idle_excuses(&pack.mutants().unwrap());
    let idle: Vec<String> = idle.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(idle.join("\n"), @"warning R205: rule.test.toml:17:10: no surviving change `<` to `<=` of `long gone`; take the [[survivor]] away");
}

#[test]
fn an_excuse_that_names_no_change_is_told_how_to_write_one() {
    for change in [
        "90 to 91",
        "`90` to 91",
        "the limit",
        "",
        "`a` to `b` to `c`",
        "from `a` to `b`",
    ] {
        let cases = format!(
            "{FEW}\n[[survivor]]\nline = \"run.seats\"\nchange = '{change}'\nbecause = \"so\"\n"
        );
        let errors = load(&cases).unwrap_err();
        let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert!(
            matches!(told.as_slice(), [one] if one.starts_with("error R201: rule.test.toml:")
                && one.contains(":10: ") && one.contains("between backticks")),
            "{told:?}"
        );
    }
}

#[test]
fn a_pack_whose_cases_fail_is_not_changed_before_they_pass() {
    let error = pack(&FEW.replace("expect = true", "expect = false"))
        .mutants()
        .unwrap_err();
    assert_eq!(error.code(), "R202");
}

#[test]
fn what_is_multiplied_is_divided_and_nothing_is_not_halved() {
    let rule = "// What: a test.\nlet points = 0.0;\npoints += 2.0;\npoints *= 1.5;\npoints";
    let cases = "[[case]]\nname = \"any\"\nexpect = 3\n";
    let mut files: BTreeMap<String, String> = files("priority", "");
    files.insert("rule.rhai".to_owned(), rule.to_owned());
    files.insert("rule.test.toml".to_owned(), cases.to_owned());
    let errors = Pack::load(&files, &Plugins::default());
    let pack = errors.unwrap_or_else(|errors| panic!("{}", errors[0]));
    insta::assert_snapshot!(told(&pack), @"
    rule.rhai:2:14 `0.0` to `1.0`: noticed by any
    rule.rhai:3:8 `+=` to `-=`: noticed by any
    rule.rhai:3:11 `2.0` to `3.0`: noticed by any
    rule.rhai:3:11 `2.0` to `1.0`: noticed by any
    rule.rhai:4:8 `*=` to `/=`: noticed by any
    rule.rhai:4:11 `1.5` to `2.5`: noticed by any
    rule.rhai:4:11 `1.5` to `0.75`: noticed by any
    ");
}
