//! Whole assignments.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;

use super::brute_force::{Case, cases, runs_of};
use crate::assign::{AssignError, Choice, Order, WithinClass};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn no_other_assignment_is_better(case in cases()) {
        let assignment = case.problem().solve().unwrap();
        let checked = assignment.check().unwrap();
        prop_assert_eq!(checked.gap, (0, 0));
        let runs = runs_of(&assignment);
        prop_assert_eq!(case.reached(&runs), case.best());
        prop_assert_eq!(case.fairness(&runs), case.fairest());
        let (served, cost) = case.reached(&runs);
        let objective = assignment.objective();
        prop_assert_eq!(objective.cost, -cost);
        prop_assert_eq!(objective.served(), served.iter().sum::<usize>());
    }

    /// The price of a run is what the best assignment gains by one more seat there.
    #[test]
    fn a_price_is_the_worth_of_one_more_seat(case in cases(), run in 0usize..6) {
        let assignment = case.problem().solve().unwrap();
        let Some(price) = assignment.price(run) else {
            prop_assert!(run >= case.seats.len());
            return Ok(());
        };
        let mut more = case.clone();
        more.seats[run] += 1;
        let (before, after) = (case.best(), more.best());
        prop_assert_eq!(price.standing == 0, before.0 == after.0);
        if price.standing == 0 {
            prop_assert_eq!(price.cost, after.1 - before.1);
        }
    }

    #[test]
    fn the_order_of_the_rows_and_the_number_of_threads_do_not_matter(
        case in cases(),
        turn in 0usize..40,
        threads in 0usize..4,
    ) {
        let mut turned = case.clone();
        let choices = turned.choices.len().max(1);
        turned.choices.rotate_left(turn % choices);
        let one = case.problem().solve().unwrap();
        let other = turned.problem().solve_with(threads, &|_| ControlFlow::Continue(())).unwrap();
        prop_assert_eq!(runs_of(&one), runs_of(&other));
        for run in 0..case.seats.len() {
            prop_assert_eq!(one.price(run), other.price(run));
        }
    }
}

fn crowded(people: u32, seats: &[u32], cost: impl Fn(u32, u32) -> i64) -> Case {
    let runs = u32::try_from(seats.len()).unwrap();
    let somebody = super::brute_force::Somebody {
        class: 1,
        deadline: None,
        waited: None,
        relative: false,
    };
    let pairs = (0..people).flat_map(|person| (0..runs).map(move |run| (person, run)));
    Case {
        people: vec![somebody; people as usize],
        seats: seats.to_vec(),
        minimum: Vec::new(),
        reserved: Vec::new(),
        parties: Vec::new(),
        choices: pairs
            .map(|(person, run)| Choice {
                person,
                run,
                cost: cost(person, run),
            })
            .collect(),
        order: Order::default(),
    }
}

#[test]
fn people_of_one_kind_are_counted_not_looked_at_one_by_one() {
    // A kind bids as one, so the work does not grow with the people.
    let assignment = crowded(20_000, &[5_000, 6_000], |_, run| i64::from(run))
        .problem()
        .solve()
        .unwrap();
    assert_eq!(assignment.objective().served(), 11_000);
    assert_eq!(assignment.objective().cost, 6_000);
    let work = assignment.work().cost;
    assert!((1..200).contains(&work), "{work}");
    assignment.check().unwrap();
}

/// Two runs fill up, and only a far dearer one has seats left: bids from zero would rise by one
/// until they reach it.
#[test]
fn a_dear_run_as_the_only_way_out_does_not_take_long() {
    let dear = 1_000_000_000;
    let case = crowded(30, &[10, 10, 50], |person, run| match run {
        2 => dear - i64::from(person),
        _ => 0,
    });
    let assignment = case.problem().solve().unwrap();
    assignment.check().unwrap();
    assert_eq!(assignment.objective().served(), 30);
    let cheapest_ten: i64 = (20..30).map(|person| dear - person).sum();
    assert_eq!(assignment.objective().cost, cheapest_ten);
    let work = assignment.work().cost;
    assert!((1..100_000).contains(&work), "{work}");
}

#[test]
fn without_an_order_within_the_class_cost_decides_and_equal_people_are_counted() {
    let mut case = crowded(3, &[1], |person, _| 10 - i64::from(person));
    case.order.within_class = WithinClass::Cost;
    let problem = case.problem();
    assert_eq!(problem.tied(), 3);
    let assignment = problem.solve().unwrap();
    assert_eq!(runs_of(&assignment), [None, None, Some(0)]);
}

#[test]
fn a_draw_leaves_nobody_equal() {
    let mut case = crowded(30, &[10], |person, _| i64::from(person));
    case.order.seed = Some(7);
    assert_eq!(case.problem().tied(), 0);
}

#[test]
fn whoever_asks_for_it_stops_the_work_at_every_step() {
    let case = crowded(300, &[50, 60], |person, run| {
        i64::from(person * 7 % 13 + run)
    });
    let calls = AtomicUsize::new(0);
    let count = |_| {
        calls.fetch_add(1, Ordering::Relaxed);
        ControlFlow::Continue(())
    };
    case.problem().solve_with(1, &count).unwrap();
    let all = calls.into_inner();
    assert!(all > 1, "{all}");
    for stop in 0..all {
        let left = AtomicUsize::new(stop);
        let until = |_| match left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1))
        {
            Ok(_) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        };
        let stopped = case.problem().solve_with(1, &until).err();
        assert_eq!(stopped, Some(AssignError::Stopped));
    }
}
