//! Runs that groups follow elsewhere, in rooms of other organisations.

use mestring_model::id::{OrganisationId, RoomId};
use mestring_model::noun::Format;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::*;
use crate::fixture::any_desk;
use crate::plan::{DigitalPlan, RoomUse, Scarce, bottlenecks, digital};

/// A hall, two rooms of one hospital that are for groups alone, and a room of another in which runs are
/// held too: all open on Monday mornings.
const CENTRE: &str = "
organisations
id | name | kind
lms | Centre | hospital
stord | Stord | hospital
voss | Voss | hospital
odda | Odda | hospital

rooms
id | name | seats | organisation | hub_only | weekdays | half_days | equipment
hall | Hall | 20 | lms | | monday | morning |
stord1 | Stord 1 | 8 | stord | yes | monday | morning | screen
stord2 | Stord 2 | 12 | stord | yes | monday | morning |
voss1 | Voss 1 | 10 | voss | | monday | morning |

leaders
id | role | state | competences
one | nurse 1 | confirmed | thyroid

offers
id | title | sessions | format
A | Course A | 4 | hybrid
";

const RUNS: &str = "
runs
id | offer | state | starts | seats | needs | weekdays | half_days | format | room
";

fn centre(runs: &str, hubs: &str) -> String {
    format!("{CENTRE}{RUNS}{runs}\n\nhubs\nrun | organisation | room | seats | equipment\n{hubs}")
}

#[test]
fn each_group_has_the_tightest_room_of_its_organisation_at_the_same_times() {
    check_plan(
        &centre(
            "R1 | A | wished | | 16 | thyroid | | | |
             R2 | A | wished | | 8 | | | | digital_live |",
            "R1 | voss | | |\nR1 | stord | | 6 |",
        ),
        &[
            "R1: 2027-01-04 morning x4 in hall and stord1 and voss1 by one",
            "R2: 2027-01-04 morning x4 in - by ",
        ],
    );
    // Two groups at one place have a room each, whoever stands first.
    check_plan(
        &centre(
            "R1 | A | wished | | 16 | | | | |",
            "R1 | stord | | 10 |\nR1 | stord | | |",
        ),
        &["R1: 2027-01-04 morning x4 in hall and stord1 and stord2 by "],
    );
    // What is sent out from no room is followed in rooms too.
    let online = any_desk(&centre(
        "R1 | A | wished | | 16 | | | | digital_live |",
        "R1 | stord | | |",
    ));
    let plan = plan(&online, january(), &in_order(&online)).unwrap();
    assert_eq!(
        shown(&online, &plan),
        ["R1: 2027-01-04 morning x4 in - and stord1 by "]
    );
}

#[test]
fn a_room_for_groups_alone_is_no_room_to_hold_a_run_in() {
    check_plan(
        &centre(
            "R1 | A | wished | | 10 | | | | |
             R2 | A | wished | | 10 | | | | |
             R3 | A | wished | | 8 | | | | |",
            "",
        ),
        &[
            "R1: 2027-01-04 morning x4 in voss1 by ",
            "R2: 2027-01-04 morning x4 in hall by ",
            "R3: refused: Room held by [R1,R2] (hall: R2 x4 from 2027-01-04 morning, hall: not open \
             x36 from 2027-01-04 afternoon, voss1: R1 x4 from 2027-01-04 morning, voss1: not open x36 \
             from 2027-01-04 afternoon)",
        ],
    );
}

