//! What more of one thing would give.

use super::*;
use crate::fixture::desk;
use crate::plan::plan;
use crate::plan::tests::{in_order, january};

const CENTRE: &str = "
rooms
id | name | seats | weekdays | half_days
hall | Hall | 20 | monday | morning

leaders
id | role | state | competences | weekdays
heart-1 | nurse 1 | confirmed | heart | monday
lungs-1 | nurse 2 | confirmed | lungs | monday
lungs-2 | nurse 3 | confirmed | lungs | monday

budgets
id | name | kind | hours | from | until
advice | Advice | adviser_hours | 4 | 2027-01-01 | 2027-06-30

offers
id | title | sessions
A | Course A | 4

runs
id | offer | state | starts | seats | participants | needs | weekdays | half_days | budgets | adviser_hours | format | room | leaders
R1 | A | wished | | 20 | 12 | heart | monday | morning | advice | 4 | | |
R2 | A | wished | | 20 | 10 | heart | monday | morning | | | digital_live | |
R3 | A | wished | | 20 | 8 | lungs | monday | morning | | | | |
R4 | A | wished | | 20 | | lungs | monday | morning | advice | 2 | digital_live | |
D1 | A | decided | 2027-01-05 | 20 | | heart | tuesday | morning | | | | hall | heart-1";

#[test]
fn one_more_of_each_thing_says_whom_it_lets_in() {
    let desk = desk(CENTRE);
    let plan = plan(&desk, january(), &in_order(&desk)).unwrap();
    let watch = &mut |_, _| ControlFlow::Continue(());
    let found = bottlenecks(&desk, &plan, Search::default(), watch).unwrap();
    let shown: Vec<String> = found
        .iter()
        .map(|own| {
            let gains: Vec<&str> = own.gains.iter().map(|run| run.as_str()).collect();
            let loses: Vec<&str> = own.loses.iter().map(|run| run.as_str()).collect();
            format!(
                "{:?}: +{} -{} {} people, {} unknown",
                own.of,
                gains.join("+"),
                loses.join("+"),
                own.participants,
                own.unknown
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "Leader(Slug(\"heart\")): +R2 - 10 people, 0 unknown",
            "Room: +R3 - 8 people, 0 unknown",
            "Budget(BudgetId(\"advice\")): +R4 - 0 people, 1 unknown",
        ]
    );
}

#[test]
fn what_hangs_on_one_leader_is_told() {
    let desk = desk(CENTRE);
    let plan = plan(&desk, january(), &in_order(&desk)).unwrap();
    let found = one_leader(&desk, &plan);
    let [heart] = found.as_slice() else {
        panic!("{found:?}");
    };
    let runs: Vec<&str> = heart.runs.iter().map(|run| run.as_str()).collect();
    assert_eq!(
        (heart.leader.as_str(), runs, heart.refused),
        ("heart-1", vec!["D1", "R1"], 1)
    );
}

#[test]
fn a_watcher_ends_the_search() {
    let desk = desk(CENTRE);
    let plan = plan(&desk, january(), &in_order(&desk)).unwrap();
    let mut told = Vec::new();
    let watch = &mut |done, all| {
        told.push((done, all));
        ControlFlow::Break(())
    };
    let found = bottlenecks(&desk, &plan, Search::default(), watch).unwrap();
    assert!(found.is_empty());
    assert_eq!(told, [(0, 4)]);
}
