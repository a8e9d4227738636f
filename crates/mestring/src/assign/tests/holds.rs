//! People who have a place already.

use crate::assign::{Choice, Holds, Order, Person, Problem, Seats};

fn person(id: &str, class: u32, holds: Option<(u32, i64)>) -> Person<'_> {
    Person {
        id,
        class,
        deadline: None,
        waiting_since: None,
        relative: false,
        holds: holds.map(|(run, move_cost)| Holds { run, move_cost }),
    }
}

fn choice(person: u32, run: u32, cost: i64) -> Choice {
    Choice { person, run, cost }
}

/// One of class 3 sits in the near run; one of class 1 could go to the near run alone.
#[test]
fn who_has_a_place_keeps_one_and_moves_only_if_that_is_cheaper_or_serves_somebody() {
    let runs = [Seats::new("near", 1), Seats::new("far", 1)];
    let people = |move_cost| [person("a", 3, Some((0, move_cost))), person("b", 1, None)];
    let choices = [choice(0, 0, 5), choice(0, 1, 9), choice(1, 0, 0)];
    let solve = |runs: &[Seats<'_>], choices: &[Choice], move_cost| {
        let problem = Problem::new(&people(move_cost), runs, choices, Order::default()).unwrap();
        let assignment = problem.solve().unwrap();
        assignment.check().unwrap();
        [assignment.run_of(0), assignment.run_of(1)]
    };
    // Both get a place, whatever the move costs.
    assert_eq!(solve(&runs, &choices, 1000), [Some(1), Some(0)]);
    // Without the far run it is the one who has the place who keeps it, though of a later class.
    let near = [choice(0, 0, 5), choice(1, 0, 0)];
    assert_eq!(solve(&runs, &near, 0), [Some(0), None]);
    // Both could go to both: the cheaper way is taken once a move costs less than it saves.
    let both = [
        choice(0, 0, 5),
        choice(0, 1, 9),
        choice(1, 0, 0),
        choice(1, 1, 20),
    ];
    assert_eq!(solve(&runs, &both, 15), [Some(1), Some(0)]);
    assert_eq!(solve(&runs, &both, 17), [Some(0), Some(1)]);
}

#[test]
fn a_place_has_to_be_a_choice_and_a_move_within_bounds() {
    let runs = [Seats::new("near", 1), Seats::new("far", 1)];
    let refused = |holds, choices: &[Choice]| {
        let people = [person("a", 1, Some(holds))];
        let error = Problem::new(&people, &runs, choices, Order::default()).unwrap_err();
        format!("{}: {error}", error.code())
    };
    assert_eq!(
        refused((1, 0), &[choice(0, 0, 5)]),
        "A015: the person in row 0 has a place in a run that is not among the choices"
    );
    assert_eq!(
        refused((7, 0), &[choice(0, 0, 5)]),
        "A015: the person in row 0 has a place in a run that is not among the choices"
    );
    let both = [choice(0, 0, 5), choice(0, 1, 5)];
    assert!(refused((0, i64::MAX), &both).starts_with("A016: to move the person in row 0 costs"));
}
