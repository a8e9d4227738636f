//! The steps that need Python: a virtual environment below `target`, the locked tools, the wheel
//! built from the bindings, and what checks it.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::counts;
use crate::shop::{Call, Shop};
use crate::steps::Done;

const PROJECT: &str = "bindings/python/pyproject.toml";
const REQUIREMENTS: &str = "bindings/python/requirements-test.txt";
const VENV: &str = "target/python-venv";
const INSTALLED: &str = "target/python-venv/installed-requirements.txt";
const STUBTEST: &str = "bindings/python/stubtest-allowed";
const CHECK_STUBS: &str = "bindings/python/check_stubs";

/// The oldest Python that the wheel supports (its stable interface is that of this version).
const OLDEST: (u32, u32) = (3, 11);

/// Names under which a Python may be found, the usual one first.
const PYTHONS: [&str; 6] = [
    "python3",
    "python3.14",
    "python3.13",
    "python3.12",
    "python3.11",
    "python",
];

/// Makes the virtual environment and installs the locked tools, unless both are there already.
///
/// # Errors
/// When there is no Python that is new enough, when it cannot make an environment, when the
/// requirements are missing or not locked, or when an installation fails.
pub fn tools(shop: &mut Shop<'_>) -> Result<Done, String> {
    project(shop)?;
    let wanted = shop.read(REQUIREMENTS).ok_or_else(|| {
        format!("{REQUIREMENTS} is missing; it locks the tools that test the bindings")
    })?;
    locked(&wanted)?;
    if version(shop, &venv(shop, "python").into_os_string()).is_none() {
        let python = interpreter(shop)?;
        let make = Call::new(python, ["-m", "venv", "--clear", VENV]);
        shop.run(&make).map_err(|error| {
            format!("{error}; a Python from Debian needs its package python3-venv: `apt-get install python3-venv`")
        })?;
    }
    if shop.read(INSTALLED).as_deref() == Some(wanted.as_str()) {
        return Ok(Done::note("as locked"));
    }
    let install = python(
        shop,
        [
            "-m",
            "pip",
            "install",
            "--quiet",
            "--requirement",
            REQUIREMENTS,
        ],
    );
    shop.run(&install)?;
    shop.write(INSTALLED, &wanted)?;
    Ok(Done::note("installed"))
}

/// Builds the wheel and installs it as a user does, except that the development profile is used,
/// whose dependencies the tests of the workspace have built already.
///
/// # Errors
/// When the bindings are missing or do not build.
pub fn build(shop: &mut Shop<'_>) -> Result<Done, String> {
    project(shop)?;
    let args = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--force-reinstall",
    ];
    let install = python(shop, args.into_iter().chain(["./bindings/python"]))
        .env("MATURIN_PEP517_ARGS", "--profile dev");
    shop.run(&install)?;
    Ok(Done::default())
}

/// Ruff's rules and format over every Python file of the tree.
///
/// # Errors
/// When Ruff finds something, or finds no file.
pub fn lint(shop: &mut Shop<'_>) -> Result<Done, String> {
    project(shop)?;
    let ruff = venv(shop, "ruff");
    let files = shop.run(&Call::new(&ruff, ["check", "--show-files", "."]).hushed())?;
    let count = files
        .lines()
        .filter(|line| line.ends_with(".py") || line.ends_with(".pyi"))
        .count();
    if count == 0 {
        return Err("Ruff found no Python file".to_owned());
    }
    shop.run(&Call::new(&ruff, ["check", "."]))?;
    shop.run(&Call::new(&ruff, ["format", "--check", "."]))?;
    Ok(Done::note(format!("{count} files")))
}

/// Pyright in strict mode over the package and its tests.
///
/// # Errors
/// When the settings are not strict, when a type is wrong, or when there was no file.
pub fn types(shop: &mut Shop<'_>) -> Result<Done, String> {
    strict(&project(shop)?)?;
    let interpreter = venv(shop, "python").into_os_string();
    let call = Call::new(
        venv(shop, "pyright"),
        ["--stats", "--project", PROJECT, "--pythonpath"],
    )
    .arg(interpreter);
    let output = shop.run(&call)?;
    let files = output
        .lines()
        .map(|line| counts::number_before(line, " source file"))
        .max()
        .unwrap_or(0);
    if files == 0 {
        return Err("pyright checked no file".to_owned());
    }
    Ok(Done::note(format!("{files} files")))
}

/// The stubs agree with the module that was built (mypy's stubtest), and are the ones that the
/// module's source gives today (`bindings/python/check_stubs`, which generates them anew with
/// `maturin generate-stubs` and compares).
///
/// # Errors
/// When a stub and the module differ.
pub fn stubs(shop: &mut Shop<'_>) -> Result<Done, String> {
    project(shop)?;
    let stubtest = python(
        shop,
        ["-m", "mypy.stubtest", "mestring", "--allowlist", STUBTEST],
    );
    let output = shop.run(&stubtest)?;
    let modules = output
        .lines()
        .map(|line| counts::number_before(line, " module"))
        .max()
        .unwrap_or(0);
    if modules == 0 {
        return Err("stubtest checked no module".to_owned());
    }
    if shop.read(CHECK_STUBS).is_none() {
        return Ok(Done::note(format!(
            "{modules} modules; not compared with the source, no {CHECK_STUBS}"
        )));
    }
    let check = activated(shop, Call::new(shop.path(CHECK_STUBS), [""; 0]));
    shop.run(&check)?;
    Ok(Done::note(format!("{modules} modules, as generated")))
}

