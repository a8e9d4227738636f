//! A slow, readable reference: every combination of every way, and small settings to try it on.

use std::ops::ControlFlow;

use mestring::timetable::{
    Limits, Order, Pattern, Placement, Problem, Resource, Run, Setting, Solution, Standing, solve,
};
use proptest::prelude::*;

pub const ORDERS: [Order; 2] = [Order::Strict, Order::MostValue];

pub fn solved(problem: &Problem, order: Order) -> Solution {
    let limits = Limits {
        steps: 5_000,
        nodes: 200,
    };
    solve(problem, order, limits, &mut |_| ControlFlow::Continue(()))
}

/// What counts, first things first: by rank one entry a run, by class the value of each class.
pub fn score(problem: &Problem, order: Order, placed: &[bool]) -> Vec<i64> {
    let runs = &problem.setting().runs;
    match order {
        Order::Strict => {
            let mut all: Vec<usize> = (0..runs.len()).collect();
            all.sort_by_key(|at| (runs[*at].class, runs[*at].rank, *at));
            all.into_iter().map(|at| i64::from(placed[at])).collect()
        }
        Order::MostValue => {
            let of_class = |class: u32| -> i64 {
                let own = (0..runs.len()).filter(|at| runs[*at].class == class && placed[*at]);
                own.map(|at| runs[at].value).sum()
            };
            problem.classes().into_iter().map(of_class).collect()
        }
    }
}

/// Every way to hold the run, whether or not its resources are free.
pub fn ways(run: &Run) -> Vec<Placement> {
    let mut found = Vec::new();
    for (at, pattern) in (0u32..).zip(&run.patterns) {
        let mut picks: Vec<Vec<u32>> = vec![Vec::new()];
        for need in &pattern.needs {
            let longer = picks.iter().flat_map(|pick| {
                need.iter()
                    .map(|option| pick.iter().copied().chain([*option]).collect())
            });
            picks = longer.collect();
        }
        found.extend(picks.into_iter().map(|resources| Placement {
            pattern: at,
            resources,
        }));
    }
    found
}

/// The rules, as plainly as they can be said.
pub fn allowed(setting: &Setting, placed: &[Option<Placement>]) -> bool {
    let mut used = Vec::new();
    let mut drawn = vec![0i64; setting.sums.len()];
    for (run, at) in setting.runs.iter().zip(placed) {
        if matches!(&run.standing, Standing::Fixed(fixed) if at.as_ref() != Some(fixed)) {
            return false;
        }
        let Some(at) = at else { continue };
        for resource in &at.resources {
            let listed = &setting.resources[*resource as usize];
            for slot in &run.patterns[at.pattern as usize].slots {
                if !listed.free.contains(slot) || used.contains(&(*resource, *slot)) {
                    return false;
                }
                used.push((*resource, *slot));
                if let Some(sum) = listed.draws {
                    drawn[sum as usize] += 1;
                }
            }
        }
        for (sum, amount) in &run.draws {
            drawn[*sum as usize] += amount;
        }
    }
    drawn
        .iter()
        .zip(&setting.sums)
        .all(|(drawn, limit)| drawn <= limit || *drawn == 0)
}

/// The best score of all timetables.
pub fn reference(problem: &Problem, order: Order) -> Vec<i64> {
    let setting = problem.setting();
    let mut best = vec![0; score(problem, order, &vec![false; setting.runs.len()]).len()];
    let ways: Vec<Vec<Placement>> = setting.runs.iter().map(ways).collect();
    let mut placed: Vec<Option<Placement>> = vec![None; setting.runs.len()];
    fn go(
        at: usize,
        problem: &Problem,
        order: Order,
        ways: &[Vec<Placement>],
        placed: &mut Vec<Option<Placement>>,
        best: &mut Vec<i64>,
    ) {
        let Some(own) = ways.get(at) else {
            if allowed(problem.setting(), placed) {
                let there: Vec<bool> = placed.iter().map(Option::is_some).collect();
                let score = score(problem, order, &there);
                if score > *best {
                    *best = score;
                }
            }
            return;
        };
        go(at + 1, problem, order, ways, placed, best);
        for way in own {
            placed[at] = Some(way.clone());
            go(at + 1, problem, order, ways, placed, best);
        }
        placed[at] = None;
    }
    go(0, problem, order, &ways, &mut placed, &mut best);
    best
}

pub fn placed(solution: &Solution) -> Vec<bool> {
    solution.placements.iter().map(Option::is_some).collect()
}

/// Which constraints an instance has.
#[derive(Debug, Clone, Copy)]
struct Kinds {
    bookings: bool,
    sums: bool,
    drawing: bool,
    fixed: bool,
}

fn kinds() -> impl Strategy<Value = Kinds> {
    any::<[bool; 4]>().prop_map(|[bookings, sums, drawing, fixed]| Kinds {
        bookings,
        sums,
        drawing,
        fixed,
    })
}

pub const SLOTS: u32 = 4;
pub const RESOURCES: u32 = 3;

fn pattern() -> impl Strategy<Value = Pattern> {
    let slots = proptest::sample::subsequence((0..SLOTS).collect::<Vec<_>>(), 1..=2);
    let need = proptest::sample::subsequence((0..RESOURCES).collect::<Vec<_>>(), 1..=2);
    (slots, proptest::collection::vec(need, 0..=2))
        .prop_map(|(slots, needs)| Pattern { slots, needs })
}

fn run() -> impl Strategy<Value = Run> {
    let draws = proptest::collection::vec((0u32..2, 0i64..4), 0..=2);
    let patterns = proptest::collection::vec(pattern(), 0..=2);
    (1u32..4, 0u32..3, 0i64..6, draws, patterns).prop_map(
        |(class, rank, value, draws, patterns)| Run {
            class,
            rank,
            value,
            draws,
            patterns,
            standing: Standing::Wished,
        },
    )
}

pub fn setting() -> impl Strategy<Value = Setting> {
    let frees = proptest::collection::vec(
        proptest::sample::subsequence((0..SLOTS).collect::<Vec<_>>(), 2..=SLOTS as usize),
        RESOURCES as usize,
    );
    let runs = proptest::collection::vec(run(), 1..=5);
    let sums = proptest::collection::vec(-1i64..7, 2);
    (kinds(), frees, sums, runs, any::<prop::sample::Index>()).prop_map(
        |(kinds, frees, sums, mut runs, pick)| {
            let resources = frees.into_iter().zip(0u32..).map(|(free, at)| Resource {
                free: if kinds.bookings {
                    free
                } else {
                    (0..SLOTS).collect()
                },
                draws: (kinds.drawing && at == 1).then_some(1),
            });
            let resources: Vec<Resource> = resources.collect();
            if !kinds.sums {
                runs.iter_mut().for_each(|run| run.draws.clear());
            }
            let mut setting = Setting {
                slots: SLOTS,
                resources,
                sums,
                runs,
            };
            let fixed = pick.index(setting.runs.len());
            if kinds.fixed {
                for way in ways(&setting.runs[fixed]) {
                    let mut tried = setting.clone();
                    tried.runs[fixed].standing = Standing::Fixed(way);
                    if Problem::new(tried.clone()).is_ok() {
                        setting = tried;
                        break;
                    }
                }
            }
            setting
        },
    )
}
