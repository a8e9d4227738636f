//! Each fact of an obligation.

use mestring_model::facts::ObligationFacts;
use mestring_model::noun::ObligationKind;
use mestring_model::{Desk, Fact};

use super::{PARTIES, SERVICE, YEARLY, day, one};
use crate::obligations::obligation_facts;

fn facts(desk: &Desk, as_of: &str) -> ObligationFacts {
    obligation_facts(desk, day(as_of)).remove(0)
}

#[track_caller]
fn check<T: PartialEq + std::fmt::Debug>(
    obligation: &str,
    evidence: &str,
    as_of: &str,
    fact: impl Fn(ObligationFacts) -> T,
    expect: T,
) {
    let desk = one(SERVICE, obligation, PARTIES, evidence);
    assert_eq!(fact(facts(&desk, as_of)), expect, "{obligation} on {as_of}");
}

#[test]
fn days_are_counted_from_own_dates_or_those_of_the_agreement() {
    let start = |facts: ObligationFacts| facts.days_to_start;
    check(YEARLY, "", "2022-08-01", start, Fact::Known(0));
    check(YEARLY, "", "2022-07-31", start, Fact::Known(1));
    let own = "standing_duty | A | | 2024-03-01 | 2024-12-31 | | yearly | yes | ";
    // Across a leap day.
    check(own, "", "2024-02-28", start, Fact::Known(2));
    check(own, "", "2024-02-29", start, Fact::Known(1));
    let end = |facts: ObligationFacts| facts.days_since_end;
    check(own, "", "2024-12-31", end, Fact::NotStated);
    check(own, "", "2025-01-01", end, Fact::Known(1));
    check(YEARLY, "", "2026-01-01", end, Fact::NotStated);
    let free = "statute | | | | | | continuous | | ";
    check(free, "", "2026-01-01", start, Fact::NotStated);
    let unknown = one("service | unknown | unknown | ", YEARLY, PARTIES, "");
    assert_eq!(facts(&unknown, "2026-01-01").days_to_start, Fact::Unknown);
    assert_eq!(facts(&unknown, "2026-01-01").days_since_end, Fact::Unknown);
}

#[test]
fn what_comes_back_is_due_at_the_end_of_its_calendar_period() {
    let due = |facts: ObligationFacts| facts.days_to_due;
    check(YEARLY, "", "2026-12-31", due, Fact::Known(0));
    check(YEARLY, "", "2027-01-01", due, Fact::Known(364));
    check(YEARLY, "", "2024-01-01", due, Fact::Known(365));
    let half = "standing_duty | A | | | | | half_yearly | yes | ";
    check(half, "", "2026-06-30", due, Fact::Known(0));
    check(half, "", "2026-07-01", due, Fact::Known(183));
    // The life of the obligation cuts the period at both ends.
    let short = "standing_duty | A | | 2026-10-15 | 2027-03-01 | | yearly | yes | ";
    check(short, "", "2026-01-01", due, Fact::Known(364));
    check(short, "", "2027-02-28", due, Fact::Known(1));
    check(short, "", "2027-03-03", due, Fact::Known(-2));
    let once = "goal | A | | | | 2028-02-29 | once | yes | ";
    check(once, "", "2028-03-01", due, Fact::Known(-1));
    check(once, "", "2028-02-28", due, Fact::Known(1));
    let goes_on = "standing_duty | A | | | | | continuous | yes | ";
    check(goes_on, "", "2026-01-01", due, Fact::NotStated);
}

#[test]
fn evidence_is_counted_in_the_period_and_up_to_the_date() {
    let count = |facts: ObligationFacts| facts.evidence_in_period;
    let evidence = "O | 2025-12-31 | done | møte
                    O | 2026-01-01 | offered | tilbod
                    O | 2026-11-30 | done | møte";
    check(YEARLY, evidence, "2025-12-31", count, Fact::Known(1));
    check(YEARLY, evidence, "2026-11-29", count, Fact::Known(1));
    check(YEARLY, evidence, "2026-11-30", count, Fact::Known(2));
    check(YEARLY, evidence, "2027-01-01", count, Fact::Known(0));
    let half = "standing_duty | A | | | | | half_yearly | yes | ";
    check(half, evidence, "2026-12-31", count, Fact::Known(1));
    let goes_on = "standing_duty | A | | 2026-01-01 | | | continuous | yes | ";
    check(goes_on, evidence, "2027-06-01", count, Fact::Known(2));
    let once = "goal | A | | | | 2028-12-31 | | yes | ";
    check(once, evidence, "2027-06-01", count, Fact::Known(3));
    // Without a period nobody can say what lies in it, unless there is nothing at all.
    let unclear = "standing_duty | A | | | | | unknown | yes | ";
    check(unclear, evidence, "2027-06-01", count, Fact::Unknown);
    check(unclear, "", "2027-06-01", count, Fact::Known(0));
    let silent = "standing_duty | A | | | | | | yes | ";
    check(silent, evidence, "2027-06-01", count, Fact::NotStated);

    let since = |facts: ObligationFacts| facts.days_since_evidence;
    check(YEARLY, evidence, "2027-01-01", since, Fact::Known(32));
    check(YEARLY, evidence, "2025-12-30", since, Fact::NotStated);
}

#[test]
fn parties_join_when_every_bound_one_has() {
    let check = |agreement: &str, bound: &str, parties: &str, expect: Fact<bool>| {
        let obligation = format!("standing_duty | A | {bound} | | | | yearly | yes | ");
        let desk = one(agreement, &obligation, parties, "");
        let found = facts(&desk, "2026-11-22").parties_joined;
        assert_eq!(found, expect, "{agreement} {bound} {parties}");
    };
    let (no, yes) = (Fact::Known(false), Fact::Known(true));
    check(SERVICE, "", PARTIES, yes);
    check(SERVICE, "hb; alver", PARTIES, yes);
    check(SERVICE, "hb; voss", PARTIES, Fact::NotStated);
    check(SERVICE, "hb", "A | hb | | ", Fact::NotStated);
    check(
        SERVICE,
        "hb; alver",
        "A | hb | unknown | \n A | alver | joined | ",
        Fact::Unknown,
    );
    check(
        SERVICE,
        "hb; alver",
        "A | hb | unknown | \n A | alver | recommended | ",
        no,
    );
    check(SERVICE, "hb", "A | hb | joined | 2026-11-23", no);
    check(SERVICE, "hb", "A | hb | joined | 2026-11-22", yes);
    check(SERVICE, "hb", "A | hb | left | 2026-11-23", Fact::NotStated);
    check(
        SERVICE,
        "hb",
        "A | hb | left | 2020-01-01 \n A | hb | joined | 2012-01-01",
        no,
    );
    check(SERVICE, "", "", Fact::NotStated);
    check("document | | | ", "hb", "", yes);
}

#[test]
fn a_proposed_agreement_binds_nobody() {
    let proposed = "special | | | yes";
    let kind = |obligation: &str| {
        let kind = facts(&one(proposed, obligation, "", ""), "2026-11-22").kind;
        *kind.known().unwrap()
    };
    assert_eq!(kind(YEARLY), ObligationKind::Proposal);
    assert_eq!(
        kind("goal | A | | | | 2030-12-31 | once | | "),
        ObligationKind::Proposal
    );
    assert_eq!(
        kind("statute | A | | | | | continuous | | "),
        ObligationKind::Statute
    );
    assert_eq!(
        kind("history | A | | | | | once | | "),
        ObligationKind::History
    );
}
