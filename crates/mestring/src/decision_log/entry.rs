//! The entries of a log. These types are the file's format: their fields are its keys.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring_model::facts::Judged;
use serde::{Deserialize, Serialize};

use super::datum::{Datum, Given};

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// The text of a pack.
    Pack(PackText),
    /// A question with its answer.
    Answer(LoggedAnswer),
    /// What somebody decided.
    Decision(Decision),
}

/// The text of a pack, written once before the first answer that it gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackText {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The hash of its files, as reports print it: SHA-256 in hexadecimal.
    pub sha256: String,
    /// Its files by name.
    pub files: BTreeMap<String, String>,
}

/// What was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Which runs get the capacity.
    Plan,
    /// How the offers relate.
    Relations,
    /// How it stands with the obligations.
    Obligations,
}

impl Question {
    /// Every question.
    pub const ALL: [Question; 3] = [Question::Plan, Question::Relations, Question::Obligations];

    /// A stable code: `plan`, `relations`, `obligations`.
    pub fn code(self) -> &'static str {
        match self {
            Question::Plan => "plan",
            Question::Relations => "relations",
            Question::Obligations => "obligations",
        }
    }

    /// The records that its rules judge.
    pub fn judged(self) -> Judged {
        match self {
            Question::Plan => Judged::Run,
            Question::Relations => Judged::Pair,
            Question::Obligations => Judged::Obligation,
        }
    }
}

/// A question to a desk with the facts, verdicts and result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoggedAnswer {
    /// The day on which it was written.
    #[serde(with = "day")]
    pub made: NaiveDate,
    /// The date of the question.
    #[serde(with = "day")]
    pub as_of: NaiveDate,
    /// The seed of draws, as text: a whole number above 2^53 would not survive a reader that uses
    /// floats.
    #[serde(with = "number")]
    pub seed: u64,
    /// What answered.
    pub engine: Engine,
    /// The desk's name.
    pub desk: String,
    /// The hash of what was read.
    pub inputs: Inputs,
    /// The packs that answered.
    pub packs: Vec<PackUsed>,
    /// The records that differ, each with every verdict on it.
    pub cases: Vec<Case>,
    /// The runs, pairs of offers or obligations, in the order of their ids.
    pub subjects: Vec<Subject>,
    /// What came of it.
    pub result: Result,
}

impl LoggedAnswer {
    /// What was asked.
    pub fn question(&self) -> Question {
        match self.result {
            Result::Plan(_) => Question::Plan,
            Result::Relations(_) => Question::Relations,
            Result::Obligations(_) => Question::Obligations,
        }
    }
}

/// What answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Engine {
    /// The version of this crate.
    pub mestring: String,
    /// The script engine with the series of its versions: `rhai 1.27`.
    pub scripts: String,
}

/// The hash of what was read: the same whatever the order of rows where that means nothing, the
/// language of headings and words, and the form of the files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inputs {
    /// The hash of all.
    pub sha256: String,
    /// The hash of each table that has rows, by its English name, and of the settings.
    pub tables: BTreeMap<String, TableHash>,
}

/// The hash of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableHash {
    /// How many rows it has.
    pub rows: usize,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// A pack that answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackUsed {
    /// What it decides: `priority`, `requirement`, …
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The hash of its text, which stands in an earlier entry.
    pub sha256: String,
}

/// A record and the verdicts on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The stated facts by name; `null` where somebody was asked and nobody knows.
    pub facts: BTreeMap<String, Datum>,
    /// The verdicts, in the order of the packs and of their criteria.
    pub verdicts: Vec<Said>,
}

/// A verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The pack, by its position in [`LoggedAnswer::packs`].
    pub pack: usize,
    /// The rule.
    pub rule: String,
    /// What it answered.
    pub answer: Given,
    /// The facts that it read.
    pub read: Vec<String>,
    /// What it assumed, by the fact that was missing.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub assumed: BTreeMap<String, String>,
    /// Facts that were missing and make no difference.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub immaterial: Vec<String>,
}

