//! Why a list cannot be taken in.

use crate::ExchangeError;

/// Why a list cannot be taken into a desk.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// A file of the desk cannot be read.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// A table of the desk cannot be added to without changing what it says.
    #[error("X017: `{file}` of the desk cannot be added to: {why}; mend the file and import again")]
    NotAddedTo {
        /// The desk's file.
        file: String,
        /// What is wrong with it.
        why: Damage,
    },
}

/// What is wrong with a file of the desk that rows should be added to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// Letters that its encoding does not have, so that writing it would lose them.
    #[error("some of its letters are damaged")]
    Letters,
    /// A quotation mark that is never closed.
    #[error("a quotation mark in it is never closed")]
    Quotes,
}

impl ImportError {
    /// The stable code, such as `X017`; all are in [`code::CODES`](crate::code::CODES).
    pub fn code(&self) -> &'static str {
        match self {
            ImportError::Exchange(error) => error.code(),
            ImportError::NotAddedTo { .. } => "X017",
        }
    }
}
