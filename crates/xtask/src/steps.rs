//! What `cargo xtask test` does, in order. A step is a name, a reason and a function; it gives a note
//! for the table at the end, or what went wrong.

use crate::counts::{self, Binary};
use crate::fuzz;
use crate::licences;
use crate::python;
use crate::shop::Shop;
use crate::targets;
use crate::tidy::{RULES, Tree, judge};

/// What a step did: a note for the table, and how many tests it executed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// What the table says beside the seconds.
    pub note: String,
    /// Tests that passed in this step.
    pub tests: u64,
}

impl Done {
    /// A note, without tests.
    pub fn note(note: impl Into<String>) -> Self {
        Self {
            note: note.into(),
            tests: 0,
        }
    }
}

/// One step of the run.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// The name that is printed, and that `--only` takes.
    pub name: &'static str,
    /// True where `--quick` runs it too.
    pub quick: bool,
    /// What the step does.
    pub run: fn(&mut Shop<'_>) -> Result<Done, String>,
}

/// Every step; the cheap ones that fail most often stand first.
pub const STEPS: [Step; 18] = [
    Step {
        name: "tidy",
        quick: true,
        run: tidy,
    },
    Step {
        name: "licences",
        quick: true,
        run: licences::check,
    },
    Step {
        name: "fmt",
        quick: true,
        run: fmt,
    },
    Step {
        name: "clippy",
        quick: true,
        run: clippy,
    },
    Step {
        name: "test",
        quick: true,
        run: test,
    },
    Step {
        name: "service",
        quick: false,
        run: service,
    },
    Step {
        name: "solver",
        quick: false,
        run: solver,
    },
    Step {
        name: "doc",
        quick: false,
        run: doc,
    },
    Step {
        name: "report",
        quick: false,
        run: report,
    },
    Step {
        name: "examples",
        quick: false,
        run: examples,
    },
    Step {
        name: "benches",
        quick: false,
        run: benches,
    },
    Step {
        name: "fuzz",
        quick: false,
        run: fuzz::fuzz,
    },
    Step {
        name: "python-tools",
        quick: false,
        run: python::tools,
    },
    Step {
        name: "python-build",
        quick: false,
        run: python::build,
    },
    Step {
        name: "python-lint",
        quick: false,
        run: python::lint,
    },
    Step {
        name: "python-types",
        quick: false,
        run: python::types,
    },
    Step {
        name: "python-stubs",
        quick: false,
        run: python::stubs,
    },
    Step {
        name: "python-test",
        quick: false,
        run: python::test,
    },
];

/// Prints every fault of every rule about the tree, and fails when there is one.
///
/// # Errors
/// The number of faults, or why the tree could not be read.
pub fn tidy(shop: &mut Shop<'_>) -> Result<Done, String> {
    let tree = Tree::read(shop.root()).map_err(|e| format!("cannot read the tree: {e}"))?;
    let mut faults = 0;
    for rule in &RULES {
        let look = judge(rule, &tree);
        faults += look.faults.len();
        let verdict = if look.faults.is_empty() {
            "ok"
        } else {
            "FAULTS"
        };
        shop.say(&format!(
            "  {:<17} {:>6} looked at, {verdict}",
            rule.name, look.seen
        ));
        if !look.faults.is_empty() {
            shop.say(&format!("    why: {}", rule.why));
        }
        for fault in &look.faults {
            shop.say(&format!("    {fault}"));
        }
    }
    if faults == 0 {
        Ok(Done::note(format!("{} rules", RULES.len())))
    } else {
        Err(format!("{faults} faults; `cargo xtask tidy` shows them"))
    }
}

fn fmt(shop: &mut Shop<'_>) -> Result<Done, String> {
    let call = shop.cargo(["fmt", "--all", "--check"]);
    shop.run(&call)?;
    Ok(Done::default())
}

fn clippy(shop: &mut Shop<'_>) -> Result<Done, String> {
    let call = shop.cargo([
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]);
    shop.run(&call)?;
    Ok(Done::default())
}

fn test(shop: &mut Shop<'_>) -> Result<Done, String> {
    // The service brings a web server, and its tests last as long as its promise says; both have a
    // step of their own.
    let call = shop.cargo([
        "test",
        "--workspace",
        "--exclude",
        "mestring-service",
        "--no-fail-fast",
    ]);
    let output = shop.run(&call)?;
    tests_done(&counts::cargo_test(&output))
}

/// The service of the examples, and the watcher that it switches on. Its load test prints what it
/// counted.
fn service(shop: &mut Shop<'_>) -> Result<Done, String> {
    let mut tests = 0;
    let mut load = None;
    for args in [
        &[
            "test",
            "--package",
            "mestring-exchange",
            "--features",
            "watch",
            "--test",
            "watch",
        ][..],
        &["test", "--package", "mestring-service", "--", "--nocapture"],
    ] {
        let call = shop.cargo(args.iter().copied());
        let output = shop.run(&call)?;
        let ran: u64 = counts::cargo_test(&output)
            .iter()
            .map(|own| own.passed)
            .sum();
        if ran == 0 {
            return Err(format!("`cargo {}` executed no test", args.join(" ")));
        }
        tests += ran;
        let counted = |line: &&str| line.contains(" reloads and ");
        load = output.lines().find(counted).map(str::to_owned).or(load);
    }
    let note = load.ok_or("the load test of the service did not say what it counted")?;
    Ok(Done { note, tests })
}

