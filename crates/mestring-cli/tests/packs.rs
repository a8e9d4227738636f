//! What is said of the packs that a question uses: wrong choices, failing cases, dates without a
//! value.

mod support;

use std::path::{Path, PathBuf};

use mestring_exchange::folder;
use support::ask;

const LMS: &str = "tests/fixtures/lms";
const WAITING: &str = "tests/fixtures/regler/lengst_ventetid";
const TURNED: &str = "tests/fixtures/regler/snudd";

#[test]
fn a_pack_whose_cases_fail_is_said_at_both_ends_of_the_result() {
    let (code, out, err) = ask(&["plan", LMS, "--pack", TURNED, "--lang", "nb"]);
    assert_eq!(code, 1);
    let first: Vec<&str> = out.split("\n\n").take(1).collect();
    assert!(
        first[0].contains("OBS: Regelpakken i tests/fixtures/regler/snudd"),
        "{out}"
    );
    assert_eq!(err, "");
    let end = out.split_once("Funnet i dataene").unwrap().1;
    insta::assert_snapshot!(end, @r#"
    : 1 feil, 0 advarsler, 13 merknader.
    - feil C021: tests/fixtures/regler/snudd/ventetid.test.toml, rad 4: regelpakken snudd 0.1.0 svarer
      ikke slik dens egne eksempler venter, så svarene kan være feil: 2 av 2 feiler, den første er
      `sixty days` venter 60, og regelen svarer -60; kjør `mestring rules test
      tests/fixtures/regler/snudd`, og rett så regelen eller eksemplet
    "#);
    let (_, out, err) = ask(&["plan", LMS, "--pack", WAITING]);
    assert!(
        !out.contains("own cases") && !err.contains("C021"),
        "{out}{err}"
    );
}

#[test]
fn two_packs_for_one_decision_are_refused() {
    let (code, out, err) = ask(&["plan", LMS, "--pack", WAITING, "--pack", TURNED]);
    assert_eq!((code, out.as_str()), (2, ""));
    insta::assert_snapshot!(err, @"error: C018: `tests/fixtures/regler/lengst_ventetid` and `tests/fixtures/regler/snudd` are both packs of kind `priority`, and only one can decide; leave one out");
}

/// The packs that rank have numbers from 2025, so nothing can be ranked in 2024.
#[test]
fn a_date_before_the_rules_stops_only_what_needs_them() {
    let on = ["--as-of", "2024-06-01"];
    for (question, code, said) in [
        ("overview", 0, None),
        (
            "plan",
            2,
            Some("error: R304: parameter `established_within_months`"),
        ),
        ("relate", 0, None),
        (
            "report",
            1,
            Some("C023: pack.toml: the pack priority cannot be asked"),
        ),
    ] {
        let (got, out, err) = ask(&[question, LMS, on[0], on[1]]);
        assert_eq!(got, code, "{question}: {err}");
        assert_eq!(out.is_empty(), code == 2, "{question}");
        let all = format!("{out}{err}");
        let told = all.contains("R304") || all.contains("C023");
        assert_eq!(told, said.is_some(), "{question}: {all}");
        assert!(
            said.is_none_or(|said| all.contains(said)),
            "{question}: {all}"
        );
    }
    let (_, out, _) = ask(&["report", LMS, on[0], on[1]]);
    assert!(
        out.contains("Overview") && !out.contains("Proposal"),
        "{out}"
    );
}

fn read(path: &Path) -> String {
    String::from_utf8(folder::read_file(path).unwrap_or_default()).unwrap_or_default()
}

fn write(path: &Path, text: &str) {
    assert!(folder::write_file(path, text.as_bytes()).is_ok());
}

/// Whatever is asked, the exit code says that a pack's own cases fail, and nothing where they pass.
#[test]
fn every_answer_by_a_pack_whose_cases_fail_ends_with_one() {
    let room = [
        "--room",
        "STOR",
        "--date",
        "2027-01-18",
        "--half-day",
        "morning",
    ];
    let commands: &[&[&str]] = &[
        &["report", LMS],
        &["overview", LMS],
        &["plan", LMS],
        &["explain", LMS, "DM2-V27"],
        &["relate", LMS],
        &["obligations", LMS],
        &[&["freed", LMS], room.as_slice()].concat(),
    ];
    for command in commands {
        for (pack, expect) in [(TURNED, 1), (WAITING, 0)] {
            let (code, _, err) = ask(&[command, ["--pack", pack].as_slice()].concat());
            assert_eq!(code, expect, "{command:?} {pack}: {err}");
        }
    }
}

/// A new desk of a test's own whose `[packs]` are these; the folder goes when the test is done.
struct Own(PathBuf);

impl Own {
    fn new(name: &str, packs: &str) -> Self {
        let name = format!("mestring-packs-{name}-{}", std::process::id());
        let own = Own(std::env::temp_dir().join(name));
        let _ = std::fs::remove_dir_all(&own.0);
        let folder = own.0.display().to_string();
        assert_eq!(ask(&["new", &folder]).0, 0);
        let settings = own.0.join("desk.toml");
        let text = read(&settings);
        let before = text.split("[packs").next().unwrap_or_default();
        write(&settings, &format!("{before}[packs]\n{packs}"));
        own
    }

    /// What the plan of the desk is refused with, or warned of.
    fn said(&self) -> String {
        let folder = self.0.display().to_string();
        let (_, out, err) = ask(&["plan", &folder]);
        // The findings end the result, wrapped and each behind a dash.
        let found = out.split_once("Found in the data").unwrap_or_default().1;
        let found = found.split_once("- ").unwrap_or_default().1;
        let said = err.lines().chain(found.lines()).map(str::trim);
        let text = said.collect::<Vec<_>>().join(" ");
        text.replace(&folder, "DESK")
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn what_desk_toml_chooses_is_held_against_what_it_says() {
    let cases = [
        ("kind", "priority = { path = \"rules/relation\" }\n"),
        ("name", "priority = { shipped = \"priorty\" }\n"),
        (
            "two",
            "priority = { path = \"rules/priority\" }\nother = { shipped = \"priority\" }\n",
        ),
        (
            "version",
            "priority = { shipped = \"priority\", version = \"0.9.0\" }\n",
        ),
    ];
    let said = cases.map(|(name, packs)| Own::new(name, packs).said());
    insta::assert_snapshot!(said.join("\n"), @r#"
    error: C017: desk.toml gives `priority` a pack of kind `relation`, and `priority` takes one of kind `priority`; choose another pack there, or choose this one under `relation`
    error: C010: desk.toml chooses the shipped pack `priorty` under `priority`, and there is none; did you mean `priority`?
    error: C018: `other` and `DESK/rules/priority` are both packs of kind `priority`, and only one can decide; leave one out
    warning C011: desk.toml: the desk was written for priority 0.9.0, and 1.0.0 is shipped; read what changed, then write `1.0.0`; or keep the old pack in a folder of your own
    "#);

    let own = Own::new("cases", "priority = { path = \"rules/priority\" }\n");
    let rule = own.0.join("rules/priority/established.rhai");
    let text = read(&rule);
    assert!(text.contains("return false"));
    write(&rule, &text.replace("return false", "return true"));
    insta::assert_snapshot!(own.said(), @"error C021: DESK/rules/priority/established.test.toml, row 28: the pack priority 1.0.0 does not answer as its own cases expect, so its answers may be wrong: 1 of 30 fail, the first `never held` expects no, and the rule answers yes; run `mestring rules test DESK/rules/priority`, then mend the rule or the case");
}
