//! What is wrong with where decided runs stand.

use mestring_model::Desk;

use super::*;
use crate::fixture::any_desk;
use crate::plan::tests::{date, desks};

/// A centre with a room, leaders and the calendar, and these decided runs.
fn centre(runs: &str) -> Desk {
    any_desk(&format!(
        "
offers
id | title | sessions
A | Course A | 2

rooms
id | name | seats | organisation | hub_only | weekdays
hall | Hall | 20 | | |
stord | Stord | 8 | s | yes |
shut | Shut | | | | monday

leaders
id | role | state | competences | half_day_limit | half_days
one | nurse 1 | confirmed | heart | | morning; afternoon; evening
two | nurse 2 | confirmed | heart | 1 |
asked | nurse 3 | asked | heart | |
wished | nurse 4 | wished | heart | |

budgets
id | name | kind | amount | from | until
pot | Pot | money | 1000 | 2027-01-01 | 2027-12-31

calendar
room | leader | kind | from | until | half_days
hall | | | 2027-03-09 | 2027-03-10 |
 | one | | 2027-03-16 | | morning
 | | closed | 2027-03-02 | |
 | | school_break | 2027-04-06 | |

hubs
run | organisation | room | seats
followed | s | stord | 9
twice | s | hall | 2
twice | s | hall | 2

runs
id | offer | state | starts | half_days | room | leaders | participants | in_breaks | cost | budgets
{runs}"
    ))
}

fn spring() -> Period {
    Period {
        from: date("2027-01-04"),
        until: date("2027-06-25"),
    }
}

fn at(at: &Resource) -> &str {
    match at {
        Resource::Room(id) => id.as_str(),
        Resource::Leader(id) => id.as_str(),
    }
}

fn shown(fault: &Misplaced) -> String {
    let times = |slots: &[Slot]| {
        let slots = slots.iter();
        let slots = slots.map(|own| format!("{} {}", own.date.format("%m-%d"), own.half_day));
        slots.collect::<Vec<_>>().join(", ")
    };
    let code = fault.code();
    match fault {
        Misplaced::WholeDay { days } => {
            let days: Vec<_> = days
                .iter()
                .map(|day| day.format("%m-%d").to_string())
                .collect();
            format!("{code} {}", days.join(", "))
        }
        Misplaced::Taken { at: own, by, slots } => {
            format!("{code} {} by {by}: {}", at(own), times(slots))
        }
        Misplaced::Away { at: own, slots } | Misplaced::NotOpen { at: own, slots } => {
            format!("{code} {}: {}", at(own), times(slots))
        }
        Misplaced::RoomTwice { room } | Misplaced::HubOnly { room } => format!("{code} {room}"),
        Misplaced::NotConfirmed { leader, state } => format!("{code} {leader}: {state}"),
        Misplaced::OverLimit {
            leader,
            limit,
            taken,
        } => format!("{code} {leader}: {taken} of {limit}"),
        Misplaced::TooSmall {
            room,
            seats,
            expected,
        } => format!("{code} {room}: {expected} on {seats}"),
        Misplaced::Closed { why, slots } => format!("{code} {}: {}", why.code(), times(slots)),
        Misplaced::Overdrawn {
            budget,
            over,
            others,
            ..
        } => format!("{code} {budget}: {over} with {others:?}"),
    }
}

/// The runs of a desk, and what is wrong with each on 22 November 2026.
fn check(runs: &str, expect: &[&str]) {
    let desk = centre(runs);
    let found = badly_placed(&desk, spring(), date("2026-11-22"));
    let lines: Vec<String> = found
        .iter()
        .flat_map(|own| {
            assert!(!own.faults.is_empty());
            assert_eq!(desk.runs[own.index].id, own.run);
            own.faults
                .iter()
                .map(|fault| format!("{}: {}", own.run, shown(fault)))
        })
        .collect();
    assert_eq!(lines, expect, "{runs}");
}

