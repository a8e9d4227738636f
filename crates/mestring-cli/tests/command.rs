//! The command as people call it: what it prints, in which language, with which exit code.

use std::io::{self, Write};

use chrono::NaiveDate;
use mestring_cli::{Surroundings, run_in};

/// What a call printed.
struct Said {
    code: u8,
    out: String,
    err: String,
}

/// Calls the command on a fixed day, in no terminal.
fn ask(args: &[&str]) -> Said {
    ask_in(&surroundings(), args)
}

fn ask_in(surroundings: &Surroundings, args: &[&str]) -> Said {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["mestring"].into_iter().chain(args.iter().copied());
    let code = run_in(surroundings, args, &mut out, &mut err);
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Said {
        code,
        out: text(out),
        err: text(err),
    }
}

fn surroundings() -> Surroundings {
    Surroundings {
        today: NaiveDate::from_ymd_opt(2026, 10, 1).unwrap_or_default(),
        width: None,
        colour_out: false,
        colour_err: false,
        one_terminal: false,
    }
}

const LMS: &str = "tests/fixtures/lms";
const WRONG: &str = "tests/fixtures/feil";
const WAITING: &str = "tests/fixtures/regler/lengst_ventetid";
const SMALL: &str = "tests/fixtures/regler/smaa_kurs";
const BROKEN: &str = "tests/fixtures/regler/odelagt";

/// Every question about the desk, each without its language.
const QUESTIONS: [&[&str]; 9] = [
    &["report", LMS],
    &["overview", LMS],
    &["plan", LMS, "--pack", WAITING],
    &[
        "freed",
        LMS,
        "--room",
        "STOR",
        "--date",
        "2027-01-18",
        "--half-day",
        "formiddag",
    ],
    &["relate", LMS, "--all"],
    &["obligations", LMS],
    &["pathways", LMS, "--all"],
    &["explain", LMS, "KID-V27"],
    &["explain", LMS, "KID-V27", "--over", "DM2-V27"],
];

/// The text with the hash of each pack masked: twelve hexadecimal digits in brackets.
fn masked(text: &str) -> String {
    let mut parts = text.split('(');
    let mut masked = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let hash = part.split(')').next().unwrap_or_default();
        let is_hash = hash.len() == 12 && hash.chars().all(|c| c.is_ascii_hexdigit());
        masked.push('(');
        masked.push_str(&if is_hash {
            part.replacen(hash, "HASH", 1)
        } else {
            part.to_owned()
        });
    }
    masked
}

#[test]
fn the_whole_report_in_three_languages() {
    for lang in ["en", "nb", "nn"] {
        let said = ask(&["report", LMS, "--lang", lang]);
        assert_eq!(said.code, 0, "{}", said.err);
        insta::assert_snapshot!(format!("report_{lang}"), masked(&said.out));
    }
}

#[test]
fn every_question_in_every_language_says_all_its_texts_without_colour() {
    let mut seen = 0;
    for question in QUESTIONS {
        for lang in ["en", "nb", "nn"] {
            let said = ask(&[question, &["--lang", lang]].concat());
            assert_eq!(said.code, 0, "{question:?}: {}", said.err);
            for (text, name) in [(&said.out, "out"), (&said.err, "err")] {
                for bad in [
                    "{$",
                    "\u{1b}",
                    "\t",
                    "[plan-",
                    "[report-",
                    "[explain-",
                    "[cli-",
                    "[pathways-",
                    "optimal",
                ] {
                    assert!(!text.contains(bad), "{question:?} {lang} {name}: {bad}");
                }
            }
            let long = said.out.lines().find(|line| line.chars().count() > 100);
            assert_eq!(long, None, "{question:?} {lang}");
            assert!(said.out.lines().all(|line| line.trim_end() == line));
            let again = ask(&[question, &["--lang", lang]].concat());
            assert_eq!(again.out, said.out, "the same question has the same answer");
            seen += 1;
        }
    }
    assert_eq!(seen, 27);
}

