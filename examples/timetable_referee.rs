//! Small made-up settings and what the engine makes of them, for another solver to judge.
//!
//! `cargo run -p mestring --example timetable_referee -- 40` prints so many as one JSON text:
//! `settings`, each with `slots` (how many), `resources` (`free` slots, and the sum it `draws` from or
//! null), `sums`, `runs` (`priority`, `value`, `draws` as sum and amount, `patterns` with `slots` and
//! `needs`) and `levels`: by priority, first served first, the value placed and whether that is proven.
#![expect(clippy::print_stdout, reason = "it prints what another solver reads")]
#![expect(
    clippy::disallowed_methods,
    reason = "it reads how many settings are wanted"
)]

use std::ops::ControlFlow;

use mestring::timetable::{
    Limits, Order, Pattern, Problem, Resource, Run, Setting, Standing, check, solve,
};
use serde_json::{Value, json};

/// Numbers that look random and are the same everywhere (a linear congruential generator).
struct Draw(u64);

impl Draw {
    /// A number from `from`, below `to`.
    fn between(&mut self, from: u32, to: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        from + (self.0 >> 33) as u32 % (to - from)
    }

    /// Some of the numbers below `of`, each with so many chances in ten.
    fn some(&mut self, of: u32, chances: u32) -> Vec<u32> {
        let mut some: Vec<u32> = (0..of).filter(|_| self.between(0, 10) < chances).collect();
        if some.is_empty() {
            some.push(self.between(0, of));
        }
        some
    }
}

const SLOTS: u32 = 12;
const ROOMS: u32 = 2;
const LEADERS: u32 = 4;

/// Two rooms and four leaders with so many half-days each, a budget, and more runs than fit: one of
/// four is digital and needs no room, one of five needs two leaders.
fn setting(draw: &mut Draw) -> Setting {
    let mut made = Setting {
        slots: SLOTS,
        ..Setting::default()
    };
    for at in 0..ROOMS + LEADERS {
        let leads = at >= ROOMS;
        made.resources.push(Resource {
            free: draw.some(SLOTS, if leads { 6 } else { 9 }),
            draws: leads.then(|| at - ROOMS),
        });
        if leads {
            made.sums.push(i64::from(draw.between(2, 6)));
        }
    }
    let runs = draw.between(12, 19);
    made.sums.push(i64::from(3 * runs));
    for rank in 0..runs {
        let able = |draw: &mut Draw| -> Vec<u32> {
            let leaders = draw.some(LEADERS, 5);
            leaders.into_iter().map(|at| at + ROOMS).collect()
        };
        let mut needs = vec![able(draw)];
        if draw.between(0, 5) == 0 {
            needs.push(able(draw));
        }
        if draw.between(0, 4) > 0 {
            needs.insert(0, draw.some(ROOMS, 7));
        }
        let sessions = draw.between(1, 4);
        let first = draw.between(0, SLOTS - sessions);
        let last = (first + draw.between(1, 6)).min(SLOTS - sessions);
        let patterns = (first..=last).map(|from| Pattern {
            slots: (from..from + sessions).collect(),
            needs: needs.clone(),
        });
        made.runs.push(Run {
            class: draw.between(1, 4),
            rank,
            value: i64::from(draw.between(6, 20)),
            draws: vec![(LEADERS, i64::from(draw.between(1, 7)))],
            patterns: patterns.collect(),
            standing: Standing::Wished,
        });
    }
    made
}

/// The setting with its levels, accepted by the checker.
fn judged(setting: Setting) -> Result<Value, Box<dyn std::error::Error>> {
    let problem = Problem::new(setting)?;
    let limits = Limits {
        steps: 200_000,
        ..Limits::default()
    };
    let solution = solve(&problem, Order::MostValue, limits, &mut |_| {
        ControlFlow::Continue(())
    });
    check(&problem, Order::MostValue, &solution)?;
    let setting = problem.setting();
    let resource = |of: &Resource| json!({ "free": of.free, "draws": of.draws });
    let pattern = |of: &Pattern| json!({ "slots": of.slots, "needs": of.needs });
    let run = |of: &Run| {
        json!({
            "priority": of.class, "value": of.value, "draws": of.draws,
            "patterns": of.patterns.iter().map(pattern).collect::<Vec<_>>(),
        })
    };
    let levels = solution.levels.iter().map(|level| {
        json!({
            "priority": level.class, "value": level.value, "proven": level.status.is_proven(),
        })
    });
    Ok(json!({
        "slots": setting.slots,
        "resources": setting.resources.iter().map(resource).collect::<Vec<_>>(),
        "sums": setting.sums,
        "runs": setting.runs.iter().map(run).collect::<Vec<_>>(),
        "levels": levels.collect::<Vec<_>>(),
    }))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let count = std::env::args().nth(1);
    let count: u32 = count.map_or(Ok(2), |count| count.parse())?;
    let mut draw = Draw(2026);
    let settings: Result<Vec<Value>, _> = (0..count).map(|_| judged(setting(&mut draw))).collect();
    println!("{}", json!({ "settings": settings? }));
    Ok(())
}
