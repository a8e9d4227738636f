//! The desk that the README runs: what its report must say, and what an edited rule does to it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use mestring_cli::{Surroundings, run_in};
use mestring_exchange::folder;

const BERGEN: &str = "../../examples/bergen";
const PRIORITY: &str = "../../rules/priority";

fn ask(args: &[&str]) -> (u8, String, String) {
    let surroundings = Surroundings {
        today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default(),
        width: None,
        colour_out: false,
        colour_err: false,
        one_terminal: false,
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["mestring"].into_iter().chain(args.iter().copied());
    let code = run_in(&surroundings, args, &mut out, &mut err);
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (code, text(out), text(err))
}

/// A copy of the shipped priority pack in a folder of its own, with a change to one of its files.
fn copy(name: &str, change: impl Fn(&str, String) -> String) -> Option<PathBuf> {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("bergen")
        .join(name);
    let files = folder::read_pack(Path::new(PRIORITY)).ok()?;
    let changed: BTreeMap<String, Vec<u8>> = files
        .into_iter()
        .map(|(file, text)| (file.clone(), change(&file, text).into_bytes()))
        .collect();
    if folder::is_free(&to).ok()? {
        folder::create(&to, &changed).ok()?;
    } else {
        for (file, bytes) in changed {
            folder::write_file(&to.join(file), &bytes).ok()?;
        }
    }
    Some(to)
}

#[test]
fn the_report_answers_every_question_with_reasons() {
    let (code, out, err) = ask(&["report", BERGEN]);
    assert_eq!(code, 0, "{err}");
    for section in [
        "Overview: target groups and levels",
        "How much is known of the offers",
        "Proposal for the capacity",
        "Nobody has decided it",
        "plan P70-72",
        "local choice",
        "Offers side by side",
        "Obligations",
        "Made up to show how the system works",
        "missing facts kept rules from answering",
    ] {
        assert!(out.contains(section), "`{section}` is missing");
    }
    // Every wished run has an outcome and, for each criterion, an answer with its origin.
    let lines = |start: &str| {
        out.lines()
            .filter(|line| line.trim().starts_with(start))
            .count()
    };
    assert_eq!(lines("Outcome "), 18);
    let refused = out
        .lines()
        .filter(|line| line.trim().starts_with("Outcome ") && line.ends_with(" not placed"));
    assert_eq!((refused.count(), lines("Short of ")), (9, 9));
    assert_eq!(lines("Criteria "), 18);
    for word in ["optimal", "significant"] {
        assert!(
            !out.to_lowercase().contains(word),
            "the report says `{word}`"
        );
    }
    assert_eq!(
        out,
        ask(&["report", BERGEN]).1,
        "a second run says something else"
    );
}

/// What becomes of each run, first priority first.
fn outcomes(pack: Option<&Path>) -> Vec<(String, bool)> {
    let pack = pack.map(|pack| pack.display().to_string());
    let mut args = vec!["plan", BERGEN, "--json"];
    if let Some(pack) = &pack {
        args.extend(["--pack", pack]);
    }
    let (code, out, err) = ask(&args);
    assert_eq!(code, 0, "{err}");
    let json: serde_json::Value = serde_json::from_str(&out).unwrap_or_default();
    let runs = json
        .pointer("/proposal/runs")
        .and_then(|runs| runs.as_array())
        .cloned()
        .unwrap_or_default();
    runs.iter()
        .map(|run| {
            let placed = run
                .pointer("/outcome/placed")
                .and_then(|placed| placed.as_bool())
                == Some(true);
            (
                run.get("run")
                    .and_then(|id| id.as_str())
                    .unwrap_or_default()
                    .to_owned(),
                placed,
            )
        })
        .collect()
}

#[test]
fn the_plan_of_the_example_is_as_its_readme_says() {
    let placed: Vec<String> = outcomes(None)
        .into_iter()
        .filter(|(_, placed)| *placed)
        .map(|(run, _)| run)
        .collect();
    assert_eq!(
        placed.join(" "),
        "W27-01 W27-07 W27-03 W27-04 W27-10 W27-08 W27-13 W27-16 W27-17"
    );
}

#[test]
fn two_criteria_swapped_move_runs_without_compiling_and_the_report_says_why() {
    let swapped = copy("swapped", |file, text| {
        if file != "pack.toml" {
            return text;
        }
        let first = "    \"established\",\n    \"focus_groups\",\n";
        assert!(text.contains(first), "the shipped pack has other criteria");
        text.replace(first, "    \"focus_groups\",\n    \"established\",\n")
    });
    let swapped = swapped.expect("the copy was written");
    assert_ne!(outcomes(None), outcomes(Some(&swapped)));
    let pack = swapped.display().to_string();
    let (code, out, _) = ask(&["report", BERGEN, "--pack", &pack]);
    assert_eq!(code, 0);
    let moved = out
        .split("What these rules would move")
        .nth(1)
        .unwrap_or_default();
    for line in [
        "11 of 18 runs move.",
        "(tema i kurskalender) demens    8 → 4  2 → 1  not placed  placed      against W27-01: For one of the",
        "KOLS-skole (W27-13)                10      3  placed      not placed  only the capacity changed",
    ] {
        assert!(moved.contains(line), "`{line}` is missing in:\n{moved}");
    }
}

#[test]
fn a_misspelt_fact_stops_the_load_with_its_place_and_the_right_name() {
    let misspelt = copy("misspelt", |file, text| {
        if file == "waiting.rhai" {
            text.replace("run.longest_wait_days", "run.longest_wait_dys")
        } else {
            text
        }
    });
    let pack = misspelt
        .expect("the copy was written")
        .display()
        .to_string();
    let (code, out, err) = ask(&["report", BERGEN, "--pack", &pack]);
    assert_eq!((code, out.as_str()), (2, ""));
    let err = err.replace(&pack, "PACK");
    assert_eq!(
        err,
        "in the pack `PACK`:\n\
         error R103: `run` has no fact `longest_wait_dys`\n \
         --> waiting.rhai:6:5\n  |\n6 | run.longest_wait_dys\n  |     ^^^^^^^^^^^^^^^^\n  = help: did you \
         mean `longest_wait_days`?\n"
    );
}

#[test]
fn the_report_does_not_say_more_of_pairs_than_is_known() {
    let (code, out, err) = ask(&["relate", BERGEN, "--all"]);
    assert_eq!(code, 0, "{err}");
    // What rests on what nobody states stands under a heading of its own, with its conditions.
    assert!(out.contains("\ncoordinate, if what nobody states is as assumed (4)\n"));
    assert!(!out.lines().any(|line| line.starts_with("coordinate (")));
    assert!(out.contains("competing, if same sessions: yes and time: near; nobody says"));
    assert!(
        out.contains("read from a title, an organiser's name or an address, not stated: topics")
    );
    // Weight loss and weight gain are alike in all but the word that counts.
    let merged = out
        .split("\nmerge (")
        .nth(1)
        .and_then(|rest| rest.split("\ncoordinate").next())
        .unwrap_or_default();
    assert!(merged.contains("Pårørandeskule (BV02)"), "{merged}");
    assert!(!merged.contains("KF01"), "{merged}");
}

#[test]
fn the_report_says_where_a_focus_group_is_a_reading() {
    let (_, out, _) = ask(&["plan", BERGEN]);
    let run = out
        .split("\n8. (tema i kurskalender) demens (W27-06)")
        .nth(1)
        .and_then(|rest| rest.split("\n9. ").next())
        .unwrap_or_default();
    let words = run.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains(
            "Our reading Dementia (large chronic): the course is about dementia, which the desk's \
             list of target groups counts there"
        ),
        "{run}"
    );
    assert!(
        words.contains(
            "Frail older people (focus): the course is about dementia, which the shipped topic \
             list counts there; neither the plan nor the row says so"
        ),
        "{run}"
    );
}

