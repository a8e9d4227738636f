//! Writing answers behind the lines of a log.

use super::entry::{Entry, LoggedAnswer};
use super::line::Reader;
use super::record::entries;
use crate::decide::Decider;

/// Lines for the end of a log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sealed {
    /// The lines in order, without their line ends.
    pub lines: Vec<String>,
    /// Where each answer stands in the log.
    pub answers: Vec<SealedAnswer>,
}

/// Where an answer stands in a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedAnswer {
    /// The number of its line, 1 for the first.
    pub number: usize,
    /// Its hash, by which later entries name it.
    pub sha256: String,
}

/// The lines that answers of a decider add behind what was read: the texts of packs that the log
/// does not hold yet, each before the first answer that names it.
///
/// # Errors
/// What JSON cannot hold; answers hold nothing of that kind.
pub fn seal(
    decider: &Decider<'_>,
    answers: impl IntoIterator<Item = LoggedAnswer>,
    log: &mut Reader,
) -> Result<Sealed, serde_json::Error> {
    let mut sealed = Sealed::default();
    for answer in answers {
        for entry in entries(decider, answer, log) {
            let is_answer = matches!(entry, Entry::Answer(_));
            sealed.lines.push(log.seal(entry)?);
            if is_answer {
                sealed.answers.push(SealedAnswer {
                    number: log.count(),
                    sha256: log.last().to_owned(),
                });
            }
        }
    }
    Ok(sealed)
}
