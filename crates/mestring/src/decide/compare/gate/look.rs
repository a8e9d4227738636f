//! Holding a rule against a comparison.

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::Answer;
use mestring_model::id::{OfferId, RunId};
use mestring_rules::Kind;

use super::{Broken, Forbids, Look, Loss, Records, Rule, Subject, Violation};
use crate::decide::compare::{Comparison, Regrouped, RunsCompared, Sum};
use crate::decide::{Moved, Proposal};

impl Rule {
    /// What the rule finds in a comparison.
    pub fn look(&self, comparison: &Comparison) -> Look {
        let relations = comparison.relations.as_ref();
        let pairs = relations.map_or(0, |own| own.pairs);
        let found = match &self.forbids {
            Forbids::Loses(subject, loss) => match &comparison.runs {
                Some(runs) => loses(runs, subject, *loss),
                None => Found::none(Records::Runs),
            },
            Forbids::RequirementFails => answers(comparison, Kind::Requirement, |before, after| {
                *before == Answer::Bool(true) && *after == Answer::Bool(false)
            }),
            Forbids::FormatChanges => answers(comparison, Kind::Format, |_, _| true),
            Forbids::RelationChanges => Found::of(Records::Pairs, pairs, {
                let changed = relations.into_iter().flat_map(|own| &own.changed);
                changed.map(|own| Broken::Pair(own.a.clone(), own.b.clone()))
            }),
            Forbids::ListingsMerge => Found::of(Records::Pairs, pairs, {
                relations
                    .into_iter()
                    .flat_map(|own| &own.merged)
                    .map(offers)
            }),
            Forbids::ListingsSplit => Found::of(Records::Pairs, pairs, {
                relations.into_iter().flat_map(|own| &own.split).map(offers)
            }),
            Forbids::StatusChanges => {
                let obligations = comparison.obligations.as_ref();
                let count = obligations.map_or(0, |own| own.obligations);
                Found::of(Records::Obligations, count, {
                    let changed = obligations.into_iter().flat_map(|own| &own.changed);
                    changed.map(|own| Broken::Obligation(own.id.clone()))
                })
            }
            Forbids::CannotTellGrows => cannot_tell_grows(comparison),
        };
        Look {
            phrase: self.phrase.clone(),
            records: found.records,
            looked_at: found.looked_at,
            unsure: found.unsure,
            violations: found.violations,
        }
    }
}

/// What a rule found, but for its phrase.
struct Found {
    records: Records,
    looked_at: usize,
    unsure: usize,
    violations: Vec<Violation>,
}

impl Found {
    fn none(records: Records) -> Self {
        Found::of(records, 0, std::iter::empty())
    }

    fn of(records: Records, looked_at: usize, broken: impl Iterator<Item = Broken>) -> Self {
        Found {
            records,
            looked_at,
            unsure: 0,
            violations: broken.map(|what| Violation { what, sure: true }).collect(),
        }
    }
}

fn offers(own: &Regrouped) -> Broken {
    Broken::Offers(own.offers.clone())
}

/// Answers of packs of a kind that changed in a way that is forbidden.
fn answers(
    comparison: &Comparison,
    kind: Kind,
    forbidden: impl Fn(&Answer, &Answer) -> bool,
) -> Found {
    let packs = comparison.answers.iter().filter(|own| own.kind == kind);
    let rules = packs.flat_map(|own| own.rules.iter().map(|rule| (own.runs, rule)));
    let both = rules.filter(|(_, own)| own.open_before.is_some() && own.open_after.is_some());
    let mut looked_at = 0;
    let mut broken = Vec::new();
    for (runs, rule) in both {
        looked_at += runs;
        let changed = rule
            .changed
            .iter()
            .filter(|own| forbidden(&own.before.answer, &own.after.answer));
        broken.extend(changed.map(|own| Broken::Run(own.run.clone())));
    }
    Found::of(Records::Answers, looked_at, broken.into_iter())
}

