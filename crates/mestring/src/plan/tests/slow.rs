//! The planner against a slow readable one that tries everything.

use mestring_model::Desk;
use mestring_model::Fact;
use mestring_model::id::BudgetId;
use mestring_model::noun::{Busy, BusyKind, Format, HalfDay, Hub, LeaderState, Room, Run};
use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// A small desk with random runs, rooms, leaders and a budget, and with groups that follow some of the
/// runs elsewhere, written as tables.
pub(in crate::plan) fn desks() -> impl Strategy<Value = Desk> {
    let room = (0_usize..3, 5_u32..30, 0_usize..4, 0_u8..4);
    let leader = (
        proptest::collection::vec(0_usize..3, 1..3),
        0_usize..3,
        0_u32..9,
        0_usize..3,
    );
    let run = (
        1_u32..3,
        5_u32..25,
        proptest::collection::vec(0_usize..3, 0..3),
        0_usize..4,
        0_usize..3,
        0_u32..8,
        proptest::collection::vec((0_usize..6, 0_u32..9), 0..3),
    );
    (
        8_u32..30,
        proptest::collection::vec(room, 1..6),
        proptest::collection::vec(leader, 0..4),
        proptest::collection::vec(run, 1..6),
    )
        .prop_map(|(hours, rooms, leaders, runs)| {
            let days = ["monday", "monday", "tuesday", "monday; tuesday"];
            let parts = ["", "morning", "afternoon"];
            let states = ["confirmed", "confirmed", "asked"];
            let owners = ["stord", "stord", "voss", ""];
            let mut text = "organisations\nid | name | kind\nstord | Stord | hospital\n\
                            voss | Voss | hospital\n\n\
                            rooms\nid | name | seats | half_days | organisation | hub_only\n"
                .to_owned();
            for (at, (part, seats, owner, hub_only)) in rooms.iter().enumerate() {
                let (part, owner) = (parts[*part], owners[*owner]);
                let hub_only = if *hub_only == 0 { "yes" } else { "" };
                text += &format!("room{at} | Room | {seats} | {part} | {owner} | {hub_only}\n");
            }
            text += "\nleaders\nid | role | state | competences | half_day_limit | weekdays\n";
            for (at, (able, state, limit, day)) in leaders.iter().enumerate() {
                let able: Vec<_> = able.iter().map(|able| format!("c{able}")).collect();
                text += &format!(
                    "l{at} | role | {} | {} | {limit} | {}\n",
                    states[*state],
                    able.join(";"),
                    ["", "monday", "tuesday"][*day],
                );
            }
            text += "\nbudgets\nid | name | kind | hours | from | until\n";
            // Some have it for the first days only.
            let until = ["2027-01-12", "2027-06-30", "2027-06-30"][hours as usize % 3];
            text += &format!("advice | Advice | adviser_hours | {hours} | 2027-01-01 | {until}\n");
            text += "\noffers\nid | title\nA | Course\n\nruns\n";
            text += "id | offer | state | sessions | seats | needs | weekdays | half_days | budgets | \
                     adviser_hours\n";
            for (at, (sessions, seats, needs, day, part, hours, _)) in runs.iter().enumerate() {
                let needs: Vec<_> = needs.iter().map(|need| format!("c{need}")).collect();
                text += &format!(
                    "r{at} | A | wished | {sessions} | {seats} | {} | {} | {} | advice | {hours}\n",
                    needs.join(";"),
                    days[*day],
                    parts[*part]
                );
            }
            text += "\nhubs\nrun | organisation | seats\n";
            for (at, (.., hubs)) in runs.iter().enumerate() {
                // Most runs are followed nowhere else.
                let hubs = hubs.iter().filter(|(owner, _)| *owner < 3);
                for (owner, seats) in hubs {
                    let seats = Some(*seats).filter(|seats| *seats > 3);
                    let seats = seats.map_or(String::new(), |seats| seats.to_string());
                    text += &format!("r{at} | {} | {seats}\n", owners[*owner]);
                }
            }
            desk(&text)
        })
}

/// What a run could use at once: everything that it would hold, by name and time.
type Way = Vec<(String, Slot)>;

