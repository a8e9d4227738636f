//! Arguments that are not understood, in the language that they ask for. English texts are those of the
//! reader of arguments; the others are said here from what it found.

use std::error::Error as _;
use std::ffi::OsString;
use std::fmt;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use mestring::text::{Arg, FoundAndHelp, Texts};
use mestring_model::Lang;
use mestring_model::finding::{CellError, Problem};
use mestring_model::term::nearest;

/// The language that arguments ask for, of which nobody knows yet whether they are understood.
pub(crate) fn lang(args: &[OsString]) -> Lang {
    let mut args = args.iter().filter_map(|arg| arg.to_str());
    while let Some(arg) = args.next() {
        let code = match arg.strip_prefix("--lang") {
            Some("") => args.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        if let Some(lang) =
            code.and_then(|code| Lang::ALL.into_iter().find(|own| own.code() == code))
        {
            return lang;
        }
    }
    Lang::default()
}

/// Why a value cannot be read, of which English says what would be right.
#[derive(Debug)]
pub(crate) struct WrongValue(pub(crate) CellError);

impl fmt::Display for WrongValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.remedy())
    }
}

impl std::error::Error for WrongValue {}

/// What is not understood, and how the command is called.
pub(crate) fn said(error: &clap::Error, texts: &Texts) -> FoundAndHelp {
    if texts.lang() == Lang::En {
        let text = error.render().to_string();
        let text = text.trim().strip_prefix("error: ").unwrap_or(text.trim());
        let (found, help) = text.split_once('\n').unwrap_or((text, ""));
        return (found.to_owned(), help.trim().to_owned());
    }
    let (name, args) = found(error);
    let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(name, arg)| (*name, arg.into())).collect();
    let found = texts.say(name, &args);
    (found, help(error, texts))
}

/// The name of the text of what was found, with its arguments.
fn found(error: &clap::Error) -> (&'static str, Vec<(&'static str, String)>) {
    let given = |name, kind| Some((name, context(error, kind)?));
    let (text, args) = match error.kind() {
        ErrorKind::UnknownArgument => (
            "error-usage-no-option",
            vec![given("arg", ContextKind::InvalidArg)],
        ),
        ErrorKind::InvalidSubcommand => {
            let arg = given("arg", ContextKind::InvalidSubcommand);
            ("error-usage-no-command", vec![arg])
        }
        ErrorKind::MissingRequiredArgument => (
            "error-usage-missing",
            vec![given("args", ContextKind::InvalidArg)],
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(error, ContextKind::InvalidValue).unwrap_or_default();
            let arg = given("arg", ContextKind::InvalidArg);
            if value.is_empty() {
                ("error-usage-no-value", vec![arg])
            } else {
                (
                    "error-usage-value",
                    vec![arg, Some(("error-usage-value", value))],
                )
            }
        }
        ErrorKind::ArgumentConflict => {
            let arg = given("arg", ContextKind::InvalidArg);
            (
                "error-usage-together",
                vec![arg, given("other", ContextKind::PriorArg)],
            )
        }
        ErrorKind::MissingSubcommand => ("error-usage-only-group", Vec::new()),
        _ => return ("error-usage-other", Vec::new()),
    };
    match args.into_iter().collect() {
        Some(args) => (text, args),
        None => ("error-usage-other", Vec::new()),
    }
}

/// What would be right: the nearest name or the values that there are, and how the command is called.
fn help(error: &clap::Error, texts: &Texts) -> String {
    let near = near(error);
    let near = near.map(|near| texts.say("rules-near", &[("near", near.into())]));
    let wrong = error
        .source()
        .and_then(|own| own.downcast_ref::<WrongValue>());
    let wrong = wrong.map(|own| texts.remedy(&Problem::SettingValue(own.0.clone())));
    let values = context(error, ContextKind::ValidValue)
        .or_else(|| context(error, ContextKind::ValidSubcommand))
        .map(|all| texts.say("error-usage-values", &[("all", all.into())]));
    let usage = context(error, ContextKind::Usage).map(|usage| {
        let usage = usage.trim().trim_start_matches("Usage:").trim().to_owned();
        texts.say("error-usage-call", &[("usage", usage.into())])
    });
    let all = [near.or(wrong).or(values), usage];
    let said: Vec<String> = all.into_iter().flatten().collect();
    if said.is_empty() {
        texts.plain("error-usage-help")
    } else {
        // A question ends with its own sign.
        said.join("; ").replace("?; ", "? ")
    }
}

/// The name that was probably meant: of several the nearest, since the first is any.
fn near(error: &clap::Error) -> Option<String> {
    let pairs = [
        (ContextKind::SuggestedArg, ContextKind::InvalidArg),
        (
            ContextKind::SuggestedSubcommand,
            ContextKind::InvalidSubcommand,
        ),
        (ContextKind::SuggestedValue, ContextKind::InvalidValue),
    ];
    pairs.into_iter().find_map(|(suggested, given)| {
        match (error.get(suggested)?, context(error, given)) {
            (ContextValue::Strings(all), Some(given)) => {
                let names = all.iter().map(String::as_str);
                nearest(&given, names)
                    .map(str::to_owned)
                    .or_else(|| all.first().cloned())
            }
            _ => context(error, suggested),
        }
    })
}

/// A part of what the reader of arguments found, without its colours.
fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(all) if !all.is_empty() => Some(all.join("`, `")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        ContextValue::StyledStrs(all) => all.first().map(ToString::to_string),
        _ => None,
    }
}
