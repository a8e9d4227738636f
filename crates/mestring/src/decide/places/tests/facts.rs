//! What rules read of people, handed out: judged anew it gives what the proposal rests on.

use std::collections::BTreeMap;

use mestring_model::Answer;

use super::{Decider, Outcome, PlaceSettings, desk};
use crate::decide::Packs;
use crate::fixture;

const STORE: &str = "
    people
    id | role | municipality | birth_year | target_groups | digital
    A | patient | 4601 | 1950 | lung | yes
    B | relative | 4601 | 1960 | lung |
    C | patient | 4601 | 1940 | frail | no

    referrals
    person | offer | referred_on | deadline
    A | KOLS | 2026-09-01 | 2026-12-20
    B | KOLS | 2026-10-01 |
    C | TRYGG | 2026-08-01 |";

#[test]
fn rows_judged_anew_give_the_classes_and_the_costs_of_the_proposal() {
    let (desk, store, packs) = (desk(), fixture::store(STORE), Packs::shipped().unwrap());
    let as_of = "2026-11-22".parse().unwrap();
    let decider = Decider::new(&desk, &packs, as_of, None);
    let places = decider.places(&store, PlaceSettings::default()).unwrap();

    let rows = decider.person_rows(&store);
    let ids: Vec<&str> = rows.people.iter().map(|own| own.as_str()).collect();
    let same: Vec<&str> = places
        .people
        .iter()
        .map(|own| own.person.as_str())
        .collect();
    assert_eq!(ids, same);
    assert_eq!(ids.len(), 3);
    let bench = packs.class().at(as_of).unwrap();
    for (facts, own) in rows.facts.iter().zip(&places.people) {
        let verdict = bench.judge(facts).unwrap().first().cloned();
        assert_eq!(verdict, own.verdict);
    }

    let rows = decider.choice_rows(&store).unwrap();
    let bench = packs.preference().at(as_of).unwrap();
    let mut costs = BTreeMap::new();
    for (person, run, at) in &rows.pairs {
        let judged = bench.judge(&rows.facts[*at]).unwrap();
        let parts = judged.iter().map(|own| match own.answer {
            Answer::Number(cost) => cost as i64,
            _ => panic!("a cost that cannot be told"),
        });
        costs.insert((person.as_str(), run.as_str()), parts.sum::<i64>());
    }
    let mut given = 0;
    for own in &places.people {
        if let Outcome::Given { run, cost, .. } = &own.outcome {
            let pair = (own.person.as_str(), run.as_str());
            assert_eq!(costs.get(&pair), Some(cost), "{pair:?}");
            given += 1;
        }
    }
    assert!(given >= 2, "only {given} were given a place");
    // Nobody is named by what prints itself.
    let shown = format!("{rows:?} {:?}", decider.person_rows(&store));
    assert_eq!(
        shown,
        format!(
            "ChoiceRows {{ pairs: {}, facts: {}, .. }} PersonRows {{ people: 3, .. }}",
            rows.pairs.len(),
            rows.facts.len()
        )
    );
}