/// Runs of a subject that lose something.
fn loses(runs: &RunsCompared, subject: &Subject, loss: Loss) -> Found {
    let members = members(runs, subject);
    let moved: BTreeMap<&RunId, &Moved> = runs.moved.iter().map(|own| (&own.run, own)).collect();
    let moved = members
        .iter()
        .filter_map(|(run, sure)| Some((*moved.get(*run)?, *sure)));
    let lost = |own: &Moved| own.placed_before && !own.placed_after;
    let broken: Vec<(&RunId, bool)> = match loss {
        Loss::Place => {
            let own = moved.filter(|(own, _)| lost(own));
            own.map(|(own, sure)| (&own.run, sure)).collect()
        }
        Loss::Rank => {
            let own = moved.filter(|(own, _)| own.rank_before < own.rank_after);
            own.map(|(own, sure)| (&own.run, sure)).collect()
        }
        Loss::Seats => {
            let moved: Vec<(&Moved, bool)> = moved.collect();
            let seats = seats(&runs.after);
            let sum = |of: &dyn Fn(&Moved) -> bool| {
                let own = moved.iter().filter(|(own, _)| of(own));
                Sum::of(own.map(|(own, _)| seats.get(&own.run).copied().flatten()))
            };
            let gained = sum(&|own| !own.placed_before && own.placed_after);
            let own = moved.iter().filter(|(own, _)| lost(own));
            match fewer(sum(&lost), gained) {
                None => Vec::new(),
                Some(certain) => own
                    .map(|(own, sure)| (&own.run, *sure && certain))
                    .collect(),
            }
        }
    };
    let violations = broken.into_iter().map(|(run, sure)| Violation {
        what: Broken::Run(run.clone()),
        sure,
    });
    Found {
        records: Records::Runs,
        looked_at: members.len(),
        unsure: members.values().filter(|sure| !**sure).count(),
        violations: violations.collect(),
    }
}

/// Whether fewer seats are gained than lost, and whether that is certain; none where they are not.
fn fewer(lost: Sum, gained: Sum) -> Option<bool> {
    let stated = lost.without == 0 && gained.without == 0;
    let fewer = gained.known < lost.known;
    match (stated, lost.without > 0) {
        (true, _) => fewer.then_some(true),
        (false, true) => Some(false),
        // What is gained may be more than is stated.
        (false, false) => fewer.then_some(false),
    }
}

fn seats(proposal: &Proposal) -> BTreeMap<&RunId, Option<i64>> {
    let runs = proposal.plan.runs.iter().zip(&proposal.runs);
    runs.map(|(planned, ranked)| (&planned.run, ranked.facts.seats.into_known()))
        .collect()
}

/// The runs of a subject, and whether it is sure that they are.
fn members<'a>(runs: &'a RunsCompared, subject: &Subject) -> BTreeMap<&'a RunId, bool> {
    match subject {
        Subject::Any => runs
            .after
            .plan
            .runs
            .iter()
            .map(|own| (&own.run, true))
            .collect(),
        Subject::Groups(groups) => {
            let effects = runs.effects.iter();
            let effects = effects.flat_map(|own| own.groups.iter().map(|group| (own.by, group)));
            let own = effects.filter(|(by, effect)| {
                groups
                    .iter()
                    .any(|(of, group)| of == by && *group == effect.group)
            });
            own.flat_map(|(_, effect)| &effect.runs)
                .map(|run| (run, true))
                .collect()
        }
        Subject::Criterion(name) => {
            let mut members = BTreeMap::new();
            for proposal in [&runs.before, &runs.after] {
                let at = proposal.criteria.iter().position(|rule| rule.name == *name);
                for (planned, ranked) in proposal.plan.runs.iter().zip(&proposal.runs) {
                    let verdict = at.and_then(|at| ranked.verdicts.get(at));
                    let sure = match verdict.map(|own| &own.answer) {
                        Some(Answer::Bool(true)) => true,
                        Some(Answer::CannotTell { .. }) => false,
                        _ => continue,
                    };
                    *members.entry(&planned.run).or_insert(sure) |= sure;
                }
            }
            members
        }
    }
}

/// Records of which the second packs cannot tell and the first can, of packs that cannot give more
/// answers than before.
fn cannot_tell_grows(comparison: &Comparison) -> Found {
    let mut looked_at = 0;
    let mut broken = Vec::new();
    for own in &comparison.answers {
        let rules = own.rules.iter().filter(|rule| rule.open_after.is_some());
        looked_at += own.runs * rules.count();
        if own.open_after() <= own.open_before() {
            continue;
        }
        let mut seen: BTreeSet<&RunId> = BTreeSet::new();
        for rule in &own.rules {
            let before = rule.open_before.as_deref().unwrap_or_default();
            let after = rule.open_after.as_deref().unwrap_or_default();
            seen.extend(after.iter().filter(|run| !before.contains(run)));
        }
        broken.extend(seen.into_iter().cloned().map(Broken::Run));
    }
    if let Some(own) = &comparison.relations {
        looked_at += own.pairs;
        if own.open_before.len() < own.open_after.len() {
            let before: BTreeSet<&(OfferId, OfferId)> = own.open_before.iter().collect();
            let new = own.open_after.iter().filter(|pair| !before.contains(pair));
            broken.extend(new.map(|(a, b)| Broken::Pair(a.clone(), b.clone())));
        }
    }
    if let Some(own) = &comparison.obligations {
        looked_at += own.obligations;
        if own.open_before.len() < own.open_after.len() {
            let new = own
                .open_after
                .iter()
                .filter(|id| !own.open_before.contains(id));
            broken.extend(new.cloned().map(Broken::Obligation));
        }
    }
    Found::of(Records::Answers, looked_at, broken.into_iter())
}
