//! What rules and people judged.

use std::sync::Arc;

use mestring_model::id::OfferId;
use mestring_model::noun::{Action, Relation};
use mestring_model::verdict::{Assumption, RuleRef};
use mestring_model::{Answer, Desk, Verdict};
use proptest::prelude::*;

use super::{row, text_of};
use crate::fixture::any_desk;
use crate::relate::{
    JudgedPair, OfferGroup, Relations, Scope, UnusedVerdict, UnusedWhy, default_action,
    is_one_offer, pair_facts, relations,
};
use crate::topics::Topics;

fn verdict(word: &str) -> Verdict {
    let text = |text: &str| Arc::<str>::from(text);
    Verdict {
        answer: Answer::Word(word.into()),
        rule: Arc::new(RuleRef {
            pack: text("relation"),
            version: text("1"),
            hash: text("0"),
            rule: text("relation"),
            origin: text("local choice"),
        }),
        read: Vec::new(),
        assumed: Vec::new(),
        immaterial: Vec::new(),
        plugin: None,
    }
}

/// Offers named by single letters, with what a rule says of some pairs (`AB same_offer`); of the
/// others it says that they are different.
fn related(offers: &str, rule: &[(&str, Relation)], verdicts: &str) -> (Desk, Relations) {
    let rows: Vec<String> = offers
        .chars()
        .map(|id| format!("{id} | {}", row("", "")))
        .collect();
    let heading = "verdicts\nkind | first | second | answer | role | on";
    // Verdicts that cannot be used are among them.
    let desk = any_desk(&text_of(
        &rows.join("\n"),
        &format!("{heading}\n{verdicts}"),
    ));
    let judged = pair_facts(&desk, &Topics::of(&desk))
        .into_iter()
        .map(|row| {
            let name = format!("{}{}", desk.offers[row.a].id, desk.offers[row.b].id);
            let said = rule
                .iter()
                .find(|(pair, _)| *pair == name || pair.chars().rev().collect::<String>() == name);
            let relation = said.map_or(Relation::Different, |(_, relation)| *relation);
            JudgedPair {
                row,
                relation,
                kind: None,
                action: default_action(relation),
                verdict: Arc::new(verdict(&relation.to_string())),
            }
        });
    let judged = judged.collect();
    let found = relations(&desk, judged, Scope::default(), |relation, _| {
        default_action(relation)
    });
    (desk, found)
}

fn shown(groups: &[OfferGroup]) -> Vec<String> {
    let name = |group: &OfferGroup| group.offers.iter().map(OfferId::as_str).collect::<String>();
    groups.iter().map(name).collect()
}

fn pair(found: &Relations, at: usize) -> String {
    format!("{}{}", found.pairs[at].a, found.pairs[at].b)
}

#[test]
fn what_asks_for_most_comes_first_then_the_ids() {
    let rule = [
        ("AB", Relation::CannotTell),
        ("CD", Relation::Complementary),
        ("BD", Relation::Rerun),
        ("BC", Relation::Overlapping),
        ("AD", Relation::Competing),
    ];
    for offers in ["ABCD", "DCBA"] {
        let (_, found) = related(offers, &rule, "");
        let order: Vec<_> = (0..6).map(|at| pair(&found, at)).collect();
        assert_eq!(order, ["BD", "AD", "BC", "CD", "AB", "AC"], "{offers}");
        assert_eq!(found.by_relation[&Relation::Different], 1);
        assert_eq!(found.by_relation[&Relation::SameOffer], 0);
        assert_eq!(found.by_action.values().sum::<usize>(), 6);
        assert_eq!(found.by_action[&Action::Ask], 1);
    }
}

#[test]
fn what_a_person_decided_stands_and_is_marked() {
    let verdicts = "relation | B | A | overlapping/format | koordinator | 2026-05-01
                    relation | A | B | different | koordinator | 2026-04-01
                    run | A | | held | koordinator | 2026-04-01";
    let (_, found) = related("ABC", &[("AB", Relation::SameOffer)], verdicts);
    let first = &found.pairs[0];
    assert_eq!((first.a.as_str(), first.b.as_str()), ("A", "B"));
    assert_eq!(
        (first.relation, first.kind.as_deref()),
        (Relation::Overlapping, Some("format"))
    );
    assert_eq!((first.action, first.decided), (Action::LookAt, Some(0)));
    assert_eq!(first.verdict.answer, Answer::Word("same_offer".into()));
    assert_eq!(found.groups, []);
    assert_eq!(
        found.unused,
        [UnusedVerdict {
            verdict: 1,
            why: UnusedWhy::Superseded
        }]
    );
}

