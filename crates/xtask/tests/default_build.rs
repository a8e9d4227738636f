//! What a default build of the library carries, as Cargo resolves it.
#![expect(clippy::unwrap_used, reason = "a helper of tests fails the test")]

use std::collections::BTreeSet;
use std::process::Command;

/// What a host must not pay for unless it asks: files, workbooks, Arrow, a network, other languages,
/// command lines, solvers.
const NOT_BY_DEFAULT: [&str; 14] = [
    "arrow-array",
    "arrow-schema",
    "axum",
    "calamine",
    "clap",
    "csv",
    "encoding_rs",
    "notify",
    "pumpkin-core",
    "pyo3",
    "rust_xlsxwriter",
    "tokio",
    "tracing",
    "zip",
];

/// The packages that a crate is built with, those of its tests and build scripts left out.
fn packages(arguments: &[&str]) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .args(["tree", "--offline", "--edges", "normal", "--prefix", "none"])
        .args(arguments)
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    let text = String::from_utf8(output.stdout).unwrap();
    let names = text.lines().filter_map(|line| line.split(' ').next());
    let named = names.filter(|name| !name.is_empty());
    named.map(str::to_owned).collect()
}

#[test]
fn a_default_build_carries_neither_solver_nor_arrow_nor_files() {
    let libraries = [
        ("mestring", "rhai"),
        ("mestring-rules", "rhai"),
        ("mestring-model", "chrono"),
    ];
    for (library, needs) in libraries {
        let default = packages(&["--package", library]);
        assert!(default.contains(needs), "{library}: {default:?}");
        for package in NOT_BY_DEFAULT {
            assert!(!default.contains(package), "{library} carries {package}");
        }
    }
    // The same look finds them where they are asked for.
    let arrow = packages(&["--package", "mestring", "--features", "arrow"]);
    assert!(arrow.contains("arrow-array") && arrow.contains("arrow-schema"));
    let solver = packages(&["--package", "mestring", "--features", "pumpkin"]);
    assert!(solver.contains("pumpkin-core") && !solver.contains("clap"));
    let files = packages(&["--package", "mestring-exchange"]);
    assert!(files.contains("calamine") && !files.contains("notify"));
    let watch = packages(&["--package", "mestring-exchange", "--features", "watch"]);
    assert!(watch.contains("notify"));
}
