//! The timetable engine against a slow, readable reference: every combination of every way.
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may stop"
)]

use std::cell::Cell;
use std::ops::ControlFlow;

use mestring::timetable::{
    Fault, Level, Limits, Order, Pattern, Placement, Problem, Proof, Reason, Resource, Run,
    Setting, Solution, Standing, Status, TimetableError, check, check_feasible, remedies, solve,
};
use proptest::prelude::*;

mod oracle;
#[cfg(feature = "pumpkin")]
mod pumpkin;
mod reference;
mod replan;

use reference::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// No timetable is better, and what the engine says of it is true.
    #[test]
    fn the_best_of_all_timetables(setting in setting()) {
        let problem = Problem::new(setting).unwrap();
        for order in ORDERS {
            let solution = solved(&problem, order);
            prop_assert_eq!(check(&problem, order, &solution), Ok(()));
            let best = reference(&problem, order);
            prop_assert_eq!(&score(&problem, order, &placed(&solution)), &best);
            // Small conflicts are decided: nothing is refused without proof by rank.
            for refusal in &solution.refusals {
                prop_assert!(order == Order::MostValue || refusal.reason.is_proof());
                for remedy in remedies(&problem, order, &solution, refusal.run, 2_000) {
                    let changed = Problem::new(remedy.change.apply(problem.setting())).unwrap();
                    prop_assert_eq!(check_feasible(&changed, &remedy.placements), Ok(()));
                    prop_assert!(remedy.placements[refusal.run as usize].is_some());
                    // Others who were refused before may take what the change gives.
                    if order == Order::Strict && refusal == &solution.refusals[0] {
                        let solution = solved(&changed, order);
                        prop_assert!(solution.placements[refusal.run as usize].is_some());
                    }
                }
                if let Reason::Conflict { with } = &refusal.reason {
                    conflict_is_irreducible(&problem, with, refusal.run)?;
                }
            }
        }
    }
}

