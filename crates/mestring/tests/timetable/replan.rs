//! Planning again: the levels and the moves against all timetables, and the checker against lies.

use std::cell::Cell;
use std::ops::ControlFlow;

use mestring::timetable::{
    Changed, Fate, Limits, Moves, Order, Pattern, Placement, Problem, Progress, Reason, Repeated,
    Replanned, Resource, Run, Setting, Standing, check_moves, replan,
};
use proptest::prelude::*;

use super::reference::{ORDERS, SLOTS, allowed, placed, score, solved};

const STEPS: u64 = 200_000;

fn replanned(problem: &Problem, order: Order) -> Replanned {
    let limits = Limits {
        steps: 20_000,
        nodes: 200,
    };
    replan(problem, order, limits, &mut |_| ControlFlow::Continue(()))
}

/// A weight, then a number of runs.
type Cost = (i128, u32);

/// Calls `visit` with every timetable.
fn each_timetable(setting: &Setting, visit: &mut dyn FnMut(&[Option<Placement>])) {
    fn go(
        at: usize,
        setting: &Setting,
        placed: &mut Vec<Option<Placement>>,
        visit: &mut dyn FnMut(&[Option<Placement>]),
    ) {
        let Some(run) = setting.runs.get(at) else {
            return visit(placed);
        };
        go(at + 1, setting, placed, visit);
        if placed[at].is_some() {
            return;
        }
        for way in super::reference::ways(run) {
            placed[at] = Some(way);
            // Nothing that comes later makes room.
            if allowed(setting, placed) {
                go(at + 1, setting, placed, visit);
            }
        }
        placed[at] = None;
    }
    let fixed = setting.runs.iter().map(|run| match &run.standing {
        Standing::Fixed(at) => Some(at.clone()),
        _ => None,
    });
    go(0, setting, &mut fixed.collect(), visit);
}

/// Whether the run could stay where it was if there were no others but those that are fixed.
fn could_stay(setting: &Setting, run: usize) -> bool {
    let alone = setting
        .runs
        .iter()
        .enumerate()
        .map(|(at, of)| match &of.standing {
            Standing::Fixed(at) => Some(at.clone()),
            Standing::Placed { at: home, .. } if at == run => Some(home.clone()),
            _ => None,
        });
    allowed(setting, &alone.collect::<Vec<_>>())
}

/// What became of those placed before, said as plainly as it can be.
fn fates(setting: &Setting, now: &[Option<Placement>]) -> Vec<Changed> {
    let mut told = Vec::new();
    for (nth, run) in setting.runs.iter().enumerate() {
        let Standing::Placed { at, weight } = &run.standing else {
            continue;
        };
        if now[nth].as_ref() == Some(at) {
            continue;
        }
        let fate = match (&now[nth], could_stay(setting, nth)) {
            (None, _) => Fate::Dropped,
            (Some(_), true) => Fate::Moved,
            (Some(_), false) => Fate::Replaced,
        };
        let (run, weight) = (nth as u32, *weight);
        told.push(Changed { run, weight, fate });
    }
    told
}

fn cost(changes: &[Changed]) -> Cost {
    let moved = changes.iter().filter(|of| of.fate == Fate::Moved);
    moved.fold((0, 0), |(weight, runs), of| {
        (weight + i128::from(of.weight), runs + 1)
    })
}

/// A few runs that can be held in several ways on few things.
fn crowded() -> impl Strategy<Value = Setting> {
    let need = || proptest::sample::subsequence(vec![0u32, 1, 2], 1..=2);
    let slots = proptest::sample::subsequence((0..SLOTS).collect::<Vec<_>>(), 1..=2);
    let pattern = (slots, proptest::collection::vec(need(), 1..=2))
        .prop_map(|(slots, needs)| Pattern { slots, needs });
    let run = (
        1u32..3,
        0u32..3,
        0i64..4,
        proptest::option::of((0u32..2, 1i64..3)),
        proptest::collection::vec(pattern, 1..=3),
    );
    let run = run.prop_map(|(class, rank, value, draws, patterns)| Run {
        class,
        rank,
        value,
        draws: draws.into_iter().collect(),
        patterns,
        standing: Standing::Wished,
    });
    let drawing = any::<[bool; 2]>();
    (
        proptest::collection::vec(run, 3..=6),
        proptest::collection::vec(2i64..8, 2),
        drawing,
    )
        .prop_map(|(runs, sums, [one, other])| Setting {
            slots: SLOTS,
            resources: [one.then_some(1), other.then_some(1), None]
                .map(|draws| Resource {
                    free: (0..SLOTS).collect(),
                    draws,
                })
                .to_vec(),
            sums,
            runs,
        })
}

