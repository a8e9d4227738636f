//! Checking, testing and comparing rule packs, and what the check's codes mean.

pub(crate) mod code;
mod diff;
mod reach;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use mestring::report::json;
use mestring::text::Texts;
use mestring_exchange::folder;
use mestring_model::Severity;
use mestring_rules::diagnostic::UNUSED_FILE;
use mestring_rules::script::{Interpreted, Script};
use mestring_rules::{CaseOutcome, CaseResult, Diagnostic, Pack, Plugins, check, untested};
use serde_json::{Value, json};

use crate::args::{Common, Rules};
use crate::decision_log;
use crate::error::CommandError;
use crate::output::Output;
use crate::surroundings::Surroundings;
use crate::{NO_RESULT, RESULT, WRONG};
use reach::Reach;

/// Checks or tests each pack; 1 where anything is wrong, 2 where no folder is a pack. A folder that is
/// none has its own answer, and the others theirs.
pub(crate) fn run(
    common: &Common,
    surroundings: &Surroundings,
    command: &Rules,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    match command {
        Rules::Check { folders } => {
            let plugins = &common.registered;
            let check = |path: &Path, files: &Files, output: &Output<'_>| {
                check_pack(path, files, plugins, output)
            };
            each(common, "checked", folders, output, &check)
        }
        Rules::Test {
            folders,
            coverage,
            changes,
            on,
        } => {
            let on = on.as_deref();
            let on = on.map(|path| reach::On::read(path, common, surroundings));
            let reach = Reach {
                coverage: *coverage,
                changes: *changes,
                on: on.transpose()?,
            };
            let test = |path: &Path, files: &Files, output: &Output<'_>| {
                test_pack(path, files, &common.registered, &reach, output)
            };
            each(common, "tested", folders, output, &test)
        }
        Rules::Diff(asked) => diff::run(common, surroundings, asked, output),
        Rules::Replay(asked) => decision_log::replay(common, surroundings, asked, output),
        Rules::ExplainCode { code } => code::run(common, *code, output),
    }
}

/// Says of each pack what `say` says; a folder that is no pack and holds some stands for those.
fn each(
    common: &Common,
    name: &'static str,
    folders: &[PathBuf],
    output: &mut Output<'_>,
    say: &dyn Fn(&Path, &Files, &Output<'_>) -> Checked,
) -> Result<u8, CommandError> {
    let mut right = true;
    let mut read = 0;
    let mut parts = Vec::new();
    let mut packs = Vec::new();
    for path in folders {
        packs.extend(folder::packs(path));
    }
    for path in &packs {
        let files = match folder::read_pack(path) {
            Ok(files) => files,
            Err(error) => {
                right = false;
                let error = CommandError::from(error);
                output.error(&error)?;
                parts.push(json!({
                    "folder": path.display().to_string(),
                    "errors": error.json(output.texts()),
                }));
                continue;
            }
        };
        read += 1;
        let checked = say(path, &files, output);
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

/// What there is to say about one pack.
struct Checked {
    right: bool,
    text: String,
    json: Value,
}

fn check_pack(path: &Path, files: &Files, plugins: &Plugins, output: &Output<'_>) -> Checked {
    let diagnostics = check(files, plugins);
    let count = |severity| {
        diagnostics
            .iter()
            .filter(|own| own.severity == severity)
            .count()
    };
    let mut text: String = diagnostics
        .iter()
        .map(|own| output.texts().diagnostic(own) + "\n")
        .collect();
    let pack = Pack::load(files, plugins).ok();
    let scripts: Vec<(&str, &Script)> = pack
        .iter()
        .flat_map(Pack::criteria)
        .filter_map(|own| Some((own.name(), own.script()?)))
        .collect();
    if output.all() {
        for (rule, script) in &scripts {
            text.push_str(&(about_script(rule, script, output.texts()) + "\n"));
        }
    }
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
            "diagnostics": diagnostics
                .iter()
                .map(|own| diagnostic(own, output))
                .collect::<Vec<_>>(),
            "scripts": scripts.iter().map(|(rule, script)| {
                let bar = script.bar_to_columns();
                json!({
                    "rule": rule,
                    "operations": script.operations(),
                    "columnar": script.is_columnar(),
                    "bar_to_columns": bar.map(|(line, column)| {
                        json!({ "line": line, "column": column })
                    }),
                    "interpreted_because": script.interpreted_because().map(
                        |(line, column, why)| {
                            let why = why.to_string();
                            json!({ "line": line, "column": column, "why": why })
                        },
                    ),
                })
            }).collect::<Vec<_>>(),
        }),
    }
}

