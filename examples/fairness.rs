//! Who is left out: the fair order beside cost within each class, on a made-up region.
//!
//! `cargo run --release --example fairness`
//!
//! Both ways serve the same number of people of each class. They differ in whom: by the fair order
//! it is those with the nearest deadlines and the longest waits, and cost decides only which run
//! each gets; by cost it is those whose places cost least. Nobody in the region exists.

use std::error::Error;
use std::io::{self, Write};

use mestring::assign::{Assignment, Choice, Mode, Order, Person, Problem, Seats, WithinClass};
use mestring::synthetic::{Queue, Shape, Waiting};

const PEOPLE: usize = 20_000;
const RUNS: usize = 400;
const SEEDS: [u64; 3] = [1, 2, 3];

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{PEOPLE} made-up people, {RUNS} runs. The share of each group that gets no place:\n"
    )?;
    for seed in SEEDS {
        let queue = Queue::new(Shape::Grouped, PEOPLE, RUNS, seed);
        let fair = solve(&queue, WithinClass::FairOrder)?;
        let cost = solve(&queue, WithinClass::Cost)?;
        writeln!(out, "Seed {seed:<38}{:>10}{:>10}", "fair", "by cost")?;
        for (name, belongs) in GROUPS {
            let share = |assignment: &Assignment| left_out(&queue, assignment, belongs);
            let (fair, cost) = (share(&fair), share(&cost));
            writeln!(
                out,
                "  {name:<41}{:>9.1}%{:>9.1}%",
                fair * 100.0,
                cost * 100.0
            )?;
        }
        let [by_fair, by_cost] = [&fair, &cost].map(|own| own.objective());
        let served = format!("served ({} and {})", by_fair.served(), by_cost.served());
        writeln!(out, "  {served}")?;
        let (more, less) = (by_fair.cost, by_cost.cost);
        writeln!(
            out,
            "  {:<41}{more:>10}{less:>10}",
            "preference cost in all"
        )?;
        if seed == SEEDS[0] {
            others(&mut out, &queue, by_fair.served())?;
        }
        writeln!(out)?;
    }
    Ok(())
}

type Group = (&'static str, fn(&Waiting) -> bool);

/// Groups of people; the distance is that to the largest municipality.
const GROUPS: [Group; 8] = [
    ("everybody", |_| true),
    ("within 30 km", |own| own.distance < 30.0),
    ("30 to 60 km", |own| (30.0..60.0).contains(&own.distance)),
    ("60 km and more", |own| own.distance >= 60.0),
    ("language of most runs", |own| own.language == 0),
    ("another language", |own| own.language != 0),
    ("waited 100 days and less", |own| days_waited(own) <= 100),
    ("waited more than 300 days", |own| days_waited(own) > 300),
];

fn days_waited(person: &Waiting) -> i64 {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 9, 1).unwrap_or_default();
    (today - person.waiting_since).num_days()
}

fn left_out(queue: &Queue, assignment: &Assignment, belongs: fn(&Waiting) -> bool) -> f64 {
    let group = queue
        .people
        .iter()
        .enumerate()
        .filter(|(_, own)| belongs(own));
    let out = group
        .clone()
        .filter(|(row, _)| assignment.run_of(*row).is_none());
    out.count() as f64 / group.count().max(1) as f64
}

fn solve(queue: &Queue, within_class: WithinClass) -> Result<Assignment, Box<dyn Error>> {
    let assignment = problem(queue, within_class)?.solve()?;
    assignment.check()?;
    Ok(assignment)
}

fn problem(queue: &Queue, within_class: WithinClass) -> Result<Problem, Box<dyn Error>> {
    let ids: Vec<String> = (0..queue.people.len())
        .map(|row| format!("p{row}"))
        .collect();
    let names: Vec<String> = (0..queue.runs.len()).map(|row| format!("r{row}")).collect();
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
    let choices = queue.choices.iter();
    let choices: Vec<Choice> = choices
        .map(|(person, run, cost)| Choice {
            person: *person,
            run: *run,
            cost: *cost,
        })
        .collect();
    let order = Order {
        within_class,
        seed: Some(2026),
    };
    Ok(Problem::new(&people, &runs, &choices, order)?)
}

/// What it costs, in people without a place, to move nobody for the sake of others.
fn others(out: &mut impl Write, queue: &Queue, served: usize) -> Result<(), Box<dyn Error>> {
    let problem = problem(queue, WithinClass::FairOrder)?;
    for mode in Mode::ALL {
        let reached = problem.reached_by(mode);
        let name = format!("{} serves", mode.code().replace('_', " "));
        let fewer = served - reached.served();
        writeln!(out, "  {name:<41}{:>10}, {fewer} fewer", reached.served())?;
    }
    Ok(())
}
