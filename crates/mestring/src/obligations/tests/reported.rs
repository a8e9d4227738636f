//! The report: next due dates, missed periods, what is missing.

use std::sync::Arc;

use chrono::NaiveDate;
use mestring_model::noun::{Recurrence, Status};
use mestring_model::term::Term;
use mestring_model::verdict::RuleRef;
use mestring_model::{Answer, Desk, Fact, Verdict};
use proptest::prelude::*;

use super::{PARTIES, SERVICE, YEARLY, day, one};
use crate::obligations::{Missing, ObligationItem, Period, report};

fn verdict(answer: Answer) -> Verdict {
    let text = |text: &str| Arc::<str>::from(text);
    Verdict {
        answer,
        rule: Arc::new(RuleRef {
            pack: text("obligations"),
            version: text("1"),
            hash: text("0"),
            rule: text("status"),
            origin: text("local choice"),
        }),
        read: Vec::new(),
        assumed: Vec::new(),
        immaterial: Vec::new(),
        plugin: None,
    }
}

fn item(desk: &Desk, as_of: &str, status: Status) -> ObligationItem {
    let verdict = verdict(Answer::Word(status.to_string().into()));
    let report = report(desk, day(as_of), vec![(status, verdict)]).unwrap();
    assert_eq!(report.by_status[&status], 1);
    assert_eq!(report.by_status.values().sum::<usize>(), 1);
    let by_kind: usize = report
        .by_kind
        .values()
        .flat_map(|counts| counts.values())
        .sum();
    assert_eq!(by_kind, 1);
    report.items.into_iter().next().unwrap()
}

#[test]
fn the_next_due_day_follows_the_status() {
    let check = |obligation: &str, as_of: &str, status, expect: Option<&str>| {
        let desk = one(SERVICE, obligation, PARTIES, "");
        let found = item(&desk, as_of, status).next_due;
        assert_eq!(found, expect.map(day), "{obligation} {as_of} {status}");
    };
    check(YEARLY, "2026-11-22", Status::Due, Some("2026-12-31"));
    check(YEARLY, "2026-11-22", Status::Met, Some("2027-12-31"));
    check(YEARLY, "2026-11-22", Status::CannotTell, Some("2026-12-31"));
    check(YEARLY, "2026-11-22", Status::Waived, None);
    check(YEARLY, "2026-11-22", Status::Proposed, None);
    let short = "standing_duty | A | | 2026-10-15 | 2027-03-01 | | yearly | yes | ";
    check(
        short,
        "2026-01-01",
        Status::NotYetInForce,
        Some("2026-12-31"),
    );
    check(short, "2026-12-01", Status::Met, Some("2027-03-01"));
    check(short, "2027-02-01", Status::Met, None);
    check(short, "2027-03-02", Status::Due, None);
    let once = "goal | A | | | | 2028-02-29 | once | yes | ";
    check(once, "2026-01-01", Status::Due, Some("2028-02-29"));
    check(once, "2026-01-01", Status::Met, None);
    check(once, "2028-03-01", Status::Overdue, None);
}

#[test]
fn a_date_that_has_passed_is_not_dropped_while_nothing_shows_that_it_was_met() {
    let once = "goal | A | | | | 2026-12-31 | once | | ";
    let check = |as_of: &str, status, expect: Option<&str>| {
        let desk = one(SERVICE, once, PARTIES, "");
        let found = item(&desk, as_of, status);
        assert_eq!(found.passed_due, expect.map(day), "{as_of} {status}");
        assert!(found.passed_due.is_none() || found.next_due.is_none());
    };
    check("2026-12-31", Status::CannotTell, None);
    check("2027-01-01", Status::CannotTell, Some("2026-12-31"));
    check("2027-01-01", Status::Overdue, Some("2026-12-31"));
    check("2027-01-01", Status::Met, None);
    check("2027-01-01", Status::Closed, None);
}

#[test]
fn earlier_periods_without_evidence_are_not_forgotten() {
    let evidence = "O | 2023-05-01 | done | møte \n O | 2025-05-01 | done | møte";
    let missed = |obligation: &str| {
        let desk = one(SERVICE, obligation, PARTIES, evidence);
        item(&desk, "2026-11-22", Status::Due).missed
    };
    let periods: Vec<_> = missed(YEARLY)
        .iter()
        .map(|period| format!("{} {}", period.from, period.until))
        .collect();
    assert_eq!(periods, ["2022-08-01 2022-12-31", "2024-01-01 2024-12-31"]);
    let unrecorded = "standing_duty | A | | | | | yearly | | ";
    assert_eq!(missed(unrecorded), []);
    let half = "standing_duty | A | | | | | half_yearly | yes | ";
    assert_eq!(missed(half).len(), 6);
    let proposed = one("special | 2022-08-01 | | yes", YEARLY, PARTIES, evidence);
    assert_eq!(item(&proposed, "2026-11-22", Status::Proposed).missed, []);
}

