//! People who come together.

use proptest::prelude::*;

use super::brute_force::{Case, Somebody, cases, runs_of};
use crate::assign::{
    Cancellations, Choice, Holds, MOST_BRANCHES, Order, Party, Person, Problem, Seats,
    TogetherState,
};

/// Puts people into parties, by a number for each of them: who has the same number comes together, with
/// 0 alone.
fn with_parties(mut case: Case, numbers: &[usize]) -> Case {
    for number in 1..=3 {
        let rows = (0..case.people.len()).filter(|row| numbers[*row] == number);
        let party: Vec<u32> = rows.map(|row| u32::try_from(row).unwrap()).collect();
        if party.len() > 1 {
            case.parties.push(party);
        }
    }
    case
}

fn numbers() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(prop_oneof![2 => Just(0usize), 5 => 1usize..4], 6)
}

/// That the places are the best with whole parties, and that the proof of it holds.
fn check(case: &Case) -> Result<usize, TestCaseError> {
    let assignment = case.problem().solve().unwrap();
    let runs = runs_of(&assignment);
    prop_assert_eq!(case.reached(&runs), case.best());
    let checked = assignment.check_together().unwrap();
    let Some(together) = assignment.together() else {
        prop_assert!(case.parties.is_empty() && checked.is_none());
        return Ok(0);
    };
    prop_assert_eq!(together.state, TogetherState::Proven);
    prop_assert_eq!(together.parties, case.parties.len());
    let placed = case
        .parties
        .iter()
        .filter(|own| runs[own[0] as usize].is_some());
    prop_assert_eq!(together.placed, placed.count());
    let checked = checked.unwrap();
    prop_assert!(checked.branches <= together.branches);
    Ok(together.branches)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn no_other_placement_of_whole_parties_is_better(case in cases(), numbers in numbers()) {
        check(&with_parties(case, &numbers))?;
    }

    #[test]
    fn reserved_seats_and_parties_go_together(
        case in cases(),
        numbers in numbers(),
        kept in prop::collection::vec(0u32..3, 4),
        belongs in prop::collection::vec(any::<bool>(), 6),
    ) {
        let mut case = with_parties(case, &numbers);
        let people = (0..case.people.len()).filter(|row| belongs[*row]);
        let people: Vec<u32> = people.map(|row| u32::try_from(row).unwrap()).collect();
        let runs = case.seats.iter().zip(&kept).zip(0u32..);
        case.reserved = runs.map(|((seats, kept), run)| (run, *kept.min(seats), people.clone())).collect();
        check(&case)?;
    }

    #[test]
    fn minimum_groups_and_parties_go_together(
        case in cases(),
        numbers in numbers(),
        minimum in prop::collection::vec(0u32..4, 4),
    ) {
        let mut case = with_parties(case, &numbers);
        let minimum = case.seats.iter().zip(minimum);
        case.minimum = minimum.map(|(seats, minimum)| minimum.min(*seats)).collect();
        let assignment = case.problem().solve().unwrap();
        prop_assert_eq!(assignment.cancellations(), &Cancellations::Proven);
        check(&case)?;
    }

    /// A search that is given up finds whole parties, and its bound is one.
    #[test]
    fn what_is_not_proven_is_bounded(case in cases(), numbers in numbers(), most in 0usize..4) {
        let case = with_parties(case, &numbers);
        let alone = Case { parties: Vec::new(), ..case.clone() };
        let problem = case.with_parties(alone.problem(), most);
        let assignment = problem.solve().unwrap();
        assignment.check_together().unwrap();
        let (runs, best) = (runs_of(&assignment), case.best());
        let reached = case.reached(&runs);
        prop_assert!(reached <= best);
        for party in &case.parties {
            let rows: Vec<_> = party.iter().map(|own| runs[*own as usize]).collect();
            prop_assert!(rows.iter().all(|own| *own == rows[0]), "{rows:?}");
        }
        match assignment.together().map(|own| own.state) {
            None | Some(TogetherState::Proven) => prop_assert_eq!(reached, best),
            Some(TogetherState::Bound(bound)) => {
                // How many of those who stand first are served is what is best.
                let counts = reached.0.iter().zip(&best.0);
                let same = counts.take_while(|(own, best)| own == best).count();
                let equal = case.positions_before(same);
                prop_assert!(bound.proven <= equal, "{} of {equal}", bound.proven);
                prop_assert_eq!(bound.more == 0, bound.class.is_none());
                if bound.class.is_none() {
                    prop_assert!(bound.less_cost > 0);
                    prop_assert_eq!(&reached.0, &best.0);
                    prop_assert!(best.1 - reached.1 <= bound.less_cost);
                }
            }
        }
    }

    /// Neither the order of the rows of people nor of the relatives means anything.
    #[test]
    fn the_order_of_parties_has_no_meaning(case in cases(), numbers in numbers(), threads in 0usize..3) {
        let case = with_parties(case, &numbers);
        let mut turned = case.clone();
        turned.parties.reverse();
        turned.parties.iter_mut().for_each(|own| own[1..].reverse());
        turned.choices.reverse();
        let one = case.problem().solve().unwrap();
        let go_on = |_| std::ops::ControlFlow::Continue(());
        let other = turned.problem().solve_with(threads, &go_on).unwrap();
        prop_assert_eq!(runs_of(&one), runs_of(&other));
        prop_assert_eq!(one.together(), other.together());
    }
}

