//! The fast comparison against plain ones, and both orders of a pair against each other.

use std::collections::BTreeMap;

use mestring_data::text::{fold, numbers_conflict, similarity_percent};
use mestring_model::{Desk, Fact};
use proptest::prelude::*;

use super::{desk_of, facts_of};
use crate::fixture::desk;
use crate::relate::similarity::TitleVector;
use crate::relate::{ComparedPairs, pair_facts};
use crate::topics::Topics;

fn any_row() -> impl Strategy<Value = String> {
    let cell = |words: &'static [&'static str]| proptest::sample::select(words);
    (
        cell(&[
            "Hjerteskole",
            "Hjarteskule 2",
            "Kols fase 2a",
            "Kols",
            "–",
            "Pårørendeskole",
        ]),
        cell(&["", "lms", "clinic", "alver; lag", "lag"]),
        cell(&[
            "",
            "patients",
            "relatives",
            "both",
            "children",
            "professionals",
            "unknown",
        ]),
        cell(&["", "18+", "<18", "14-20"]),
        cell(&["", "specialist", "municipal", "interlevel"]),
        cell(&["", "physical", "hybrid", "digital_live", "unknown"]),
        cell(&["", "3", "2-3", "10"]),
        cell(&["", "2020", "2022-05-01", "2024-05-02; 03-01"]),
        cell(&["", "trust_area", "national", "county", "municipalities"]),
        cell(&["", "4601", "4601; 4627", "4625", "5047", "1245"]),
    )
        .prop_map(|(a, b, c, d, e, f, g, h, i, j)| [a, b, c, d, e, f, g, h, i, j].join(" | "))
}

proptest! {
    #[test]
    fn the_order_of_the_offers_changes_nothing(rows in proptest::collection::vec(any_row(), 2..7)) {
        let lines: Vec<String> =
            rows.iter().enumerate().map(|(at, row)| format!("O{at} | {row}")).collect();
        let back: Vec<String> = lines.iter().rev().cloned().collect();
        let (there, back) = (desk_of(&lines.join("\n"), ""), desk_of(&back.join("\n"), ""));
        let facts = |desk: &Desk| {
            let rows = pair_facts(desk, &Topics::of(desk));
            let keyed = rows.into_iter().map(|row| {
                let mut ids = [desk.offers[row.a].id.clone(), desk.offers[row.b].id.clone()];
                ids.sort();
                (ids, row.facts)
            });
            keyed.collect::<BTreeMap<_, _>>()
        };
        let (there, back) = (facts(&there), facts(&back));
        prop_assert_eq!(there.len(), rows.len() * (rows.len() - 1) / 2);
        // Facts have no order of their own; the debug text shows every one of them.
        prop_assert_eq!(format!("{there:?}"), format!("{back:?}"));
    }

    #[test]
    fn titles_are_as_alike_as_the_plain_comparison_says(
        a in "[a-zæøåA-Z0-9 ]{0,40}", b in "[a-zæøåA-Z0-9 ]{0,40}"
    ) {
        let vector = |text: &str| TitleVector::of(&fold(text));
        prop_assert_eq!(vector(&a).percent(&vector(&b)), similarity_percent(&a, &b));
    }

    #[test]
    fn repeated_words_weigh_as_often_as_they_stand(
        a in "(barn |kols |kurs ){1,6}", b in "(barn |kols |kurs ){1,6}"
    ) {
        let vector = |text: &str| TitleVector::of(&fold(text));
        prop_assert_eq!(vector(&a).percent(&vector(&b)), similarity_percent(&a, &b));
    }

    #[test]
    fn numbers_conflict_as_the_plain_comparison_says(
        a in "(kols|del|type|fase|[0-9]{1,2}|20[0-9]{2}| |\\+| år){1,5}",
        b in "(kols|del|type|fase|[0-9]{1,2}|20[0-9]{2}| |\\+| år){1,5}",
    ) {
        let desk = desk(&format!("offers\nid | title\nA | x {a}\nB | x {b}"));
        let expect = numbers_conflict(&format!("x {a}"), &format!("x {b}"));
        prop_assert_eq!(facts_of(&desk).number_conflict, Fact::Known(expect));
    }
}