#[test]
fn a_refusal_names_the_organisation_and_who_has_its_rooms() {
    let stord = "OrganisationId(\"stord\")";
    let monday = "monday | morning";
    check_plan(
        &centre(
            &format!(
                "D1 | A | decided | 2027-01-04 | 8 | | {monday} | | voss1
                 R1 | A | wished | | 16 | | {monday} | |
                 R2 | A | wished | | 16 | | {monday} | |
                 R3 | A | wished | | 16 | | {monday} | |
                 R4 | A | wished | | 16 | thyroid; thyroid | {monday} | |"
            ),
            "D1 | stord | stord2 | |
             R1 | stord | | 9 |
             R2 | stord | | 13 |
             R3 | odda | | |
             R4 | stord | | 4 | screen
             R4 | stord | | 4 | screen",
        ),
        &[
            &format!(
                "R1: refused: HubRoom {{ organisation: {stord} }} held by [D1] (stord2: D1 x4 from \
                 2027-01-04 morning)"
            ),
            &format!(
                "R2: refused: NoHubRoom {{ organisation: {stord}, needs: Some(13) }} held by []"
            ),
            "R3: refused: NoHubRoom { organisation: OrganisationId(\"odda\"), needs: None } held by []",
            &format!(
                "R4: refused [all]: NoHubRoom {{ organisation: {stord}, needs: Some(4) }} held by []; \
                 NoLeader {{ competence: Slug(\"thyroid\"), needs: 2, confirmed: 1, asked: 0, wished: 0 }} held by []"
            ),
        ],
    );
}

#[test]
fn the_only_room_of_an_organisation_is_not_had_twice_by_one_run() {
    check_plan(
        &centre(
            "R1 | A | wished | | 25 | | monday | morning | |
             R2 | A | wished | | 10 | | monday | morning | |",
            "R1 | voss | | |\nR2 | voss | | |",
        )
        .replace("hall | Hall | 20 | lms |", "hall | Hall | 9 | lms |"),
        &[
            "R1: refused: RoomTooSmall { needs: 25, largest: Some(10) } held by []",
            "R2: refused: HubRoom { organisation: OrganisationId(\"voss\") } held by []",
        ],
    );
}

#[test]
fn leaders_and_rooms_elsewhere_are_limited_together() {
    let hubs = "R1 | stord | | |\n".repeat(7);
    check_plan(
        &centre("R1 | A | wished | | 16 | thyroid | | | |", &hubs),
        &[
            "R1: refused [all]: NoHubRoom { organisation: OrganisationId(\"stord\"), needs: None } held \
             by []; TooManyNeeds { needs: 8, hubs: 7, most: 7 } held by []",
        ],
    );
}

/// The plan where the first run may be held digitally, and what that gives.
fn digitally(first: Digital) -> (Vec<String>, DigitalPlan) {
    let desk = desk(&centre(
        "R1 | A | wished | | 16 | | monday | morning | |
         R2 | A | wished | | 8 | | monday | morning | |",
        "R1 | stord | | |\nR1 | voss | | |\nR2 | voss | | |",
    ));
    let mut order = in_order(&desk);
    order[0].ways.digital = first;
    let plan = plan(&desk, january(), &order).unwrap();
    let watch = &mut |_| std::ops::ControlFlow::Continue(());
    let told = digital(&desk, &plan, Search::default(), watch).unwrap();
    (shown(&desk, &plan), told.unwrap())
}

#[test]
fn all_follow_a_digital_run_from_home_and_free_every_room() {
    let (plan, told) = digitally(Digital::First);
    let expect = [
        "R1: 2027-01-04 morning x4 in - by ",
        "R2: 2027-01-04 morning x4 in hall and voss1 by ",
    ];
    assert_eq!(plan, expect);
    // Four sessions in three rooms, and in two.
    assert_eq!((told.half_days_without, told.half_days), (12, 8));
    let frees: Option<&RoomUse> = told.runs[0].frees.as_ref();
    let hubs: Vec<&str> = frees
        .unwrap()
        .hubs
        .iter()
        .map(|(_, room)| room.as_str())
        .collect();
    assert_eq!(hubs, ["stord1", "voss1"]);
    assert_eq!(frees.unwrap().used_by.len(), 1);
    let (short, _) = digitally(Digital::RoomShort);
    assert_eq!(short, expect, "the other comes in by it");
}

#[test]
fn one_more_room_elsewhere_is_told_as_what_is_scarce() {
    let desk = any_desk(&centre(
        "R1 | A | wished | | 16 | | monday | morning | |
         R2 | A | wished | | 8 | | monday | morning | digital_live |",
        "R1 | voss | | |\nR2 | voss | | |",
    ));
    let voss = OrganisationId::new("voss").unwrap();
    let plan = plan(&desk, january(), &in_order(&desk)).unwrap();
    assert_eq!(shown(&desk, &plan).len(), 2);
    let watch = &mut |_, _| std::ops::ControlFlow::Continue(());
    let found = bottlenecks(&desk, &plan, Search::default(), watch).unwrap();
    let of: Vec<&Scarce> = found.iter().map(|own| &own.of).collect();
    assert_eq!(of, [&Scarce::HubRoom(voss)]);
}

