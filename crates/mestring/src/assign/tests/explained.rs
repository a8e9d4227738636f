//! Explanations say what is so, and other ways to give places what they reach.

use proptest::prelude::*;

use super::brute_force::{Case, Somebody, cases, runs_of};
use crate::assign::{Assignment, Choice, Mode, NoPlace, Order, Separates};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// The chain that is told is the chain that happens.
    #[test]
    fn a_chain_is_what_a_seat_starts(case in cases(), run in 0usize..4) {
        let mut assignment = case.problem().solve().unwrap();
        let Ok(chain) = assignment.chain_of_seat(run) else {
            prop_assert!(run >= case.seats.len());
            return Ok(());
        };
        let before = assignment.objective();
        let change = assignment.add_seats(run, 1).unwrap();
        let told: Vec<_> = chain.hops.iter().map(|hop| (hop.from, Some(hop.to))).collect();
        let moved: Vec<_> = change.moved.iter().map(|own| (own.from, own.to)).collect();
        prop_assert_eq!(told, moved);
        let after = assignment.objective();
        prop_assert_eq!(after.cost - before.cost, chain.cost);
        prop_assert_eq!(after.served() - before.served(), usize::from(chain.serves.is_some()));
    }

    #[test]
    fn more_seats_serve_as_many_more_as_is_said(case in cases(), run in 0usize..4, seats in 0u32..5) {
        let assignment = case.problem().solve().unwrap();
        let Ok(more) = assignment.with_more_seats(run, seats) else {
            prop_assert!(run >= case.seats.len());
            return Ok(());
        };
        let mut larger = case.clone();
        larger.seats[run] += seats;
        let served = |own: &Case| own.best().0.iter().sum::<usize>();
        prop_assert_eq!(more.served(), served(&larger) - served(&case));
        let mut changed = assignment.clone();
        changed.add_seats(run, seats).unwrap();
        let people = |own: &Assignment, run| runs_of(own).iter().filter(|at| **at == Some(run)).count();
        for run in 0..case.seats.len() {
            let fewer = more.fewer.iter().find(|own| own.0 == run).map_or(0, |own| own.1);
            let lost = people(&assignment, run).saturating_sub(people(&changed, run));
            prop_assert_eq!(fewer, lost);
        }
    }

    /// Nobody has no place without a reason, and no reason is given to those who have one.
    #[test]
    fn everybody_without_a_place_is_told_why(case in cases()) {
        let mut assignment = case.problem().solve().unwrap();
        for (person, run) in runs_of(&assignment).into_iter().enumerate() {
            let why = assignment.why_no_place(person);
            prop_assert_eq!(why.is_none(), run.is_some());
            let choices = case.choices.iter().filter(|own| own.person as usize == person);
            match why {
                None => {}
                Some(NoPlace::NoChoices) => prop_assert_eq!(choices.count(), 0),
                Some(NoPlace::Full(full)) => {
                    prop_assert_eq!(full.len(), choices.count());
                    for own in full {
                        let people: usize = own.classes.iter().map(|(_, people)| people).sum();
                        prop_assert_eq!(people, own.seats as usize);
                        prop_assert_eq!(own.separated_by.is_none(), own.seats == 0);
                        let class = case.people[person].class;
                        prop_assert!(own.classes.iter().all(|(own, _)| *own <= class));
                    }
                }
            }
        }
    }

    #[test]
    fn no_other_way_serves_more_and_with_one_order_stable_is_greedy(case in cases()) {
        let problem = case.problem();
        let reached = Mode::ALL.map(|mode| problem.reached_by(mode));
        let exact = problem.solve().unwrap().objective();
        for (mode, other) in Mode::ALL.into_iter().zip(&reached) {
            prop_assert!(other.served() <= exact.served());
            let placed = case.problem().placed_by(mode);
            let placed: Vec<usize> = placed
                .iter()
                .enumerate()
                .filter_map(|(row, placed)| placed.then_some(row))
                .collect();
            for class in &other.classes {
                let own = placed.iter().filter(|row| case.people[**row].class == class.class);
                prop_assert_eq!(own.count(), class.served);
            }
        }
        let [_, greedy, stable] = reached;
        prop_assert_eq!(greedy, stable);
    }
}

#[test]
fn what_separates_is_the_first_thing_that_differs() {
    let somebody = |class, deadline, waited| Somebody {
        class,
        deadline,
        waited,
        relative: false,
    };
    let first = somebody(2, Some(5), Some(9));
    for (second, separates) in [
        (somebody(3, Some(1), Some(400)), Separates::Class),
        (somebody(2, Some(6), Some(400)), Separates::Deadline),
        (somebody(2, None, Some(400)), Separates::Deadline),
        (somebody(2, Some(5), Some(8)), Separates::Waiting),
        (somebody(2, Some(5), None), Separates::Waiting),
        (
            Somebody {
                relative: true,
                ..first
            },
            Separates::Patient,
        ),
        (first, Separates::Draw),
    ] {
        let case = Case {
            people: vec![first, second],
            seats: vec![1, 0],
            minimum: Vec::new(),
            reserved: Vec::new(),
            parties: Vec::new(),
            choices: vec![
                Choice {
                    person: 0,
                    run: 0,
                    cost: 50,
                },
                Choice {
                    person: 1,
                    run: 0,
                    cost: 0,
                },
                Choice {
                    person: 1,
                    run: 1,
                    cost: 0,
                },
            ],
            order: Order {
                seed: Some(1),
                ..Order::default()
            },
        };
        let mut assignment = case.problem().solve().unwrap();
        let out = usize::from(assignment.run_of(0).is_some());
        let Some(NoPlace::Full(full)) = assignment.why_no_place(out) else {
            panic!("the other has no place");
        };
        assert_eq!(full[0].separated_by, Some(separates));
        if separates != Separates::Draw {
            assert_eq!(out, 1);
            assert_eq!(full[1].separated_by, None);
        }
    }
}

#[test]
fn without_a_draw_cost_separates_equal_people() {
    let somebody = Somebody {
        class: 1,
        deadline: None,
        waited: Some(3),
        relative: false,
    };
    let case = Case {
        people: vec![somebody, somebody],
        seats: vec![1],
        minimum: Vec::new(),
        reserved: Vec::new(),
        parties: Vec::new(),
        choices: vec![
            Choice {
                person: 0,
                run: 0,
                cost: 9,
            },
            Choice {
                person: 1,
                run: 0,
                cost: 8,
            },
        ],
        order: Order::default(),
    };
    let mut assignment = case.problem().solve().unwrap();
    let Some(NoPlace::Full(full)) = assignment.why_no_place(0) else {
        panic!("the dearer has no place");
    };
    assert_eq!(full[0].separated_by, Some(Separates::Cost));
    assert_eq!(full[0].classes, [(1, 1)]);
}