/// Every way to hold a run with nothing else planned: each start, room, rooms elsewhere and team of
/// leaders; and without any room where it may be held digitally.
fn ways(desk: &Desk, period: Period, run: &Run, may: Ways) -> Vec<Way> {
    let sessions = *run.sessions.known().unwrap() as usize;
    let seats = *run.seats.known().unwrap();
    let mut all = Vec::new();
    let days = period.from.iter_days();
    for start in days.take_while(|day| *day <= period.until) {
        if may.lead.is_some_and(|lead| start < lead.from) {
            continue;
        }
        let draws = run
            .adviser_hours
            .known()
            .is_some_and(|own| own.minutes() > 0);
        let has = |id: &BudgetId| {
            let mut budgets = desk.budgets.iter().filter(|own| own.id == *id);
            budgets.any(|own| own.from <= start && start <= own.until)
        };
        if draws && !run.budgets.iter().all(has) {
            continue;
        }
        if !run
            .weekdays
            .contains(&mestring_model::noun::Weekday::of(start))
        {
            continue;
        }
        for half_day in [HalfDay::Morning, HalfDay::Afternoon] {
            if !run.half_days.is_empty() && !run.half_days.contains(&half_day) {
                continue;
            }
            let weeks = (0..60).map(|week| Slot {
                date: start + chrono::Days::new(7 * week),
                half_day,
            });
            let open = |slot: &Slot| !nothing_is_held(desk, run, slot);
            let slots: Vec<Slot> = weeks.filter(open).take(sessions).collect();
            let starts = slots.first().is_some_and(|slot| slot.date == start);
            if !starts || slots.iter().any(|slot| slot.date > period.until) {
                continue;
            }
            let open =
                |room: &&Room| room.half_days.is_empty() || room.half_days.contains(&half_day);
            let rooms = desk.rooms.iter().filter(open).filter(|room| {
                seats <= *room.seats.known().unwrap() && room.hub_only != Some(true)
            });
            let leaders: Vec<_> = desk
                .leaders
                .iter()
                .filter(|leader| {
                    let weekday = mestring_model::noun::Weekday::of(start);
                    leader.state == LeaderState::Confirmed
                        && (leader.weekdays.is_empty() || leader.weekdays.contains(&weekday))
                })
                .collect();
            let own: Vec<Vec<&str>> = match run.format {
                Fact::Known(Format::DigitalLive) => vec![Vec::new()],
                _ => rooms.map(|room| vec![room.id.as_str()]).collect(),
            };
            let open: Vec<&Room> = desk.rooms.iter().filter(open).collect();
            let hubs: Vec<&Hub> = desk.hubs.iter().filter(|hub| hub.run == run.id).collect();
            let with = own.iter().flat_map(|own| followed(own, &hubs, &open));
            let without = (may.digital != Digital::No).then(Vec::new);
            for rooms in with.chain(without) {
                for team in teams(&run.needs, &leaders) {
                    let holds = team.iter().map(String::as_str).chain(rooms.iter().copied());
                    let at = |what: &str| {
                        let slots = slots.iter();
                        slots
                            .map(|slot| (what.to_owned(), *slot))
                            .collect::<Vec<_>>()
                    };
                    all.push(holds.flat_map(at).collect());
                }
            }
        }
    }
    all
}

