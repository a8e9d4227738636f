//! Every remedy is applied to the desk itself, as somebody would write it there, and planned again.

use std::collections::BTreeMap;

use chrono::Days;
use mestring_model::Desk;
use mestring_model::Fact;
use mestring_model::id::{LeaderId, RoomId};
use mestring_model::noun::{Busy, BusyKind, HalfDay, Leader, LeaderState, Room, Weekday};
use mestring_model::term::Term as _;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::*;
use crate::plan::plan;
use crate::plan::tests::{date, desks, in_order, january};
use crate::plan::{HALF_DAYS, Period};

/// The days of the week and parts of the day at which all of the slots lie.
fn pattern(slots: &[Slot]) -> (Vec<Weekday>, Vec<HalfDay>) {
    let mut days: Vec<Weekday> = slots.iter().map(|slot| Weekday::of(slot.date)).collect();
    let mut parts: Vec<HalfDay> = slots.iter().map(|slot| slot.half_day).collect();
    days.dedup();
    parts.dedup();
    assert_eq!((days.len(), parts.len()), (1, 1), "weekly sessions");
    (days, parts)
}

fn taken(room: Option<&RoomId>, leader: Option<&LeaderId>, slot: Slot) -> Busy {
    Busy {
        room: room.cloned(),
        leader: leader.cloned(),
        kind: None,
        from: slot.date,
        until: None,
        weekdays: Vec::new(),
        half_days: vec![slot.half_day],
        title: None,
        origin: Default::default(),
    }
}

/// Opens a room or a leader at all times, and closes it at those that are neither open nor new.
fn open_then(desk: &mut Desk, period: Period, at: Resource<'_>, new: &[Slot]) {
    let before = desk.clone();
    let ledger = Ledger::before_plan(&before, period);
    for day in period
        .from
        .iter_days()
        .take_while(|day| *day <= period.until)
    {
        for half_day in HALF_DAYS {
            let slot = Slot {
                date: day,
                half_day,
            };
            let closed = match at {
                Resource::Room(id) => {
                    let room = before.rooms.iter().position(|own| own.id == *id).unwrap();
                    ledger.room_holding(room, slot).is_some()
                }
                Resource::Leader(id) => {
                    let leader = before.leaders.iter().position(|own| own.id == *id).unwrap();
                    ledger.leader_holding(leader, slot).is_some()
                }
            };
            if closed && !new.contains(&slot) {
                desk.calendar.push(match at {
                    Resource::Room(id) => taken(Some(id), None, slot),
                    Resource::Leader(id) => taken(None, Some(id), slot),
                });
            }
        }
    }
    let days = Weekday::all().to_vec();
    match at {
        Resource::Room(id) => {
            let room = desk.rooms.iter_mut().find(|own| own.id == *id).unwrap();
            (room.weekdays, room.half_days) = (days, HALF_DAYS.to_vec());
        }
        Resource::Leader(id) => {
            let leader = desk.leaders.iter_mut().find(|own| own.id == *id).unwrap();
            (leader.weekdays, leader.half_days) = (days, HALF_DAYS.to_vec());
        }
    }
}

