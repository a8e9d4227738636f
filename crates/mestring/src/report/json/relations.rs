//! Offers side by side.

use std::collections::BTreeMap;

use mestring_model::Desk;
use mestring_model::noun::Action;
use mestring_model::term::Term;
use serde_json::{Map, Value, json};

use super::answer::{facts, verdict};
use super::date;
use crate::relate::{Related, Relations, UnusedWhy};

/// The pairs about which there is something to do, or with `all` every pair, with groups, conflicts
/// and counts. `left_out` says how many pairs are not among `pairs`, by relation, and why. Groups and
/// conflicts name pairs by the ids of their offers. `count` pairs were compared of those `possible`; of many offers
/// those that a rule says are different are counted as `unlisted` and not listed.
pub fn relations(desk: &Desk, relations: &Relations, all: bool) -> Value {
    let by_relation: Map<String, Value> = relations
        .by_relation
        .iter()
        .map(|(relation, count)| (relation.code().to_owned(), json!(count)))
        .collect();
    let by_action: Map<String, Value> = relations
        .by_action
        .iter()
        .map(|(action, count)| (action.code().to_owned(), json!(count)))
        .collect();
    let on_assumption: Map<String, Value> = relations
        .on_assumption
        .iter()
        .map(|(relation, count)| (relation.code().to_owned(), json!(count)))
        .collect();
    let (listed, hidden): (Vec<&Related>, Vec<&Related>) = relations
        .pairs
        .iter()
        .partition(|pair| all || pair.action != Action::None);
    let ends = |at: &usize| {
        relations
            .pairs
            .get(*at)
            .map(|pair| [pair.a.as_str(), pair.b.as_str()])
    };
    let groups = relations.groups.iter().map(|group| {
        json!({
            "offers": group.offers.iter().map(|offer| offer.as_str()).collect::<Vec<_>>(),
            "joined_by": group.joined_by.iter().filter_map(ends).collect::<Vec<_>>(),
            "doubtful": group.doubtful.iter().filter_map(ends).collect::<Vec<_>>(),
        })
    });
    let conflicts = relations
        .conflicts
        .iter()
        .map(|own| json!({ "pair": ends(&own.pair), "against": ends(&own.against) }));
    let unused = relations.unused.iter().map(|own| {
        json!({
            "row": own.verdict,
            "why": match own.why {
                UnusedWhy::NotARelation => "not_a_relation",
                UnusedWhy::NotTwoOffers => "not_two_offers",
                UnusedWhy::NotJudged => "not_judged",
                UnusedWhy::Superseded => "superseded",
            },
        })
    });
    json!({
        "count": relations.scope.compared,
        "possible": relations.scope.possible,
        "unlisted": relations.scope.unlisted,
        "by_relation": by_relation,
        "on_assumption": on_assumption,
        "by_action": by_action,
        "groups": groups.collect::<Vec<_>>(),
        "conflicts": conflicts.collect::<Vec<_>>(),
        "unused_verdicts": unused.collect::<Vec<_>>(),
        "pairs": listed.into_iter().map(|own| pair(desk, own)).collect::<Vec<_>>(),
        "left_out": left_out(&hidden),
    })
}

/// What the list of pairs leaves out; `null` where it holds all.
fn left_out(hidden: &[&Related]) -> Value {
    if hidden.is_empty() {
        return Value::Null;
    }
    let mut by_relation: BTreeMap<&str, usize> = BTreeMap::new();
    for pair in hidden {
        *by_relation.entry(pair.relation.code()).or_default() += 1;
    }
    json!({
        "count": hidden.len(),
        "by_relation": by_relation,
        "why": "there is nothing to do about them",
        "all_with": "--all",
    })
}

fn pair(desk: &Desk, pair: &Related) -> Value {
    let decided = pair
        .decided
        .and_then(|at| desk.verdicts.get(at))
        .map(|own| json!({ "role": own.role, "on": date(own.on), "reason": own.reason }));
    json!({
        "a": pair.a.as_str(),
        "b": pair.b.as_str(),
        "relation": pair.relation.code(),
        "kind": pair.kind,
        "action": pair.action.code(),
        "decided_by": decided,
        "derived": pair.derived.facts().collect::<Vec<_>>(),
        "on_assumption": pair.rests_on_assumption(),
        "facts": facts(&pair.facts.row()),
        "verdict": verdict(&pair.verdict),
    })
}
