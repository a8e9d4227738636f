//! Why people have no place, by groups that name nobody.

use super::{Places, fair};

/// `class 3, 2: K1 2 seats of 3:2 by wait`: a group, its runs, and of whom they are full.
fn blocked(places: &Places) -> Vec<String> {
    let blocked = places.blocked();
    assert!(!format!("{blocked:?}").contains("PERSON"));
    let groups = blocked.groups.iter().map(|own| {
        let runs = own.runs.iter().map(|run| {
            let classes = run.classes.iter().map(|(class, people)| {
                let class = class.map_or("?".to_owned(), |class| class.to_string());
                format!("{class}:{people}")
            });
            let classes = classes.collect::<Vec<_>>().join(" ");
            let by = run.before_by.map_or("-", |by| by.code());
            format!("{} {} seats of {classes} by {by}", run.run, run.seats)
        });
        let runs = runs.collect::<Vec<_>>().join(", ");
        format!("class {}, {}: {runs}", own.class, own.people)
    });
    groups.collect()
}

#[test]
fn people_who_are_alike_are_told_once_which_runs_are_full_of_whom() {
    let store = |digital: &str| {
        format!(
            "people
            id | role | birth_year | municipality | digital | target_groups
            PERSON-1 | patient | 1970 | 4601 | no | lung
            PERSON-2 | patient | 1970 | 4601 | no | lung
            PERSON-3 | patient | 1970 | 4601 | yes | lung
            PERSON-4 | patient | 1970 | 4601 | no | lung
            PERSON-5 | patient | 1970 | 4601 | no | lung
            PERSON-6 | patient | 1970 | 4601 | {digital} | lung

            referrals
            person | target_group | referred_on | deadline
            PERSON-1 | lung | 2026-06-01 | 2026-12-01
            PERSON-2 | lung | 2026-01-01 |
            PERSON-3 | lung | 2026-02-01 |
            PERSON-4 | lung | 2026-03-01 |
            PERSON-5 | lung | 2026-04-01 |
            PERSON-6 | lung | 2026-05-01 |"
        )
    };
    // The last two are alike, and the third takes the net so that the first two have the room.
    assert_eq!(
        blocked(&fair(&store("no"))),
        ["class 3, 3: K1 2 seats of 1:1 3:1 by waiting"]
    );
    assert_eq!(
        blocked(&fair(&store("yes"))),
        [
            "class 3, 2: K1 2 seats of 1:1 3:1 by waiting",
            "class 3, 1: K1 2 seats of 1:1 3:1 by waiting, N1 1 seats of 3:1 by waiting",
        ]
    );
}

#[test]
fn the_chain_of_one_more_seat_is_told_step_by_step() {
    // One more seat on the net draws A out of the room, and B follows.
    let places = fair(
        "people
        id | role | birth_year | municipality | digital | target_groups
        PERSON-0 | patient | 1970 | 4601 | yes | lung
        PERSON-A | patient | 1970 | 4601 | yes | lung
        PERSON-B | patient | 1970 | 4601 | no | lung
        PERSON-C | patient | 1970 | 4601 | no | lung

        referrals
        person | target_group | referred_on
        PERSON-0 | lung | 2025-12-01
        PERSON-A | lung | 2026-01-01
        PERSON-B | lung | 2026-02-01
        PERSON-C | lung | 2026-03-01",
    );
    let more = places.more_seats().unwrap();
    let net = more
        .runs
        .iter()
        .find(|own| own.run.as_str() == "N1")
        .unwrap();
    let steps = net.chain.iter().map(|step| {
        let from = step.from.as_ref().map_or("-", |run| run.as_str());
        format!("{:?} {from} {}", step.class, step.to)
    });
    assert_eq!(steps.collect::<Vec<_>>(), ["Some(3) K1 N1", "Some(3) - K1"]);
    assert_eq!(net.moves, Some(1));
    assert!(!format!("{more:?}").contains("PERSON"));
}
