//! What a plan would become if something happened, by the command.
#![expect(clippy::unwrap_used, reason = "a helper of tests fails the test")]
#![expect(clippy::disallowed_methods, reason = "tests make their own files")]

mod support;

use std::fs;

use serde_json::Value;
use support::ask;

const BERGEN: &str = "../../examples/bergen";
const AWAY: &str = "../../examples/bergen/what_if/leader_away.toml";

/// A file of events of this test's own.
fn events(name: &str, text: &str) -> String {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("what_if");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

/// The part of a text between two headings.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap();
    rest.split_once(to).map_or(rest, |(part, _)| part)
}

#[test]
fn a_leader_away_shows_the_least_change() {
    let (code, text, err) = ask(&["plan", BERGEN, "--what-if", AWAY]);
    assert_eq!((code, err.as_str()), (0, ""));
    insta::assert_snapshot!("away_en", between(&text, "What if", "What this report"));
    let (_, text, _) = ask(&["plan", BERGEN, "--what-if", AWAY, "--lang", "nb"]);
    insta::assert_snapshot!("away_nb", between(&text, "Hva om", "Hva rapporten"));
}

#[test]
fn several_events_happen_one_after_the_other() {
    let path = events(
        "several.toml",
        "[[event]]\nkind = \"leader_away\"\nleader = \"kreft-1\"\nfrom = 2027-01-04\n\
         until = 2027-02-12\n\n[[event]]\nkind = \"run_cancelled\"\nrun = \"D27-01\"\n",
    );
    let (code, text, err) = ask(&["plan", BERGEN, "--what-if", &path, "--lang", "nn"]);
    assert_eq!((code, err.as_str()), (0, ""));
    insta::assert_snapshot!("several_nn", between(&text, "Kva om", "Kva rapporten"));
    let (code, text, err) = ask(&["plan", BERGEN, "--what-if", &path, "--json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let found: Value = serde_json::from_str(&text).unwrap();
    let found = found.get("what_if").unwrap();
    let list = |key: &str| found.get(key).and_then(Value::as_array).unwrap().len();
    assert_eq!(list("events"), 2);
    assert!(list("changes") > 0);
    let kept = found.pointer("/proposal/runs").and_then(Value::as_array);
    assert_eq!(kept.map(Vec::len), Some(18));
}

#[test]
fn what_is_lost_and_won_is_told_in_each_language() {
    const DAMAGE: &str = "../../examples/bergen/what_if/water_damage.toml";
    let more = events(
        "more.toml",
        "[[event]]\nkind = \"seat_declined\"\nrun = \"D27-05\"\n\n[[event]]\nkind = \"room_lost\"\n\
         room = \"kurssal\"\nfrom = 2027-08-30\nuntil = 2027-09-03\n\n[[event]]\nkind = \"day_closed\"\n\
         from = 2027-09-13\nuntil = 2027-09-14\nhalf_days = [\"morning\", \"afternoon\"]\n\n[[event]]\n\
         kind = \"budget_cut\"\nbudget = \"radgivertimer-2027-1\"\nhours = 107.5\n\n[[event]]\n\
         kind = \"run_cancelled\"\nrun = \"D27-01\"\n",
    );
    let heads = [
        ("en", "What if", "What this report"),
        ("nb", "Hva om", "Hva rapporten"),
        ("nn", "Kva om", "Kva rapporten"),
    ];
    for (name, path) in [("damage", DAMAGE), ("more", more.as_str())] {
        for (lang, from, to) in heads {
            let (code, text, err) = ask(&["plan", BERGEN, "--what-if", path, "--lang", lang]);
            assert_eq!((code, err.as_str()), (0, ""), "{name} {lang}");
            insta::assert_snapshot!(format!("{name}_{lang}"), between(&text, from, to));
        }
    }
}

#[test]
fn what_cannot_be_answered_is_said_with_its_place() {
    let misspelt = events("misspelt.toml", "[[event]]\nkind = \"leader_awya\"\n");
    let nobody = events(
        "nobody.toml",
        "[[event]]\nkind = \"run_cancelled\"\nrun = \"D27-01\"\n\n[[event]]\nkind = \"leader_away\"\n\
         leader = \"geriatri1\"\nfrom = 2027-01-25\nuntil = 2027-03-05\n",
    );
    let nothing = events("nothing.toml", "");
    let wished = events(
        "wished.toml",
        "[[event]]\nkind = \"run_cancelled\"\nrun = \"W27-01\"\n",
    );
    let mut told = String::new();
    for (path, lang) in [
        (&misspelt, "en"),
        (&nobody, "nb"),
        (&nothing, "nn"),
        (&wished, "nb"),
        (&"no-such-file.toml".to_owned(), "en"),
    ] {
        let (code, out, err) = ask(&["plan", BERGEN, "--what-if", path, "--lang", lang]);
        assert_eq!((code, out.as_str()), (2, ""), "{path}");
        let folder = path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
        told.push_str(&folder.map_or(err.clone(), |folder| err.replace(&folder, "…")));
    }
    insta::assert_snapshot!("refused", told);
    let (code, _, err) = ask(&["plan", BERGEN, "--what-if", AWAY, "--log", "log.jsonl"]);
    assert_eq!(code, 2);
    assert!(err.contains("--log"), "{err}");
}
