//! Oracles against the reference and against one another, and what a second one adds.

use std::cell::Cell;

use mestring::timetable::{Answer, Backtracking, Oracle, Second, Setting, solve_with};

use super::*;

/// Steps that decide everything here.
const STEPS: u64 = 1_000_000;

/// The setting with nobody but these, fixed where they are.
fn only(setting: &Setting, runs: &[u32]) -> Setting {
    let mut setting = setting.clone();
    for (at, other) in (0u32..).zip(&mut setting.runs) {
        if !runs.contains(&at) {
            other.patterns.clear();
            other.standing = Standing::Wished;
        }
    }
    setting
}

/// Whether all of them can be placed, by the reference.
pub fn fit(setting: &Setting, runs: &[u32]) -> bool {
    let problem = Problem::new(only(setting, runs)).unwrap();
    reference(&problem, Order::Strict).into_iter().sum::<i64>() == runs.len() as i64
}

fn with(keep: &[u32], want: u32) -> Vec<u32> {
    keep.iter().copied().chain([want]).collect()
}

/// Asks whether `want` can join `keep`: what is said is so, by `fit`.
pub fn asked(
    oracle: &mut dyn Oracle,
    problem: &Problem,
    keep: &[u32],
    want: u32,
    fit: &mut dyn FnMut(&[u32]) -> bool,
) -> Result<bool, TestCaseError> {
    match oracle.feasible(problem, keep, want, STEPS) {
        Answer::Yes(placements) => {
            let runs = with(keep, want);
            prop_assert!(allowed(&only(problem.setting(), &runs), &placements));
            for run in runs {
                prop_assert!(placements[run as usize].is_some(), "run {}", run);
            }
            Ok(true)
        }
        Answer::No(core) => {
            prop_assert!(core.iter().all(|run| keep.contains(run)), "{:?}", core);
            prop_assert!(!fit(&with(&core, want)), "{:?} and {}", core, want);
            Ok(false)
        }
        Answer::Unknown => Err(TestCaseError::fail("undecided")),
    }
}

thread_local! {
    static SAID: Cell<[usize; 2]> = const { Cell::new([0; 2]) };
}

pub fn count(said: bool) {
    let mut counts = SAID.get();
    counts[usize::from(said)] += 1;
    SAID.set(counts);
}

/// How often runs did not fit and did.
pub fn said() -> [usize; 2] {
    SAID.get()
}