#[derive(Clone, Copy)]
enum Resource<'a> {
    Room(&'a RoomId),
    Leader(&'a LeaderId),
}

/// The desk with the change written into it, of a run by its position.
fn changed(desk: &Desk, period: Period, at: usize, change: &Change) -> Desk {
    let mut desk = desk.clone();
    let run = &mut desk.runs[at];
    let leader =
        |desk: &mut Desk, id: &LeaderId| desk.leaders.iter().position(|own| own.id == *id).unwrap();
    match change {
        Change::StartLater { until } => run.latest = Some(*until),
        Change::StartEarlier { from } => run.earliest = Some(*from),
        Change::Weekday { weekday } => run.weekdays.push(*weekday),
        Change::HalfDay { half_day } => run.half_days.push(*half_day),
        // The lead time stands in the order.
        Change::Ready { .. } => {}
        Change::InBreaks => run.in_breaks = Some(true),
        Change::OpenThen { slots } => {
            let covers = crate::plan::ways::covers;
            let days = || {
                period
                    .from
                    .iter_days()
                    .take_while(|day| *day <= period.until)
            };
            let all = days().flat_map(|date| HALF_DAYS.map(|half_day| Slot { date, half_day }));
            let all: Vec<Slot> = all.filter(|slot| !slots.contains(slot)).collect();
            let (rows, others): (Vec<Busy>, Vec<Busy>) = (desk.calendar.drain(..))
                .partition(|busy| slots.iter().any(|slot| covers(busy, *slot)));
            desk.calendar = others;
            for row in rows {
                let left = all.iter().filter(|slot| covers(&row, **slot));
                desk.calendar.extend(left.map(|slot| Busy {
                    kind: row.kind,
                    ..taken(None, None, *slot)
                }));
            }
        }
        Change::Confirm { leader: id, .. } => {
            let at = leader(&mut desk, id);
            desk.leaders[at].state = LeaderState::Confirmed;
        }
        Change::HalfDays { leader: id, more } => {
            let at = leader(&mut desk, id);
            *desk.leaders[at].half_day_limit.as_mut().unwrap() += more;
        }
        Change::LeaderThen { leader, slots } => {
            open_then(&mut desk, period, Resource::Leader(leader), slots);
        }
        Change::RoomThen { room, slots } => {
            open_then(&mut desk, period, Resource::Room(room), slots);
        }
        Change::Leader { competence, slots } => {
            let (weekdays, half_days) = pattern(slots);
            let text = "leaders\nid | role | state\nnew | one more | confirmed";
            let one = crate::fixture::desk(text).leaders.remove(0);
            desk.leaders.push(Leader {
                competences: vec![competence.clone()],
                weekdays,
                half_days,
                from: slots.first().map(|slot| slot.date),
                until: slots.last().map(|slot| slot.date),
                ..one
            });
        }
        Change::Room {
            organisation,
            seats,
            equipment,
            slots,
        } => {
            let (weekdays, half_days) = pattern(slots);
            desk.rooms.push(Room {
                id: RoomId::new("new").unwrap(),
                organisation: organisation.clone(),
                hub_only: organisation.as_ref().map(|_| true),
                seats: Fact::from(*seats),
                equipment: equipment.clone(),
                weekdays,
                half_days,
                from: slots.first().map(|slot| slot.date),
                until: slots.last().map(|slot| slot.date),
                ..desk.rooms[0].clone()
            });
        }
        Change::Equip { room, equipment } => {
            let at = desk.rooms.iter().position(|own| own.id == *room).unwrap();
            desk.rooms[at].equipment.extend(equipment.iter().cloned());
        }
        Change::Budget { more, .. } => {
            let hours = desk.budgets[0].hours.as_mut().unwrap();
            let minutes = i64::from(hours.minutes()) + more;
            *hours = mestring_model::quantity::Hours::from_minutes(u32::try_from(minutes).unwrap());
        }
    }
    desk
}

/// The same with a start that is a day nearer to what the run asked for.
fn a_day_less(change: &Change) -> Option<Change> {
    let day = Days::new(1);
    match change {
        Change::StartLater { until } => Some(Change::StartLater {
            until: *until - day,
        }),
        Change::StartEarlier { from } => Some(Change::StartEarlier { from: *from + day }),
        Change::Ready { from } => Some(Change::Ready { from: *from + day }),
        _ => None,
    }
}

fn kind(change: &Change) -> &'static str {
    match change {
        Change::StartLater { .. } => "start later",
        Change::StartEarlier { .. } => "start earlier",
        Change::Weekday { .. } => "weekday",
        Change::HalfDay { .. } => "half-day",
        Change::Ready { .. } => "ready",
        Change::InBreaks => "in breaks",
        Change::OpenThen { .. } => "open then",
        Change::Confirm { .. } => "confirm",
        Change::LeaderThen { .. } => "leader then",
        Change::HalfDays { .. } => "half-days",
        Change::Leader { .. } => "leader",
        Change::RoomThen { .. } => "room then",
        Change::Equip { .. } => "equip",
        Change::Room {
            organisation: Some(_),
            ..
        } => "hub room",
        Change::Room { .. } => "room",
        Change::Budget { .. } => "budget",
    }
}

