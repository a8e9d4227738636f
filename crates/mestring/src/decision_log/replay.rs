//! Answering a logged question again.

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::Desk;
use mestring_model::facts::{FactRow, FactRowError};
use mestring_model::noun::{Action, Relation};
use mestring_model::term::Term;
use mestring_model::verdict::{Answer, Verdict};
use mestring_rules::{Bench, Kind, Pack, Plugins, RuleError};

use super::datum;
use super::difference::{Difference, differences};
use super::entry::{
    Case, Engine, Entry, LoggedAnswer, PackText, PackUsed, PlanResult, Question, RelationsResult,
    Result as Answered, RunResult, Said,
};
use super::line::Line;
use super::record::{self, engine, said, used};
use crate::decide::{DecideError, Decider, Packs, PacksError, Standing, draw};

/// Answers the entries of a log again, one after the other.
///
/// It keeps the texts of packs, as the log holds each once; everything else of an entry is
/// forgotten once it was replayed.
#[derive(Debug, Default)]
pub struct Replay {
    plugins: Plugins,
    with: Vec<Pack>,
    texts: BTreeMap<String, PackText>,
    loaded: BTreeMap<String, Pack>,
}

/// What a replay of one answer came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Replayed {
    /// The line of the entry.
    pub number: usize,
    /// Its hash.
    pub sha256: String,
    /// The question.
    pub question: Question,
    /// The day on which it was written.
    pub made: chrono::NaiveDate,
    /// The date of the question.
    pub as_of: chrono::NaiveDate,
    /// How many runs, pairs or obligations it is about.
    pub subjects: usize,
    /// How many verdicts were given again: rules times records that differ.
    pub verdicts: usize,
    /// What answered then, where that was another version than this one.
    pub engine: Option<Engine>,
    /// Sessions, rooms and leaders were asked again too, from a desk; of a log alone only facts,
    /// verdicts, order and status can be.
    pub placed_again: bool,
    /// Why it could not be replayed; what differs is then not known.
    pub failed: Option<NotReplayed>,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// Why an answer could not be replayed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum NotReplayed {
    /// The log holds the text of a pack after the entry, or not at all.
    #[error("the log does not hold the text of the pack {pack} before this entry")]
    NoText {
        /// The pack's name and version.
        pack: String,
    },
    /// The text of a pack is none that this version reads.
    #[error("the pack {pack} cannot be loaded by this version: {error}")]
    NotLoaded {
        /// The pack's name and version.
        pack: String,
        /// The first thing that is wrong with it.
        error: Box<RuleError>,
    },
    /// The text of a pack was changed after it was logged.
    #[error("the text of the pack {pack} has another hash than the log says")]
    OtherHash {
        /// The pack's name and version.
        pack: String,
    },
    /// A rule could not answer, or has no parameters on the date.
    #[error("{0}")]
    Rule(Box<RuleError>),
    /// The desk does not answer the question.
    #[error("{0}")]
    Decide(Box<DecideError>),
    /// The packs do not go together.
    #[error("{0}")]
    Packs(Box<PacksError>),
    /// The facts of the log are not those that rules read in this version.
    #[error(
        "the log holds the fact `{}`, which {}",
        .0.name(),
        match .0 {
            FactRowError::NoSuchFact { .. } => "this version does not have",
            _ => "is of another type in this version",
        }
    )]
    Facts(FactRowError),
}

impl From<RuleError> for NotReplayed {
    fn from(error: RuleError) -> Self {
        NotReplayed::Rule(Box::new(error))
    }
}

impl From<DecideError> for NotReplayed {
    fn from(error: DecideError) -> Self {
        match error {
            DecideError::Rule(error) => error.into(),
            other => NotReplayed::Decide(Box::new(other)),
        }
    }
}

impl Replayed {
    /// Everything came out as the log says, bit by bit.
    pub fn is_same(&self) -> bool {
        self.failed.is_none() && self.differences.is_empty()
    }
}

impl Replay {
    /// A replay with rules in other languages, where packs of the log name any.
    pub fn new(plugins: Plugins) -> Self {
        Replay {
            plugins,
            ..Replay::default()
        }
    }

    /// The same with other packs, each in the place of the logged one of its kind (of its name, among
    /// requirements): what would have been proposed.
    #[must_use]
    pub fn with(mut self, packs: impl IntoIterator<Item = Pack>) -> Self {
        self.with.extend(packs);
        self
    }

