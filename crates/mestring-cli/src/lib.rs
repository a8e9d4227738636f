//! The command `mestring`, as a library with a thin binary, so that other programs carry it too.
//!
//! [`run`] takes arguments and two writers, and returns the exit code: 0 for a result, 1 for a result
//! beside which something is wrong (an error in the data, a failed check or test), 2 for no result.
//!
//! ```
//! let (mut out, mut err) = (Vec::new(), Vec::new());
//! let code = mestring_cli::run(["mestring", "report", "no-such-desk"], &mut out, &mut err);
//! assert_eq!(code, 2);
//! assert_eq!(
//!     String::from_utf8(err)?,
//!     "error: X001: `no-such-desk` is not there; check the path\n"
//! );
//! # Ok::<(), std::string::FromUtf8Error>(())
//! ```

use std::ffi::OsString;
use std::io::{self, Write};
use std::sync::Arc;

use clap::Parser as _;
use clap::error::ErrorKind;
use mestring::text::Texts;
use mestring_model::{Lang, Severity};
use mestring_rules::{Judge, Plugins};

mod args;
mod ask;
mod decision_log;
mod desk;
mod error;
mod files;
mod import;
mod output;
mod people;
mod rules;
mod surroundings;
mod unused;
mod usage;

pub use error::CODES;
pub use surroundings::Surroundings;

use args::{Args, Command};
use error::CommandError;
use output::Output;

/// There is a result, and nothing is wrong.
const RESULT: u8 = 0;
/// There is a result, and something is wrong beside it.
const WRONG: u8 = 1;
/// There is no result.
const NO_RESULT: u8 = 2;

/// Runs the command with writers that are no terminal. The first argument is the program's name.
///
/// The clock is read where neither the arguments nor the desk fix a date.
pub fn run(
    args: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    run_in(&Surroundings::of_pipe(), args, out, err)
}

/// Finds the rule that `--plugin` names, or says why it cannot be used and what would be right.
pub type FindPlugin<'a> = &'a dyn Fn(&str) -> Result<Arc<dyn Judge>, String>;

/// Runs the command in given surroundings: the date of today, the terminal's width and colours.
pub fn run_in(
    surroundings: &Surroundings,
    args: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    run_with(surroundings, None, args, out, err)
}

/// Runs the command for a host that has rules in another language, which `--plugin` names.
///
/// ```
/// use std::sync::Arc;
/// use mestring_cli::{Surroundings, run_with};
///
/// let find = |name: &str| Err(format!("there is no module `{name}`; check its name"));
/// let args = ["mestring", "rules", "test", "rules", "--plugin", "mine:rule"];
/// let (mut out, mut err) = (Vec::new(), Vec::new());
/// let code = run_with(&Surroundings::of_pipe(), Some(&find), args, &mut out, &mut err);
/// assert_eq!(code, 2);
/// assert!(String::from_utf8(err)?.contains("C041: the plugin `mine:rule` cannot be used"));
/// # Ok::<(), std::string::FromUtf8Error>(())
/// ```
pub fn run_with(
    surroundings: &Surroundings,
    find: Option<FindPlugin<'_>>,
    args: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let args: Vec<OsString> = args.into_iter().map(Into::into).collect();
    let asks_for_json = args.iter().any(|arg| arg == "--json");
    let lang = usage::lang(&args);
    let mut args = match Args::try_parse_from(args) {
        Ok(args) => args,
        // A command without its subcommand is answered with its help, which is English.
        Err(wrong)
            if wrong.use_stderr()
                && wrong.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
                && (asks_for_json || lang != Lang::En) =>
        {
            let texts = Texts::new(lang);
            let (found, help) = usage::said(&wrong, &texts);
            let error = CommandError::Usage { found, help };
            // Where even this cannot be written, the code is all that is left to say it with.
            let _ = if asks_for_json {
                output::json_error(&error, &texts, err)
            } else {
                let mark = texts.severity(Severity::Error);
                writeln!(err, "{mark}: {}", error.line(&texts))
            };
            return NO_RESULT;
        }
        Err(usage) => {
            let text = usage.render().to_string();
            let (writer, code): (&mut dyn Write, u8) = if usage.use_stderr() {
                (err, NO_RESULT)
            } else {
                (out, RESULT)
            };
            return match writer.write_all(text.as_bytes()) {
                Ok(()) => code,
                Err(error) => closed(&error).unwrap_or(NO_RESULT),
            };
        }
    };
    let registered = register(&args.common.plugins, find);
    let mut output = Output::new(surroundings, &args.common, out, err);
    let answered = registered.and_then(|plugins| {
        unused::refuse(&args)?;
        args.common.registered = plugins;
        dispatch(&args, surroundings, &mut output)
    });
    match answered {
        Ok(code) => code,
        Err(CommandError::Output(error)) => closed(&error).unwrap_or(NO_RESULT),
        Err(error) => {
            // Where even this cannot be written, the code is all that is left to say it with.
            let _ = output.error(&error);
            NO_RESULT
        }
    }
}