fn somebody(waited: u64) -> Somebody {
    Somebody {
        class: 1,
        deadline: None,
        waited: Some(waited),
        relative: false,
    }
}

fn case(people: u64, seats: Vec<u32>, parties: Vec<Vec<u32>>, choices: &[(u32, u32, i64)]) -> Case {
    let choice = |(person, run, cost): &(u32, u32, i64)| Choice {
        person: *person,
        run: *run,
        cost: *cost,
    };
    Case {
        people: (0..people).map(|at| somebody(450 - at)).collect(),
        seats,
        minimum: Vec::new(),
        reserved: Vec::new(),
        parties,
        choices: choices.iter().map(choice).collect(),
        order: Order::default(),
    }
}

#[test]
fn a_party_counts_once_where_its_patient_stands() {
    // Two single people would fill the run, and the first is not among them.
    let two = case(
        4,
        vec![2],
        vec![vec![0, 3]],
        &[(0, 0, 5), (1, 0, 0), (2, 0, 0), (3, 0, 5)],
    );
    let assignment = two.problem().solve().unwrap();
    assert_eq!(runs_of(&assignment), [Some(0), None, None, Some(0)]);
    // One seat is no room for a party, so it goes to the next; nobody else is held up by them.
    let one = Case {
        seats: vec![1],
        ..two
    };
    let assignment = one.problem().solve().unwrap();
    assert_eq!(runs_of(&assignment), [None, Some(0), None, None]);
    let together = assignment.together().unwrap();
    assert_eq!((together.parties, together.placed), (1, 0));
    // One more seat for those who come alone, the party where it is.
    let error = assignment.clone().add_seats(0, 1).unwrap_err();
    assert_eq!(error.code(), "A026");
    let mut fixed = assignment.with_parties_fixed();
    let change = fixed.add_seats(0, 1).unwrap();
    assert_eq!(change.moved.len(), 1);
    assert_eq!(change.moved[0].person, 2);
    assert_eq!(fixed.remove_person(2).unwrap_err().code(), "A026");
    fixed.check().unwrap();
}

#[test]
fn a_party_without_a_run_in_common_has_no_place() {
    let apart = case(2, vec![1, 1], vec![vec![0, 1]], &[(0, 0, 0), (1, 1, 0)]);
    let assignment = apart.problem().solve().unwrap();
    assert_eq!(runs_of(&assignment), [None, None]);
    assignment.check_together().unwrap();
}

/// Many pairs compete for runs with an odd number of seats: the bound of people one by one fills every
/// seat, which pairs cannot.
#[test]
fn a_hard_case_is_solved_or_bounded() {
    let pairs = 6u32;
    let mut choices = Vec::new();
    for person in 0..2 * pairs {
        for run in 0..3u32 {
            choices.push((person, run, i64::from((person / 2 * 7 + run * 5) % 11)));
        }
    }
    let parties: Vec<Vec<u32>> = (0..pairs).map(|at| vec![2 * at, 2 * at + 1]).collect();
    let hard = case(u64::from(2 * pairs), vec![3, 3, 5], parties, &choices);
    let assignment = hard.problem().solve().unwrap();
    let together = assignment.together().unwrap();
    assert_eq!(together.state, TogetherState::Proven, "{together:?}");
    // 1 + 1 + 2 pairs fit, and the first ones get them.
    assert_eq!(together.placed, 4);
    let placed = (0..2 * pairs as usize).filter(|row| assignment.run_of(*row).is_some());
    assert_eq!(placed.collect::<Vec<_>>(), (0..8).collect::<Vec<_>>());
    let checked = assignment.check_together().unwrap().unwrap();
    assert!(
        checked.branches > 5 && checked.impossible > 0,
        "{checked:?}"
    );
    let alone = Case {
        parties: Vec::new(),
        ..hard.clone()
    };
    let short = hard.with_parties(alone.problem(), 5);
    let assignment = short.solve().unwrap();
    let Some(TogetherState::Bound(bound)) = assignment.together().map(|own| own.state) else {
        panic!("five branches are enough");
    };
    assert!(bound.proven > 0, "{bound:?}");
    assignment.check_together().unwrap();
}

