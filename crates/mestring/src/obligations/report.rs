//! How every obligation stands, from the statuses that rules named.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use mestring_model::facts::ObligationFacts;
use mestring_model::id::{ObligationId, OrganisationId};
use mestring_model::noun::{Obligation, ObligationKind, Status};
use mestring_model::term::Term;
use mestring_model::{Answer, Desk, Fact, Verdict};

use super::{Life, Period, agreement_of, due, evidence_days, obligation_facts, parties};

/// How many obligations have each status; every status has an entry.
pub type StatusCounts = BTreeMap<Status, usize>;

/// Something that must be known before the status can be told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// A fact of the obligation, by its declared name.
    Fact(Arc<str>),
    /// Whether this organisation has joined the agreement.
    Party(OrganisationId),
    /// Nobody keeps a record of the evidence, so that none found means nothing.
    Record,
}

/// One obligation on a date.
#[derive(Debug, Clone, PartialEq)]
pub struct ObligationItem {
    /// The obligation.
    pub id: ObligationId,
    /// What kind its row says it is; [`ObligationFacts::kind`] is what rules saw.
    pub kind: ObligationKind,
    /// How it stands.
    pub status: Status,
    /// The next day by which it is to be met, on or after the date of the report. Where it is met
    /// for the present period, the end of the following one; nothing where nothing is due.
    pub next_due: Option<NaiveDate>,
    /// The day by which it was to be met, where that lies before the date of the report and nothing
    /// shows that it was: of an overdue obligation, and of one that cannot be told.
    pub passed_due: Option<NaiveDate>,
    /// The present period of an obligation that comes back, cut to the time in which it binds.
    pub period: Option<Period>,
    /// Earlier periods without evidence, oldest first: only where its first day is known and
    /// evidence is recorded, so that none means none.
    pub missed: Vec<Period>,
    /// What the rule could read.
    pub facts: ObligationFacts,
    /// What the rule answered.
    pub verdict: Verdict,
    /// What must be known before the status can be told; empty where it is told.
    pub missing: Vec<Missing>,
}

/// Every obligation of a desk on a date.
#[derive(Debug, Clone, PartialEq)]
pub struct ObligationReport {
    /// The date.
    pub as_of: NaiveDate,
    /// The obligations, in the order of the desk.
    pub items: Vec<ObligationItem>,
    /// How many have each status.
    pub by_status: StatusCounts,
    /// The same by the kind of obligation; every kind has an entry.
    pub by_kind: BTreeMap<ObligationKind, StatusCounts>,
}

/// The number of statuses is not the number of obligations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{given} statuses were given for {obligations} obligations; give one for each, in order")]
pub struct CountMismatch {
    /// How many statuses were given.
    pub given: usize,
    /// How many obligations the desk has.
    pub obligations: usize,
}

/// Puts the statuses that a rule named together with dates and with what is missing.
///
/// `statuses` has one status and verdict for each of `desk.obligations`, in order, judged from
/// [`obligation_facts`] on the same date.
///
/// # Errors
/// [`CountMismatch`] where there are more or fewer statuses than obligations.
pub fn report(
    desk: &Desk,
    as_of: NaiveDate,
    statuses: Vec<(Status, Verdict)>,
) -> Result<ObligationReport, CountMismatch> {
    if statuses.len() != desk.obligations.len() {
        return Err(CountMismatch {
            given: statuses.len(),
            obligations: desk.obligations.len(),
        });
    }
    let evidence = evidence_days(desk, as_of);
    let none: StatusCounts = Status::all().iter().map(|status| (*status, 0)).collect();
    let mut by_status = none.clone();
    let kinds = ObligationKind::all().iter();
    let mut by_kind: BTreeMap<_, _> = kinds.map(|kind| (*kind, none.clone())).collect();

    let facts = obligation_facts(desk, as_of);
    let rows = desk.obligations.iter().zip(facts).zip(statuses);
    let items = rows.map(|((obligation, facts), (status, verdict))| {
        *by_status.entry(status).or_default() += 1;
        let of_kind = by_kind.entry(obligation.kind).or_default();
        *of_kind.entry(status).or_default() += 1;
        let agreement = agreement_of(desk, obligation);
        let life = Life::of(obligation, agreement);
        let days = evidence.get(&obligation.id).map_or(&[][..], Vec::as_slice);
        ObligationItem {
            id: obligation.id.clone(),
            kind: obligation.kind,
            status,
            next_due: next_due(obligation, &life, status, as_of),
            passed_due: passed_due(obligation, &life, status, as_of),
            period: life.period(obligation, as_of),
            missed: missed(obligation, &life, status, days, as_of),
            missing: missing(desk, obligation, status, &verdict, as_of),
            facts,
            verdict,
        }
    });
    let items = items.collect();
    Ok(ObligationReport {
        as_of,
        items,
        by_status,
        by_kind,
    })
}