    /// Replays an answer; takes in the text of a pack and gives `None` for it, as for a decision.
    ///
    /// With a desk the facts are read from it, and sessions, rooms and leaders are asked again.
    pub fn entry(&mut self, line: &Line, desk: Option<&Desk>) -> Option<Replayed> {
        let then = match &line.entry {
            Entry::Pack(pack) => {
                self.texts.insert(pack.sha256.clone(), pack.clone());
                return None;
            }
            Entry::Decision(_) => return None,
            Entry::Answer(answer) => answer,
        };
        let now = match desk {
            Some(desk) => self.ask_desk(then, desk),
            None => self.ask_log(then),
        };
        let here = engine();
        let (failed, differences) = match &now {
            Ok(now) => (None, differences(then, now)),
            Err(why) => (Some(why.clone()), Vec::new()),
        };
        let verdicts = now.as_ref().map_or(0, |now| {
            now.cases.iter().map(|case| case.verdicts.len()).sum()
        });
        Some(Replayed {
            number: line.number,
            sha256: line.sha256.clone(),
            question: then.question(),
            made: then.made,
            as_of: then.as_of,
            subjects: then.subjects.len(),
            verdicts,
            engine: (then.engine != here).then(|| then.engine.clone()),
            placed_again: desk.is_some(),
            failed,
            differences,
        })
    }

    /// The packs that answer now: those of the log, or what stands in their place.
    fn packs(&mut self, then: &LoggedAnswer) -> Result<Vec<Pack>, NotReplayed> {
        let judged = then.question().judged();
        let mut packs = Vec::new();
        for own in &then.packs {
            let with = self.with.iter().find(|with| replaces(with, own));
            packs.push(match with {
                Some(with) => with.clone(),
                None => self.pack(own)?,
            });
        }
        let here: BTreeSet<String> = packs.iter().map(|own| own.hash().to_owned()).collect();
        // A requirement or format that the log did not have stands beside the others.
        let more = self.with.iter().filter(|with| {
            with.judged() == judged
                && matches!(with.kind(), Kind::Requirement | Kind::Format)
                && !here.contains(with.hash())
        });
        packs.extend(more.cloned());
        Ok(packs)
    }

    fn pack(&mut self, own: &PackUsed) -> Result<Pack, NotReplayed> {
        if let Some(pack) = self.loaded.get(&own.sha256) {
            return Ok(pack.clone());
        }
        let id = || format!("{} {}", own.name, own.version);
        let text = self.texts.get(&own.sha256);
        let text = text.ok_or_else(|| NotReplayed::NoText { pack: id() })?;
        let pack = Pack::load(&text.files, &self.plugins).map_err(|errors| {
            match errors.into_iter().next().map(Box::new) {
                Some(error) => NotReplayed::NotLoaded { pack: id(), error },
                // A pack that does not load says why; without a word there is no pack.
                None => NotReplayed::NoText { pack: id() },
            }
        })?;
        if pack.hash() != own.sha256 {
            return Err(NotReplayed::OtherHash { pack: id() });
        }
        self.loaded.insert(own.sha256.clone(), pack.clone());
        Ok(pack)
    }

    fn ask_desk(&mut self, then: &LoggedAnswer, desk: &Desk) -> Result<LoggedAnswer, NotReplayed> {
        let packs = self.packs(then)?;
        let packs = Packs::only(packs).map_err(|error| NotReplayed::Packs(Box::new(error)))?;
        let decider = Decider::new(desk, &packs, then.as_of, Some(then.seed));
        Ok(match then.question() {
            Question::Plan => {
                let proposal = decider.proposal()?;
                record::plan(&decider, &proposal, then.made)
            }
            Question::Relations => {
                let relations = decider.relations()?;
                record::relations(&decider, &relations, then.made)
            }
            Question::Obligations => {
                let report = decider.obligations()?;
                record::obligations(&decider, &report, then.made)
            }
        })
    }

    fn ask_log(&mut self, then: &LoggedAnswer) -> Result<LoggedAnswer, NotReplayed> {
        let packs = self.packs(then)?;
        let benches: Vec<Bench> = packs
            .iter()
            .map(|pack| pack.at(then.as_of))
            .collect::<Result<_, RuleError>>()?;
        let names: Vec<PackUsed> = packs.iter().map(used).collect();
        let judged = then.question().judged();
        let mut cases = Vec::with_capacity(then.cases.len());
        let mut first = Vec::with_capacity(then.cases.len());
        for case in &then.cases {
            let row = datum::row(judged, &case.facts).map_err(NotReplayed::Facts)?;
            let (verdicts, own) = judge(&benches, &names, &row)?;
            cases.push(Case {
                facts: case.facts.clone(),
                verdicts,
            });
            first.push(own);
        }
        let result = match &then.result {
            Answered::Plan(plan) => Answered::Plan(ranked(then, plan, packs.first(), &first)),
            Answered::Relations(own) => {
                Answered::Relations(related(then, own, benches.first(), &first))
            }
            Answered::Obligations(_) => Answered::Obligations(statuses(then, &first)),
        };
        Ok(LoggedAnswer {
            packs: names,
            cases,
            result,
            ..then.clone()
        })
    }
}

