//! Packs with rules that are no scripts: what the command alone says of them, and what it does for a
//! host that has them.

use std::sync::Arc;

use chrono::NaiveDate;
use mestring_cli::{FindPlugin, Surroundings, run_with};
use mestring_model::facts::Judged;
use mestring_rules::{Declaration, Plugins};

const PACK: &str = "tests/fixtures/regler/mange_plasser";
const LMS: &str = "tests/fixtures/lms";

/// Calls the command for a host: its exit code, result and messages.
fn ask(find: Option<FindPlugin<'_>>, args: &[&str]) -> (u8, String, String) {
    let surroundings = Surroundings {
        today: NaiveDate::from_ymd_opt(2026, 10, 1).unwrap_or_default(),
        ..Surroundings::of_pipe()
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["mestring"].into_iter().chain(args.iter().copied());
    let code = run_with(&surroundings, find, args, &mut out, &mut err);
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (code, text(out), text(err))
}

/// A host with one rule, `own:many_seats`.
fn find(name: &str) -> Result<Arc<dyn mestring_rules::Judge>, String> {
    let declared = Declaration::new("many_seats", "1.0.0", Judged::Run).reading(["seats"]);
    let plugins = Plugins::default().with_fn(declared.impure(), |run| {
        Ok((run.whole("seats")? > 12).into())
    });
    let found = (name == "own:many_seats").then(|| plugins.get("many_seats").cloned());
    found.flatten().ok_or_else(|| "check its name".to_owned())
}

#[test]
fn the_command_alone_says_how_a_rule_in_python_is_run() {
    let (code, out, err) = ask(None, &["rules", "test", PACK]);
    assert_eq!((code, err.as_str()), (1, ""));
    insta::assert_snapshot!(out, @"
    error R007: no plugin `many_seats` is registered
     --> pack.toml
      = help: the program that loads the pack registers it, a rule in Python with `python -m mestring … --plugin MODULE:NAME`

    tests/fixtures/regler/mange_plasser: 1 error, 0 warnings, 0 notes
    ");
    let (code, out, err) = ask(None, &["rules", "test", PACK, "--plugin", "own:many_seats"]);
    assert_eq!((code, out.as_str()), (2, ""));
    insta::assert_snapshot!(err, @"error: C040: this command runs no Python, so it has no plugin `own:many_seats`; run `python -m mestring` with the same arguments");
}

#[test]
fn a_host_brings_its_rules() {
    let find: FindPlugin<'_> = &find;
    let args = [
        "rules",
        "test",
        PACK,
        "--plugin",
        "own:many_seats",
        "--coverage",
        "--changes",
    ];
    let (code, out, err) = ask(Some(find), &args);
    assert_eq!((code, err.as_str()), (0, ""));
    insta::assert_snapshot!(out, @"
    mange_plasser 0.1.0: 5 cases, 0 failed
    mange_plasser 0.1.0: the cases reach 0 of 0 branches and conditions
    mange_plasser 0.1.0: of 0 small changes the cases notice 0, 0 are excused, 0 survive
    mange_plasser 0.1.0: no script, so neither branches nor changes are looked at: many_seats
    ");
    let (code, _, err) = ask(
        Some(find),
        &["rules", "test", PACK, "--plugin", "own:many_seat"],
    );
    assert_eq!(code, 2);
    insta::assert_snapshot!(err, @"error: C041: the plugin `own:many_seat` cannot be used: check its name");
}

#[test]
fn a_proposal_says_that_a_rule_is_not_pure() {
    let find: FindPlugin<'_> = &find;
    let args = [
        "plan",
        LMS,
        "--pack",
        PACK,
        "--plugin",
        "own:many_seats",
        "--all",
        "--json",
    ];
    let (code, out, err) = ask(Some(find), &args);
    assert_eq!((code, err.as_str()), (0, ""));
    let plan: serde_json::Value = serde_json::from_str(&out).unwrap_or_default();
    let text = plan.to_string();
    assert!(
        text.contains(r#""plugin":{"because":null,"pure":false,"version":"1.0.0"}"#),
        "{text}"
    );
    let args = [
        "plan",
        LMS,
        "--pack",
        PACK,
        "--plugin",
        "own:many_seats",
        "--all",
    ];
    for (lang, said) in [
        ("en", "depends on more than these facts"),
        ("nb", "avhenger av mer enn disse"),
        ("nn", "kjem an på meir enn desse"),
    ] {
        let (code, out, _) = ask(Some(find), &[&args[..], &["--lang", lang]].concat());
        assert_eq!(code, 0);
        let words: Vec<&str> = out.split_whitespace().collect();
        assert!(words.join(" ").contains(said), "{out}");
    }
}