/// Every run asks to join those of `mask` that are not itself.
pub fn questions(setting: &Setting, mask: u32) -> impl Iterator<Item = (Vec<u32>, u32)> {
    let runs = setting.runs.len() as u32;
    (0..runs).map(move |want| {
        let keep = (0..runs).filter(|run| *run != want && mask & (1 << run) != 0);
        (keep.collect(), want)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// Backtracking that leaves resources open and jumps back says what the reference says.
    #[test]
    fn backtracking_is_exact(setting in setting(), mask in any::<u32>()) {
        let problem = Problem::new(setting.clone()).unwrap();
        for (keep, want) in questions(&setting, mask) {
            let mut by = |runs: &[u32]| fit(&setting, runs);
            let said = asked(&mut Backtracking, &problem, &keep, want, &mut by)?;
            prop_assert_eq!(said, by(&with(&keep, want)));
            count(said);
        }
    }

    /// A second oracle leaves the plan by rank the best there is, and the checker accepts it.
    #[test]
    fn a_second_oracle_changes_no_best(setting in setting()) {
        let problem = Problem::new(setting).unwrap();
        let solution = seconded(&problem, &mut Backtracking);
        prop_assert_eq!(check(&problem, Order::Strict, &solution), Ok(()));
        let best = reference(&problem, Order::Strict);
        prop_assert_eq!(score(&problem, Order::Strict, &placed(&solution)), best);
    }
}

#[test]
fn both_answers_were_given() {
    backtracking_is_exact();
    assert!(said().iter().all(|count| *count > 500), "{:?}", said());
}

/// By rank with a search that does next to nothing, so that much is left to the second.
pub fn seconded(problem: &Problem, oracle: &mut dyn Oracle) -> Solution {
    let limits = Limits { steps: 1, nodes: 1 };
    let second = Second {
        oracle,
        steps: STEPS,
    };
    solve_with(problem, Order::Strict, limits, second, &mut |_| {
        ControlFlow::Continue(())
    })
}

/// Says what it is told to say.
struct Liar(Answer);

impl Oracle for Liar {
    fn feasible(&mut self, _: &Problem, _: &[u32], _: u32, _: u64) -> Answer {
        self.0.clone()
    }
}

/// One wants room 0 at slot 0 or 1, which two others hold, or room 1 all year, where forty-five have one
/// slot each: too many stand in its way for the search among them, and three are enough.
pub fn crowd() -> Setting {
    let year: Vec<u32> = (0..45).collect();
    let mut runs: Vec<Run> = vec![simple(1, 1, &[0, 1], &[0]); 2];
    runs.extend(year.iter().map(|slot| simple(1, 1, &[*slot], &[1])));
    let mut last = simple(2, 1, &[0, 1], &[0]);
    last.patterns.push(Pattern {
        slots: year,
        needs: vec![vec![1]],
    });
    runs.push(last);
    Setting {
        slots: 45,
        resources: vec![room(45); 2],
        sums: vec![],
        runs,
    }
}

#[test]
fn a_second_oracle_proves_what_the_search_leaves_open() {
    let problem = Problem::new(crowd()).unwrap();
    let alone = solved(&problem, Order::Strict);
    assert!(matches!(alone.refusals[0].reason, Reason::Occupied { .. }));
    for oracle in oracles() {
        let solution = seconded(&problem, &mut *{ oracle });
        assert_eq!(check(&problem, Order::Strict, &solution), Ok(()));
        let [refusal] = solution.refusals.as_slice() else {
            panic!("{:?}", solution.refusals);
        };
        let Reason::Conflict { with } = &refusal.reason else {
            panic!("{:?}", refusal.reason);
        };
        assert_eq!((refusal.run, with.len(), &with[..2]), (47, 3, &[0, 1][..]));
        assert!(solution.levels.iter().all(|level| level.status.is_proven()));
    }
}

/// Three leaders of thirty half-days each, and runs that need all of them: who takes whom has to be
/// exchanged often, which a search of one step does not find.
#[test]
fn a_second_oracle_places_what_the_search_does_not() {
    let sizes = [5, 10, 8, 8, 11, 11, 9, 2, 7, 7, 12usize];
    let mut slots = 0u32..;
    let runs = sizes.iter().zip(0u32..).map(|(sessions, rank)| {
        let pattern = Pattern {
            slots: slots.by_ref().take(*sessions).collect(),
            needs: vec![vec![0, 1, 2]],
        };
        Run {
            rank,
            patterns: vec![pattern],
            ..simple(1, 1, &[], &[])
        }
    });
    let leader = |sum| Resource {
        free: (0..90).collect(),
        draws: Some(sum),
    };
    let problem = Problem::new(Setting {
        slots: 90,
        runs: runs.collect(),
        resources: (0..3).map(leader).collect(),
        sums: vec![30; 3],
    })
    .unwrap();
    let alone = seconded(&problem, &mut Liar(Answer::Unknown));
    assert_eq!(alone.refusals.len(), 1);
    for oracle in oracles() {
        let solution = seconded(&problem, &mut *{ oracle });
        assert_eq!(check(&problem, Order::Strict, &solution), Ok(()));
        assert!(solution.refusals.is_empty());
    }
}

fn oracles() -> Vec<Box<dyn Oracle>> {
    vec![
        Box::new(Backtracking),
        #[cfg(feature = "pumpkin")]
        Box::new(mestring::timetable::Pumpkin),
    ]
}

/// Whatever an oracle says, what is reported is checked: a lie changes nothing.
#[test]
fn a_second_oracle_is_not_believed() {
    let setting = crowd();
    let runs = setting.runs.len();
    let problem = Problem::new(setting).unwrap();
    let honest = seconded(&problem, &mut Backtracking);
    let nowhere = vec![None; runs];
    let twice = vec![honest.placements[0].clone(); runs];
    for lie in [
        Answer::No(vec![]),
        Answer::No(vec![0, 1, 99]),
        Answer::No(vec![1, 0]),
        Answer::Yes(vec![]),
        Answer::Yes(nowhere),
        Answer::Yes(twice),
        Answer::Unknown,
    ] {
        let solution = seconded(&problem, &mut Liar(lie));
        assert_eq!(check(&problem, Order::Strict, &solution), Ok(()));
        assert_eq!(placed(&solution), placed(&honest));
    }
}