#[test]
fn verdicts_that_cannot_be_used_are_told() {
    let verdicts = "relation | A | B | kanskje | koordinator | 2026-05-01
                    relation | A | A | different | koordinator | 2026-05-01
                    relation | A | | different | koordinator | 2026-05-01
                    relation | A | X | different | koordinator | 2026-05-01
                    relation | A | B | ulike | koordinator | 2026-05-01";
    let (_, found) = related("AB", &[], verdicts);
    let why: Vec<_> = found
        .unused
        .iter()
        .map(|unused| (unused.verdict, unused.why))
        .collect();
    assert_eq!(
        why,
        [
            (0, UnusedWhy::NotARelation),
            (1, UnusedWhy::NotTwoOffers),
            (2, UnusedWhy::NotTwoOffers),
            (3, UnusedWhy::NotJudged),
        ]
    );
    assert_eq!(found.pairs[0].decided, Some(4));
}

#[test]
fn entries_of_one_offer_are_gathered() {
    let rule = [
        ("AB", Relation::SameOffer),
        ("BC", Relation::Rerun),
        ("DE", Relation::OtherSite),
        ("EF", Relation::Competing),
    ];
    for offers in ["ABCDEF", "FEDCBA", "CABFDE"] {
        let (_, found) = related(offers, &rule, "");
        assert_eq!(shown(&found.groups), ["ABC", "DE"]);
        let group = &found.groups[0];
        let of = |list: &[usize]| list.iter().map(|at| pair(&found, *at)).collect::<Vec<_>>();
        assert_eq!(of(&group.joined_by), ["AB", "BC"]);
        // The rule says that A and C are different.
        assert_eq!(of(&group.doubtful), ["AC"]);
        assert_eq!(found.conflicts, []);
    }
}

#[test]
fn no_join_brings_together_what_a_person_keeps_apart() {
    let rule = [
        ("AB", Relation::Rerun),
        ("BC", Relation::SameOffer),
        ("CD", Relation::OtherSite),
    ];
    let verdicts = "relation | A | C | different | koordinator | 2026-05-01";
    for offers in ["ABCD", "DCBA"] {
        let (_, found) = related(offers, &rule, verdicts);
        // The closer relation joins first; the other would undo the verdict.
        assert_eq!(shown(&found.groups), ["BCD"]);
        let told: Vec<_> = found
            .conflicts
            .iter()
            .map(|own| (pair(&found, own.pair), pair(&found, own.against)))
            .collect();
        assert_eq!(told, [("AB".to_owned(), "AC".to_owned())]);
    }
    // What people decided joins before what rules say, and their own contradictions are told.
    let verdicts = "relation | A | C | competing | koordinator | 2026-05-01
                    relation | A | B | same_offer | koordinator | 2026-05-01
                    relation | B | C | cannot_tell | koordinator | 2026-05-01";
    let (_, found) = related("ABCD", &rule, verdicts);
    assert_eq!(shown(&found.groups), ["AB", "CD"]);
    assert_eq!(found.conflicts, []);
    let verdicts = "relation | A | C | competing | koordinator | 2026-05-01
                    relation | A | B | same_offer | koordinator | 2026-05-01
                    relation | B | C | same_offer | koordinator | 2026-05-01";
    let (_, found) = related("ABCD", &rule, verdicts);
    assert_eq!(
        (shown(&found.groups), found.conflicts.len()),
        (vec!["AB".into(), "CD".into()], 1)
    );
}

