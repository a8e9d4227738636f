//! Whether people can find their way into an offer.

use std::collections::BTreeSet;

use mestring_model::{Desk, Fact};

use super::is_over;

/// What patients, relatives and general practitioners must know to use an offer. The way in is
/// complete where all three parts are known. Offers that are over are left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WayIn {
    /// The offers that were looked at.
    pub offers: usize,
    /// It is known whether a referral is required.
    pub referral: usize,
    /// At least one date is stated.
    pub dates: usize,
    /// A page shows the offer, so that there is somewhere to turn.
    pub page: usize,
    /// All three.
    pub complete: usize,
}

pub(super) fn way_in(desk: &Desk) -> WayIn {
    let shown: BTreeSet<_> = desk.listings.iter().map(|listing| &listing.offer).collect();
    let mut way_in = WayIn::default();
    for offer in desk.offers.iter().filter(|offer| !is_over(offer)) {
        let referral = offer.referral.is_known();
        let dates = matches!(&offer.dates, Fact::Known(dates) if !dates.is_empty());
        let page = shown.contains(&offer.id);
        way_in.offers += 1;
        way_in.referral += usize::from(referral);
        way_in.dates += usize::from(dates);
        way_in.page += usize::from(page);
        way_in.complete += usize::from(referral && dates && page);
    }
    way_in
}
