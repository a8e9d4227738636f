//! Obligations with their status.

use mestring_model::Desk;
use mestring_model::term::Term;
use serde_json::{Map, Value, json};

use super::answer::{facts, verdict};
use super::{date, maybe_date};
use crate::obligations::{Missing, ObligationItem, ObligationReport, Period};

/// Every obligation in the order of the desk, and how many have each status.
pub fn obligations(desk: &Desk, report: &ObligationReport) -> Value {
    let by_status: Map<String, Value> = report
        .by_status
        .iter()
        .map(|(status, count)| (status.code().to_owned(), json!(count)))
        .collect();
    let items: Vec<Value> = report.items.iter().map(|own| item(desk, own)).collect();
    json!({ "as_of": date(report.as_of), "by_status": by_status, "items": items })
}

fn item(desk: &Desk, item: &ObligationItem) -> Value {
    let obligation = desk.obligations.iter().find(|own| own.id == item.id);
    let missing: Vec<Value> = item
        .missing
        .iter()
        .map(|missing| match missing {
            Missing::Fact(name) => json!({ "fact": &**name }),
            Missing::Record => json!({ "record_of_evidence": true }),
            Missing::Party(party) => json!({ "party": party.as_str() }),
        })
        .collect();
    let bound = obligation.map(|own| own.bound.iter().map(|id| id.as_str()).collect::<Vec<_>>());
    json!({
        "id": item.id.as_str(),
        "title": obligation.map(|own| own.title.as_str()),
        "agreement": obligation.and_then(|own| own.agreement.as_ref()).map(|id| id.as_str()),
        "clause": obligation.and_then(|own| own.clause.as_deref()),
        "kind": item.kind.code(),
        "status": item.status.code(),
        "next_due": maybe_date(item.next_due),
        "passed_due": maybe_date(item.passed_due),
        "bound": bound,
        "period": item.period.map(period),
        "missed": item.missed.iter().map(|own| period(*own)).collect::<Vec<_>>(),
        "missing": missing,
        "facts": facts(&item.facts.row()),
        "verdict": verdict(&item.verdict),
    })
}

fn period(period: Period) -> Value {
    json!({ "from": date(period.from), "until": date(period.until) })
}