#[test]
fn verdicts_keep_apart_whichever_side_joined_first() {
    let check =
        |rule: &[(&str, Relation)], verdicts: &[&str], groups: &[&str], conflicts: usize| {
            let rows: Vec<String> = verdicts
                .iter()
                .map(|verdict| format!("relation | {verdict} | koordinator | 2026-05-01"))
                .collect();
            for offers in ["ABC", "CBA"] {
                let (_, found) = related(offers, rule, &rows.join("\n"));
                assert_eq!(shown(&found.groups), groups, "{verdicts:?}");
                assert_eq!(found.conflicts.len(), conflicts, "{verdicts:?}");
            }
        };
    let (same, rerun) = (Relation::SameOffer, Relation::Rerun);
    // A took C in; that B and A are two keeps B out.
    check(
        &[("AC", same), ("BC", rerun)],
        &["A | B | different"],
        &["AC"],
        1,
    );
    check(
        &[("BC", same), ("AB", rerun)],
        &["A | C | different"],
        &["BC"],
        1,
    );
    // What a person joined goes before the closer relation that a rule named.
    let people = ["A | C | different", "A | B | other_site"];
    check(&[("BC", same)], &people, &["AB"], 1);
    // Somebody who cannot tell keeps nobody apart.
    check(
        &[("AB", rerun), ("BC", rerun)],
        &["A | C | cannot_tell"],
        &["ABC"],
        0,
    );
}

/// Sets joined one pair at a time by looking at everything.
fn slow_groups(found: &Relations, offers: &[OfferId]) -> Vec<Vec<OfferId>> {
    let mut sets: Vec<Vec<OfferId>> = offers.iter().map(|id| vec![id.clone()]).collect();
    for pair in found
        .pairs
        .iter()
        .filter(|pair| is_one_offer(pair.relation))
    {
        let of = |id: &OfferId, sets: &[Vec<OfferId>]| {
            sets.iter().position(|set| set.contains(id)).unwrap()
        };
        let (one, other) = (of(&pair.a, &sets), of(&pair.b, &sets));
        if one != other {
            let moved = sets.swap_remove(one.max(other));
            sets[one.min(other)].extend(moved);
        }
    }
    sets.retain(|set| set.len() > 1);
    sets.iter_mut().for_each(|set| set.sort());
    sets.sort();
    sets
}

proptest! {
    #[test]
    fn groups_are_what_pairs_connect(
        joins in proptest::collection::btree_map((0_usize..8, 0_usize..8), 0_usize..3, 0..10)
    ) {
        let letters = "ABCDEFGH";
        let kinds = [Relation::SameOffer, Relation::Rerun, Relation::OtherSite];
        let named: Vec<(String, Relation)> = joins
            .iter()
            .filter(|((a, b), _)| a < b)
            .map(|((a, b), kind)| {
                (format!("{}{}", &letters[*a..=*a], &letters[*b..=*b]), kinds[*kind])
            })
            .collect();
        let rule: Vec<_> = named.iter().map(|(name, kind)| (name.as_str(), *kind)).collect();
        let (desk, found) = related(letters, &rule, "");
        let ids: Vec<OfferId> = desk.offers.iter().map(|offer| offer.id.clone()).collect();
        let fast: Vec<_> = found.groups.iter().map(|group| group.offers.clone()).collect();
        prop_assert_eq!(fast, slow_groups(&found, &ids));
    }
}

#[test]
fn what_rests_on_an_assumption_is_counted_apart_unless_a_person_decided() {
    let assumed = |verdicts: &str| {
        let (desk, found) = related("AB", &[], verdicts);
        let mut verdict = Verdict::clone(&found.pairs[0].verdict);
        verdict.assumed = vec![Assumption {
            name: "time",
            assumed: "\"near\"".into(),
        }];
        let judged = JudgedPair {
            row: pair_facts(&desk, &Topics::of(&desk))[0].clone(),
            relation: Relation::Competing,
            kind: None,
            action: Action::Coordinate,
            verdict: Arc::new(verdict),
        };
        let found = relations(&desk, vec![judged], Scope::default(), |relation, _| {
            default_action(relation)
        });
        (
            found.pairs[0].rests_on_assumption(),
            found.on_assumption[&Relation::Competing],
        )
    };
    assert_eq!(assumed(""), (true, 1));
    assert_eq!(
        assumed("relation | A | B | competing | leader | 2026-01-01"),
        (false, 0)
    );
}
