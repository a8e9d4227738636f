//! Explanations: clauses, steps, what facts rest on, and what would lift a run over another.

use mestring_model::Desk;
use mestring_model::facts::FactValue;
use mestring_model::id::RunId;
use mestring_model::verdict::Verdict;
use mestring_rules::Reason;
use mestring_rules::counterfactual::Range;
use mestring_rules::kind::Order;
use mestring_rules::manifest::Measure;
use mestring_rules::reason::{Amount, Clause, Fired, Step};
use serde_json::{Map, Value, json};

use super::answer::{self, fact};
use super::maybe_date;
use super::plan::{above, decided, outcome, pack, reading, rule, title};
use crate::decide::{Above, Explanation, Lift, RuleTitle, Versus};
use crate::plan::{Ground, Statement};

/// Why a run stands where it does, and what it gets. For the staff of the centre.
///
/// `rank` is the run's number in the order, and `places` the best and the worst number that it can
/// have; `outcome` is whether the proposal gives it sessions, a room and course leaders.
pub fn explanation(desk: &Desk, own: &Explanation) -> Value {
    let by = |next: &Option<(RunId, Above)>| {
        let (run, by) = next.as_ref()?;
        Some(json!({ "run": run.as_str(), "by": above(&rules(own), by) }))
    };
    let facts: Map<String, Value> = own
        .facts
        .iter()
        .map(|own| {
            let mut value = fact(&own.value);
            if let Value::Object(parts) = &mut value {
                parts.insert("ground".to_owned(), ground(&own.ground));
            }
            (own.name.to_owned(), value)
        })
        .collect();
    let criteria = own.criteria.iter().map(|(title, own)| {
        let mut value = reason(own);
        if let Value::Object(parts) = &mut value {
            parts.insert("criterion".to_owned(), rule(title));
            parts.insert("reads".to_owned(), reads(title, &own.verdict));
        }
        value
    });
    json!({
        "view": "staff",
        "decided": false,
        "run": own.run.as_str(),
        "title": title(desk, own.index),
        "rank": own.rank,
        "runs": own.runs,
        "class": own.class,
        "outcome": outcome(&own.outcome),
        "decided_by": own.decided.map(|at| decided(desk, at)),
        "pack": pack(&own.pack),
        "order": match own.order {
            Order::Criteria => "criteria",
            Order::Points => "points",
        },
        "points": own.points,
        "places": own.places.map(|own| json!({ "best": own.best, "worst": own.worst })),
        "after": by(&own.after),
        "before": by(&own.before),
        "criteria": criteria.collect::<Vec<_>>(),
        "facts": facts,
        "readings": own.readings.iter().map(reading).collect::<Vec<_>>(),
    })
}

/// Two runs, what separates them, and what would lift the lower over the upper. For the staff of the
/// centre.
///
/// `answers` is what the criterion that separates them answered of each, or their points; `null`
/// where the rules hold them equal. A change in `lifts` has the value nearest to what is known (`to`),
/// of a number the least and the greatest around it that do as well (`range`; an end that is `null`
/// is open), and the facts that have to change with it (`with`).
pub fn versus(desk: &Desk, own: &Versus) -> Value {
    let rules = rules(&own.lower);
    let lifts = own.lifts.iter().map(|own| lift(&rules, own));
    json!({
        "view": "staff",
        "decided": false,
        "upper": explanation(desk, &own.upper),
        "lower": explanation(desk, &own.lower),
        "above": above(&rules, &own.above),
        "answers": {
            "upper": separating(&own.upper, &own.above),
            "lower": separating(&own.lower, &own.above),
        },
        "lifts": lifts.collect::<Vec<_>>(),
        "tried": { "facts": own.facts, "values": own.tried },
    })
}

/// What separates a run from another, as it was answered of this one.
fn separating(own: &Explanation, by: &Above) -> Value {
    match by {
        Above::Criterion(at) => {
            let answered = own.criteria.get(*at).map(|(title, own)| {
                json!({
                    "answer": answer::answer(&own.verdict.answer),
                    "reads": reads(title, &own.verdict),
                })
            });
            answered.into()
        }
        Above::Points => json!({ "points": own.points }),
        Above::LongestSinceHeld | Above::Draw => Value::Null,
    }
}

