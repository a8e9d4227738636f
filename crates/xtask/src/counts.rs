//! How many tests a run executed, read from what the test runners print.
//!
//! A green run that executed nothing proves nothing, so the steps ask these functions and fail on
//! zero.

/// What one test binary (or the doc examples of one crate) reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binary {
    /// The binary's name without path and hash, such as `mestring_model` or `packs`; doc examples
    /// are `doc mestring_model`.
    pub name: String,
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
}

/// Every test binary in the output of `cargo test`, whose two streams must have been read as one so
/// that each result follows the name of its binary.
///
/// ```
/// let output = "     Running tests/packs.rs (target/debug/deps/packs-0a1b2c)\n\
///     test result: ok. 31 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n";
/// let binaries = xtask::counts::cargo_test(output);
/// assert_eq!((binaries[0].name.as_str(), binaries[0].passed), ("packs", 31));
/// ```
pub fn cargo_test(output: &str) -> Vec<Binary> {
    let mut binaries = Vec::new();
    let mut name = String::new();
    for line in output.lines() {
        let line = line.trim();
        if let Some(rest) = line.strip_prefix("Running ") {
            name = binary_name(rest);
        } else if let Some(rest) = line.strip_prefix("Doc-tests ") {
            name = format!("doc {rest}");
        } else if let Some(rest) = line.strip_prefix("test result: ") {
            binaries.push(Binary {
                name: name.clone(),
                passed: number_before(rest, " passed"),
                failed: number_before(rest, " failed"),
            });
        }
    }
    binaries
}

/// The passed tests of every binary that runs the cases of the rule packs: the tests of the data
/// crate, or a test file called `packs.rs` in any crate.
pub fn pack_cases(binaries: &[Binary]) -> u64 {
    let of_packs = |binary: &&Binary| binary.name == "packs" || binary.name == "mestring_packs";
    binaries.iter().filter(of_packs).map(|b| b.passed).sum()
}

/// The number of passed tests in the closing line of pytest, `3 passed, 1 skipped in 0.12s`.
///
/// ```
/// assert_eq!(xtask::counts::pytest("===== 3 passed, 1 skipped in 0.12s ====="), 3);
/// assert_eq!(xtask::counts::pytest("no tests ran in 0.01s"), 0);
/// ```
pub fn pytest(output: &str) -> u64 {
    output
        .lines()
        .rev()
        .map(|line| number_before(line, " passed"))
        .find(|n| 0 < *n)
        .unwrap_or(0)
}

/// The whole number that stands directly before `word` in `line`, or 0.
///
/// ```
/// assert_eq!(xtask::counts::number_before("Found 12 source files", " source file"), 12);
/// ```
pub fn number_before(line: &str, word: &str) -> u64 {
    let Some((before, _)) = line.split_once(word) else {
        return 0;
    };
    let digits = before
        .rsplit(|c: char| !c.is_ascii_digit())
        .next()
        .unwrap_or("");
    digits.parse().unwrap_or(0)
}

/// `packs` from `tests/packs.rs (target/debug/deps/packs-0a1b2c)`.
fn binary_name(rest: &str) -> String {
    let path = rest
        .rsplit('(')
        .next()
        .unwrap_or(rest)
        .trim_end_matches(')');
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    file.rsplit_once('-')
        .map_or(file, |(stem, _hash)| stem)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUN: &str = "\
   Compiling mestring-model v0.1.0
     Running unittests src/lib.rs (target/debug/deps/mestring_model-00ff)

running 2 tests
test a ... ok
test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

     Running tests/packs.rs (target/debug/deps/packs-77aa)
test result: FAILED. 5 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out
   Doc-tests mestring_model
test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out
";

    #[test]
    fn every_binary_is_counted_under_its_own_name() {
        let seen: Vec<_> = cargo_test(RUN)
            .into_iter()
            .map(|binary| (binary.name, binary.passed, binary.failed))
            .collect();
        let expected = [
            ("mestring_model", 2, 0),
            ("packs", 5, 1),
            ("doc mestring_model", 4, 0),
        ];
        assert_eq!(
            seen,
            expected.map(|(name, passed, failed)| (name.to_owned(), passed, failed))
        );
    }

    #[test]
    fn pack_cases_are_told_from_other_tests() {
        assert_eq!(pack_cases(&cargo_test(RUN)), 5);
        assert_eq!(pack_cases(&cargo_test("")), 0);
    }

    #[test]
    fn a_run_without_tests_counts_zero() {
        let none = "test result: ok. 0 passed; 0 failed; 0 ignored";
        assert_eq!(cargo_test(none).iter().map(|b| b.passed).sum::<u64>(), 0);
        assert_eq!(pytest("collected 0 items\nno tests ran in 0.01s"), 0);
    }
}
