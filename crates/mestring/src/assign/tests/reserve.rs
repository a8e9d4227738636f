//! Seats that are kept for some people.

use proptest::prelude::*;

use super::brute_force::{Case, Somebody, cases, person_id, runs_of};
use crate::assign::{
    AssignError, Cancellations, Choice, NoPlace, Order, Problem, Reservation, Seats,
};

/// Reservations of runs of the case: of up to three, with seats as far as there are any.
fn reserved() -> impl Strategy<Value = Vec<(usize, u32, Vec<bool>)>> {
    let own = (0usize..4, 0u32..4, prop::collection::vec(any::<bool>(), 6));
    prop::collection::vec(own, 0..4)
}

fn with(mut case: Case, reserved: Vec<(usize, u32, Vec<bool>)>) -> Case {
    let mut left = case.seats.clone();
    for (run, seats, belongs) in reserved {
        let Some(left) = left.get_mut(run) else {
            continue;
        };
        let seats = seats.min(*left);
        *left -= seats;
        let people = (0..case.people.len()).filter(|row| belongs[*row]);
        let people = people.map(|row| u32::try_from(row).unwrap()).collect();
        case.reserved
            .push((u32::try_from(run).unwrap(), seats, people));
    }
    case
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn no_other_assignment_is_better(case in cases(), reserved in reserved()) {
        let case = with(case, reserved);
        let assignment = case.problem().solve().unwrap();
        assignment.check().unwrap();
        let runs = runs_of(&assignment);
        prop_assert_eq!(case.reached(&runs), case.best());
        prop_assert_eq!(case.fairness(&runs), case.fairest());
        for (at, (run, seats, people)) in case.reserved.iter().enumerate() {
            let own = assignment.reserved(at).unwrap();
            let chose = |person: &&u32| {
                let own = |choice: &Choice| choice.person == **person && choice.run == *run;
                case.choices.iter().any(own)
            };
            let there = people.iter().filter(chose);
            let there = there.filter(|own| runs[**own as usize] == Some(*run as usize)).count();
            prop_assert_eq!((own.run, own.seats, own.people), (*run as usize, *seats, there));
            let open = assignment.price(*run as usize).unwrap();
            prop_assert!(own.price <= open);
        }
    }

    #[test]
    fn minimum_groups_count_all_seats_of_a_run(
        case in cases(),
        reserved in reserved(),
        minimum in prop::collection::vec(0u32..4, 4),
    ) {
        let mut case = with(case, reserved);
        let minimum = case.seats.iter().zip(minimum);
        case.minimum = minimum.map(|(seats, minimum)| minimum.min(*seats)).collect();
        let assignment = case.problem().solve().unwrap();
        assignment.check().unwrap();
        prop_assert_eq!(case.reached(&runs_of(&assignment)), case.best());
        prop_assert_eq!(assignment.cancellations(), &Cancellations::Proven);
    }

    /// Crowded groups, so that people are drawn from runs that have nobody to spare, through both pools.
    #[test]
    fn minimum_groups_draw_people_through_the_pools_of_a_run(
        costs in prop::collection::vec(prop::option::weighted(0.6, 0i64..20), 21),
        seats in prop::collection::vec(3u32..5, 3),
        minimum in prop::collection::vec(1u32..4, 3),
        kept in prop::collection::vec(1u32..3, 3),
        belongs in prop::collection::vec(any::<bool>(), 7),
    ) {
        let person = |waited| Somebody { class: 1, deadline: None, waited: Some(waited), relative: false };
        let people = (0..7u32).filter(|row| belongs[*row as usize]).collect::<Vec<u32>>();
        let choices = costs.iter().zip(0u32..).filter_map(|(cost, at)| Some(Choice {
            person: at / 3,
            run: at % 3,
            cost: (*cost)?,
        }));
        let case = Case {
            people: (0..7).map(person).collect(),
            seats,
            minimum,
            reserved: (0u32..3).zip(kept).map(|(run, kept)| (run, kept, people.clone())).collect(),
            parties: Vec::new(),
            choices: choices.collect(),
            order: Order::default(),
        };
        let assignment = case.problem().solve().unwrap();
        assignment.check().unwrap();
        prop_assert_eq!(case.reached(&runs_of(&assignment)), case.best());
        prop_assert_eq!(assignment.cancellations(), &Cancellations::Proven);
    }

    /// What one more seat is worth, open or reserved, is what solving anew gives.
    #[test]
    fn one_more_seat_serves_whom_its_price_says(case in cases(), reserved in reserved(), at in 0usize..4) {
        let case = with(case, reserved);
        let mut assignment = case.problem().solve().unwrap();
        let served = |own: &Case| own.best().0;
        let more_by = |more: &Case| {
            let counts = served(more).into_iter().zip(served(&case));
            counts.map(|(more, own)| more - own.min(more)).sum::<usize>()
        };
        if at < case.reserved.len() {
            let mut more = case.clone();
            more.reserved[at].1 += 1;
            more.seats[more.reserved[at].0 as usize] += 1;
            let class = assignment.class_of_next_reserved(at);
            prop_assert_eq!(class.is_some(), more_by(&more) > 0);
        }
        if at < case.seats.len() {
            let mut more = case.clone();
            more.seats[at] += 1;
            let before = runs_of(&assignment);
            let change = assignment.add_seats(at, 1).unwrap();
            assignment.check().unwrap();
            let runs = runs_of(&assignment);
            prop_assert_eq!(more.reached(&runs), more.best());
            let moved = (0..runs.len()).filter(|row| before[*row] != runs[*row]).count();
            prop_assert_eq!(change.moved.len(), moved);
            prop_assert!(change.moved.iter().all(|own| own.from != own.to));
        }
    }

    /// Somebody who comes is added with their reservations, and somebody goes.
    #[test]
    fn changes_are_as_good_as_solving_anew(
        case in cases(),
        reserved in reserved(),
        costs in prop::collection::vec(prop::option::of(-5i64..40), 4),
        belongs in prop::collection::vec(any::<bool>(), 4),
        goes in 0usize..6,
    ) {
        let mut case = with(case, reserved);
        let mut assignment = case.problem().solve().unwrap();
        let row = case.people.len();
        let own = Somebody { class: 2, deadline: None, waited: Some(1), relative: false };
        let costs = costs.into_iter().take(case.seats.len()).enumerate();
        let choices: Vec<(usize, i64)> = costs.filter_map(|(run, cost)| Some((run, cost?))).collect();
        let member: Vec<usize> = (0..case.reserved.len()).filter(|at| belongs[*at]).collect();
        let id = person_id(row);
        assignment.add_member(&own.named(&id), &choices, &member).unwrap();
        case.people.push(own);
        for at in &member {
            case.reserved[*at].2.push(u32::try_from(row).unwrap());
        }
        case.choices.extend(choices.iter().map(|(run, cost)| Choice {
            person: u32::try_from(row).unwrap(),
            run: u32::try_from(*run).unwrap(),
            cost: *cost,
        }));
        assignment.check().unwrap();
        prop_assert_eq!(case.reached(&runs_of(&assignment)), case.best());
        if assignment.remove_person(goes).is_ok() {
            assignment.check().unwrap();
            case.choices.retain(|own| own.person as usize != goes);
            prop_assert_eq!(case.reached(&runs_of(&assignment)), case.best());
        }
    }

    #[test]
    fn who_has_no_place_is_told_of_the_run_as_a_whole(case in cases(), reserved in reserved()) {
        let case = with(case, reserved);
        let mut assignment = case.problem().solve().unwrap();
        for (person, run) in runs_of(&assignment).into_iter().enumerate() {
            let choices = case.choices.iter().filter(|own| own.person as usize == person);
            if let Some(NoPlace::Full(full)) = assignment.why_no_place(person) {
                prop_assert!(run.is_none());
                prop_assert_eq!(full.len(), choices.count());
                for own in full {
                    let people: usize = own.classes.iter().map(|(_, people)| people).sum();
                    prop_assert_eq!(people, own.seats as usize);
                    prop_assert_eq!(own.seats + own.kept, case.seats[own.run]);
                    prop_assert_eq!(own.separated_by.is_none(), own.seats == 0);
                }
            }
        }
    }

    /// Neither the order of the reservations nor doing it in two steps changes anything.
    #[test]
    fn the_order_of_reservations_has_no_meaning(case in cases(), reserved in reserved()) {
        let case = with(case, reserved);
        let mut turned = case.clone();
        turned.reserved.reverse();
        let (one, other) = (case.problem().solve().unwrap(), turned.problem().solve().unwrap());
        prop_assert_eq!(runs_of(&one), runs_of(&other));
        let [mut first, mut later] = [case.clone(), case.clone()];
        later.reserved = first.reserved.split_off(first.reserved.len() / 2);
        let later: Vec<Reservation<'_>> = later.reserved.iter().map(|(run, seats, people)| Reservation {
            run: *run,
            seats: *seats,
            people,
        }).collect();
        let twice = first.problem().reserve(&later).unwrap().solve().unwrap();
        twice.check().unwrap();
        prop_assert_eq!(twice.objective(), one.objective());
        for at in 0..case.reserved.len() {
            prop_assert_eq!(twice.reserved(at).unwrap().seats, one.reserved(at).unwrap().seats);
        }
    }
}

