//! Every way out of the sandbox that we know of, and where each ends.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use mestring_model::facts::FactValue::Int;
use mestring_rules::sandbox::{FUNCTIONS, SOURCE_BYTES};
use mestring_rules::{Pack, Plugins, RuleError};
use support::{files, judge, load, run};

/// Refused when the pack is loaded: the message begins so, at this line and column of the rule
/// (its first line is the header that the helper adds).
#[track_caller]
fn refused(script: &str, expected: &str) {
    let errors = Pack::load(&files("priority", script), &Plugins::default()).unwrap_err();
    let errors: Vec<String> = errors.iter().map(|error| error.to_string()).collect();
    assert!(
        errors.iter().any(|own| own.contains(expected)),
        "{script:.80}\n{errors:#?}"
    );
}

/// Loaded, and stopped by a limit while it ran.
#[track_caller]
fn stopped(script: &str, expected: &str) {
    let error = judge("priority", script, &run(&[("sessions", Int(6))])).unwrap_err();
    assert!(matches!(error, RuleError::Stopped { .. }), "{error:?}");
    assert!(
        error.to_string().contains(expected),
        "{script:.80}\n{error}"
    );
}

#[test]
fn code_that_builds_or_runs_code_does_not_parse() {
    refused(
        "let f = |x| x; for i in 0..900 { f = f.curry(f); } 1",
        "2:9: unexpected `|`",
    );
    refused("let a = #{}; let f = || a; a.f = f; 1", "R101");
    refused("eval(\"1\")", "2:1: `eval` is not allowed in a rule");
    refused(
        "let f = Fn(\"abs\"); 1",
        "2:9: `Fn` is not allowed in a rule",
    );
    refused("call(\"abs\", 1)", "2:1: `call` is not allowed in a rule");
    refused(
        "let f = \"abs\"; f.call(1)",
        "2:18: the name of a fact or function is missing",
    );
    refused("curry(1, 2)", "2:1: `curry` is not allowed in a rule");
    refused(
        "type_of(run.sessions) == \"i64\"",
        "2:1: `type_of` is not allowed in a rule",
    );
    refused(
        "is_def_var(\"run\")",
        "2:1: `is_def_var` is not allowed in a rule",
    );
    refused(
        "import \"/etc/passwd\" as x; 1",
        "2:1: `import` is not allowed in a rule",
    );
    refused("export p; 1", "2:1: `export` is not allowed in a rule");
    refused("this.x", "R101");
    refused(
        "fn g(x) { x } let q = g; 1",
        "2:23: a function as a value is not allowed",
    );
    refused("[1, 2].filter(|x| x > 1).len()", "unexpected `|`");
}

#[test]
fn nothing_reaches_clock_files_or_output() {
    refused("sleep(8); 1", "2:1: rules have no function `sleep`");
    refused("timestamp(); 1", "2:1: rules have no function `timestamp`");
    refused("exit(); 1", "2:1: rules have no function `exit`");
    refused(
        "blob(2000000000).len()",
        "2:1: rules have no function `blob`",
    );
    refused("rand() > 1", "2:1: rules have no function `rand`");
    refused(
        "print(run.title); 1",
        "2:1: `print` is not allowed in a rule",
    );
    refused(
        "debug(run.title); 1",
        "2:1: `debug` is not allowed in a rule",
    );
}

#[test]
fn there_are_no_loops() {
    for script in [
        "let n = 0; while n < 5 { n += 1; } n",
        "loop { } 1",
        "for i in 0..9 { } 1",
        "let n = 0; do { n += 1; } while n < 3; n",
    ] {
        refused(script, "rules have no loops");
    }
}

#[test]
fn what_grows_is_stopped_or_refused() {
    refused(
        "let s = \"x\"; s.pad(2000000000, \"y\"); s.len()",
        "rules have no function `pad`",
    );
    refused(
        "let a = [1]; a.pad(200000000, 1); a.len()",
        "rules have no function `pad`",
    );
    refused(
        "let a = [1]; a.push(2); a.len()",
        "rules have no function `push`",
    );
    refused(
        "let a = [1]; a += a; 1",
        "this cannot calculate with a list",
    );
    refused(
        "let a = [[1], [2]]; a[0] = a; 1",
        "a change of anything but a variable",
    );
    refused(
        "let s = \"x\"; s.split(\"\").len()",
        "rules have no function `split`",
    );
    let doubling = format!(
        "let s = \"0123456789abcdef\"; {} s.len()",
        "s += s; ".repeat(28)
    );
    stopped(&doubling, "a text is larger than a rule may make it");
    let nested = format!("{}1{}", "[".repeat(8), "]".repeat(8));
    refused(
        &format!("{nested} == 1"),
        "a list is never equal to a whole number",
    );
}

#[test]
fn functions_end() {
    refused(
        "fn f(n) { f(n + 1) } f(1)",
        "calling `f` here is not allowed in a rule",
    );
    refused(
        "fn f(n) { g(n) } fn g(n) { f(n) } f(1)",
        "may only call functions that stand above",
    );
    refused(
        "fn f(n) { n } fn f(n, m) { n } f(1)",
        "a second function of the same name",
    );
    refused(
        "fn min(n) { n } min(1)",
        "a function called `min` is not allowed",
    );
    refused(
        "fn known(n) { n } known(1)",
        "a function called `known` is not allowed",
    );
    refused("fn f(n) { n } 1.f()", "R10");
    refused("fn f(r) { r.sessions } f(run)", "`run` stands alone");
    refused("fn f(run) { 1 } f(1)", "another `run` is not allowed");
    // Each helper calls the one above twice: a short text, and 2^30 calls.
    let mut doubling = String::from("fn f0(n) { n }\n");
    for n in 1..=30 {
        doubling += &format!("fn f{n}(n) {{ f{}(n) + f{}(n) }}\n", n - 1, n - 1);
    }
    stopped(
        &(doubling + "f30(run.sessions)"),
        "it needs more than 20000 operations",
    );
    let many: String = (0..=FUNCTIONS)
        .map(|n| format!("fn g{n}() {{ {n} }}\n"))
        .collect();
    refused(&(many + "g0()"), "R101");
}

