//! What stands elsewhere after something happened, and why.

use mestring_model::id::{LeaderId, RoomId, RunId};
use mestring_model::noun::{HalfDay, Slot};
use mestring_model::{Desk, Settings};

use super::*;
use crate::decide::Packs;
use crate::fixture::desk_with;
use crate::plan::{Fate, Lack, Placement, Resource, Why};

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

/// Two rooms, two leaders of one competence, four weeks.
fn centre(runs: &str) -> Desk {
    let settings = Settings {
        plan_from: Some(day("2027-01-04")),
        plan_until: Some(day("2027-01-29")),
        ..Settings::default()
    };
    desk_with(
        settings,
        &format!(
            "
offers
id | title | sessions
A | Course A | 4

rooms
id | name | seats | weekdays | half_days
hall | Hall | 20 | monday; tuesday | morning

leaders
id | role | state | competences | weekdays
one | nurse 1 | confirmed | heart | monday; tuesday
two | nurse 2 | confirmed | heart | monday

runs
id | offer | state | starts | room | leaders | weekdays | half_days | needs | waiting_since
{runs}"
        ),
    )
}

fn shown(placement: Option<&Placement>) -> String {
    placement.map_or_else(
        || "nowhere".to_owned(),
        |own| {
            let first = own.sessions.first().unwrap();
            let leaders: Vec<&str> = own.leaders.iter().map(|(_, id)| id.as_str()).collect();
            let room = own.room.as_ref().map_or("-", |room| room.as_str());
            let hubs = own.hubs.iter();
            let hubs: String = hubs.map(|(_, room)| format!("+{room}")).collect();
            format!(
                "{} {} {room}{hubs} {}",
                first.date,
                first.half_day,
                leaders.join("+")
            )
        },
    )
}

fn check(desk: &Desk, events: &[Event], expect: &[&str]) -> WhatIf {
    let packs = Packs::shipped().unwrap();
    let decider = Decider::new(desk, &packs, day("2026-11-22"), Some(1));
    let found = decider.what_if(events).unwrap();
    let lines: Vec<String> = found
        .changes
        .iter()
        .map(|own| {
            let decided = if own.decided { "!" } else { "" };
            let (before, after) = (shown(own.before.as_ref()), shown(own.after.as_ref()));
            format!(
                "{}{decided} {}: {before} -> {after}",
                own.run,
                own.fate.code()
            )
        })
        .collect();
    assert_eq!(lines, expect);
    found
}

fn away(leader: &str) -> Event {
    Event::LeaderAway {
        leader: LeaderId::new(leader).unwrap(),
        from: day("2027-01-01"),
        until: day("2027-01-31"),
        half_days: Vec::new(),
    }
}

#[test]
fn nothing_happens_and_nothing_changes() {
    let desk = centre("W1 | A | wished | | | | | | heart |\nW2 | A | wished | | | | | | heart |");
    let found = check(&desk, &[], &[]);
    assert_eq!((found.forced, found.opened), (Moves::Least, Moves::Least));
    assert_eq!(found.before.plan.runs, found.after.plan.runs);
}

#[test]
fn a_decided_run_gets_the_leader_of_one_that_is_only_proposed() {
    let desk = centre(
        "D1 | A | decided | 2027-01-04 | hall | one | monday | morning | heart |\n\
         W1 | A | wished | | | | tuesday | morning | heart |",
    );
    let found = check(
        &desk,
        &[away("one")],
        &[
            "D1! replaced: 2027-01-04 morning hall one -> 2027-01-04 morning hall two",
            "W1 dropped: 2027-01-05 morning hall one -> nowhere",
        ],
    );
    assert_eq!(found.forced, Moves::Least);
    assert!(found.without_leader.is_empty());
}

