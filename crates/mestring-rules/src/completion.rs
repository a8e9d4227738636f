//! What a rule answers whatever a missing fact is, or what it could answer.
//!
//! A script that stopped at a missing fact is asked again for every value that the fact can have,
//! and where it then stops at another, for every value of that one. If all agree, that is the
//! answer. Only facts at which the script stopped are tried: what it asks with `known(…)` or stands
//! in for with `??` is answered by its own text.

mod domain;

use std::sync::Arc;

use mestring_model::Fact;
use mestring_model::facts::FactRow;
use mestring_model::verdict::{Answer, CouldBe, Open};

use crate::record::Parameters;
use crate::script::{Outcome, Ran, Script, ScriptAnswer};
pub(crate) use domain::Domains;

/// How many times a script is asked again at most.
const RUNS: usize = 256;

struct Completion<'a> {
    script: &'a Script,
    parameters: &'a Parameters,
    /// The record with the values that are tried in the places of missing facts.
    row: FactRow,
    left: usize,
    /// The answers so far, each once.
    answers: Vec<Answer>,
    missing: Vec<usize>,
    ran: Ran,
}

/// The answer of a script that stopped at `fact` for the first time.
pub(crate) fn complete(
    script: &Script,
    row: &FactRow,
    parameters: &Parameters,
    fact: usize,
    ran: Ran,
) -> ScriptAnswer {
    let mut completion = Completion {
        script,
        parameters,
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
    script.explain(row, &completion.ran, answer, immaterial)
}

impl Completion<'_> {
    /// Asks again for every value of a fact. What ends it early ends the whole completion, so that
    /// only a branch that was gone through puts the fact back.
    fn branch(&mut self, fact: usize) -> Result<(), Open> {
        if !self.missing.contains(&fact) {
            self.missing.push(fact);
        }
        let domains = self.script.domains();
        let mut before = None;
        for value in domains.values(fact, &self.row, self.parameters)?.iter() {
            self.left = self.left.checked_sub(1).ok_or(Open::TooMany)?;
            let was = self.row.replace(fact, Fact::Known(value.clone()));
            before.get_or_insert(was.map_err(|_| Open::Stops)?);
            let (outcome, ran) = self.script.ask(&self.row, self.parameters);
            self.ran.read |= ran.read;
            self.ran.assumed |= ran.assumed;
            match outcome {
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
