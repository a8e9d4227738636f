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
    #[error(
        "X017: `{file}` of the desk cannot be added to: {reason}; mend the file and import again"
    )]
    NotAddedTo {
        /// The desk's file.
        file: String,
        /// What is wrong with it.
        reason: &'static str,
    },
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
