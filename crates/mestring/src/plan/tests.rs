//! Plans of small desks, and the planner against a slow readable one.

use chrono::NaiveDate;
use mestring_model::noun::RunState;
use mestring_model::{Desk, Settings};

use super::*;
use crate::fixture::{desk, desk_with};

mod hubs;
mod slow;
mod ways;

pub(super) use slow::desks;

pub(super) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn january() -> Period {
    Period {
        from: date("2027-01-04"),
        until: date("2027-01-29"),
    }
}

/// Every wished run in the desk's order, each in a class of its own.
pub(super) fn in_order(desk: &Desk) -> Vec<Ranked> {
    let wished = desk
        .runs
        .iter()
        .enumerate()
        .filter(|(_, run)| run.state == RunState::Wished);
    wished
        .enumerate()
        .map(|(at, (run, _))| Ranked {
            run,
            class: at + 1,
            ways: Ways::default(),
        })
        .collect()
}

/// A plan in one line a run.
fn shown(desk: &Desk, plan: &Plan) -> Vec<String> {
    assert_eq!(check(desk, plan), Ok(()));
    let line = |planned: &PlannedRun| match &planned.outcome {
        Outcome::Placed(placement) => {
            let first = placement.sessions.first().unwrap();
            let room = placement
                .room
                .as_ref()
                .map_or("-".to_owned(), ToString::to_string);
            let hubs = placement.hubs.iter();
            let hubs: String = hubs.map(|(_, room)| format!(" and {room}")).collect();
            let leaders: Vec<_> = placement
                .leaders
                .iter()
                .map(|(_, leader)| leader.to_string())
                .collect();
            format!(
                "{}: {} {} x{} in {room}{hubs} by {}",
                planned.run,
                first.date,
                first.half_day,
                placement.sessions.len(),
                leaders.join("+")
            )
        }
        Outcome::Refused(refusal) => {
            let lacks: Vec<_> = refusal
                .shortages
                .iter()
                .map(|shortage| {
                    let held: Vec<_> = shortage
                        .held_by
                        .iter()
                        .map(|holder| holder.run.to_string())
                        .collect();
                    let obstacles: Vec<_> = shortage.obstacles.iter().map(obstacle).collect();
                    let because = if obstacles.is_empty() {
                        String::new()
                    } else {
                        format!(" ({})", obstacles.join(", "))
                    };
                    format!("{:?} held by [{}]{because}", shortage.lack, held.join(","))
                })
                .collect();
            let together = if refusal.shortages.len() < 2 {
                ""
            } else if refusal.each_enough_alone {
                " [any]"
            } else {
                " [all]"
            };
            format!("{}: refused{together}: {}", planned.run, lacks.join("; "))
        }
    };
    plan.runs.iter().map(line).collect()
}

/// An obstacle in a few words: `large: R1 x4 from 2027-01-04 morning`.
fn obstacle(own: &Obstacle) -> String {
    let at = match &own.at {
        Resource::Room(id) => id.to_string(),
        Resource::Leader(id) => id.to_string(),
    };
    let why = match &own.why {
        Why::Taken(holder) => holder.run.to_string(),
        Why::Away => "away".to_owned(),
        Why::NotOpen => "not open".to_owned(),
        Why::AtLimit {
            limit,
            taken,
            needs,
            leads,
        } => {
            let leads: Vec<_> = leads.iter().map(|own| own.run.as_str()).collect();
            format!("{taken}+{needs} over {limit}, leads {}", leads.join("+"))
        }
    };
    let times = own.slots.first().map_or_else(String::new, |first| {
        let count = own.slots.len();
        format!(" x{count} from {} {}", first.date, first.half_day)
    });
    format!("{at}: {why}{times}")
}

fn check_plan(text: &str, expect: &[&str]) {
    let desk = desk(text);
    let plan = plan(&desk, january(), &in_order(&desk)).unwrap();
    assert_eq!(shown(&desk, &plan), expect);
}

const ROOMS: &str = "
rooms
id | name | seats
small | Small | 8
large | Large | 30
";

#[test]
fn the_tightest_room_and_the_earliest_start() {
    check_plan(
        &format!(
            "{ROOMS}
offers
id | title | sessions
A | Course A | 2

leaders
id | role | state | competences
nurse | nurse 1 | confirmed | diabetes

runs
id | offer | state | seats | needs
R1 | A | wished | 6 | diabetes
R2 | A | wished | 20 | diabetes"
        ),
        &[
            "R1: 2027-01-04 morning x2 in small by nurse",
            "R2: 2027-01-04 afternoon x2 in large by nurse",
        ],
    );
}