/// A number as people read it: an amount with its unit, or words in its place; `null` where the pack
/// does not say.
fn reads(rule: &RuleTitle, verdict: &Verdict) -> Value {
    let number = rule.number.as_ref();
    match number.and_then(|number| Some((number, number.read(verdict)?))) {
        None => Value::Null,
        Some((number, Measure::Amount(amount))) => {
            json!({ "amount": amount, "unit": number.unit })
        }
        Some((_, Measure::Words(words))) => {
            json!({ "words": { "en": words.en, "nb": words.nb, "nn": words.nn } })
        }
    }
}

fn rules(own: &Explanation) -> Vec<&RuleTitle> {
    own.criteria.iter().map(|(rule, _)| rule).collect()
}

/// A verdict with the clause that gave it.
pub fn reason(own: &Reason) -> Value {
    let mut value = answer::verdict(&own.verdict);
    if let Value::Object(parts) = &mut value {
        let fired = own.fired.iter().map(fired).collect::<Vec<_>>();
        parts.insert("fired".to_owned(), fired.into());
        let stopped = own.stopped.as_ref().map(|own| {
            json!({
                "fact": own.fact,
                "line": own.line,
                "column": own.column,
                "text": own.text,
            })
        });
        parts.insert("stopped".to_owned(), stopped.into());
        let steps = own.steps.iter().map(step).collect::<Vec<_>>();
        parts.insert("steps".to_owned(), steps.into());
    }
    value
}

fn fired(own: &Fired) -> Value {
    let calls = own.called_by.iter().map(|own| clause(own));
    json!({
        "clause": clause(&own.clause),
        "called_by": calls.collect::<Vec<_>>(),
        "decided_by": own.decided_by.as_ref().map(|own| clause(own)),
    })
}

fn clause(own: &Clause) -> Value {
    json!({
        "file": &*own.file,
        "line": own.line,
        "column": own.column,
        "text": own.text,
        "comment": own.comment.as_ref().map(|own| own.text.as_str()),
        "comment_from": own.comment.as_ref().map(|own| own.from.code()),
        "branch": own.branch.as_ref().map(|own| json!({
            "way": own.way.code(),
            "line": own.line,
            "of": own.of,
            "case": own.case,
        })),
    })
}

fn step(own: &Step) -> Value {
    json!({
        "clause": clause(&own.clause),
        "variable": own.variable.as_deref(),
        "change": own.change.code(),
        "by": amount(own.by),
        "after": amount(own.after),
    })
}

fn amount(own: Amount) -> Value {
    match own {
        Amount::Whole(number) => json!(number),
        Amount::Decimal(number) => json!(number),
    }
}

fn ground(own: &Ground) -> Value {
    let all = |cells: &[Statement]| cells.iter().map(statement).collect::<Vec<_>>();
    match own {
        Ground::Stated(cell) => json!({ "state": "stated", "cell": statement(cell) }),
        Ground::Derived(how, cells) => {
            json!({ "state": "derived", "how": how.code(), "from": all(cells) })
        }
        Ground::Silent { cells, setting } => {
            json!({ "state": "silent", "cells": all(cells), "setting": setting })
        }
    }
}

fn statement(own: &Statement) -> Value {
    json!({
        "file": own.place.file,
        "row": own.place.row,
        "heading": own.place.column,
        "table": own.table,
        "id": own.row,
        "column": own.column,
        "source": own.source,
        "date": maybe_date(own.date),
        "illustrative": own.illustrative,
    })
}

fn lift(rules: &[&RuleTitle], own: &Lift) -> Value {
    let change = &own.change;
    let with: Map<String, Value> = change
        .with
        .iter()
        .map(|(name, value)| ((*name).to_owned(), fact(value)))
        .collect();
    json!({
        "fact": change.fact,
        "from": fact(&change.from),
        "to": answer::value(&change.to),
        "range": change.range.as_ref().map(range),
        "with": with,
        "by": above(rules, &own.by),
        "control": own.control.code(),
        "answers": change.verdicts.iter().map(|own| answer::answer(&own.answer)).collect::<Vec<_>>(),
    })
}

/// The ends of numbers without a gap; `null` for an end that is open.
fn range(own: &Range) -> Value {
    let end = |end: &Option<FactValue>| end.as_ref().map(answer::value);
    json!({ "least": end(&own.least), "most": end(&own.most) })
}
