//! What each event makes of a desk, and what it opens.

use mestring_model::Settings;
use mestring_model::id::{LeaderId, RoomId, RunId};
use mestring_model::noun::{Busy, HalfDay, RunState, Weekday};
use mestring_model::{Desk, Fact};
use proptest::prelude::*;

use super::free::without;
use super::{Event, apply};
use crate::decide::{Decider, Outlook, Packs};
use crate::fixture::desk_with;
use crate::plan::{HALF_DAYS, Slot};

mod lost;

/// One room that is open on Monday and Tuesday mornings; a decided run has the Mondays, the calendar
/// the first Tuesday, and two runs wish for one morning each.
fn centre() -> Desk {
    let settings = Settings {
        plan_from: "2027-01-04".parse().ok(),
        plan_until: "2027-01-15".parse().ok(),
        history_from: "2024-01-01".parse().ok(),
        ..Settings::default()
    };
    desk_with(
        settings,
        "offers
         id|title|sessions|seats|format
         A|Kurs A|1|10|physical
         B|Kurs B|1|10|physical

         rooms
         id|name|seats|weekdays|half_days
         hall|Course hall|20|monday; tuesday|morning

         leaders
         id|role|competences|state
         nurse-1|nurse 1|heart; diabetes|confirmed
         nurse-2|nurse 2|heart|confirmed
         nurse-3|nurse 3|heart|asked
         physio-1|physiotherapist 1|movement|confirmed

         calendar
         room|from|until|weekdays|half_days
         hall|2027-01-01|2027-02-28|tuesday|

         runs
         id|offer|state|starts|room|half_days|sessions|leaders|needs|participants|waiting|waiting_since|deadline
         HELD|A|decided|2027-01-04|hall|morning|2|nurse-1|heart|10|4|2026-08-01|
         OLD|B|held|2026-03-01||||||9|||
         SOON|A|wished|||||||||2026-11-01|2027-01-20
         LONG|B|wished|||||||||2026-02-01|2027-03-01",
    )
}

fn outlook(event: &Event) -> Result<Outlook, String> {
    let desk = centre();
    let packs = Packs::shipped().unwrap();
    let decider = Decider::new(&desk, &packs, "2026-11-22".parse().unwrap(), None);
    let before = desk.clone();
    let outlook = decider.after(event);
    assert_eq!(*decider.desk(), before, "the old desk stays as it is");
    outlook.map_err(|error| format!("{}: {error}", error.code()))
}

fn slot(date: &str) -> Slot {
    Slot {
        date: date.parse().unwrap(),
        half_day: HalfDay::Morning,
    }
}

fn freed(room: &str, date: &str) -> Event {
    Event::RoomFreed {
        room: RoomId::new(room).unwrap(),
        slot: slot(date),
    }
}

fn cancelled(run: &str) -> Event {
    Event::RunCancelled {
        run: RunId::new(run).unwrap(),
    }
}

fn declined(run: &str) -> Event {
    Event::SeatDeclined {
        run: RunId::new(run).unwrap(),
    }
}

fn away(leader: &str, from: &str, until: &str, half_days: &[HalfDay]) -> Event {
    Event::LeaderAway {
        leader: LeaderId::new(leader).unwrap(),
        from: from.parse().unwrap(),
        until: until.parse().unwrap(),
        half_days: half_days.to_vec(),
    }
}

/// The runs that a new proposal places and the old one did not.
fn gained(outlook: &Outlook) -> Vec<&str> {
    let moved = outlook.opened.moved.iter();
    moved
        .filter(|own| own.placed_after && !own.placed_before)
        .map(|own| own.run.as_str())
        .collect()
}

#[test]
fn a_freed_room_is_free_that_morning_and_no_other() {
    let outlook = outlook(&freed("hall", "2027-01-12")).unwrap();
    assert_eq!(
        gained(&outlook),
        ["LONG"],
        "its course was held here before"
    );
    let options: Vec<&str> = outlook.opened.slots[0]
        .options
        .iter()
        .map(|own| own.run.as_str())
        .collect();
    assert_eq!(
        options,
        ["LONG", "SOON"],
        "both could use it, first priority first"
    );
    // What is left of the row of the calendar still says where it was read.
    let calendar = &outlook.desk.calendar;
    assert_eq!(
        calendar.len(),
        3,
        "before the day, its other parts, after it"
    );
    for row in 0..calendar.len() {
        let place = outlook.desk.place::<Busy>(row);
        assert_eq!((place.file.as_str(), place.row), ("calendar.csv", Some(2)));
    }
    // The other Tuesday of the plan stays taken, so one of the two is still without a place.
    assert_eq!(outlook.after.plan.runs.len(), 2);
}

