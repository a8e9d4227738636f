//! Plans of small desks, and the planner against a slow readable one.

use chrono::NaiveDate;
use mestring_model::noun::{HalfDay, LeaderState};
use mestring_model::{Desk, Settings};
use proptest::prelude::*;

use super::*;
use crate::fixture::{desk, desk_with};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn january() -> Period {
    Period {
        from: date("2027-01-04"),
        until: date("2027-01-29"),
    }
}

/// Every wished run in the desk's order, each in a class of its own.
fn in_order(desk: &Desk) -> Vec<Ranked> {
    let wished = desk
        .runs
        .iter()
        .enumerate()
        .filter(|(_, run)| run.state == RunState::Wished);
    wished
        .enumerate()
        .map(|(at, (run, _))| Ranked { run, class: at + 1 })
        .collect()
}

use mestring_model::noun::RunState;

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
            let leaders: Vec<_> = placement
                .leaders
                .iter()
                .map(|(_, leader)| leader.to_string())
                .collect();
            format!(
                "{}: {} {} x{} in {room} by {}",
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
    let plan = plan(&desk, january(), &in_order(&desk));
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
            "R3: refused [all]: NoLeader { competence: Slug(\"heart\"), asked: 1, wished: 1 } held by []; \
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
    let plan = plan(&desk, period, &in_order(&desk));
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

/// A small desk with random runs, rooms and leaders, written as tables.
fn desks() -> impl Strategy<Value = Desk> {
    let room = (0_usize..3, 5_u32..30);
    let leader = (
        proptest::collection::vec(0_usize..3, 1..3),
        0_usize..3,
        0_u32..9,
    );
    let run = (
        1_u32..4,
        5_u32..25,
        proptest::collection::vec(0_usize..3, 0..3),
        0_usize..4,
        0_usize..3,
    );
    (
        proptest::collection::vec(room, 1..3),
        proptest::collection::vec(leader, 0..4),
        proptest::collection::vec(run, 1..7),
    )
        .prop_map(|(rooms, leaders, runs)| {
            let days = ["", "monday", "tuesday", "monday; tuesday"];
            let parts = ["", "morning", "afternoon"];
            let states = ["confirmed", "confirmed", "asked"];
            let mut text = "rooms\nid | name | seats | half_days\n".to_owned();
            for (at, (part, seats)) in rooms.iter().enumerate() {
                text += &format!("room{at} | Room | {seats} | {}\n", parts[*part]);
            }
            text += "\nleaders\nid | role | state | competences | half_day_limit\n";
            for (at, (able, state, limit)) in leaders.iter().enumerate() {
                let able: Vec<_> = able.iter().map(|able| format!("c{able}")).collect();
                text += &format!(
                    "l{at} | role | {} | {} | {limit}\n",
                    states[*state],
                    able.join(";")
                );
            }
            text += "\noffers\nid | title\nA | Course\n\nruns\n";
            text += "id | offer | state | sessions | seats | needs | weekdays | half_days\n";
            for (at, (sessions, seats, needs, day, part)) in runs.iter().enumerate() {
                let needs: Vec<_> = needs.iter().map(|need| format!("c{need}")).collect();
                text += &format!(
                    "r{at} | A | wished | {sessions} | {seats} | {} | {} | {}\n",
                    needs.join(";"),
                    days[*day],
                    parts[*part]
                );
            }
            desk(&text)
        })
}

/// The reference: tries every start, room and team of leaders, keeping bookings as a plain list.
fn slow_plan(desk: &Desk, period: Period) -> Vec<Option<(Slot, String)>> {
    let mut taken: Vec<(String, Slot)> = Vec::new();
    let mut half_days = std::collections::BTreeMap::<String, u32>::new();
    let mut all = Vec::new();
    for run in &desk.runs {
        let sessions = usize::try_from(*run.sessions.known().unwrap()).unwrap();
        let seats = *run.seats.known().unwrap();
        let mut found = None;
        let mut rooms: Vec<_> = desk
            .rooms
            .iter()
            .filter(|room| seats <= *room.seats.known().unwrap())
            .collect();
        rooms.sort_by_key(|room| (*room.seats.known().unwrap(), room.id.clone()));
        'start: for start in period
            .from
            .iter_days()
            .take_while(|day| *day <= period.until)
        {
            let weekday = mestring_model::noun::Weekday::of(start);
            let day_fits = if run.weekdays.is_empty() {
                weekday.is_workday()
            } else {
                run.weekdays.contains(&weekday)
            };
            if !day_fits {
                continue;
            }
            for half_day in [HalfDay::Morning, HalfDay::Afternoon] {
                if !run.half_days.is_empty() && !run.half_days.contains(&half_day) {
                    continue;
                }
                let slots: Vec<Slot> = (0..sessions)
                    .map(|week| Slot {
                        date: start + chrono::Days::new(7 * u64::try_from(week).unwrap()),
                        half_day,
                    })
                    .collect();
                if slots.iter().any(|slot| slot.date > period.until) {
                    continue;
                }
                let free =
                    |what: &str| !slots.iter().any(|s| taken.contains(&(what.to_owned(), *s)));
                for room in &rooms {
                    let open = room.half_days.is_empty() || room.half_days.contains(&half_day);
                    if !open || !free(room.id.as_str()) {
                        continue;
                    }
                    let able = |leader: &mestring_model::noun::Leader| {
                        let used = half_days.get(leader.id.as_str()).copied().unwrap_or(0);
                        leader.state == LeaderState::Confirmed
                            && free(leader.id.as_str())
                            && used + u32::try_from(sessions).unwrap()
                                <= leader.half_day_limit.unwrap()
                    };
                    let leaders: Vec<_> = desk.leaders.iter().filter(|l| able(l)).collect();
                    if let Some(team) = team(&run.needs, &leaders) {
                        found = Some((slots, room.id.to_string(), team));
                        break 'start;
                    }
                }
            }
        }
        // The reference books the planner's team, since any team of free leaders is right.
        all.push(
            found
                .as_ref()
                .map(|(slots, room, _)| (slots[0], room.clone())),
        );
        if let Some((slots, room, team)) = found {
            for slot in &slots {
                taken.push((room.clone(), *slot));
                for leader in &team {
                    taken.push((leader.clone(), *slot));
                    *half_days.entry(leader.clone()).or_default() += 1;
                }
            }
        }
    }
    all
}

/// Tries every way to give each need a leader of its own.
fn team(
    needs: &[mestring_model::id::Slug],
    leaders: &[&mestring_model::noun::Leader],
) -> Option<Vec<String>> {
    let Some((need, rest)) = needs.split_first() else {
        return Some(Vec::new());
    };
    for (at, leader) in leaders.iter().enumerate() {
        if leader.competences.contains(need) {
            let mut others = leaders.to_vec();
            others.remove(at);
            if let Some(mut team) = team(rest, &others) {
                team.push(leader.id.to_string());
                return Some(team);
            }
        }
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// The first run that gets no team of two choices is decided the same way by both planners; a
    /// plan passes the checker; and a refused run is refused by the reference too as long as both
    /// booked the same teams.
    #[test]
    fn the_planner_agrees_with_the_slow_one(desk in desks()) {
        let plan = plan(&desk, january(), &in_order(&desk));
        prop_assert_eq!(check(&desk, &plan), Ok(()));
        let slow = slow_plan(&desk, january());
        for (planned, slow) in plan.runs.iter().zip(&slow) {
            let fast = match &planned.outcome {
                Outcome::Placed(placement) => Some((
                    *placement.sessions.first().unwrap(),
                    placement.room.as_ref().unwrap().to_string(),
                )),
                Outcome::Refused(refusal) => {
                    prop_assert!(!refusal.shortages.is_empty(), "a refusal without a reason");
                    None
                }
            };
            prop_assert_eq!(&fast, slow, "{}", planned.run);
            // Which of several free leaders is taken may differ, and then later runs may too.
            let needs = &desk.runs[planned.index].needs;
            let choice = desk.leaders.iter().filter(|leader| {
                needs.iter().any(|need| leader.competences.contains(need))
            });
            if needs.len() > 1 || (needs.len() == 1 && choice.count() > 1) {
                break;
            }
        }
    }

    /// A seat, room or leader more never takes a place from the run of the highest priority.
    #[test]
    fn the_first_run_never_loses_by_what_others_want(desk in desks()) {
        let order = in_order(&desk);
        let whole = plan(&desk, january(), &order);
        let alone = plan(&desk, january(), &order[..1]);
        prop_assert_eq!(whole.runs.first(), alone.runs.first());
    }
}
