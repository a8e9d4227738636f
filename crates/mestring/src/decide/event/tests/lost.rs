//! Rooms that are lost, closed days, budgets that are cut, leaders who say yes, and what a cancelled run
//! gives back.

use mestring_model::id::BudgetId;
use mestring_model::noun::LeaderState;
use mestring_model::quantity::{Hours, Ore};

use super::*;
use crate::decide::WhatIfError;
use crate::decide::event::Less;

/// A centre with three rooms, two leaders, a budget of each kind, and decided runs that draw on them.
fn larger() -> Desk {
    let settings = Settings {
        plan_from: "2027-01-04".parse().ok(),
        plan_until: "2027-02-12".parse().ok(),
        ..Settings::default()
    };
    desk_with(
        settings,
        "offers
         id|title|sessions|seats|format
         A|Kurs A|2|10|physical

         rooms
         id|name|seats|weekdays|half_days
         hall|Course hall|20|monday; tuesday|morning
         small|Small room|8|monday; tuesday|morning
         big|Big hall|40|monday|morning

         leaders
         id|role|competences|state
         nurse-1|nurse 1|heart|confirmed
         physio-1|physiotherapist 1|movement|asked

         budgets
         id|name|kind|amount|hours|from|until
         money|Course money|money|3000||2027-01-01|2027-12-31
         advice|Advice|adviser_hours||10|2027-01-01|2027-12-31

         runs
         id|offer|state|starts|room|half_days|leaders|needs|participants|budgets|cost|adviser_hours
         R2|A|decided|2027-01-12|hall|morning|||10|money|1500|
         R1|A|decided|2027-01-11|hall|morning|nurse-1|heart|10|money; advice|1000|4
         R3|A|decided|2027-01-25|big|morning|||10|money||
         W1|A|wished||||||10|||
         W2|A|wished|||||movement|10|||",
    )
}

fn after(desk: &Desk, event: &Event) -> Outlook {
    let packs = Packs::shipped().unwrap();
    let decider = Decider::new(desk, &packs, "2026-11-22".parse().unwrap(), None);
    let before = desk.clone();
    let outlook = decider.after(event).unwrap();
    assert_eq!(*decider.desk(), before, "the old desk stays as it is");
    outlook
}

fn lost(room: &str, from: &str, until: &str) -> Event {
    Event::RoomLost {
        room: RoomId::new(room).unwrap(),
        from: from.parse().unwrap(),
        until: until.parse().unwrap(),
        half_days: Vec::new(),
    }
}

fn closed(from: &str, until: &str) -> Event {
    Event::DayClosed {
        from: from.parse().unwrap(),
        until: until.parse().unwrap(),
        half_days: Vec::new(),
    }
}

fn less(budget: &str, less: Less) -> Event {
    Event::BudgetCut {
        budget: BudgetId::new(budget).unwrap(),
        less,
    }
}

fn confirmed(leader: &str) -> Event {
    Event::LeaderConfirmed {
        leader: LeaderId::new(leader).unwrap(),
    }
}

fn days(slots: &[Slot]) -> Vec<String> {
    slots.iter().map(|slot| slot.date.to_string()).collect()
}

