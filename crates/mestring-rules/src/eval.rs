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

mod interpreted;
mod lower;
mod node;
mod run;
mod value;
mod view;

use crate::source::At;
pub use interpreted::Interpreted;
pub(crate) use lower::lower;
use node::{Node, Written};

/// How many variables may be in sight at a time.
const SLOTS: usize = 32;

/// A lowered script.
#[derive(Debug)]
pub(crate) struct Program {
    body: Node,
    /// The texts and lists that the script writes.
    written: Vec<Written>,
}

/// What keeps a script with the interpreter, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bar {
    pub at: At,
    pub why: Interpreted,
}

#[cfg(test)]
mod tests;
