use mestring_model::Event;

use super::read_events;

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
