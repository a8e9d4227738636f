//! People who wait for several things.

use std::collections::BTreeSet;

use mestring_model::id::PersonId;
use proptest::prelude::*;

use super::{Outcome, Places, ask, asks, fair, said};
use crate::assign::WithinClass;
use crate::fixture;

/// A is referred to both courses, with a deadline on the one; B and C to one each.
fn store(days: &str, placements: &str) -> String {
    format!(
        "people
        id | role | birth_year | municipality | digital | target_groups
        A | patient | 1970 | 4601 | yes | lung
        B | patient | 1970 | 4601 | yes | lung

        referrals
        person | offer | referred_on | deadline
        A | KOLS | 2026-03-01 |
        A | NETT | 2026-03-01 | {days}
        B | NETT | 2026-01-01 |

        placements
        person | run | state | on
        {placements}"
    )
}

#[test]
fn each_referral_is_served_by_itself_and_its_deadline_counts_for_nothing_else() {
    // B has waited longer for the one seat of N1.
    assert_eq!(said(&fair(&store("", ""))), "A K1 60; A full 1; B N1 0");
    let places = fair(&store("2027-03-01", ""));
    assert_eq!(said(&places), "A K1 60; A N1 0; B full 1");
    let deadlines = places.people.iter().map(|own| own.deadline.into_known());
    let deadlines: Vec<bool> = deadlines.map(|own| own.is_some()).collect();
    assert_eq!(deadlines, [false, true, false]);
    // A place in the one course is none in the other, and nobody forgets that they wait for it.
    let kept = fair(&store("2027-03-01", "A | K1 | accepted | 2026-11-10"));
    assert_eq!(said(&kept), "A keeps K1; A N1 0; B full 1");
    let id = PersonId::new("A").unwrap();
    assert_eq!(kept.wishes_of(&id).len(), 2);
    assert_eq!(kept.person(&id).unwrap().wishes, 2);
}

#[test]
fn a_question_about_somebody_concerns_one_person_whatever_they_wait_for() {
    let places = fair(&store("", "").replace("A | patient | 1970", "A | patient |"));
    assert_eq!(said(&places), "A ask 1; A ask 1; B N1 0");
    assert_eq!(asks(&places), ["A age_fits 1"]);
}

/// What A would have at the same time, if K1 and N1 lay so.
fn overlaps(k1: &str, n1: &str) -> usize {
    let columns =
        "id | offer | state | starts | seats | sessions | interval | weekdays | half_days";
    let (rest, _) = super::DESK.split_once("    runs\n").unwrap();
    let desk = fixture::desk(&format!(
        "{rest}    runs\n    {columns}\n    K1 | KOLS | decided | {k1}\n    N1 | NETT | decided | {n1}"
    ));
    let store = fixture::store(&store("2027-03-01", ""));
    let places = ask(&desk, &store, WithinClass::FairOrder);
    assert!(
        said(&places).starts_with("A K1 60; A N1 "),
        "{}",
        said(&places)
    );
    assert!(!format!("{:?}", places.overlaps).contains("\"A\""));
    places.overlaps.len()
}

#[test]
fn two_places_that_may_lie_at_the_same_time_are_told() {
    // 2 February 2027 is a Tuesday.
    for (k1, n1, expect) in [
        (
            "2027-02-02 | 2 | 6 | | tuesday | morning",
            "2027-02-09 | 1 | 4 | | tuesday | morning",
            1,
        ),
        (
            "2027-02-02 | 2 | 6 | | tuesday | morning",
            "2027-02-09 | 1 | 4 | | tuesday | evening",
            0,
        ),
        (
            "2027-02-02 | 2 | 6 | | tuesday | morning",
            "2027-02-11 | 1 | 4 | | thursday | morning",
            0,
        ),
        (
            "2027-02-02 | 2 | 6 | | tuesday | morning",
            "2027-02-09 | 1 | 4 | | |",
            1,
        ),
        // Daily, they lie on any day.
        (
            "2027-02-02 | 2 | 6 | daily | | morning",
            "2027-02-04 | 1 | 4 | | thursday | morning",
            1,
        ),
        // Six weeks, and as long again for what closed days put off.
        ("2027-02-02 | 2 | 6 | | |", "2027-04-13 | 1 | 4 | | |", 1),
        ("2027-02-02 | 2 | 6 | | |", "2027-04-20 | 1 | 4 | | |", 0),
        // How many sessions there are nobody says.
        ("2027-02-02 | 2 | | | |", "2027-11-02 | 1 | 4 | | |", 1),
    ] {
        assert_eq!(overlaps(k1, n1), expect, "{k1}; {n1}");
        assert_eq!(
            overlaps(&n1.replace(" 1 |", " 2 |"), k1),
            expect,
            "{n1}; {k1}"
        );
    }
}

