//! Assignments of made-up queues: proven, the same on any number of threads, and without more work
//! than they need. The counts are of choices looked at, so that an engine that gets slower fails a
//! test on any machine.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

use std::ops::ControlFlow;

use mestring::assign::{Assignment, Choice, Order, Person, Problem, Seats, WithinClass, Work};
use mestring::synthetic::{Queue, Shape};

fn problem(queue: &Queue, order: Order) -> Problem {
    let ids: Vec<String> = (0..queue.people.len()).map(|row| row.to_string()).collect();
    let names: Vec<String> = (0..queue.runs.len()).map(|row| row.to_string()).collect();
    let people = queue.people.iter().zip(&ids);
    let people: Vec<Person<'_>> = people
        .map(|(own, id)| Person {
            id,
            class: own.class,
            deadline: own.deadline,
            waiting_since: Some(own.waiting_since),
            relative: false,
            holds: None,
        })
        .collect();
    let runs = queue.runs.iter().zip(&names);
    let runs: Vec<Seats<'_>> = runs.map(|(own, run)| Seats::new(run, own.seats)).collect();
    let choices = queue.choices.iter().map(|(person, run, cost)| Choice {
        person: *person,
        run: *run,
        cost: *cost,
    });
    Problem::new(&people, &runs, &choices.collect::<Vec<_>>(), order).unwrap()
}

fn places(assignment: &Assignment) -> Vec<Option<usize>> {
    let people = 0..assignment.problem().people();
    people.map(|person| assignment.run_of(person)).collect()
}

#[test]
fn a_queue_takes_no_more_work_than_it_did() {
    let seeded = Order {
        seed: Some(1),
        ..Order::default()
    };
    // Choices looked at, for each choice that there is: who gets a place, which run, and a hundred
    // changes after that, the making ready for the first of them included. The bounds are half as much
    // again as was found.
    for (shape, most) in [
        (Shape::Grouped, [3.5, 13.0, 10.0]),
        (Shape::GroupedWithDigital, [3.5, 19.0, 19.0]),
        (Shape::Mixed, [1.6, 12.0, 36.0]),
    ] {
        let queue = Queue::new(shape, 4000, 80, 3);
        let mut assignment = problem(&queue, seeded).solve().unwrap();
        assert_eq!(assignment.check().unwrap().gap, (0, 0));
        for change in 0..50 {
            assignment.add_seats(change * 7 % 80, 1).unwrap();
            assignment.remove_person(change * 61).unwrap();
        }
        assignment.check().unwrap();
        let Work {
            order,
            cost,
            equal_cost,
            changes,
        } = assignment.work();
        assert_eq!(equal_cost, 0);
        let each = |count: u64| count as f64 / queue.choices.len() as f64;
        let found = [each(order), each(cost), each(changes)];
        let within = found
            .iter()
            .zip(most)
            .all(|(found, most)| *found > 0.0 && *found < most);
        assert!(within, "{shape:?}: {found:?}, at most {most:?}");
    }
}

/// Each person's choices are looked at once, and again for those who swap.
#[test]
fn the_fairest_of_equal_cost_takes_no_more_work_than_it_did() {
    let by_cost = Order {
        within_class: WithinClass::Cost,
        seed: Some(1),
    };
    for (shape, most) in [(Shape::Grouped, 1.5), (Shape::Mixed, 1.5)] {
        let queue = Queue::new(shape, 4000, 80, 3);
        let assignment = problem(&queue, by_cost).solve().unwrap();
        assert_eq!(assignment.check().unwrap().gap, (0, 0));
        let found = assignment.work().equal_cost as f64 / queue.choices.len() as f64;
        assert!(
            found > 0.5 && found < most,
            "{shape:?}: {found}, at most {most}"
        );
    }
}

#[test]
fn any_number_of_threads_gives_the_same_places_and_prices() {
    for shape in Shape::ALL {
        let queue = Queue::new(shape, 3000, 60, 8);
        let of = |threads| {
            let problem = problem(&queue, Order::default());
            problem
                .solve_with(threads, &|_| ControlFlow::Continue(()))
                .unwrap()
        };
        let one = of(1);
        assert!(one.objective().served() > 2000);
        for threads in [2, 5] {
            let other = of(threads);
            assert_eq!(places(&one), places(&other));
            assert!((0..60).all(|run| one.price(run) == other.price(run)));
        }
    }
}

/// Everybody is alike and wants the same two runs.
#[test]
fn very_many_people_who_are_alike_are_no_trouble() {
    let many = 200_000;
    let ids: Vec<String> = (0..many).map(|row| row.to_string()).collect();
    let person = |id: &'static str| Person {
        id,
        class: 1,
        deadline: None,
        waiting_since: None,
        relative: false,
        holds: None,
    };
    let people: Vec<Person<'_>> = ids.iter().map(|id| Person { id, ..person("") }).collect();
    let runs = [Seats::new("near", 1000), Seats::new("far", 70_000)];
    let choices = (0..many)
        .flat_map(|person| [(0, 3), (1, 900)].map(|(run, cost)| Choice { person, run, cost }));
    let choices: Vec<Choice> = choices.collect();
    let problem = Problem::new(&people, &runs, &choices, Order::default()).unwrap();
    assert_eq!(problem.tied(), many as usize);
    let assignment = problem.solve().unwrap();
    assignment.check().unwrap();
    let objective = assignment.objective();
    assert_eq!(objective.served(), 71_000);
    assert_eq!(objective.cost, 1000 * 3 + 70_000 * 900);
    assert!(assignment.work().cost < 1000, "{:?}", assignment.work());
}