#[test]
fn large_and_deep_texts_are_refused_at_once() {
    refused(&"let x = 1;\n".repeat(60_000), "a rule may have 32768");
    refused(&"1;".repeat(SOURCE_BYTES), "R111");
    for open in ["(", "[", "!", "-", "{ ", "if true { ", "run.sessions ?? ("] {
        refused(&open.repeat(1_900), "R101");
    }
    let chains = ["1 + ", "run.sessions.min(", "true && ", "run.seats ?? "];
    for chain in chains {
        refused(&format!("{}1", chain.repeat(1_900)), "R101");
    }
    let many: String = (0..70)
        .map(|n| format!("let a{n} = run.seats ?? 1;"))
        .collect();
    refused(&(many + "1"), "a rule may write `??` 64 times");
}

#[test]
fn records_and_parameters_stay_as_they_are() {
    refused("run.sessions = 3; 1", "2:1: `=` gives a variable a value");
    refused("p.least = 3; 1", "2:1: `=` gives a variable a value");
    refused(
        "run.sessions += 3; 1",
        "a change of anything but a variable",
    );
    refused("run = 3; 1", "a change of the record or the parameters");
    refused("let run = 3; 1", "another `run` is not allowed");
    refused("let q = run; q.sessions", "`run` stands alone");
    refused("[run][0].sessions", "`[…]` after a value is not allowed");
    refused("run[\"sessions\"]", "`[…]` after a value is not allowed");
    refused("run.get(\"sessions\")", "a call on `run` is not allowed");
    refused("#{a: 1}.a", "`#{…}` is not allowed");
    refused("let æ = 1; æ", "R101");
    refused("global::A", "a name with `::` is not allowed");
    refused("throw 1", "`throw` is not allowed");
    refused(
        "`${run.sessions}` == \"6\"",
        "`${…}` in a text is not allowed",
    );
    refused("run.sessions & 3", "this operator is not allowed");
}

#[test]
fn misspelt_names_are_found_where_they_stand() {
    refused(
        "run.sesions > 3",
        "2:5: `run` has no fact `sesions`; did you mean `sessions`?",
    );
    refused(
        "1 +\n  p.leats",
        "3:5: the pack has no parameter `leats`; did you mean `least`?",
    );
    refused(
        "mim(1, 2)",
        "2:1: rules have no function `mim`; did you mean `min`?",
    );
    refused(
        "sessions > 3",
        "2:1: the name `sessions` is not defined; write `run.sessions`",
    );
    refused(
        "rum.sessions > 3",
        "2:1: the name `rum` is not defined; did you mean `run`?",
    );
    refused("false && run.secret", "2:14: `run` has no fact `secret`");
    refused(
        "if false { run.secret } else { 1 }",
        "2:16: `run` has no fact `secret`",
    );
    refused(
        "fn f(n) { n } 1 + f(run.secret)",
        "2:25: `run` has no fact `secret`",
    );
}

#[test]
fn arithmetic_that_fails_stops_with_its_place() {
    let error = |script: &str| {
        judge("priority", script, &run(&[("sessions", Int(0))]))
            .unwrap_err()
            .to_string()
    };
    assert_eq!(
        error("1 +\n 7 / run.sessions"),
        "rule `rule` of pack `test` stopped at rule.rhai:3:4: division by zero: 7 / 0; ask first \
         whether what it divides by is above 0, and say what holds otherwise"
    );
    assert_eq!(
        error("9223372036854775807 + (run.sessions + 1)"),
        "rule `rule` of pack `test` stopped at rule.rhai:2:21: addition overflow: \
         9223372036854775807 + 1; calculate with other numbers, or ask first how large they are"
    );
    // In a helper the place is the helper's own, not its caller's.
    assert_eq!(
        error("fn f(n) { 1 % n }\n2 + f(run.sessions)"),
        "rule `rule` of pack `test` stopped at rule.rhai:2:13: modulo division by zero or overflow: \
         1 % 0; ask first whether what it divides by is above 0, and say what holds otherwise"
    );
}

#[test]
fn numbers_keep_the_meaning_that_the_engine_gives_them() {
    let answer = |script: &str| support::answer("priority", script, &run(&[])).to_string();
    assert_eq!(answer("7 / 2"), "3", "the check warns about it");
    assert_eq!(answer("7.0 / 2"), "3.5");
    assert_eq!(answer("1 == 1.0"), "yes");
    // Decimals are compared with a tolerance of one rounding.
    assert_eq!(answer("0.1 + 0.2 == 0.3"), "yes");
    assert_eq!(answer("0.15 - 0.00000000000000002 >= 0.15"), "yes");
}

#[test]
fn packs_are_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    let pack = load("priority", "run.sessions > p.least");
    shared(&pack);
    let bench = pack.at("2026-01-15".parse().unwrap()).unwrap();
    shared(&bench);
    let row = run(&[("sessions", Int(6))]);
    let one = bench.judge(&row).unwrap();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| bench.judge(&row).unwrap()))
            .collect();
        assert!(threads.into_iter().all(|own| own.join().unwrap() == one));
    });
}
