//! Areas that follow from who organises an offer: those of trusts, counties and health regions.

use std::collections::BTreeSet;

use mestring_data::region::{self, Region};
use mestring_data::{municipality, trust};
use mestring_model::noun::{Offer, Organisation};
use mestring_model::{Desk, Fact};

use super::{Area, Catchment, served_by, today};

/// The areas of the trusts that organise an offer, from their names and those of the organisations
/// that they are parts of.
fn trusts(desk: &Desk, offer: &Offer) -> BTreeSet<&'static str> {
    let organisers = organisers(desk, offer);
    organisers
        .iter()
        .flat_map(|organiser| trust::named_in(&organiser.name))
        .map(trust::Trust::area)
        .collect()
}

/// The area of the trust that organises an offer, or of the one that serves the municipalities it
/// lists.
pub(super) fn trust_area(desk: &Desk, offer: &Offer) -> Fact<Catchment> {
    let mut trusts = trusts(desk, offer);
    if trusts.is_empty() {
        trusts = served_by(&places(desk, offer).into_iter().collect());
    }
    let listed = trusts.iter().filter_map(|id| trust::find(id));
    let municipalities: BTreeSet<_> = listed
        .flat_map(|trust| trust.municipalities())
        .copied()
        .collect();
    if municipalities.is_empty() {
        return Fact::NotStated;
    }
    Fact::Known(Catchment::Area(Area::of(municipalities)))
}

/// The counties of the municipalities that an offer lists or in which its organisers lie, or those
/// that organise it themselves.
pub(super) fn county(desk: &Desk, offer: &Offer) -> Fact<Catchment> {
    whole_counties(&counties(desk, offer))
}

/// The health region whose regional trust organises the offer, or in which its counties lie.
pub(super) fn region(desk: &Desk, offer: &Offer) -> Fact<Catchment> {
    let organisers = organisers(desk, offer);
    let named = organisers.iter().filter_map(|own| region::named(&own.name));
    let mut regions: Vec<&Region> = named.collect();
    if regions.is_empty() {
        let counties = counties(desk, offer);
        let holding = counties
            .iter()
            .filter_map(|county| region::of_county(county));
        regions = holding.collect();
    }
    let counties = regions.into_iter().flat_map(|region| region.counties);
    whole_counties(&counties.copied().collect())
}

fn counties(desk: &Desk, offer: &Offer) -> BTreeSet<&'static str> {
    let by_place = places(desk, offer)
        .into_iter()
        .filter_map(municipality::county)
        .map(|county| county.number);
    let names: Vec<String> = organisers(desk, offer)
        .iter()
        .map(|organiser| organiser.name.to_lowercase())
        .collect();
    let by_name = municipality::counties().iter().filter(|county| {
        let own = |part: &str| {
            let county = format!("{} fylke", part.to_lowercase());
            names.iter().any(|name| name.starts_with(&county))
        };
        county.until_year.is_none() && county.name.split(" - ").any(own)
    });
    let by_name: BTreeSet<_> = by_name.map(|county| county.number).collect();
    if by_name.is_empty() {
        by_place.collect()
    } else {
        by_name
    }
}

/// The municipalities that an offer lists, or else those in which its organisers lie, as numbered
/// today.
fn places(desk: &Desk, offer: &Offer) -> Vec<&'static str> {
    let listed = offer.municipalities.known().cloned().unwrap_or_default();
    let numbers = if listed.is_empty() {
        let organisers = organisers(desk, offer);
        organisers
            .iter()
            .filter_map(|own| own.municipality)
            .collect()
    } else {
        listed
    };
    numbers.into_iter().flat_map(today).collect()
}

fn whole_counties(counties: &BTreeSet<&str>) -> Fact<Catchment> {
    let inside = municipality::all().iter().filter(|row| {
        let county = row.county().map(|county| county.number);
        row.valid_until.is_none() && county.is_some_and(|number| counties.contains(number))
    });
    let municipalities: BTreeSet<_> = inside.map(|row| row.number).collect();
    if municipalities.is_empty() {
        return Fact::NotStated;
    }
    Fact::Known(Catchment::Area(Area::of(municipalities)))
}

/// The organisers of an offer with all that they are parts of, each once.
fn organisers<'a>(desk: &'a Desk, offer: &Offer) -> Vec<&'a Organisation> {
    let mut found: Vec<&Organisation> = Vec::new();
    let mut ids: Vec<_> = offer.organisers.iter().rev().collect();
    while let Some(id) = ids.pop() {
        let Some(organisation) = desk.organisation(id) else {
            continue;
        };
        // A loop of parents ends here.
        if !found.iter().any(|known| known.id == organisation.id) {
            found.push(organisation);
            ids.extend(organisation.parent.as_ref());
        }
    }
    found
}
