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
            "the pack has no parameter `{name}`", "";
        /// A value for a parameter that has another type in `pack.toml`.
        OtherType { name: String, own: String } = WRONG_CASE "case-other-type",
            "the pack gives `{name}` a value of another type", "such as `{own}`";
        /// Something else than a date.
        NotADate = WRONG_CASE "case-not-a-date", "this is no date", "such as 2026-01-15";
        /// A value that no fact has.
        NotAFact = WRONG_CASE "case-not-a-fact",
            "a fact cannot hold this", "write yes or no as true or false, a number, a text or a list of texts";
        /// A value of another type than its fact.
        FactTakes { name: String, wanted: Sort, given: String, among: Among } = WRONG_CASE "case-fact-takes",
            "`{name}` takes {wanted}, not `{given}`", "";
        /// An answer that no rule gives.
        NotAnAnswer = WRONG_CASE "case-not-an-answer",
            "a rule answers yes or no, a number or a word", "";
        /// An answer that the kind of pack does not take.
        NeverAnswers { kind: &'static str, given: String, takes: Takes, among: Among }
            = WRONG_CASE "case-never-answers",
            "a pack of kind `{kind}` never answers `{given}`",
            "it takes {takes}, or \"cannot tell: FACT\"";
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