#[test]
fn a_cancelled_run_gives_back_its_room_and_keeps_its_row() {
    let outlook = outlook(&cancelled("HELD")).unwrap();
    let run = &outlook.desk.runs[0];
    assert_eq!((run.id.as_str(), run.state), ("HELD", RunState::Cancelled));
    assert_eq!(gained(&outlook), ["LONG", "SOON"]);
    let slots: Vec<Slot> = outlook.opened.slots.iter().map(|own| own.slot).collect();
    assert_eq!(slots, [slot("2027-01-04"), slot("2027-01-11")]);
    assert!(
        outlook
            .opened
            .slots
            .iter()
            .all(|own| own.options.len() == 2)
    );
}

#[test]
fn a_leader_away_leaves_a_gap_with_those_who_are_free_and_able() {
    let outlook = outlook(&away("nurse-1", "2027-01-10", "2027-01-20", &[])).unwrap();
    let [gap] = &outlook.opened.without_leader[..] else {
        panic!("{:?}", outlook.opened.without_leader);
    };
    assert_eq!(
        (gap.run.as_str(), &gap.sessions[..]),
        ("HELD", &[slot("2027-01-11")][..])
    );
    let able: Vec<String> = gap
        .substitutes
        .iter()
        .map(|own| format!("{} {:?}", own.leader, own.competences.len()))
        .collect();
    assert_eq!(
        able,
        ["nurse-2 1"],
        "one is asked only, one has another competence"
    );

    let evenings = away("nurse-1", "2027-01-10", "2027-01-20", &[HalfDay::Evening]);
    assert!(
        self::outlook(&evenings)
            .unwrap()
            .opened
            .without_leader
            .is_empty()
    );
}

#[test]
fn a_declined_seat_is_counted_and_names_the_roles_to_ask() {
    let outlook = outlook(&declined("HELD")).unwrap();
    assert_eq!(outlook.desk.runs[0].participants, Fact::Known(9));
    let seat = outlook.opened.seat.unwrap();
    assert_eq!(
        (seat.free, seat.expected, seat.waiting),
        (Fact::Known(1), Fact::Known(9), Fact::Known(4))
    );
    assert_eq!(seat.ask, [LeaderId::new("nurse-1").unwrap()]);
    assert_eq!(seat.organisation, None, "the desk states no centre");
    assert!(outlook.opened.moved.is_empty());
}

#[test]
fn what_is_not_known_of_a_seat_stays_unknown() {
    let mut desk = centre();
    desk.runs[0].participants = Fact::NotStated;
    let after = apply(&declined("HELD"), &desk).unwrap();
    assert_eq!(after, desk, "nothing is counted where nothing was");
    let packs = Packs::shipped().unwrap();
    let decider = Decider::new(&desk, &packs, "2026-11-22".parse().unwrap(), None);
    let seat = decider
        .after(&declined("HELD"))
        .unwrap()
        .opened
        .seat
        .unwrap();
    assert_eq!(seat.free, Fact::NotStated);

    // More were expected than there are seats: the one that is declined opens none.
    desk.runs[0].participants = Fact::Known(12);
    let decider = Decider::new(&desk, &packs, "2026-11-22".parse().unwrap(), None);
    let seat = decider
        .after(&declined("HELD"))
        .unwrap()
        .opened
        .seat
        .unwrap();
    assert_eq!(seat.free, Fact::Known(0));
}