/// A room, a leader with so many half-days, a budget of 1000 kroner in so many days, and runs of one
/// session.
fn counted(limit: &str, until: &str, runs: &str) -> String {
    format!(
        "{ROOMS}
offers
id | title | sessions
A | Course A | 1

leaders
id | role | state | competences | half_day_limit
nurse | nurse 1 | confirmed | heart | {limit}

budgets
id | name | kind | amount | from | until
spring | Spring | money | 1000 | 2027-01-01 | {until}
autumn | Autumn | money | 1000 | 2027-07-01 | 2027-12-31

runs
id | offer | state | starts | half_days | leaders | needs | budgets | cost | earliest
{runs}"
    )
}

#[test]
fn what_a_run_that_was_held_drew_stays_drawn() {
    let held = |state: &str, starts: &str| {
        let runs = format!(
            "H1 | A | {state} | {starts} | morning | nurse | | spring | 1000 |\n\
             W1 | A | wished | | | | | spring | 1 |\n\
             W2 | A | wished | | | | heart | | |"
        );
        counted("1", "2027-06-30", &runs)
    };
    let drawn = "W1: refused: Budget { budget: BudgetId(\"spring\"), kind: Money, needs: 100, left: 0 } held by [H1]";
    let led = "W2: refused: Leader { competence: Slug(\"heart\"), leaders: 1 } held by [H1] (nurse: 1+1 over 1, leads H1)";
    let free = |run: &str, by: &str| format!("{run}: 2027-01-04 morning x1 in {by}");
    check_plan(&held("held", "2027-01-05"), &[drawn, led]);
    // In the budget's days, and not in the plan's.
    check_plan(
        &held("held", "2027-06-29"),
        &[drawn, &free("W2", "small by nurse")],
    );
    let both = [free("W1", "small by "), free("W2", "large by nurse")];
    let both: Vec<&str> = both.iter().map(String::as_str).collect();
    check_plan(&held("held", "2026-12-15"), &both);
    check_plan(&held("cancelled", "2027-01-05"), &both);
    // One that is decided draws where it lies too.
    check_plan(
        &held("decided", "2027-06-29"),
        &[drawn, &free("W2", "small by nurse")],
    );
    check_plan(&held("decided", "2027-07-05"), &both);
}

#[test]
fn a_run_begins_in_the_days_of_its_budgets() {
    let wished = |until: &str, budgets: &str, cost: &str, earliest: &str| {
        let run = format!("W1 | A | wished | | | | | {budgets} | {cost} | {earliest}");
        counted("", until, &run)
    };
    let placed = |day: &str| format!("W1: {day} morning x1 in small by ");
    check_plan(
        &wished("2027-06-30", "spring", "5", "2027-01-12"),
        &[&placed("2027-01-12")],
    );
    check_plan(
        &wished("2027-01-11", "spring", "5", "2027-01-12"),
        &[
            "W1: refused: BudgetDays { budgets: [BudgetId(\"spring\")], from: 2027-01-01, until: 2027-01-11 } held by []",
        ],
    );
    // It costs nothing, so no budget has to pay.
    check_plan(
        &wished("2027-01-11", "spring", "0", "2027-01-12"),
        &[&placed("2027-01-12")],
    );
    check_plan(
        &wished("2027-06-30", "spring; autumn", "5", ""),
        &[
            "W1: refused: BudgetDays { budgets: [BudgetId(\"spring\"), BudgetId(\"autumn\")], from: 2027-07-01, until: 2027-06-30 } held by []",
        ],
    );
}

#[test]
fn a_centre_without_rooms_says_so() {
    let desk = |rooms: &str| {
        format!(
            "{rooms}
offers
id | title | sessions
A | Course A | 1

runs
id | offer | state
R1 | A | wished"
        )
    };
    check_plan(&desk(""), &["R1: refused: NoRoom held by []"]);
    let followed = "rooms\nid | name | hub_only\nstord | Stord | yes\n";
    check_plan(&desk(followed), &["R1: refused: NoRoom held by []"]);
}