/// The tests of the bindings.
///
/// # Errors
/// When a test fails, or none ran.
pub fn test(shop: &mut Shop<'_>) -> Result<Done, String> {
    project(shop)?;
    let call = python(shop, ["-m", "pytest", "--quiet"]).inside(shop.path("bindings/python"));
    let output = shop.run(&call)?;
    match counts::pytest(&output) {
        0 => Err("pytest ended well but executed no test".to_owned()),
        tests => Ok(Done {
            note: format!("{tests} tests"),
            tests,
        }),
    }
}

/// The settings of the Python project.
fn project(shop: &Shop<'_>) -> Result<String, String> {
    shop.read(PROJECT).ok_or_else(|| {
        format!("{PROJECT} is missing; without it nothing of the bindings can be tested")
    })
}

/// A program of the virtual environment, or the folder of its programs for an empty name.
fn venv(shop: &Shop<'_>, program: &str) -> PathBuf {
    let folder = if cfg!(windows) { "Scripts" } else { "bin" };
    shop.path(VENV).join(folder).join(program)
}

/// A call of the virtual environment's Python.
fn python<'a>(shop: &Shop<'_>, args: impl IntoIterator<Item = &'a str>) -> Call {
    activated(shop, Call::new(venv(shop, "python"), args))
}

/// The call as after `activate`: the environment's programs come first, since pip starts maturin by
/// its name.
fn activated(shop: &Shop<'_>, call: Call) -> Call {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(venv(shop, "")).chain(std::env::split_paths(&path));
    // A folder whose name holds the separator cannot stand in PATH; the old one is the best left.
    let path = std::env::join_paths(folders).unwrap_or(path);
    call.env("PATH", path)
        .env("VIRTUAL_ENV", shop.path(VENV))
        .env("PIP_DISABLE_PIP_VERSION_CHECK", "1")
}

/// A Python that is new enough.
fn interpreter(shop: &mut Shop<'_>) -> Result<OsString, String> {
    let mut seen = Vec::new();
    for name in PYTHONS {
        match version(shop, &OsString::from(name)) {
            Some(found) if OLDEST <= found => return Ok(OsString::from(name)),
            Some((major, minor)) => seen.push(format!("{name} is {major}.{minor}")),
            None => {}
        }
    }
    let (major, minor) = OLDEST;
    let seen = if seen.is_empty() {
        "none was found".to_owned()
    } else {
        seen.join(", ")
    };
    Err(format!(
        "needs Python {major}.{minor} or newer ({seen}); on Debian: `apt-get install python3 python3-venv`"
    ))
}

/// The version of a Python; `None` where it does not start.
fn version(shop: &mut Shop<'_>, python: &OsString) -> Option<(u32, u32)> {
    let ask = Call::new(python, ["-c", "import sys; print(*sys.version_info[:2])"]).hushed();
    let output = shop.run(&ask).ok()?;
    let (major, minor) = output.trim().split_once(' ')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

/// Every requirement names one exact version, or a run of today says nothing about tomorrow.
fn locked(requirements: &str) -> Result<(), String> {
    let lines = requirements.lines().map(str::trim);
    let mut named = 0;
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        named += 1;
        if !line.contains("==") {
            return Err(format!(
                "{REQUIREMENTS}: `{line}` has no exact version; write `name==version`"
            ));
        }
    }
    if named == 0 {
        return Err(format!("{REQUIREMENTS} names nothing"));
    }
    Ok(())
}

/// The settings ask pyright for its strict mode.
fn strict(project: &str) -> Result<(), String> {
    let settings: toml::Table = project
        .parse()
        .map_err(|e: toml::de::Error| format!("{PROJECT}: {}", e.message()))?;
    let mode = settings
        .get("tool")
        .and_then(|tool| tool.get("pyright")?.get("typeCheckingMode")?.as_str());
    if mode == Some("strict") {
        Ok(())
    } else {
        Err(format!(
            "{PROJECT}: `[tool.pyright]` needs `typeCheckingMode = \"strict\"`"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requirements_are_locked() {
        let cases = [
            ("ruff==0.17.6\n# tools\n\npyright[nodejs]==1.1.414", None),
            ("ruff>=0.17", Some("`ruff>=0.17` has no exact version")),
            ("# nothing\n", Some("names nothing")),
        ];
        for (text, expected) in cases {
            match (locked(text), expected) {
                (Ok(()), None) => {}
                (Err(error), Some(expected)) => assert!(error.contains(expected), "{error}"),
                (found, _) => panic!("{text}: {found:?}"),
            }
        }
    }

    #[test]
    fn types_are_checked_strictly_or_not_at_all() {
        assert_eq!(
            strict("[tool.pyright]\ntypeCheckingMode = 'strict'"),
            Ok(())
        );
        for loose in ["", "[tool.pyright]\ntypeCheckingMode = 'basic'", "[tool"] {
            assert!(strict(loose).is_err(), "{loose}");
        }
    }

    #[test]
    fn every_step_says_that_the_bindings_are_missing() {
        let mut out = Vec::new();
        let mut shop = Shop::new(PathBuf::from(env!("CARGO_MANIFEST_DIR")), &mut out);
        for step in [tools, build, lint, types, stubs, test] {
            let error = step(&mut shop).unwrap_err();
            assert!(
                error.starts_with("bindings/python/pyproject.toml is missing"),
                "{error}"
            );
        }
    }
}
