//! What differs between two answers to the same question.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::datum::{Datum, Given};
use super::entry::{LoggedAnswer, PlanResult, Result as Answered, RunResult, Said, TableHash};

/// One thing that differs. `then` is what the log says, `now` what comes out today.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Difference {
    /// A table of the desk, or its settings, holds something else.
    Table {
        /// Its English name, or `desk.toml`.
        table: String,
        /// Then; none where it had no rows.
        then: Option<TableHash>,
        /// Now.
        now: Option<TableHash>,
    },
    /// A run, pair or obligation is in one of the two only.
    Subject {
        /// Its ids.
        ids: Vec<String>,
        /// It is in the log.
        then: bool,
    },
    /// A fact is another.
    Fact {
        /// What it is about.
        ids: Vec<String>,
        /// The fact.
        fact: String,
        /// Then; none: not stated.
        then: Option<Datum>,
        /// Now.
        now: Option<Datum>,
    },
    /// Another pack answered.
    Pack {
        /// What it decides.
        kind: String,
        /// Name and version then; none where there was none.
        then: Option<String>,
        /// Now.
        now: Option<String>,
    },
    /// A rule is in one of the two only.
    Rule {
        /// Its pack.
        pack: String,
        /// The rule.
        rule: String,
        /// It is in the log.
        then: bool,
    },
    /// A rule answers otherwise.
    Verdict {
        /// What it is about.
        ids: Vec<String>,
        /// The pack now.
        pack: String,
        /// The rule.
        rule: String,
        /// Then.
        then: Given,
        /// Now.
        now: Given,
    },
    /// A rule answers the same from other facts or assumptions.
    Reasons {
        /// What it is about.
        ids: Vec<String>,
        /// The pack now.
        pack: String,
        /// The rule.
        rule: String,
    },
    /// A run has another rank or class.
    Rank {
        /// The run.
        run: String,
        /// Its rank then, 1 first.
        then: usize,
        /// Now.
        now: usize,
        /// Its class then, 1 first.
        class_then: usize,
        /// Now.
        class_now: usize,
    },
    /// A run is placed otherwise, or lacks something else.
    Outcome {
        /// Then.
        then: RunResult,
        /// Now.
        now: RunResult,
    },
    /// An obligation has another status.
    Status {
        /// The obligation.
        id: String,
        /// Then.
        then: String,
        /// Now.
        now: String,
    },
    /// The first or the last day that the plan may use is another.
    Day {
        /// Which of the two.
        of: PlanDay,
        /// Then.
        then: NaiveDate,
        /// Now.
        now: NaiveDate,
    },
    /// More or fewer pairs have a relation.
    Relations {
        /// The relation's code.
        relation: String,
        /// How many pairs then.
        then: usize,
        /// Now.
        now: usize,
    },
    /// More or fewer pairs have an action.
    Actions {
        /// The action's code.
        action: String,
        /// How many pairs then.
        then: usize,
        /// Now.
        now: usize,
    },
}

/// An end of the days that a plan may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanDay {
    /// The first day.
    First,
    /// The last day.
    Last,
}

impl Difference {
    /// A stable code of what differs.
    pub fn code(&self) -> &'static str {
        match self {
            Difference::Table { .. } => "table",
            Difference::Subject { .. } => "subject",
            Difference::Fact { .. } => "fact",
            Difference::Pack { .. } => "pack",
            Difference::Rule { .. } => "rule",
            Difference::Verdict { .. } => "verdict",
            Difference::Reasons { .. } => "reasons",
            Difference::Rank { .. } => "rank",
            Difference::Outcome { .. } => "outcome",
            Difference::Status { .. } => "status",
            Difference::Day { .. } | Difference::Relations { .. } | Difference::Actions { .. } => {
                "result"
            }
        }
    }
}