fn next_due(
    obligation: &Obligation,
    life: &Life,
    status: Status,
    as_of: NaiveDate,
) -> Option<NaiveDate> {
    if matches!(status, Status::Closed | Status::Waived | Status::Proposed) {
        return None;
    }
    let next = match (life.period(obligation, as_of), status) {
        (Some(period), Status::Met) => {
            // Asked from the first day of the following period; the last one has none.
            let following = period.until.succ_opt()?;
            let after = life.period(obligation, following)?;
            (period.until < after.until).then_some(after.until)
        }
        (None, Status::Met) => None,
        (_, _) => due(obligation, life, as_of),
    };
    next.filter(|next| as_of <= *next)
}

fn passed_due(
    obligation: &Obligation,
    life: &Life,
    status: Status,
    as_of: NaiveDate,
) -> Option<NaiveDate> {
    let open = matches!(status, Status::Overdue | Status::CannotTell);
    due(obligation, life, as_of).filter(|due| open && *due < as_of)
}

/// The periods before the present one in which there is no evidence.
fn missed(
    obligation: &Obligation,
    life: &Life,
    status: Status,
    evidence: &[NaiveDate],
    as_of: NaiveDate,
) -> Vec<Period> {
    let binds = matches!(status, Status::Met | Status::Due | Status::Overdue);
    let recorded = obligation.evidence_recorded == Fact::Known(true);
    let (Some(first), Some(present), true, true) = (
        life.from.into_known(),
        life.period(obligation, as_of),
        binds,
        recorded,
    ) else {
        return Vec::new();
    };
    let mut missed = Vec::new();
    let mut day = first;
    while day < present.from
        && let Some(period) = life.period(obligation, day)
        && let Some(next) = period.until.succ_opt()
        && day < next
    {
        if !evidence.iter().any(|on| period.holds(*on)) {
            missed.push(period);
        }
        day = next;
    }
    missed
}

/// Facts whose silence is a gap that somebody can fill; of the others, such as the days since an
/// end, silence says that there is nothing to count.
const GAPS: [&str; 4] = [
    "recurrence",
    "evidence_recorded",
    "evidence_in_period",
    "parties_joined",
];

/// The facts at which the rule stopped, or else the gaps that it met; of the parties, those of whom
/// nobody knows.
fn missing(
    desk: &Desk,
    obligation: &Obligation,
    status: Status,
    verdict: &Verdict,
    as_of: NaiveDate,
) -> Vec<Missing> {
    if status != Status::CannotTell {
        return Vec::new();
    }
    let names: Vec<Arc<str>> = match &verdict.answer {
        Answer::CannotTell { missing, .. } => missing.clone(),
        Answer::Bool(_) | Answer::Number(_) | Answer::Word(_) => {
            let unread = verdict.read.iter().filter(|read| !read.value.is_known());
            let gaps = unread.filter(|read| GAPS.contains(&read.name));
            gaps.map(|read| read.name.into()).collect()
        }
    };
    let mut all = Vec::new();
    for name in names {
        let parties = match agreement_of(desk, obligation) {
            Some(agreement) if *name == *"parties_joined" => {
                parties::unclear(desk, obligation, agreement, as_of)
            }
            _ => Vec::new(),
        };
        if parties.is_empty() {
            all.push(Missing::Fact(name));
        } else {
            all.extend(parties.into_iter().map(Missing::Party));
        }
    }
    if obligation.evidence_recorded == Fact::Known(false) {
        all.push(Missing::Record);
    }
    all
}
