//! Checking and testing rule packs.

use std::collections::BTreeMap;
use std::path::Path;

use mestring::report::json;
use mestring_exchange::folder;
use mestring_model::Severity;
use mestring_rules::{CaseResult, Diagnostic, Pack, Plugins, check};
use serde_json::{Value, json};

use crate::args::{Common, Rules};
use crate::error::CommandError;
use crate::output::Output;
use crate::{NO_RESULT, RESULT, WRONG};

/// Checks or tests each pack; 1 where anything is wrong, 2 where no folder is a pack. A folder that is
/// none has its own answer, and the others theirs.
pub(crate) fn run(
    common: &Common,
    command: &Rules,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let (name, folders, each): (_, _, Each) = match command {
        Rules::Check { folders } => ("checked", folders, check_pack),
        Rules::Test { folders } => ("tested", folders, test_pack),
    };
    let mut right = true;
    let mut read = 0;
    let mut parts = Vec::new();
    for path in folders {
        let files = match folder::read_pack(path) {
            Ok(files) => files,
            Err(error) => {
                right = false;
                let error = CommandError::from(error);
                output.error(&error)?;
                parts.push(json!({
                    "folder": path.display().to_string(),
                    "errors": error.json(),
                }));
                continue;
            }
        };
        read += 1;
        let checked = each(path, &files, output);
        right &= checked.right;
        if common.json {
            parts.push(checked.json);
        } else {
            output.bytes(checked.text.as_bytes())?;
        }
    }
    if read == 0 {
        return Ok(NO_RESULT);
    }
    if common.json {
        output.json(&json::document([(name, Value::Array(parts))]))?;
    }
    Ok(if right { RESULT } else { WRONG })
}

type Files = BTreeMap<String, String>;
type Each = fn(&Path, &Files, &Output<'_>) -> Checked;

/// What there is to say about one pack.
struct Checked {
    right: bool,
    text: String,
    json: Value,
}

fn check_pack(path: &Path, files: &Files, output: &Output<'_>) -> Checked {
    let diagnostics = check(files, &Plugins::default());
    let count = |severity| {
        diagnostics
            .iter()
            .filter(|own| own.severity == severity)
            .count()
    };
    let mut text: String = diagnostics.iter().map(|own| own.render() + "\n").collect();
    text.push_str(&output.texts().say(
        "cli-checked",
        &[
            ("pack", path.display().to_string().into()),
            ("errors", count(Severity::Error).into()),
            ("warnings", count(Severity::Warning).into()),
            ("notes", count(Severity::Note).into()),
        ],
    ));
    text.push('\n');
    Checked {
        right: !diagnostics.iter().any(Diagnostic::is_error),
        text,
        json: json!({
            "folder": path.display().to_string(),
            "diagnostics": diagnostics.iter().map(diagnostic).collect::<Vec<_>>(),
        }),
    }
}

fn test_pack(path: &Path, files: &Files, output: &Output<'_>) -> Checked {
    let pack = match Pack::load(files, &Plugins::default()) {
        Ok(pack) => pack,
        // Why it does not load is what a check says.
        Err(_) => return check_pack(path, files, output),
    };
    let results = pack.test();
    let failed: Vec<&CaseResult> = results.iter().filter(|result| !result.passed()).collect();
    let mut text = String::new();
    for result in &failed {
        if let Some(diagnostic) = result.diagnostic() {
            text.push_str(&diagnostic.render());
        }
        text.push_str(&result.diff());
        text.push('\n');
    }
    let name = pack.id();
    text.push_str(&if results.is_empty() {
        output.texts().say("cli-no-cases", &[("pack", name.into())])
    } else {
        let (cases, failed) = (results.len().into(), failed.len().into());
        let args = [("pack", name.into()), ("cases", cases), ("failed", failed)];
        output.texts().say("cli-tested", &args)
    });
    text.push('\n');
    let cases = results.iter().map(|result| {
        json!({
            "rule": result.criterion,
            "name": result.name,
            "file": result.file,
            "passed": result.passed(),
            "diff": result.diff(),
        })
    });
    Checked {
        // A pack without cases has not been shown to do anything.
        right: failed.is_empty() && !results.is_empty(),
        text,
        json: json!({
            "folder": path.display().to_string(),
            "pack": pack.id(),
            "cases": cases.collect::<Vec<_>>(),
        }),
    }
}

fn diagnostic(own: &Diagnostic) -> Value {
    let at = own
        .at
        .as_ref()
        .map(|at| json!({ "line": at.line, "column": at.column }));
    json!({
        "severity": own.severity.code(),
        "code": own.code,
        "file": own.file,
        "at": at,
        "message": own.message,
        "help": own.help,
    })
}