/// What a case is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// The id of the run or obligation, or of the two offers.
    pub ids: Vec<String>,
    /// Its case, by its position in [`LoggedAnswer::cases`].
    pub case: usize,
}

/// What came of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Result {
    /// The plan.
    Plan(PlanResult),
    /// Relations.
    Relations(RelationsResult),
    /// The status of each obligation, by its id.
    Obligations(BTreeMap<String, String>),
}

/// The plan in the order of priority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanResult {
    /// The first day that it could use.
    #[serde(with = "day")]
    pub from: NaiveDate,
    /// The last.
    #[serde(with = "day")]
    pub until: NaiveDate,
    /// The runs, first priority first.
    pub runs: Vec<RunResult>,
}

/// What the plan proposes for a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunResult {
    /// The run.
    pub run: String,
    /// Its class, 1 first.
    pub class: usize,
    /// What somebody had decided before, as the desk says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Decided>,
    /// When and where, where it is placed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placed: Option<Placed>,
    /// What it lacks, where it is not: `room`, `leader:diabetes`, `budget:B1`, …
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<String>,
}

/// The sessions of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// When: `2027-01-12 morning`.
    pub sessions: Vec<String>,
    /// Where; absent where no room is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<String>,
    /// Where groups follow it at the same times: `stord:R7`, an organisation and a room of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hubs: Vec<String>,
    /// Who, by role, for each competence: `diabetes:L2`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leaders: Vec<String>,
}

/// A decision that stands in the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// What was decided.
    pub answer: String,
    /// The role.
    pub role: String,
    /// When.
    #[serde(with = "day")]
    pub on: NaiveDate,
}

/// How many pairs have each relation and action, and what people decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelationsResult {
    /// How many pairs have each relation.
    pub by_relation: BTreeMap<String, usize>,
    /// How many pairs ask for each action.
    pub by_action: BTreeMap<String, usize>,
    /// The pairs that people decided, by their ids.
    pub decided: Vec<DecidedPair>,
}

/// A pair that somebody decided about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecidedPair {
    /// The two offers.
    pub ids: Vec<String>,
    /// The relation.
    pub relation: String,
    /// What to do about it.
    pub action: String,
    /// The role.
    pub role: String,
    /// When.
    #[serde(with = "day")]
    pub on: NaiveDate,
}

/// What somebody decided about a run that an answer proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The hash of the entry with the proposal.
    pub of: String,
    /// The run.
    pub run: String,
    /// The run was placed in the proposal.
    pub proposed: bool,
    /// What was decided.
    pub outcome: DecisionOutcome,
    /// The role that decided, never a person's name.
    pub by: String,
    /// When.
    #[serde(with = "day")]
    pub on: NaiveDate,
    /// Why; always there where the decision is not what was proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Decision {
    /// It is what was proposed.
    pub fn follows(&self) -> bool {
        match self.outcome {
            DecisionOutcome::Held => self.proposed,
            DecisionOutcome::Refused => !self.proposed,
            DecisionOutcome::Other => false,
        }
    }
}

/// What was decided, in the words of the desk's table of decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionOutcome {
    /// The run is held.
    Held,
    /// It is not.
    Refused,
    /// Something else was done; the reason says what.
    Other,
}

impl DecisionOutcome {
    /// A stable code: `held`, `refused`, `other`.
    pub fn code(self) -> &'static str {
        match self {
            DecisionOutcome::Held => "held",
            DecisionOutcome::Refused => "refused",
            DecisionOutcome::Other => "other",
        }
    }
}

/// Dates as text: `2026-12-31`.
mod day {
    use chrono::NaiveDate;
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(day: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(day)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
        let text = String::deserialize(from)?;
        let no_date = |_| D::Error::custom(format!("`{text}` is no date"));
        text.parse().map_err(no_date)
    }
}

/// A whole number as text.
mod number {
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(number: &u64, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(number)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(D::Error::custom)
    }
}