#[test]
fn what_cannot_have_happened_is_refused() {
    let mut full = centre();
    full.runs[0].participants = Fact::Known(0);
    let nobody = apply(&declined("HELD"), &full).unwrap_err();
    let mut said: Vec<String> = [
        freed("hal", "2027-01-12"),
        freed("hall", "2027-01-11"),
        freed("hall", "2027-03-02"),
        cancelled("HELT"),
        cancelled("SOON"),
        away("nurse-9", "2027-01-10", "2027-01-20", &[]),
        away("nurse-1", "2027-01-20", "2027-01-10", &[]),
        declined("OLD"),
    ]
    .iter()
    .map(|event| outlook(event).unwrap_err())
    .collect();
    said.push(format!("{}: {nobody}", nobody.code()));
    insta::assert_snapshot!(said.join("\n"), @r"
    C001: the desk has no room `hal`; did you mean `hall`?
    C047: the room `hall` is held by the decided run `HELD` on 2027-01-11; cancel the run, or move it
    C004: 2027-03-02 is not among the days that the plan may use, 2027-01-04 to 2027-01-15; give a day among them, or change `plan_from` and `plan_until` in desk.toml
    C027: the desk has no run `HELT`; did you mean `HELD`?
    C046: the run `SOON` is wished, and only a decided run can be cancelled; a run that is wished for is refused by a row in verdicts
    C045: the desk has no leader `nurse-9`; did you mean `nurse-1`?
    C049: the event ends 2027-01-10, before it starts 2027-01-20; give the first day first
    C048: no seat of the run `OLD` can be declined: it is held, and seats are given in decided runs
    C048: no seat of the run `HELD` can be declined: its `participants` says that nobody is expected
    ");
}

/// True where a row of the calendar covers a slot, read as the desk declares it.
fn covers(busy: &Busy, slot: Slot) -> bool {
    (busy.from..=busy.until.unwrap_or(busy.from)).contains(&slot.date)
        && (busy.weekdays.is_empty() || busy.weekdays.contains(&Weekday::of(slot.date)))
        && (busy.half_days.is_empty() || busy.half_days.contains(&slot.half_day))
}

proptest! {
    #[test]
    fn taking_a_slot_out_of_a_row_leaves_all_others(
        days in 0..9_u64,
        freed in 0..12_u64,
        part in 0..3_usize,
        parts in prop::sample::subsequence(HALF_DAYS.to_vec(), 0..=3),
        weekdays in prop::sample::subsequence(vec![Weekday::Monday, Weekday::Friday], 0..=2),
    ) {
        let first = "2027-01-04".parse::<chrono::NaiveDate>().unwrap();
        let date = |n| first + chrono::Days::new(n);
        let busy = Busy {
            room: RoomId::new("hall").ok(),
            leader: None,
            kind: None,
            from: date(1),
            until: Some(date(1 + days)),
            weekdays,
            half_days: parts,
            title: None,
            origin: Default::default(),
        };
        let gone = Slot { date: date(freed), half_day: HALF_DAYS[part] };
        let rest = without(&busy, gone);
        prop_assert_eq!(rest.is_some(), covers(&busy, gone));
        let rest = rest.unwrap_or_else(|| vec![busy.clone()]);
        for day in 0..14 {
            for half_day in HALF_DAYS {
                let slot = Slot { date: date(day), half_day };
                let expected = covers(&busy, slot) && slot != gone;
                prop_assert_eq!(rest.iter().any(|own| covers(own, slot)), expected);
            }
        }
    }
}

#[test]
fn a_room_elsewhere_is_given_back_and_wanted_by_those_whom_groups_follow_there() {
    let mut desk = centre();
    let hubs = crate::fixture::any_desk(
        "rooms
         id|name|organisation|hub_only|weekdays|half_days
         stord|Room at Stord|stord|yes|monday|morning

         hubs
         run|organisation|room|seats
         HELD|stord|stord|
         LONG|stord||",
    );
    desk.rooms.extend(hubs.rooms);
    desk.hubs.extend(hubs.hubs);
    let packs = Packs::shipped().unwrap();
    let decider = Decider::new(&desk, &packs, "2026-11-22".parse().unwrap(), None);
    let error = decider.after(&freed("stord", "2027-01-04")).unwrap_err();
    assert_eq!(error.code(), "C047", "{error}");
    let outlook = decider.after(&cancelled("HELD")).unwrap();
    let slots = outlook.opened.slots.iter().map(|own| {
        let options = own.options.iter();
        let options = options.map(|own| match own.as_hub {
            true => format!("{} follows", own.run),
            false => own.run.to_string(),
        });
        let options = options.collect::<Vec<_>>().join(", ");
        format!("{} {}: {options}", own.room, own.slot.date)
    });
    assert_eq!(
        slots.collect::<Vec<_>>(),
        [
            "hall 2027-01-04: LONG, SOON",
            "hall 2027-01-11: LONG, SOON",
            "stord 2027-01-04: LONG follows",
            "stord 2027-01-11: LONG follows",
        ]
    );
    let ready = |at: usize| outlook.opened.slots[at].options[0].shortages.is_empty();
    assert!(ready(0) && ready(2), "with the other room it has all");
    assert_eq!(gained(&outlook), ["LONG", "SOON"]);
}
