//! Who has to answer before a level can be said to offer nothing.

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::Desk;
use mestring_model::id::OrganisationId;
use mestring_model::noun::{Level, Organisation, OrganisationKind};

use super::Position;
use crate::reach::{Area, is_today};

/// Those who are to be asked about a level: only when each of them has answered "none" is it
/// confirmed that nobody offers anything there.
///
/// - Municipal: every municipality of the area, also one for which the desk has no organisation.
/// - Specialist: every hospital and centre that serves the area.
/// - Interlevel: both of these, since such an offer has a part in each.
/// - Voluntary and private: every user organisation, and every private provider, that is not known
///   to lie elsewhere.
///
/// A hospital serves the area where it lies in it, where the area of its trust holds a part of it,
/// where it is a party to an agreement with a municipality of the area, or where people of the area
/// can use an offer of its own. What is part of another of the same kind answers with it: a district
/// with its municipality, a centre with its hospital. Without an area everybody of the kind counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ToAsk {
    /// Organisations of the desk, ascending by id.
    pub organisations: BTreeSet<OrganisationId>,
    /// Municipalities of the area for which the desk has no organisation; nobody can answer for
    /// them yet.
    pub unlisted: usize,
}

impl ToAsk {
    /// How many are to be asked.
    pub fn count(&self) -> usize {
        self.organisations.len() + self.unlisted
    }
}

/// Who is to be asked at each level; every level has an entry.
pub(super) fn to_ask(desk: &Desk, area: &Area, positions: &[Position]) -> BTreeMap<Level, ToAsk> {
    let municipal = municipal(desk, area);
    let specialist = ToAsk {
        organisations: specialist(desk, area, positions),
        unlisted: 0,
    };
    let mut both = municipal.clone();
    both.organisations
        .extend(specialist.organisations.iter().cloned());
    let near = |kind| ToAsk {
        organisations: near(desk, area, positions, kind),
        unlisted: 0,
    };
    BTreeMap::from([
        (Level::Specialist, specialist),
        (Level::Municipal, municipal),
        (Level::Voluntary, near(OrganisationKind::UserOrganisation)),
        (Level::Private, near(OrganisationKind::Private)),
        (Level::Interlevel, both),
    ])
}

fn municipal(desk: &Desk, area: &Area) -> ToAsk {
    let whole = outermost(desk, &[OrganisationKind::Municipality]);
    if desk.area.is_empty() {
        return ToAsk {
            organisations: whole.iter().map(|own| own.id.clone()).collect(),
            unlisted: 0,
        };
    }
    let inside: Vec<&Organisation> = whole
        .into_iter()
        .filter(|own| own.municipality.is_some_and(|number| area.holds(number)))
        .collect();
    let unlisted = area
        .municipalities()
        .filter(|number| {
            let same =
                |own: &&Organisation| own.municipality.is_some_and(|own| is_today(own, number));
            !inside.iter().any(same)
        })
        .count();
    ToAsk {
        organisations: inside.iter().map(|own| own.id.clone()).collect(),
        unlisted,
    }
}

fn specialist(desk: &Desk, area: &Area, positions: &[Position]) -> BTreeSet<OrganisationId> {
    let partners = partners(desk, area);
    let offering = offering(desk, positions);
    let houses = outermost(
        desk,
        &[OrganisationKind::Hospital, OrganisationKind::Centre],
    );
    let serving = houses.into_iter().filter(|own| {
        desk.area.is_empty()
            || own.municipality.is_some_and(|number| area.holds(number))
            || area.is_served_by(&own.name)
            || partners.contains(&own.id)
            || offering.contains(&own.id)
    });
    serving.map(|own| own.id.clone()).collect()
}

fn near(
    desk: &Desk,
    area: &Area,
    positions: &[Position],
    kind: OrganisationKind,
) -> BTreeSet<OrganisationId> {
    let offering = offering(desk, positions);
    let near = outermost(desk, &[kind]).into_iter().filter(|own| {
        desk.area.is_empty()
            || own.municipality.is_none_or(|number| area.holds(number))
            || offering.contains(&own.id)
    });
    near.map(|own| own.id.clone()).collect()
}

/// Organisations of some kinds that are part of no other of these kinds.
fn outermost<'a>(desk: &'a Desk, kinds: &[OrganisationKind]) -> Vec<&'a Organisation> {
    let of_kind = |own: &&Organisation| kinds.contains(&own.kind);
    let organisations = desk.organisations.iter().filter(of_kind);
    organisations
        .filter(|own| {
            let above = above(desk, &own.id);
            let mut above = above.iter().filter(|id| **id != &own.id);
            !above.any(|id| desk.organisation(id).as_ref().is_some_and(of_kind))
        })
        .collect()
}

/// Those who have made an agreement together with a municipality of the area.
fn partners<'a>(desk: &'a Desk, area: &Area) -> BTreeSet<&'a OrganisationId> {
    let municipal = |id: &OrganisationId| {
        let own = desk.organisation(id);
        own.is_some_and(|own| {
            own.kind == OrganisationKind::Municipality
                && own.municipality.is_some_and(|number| area.holds(number))
        })
    };
    let of_area: BTreeSet<_> = desk
        .parties
        .iter()
        .filter(|party| municipal(&party.organisation))
        .map(|party| &party.agreement)
        .collect();
    let partners = desk.parties.iter();
    partners
        .filter(|party| of_area.contains(&party.agreement))
        .map(|party| &party.organisation)
        .collect()
}

/// Those who organise an offer in reach of the area, with all that they are parts of.
fn offering<'a>(desk: &'a Desk, positions: &[Position]) -> BTreeSet<&'a OrganisationId> {
    let offers = desk.offers.iter().zip(positions);
    offers
        .filter(|(_, position)| **position == Position::InArea)
        .flat_map(|(offer, _)| &offer.organisers)
        .flat_map(|organiser| above(desk, organiser))
        .collect()
}

/// An organisation with all that it is part of.
pub(super) fn above<'a>(desk: &'a Desk, id: &'a OrganisationId) -> BTreeSet<&'a OrganisationId> {
    let mut found = BTreeSet::new();
    let mut next = Some(id);
    // A loop of parents ends where it was before.
    while let Some(id) = next.filter(|id| found.insert(*id)) {
        next = desk.organisation(id).and_then(|own| own.parent.as_ref());
    }
    found
}
