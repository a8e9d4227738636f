//! How it stands with obligations by two packs.

use mestring_model::id::ObligationId;
use mestring_model::noun::Status;

use super::by_change;
use crate::obligations::ObligationReport;

/// What two packs of obligations say of every duty and promise.
#[derive(Debug, Clone, PartialEq)]
pub struct ObligationsCompared {
    /// How many obligations there are.
    pub obligations: usize,
    /// Those whose status differs, in the order of the desk.
    pub changed: Vec<StatusChange>,
    /// How many changed from what to what, most often first.
    pub by_change: Vec<((Status, Status), usize)>,
    /// Those of which the first pack cannot tell, in the order of the desk.
    pub open_before: Vec<ObligationId>,
    /// Those of which the second pack cannot tell.
    pub open_after: Vec<ObligationId>,
}

/// An obligation of which two packs say different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusChange {
    /// The obligation.
    pub id: ObligationId,
    /// Its status by the first pack.
    pub before: Status,
    /// Its status by the second.
    pub after: Status,
}

pub(super) fn compared(before: &ObligationReport, after: &ObligationReport) -> ObligationsCompared {
    // Both stand in the order of the desk.
    let both = before.items.iter().zip(&after.items);
    let changed: Vec<StatusChange> = both
        .filter(|(old, new)| old.status != new.status)
        .map(|(old, new)| StatusChange {
            id: new.id.clone(),
            before: old.status,
            after: new.status,
        })
        .collect();
    let open = |report: &ObligationReport| {
        let items = report.items.iter();
        let open = items.filter(|own| own.status == Status::CannotTell);
        open.map(|own| own.id.clone()).collect()
    };
    ObligationsCompared {
        obligations: after.items.len(),
        by_change: by_change(changed.iter().map(|own| (own.before, own.after))),
        open_before: open(before),
        open_after: open(after),
        changed,
    }
}
