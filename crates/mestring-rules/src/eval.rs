//! The compiled form of a script: the same answers as the interpreter, without walking its tree.
//!
//! Rhai is the reference. [`lower`] turns the very tree that Rhai runs into a small program over
//! places: facts, parameters and variables by number instead of by name. [`run`] answers with it, or
//! **bails**: whatever Rhai would report as an error (an overflow, a division by zero, a value too
//! large) gives no answer here, and the caller asks Rhai, which says what is wrong and where. What
//! the lowering does not know stays with Rhai altogether, with the place of the [`Bar`].
//!
//! Nothing is counted while a program runs: a script without loops has a longest way, which
//! [`Reads::operations`](crate::walk::Reads) holds, and a script for which that is too long is not
//! lowered. docs/decisions/0006 says how the two are kept equal.

mod lower;
mod node;
mod run;
mod value;

use mestring_model::Fact;
use mestring_model::facts::FactValue;
use mestring_model::verdict::Answer;

use crate::script::{Outcome, Ran};
use crate::source::At;
pub(crate) use lower::lower;
use node::Node;

/// How many variables may be in sight at a time.
const SLOTS: usize = 32;

/// A lowered script.
#[derive(Debug)]
pub(crate) struct Program(Node);

/// What keeps a script with the interpreter, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bar {
    pub at: At,
    pub why: &'static str,
}

impl Program {
    /// The answer about a record, or the fact that it lacks; none where the interpreter must be
    /// asked.
    pub fn ask(
        &self,
        facts: &[Fact<FactValue>],
        parameters: &[FactValue],
    ) -> Option<(Outcome, Ran)> {
        run::ask(&self.0, facts, parameters)
    }
}

/// What a value is as an answer; none for what is no answer.
fn answer(value: value::Value) -> Option<Answer> {
    match value {
        value::Value::Bool(yes) => Some(Answer::Bool(yes)),
        value::Value::Int(number) => Some(Answer::Number(number as f64)),
        value::Value::Number(number) => Some(Answer::Number(number)),
        value::Value::Text(text) => Some(Answer::Word(text.clone())),
        value::Value::Unit | value::Value::Texts(_) | value::Value::List(_) => None,
    }
}

#[cfg(test)]
mod tests;