#[test]
fn every_refusal_says_what_is_short_and_who_holds_it() {
    check_plan(
        &format!(
            "{ROOMS}
offers
id | title | sessions
A | Course A | 4
B | Course B |

leaders
id | role | state | competences | weekdays | half_days
nurse | nurse 1 | confirmed | diabetes | monday | morning
new | nurse 2 | asked | heart | |
far | nurse 3 | wished | heart | |

budgets
id | name | kind | hours | amount | from | until
advice | Advice | adviser_hours | 10 | | 2027-01-01 | 2027-06-30

runs
id | offer | state | seats | needs | budgets | adviser_hours | equipment | sessions | weekdays | half_days | latest
R1 | A | wished | 20 | diabetes | advice | 6 | | | | |
R2 | A | wished | 20 | diabetes | | | | | | |
R3 | A | wished | 20 | heart | advice | 6 | | | | |
R4 | A | wished | 40 | | | | | | | |
R5 | A | wished | 20 | | advice | | hoist | | | |
R6 | B | wished | 20 | | | | | | | |
R7 | A | wished | 20 | | | | | 9 | | |
R8 | A | wished | 20 | | | | | 4 | monday | morning |"
        ),
        &[
            "R1: 2027-01-04 morning x4 in large by nurse",
            "R2: refused: Leader { competence: Slug(\"diabetes\"), leaders: 1 } held by [R1] (nurse: R1 x4 \
             from 2027-01-04 morning, nurse: not open x36 from 2027-01-04 afternoon)",
            "R3: refused [all]: NoLeader { competence: Slug(\"heart\"), needs: 1, confirmed: 0, asked: 1, wished: 1 } held by []; \
             Budget { budget: BudgetId(\"advice\"), kind: AdviserHours, needs: 360, left: 240 } held \
             by [R1]",
            "R4: refused: RoomTooSmall { needs: 40, largest: Some(30) } held by []",
            "R5: refused [all]: Equipment { missing: [Slug(\"hoist\")] } held by []; NotStated { column: \
             \"adviser_hours\" } held by []",
            "R6: refused: NotStated { column: \"sessions\" } held by []",
            "R7: refused: Window held by []",
            "R8: refused: Room held by [R1] (large: R1 x4 from 2027-01-04 morning)",
        ],
    );
}

#[test]
fn a_room_says_whether_it_is_taken_closed_or_not_open() {
    check_plan(
        "
rooms
id | name | seats | weekdays | half_days
A | Room A | 30 | monday | morning
B | Room B | 30 | tuesday; wednesday | morning

calendar
room | from | until | weekdays
B | 2027-01-04 | 2027-01-29 | wednesday

offers
id | title | sessions
C | Course | 4

runs
id | offer | state | weekdays | half_days
R1 | C | wished | monday | morning
R2 | C | wished | monday | morning
R3 | C | wished | monday | afternoon
R4 | C | wished | wednesday | morning",
        &[
            "R1: 2027-01-04 morning x4 in A by ",
            "R2: refused: Room held by [R1] (A: R1 x4 from 2027-01-04 morning, B: not open x4 from \
             2027-01-04 morning)",
            "R3: refused: Room held by [] (A: not open x4 from 2027-01-04 afternoon, B: not open x4 \
             from 2027-01-04 afternoon)",
            "R4: refused: Room held by [] (A: not open x4 from 2027-01-06 morning, B: away x4 from \
             2027-01-06 morning)",
        ],
    );
}

#[test]
fn a_leader_says_whether_he_leads_is_away_or_at_a_limit() {
    check_plan(
        "
rooms
id | name | seats
A | Room A | 30
B | Room B | 30

leaders
id | role | state | competences | weekdays | half_days | half_day_limit
busy | nurse 1 | confirmed | diabetes | monday | morning |
gone | nurse 2 | confirmed | heart | | |
few | nurse 3 | confirmed | cancer | | | 6
both | nurse 4 | confirmed | lungs; kidneys | | |

calendar
leader | from | until
gone | 2027-01-01 | 2027-01-31

offers
id | title | sessions
C | Course | 4

runs
id | offer | state | needs | weekdays | half_days
R1 | C | wished | diabetes | |
R2 | C | wished | diabetes | monday |
R3 | C | wished | heart | monday | morning
R4 | C | wished | cancer | |
R5 | C | wished | cancer | monday | morning
R6 | C | wished | lungs; kidneys | monday | morning
R7 | C | wished | heart; cancer | tuesday | morning
R8 | C | wished | lungs; kidneys | tuesday | morning",
        &[
            "R1: 2027-01-04 morning x4 in A by busy",
            "R2: refused: Leader { competence: Slug(\"diabetes\"), leaders: 1 } held by [R1] (busy: R1 \
             x4 from 2027-01-04 morning, busy: not open x4 from 2027-01-04 afternoon)",
            "R3: refused: Leader { competence: Slug(\"heart\"), leaders: 1 } held by [] (gone: away x4 \
             from 2027-01-04 morning)",
            "R4: 2027-01-04 morning x4 in B by few",
            "R5: refused [all]: Room held by [R1,R4] (A: R1 x4 from 2027-01-04 morning, B: R4 x4 from \
             2027-01-04 morning); Leader { competence: Slug(\"cancer\"), leaders: 1 } held by [R4] \
             (few: 4+4 over 6, leads R4)",
            "R6: refused [all]: Room held by [R1,R4] (A: R1 x4 from 2027-01-04 morning, B: R4 x4 from \
             2027-01-04 morning); SameLeader { competences: [Slug(\"kidneys\"), Slug(\"lungs\")], \
             leaders: [LeaderId(\"both\")] } held by []",
            "R7: refused [all]: Leader { competence: Slug(\"cancer\"), leaders: 1 } held by [R4] (few: \
             4+4 over 6, leads R4); Leader { competence: Slug(\"heart\"), leaders: 1 } held by [] \
             (gone: away x4 from 2027-01-05 morning)",
            "R8: refused: SameLeader { competences: [Slug(\"kidneys\"), Slug(\"lungs\")], leaders: \
             [LeaderId(\"both\")] } held by []",
        ],
    );
}

