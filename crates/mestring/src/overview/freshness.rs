//! How old the sources are.

use chrono::{Datelike, NaiveDate};
use mestring_model::{Desk, Fact};

/// A source that was read more days ago than this is old.
pub const OLD_DAYS: i64 = 365;

/// A page whose year lies more calendar years back than this is old: only then is it certain that
/// more than twelve months have passed.
pub const OLD_YEARS: i64 = 1;

/// Ages of dated things.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AgeSummary {
    /// How many have a date on or before the date of the report.
    pub stated: usize,
    /// How many have none.
    pub not_stated: usize,
    /// How many have a date after it, and no age.
    pub later: usize,
    /// The greatest age.
    pub oldest: Option<i64>,
    /// The middle age; of an even number, the lesser of the two in the middle.
    pub median: Option<i64>,
    /// How many are old.
    pub old: usize,
}

/// Ages in days of the rows of the table of offers.
pub(super) fn sources(desk: &Desk, as_of: NaiveDate) -> AgeSummary {
    let dates = desk.offers.iter().map(|offer| offer.origin.date);
    summary(
        dates.map(|date| date.map(|date| (as_of - date).num_days())),
        OLD_DAYS,
    )
}

/// Ages in calendar years of the listings.
pub(super) fn listing_years(desk: &Desk, as_of: NaiveDate) -> AgeSummary {
    let this_year = i64::from(as_of.year());
    let years = desk.listings.iter().map(|listing| match listing.year {
        Fact::Known(year) => Some(this_year - i64::from(year)),
        Fact::NotStated | Fact::Unknown => None,
    });
    summary(years, OLD_YEARS)
}

fn summary(ages: impl Iterator<Item = Option<i64>>, limit: i64) -> AgeSummary {
    let mut summary = AgeSummary::default();
    let mut known = Vec::new();
    for age in ages {
        match age {
            None => summary.not_stated += 1,
            Some(age) if age < 0 => summary.later += 1,
            Some(age) => known.push(age),
        }
    }
    known.sort_unstable();
    summary.stated = known.len();
    summary.oldest = known.last().copied();
    summary.median = known.get(known.len().saturating_sub(1) / 2).copied();
    summary.old = known.iter().filter(|age| **age > limit).count();
    summary
}