#[test]
fn what_is_missing_is_named_down_to_the_party() {
    let parties = "A | hb | joined | \n A | alver | unknown | ";
    let desk = one(SERVICE, YEARLY, parties, "");
    let missing = ["parties_joined", "evidence_recorded"];
    let verdict = verdict(Answer::missing(missing));
    let report = report(
        &desk,
        day("2026-11-22"),
        vec![(Status::CannotTell, verdict)],
    )
    .unwrap();
    let alver = desk.organisations[1].id.clone();
    assert_eq!(
        report.items[0].missing,
        [
            Missing::Party(alver),
            Missing::Fact("evidence_recorded".into())
        ]
    );
}

#[test]
fn a_rule_that_names_cannot_tell_leaves_its_gaps_in_what_it_read() {
    let parties = "A | hb | joined | \n A | alver | | ";
    let read = |name| mestring_model::verdict::FactRead {
        name,
        value: Fact::NotStated,
    };
    let check = |obligation: &str, expect: &[Missing]| {
        let mut verdict = verdict(Answer::Word("cannot_tell".into()));
        verdict.read = vec![
            read("days_since_end"),
            read("evidence_recorded"),
            read("parties_joined"),
        ];
        let desk = one(SERVICE, obligation, parties, "");
        let report = report(
            &desk,
            day("2026-11-22"),
            vec![(Status::CannotTell, verdict)],
        );
        assert_eq!(report.unwrap().items[0].missing, expect, "{obligation}");
    };
    let alver = Missing::Party(mestring_model::id::OrganisationId::new("alver").unwrap());
    let fact = Missing::Fact("evidence_recorded".into());
    check(
        "goal | A | | | | | yearly | | ",
        &[fact.clone(), alver.clone()],
    );
    check(
        "goal | A | | | | | yearly | no | ",
        &[fact, alver, Missing::Record],
    );
}

#[test]
fn a_status_is_given_for_each_obligation() {
    let desk = one(SERVICE, YEARLY, PARTIES, "");
    let error = report(&desk, day("2026-11-22"), Vec::new()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "0 statuses were given for 1 obligations; give one for each, in order"
    );
}

fn dates() -> impl Strategy<Value = NaiveDate> {
    (0_u64..20_000).prop_map(|days| day("1999-12-31") + chrono::Days::new(days))
}

proptest! {
    #[test]
    fn nothing_is_due_before_the_date_of_the_report(
        from in proptest::option::of(dates()),
        length in proptest::option::of(0_u64..3_000),
        as_of in dates(),
        recurrence in proptest::sample::select(vec!["yearly", "half_yearly", "once", "continuous"]),
        due in proptest::option::of(dates()),
        status in proptest::sample::select(Status::all().to_vec()),
    ) {
        let until = from.zip(length).map(|(from, length)| from + chrono::Days::new(length));
        let shown = |date: Option<NaiveDate>| date.map(|d| d.to_string()).unwrap_or_default();
        let due = due.filter(|_| recurrence == "once");
        let obligation = format!(
            "goal | | | {} | {} | {} | {recurrence} | yes | ",
            shown(from), shown(until), shown(due),
        );
        let desk = one(SERVICE, &obligation, PARTIES, "");
        let item = item(&desk, &as_of.to_string(), status);
        if let Some(next) = item.next_due {
            prop_assert!(as_of <= next);
            prop_assert!(until.is_none_or(|until| recurrence == "once" || next <= until));
        }
        if let Some(period) = item.period {
            prop_assert!(period.from <= period.until);
            prop_assert!(from.is_none_or(|from| from <= period.from));
            let bound = from.is_none_or(|from| from <= as_of)
                && until.is_none_or(|until| as_of <= until);
            prop_assert_eq!(bound, period.holds(as_of));
        }
        // Missed periods lie before the present one, follow each other and never overlap.
        let ends: Vec<_> = item.missed.iter().chain(&item.period).collect();
        prop_assert!(ends.windows(2).all(|pair| pair[0].until < pair[1].from));
    }

    #[test]
    fn a_period_holds_its_day_and_no_other_period_does(date in dates()) {
        for recurrence in [Recurrence::Yearly, Recurrence::HalfYearly] {
            let period = Period::holding(recurrence, date).unwrap();
            prop_assert!(period.holds(date));
            let next = Period::holding(recurrence, period.until.succ_opt().unwrap()).unwrap();
            prop_assert_eq!(next.from.pred_opt(), Some(period.until));
        }
    }
}
