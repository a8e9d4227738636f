//! What can be wrong with a file of cases.

use mestring_model::verdict::Answer;

use super::declare::faults;
use super::{Among, Sort};
use crate::error::RuleError;
use crate::kind::Takes;

faults! {
    /// What can be wrong with a file of cases.
    CaseFault {
        /// A fact that the record does not have.
        NoSuchFact { record: &'static str, name: String, among: Among } = WRONG_CASE "case-no-such-fact",
            "`{record}` has no fact `{name}`", "the rules reference lists the facts of `{record}`";
        /// A parameter that the pack does not have.
        NoSuchParameter { name: String, among: Among } = WRONG_CASE "case-no-such-parameter",
            "the pack has no parameter `{name}`", "add a [[parameter]] to pack.toml";
        /// A value for a parameter that has another type in `pack.toml`.
        OtherType { name: String, own: String } = WRONG_CASE "case-other-type",
            "the pack gives `{name}` a value of another type", "such as `{own}`";
        /// Something else than a date.
        NotADate { such: String } = WRONG_CASE "case-not-a-date", "this is no date", "write it as {such}";
        /// A value that no fact has.
        NotAFact = WRONG_CASE "case-not-a-fact",
            "a fact cannot hold this", "write yes or no as true or false, a number, a text or a list of texts";
        /// A value of another type than its fact.
        FactTakes { name: String, wanted: Sort, given: String, such: String, among: Among } = WRONG_CASE "case-fact-takes",
            "`{name}` takes {wanted}, not `{given}`", "write it as in `{name} = {such}`";
        /// A text that says yes or no where `true` or `false` stands.
        TextForYesNo { word: String, write: &'static str } = WRONG_CASE "case-text-for-yes-no",
            "`\"{word}\"` is a text, and yes or no is wanted", "write `{write}`, without quotes";
        /// A text that is a number where a number stands.
        TextForNumber { word: String, write: String } = WRONG_CASE "case-text-for-number",
            "`\"{word}\"` is a text, and a number is wanted", "write `{write}`, without quotes";
        /// A number that is infinite or none.
        NotFinite { text: String } = WRONG_CASE "case-not-finite",
            "`{text}` is no number that a rule can compare",
            "write digits, or leave it out where nobody knows";
        /// A word for what is not known, in other words than those of cases.
        UnknownWord { word: String } = WRONG_CASE "case-unknown-word",
            "`{word}` is a text like any other",
            "write `\"unknown\"` where somebody asked and nobody knows; leave the fact out where nobody says";
        /// What cannot be told, in other words than those of cases.
        CannotTellWords { given: String, write: String } = WRONG_CASE "case-cannot-tell-words",
            "`{given}` is no answer", "write `{write}`, with the facts that are missing";
        /// A fact below the least that it can be.
        BelowLeast { name: &'static str, least: String, given: String } = OUT_OF_RANGE "case-below-least",
            "`{name}` is never below {least}, and this is {given}",
            "write a number that it can be, or leave the fact out where nobody says";
        /// A fact above the most that it can be.
        AboveMost { name: &'static str, most: String, given: String } = OUT_OF_RANGE "case-above-most",
            "`{name}` is never above {most}, and this is {given}",
            "write a number that it can be, or leave the fact out where nobody says";
        /// A name that another case of the rule has.
        SameName { name: String, line: String } = SAME_NAME "case-same-name",
            "the case on line {line} is called `{name}` too", "give each a name of its own, or take one away";
        /// An answer that no rule gives.
        NotAnAnswer = WRONG_CASE "case-not-an-answer",
            "a rule answers yes or no, a number or a word",
            "write `true` or `false`, a number, or a word in quotes";
        /// An answer that the kind of pack does not take.
        NeverAnswers { kind: &'static str, given: String, takes: Takes, among: Among }
            = WRONG_CASE "case-never-answers",
            "a pack of kind `{kind}` never answers `{given}`",
            "it takes {takes}, or \"cannot tell: FACT\"";
        /// The same, where the answer is yes or no.
        NeverAnswersThis { kind: &'static str, given: String } = WRONG_CASE "case-never-answers-this",
            "a pack of kind `{kind}` never answers `{given}`",
            "write `true` or `false`, or \"cannot tell: FACT\"";
        /// A criterion that the pack does not have.
        NoCriterion { name: String } = WRONG_CASE "case-no-criterion",
            "there is no criterion `{name}`", "";
        /// A rule that answers something else.
        Fails { case: String, expected: Answer, got: Answer, because: String } = CASE_FAILS "case-fails",
            "`{case}` expects {expected}, and the rule answers {got}",
            "change the rule where its answer is wrong, or `expect` where the case is";
        /// A rule that gives no answer.
        Stops { case: String, error: Box<RuleError>, because: String } = CASE_FAILS "case-stops",
            "`{case}` gives no answer: {error}",
            "change the rule so that it answers here, or what the case gives it";
        /// An excuse that names no change.
        NotAChange { given: String } = WRONG_CASE "case-not-a-change",
            "`{given}` names no change of a rule",
            "write what stands there and what it was changed to, each between backticks, as `rules test --changes` prints it: \"`90` to `91`\"";
        /// An excuse for a change that survives no longer.
        IdleExcuse { change: String, line: String } = UNUSED_EXCUSE "case-idle-excuse",
            "no surviving change {change} of `{line}`", "take the [[survivor]] away";
    }
}

impl CaseFault {
    /// Why a case that fails expects what it does, as its writer said; empty where nobody said.
    pub fn because(&self) -> &str {
        match self {
            CaseFault::Fails { because, .. } | CaseFault::Stops { because, .. } => because,
            _ => "",
        }
    }
}
