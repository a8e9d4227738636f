//! The decision log: what was proposed, from which facts, by which rules, and what somebody decided.
//!
//! A log is lines of JSON, each of which stands on its own and names the one before it by its hash.
//! There are three kinds of [`Entry`]: the text of a pack, once for each text; an answer with the
//! facts, verdicts and result; and a decision of somebody about a run that an answer proposed. So a
//! log can be replayed ([`Replay`]) without the desk and after the packs were edited.
//!
//! The hashes tell that a line was changed or lost by accident. They are no signature: who can write
//! the file can write it anew. A log holds no persons: runs, offers and obligations go by their ids,
//! who decided by a role. Whoever writes lines to a disk refuses national numbers first
//! (`mestring_exchange::lines::append` does).
//!
//! ```
//! use mestring::decide::{Decider, Packs};
//! use mestring::decision_log::{self, Entry, Reader, Replay};
//! use mestring::model::{Desk, RawTable};
//!
//! let mut offers = RawTable::with_headings("offers.csv", ["id", "title", "sessions"]);
//! offers.push(vec!["DM2".into(), "Startkurs diabetes type 2".into(), "2".into()]);
//! let mut runs = RawTable::with_headings("runs.csv", ["id", "offer", "state", "format"]);
//! runs.push(vec!["R1".into(), "DM2".into(), "wished".into(), "digital_live".into()]);
//! let (desk, _) = Desk::builder().table("offers", offers).table("runs", runs).build();
//! let packs = Packs::shipped()?;
//! let today = "2026-11-22".parse()?;
//! let decider = Decider::new(&desk, &packs, today, None);
//! let answer = decision_log::plan(&decider, &decider.proposal()?, today);
//!
//! // Every pack is written before the first answer that names it.
//! let mut reader = Reader::default();
//! let lines = decision_log::seal(&decider, [answer], &mut reader)?.lines;
//!
//! let mut reader = Reader::default();
//! let mut replay = Replay::default();
//! for line in &lines {
//!     let read = reader.read(line, true);
//!     if let Some(replayed) = read.line.and_then(|line| replay.entry(&line, None)) {
//!         assert!(replayed.is_same());
//!     }
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod datum;
mod decision;
mod difference;
mod entry;
mod inputs;
mod line;
mod record;
mod replay;
mod seal;
#[cfg(test)]
mod tests;

pub use datum::{Datum, Exact, Given};
pub use decision::{DecisionError, EntryName, decision};
pub use difference::{Difference, PlanDay};
pub use entry::{
    Case, Decided, DecidedPair, Decision, DecisionOutcome, Engine, Entry, Inputs, LoggedAnswer,
    PackText, PackUsed, Placed, PlanResult, Question, RelationsResult, Result as AnswerResult,
    RunResult, Said, Subject, TableHash,
};
pub use inputs::{SETTINGS, inputs};
pub use line::{FIRST, FORMAT, Line, LineError, NoEntry, ReadLine, Reader};
pub use record::{engine, entries, obligations, plan, relations};
pub use replay::{NotReplayed, Replay, Replayed};
pub use seal::{Sealed, SealedAnswer, seal};