#[test]
fn what_stands_badly_is_told_of_each_run_that_is_still_to_be_held() {
    // All is well, in the past, or not decided.
    check(
        "a | A | decided | 2027-02-02 | morning | hall | one | 20 | | |",
        &[],
    );
    check(
        "a | A | decided | 2026-10-06 | morning | hall | one | 30 | | |\n\
         b | A | decided | 2026-10-06 | morning | hall | one | 30 | | |\n\
         c | A | held | 2027-02-02 | morning | hall | one | 30 | | |\n\
         d | A | cancelled | 2027-02-02 | morning | hall | one | 30 | | |",
        &[],
    );
    // The same room and leader twice, on one of two days; each says so.
    check(
        "a | A | decided | 2027-02-02 | morning | hall | one | | | |\n\
         b | A | decided | 2027-02-09 | morning | hall | one | | | |",
        &[
            "a: taken hall by b: 02-09 morning",
            "a: taken one by b: 02-09 morning",
            "b: taken hall by a: 02-09 morning",
            "b: taken one by a: 02-09 morning",
        ],
    );
    // Only the sessions that are left count of a run that has begun.
    check(
        "a | A | decided | 2026-11-17 | morning | hall | one | | | |\n\
         b | A | decided | 2026-11-17 | morning | hall | | | | |",
        &[
            "a: taken hall by b: 11-24 morning",
            "b: taken hall by a: 11-24 morning",
        ],
    );
    // The calendar, opening days, and hours of work.
    check(
        "a | A | decided | 2027-03-09 | morning | hall | one | | | |\n\
         b | A | decided | 2027-02-02 | evening | shut | two | | | |",
        &[
            "a: away hall: 03-09 morning",
            "a: away one: 03-16 morning",
            "b: not_open shut: 02-02 evening, 02-09 evening",
            "b: not_open two: 02-02 evening, 02-09 evening",
            "b: over_limit two: 2 of 1",
        ],
    );
    // Whoever has not said yes.
    check(
        "a | A | decided | 2027-02-02 | morning | hall | asked; wished | | | |",
        &[
            "a: not_confirmed asked: asked",
            "a: not_confirmed wished: wished",
        ],
    );
    // Rooms that are too small, for nothing but groups, or given twice.
    check(
        "a | A | decided | 2027-02-02 | morning | hall | | 21 | | |\n\
         b | A | decided | 2027-05-03 | morning | stord | | 8 | | |\n\
         followed | A | decided | 2027-06-01 | morning | | | | | |\n\
         twice | A | decided | 2027-04-20 | morning | | | | | |",
        &[
            "a: too_small hall: 21 on 20",
            "b: hub_only stord",
            "followed: too_small stord: 9 on 8",
            "twice: room_twice hall",
        ],
    );
    // A first day that the centre is closed; what comes after moves by itself.
    check(
        "a | A | decided | 2027-03-02 | morning | | | | | |\n\
         b | A | decided | 2027-04-06 | morning | | | | | |\n\
         c | A | decided | 2027-04-06 | morning | | | | yes | |\n\
         d | A | decided | 2027-05-17 | morning | | | | | |\n\
         e | A | decided | 2027-02-23 | morning | | | | | |",
        &[
            "a: closed closed: 03-02 morning",
            "b: closed school_break: 04-06 morning",
            "d: closed holiday: 05-17 morning",
        ],
    );
    // What decided runs draw together.
    check(
        "a | A | decided | 2027-02-02 | morning | | | | | 600 | pot\n\
         b | A | decided | 2027-02-02 | morning | | | | | 700 | pot\n\
         c | A | decided | 2027-02-02 | morning | | | | | | pot",
        &[
            "a: overdrawn pot: 30000 with [RunId(\"b\")]",
            "b: overdrawn pot: 30000 with [RunId(\"a\")]",
        ],
    );
}

#[test]
fn a_part_of_the_day_that_is_not_stated_is_told_once_and_hides_nothing_certain() {
    // Evenings, when neither is open, and one closed morning say nothing of a run without a part.
    check(
        "a | A | decided | 2027-03-16 | | hall | one | | | |",
        &["a: whole_day 03-16, 03-23"],
    );
    // Closed in all parts, or not open: one word for a day that is both.
    check(
        "a | A | decided | 2027-03-09 | | hall | | | | |\n\
         b | A | decided | 2027-02-02 | | shut | | | | |",
        &[
            "a: whole_day 03-09, 03-16",
            "a: away hall: 03-09 morning, 03-09 afternoon",
            "b: whole_day 02-02, 02-09",
            "b: not_open shut: 02-02 morning, 02-02 afternoon, 02-02 evening, 02-09 morning, 02-09 afternoon, 02-09 evening",
        ],
    );
    // Another run on such a day may be beside it, as far as anybody can know.
    check(
        "a | A | decided | 2027-02-02 | | hall | | | | |\n\
         b | A | decided | 2027-02-09 | morning | hall | | | | |",
        &[
            "a: whole_day 02-02, 02-09",
            "a: taken hall by b: 02-09 morning",
            "b: taken hall by a: 02-09 morning",
        ],
    );
}

/// Every pair of decided runs, by looking at each of their sessions.
#[test]
fn clashes_are_those_of_every_pair_of_sessions() {
    use proptest::strategy::{Strategy, ValueTree};
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = 0;
    for _ in 0..300 {
        let mut desk = desks().new_tree(&mut runner).unwrap().current();
        // All that is wished for stands somewhere.
        let days = ["2027-01-04", "2027-01-05", "2027-01-11"];
        for (nth, run) in desk.runs.iter_mut().enumerate() {
            run.state = RunState::Decided;
            run.starts = Some(date(days[nth % days.len()]));
            run.room = desk
                .rooms
                .get(nth % desk.rooms.len().max(1))
                .map(|own| own.id.clone());
        }
        let as_of = date("2027-01-05");
        let mut expect: BTreeSet<(RunId, RunId)> = BTreeSet::new();
        for one in &desk.runs {
            for other in desk.runs.iter().filter(|other| other.id != one.id) {
                let later = |run: &Run| {
                    let slots = decided_slots(&desk, run).into_iter();
                    slots.filter(|slot| slot.date >= as_of).collect::<Vec<_>>()
                };
                let theirs = later(other);
                let meet = later(one).iter().any(|slot| theirs.contains(slot));
                let both = resources(&desk, one);
                let both = both.iter().any(|own| resources(&desk, other).contains(own));
                if meet && both {
                    expect.insert((one.id.clone(), other.id.clone()));
                }
            }
        }
        let mut found = BTreeSet::new();
        for own in badly_placed(&desk, spring(), as_of) {
            for fault in &own.faults {
                if let Misplaced::Taken { by, .. } = fault {
                    found.insert((own.run.clone(), by.clone()));
                }
            }
        }
        assert_eq!(found, expect);
        seen += found.len();
    }
    assert!(seen > 100, "{seen} clashes");
}
