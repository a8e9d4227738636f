use std::cell::Cell;

use proptest::prelude::*;

use super::crowded;
use crate::timetable::oracle::{Answer, Backtracking, Oracle};
use crate::timetable::problem::{Pattern, Problem, Resource, Run, Setting};

const SLOTS: u32 = 5;

/// Ways as (first slot, sessions on slots that follow, resources that would do).
fn problem(runs: &[Vec<(u32, u32, Vec<u32>)>], limit: i64) -> Problem {
    let run = |ways: &Vec<(u32, u32, Vec<u32>)>| Run {
        patterns: ways
            .iter()
            .map(|(first, sessions, able)| Pattern {
                slots: (*first..first + sessions).collect(),
                needs: vec![able.clone()],
            })
            .collect(),
        ..Run::default()
    };
    let resource = |draws| Resource {
        free: (0..SLOTS).collect(),
        draws,
    };
    let setting = Setting {
        slots: SLOTS,
        resources: vec![resource(None), resource(Some(0))],
        sums: vec![limit],
        runs: runs.iter().map(run).collect(),
    };
    Problem::new(setting).unwrap()
}

/// Three runs want two slots in one way or another, and no two of them the same ones.
#[test]
fn runs_that_crowd_two_slots_of_one_room_are_found() {
    let room = vec![0];
    let at = |slot| (slot, 1, room.clone());
    let runs = [
        vec![at(1), at(2)],
        vec![at(1), at(2)],
        vec![at(2), at(1)],
        vec![at(0), at(4)],
    ];
    let problem = problem(&runs, 9);
    let weights = crowded(&problem, &[0, 1, 2, 3]).unwrap();
    assert_eq!(weights.slots, [(0, 1, 1), (0, 2, 1)]);
    assert_eq!(weights.sums, []);
    assert_eq!(crowded(&problem, &[0, 1, 3]), None);
}

#[test]
fn a_leader_with_few_half_days_is_crowded_whenever_they_are() {
    let runs = [
        vec![(0, 2, vec![1])],
        vec![(2, 2, vec![1]), (3, 2, vec![1])],
    ];
    let weights = crowded(&problem(&runs, 3), &[0, 1]).unwrap();
    assert_eq!(weights.sums, [(0, 1)]);
    assert_eq!(crowded(&problem(&runs, 4), &[0, 1]), None);
}

#[test]
fn what_weights_show_no_search_places() {
    let way = (
        0..SLOTS - 1,
        1..=2u32,
        prop::sample::subsequence(vec![0, 1], 1..=2),
    );
    let runs = prop::collection::vec(prop::collection::vec(way, 1..4), 2..8);
    let (shown, placed) = (Cell::new(0), Cell::new(0));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(400));
    let tried = runner.run(&(runs, 2..6i64), |(runs, limit)| {
        let problem = problem(&runs, limit);
        let all: Vec<u32> = (0..problem.len()).collect();
        let (want, keep) = all.split_last().unwrap();
        let answer = Backtracking.feasible(&problem, keep, *want, u64::MAX);
        prop_assert_ne!(&answer, &Answer::Unknown);
        let fits = matches!(answer, Answer::Yes(_));
        placed.set(placed.get() + usize::from(fits));
        if let Some(weights) = crowded(&problem, &all) {
            shown.set(shown.get() + 1);
            prop_assert!(weights.are_listed());
            let share = weights.share(&problem, &all);
            prop_assert!(share.taken.values().sum::<i64>() > share.has);
            prop_assert!(!fits);
        }
        Ok(())
    });
    tried.unwrap();
    assert!(
        shown.get() > 40 && placed.get() > 40,
        "{shown:?} {placed:?}"
    );
}
