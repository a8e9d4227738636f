//! What can go wrong with a pack, as an enum with stable codes.

mod wording;

use std::fmt;

use chrono::NaiveDate;
use mestring_model::facts::Judged;
use mestring_model::verdict::Answer;

use crate::diagnostic::{self, Diagnostic};
use crate::kind::Takes;
use crate::plugin::Failure;
use crate::sandbox::HostError;
pub use crate::stop_cause::{Arithmetic, StopCause, StopRemedy};

/// Why a pack could not be loaded, or a rule could not answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum RuleError {
    /// The pack's text is wrong.
    #[error("{0}")]
    Text(Box<Diagnostic>),
    /// This build changes the script engine in a way that rules cannot stand.
    #[error(transparent)]
    Host(#[from] HostError),
    /// A parameter's first value starts later than the date.
    #[error(
        "parameter `{parameter}` of pack `{pack}` has no value on {as_of}: its first value holds \
         from {from}; add an earlier value to pack.toml"
    )]
    NotYetValid {
        /// The pack's name.
        pack: String,
        /// The parameter.
        parameter: String,
        /// The date that was asked for.
        as_of: NaiveDate,
        /// The first date on which the parameter has a value.
        from: NaiveDate,
    },
    /// A parameter's value has run out.
    #[error(
        "parameter `{parameter}` of pack `{pack}` has no value on {as_of}: its value held until \
         {until}; add a later value to pack.toml"
    )]
    Expired {
        /// The pack's name.
        pack: String,
        /// The parameter.
        parameter: String,
        /// The date that was asked for.
        as_of: NaiveDate,
        /// The last date on which the parameter had a value.
        until: NaiveDate,
    },
    /// A record of another kind than the pack judges.
    #[error("pack `{pack}` judges a {wanted}, not a {got}")]
    WrongRecord {
        /// The pack's name.
        pack: String,
        /// What it judges.
        wanted: Judged,
        /// What it was given.
        got: Judged,
    },
    /// A script stopped while it ran.
    #[error(
        "rule `{rule}` of pack `{pack}` stopped{}: {why}{}",
        at(rule, *.line, *.column),
        why.remedy().map(|own| format!("; {own}")).unwrap_or_default()
    )]
    Stopped {
        /// The pack's name.
        pack: String,
        /// The rule's name in its pack.
        rule: String,
        /// The line, 1 for the first; 0 where it is not known.
        line: u32,
        /// The column in characters, 1 for the first; 0 where it is not known.
        column: u32,
        /// What happened.
        why: StopCause,
    },
    /// A rule answered something that its kind of pack does not take.
    #[error(
        "rule `{rule}` of pack `{pack}` answered `{answer}`, and a pack of kind `{kind}` takes \
         {wanted}{}",
        if answer.is_no_number() {
            "; where it divides or multiplies, ask first how large the numbers are"
        } else {
            ""
        }
    )]
    WrongAnswer {
        /// The pack's name.
        pack: String,
        /// The rule's name in its pack.
        rule: String,
        /// What it answered.
        answer: Given,
        /// The pack's kind.
        kind: &'static str,
        /// What the kind takes.
        wanted: Takes,
    },
    /// A plugin failed.
    #[error("plugin `{plugin}` {version} failed on a {judged}: {failure}")]
    Plugin {
        /// The plugin's name.
        plugin: String,
        /// Its version.
        version: String,
        /// What it judges.
        judged: Judged,
        /// What it said.
        failure: Failure,
    },
}

/// An answer that a kind of pack does not take.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// An answer of another type, or out of range.
    Answer(Answer),
    /// None: the script ended without a value.
    Nothing,
    /// A value that is no answer, as the script engine writes it.
    Other(String),
}

impl Given {
    /// True for what a calculation gives that has no result: infinity, or no number.
    pub(crate) fn is_no_number(&self) -> bool {
        matches!(self, Given::Answer(Answer::Number(number)) if !number.is_finite())
    }
}

impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Given::Answer(answer) => answer.fmt(f),
            Given::Nothing => f.write_str("nothing"),
            Given::Other(text) => f.write_str(text),
        }
    }
}

impl RuleError {
    /// The stable code, one of [`diagnostic::CODES`].
    pub fn code(&self) -> &'static str {
        match self {
            RuleError::Text(diagnostic) => diagnostic.code,
            RuleError::Host(_) => diagnostic::HOST.id,
            RuleError::NotYetValid { .. } | RuleError::Expired { .. } => diagnostic::NOT_VALID.id,
            RuleError::WrongRecord { .. } => diagnostic::WRONG_RECORD.id,
            RuleError::Stopped { .. } => diagnostic::STOPPED.id,
            RuleError::WrongAnswer { .. } => diagnostic::WRONG_ANSWER.id,
            RuleError::Plugin { .. } => diagnostic::PLUGIN_FAILED.id,
        }
    }
}

impl From<Diagnostic> for RuleError {
    fn from(diagnostic: Diagnostic) -> Self {
        RuleError::Text(Box::new(diagnostic))
    }
}

/// Where a script stopped, in words; empty where that is not known.
fn at(rule: &str, line: u32, column: u32) -> String {
    match line {
        0 => String::new(),
        line => format!(" at {rule}.rhai:{line}:{column}"),
    }
}

/// A record that could not be judged, among those that were given.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{error}")]
pub struct RowError {
    /// The record's place, 0 for the first.
    pub row: usize,
    /// Why not.
    pub error: RuleError,
}