/// Every way to give each group elsewhere a room of its own beside those that are taken.
fn followed<'a>(taken: &[&'a str], hubs: &[&Hub], rooms: &[&'a Room]) -> Vec<Vec<&'a str>> {
    let Some((hub, rest)) = hubs.split_first() else {
        return vec![taken.to_vec()];
    };
    let does = |room: &&&Room| {
        let there = room.organisation.as_ref() == Some(&hub.organisation);
        let needs = hub.seats.into_known().unwrap_or(0);
        there && needs <= *room.seats.known().unwrap() && !taken.contains(&room.id.as_str())
    };
    let rooms_there = rooms.iter().filter(does);
    let more = rooms_there.flat_map(|room| {
        let taken: Vec<&str> = taken.iter().copied().chain([room.id.as_str()]).collect();
        followed(&taken, rest, rooms)
    });
    more.collect()
}

/// Whether the made-up calendar stops the run then.
fn nothing_is_held(desk: &Desk, run: &Run, slot: &Slot) -> bool {
    desk.calendar.iter().any(|busy| {
        let stops = busy.kind == Some(BusyKind::Closed) || run.in_breaks != Some(true);
        let parts = busy.half_days.is_empty() || busy.half_days.contains(&slot.half_day);
        stops && busy.from <= slot.date && slot.date <= busy.until.unwrap() && parts
    })
}

/// Whether the runs can all be held, by trying everything.
fn together(desk: &Desk, runs: &[Vec<Way>], taken: &mut Way) -> bool {
    let Some((first, rest)) = runs.split_first() else {
        return true;
    };
    first.iter().any(|way| {
        if way.iter().any(|own| taken.contains(own)) {
            return false;
        }
        let before = taken.len();
        taken.extend(way.iter().cloned());
        let within = desk.leaders.iter().all(|leader| {
            let held = taken.iter().filter(|(what, _)| what == leader.id.as_str());
            held.count() <= leader.half_day_limit.unwrap() as usize
        });
        let fits = within && together(desk, rest, taken);
        taken.truncate(before);
        fits
    })
}

/// The reference: run by run, whether it can be held together with all that were let in before it.
fn slow_plan(desk: &Desk, period: Period, order: &[Ranked]) -> Vec<bool> {
    let mut kept: Vec<Vec<Way>> = Vec::new();
    let mut left = i64::from(desk.budgets[0].hours.unwrap().minutes());
    order
        .iter()
        .map(|ranked| {
            let run = &desk.runs[ranked.run];
            let hours = i64::from(run.adviser_hours.known().unwrap().minutes());
            kept.push(ways(desk, period, run, ranked.ways));
            let fits = hours <= left && together(desk, &kept, &mut Vec::new());
            if fits {
                left -= hours;
            } else {
                kept.pop();
            }
            fits
        })
        .collect()
}

/// Every way to give each need a leader of its own.
fn teams(
    needs: &[mestring_model::id::Slug],
    leaders: &[&mestring_model::noun::Leader],
) -> Vec<Vec<String>> {
    let Some((need, rest)) = needs.split_first() else {
        return vec![Vec::new()];
    };
    let mut all = Vec::new();
    for (at, leader) in leaders.iter().enumerate() {
        if leader.competences.contains(need) {
            let mut others = leaders.to_vec();
            others.remove(at);
            for mut team in teams(rest, &others) {
                team.push(leader.id.to_string());
                all.push(team);
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Who is placed is who comes in when everything is tried, and no refusal that is said to be
    /// proven is wrong. A plan passes the checker, and every refusal names what is short.
    #[test]
    fn the_planner_agrees_with_trying_everything(
        mut desk in desks(),
        may in vec((0..3_usize, 0..10_i64), 8),
        off in vec((0..9_u64, 0..3_u64, any::<bool>(), 0..4_usize), 0..3),
        in_breaks in vec(any::<bool>(), 8),
        online in vec(0..4_u8, 8),
    ) {
        let period = Period { until: date("2027-01-18"), ..january() };
        let mut order = in_order(&desk);
        for (ranked, (digital, lead)) in order.iter_mut().zip(may) {
            ranked.ways = Ways {
                digital: [Digital::No, Digital::First, Digital::RoomShort][digital],
                // Up to five days into the plan, or none.
                lead: (lead < 6).then(|| Lead {
                    weeks: 1,
                    from: period.from + chrono::TimeDelta::days(lead),
                }),
            };
        }
        for (run, in_breaks) in desk.runs.iter_mut().zip(in_breaks) {
            run.in_breaks = in_breaks.then_some(true);
        }
        for (ranked, online) in order.iter_mut().zip(online) {
            // Whatever is sent out from no room is followed in rooms all the same.
            if online == 0 {
                desk.runs[ranked.run].format = Fact::Known(Format::DigitalLive);
                ranked.ways.digital = Digital::No;
            }
        }
        for (from, days, closed, part) in off {
            let from = period.from + chrono::Days::new(from);
            desk.calendar.push(Busy {
                room: None,
                leader: None,
                kind: Some(if closed { BusyKind::Closed } else { BusyKind::SchoolBreak }),
                from,
                until: Some(from + chrono::Days::new(days)),
                weekdays: Vec::new(),
                half_days: HALF_DAYS.get(part).into_iter().copied().collect(),
                title: None,
                origin: Default::default(),
            });
        }
        let plan = plan(&desk, period, &order).unwrap();
        prop_assert_eq!(check(&desk, &plan), Ok(()));
        let slow = slow_plan(&desk, period, &order);
        for (planned, fits) in plan.runs.iter().zip(&slow) {
            match &planned.outcome {
                Outcome::Placed(placement) => {
                    prop_assert!(*fits, "{} has a place", planned.run);
                    // Digital is the first choice only where it is one.
                    let digital = placement.room.is_none();
                    let sent = desk.runs[planned.index].format.is_known();
                    match planned.ways.digital {
                        Digital::No => prop_assert_eq!(digital, sent),
                        Digital::First => prop_assert!(digital),
                        Digital::RoomShort => {}
                    }
                }
                Outcome::Refused(refusal) => {
                    prop_assert!(!refusal.shortages.is_empty(), "a refusal without a reason");
                    prop_assert!(!*fits, "{}: {:?}", planned.run, refusal.certainty);
                }
            }
        }
        prop_assert_eq!(slow.len(), plan.runs.len());
    }

    /// A seat, room or leader that others want never takes a place from the run of the highest
    /// priority.
    #[test]
    fn the_first_run_never_loses_by_what_others_want(desk in desks()) {
        let order = in_order(&desk);
        let whole = plan(&desk, january(), &order).unwrap();
        let alone = plan(&desk, january(), &order[..1]).unwrap();
        let placed = |plan: &Plan| plan.runs.first().map(PlannedRun::is_placed);
        prop_assert_eq!(placed(&whole), placed(&alone));
    }
}