/// What happens after the plan: a thing is gone at some slots, a sum changes, a run may not move.
#[derive(Debug, Clone)]
struct Event {
    gone: (prop::sample::Index, Vec<u32>),
    sum: Option<(prop::sample::Index, i64)>,
    fixed: Option<prop::sample::Index>,
    weights: Vec<i64>,
    /// So many wishes come after the plan was made.
    late: usize,
}

fn event() -> impl Strategy<Value = Event> {
    let slots = proptest::sample::subsequence((0..SLOTS).collect::<Vec<_>>(), 0..=SLOTS as usize);
    (
        (any::<prop::sample::Index>(), slots),
        proptest::option::of((any::<prop::sample::Index>(), 0i64..8)),
        proptest::option::of(any::<prop::sample::Index>()),
        proptest::collection::vec(0i64..3, 6),
        0usize..3,
    )
        .prop_map(|(gone, sum, fixed, weights, late)| Event {
            gone,
            sum,
            fixed,
            weights,
            late,
        })
}

/// The setting with the plan in it.
fn published(setting: &Setting, event: &Event) -> Setting {
    let mut early = setting.clone();
    let runs = early.runs.len();
    for run in early.runs.iter_mut().skip(runs - event.late) {
        run.patterns.clear();
    }
    let solution = solved(&Problem::new(early).unwrap(), Order::Strict);
    let mut published = setting.clone();
    for (nth, at) in solution.placements.into_iter().enumerate() {
        let weight = event.weights[nth];
        if let Some(at) = at {
            published.runs[nth].standing = Standing::Placed { at, weight };
        }
    }
    published
}

/// The setting after the event.
fn changed(published: &Setting, event: &Event) -> Setting {
    let mut changed = published.clone();
    let (resource, slots) = &event.gone;
    let at = resource.index(changed.resources.len());
    changed.resources[at]
        .free
        .retain(|slot| !slots.contains(slot));
    if let Some((sum, limit)) = &event.sum {
        let at = sum.index(changed.sums.len());
        changed.sums[at] = *limit;
    }
    if let Some(fixed) = &event.fixed {
        let mut tried = changed.clone();
        let run = &mut tried.runs[fixed.index(published.runs.len())];
        if let Standing::Placed { at, .. } = &run.standing {
            run.standing = Standing::Fixed(at.clone());
        }
        if Problem::new(tried.clone()).is_ok() {
            return tried;
        }
    }
    changed
}

thread_local! {
    static LEAST: Cell<u32> = const { Cell::new(0) };
    static WITH_MOVES: Cell<u32> = const { Cell::new(0) };
    static OPEN: Cell<u32> = const { Cell::new(0) };
    static BELOW: Cell<u32> = const { Cell::new(0) };
    static NOT_PROVEN: Cell<u32> = const { Cell::new(0) };
    static STAYED: Cell<u32> = const { Cell::new(0) };
    static AWAY: Cell<u32> = const { Cell::new(0) };
    static REJECTED: Cell<u32> = const { Cell::new(0) };
}

fn count(what: &'static std::thread::LocalKey<Cell<u32>>) {
    what.with(|count| count.set(count.get() + 1));
}

