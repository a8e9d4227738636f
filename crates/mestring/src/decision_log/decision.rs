//! What somebody decided about a run that an answer proposed.

use std::fmt;

use chrono::NaiveDate;
use mestring_model::id::LeaderId;
use mestring_model::term::nearest;

use super::entry::{Decision, DecisionOutcome, Entry, Result as Answered};
use super::line::Line;

/// How a person names an entry: by its line, or by the first letters of its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryName {
    /// The number of its line.
    Number(usize),
    /// The beginning of its hash, eight letters or more.
    Hash(String),
}

impl EntryName {
    /// The fewest letters of a hash that name an entry.
    const LETTERS: usize = 8;

    /// Reads a name: fewer than eight digits are a line's number.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        if text.len() < EntryName::LETTERS {
            return text.parse().ok().map(EntryName::Number);
        }
        let is_hash = text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then_some(EntryName::Hash(text))
    }

    /// Whether it names a line.
    pub fn names(&self, line: &Line) -> bool {
        match self {
            EntryName::Number(number) => *number == line.number,
            EntryName::Hash(hash) => line.sha256.starts_with(hash.as_str()),
        }
    }
}

impl fmt::Display for EntryName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EntryName::Number(number) => write!(f, "{number}"),
            EntryName::Hash(hash) => f.write_str(hash),
        }
    }
}

/// Why a decision cannot be noted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecisionError {
    /// The entry is no proposal of a plan.
    #[error("entry {number} of the log proposes no plan; name the entry of a plan")]
    NoPlan {
        /// Its line.
        number: usize,
    },
    /// The proposal has no such run.
    #[error(
        "entry {number} of the log says nothing of the run `{run}`{}",
        .nearest.as_deref().map_or_else(
            || "; name one of its runs".to_owned(),
            |near| format!("; did you mean `{near}`?"),
        )
    )]
    NoSuchRun {
        /// The line of the entry.
        number: usize,
        /// The run that was named.
        run: String,
        /// The nearest that it has.
        nearest: Option<String>,
    },
    /// What was decided is not what was proposed, and nobody says why.
    #[error(
        "the log proposed {} for `{run}`, and the decision is another; give a reason",
        if *.proposed { "sessions" } else { "no sessions" }
    )]
    NoReason {
        /// The run.
        run: String,
        /// The run was placed.
        proposed: bool,
    },
    /// The decision is dated before there was anything to decide.
    #[error(
        "the decision is dated {on}, and entry {number} was proposed {since}; give the day on which \
         it was decided with `--date`, or name the entry that it is about"
    )]
    BeforeProposal {
        /// The line of the entry.
        number: usize,
        /// The day that was given.
        on: NaiveDate,
        /// The first day on which the proposal could be decided.
        since: NaiveDate,
    },
    /// The decision is dated on a day that has not come.
    #[error(
        "the decision is dated {on}, and today is {today}; note it once it is made, or correct \
         `--date`"
    )]
    AfterToday {
        /// The day that was given.
        on: NaiveDate,
        /// The day of today.
        today: NaiveDate,
    },
    /// The role is no id.
    #[error(
        "`{by}` is no id of a role; give one of letters, digits, `-`, `_` and `.`, such as \
         `lms-leder`, and no person's name"
    )]
    NoRole {
        /// What was given.
        by: String,
    },
}

impl DecisionError {
    /// The error's stable code.
    pub fn code(&self) -> &'static str {
        match self {
            DecisionError::NoPlan { .. } | DecisionError::NoSuchRun { .. } => "C037",
            DecisionError::NoReason { .. } => "C038",
            DecisionError::NoRole { .. } => "C039",
            DecisionError::BeforeProposal { .. } | DecisionError::AfterToday { .. } => "C050",
        }
    }
}

/// What a role decided on a day about a run of a proposal; which day is today, the caller knows.
///
/// The day is not before the date of the question; where that was a day to come, it is not before the
/// day on which the answer was written.
///
/// # Errors
/// The entry proposes no plan or has no such run; the day is before the proposal or after today; the
/// decision is not what was proposed and has no reason; the role is no id.
pub fn decision(
    line: &Line,
    run: &str,
    outcome: DecisionOutcome,
    by: &str,
    on: NaiveDate,
    today: NaiveDate,
    reason: Option<&str>,
) -> Result<Decision, DecisionError> {
    let number = line.number;
    let Entry::Answer(answer) = &line.entry else {
        return Err(DecisionError::NoPlan { number });
    };
    let Answered::Plan(plan) = &answer.result else {
        return Err(DecisionError::NoPlan { number });
    };
    let Some(own) = plan.runs.iter().find(|own| own.run == run) else {
        let runs = plan.runs.iter().map(|own| own.run.as_str());
        return Err(DecisionError::NoSuchRun {
            number,
            run: run.to_owned(),
            nearest: nearest(run, runs).map(str::to_owned),
        });
    };
    let since = answer.as_of.min(answer.made);
    if on < since {
        return Err(DecisionError::BeforeProposal { number, on, since });
    }
    if on > today {
        return Err(DecisionError::AfterToday { on, today });
    }
    let Ok(role) = LeaderId::new(by) else {
        return Err(DecisionError::NoRole { by: by.to_owned() });
    };
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
    let decision = Decision {
        of: line.sha256.clone(),
        run: run.to_owned(),
        proposed: own.placed.is_some(),
        outcome,
        by: role.to_string(),
        on,
        reason: reason.map(str::to_owned),
    };
    if !decision.follows() && decision.reason.is_none() {
        return Err(DecisionError::NoReason {
            run: decision.run,
            proposed: decision.proposed,
        });
    }
    Ok(decision)
}
