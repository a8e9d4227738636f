//! What is said of a failing case, of a rule that stops and of a script that is not compiled, in each
//! language.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and this one works in a folder of its own"
)]

mod support;

use std::path::PathBuf;

use serde_json::Value;
use support::ask;

const LANGUAGES: [&str; 3] = ["en", "nb", "nn"];

/// A folder with one pack, taken away at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, script: &str, cases: &str) -> Self {
        let name = format!("mestring-rule-texts-{name}-{}", std::process::id());
        let own = Folder(std::env::temp_dir().join(name));
        std::fs::create_dir_all(&own.0).unwrap();
        let manifest = "name = \"own\"\nversion = \"1.0.0\"\nkind = \"requirement\"\n\
                        criteria = [\"long\"]\norigin.long = \"local choice\"\n\
                        title.long = { en = \"Long\", nb = \"Lang\", nn = \"Lang\" }\n";
        let script = format!("// What: a test. Why: it is one. Source: local choice.\n{script}\n");
        for (file, text) in [
            ("pack.toml", manifest),
            ("long.rhai", &script),
            ("long.test.toml", cases),
        ] {
            std::fs::write(own.0.join(file), text).unwrap();
        }
        own
    }

    /// What the command writes about the pack, with `PACK` for its folder.
    fn said(&self, args: &[&str]) -> String {
        let folder = self.0.to_str().unwrap();
        let args: Vec<&str> = args.iter().copied().chain([folder]).collect();
        let (_, out, err) = ask(&args);
        assert_eq!(err, "");
        out.replace(folder, "PACK")
    }

    fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.said(args)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_failing_case_is_said_once_in_the_language() {
    let cases = "[[case]]\nname = \"two\"\ngiven = { sessions = 2 }\nexpect = true\n\
                 because = \"two are many\"\n\
                 [[case]]\nname = \"none\"\ngiven = { sessions = 0 }\nexpect = false\n\
                 because = \"none are few\"\n";
    let script = "12 / run.sessions < 5 && (run.seats ?? 8) > 7";
    let pack = Folder::new("failing", script, cases);
    insta::assert_snapshot!(pack.said(&["rules", "test", "--lang", "en"]), @r#"
    error R202: `two` expects yes, and the rule answers no
     --> long.test.toml:4:10
      |
    4 | expect = true
      |          ^^^^
      = because: two are many
      = help: change the rule where its answer is wrong, or `expect` where the case is
    - yes
    + no
      read sessions = 2

    error R202: `none` gives no answer: rule `long` of pack `own` stopped at long.rhai:2:4: division by zero: 12 / 0; ask first whether what it divides by is above 0, and say what holds otherwise
     --> long.test.toml:9:10
      |
    9 | expect = false
      |          ^^^^^
      = because: none are few
      = help: change the rule so that it answers here, or what the case gives it

    own 1.0.0: 2 cases, 2 failed
    "#);
    insta::assert_snapshot!(pack.said(&["rules", "test", "--lang", "nb"]), @r#"
    feil R202: `two` venter ja, og regelen svarer nei
     --> long.test.toml:4:10
      |
    4 | expect = true
      |          ^^^^
      = fordi: two are many
      = hjelp: er svaret fra regelen galt, rett regelen; er det eksempelet som venter feil svar, rett `expect` i det
    - ja
    + nei
      lest: sessions = 2

    feil R202: `none` får ikke noe svar: regelen `long` i pakken `own` stanset på long.rhai:2:4: deling på null: 12 / 0; spør først om tallet den deler på, er over 0, og si hva som gjelder ellers
     --> long.test.toml:9:10
      |
    9 | expect = false
      |          ^^^^^
      = fordi: none are few
      = hjelp: rett regelen så den svarer her, eller rett det eksempelet gir den

    own 1.0.0: 2 eksempler, 2 feilet
    "#);
    insta::assert_snapshot!(pack.said(&["rules", "test", "--lang", "nn"]), @r#"
    feil R202: `two` ventar ja, og regelen svarer nei
     --> long.test.toml:4:10
      |
    4 | expect = true
      |          ^^^^
      = fordi: two are many
      = hjelp: er svaret frå regelen gale, rett regelen; er det dømet som ventar feil svar, rett `expect` i det
    - ja
    + nei
      regelen las: sessions = 2

    feil R202: `none` får ikkje noko svar: regelen `long` i pakken `own` stansa på long.rhai:2:4: deling på null: 12 / 0; spør først om talet han deler på, er over 0, og sei kva som gjeld elles
     --> long.test.toml:9:10
      |
    9 | expect = false
      |          ^^^^^
      = fordi: none are few
      = hjelp: rett regelen så han svarer her, eller rett det dømet gir han

    own 1.0.0: 2 døme, 2 feila
    "#);
    for lang in LANGUAGES {
        let said = pack.said(&["rules", "test", "--lang", lang]);
        assert_eq!(said.matches("two are many").count(), 1, "{said}");
        assert_eq!(said.matches("12 / 0").count(), 1, "{said}");
    }
    let cases =
        |lang| pack.json(&["rules", "test", "--json", "--lang", lang])["tested"][0]["cases"].take();
    let (english, nynorsk) = (cases("en"), cases("nn"));
    assert_eq!(english[0]["diff"], "- yes\n+ no\n  read sessions = 2\n");
    assert_eq!(
        nynorsk[0]["diff"],
        "- ja\n+ nei\n  regelen las: sessions = 2\n"
    );
    assert_eq!(nynorsk[0]["because"], "two are many");
    assert_eq!(
        nynorsk[0]["message"],
        "`two` ventar ja, og regelen svarer nei"
    );
    assert_eq!(
        english[0]["help"],
        "change the rule where its answer is wrong, or `expect` where the case is"
    );
    assert_eq!(
        english[1]["diff"],
        "  rule `long` of pack `own` stopped at long.rhai:2:4: division by zero: 12 / 0; ask first \
         whether what it divides by is above 0, and say what holds otherwise\n"
    );
}

#[test]
fn a_script_that_is_not_compiled_says_why() {
    let cases = "[[case]]\nname = \"two\"\ngiven = { sessions = 2 }\nexpect = true\n\
                 [[case]]\nname = \"six\"\ngiven = { sessions = 6 }\nexpect = false\n";
    let kept = Folder::new("kept", "let few = 1..5;\nrun.sessions in few", cases);
    let lines = LANGUAGES.map(|lang| kept.said(&["rules", "check", "--all", "--lang", lang]));
    insta::assert_snapshot!(lines.join("\n"), @r"
    long: at most 32 operations, can run over columns
    long: run by the interpreter and not compiled, with the same answers but slower: a list or range that is kept (line 2, column 12)
    PACK: 0 errors, 0 warnings, 0 notes

    long: høyst 32 operasjoner, kan kjøres over kolonner
    long: kjøres av tolken og er ikke kompilert; svarene er de samme, men kommer saktere: en liste eller et område blir tatt vare på (linje 2, kolonne 12)
    PACK: 0 feil, 0 advarsler, 0 merknader

    long: høgst 32 operasjonar, kan køyrast over kolonnar
    long: blir køyrd av tolken og er ikkje kompilert; svara er dei same, men kjem saktare: ei liste eller eit område blir teke vare på (linje 2, kolonne 12)
    PACK: 0 feil, 0 åtvaringar, 0 merknader
    ");
    let json = kept.json(&["rules", "check", "--json", "--lang", "nb"]);
    let why = &json["checked"][0]["scripts"][0]["interpreted_because"];
    assert_eq!(why["why"], "a list or range that is kept");
    let compiled = Folder::new("compiled", "run.sessions < 5", cases);
    for lang in LANGUAGES {
        let said = compiled.said(&["rules", "check", "--all", "--lang", lang]);
        assert_eq!(said.lines().count(), 2, "{said}");
    }
    let short = kept.said(&["rules", "check"]);
    assert_eq!(short.lines().count(), 1, "{short}");
}

/// The shipped packs have numbers from 2025.
#[test]
fn a_date_without_a_value_is_said_in_the_language() {
    let asked = [
        "plan",
        "tests/fixtures/lms",
        "--as-of",
        "2024-06-01",
        "--lang",
    ];
    let said = LANGUAGES.map(|lang| ask(&[&asked[..], &[lang]].concat()).2);
    insta::assert_snapshot!(said.concat(), @r"
    error: R304: parameter `established_within_months` of pack `priority` has no value on 2024-06-01: its first value holds from 2025-01-01; add an earlier value to pack.toml
    feil: R304: parameteret `established_within_months` i pakken `priority` har ingen verdi 01.06.2024: den første verdien gjelder fra 01.01.2025; legg til en tidligere verdi i pack.toml
    feil: R304: parameteret `established_within_months` i pakken `priority` har ingen verdi 01.06.2024: den første verdien gjeld frå 01.01.2025; legg til ein tidlegare verdi i pack.toml
    ");
    let (code, _, err) = ask(&[&asked[..], &["nb", "--json"]].concat());
    assert_eq!(code, 2);
    let json: Value = serde_json::from_str(&err).unwrap();
    let error = &json["error"];
    assert_eq!(error["code"], "R304");
    let message = error["message"].as_str().unwrap();
    assert!(
        message.starts_with("parameteret `established_within_months`"),
        "{message}"
    );
    assert_eq!(error["help"], "legg til en tidligere verdi i pack.toml");
}

#[test]
fn cases_that_belong_to_no_rule_and_rules_without_cases_are_said_by_a_test_run() {
    let cases = "[[case]]\nname = \"six\"\ngiven = { sessions = 6 }\nexpect = true\n";
    let pack = Folder::new("renamed", "run.sessions > 5", cases);
    let stray = pack.0.join("longer.test.toml");
    std::fs::rename(pack.0.join("long.test.toml"), &stray).unwrap();
    insta::assert_snapshot!(pack.said(&["rules", "test", "--lang", "nb"]), @r"
    advarsel R203: regelen `long` har ingen eksempler
     --> long.rhai
      = hjelp: skriv noen i long.test.toml

    advarsel R005: ingen kriterier heter `longer`
     --> longer.test.toml
      = hjelp: mente du `long`?

    own 1.0.0: ingen eksempler, så ingenting ble prøvd
    ");
    let json = pack.json(&["rules", "test", "--json"]);
    let untested = &json["tested"][0]["untested"];
    assert_eq!(untested[0]["code"], "R203");
    assert_eq!(untested[1]["code"], "R005");
    assert_eq!(untested[1]["file"], "longer.test.toml");
    let folder = pack.0.to_str().unwrap();
    assert_eq!(ask(&["rules", "test", folder]).0, 1);
    // Beside cases that run and hold, it is still wrong.
    std::fs::write(pack.0.join("long.test.toml"), cases).unwrap();
    let (code, out, _) = ask(&["rules", "test", folder]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("R005") && !out.contains("R203"), "{out}");
    std::fs::remove_file(stray).unwrap();
    assert_eq!(ask(&["rules", "test", folder]).0, 0);
}

/// Divides by what is 0 for every run, in a way that the check only warns of.
const STOPS: &str = "12 % (run.sessions - run.sessions) == 0";

#[test]
fn a_rule_that_stops_says_with_which_pack_at_which_place_and_on_which_record() {
    let pack = Folder::new("stops", STOPS, "");
    let folder = pack.0.to_str().unwrap();
    let said = LANGUAGES.map(|lang| {
        let asked = [
            "plan",
            "tests/fixtures/lms",
            "--pack",
            folder,
            "--lang",
            lang,
        ];
        let (code, _, err) = ask(&asked);
        assert_eq!(code, 2);
        err.replace(folder, "PACK")
    });
    insta::assert_snapshot!(said.concat(), @r"
    error: R301: run `DM2-V27`: rule `long` of pack `own` stopped at long.rhai:2:4: modulo division by zero or overflow: 12 % 0; ask first whether what it divides by is above 0, and say what holds otherwise
    feil: R301: kursrekken `DM2-V27`: regelen `long` i pakken `own` stanset på long.rhai:2:4: resten av en deling på null eller med for stort svar: 12 % 0; spør først om tallet den deler på, er over 0, og si hva som gjelder ellers
    feil: R301: kursrekkja `DM2-V27`: regelen `long` i pakken `own` stansa på long.rhai:2:4: resten av ei deling på null eller med for stort svar: 12 % 0; spør først om talet han deler på, er over 0, og sei kva som gjeld elles
    ");
    let cases = "[[case]]\nname = \"none\"\ngiven = {}\nexpect = \"cannot tell: sessions\"\n";
    std::fs::write(pack.0.join("long.test.toml"), cases).unwrap();
    let asked = [
        "rules",
        "test",
        folder,
        "--on",
        "tests/fixtures/lms",
        "--lang",
        "nb",
    ];
    let (code, out, _) = ask(&asked);
    assert_eq!(code, 1, "{out}");
    insta::assert_snapshot!(out.replace(folder, "PACK"), @r"
    own 1.0.0: 1 eksempel, 0 feilet
    R301: ikke noe svar om 4 av 4 poster: regelen `long` i pakken `own` stanset på long.rhai:2:4: resten av en deling på null eller med for stort svar: 12 % 0; spør først om tallet den deler på, er over 0, og si hva som gjelder ellers
    own 1.0.0: postene i tests/fixtures/lms når 0 av 0 grener og vilkår
    ");
    let asked = [
        "rules",
        "diff",
        folder,
        folder,
        "--on",
        "tests/fixtures/lms",
    ];
    let (code, _, err) = ask(&asked);
    assert_eq!(code, 2);
    insta::assert_snapshot!(err.replace(folder, "PACK"), @"error: R301: with the rules in `PACK`: run `DM2-V27`: rule `long` of pack `own` stopped at long.rhai:2:4: modulo division by zero or overflow: 12 % 0; ask first whether what it divides by is above 0, and say what holds otherwise");
    let (_, _, err) = ask(&[&asked[..], &["--json"]].concat());
    let json: Value = serde_json::from_str(&err).unwrap();
    let place = &json["error"]["place"];
    assert_eq!(place["pack"], folder);
    assert_eq!(
        (&place["file"], &place["line"], &place["column"]),
        (&"long.rhai".into(), &2.into(), &4.into())
    );
    assert_eq!(place["record"]["kind"], "run");
    assert_eq!(place["record"]["id"], "DM2-V27");
    let help = json["error"]["help"].as_str().unwrap();
    assert!(help.starts_with("ask first"), "{help}");
}

#[test]
fn an_option_that_a_command_has_no_use_for_is_refused() {
    let refused = [
        (
            &["rules", "check", "../../rules", "--pack", "x"][..],
            "name the pack's folder",
        ),
        (
            &["rules", "check", "../../rules", "--seed", "1"],
            "leave it out",
        ),
        (
            &["rules", "test", "../../rules", "--as-of", "2026-01-01"],
            "`--on`",
        ),
        (
            &["rules", "replay", "log.jsonl", "--as-of", "2026-01-01"],
            "on the date",
        ),
        (&["rules", "replay", "log.jsonl", "--pack", "x"], "`--with`"),
        (
            &["export", "desk", "desk.xlsx", "--seed", "1"],
            "leave it out",
        ),
    ];
    for (args, instead) in refused {
        let (code, out, err) = ask(args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        assert!(
            err.contains("does not use") && err.contains(instead),
            "{err}"
        );
    }
}

#[test]
fn a_change_as_any_language_prints_it_is_taken_as_an_excuse() {
    let cases = "[[case]]\nname = \"many\"\ngiven = { sessions = 9 }\nexpect = true\n";
    for lang in LANGUAGES {
        let pack = Folder::new(&format!("pasted-{lang}"), "run.sessions >= 6", cases);
        let args = ["rules", "test", "--changes", "--lang", lang];
        let said = pack.said(&args);
        // `- FILE:LINE:COLUMN: … `A` changed to `B`: the line of the rule`
        let survivors = said.lines().filter(|line| line.starts_with("- long.rhai"));
        let pasted: Vec<String> = survivors
            .map(|line| {
                let (start, end) = (line.find('`').unwrap(), line.rfind('`').unwrap());
                let (change, rule) = (&line[start..=end], line[end + 1..].trim_matches([':', ' ']));
                format!(
                    "\n[[survivor]]\nline = '{rule}'\nchange = '{change}'\nbecause = 'as many'\n"
                )
            })
            .collect();
        assert!(pasted.len() > 1, "{lang}: {said}");
        let excused = format!("{cases}{}", pasted.concat());
        std::fs::write(pack.0.join("long.test.toml"), excused).unwrap();
        let said = pack.said(&args);
        assert_eq!(said.matches("as many").count(), pasted.len(), "{said}");
        assert!(!said.contains("R205") && !said.contains("R201"), "{said}");
    }
}
