//! Whether those whom an obligation binds have joined the agreement that it stands in.

use chrono::NaiveDate;
use mestring_model::id::OrganisationId;
use mestring_model::noun::{Agreement, Obligation, PartyState};
use mestring_model::{Desk, Fact};

use super::binds_unjoined;

/// Yes where every bound party has joined, no where one is known not to have, else unknown.
///
/// An obligation that names nobody binds every party of its agreement. A statute or plan binds
/// without being joined. Where the agreement is not named, or has no parties, nobody has said.
pub(super) fn joined(
    desk: &Desk,
    obligation: &Obligation,
    agreement: Option<&Agreement>,
    as_of: NaiveDate,
) -> Fact<bool> {
    let Some(agreement) = agreement else {
        return Fact::NotStated;
    };
    if binds_unjoined(agreement) {
        return Fact::Known(true);
    }
    let bound = bound(desk, obligation, agreement);
    let states: Vec<Fact<bool>> = bound
        .iter()
        .map(|party| has_joined(desk, agreement, party, as_of))
        .collect();
    if states.contains(&Fact::Known(false)) {
        Fact::Known(false)
    } else if states.is_empty() || states.contains(&Fact::NotStated) {
        // Somebody can still be asked.
        Fact::NotStated
    } else if states.contains(&Fact::Unknown) {
        Fact::Unknown
    } else {
        Fact::Known(true)
    }
}

/// The bound parties of whom nobody knows whether they joined.
pub(super) fn unclear(
    desk: &Desk,
    obligation: &Obligation,
    agreement: &Agreement,
    as_of: NaiveDate,
) -> Vec<OrganisationId> {
    let mut bound = bound(desk, obligation, agreement);
    bound.retain(|party| !has_joined(desk, agreement, party, as_of).is_known());
    bound.into_iter().cloned().collect()
}

fn bound<'a>(
    desk: &'a Desk,
    obligation: &'a Obligation,
    agreement: &Agreement,
) -> Vec<&'a OrganisationId> {
    let mut bound: Vec<&OrganisationId> = if obligation.bound.is_empty() {
        let parties = desk.parties.iter();
        parties
            .filter(|party| party.agreement == agreement.id)
            .map(|party| &party.organisation)
            .collect()
    } else {
        obligation.bound.iter().collect()
    };
    bound.sort_unstable();
    bound.dedup();
    bound
}

/// Where one party stands on a date: the row with the latest `since` that is not after it, a row
/// without a date before all others.
fn has_joined(
    desk: &Desk,
    agreement: &Agreement,
    party: &OrganisationId,
    as_of: NaiveDate,
) -> Fact<bool> {
    let rows = desk
        .parties
        .iter()
        .filter(|row| row.agreement == agreement.id && row.organisation == *party);
    let mut future = None;
    let mut present = None;
    for row in rows {
        let since = row.since.into_known();
        let place = if since.is_some_and(|since| as_of < since) {
            &mut future
        } else {
            &mut present
        };
        if place.is_none_or(|(latest, _)| latest <= since) {
            *place = Some((since, row.state));
        }
    }
    match (present, future) {
        (Some((_, state)), _) => state.map(|state| state == PartyState::Joined),
        // Who joins later has not joined; of any other later state the present one is not known.
        (None, Some((_, Fact::Known(PartyState::Joined)))) => Fact::Known(false),
        (None, _) => Fact::NotStated,
    }
}
