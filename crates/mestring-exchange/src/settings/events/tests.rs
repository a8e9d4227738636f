use mestring_model::Event;
use mestring_model::event::Less;
use mestring_model::id::BudgetId;
use mestring_model::quantity::{Hours, Ore};

use super::{EventValue, events_of, read_events};
use crate::ExchangeError;

#[test]
fn each_kind_is_read_with_words_of_either_language() {
    let text = "
[[event]]
kind = \"room_freed\"
room = \"hall\"
date = 2027-02-01
half_day = \"formiddag\"

[[event]]
kind = \"run_cancelled\"
run = \"D27-01\"

[[event]]
kind = \"leader_away\"
leader = \"nurse-1\"
from = \"01.02.2027\"
until = 2027-02-26
half_days = [\"morning\", \"kveld\"]

[[event]]
kind = \"seat_declined\"
run = \"D27-01\"

[[event]]
kind = \"room_lost\"
room = \"hall\"
from = 2027-02-01
until = 2027-02-26
half_days = \"formiddag\"

[[event]]
kind = \"day_closed\"
from = 2027-02-01

[[event]]
kind = \"budget_cut\"
budget = \"money\"
amount = 20000

[[event]]
kind = \"leader_confirmed\"
leader = \"nurse-1\"
";
    let events = read_events(text, "events.toml").unwrap();
    let kinds: Vec<&str> = events.iter().map(Event::kind).collect();
    let all: Vec<&str> = Event::KINDS.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, all);
    let Some(Event::LeaderAway {
        from, half_days, ..
    }) = events.get(2)
    else {
        panic!("the third is an absence");
    };
    assert_eq!(from.to_string(), "2027-02-01");
    assert_eq!(half_days.len(), 2);
    let Some(Event::DayClosed { from, until, .. }) = events.get(5) else {
        panic!("the sixth is a closed day");
    };
    assert_eq!(from, until, "one day where no last day is said");
}

#[test]
fn a_cut_is_in_kroner_or_hours_as_people_write_them() {
    let check = |line: &str, expect: Less| {
        let text = format!("[[event]]\nkind = \"budget_cut\"\nbudget = \"b\"\n{line}");
        let events = read_events(&text, "events.toml").unwrap();
        let budget = BudgetId::new("b").unwrap();
        let less = expect;
        assert_eq!(events, [Event::BudgetCut { budget, less }], "{line}");
    };
    let hours = |minutes| Less::Hours(Hours::from_minutes(minutes));
    check("amount = 20000", Less::Money(Ore(2_000_000)));
    check("amount = \"kr 1 200,50\"", Less::Money(Ore(120_050)));
    check("amount = 99.5", Less::Money(Ore(9_950)));
    check("hours = 7.5", hours(450));
    check("hours = \"7,5\"", hours(450));
    // A program has no decimals but as texts.
    let row = |key: &str, own: EventValue| {
        let mut row = event(&[("kind", "budget_cut"), ("budget", "b")]);
        row.push((key.to_owned(), own));
        events_of([row], "events").unwrap()
    };
    let handed = row("hours", EventValue::Whole(30));
    assert!(matches!(handed[..], [Event::BudgetCut { less, .. }] if less == hours(1800)));
}

/// Each slip with the place and the text that name it.
fn check(text: &str, expect: &[&str]) {
    let faults = read_events(text, "e.toml").unwrap_err();
    let told: Vec<String> = faults
        .iter()
        .map(|own| {
            let at = own.at.as_ref().map_or("-".to_owned(), |at| {
                format!("{}:{}+{}", at.line, at.column, at.length)
            });
            format!(
                "{at} {}: {}",
                own.finding.code(),
                own.finding.problem.reason()
            )
        })
        .collect();
    assert_eq!(told, expect);
}

#[test]
fn every_slip_is_named_at_its_place() {
    check(
        "",
        &[
            "- D037: there is no event; write `[[event]]` and below it what happened, such as `kind = \"leader_away\"`",
        ],
    );
    check(
        "events = 3",
        &[
            "1:1+6 D037: `events` is not a key of such an event; did you mean `event`? the keys are: [[event]]",
        ],
    );
    check(
        "event = 3",
        &["1:9+1 D037: `3` is no list of events; write `[[event]]` above the keys of each event"],
    );
    check(
        "[[event]]\nkind = \"leader_away\"\nledaer = \"a\"\nuntil = 7",
        &[
            "1:1+9 D037: the event does not say `leader`; write a line `leader = …` below its `[[event]]`",
            "1:1+9 D037: the event does not say `from`; write a line `from = …` below its `[[event]]`",
            "3:1+6 D037: `ledaer` is not a key of such an event; did you mean `leader`? the keys are: leader, from, until, half_days",
            "4:9+1 D031: `7` is not a date; write a date, such as 2026-12-31",
        ],
    );
    check(
        "[[event]]\nkind = \"room_freed\"\nroom = \"a b\"\ndate = 2027-01-01\nhalf_day = \"noon\"",
        &[
            "3:8+5 D031: `a b` is not an id; write 1 to 64 letters, digits, `-`, `_` or `.`, without spaces",
            "5:12+6 D037: `noon` is no part of a day; write `morning`, `afternoon` or `evening`; for several parts `half_days = [\"morning\", \"evening\"]`",
        ],
    );
}

