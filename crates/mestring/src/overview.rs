//! The overview: who offers what, to whom, at which level, and how well that is known.
//!
//! An empty cell says why it is empty ([`Empty`]): all who are to be asked ([`ToAsk`]) confirmed that
//! there is nothing, only some of them did, or nobody has been asked. Shares are bounds over all offers, never a share of those whose row says
//! something: most sources say yes or nothing.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring_model::noun::{Level, Lifecycle, Offer};
use mestring_model::{Desk, Fact};

use crate::reach::{Area, Catchment};
use crate::topics::{TopicCounts, Topics};

mod answers;
mod fill;
mod freshness;
mod matrix;
mod to_ask;
mod way_in;

pub use answers::{Answers, Contradiction, Empty};
pub use fill::{ColumnFill, Fill, OrganiserKind, ShareBounds};
pub use freshness::{AgeSummary, OLD_DAYS, OLD_YEARS};
pub use matrix::{OverviewCell, OverviewRow, StateCounts};
pub use to_ask::ToAsk;
pub use way_in::WayIn;

/// Everything that the overview counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// The date.
    pub as_of: NaiveDate,
    /// Whether the desk lists the municipalities of the area; where it does not, every offer counts
    /// as in reach of it.
    pub area_stated: bool,
    /// A row for each target group in the order of the desk, and one for offers of which no group is
    /// known.
    pub rows: Vec<OverviewRow>,
    /// Who has to answer before a level can be said to offer nothing; every level has an entry.
    pub to_ask: BTreeMap<Level, ToAsk>,
    /// How many offers lie where, each counted once.
    pub places: PlaceCounts,
    /// How often each column is filled in.
    pub fill: Fill,
    /// How old the sources of the offers are, in days since they were read ([`OLD_DAYS`]).
    pub sources: AgeSummary,
    /// How old the listings are, in calendar years since the year of the page ([`OLD_YEARS`]).
    pub listing_years: AgeSummary,
    /// Whether people can find their way into the offers.
    pub way_in: WayIn,
    /// How many listings show offers of each level; `None` for a level that is not known.
    pub listings: BTreeMap<Option<Level>, usize>,
    /// Where the topics and target groups come from.
    pub topics: TopicCounts,
}

/// Where offers lie, seen from the area of the centre.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PlaceCounts {
    /// People of the area can take part.
    pub in_area: usize,
    /// They cannot.
    pub outside: usize,
    /// The row does not say how far the offer reaches.
    pub not_known: usize,
}

/// Where an offer lies, seen from the area of the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Position {
    InArea,
    Outside,
    NotKnown,
}

/// Counts who offers what, to whom and at which level, and how well that is known on a date.
pub fn overview(desk: &Desk, topics: &Topics, as_of: NaiveDate) -> Overview {
    let area = Area::of_centre(desk);
    let positions: Vec<Position> = desk
        .offers
        .iter()
        .map(|offer| position(desk, offer, &area))
        .collect();
    let mut places = PlaceCounts::default();
    for position in &positions {
        match position {
            Position::InArea => places.in_area += 1,
            Position::Outside => places.outside += 1,
            Position::NotKnown => places.not_known += 1,
        }
    }
    let levels: BTreeMap<_, _> = desk
        .offers
        .iter()
        .map(|offer| (&offer.id, offer.level.into_known()))
        .collect();
    let mut listings = BTreeMap::new();
    for listing in &desk.listings {
        let level = levels.get(&listing.offer).copied().flatten();
        *listings.entry(level).or_insert(0) += 1;
    }
    let to_ask = to_ask::to_ask(desk, &area, &positions);
    Overview {
        as_of,
        area_stated: !desk.area.is_empty(),
        rows: matrix::rows(desk, topics, &positions, &to_ask, as_of),
        to_ask,
        places,
        fill: fill::fill(desk),
        sources: freshness::sources(desk, as_of),
        listing_years: freshness::listing_years(desk, as_of),
        way_in: way_in::way_in(desk),
        listings,
        topics: topics.counts(),
    }
}

impl Overview {
    /// Every answer of "none" against which an offer is listed, with its row and cell: answers before
    /// later ones as the desk lists them.
    pub fn contradictions(&self) -> Vec<(&OverviewRow, &OverviewCell, &Contradiction)> {
        let cells = self
            .rows
            .iter()
            .flat_map(|row| row.cells.iter().map(move |cell| (row, cell)));
        let mut found: Vec<_> = cells
            .flat_map(|(row, cell)| {
                let contradicted = cell.answers.iter().flat_map(|own| &own.contradicted);
                contradicted.map(move |own| (row, cell, own))
            })
            .collect();
        found.sort_by_key(|(_, _, own)| own.asked);
        found
    }
}

/// An offer that this centre organises is in reach of its area unless its row says otherwise.
fn position(desk: &Desk, offer: &Offer, area: &Area) -> Position {
    if desk.area.is_empty() {
        return Position::InArea;
    }
    let own = desk
        .settings
        .centre
        .as_ref()
        .is_some_and(|centre| offer.organisers.contains(centre));
    match Catchment::of(desk, offer).and_then(|catchment| catchment.reaches(area)) {
        Fact::Known(true) => Position::InArea,
        Fact::Known(false) => Position::Outside,
        Fact::NotStated | Fact::Unknown if own => Position::InArea,
        Fact::NotStated | Fact::Unknown => Position::NotKnown,
    }
}

/// True for an offer that its source says is over.
fn is_over(offer: &Offer) -> bool {
    offer.lifecycle == Fact::Known(Lifecycle::Discontinued)
}

#[cfg(test)]
mod tests;
