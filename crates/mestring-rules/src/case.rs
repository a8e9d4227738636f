//! Cases beside a rule: what is given, what the rule must answer, and why.
//!
//! ```toml
//! [[case]]
//! name = "held ten months ago"
//! given = { months_since_held = 10, title = "unknown" }
//! params = { established_within_months = 12 }   # instead of the pack's own values
//! as_of = 2026-01-15                            # the date of the other parameters
//! expect = true                                 # or a number, a word, "cannot tell: FACT"
//! because = "ten months are within twelve"
//! ```
//! A fact that is not given is not stated; `"unknown"` stands for one that was asked for in vain.
//!
//! Where [`mutation`](crate::mutation) finds a change of the rule that no case notices and that makes
//! no difference, the file says why:
//! ```toml
//! [[survivor]]
//! line = "run.months_since_held <= 0"           # the line, as it stands
//! change = "`<=` to `==`"
//! because = "months are never below 0"
//! ```

mod read;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use mestring_model::Fact;
use mestring_model::facts::{FactRow, FactValue};
use mestring_model::verdict::{Answer, Verdict};

use crate::bench;
use crate::complaint::CaseFault;
use crate::diagnostic::{Diagnostic, Underline};
use crate::error::RuleError;
use crate::mutation::Nudge;
use crate::pack::Pack;
use crate::record::Parameters;

pub(crate) use read::read;

/// A case that was read and fits its rule.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub criterion: String,
    name: String,
    file: String,
    at: Option<Underline>,
    given: FactRow,
    params: BTreeMap<String, FactValue>,
    as_of: Option<NaiveDate>,
    pub expect: Answer,
    because: String,
}

/// Why a change of a rule that no case notices is right.
#[derive(Debug, Clone)]
pub(crate) struct Excuse {
    pub criterion: String,
    pub file: String,
    /// The line that is changed, without the spaces around it.
    pub line: String,
    /// What stands there.
    pub from: String,
    /// What was put in its place.
    pub to: String,
    /// The change as the file writes it.
    pub change: String,
    /// Where the file writes it.
    pub at: Option<Underline>,
    pub because: String,
}

impl Excuse {
    pub fn fits(&self, line: &str, from: &str, to: &str) -> bool {
        (self.line.as_str(), self.from.as_str(), self.to.as_str()) == (line.trim(), from, to)
    }
}

/// What a change is made from and to, where it is written in the words of any language:
/// "`<=` to `<`", "`<=` blir `<`". The words between are for people.
pub(crate) fn from_to(change: &str) -> Option<(&str, &str)> {
    let parts: Vec<&str> = change.trim().split('`').collect();
    let [before, from, _, to, after] = parts.as_slice() else {
        return None;
    };
    (before.is_empty() && after.is_empty()).then_some((*from, *to))
}

/// What a case came to.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseResult {
    /// The criterion that was asked.
    pub criterion: String,
    /// The case's name.
    pub name: String,
    /// Why the answer is expected, as its writer said.
    pub because: String,
    /// The file, relative to the pack's folder.
    pub file: String,
    /// Where the expected answer stands.
    pub at: Option<Underline>,
    /// What it came to.
    pub outcome: CaseOutcome,
}

/// How a case ended.
#[derive(Debug, Clone, PartialEq)]
pub enum CaseOutcome {
    /// The rule answered as expected.
    Passed,
    /// The rule answered something else.
    Failed {
        /// What was expected.
        expected: Answer,
        /// What the rule answered, with the facts it read.
        got: Box<Verdict>,
    },
    /// The rule gave no answer.
    Stopped(RuleError),
}

impl CaseResult {
    /// True where the rule answered as expected.
    pub fn passed(&self) -> bool {
        self.outcome == CaseOutcome::Passed
    }