/// A random desk with windows, closed days, school breaks and courses that are not ready.
fn any_desk(period: Period) -> impl Strategy<Value = (Desk, Vec<Ranked>)> {
    let day = move |at: u64| period.from + Days::new(at);
    let run = (0..9_u64, 0..6_u64, 0..12_u64, any::<bool>());
    let off = (0..9_u64, 0..3_u64, any::<bool>());
    (desks(), vec(run, 8), vec(off, 0..3)).prop_map(move |(mut desk, runs, off)| {
        let mut order = in_order(&desk);
        for (run, (from, days, _, in_breaks)) in desk.runs.iter_mut().zip(&runs) {
            run.earliest = (*from < 5).then(|| day(*from));
            run.latest = (*days < 4).then(|| day(*from + *days));
            run.in_breaks = in_breaks.then_some(true);
        }
        for (ranked, (_, _, lead, _)) in order.iter_mut().zip(&runs) {
            ranked.ways.lead = (*lead < 6).then(|| crate::plan::Lead {
                weeks: 1,
                from: day(*lead),
            });
        }
        let closed = off.into_iter().map(|(from, days, closed)| Busy {
            kind: Some(match closed {
                true => BusyKind::Closed,
                false => BusyKind::SchoolBreak,
            }),
            until: Some(day(from + days)),
            half_days: Vec::new(),
            ..taken(
                None,
                None,
                Slot {
                    date: day(from),
                    half_day: HalfDay::Morning,
                },
            )
        });
        desk.calendar.extend(closed);
        (desk, order)
    })
}

#[test]
fn every_remedy_lets_its_run_in_and_takes_nobodys_place_that_counts_before() {
    let period = Period {
        until: date("2027-01-12"),
        ..january()
    };
    let mut runner = TestRunner::deterministic();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lessened = 0;
    let mut losses = 0;
    for _ in 0..600 {
        let (desk, order) = any_desk(period).new_tree(&mut runner).unwrap().current();
        let mut proposed = plan(&desk, period, &order).unwrap();
        let watch = &mut |_, _| ControlFlow::Continue(());
        find_remedies(&desk, &mut proposed, Search::default(), watch).unwrap();
        for (at, planned) in proposed.runs.iter().enumerate() {
            for remedy in planned.remedies().unwrap_or(&[]) {
                *kinds.entry(kind(&remedy.change)).or_default() += 1;
                let desk = changed(&desk, period, planned.index, &remedy.change);
                let mut order = order.clone();
                if let Change::Ready { from } = remedy.change {
                    order[at].ways.lead.as_mut().unwrap().from = from;
                }
                let again = plan(&desk, period, &order).unwrap();
                assert!(again.runs[at].is_placed(), "{}: {remedy:?}", planned.run);
                if let Some(less) = a_day_less(&remedy.change) {
                    let desk = changed(&desk, period, planned.index, &less);
                    if let Change::Ready { from } = less {
                        order[at].ways.lead.as_mut().unwrap().from = from;
                    }
                    let again = plan(&desk, period, &order).unwrap();
                    assert!(!again.runs[at].is_placed(), "less than {remedy:?}");
                    lessened += 1;
                }
                for (before, now) in proposed.runs.iter().zip(&again.runs).take(at) {
                    let also = remedy.also.contains(&now.run);
                    assert_eq!(
                        before.is_placed() || also,
                        now.is_placed(),
                        "{}: {remedy:?}",
                        now.run
                    );
                }
                let after = proposed.runs.iter().zip(&again.runs).skip(at + 1);
                let lost = after.filter(|(before, now)| before.is_placed() && !now.is_placed());
                let lost: Vec<&RunId> = lost.map(|(_, now)| &now.run).collect();
                assert_eq!(remedy.loses.iter().collect::<Vec<_>>(), lost, "{remedy:?}");
                losses += lost.len();
            }
        }
    }
    assert!(lessened > 100, "{lessened}");
    // The random desks have no equipment; the case below has.
    let seen: Vec<&str> = kinds.keys().copied().collect();
    assert_eq!(
        seen,
        [
            "budget",
            "confirm",
            "half-day",
            "half-days",
            "hub room",
            "in breaks",
            "leader",
            "leader then",
            "open then",
            "ready",
            "room",
            "room then",
            "start earlier",
            "start later",
            "weekday"
        ],
        "{kinds:?}"
    );
    assert!(losses > 5, "{losses} losses");
}

