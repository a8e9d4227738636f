//! Levels, bounds, refusals, moves after an illness and time on the centres of `benches/peers/python/plan_instances.py`.
//!
//! `cargo run --release -p mestring --example timetable_bench -- INSTANCE.json…`; without a file a small
//! centre of its own. With `--features pumpkin` the plan by rank is made once more with that solver as
//! the second oracle.
//!
//! One thread: the time is CPU time where nothing else runs.
#![expect(clippy::print_stdout, reason = "it prints what it measured")]
#![expect(
    clippy::disallowed_methods,
    reason = "it reads the instances it is given and the clock"
)]
#![expect(
    clippy::indexing_slicing,
    reason = "the instances are our own; a bad one may stop it"
)]

use std::ops::ControlFlow;
use std::time::Instant;

use mestring::timetable::{
    Fate, Level, Limits, Moves, Order, Pattern, Problem, Reason, Resource, Run, Setting, Solution,
    Standing, Status, check, check_moves, replan, solve,
};
use serde_json::{Value, json};

fn numbers(value: &Value) -> Vec<i64> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_i64)
        .collect()
}

fn number(value: &Value, key: &str) -> i64 {
    value.get(key).and_then(Value::as_i64).unwrap_or(0)
}

/// Rooms, then leaders, as resources; leaders' half-days, budgets, user representatives as sums.
fn setting(d: &Value) -> Setting {
    let list = |key: &str| {
        d.get(key)
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default()
    };
    let (rooms, blocked, leaders) = (list("rooms"), list("blocked"), list("leaders"));
    let slots = number(d, "W") * 10;
    let mut made = Setting {
        slots: slots as u32,
        ..Setting::default()
    };
    for booked in &blocked {
        let booked = numbers(booked);
        let free = (0..slots)
            .filter(|slot| !booked.contains(slot))
            .map(|slot| slot as u32);
        made.resources.push(Resource {
            free: free.collect(),
            draws: None,
        });
    }
    for leader in &leaders {
        let free = numbers(&leader["av"])
            .into_iter()
            .map(|slot| slot as u32)
            .collect();
        made.resources.push(Resource {
            free,
            draws: Some(made.sums.len() as u32),
        });
        made.sums.push(number(leader, "max"));
    }
    let budgets = made.sums.len() as u32;
    made.sums.extend(numbers(&d["budget"]));
    let reps = made.sums.len() as u32;
    made.sums.extend(numbers(&d["reps"]));
    for run in list("runs") {
        let topic = number(&run, "topic");
        let mut draws: Vec<(u32, i64)> = (budgets..).zip(numbers(&run["cost"])).collect();
        if run["rep"].as_bool() == Some(true) {
            draws.push((reps + topic as u32, 1));
        }
        let equipment = number(&run, "eq");
        let fitting = (0u32..).zip(&rooms).filter(|(_, room)| {
            number(room, "seats") >= number(&run, "n")
                && number(room, "eq") & equipment == equipment
        });
        let fitting: Vec<u32> = fitting.map(|(at, _)| at).collect();
        let able = (rooms.len() as u32..).zip(&leaders);
        let able = able.filter(|(_, leader)| numbers(&leader["comp"]).contains(&topic));
        let able: Vec<u32> = able.map(|(at, _)| at).collect();
        let needs = match run["dig"].as_bool() {
            Some(true) => vec![able],
            _ => vec![fitting, able],
        };
        let window = numbers(&run["win"]);
        let mut patterns = Vec::new();
        for week in window[0]..=window[1] {
            for half in numbers(&run["half"]) {
                let at = |nth: i64| (week + nth * number(&run, "per")) * 10 + half;
                let sessions: Vec<u32> = (0..number(&run, "k")).map(|nth| at(nth) as u32).collect();
                if sessions.last().is_some_and(|last| i64::from(*last) < slots) {
                    patterns.push(Pattern {
                        slots: sessions,
                        needs: needs.clone(),
                    });
                }
            }
        }
        made.runs.push(Run {
            class: number(&run, "cls") as u32,
            rank: 0,
            value: number(&run, "n"),
            draws,
            patterns,
            standing: Standing::Wished,
        });
    }
    made
}

/// One order on one instance: what was reached, how sure that is, and why the rest has no place.
fn bench(d: &Value, order: Order, limits: Limits) -> Result<(), Box<dyn std::error::Error>> {
    let setting = setting(d);
    let start = Instant::now();
    let problem = Problem::new(setting)?;
    let ways = start.elapsed().as_secs_f64() * 1e3;
    let solution = solve(&problem, order, limits, &mut |_| ControlFlow::Continue(()));
    let spent = start.elapsed().as_secs_f64() * 1e3;
    println!(
        "  {order:?}: {spent:.1} ms, of which {ways:.1} ms to work out the ways; {} steps",
        solution.steps
    );
    for Level {
        class,
        value,
        status,
    } in &solution.levels
    {
        let status = match status {
            Status::Proven(_) => "proven".to_owned(),
            Status::ProvenGiven(_) => "proven while the classes before keep theirs".to_owned(),
            Status::Gap { bound, .. } => {
                format!("at most {bound} while the classes before keep theirs")
            }
            Status::Unproven => "not proven".to_owned(),
        };
        println!("    class {class}: {value}, {status}");
    }
    let count = |of: fn(&Reason) -> bool| {
        solution
            .refusals
            .iter()
            .filter(|refusal| of(&refusal.reason))
            .count()
    };
    println!(
        "    refused: {} without a way, {} by a sum, {} by a conflict, {} occupied",
        count(|reason| matches!(reason, Reason::NoWay { .. })),
        count(|reason| matches!(reason, Reason::Sum { .. })),
        count(|reason| matches!(reason, Reason::Conflict { .. })),
        count(|reason| matches!(reason, Reason::Occupied { .. })),
    );
    check(&problem, order, &solution)?;
    println!("    the checker accepts all of it");
    if order == Order::Strict {
        #[cfg(feature = "pumpkin")]
        second(&problem, limits)?;
        for keep_out in [true, false] {
            let limits = Limits {
                steps: 5 * limits.steps,
                ..limits
            };
            illness(&problem, &solution, limits, keep_out)?;
        }
    }
    Ok(())
}