/// The plugins of these names.
fn register(names: &[String], find: Option<FindPlugin<'_>>) -> Result<Plugins, CommandError> {
    let mut plugins = Plugins::default();
    for name in names {
        let name = name.clone();
        let Some(find) = find else {
            return Err(CommandError::NoPlugins { name });
        };
        let judge = find(&name).map_err(|why| CommandError::Plugin { name, why })?;
        plugins = plugins.with(judge);
    }
    Ok(plugins)
}

/// A reader that closed its end, such as `head`, has what it wanted.
fn closed(error: &io::Error) -> Option<u8> {
    (error.kind() == io::ErrorKind::BrokenPipe).then_some(RESULT)
}

fn dispatch(
    args: &Args,
    surroundings: &Surroundings,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let common = &args.common;
    match &args.command {
        Command::Report { desk, log } => {
            ask::report(common, surroundings, desk, log.as_deref(), output)
        }
        Command::Overview { desk } => ask::overview(common, surroundings, desk, output),
        Command::Plan {
            desk,
            what_if: Some(events),
            ..
        } => ask::what_if(common, surroundings, desk, events, output),
        Command::Plan {
            desk,
            most_participants: true,
            ..
        } => ask::most_participants(common, surroundings, desk, output),
        Command::Plan {
            desk, people, log, ..
        } => ask::plan(
            common,
            surroundings,
            (desk, people.as_deref()),
            log.as_deref(),
            output,
        ),
        Command::Freed(freed) => ask::freed(common, surroundings, freed, output),
        Command::Explain(asked) => ask::explain(common, surroundings, asked, output),
        Command::Assign(asked) => people::assign(common, surroundings, asked, output),
        Command::Next(asked) => people::next(common, surroundings, asked, output),
        Command::Relate {
            desk,
            score: Some(pairs),
            ..
        } => ask::score(common, surroundings, (desk, pairs), output),
        Command::Relate { desk, log, .. } => {
            ask::relate(common, surroundings, desk, log.as_deref(), output)
        }
        Command::Obligations { desk, log } => {
            ask::obligations(common, surroundings, desk, log.as_deref(), output)
        }
        Command::Pathways(asked) => ask::pathways(common, surroundings, asked, output),
        Command::Decide(asked) => decision_log::decide(common, surroundings, asked, output),
        Command::Rules { command } => rules::run(common, surroundings, command, output),
        Command::New { folder } => files::new(common, surroundings, folder, output),
        Command::Import(asked) => import::run(common, surroundings, asked, output),
        Command::Export {
            desk,
            workbook,
            overwrite,
        } => files::export(desk, workbook, *overwrite, output),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            let mut command = <Args as clap::CommandFactory>::command();
            clap_complete::generate(*shell, &mut command, "mestring", &mut script);
            output.bytes(&script)?;
            Ok(RESULT)
        }
    }
}