#[test]
fn a_run_moves_so_that_a_decided_one_has_a_place() {
    // The Monday is the only day of the second leader.
    let desk = centre(
        "D1 | A | decided | 2027-01-05 | hall | one | monday; tuesday | morning | heart |\n\
         W1 | A | wished | | | | monday; tuesday | morning | |",
    );
    let found = check(
        &desk,
        &[away("one")],
        &[
            "D1! replaced: 2027-01-05 morning hall one -> 2027-01-04 morning hall two",
            "W1 moved: 2027-01-04 morning hall  -> 2027-01-05 morning hall ",
        ],
    );
    assert_eq!(found.forced, Moves::Least);
}

#[test]
fn what_is_decided_stays_where_only_a_proposal_would_gain() {
    // With D1 on the Tuesday both would have a place; people were told of D1, and not of W1.
    let desk = |w1: &str| {
        centre(&format!(
            "D1 | A | decided | 2027-01-04 | hall | | monday; tuesday | morning | |\n\
             W1 | A | {w1} | monday; tuesday | morning | heart |"
        ))
    };
    let found = check(
        &desk("wished | | |"),
        &[away("one")],
        &["W1 dropped: 2027-01-05 morning hall one -> nowhere"],
    );
    assert_eq!(found.forced, Moves::Least);
    // For what is decided it moves.
    let found = check(
        &desk("decided | 2027-01-05 | hall | one"),
        &[away("one")],
        &[
            "D1! moved: 2027-01-04 morning hall  -> 2027-01-05 morning hall ",
            "W1! replaced: 2027-01-05 morning hall one -> 2027-01-04 morning hall two",
        ],
    );
    assert_eq!(found.forced, Moves::Least);
}

#[test]
fn freed_capacity_lets_others_in_and_leaves_what_is_decided() {
    let desk = centre(
        "D1 | A | decided | 2027-01-04 | hall | one | monday | morning | heart |\n\
         D2 | A | decided | 2027-01-05 | hall | one | tuesday | morning | heart |\n\
         W1 | A | wished | | | | | | heart |",
    );
    let cancelled = Event::RunCancelled {
        run: RunId::new("D1").unwrap(),
    };
    check(
        &desk,
        &[cancelled],
        &["W1 added: nowhere -> 2027-01-04 morning hall one"],
    );
    let slot = |week: u64| Event::RoomFreed {
        room: RoomId::new("hall").unwrap(),
        slot: Slot {
            date: day("2027-01-04") + chrono::Days::new(7 * week),
            half_day: HalfDay::Afternoon,
        },
    };
    // The room is not open then, so freeing it changes nothing.
    check(&desk, &[slot(0)], &[]);
}

#[test]
fn a_run_that_has_begun_stays_and_says_that_it_has_no_leader() {
    let desk = centre("D1 | A | decided | 2026-11-16 | hall | one | monday | morning | heart |");
    let event = Event::LeaderAway {
        leader: LeaderId::new("one").unwrap(),
        from: day("2026-11-23"),
        until: day("2026-11-30"),
        half_days: Vec::new(),
    };
    let found = check(&desk, &[event], &[]);
    let gap = found.without_leader.first().unwrap();
    assert_eq!((gap.run.as_str(), gap.sessions.len()), ("D1", 2));
    assert_eq!(gap.substitutes.first().unwrap().leader.as_str(), "two");
}

#[test]
fn events_that_cannot_have_happened_are_refused() {
    let desk = centre("W1 | A | wished | | | | | | heart |");
    let packs = Packs::shipped().unwrap();
    let decider = Decider::new(&desk, &packs, day("2026-11-22"), Some(1));
    let error = decider.what_if(&[away("nobody")]).unwrap_err();
    assert_eq!(error.code(), "C045");
}

#[test]
fn fates_have_codes() {
    let fates = [Fate::Moved, Fate::Replaced, Fate::Dropped, Fate::Added];
    assert_eq!(
        fates.map(Fate::code),
        ["moved", "replaced", "dropped", "added"]
    );
}