#[test]
fn a_lost_room_leaves_gaps_with_the_rooms_that_would_do() {
    let outlook = after(&larger(), &lost("hall", "2027-01-11", "2027-01-12"));
    let gaps = outlook.opened.without_room.iter().map(|own| {
        let rooms: Vec<&str> = own.substitutes.iter().map(|own| own.as_str()).collect();
        format!("{} {:?} {rooms:?}", own.run, days(&own.sessions))
    });
    assert_eq!(
        gaps.collect::<Vec<_>>(),
        [r#"R2 ["2027-01-12"] []"#, r#"R1 ["2027-01-11"] ["big"]"#,],
        "the small room takes too few, and the big one is open on Mondays"
    );
    // The calendar says so from now on, and the room can be freed again.
    let event = freed("hall", "2027-01-11");
    assert_eq!(outlook.desk.calendar.len(), 1);
    assert!(apply(&event, &outlook.desk).is_err(), "R1 holds it");
    let elsewhere = lost("hall", "2028-01-11", "2028-01-12");
    assert!(after(&larger(), &elsewhere).opened.without_room.is_empty());
}

#[test]
fn a_closed_day_moves_sessions_to_the_next_dates_of_their_pattern() {
    let desk = larger();
    let outlook = after(&desk, &closed("2027-01-18", "2027-01-19"));
    let told = |outlook: &Outlook| -> Vec<String> {
        let all = outlook.opened.shifted.iter();
        all.map(|own| {
            let [from, to, not] = [&own.from, &own.to, &own.not_free].map(|own| days(own));
            format!("{} {from:?} {to:?} {not:?}", own.run)
        })
        .collect()
    };
    assert_eq!(
        told(&outlook),
        [
            r#"R2 ["2027-01-19"] ["2027-01-26"] []"#,
            r#"R1 ["2027-01-18"] ["2027-01-25"] []"#,
        ]
    );
    // The first session stands where it is set, until the centre is closed on that day.
    let first = after(&desk, &closed("2027-01-11", "2027-01-11"));
    assert_eq!(told(&first), [r#"R1 ["2027-01-11"] ["2027-01-25"] []"#]);
    let starts = first.desk.runs[1].starts.map(|day| day.to_string());
    assert_eq!(starts.as_deref(), Some("2027-01-18"));
    // Where the leader is away on the new date, that is said.
    let mut desk = desk;
    let away = away("nurse-1", "2027-01-25", "2027-01-25", &[]);
    desk = apply(&away, &desk).unwrap();
    let taken = after(&desk, &closed("2027-01-18", "2027-01-18"));
    assert_eq!(
        told(&taken),
        [r#"R1 ["2027-01-18"] ["2027-01-25"] ["2027-01-25"]"#]
    );
    // Part of a day that a run does not use moves nothing.
    let evening = Event::DayClosed {
        from: "2027-01-18".parse().unwrap(),
        until: "2027-01-18".parse().unwrap(),
        half_days: vec![HalfDay::Evening],
    };
    assert!(after(&larger(), &evening).opened.shifted.is_empty());
    // Nothing of a new proposal stands on a closed day.
    let all = after(&larger(), &closed("2027-01-04", "2027-02-12"));
    assert!(all.after.plan.runs.iter().all(|own| !own.is_placed()));
    assert!(all.before.plan.runs.iter().any(|own| own.is_placed()));
}

#[test]
fn a_cut_budget_says_what_is_left_and_who_overdraws_it() {
    let told_of = |desk: &Desk, event: &Event| {
        let own = after(desk, event).opened.budget.unwrap();
        let draws = own.draws.iter().map(|own| {
            let over = if own.overdraws { " over" } else { "" };
            format!("{} {:?}{over}", own.run, own.needs)
        });
        (own.holds, own.left, draws.collect::<Vec<_>>())
    };
    let told = |event: &Event| told_of(&larger(), event);
    let (holds, left, draws) = told(&less("money", Less::Money(Ore(50_000))));
    assert_eq!((holds, left), (250_000, 0));
    assert_eq!(
        draws,
        ["R1 Known(100000)", "R2 Known(150000)", "R3 NotStated"],
        "the one that begins first at the front, and nothing is guessed"
    );
    let (_, left, draws) = told(&less("money", Less::Money(Ore(50_001))));
    assert_eq!(left, -1);
    assert_eq!(draws[1], "R2 Known(150000) over");
    let hours = Less::Hours(Hours::from_minutes(390));
    let (holds, left, draws) = told(&less("advice", hours));
    assert_eq!((holds, left), (210, -30));
    assert_eq!(draws, ["R1 Known(240) over"]);
    // What a run that was held has drawn is drawn.
    let mut desk = larger();
    for run in desk.runs.iter_mut().filter(|run| run.id.as_str() == "R1") {
        run.state = RunState::Held;
    }
    let (holds, left, draws) = told_of(&desk, &less("money", Less::Money(Ore(50_001))));
    assert_eq!((holds, left), (249_999, -1));
    assert_eq!(draws, ["R2 Known(150000) over", "R3 NotStated"]);
}

#[test]
fn a_leader_who_says_yes_lets_in_what_waited_for_the_competence() {
    let outlook = after(&larger(), &confirmed("physio-1"));
    assert_eq!(outlook.opened.comes_in, [RunId::new("W2").unwrap()]);
    assert_eq!(outlook.desk.leaders[1].state, LeaderState::Confirmed);
    let again = apply(&confirmed("physio-1"), &outlook.desk).unwrap_err();
    assert_eq!(again.code(), "C062");
}

#[test]
fn a_cancelled_run_says_what_it_gives_back() {
    let own = after(&larger(), &cancelled("R1"))
        .opened
        .given_back
        .unwrap();
    assert_eq!(days(&own.sessions), ["2027-01-11", "2027-01-18"]);
    assert_eq!((own.rooms.len(), own.leaders.len()), (1, 1));
    let budgets = own
        .budgets
        .iter()
        .map(|(id, _, needs)| format!("{id} {needs:?}"));
    assert_eq!(
        budgets.collect::<Vec<_>>(),
        ["money Known(100000)", "advice Known(240)"]
    );
}

#[test]
fn what_cannot_have_happened_to_rooms_budgets_and_leaders_is_refused() {
    let hours = |minutes| Less::Hours(Hours::from_minutes(minutes));
    let wrong = [
        lost("hal", "2027-01-11", "2027-01-12"),
        lost("hall", "2027-01-12", "2027-01-11"),
        closed("2027-01-12", "2027-01-11"),
        less("mony", hours(60)),
        less("money", hours(60)),
        less("advice", Less::Money(Ore(100))),
        less("money", Less::Money(Ore(300_001))),
        less("money", Less::Money(Ore(0))),
        less("money", Less::Money(Ore(i64::MIN))),
        less("advice", hours(601)),
        confirmed("physio-2"),
        confirmed("nurse-1"),
    ];
    let said = wrong.iter().map(|event| {
        let error = apply(event, &larger()).unwrap_err();
        format!("{}: {error}", error.code())
    });
    insta::assert_snapshot!(said.collect::<Vec<_>>().join("\n"), @r"
    C001: the desk has no room `hal`; did you mean `hall`?
    C049: the event ends 2027-01-11, before it starts 2027-01-12; give the first day first
    C049: the event ends 2027-01-11, before it starts 2027-01-12; give the first day first
    C059: the desk has no budget `mony`; did you mean `money`?
    C060: the budget `money` counts kroner; give `amount`
    C060: the budget `advice` counts hours of advisers; give `hours`
    C061: the budget `money` cannot be cut by 3000.01: it holds 3000; give more than 0 and at most what it holds
    C061: the budget `money` cannot be cut by 0: it holds 3000; give more than 0 and at most what it holds
    C061: the budget `money` cannot be cut by -92233720368547758.08: it holds 3000; give more than 0 and at most what it holds
    C061: the budget `advice` cannot be cut by 10.02: it holds 10; give more than 0 and at most what it holds
    C045: the desk has no leader `physio-2`; did you mean `physio-1`?
    C062: the leader `nurse-1` is confirmed already; leave the event out
    ");
}

proptest! {
    #[test]
    fn events_apply_one_after_the_other_and_leave_the_old_desk(
        picked in prop::collection::vec(0..9_usize, 1..6),
    ) {
        let events = [
            lost("hall", "2027-01-11", "2027-01-12"),
            closed("2027-01-18", "2027-01-18"),
            closed("2027-01-11", "2027-01-25"),
            less("money", Less::Money(Ore(100_000))),
            confirmed("physio-1"),
            away("nurse-1", "2027-01-10", "2027-01-20", &[]),
            cancelled("R1"),
            declined("R2"),
            freed("big", "2027-02-01"),
        ];
        let first = larger();
        let packs = Packs::shipped().unwrap();
        let decider = Decider::new(&first, &packs, "2026-11-22".parse().unwrap(), None);
        let picked: Vec<Event> = picked.iter().map(|at| events[*at].clone()).collect();
        let mut desk = first.clone();
        let mut failed = None;
        for (number, event) in (1..).zip(&picked) {
            let before = desk.clone();
            match apply(event, &desk) {
                Ok(after) => {
                    prop_assert_eq!(&desk, &before);
                    desk = after;
                }
                Err(error) => {
                    failed = Some((number, error.code()));
                    break;
                }
            }
        }
        match (decider.what_if(&picked), failed) {
            (Ok(found), None) => prop_assert_eq!(found.desk, desk),
            (Err(WhatIfError::Event { number, error }), Some(failed)) => {
                prop_assert_eq!((number, error.code()), failed);
            }
            (found, failed) => prop_assert!(false, "{:?} {failed:?}", found.is_ok()),
        }
        prop_assert_eq!(&first, &larger());
    }
}