/// Everything in which two answers to one question differ: what was read and which packs answered,
/// then what came of it, then why.
pub(super) fn differences(then: &LoggedAnswer, now: &LoggedAnswer) -> Vec<Difference> {
    let mut out = Vec::new();
    tables(then, now, &mut out);
    packs(then, now, &mut out);
    match (&then.result, &now.result) {
        (Answered::Plan(then), Answered::Plan(now)) => plans(then, now, &mut out),
        (Answered::Relations(then), Answered::Relations(now)) => {
            let relations = counts(&then.by_relation, &now.by_relation);
            out.extend(
                relations.map(|(relation, then, now)| Difference::Relations {
                    relation,
                    then,
                    now,
                }),
            );
            let actions = counts(&then.by_action, &now.by_action);
            out.extend(actions.map(|(action, then, now)| Difference::Actions {
                action,
                then,
                now,
            }));
        }
        (Answered::Obligations(then), Answered::Obligations(now)) => {
            for (id, then) in then {
                if let Some(now) = now.get(id).filter(|now| *now != then) {
                    out.push(Difference::Status {
                        id: id.clone(),
                        then: then.clone(),
                        now: now.clone(),
                    });
                }
            }
        }
        _ => {}
    }
    subjects(then, now, &mut out);
    out
}

/// The keys of two maps, each once, in order.
fn both<'a, T, U>(
    then: &'a BTreeMap<String, T>,
    now: &'a BTreeMap<String, U>,
) -> BTreeSet<&'a String> {
    then.keys().chain(now.keys()).collect()
}

fn tables(then: &LoggedAnswer, now: &LoggedAnswer, out: &mut Vec<Difference>) {
    let (then, now) = (&then.inputs.tables, &now.inputs.tables);
    for table in both(then, now) {
        let (then, now) = (then.get(table), now.get(table));
        if then != now {
            out.push(Difference::Table {
                table: table.clone(),
                then: then.cloned(),
                now: now.cloned(),
            });
        }
    }
}

fn packs(then: &LoggedAnswer, now: &LoggedAnswer, out: &mut Vec<Difference>) {
    // Of requirements there are several, and each has its name; of the others one a kind.
    let by_key = |answer: &LoggedAnswer| -> BTreeMap<String, (String, String, String)> {
        let packs = answer.packs.iter().map(|own| {
            let key = match own.kind.as_str() {
                "requirement" => format!("requirement {}", own.name),
                kind => kind.to_owned(),
            };
            let id = format!("{} {}", own.name, own.version);
            (key, (own.kind.clone(), id, own.sha256.clone()))
        });
        packs.collect()
    };
    let (then, now) = (by_key(then), by_key(now));
    for key in both(&then, &now) {
        let (then, now) = (then.get(key), now.get(key));
        if then.map(|own| &own.2) == now.map(|own| &own.2) {
            continue;
        }
        // Where name and version are the same, only the hash tells the two apart.
        let same = then.map(|own| &own.1) == now.map(|own| &own.1);
        let shown = |own: &(String, String, String)| match own.2.get(..12) {
            Some(hash) if same => format!("{} ({hash})", own.1),
            _ => own.1.clone(),
        };
        let kind = then.or(now).map(|own| own.0.clone());
        out.push(Difference::Pack {
            kind: kind.unwrap_or_default(),
            then: then.map(shown),
            now: now.map(shown),
        });
    }
}

/// A rule's place among the packs: their kind, for requirements their name, and its own name.
type RuleKey<'a> = (&'a str, &'a str, &'a str);

/// The verdicts of a case by rule.
fn by_rule<'a>(answer: &'a LoggedAnswer, case: usize) -> BTreeMap<RuleKey<'a>, &'a Said> {
    let verdicts = answer.cases.get(case).map(|case| &case.verdicts);
    let verdicts = verdicts.into_iter().flatten();
    verdicts
        .filter_map(|said| {
            let pack = answer.packs.get(said.pack)?;
            let name = match pack.kind.as_str() {
                "requirement" => pack.name.as_str(),
                _ => "",
            };
            Some(((pack.kind.as_str(), name, said.rule.as_str()), said))
        })
        .collect()
}