/// Strict rank once more, with pumpkin asked for what is left open.
#[cfg(feature = "pumpkin")]
fn second(problem: &Problem, limits: Limits) -> Result<(), Box<dyn std::error::Error>> {
    let steps = 20_000;
    let start = Instant::now();
    let oracle = &mut mestring::timetable::Pumpkin;
    let second = mestring::timetable::Second { oracle, steps };
    let solution =
        mestring::timetable::solve_with(problem, Order::Strict, limits, second, &mut |_| {
            ControlFlow::Continue(())
        });
    let spent = start.elapsed().as_secs_f64();
    let open = solution.refusals.iter().filter(|of| !of.reason.is_proof());
    let values: Vec<i64> = solution.levels.iter().map(|level| level.value).collect();
    println!(
        "    with pumpkin, {steps} steps a question: {} of {} refusals not proven, {values:?}, {spent:.1} s",
        open.count(),
        solution.refusals.len(),
    );
    check(problem, Order::Strict, &solution)?;
    println!("    the checker accepts all of it");
    Ok(())
}

/// The leader with the most sessions is ill all year, and the plan is made again from the plan.
fn illness(
    problem: &Problem,
    solution: &Solution,
    limits: Limits,
    keep_out: bool,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut setting = problem.setting().clone();
    let mut sessions = vec![0; setting.resources.len()];
    for (run, at) in setting.runs.iter_mut().zip(&solution.placements) {
        let Some(at) = at else { continue };
        for resource in &at.resources {
            sessions[*resource as usize] += run.patterns[at.pattern as usize].slots.len();
        }
        run.standing = Standing::Placed {
            at: at.clone(),
            weight: 1,
        };
    }
    let leaders = (0..sessions.len()).filter(|at| setting.resources[*at].draws.is_some());
    let Some(ill) = leaders.max_by_key(|at| sessions[*at]) else {
        return Ok(());
    };
    setting.resources[ill].free.clear();
    let start = Instant::now();
    let mut problem = Problem::new(setting)?;
    if keep_out {
        problem = problem.keep_out_wishes();
    }
    let replanned = replan(&problem, Order::Strict, limits, &mut |_| {
        ControlFlow::Continue(())
    });
    let spent = start.elapsed().as_secs_f64() * 1e3;
    let count = |fate: Fate| {
        replanned
            .changes
            .iter()
            .filter(|of| of.fate == fate)
            .count()
    };
    let (moved, replaced, dropped) = (
        count(Fate::Moved),
        count(Fate::Replaced),
        count(Fate::Dropped),
    );
    let least = match replanned.moves {
        Moves::Least => "proven the fewest".to_owned(),
        Moves::AtLeast { runs, .. } => format!("at least {runs} must"),
    };
    let proven = |level: &&Level| level.status.is_proven();
    println!(
        "    a leader ill, {}: {replaced} replaced, {dropped} dropped, {moved} moved ({least}), {} of {} classes proven, {spent:.1} ms, {} steps",
        if keep_out { "nobody new" } else { "wishes too" },
        replanned.solution.levels.iter().filter(proven).count(),
        replanned.solution.levels.len(),
        replanned.solution.steps,
    );
    let start = Instant::now();
    let repeated = check_moves(&problem, Order::Strict, &replanned, 2_000_000)?;
    let spent = start.elapsed().as_secs_f64() * 1e3;
    println!("    the checker accepts it, the moves' proof repeated: {repeated:?}, {spent:.0} ms");
    Ok(())
}

/// A centre of one room and two leaders, made up, with one run more than it can hold.
fn small() -> Value {
    let weeks = 4;
    let every_morning: Vec<i64> = (0..weeks * 10).step_by(2).collect();
    let leader = |topics: &[i64]| json!({ "comp": topics, "av": every_morning, "max": 6 });
    let run = |id: i64, topic: i64, class: i64, participants: i64| {
        json!({
            "id": id, "topic": topic, "cls": class, "k": 4, "per": 1, "dig": false, "win": [0, 0],
            "half": [0], "n": participants, "eq": 0, "cost": [10, 0], "rep": false,
        })
    };
    json!({
        "W": weeks,
        "rooms": [{ "seats": 16, "eq": 0 }],
        "blocked": [[]],
        "leaders": [leader(&[0]), leader(&[0, 1])],
        "runs": [run(0, 0, 1, 12), run(1, 1, 1, 10), run(2, 0, 2, 14)],
        "budget": [100, 100],
        "reps": [1, 1],
    })
}

/// Both orders, with at most so many steps for a level that is not proven.
fn race(name: &str, centre: &Value, steps: u64) -> Result<(), Box<dyn std::error::Error>> {
    println!("{name}");
    let limits = |steps| Limits {
        steps,
        ..Limits::default()
    };
    bench(centre, Order::MostValue, limits(steps))?;
    bench(centre, Order::Strict, limits(200_000))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    for path in &files {
        let centre: Value = serde_json::from_str(&std::fs::read_to_string(path)?)?;
        race(path, &centre, 16_000_000)?;
    }
    if files.is_empty() {
        race("a small centre; give files for others", &small(), 100_000)?;
    }
    Ok(())
}