/// Run 0 lacks somebody; who could go there sits in a kept seat of run 1, which has nobody to spare; and
/// who could go there instead may only have an open seat.
#[test]
fn who_leaves_a_kept_seat_is_made_up_for_in_an_open_one() {
    let person = |waited| Somebody {
        class: 1,
        deadline: None,
        waited: Some(waited),
        relative: false,
    };
    let choices = [
        (0, 0, 0),
        (1, 1, 0),
        (1, 0, 5),
        (2, 1, 0),
        (3, 2, 0),
        (3, 1, 5),
    ];
    let case = Case {
        people: vec![person(9), person(8), person(7), person(6)],
        seats: vec![2, 3, 1],
        minimum: vec![2, 2, 0],
        reserved: vec![(1, 1, vec![1])],
        parties: Vec::new(),
        choices: choices
            .map(|(person, run, cost)| Choice { person, run, cost })
            .to_vec(),
        order: Order::default(),
    };
    let assignment = case.problem().solve().unwrap();
    assignment.check().unwrap();
    assert_eq!(runs_of(&assignment), [Some(0), Some(0), Some(1), Some(1)]);
    assert!(assignment.cancelled().is_empty());
}

/// Three people, two runs with one seat each, both kept for the last, who wants the second.
#[test]
fn kept_seats_stay_free_where_nobody_of_the_group_wants_them() {
    let person = |waited| Somebody {
        class: 1,
        deadline: None,
        waited: Some(waited),
        relative: false,
    };
    let wants = |person, run| Choice {
        person,
        run,
        cost: 0,
    };
    let case = Case {
        people: vec![person(9), person(8), person(7)],
        seats: vec![1, 1],
        minimum: Vec::new(),
        reserved: vec![(0, 1, vec![2]), (1, 1, vec![2])],
        parties: Vec::new(),
        choices: vec![wants(0, 0), wants(1, 1), wants(2, 1)],
        order: Order::default(),
    };
    let mut assignment = case.problem().solve().unwrap();
    assignment.check().unwrap();
    assert_eq!(runs_of(&assignment), [None, None, Some(1)]);
    let Some(NoPlace::Full(full)) = assignment.why_no_place(0) else {
        panic!("nothing is open");
    };
    assert_eq!((full[0].seats, full[0].kept), (0, 1));
    assert_eq!(assignment.class_of_next_reserved(0), None);
    assert_eq!(assignment.class_of_next(0), Some(1));
    assert_eq!(assignment.remove_seats(0, 1).unwrap_err().code(), "A009");
    let newcomer = assignment.add_person(&person(1).named("new"), &[(0, 3)]);
    assert_eq!(newcomer.unwrap_err(), AssignError::GroupsNotSaid { run: 0 });
    let nobody = assignment.add_member(&person(1).named("new"), &[(0, 3)], &[2]);
    assert_eq!(nobody.unwrap_err().code(), "A021");
    let (row, _) = assignment
        .add_member(&person(1).named("new"), &[(0, 3)], &[0])
        .unwrap();
    assert_eq!(assignment.run_of(row), Some(0));
    assignment.check().unwrap();
}

#[test]
fn what_cannot_be_reserved_is_named() {
    let somebody = Somebody {
        class: 1,
        deadline: None,
        waited: None,
        relative: false,
    };
    let problem = || {
        let runs = [Seats::new("near", 2)];
        Problem::new(&[somebody.named("a")], &runs, &[], Order::default()).unwrap()
    };
    let kept = |run, seats, people| Reservation { run, seats, people };
    for (reserved, said) in [
        (
            vec![kept(1, 1, &[0][..])],
            "A017: the reservation in row 0 is of run 1, and there are 1 runs",
        ),
        (
            vec![kept(0, 1, &[]), kept(0, 1, &[3])],
            "A018: the reservation in row 1 is for person 3, and there are 1 people",
        ),
        (
            vec![kept(0, 1, &[]), kept(0, 2, &[0])],
            "A019: run 0 has 2 seats that are not reserved, and 3 are to be",
        ),
    ] {
        let error = problem().reserve(&reserved).unwrap_err();
        assert_eq!(format!("{}: {error}", error.code()), said);
    }
}
