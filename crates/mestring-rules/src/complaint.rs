//! What the check can have to say about a script, as data: a kind with its arguments.
//!
//! The English message is the kind's `Display`, the advice is [`Complaint::help`]. A renderer for
//! another language matches on the kind and finds every argument in it.

mod among;
mod case;
mod code;
mod declare;
mod feature;
mod help;
mod number;
mod pack;
mod parse;
mod sort;
mod toml;
mod types;

pub use among::Among;
pub use case::CaseFault;
pub use declare::{Value, Wording};
pub use feature::Feature;
pub use number::NumberFault;
pub use pack::PackFault;
pub use parse::{ParseFault, Purpose};
pub use sort::Sort;
pub use toml::{TomlFault, TomlKind};
pub use types::{Sorts, TypeFault, Values};

use mestring_model::toml_slip::TomlSlip;

use crate::kind::Takes;
use crate::sandbox::HostError;

/// What a number is bounded by through its unit: both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The least value.
    pub least: i64,
    /// The greatest value, where there is one.
    pub most: Option<i64>,
}

/// One thing that the check has to say.
///
/// Types are [`Sort`]s, so that a renderer can name them in its own language; names, words and
/// forms are as the script writes them.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Complaint {
    /// A build of the host that does something to the script engine.
    #[error("{}", .0.found())]
    Host(HostError),
    /// Something about `pack.toml`, or about the files and plugins that it names.
    #[error("{0}")]
    PackFault(PackFault),
    /// Something about a file of cases.
    #[error("{0}")]
    CaseFault(CaseFault),
    /// TOML that does not fit the keys of its file.
    #[error("{0}")]
    TomlFault(TomlFault),
    /// Something that the reader of TOML stopped at.
    #[error("{}", .0.found())]
    TomlSlip(TomlSlip),
    /// Something that the parser of scripts stopped at.
    #[error("{0}")]
    ParseFault(ParseFault),
    /// Types that do not fit together.
    #[error("{0}")]
    TypeFault(TypeFault),
    /// A calculation that has no result.
    #[error("{0}")]
    NumberFault(NumberFault),
    /// Something that rules may not use.
    #[error("{0} is not allowed in a rule")]
    NotAllowed(Feature),
    /// A fact that the record does not have.
    #[error("`{record}` has no fact `{name}`")]
    NoSuchFact {
        /// The record's name in scripts.
        record: &'static str,
        /// What stands right of the dot.
        name: String,
        /// The facts that it has.
        among: Among,
    },
    /// A parameter that the pack does not have.
    #[error("the pack has no parameter `{name}`")]
    NoSuchParameter {
        /// What stands right of the dot.
        name: String,
        /// The parameters that it has.
        among: Among,
    },
    /// A function that neither rules nor the script have.
    #[error("rules have no function `{name}`")]
    NoSuchFunction {
        /// What is called.
        name: String,
        /// What to write instead, where it is a function of spreadsheets: `if … { … } else { … }`.
        write: Option<String>,
        /// The functions that there are.
        among: Among,
    },
    /// A name that nothing defines.
    #[error("the name `{name}` is not defined")]
    NoSuchName {
        /// The name.
        name: String,
        /// What to write instead, where the name is that of a fact: `run.sessions`.
        write: Option<String>,
        /// The names in sight.
        among: Among,
    },
    /// A keyword that is misspelt, or from another language.
    #[error("`{word}` is no word of the rule language")]
    MisspeltKeyword {
        /// What the script says.
        word: String,
        /// What was probably meant.
        keyword: String,
    },
    /// `=` where a comparison is meant.
    #[error("`=` gives a variable a value; it does not compare")]
    AssignmentForComparison,
    /// A word that its fact cannot be.
    #[error("`{word}` is not a word that this fact can be")]
    NoSuchWord {
        /// The word in the script.
        word: String,
        /// The fact's words.
        among: Among,
    },
    /// Two values that can never be equal.
    #[error("{left} is never equal to {right}")]
    NeverEqual {
        /// The left type.
        left: Sort,
        /// The right type.
        right: Sort,
    },
    /// Two facts whose lists have no word in common.
    #[error("the two have no word in common, so they are never equal")]
    NoCommonWord,
    /// An answer of a type that the kind of pack does not take.
    #[error("the script answers {gives}; it takes {}", .takes.name())]
    WrongAnswer {
        /// What it answers.
        gives: Sort,
        /// What is taken.
        takes: Takes,
    },
    /// A way through the script that ends without an answer.
    #[error("the script ends without an answer; it takes {}", .takes.name())]
    NoAnswer {
        /// What is taken.
        takes: Takes,
    },
    /// An answer that may be any text, where only some are taken.
    #[error("the answer can be a text that is not in the list of answers")]
    FreeAnswer,
    /// A text that is no answer of this kind of pack.
    #[error("`{word}` is no answer here")]
    NoSuchAnswer {
        /// The text.
        word: String,
        /// The answers that there are.
        among: Among,
    },
    /// The record or the parameters without a dot.
    #[error("`{name}` stands alone")]
    RecordAlone {
        /// `run`, `pair`, … or `p`.
        name: String,
    },
    /// `known` about something that is no fact.
    #[error("`known` asks about something else")]
    KnownOfOther {
        /// The record's name in scripts.
        record: &'static str,
    },
    /// `x.known()`.
    #[error("`known` stands after a dot")]
    KnownAfterDot {
        /// The record's name in scripts.
        record: &'static str,
    },
    /// `??` after something that is always known.
    #[error("`??` stands after something that is always known")]
    AssumedOfOther {
        /// The record's name in scripts.
        record: &'static str,
    },
    /// A script with too many bytes.
    #[error("the script has {bytes} bytes, and a rule may have {limit}")]
    TooManyBytes {
        /// How many it has.
        bytes: usize,
        /// How many it may have.
        limit: usize,
    },
    /// Too many `??`.
    #[error("a rule may write `??` {limit} times")]
    TooManyAssumed {
        /// How many it may have.
        limit: usize,
    },
    /// Helpers called with too many combinations of types.
    #[error("the helpers are called in more than {limit} ways")]
    TooManyCalls {
        /// How many there may be.
        limit: usize,
    },
    /// `known(…)` about a fact that was read on every way to it.
    #[error("`{name}` was read before it is asked whether it is known")]
    AskedAfterRead {
        /// The record's name in scripts.
        record: &'static str,
        /// The fact.
        name: String,
    },
    /// No comment at the top.
    #[error("the script does not say what it decides and why")]
    NoHeader,
    /// A comment at the top that lacks some of what, why and source.
    #[error("the comment at the top lacks {}", .lacks.join(" and "))]
    HeaderLacks {
        /// Which of `What:`, `Why:` and `Source:` are missing.
        lacks: Vec<&'static str>,
    },
    /// A value that nothing uses.
    #[error("this value is not used")]
    UnusedValue,
    /// A helper that nothing calls.
    #[error("nothing calls the function `{name}`")]
    UnusedFunction {
        /// The helper.
        name: String,
    },
    /// A variable that nothing reads.
    #[error("nothing reads `{name}`")]
    UnusedVariable {
        /// The variable, or the helper's parameter.
        name: String,
    },
    /// Whole numbers divided.
    #[error("a whole number divided by a whole number drops the remainder")]
    WholeDivision,
    /// A statement after the end.
    #[error("this is never reached")]
    NeverReached,
    /// A condition without anything that could vary.
    #[error("this is always {}", yes_no(*.yes))]
    AlwaysByConstants {
        /// Its answer.
        yes: bool,
    },
    /// Something compared with itself.
    #[error("the two sides are the same, so this is always {}", yes_no(*.yes))]
    AlwaysByItself {
        /// Its answer.
        yes: bool,
    },
    /// A comparison that the unit of a number decides.
    #[error("`{subject}` is {}, so this is always {}", range(*.bounds), yes_no(*.yes))]
    AlwaysByUnit {
        /// The fact, as the script writes it.
        subject: String,
        /// What its unit allows.
        bounds: Bounds,
        /// The condition's answer.
        yes: bool,
    },
    /// A comparison that a fact's list of words decides.
    #[error("`{subject}` has no other words, so this is always {}", yes_no(*.yes))]
    AlwaysByWords {
        /// The fact, as the script writes it.
        subject: String,
        /// The condition's answer.
        yes: bool,
    },
    /// A condition that what stands before has answered.
    #[error("line {line} has settled this: it is always {} here", yes_no(*.yes))]
    DecidedBefore {
        /// The condition's answer.
        yes: bool,
        /// The line that settles it.
        line: u32,
    },
    /// An arm of a `switch` that an earlier one, or a condition before, leaves nothing.
    #[error("this case is never taken: line {line} has settled it")]
    ArmCovered {
        /// The line that settles it.
        line: u32,
    },
    /// A range without a number in it.
    #[error("there is no number in this range")]
    EmptyRange,
    /// A `switch` on something that does not vary.
    #[error("the `switch` looks at something that is always the same")]
    ConstantSwitch,
    /// A script that reads no fact.
    #[error("the rule reads no fact of `{record}`, so it answers the same about every one")]
    IgnoresRecord {
        /// The record's name in scripts.
        record: &'static str,
    },
    /// Decimals compared for equality.
    #[error("a number with decimals is compared for equality")]
    DecimalsEqual,
    /// A whole number that becomes one with decimals.
    #[error("`{name}` was a whole number, and gets decimals here")]
    BecomesDecimal {
        /// The variable.
        name: String,
    },
    /// A value that is whole on one way and has decimals on another.
    #[error("this is a whole number on one way and has decimals on another")]
    MixedNumbers,
    /// An `if` whose value is used, without `else`.
    #[error("an `if` that gives a value has no `else`")]
    NoElse,
    /// A `switch` whose value is used, without `_`.
    #[error("a `switch` that gives a value has no `_`")]
    NoDefault {
        /// The words of the fact that no arm names; empty where it has no list.
        open: Vec<String>,
    },
    /// `??` after a fact that is known there.
    #[error("`{name}` is known here, so nothing ever stands in for it")]
    NeverAssumed {
        /// The fact.
        name: String,
    },
    /// A value of another type than the fact it stands in for.
    #[error("the fact is {fact}, what stands in is {given}")]
    WrongDefault {
        /// The fact's type.
        fact: Sort,
        /// The other's type.
        given: Sort,
    },
    /// A test that can always be told after one that cannot.
    #[error("this can always be told, and stands after a test that may not be")]
    KnownTestLate {
        /// The fact that the earlier test may lack.
        waits_for: String,
        /// The operator, `&&` or `||`.
        operator: &'static str,
    },
    /// A way through the script that is longer than an answer may take.
    #[error("an answer may take {operations} operations, and it stops after {limit}")]
    MayTakeLong {
        /// The operations of the longest way.
        operations: u64,
        /// After how many an answer stops.
        limit: u64,
    },
    /// A fact read where it is known to be unknown.
    #[error("`{name}` is not known here, so the rule cannot answer")]
    ReadUnknown {
        /// The fact.
        name: String,
    },
}

impl Complaint {
    /// Why something else was expected, as the writer of a case said; empty for all but a case that
    /// fails.
    pub fn because(&self) -> &str {
        match self {
            Complaint::CaseFault(own) => own.because(),
            _ => "",
        }
    }

    /// The name of its texts with what stands in them, for what is declared as a fault;
    /// none for the rest.
    pub fn wording(&self) -> Option<Wording<'_>> {
        Some(match self {
            Complaint::Host(own) => own.wording(),
            Complaint::PackFault(own) => own.wording(),
            Complaint::CaseFault(own) => own.wording(),
            Complaint::TomlFault(own) => own.wording(),
            Complaint::ParseFault(own) => own.wording(),
            Complaint::TypeFault(own) => own.wording(),
            Complaint::NumberFault(own) => own.wording(),
            _ => return None,
        })
    }
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn range(bounds: Bounds) -> String {
    match bounds.most {
        Some(most) => format!("between {} and {most}", bounds.least),
        None => format!("never below {}", bounds.least),
    }
}