#[test]
fn a_date_of_the_plan_that_has_passed_stays_in_sight() {
    let (code, out, _) = ask(&[
        "obligations",
        BERGEN,
        "--as-of",
        "2027-01-10",
        "--lang",
        "nb",
    ]);
    assert_eq!(code, 0);
    assert!(out.contains("31.12.2026, passert"), "{out}");
    assert!(out.contains("For 35 av 35 har ingen sagt om det som blir gjort, blir dokumentert."));
}

#[test]
fn a_run_is_explained_to_the_staff() {
    let (code, out, err) = ask(&["explain", BERGEN, "W27-09"]);
    assert_eq!(code, 0, "{err}");
    insta::assert_snapshot!(out.split("Why ").nth(1).unwrap_or_default());
    let (code, out, err) = ask(&[
        "explain", BERGEN, "W27-12", "--over", "W27-17", "--lang", "nn",
    ]);
    assert_eq!(code, 0, "{err}");
    let found = out.split_once("Startverdi").map_or("", |(_, rest)| rest);
    insta::assert_snapshot!(found);
    let (code, out, err) = ask(&["explain", BERGEN, "W27-99"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        err.contains("C027: the desk has no run `W27-99`; did you mean `W27-"),
        "{err}"
    );
}

/// A line of an explanation's labels, by how it begins.
fn line(out: &str, label: &str) -> String {
    let mut lines = out.lines().filter_map(|line| line.strip_prefix(label));
    let rest = lines.next().unwrap_or_default().trim();
    rest.split(':').next().unwrap_or_default().to_owned()
}

#[test]
fn an_explanation_says_what_a_run_gets_beside_its_number() {
    let cases = [
        (
            "en",
            "Number ",
            "Outcome ",
            ["placed", "not placed", "not placed"],
        ),
        (
            "nb",
            "Nummer ",
            "Utfall ",
            ["får plass", "får ikke plass", "får ikke plass"],
        ),
        (
            "nn",
            "Nummer ",
            "Utfall ",
            ["får plass", "får ikkje plass", "får ikkje plass"],
        ),
    ];
    for (lang, number, outcome, expected) in cases {
        let mut seen = Vec::new();
        // A room and leaders; too little of a budget; sessions that are not stated.
        for run in ["W27-10", "W27-09", "W27-18"] {
            let (code, out, err) = ask(&["explain", BERGEN, run, "--lang", lang]);
            assert_eq!(code, 0, "{err}");
            assert!(line(&out, number).contains("18"), "{lang} {run}: {out}");
            seen.push(line(&out, outcome));
        }
        assert_eq!(seen, expected, "{lang}");
    }
    let (_, out, _) = ask(&["explain", BERGEN, "W27-10", "--lang", "nb"]);
    let room = out.lines().find(|line| line.starts_with("Rom "));
    assert_eq!(room.map(|line| line.ends_with(" Treningssal")), Some(true));
}

#[test]
fn all_that_would_be_enough_is_said_and_nothing_that_need_not_be() {
    let ask = |run, over, lang| {
        let asked = ["explain", BERGEN, run, "--over", over, "--lang", lang];
        let (code, out, err) = ask(&asked);
        assert_eq!(code, 0, "{err}");
        out
    };
    let nb = ask("W27-16", "W27-14", "nb");
    for bound in [
        "høyst 24 måneder",
        "og da også ganger",
        "høyst 3649 dager",
        "minst 307 dager",
    ] {
        assert!(nb.contains(bound), "{bound}: {nb}");
    }
    assert!(nb.contains("W27-16  nummer 14 av 18 i prioritert rekkefølge, får plass"));
    for wrong in ["måtte være", " 0 dager", " 0 måneder", "Plass 1"] {
        assert!(!nb.contains(wrong), "{wrong}: {nb}");
    }
    assert!(ask("W27-17", "W27-18", "nn").contains("nummer 16 av 18 i prioritert rekkjefølgje"));
    assert!(ask("W27-17", "W27-18", "en").contains("at most 3649 days"));
}

#[test]
fn an_explanation_is_data() -> Result<(), serde_json::Error> {
    let (code, out, err) = ask(&["explain", BERGEN, "W27-09", "--over", "W27-08", "--json"]);
    assert_eq!(code, 0, "{err}");
    let document: serde_json::Value = serde_json::from_str(&out)?;
    let versus = &document["versus"];
    assert_eq!(versus["view"], "staff");
    assert_eq!(versus["above"]["criterion"], "waiting");
    let wait = &versus["answers"]["lower"]["reads"];
    assert_eq!(
        (&wait["amount"], &wait["unit"]),
        (&20.0.into(), &"days".into())
    );
    assert_eq!(versus["lower"]["outcome"]["placed"], false);
    assert_eq!(
        versus["lower"]["outcome"]["shortages"][0]["lack"]["what"],
        "budget"
    );
    assert_eq!(versus["upper"]["outcome"]["placed"], true);
    assert_eq!(versus["upper"]["outcome"]["room"], "kurssal");
    let deadline = &versus["lower"]["criteria"][3]["reads"]["words"];
    assert_eq!(
        deadline["nb"],
        "ingen frist er oppgitt, så etter alle som har frist"
    );
    let lift = |fact: &str| {
        let lifts = versus["lifts"].as_array().cloned().unwrap_or_default();
        let lift = lifts.into_iter().find(|own| own["fact"] == fact);
        lift.unwrap_or_default()
    };
    let since = lift("months_since_held");
    assert_eq!(
        since["range"],
        serde_json::json!({ "least": null, "most": 24 })
    );
    assert_eq!(since["with"]["times_held"]["value"], 1);
    assert_eq!(
        lift("longest_wait_days")["range"]["most"],
        serde_json::Value::Null
    );
    let fired = &versus["lower"]["criteria"][0]["fired"][0]["clause"];
    assert_eq!(
        (&fired["line"], &fired["text"]),
        (&10.into(), &"return false".into())
    );
    assert_eq!(fired["comment_from"], "branch");
    let wait = &versus["lower"]["facts"]["longest_wait_days"]["ground"];
    assert_eq!(
        (&wait["how"], &wait["from"][0]["row"]),
        (&"days".into(), &37.into())
    );
    Ok(())
}

#[test]
fn the_most_participants_show_whom_they_cost() {
    let (code, out, err) = ask(&["plan", BERGEN, "--most-participants"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let price = out.split("What the most participants cost").nth(1);
    let price = price.and_then(|rest| rest.split("Proposal for the capacity").next());
    insta::assert_snapshot!("price_en", price.unwrap_or_default());
    assert!(out.contains("within a class a run may yield"), "{out}");
    let (code, out, _) = ask(&["plan", BERGEN, "--most-participants", "--json"]);
    assert_eq!(code, 0);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap_or_default();
    let of = |pointer: &str| json.pointer(pointer).cloned();
    assert_eq!(of("/proposal/order"), Some("most_participants".into()));
    for list in ["/price/loses", "/price/gains"] {
        let list = of(list).and_then(|list| list.as_array().map(Vec::len));
        assert_eq!(list, Some(3));
    }
    let (code, _, err) = ask(&["plan", BERGEN, "--most-participants", "--log", "log.jsonl"]);
    assert_eq!(code, 2);
    assert!(err.contains("--log"), "{err}");
}

#[test]
fn the_plan_says_what_is_scarce() {
    let (code, out, err) = ask(&["plan", BERGEN]);
    assert_eq!((code, err.as_str()), (0, ""));
    let part = |out: &str, from: &str, to: &str| {
        let rest = out.split(from).nth(1).unwrap_or_default().to_owned();
        rest.split(to).next().unwrap_or_default().to_owned()
    };
    insta::assert_snapshot!(
        "scarce_en",
        part(&out, "What is scarce", "Need beside capacity")
    );
    let (_, out, _) = ask(&["plan", BERGEN, "--lang", "nn"]);
    insta::assert_snapshot!(
        "scarce_nn",
        part(&out, "Kva det er knapt med", "Behov ved sida av")
    );
    let (_, out, _) = ask(&["plan", BERGEN, "--json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap_or_default();
    let list = |pointer: &str| {
        json.pointer(pointer)
            .and_then(|own| own.as_array())
            .map(Vec::len)
    };
    assert_eq!(list("/scarcity/bottlenecks"), Some(5));
    assert_eq!(list("/scarcity/one_leader"), Some(14));
}

#[test]
fn relations_and_overview_of_the_example_as_people_read_them() {
    for language in ["en", "nb", "nn"] {
        for question in ["relate", "overview"] {
            let (code, out, err) = ask(&[question, BERGEN, "--lang", language]);
            assert_eq!(code, 0, "{err}");
            let long = out.lines().filter(|line| line.chars().count() > 100);
            assert_eq!(long.count(), 0, "{question} {language}: wider than a page");
            // A pack's hash moves with every word of its rules.
            let lines = out.lines().map(|line| match line.rsplit_once(" (") {
                Some((pack, hash)) if hash.len() == 13 && hash.ends_with(')') => {
                    format!("{pack} (HASH)")
                }
                _ => line.to_owned(),
            });
            let out: Vec<String> = lines.collect();
            insta::assert_snapshot!(format!("{question}_{language}"), out.join("\n"));
        }
    }
}