/// As many people as a centre has, some of whom come in twos and threes: the search stays small.
#[test]
fn among_many_people_parties_take_few_branches() {
    let (mut branches, mut searched) = (0, 0);
    for seed in 1..6u64 {
        let mut state = seed;
        let mut draw = |below: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let (people, runs) = (240u32, 16u32);
        let mut choices = Vec::new();
        for person in 0..people {
            for run in 0..runs {
                if draw(3) == 0 {
                    choices.push((person, run, i64::try_from(draw(90)).unwrap()));
                }
            }
        }
        let parties: Vec<Vec<u32>> = (0..20u32)
            .map(|at| (0..2 + at % 2).map(|own| at * 3 + own * 61).collect())
            .collect();
        // Those who come together can go to the same runs.
        for party in &parties {
            let runs = |own: u32| {
                let own = choices.iter().filter(move |choice| choice.0 == own);
                own.map(|choice| choice.1).collect::<Vec<u32>>()
            };
            let of_patient = runs(party[0]);
            choices.retain(|choice| !party[1..].contains(&choice.0));
            for relative in &party[1..] {
                choices.extend(of_patient.iter().map(|run| (*relative, *run, 10)));
            }
        }
        let seats = (0..runs).map(|run| 8 + run % 5).collect();
        let many = case(u64::from(people), seats, parties, &choices);
        let assignment = many.problem().solve().unwrap();
        let together = assignment.together().unwrap();
        branches += together.branches;
        searched += usize::from(together.state == TogetherState::Proven);
        assignment.check_together().unwrap();
    }
    assert_eq!(searched, 5);
    assert!(branches < 1200, "{branches}");
}

#[test]
fn a_proof_that_was_tampered_with_is_refused() {
    let two = case(
        4,
        vec![3, 1],
        vec![vec![0, 3], vec![1, 2]],
        &[
            (0, 0, 5),
            (1, 0, 0),
            (2, 0, 0),
            (3, 0, 5),
            (0, 1, 0),
            (1, 1, 0),
        ],
    );
    let assignment = two.problem().solve().unwrap();
    let checked = assignment.check_together().unwrap().unwrap();
    assert!(checked.branches > 1, "{checked:?}");
    for fault in 0..2 {
        let mut wrong = assignment.clone();
        wrong.tamper(fault);
        assert_eq!(
            wrong.check_together().unwrap_err().code(),
            "A012",
            "{fault}"
        );
    }
}

#[test]
fn what_is_no_party_is_named() {
    let holder = |id, holds| Person {
        id,
        class: 1,
        deadline: None,
        waiting_since: None,
        relative: false,
        holds,
    };
    let holds = Some(Holds {
        run: 0,
        move_cost: 0,
    });
    let people = [holder("a", None), holder("b", None), holder("c", holds)];
    let choices = [Choice {
        person: 2,
        run: 0,
        cost: 0,
    }];
    let runs = [Seats::new("near", 2)];
    let problem = || Problem::new(&people, &runs, &choices, Order::default()).unwrap();
    let party = |patient, relatives| Party { patient, relatives };
    for (parties, said) in [
        (
            vec![party(0, &[][..])],
            "A022: the party in row 0 has 1 people; a party has from 2 to 6",
        ),
        (
            vec![party(0, &[9])],
            "A023: the party in row 0 names person 9, and there are 3 people",
        ),
        (
            vec![party(0, &[0])],
            "A024: the party in row 0 names person 0, who is in a party already",
        ),
        (
            vec![party(0, &[2])],
            "A025: the party in row 0 names person 2, who has a place already",
        ),
    ] {
        let error = problem().together(&parties, MOST_BRANCHES).unwrap_err();
        assert_eq!(format!("{}: {error}", error.code()), said);
    }
}
