//! Need beside capacity.

use serde_json::{Value, json};

use super::answer::known;
use super::date;
use crate::decide::need::{
    Capacity, FEWEST, HALF_YEAR, Heads, Need, PeopleNeed, Referrals, Total, Trend,
};

/// Who waits and how many are referred, beside the seats planned and those who came last year. No count
/// of people from a store is below `fewest`.
pub fn need(found: &Need) -> Value {
    let offers = found.offers.iter().map(|own| {
        json!({
            "offer": own.offer.as_str(),
            "waiting": known(own.waiting.map(|count| json!(count))),
            "waiting_since": known(own.waiting_since.map(date)),
            "capacity": capacity(&own.capacity),
            "digital_instead": own.digital_instead,
            "people": own.people.as_ref().map(people),
        })
    });
    let groups = found.groups.iter().map(|own| {
        json!({
            "target_group": own.group.as_str(),
            "eligible": known(own.eligible.map(|count| json!(count))),
            "waiting": total(&own.waiting),
            "capacity": capacity(&own.capacity),
            "people": own.people.as_ref().map(people),
        })
    });
    json!({
        "as_of": date(found.as_of),
        "period": { "from": date(found.period.from), "until": date(found.period.until) },
        "year_from": date(found.year_from),
        "fewest": FEWEST,
        "half_year_days": HALF_YEAR,
        "people": found.people.as_ref().map(|own| json!({
            "synthetic": own.synthetic,
            "history_from": own.history_from.map(date),
        })),
        "groups": groups.collect::<Vec<_>>(),
        "offers": offers.collect::<Vec<_>>(),
    })
}

fn total(own: &Total) -> Value {
    json!({ "known": own.known, "not_known_of": own.unknown })
}

fn capacity(own: &Capacity) -> Value {
    json!({
        "runs": own.runs,
        "seats": total(&own.seats),
        "refused": own.refused,
        "held": own.held,
        "participants": total(&own.participants),
    })
}

/// A count, or `null` for fewer than may be told.
fn heads(own: Heads) -> Option<usize> {
    match own {
        Heads::Count(count) => Some(count),
        Heads::Few => None,
    }
}

fn people(own: &PeopleNeed) -> Value {
    json!({
        "waiting": heads(own.waiting),
        "not_digital": heads(own.not_digital),
        "digital_not_known": heads(own.digital_not_known),
        "referrals": referrals(own.referrals),
    })
}

fn referrals(own: Referrals) -> Value {
    let (told, per_month, undated, trend) = match own {
        Referrals::NotKept => ("not_kept", None, None, None),
        Referrals::Few => ("few", None, None, None),
        Referrals::Told {
            per_month,
            undated,
            trend,
        } => {
            let rounded = (per_month * 100.0).round() / 100.0;
            ("told", Some(rounded), heads(undated), Some(trend))
        }
    };
    json!({
        "told": told,
        "per_month": per_month,
        "undated": undated,
        "trend": trend.map(change),
    })
}

fn change(own: Trend) -> Value {
    let rounded = |number: f64| (number * 1000.0).round() / 1000.0;
    match own {
        Trend::NotKept => json!({ "shows": "not_kept" }),
        Trend::Few => json!({ "shows": "few" }),
        Trend::Told(change) => json!({
            "shows": change.direction().code(),
            "ratio": [rounded(change.ratio.0), rounded(change.ratio.1)],
            "interval": [rounded(change.low), rounded(change.high)],
        }),
    }
}