#[test]
fn json_is_json_that_names_its_format_and_its_parts() {
    let parts: [&[&str]; 9] = [
        &[
            "overview",
            "pathway_gaps",
            "proposal",
            "relations",
            "obligations",
        ],
        &["overview"],
        &["proposal", "moved", "digital", "scarcity", "need"],
        &["freed", "what_if"],
        &["relations"],
        &["obligations"],
        &["pathways"],
        &["explanation"],
        &["versus"],
    ];
    for (question, parts) in QUESTIONS.into_iter().zip(parts) {
        let said = ask(&[question, &["--json", "--lang", "nn"]].concat());
        let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!(json["mestring"]["format"], 1);
        let names: Vec<&str> = json
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        // An explanation says of each rule itself what it lacked.
        let asked_rules: &[&str] = match parts {
            ["overview"] | ["pathways"] | ["explanation"] | ["versus"] => &[],
            _ => &["missing"],
        };
        let always = ["mestring", "head", "illustrative", "findings"];
        let mut expect: Vec<&str> = [parts, asked_rules, &always].concat();
        expect.sort_unstable();
        assert_eq!(names, expect, "{question:?}");
        assert_eq!(json["head"]["as_of"], "2026-11-22");
        assert_eq!(json["head"]["packs"][0]["hash"].as_str().unwrap().len(), 64);
    }
    let plan: serde_json::Value = serde_json::from_str(&ask(&["plan", LMS, "--json"]).out).unwrap();
    let first = &plan["proposal"]["runs"][0];
    assert_eq!(plan["proposal"]["decided"], false);
    assert_eq!(plan["proposal"]["runs"].as_array().unwrap().len(), 4);
    assert_eq!(
        (&first["rank"], &first["run"]),
        (&1.into(), &"DM2-V27B".into())
    );
    assert_eq!(first["outcome"]["sessions"][0]["date"], "2027-01-11");
    assert_eq!(first["facts"]["days_to_deadline"]["state"], "not_stated");
}