/// The wishes that are served as the slow way says: one after the other in the order, each for whom the
/// places of all before can be laid so that there is one more.
fn served_slowly(places: &Places, wants: &[Vec<usize>], seats: &[usize]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..places.people.len()).collect();
    order.sort_by_key(|at| {
        let own = &places.people[*at];
        let (deadline, since) = (own.deadline.into_known(), own.since.into_known());
        (
            own.class,
            deadline.is_none(),
            deadline,
            since.is_none(),
            since,
        )
    });
    fn lay(of: &[usize], wants: &[Vec<usize>], free: &mut Vec<usize>) -> bool {
        let Some((first, rest)) = of.split_first() else {
            return true;
        };
        wants[*first].iter().any(|run| {
            if free[*run] == 0 {
                return false;
            }
            free[*run] -= 1;
            let found = lay(rest, wants, free);
            free[*run] += 1;
            found
        })
    }
    let mut served: Vec<usize> = Vec::new();
    for at in order {
        served.push(at);
        if !lay(&served, wants, &mut seats.to_vec()) {
            served.pop();
        }
    }
    (0..places.people.len())
        .map(|at| served.contains(&at))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Whoever waits for several things is placed in each as somebody else would be, and in no run twice.
    #[test]
    fn every_wish_is_placed_as_a_person_of_its_own(
        referred in prop::collection::vec(prop::collection::btree_set(0usize..3, 1..4), 1..5),
        seats in prop::collection::vec(0usize..3, 3),
    ) {
        let offers = ["KOLS", "NETT", "MORE"];
        let desk = fixture::desk(&format!(
            "target_groups\n id | name | name_nb | name_nn | class\n lung | Lung | Lunge | Lunge | large_chronic\n\n\
             offers\n id | title | target_groups | audience | format | referral | reach\n\
             KOLS | KOLS-skole | lung | both | digital_live | no | national\n\
             NETT | KOLS på nett | lung | both | digital_live | no | national\n\
             MORE | Mer om KOLS | lung | both | digital_live | no | national\n\n\
             runs\n id | offer | state | starts | seats\n\
             K1 | KOLS | decided | 2027-02-02 | {}\n\
             N1 | NETT | decided | 2027-02-04 | {}\n\
             M1 | MORE | decided | 2027-02-06 | {}", seats[0], seats[1], seats[2]
        ));
        let people: String = (0..referred.len())
            .map(|at| format!("P{at} | patient | 4601 | yes | lung\n"))
            .collect();
        let mut day = 0;
        let mut rows = String::new();
        let mut wants = Vec::new();
        for (at, all) in referred.iter().enumerate() {
            for offer in all {
                // Each waits since a day of its own, so that nothing is drawn.
                day += 1;
                rows.push_str(&format!("P{at} | {} | 2026-01-{:02}\n", offers[*offer], (day * 7) % 28 + 1));
                wants.push(vec![*offer]);
            }
        }
        let store = fixture::store(&format!(
            "people\nid | role | municipality | digital | target_groups\n{people}\n\
             referrals\nperson | offer | referred_on\n{rows}"
        ));
        let places = ask(&desk, &store, WithinClass::FairOrder);
        prop_assert_eq!(places.people.len(), wants.len());
        let days: BTreeSet<_> = places.people.iter().map(|own| own.since.into_known()).collect();
        prop_assume!(days.len() == wants.len());
        let served: Vec<bool> = places.people.iter().map(|own| own.outcome.has_place()).collect();
        prop_assert_eq!(served, served_slowly(&places, &wants, &seats));
        let mut in_runs = BTreeSet::new();
        for own in &places.people {
            if let Outcome::Given { run, .. } = &own.outcome {
                prop_assert!(in_runs.insert((own.person.clone(), run.clone())));
            }
        }
    }
}
