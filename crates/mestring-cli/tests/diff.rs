//! `mestring rules diff`: what it says of an edited pack, in which language, with which exit code.

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use mestring_exchange::folder;
use serde_json::Value;

const BERGEN: &str = "../../examples/bergen";
const SHIPPED: &str = "../../rules";
/// The shipped pack of priority with focus groups first, and established for twelve months only.
const EDITED: &str = "tests/fixtures/regler/satsing_foerst";
const WAITING: &str = "tests/fixtures/regler/lengst_ventetid";
const TURNED: &str = "tests/fixtures/regler/snudd";
const BROKEN: &str = "tests/fixtures/regler/odelagt";
const LMS: &str = "tests/fixtures/lms";

/// `rules diff` with these arguments.
fn ask(args: &[&str]) -> (u8, String, String) {
    support::ask(&[&["rules", "diff"], args].concat())
}

fn json(args: &[&str]) -> (u8, Value) {
    let (code, out, err) = ask(&[args, &["--json"]].concat());
    let json = serde_json::from_str(&out);
    assert!(json.is_ok(), "{args:?}: {out}{err}");
    (code, json.unwrap_or_default())
}

/// Twelve hexadecimal digits in brackets stand for a pack's hash.
fn masked(text: &str) -> String {
    let parts = text
        .split_inclusive('(')
        .map(|part| match part.split_once(')') {
            Some((hash, rest))
                if hash.len() == 12 && hash.chars().all(|c| c.is_ascii_hexdigit()) =>
            {
                format!("HASH){rest}")
            }
            _ => part.to_owned(),
        });
    parts.collect()
}

#[test]
fn an_edited_pack_in_three_languages() {
    let gate = [
        "--forbid",
        "established loses place",
        "--forbid",
        "Kreft loses rank",
    ];
    for lang in ["en", "nb", "nn"] {
        let args = [
            &["desk", EDITED, "--on", BERGEN, "--lang", lang],
            gate.as_slice(),
        ]
        .concat();
        let (code, out, err) = ask(&args);
        assert_eq!(code, 1, "{err}");
        for bad in ["{$", "{ $", "[comparison-", "[plan-", "[cli-", "optimal"] {
            assert!(!out.contains(bad), "{lang}: {bad}");
        }
        // Lines of a diff are as long as they are; all others fit.
        let long = out.lines().filter(|line| line.chars().count() > 100);
        assert_eq!(long.count(), 0, "{lang}");
        assert_eq!(ask(&args).1, out, "the same question has the same answer");
        insta::assert_snapshot!(format!("diff_{lang}"), masked(&out));
    }
}

#[test]
fn json_says_the_same_in_codes() {
    let (code, all) = json(&[
        "priority",
        EDITED,
        "--on",
        BERGEN,
        "--forbid",
        "any loses rank",
    ]);
    assert_eq!(code, 1);
    let keys = |value: &Value| -> Vec<String> {
        let keys = value.as_object().into_iter();
        keys.flat_map(|own| own.keys().cloned()).collect()
    };
    let expect = [
        "comparison",
        "findings",
        "gate",
        "head",
        "illustrative",
        "mestring",
    ];
    assert_eq!(keys(&all), expect);
    let compared = &all["comparison"];
    assert_eq!(compared["takes_effect"], false);
    assert_eq!(compared["packs"][0]["kind"], "priority");
    assert_eq!(compared["packs"][0]["text"]["version_kept"], false);
    let parameter = &compared["packs"][0]["text"]["parameters"][0];
    assert_eq!(parameter["id"], "established_within_months");
    let periods = parameter["periods"].as_array().map(Vec::as_slice);
    let Some([period]) = periods else {
        panic!("one period: {parameter}");
    };
    assert_eq!(period["before"]["value"], 24);
    assert_eq!(period["after"]["value"], 12);
    assert_eq!(period["asked"], true);
    assert_eq!(compared["later_days"], Value::Array(Vec::new()));
    let by = keys(&compared["runs"]["effects"]);
    assert_eq!(
        by,
        [
            "lender",
            "level",
            "municipality",
            "organiser",
            "target_group"
        ]
    );
    let moved = compared["runs"]["moved"].as_array().map(Vec::len);
    assert!(moved > Some(5), "{moved:?}");
    let total = &compared["runs"]["total"];
    assert_eq!(total["runs"], 18);
    assert_eq!(all["gate"][0]["looked_at"], 18);
    assert_eq!(all["gate"][0]["violations"][0]["kind"], "run");
    // Only what was compared stands there.
    assert_eq!(
        (&compared["relations"], &compared["obligations"]),
        (&Value::Null, &Value::Null)
    );
}

