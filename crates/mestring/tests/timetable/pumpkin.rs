//! The solver pumpkin against backtracking, on problems that the reference is too slow for.

use mestring::timetable::{Answer, Backtracking, Oracle, Pumpkin};

use super::oracle::{asked, count, fit, questions, said, seconded};
use super::*;

const MORE_SLOTS: u32 = 6;

/// Ten runs of two or three ways with one or two needs, two sums, two of four resources led by sums.
fn larger() -> impl Strategy<Value = Setting> {
    let pattern = || {
        let slots = proptest::sample::subsequence((0..MORE_SLOTS).collect::<Vec<_>>(), 1..=2);
        let need = proptest::sample::subsequence(vec![0u32, 1, 2, 3], 1..=3);
        (slots, proptest::collection::vec(need, 1..=2))
            .prop_map(|(slots, needs)| Pattern { slots, needs })
    };
    let run = (
        proptest::collection::vec((0u32..2, 0i64..4), 0..=1),
        proptest::collection::vec(pattern(), 2..=3),
    );
    let runs = proptest::collection::vec(run, 8..=12);
    // Amounts beyond 32 bits, which the solver's sums cannot hold, and some that differ by a factor.
    let scale = prop_oneof![Just(1), Just(100), Just((1i64 << 33) + 1)];
    (runs, proptest::collection::vec(3i64..9, 2), scale).prop_map(|(runs, sums, scale)| {
        let mut made = Setting {
            slots: MORE_SLOTS,
            sums: sums.iter().map(|limit| limit * scale).collect(),
            ..Setting::default()
        };
        for draws in [None, None, Some(0), Some(1)] {
            // Beside such amounts single units are lost to 32 bits, and the answer is unknown.
            let draws = draws.filter(|_| scale <= 100);
            made.resources.push(Resource {
                free: (0..MORE_SLOTS).collect(),
                draws,
            });
        }
        for (rank, (draws, patterns)) in (0u32..).zip(runs) {
            made.runs.push(Run {
                class: 1,
                rank,
                value: 1,
                draws: draws.iter().map(|(sum, of)| (*sum, of * scale)).collect(),
                patterns,
                standing: Standing::Wished,
            });
        }
        made
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// What pumpkin says is so, by the reference.
    #[test]
    fn pumpkin_is_exact(setting in setting(), mask in any::<u32>()) {
        let problem = Problem::new(setting.clone()).unwrap();
        for (keep, want) in questions(&setting, mask) {
            let mut by = |runs: &[u32]| fit(&setting, runs);
            let said = asked(&mut Pumpkin, &problem, &keep, want, &mut by)?;
            prop_assert_eq!(said, by(&[&keep[..], &[want]].concat()));
        }
    }

    /// Pumpkin and backtracking say the same, and each refuses the other's core.
    #[test]
    fn pumpkin_and_backtracking_agree(setting in larger(), mask in any::<u32>()) {
        let problem = Problem::new(setting.clone()).unwrap();
        for (keep, want) in questions(&setting, mask).take(6) {
            let of = |oracle: &mut dyn Oracle, runs: &[u32]| {
                let (want, keep) = runs.split_last().unwrap();
                matches!(oracle.feasible(&problem, keep, *want, u64::MAX), Answer::Yes(_))
            };
            let mut pumpkin = |runs: &[u32]| of(&mut Pumpkin, runs);
            let one = asked(&mut Backtracking, &problem, &keep, want, &mut pumpkin)?;
            let mut backtracking = |runs: &[u32]| of(&mut Backtracking, runs);
            let other = asked(&mut Pumpkin, &problem, &keep, want, &mut backtracking)?;
            prop_assert_eq!(one, other);
            count(one);
        }
    }

    /// By rank with pumpkin as the second: the best there is, accepted by the checker.
    #[test]
    fn pumpkin_as_the_second_changes_no_best(setting in setting()) {
        let problem = Problem::new(setting).unwrap();
        let solution = seconded(&problem, &mut Pumpkin);
        prop_assert_eq!(check(&problem, Order::Strict, &solution), Ok(()));
        let best = reference(&problem, Order::Strict);
        prop_assert_eq!(score(&problem, Order::Strict, &placed(&solution)), best);
    }
}

#[test]
fn they_agreed_on_both_answers() {
    pumpkin_and_backtracking_agree();
    assert!(said().iter().all(|count| *count > 300), "{:?}", said());
}

#[test]
fn the_same_question_has_the_same_answer_and_a_limit_holds() {
    let problem = Problem::new(super::oracle::crowd()).unwrap();
    let keep: Vec<u32> = (0..47).collect();
    let ask = |limit| Pumpkin.feasible(&problem, &keep, 47, limit);
    assert_eq!(ask(0), Answer::Unknown);
    assert_eq!(ask(1_000), ask(1_000));
    assert!(matches!(ask(1_000), Answer::No(_)));
}
