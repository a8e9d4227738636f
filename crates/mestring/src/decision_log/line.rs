//! A line of a log: an entry, the hash of the line before, and the hash of both.
//!
//! `{"entry":{"format":1,…},"previous":"…","sha256":"…"}`. The hash is SHA-256 over the hash of the line
//! before (64 letters) and the bytes of the entry as they stand, so that nothing depends on how a
//! library orders keys.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::entry::{Decision, Entry, LoggedAnswer, PackText};

/// The number of the format. Within a format keys are only added.
pub const FORMAT: u32 = 1;

/// What stands in the first line as the hash of the one before.
pub const FIRST: &str = "0000000000000000000000000000000000000000000000000000000000000000";

const HEAD: &str = "{\"entry\":";
const MIDDLE: &str = ",\"previous\":\"";
const SECOND: &str = "\",\"sha256\":\"";
const TAIL: &str = "\"}";

/// An entry with its place in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number, 1 for the first.
    pub number: usize,
    /// Its hash, by which later entries name it.
    pub sha256: String,
    /// The entry.
    pub entry: Entry,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LineError {
    /// It is no line of a decision log.
    #[error(
        "line {number} is no entry of a decision log: {why}; leave it as it is, and look for the line in a backup"
    )]
    Unreadable {
        /// The line.
        number: usize,
        /// Why it is none.
        why: NoEntry,
    },
    /// It is not what was written.
    #[error(
        "line {number} was changed after it was written: its hash is another; take the line from a backup"
    )]
    Changed {
        /// The line.
        number: usize,
    },
    /// The last line ends in the middle.
    #[error("line {number} is torn: the file ends in the middle of it; ask the question again")]
    Torn {
        /// The line.
        number: usize,
    },
    /// A later version wrote it.
    #[error(
        "line {number} has format {format}, and this version reads up to {FORMAT}; use a later version"
    )]
    Newer {
        /// The line.
        number: usize,
        /// Its format.
        format: u32,
    },
    /// It does not name the line before; it can be read all the same.
    #[error(
        "line {number} does not follow the line before it: a line was lost, added or moved; compare with a backup"
    )]
    NotAfter {
        /// The line.
        number: usize,
    },
}

/// Why a line is no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoEntry {
    /// It does not end with the hash of the line before and its own, as every line does.
    #[error("it is not closed by its hashes")]
    NotClosed,
    /// What it holds is not written as entries are.
    #[error("what it holds is not written as entries are, from character {column}")]
    OtherForm {
        /// The character of its entry at which the reader stopped, 1 for the first.
        column: usize,
    },
    /// It holds no entry, or several.
    #[error("it holds no entry, or several")]
    NotOne,
    /// It names a case or a pack by a number that it does not hold.
    #[error("it names a case or pack that it does not hold")]
    NotWhole,
}

impl LineError {
    /// The error's stable code.
    pub fn code(&self) -> &'static str {
        match self {
            LineError::Unreadable { .. } => "X124",
            LineError::Changed { .. } => "X125",
            LineError::Torn { .. } => "X126",
            LineError::Newer { .. } => "X127",
            LineError::NotAfter { .. } => "X128",
        }
    }

    /// The line's number.
    pub fn number(&self) -> usize {
        match self {
            LineError::Unreadable { number, .. }
            | LineError::Changed { number }
            | LineError::Torn { number }
            | LineError::Newer { number, .. }
            | LineError::NotAfter { number } => *number,
        }
    }
}

/// What a line comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadLine {
    /// The entry, where it can be read.
    pub line: Option<Line>,
    /// What is wrong with it. A line out of its place can be read all the same.
    pub problem: Option<LineError>,
}

/// Reads the lines of a log one after the other, and seals new ones behind them. It keeps the last
/// hash and the hashes of packs, however long the log is.
#[derive(Debug, Clone)]
pub struct Reader {
    /// Lines so far.
    count: usize,
    /// Entries that could be read.
    entries: usize,
    /// The hash that the next line must name; none after a line of which it cannot be told.
    expect: Option<String>,
    /// The hash of the last line that could be read, which a new line names.
    last: String,
    packs: BTreeSet<String>,
    /// What is wrong with the first line that is.
    wrong: Option<LineError>,
}

impl Default for Reader {
    fn default() -> Self {
        Reader {
            count: 0,
            entries: 0,
            expect: Some(FIRST.to_owned()),
            last: FIRST.to_owned(),
            packs: BTreeSet::new(),
            wrong: None,
        }
    }
}

impl Reader {
    /// How many lines were read or sealed.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many of them are entries.
    pub fn entries(&self) -> usize {
        self.entries
    }

    /// What is wrong with the first line of a file that holds something else: lines, and no entry.
    pub fn no_log(&self) -> Option<&LineError> {
        self.wrong.as_ref().filter(|_| self.entries == 0)
    }

    /// The text of the pack with this hash stands in the log.
    pub fn has_pack(&self, sha256: &str) -> bool {
        self.packs.contains(sha256)
    }

    /// Reads the next line, without its line end. `whole` says that a line end followed it.
    pub fn read(&mut self, text: &str, whole: bool) -> ReadLine {
        let read = self.next(text, whole);
        if self.wrong.is_none() {
            self.wrong.clone_from(&read.problem);
        }
        read
    }

