//! A run that is held digitally frees a room, by the command and from a folder.
#![expect(clippy::disallowed_methods, reason = "tests make their own files")]

mod support;

use std::fs;

use serde_json::{Value, json};
use support::ask;

const FILES: [(&str, &str); 5] = [
    (
        "desk.toml",
        "plan_from = 2027-01-04\nplan_until = 2027-06-25\nas_of = 2026-11-22\nseed = 1\n",
    ),
    (
        "rooms.csv",
        "id,name,seats,weekdays,half_days\nhall,Kurssal,20,monday,morning\n",
    ),
    (
        "offers.csv",
        "id,title,sessions,seats,format,topics\nA,Hjerteskole,2,12,physical,heart\n\
         B,Lungeskole,2,12,physical,copd\n",
    ),
    (
        "runs.csv",
        "id,offer,state,weekdays,half_days,earliest,latest,waiting_since\n\
         A1,A,wished,monday,morning,2027-01-11,2027-01-11,2026-01-11\n\
         B1,B,wished,monday,morning,2027-01-11,2027-01-11,2026-06-01\n",
    ),
    (
        "digital_evidence.csv",
        "topics,result,study\nheart,as_good,A made-up study\n",
    ),
];

#[test]
fn the_plan_names_the_room_and_who_has_it_now() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("digital");
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in FILES {
        fs::write(folder.join(name), text).unwrap();
    }
    let path = folder.display().to_string();
    let (code, text, err) = ask(&["plan", &path, "--json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let found: Value = serde_json::from_str(&text).unwrap();
    let digital = found.get("digital").unwrap();
    assert_eq!(digital.get("gains"), Some(&json!(["B1"])), "{digital}");
    assert_eq!(digital.pointer("/runs/0/run"), Some(&json!("A1")));
    assert_eq!(
        digital.pointer("/runs/0/frees/used_by"),
        Some(&json!(["B1"]))
    );

    let (code, text, err) = ask(&["plan", &path, "--lang", "nb"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(
        text.contains("Digitalt i stedet for i et rom"),
        "no heading: {text}"
    );
    // Without the evidence one of the two has no place.
    fs::remove_file(folder.join("digital_evidence.csv")).unwrap();
    let (_, text, _) = ask(&["plan", &path, "--json"]);
    let found: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(found.get("digital"), Some(&Value::Null));
    let runs = found.pointer("/proposal/runs").and_then(Value::as_array);
    let runs = runs.unwrap();
    let refused = |run: &&Value| run.pointer("/outcome/placed") == Some(&json!(false));
    assert_eq!(
        (runs.len(), runs.iter().filter(refused).count()),
        (2, 1),
        "{runs:?}"
    );
}
