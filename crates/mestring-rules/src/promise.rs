//! What a rule can never do, line by line: the page of the reference, which the tests run.
//!
//! Each promise says in words what holds, and which scripts try to break it. The numbers come from
//! the limits of [`sandbox`](crate::sandbox) itself.

use crate::diagnostic::FAULTS;
use crate::sandbox::{
    COMPLETIONS, DEPTH, FUNCTIONS, LIST_ITEMS, OPERATIONS, SOURCE_BYTES, TEXT_BYTES, TOML_BYTES,
    VARIABLES,
};

/// A promise, with what was tried against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// What part of the page it belongs to.
    pub about: &'static str,
    /// What holds: a sentence.
    pub text: String,
    /// What tries to break it, at least one.
    pub tries: Vec<Try>,
}

/// Something that tries to break a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Try {
    /// What it does in a few words, where its text is too long to be shown.
    pub shown: Option<String>,
    /// The text.
    pub text: String,
    /// Which file of a pack of one rule it is.
    pub file: &'static str,
    /// How it ends.
    pub ends: Ends,
}

/// How an attempt ends, about a run of six sessions of which nothing else is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// The check refuses it with this code.
    Refused(&'static str),
    /// It is let through, and stops with an error while it runs.
    Stopped,
    /// It answers this.
    Answers(&'static str),
}

/// The file of the rule.
const RULE: &str = "rule.rhai";
/// The file of the pack.
const PACK: &str = "pack.toml";

const REACHING: &str = "A rule reaches nothing";
const KEEPING: &str = "A rule keeps nothing and changes nothing";
const HIDING: &str = "A rule hides nothing";
const ENDING: &str = "A rule ends";
const GROWING: &str = "A rule does not grow";

fn attempt(text: impl Into<String>, ends: Ends) -> Try {
    Try {
        shown: None,
        text: text.into(),
        file: RULE,
        ends,
    }
}

/// An attempt that is shown in words.
fn long(shown: String, text: String, ends: Ends) -> Try {
    Try {
        shown: Some(shown),
        ..attempt(text, ends)
    }
}

/// A promise whose attempts are all refused, each with its code.
fn refused(
    about: &'static str,
    text: impl Into<String>,
    tries: &[(&'static str, &'static str)],
) -> Promise {
    let tries = tries.iter();
    Promise {
        about,
        text: text.into(),
        tries: tries
            .map(|(text, code)| attempt(*text, Ends::Refused(code)))
            .collect(),
    }
}

/// Every promise, in the order of the page.
pub fn promises() -> Vec<Promise> {
    let mut all = reaching();
    all.extend(keeping());
    all.extend(ending());
    all.extend(growing());
    all
}

fn reaching() -> Vec<Promise> {
    let at = REACHING;
    vec![
        refused(
            at,
            "It reads and writes no file, and loads no other script.",
            &[
                ("import \"/etc/passwd\" as x; 1", "R101"),
                ("open_file(\"/etc/passwd\").read()", "R105"),
                ("eval_file(\"other.rhai\")", "R105"),
                ("export p; 1", "R101"),
            ],
        ),
        refused(
            at,
            "It reads no clock: dates come in as facts, counted from the day that was asked for.",
            &[("timestamp().elapsed > 1.0", "R105"), ("now() > 1", "R105")],
        ),
        refused(
            at,
            "It reads nothing of its surroundings.",
            &[("env(\"HOME\") == \"\"", "R105"), ("args().len()", "R105")],
        ),
        refused(
            at,
            "It reaches no network.",
            &[
                ("http_get(\"http://example.org\")", "R105"),
                ("fetch(\"x\")", "R105"),
            ],
        ),
        refused(
            at,
            "It draws nothing at random.",
            &[("rand() > 1", "R105"), ("rand_float() > 0.5", "R105")],
        ),
        refused(
            at,
            "It prints nothing.",
            &[
                ("print(run.title); 1", "R101"),
                ("debug(run.title); 1", "R101"),
            ],
        ),
        refused(
            at,
            "It neither waits nor stops its host.",
            &[
                ("sleep(9); 1", "R105"),
                ("exit(); 1", "R105"),
                ("throw 1", "R102"),
            ],
        ),
        refused(
            at,
            "It runs no text as code, and makes no functions at run time.",
            &[
                ("eval(\"1\")", "R101"),
                ("let f = Fn(\"abs\"); f.call(1)", "R101"),
                ("call(\"abs\", 1)", "R101"),
                ("let f = |x| x; 1", "R101"),
                ("curry(1, 2)", "R101"),
                ("fn g(x) { x } let q = g; 1", "R102"),
            ],
        ),
        refused(
            at,
            "It sees one record and the pack's parameters, and of both only what is declared.",
            &[
                ("run.secret > 1", "R103"),
                ("run[\"sessions\"]", "R102"),
                ("global::other", "R102"),
                ("this.sessions", "R101"),
                ("let q = run; q.sessions", "R109"),
            ],
        ),
    ]
}

fn keeping() -> Vec<Promise> {
    vec![
        refused(
            KEEPING,
            "It changes neither its record nor the parameters.",
            &[
                ("run.sessions = 3; 1", "R118"),
                ("run.sessions += 3; 1", "R102"),
                ("p.least = 3; 1", "R118"),
                ("run = 3; 1", "R102"),
                ("let run = 3; 1", "R102"),
            ],
        ),
        Promise {
            about: KEEPING,
            text: "It remembers nothing: equal records get equal answers, in any order and on any \
                   number of threads."
                .to_owned(),
            tries: vec![
                attempt("let n = 0; n += run.sessions; n", Ends::Answers("6")),
                attempt(
                    "fn grown(n) { n + 1 } grown(grown(run.sessions))",
                    Ends::Answers("8"),
                ),
                attempt(
                    "let m = #{}; let f = || m; m.f = f; 1",
                    Ends::Refused("R101"),
                ),
            ],
        },
        Promise {
            about: HIDING,
            text: "A fact that nobody knows never passes for a value.".to_owned(),
            tries: vec![
                attempt("run.seats > 4", Ends::Answers("cannot tell: seats")),
                attempt("run.seats ?? 4", Ends::Answers("4")),
                attempt("(run.seats ?? ()) < 5", Ends::Refused("R102")),
                attempt("let u; u < 5", Ends::Refused("R102")),
                attempt("if run.sessions > 3 { 1 }", Ends::Refused("R129")),
            ],
        },
        refused(
            HIDING,
            "It cannot catch what went wrong and go on.",
            &[
                ("try { run.seats > 1 } catch { false }", "R102"),
                ("run.seats?.min(3) > 1", "R102"),
            ],
        ),
    ]
}

fn ending() -> Vec<Promise> {
    let mut doubling = String::from("fn f0(n) { n }\n");
    for n in 1..=30 {
        doubling += &format!("fn f{n}(n) {{ f{}(n) + f{}(n) }}\n", n - 1, n - 1);
    }
    vec![
        refused(
            ENDING,
            "It has no loops.",
            &[
                ("let n = 0; while n < 5 { n += 1; } n", "R101"),
                ("loop { } 1", "R101"),
                ("for i in 0..9 { } 1", "R101"),
                ("let n = 0; do { n += 1; } while n < 3; n", "R101"),
            ],
        ),
        refused(
            ENDING,
            "Its functions call only those that stand above them.",
            &[
                ("fn f(n) { f(n + 1) } f(1)", "R102"),
                ("fn f(n) { g(n) } fn g(n) { f(n) } f(1)", "R102"),
            ],
        ),
        Promise {
            about: ENDING,
            text: format!(
                "An answer takes at most {OPERATIONS} operations. How many a rule can take is counted \
                 before it runs, and `mestring rules check --json` says it; a longer one gets a warning \
                 (R135)."
            ),
            tries: vec![long(
                "thirty functions, each calling the one above it twice".to_owned(),
                doubling + "f30(run.sessions)",
                Ends::Stopped,
            )],
        },
        Promise {
            about: ENDING,
            text: format!(
                "Where facts are missing it is asked again at most {COMPLETIONS} times, each time under \
                 all limits."
            ),
            tries: vec![attempt(
                "run.format == \"hybrid\" || run.level == \"municipal\" || run.audience == \"patients\" \
                 || run.seats > 3 || run.activity || run.referral || run.focus_group",
                Ends::Answers(
                    "cannot tell: format, level, audience, seats, activity, referral, focus_group; \
                     open: too_many",
                ),
            )],
        },
    ]
}

fn growing() -> Vec<Promise> {
    let declared =
        |count: usize, part: &dyn Fn(usize) -> String| -> String { (0..count).map(part).collect() };
    let too_many = Ends::Refused("R101");
    vec![
        Promise {
            about: GROWING,
            text: format!("A text has at most {TEXT_BYTES} bytes, written or put together."),
            tries: vec![
                long(
                    "`s += s;` nine times, beginning with sixteen letters".to_owned(),
                    format!(
                        "let s = \"0123456789abcdef\"; {}s.len()",
                        "s += s; ".repeat(9)
                    ),
                    Ends::Stopped,
                ),
                long(
                    format!("a text of {} letters", TEXT_BYTES + 1),
                    format!("\"{}\" == run.title", "x".repeat(TEXT_BYTES + 1)),
                    too_many,
                ),
                attempt(
                    "let s = \"x\"; s.pad(2000000000, \"y\"); s.len()",
                    Ends::Refused("R105"),
                ),
            ],
        },
        Promise {
            about: GROWING,
            text: format!(
                "A list that it writes has fewer than {LIST_ITEMS} items, and none is put together."
            ),
            tries: vec![
                long(
                    format!("a list of {LIST_ITEMS} numbers"),
                    format!("[{}].len()", "1, ".repeat(LIST_ITEMS)),
                    too_many,
                ),
                attempt("let a = [1]; a += a; 1", Ends::Refused("R107")),
                attempt("let a = [1]; a.push(2); 1", Ends::Refused("R105")),
                attempt("#{a: 1}.a", Ends::Refused("R102")),
            ],
        },
        Promise {
            about: GROWING,
            text: format!("A script has at most {SOURCE_BYTES} bytes."),
            tries: vec![long(
                format!("a comment of {SOURCE_BYTES} letters"),
                format!("// {}\n1", "x".repeat(SOURCE_BYTES)),
                Ends::Refused("R111"),
            )],
        },
        Promise {
            about: GROWING,
            text: format!("What it writes is nested at most {DEPTH} deep."),
            tries: vec![
                long(
                    format!("{} brackets", DEPTH + 1),
                    format!("{}1{}", "(".repeat(DEPTH + 1), ")".repeat(DEPTH + 1)),
                    too_many,
                ),
                long(
                    "`1 +` two thousand times".to_owned(),
                    format!("{}1", "1 + ".repeat(2_000)),
                    too_many,
                ),
            ],
        },
        Promise {
            about: GROWING,
            text: format!("It defines at most {FUNCTIONS} functions."),
            tries: vec![long(
                format!("{} functions", FUNCTIONS + 1),
                declared(FUNCTIONS + 1, &|n| format!("fn g{n}() {{ {n} }}\n")) + "g0()",
                too_many,
            )],
        },
        Promise {
            about: GROWING,
            text: format!("It has at most {VARIABLES} variables at once."),
            tries: vec![long(
                format!("{} variables", VARIABLES + 1),
                declared(VARIABLES + 1, &|n| format!("let _v{n} = run.sessions;\n")) + "1",
                Ends::Stopped,
            )],
        },
        Promise {
            about: GROWING,
            text: format!(
                "A check lists at most {FAULTS} things about a file, and refuses the file where there \
                 are more."
            ),
            tries: vec![long(
                format!("`run.x;` {} times on one line", FAULTS + 1),
                "run.x;".repeat(FAULTS + 1) + "1",
                Ends::Refused("R136"),
            )],
        },
        Promise {
            about: GROWING,
            text: format!("`pack.toml` and each file of cases have at most {TOML_BYTES} bytes."),
            tries: vec![Try {
                file: PACK,
                ..long(
                    format!("a comment of {TOML_BYTES} letters"),
                    format!("# {}\n", "x".repeat(TOML_BYTES)),
                    Ends::Refused("R137"),
                )
            }],
        },
    ]
}
