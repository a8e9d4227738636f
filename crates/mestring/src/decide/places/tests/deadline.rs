//! The deadline on the referral: which run somebody gets by it, and who begins too late.

use mestring_model::Fact;
use mestring_model::id::{PersonId, RunId};

use super::{desk, fair, said};

/// K1 starts on 2 February and N1 on 4 February 2027. What suits best costs 20 minutes less in N1.
fn store(deadline: &str, more: &str) -> String {
    format!(
        "people
        id | role | birth_year | municipality | digital | target_groups
        A | patient | 1970 | 4601 | yes | lung

        referrals
        person | target_group | referred_on | deadline
        A | lung | 2026-01-01 | {deadline}

        travel
        from | to | minutes
        4601 | 4601 | 20

        {more}"
    )
}

#[test]
fn a_run_in_time_comes_before_one_that_suits_better_and_nobody_is_kept_out() {
    for (deadline, expect, in_time) in [
        ("", "A N1 0", Fact::NotStated),
        ("unknown", "A N1 0", Fact::Unknown),
        ("2027-02-04", "A N1 0", Fact::Known(true)),
        ("2027-02-03", "A K1 20", Fact::Known(true)),
        // Both are too late, which costs the same in both.
        ("2027-02-01", "A N1 240", Fact::Known(false)),
    ] {
        let places = fair(&store(deadline, ""));
        let own = places.person(&PersonId::new("A").unwrap()).unwrap();
        assert_eq!(
            (said(&places).as_str(), own.starts_by_deadline),
            (expect, in_time),
            "{deadline}"
        );
    }
}

#[test]
fn what_somebody_keeps_or_waits_for_in_vain_is_looked_at_too() {
    let id = PersonId::new("A").unwrap();
    for (run, in_time) in [("N1", false), ("K1", true)] {
        let kept =
            format!("placements\n person | run | state | on\n A | {run} | accepted | 2026-11-10");
        let places = fair(&store("2027-02-03", &kept));
        assert_eq!(said(&places), format!("A keeps {run}"));
        let own = places.person(&id).unwrap();
        assert_eq!(own.starts_by_deadline, Fact::Known(in_time), "{run}");
    }
    // B and C stand before her in N1, and D in K1: what would do is full.
    for (deadline, in_time) in [("2027-02-01", false), ("2027-02-03", true)] {
        let places = fair(&format!(
            "people
            id | role | birth_year | municipality | digital | target_groups
            A | patient | 1970 | 4601 | yes | lung
            B | patient | 1970 | 4601 | yes | lung
            C | patient | 1970 | 4601 | no | lung
            D | patient | 1970 | 4601 | no | lung

            referrals
            person | target_group | referred_on | deadline
            A | lung | 2026-01-01 | {deadline}
            B | lung | 2026-01-01 | 2026-11-23
            C | lung | 2026-01-01 | 2026-11-23
            D | lung | 2026-01-01 | 2026-11-23"
        ));
        assert!(
            said(&places).starts_with("A full 2; B N1"),
            "{}",
            said(&places)
        );
        let own = places.person(&id).unwrap();
        assert_eq!(own.starts_by_deadline, Fact::Known(in_time), "{deadline}");
        // Whoever is next is told too, with what the run is to the deadline.
        let next = places.next(&desk(), &RunId::new("K1").unwrap()).unwrap();
        let [step] = next.steps.as_slice() else {
            panic!("one step: {next:?}");
        };
        assert_eq!(step.starts_by_deadline, Fact::Known(in_time), "{deadline}");
        let all: Vec<_> = next
            .free
            .iter()
            .map(|step| step.starts_by_deadline)
            .collect();
        assert_eq!(all, [Fact::Known(false); 2]);
    }
}