/// The same with a group that follows a decided run elsewhere, where one of two rooms is taken on Mondays.
fn followed(runs: &str) -> Desk {
    let mut desk = centre(runs);
    let hubs = crate::fixture::any_desk(
        "rooms
id | name | organisation | hub_only | seats
stord1 | Stord 1 | stord | yes | 8
stord2 | Stord 2 | stord | yes | 12

calendar
room | from | until | weekdays
stord1 | 2027-01-01 | 2027-01-31 | monday

hubs
run | organisation | room | seats
D1 | stord | stord1 | 8",
    );
    desk.rooms.extend(hubs.rooms);
    desk.calendar.extend(hubs.calendar);
    desk.hubs.extend(hubs.hubs);
    desk
}

#[test]
fn a_decided_run_moves_with_the_rooms_of_those_who_follow_it_elsewhere() {
    let desk = followed(
        "D1 | A | decided | 2027-01-05 | hall | one | monday; tuesday | morning | heart |",
    );
    let found = check(
        &desk,
        &[away("one")],
        &["D1! replaced: 2027-01-05 morning hall+stord1 one -> 2027-01-04 morning hall+stord2 two"],
    );
    assert_eq!(found.forced, Moves::Least);
    check(&desk, &[], &[]);
}

#[test]
fn a_decided_run_that_has_a_room_twice_stays_as_it_is() {
    let mut desk = followed(
        "D1 | A | decided | 2027-01-05 | hall | one | monday; tuesday | morning | heart |",
    );
    desk.hubs[0].room = RoomId::new("hall").ok();
    let found = check(&desk, &[away("one")], &[]);
    assert_eq!(found.without_leader.len(), 1);
}

/// One decided run that needs `a` and `b`, and leaders besides those it has.
fn led(leaders: &str, by: &str, needs: &str) -> Desk {
    let settings = Settings {
        plan_from: Some(day("2027-01-04")),
        plan_until: Some(day("2027-02-26")),
        ..Settings::default()
    };
    let text = format!(
        "
offers
id | title | sessions
A | Course A | 2

rooms
id | name | seats
hall | Hall | 20

leaders
id | role | state | competences
{leaders}

runs
id | offer | state | starts | room | leaders | weekdays | half_days | needs
D1 | A | decided | 2027-02-02 | hall | {by} | tuesday | morning | {needs}"
    );
    desk_with(settings, &text)
}

#[test]
fn another_leader_at_the_same_times_comes_before_other_times() {
    let desk = led("x | x | confirmed | a\nz | z | confirmed | a", "x", "a");
    let away = Event::LeaderAway {
        leader: LeaderId::new("x").unwrap(),
        from: day("2027-02-01"),
        until: day("2027-02-14"),
        half_days: Vec::new(),
    };
    check(
        &desk,
        &[away],
        &["D1! replaced: 2027-02-02 morning hall x -> 2027-02-02 morning hall z"],
    );
}

#[test]
fn nobody_steps_in_who_lacks_what_no_other_leader_has() {
    let away = |desk: &Desk, expect: &[&str]| {
        let event = Event::LeaderAway {
            leader: LeaderId::new("x").unwrap(),
            from: day("2027-01-04"),
            until: day("2027-02-26"),
            half_days: Vec::new(),
        };
        check(desk, &[event], expect)
    };
    let leaders = "x | x | confirmed | a; b\ny | y | confirmed | a\nz | z | confirmed | a";
    let found = away(
        &led(leaders, "x; y", "a; b"),
        &["D1! dropped: 2027-02-02 morning hall x+y -> nowhere"],
    );
    assert_eq!(
        why(&found),
        ["D1 lacks a of 1 (x away); [] could lead 2027-02-02, 2027-02-09"]
    );
    away(
        &led(
            &leaders.replace("z | z | confirmed | a", "z | z | confirmed | b"),
            "x; y",
            "a; b",
        ),
        &["D1! replaced: 2027-02-02 morning hall x+y -> 2027-02-02 morning hall z+y"],
    );
}

