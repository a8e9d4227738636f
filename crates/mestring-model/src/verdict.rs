//! What a rule answers, and why, as data.

use std::fmt;
use std::sync::Arc;

use crate::fact::Fact;
use crate::facts::FactValue;

/// What a rule answered about one record.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Yes or no.
    Bool(bool),
    /// A number; what more of it means depends on the kind of pack.
    Number(f64),
    /// A word: a status, a format, a relation with its kind (`overlapping/format`).
    Word(Arc<str>),
    /// The rule needed a fact that is not known.
    CannotTell {
        /// The names of the facts that were missing, in the order in which the rule met them.
        missing: Vec<Arc<str>>,
    },
}

impl Answer {
    /// True where the rule could not answer.
    pub fn cannot_tell(&self) -> bool {
        matches!(self, Answer::CannotTell { .. })
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Answer::Bool(true) => f.write_str("yes"),
            Answer::Bool(false) => f.write_str("no"),
            Answer::Number(number) => write!(f, "{number}"),
            Answer::Word(word) => f.write_str(word),
            Answer::CannotTell { missing } => write!(f, "cannot tell: {}", missing.join(", ")),
        }
    }
}

/// Which version of which rule answered.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RuleRef {
    /// The pack's name.
    pub pack: Arc<str>,
    /// The pack's version.
    pub version: Arc<str>,
    /// The hash of the pack's text (SHA-256, hexadecimal), so that a decision can be replayed.
    pub hash: Arc<str>,
    /// The rule's name in the pack: its file without the ending, or the plugin's name.
    pub rule: Arc<str>,
    /// Where the rule comes from: `plan P72`, or `local choice`.
    pub origin: Arc<str>,
}

/// A fact that a rule read.
#[derive(Debug, Clone, PartialEq)]
pub struct FactRead {
    /// The fact's declared name.
    pub name: &'static str,
    /// What was known.
    pub value: Fact<FactValue>,
}

/// A value that a rule put in the place of an unknown fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumption {
    /// The fact that was not known.
    pub name: &'static str,
    /// What the rule assumed, as its text writes it.
    pub assumed: Arc<str>,
}

/// An answer with its reasons. Text is a renderer's work.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// What the rule answered.
    pub answer: Answer,
    /// Which rule.
    pub rule: Arc<RuleRef>,
    /// The facts it read, in the declared order.
    pub read: Vec<FactRead>,
    /// What it assumed.
    pub assumed: Vec<Assumption>,
}
