//! The arguments of `cargo xtask`, and the run over the steps with its table of seconds.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::reference;
use crate::shop::Shop;
use crate::steps::{self, Done, STEPS, Step};

const HELP: &str = "\
cargo xtask test [--quick] [--keep-going] [--only STEP]...
    Runs everything a change must pass, and prints the seconds of each step.
    --quick       tidy, licences, fmt, clippy and test only
    --keep-going  go on after a failure
    --only STEP   this step only; may be given again
cargo xtask tidy
    Checks the shape of the tree: import order, sizes, words, documents.
cargo xtask reference
    Writes the pages of docs/reference that come from declarations.";

/// What the arguments ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Task {
    Help,
    Tidy,
    Reference,
    Test {
        quick: bool,
        keep_going: bool,
        only: Vec<String>,
    },
}

/// One row of the table at the end.
struct Row {
    name: &'static str,
    seconds: f64,
    result: Result<Done, String>,
}

/// Runs the command with `args` (without the program's name) and prints to `out`. The code is 0 when
/// all passed, 1 when a step failed and 2 when the arguments make no sense.
pub fn run(args: &[String], out: &mut dyn Write) -> ExitCode {
    // Cargo sets the folder of this crate for the program it runs; the workspace lies two above it.
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let root = here.as_ref().and_then(|dir| dir.ancestors().nth(2));
    let (Ok(task), Some(root)) = (read(args), root) else {
        let problem = read(args)
            .err()
            .unwrap_or_else(|| "run it as `cargo xtask`".to_owned());
        let _ = writeln!(out, "{problem}\n\n{HELP}");
        return ExitCode::from(2);
    };
    let mut shop = Shop::new(root.to_path_buf(), out);
    let well = match task {
        Task::Help => {
            shop.say(HELP);
            true
        }
        Task::Tidy => steps::tidy(&mut shop)
            .map_err(|error| shop.say(&error))
            .is_ok(),
        Task::Reference => reference::write(root)
            .map_err(|error| shop.say(&error))
            .is_ok(),
        Task::Test {
            quick,
            keep_going,
            only,
        } => {
            let chosen: Vec<Step> = STEPS
                .into_iter()
                .filter(|step| step.quick || !quick)
                .filter(|step| only.is_empty() || only.iter().any(|name| name == step.name))
                .collect();
            test(&mut shop, &chosen, keep_going)
        }
    };
    if well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn read(args: &[String]) -> Result<Task, String> {
    let mut words = args.iter().map(String::as_str);
    let task = match words.next() {
        None | Some("help" | "--help" | "-h") => Task::Help,
        Some("tidy") => Task::Tidy,
        Some("reference") => Task::Reference,
        Some("test") => {
            let (mut quick, mut keep_going, mut only) = (false, false, Vec::new());
            while let Some(word) = words.next() {
                match word {
                    "--quick" => quick = true,
                    "--keep-going" => keep_going = true,
                    "--only" => only.push(step(words.next())?),
                    _ => return Err(format!("unknown argument `{word}`")),
                }
            }
            if quick && let Some(name) = only.iter().find(|name| !is_quick(name)) {
                return Err(format!("step `{name}` is not part of `--quick`"));
            }
            return Ok(Task::Test {
                quick,
                keep_going,
                only,
            });
        }
        Some(word) => return Err(format!("unknown task `{word}`")),
    };
    match words.next() {
        None => Ok(task),
        Some(word) => Err(format!("unknown argument `{word}`")),
    }
}

fn step(name: Option<&str>) -> Result<String, String> {
    let known = STEPS.map(|step| step.name);
    match name {
        Some(name) if known.contains(&name) => Ok(name.to_owned()),
        Some(name) => Err(format!(
            "unknown step `{name}`; the steps are {}",
            known.join(", ")
        )),
        None => Err("`--only` needs the name of a step".to_owned()),
    }
}

fn is_quick(name: &str) -> bool {
    STEPS.iter().any(|step| step.quick && step.name == name)
}

/// Runs the steps and prints the table; true when every chosen step ran and passed.
#[expect(
    clippy::disallowed_methods,
    reason = "the table says how long each step took"
)]
fn test(shop: &mut Shop<'_>, chosen: &[Step], keep_going: bool) -> bool {
    let mut rows: Vec<Row> = Vec::new();
    for step in chosen {
        shop.say(&format!("\n=== {} ===", step.name));
        let start = std::time::Instant::now();
        let result = (step.run)(shop);
        let seconds = start.elapsed().as_secs_f64();
        let failed = result.is_err();
        if let Err(error) = &result {
            shop.say(&format!("{} failed: {error}", step.name));
        }
        rows.push(Row {
            name: step.name,
            seconds,
            result,
        });
        if failed && !keep_going {
            break;
        }
    }
    for line in table(&rows, chosen.len()) {
        shop.say(&line);
    }
    rows.len() == chosen.len() && rows.iter().all(|row| row.result.is_ok())
}

