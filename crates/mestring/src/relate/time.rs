//! How the runs of two offers lie in time.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};
use mestring_model::id::OfferId;
use mestring_model::noun::{Offer, RunState, TimeRelation};
use mestring_model::quantity::PartialDate;
use mestring_model::{Desk, Fact};

/// Runs at most so many years apart are near (labelling guide of the catalogue, question 5).
const NEAR_YEARS: i32 = 2;

/// When an offer was or is to be held, as exactly as its source says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Dated {
    Day(NaiveDate),
    Year(i32),
}

impl Dated {
    fn year(self) -> i32 {
        match self {
            Dated::Day(date) => date.year(),
            Dated::Year(year) => year,
        }
    }

    /// True where two dates are near. Two days are compared by the day, all else by the year.
    fn is_near(self, other: Self) -> bool {
        if let (Dated::Day(a), Dated::Day(b)) = (self, other) {
            let months = Months::new(12 * NEAR_YEARS.unsigned_abs());
            let latest = a.min(b).checked_add_months(months);
            return latest.is_none_or(|latest| a.max(b) <= latest);
        }
        (self.year() - other.year()).abs() <= NEAR_YEARS
    }
}

/// When offers were or are to be held, beside what their rows state.
#[derive(Debug, Default)]
pub(super) struct Dates<'a> {
    /// The starts of runs held or decided.
    runs: BTreeMap<&'a OfferId, Vec<Dated>>,
    /// The years of the pages that show an offer.
    shown: BTreeMap<&'a OfferId, Vec<Dated>>,
}

impl<'a> Dates<'a> {
    pub(super) fn of(desk: &'a Desk) -> Self {
        let mut dates = Dates::default();
        for run in &desk.runs {
            if matches!(run.state, RunState::Held | RunState::Decided) {
                let own = dates.runs.entry(&run.offer).or_default();
                own.extend(run.starts.map(Dated::Day));
            }
        }
        for listing in &desk.listings {
            let year = listing.year.into_known();
            let year = year.and_then(|year| i32::try_from(year).ok());
            let own = dates.shown.entry(&listing.offer).or_default();
            own.extend(year.map(Dated::Year));
        }
        dates
    }

    /// The dates of an offer: those that its row states and those of runs held or decided; without any,
    /// the years of the pages that show it.
    pub(super) fn dated(&self, offer: &Offer) -> Fact<Vec<Dated>> {
        let stated = offer.dates.known().into_iter().flatten();
        let own = stated.filter_map(|date| match date {
            PartialDate::Day(day) => Some(Dated::Day(*day)),
            date => date.year().map(Dated::Year),
        });
        let runs = self.runs.get(&offer.id).into_iter().flatten();
        let mut dates: Vec<Dated> = own.chain(runs.copied()).collect();
        if dates.is_empty() {
            dates = self.shown.get(&offer.id).cloned().unwrap_or_default();
        }
        dates.sort_unstable();
        dates.dedup();
        match (dates.is_empty(), &offer.dates) {
            (false, _) => Fact::Known(dates),
            (true, Fact::Unknown) => Fact::Unknown,
            (true, _) => Fact::NotStated,
        }
    }
}

/// Near where any two dates are.
pub(super) fn relation(a: &[Dated], b: &[Dated]) -> TimeRelation {
    let near = a
        .iter()
        .any(|one| b.iter().any(|other| one.is_near(*other)));
    if near {
        TimeRelation::Near
    } else {
        TimeRelation::Apart
    }
}
