//! What must hold between the rows of a desk: keys, references, and fields that belong together.

use std::collections::{BTreeMap, BTreeSet};

use super::{Desk, collect_all_keys, drop_all_duplicates, hubs, verify_all};
use crate::finding::{Finding, KeyProblem, Percent, Place, Problem};
use crate::id::{AgreementId, RunId};
use crate::noun::{HumanVerdict, Party, ReservedSeats, VerdictKind};
use crate::quantity::Share;
use crate::rows::{Keys, Missing, Unread};

/// Drops rows whose key is taken already, and checks what must hold between the others.
pub(super) fn verify(desk: &mut Desk, unread: &Unread, findings: &mut Vec<Finding>) {
    drop_all_duplicates(desk, findings);
    let mut keys = Keys::new();
    collect_all_keys(desk, &mut keys);
    let mut missing = Missing::new(&keys, unread);
    // A cell that cannot be read is not also said to be empty.
    let said: BTreeSet<Place> = findings
        .iter()
        .filter(|own| matches!(own.problem, Problem::Cell { .. }))
        .map(|own| own.place.clone())
        .collect();
    verify_all(desk, &mut missing, findings);
    findings.retain(|own| !matches!(own.problem, Problem::Row(_)) || !said.contains(&own.place));
    verdicts_name_rows(desk, &mut missing, findings);
    shares_sum(desk, findings);
    reserved_seats(desk, findings);
    hubs::verify(desk, findings);
    if let Some(centre) = &desk.settings.centre {
        let place = || Place::file("desk.toml").column("centre");
        findings.extend(missing.look("organisations", centre.as_str(), place));
    }
}

/// What somebody decided names runs or offers that exist; which of the two depends on its kind.
fn verdicts_name_rows(desk: &Desk, missing: &mut Missing<'_>, findings: &mut Vec<Finding>) {
    for (at, verdict) in desk.verdicts.iter().enumerate() {
        let table = match verdict.kind {
            VerdictKind::Run => "runs",
            VerdictKind::Relation => "offers",
        };
        let named = [
            ("first", Some(&verdict.first)),
            ("second", verdict.second.as_ref()),
        ];
        for (column, id) in named {
            let place = || desk.cell_place::<HumanVerdict>(at, column);
            findings.extend(id.and_then(|id| missing.look(table, id, place)));
        }
    }
}

/// The shares of an agreement, where any is stated, sum to the whole.
fn shares_sum(desk: &Desk, findings: &mut Vec<Finding>) {
    let mut sums: BTreeMap<&AgreementId, (u32, usize)> = BTreeMap::new();
    for (at, party) in desk.parties.iter().enumerate() {
        if let Some(share) = party.share {
            let sum = sums.entry(&party.agreement).or_insert((0, at));
            sum.0 += u32::from(share.basis_points());
        }
    }
    for (agreement, (sum, at)) in sums {
        if sum != u32::from(Share::WHOLE.basis_points()) {
            let problem = KeyProblem::SharesSum {
                agreement: agreement.to_string(),
                sum: Percent(sum),
            };
            findings.push(Finding::new(desk.cell_place::<Party>(at, "share"), problem));
        }
    }
}

/// No more seats of a run are kept than it has, and those for whom they are kept live somewhere.
fn reserved_seats(desk: &Desk, findings: &mut Vec<Finding>) {
    let mut sums: BTreeMap<&RunId, u32> = BTreeMap::new();
    for (at, own) in desk.reservations.iter().enumerate() {
        let reserved = sums.entry(&own.run).or_default();
        *reserved = reserved.saturating_add(own.seats);
        if let Some(seats) = desk.seats_of(&own.run).into_known()
            && *reserved > seats
        {
            let problem = KeyProblem::ReservedAboveSeats {
                run: own.run.to_string(),
                seats,
                reserved: *reserved,
            };
            let place = desk.cell_place::<ReservedSeats>(at, "seats");
            findings.push(Finding::new(place, problem));
        }
        // Of a row that names nobody that was said already.
        let named = own.organisation.is_some() || own.committee.is_some();
        if named && desk.reserved_for(own).is_empty() {
            let column = match own.organisation {
                Some(_) => "organisation",
                None => "committee",
            };
            let place = desk.cell_place::<ReservedSeats>(at, column);
            findings.push(Finding::new(place, KeyProblem::NoMunicipalities));
        }
    }
}