/// What would let each refused run in, in a few words.
fn check_remedies(text: &str, expect: &[&str]) {
    let desk = crate::fixture::desk(text);
    let mut plan = plan(&desk, january(), &in_order(&desk)).unwrap();
    let watch = &mut |_, _| ControlFlow::Continue(());
    find_remedies(&desk, &mut plan, Search::default(), watch).unwrap();
    let times = |slots: &[Slot]| {
        let slots = slots.iter();
        let slots = slots.map(|slot| format!("{} {}", slot.date.format("%d.%m"), slot.half_day));
        slots.collect::<Vec<_>>().join(", ")
    };
    let said = |remedy: &Remedy| {
        let also: Vec<&str> = remedy.also.iter().map(|run| run.as_str()).collect();
        let change = match &remedy.change {
            Change::Budget { more, .. } => format!("{more} minutes more"),
            Change::Equip { room, equipment } => format!("{room} gets {}", equipment[0]),
            Change::HalfDays { leader, more } => format!("{leader} leads {more} more"),
            Change::Confirm { leader, .. } => format!("{leader} says yes"),
            Change::StartLater { until: day } | Change::StartEarlier { from: day } => {
                format!("{} {}", kind(&remedy.change), day.format("%d.%m"))
            }
            Change::Weekday { weekday } => format!("{weekday} too"),
            Change::HalfDay { half_day } => format!("{half_day} too"),
            Change::InBreaks => "in breaks".to_owned(),
            Change::Room {
                organisation: Some(owner),
                slots,
                ..
            } => format!("room of {owner} {}", times(slots)),
            other => format!("{} {}", kind(other), times(other.slots().unwrap())),
        };
        let loses: Vec<&str> = remedy.loses.iter().map(|run| run.as_str()).collect();
        let with = |said: String, word: &str, runs: &[&str]| match runs {
            [] => said,
            runs => format!("{said}, {word} {}", runs.join(" and ")),
        };
        with(with(change, "with", &also), "loses", &loses)
    };
    let runs = plan
        .runs
        .iter()
        .filter_map(|own| Some((own, own.remedies()?)));
    let lines: Vec<String> = runs
        .map(|(own, remedies)| {
            let remedies: Vec<String> = remedies.iter().map(said).collect();
            format!("{}: {}", own.run, remedies.join("; "))
        })
        .collect();
    assert_eq!(lines, expect);
}

const ONE_ROOM: &str = "
rooms
id | name | seats | weekdays | half_days
hall | Hall | 20 | monday | morning

offers
id | title | sessions
A | Course A | 4
";

#[test]
fn who_counts_after_the_run_and_loses_its_place_to_it_is_told() {
    check_remedies(
        &format!(
            "{ONE_ROOM}
runs
id | offer | state | seats | weekdays | half_days
R1 | A | wished | 20 | tuesday | morning
R2 | A | wished | 20 | monday | morning"
        ),
        &[
            "R1: monday too, loses R2; room then 05.01 morning, 12.01 morning, 19.01 morning, \
             26.01 morning; room 05.01 morning, 12.01 morning, 19.01 morning, 26.01 morning",
        ],
    );
}

#[test]
fn a_room_is_equipped_opened_or_added() {
    check_remedies(
        &format!(
            "{ONE_ROOM}
runs
id | offer | state | seats | equipment | weekdays | half_days
R1 | A | wished | 20 | | | morning
R2 | A | wished | 20 | | | morning
R3 | A | wished | 20 | hoist | monday | afternoon
R4 | A | wished | 20 | | monday | morning"
        ),
        &[
            "R2: room then 05.01 morning, 12.01 morning, 19.01 morning, 26.01 morning; room 04.01 \
             morning, 11.01 morning, 18.01 morning, 25.01 morning",
            "R3: room 04.01 afternoon, 11.01 afternoon, 18.01 afternoon, 25.01 afternoon",
            // Whatever room comes, R2 has it first.
            "R4: ",
        ],
    );
}