/// The runs cannot be placed together, and any one less could, by the reference.
fn conflict_is_irreducible(problem: &Problem, with: &[u32], run: u32) -> Result<(), TestCaseError> {
    let only = |runs: &[u32]| {
        let mut setting = problem.setting().clone();
        for (at, other) in (0u32..).zip(&mut setting.runs) {
            if !runs.contains(&at) {
                other.patterns.clear();
                other.standing = Standing::Wished;
            }
        }
        let placed = reference(&Problem::new(setting).unwrap(), Order::Strict);
        placed.into_iter().sum::<i64>() == runs.len() as i64
    };
    let all: Vec<u32> = with.iter().copied().chain([run]).collect();
    prop_assert!(!only(&all));
    for left_out in with {
        let fewer: Vec<u32> = all
            .iter()
            .copied()
            .filter(|other| other != left_out)
            .collect();
        prop_assert!(only(&fewer));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// One more resource for everybody's first need never lowers the first level that changes.
    #[test]
    fn more_room_is_never_worse(setting in setting()) {
        let mut roomier = setting.clone();
        let added = roomier.resources.len() as u32;
        roomier.resources.push(Resource { free: (0..SLOTS).collect(), draws: None });
        for pattern in roomier.runs.iter_mut().flat_map(|run| &mut run.patterns) {
            if let Some(need) = pattern.needs.first_mut() {
                need.push(added);
            }
        }
        let (before, after) = (Problem::new(setting).unwrap(), Problem::new(roomier).unwrap());
        for order in ORDERS {
            let value = |problem| score(problem, order, &placed(&solved(problem, order)));
            prop_assert!(value(&after) >= value(&before));
        }
    }

    /// What resources are called changes no level.
    #[test]
    fn names_of_resources_do_not_count(setting in setting()) {
        let mut renamed = setting.clone();
        renamed.resources.reverse();
        let name = |resource: &mut u32| *resource = RESOURCES - 1 - *resource;
        for run in &mut renamed.runs {
            run.patterns.iter_mut().flat_map(|pattern| &mut pattern.needs).flatten().for_each(name);
            if let Standing::Fixed(at) = &mut run.standing {
                at.resources.iter_mut().for_each(name);
            }
        }
        let (one, other) = (Problem::new(setting).unwrap(), Problem::new(renamed).unwrap());
        for order in ORDERS {
            let values = |problem| -> Vec<i64> {
                solved(problem, order).levels.iter().map(|level| level.value).collect()
            };
            prop_assert_eq!(values(&one), values(&other));
        }
    }

    /// A solution that says something else is not accepted.
    #[test]
    fn the_checker_sees_what_is_changed(setting in setting()) {
        let problem = Problem::new(setting).unwrap();
        for order in ORDERS {
            let honest = solved(&problem, order);
            for changed in mutations(&honest) {
                prop_assert!(check(&problem, order, &changed).is_err(), "{:?}", changed);
                REJECTED.with(|count| count.set(count.get() + 1));
            }
        }
    }
}

thread_local! {
    static REJECTED: Cell<usize> = const { Cell::new(0) };
}

/// Solutions that lie: a run gone, moved nowhere, a value too high, a refusal left out.
fn mutations(honest: &Solution) -> Vec<Solution> {
    let mut made = Vec::new();
    let mut change = |with: &dyn Fn(&mut Solution) -> bool| {
        let mut changed = honest.clone();
        if with(&mut changed) {
            made.push(changed);
        }
    };
    let first = honest.placements.iter().position(Option::is_some);
    change(&|of| first.is_some_and(|at| of.placements[at].take().is_some()));
    change(&|of| {
        first.is_some_and(|at| {
            of.placements[at].iter_mut().for_each(|at| at.pattern = 99);
            true
        })
    });
    change(&|of| {
        of.levels.iter_mut().for_each(|level| level.value += 1);
        true
    });
    change(&|of| of.refusals.pop().is_some());
    change(&|of| {
        let none = Reason::NoWay { needs: vec![7] };
        of.refusals
            .first_mut()
            .map(|refusal| refusal.reason = none)
            .is_some()
    });
    change(&|of| {
        let conflict = Reason::Conflict { with: vec![99] };
        of.refusals
            .first_mut()
            .map(|refusal| refusal.reason = conflict)
            .is_some()
    });
    change(&|of| {
        let lie = |level: &mut Level| {
            let Status::Gap { proof, .. } = level.status.clone() else {
                return false;
            };
            level.status = Status::Gap {
                bound: level.value,
                proof,
            };
            true
        };
        of.levels.iter_mut().any(lie)
    });
    made
}

#[test]
fn the_checker_rejected_something() {
    the_checker_sees_what_is_changed();
    assert!(REJECTED.with(Cell::get) > 1_000);
}

/// A run of one session at each of the slots, on one of the resources.
fn simple(class: u32, value: i64, slots: &[u32], resources: &[u32]) -> Run {
    let pattern = |slot: &u32| Pattern {
        slots: vec![*slot],
        needs: vec![resources.to_vec()],
    };
    Run {
        class,
        value,
        patterns: slots.iter().map(pattern).collect(),
        ..Run::default()
    }
}

fn room(slots: u32) -> Resource {
    Resource {
        free: (0..slots).collect(),
        draws: None,
    }
}

/// Each run can be held at two slots that follow one another, the last only at the first slot: all
/// the others have to move.
#[test]
fn a_chain_as_long_as_the_plan_is_found() {
    const RUNS: u32 = 40;
    let mut runs: Vec<Run> = (0..RUNS - 1)
        .map(|at| simple(1, 10, &[at, at + 1], &[0]))
        .collect();
    runs.push(simple(2, 10, &[0], &[0]));
    let setting = Setting {
        slots: RUNS,
        resources: vec![room(RUNS)],
        sums: vec![],
        runs,
    };
    let problem = Problem::new(setting).unwrap();
    for order in ORDERS {
        let solution = solved(&problem, order);
        assert_eq!(check(&problem, order, &solution), Ok(()));
        assert!(solution.refusals.is_empty(), "{order:?}");
        // Steps do not depend on the machine: more of them is a slower engine.
        assert!(solution.steps < 2_000, "{} steps", solution.steps);
    }
}

/// No sum says that two runs want one slot; a conflict does, and the bound rests on it.
#[test]
fn a_bound_is_made_of_conflicts_too() {
    let sessions = |value, slot: u32| simple(1, value, &[slot], &[0]);
    let setting = Setting {
        slots: 3,
        resources: vec![room(3)],
        sums: vec![],
        runs: vec![
            sessions(9, 0),
            sessions(8, 0),
            sessions(7, 1),
            sessions(5, 1),
            sessions(3, 2),
        ],
    };
    let problem = Problem::new(setting).unwrap();
    let solution = solved(&problem, Order::MostValue);
    assert_eq!(check(&problem, Order::MostValue, &solution), Ok(()));
    let [level] = solution.levels.as_slice() else {
        panic!("one class");
    };
    assert_eq!(level.value, 19);
    let Status::Proven(Proof::Sums { cuts, .. }) = &level.status else {
        panic!("{:?}", level.status);
    };
    assert_eq!(cuts.conflicts, [[0, 1], [2, 3]]);
    // Without a conflict nothing is proven, and runs that fit together are none.
    for lie in [vec![vec![0, 1]], vec![vec![0, 1], vec![2, 3], vec![0, 4]]] {
        let mut lies = solution.clone();
        if let Some(Status::Proven(Proof::Sums { cuts, .. })) =
            lies.levels.first_mut().map(|level| &mut level.status)
        {
            cuts.conflicts = lie;
        }
        assert!(check(&problem, Order::MostValue, &lies).is_err());
    }
}

/// Two leaders who may lead four half-days each: neither alone is too few for anybody, together they
/// have eight for runs that need twelve. Who needs a third leader besides takes nothing of theirs.
#[test]
fn a_bound_counts_what_a_group_has() {
    const SLOTS: u32 = 40;
    let leader = |sum| Resource {
        free: (0..SLOTS).collect(),
        draws: Some(sum),
    };
    let run = |value, first: u32, able: &[u32]| Run {
        patterns: (0..4)
            .map(|turn| Pattern {
                slots: vec![first + turn, first + turn + 10],
                needs: vec![able.to_vec()],
            })
            .collect(),
        ..simple(1, value, &[first], &[])
    };
    let setting = Setting {
        slots: SLOTS,
        resources: vec![leader(0), leader(1), leader(2)],
        sums: vec![4, 4, 4],
        runs: vec![
            run(9, 0, &[0, 1]),
            run(8, 1, &[0]),
            run(7, 2, &[0, 1]),
            run(6, 3, &[1]),
            run(5, 4, &[0, 1]),
            run(4, 5, &[0, 1]),
            run(1, 6, &[1, 2]),
        ],
    };
    let problem = Problem::new(setting).unwrap();
    let mut solution = solved(&problem, Order::MostValue);
    assert_eq!(check(&problem, Order::MostValue, &solution), Ok(()));
    let level = solution.levels.first_mut().unwrap();
    assert_eq!(level.value, 9 + 8 + 7 + 6 + 1);
    let Status::Proven(Proof::Sums { cuts, .. }) = &mut level.status else {
        panic!("{:?}", level.status);
    };
    assert_eq!(cuts.groups, [[0, 1]]);
    cuts.groups.clear();
    assert!(check(&problem, Order::MostValue, &solution).is_err());
}

/// More runs than a search among them decides: counting the slots does.
#[test]
fn counting_proves_what_no_search_does() {
    const SLOTS: u32 = 45;
    let anywhere: Vec<u32> = (0..SLOTS).collect();
    let runs: Vec<Run> = (0..=SLOTS).map(|_| simple(1, 1, &anywhere, &[0])).collect();
    let setting = Setting {
        slots: SLOTS,
        resources: vec![room(SLOTS)],
        sums: vec![],
        runs,
    };
    let problem = Problem::new(setting).unwrap();
    let mut solution = solved(&problem, Order::Strict);
    assert_eq!(check(&problem, Order::Strict, &solution), Ok(()));
    let [refusal] = solution.refusals.as_slice() else {
        panic!("{:?}", solution.refusals);
    };
    let expect = Reason::Capacity {
        resources: vec![0],
        holders: (0..SLOTS).collect(),
        missing: 1,
    };
    assert_eq!(refusal.reason, expect);
    // One holder fewer, and the slots would reach.
    if let Reason::Capacity { holders, .. } = &mut solution.refusals[0].reason {
        holders.pop();
    }
    assert!(check(&problem, Order::Strict, &solution).is_err());
}

#[test]
fn a_refusal_names_the_need_the_sum_and_the_conflict() {
    let booked = Resource {
        free: vec![1],
        draws: None,
    };
    let mut costly = simple(1, 1, &[0], &[0]);
    costly.draws = vec![(0, 4)];
    let mut dearer = simple(2, 1, &[1], &[0]);
    dearer.draws = vec![(0, 3)];
    let setting = Setting {
        slots: 3,
        resources: vec![room(3), booked],
        sums: vec![5],
        runs: vec![
            costly,
            dearer,
            simple(3, 1, &[2], &[1]),
            simple(4, 1, &[0], &[0]),
        ],
    };
    let problem = Problem::new(setting).unwrap();
    let solution = solved(&problem, Order::Strict);
    let reasons: Vec<Reason> = solution
        .refusals
        .iter()
        .map(|refusal| refusal.reason.clone())
        .collect();
    let expected = [
        Reason::Sum {
            sum: 0,
            holders: vec![0],
            missing: 2,
        },
        Reason::NoWay { needs: vec![0] },
        Reason::Conflict { with: vec![0] },
    ];
    assert_eq!(reasons, expected);
    assert!(solution.levels.iter().all(|level| level.status.is_proven()));
}

#[test]
fn a_watcher_can_end_the_search() {
    let runs = vec![simple(1, 1, &[0], &[0]), simple(2, 1, &[1], &[0])];
    let setting = Setting {
        slots: 2,
        resources: vec![room(2)],
        sums: vec![],
        runs,
    };
    let problem = Problem::new(setting).unwrap();
    let mut told = 0;
    let solution = solve(&problem, Order::Strict, Limits::default(), &mut |_| {
        told += 1;
        ControlFlow::Break(())
    });
    assert!(solution.stopped);
    assert_eq!(told, 1);
    assert_eq!(check(&problem, Order::Strict, &solution), Ok(()));
    assert!(
        solution.refusals.is_empty(),
        "what is free is placed all the same"
    );
}

#[test]
fn hostile_settings_give_errors_or_plans() {
    let fine = |setting: Setting| {
        let problem = Problem::new(setting).unwrap();
        for order in ORDERS {
            let solution = solved(&problem, order);
            assert_eq!(check(&problem, order, &solution), Ok(()));
        }
    };
    fine(Setting::default());
    fine(Setting {
        runs: vec![Run::default(); 3],
        ..Setting::default()
    });
    let mut greedy = simple(u32::MAX, i64::MAX, &[0], &[0]);
    greedy.draws = vec![(0, i64::MAX), (0, i64::MAX), (1, 1)];
    let mut other = simple(1, i64::MAX, &[0], &[0]);
    other.draws = vec![(2, i64::MAX)];
    let extremes = Setting {
        slots: 1,
        resources: vec![Resource {
            free: vec![0, 0],
            draws: Some(2),
        }],
        sums: vec![i64::MAX, i64::MIN, i64::MAX],
        runs: vec![greedy.clone(), other, simple(1, 0, &[0], &[0])],
    };
    fine(extremes.clone());

    let check = |change: &dyn Fn(&mut Setting), expected: &str| {
        let mut setting = extremes.clone();
        change(&mut setting);
        let error = Problem::new(setting).map(|_| ()).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
    };
    check(&|of| of.slots = 0, "resource 0 names slot 0");
    check(&|of| of.slots = u32::MAX, "split the problem");
    check(
        &|of| of.runs[0].patterns[0].needs[0][0] = 9,
        "pattern 0 of run 0 names resource 9",
    );
    check(
        &|of| of.runs[0].patterns[0].slots.clear(),
        "pattern 0 of run 0 has no slot",
    );
    check(
        &|of| of.runs[0].patterns[0].needs = vec![vec![0]; 9],
        "has 9 needs; the most is 8",
    );
    check(&|of| of.runs[0].draws[0].0 = 3, "run 0 draws from sum 3");
    check(&|of| of.runs[0].draws[0].1 = -1, "amount -1");
    check(&|of| of.runs[0].class = 1, "the values of class 1");
    let placed = Placement {
        pattern: 0,
        resources: vec![],
    };
    check(
        &|of| {
            of.runs[0].standing = Standing::Placed {
                at: placed.clone(),
                weight: 1,
            }
        },
        "run 0 is placed in a way that it does not have",
    );
    let twice = |of: &mut Setting| {
        of.sums[1] = 1;
        for run in &mut of.runs {
            run.draws.clear();
            run.standing = Standing::Fixed(Placement {
                pattern: 0,
                resources: vec![0],
            });
        }
    };
    check(&twice, "runs 0 and 1 both use resource 0 at slot 0");
    let mut setting = extremes.clone();
    twice(&mut setting);
    let fault = Fault::Twice {
        first: 0,
        second: 1,
        resource: 0,
        slot: 0,
    };
    assert_eq!(
        Problem::new(setting).map(|_| ()),
        Err(TimetableError::Fixed(fault))
    );
}
