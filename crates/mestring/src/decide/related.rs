//! How offers relate: the pairs compared, judged by the rules, and put below what people decided.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use mestring_model::Verdict;
use mestring_model::facts::FactRow;
use mestring_model::noun::Relation;
use mestring_rules::RowError;

use super::{DecideError, Decider};
use crate::relate::{ComparedPairs, JudgedPair, PairRow, Relations, Scope, relations as gather};

/// So many pairs are held as a rule reads them at a time; of many offers there are millions.
const PAIRS_AT_ONCE: usize = 65_536;

/// What [`Decider::relations`] says.
pub(super) fn relations(decider: &Decider<'_>) -> Result<Relations, DecideError> {
    let desk = decider.desk;
    let pairs = ComparedPairs::of(desk, &decider.topics);
    let bench = decider.packs.relation().at(decider.as_of)?;
    let mut scope = Scope {
        possible: pairs.possible(),
        compared: pairs.len(),
        unlisted: 0,
    };
    // Of many offers the different ones would be most of what is held, and there is nothing to do about
    // them; those of an offer on which a person decided something stay.
    let all = scope.compared == scope.possible;
    let named = desk.verdicts.iter();
    let decided: BTreeSet<&str> = named
        .flat_map(|own| [Some(own.first.as_str()), own.second.as_deref()])
        .flatten()
        .collect();
    let stays = |at: usize| {
        let offer = desk.offers.get(at);
        offer.is_some_and(|own| decided.contains(own.id.as_str()))
    };
    let mut judged = Vec::new();
    // Pairs of which the rule read the same share a verdict. Only looked up, never walked.
    let mut shared: HashMap<*const Verdict, Arc<Verdict>> = HashMap::new();
    let mut rows = pairs.rows();
    let mut before = 0;
    loop {
        let some: Vec<PairRow> = rows.by_ref().take(PAIRS_AT_ONCE).collect();
        if some.is_empty() {
            break;
        }
        let facts: Vec<FactRow> = some.iter().map(|pair| pair.facts.row()).collect();
        let judgements = bench.judge_all(&facts).map_err(|wrong| {
            let row = before + wrong.row;
            decider.on_record(bench.judged(), RowError { row, ..wrong })
        })?;
        before += some.len();
        for (row, judgement) in some.into_iter().zip(&judgements) {
            let Some(verdict) = judgement.first() else {
                continue;
            };
            let (related, action) = bench.related(verdict);
            let different = related.relation == Relation::Different;
            if !all && different && !stays(row.a) && !stays(row.b) {
                scope.unlisted += 1;
                continue;
            }
            let verdict = shared
                .entry(std::ptr::from_ref(verdict))
                .or_insert_with(|| Arc::new(verdict.clone()));
            judged.push(JudgedPair {
                row,
                relation: related.relation,
                kind: related.kind.map(str::to_owned),
                action,
                verdict: Arc::clone(verdict),
            });
        }
        // The judgements go, and others may lie where they lay.
        shared.clear();
    }
    let actions = &decider.packs.relation().manifest().actions;
    Ok(gather(desk, judged, scope, |relation, _| {
        actions.of(relation)
    }))
}