/// Of each decided run without a place what it lacks, and who could step in when.
fn why(found: &WhatIf) -> Vec<String> {
    let dropped = found.changes.iter();
    let dropped = dropped.filter(|own| own.decided && own.fate == Fate::Dropped);
    let lines = dropped.map(|own| {
        let refusal = own.refusal.as_ref().unwrap();
        let shortages = refusal.shortages.iter().map(|own| {
            let obstacles = own.obstacles.iter().map(|own| {
                let at = match &own.at {
                    Resource::Room(id) => id.as_str(),
                    Resource::Leader(id) => id.as_str(),
                };
                let why = match &own.why {
                    Why::Taken(holder) => format!("with {}", holder.run),
                    Why::Away => "away".to_owned(),
                    other => format!("{other:?}"),
                };
                format!("{at} {why}")
            });
            let lack = match &own.lack {
                Lack::Leader {
                    competence,
                    leaders,
                } => format!("{competence} of {leaders}"),
                other => format!("{other:?}"),
            };
            format!("{lack} ({})", obstacles.collect::<Vec<_>>().join(", "))
        });
        let mut gaps = found.without_leader.iter();
        let gap = gaps.find(|gap| gap.run == own.run).unwrap();
        let substitutes = gap.substitutes.iter().map(|own| own.leader.to_string());
        let days = gap.sessions.iter().map(|slot| slot.date.to_string());
        format!(
            "{} lacks {}; [{}] could lead {}",
            own.run,
            shortages.collect::<Vec<_>>().join(", "),
            substitutes.collect::<Vec<_>>().join(", "),
            days.collect::<Vec<_>>().join(", ")
        )
    });
    lines.collect()
}

#[test]
fn a_decided_run_without_a_place_says_why_and_who_could_step_in() {
    // z can lead the second session alone, so that nobody can lead the whole run.
    let mut desk = led("x | x | confirmed | a\nz | z | confirmed | a", "x", "a");
    desk.leaders[0].from = Some(day("2027-02-01"));
    desk.leaders[1].from = Some(day("2027-02-09"));
    desk.leaders[1].until = Some(day("2027-02-10"));
    let away = Event::LeaderAway {
        leader: LeaderId::new("x").unwrap(),
        from: day("2027-02-08"),
        until: day("2027-02-26"),
        half_days: Vec::new(),
    };
    let found = check(
        &desk,
        &[away],
        &["D1! dropped: 2027-02-02 morning hall x -> nowhere"],
    );
    let refusal = found.changes[0].refusal.as_ref().unwrap();
    assert!(refusal.certainty.is_proven(), "{:?}", refusal.certainty);
    let told = why(&found);
    assert!(
        told[0].starts_with("D1 lacks a of 2 (x away, ")
            && told[0].ends_with("; [z] could lead 2027-02-09"),
        "{told:?}"
    );
    // It is told with the change, not as one that stands badly.
    assert_eq!(found.after.badly_placed, []);
}

#[test]
fn decided_runs_that_clash_are_told_and_left_as_they_stand() {
    let desk = centre(
        "D1 | A | decided | 2027-01-04 | hall | one | monday | morning | heart |\n\
         D2 | A | decided | 2027-01-04 | hall | two | monday | morning | heart |\n\
         W1 | A | wished | | | | | | heart |",
    );
    let found = check(&desk, &[], &[]);
    let badly = |found: &WhatIf| {
        let own = found.after.badly_placed.iter();
        own.map(|own| (own.run.to_string(), own.faults.len()))
            .collect::<Vec<_>>()
    };
    let (one, two) = ("D1".to_owned(), "D2".to_owned());
    assert_eq!(badly(&found), [(one.clone(), 1), (two.clone(), 1)]);
    let found = check(
        &desk,
        &[away("one")],
        &["W1 dropped: 2027-01-05 morning hall one -> nowhere"],
    );
    assert_eq!(found.without_leader.len(), 1);
    assert_eq!(badly(&found), [(one, 2), (two, 1)]);
}

