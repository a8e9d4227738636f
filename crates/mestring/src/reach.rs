//! How far offers reach: the municipalities or trust areas whose people can take part.
//!
//! What a row states comes first. Where nothing is stated, a digital offer reaches everyone and any
//! other reach is not known; an organiser's own place is never taken for it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use mestring_data::{municipality, trust};
use mestring_model::noun::{CatchmentRelation, Format, Offer, Reach};
use mestring_model::quantity::MunicipalityNo;
use mestring_model::{Desk, Fact};

mod organiser;

/// Whose people can take part in an offer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Catchment {
    /// Anybody in the country.
    Everyone,
    /// The people of an area.
    Area(Area),
}

/// An area, by municipalities with the numbers of today and by trust areas.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Area {
    /// The municipalities.
    municipalities: BTreeSet<&'static str>,
    /// The trusts in whose areas they lie, by id.
    trusts: BTreeSet<&'static str>,
}

impl Area {
    /// The municipalities of the area table, in today's numbers. An empty area where the desk lists
    /// none.
    pub fn of_centre(desk: &Desk) -> Self {
        let rows = desk.area.iter();
        let municipalities: BTreeSet<_> = rows.flat_map(|row| today(row.municipality)).collect();
        Area::of(municipalities)
    }

    /// The municipalities, in today's numbers.
    pub(crate) fn municipalities(&self) -> impl Iterator<Item = &'static str> {
        self.municipalities.iter().copied()
    }

    /// True where what stands today where a municipality stood lies in the area, all or in part.
    pub(crate) fn holds(&self, number: MunicipalityNo) -> bool {
        self.municipalities().any(|own| is_today(number, own))
    }

    /// True where a trust of that name, or a hospital in its area, serves a part of the area.
    pub(crate) fn is_served_by(&self, name: &str) -> bool {
        let named = trust::named_in(name);
        let mut areas = named.into_iter().map(trust::Trust::area);
        areas.any(|id| self.trusts.contains(id))
    }

    /// The area of municipalities by the numbers that rows write, of today or before.
    pub(crate) fn of_numbers(numbers: impl IntoIterator<Item = MunicipalityNo>) -> Self {
        Area::of(numbers.into_iter().flat_map(today).collect())
    }

    /// The area of municipalities that stand today.
    fn of(municipalities: BTreeSet<&'static str>) -> Self {
        Area {
            trusts: served_by(&municipalities),
            municipalities,
        }
    }
}

impl Catchment {
    /// Whose people can take part in an offer; not stated where its row does not say.
    pub fn of(desk: &Desk, offer: &Offer) -> Fact<Self> {
        match offer.reach {
            Fact::Known(Reach::National) => Fact::Known(Catchment::Everyone),
            Fact::Known(Reach::Municipalities) => listed(offer),
            Fact::Known(Reach::TrustArea) => organiser::trust_area(desk, offer),
            Fact::Known(Reach::County) => organiser::county(desk, offer),
            Fact::Known(Reach::Region) => organiser::region(desk, offer),
            Fact::NotStated if digital(offer) && !offer.municipalities.is_known() => {
                Fact::Known(Catchment::Everyone)
            }
            Fact::NotStated => listed(offer),
            Fact::Unknown => listed(offer).or(Fact::Unknown),
        }
    }

    /// How two catchments lie to each other; the order does not matter. Not stated where nobody has
    /// settled whether two municipalities adjoin, and it hangs on that.
    pub fn relation(&self, other: &Self) -> Fact<CatchmentRelation> {
        let (Catchment::Area(a), Catchment::Area(b)) = (self, other) else {
            return Fact::Known(CatchmentRelation::National);
        };
        if a.municipalities.is_empty() || b.municipalities.is_empty() {
            return Fact::NotStated;
        }
        overlap(&a.municipalities, &b.municipalities).map_or_else(
            || {
                let adjoin = any(&a.municipalities, &b.municipalities, municipalities_adjoin);
                adjoin.map(|adjoin| match adjoin {
                    true => CatchmentRelation::Adjoins,
                    false => CatchmentRelation::Disjoint,
                })
            },
            Fact::Known,
        )
    }

