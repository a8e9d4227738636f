//! What a rule answers, and why, as data.

use std::cmp::Ordering;
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
        /// What the answer could be once they are known.
        could_be: CouldBe,
    },
}

/// What an answer could be that cannot be told.
#[derive(Debug, Clone, PartialEq)]
pub enum CouldBe {
    /// One of these, two or more, in the order of [`Answer::order`]: every possible value of the
    /// missing facts gives one of them, and each is given by some.
    OneOf(Vec<Answer>),
    /// That was not found out.
    Open(Open),
}

/// Why it was not found out what an answer could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Open {
    /// A missing fact is free text, of which there is no end.
    FreeText,
    /// The rule calculates with a missing number, or answers it as it stands.
    Calculated,
    /// The missing facts have more possible values together than are tried.
    TooMany,
    /// For some value of the missing facts the rule stops with an error.
    Stops,
    /// The rule is no script, and does not say with which numbers it compares, or answers otherwise
    /// at another time.
    NotAsked,
}

impl Open {
    /// A stable code: `free_text`, `calculated`, `too_many`, `stops`, `not_asked`.
    pub fn code(self) -> &'static str {
        match self {
            Open::FreeText => "free_text",
            Open::Calculated => "calculated",
            Open::TooMany => "too_many",
            Open::Stops => "stops",
            Open::NotAsked => "not_asked",
        }
    }
}

impl Answer {
    /// An answer that cannot be told without these facts, of which nothing more was found out.
    ///
    /// ```
    /// # use mestring_model::Answer;
    /// assert_eq!(Answer::missing(["seats"]).to_string(), "cannot tell: seats");
    /// ```
    pub fn missing<'a>(facts: impl IntoIterator<Item = &'a str>) -> Self {
        Answer::CannotTell {
            missing: facts.into_iter().map(Arc::from).collect(),
            could_be: CouldBe::Open(Open::NotAsked),
        }
    }

    /// An order of answers: no before yes, lower numbers before higher, words by the alphabet.
    /// Kinds of answers do not mix in one rule; between them the order is that of the declaration.
    pub fn order(&self, other: &Answer) -> Ordering {
        let kind = |answer: &Answer| match answer {
            Answer::Bool(_) => 0,
            Answer::Number(_) => 1,
            Answer::Word(_) => 2,
            Answer::CannotTell { .. } => 3,
        };
        match (self, other) {
            (Answer::Bool(left), Answer::Bool(right)) => left.cmp(right),
            (Answer::Number(left), Answer::Number(right)) => left.total_cmp(right),
            (Answer::Word(left), Answer::Word(right)) => left.cmp(right),
            (left, right) => kind(left).cmp(&kind(right)),
        }
    }

    /// True where the rule could not answer.
    pub fn cannot_tell(&self) -> bool {
        matches!(self, Answer::CannotTell { .. })
    }
}

impl AsRef<Answer> for Answer {
    fn as_ref(&self) -> &Answer {
        self
    }
}

impl AsRef<Answer> for Verdict {
    fn as_ref(&self) -> &Answer {
        &self.answer
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Answer::Bool(true) => f.write_str("yes"),
            Answer::Bool(false) => f.write_str("no"),
            Answer::Number(number) => write!(f, "{number}"),
            Answer::Word(word) => f.write_str(word),
            Answer::CannotTell { missing, .. } => write!(f, "cannot tell: {}", missing.join(", ")),
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
    /// Facts that were missing and make no difference: for every value that they can have, the
    /// answer is this one.
    pub immaterial: Vec<&'static str>,
    /// What a plugin says of itself; none where the rule is a script.
    pub plugin: Option<Arc<PluginNote>>,
}

/// What stands in a verdict of a rule that is no script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PluginNote {
    /// The plugin's version.
    pub version: Arc<str>,
    /// True where the answer depends on nothing but the facts, as its author says; else the same
    /// facts may get another answer another time.
    pub pure: bool,
    /// Why it answered so, in its own words.
    pub because: Option<Arc<str>>,
}