/// One line on a script that is right: how long it can take, and whether it can run over columns. One
/// more where it is not compiled.
fn about_script(rule: &str, script: &Script, texts: &Texts) -> String {
    let operations = i64::try_from(script.operations()).unwrap_or(i64::MAX);
    let mut args = vec![("rule", rule.into()), ("operations", operations.into())];
    let columns = match script.bar_to_columns() {
        None => texts.say("cli-script-columnar", &args),
        Some((line, _)) => {
            args.push(("line", line.to_string().into()));
            texts.say("cli-script-not-columnar", &args)
        }
    };
    match script.interpreted_because() {
        None => columns,
        Some(bar) => format!("{columns}\n{}", interpreted(rule, bar, texts)),
    }
}

/// One line on a script that is not compiled: why, and where that shows.
fn interpreted(rule: &str, (line, column, why): (u32, u32, Interpreted), texts: &Texts) -> String {
    let mut args = vec![
        ("rule", rule.into()),
        ("why", texts.interpreted(why).into()),
    ];
    if line == 0 {
        return texts.say("cli-script-interpreted-whole", &args);
    }
    args.push(("line", line.to_string().into()));
    args.push(("column", column.to_string().into()));
    texts.say("cli-script-interpreted", &args)
}

fn test_pack(
    path: &Path,
    files: &Files,
    plugins: &Plugins,
    reach: &Reach<'_>,
    output: &Output<'_>,
) -> Checked {
    let pack = match Pack::load(files, plugins) {
        Ok(pack) => pack,
        // Why it does not load is what a check says.
        Err(_) => return check_pack(path, files, plugins, output),
    };
    let results = pack.test();
    let untested = untested(&pack);
    let failed: Vec<&CaseResult> = results.iter().filter(|result| !result.passed()).collect();
    let mut text = String::new();
    for own in &untested {
        text.push_str(&(output.texts().diagnostic(own) + "\n"));
    }
    for result in &failed {
        if let Some(diagnostic) = result.diagnostic() {
            text.push_str(&output.texts().diagnostic(&diagnostic));
        }
        // Why there is no answer the diagnostic says already.
        if !matches!(result.outcome, CaseOutcome::Stopped(_)) {
            text.push_str(&output.texts().case_difference(result));
        }
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
        let failed = result.diagnostic().map(|own| own.complaint);
        json!({
            "rule": result.criterion,
            "name": result.name,
            "file": result.file,
            "passed": result.passed(),
            "diff": output.texts().case_difference(result),
            "because": result.because,
            "message": failed.as_ref().map(|own| output.texts().complaint(own)),
            "help": failed.as_ref().map(|own| output.texts().advice(own)),
        })
    });
    let mut checked = Checked {
        // A pack without cases has not been shown to do anything, and cases that belong to no rule
        // never ran.
        right: failed.is_empty()
            && !results.is_empty()
            && !untested.iter().any(|own| own.code == UNUSED_FILE.id),
        text,
        json: json!({
            "folder": path.display().to_string(),
            "pack": pack.id(),
            "cases": cases.collect::<Vec<_>>(),
            "untested": untested.iter().map(|own| diagnostic(own, output)).collect::<Vec<_>>(),
        }),
    };
    if !failed.is_empty() && reach.is_asked() {
        let args = [("pack", pack.id().into())];
        let said = output.texts().say("cli-not-looked-at", &args);
        checked.text.push_str(&(said + "\n"));
    }
    // What the cases leave open is no question before they hold.
    if failed.is_empty()
        && let Err(error) = reach.add(&pack, output, &mut checked)
    {
        checked.right = false;
        checked.text.push_str(&format!(
            "{}: {}\n",
            error.code(),
            output.texts().rule_error(&error)
        ));
    }
    checked
}

fn diagnostic(own: &Diagnostic, output: &Output<'_>) -> Value {
    let at = own.at.as_ref().map(|at| {
        json!({
            "line": at.line,
            "column": at.column,
            "end_column": at.end_column(),
            "text": at.text,
        })
    });
    json!({
        "severity": own.severity.code(),
        "code": own.code,
        "file": own.file,
        "at": at,
        "message": output.texts().complaint(&own.complaint),
        "help": output.texts().advice(&own.complaint),
        "nearest": own.nearest(),
    })
}