fn subjects(then: &LoggedAnswer, now: &LoggedAnswer, out: &mut Vec<Difference>) {
    let by_ids = |answer: &LoggedAnswer| -> BTreeMap<Vec<String>, usize> {
        let all = answer.subjects.iter();
        all.map(|own| (own.ids.clone(), own.case)).collect()
    };
    let (old, new) = (by_ids(then), by_ids(now));
    let all: BTreeSet<&Vec<String>> = old.keys().chain(new.keys()).collect();
    let mut rules: BTreeSet<(String, String, bool)> = BTreeSet::new();
    let mut verdicts = Vec::new();
    for ids in all {
        let (Some(case_then), Some(case_now)) = (old.get(ids), new.get(ids)) else {
            out.push(Difference::Subject {
                ids: ids.clone(),
                then: old.contains_key(ids),
            });
            continue;
        };
        facts(then, now, (*case_then, *case_now), ids, out);
        let (before, after) = (by_rule(then, *case_then), by_rule(now, *case_now));
        for (key, own) in &before {
            let Some(other) = after.get(key) else {
                rules.insert((pack_name(then, own), own.rule.clone(), true));
                continue;
            };
            let (pack, rule) = (pack_name(now, other), own.rule.clone());
            if own.answer != other.answer {
                verdicts.push(Difference::Verdict {
                    ids: ids.clone(),
                    pack,
                    rule,
                    then: own.answer.clone(),
                    now: other.answer.clone(),
                });
            } else if (&own.read, &own.assumed, &own.immaterial)
                != (&other.read, &other.assumed, &other.immaterial)
            {
                let ids = ids.clone();
                verdicts.push(Difference::Reasons { ids, pack, rule });
            }
        }
        for (key, own) in &after {
            if !before.contains_key(key) {
                rules.insert((pack_name(now, own), own.rule.clone(), false));
            }
        }
    }
    let rules = rules.into_iter();
    out.extend(rules.map(|(pack, rule, then)| Difference::Rule { pack, rule, then }));
    out.extend(verdicts);
}

fn pack_name(answer: &LoggedAnswer, said: &Said) -> String {
    let pack = answer.packs.get(said.pack);
    pack.map(|pack| pack.name.clone()).unwrap_or_default()
}

fn facts(
    then: &LoggedAnswer,
    now: &LoggedAnswer,
    (case_then, case_now): (usize, usize),
    ids: &[String],
    out: &mut Vec<Difference>,
) {
    let (Some(then), Some(now)) = (then.cases.get(case_then), now.cases.get(case_now)) else {
        return;
    };
    for fact in both(&then.facts, &now.facts) {
        let (then, now) = (then.facts.get(fact), now.facts.get(fact));
        if then != now {
            out.push(Difference::Fact {
                ids: ids.to_vec(),
                fact: fact.clone(),
                then: then.cloned(),
                now: now.cloned(),
            });
        }
    }
}

fn plans(then: &PlanResult, now: &PlanResult, out: &mut Vec<Difference>) {
    for (of, then, now) in [
        (PlanDay::First, then.from, now.from),
        (PlanDay::Last, then.until, now.until),
    ] {
        if then != now {
            out.push(Difference::Day { of, then, now });
        }
    }
    let ranks: BTreeMap<&str, (usize, &RunResult)> = then
        .runs
        .iter()
        .zip(1..)
        .map(|(own, rank)| (own.run.as_str(), (rank, own)))
        .collect();
    for (own, rank) in now.runs.iter().zip(1..) {
        let Some((rank_then, then)) = ranks.get(own.run.as_str()) else {
            continue;
        };
        if (*rank_then, then.class) != (rank, own.class) {
            out.push(Difference::Rank {
                run: own.run.clone(),
                then: *rank_then,
                now: rank,
                class_then: then.class,
                class_now: own.class,
            });
        }
    }
    for own in &now.runs {
        let Some((_, then)) = ranks.get(own.run.as_str()) else {
            continue;
        };
        if (&then.placed, &then.lacks, &then.decided) != (&own.placed, &own.lacks, &own.decided) {
            out.push(Difference::Outcome {
                then: (*then).clone(),
                now: own.clone(),
            });
        }
    }
}

/// The counts that differ, each by its code.
fn counts<'a>(
    then: &'a BTreeMap<String, usize>,
    now: &'a BTreeMap<String, usize>,
) -> impl Iterator<Item = (String, usize, usize)> + 'a {
    let count = |map: &BTreeMap<String, usize>, key| map.get(key).copied().unwrap_or_default();
    let all = both(then, now).into_iter();
    let all = all.map(move |key| (key.clone(), count(then, key), count(now, key)));
    all.filter(|(_, then, now)| then != now)
}