#[test]
fn the_checker_finds_what_is_wrong_with_a_room_elsewhere() {
    let desk = desk(&centre(
        "R1 | A | wished | | 16 | | | | |",
        "R1 | stord | | 10 |\nR1 | voss | | | ",
    ));
    let right = plan(&desk, january(), &in_order(&desk)).unwrap();
    assert_eq!(check(&desk, &right), Ok(()));
    let wrong = |change: &dyn Fn(&mut Placement)| {
        let mut plan = right.clone();
        if let Outcome::Placed(placement) = &mut plan.runs[0].outcome {
            change(placement);
        }
        check(&desk, &plan).unwrap_err().len()
    };
    let room = |id: &str| RoomId::new(id).unwrap();
    assert_eq!(wrong(&|own| own.hubs.truncate(1)), 1);
    assert_eq!(wrong(&|own| own.hubs[0].1 = room("stord1")), 1, "too small");
    assert_eq!(wrong(&|own| own.hubs[0].1 = room("nowhere")), 1);
    assert_eq!(
        wrong(&|own| own.hubs[1].1 = room("stord1")),
        1,
        "of another"
    );
    assert_eq!(wrong(&|own| own.hubs.reverse()), 2, "of another, both");
    assert_eq!(
        wrong(&|own| own.room = Some(room("stord2"))),
        4 + 2,
        "twice"
    );
    assert!(wrong(&|own| own.format = Some(Format::DigitalLive)) > 0);
    let mut without = right.clone();
    without.runs[0].ways.digital = Digital::First;
    if let Outcome::Placed(own) = &mut without.runs[0].outcome {
        (own.room, own.format) = (None, Some(Format::DigitalLive));
    }
    assert_eq!(check(&desk, &without).unwrap_err().len(), 1, "from home");
}

#[test]
fn random_desks_have_groups_with_a_room_and_without() {
    let mut runner = TestRunner::deterministic();
    let (mut placed, mut never, mut taken) = (0, 0, 0);
    for _ in 0..300 {
        let desk = desks().new_tree(&mut runner).unwrap().current();
        let plan = plan(&desk, january(), &in_order(&desk)).unwrap();
        for own in &plan.runs {
            match &own.outcome {
                Outcome::Placed(own) => placed += usize::from(!own.hubs.is_empty()),
                Outcome::Refused(own) => {
                    let lacks = own.shortages.iter().map(|own| &own.lack);
                    for lack in lacks {
                        never += usize::from(matches!(lack, Lack::NoHubRoom { .. }));
                        taken += usize::from(matches!(lack, Lack::HubRoom { .. }));
                    }
                }
            }
        }
    }
    assert!(
        placed > 20 && never > 20 && taken > 5,
        "{placed} {never} {taken}"
    );
}

proptest! {
    /// The rows say nothing by their order.
    #[test]
    fn the_order_of_the_groups_changes_nothing(desk in desks()) {
        let mut turned = desk.clone();
        turned.hubs.reverse();
        let order = in_order(&desk);
        prop_assert_eq!(
            plan(&desk, january(), &order).unwrap(),
            plan(&turned, january(), &order).unwrap()
        );
    }

    /// Groups that follow a run elsewhere never let it in.
    #[test]
    fn without_the_groups_of_the_first_run_it_has_a_place_where_it_has_one_with_them(desk in desks()) {
        let mut alone = desk.clone();
        let first = desk.runs[0].id.clone();
        alone.hubs.retain(|own| own.run != first);
        let order = in_order(&desk);
        let placed = |desk: &Desk| plan(desk, january(), &order).unwrap().runs[0].is_placed();
        prop_assert!(placed(&alone) || !placed(&desk));
    }
}