/// The second oracle for plans, which no default build has: its lints, and what it says against the
/// reference and the engine's own oracle.
fn solver(shop: &mut Shop<'_>) -> Result<Done, String> {
    let with = ["--package", "mestring", "--features", "pumpkin"];
    let lints = ["--lib", "--tests", "--", "-D", "warnings"];
    let call = shop.cargo([&["clippy"][..], &with, &lints].concat());
    shop.run(&call)?;
    let tests = ["--test", "timetable", "pumpkin::"];
    let call = shop.cargo([&["test"][..], &with, &tests].concat());
    let output = shop.run(&call)?;
    let own = counts::cargo_test(&output);
    match own.iter().map(|own| own.passed).sum() {
        0 => Err("no test of the second oracle ran".to_owned()),
        tests => Ok(Done {
            note: format!("{tests} tests"),
            tests,
        }),
    }
}

/// A run of `cargo test` counts only when tests, doc examples and the packs' cases were among it.
fn tests_done(binaries: &[Binary]) -> Result<Done, String> {
    let passed = |wanted: fn(&Binary) -> bool| -> u64 {
        binaries
            .iter()
            .filter(|binary| wanted(binary))
            .map(|binary| binary.passed)
            .sum()
    };
    let documented = passed(|binary| binary.name.starts_with("doc "));
    let plain = passed(|binary| !binary.name.starts_with("doc "));
    let cases = counts::pack_cases(binaries);
    for (count, what) in [
        (plain, "no test"),
        (documented, "no doc example"),
        (
            cases,
            "no case of a rule pack (they run in a test file named `packs.rs`, or in the tests of mestring-packs)",
        ),
    ] {
        if count == 0 {
            return Err(format!("`cargo test` ended well but executed {what}"));
        }
    }
    let note = format!("{plain} tests ({cases} of packs), {documented} doc examples");
    Ok(Done {
        note,
        tests: plain + documented,
    })
}

fn doc(shop: &mut Shop<'_>) -> Result<Done, String> {
    // Libraries only: the command's binary shares its name with the library of the verbs.
    let call = shop
        .cargo(["doc", "--workspace", "--no-deps", "--lib"])
        .env("RUSTDOCFLAGS", "-D warnings");
    shop.run(&call)?;
    Ok(Done::default())
}

fn report(shop: &mut Shop<'_>) -> Result<Done, String> {
    if shop.list("examples/bergen").is_empty() {
        return Err("examples/bergen is missing; the README runs it".to_owned());
    }
    let build = shop.cargo(["build", "--release"]);
    shop.run(&build)?;
    // Built before, so that what is counted is the report and not cargo's own lines.
    let call = shop.cargo([
        "run",
        "--release",
        "--quiet",
        "--",
        "report",
        "examples/bergen",
    ]);
    let output = shop.run(&call)?;
    match output
        .lines()
        .filter(|line| !line.trim().is_empty())
        .count()
    {
        0 => Err("`report examples/bergen` printed nothing".to_owned()),
        lines => Ok(Done::note(format!("{lines} lines"))),
    }
}

fn examples(shop: &mut Shop<'_>) -> Result<Done, String> {
    let targets = targets::declared(shop, "example", "examples")?;
    for target in &targets {
        let mut args = vec![
            "run",
            "--release",
            "--quiet",
            "--package",
            &target.package,
            "--example",
            &target.name,
        ];
        if !target.features.is_empty() {
            args.extend(["--features", &target.features]);
        }
        let call = shop.cargo(args);
        let output = shop.run(&call)?;
        if output.trim().is_empty() {
            return Err(format!("example `{}` printed nothing", target.name));
        }
    }
    Ok(Done::note(format!("{} run", targets.len())))
}

fn benches(shop: &mut Shop<'_>) -> Result<Done, String> {
    let targets = targets::declared(shop, "bench", "benches")?;
    for target in &targets {
        let mut args = vec![
            "bench",
            "--no-run",
            "--package",
            &target.package,
            "--bench",
            &target.name,
        ];
        if !target.features.is_empty() {
            args.extend(["--features", &target.features]);
        }
        let call = shop.cargo(args);
        shop.run(&call)?;
    }
    Ok(Done::note(format!("{} built", targets.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn binary(name: &str, passed: u64) -> Binary {
        Binary {
            name: name.to_owned(),
            passed,
            failed: 0,
        }
    }

    #[test]
    fn a_run_counts_only_when_all_kinds_of_tests_ran() {
        let all = [
            binary("mestring_model", 5),
            binary("packs", 7),
            binary("doc mestring", 2),
        ];
        let done = tests_done(&all).unwrap();
        assert_eq!(
            (done.tests, done.note.as_str()),
            (14, "12 tests (7 of packs), 2 doc examples")
        );
        let cases: [(&[usize], &str); 3] = [
            (&[], "no test"),
            (&[0, 1], "no doc example"),
            (&[0, 2], "no case"),
        ];
        for (kept, expected) in cases {
            let kept: Vec<Binary> = kept.iter().map(|index| all[*index].clone()).collect();
            let error = tests_done(&kept).unwrap_err();
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn quick_is_the_first_part_of_the_whole() {
        let quick: Vec<&str> = STEPS
            .iter()
            .filter(|step| step.quick)
            .map(|step| step.name)
            .collect();
        assert_eq!(quick, ["tidy", "licences", "fmt", "clippy", "test"]);
        let names: std::collections::BTreeSet<&str> = STEPS.iter().map(|step| step.name).collect();
        assert_eq!(names.len(), STEPS.len());
    }
}