/// The levels are the best of all timetables, and no timetable moves less than is claimed.
fn is_the_best(problem: &Problem, order: Order, setting: &Setting) -> Result<(), TestCaseError> {
    let found = replanned(problem, order);
    prop_assert_eq!(&found, &replanned(problem, order));
    prop_assert_eq!(
        check_moves(problem, order, &found, STEPS),
        Ok(Repeated::Whole)
    );
    let now = &found.solution.placements;
    prop_assert!(allowed(setting, now));
    prop_assert_eq!(&found.changes, &fates(setting, now));
    let there = placed(&found.solution);
    let reached = score(problem, order, &there);
    let mut best = vec![0; reached.len()];
    // The least cost of timetables with the best score (by rank) or the same runs (by value).
    let mut least: Option<Cost> = None;
    each_timetable(setting, &mut |timetable| {
        let these: Vec<bool> = timetable.iter().map(Option::is_some).collect();
        let score = score(problem, order, &these);
        if these == there {
            let cost = cost(&fates(setting, timetable));
            least = Some(least.map_or(cost, |least| least.min(cost)));
        }
        best = best.clone().max(score);
    });
    // By rank the best score says which runs are placed, and small conflicts are all decided.
    let proven = found
        .solution
        .levels
        .iter()
        .all(|level| level.status.is_proven());
    if proven || order == Order::Strict {
        prop_assert_eq!(&reached, &best);
    } else {
        prop_assert!(reached <= best);
        count(&OPEN);
        if reached < best {
            count(&BELOW);
        }
    }
    let (cost, least) = (cost(&found.changes), least.unwrap());
    match found.moves {
        Moves::Least => {
            prop_assert_eq!(cost, least);
            count(&LEAST);
            if cost.1 > 0 {
                count(&WITH_MOVES);
            }
        }
        Moves::AtLeast { weight, runs } => {
            prop_assert!((weight, runs) <= least);
            count(&NOT_PROVEN);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(700))]

    /// Nothing better is reached, and nothing less could be moved.
    #[test]
    fn no_timetable_moves_less(setting in crowded(), event in event()) {
        let setting = changed(&published(&setting, &event), &event);
        let problem = Problem::new(setting.clone()).unwrap();
        for order in ORDERS {
            is_the_best(&problem, order, &setting)?;
        }
    }

    /// Nobody new comes in where that was asked, and the rest is planned as if they were not there.
    #[test]
    fn wishes_can_be_kept_out(setting in crowded(), event in event()) {
        let mut setting = changed(&published(&setting, &event), &event);
        let problem = Problem::new(setting.clone()).unwrap().keep_out_wishes();
        for run in &mut setting.runs {
            if run.standing == Standing::Wished {
                run.patterns.clear();
            }
        }
        for order in ORDERS {
            is_the_best(&problem, order, &setting)?;
            for refusal in replanned(&problem, order).solution.refusals {
                let wished = setting.runs[refusal.run as usize].standing == Standing::Wished;
                prop_assert_eq!(wished, refusal.reason == Reason::KeptOut);
            }
        }
    }

    /// Where nothing changed, nothing moves.
    #[test]
    fn a_plan_that_still_holds_stays(setting in crowded(), mut event in event()) {
        event.late = 0;
        let setting = published(&setting, &event);
        let problem = Problem::new(setting.clone()).unwrap();
        let found = replanned(&problem, Order::Strict);
        let there = setting.runs.iter().map(|run| run.standing != Standing::Wished);
        // Someone comes in only where the plan was not the best.
        prop_assume!(there.collect::<Vec<_>>() == placed(&found.solution));
        count(&STAYED);
        prop_assert_eq!(found.changes, vec![]);
        prop_assert_eq!(found.moves, Moves::Least);
    }

    /// However early the search ends, nobody stands elsewhere who could simply go home.
    #[test]
    fn whoever_can_go_home_does(setting in crowded(), event in event(), steps in 1u64..400) {
        let setting = changed(&published(&setting, &event), &event);
        let problem = Problem::new(setting.clone()).unwrap();
        let limits = Limits { steps, nodes: 200 };
        let before_moves = |told: Progress| match told.level == told.levels {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        };
        let found = replan(&problem, Order::Strict, limits, &mut { before_moves });
        let moved = found.changes.iter().filter(|own| own.fate == Fate::Moved);
        for own in moved {
            let nth = own.run as usize;
            let Standing::Placed { at, .. } = &setting.runs[nth].standing else {
                panic!("it stood somewhere");
            };
            let mut home = found.solution.placements.clone();
            home[nth] = Some(at.clone());
            count(&AWAY);
            prop_assert!(!allowed(&setting, &home));
        }
    }

    /// What is claimed falsely is not accepted.
    #[test]
    fn the_checker_sees_other_claims(setting in crowded(), event in event()) {
        let problem = Problem::new(changed(&published(&setting, &event), &event)).unwrap();
        for order in ORDERS {
            let honest = replanned(&problem, order);
            for lie in lies(&honest) {
                let checked = check_moves(&problem, order, &lie, STEPS);
                prop_assert!(checked.is_err(), "{:?}", lie);
                count(&REJECTED);
            }
        }
    }
}

