//! What the rules about runs answer by two packs.

use mestring_model::Verdict;
use mestring_model::facts::Judged;
use mestring_model::id::RunId;
use mestring_rules::Kind;

use super::{CompareError, GivenPack};
use crate::decide::order::titles;
use crate::decide::{DecideError, Decider, Proposal, RuleTitle};
use crate::plan::run_facts;

/// The answers of two packs about every wished run.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswersCompared {
    /// What the packs decide.
    pub kind: Kind,
    /// The name of the second pack.
    pub pack: String,
    /// How many runs they judge.
    pub runs: usize,
    /// The rules of the second pack in their order, then those that only the first has.
    pub rules: Vec<RuleCompared>,
}

/// What one rule answers by two packs.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleCompared {
    /// The rule, as the second pack declares it where that has it.
    pub rule: RuleTitle,
    /// The runs of which the first pack's rule cannot tell; `None` where it has no such rule.
    pub open_before: Option<Vec<RunId>>,
    /// The runs of which the second pack's rule cannot tell; `None` where it has no such rule.
    pub open_after: Option<Vec<RunId>>,
    /// The runs about which the answers differ, in the order of the desk; empty where one of the
    /// packs has no such rule. "Cannot tell" is one answer, whatever is missing.
    pub changed: Vec<AnswerChange>,
}

/// A run about which two packs answer differently.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerChange {
    /// The run.
    pub run: RunId,
    /// What the first answers, with its reasons.
    pub before: Verdict,
    /// What the second answers.
    pub after: Verdict,
}

impl AnswersCompared {
    /// How many answers the first pack cannot give.
    pub fn open_before(&self) -> usize {
        let open = self.rules.iter().filter_map(|own| own.open_before.as_ref());
        open.map(Vec::len).sum()
    }

    /// How many answers the second pack cannot give.
    pub fn open_after(&self) -> usize {
        let open = self.rules.iter().filter_map(|own| own.open_after.as_ref());
        open.map(Vec::len).sum()
    }
}

/// The rules of a pack with what each answered of every run.
struct Side {
    rules: Vec<RuleTitle>,
    /// For each run of the desk, in order: the run, and a verdict for each rule.
    judged: Vec<(RunId, Vec<Verdict>)>,
}

pub(super) fn of_priority(before: &Proposal, after: &Proposal) -> AnswersCompared {
    let side = |proposal: &Proposal| {
        let runs = proposal.plan.runs.iter().zip(&proposal.runs);
        let mut judged: Vec<_> = runs
            .map(|(planned, ranked)| (planned.index, planned.run.clone(), ranked.verdicts.clone()))
            .collect();
        judged.sort_by_key(|(index, ..)| *index);
        let judged = judged.into_iter();
        Side {
            rules: proposal.criteria.clone(),
            judged: judged.map(|(_, run, verdicts)| (run, verdicts)).collect(),
        }
    };
    let pack = after.pack.name.clone();
    compared(Kind::Priority, pack, &side(before), &side(after))
}

pub(super) fn of_runs(
    decider: &Decider<'_>,
    before: &GivenPack,
    after: &GivenPack,
) -> Result<AnswersCompared, CompareError> {
    let facts = run_facts(decider.desk, &decider.topics, decider.as_of);
    let rows: Vec<_> = facts.iter().map(|(_, facts)| facts.row()).collect();
    let side = |(place, pack): &GivenPack| -> Result<Side, CompareError> {
        let judged = pack.at(decider.as_of).map_err(DecideError::from);
        let judgements = judged
            .and_then(|bench| {
                let judged = bench.judge_all(&rows);
                judged.map_err(|wrong| decider.on_record(Judged::Run, wrong))
            })
            .map_err(CompareError::with(place))?;
        let judged = facts.iter().zip(judgements);
        let judged = judged.filter_map(|((index, _), judgement)| {
            let run = decider.desk.runs.get(*index)?;
            Some((run.id.clone(), judgement.to_vec()))
        });
        Ok(Side {
            rules: titles(pack),
            judged: judged.collect(),
        })
    };
    let pack = &after.1;
    let name = pack.manifest().name.clone();
    Ok(compared(pack.kind(), name, &side(before)?, &side(after)?))
}

fn compared(kind: Kind, pack: String, before: &Side, after: &Side) -> AnswersCompared {
    // Where each pack has one rule, it answers for the pack whatever its name.
    let alone = before.rules.len() == 1 && after.rules.len() == 1;
    let place = |side: &Side, name: &str| {
        let mut rules = side.rules.iter();
        if alone {
            return Some(0);
        }
        rules.position(|rule| rule.name == name)
    };
    let gone = before.rules.iter();
    let gone = gone.filter(|rule| place(after, &rule.name).is_none());
    let rules = after.rules.iter().chain(gone).map(|rule| {
        let (first, second) = (place(before, &rule.name), place(after, &rule.name));
        RuleCompared {
            rule: rule.clone(),
            open_before: first.map(|at| open(before, at)),
            open_after: second.map(|at| open(after, at)),
            changed: match first.zip(second) {
                Some(places) => changed(before, after, places),
                None => Vec::new(),
            },
        }
    });
    AnswersCompared {
        kind,
        pack,
        runs: after.judged.len(),
        rules: rules.collect(),
    }
}

fn open(side: &Side, at: usize) -> Vec<RunId> {
    let open = side
        .judged
        .iter()
        .filter(|(_, verdicts)| verdicts.get(at).is_some_and(|own| own.answer.cannot_tell()));
    open.map(|(run, _)| run.clone()).collect()
}

fn changed(before: &Side, after: &Side, (first, second): (usize, usize)) -> Vec<AnswerChange> {
    let both = before.judged.iter().zip(&after.judged);
    let changes = both.filter_map(|((run, old), (_, new))| {
        let (before, after) = (old.get(first)?, new.get(second)?);
        let open = before.answer.cannot_tell() && after.answer.cannot_tell();
        (!open && before.answer != after.answer).then(|| AnswerChange {
            run: run.clone(),
            before: before.clone(),
            after: after.clone(),
        })
    });
    changes.collect()
}