#[test]
fn decisions_outrank_the_order_and_decided_runs_keep_their_time() {
    check_plan(
        "
rooms
id | name | seats
only | Only | 30

offers
id | title | sessions
A | Course A | 4

runs
id | offer | state | starts | room | half_days | weekdays
D1 | A | decided | 2027-01-04 | only | morning |
R1 | A | wished | | | morning | monday
R2 | A | wished | | | afternoon | monday
R3 | A | wished | | | afternoon | monday

verdicts
kind | first | answer | role | on
run | R3 | held | leader of the centre | 2026-11-01
run | R1 | refused | leader of the centre | 2026-11-01",
        &[
            "R1: refused: DecidedAgainst { role: \"leader of the centre\", on: 2026-11-01 } held by []",
            "R2: refused: Room held by [R3] (only: R3 x4 from 2027-01-04 afternoon)",
            "R3: 2027-01-04 afternoon x4 in only by ",
        ],
    );
}

#[test]
fn a_holiday_moves_the_session_and_the_calendar_closes_rooms() {
    let desk = desk_with(
        Settings::default(),
        "
rooms
id | name | seats
only | Only | 30

calendar
room | from | until | weekdays
only | 2027-05-03 | 2027-05-31 | tuesday

offers
id | title | sessions
A | Course A | 3

runs
id | offer | state | weekdays | half_days
R1 | A | wished | monday; tuesday | morning",
    );
    // 17 May and Whit Monday (16 May 2027 is Whit Sunday) fall on the same Monday.
    let period = Period {
        from: date("2027-05-03"),
        until: date("2027-05-31"),
    };
    let plan = plan(&desk, period, &in_order(&desk)).unwrap();
    let Some(PlannedRun {
        outcome: Outcome::Placed(placement),
        ..
    }) = plan.runs.first()
    else {
        panic!("not placed");
    };
    let dates: Vec<_> = placement
        .sessions
        .iter()
        .map(|slot| slot.date.to_string())
        .collect();
    assert_eq!(dates, ["2027-05-03", "2027-05-10", "2027-05-24"]);
}

#[test]
fn what_was_not_weighed_is_counted_and_needs_nobody_beside_it_to_be_impossible() {
    let text = format!(
        "{ROOMS}
leaders
id | role | state | competences
nurse | nurse | confirmed | a; b

offers
id | title | sessions
A | Course A | 2
B | Course B |

runs
id | offer | state | needs | deadline | earliest
R1 | A | wished | a; b | |
R2 | B | wished | | |
R3 | A | wished | | 2027-01-08 | 2027-01-11
R4 | A | wished | | 2027-01-15 | 2027-01-11"
    );
    let desk = desk(&text);
    let one_class: Vec<Ranked> = in_order(&desk)
        .into_iter()
        .map(|own| Ranked { class: 1, ..own })
        .collect();
    let plan = plan(&desk, january(), &one_class).unwrap();
    let level = &plan.levels[0];
    assert_eq!((level.runs, level.placed, level.not_weighed), (4, 2, 1));
    let certainty = |at: usize| match &plan.runs[at].outcome {
        Outcome::Refused(refusal) => refusal.certainty.code(),
        Outcome::Placed(_) => "placed",
    };
    // The nurse would have to be two; that is no conflict with anybody.
    assert_eq!((certainty(0), certainty(1)), ("no_way", "not_weighed"));
    let by_deadline = plan.runs.iter().map(|own| {
        let run = &desk.runs[own.index];
        own.starts_by_deadline(run).into_known()
    });
    let by_deadline: Vec<Option<bool>> = by_deadline.collect();
    assert_eq!(by_deadline, [None, None, Some(false), Some(true)]);
}