/// Of many offers those are compared that something connects, and of those all facts are the same.
#[test]
fn what_is_left_out_of_many_offers_has_nothing_in_common() {
    use mestring_model::noun::{CatchmentRelation, OrganiserRelation, TopicRelation};

    let (desk, _) = mestring_model::Desk::builder()
        .table("organisations", fixture_organisations())
        .table("offers", fixture_offers(400))
        .build();
    let topics = Topics::of(&desk);
    let all: BTreeMap<(usize, usize), _> = ComparedPairs::up_to(&desk, &topics, usize::MAX)
        .rows()
        .map(|row| ((row.a, row.b), row.facts))
        .collect();
    let chosen = ComparedPairs::up_to(&desk, &topics, 0);
    let some: BTreeMap<(usize, usize), _> = chosen
        .rows()
        .map(|row| ((row.a, row.b), row.facts))
        .collect();
    assert_eq!(chosen.possible(), all.len());
    assert_eq!(chosen.len(), some.len());
    assert!(
        some.len() > 100 && some.len() * 3 < all.len(),
        "{}",
        some.len()
    );
    let mut left_out = 0;
    for (pair, facts) in &all {
        match some.get(pair) {
            Some(own) => assert_eq!(format!("{own:?}"), format!("{facts:?}")),
            None => {
                left_out += 1;
                let house = facts.organiser.into_known();
                let house = house.is_some_and(|own| own != OrganiserRelation::Unrelated);
                let related =
                    |own| !matches!(own, TopicRelation::Unrelated | TopicRelation::GroupMember);
                let near = facts.catchment != Fact::Known(CatchmentRelation::Disjoint);
                let topics = facts.topics.into_known();
                assert!(
                    !topics.is_some_and(related) || !near && !house,
                    "{pair:?} {facts:?}"
                );
                assert!(
                    !house || topics != Some(TopicRelation::GroupMember),
                    "{pair:?} {facts:?}"
                );
                let alike = facts.same_title == Fact::Known(true);
                assert!(!house || topics.is_some() || !alike, "{pair:?} {facts:?}");
            }
        }
    }
    assert!(left_out > 0);
}

fn fixture_organisations() -> mestring_model::RawTable {
    let mut table = mestring_model::RawTable::with_headings(
        "organisations.csv",
        ["id", "name", "kind", "parent"],
    );
    for at in 0..20 {
        let parent = if at % 4 == 0 {
            String::new()
        } else {
            format!("o{}", at - at % 4)
        };
        table.push(vec![
            format!("o{at}"),
            format!("Hus {at}"),
            "municipality".into(),
            parent,
        ]);
    }
    table
}

/// Offers with topics, places and houses that meet in many ways.
fn fixture_offers(count: usize) -> mestring_model::RawTable {
    let titles = [
        "Hjertekurs",
        "Hjertesviktkurs",
        "Diabeteskurs",
        "Diabetes type 2",
        "KOLS",
        "Temakafé",
        "Sorggruppe",
        "Temakafé",
        "Livsstilskurs",
        "Kurs for deg med kreft",
        "Brystkreft",
    ];
    let places = ["4601", "4601; 4627", "4625", "5047", "", "0301"];
    let headings = ["id", "title", "organisers", "reach", "municipalities"];
    let mut table = mestring_model::RawTable::with_headings("offers.csv", headings);
    for at in 0..count {
        let place = places[at * 7 % places.len()];
        let reach = if at % 41 == 0 { "national" } else { "" };
        table.push(vec![
            format!("N{at:04}"),
            titles[at * at % titles.len()].into(),
            format!("o{}", at * 3 % 20),
            reach.into(),
            if reach.is_empty() {
                place.into()
            } else {
                String::new()
            },
        ]);
    }
    table
}
