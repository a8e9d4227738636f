//! Runs that may be held digitally.

use super::*;
use crate::fixture::desk;
use crate::plan::tests::{in_order, january};
use crate::plan::{Ranked, check, plan};

const CENTRE: &str = "
rooms
id | name | seats | weekdays | half_days
hall | Hall | 20 | monday | morning

leaders
id | role | state | competences | weekdays
heart-1 | nurse 1 | confirmed | heart | monday
lungs-1 | nurse 2 | confirmed | lungs | monday

offers
id | title | sessions | format
A | Course A | 4 | physical

runs
id | offer | state | seats | participants | needs | weekdays | half_days
R1 | A | wished | 20 | 12 | heart | monday | morning
R2 | A | wished | 20 | 10 | lungs | monday | morning
R3 | A | wished | 20 | 8 | heart | monday | morning";

fn order(desk: &Desk, digital: [Digital; 3]) -> Vec<Ranked> {
    let mut order = in_order(desk);
    for (ranked, digital) in order.iter_mut().zip(digital) {
        ranked.ways.digital = digital;
    }
    order
}

/// The plan as `R1 hall, R2 -, …` and what digital ways gave in it.
fn check_digital(digital_of: [Digital; 3], expect: &str, told: Option<&str>) {
    let desk = desk(CENTRE);
    let order = order(&desk, digital_of);
    let plan = plan(&desk, january(), &order).unwrap();
    assert_eq!(check(&desk, &plan), Ok(()));
    let places = plan.runs.iter().map(|own| match placement(own) {
        None => format!("{} -", own.run),
        Some(placement) => match &placement.room {
            Some(room) => format!("{} {room}", own.run),
            None => format!("{} {}", own.run, placement.format.unwrap()),
        },
    });
    assert_eq!(places.collect::<Vec<_>>().join(", "), expect);
    let watch = &mut |_| ControlFlow::Continue(());
    let found = digital(&desk, &plan, Search::default(), watch).unwrap();
    let ids = |runs: &[RunId]| {
        runs.iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("+")
    };
    let shown = found.map(|found| {
        let runs = found.runs.iter().map(|own| match &own.frees {
            None => own.run.to_string(),
            Some(frees) => {
                let (times, by) = (frees.slots.len(), ids(&frees.used_by));
                format!("{} frees {} x{times} for {by}", own.run, frees.room)
            }
        });
        format!(
            "{} may; {}; gains {}; loses {}; {} of {} half-days",
            found.may,
            runs.collect::<Vec<_>>().join(", "),
            ids(&found.gains),
            ids(&found.loses),
            found.half_days,
            found.half_days_without,
        )
    });
    assert_eq!(shown.as_deref(), told);
}

#[test]
fn what_may_be_digital_frees_the_room_for_others() {
    use Digital::{First, No, RoomShort};
    check_digital([No, No, No], "R1 hall, R2 -, R3 -", None);
    // The first choice is taken though the room is free.
    check_digital(
        [First, No, No],
        "R1 digital_live, R2 hall, R3 -",
        Some("1 may; R1 frees hall x4 for R2; gains R2; loses ; 4 of 4 half-days"),
    );
    // Of what is held digitally where rooms are short, the first yields its room to the second, which
    // would have none.
    check_digital(
        [RoomShort, No, No],
        "R1 digital_live, R2 hall, R3 -",
        Some("1 may; R1 frees hall x4 for R2; gains R2; loses ; 4 of 4 half-days"),
    );
    // Where nobody needs the room, it stays in it.
    check_digital(
        [RoomShort, No, RoomShort],
        "R1 digital_live, R2 hall, R3 -",
        Some("2 may; R1 frees hall x4 for R2; gains R2; loses ; 4 of 4 half-days"),
    );
    check_digital(
        [No, RoomShort, No],
        "R1 hall, R2 digital_live, R3 -",
        Some("1 may; R2; gains R2; loses ; 4 of 4 half-days"),
    );
    // R3 lacks a leader: no room and no digital way is enough.
    check_digital(
        [No, No, First],
        "R1 hall, R2 -, R3 -",
        Some("1 may; ; gains ; loses ; 4 of 4 half-days"),
    );
}

#[test]
fn a_refused_run_that_may_be_digital_lacks_no_room() {
    let desk = desk(CENTRE);
    let order = order(&desk, [Digital::No, Digital::No, Digital::RoomShort]);
    let plan = plan(&desk, january(), &order).unwrap();
    let Outcome::Refused(refusal) = &plan.runs[2].outcome else {
        panic!("R1 has the leader");
    };
    let lacks: Vec<String> = refusal
        .shortages
        .iter()
        .map(|own| format!("{:?}", own.lack))
        .collect();
    assert_eq!(
        lacks,
        ["Leader { competence: Slug(\"heart\"), leaders: 1 }"]
    );
}

#[test]
fn the_checker_wants_a_room_or_leave_to_do_without() {
    let desk = desk(CENTRE);
    let order = order(&desk, [Digital::First, Digital::No, Digital::No]);
    let good = plan(&desk, january(), &order).unwrap();
    let mut without_leave = good.clone();
    without_leave.runs[0].ways.digital = Digital::No;
    assert!(check(&desk, &without_leave).is_err());
    let mut not_said = good.clone();
    let Outcome::Placed(placement) = &mut not_said.runs[0].outcome else {
        panic!("R1 has a place");
    };
    placement.format = None;
    assert!(check(&desk, &not_said).is_err());
}
