//! A `desk.toml` with a mistake: no command that takes a desk answers by other rules, or on another
//! date, than the desk names.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and this one works in a folder of its own"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use support::ask;

const LMS: &str = "tests/fixtures/lms";

/// A copy of a desk with another `desk.toml`, taken away at the end.
struct Own(PathBuf);

impl Own {
    fn new(name: &str, settings: &str) -> Self {
        let path = format!("mestring-settings-{name}-{}", std::process::id());
        let own = Own(std::env::temp_dir().join(path));
        fs::create_dir_all(&own.0).unwrap();
        for entry in fs::read_dir(LMS).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::copy(&path, own.0.join(path.file_name().unwrap())).unwrap();
            }
        }
        fs::write(own.0.join("desk.toml"), settings).unwrap();
        own
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn no_command_that_takes_a_desk_answers_beside_a_mistake_in_its_settings() {
    let mistakes = [
        ("as_of = 22.11.2026\n", "D030", "2026-11-22"),
        ("name = \"LMS\nlanguage = \"nb\"\n", "D030", "`\"`"),
        (
            "[packs]\npriority = { path = \"..\\rules\" }\n",
            "D031",
            "\"../rules\"",
        ),
        (
            "[packs]\npriority = { path = \"..\\Users\" }\n",
            "D030",
            "\"../Users\"",
        ),
        (
            "[packs]\npriority = \"../x\"\n",
            "D031",
            "priority = { path = \"../x\" }",
        ),
        ("plan_til = 2027-06-30\n", "D031", "plan_until"),
        ("seed = \"7\"\n", "D031", ""),
    ];
    let mut seen = 0;
    for (at, (settings, code, remedy)) in mistakes.into_iter().enumerate() {
        let own = Own::new(&at.to_string(), settings);
        let desk = own.path();
        let book = own.0.join("desk.xlsx");
        let book = book.to_str().unwrap();
        let list = Path::new(LMS).join("tilbud.csv");
        let list = list.to_str().unwrap();
        let commands: [&[&str]; 12] = [
            &["report", desk],
            &["overview", desk],
            &["plan", desk],
            &["freed", desk, "--room", "STOR", "--date", "2027-01-18"],
            &["explain", desk, "KID-V27"],
            &["relate", desk],
            &["obligations", desk],
            &["export", desk, book],
            &["import", list, "--into", desk, "--as", "offers"],
            &["rules", "test", "../../rules/priority", "--on", desk],
            &[
                "rules",
                "diff",
                "desk",
                "../../rules/priority",
                "--on",
                desk,
            ],
            &[
                "plan",
                desk,
                "--as-of",
                "2026-11-22",
                "--pack",
                "../../rules/priority",
            ],
        ];
        for command in commands {
            for lang in ["en", "nb", "nn"] {
                let (exit, out, err) = ask(&[command, &["--lang", lang]].concat());
                assert_eq!((exit, out.as_str()), (2, ""), "{command:?}: {err}");
                assert!(
                    err.contains(code) && err.contains(remedy),
                    "{command:?}: {err}"
                );
                let line = settings.lines().last().unwrap();
                let line = if code == "D030" && at == 1 {
                    "name = \"LMS"
                } else {
                    line
                };
                assert!(
                    err.contains(line) && err.contains("^"),
                    "{command:?}: {err}"
                );
                seen += 1;
            }
        }
        let (exit, out, err) = ask(&["plan", desk, "--json"]);
        assert_eq!((exit, out.as_str()), (2, ""));
        let json: Value = serde_json::from_str(&err).unwrap();
        let error = &json["error"];
        assert_eq!(error["code"], code);
        assert_eq!(error["place"]["file"], "desk.toml");
        assert!(error["place"]["line"].as_u64().unwrap() > 0, "{error}");
        assert!(error["place"]["column"].as_u64().unwrap() > 0, "{error}");
        assert!(error["help"].as_str().unwrap().contains(remedy), "{error}");
    }
    assert!(seen >= 200, "only {seen} calls");
}

#[test]
fn all_that_is_wrong_is_shown_at_once_in_the_language() {
    let own = Own::new("all", "nme = \"LMS\"\nlanguage = \"norsk\"\n");
    let (exit, _, err) = ask(&["plan", own.path(), "--lang", "nb"]);
    assert_eq!(exit, 2);
    insta::assert_snapshot!(err, @r#"
    feil D031: `nme` er ikke en innstilling
     --> desk.toml:1:1
      |
    1 | nme = "LMS"
      | ^^^
      = hjelp: mente du `name`? innstillingene er: name, language, as_of, centre, history_from, plan_from, plan_until, lead_weeks, seed, packs
    feil D031: `norsk` er ikke et språk
     --> desk.toml:2:12
      |
    2 | language = "norsk"
      |            ^^^^^^^
      = hjelp: skriv `nb`, `nn` eller `en`
    Ingenting ble besvart: disse innstillingene sier hvilke regler og datoer som gjelder for arbeidsmappen.
    "#);
}
