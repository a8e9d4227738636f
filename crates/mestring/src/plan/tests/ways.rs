//! Lead time, closed days and school breaks.

use mestring_model::Fact;
use mestring_model::noun::{Lifecycle, Run};

use super::*;

const CENTRE: &str = "
rooms
id | name | seats
hall | Hall | 20

offers
id | title | sessions
A | Course A | 3

runs
id | offer | state | starts | seats | weekdays | half_days | earliest | latest | in_breaks | room
R1 | A | wished | | 10 | monday | morning | 2027-01-04 | 2027-01-04 | | ";

fn check_days(calendar: &str, in_breaks: &str, lead: Option<&str>, expect: &str) {
    let runs = CENTRE.replace("2027-01-04 | |", &format!("2027-01-04 | {in_breaks} |"));
    let text = format!(
        "{runs}\n\ncalendar\nroom | leader | kind | from | until | weekdays | half_days\n{calendar}"
    );
    let desk = desk(&text);
    let mut order = in_order(&desk);
    order[0].ways.lead = lead.map(|from| Lead {
        weeks: 3,
        from: date(from),
    });
    let plan = plan(&desk, january(), &order).unwrap();
    assert_eq!(check(&desk, &plan), Ok(()));
    let shown = match &plan.runs[0].outcome {
        Outcome::Placed(placement) => {
            let days = placement.sessions.iter();
            let days: Vec<String> = days
                .map(|slot| slot.date.format("%d").to_string())
                .collect();
            days.join(" ")
        }
        Outcome::Refused(refusal) => {
            assert!(!refusal.is_considered());
            assert_eq!(refusal.certainty, Certainty::NoWay);
            let lacks = refusal
                .shortages
                .iter()
                .map(|own| format!("{:?}", own.lack));
            let any = if refusal.each_enough_alone {
                ""
            } else {
                " (all)"
            };
            lacks.collect::<Vec<_>>().join("; ") + any
        }
    };
    assert_eq!(shown, expect, "{calendar}, {in_breaks}, {lead:?}");
}

#[test]
fn sessions_move_past_closed_days_and_breaks() {
    let autumn = "| | school_break | 2027-01-11 | 2027-01-15 | |";
    let closed = "| | closed | 2027-01-11 | | |";
    check_days("", "", None, "04 11 18");
    check_days(autumn, "", None, "04 18 25");
    check_days(autumn, "yes", None, "04 11 18");
    check_days(closed, "", None, "04 18 25");
    check_days(closed, "yes", None, "04 18 25");
    check_days(
        "| | school_break | 2027-01-11 | | | afternoon",
        "",
        None,
        "04 11 18",
    );
    check_days(
        "| | school_break | 2027-01-11 | 2027-01-15 | tuesday |",
        "",
        None,
        "04 11 18",
    );
    // A room that is closed is no closed centre: it keeps the run from its sessions.
    let room = "hall | | closed | 2027-01-20 | | |";
    check_days(room, "", None, "04 11 18");
}

#[test]
fn what_leaves_no_time_is_named() {
    let first = "| | school_break | 2027-01-04 | 2027-01-08 | |";
    check_days(first, "", None, "Closed");
    check_days(first, "yes", None, "04 11 18");
    check_days("", "", Some("2027-01-04"), "04 11 18");
    check_days(
        "",
        "",
        Some("2027-01-05"),
        "LeadTime { weeks: 3, from: 2027-01-05 }",
    );
    check_days(
        first,
        "",
        Some("2027-01-05"),
        "LeadTime { weeks: 3, from: 2027-01-05 }; Closed (all)",
    );
}

#[test]
fn a_new_course_takes_its_lead_time() {
    let as_of = date("2026-11-02");
    let lead = |own, desk, times, lifecycle| {
        Lead::of(as_of, (own, desk), times, lifecycle).map(|lead| lead.from.to_string())
    };
    let known = Fact::Known::<u32>;
    let held = Fact::Known::<i64>;
    let silent = Fact::NotStated;
    let starting = Fact::Known(Lifecycle::StartingUp);
    let established = Fact::Known(Lifecycle::Established);
    let some = |text: &str| Some(text.to_owned());
    for (own, desk, times, lifecycle, expect) in [
        // The desk's weeks count for what is known to be new.
        (
            silent,
            Some(4),
            held(0),
            Fact::NotStated,
            some("2026-11-30"),
        ),
        (silent, Some(4), held(0), established, some("2026-11-30")),
        (silent, Some(4), held(1), starting, None),
        (
            silent,
            Some(4),
            Fact::NotStated,
            starting,
            some("2026-11-30"),
        ),
        (silent, Some(4), Fact::NotStated, established, None),
        (silent, Some(4), Fact::NotStated, Fact::NotStated, None),
        (silent, None, held(0), starting, None),
        // The offer's own come first, and hold where nobody says whether it is new.
        (
            known(2),
            Some(4),
            held(0),
            Fact::NotStated,
            some("2026-11-16"),
        ),
        (
            known(2),
            None,
            Fact::NotStated,
            Fact::NotStated,
            some("2026-11-16"),
        ),
        (known(2), None, held(3), Fact::NotStated, None),
        (known(0), Some(4), held(0), Fact::NotStated, None),
        (
            Fact::Unknown,
            Some(4),
            held(0),
            Fact::NotStated,
            some("2026-11-30"),
        ),
        (
            known(u32::MAX),
            None,
            held(0),
            Fact::NotStated,
            some(&NaiveDate::MAX.to_string()),
        ),
    ] {
        let found = lead(own, desk, times, lifecycle);
        assert_eq!(found, expect, "{own:?} {desk:?} {times:?} {lifecycle:?}");
    }
}

#[test]
fn a_decided_run_is_laid_as_a_wished_one() {
    let rows = "| | school_break | 2027-01-11 | 2027-01-15 | |";
    let text = format!(
        "{CENTRE}\nD1 | A | decided | 2027-01-04 | 10 | monday | morning | | | | hall\n\n\
         calendar\nroom | leader | kind | from | until | weekdays | half_days\n{rows}"
    );
    let desk = desk(&text);
    let slots = decided_slots(&desk, &desk.runs[1]);
    let days: Vec<String> = slots.iter().map(|slot| slot.date.to_string()).collect();
    assert_eq!(days, ["2027-01-04", "2027-01-18", "2027-01-25"]);
    // Easter of 2027: 25 to 29 March.
    let mut run = desk.runs[1].clone();
    run.starts = Some(date("2027-03-22"));
    let days = |run: &Run| {
        decided_slots(&desk, run)
            .into_iter()
            .map(|slot| slot.date.to_string())
    };
    let easter: Vec<String> = days(&run).collect();
    assert_eq!(easter, ["2027-03-22", "2027-04-05", "2027-04-12"]);
}
