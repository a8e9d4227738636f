//! Minimum groups.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;

use super::brute_force::{cases, runs_of};
use crate::assign::{Cancellations, Choice, Order, Progress};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_other_runs_to_cancel_are_better(
        case in cases(),
        minimum in prop::collection::vec(0u32..4, 4),
    ) {
        let mut case = case;
        let minimum = case.seats.iter().zip(minimum);
        case.minimum = minimum.map(|(seats, minimum)| minimum.min(*seats)).collect();
        let assignment = case.problem().solve().unwrap();
        assignment.check().unwrap();
        let runs = runs_of(&assignment);
        prop_assert_eq!(case.reached(&runs), case.best());
        prop_assert_eq!(assignment.cancellations(), &Cancellations::Proven);
        for run in assignment.cancelled() {
            prop_assert!(runs.iter().all(|own| *own != Some(run)));
        }
        for (run, minimum) in case.minimum.iter().enumerate() {
            let people = runs.iter().filter(|own| **own == Some(run)).count();
            let held = !assignment.cancelled().contains(&run);
            prop_assert!(!held || people >= *minimum as usize);
        }
    }
}

/// Three people, three runs for two: somebody has to travel so that one run is held, and the third
/// run is cancelled.
#[test]
fn somebody_travels_so_that_a_group_is_held() {
    let somebody = super::brute_force::Somebody {
        class: 1,
        deadline: None,
        waited: None,
        relative: false,
    };
    let near = |person, run| Choice {
        person,
        run,
        cost: if person == run {
            0
        } else {
            10 + i64::from(run)
        },
    };
    let case = super::brute_force::Case {
        people: vec![somebody; 3],
        seats: vec![3, 3, 3],
        reserved: Vec::new(),
        parties: Vec::new(),
        minimum: vec![2, 2, 2],
        choices: (0..3)
            .flat_map(|person| (0..3).map(move |run| near(person, run)))
            .collect(),
        order: Order::default(),
    };
    let assignment = case.problem().solve().unwrap();
    assignment.check().unwrap();
    assert_eq!(assignment.cancelled(), [1, 2]);
    assert_eq!(runs_of(&assignment), [Some(0); 3]);
    let error = assignment.clone().add_seats(0, 1).unwrap_err();
    assert_eq!(error.code(), "A014");
}

/// Several sets of cancelled runs are tried; each counts its people anew.
#[test]
fn progress_is_never_more_than_there_is_to_do() {
    let somebody = super::brute_force::Somebody {
        class: 1,
        deadline: None,
        waited: None,
        relative: false,
    };
    let case = super::brute_force::Case {
        people: vec![somebody; 4],
        seats: vec![4; 4],
        reserved: Vec::new(),
        parties: Vec::new(),
        minimum: vec![3; 4],
        choices: (0..4)
            .flat_map(|person| {
                (0..4).map(move |run| Choice {
                    person,
                    run,
                    cost: i64::from((person + run) % 4),
                })
            })
            .collect(),
        order: Order::default(),
    };
    let (told, past) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let watch = |own: Progress| {
        told.fetch_add(1, Ordering::Relaxed);
        past.fetch_add(usize::from(own.done > own.of), Ordering::Relaxed);
        ControlFlow::Continue(())
    };
    let assignment = case.problem().solve_with(1, &watch).unwrap();
    assert_eq!(assignment.cancelled().len(), 3);
    assert!(told.into_inner() > 10);
    assert_eq!(past.into_inner(), 0);
}