    /// Whether people of both catchments are referred to the same hospital trust. Not stated where one
    /// of them is open to everyone.
    pub fn same_trust(&self, other: &Self) -> Fact<bool> {
        match (self, other) {
            (Catchment::Area(a), Catchment::Area(b))
                if !a.trusts.is_empty() && !b.trusts.is_empty() =>
            {
                Fact::Known(!a.trusts.is_disjoint(&b.trusts))
            }
            _ => Fact::NotStated,
        }
    }

    /// Whether people of a municipality can take part.
    pub(crate) fn holds(&self, number: MunicipalityNo) -> Fact<bool> {
        match self {
            Catchment::Everyone => Fact::Known(true),
            Catchment::Area(own) => Fact::Known(own.holds(number)),
        }
    }

    /// Whether people of an area can take part: at least those of one of its municipalities.
    pub fn reaches(&self, area: &Area) -> Fact<bool> {
        match self {
            Catchment::Everyone => Fact::Known(true),
            Catchment::Area(_) if area.municipalities.is_empty() => Fact::NotStated,
            Catchment::Area(own) => {
                Fact::Known(!own.municipalities.is_disjoint(&area.municipalities))
            }
        }
    }
}

/// True where people take part from anywhere; in a hybrid some must come.
fn digital(offer: &Offer) -> bool {
    match offer.format.known() {
        Some(Format::DigitalLive | Format::SelfPaced | Format::Anonymous | Format::Telephone) => {
            true
        }
        Some(Format::Physical | Format::Hybrid | Format::Relayed) | None => false,
    }
}

/// The municipalities that the offer's row lists; not stated where it lists none or one that never
/// was.
fn listed(offer: &Offer) -> Fact<Catchment> {
    let numbers = match &offer.municipalities {
        Fact::Known(numbers) if !numbers.is_empty() => numbers,
        Fact::Known(_) | Fact::NotStated => return Fact::NotStated,
        Fact::Unknown => return Fact::Unknown,
    };
    let mut municipalities = BTreeSet::new();
    for number in numbers {
        let now = today(*number);
        if now.is_empty() {
            return Fact::NotStated;
        }
        municipalities.extend(now);
    }
    Fact::Known(Catchment::Area(Area::of(municipalities)))
}

/// What stands today where a municipality stood; of one that was divided, every part.
fn today(number: MunicipalityNo) -> Vec<&'static str> {
    let now = municipality::current(&number.to_string());
    now.into_iter().map(|row| row.number).collect()
}

/// True where a municipality became the one of a number of today, or is it.
pub(crate) fn is_today(number: MunicipalityNo, today: &str) -> bool {
    self::today(number).contains(&today)
}

/// The trusts in whose areas municipalities lie.
fn served_by(municipalities: &BTreeSet<&'static str>) -> BTreeSet<&'static str> {
    let trusts = municipalities
        .iter()
        .filter_map(|number| trust::serving(number));
    trusts.map(|trust| trust.id).collect()
}

/// How two sets that share something lie to each other; nothing where they share nothing.
fn overlap(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> Option<CatchmentRelation> {
    if a == b {
        Some(CatchmentRelation::Equal)
    } else if a.is_subset(b) || b.is_subset(a) {
        Some(CatchmentRelation::Contains)
    } else if a.is_disjoint(b) {
        None
    } else {
        Some(CatchmentRelation::Overlaps)
    }
}

/// Yes where any two do, no where it is known of all that they do not.
fn any(
    a: &BTreeSet<&'static str>,
    b: &BTreeSet<&'static str>,
    adjoin: impl Fn(&str, &str) -> Fact<bool>,
) -> Fact<bool> {
    let mut found = if a.is_empty() || b.is_empty() {
        Fact::NotStated
    } else {
        Fact::Known(false)
    };
    for one in a {
        for other in b {
            match adjoin(one, other) {
                Fact::Known(true) => return Fact::Known(true),
                Fact::Known(false) => {}
                silent => found = silent,
            }
        }
    }
    found
}

/// Whether two municipalities of today adjoin.
fn municipalities_adjoin(a: &str, b: &str) -> Fact<bool> {
    // Any day of today's numbers.
    let day = NaiveDate::from_ymd_opt(2024, 1, 1);
    day.map_or(Fact::NotStated, |day| municipality::adjoin(a, b, day))
}

#[cfg(test)]
mod tests;
