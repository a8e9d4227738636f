//! Changes give what solving anew gives.

use proptest::prelude::*;

use super::brute_force::{Case, Somebody, cases, person_id, runs_of};
use crate::assign::{AssignError, Choice, Moved};

#[derive(Debug, Clone)]
enum Event {
    More(usize, u32),
    Fewer(usize, u32),
    Comes(Somebody, Vec<Option<i64>>),
    Goes(usize),
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let somebody = (
        1u32..4,
        prop::option::of(0u64..3),
        prop::option::of(0u64..3),
        any::<bool>(),
    );
    let somebody = somebody.prop_map(|(class, deadline, waited, relative)| Somebody {
        class,
        deadline,
        waited,
        relative,
    });
    let costs = prop::collection::vec(prop::option::of(-5i64..40), 6);
    let event = prop_oneof![
        (0usize..6, 0u32..3).prop_map(|(run, seats)| Event::More(run, seats)),
        (0usize..6, 0u32..3).prop_map(|(run, seats)| Event::Fewer(run, seats)),
        (somebody, costs).prop_map(|(own, costs)| Event::Comes(own, costs)),
        (0usize..9).prop_map(Event::Goes),
    ];
    prop::collection::vec(event, 1..6)
}

/// What the events leave, as a case of its own, and the rows of the people who are left.
fn carried(case: &Case, gone: &[bool]) -> (Case, Vec<usize>) {
    let rows: Vec<usize> = (0..gone.len()).filter(|row| !gone[*row]).collect();
    // Nobody in `left` may get another id, since lots hang on it: people who are gone stay, without
    // choices.
    let mut left = case.clone();
    left.choices.retain(|own| !gone[own.person as usize]);
    (left, rows)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_change_is_as_good_as_solving_anew(start in cases(), events in events()) {
        let mut case = start.clone();
        let mut gone = vec![false; case.people.len()];
        let mut assignment = case.problem().solve().unwrap();
        for event in events {
            let before = runs_of(&assignment);
            let change = match event {
                Event::More(run, seats) => match assignment.add_seats(run, seats) {
                    Ok(change) => {
                        case.seats[run] += seats;
                        change
                    }
                    Err(error) => {
                        prop_assert_eq!(error.code(), "A005");
                        continue;
                    }
                },
                Event::Fewer(run, seats) => match assignment.remove_seats(run, seats) {
                    Ok(change) => {
                        case.seats[run] -= seats;
                        change
                    }
                    Err(error) => {
                        prop_assert!(["A005", "A009"].contains(&error.code()));
                        continue;
                    }
                },
                Event::Comes(own, costs) => {
                    let row = case.people.len();
                    let costs = costs.into_iter().take(case.seats.len()).enumerate();
                    let choices: Vec<(usize, i64)> =
                        costs.filter_map(|(run, cost)| Some((run, cost?))).collect();
                    let id = person_id(row);
                    let (at, change) = assignment.add_person(&own.named(&id), &choices).unwrap();
                    prop_assert_eq!(at, row);
                    case.people.push(own);
                    gone.push(false);
                    case.choices.extend(choices.iter().map(|(run, cost)| Choice {
                        person: u32::try_from(row).unwrap(),
                        run: u32::try_from(*run).unwrap(),
                        cost: *cost,
                    }));
                    change
                }
                Event::Goes(person) => match assignment.remove_person(person) {
                    Ok(change) => {
                        gone[person] = true;
                        change
                    }
                    Err(error) => {
                        prop_assert_eq!(error, AssignError::Gone { person });
                        continue;
                    }
                },
            };
            let checked = assignment.check().unwrap();
            prop_assert_eq!(checked.people, gone.iter().filter(|gone| !**gone).count());
            let (left, rows) = carried(&case, &gone);
            let runs = runs_of(&assignment);
            prop_assert_eq!(left.reached(&runs), left.best());
            prop_assert!(rows.len() <= runs.len());
            moves_lead(before, &change.moved, &runs)?;
        }
    }
}

/// The moves, one after the other, make the places after of those before.
fn moves_lead(
    mut places: Vec<Option<usize>>,
    moved: &[Moved],
    after: &[Option<usize>],
) -> Result<(), TestCaseError> {
    places.resize(after.len(), None);
    for own in moved {
        prop_assert_eq!(places[own.person], own.from);
        places[own.person] = own.to;
    }
    prop_assert_eq!(&places, after);
    Ok(())
}

/// So many people come between the same two neighbours that their places in the order run out.
#[test]
fn people_who_come_between_others_find_room_in_the_order() {
    let somebody = |waited| Somebody {
        class: 1,
        deadline: None,
        waited: Some(waited),
        relative: false,
    };
    let mut case = Case {
        people: vec![somebody(400), somebody(100)],
        seats: vec![30],
        minimum: Vec::new(),
        reserved: Vec::new(),
        parties: Vec::new(),
        choices: vec![
            Choice {
                person: 0,
                run: 0,
                cost: 1,
            },
            Choice {
                person: 1,
                run: 0,
                cost: 1,
            },
        ],
        order: Default::default(),
    };
    let mut assignment = case.problem().solve().unwrap();
    for waited in 101..161 {
        let own = somebody(waited);
        let id = person_id(case.people.len());
        assignment.add_person(&own.named(&id), &[(0, 1)]).unwrap();
        case.people.push(own);
    }
    assignment.check().unwrap();
    let served: Vec<u64> = (0..case.people.len())
        .filter(|row| assignment.run_of(*row).is_some())
        .map(|row| case.people[row].waited.unwrap())
        .collect();
    assert_eq!(served.len(), 30);
    assert!(
        served.iter().all(|waited| *waited == 400 || *waited >= 132),
        "{served:?}"
    );
}
