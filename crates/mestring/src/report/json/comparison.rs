//! What changes between two sets of packs, and what a gate found.

use chrono::NaiveDate;
use mestring_model::id::{OfferId, RunId};
use mestring_model::term::Term;
use mestring_rules::revision::{CriterionRevision, FileRevision, ParameterRevision, ValueOnDate};
use mestring_rules::{CaseResult, Revision};
use serde_json::{Map, Value, json};

use super::answer::{value, verdict};
use super::date;
use super::plan::{moved_runs, pack, rule};
use crate::decide::compare::gate::{Broken, Look};
use crate::decide::compare::{
    AnswersCompared, Comparison, Counts, Effects, Group, ObligationsCompared, PackPair, PackTested,
    PairState, Regrouped, RelationsCompared, RunsCompared, Sum,
};

/// What changes on a desk when some packs take the places of others.
pub fn comparison(comparison: &Comparison) -> Value {
    json!({
        "takes_effect": false,
        "as_of": date(comparison.as_of),
        "later_days": comparison.later_days().into_iter().map(date).collect::<Vec<_>>(),
        "packs": comparison.packs.iter().map(|own| pair(own, comparison.as_of)).collect::<Vec<_>>(),
        "only_before": comparison.only_before.iter().map(pack).collect::<Vec<_>>(),
        "only_after": comparison.only_after.iter().map(pack).collect::<Vec<_>>(),
        "runs": comparison.runs.as_ref().map(runs),
        "answers": comparison.answers.iter().map(answers).collect::<Vec<_>>(),
        "relations": comparison.relations.as_ref().map(relations),
        "obligations": comparison.obligations.as_ref().map(obligations),
    })
}

/// What each phrase of a gate found.
pub fn gate(looks: &[Look]) -> Value {
    let look = |own: &Look| {
        let violations = own.violations.iter().map(|violation| {
            let (kind, ids) = match &violation.what {
                Broken::Run(run) => ("run", vec![run.as_str()]),
                Broken::Pair(a, b) => ("pair", vec![a.as_str(), b.as_str()]),
                Broken::Offers(offers) => {
                    ("offers", offers.iter().map(|own| own.as_str()).collect())
                }
                Broken::Obligation(id) => ("obligation", vec![id.as_str()]),
            };
            json!({ "kind": kind, "ids": ids, "sure": violation.sure })
        });
        json!({
            "phrase": own.phrase,
            "passed": own.passed(),
            "records": own.records.code(),
            "looked_at": own.looked_at,
            "unsure": own.unsure,
            "violations": violations.collect::<Vec<_>>(),
        })
    };
    looks.iter().map(look).collect()
}

fn pair(own: &PackPair, as_of: NaiveDate) -> Value {
    json!({
        "kind": own.kind.code(),
        "before": tested(&own.before),
        "after": tested(&own.after),
        "text": revision(&own.revision, as_of),
    })
}

fn tested(own: &PackTested) -> Value {
    let failed = own.failed.iter().map(|case: &CaseResult| {
        json!({
            "rule": case.criterion,
            "name": case.name,
            "file": case.file,
            "line": case.at.as_ref().map(|at| at.line),
            "diff": case.diff(),
            "because": case.because,
        })
    });
    json!({
        "place": own.place,
        "pack": pack(&own.pack),
        "cases": own.cases,
        "failed": failed.collect::<Vec<_>>(),
    })
}

fn revision(own: &Revision, as_of: NaiveDate) -> Value {
    let criterion = |own: &CriterionRevision| {
        json!({
            "name": own.name,
            "before": own.before,
            "after": own.after,
            "moved": own.moved,
            "rewritten": own.rewritten,
        })
    };
    let on_date = |own: &Option<ValueOnDate>| {
        let own = own.as_ref();
        own.map(|own| json!({ "value": value(&own.value), "unit": own.unit }))
    };
    let parameter = |own: &ParameterRevision| {
        let periods = own.periods.iter().map(|period| {
            json!({
                "from": date(period.from),
                "until": period.until.map(date),
                "asked": period.holds(as_of),
                "before": on_date(&period.before),
                "after": on_date(&period.after),
            })
        });
        json!({ "id": own.id, "periods": periods.collect::<Vec<_>>() })
    };
    let file = |own: &FileRevision| {
        let hunks = own.hunks.iter().map(|hunk| {
            let lines = hunk.lines.iter();
            let lines = lines.map(|line| format!("{}{}", line.change.mark(), line.text));
            json!({
                "before": hunk.before,
                "after": hunk.after,
                "lines": lines.collect::<Vec<_>>(),
            })
        });
        json!({
            "file": own.file,
            "added": own.added,
            "removed": own.removed,
            "hunks": hunks.collect::<Vec<_>>(),
        })
    };
    let settings = own.settings.iter();
    let settings =
        settings.map(|own| json!({ "key": own.key, "before": own.before, "after": own.after }));
    json!({
        "version_kept": own.version_kept,
        "criteria": own.criteria.iter().map(criterion).collect::<Vec<_>>(),
        "settings": settings.collect::<Vec<_>>(),
        "parameters": own.parameters.iter().map(parameter).collect::<Vec<_>>(),
        "files": own.files.iter().map(file).collect::<Vec<_>>(),
    })
}