#[test]
fn another_pack_says_what_it_would_move_and_why() {
    let said = ask(&["plan", LMS, "--pack", WAITING, "--lang", "nb"]);
    let moved = said
        .out
        .split("Hva disse reglene ville flytte")
        .nth(1)
        .unwrap();
    insta::assert_snapshot!(moved.split("Hva det er knapt").next().unwrap(), @r"
        ------------------------------
        Før: priority 1.0.0. Etter: lengst_ventetid 0.1.0.
        3 av 4 kursrekker flytter seg.
        kursrekke                         nr.  før             etter           fordi
        Mestring av depresjon (KiD)     2 → 1  får plass       får plass       mot DM2-V27B: Lengst ventetid
        (KID-V27)
        Startkurs for deg med diabetes  3 → 2  får ikke plass  får plass       mot DM2-V27B: Lengst ventetid
        type 2 (DM2-V27)
        Startkurs for deg med diabetes  1 → 3  får plass       får ikke plass  mot DM2-V27: Lengst ventetid
        type 2 (DM2-V27B)
        ");
}

#[test]
fn a_terminal_gets_its_width_and_colours() {
    let terminal = Surroundings {
        width: Some(60),
        colour_out: true,
        ..surroundings()
    };
    let said = ask_in(&terminal, &["plan", LMS]);
    assert!(
        said.out.contains("\u{1b}[32mplaced\u{1b}[0m"),
        "{}",
        said.out
    );
    let plain = ask_in(&terminal, &["plan", LMS, "--color", "never"]);
    assert!(!plain.out.contains('\u{1b}'));
    assert!(
        plain.out.lines().all(|line| line.chars().count() <= 60),
        "{}",
        plain.out
    );
    let forced = ask(&["plan", LMS, "--color", "always"]);
    assert!(forced.out.contains('\u{1b}'));
}

#[test]
fn what_is_wrong_in_the_data_stands_in_the_result_once_and_makes_the_exit_code_one() {
    let said = ask(&["report", WRONG, "--lang", "nb"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    assert_eq!(said.out.matches("Funnet i dataene").count(), 1);
    let end = said.out.rsplit("Funnet i dataene").next().unwrap();
    insta::assert_snapshot!(end, @"
    : 2 feil, 0 advarsler, 2 merknader.
    - feil D011: tilbud.csv, rad 2, kolonne `samlinger`: `seks` er verken et helt tall eller et spenn;
      skriv `8`, eller `8-12` med det minste tallet først; cellen ble lest som ikke oppgitt
    - feil D021: tilbud.csv, rad 2, kolonne `arrangører`: `organisasjoner` har ingen rad `UKJENT`:
      arbeidsmappen har ingen rader i den tabellen; legg til tabellen med raden, eller la dette stå tomt
    ");
    // JSON holds its findings itself, and the stream of errors nothing but JSON.
    let json = ask(&["report", WRONG, "--json"]);
    assert!(json.err.is_empty(), "{}", json.err);
    assert!(json.out.contains("\"D011\""), "{}", json.out);
    assert!(ask(&["report", WRONG, "--all"]).out.contains("note X101"));

    let json = ask(&["overview", WRONG, "--json"]);
    assert_eq!(json.code, 1);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert!(
        json["findings"]
            .as_array()
            .unwrap()
            .iter()
            .any(|own| own["code"] == "D021")
    );
}

#[test]
fn the_date_is_the_option_then_the_desks_then_today() {
    let as_of = |args: &[&str]| {
        let said = ask(&[args, &["--json"]].concat());
        let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        json["head"]["as_of"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        as_of(&["overview", LMS, "--as-of", "31.12.2026"]),
        "2026-12-31"
    );
    assert_eq!(as_of(&["overview", LMS]), "2026-11-22");
    assert_eq!(as_of(&["overview", WRONG]), "2026-10-01");
}

#[test]
fn what_cannot_be_answered_says_why_and_what_would_be_right() {
    let mut all = String::new();
    let cases: [&[&str]; 12] = [
        &["report", "tests/fixture/lms"],
        &["report", "tests/fixtures"],
        &["report", "tests/fixtures/README.md"],
        &["plan", LMS, "--pack", "tests/fixtures/lms"],
        &["plan", LMS, "--pack", BROKEN],
        &["plan", LMS, "--as-of", "22.11.26"],
        &["plan", LMS, "--lang", "no"],
        &["freed", LMS, "--room", "STRO", "--date", "2027-01-18"],
        &[
            "freed",
            LMS,
            "--room",
            "STOR",
            "--date",
            "2027-01-18",
            "--half-day",
            "natt",
        ],
        &["freed", LMS],
        &["relates", LMS],
        &["rules", "test", "no/such/pack"],
    ];
    for case in cases {
        let said = ask(case);
        assert_eq!(
            (said.code, said.out.as_str()),
            (2, ""),
            "{case:?}: {}",
            said.err
        );
        all.push_str(&format!(
            "$ mestring {}\n{}\n",
            case.join(" "),
            said.err.trim_end()
        ));
    }
    insta::assert_snapshot!(all, @"
    $ mestring report tests/fixture/lms
    error: X001: `tests/fixture` is not there; did you mean `tests/fixtures`?
    $ mestring report tests/fixtures
    error: X014: `tests/fixtures` holds no table of a desk; a desk is a folder of CSV files such as `offers.csv`, or a workbook with a sheet for each table; `mestring new FOLDER` makes one
    $ mestring report tests/fixtures/README.md
    error: X007: `README.md` is read as an .xlsx workbook but is text; give it the ending `.csv`
    $ mestring plan tests/fixtures/lms --pack tests/fixtures/lms
    error: X012: the folder `tests/fixtures/lms` has no `pack.toml`; a pack is a folder with `pack.toml` in it
    $ mestring plan tests/fixtures/lms --pack tests/fixtures/regler/odelagt
    in the pack `tests/fixtures/regler/odelagt`:
    error R103: `run` has no fact `sesions`
     --> lang.rhai:4:5
      |
    4 | run.sesions >= 6
      |     ^^^^^^^
      = help: did you mean `sessions`?
    $ mestring plan tests/fixtures/lms --as-of 22.11.26
    error: invalid value '22.11.26' for '--as-of <DATE>': write the whole date, such as `31.12.2026` or `2026-12-31`

    For more information, try '--help'.
    $ mestring plan tests/fixtures/lms --lang no
    error: invalid value 'no' for '--lang <LANG>'
      [possible values: en, nb, nn]

    For more information, try '--help'.
    $ mestring freed tests/fixtures/lms --room STRO --date 2027-01-18
    error: C001: the desk has no room `STRO`; did you mean `STOR`?
    $ mestring freed tests/fixtures/lms --room STOR --date 2027-01-18 --half-day natt
    error: invalid value 'natt' for '--half-day <PART>': write one of: morning, afternoon, evening

    For more information, try '--help'.
    $ mestring freed tests/fixtures/lms
    error: the following required arguments were not provided:
      --room <ROOM>
      --date <DATE>

    Usage: mestring freed --room <ROOM> --date <DATE> <DESK>

    For more information, try '--help'.
    $ mestring relates tests/fixtures/lms
    error: unrecognized subcommand 'relates'

      tip: some similar subcommands exist: 'rules', 'relate'

    Usage: mestring [OPTIONS] <COMMAND>

    For more information, try '--help'.
    $ mestring rules test no/such/pack
    error: X001: `no` is not there; check the path
    ");
}

#[test]
fn packs_are_checked_and_tested() {
    let said = ask(&["rules", "check", WAITING, BROKEN]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    insta::assert_snapshot!(said.out, @r"
        tests/fixtures/regler/lengst_ventetid: 0 errors, 0 warnings, 0 notes
        error R103: `run` has no fact `sesions`
         --> lang.rhai:4:5
          |
        4 | run.sesions >= 6
          |     ^^^^^^^
          = help: did you mean `sessions`?

        tests/fixtures/regler/odelagt: 1 error, 0 warnings, 0 notes
        ");
    let said = ask(&["rules", "test", WAITING, "--lang", "nb"]);
    assert_eq!(said.code, 0);
    assert_eq!(said.out, "lengst_ventetid 0.1.0: 2 eksempler, 0 feilet\n");
    assert_eq!(ask(&["rules", "test", BROKEN]).code, 1);
    let json = ask(&["rules", "test", WAITING, "--json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["tested"][0]["cases"].as_array().unwrap().len(), 2);
}

#[test]
fn a_folder_that_is_no_pack_has_its_own_answer_and_the_others_theirs() {
    let folders = [WAITING, "tests/fixtures/lms", BROKEN];
    let said = ask(&[&["rules", "check"], &folders[..]].concat());
    assert_eq!(said.code, 1);
    insta::assert_snapshot!(
        said.err,
        @"error: X012: the folder `tests/fixtures/lms` has no `pack.toml`; a pack is a folder with `pack.toml` in it"
    );
    let counted: Vec<&str> = said
        .out
        .lines()
        .filter(|line| line.contains(" notes"))
        .collect();
    assert_eq!(counted.len(), 2, "{}", said.out);
    let said = ask(&[&["rules", "test", "--json"], &folders[..]].concat());
    assert_eq!(said.code, 1);
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let of = |at: usize, key: &str| json["tested"][at].get(key).is_some();
    assert_eq!(json["tested"].as_array().unwrap().len(), 3);
    assert!(
        of(0, "cases") && of(1, "errors") && of(2, "diagnostics"),
        "{json:#}"
    );
    // Where no folder is a pack, there is no result.
    let said = ask(&["rules", "check", "tests/fixtures/lms", "no/such/pack"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert_eq!(said.err.lines().count(), 2);
}

#[test]
fn with_json_an_error_is_json_too() {
    let mut seen = 0;
    for (args, code, help) in [
        (&["report", "no/such"][..], "X001", "check the path"),
        (
            &["plan", LMS, "--pack", BROKEN],
            "R103",
            "did you mean `sessions`?",
        ),
        (
            &["freed", LMS, "--room", "STRO", "--date", "2027-01-18"],
            "C001",
            "did you mean `STOR`?",
        ),
        (
            &["rules", "check", "no/such/pack"],
            "X001",
            "check the path",
        ),
        (
            &["relate", LMS, "--lang", "no"],
            "C022",
            "[possible values: en, nb, nn]",
        ),
    ] {
        let said = ask(&[args, &["--json"]].concat());
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
        let json: serde_json::Value = serde_json::from_str(&said.err).unwrap();
        assert_eq!(json["mestring"]["format"], 1, "{args:?}");
        let error = &json["error"];
        assert_eq!(error["code"], code, "{args:?}: {error:#}");
        assert!(error["message"].as_str().unwrap().len() > 10, "{args:?}");
        assert!(
            error["help"].as_str().unwrap().contains(help),
            "{args:?}: {error:#}"
        );
        assert!(error.get("place").is_some(), "{args:?}");
        seen += 1;
    }
    assert_eq!(seen, 5);
    // A result leaves the stream of errors empty: the document holds the findings.
    let said = ask(&["overview", WRONG, "--json"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
}

#[test]
fn json_says_what_it_leaves_out() {
    let relations = |all: &[&str]| {
        let said = ask(&[&["relate", LMS, "--json"], all].concat());
        let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        json["relations"].clone()
    };
    let (some, all) = (relations(&[]), relations(&["--all"]));
    let count = |of: &serde_json::Value| of["pairs"].as_array().unwrap().len() as u64;
    let left_out = some["left_out"]["count"].as_u64().unwrap();
    assert!(left_out > 0);
    assert_eq!(count(&some) + left_out, some["count"].as_u64().unwrap());
    assert_eq!(count(&all), all["count"].as_u64().unwrap());
    assert!(all["left_out"].is_null());
    let by_relation = some["left_out"]["by_relation"].as_object().unwrap();
    let sum: u64 = by_relation
        .values()
        .filter_map(serde_json::Value::as_u64)
        .sum();
    assert_eq!(sum, left_out);
}

#[test]
fn what_cases_and_a_desk_leave_open_is_listed() {
    let asked = ["--coverage", "--changes", "--on", LMS];
    let said = ask(&[&["rules", "test", SMALL], &asked[..]].concat());
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    insta::assert_snapshot!(said.out, @r#"
    smaa_kurs 0.1.0: 2 cases, 0 failed
    smaa_kurs 0.1.0: the cases reach 4 of 6 branches and conditions
    - smaa.rhai:5:1: never met: 0 of 2: if run.seats > p.most_seats {
    - smaa.rhai:9:31: never met: 0 of 1: !run.activity || run.sessions < 4
    smaa_kurs 0.1.0: of 9 small changes the cases notice 2, 0 are excused, 7 survive
    - smaa.rhai:5:14: no case notices `>` changed to `>=`: if run.seats > p.most_seats {
    - smaa.rhai:6:12: no case notices `false` changed to `true`: return false;
    - smaa.rhai:9:31: no case notices `<` changed to `<=`: !run.activity || run.sessions < 4
    - smaa.rhai:9:33: no case notices `4` changed to `5`: !run.activity || run.sessions < 4
    - smaa.rhai:9:33: no case notices `4` changed to `3`: !run.activity || run.sessions < 4
    - pack.toml:17:6: no case notices `most_seats = 12` changed to `most_seats = 13`: id = "most_seats"
    - pack.toml:17:6: no case notices `most_seats = 12` changed to `most_seats = 11`: id = "most_seats"
    smaa_kurs 0.1.0: the records of tests/fixtures/lms reach 4 of 6 branches and conditions
    - smaa.rhai:9:1: never met: 0 of 2: !run.activity || run.sessions < 4
    - smaa.rhai:9:31: never met: 0 of 2: !run.activity || run.sessions < 4
    "#);
    // A folder of packs stands for its packs.
    let folder = ["rules", "test", "tests/fixtures/regler", "--lang", "nb"];
    let said = ask(&[&folder[..], &asked[..2]].concat());
    assert_eq!(said.code, 1);
    assert_eq!(
        said.out.matches(" grener og vilkår").count(),
        2,
        "{}",
        said.out
    );
    let json = ask(&[&["rules", "test", SMALL, "--json"], &asked[..]].concat());
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let own = &json["tested"][0];
    assert_eq!(own["coverage"]["all"], 6, "{own:#}");
    assert_eq!(own["coverage"]["reached"], 4, "{own:#}");
    assert_eq!(own["on"]["rules"][0]["parts"][0]["part"], "then", "{own:#}");
    assert_eq!(own["changes"][0]["fate"], "survived", "{own:#}");
    // Without the flags only a failing case counts.
    assert_eq!(ask(&["rules", "test", SMALL]).code, 0);
}

#[test]
fn a_code_of_the_check_is_explained() {
    let said = ask(&["rules", "explain-code", "r112"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    insta::assert_snapshot!(said.out, @r"
        R112: A rule that reads a fact which is not known stops there. Asking afterwards always gets a yes: put the question first.

        Wrong:
            run.seats > 12 && known(run.seats)

        Right:
            known(run.seats) && run.seats > 12
        ");
    let said = ask(&["rules", "explain-code", "R303", "--lang", "nn"]);
    assert_eq!(
        said.out,
        "R303: Ein regel i Rust eller Python enda med ein eigen feil. Meldinga er utvidinga si eiga.\n"
    );
    let said = ask(&["rules", "explain-code", "R13"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("did you mean `R103`?"), "{}", said.err);
    for code in ["R012", "R999"] {
        let said = ask(&["rules", "explain-code", code]);
        assert_eq!(said.code, 2);
        assert!(
            said.err
                .contains("`mestring rules explain-code` lists them all")
        );
    }
    // Codes of other families are explained too.
    let said = ask(&["rules", "explain-code", "c031"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    insta::assert_snapshot!(said.out, @r"
    C031: a phrase of a gate is not understood

    What would be right: write one as docs/reference/gate.md says

    C031 is of the kind error and about: questions and what the command is asked to do. `mestring rules explain-code` lists all codes; docs/reference/findings.md has each thing that may be said under this one.
    ");
    let said = ask(&["rules", "explain-code", "--lang", "nb"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for line in [
        "R: regler",
        "  R103 feil: ",
        "  X124 feil: ",
        "  D001 advarsel: ",
    ] {
        assert!(said.out.contains(line), "{line}");
    }
    let json = ask(&["rules", "explain-code", "--json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(json["codes"].as_array().unwrap().len() > 150);
    let said = ask(&["rules", "check", BROKEN, WAITING, "--lang", "nb", "--all"]);
    insta::assert_snapshot!(said.out, @r"
        feil R103: `run` har ingen opplysning `sesions`
         --> lang.rhai:4:5
          |
        4 | run.sesions >= 6
          |     ^^^^^^^
          = hjelp: mente du `sessions`?

        tests/fixtures/regler/odelagt: 1 feil, 0 advarsler, 0 merknader
        ventetid: høyst 8 operasjoner, kan kjøres over kolonner
        tests/fixtures/regler/lengst_ventetid: 0 feil, 0 advarsler, 0 merknader
        ");
    let json = ask(&["rules", "check", BROKEN, "--json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let own = &json["checked"][0]["diagnostics"][0];
    assert_eq!(
        (&own["code"], &own["severity"], &own["file"]),
        (&"R103".into(), &"error".into(), &"lang.rhai".into())
    );
    assert_eq!(own["nearest"], "sessions");
    let at = serde_json::json!({
        "line": 4, "column": 5, "end_column": 12, "text": "run.sesions >= 6",
    });
    assert_eq!(own["at"], at);
}

#[test]
fn help_says_what_there_is() {
    let said = ask(&["--help"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    insta::assert_snapshot!(said.out, @r"
        Plans, relations, obligations and overviews for centres that teach patients and relatives

        Usage: mestring [OPTIONS] <COMMAND>

        Commands:
          report       Everything: overview, proposal, relations, obligations, and what they rest on
          overview     Who offers what, to whom, at which level
          plan         Which wished runs could have the capacity, in order of priority, and why
          freed        Which runs could use a room that became free
          explain      Why a wished run stands where it does, for the staff: clauses, facts, sources
          assign       Who gets a place in which decided run, of the people in a person store: a proposal
          next         Who is next for a seat that becomes free in a run, and who moves, for the staff
          relate       How the offers relate, and what to do about each pair
          obligations  How it stands with duties and promises
          pathways     Which offers cover which step of the pathways, for whom: gaps, hand-overs, doubles
          decide       Note in a decision log what somebody decided about a run that it proposed
          rules        Check, test or compare rule packs, explain what the check says, or replay a decision log
          new          Make a folder with a small desk to start from, every row made up, with copies of the rule packs
          import       Take a list of your own into a desk: shows what each heading is taken for, writes with `--yes`
          export       Write a desk as one workbook, a sheet for each table, in the desk's language
          completions  Print a script that completes this command in a shell
          help         Print this message or the help of the given subcommand(s)

        Options:
              --as-of <DATE>  The date of the question, such as 2026-12-31; else the desk's own, else today
              --json          Print JSON instead of text
              --pack <DIR>    Use the rule pack in this folder instead of the desk's; may be repeated
              --plugin <M:N>  A rule in Python, as MODULE:NAME, for the packs that name it; may be repeated; needs `python -m mestring`
              --lang <LANG>   The language of the texts [default: en] [possible values: en, nb, nn]
              --seed <N>      The seed of draws between runs that all rules hold equal
              --color <WHEN>  Whether to use colours; `auto` means in a terminal [default: auto] [possible values: auto, always, never]
              --all           Print long lists in full
          -h, --help          Print help
          -V, --version       Print version

        Everything it prints about capacity is a proposal until somebody has decided.
        Exit codes: 0 a result; 1 a result, and something is wrong beside it; 2 no result.
        ");
    for command in [
        "report",
        "overview",
        "plan",
        "freed",
        "explain",
        "relate",
        "obligations",
        "pathways",
        "rules",
    ] {
        let said = ask(&[command, "--help"]);
        assert_eq!(said.code, 0);
        assert!(said.out.contains("Usage: mestring"), "{}", said.out);
    }
    assert!(ask(&["--version"]).out.starts_with("mestring 0."));
    let script = ask(&["completions", "bash"]);
    assert!(script.out.contains("obligations"), "{}", script.out);
}

/// A writer that takes nothing.
struct Closed(io::ErrorKind);

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_is_no_failure_and_a_full_disk_is() {
    for (kind, code) in [
        (io::ErrorKind::BrokenPipe, 0),
        (io::ErrorKind::StorageFull, 2),
    ] {
        for args in [&["mestring", "overview", LMS][..], &["mestring", "--help"]] {
            let mut err = Vec::new();
            let got = run_in(&surroundings(), args, &mut Closed(kind), &mut err);
            assert_eq!(got, code, "{kind:?} {args:?}");
        }
    }
}