/// The shipped pack of priority with some texts in the place of others, each of which stands there
/// once.
fn edited(name: &str, edits: &[(&str, &str)]) -> Own {
    let name = format!("mestring-diff-{name}-{}", std::process::id());
    let own = Own(std::env::temp_dir().join(name));
    let shipped = folder::read_pack(Path::new("../../rules/priority")).unwrap_or_default();
    let mut changed = 0;
    let files = shipped.into_iter().map(|(name, mut text)| {
        for (old, new) in edits {
            changed += text.matches(old).count();
            text = text.replace(old, new);
        }
        (name, text.into_bytes())
    });
    let files: BTreeMap<String, Vec<u8>> = files.collect();
    assert_eq!(changed, edits.len());
    assert_eq!(folder::create(&own.0, &files).ok(), Some(()));
    own
}

const FROM_2025: &str = "{ from = 2025-01-01, value = 24 }";
const TWELVE_FROM_2027: &str =
    "{ from = 2025-01-01, value = 24 }, { from = 2027-01-01, value = 12 }";
const TWELVE_UNTIL_2027: &str =
    "{ from = 2025-01-01, value = 12 }, { from = 2027-01-01, value = 24 }";
const VERSION: &str = "version = \"1.0.0\"";
const TITLE: (&str, &str) = ("nb = \"Lengst ventetid\"", "nb = \"Har ventet lengst\"");

/// What a comparison says of days after that of the question: both packs' own changes, whatever they
/// are, whether they differ in them or not.
#[test]
fn every_day_on_which_either_pack_changes_is_named() {
    let days = |old: &[(&str, &str)], new: &[(&str, &str)], expect: &[&str]| {
        let (old, new) = (edited("old", old), edited("new", new));
        let [old, new] = [&old, &new].map(|own| own.0.display().to_string());
        let forbid = ["--forbid", "established loses seats"];
        let args = [&[&old, &new, "--on", BERGEN], forbid.as_slice()].concat();
        let (_, all) = json(&args);
        assert_eq!(all["comparison"]["later_days"], serde_json::json!(expect));
        let (_, text, err) = ask(&args);
        let text: Vec<&str> = text.split_whitespace().collect();
        let text = text.join(" ");
        // Once at the gate, and once beside what changed in the text.
        let asked = expect.iter().map(|day| format!("`--as-of {day}`"));
        let asked: Vec<String> = asked.collect();
        let said = format!("Ask again with {}.", asked.join(" and "));
        let count = if expect.is_empty() { 0 } else { 2 };
        assert_eq!(text.matches(&said).count(), count, "{text}{err}");
        assert_eq!(text.matches("Ask again").count(), count, "{text}{err}");
    };
    let day = "2027-01-01";
    days(&[], &[TITLE], &[]);
    days(&[], &[(FROM_2025, TWELVE_FROM_2027)], &[day]);
    days(&[], &[(FROM_2025, TWELVE_UNTIL_2027)], &[day]);
    let ends = "version = \"1.1.0\"\nvalid_until = 2026-12-31";
    days(&[], &[(VERSION, ends)], &[day]);
    let both = (FROM_2025, TWELVE_FROM_2027);
    days(&[both], &[both, TITLE], &[day]);
    let later = "version = \"1.1.0\"\nvalid_from = 2028-05-01";
    days(&[both], &[(VERSION, later)], &[day, "2028-05-01"]);
}