fn runs(own: &RunsCompared) -> Value {
    let effects: Map<String, Value> = own
        .effects
        .iter()
        .map(|by| (by.by.code().to_owned(), effect(by)))
        .collect();
    json!({
        "decided": false,
        "moved": moved_runs(&own.after, &own.moved),
        "total": counts(&own.total),
        "effects": effects,
        "target_groups_read": own.groups_read,
    })
}

fn effect(own: &Effects) -> Value {
    let groups = own.groups.iter().map(|group| {
        let mut all = match counts(&group.counts) {
            Value::Object(counts) => counts,
            _ => Map::new(),
        };
        let (state, id) = self::group(&group.group);
        all.insert("group".to_owned(), json!({ "state": state, "id": id }));
        let members = group.runs.iter().map(|run| run.as_str());
        all.insert("members".to_owned(), members.collect());
        Value::Object(all)
    });
    groups.collect()
}

/// Whether a group is known, with its id: `organisation:helse-bergen` and `unit:medisin` where both
/// may stand.
fn group(own: &Group) -> (&'static str, Option<String>) {
    let known = |id: &str| ("known", Some(id.to_owned()));
    match own {
        Group::TargetGroup(id) => known(id.as_str()),
        Group::Organisation(id) => known(&format!("organisation:{id}")),
        Group::Unit(id) => known(&format!("unit:{id}")),
        Group::Municipality(number) => known(number),
        Group::Level(level) => known(level.code()),
        Group::Everyone => ("everyone", None),
        Group::NotStated => ("not_stated", None),
        Group::Unknown => ("unknown", None),
    }
}

fn counts(own: &Counts) -> Value {
    let sum = |own: Sum| json!({ "known": own.known, "without": own.without });
    json!({
        "runs": own.runs,
        "placed_before": own.placed_before,
        "placed_after": own.placed_after,
        "gained": own.gained,
        "lost": own.lost,
        "seats_before": sum(own.seats_before),
        "seats_after": sum(own.seats_after),
        "expected_before": sum(own.expected_before),
        "expected_after": sum(own.expected_after),
        "risen": own.risen,
        "fallen": own.fallen,
    })
}

fn answers(own: &AnswersCompared) -> Value {
    let rules = own.rules.iter().map(|compared| {
        let open = |runs: &Option<Vec<RunId>>| -> Value {
            let Some(runs) = runs else {
                return Value::Null;
            };
            runs.iter().map(|run| run.as_str()).collect()
        };
        let changed = compared.changed.iter().map(|own| {
            json!({
                "run": own.run.as_str(),
                "before": verdict(&own.before),
                "after": verdict(&own.after),
            })
        });
        json!({
            "rule": rule(&compared.rule),
            "cannot_tell_before": open(&compared.open_before),
            "cannot_tell_after": open(&compared.open_after),
            "changed": changed.collect::<Vec<_>>(),
        })
    });
    json!({
        "kind": own.kind.code(),
        "pack": own.pack,
        "runs": own.runs,
        "rules": rules.collect::<Vec<_>>(),
    })
}

fn relations(own: &RelationsCompared) -> Value {
    let changed = own.changed.iter().map(|own| {
        json!({
            "a": own.a.as_str(),
            "b": own.b.as_str(),
            "before": state(&own.before),
            "after": state(&own.after),
        })
    });
    let by_change = own.by_change.iter().map(|((before, after), count)| {
        json!({ "before": state(before), "after": state(after), "pairs": count })
    });
    json!({
        "pairs": own.pairs,
        "cannot_tell_before": own.open_before.len(),
        "cannot_tell_after": own.open_after.len(),
        "by_change": by_change.collect::<Vec<_>>(),
        "changed": changed.collect::<Vec<_>>(),
        "merged": own.merged.iter().map(regrouped).collect::<Vec<_>>(),
        "split": own.split.iter().map(regrouped).collect::<Vec<_>>(),
    })
}

fn state(own: &PairState) -> Value {
    json!({
        "relation": own.relation.code(),
        "kind": own.kind,
        "action": own.action.code(),
    })
}

/// The parts that become one offer, or into which one offer comes apart.
fn regrouped(own: &Regrouped) -> Value {
    let part = |part: &Vec<OfferId>| -> Value { part.iter().map(|id| id.as_str()).collect() };
    own.parts.iter().map(part).collect()
}

fn obligations(own: &ObligationsCompared) -> Value {
    let changed = own.changed.iter().map(|own| {
        json!({
            "id": own.id.as_str(),
            "before": own.before.code(),
            "after": own.after.code(),
        })
    });
    let by_change = own.by_change.iter().map(|((before, after), count)| {
        json!({ "before": before.code(), "after": after.code(), "obligations": count })
    });
    json!({
        "obligations": own.obligations,
        "cannot_tell_before": own.open_before.len(),
        "cannot_tell_after": own.open_after.len(),
        "by_change": by_change.collect::<Vec<_>>(),
        "changed": changed.collect::<Vec<_>>(),
    })
}
