//! What is said of runs that are decided: how they stand, and why one loses its place, by the command and
//! from a folder.
#![expect(clippy::unwrap_used, reason = "a helper of tests fails the test")]
#![expect(clippy::disallowed_methods, reason = "tests make their own files")]

mod support;

use std::fs;

use serde_json::Value;
use support::ask;

const FILES: [(&str, &str); 5] = [
    (
        "desk.toml",
        "plan_from = 2027-02-01\nplan_until = 2027-03-12\nas_of = 2026-11-22\nseed = 1\n",
    ),
    ("rooms.csv", "id,name,seats\nhall,Kurssal,20\n"),
    (
        "leaders.csv",
        "id,role,state,competences,from,until\none,sykepleier 1,confirmed,heart,,\n\
         two,sykepleier 2,asked,heart,,\nthree,sykepleier 3,confirmed,heart,2027-02-09,2027-02-10\n",
    ),
    (
        "offers.csv",
        "id,title,sessions,seats,format\nA,Hjerteskole,2,12,physical\n",
    ),
    ("calendar.csv", "kind,from\nclosed,2027-03-02\n"),
];

const RUNS: &str =
    "id,offer,state,starts,half_days,weekdays,room,leaders,participants,needs,waiting_since\n";

/// A folder of this test's own with these runs.
fn centre(name: &str, runs: &str) -> String {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in FILES {
        fs::write(folder.join(name), text).unwrap();
    }
    fs::write(folder.join("runs.csv"), format!("{RUNS}{runs}")).unwrap();
    folder.display().to_string()
}

/// The result of a question in a language.
fn said(args: &[&str], lang: &str) -> String {
    let (code, text, err) = ask(&[args, &["--lang", lang]].concat());
    assert_eq!((code, err.as_str()), (0, ""));
    text
}

fn answered(args: &[&str]) -> Value {
    let (code, text, err) = ask(&[args, &["--json"]].concat());
    assert_eq!((code, err.as_str()), (0, ""));
    serde_json::from_str(&text).unwrap()
}

/// The part of a text between two headings.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap();
    rest.split_once(to).map_or(rest, |(part, _)| part)
}

#[test]
fn decided_runs_that_clash_are_told() {
    let path = centre(
        "clash",
        "D1,A,decided,2027-03-02,morning,,hall,one,30,,\nD2,A,decided,2027-03-09,,,hall,two,,,\n\
         W1,A,wished,,,,,,,,\n",
    );
    let text = said(&["plan", &path], "en");
    insta::assert_snapshot!(
        "clash_en",
        between(
            &text,
            "Decided runs that stand badly",
            "In order of priority"
        )
    );
    let text = said(&["plan", &path], "nb");
    insta::assert_snapshot!(
        "clash_nb",
        between(&text, "Vedtatte kursrekker som står dårlig", "I prioritert")
    );
    let report = said(&["report", &path], "nn");
    assert!(report.contains("Vedtekne kursrekkjer som står dårleg"));
    let found = answered(&["plan", &path]);
    let found = found.pointer("/proposal/badly_placed").unwrap();
    insta::assert_snapshot!("clash_json", serde_json::to_string_pretty(found).unwrap());

    // Without the clash, the closed day and the silence nothing is said.
    let path = centre(
        "well",
        "D1,A,decided,2027-02-02,morning,,hall,one,12,,\n\
         D2,A,decided,2027-02-02,afternoon,,hall,one,12,,\nW1,A,wished,,,,,,,,\n",
    );
    assert!(!said(&["plan", &path], "en").contains("stand badly"));
    let found = answered(&["plan", &path]);
    let found = found.pointer("/proposal/badly_placed").unwrap();
    assert_eq!(found.as_array().map(Vec::len), Some(0));
}

#[test]
fn a_decided_run_that_loses_its_place_says_why_and_who_could_step_in() {
    let path = centre(
        "lost",
        "D1,A,decided,2027-02-02,morning,tuesday,hall,one,12,heart,\n",
    );
    let events = format!("{path}/events.toml");
    fs::write(
        &events,
        "[[event]]\nkind = \"leader_away\"\nleader = \"one\"\nfrom = 2027-02-08\n\
         until = 2027-03-12\n",
    )
    .unwrap();
    let asked = ["plan", &path, "--what-if", &events];
    let text = said(&asked, "en");
    insta::assert_snapshot!("lost_en", between(&text, "What if", "What this report"));
    let text = said(&asked, "nb");
    insta::assert_snapshot!("lost_nb", between(&text, "Hva om", "Hva rapporten"));
    let found = answered(&asked);
    let change = found.pointer("/what_if/changes/0").unwrap();
    assert_eq!(change.pointer("/fate"), Some(&"dropped".into()));
    assert_eq!(
        change.pointer("/shortages/0/lack/what"),
        Some(&"leader".into())
    );
    let step_in = found.pointer("/what_if/without_leader/0/substitutes/0/leader");
    assert_eq!(step_in, Some(&"three".into()));
}

#[test]
fn a_remedy_says_who_loses_a_place_by_it() {
    let path = centre(
        "loses",
        "W1,A,wished,,evening,monday,,,9,,2026-01-11\nW2,A,wished,,morning,monday,,,12,,2026-06-01\n\
         D1,A,decided,2027-02-01,morning,monday,hall,,12,,\n\
         D2,A,decided,2027-02-15,morning,monday,hall,,12,,\n",
    );
    let found = answered(&["plan", &path]);
    let runs = found.pointer("/proposal/runs").and_then(Value::as_array);
    let remedies = runs.unwrap().iter().filter_map(|run| {
        let remedies = run.pointer("/outcome/remedies")?.as_array()?;
        Some(remedies.iter().filter_map(|own| {
            let loses = own.get("loses")?.as_array()?;
            (!loses.is_empty()).then(|| own.clone())
        }))
    });
    assert!(remedies.flatten().count() > 0, "{found:#}");
    let text = said(&["plan", &path, "--all"], "nb");
    assert!(text.contains("; da mister W2 plassen"), "{text}");
}