#[test]
fn a_lost_room_moves_its_runs_to_another_one() {
    let mut desk = centre(
        "D | A | decided | 2027-01-04 | hall | one | | morning | heart |
         W | A | wished | | | | | | heart |",
    );
    let other = desk_with(
        Settings::default(),
        "rooms
         id | name | seats | weekdays | half_days
         loft | Loft | 20 | monday | morning",
    );
    desk.rooms.extend(other.rooms);
    let lost = Event::RoomLost {
        room: RoomId::new("hall").unwrap(),
        from: day("2027-01-11"),
        until: day("2027-01-18"),
        half_days: Vec::new(),
    };
    let found = check(
        &desk,
        std::slice::from_ref(&lost),
        &[
            "D! replaced: 2027-01-04 morning hall one -> 2027-01-04 morning loft one",
            "W dropped: 2027-01-04 morning loft two -> nowhere",
        ],
    );
    assert!(found.without_room.is_empty(), "it has another room");
    // With sessions after the plan's days it cannot be moved, and is told with the rooms that would do.
    for run in &mut desk.runs {
        run.starts = run.starts.map(|_| day("2027-01-11"));
    }
    let found = check(&desk, &[lost], &[]);
    let gaps = found.without_room.iter();
    let gaps = gaps.map(|own| format!("{} {:?}", own.run, own.substitutes));
    assert_eq!(gaps.collect::<Vec<_>>(), [r#"D [RoomId("loft")]"#]);
}

#[test]
fn a_closed_day_moves_what_is_decided_by_its_pattern_and_what_is_proposed_by_the_plan() {
    let desk = centre(
        "D | A | decided | 2027-01-04 | hall | one | | morning | heart |
         W | A | wished | | | | tuesday | | heart |",
    );
    let closed = |from: &str| Event::DayClosed {
        from: day(from),
        until: day(from),
        half_days: Vec::new(),
    };
    // The plan leaves no time for another Monday, but one week more of the pattern does no harm to others.
    let found = check(&desk, &[closed("2027-01-11")], &[]);
    let [own] = &found.shifted[..] else {
        panic!("{:?}", found.shifted);
    };
    assert_eq!(own.run.as_str(), "D");
    assert_eq!(
        own.to.first().map(|slot| slot.date),
        Some(day("2027-02-01"))
    );
    // What is only proposed stands on no closed day.
    let found = check(
        &desk,
        &[closed("2027-01-12")],
        &["W dropped: 2027-01-05 morning hall one -> nowhere"],
    );
    assert!(found.shifted.is_empty());
}

#[test]
fn a_digital_run_without_room_or_leader_stands_on_no_closed_day() {
    let settings = Settings {
        plan_from: Some(day("2027-01-04")),
        plan_until: Some(day("2027-01-29")),
        ..Settings::default()
    };
    let desk = desk_with(
        settings,
        "offers
         id | title | sessions | format
         A | Course A | 2 | digital_live

         runs
         id | offer | state | weekdays | half_days
         W | A | wished | monday | morning",
    );
    let closed = Event::DayClosed {
        from: day("2027-01-04"),
        until: day("2027-01-05"),
        half_days: Vec::new(),
    };
    check(
        &desk,
        &[closed],
        &["W replaced: 2027-01-04 morning -  -> 2027-01-11 morning - "],
    );
}

#[test]
fn a_closed_day_of_a_run_that_also_loses_its_leader_is_told_as_one_change() {
    let desk = centre("D | A | decided | 2027-01-04 | hall | one | | morning | heart |");
    let closed = Event::DayClosed {
        from: day("2027-01-04"),
        until: day("2027-01-04"),
        half_days: Vec::new(),
    };
    let away = Event::LeaderAway {
        leader: LeaderId::new("one").unwrap(),
        from: day("2027-01-11"),
        until: day("2027-01-11"),
        half_days: Vec::new(),
    };
    let packs = Packs::shipped().unwrap();
    let decider = Decider::new(&desk, &packs, day("2026-11-22"), Some(1));
    let found = decider.what_if(&[closed, away]).unwrap();
    let told = found.changes.len() + found.shifted.len();
    assert_eq!(told, 1, "{:?} {:?}", found.changes, found.shifted);
    let before = found.changes.iter().filter_map(|own| own.before.as_ref());
    for before in before {
        let first = before.sessions.first().map(|slot| slot.date);
        assert_eq!(first, Some(day("2027-01-04")), "where people were told");
    }
}