#[test]
fn a_cut_says_one_amount_that_can_be_read() {
    let cut = "[[event]]\nkind = \"budget_cut\"\nbudget = \"b\"\n";
    let one = "1:1+9 D037: a cut of a budget says either `amount`, in kroner, or `hours`; write one of the two \
               below its `[[event]]`";
    check(cut, &[one]);
    check(&format!("{cut}amount = 1\nhours = 1"), &[one]);
    check(
        &format!("{cut}amount = \"much\""),
        &[
            "4:10+6 D031: `much` is not an amount in kroner; write kroner with at most two decimals, such as `1 200` or `1200,50`",
        ],
    );
    check(
        &format!("{cut}hours = true"),
        &[
            "4:9+4 D031: `true` is not a number of hours; write hours with at most two decimals, such as `13,5`",
        ],
    );
    check(
        "[[event]]\nkind = \"day_closed\"\nuntil = 7",
        &[
            "1:1+9 D037: the event does not say `from`; write a line `from = …` below its `[[event]]`",
            "3:9+1 D031: `7` is not a date; write a date, such as 2026-12-31",
        ],
    );
}

/// An event of texts.
fn event(keys: &[(&str, &str)]) -> Vec<(String, EventValue)> {
    let keys = keys.iter();
    keys.map(|(key, own)| ((*key).to_owned(), EventValue::Text((*own).to_owned())))
        .collect()
}

#[test]
fn a_program_hands_over_the_same_events_as_a_file_holds() {
    let text = "
[[event]]
kind = \"room_freed\"
room = \"hall\"
date = 2027-02-01
half_day = \"morning\"

[[event]]
kind = \"leader_away\"
leader = \"nurse-1\"
from = 2027-02-01
until = 2027-02-26
half_days = [\"morning\", \"evening\"]
";
    let freed = [
        ("kind", "room_freed"),
        ("room", "hall"),
        ("date", "2027-02-01"),
    ];
    let mut freed = event(&freed);
    freed.push((
        "half_day".to_owned(),
        EventValue::Text("formiddag".to_owned()),
    ));
    let mut away = event(&[("kind", "leader_away"), ("leader", "nurse-1")]);
    for (key, day) in [("from", 1), ("until", 26)] {
        let day = chrono::NaiveDate::from_ymd_opt(2027, 2, day).unwrap();
        away.push((key.to_owned(), EventValue::Day(day)));
    }
    let parts = ["morning", "evening"].map(str::to_owned).to_vec();
    away.push(("half_days".to_owned(), EventValue::Texts(parts)));
    let handed = events_of([freed, away], "events").unwrap();
    assert_eq!(handed, read_events(text, "events.toml").unwrap());
}

#[test]
fn a_fault_of_a_handed_event_names_it_by_its_number_and_key() {
    let mut second = event(&[("kind", "run_cancelled"), ("rum", "hall")]);
    second.push(("run".to_owned(), EventValue::Whole(17)));
    let rows = [event(&[("kind", "flood")]), second];
    let Err(ExchangeError::Settings { faults }) = events_of(rows, "events") else {
        panic!("none of them can be used");
    };
    let told: Vec<String> = faults.iter().map(|own| own.finding.to_string()).collect();
    assert_eq!(
        told,
        [
            "error D037: events, row 1, column `kind`: `flood` is no kind of event; the kinds are: \
             room_freed, run_cancelled, leader_away, seat_declined, room_lost, day_closed, budget_cut, \
             leader_confirmed",
            "error D037: events, row 2, column `rum`: `rum` is not a key of such an event; did you \
             mean `run`? the keys are: run",
            "error D031: events, row 2, column `run`: `17` is not a text; write a text \
             between quotation marks",
        ]
    );
    let none = events_of([], "events").unwrap_err().to_string();
    assert!(none.contains("D037: events: there is no event"), "{none}");
}

#[test]
fn a_national_number_refuses_handed_events() {
    let rows = [
        event(&[("kind", "run_cancelled"), ("run", "D27-01")]),
        event(&[("kind", "leader_away"), ("leader", "01814550016")]),
    ];
    let error = events_of(rows, "events").unwrap_err();
    assert_eq!(error.code(), "X010");
    let text = error.to_string();
    assert!(text.contains("events, row 2"), "{text}");
    assert!(!text.contains("0181455"), "{text}");
}