#[test]
fn what_changes_from_a_later_day_is_told_with_the_day_to_ask_of() {
    let edited = edited(
        "next-year",
        &[
            (FROM_2025, TWELVE_FROM_2027),
            (VERSION, "version = \"1.1.0\"\nvalid_from = 2027-01-01"),
            (
                "established = \"plan P70-72\"",
                "established = \"local choice\"",
            ),
            TITLE,
        ],
    );
    let edited = edited.0.display().to_string();
    let forbid = ["--forbid", "established loses place"];
    let ask_of = |more: &[&str]| {
        let sides = ["priority", edited.as_str(), "--on", BERGEN];
        ask(&[&sides, forbid.as_slice(), more].concat())
    };
    let told = |text: &str, what: &str| {
        // Lines are as wide as a page.
        let text: Vec<&str> = text.split_whitespace().collect();
        assert!(text.join(" ").contains(what), "{what}: {}", text.join(" "));
    };
    let (code, out, err) = ask_of(&[]);
    assert_eq!(code, 0, "{err}");
    told(
        &out,
        "`p.established_within_months` from 2027-01-01: 24 months → 12 months",
    );
    told(&out, "`valid_from`: nothing → `2027-01-01`");
    told(&out, "`origin.established`: `plan P70-72` → `local choice`");
    told(
        &out,
        "`title.waiting.nb`: `Lengst ventetid` → `Har ventet lengst`",
    );
    told(&out, "warning C034");
    told(
        &out,
        "does not happen. Looked at 4 runs. ! All answers here are of 2026-11-22. On 2027-01-01, the rules get other values",
    );
    told(&out, "Ask again with `--as-of 2027-01-01`.");
    for (lang, again) in [("nb", "Spør på nytt med"), ("nn", "Spør på nytt med")] {
        told(
            &ask_of(&["--lang", lang]).1,
            &format!("{again} `--as-of 2027-01-01`."),
        );
    }
    // On the day itself it is part of the answers, and the gate sees it.
    let (code, out, err) = ask_of(&["--as-of", "2027-01-01"]);
    assert_eq!(code, 1, "{err}");
    told(&out, "`p.established_within_months`: 24 months → 12 months");
    assert!(!out.contains("--as-of") && !out.contains("C034"), "{out}");
    let sides = ["priority", edited.as_str(), "--on", BERGEN];
    let (_, all) = json(&sides);
    let compared = &all["comparison"];
    assert_eq!(compared["later_days"], serde_json::json!(["2027-01-01"]));
    let period = &compared["packs"][0]["text"]["parameters"][0]["periods"][0];
    assert_eq!(
        (&period["asked"], &period["from"]),
        (&Value::Bool(false), &"2027-01-01".into())
    );
}

#[test]
fn a_folder_of_packs_is_compared_kind_by_kind() {
    let (code, all) = json(&[SHIPPED, "desk", "--on", LMS, "--forbid", "relation changes"]);
    assert_eq!(code, 0);
    let kinds: Vec<&str> = all["comparison"]["packs"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|own| own["kind"].as_str())
        .collect();
    let expect = [
        "priority",
        "requirement",
        "requirement",
        "format",
        "relation",
        // Their texts are compared; nobody is judged.
        "eligibility",
        "preference",
        "class",
        "obligation",
    ];
    assert_eq!(kinds, expect);
    assert_eq!(all["comparison"]["runs"]["moved"], serde_json::json!([]));
    assert_eq!(all["gate"][0]["passed"], true);
    let (_, text, _) = ask(&[SHIPPED, WAITING, "--on", LMS]);
    assert!(
        text.contains("Only among the old packs, so not compared: "),
        "{text}"
    );
}

#[test]
fn exit_codes_and_why() {
    let on = ["--on", LMS];
    let said = |args: &[&str]| {
        let (code, out, err) = ask(&[args, &on].concat());
        let first = err.lines().next().unwrap_or_default().to_owned();
        assert_eq!(out.is_empty(), code == 2, "{args:?}: {out}");
        (code, first)
    };
    // Nothing forbidden, nothing wrong.
    assert_eq!(said(&["priority", "priority"]).0, 0);
    assert_eq!(said(&["priority", WAITING]).0, 0);
    // What is forbidden happens; nothing to look at; cases that fail.
    assert_eq!(
        said(&["priority", WAITING, "--forbid", "any loses rank"]).0,
        1
    );
    assert_eq!(
        said(&["priority", WAITING, "--forbid", "level unknown loses place"]).0,
        1
    );
    assert_eq!(
        said(&["priority", "priority", "--forbid", "relation changes"]).0,
        1
    );
    assert_eq!(said(&["priority", TURNED]).0, 1);
    let errors = [
        said(&["priorty", WAITING]),
        said(&["nothing/here", WAITING]),
        said(&["priority", "relation"]),
        said(&["priority", BROKEN]),
        said(&["priority", WAITING, "--forbid", "established looses place"]),
        said(&["priority", WAITING, "--forbid", "established courses lose"]),
        said(&["priority", WAITING, "--overwrite"]),
    ]
    .map(|(code, first)| {
        assert_eq!(code, 2, "{first}");
        first
    });
    insta::assert_snapshot!(errors.join("\n"));
    let (_, out, _) = ask(&["priority", TURNED, on[0], on[1]]);
    assert!(
        out.contains("2 cases, 2 failed") && out.contains("`sixty days` expects"),
        "{out}"
    );
    // An error is JSON where JSON was asked for.
    let (code, _, err) = ask(&["priority", "relation", on[0], on[1], "--json"]);
    let error: Value = serde_json::from_str(&err).unwrap_or_default();
    assert_eq!((code, &error["error"]["code"]), (2, &"C030".into()));
}