#[test]
fn a_room_that_lacks_equipment_gets_it() {
    check_remedies(
        "
rooms
id | name | seats | equipment
small | Small | 8 | hoist
hall | Hall | 20 | screen

offers
id | title | sessions
A | Course A | 2

runs
id | offer | state | seats | equipment
R1 | A | wished | 20 | screen; hoist",
        &["R1: hall gets hoist; room 04.01 morning, 11.01 morning"],
    );
}

#[test]
fn a_budget_must_reach_for_those_who_come_in_before() {
    check_remedies(
        &format!(
            "{ONE_ROOM}
budgets
id | name | kind | hours | from | until
advice | Advice | adviser_hours | 3 | 2027-01-01 | 2027-06-30

runs
id | offer | state | seats | budgets | adviser_hours | format
R1 | A | wished | 20 | advice | 4 | digital_live
R2 | A | wished | 20 | advice | 5 | digital_live
R3 | A | wished | 20 | | | "
        ),
        &["R1: 60 minutes more", "R2: 360 minutes more, with R1"],
    );
}

#[test]
fn the_run_begins_at_another_time_or_lies_on_other_days() {
    check_remedies(
        &format!(
            "{ONE_ROOM}
runs
id | offer | state | seats | sessions | weekdays | half_days | earliest | latest | deadline
R1 | A | wished | 20 | 2 | monday | morning | | 2027-01-04 |
R2 | A | wished | 20 | 1 | monday | morning | | 2027-01-11 |
R3 | A | wished | 20 | 1 | monday | morning | | 2027-01-11 | 2027-01-17
R4 | A | wished | 20 | 1 | tuesday | morning | 2027-01-25 | |
R5 | A | wished | 20 | 1 | monday | morning | 2027-01-18 | 2027-01-18 |
R6 | A | wished | 20 | 1 | monday | morning | 2027-01-20 | 2027-01-21 |"
        ),
        &[
            "R2: start later 18.01, loses R5; room 04.01 morning",
            // Not after the deadline.
            "R3: ",
            "R4: monday too; room then 26.01 morning; room 26.01 morning",
            "R6: start later 25.01",
        ],
    );
}

#[test]
fn a_centre_opens_or_a_run_lies_in_the_break() {
    let runs = "
runs
id | offer | state | seats | sessions | weekdays | half_days | earliest | latest
R1 | A | wished | 20 | 2 | monday | morning | 2027-01-11 | 2027-01-11

calendar
kind | from | until
school_break | 2027-01-11 | 2027-01-15";
    check_remedies(
        &format!("{ONE_ROOM}{runs}"),
        &["R1: start later 18.01; start earlier 04.01; in breaks"],
    );
    let closed = runs.replace("school_break", "closed");
    check_remedies(
        &format!("{ONE_ROOM}{closed}"),
        &["R1: start later 18.01; start earlier 04.01; open then 11.01 morning"],
    );
}

#[test]
fn a_room_elsewhere_is_equipped_opened_or_added() {
    check_remedies(
        &format!(
            "{ONE_ROOM}
organisations
id | name | kind
stord | Stord | hospital
voss | Voss | hospital

runs
id | offer | state | seats | weekdays | half_days | format
R1 | A | wished | 20 | monday | morning | hybrid
R2 | A | wished | 20 | monday | morning | hybrid
R3 | A | wished | 20 | tuesday | morning | hybrid

hubs
run | organisation | seats | equipment
R1 | stord | 6 | screen
R1 | voss | |
R2 | voss | |
R3 | voss | |"
        )
        .replace(
            "id | name | seats | weekdays | half_days\nhall | Hall | 20 | monday | morning",
            "id | name | seats | weekdays | half_days | organisation | hub_only
             hall | Hall | 20 | monday; tuesday | morning | |
             s1 | Room | 5 | monday | morning | stord | yes
             s2 | Room | 6 | monday | morning | stord | yes
             v1 | Room | 6 | monday | | voss | yes",
        ),
        &[
            "R1: s2 gets screen, loses R2; room of stord 04.01 morning, 11.01 morning, 18.01 morning, \
             25.01 morning, loses R2",
            "R3: room then 05.01 morning, 12.01 morning, 19.01 morning, 26.01 morning; room of voss \
             05.01 morning, 12.01 morning, 19.01 morning, 26.01 morning",
        ],
    );
}