/// A pack stands in the place of the one of its kind, of its name among requirements.
fn replaces(with: &Pack, own: &PackUsed) -> bool {
    with.kind().code() == own.kind
        && (with.kind() != Kind::Requirement || with.manifest().name == own.name)
}

/// Every verdict on a record, and those of the first pack by themselves.
fn judge(
    benches: &[Bench],
    names: &[PackUsed],
    row: &FactRow,
) -> Result<(Vec<Said>, Vec<Verdict>), NotReplayed> {
    let mut all = Vec::new();
    let mut first = Vec::new();
    for (at, bench) in benches.iter().enumerate() {
        let judgement = bench.judge(row)?;
        all.extend(judgement.iter().filter_map(|own| said(names, own)));
        if at == 0 {
            first = judgement.to_vec();
        }
    }
    Ok((all, first))
}

/// The runs in the order that the verdicts give, each with what the log says of its sessions: those
/// depend on rooms and calendars, which a log does not hold.
fn ranked(
    then: &LoggedAnswer,
    plan: &PlanResult,
    pack: Option<&Pack>,
    verdicts: &[Vec<Verdict>],
) -> PlanResult {
    let Some(ranking) = pack.map(Pack::ranking) else {
        return plan.clone();
    };
    let logged: BTreeMap<&str, &RunResult> = plan
        .runs
        .iter()
        .map(|own| (own.run.as_str(), own))
        .collect();
    let mut runs: Vec<(Standing, usize, &RunResult)> = Vec::new();
    let mut judged: Vec<&[Verdict]> = Vec::new();
    for subject in &then.subjects {
        let (Some(id), Some(case), Some(own)) = (
            subject.ids.first(),
            then.cases.get(subject.case),
            verdicts.get(subject.case),
        ) else {
            continue;
        };
        let Some(run) = logged.get(id.as_str()) else {
            continue;
        };
        let since_held = match case.facts.get("months_since_held") {
            Some(datum::Datum::Int(months)) => Some(*months),
            _ => None,
        };
        runs.push((
            Standing::new(ranking, own, since_held, draw(then.seed, id)),
            judged.len(),
            run,
        ));
        judged.push(own);
    }
    let classes = ranking.classes(&judged);
    runs.sort_by(|one, other| one.0.cmp(&other.0));
    let runs = runs.into_iter().map(|(_, at, run)| RunResult {
        class: classes
            .get(at)
            .and_then(|class| usize::try_from(*class).ok())
            .unwrap_or(run.class),
        ..run.clone()
    });
    PlanResult {
        runs: runs.collect(),
        ..plan.clone()
    }
}

fn related(
    then: &LoggedAnswer,
    own: &RelationsResult,
    bench: Option<&Bench>,
    verdicts: &[Vec<Verdict>],
) -> RelationsResult {
    let Some(bench) = bench else {
        return own.clone();
    };
    let zero = |codes: Vec<&str>| codes.into_iter().map(|code| (code.to_owned(), 0)).collect();
    let mut by_relation: BTreeMap<String, usize> =
        zero(Relation::all().iter().map(|own| own.code()).collect());
    let mut by_action: BTreeMap<String, usize> =
        zero(Action::all().iter().map(|own| own.code()).collect());
    let decided: BTreeMap<&Vec<String>, (&str, &str)> = own
        .decided
        .iter()
        .map(|own| (&own.ids, (own.relation.as_str(), own.action.as_str())))
        .collect();
    for subject in &then.subjects {
        let Some(verdict) = verdicts.get(subject.case).and_then(|own| own.first()) else {
            continue;
        };
        let (related, action) = bench.related(verdict);
        let (relation, action) = match decided.get(&subject.ids) {
            Some(decided) => *decided,
            None => (related.relation.code(), action.code()),
        };
        *by_relation.entry(relation.to_owned()).or_default() += 1;
        *by_action.entry(action.to_owned()).or_default() += 1;
    }
    RelationsResult {
        by_relation,
        by_action,
        decided: own.decided.clone(),
    }
}

fn statuses(then: &LoggedAnswer, verdicts: &[Vec<Verdict>]) -> BTreeMap<String, String> {
    let all = then.subjects.iter().filter_map(|subject| {
        let verdict = verdicts.get(subject.case)?.first()?;
        let status = match &verdict.answer {
            Answer::Word(word) => word.to_string(),
            _ => mestring_model::noun::Status::CannotTell.code().to_owned(),
        };
        Some((subject.ids.first()?.clone(), status))
    });
    all.collect()
}