/// A change left out, a change made up, a fate that is another, a bound that is too high.
fn lies(honest: &Replanned) -> Vec<Replanned> {
    let mut made = Vec::new();
    let mut lie = |with: &dyn Fn(&mut Replanned)| {
        let mut lie = honest.clone();
        with(&mut lie);
        if lie != *honest {
            made.push(lie);
        }
    };
    lie(&|of| of.changes.truncate(of.changes.len().saturating_sub(1)));
    lie(&|of| {
        of.changes.push(Changed {
            run: 99,
            weight: 1,
            fate: Fate::Moved,
        });
    });
    lie(&|of| {
        if let Some(change) = of.changes.first_mut() {
            change.fate = match change.fate {
                Fate::Moved => Fate::Replaced,
                _ => Fate::Moved,
            };
        }
    });
    lie(&|of| of.changes.iter_mut().for_each(|of| of.weight += 1));
    let (weight, runs) = cost(&honest.changes);
    lie(&|of| {
        of.moves = Moves::AtLeast {
            weight,
            runs: runs + 1,
        }
    });
    made
}

#[test]
fn the_checker_rejected_something() {
    the_checker_sees_other_claims();
    assert!(REJECTED.with(Cell::get) > 1_000);
}

#[test]
fn plans_that_still_hold_are_common() {
    a_plan_that_still_holds_stays();
    assert!(STAYED.with(Cell::get) > 650);
}

#[test]
fn some_had_to_stand_elsewhere() {
    whoever_can_go_home_does();
    assert!(AWAY.with(Cell::get) > 60);
}

#[test]
fn moves_were_needed_and_proven() {
    no_timetable_moves_less();
    assert!(OPEN.with(Cell::get) * 3 < LEAST.with(Cell::get));
    assert!(BELOW.with(Cell::get) * 100 < LEAST.with(Cell::get));
    assert!(WITH_MOVES.with(Cell::get) > 60);
    assert!(NOT_PROVEN.with(Cell::get) * 100 < LEAST.with(Cell::get));
}

/// A run of one session at one of the slots in the only room, placed at the first of them.
fn published_at(slots: &[u32], weight: i64) -> Run {
    let pattern = |slot: &u32| Pattern {
        slots: vec![*slot],
        needs: vec![vec![0]],
    };
    Run {
        class: 1,
        value: 1,
        patterns: slots.iter().map(pattern).collect(),
        standing: Standing::Placed {
            at: Placement {
                pattern: 0,
                resources: vec![0],
            },
            weight,
        },
        ..Run::default()
    }
}

/// The room is lost at slot 0: who stood there needs slot 1 or 2, and those who stand there weigh 5
/// and 3. The lighter one goes to slot 3, and no other way is lighter.
#[test]
fn the_lightest_run_moves() {
    let mut gone = published_at(&[0, 1, 2], 9);
    gone.class = 0;
    let mut setting = Setting {
        slots: 4,
        resources: vec![Resource {
            free: vec![1, 2, 3],
            draws: None,
        }],
        sums: vec![],
        runs: vec![gone, published_at(&[1, 3], 5), published_at(&[2, 3], 3)],
    };
    let check = |setting: &Setting, expected: &[(u32, Fate)]| {
        let problem = Problem::new(setting.clone()).unwrap();
        let found = replanned(&problem, Order::Strict);
        let told: Vec<_> = found.changes.iter().map(|of| (of.run, of.fate)).collect();
        assert_eq!(told, expected);
        assert_eq!(found.moves, Moves::Least);
        let checked = check_moves(&problem, Order::Strict, &found, STEPS);
        assert_eq!(checked, Ok(Repeated::Whole));
    };
    check(&setting, &[(0, Fate::Replaced), (2, Fate::Moved)]);

    // Whoever must stay stays: then the other one moves.
    let Standing::Placed { at, .. } = setting.runs[2].standing.clone() else {
        panic!("it is placed");
    };
    setting.runs[2].standing = Standing::Fixed(at);
    check(&setting, &[(0, Fate::Replaced), (1, Fate::Moved)]);

    // Without slot 3 there are two places for three runs: the last by rank loses its place.
    setting.runs[2].standing = published_at(&[2, 3], 3).standing;
    setting.resources[0].free = vec![1, 2];
    check(&setting, &[(0, Fate::Replaced), (2, Fate::Dropped)]);
}

#[test]
fn a_watcher_can_end_the_search_for_moves() {
    let mut setting = Setting {
        slots: 2,
        resources: vec![Resource {
            free: vec![1],
            draws: None,
        }],
        sums: vec![],
        runs: vec![published_at(&[0, 1], 1)],
    };
    setting.runs.push(setting.runs[0].clone());
    let problem = Problem::new(setting).unwrap();
    let found = replan(&problem, Order::Strict, Limits::default(), &mut |_| {
        ControlFlow::Break(())
    });
    assert!(found.solution.stopped);
    let checked = check_moves(&problem, Order::Strict, &found, STEPS);
    assert_eq!(checked, Ok(Repeated::Whole));
}
