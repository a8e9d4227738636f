//! Duties and promises on a date: what rules may read about each, and how it stands when they have
//! answered.
//!
//! [`obligation_facts`] counts the days, the evidence and the parties; a rule names the status; then
//! [`report`] puts both together with the next due date and with what is missing to tell.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring_model::facts::ObligationFacts;
use mestring_model::id::ObligationId;
use mestring_model::noun::{Agreement, AgreementKind, Obligation, ObligationKind};
use mestring_model::{Desk, Fact};

mod parties;
mod period;
mod report;

pub use period::Period;
pub use report::{CountMismatch, Missing, ObligationItem, ObligationReport, StatusCounts, report};

/// The facts of every obligation of the desk on a date, in the order of `desk.obligations`.
///
/// Evidence that is dated after `as_of` was not known then and is left out. Where the agreement an
/// obligation stands in is only proposed, nobody is bound by it yet, and its kind is read as
/// [`ObligationKind::Proposal`]; statutes and history stay what they are.
pub fn obligation_facts(desk: &Desk, as_of: NaiveDate) -> Vec<ObligationFacts> {
    let evidence = evidence_days(desk, as_of);
    desk.obligations
        .iter()
        .map(|obligation| {
            let days = evidence.get(&obligation.id).map_or(&[][..], Vec::as_slice);
            facts_of(desk, obligation, days, as_of)
        })
        .collect()
}

fn facts_of(
    desk: &Desk,
    obligation: &Obligation,
    evidence: &[NaiveDate],
    as_of: NaiveDate,
) -> ObligationFacts {
    let agreement = agreement_of(desk, obligation);
    let life = Life::of(obligation, agreement);
    let due = due(obligation, &life, as_of);
    let days_since_end = life.until.and_then(|until| {
        if until < as_of {
            Fact::Known(days(until, as_of))
        } else {
            Fact::NotStated
        }
    });
    ObligationFacts {
        kind: Fact::Known(kind(obligation, agreement)),
        days_to_start: life.from.map(|from| days(as_of, from)),
        days_since_end,
        recurrence: obligation.recurrence,
        days_to_due: due.map(|due| days(as_of, due)).into(),
        evidence_recorded: obligation.evidence_recorded,
        evidence_in_period: evidence_in_period(obligation, &life, evidence, as_of),
        days_since_evidence: evidence.last().map(|last| days(*last, as_of)).into(),
        waived: Fact::Known(obligation.waived.is_some()),
        parties_joined: parties::joined(desk, obligation, agreement, as_of),
    }
}

/// From when and until when an obligation binds, both days included: its own dates, or else those of
/// the agreement it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Life {
    from: Fact<NaiveDate>,
    until: Fact<NaiveDate>,
}

impl Life {
    fn of(obligation: &Obligation, agreement: Option<&Agreement>) -> Self {
        let inherited =
            |date: fn(&Agreement) -> Fact<NaiveDate>| agreement.map_or(Fact::NotStated, date);
        Life {
            from: Fact::from(obligation.from).or(inherited(|agreement| agreement.from)),
            until: Fact::from(obligation.until).or(inherited(|agreement| agreement.until)),
        }
    }

    /// The period of an obligation that comes back in which `as_of` lies; the first one before it
    /// starts, the last one after it has ended.
    fn period(&self, obligation: &Obligation, as_of: NaiveDate) -> Option<Period> {
        let recurrence = *obligation.recurrence.known()?;
        let (from, until) = (self.from.into_known(), self.until.into_known());
        let begun = from.map_or(as_of, |from| from.max(as_of));
        let anchor = until.map_or(begun, |until| until.min(begun));
        Period::holding(recurrence, anchor)?.cut(from, until)
    }
}

fn agreement_of<'a>(desk: &'a Desk, obligation: &Obligation) -> Option<&'a Agreement> {
    let id = obligation.agreement.as_ref()?;
    desk.agreements.iter().find(|agreement| agreement.id == *id)
}

fn kind(obligation: &Obligation, agreement: Option<&Agreement>) -> ObligationKind {
    let proposed = agreement.is_some_and(|agreement| agreement.proposed == Some(true));
    match obligation.kind {
        ObligationKind::Goal | ObligationKind::StandingDuty if proposed => ObligationKind::Proposal,
        kind => kind,
    }
}

/// The day by which the obligation is to be met: the end of its period, or its single due date.
fn due(obligation: &Obligation, life: &Life, as_of: NaiveDate) -> Option<NaiveDate> {
    life.period(obligation, as_of)
        .map(|period| period.until)
        .or(obligation.due)
}

/// How many pieces of evidence lie in the present period: of one that comes back, its calendar year
/// or half-year; of any other, the time since it took effect.
fn evidence_in_period(
    obligation: &Obligation,
    life: &Life,
    evidence: &[NaiveDate],
    as_of: NaiveDate,
) -> Fact<i64> {
    let count = |from: Option<NaiveDate>, until: NaiveDate| {
        let inside = |day: &&NaiveDate| from.is_none_or(|from| from <= **day) && **day <= until;
        Fact::Known(evidence.iter().filter(inside).count() as i64)
    };
    if evidence.is_empty() {
        // None in all is none in any period.
        return Fact::Known(0);
    }
    if let Some(period) = life.period(obligation, as_of) {
        return count(Some(period.from), period.until);
    }
    match obligation.recurrence {
        Fact::Known(_) => count(life.from.into_known(), as_of),
        _ if obligation.due.is_some() => count(life.from.into_known(), as_of),
        Fact::Unknown => Fact::Unknown,
        Fact::NotStated => Fact::NotStated,
    }
}

/// The days of each obligation's evidence up to a date, in order.
fn evidence_days(desk: &Desk, as_of: NaiveDate) -> BTreeMap<&ObligationId, Vec<NaiveDate>> {
    let mut days: BTreeMap<&ObligationId, Vec<NaiveDate>> = BTreeMap::new();
    for evidence in desk.evidence.iter().filter(|piece| piece.on <= as_of) {
        days.entry(&evidence.obligation)
            .or_default()
            .push(evidence.on);
    }
    days.values_mut().for_each(|days| days.sort_unstable());
    days
}

/// Whole days from one date to another, negative where the other is earlier.
fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days()
}

/// True for agreements that bind without anybody joining them: statutes, plans, guides.
fn binds_unjoined(agreement: &Agreement) -> bool {
    agreement.kind == AgreementKind::Document
}

#[cfg(test)]
mod tests;