/// The lines of the table, and a closing line with the tests that passed and the steps that failed.
fn table(rows: &[Row], chosen: usize) -> Vec<String> {
    let mut lines = vec![
        String::new(),
        format!("{:<14} {:>8}  result", "step", "seconds"),
    ];
    lines.extend(rows.iter().map(|row| {
        let result = match &row.result {
            Ok(done) if done.note.is_empty() => "ok".to_owned(),
            Ok(done) => format!("ok: {}", done.note),
            Err(error) => format!("FAILED: {error}"),
        };
        format!("{:<14} {:>8.1}  {result}", row.name, row.seconds)
    }));
    let seconds: f64 = rows.iter().map(|row| row.seconds).sum();
    let left = match chosen - rows.len() {
        0 => String::new(),
        left => format!("{left} steps not reached"),
    };
    lines.push(
        format!("{:<14} {seconds:>8.1}  {left}", "all")
            .trim_end()
            .to_owned(),
    );
    let passed: u64 = rows
        .iter()
        .filter_map(|row| row.result.as_ref().ok())
        .map(|done| done.tests)
        .sum();
    let failed = rows.iter().filter(|row| row.result.is_err()).count();
    lines.push(format!("{passed} passed, {failed} failed"));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn arguments_are_read() {
        let test = |quick, keep_going, only: &[&str]| {
            Ok(Task::Test {
                quick,
                keep_going,
                only: only.iter().map(|s| (*s).to_owned()).collect(),
            })
        };
        let cases = [
            ("", Ok(Task::Help)),
            ("--help", Ok(Task::Help)),
            ("tidy", Ok(Task::Tidy)),
            ("test", test(false, false, &[])),
            ("test --quick --keep-going", test(true, true, &[])),
            (
                "test --only fmt --only doc",
                test(false, false, &["fmt", "doc"]),
            ),
            ("tset", Err("unknown task `tset`".to_owned())),
            ("tidy --quick", Err("unknown argument `--quick`".to_owned())),
            ("test --fast", Err("unknown argument `--fast`".to_owned())),
            (
                "test --only",
                Err("`--only` needs the name of a step".to_owned()),
            ),
            (
                "test --quick --only doc",
                Err("step `doc` is not part of `--quick`".to_owned()),
            ),
        ];
        for (line, expected) in cases {
            assert_eq!(read(&words(line)), expected, "{line}");
        }
        assert!(
            read(&words("test --only x"))
                .unwrap_err()
                .starts_with("unknown step `x`; the steps are tidy, licences")
        );
    }

    fn good(_: &mut Shop<'_>) -> Result<Done, String> {
        Ok(Done {
            note: "3 tests".to_owned(),
            tests: 3,
        })
    }

    fn bad(_: &mut Shop<'_>) -> Result<Done, String> {
        Err("broke".to_owned())
    }

    fn run_steps(steps: &[Step], keep_going: bool) -> (bool, Vec<String>) {
        let mut out = Vec::new();
        let well = test(
            &mut Shop::new(PathBuf::from("."), &mut out),
            steps,
            keep_going,
        );
        let shown = String::from_utf8(out).unwrap();
        (well, shown.lines().map(str::to_owned).collect())
    }

    const GOOD: Step = Step {
        name: "good",
        quick: true,
        run: good,
    };
    const BAD: Step = Step {
        name: "bad",
        quick: true,
        run: bad,
    };

    #[test]
    fn all_well() {
        let (well, shown) = run_steps(&[GOOD, GOOD], false);
        assert!(well);
        assert_eq!(shown.last().map(String::as_str), Some("6 passed, 0 failed"));
        assert_eq!(
            shown
                .iter()
                .filter(|line| line.starts_with("good "))
                .count(),
            2,
            "{shown:#?}"
        );
    }

    #[test]
    fn the_first_failure_stops_the_run() {
        let (well, shown) = run_steps(&[GOOD, BAD, GOOD], false);
        assert!(!well);
        assert_eq!(shown.last().map(String::as_str), Some("3 passed, 1 failed"));
        assert!(
            shown
                .iter()
                .any(|line| line.ends_with("1 steps not reached")),
            "{shown:#?}"
        );
    }

    #[test]
    fn keep_going_reaches_the_end_and_still_fails() {
        let (well, shown) = run_steps(&[BAD, GOOD], true);
        assert!(!well);
        assert_eq!(shown.last().map(String::as_str), Some("3 passed, 1 failed"));
        assert!(
            shown.iter().any(|line| line.contains("FAILED: broke")),
            "{shown:#?}"
        );
    }

    #[test]
    fn no_step_is_no_success_by_accident() {
        let (well, shown) = run_steps(&[], false);
        assert!(well, "nothing was asked for");
        assert_eq!(shown.last().map(String::as_str), Some("0 passed, 0 failed"));
    }
}
