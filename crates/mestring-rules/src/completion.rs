//! What a rule answers whatever a missing fact is, or what it could answer.
//!
//! A rule that stopped at a missing fact is asked again for every value that the fact can have, and
//! where it then stops at another, for every value of that one. If all agree, that is the answer.
//! Only facts at which the rule stopped are tried: what it asks with `known(…)` or stands in for with
//! `??` is answered by its own text. A plugin is asked as a script is; the numbers with which it
//! compares stand in its declaration.

mod domain;

use std::sync::Arc;

use mestring_model::Fact;
use mestring_model::facts::{FactRow, FactValue};
use mestring_model::verdict::{Answer, CouldBe, Open};

use crate::script::{Outcome, Ran};
pub(crate) use domain::{Domains, marks, number};

/// How many times a rule is asked again at most.
pub(crate) const RUNS: usize = 256;

/// A rule that can be asked again with other facts.
pub(crate) trait Asked {
    /// Asks once, and tells how it ended and what it did on the way.
    fn ask(&self, row: &FactRow) -> (Outcome, Ran);

    /// The values that stand for all that a fact of a record can be.
    fn values(&self, fact: usize, row: &FactRow) -> Result<Arc<[FactValue]>, Open>;
}

/// The answer of a rule that was asked for every value of what is missing.
pub(crate) struct Completed {
    pub answer: Answer,
    /// What it did in any of the questions.
    pub ran: Ran,
    /// The facts that were missing and make no difference.
    pub immaterial: Vec<&'static str>,
}

struct Completion<'a> {
    asked: &'a dyn Asked,
    /// The record with the values that are tried in the places of missing facts.
    row: FactRow,
    left: usize,
    /// The answers so far, each once.
    answers: Vec<Answer>,
    missing: Vec<usize>,
    ran: Ran,
}

/// The answer of a rule that stopped at `fact` for the first time.
pub(crate) fn complete(asked: &dyn Asked, row: &FactRow, fact: usize, ran: Ran) -> Completed {
    let mut completion = Completion {
        asked,
        row: row.clone(),
        left: RUNS,
        answers: Vec::new(),
        missing: Vec::new(),
        ran,
    };
    let done = completion.branch(fact);
    let mut answers = completion.answers;
    answers.sort_by(Answer::order);
    let names = |places: &[usize]| -> Vec<&'static str> {
        let declared = places
            .iter()
            .filter_map(|place| row.judged().facts().get(*place));
        declared.map(|decl| decl.name).collect()
    };
    let missing = names(&completion.missing);
    let (answer, immaterial) = match (done, answers.as_slice()) {
        (Ok(()), [only]) => (only.clone(), missing),
        (done, _) => {
            let could_be = match done {
                Ok(()) => CouldBe::OneOf(answers),
                Err(open) => CouldBe::Open(open),
            };
            let missing = missing.into_iter().map(Arc::from).collect();
            (Answer::CannotTell { missing, could_be }, Vec::new())
        }
    };
    Completed {
        answer,
        ran: completion.ran,
        immaterial,
    }
}

impl Completion<'_> {
    /// Asks again for every value of a fact. What ends it early ends the whole completion, so that
    /// only a branch that was gone through puts the fact back.
    fn branch(&mut self, fact: usize) -> Result<(), Open> {
        if !self.missing.contains(&fact) {
            self.missing.push(fact);
        }
        let mut before = None;
        for value in self.asked.values(fact, &self.row)?.iter() {
            self.left = self.left.checked_sub(1).ok_or(Open::TooMany)?;
            let was = self.row.replace(fact, Fact::Known(value.clone()));
            before.get_or_insert(was.map_err(|_| Open::Stops)?);
            let (outcome, ran) = self.asked.ask(&self.row);
            self.ran.read |= ran.read;
            self.ran.assumed |= ran.assumed;
            match outcome {
                Outcome::Answered(answer) if answer.cannot_tell() => return Err(Open::NotAsked),
                Outcome::Answered(answer) => {
                    if !self.answers.contains(&answer) {
                        self.answers.push(answer);
                    }
                }
                Outcome::Missing(next) => self.branch(next)?,
                Outcome::Stopped(_) => return Err(Open::Stops),
            }
        }
        if let Some(before) = before {
            self.row.replace(fact, before).map_err(|_| Open::Stops)?;
        }
        Ok(())
    }
}