/// A file or folder of a test's own, which goes when the test is done.
struct Own(PathBuf);

impl Drop for Own {
    fn drop(&mut self) {
        if std::fs::remove_dir_all(&self.0).is_err() {
            let _ = folder::remove_file(&self.0);
        }
    }
}

#[test]
fn the_page_is_written_once_and_over_only_when_asked() {
    let name = format!("mestring-diff-{}.html", std::process::id());
    let own = Own(std::env::temp_dir().join(name));
    let path = own.0.display().to_string();
    let args = [
        "priority", WAITING, "--on", LMS, "--lang", "nb", "--html", &path,
    ];
    let (code, out, err) = ask(&args);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("Siden er skrevet"), "{out}");
    let read = || String::from_utf8(folder::read_file(&own.0).unwrap_or_default());
    let html = read().unwrap_or_default();
    assert!(
        html.starts_with("<!DOCTYPE html>\n<html lang=\"nb\">"),
        "{html}"
    );
    assert!(html.ends_with("</html>\n") && html.contains("<caption>"));

    let (code, out, err) = ask(&args);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("C013") && err.contains("--overwrite"), "{err}");
    assert_eq!(ask(&[&args[..], &["--overwrite"]].concat()).0, 0);
    assert_eq!(read().unwrap_or_default(), html);
    // Without a result there is no page.
    let nothing = Own(own.0.with_extension("none"));
    let path = nothing.0.display().to_string();
    assert_eq!(
        ask(&["priority", "relation", "--on", LMS, "--html", &path]).0,
        2
    );
    assert!(matches!(folder::is_free(&nothing.0), Ok(true)));
}

/// The help of `--forbid` comes from the declarations of the gate.
#[test]
fn the_help_lists_every_phrase() {
    let (code, out, _) = ask(&["--help"]);
    assert_eq!(code, 0);
    let forms = mestring::decide::compare::gate::FORMS;
    assert!(forms.len() > 8);
    for form in forms {
        assert!(out.contains(form.phrase), "{}", form.phrase);
    }
}

/// A gate about runs, where packs of relations alone are compared, has nothing to look at.
#[test]
fn a_gate_about_what_was_not_compared_looks_at_nothing_and_the_comparison_is_shown() {
    let relation = "../../rules/relation";
    let asked = |phrase: &'static str, more: &[&'static str]| {
        let args = [relation, relation, "--on", "tests/fixtures/lms"];
        ask(&[&args[..], &["--forbid", phrase], more].concat())
    };
    for (lang, gate, shown) in [
        (
            "en",
            "“established loses place”: looked at 0 runs.",
            "Offers side by side",
        ),
        (
            "nb",
            "«established loses place»: så på 0 kursrekker.",
            "Tilbud side om side",
        ),
        (
            "nn",
            "«established loses place»: såg på 0 kursrekkjer.",
            "Tilbod side om side",
        ),
    ] {
        let (code, out, err) = asked("established loses place", &["--lang", lang]);
        assert_eq!((code, err.as_str()), (1, ""));
        assert!(out.contains(gate) && out.contains(shown), "{out}");
    }
    for phrase in [
        "criterion large_groups loses rank",
        "any loses place",
        "etablert loses seats",
    ] {
        let (code, out, _) = asked(phrase, &["--json"]);
        let json: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(
            (code, &json["gate"][0]["looked_at"]),
            (1, &0.into()),
            "{out}"
        );
        assert!(json["comparison"]["relations"].is_object(), "{out}");
    }
    // What can be told to be wrong is refused as before.
    for phrase in [
        "established looses place",
        "target group Diabetis loses place",
    ] {
        let (code, out, err) = asked(phrase, &[]);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(err.contains("C031"), "{err}");
    }
}
