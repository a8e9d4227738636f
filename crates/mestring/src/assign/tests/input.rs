//! What is refused, and what is not.

use super::brute_force::runs_of;
use crate::assign::{AssignError, Choice, MOST_COST, Order, Person, Problem, Seats};

fn person(id: &str) -> Person<'_> {
    Person {
        id,
        class: 1,
        deadline: None,
        waiting_since: None,
        relative: false,
        holds: None,
    }
}

fn choice(person: u32, run: u32, cost: i64) -> Choice {
    Choice { person, run, cost }
}

fn refused(people: &[Person<'_>], runs: &[Seats<'_>], choices: &[Choice]) -> AssignError {
    Problem::new(people, runs, choices, Order::default()).unwrap_err()
}

#[test]
fn what_is_wrong_is_named_with_its_row() {
    let (a, b) = (person("a"), person("b"));
    let none = Person { class: 0, ..a };
    let run = Seats::new("r", 1);
    let other = Seats::new("s", 1);
    let cases: [(AssignError, &str); 8] = [
        (
            refused(&[a, b, a], &[], &[]),
            "A001: the people in rows 0 and 2 have the same id",
        ),
        (
            refused(&[], &[run, other, run], &[]),
            "A002: the runs in rows 0 and 2 have the same id `r`",
        ),
        (
            refused(&[a, none], &[], &[]),
            "A003: the person in row 1 is of class 0; the first class is 1",
        ),
        (
            refused(&[a], &[run], &[choice(0, 0, 1), choice(1, 0, 1)]),
            "A004: the choice in row 1 is of person 1, and there are 1 people",
        ),
        (
            refused(&[a], &[run], &[choice(0, 7, 1)]),
            "A005: the choice in row 0 is of run 7, and there are 1 runs",
        ),
        (
            refused(
                &[b, a],
                &[other, run],
                &[
                    choice(1, 0, 1),
                    choice(0, 0, 1),
                    choice(1, 1, 1),
                    choice(1, 0, 2),
                ],
            ),
            "A006: the choices in rows 0 and 3 are of the same person and run",
        ),
        (
            refused(&[a], &[run], &[choice(0, 0, MOST_COST + 1)]),
            "A007: the choice in row 0 costs 1073741825; a cost is from -1073741824 to 1073741824",
        ),
        (
            refused(&[a], &[run], &[choice(0, 0, i64::MIN)]),
            "A007: the choice in row 0 costs -9223372036854775808; a cost is from -1073741824 to 1073741824",
        ),
    ];
    for (error, said) in cases {
        assert_eq!(format!("{}: {error}", error.code()), said);
    }
}

#[test]
fn too_many_runs_for_costs_so_far_apart_are_refused() {
    let names: Vec<String> = (0..6000).map(|run| run.to_string()).collect();
    let runs: Vec<Seats<'_>> = names.iter().map(|run| Seats::new(run, 1)).collect();
    let people = [person("a")];
    let far = [choice(0, 0, -MOST_COST), choice(0, 1, MOST_COST)];
    let error = refused(&people, &runs, &far);
    assert_eq!(error.code(), "A008");
    let near = [choice(0, 0, 0), choice(0, 1, 1000)];
    Problem::new(&people, &runs, &near, Order::default()).unwrap();
}

#[test]
fn nobody_no_runs_no_seats_and_no_choices_are_no_errors() {
    let solve = |people: &[Person<'_>], runs: &[Seats<'_>], choices: &[Choice]| {
        let problem = Problem::new(people, runs, choices, Order::default()).unwrap();
        let assignment = problem.solve().unwrap();
        assignment.check().unwrap();
        runs_of(&assignment)
    };
    let none = Seats::new("r", 0);
    let many = Seats::new("s", u32::MAX);
    assert_eq!(solve(&[], &[], &[]), []);
    assert_eq!(solve(&[], &[none], &[]), []);
    assert_eq!(solve(&[person("a")], &[], &[]), [None]);
    assert_eq!(solve(&[person("a")], &[none], &[choice(0, 0, 5)]), [None]);
    assert_eq!(
        solve(&[person("a")], &[many], &[choice(0, 0, 5)]),
        [Some(0)]
    );
    let dear = [choice(0, 0, MOST_COST), choice(0, 1, -MOST_COST)];
    assert_eq!(solve(&[person("a")], &[none, many], &dear), [Some(1)]);
}