    /// Several lines on what differs, English; empty where nothing does. Why the answer is expected
    /// is left to [`because`](Self::because).
    pub fn diff(&self) -> String {
        match &self.outcome {
            CaseOutcome::Passed => String::new(),
            CaseOutcome::Stopped(error) => format!("  {error}\n"),
            CaseOutcome::Failed { expected, got } => {
                let mut text = format!("- {expected}\n+ {}\n", got.answer);
                for read in &got.read {
                    let value = match &read.value {
                        Fact::Known(value) => value.to_string(),
                        Fact::NotStated => "not stated".to_owned(),
                        Fact::Unknown => "unknown".to_owned(),
                    };
                    text.push_str(&format!("  read {} = {value}\n", read.name));
                }
                for assumed in &got.assumed {
                    text.push_str(&format!(
                        "  assumed {} = {}\n",
                        assumed.name, assumed.assumed
                    ));
                }
                text
            }
        }
    }

    /// The failure as a diagnostic; none where the case passed.
    pub fn diagnostic(&self) -> Option<Diagnostic> {
        let (case, because) = (self.name.clone(), self.because.clone());
        let fault = match &self.outcome {
            CaseOutcome::Passed => return None,
            CaseOutcome::Failed { expected, got } => CaseFault::Fails {
                case,
                expected: expected.clone(),
                got: got.answer.clone(),
                because,
            },
            CaseOutcome::Stopped(error) => CaseFault::Stops {
                case,
                error: Box::new(error.clone()),
                because,
            },
        };
        let at = self.at.clone();
        Some(Diagnostic::of(&self.file, at, fault.into()))
    }
}

impl Case {
    /// Asks the rule.
    pub fn run(&self, pack: &Pack) -> CaseResult {
        let outcome = match self.judge(pack) {
            Ok(verdict) if same(&verdict.answer, &self.expect) => CaseOutcome::Passed,
            Ok(verdict) => CaseOutcome::Failed {
                expected: self.expect.clone(),
                got: Box::new(verdict),
            },
            Err(error) => CaseOutcome::Stopped(error),
        };
        CaseResult {
            criterion: self.criterion.clone(),
            name: self.name.clone(),
            because: self.because.clone(),
            file: self.file.clone(),
            at: self.at.clone(),
            outcome,
        }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// What is given.
    pub(crate) fn given(&self) -> &FactRow {
        &self.given
    }

    /// The parameters of its date, its own instead of the pack's where it names some.
    pub(crate) fn parameters(&self, pack: &Pack) -> Result<Parameters, RuleError> {
        self.parameters_with(pack, None)
    }

    /// The parameters of its date with one of them moved, where the case does not name it itself.
    pub(crate) fn parameters_with(
        &self,
        pack: &Pack,
        moved: Option<(&str, Nudge)>,
    ) -> Result<Parameters, RuleError> {
        let mut params = pack.parameters(self.as_of.unwrap_or_else(|| first_date(pack)))?;
        for own in &mut params.values {
            let nudge = moved.filter(|(name, _)| *name == &*own.id);
            let nudged = nudge.and_then(|(_, nudge)| nudge.of(&own.value));
            if let Some(value) = self.params.get(&*own.id).cloned().or(nudged) {
                own.value = value;
            }
        }
        Ok(bench::values(&params))
    }

    fn judge(&self, pack: &Pack) -> Result<Verdict, RuleError> {
        let criterion = pack
            .criteria()
            .iter()
            .find(|own| own.name() == self.criterion);
        let criterion = criterion.ok_or_else(|| {
            let name = self.criterion.clone();
            Diagnostic::of(&self.file, None, CaseFault::NoCriterion { name }.into())
        })?;
        criterion.judge(&Arc::new(self.given.clone()), &self.parameters(pack)?)
    }
}

/// The first date on which every parameter has begun: the date of cases that name none.
fn first_date(pack: &Pack) -> NaiveDate {
    let parameters = pack.manifest().parameters.iter();
    let starts = parameters.filter_map(|own| own.values.first().map(|value| value.from));
    starts.max().unwrap_or(NaiveDate::MIN)
}

/// Equal answers; numbers within the rounding of one calculation, and what cannot be told by the
/// facts that are missing.
pub(crate) fn same(left: &Answer, right: &Answer) -> bool {
    match (left, right) {
        (Answer::Number(left), Answer::Number(right)) => {
            (left - right).abs() <= 1e-12 * left.abs().max(right.abs()).max(1.0)
        }
        (Answer::CannotTell { missing: left, .. }, Answer::CannotTell { missing: right, .. }) => {
            left == right
        }
        _ => left == right,
    }
}
