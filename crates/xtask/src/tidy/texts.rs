//! Rules about the texts themselves: length, machine paths, unfinished work, national numbers.

use super::{Look, Tree};

/// Lines that a module may have. Tests may be longer, since a table of cases is read by the row.
const LONGEST: usize = 600;

/// Paths of one machine or of somebody's own folders. They are put together here, so that this file
/// does not hold them.
const MACHINE_PATHS: [&str; 5] = [
    concat!("..", "/shared"),
    concat!(".lib", "rary"),
    concat!("/wo", "rk/"),
    concat!("/tm", "p/"),
    concat!("/ro", "ot/"),
];

/// Marks of work that was left, put together for the same reason.
const MARKS: [&str; 4] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("HA", "CK"),
];

/// Files that are code: they hold no marks of unfinished work.
const CODE: [&str; 8] = [
    ".rs", ".py", ".pyi", ".rhai", ".toml", ".sh", ".ci/run", ".ftl",
];

/// Digits of a Norwegian national identity number.
const NATIONAL: usize = 11;

/// Code files outside tests stay below a length at which they answer more than one question.
pub fn length(tree: &Tree) -> Look {
    let mut look = Look::default();
    for (path, text) in tree
        .ending(&[".rs", ".py"])
        .filter(|(path, _)| !is_test(path))
    {
        look.seen += 1;
        let lines = text.lines().count();
        if LONGEST < lines {
            look.fault(
                path,
                0,
                format!("has {lines} lines, more than {LONGEST}; split it by question"),
            );
        }
    }
    look
}

/// No file mentions a path of somebody's machine.
pub fn machine_paths(tree: &Tree) -> Look {
    over_lines(tree.files(), |line| {
        let found = MACHINE_PATHS.iter().find(|path| line.contains(*path))?;
        Some(format!("mentions `{found}`, a path of one machine"))
    })
}

/// No code file carries marks of work that was left.
pub fn unfinished(tree: &Tree) -> Look {
    over_lines(tree.ending(&CODE), |line| {
        let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
        let found = words.find(|word| MARKS.contains(word))?;
        Some(format!(
            "says {found}; finish it, or leave it out and write an issue"
        ))
    })
}

/// No example holds a number that could be somebody's.
pub fn national_numbers(tree: &Tree) -> Look {
    over_lines(
        tree.files()
            .filter(|(path, _)| path.starts_with("examples/")),
        |line| {
            // The number itself is not repeated in the message.
            has_national_number(line)
                .then(|| "holds a number of eleven digits; invented people have none".to_owned())
        },
    )
}

/// True where `line` has exactly eleven digits in a row, or six, a space or hyphen, and five.
fn has_national_number(line: &str) -> bool {
    let runs: Vec<&str> = line.split(|c: char| !c.is_ascii_digit()).collect();
    let whole = runs.iter().any(|run| run.len() == NATIONAL);
    // Two runs are neighbours in `runs` when one character stands between them.
    let pairs = runs.windows(2).filter_map(|pair| match pair {
        [birth, number] if birth.len() == 6 && number.len() == 5 => Some((birth, number)),
        _ => None,
    });
    let split = pairs.into_iter().any(|(birth, number)| {
        [' ', '-']
            .iter()
            .any(|between| line.contains(&format!("{birth}{between}{number}")))
    });
    whole || split
}

fn over_lines<'t>(
    files: impl Iterator<Item = (&'t str, &'t str)>,
    judge: impl Fn(&str) -> Option<String>,
) -> Look {
    let mut look = Look::default();
    for (path, text) in files {
        look.seen += 1;
        for (index, line) in text.lines().enumerate() {
            if let Some(fault) = judge(line) {
                look.fault(path, index + 1, fault);
            }
        }
    }
    look
}

fn is_test(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    path.split('/').any(|part| part == "tests") || file == "tests.rs" || file.starts_with("test_")
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    #[test]
    fn long_modules_are_faults_and_long_tests_are_not() {
        let long = "x\n".repeat(LONGEST + 1);
        let fits = "x\n".repeat(LONGEST);
        check(
            length,
            &[
                ("crates/a/src/long.rs", &long),
                ("crates/a/src/fits.rs", &fits),
                ("crates/a/tests/long.rs", &long),
                ("crates/a/src/plan/tests.rs", &long),
                ("bindings/python/python/mestring/frames.py", &long),
            ],
            &[
                "bindings/python/python/mestring/frames.py: has 601 lines",
                "crates/a/src/long.rs: has 601 lines",
            ],
        );
    }

    #[test]
    fn paths_of_one_machine_are_faults() {
        for path in MACHINE_PATHS {
            let text = format!("first\nsee {path}x");
            let fault = format!("README.md:2: mentions `{path}`");
            check(
                machine_paths,
                &[("README.md", &text), ("a.rs", "see crates/a")],
                &[&fault],
            );
        }
    }

    #[test]
    fn marks_of_unfinished_work_are_faults_in_code_only() {
        for mark in MARKS {
            let text = format!("// {mark}: later");
            let fault = format!("a.rs:1: says {mark}");
            check(
                unfinished,
                &[("a.rs", &text), ("NOTES.md", &text)],
                &[&fault],
            );
            let inside = format!("let a{mark}b = 1;");
            check(unfinished, &[("a.rs", &inside)], &[]);
        }
    }

    #[test]
    fn national_numbers_are_faults_in_examples_only() {
        let cases = [
            ("01010112345", true),
            ("a;010101 12345;b", true),
            ("010101-12345", true),
            ("0101011234", false),
            ("010101123456", false),
            ("010101,12345", false),
            ("2026-01-01 10:00", false),
        ];
        for (line, expected) in cases {
            assert_eq!(has_national_number(line), expected, "{line}");
        }
        check(
            national_numbers,
            &[
                ("examples/bergen/people.csv", "id\n01010112345"),
                ("docs/a.md", "01010112345"),
            ],
            &["examples/bergen/people.csv:2: holds a number of eleven digits"],
        );
    }
}