    fn next(&mut self, text: &str, whole: bool) -> ReadLine {
        self.count += 1;
        let number = self.count;
        if text.trim().is_empty() {
            // An editor may leave one at the end.
            return ReadLine {
                line: None,
                problem: None,
            };
        }
        let expect = self.expect.take();
        match open(text, number) {
            Ok((entry, previous, sha256)) => {
                let follows = expect.is_none_or(|expect| expect == previous);
                self.take(&entry, &sha256);
                ReadLine {
                    line: Some(Line {
                        number,
                        sha256,
                        entry,
                    }),
                    problem: (!follows).then_some(LineError::NotAfter { number }),
                }
            }
            Err(_) if !whole => ReadLine {
                line: None,
                problem: Some(LineError::Torn { number }),
            },
            Err(problem) => {
                // A changed line still says under which hash it was written.
                if let Some((_, _, sha256)) = split(text) {
                    sha256.clone_into(&mut self.last);
                    self.expect = Some(sha256.to_owned());
                }
                ReadLine {
                    line: None,
                    problem: Some(problem),
                }
            }
        }
    }

    /// The line of a new entry behind those that were read, without its line end.
    ///
    /// # Errors
    /// What JSON cannot hold; entries hold nothing of that kind.
    pub fn seal(&mut self, entry: Entry) -> Result<String, serde_json::Error> {
        let json = serde_json::to_string(&Wire::of(&entry))?;
        let sha256 = hash(&self.last, &json);
        let line = format!("{HEAD}{json}{MIDDLE}{}{SECOND}{sha256}{TAIL}", self.last);
        self.count += 1;
        self.take(&entry, &sha256);
        Ok(line)
    }

    /// The hash of the last line that could be read or was sealed.
    pub fn last(&self) -> &str {
        &self.last
    }

    fn take(&mut self, entry: &Entry, sha256: &str) {
        self.entries += 1;
        if let Entry::Pack(pack) = entry {
            self.packs.insert(pack.sha256.clone());
        }
        sha256.clone_into(&mut self.last);
        self.expect = Some(sha256.to_owned());
    }
}

/// The entry as JSON, its hash of the line before, and its own.
fn split(text: &str) -> Option<(&str, &str, &str)> {
    let rest = text.strip_prefix(HEAD)?.strip_suffix(TAIL)?;
    let (rest, sha256) = rest.split_at_checked(rest.len().checked_sub(64)?)?;
    let rest = rest.strip_suffix(SECOND)?;
    let (rest, previous) = rest.split_at_checked(rest.len().checked_sub(64)?)?;
    let is_hash = |text: &str| {
        let mut bytes = text.bytes();
        bytes.all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    let entry = rest.strip_suffix(MIDDLE)?;
    (is_hash(previous) && is_hash(sha256)).then_some((entry, previous, sha256))
}

fn open(text: &str, number: usize) -> Result<(Entry, String, String), LineError> {
    let unreadable = |why| LineError::Unreadable { number, why };
    let (json, previous, sha256) = split(text).ok_or_else(|| unreadable(NoEntry::NotClosed))?;
    if hash(previous, json) != sha256 {
        return Err(LineError::Changed { number });
    }
    let said = |error: serde_json::Error| {
        let column = error.column();
        unreadable(NoEntry::OtherForm { column })
    };
    let Numbered { format } = serde_json::from_str(json).map_err(said)?;
    if format > FORMAT {
        return Err(LineError::Newer { number, format });
    }
    let wire: WireRead = serde_json::from_str(json).map_err(said)?;
    let entry = match wire {
        WireRead {
            pack: Some(pack),
            answer: None,
            decision: None,
            ..
        } => Entry::Pack(pack),
        WireRead {
            pack: None,
            answer: Some(answer),
            decision: None,
            ..
        } => Entry::Answer(answer),
        WireRead {
            pack: None,
            answer: None,
            decision: Some(decision),
            ..
        } => Entry::Decision(decision),
        _ => return Err(unreadable(NoEntry::NotOne)),
    };
    if let Entry::Answer(answer) = &entry
        && !is_whole(answer)
    {
        return Err(unreadable(NoEntry::NotWhole));
    }
    Ok((entry, previous.to_owned(), sha256.to_owned()))
}

/// Every position names something.
fn is_whole(answer: &LoggedAnswer) -> bool {
    let (cases, packs) = (answer.cases.len(), answer.packs.len());
    let mut said = answer.cases.iter().flat_map(|case| &case.verdicts);
    said.all(|said| said.pack < packs) && answer.subjects.iter().all(|own| own.case < cases)
}

fn hash(previous: &str, json: &str) -> String {
    let mut sha = Sha256::new();
    sha.update(previous);
    sha.update(json);
    hex(&sha.finalize())
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[derive(Deserialize)]
struct Numbered {
    format: u32,
}

#[derive(Serialize)]
struct Wire<'a> {
    format: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pack: Option<&'a PackText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<&'a LoggedAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<&'a Decision>,
}

impl<'a> Wire<'a> {
    fn of(entry: &'a Entry) -> Self {
        let mut wire = Wire {
            format: FORMAT,
            pack: None,
            answer: None,
            decision: None,
        };
        match entry {
            Entry::Pack(pack) => wire.pack = Some(pack),
            Entry::Answer(answer) => wire.answer = Some(answer),
            Entry::Decision(decision) => wire.decision = Some(decision),
        }
        wire
    }
}

#[derive(Deserialize)]
struct WireRead {
    #[expect(dead_code, reason = "read apart, before the rest")]
    format: u32,
    pack: Option<PackText>,
    answer: Option<LoggedAnswer>,
    decision: Option<Decision>,
}
