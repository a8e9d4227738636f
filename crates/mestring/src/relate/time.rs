//! How the runs of two offers lie in time.

use chrono::{Datelike, Months, NaiveDate};
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

/// The dates of an offer: those that its row states and those of runs held or decided; without any,
/// the years of the pages that show it.
pub(super) fn dated(desk: &Desk, offer: &Offer) -> Fact<Vec<Dated>> {
    let stated = offer.dates.known().into_iter().flatten();
    let own = stated.filter_map(|date| match date {
        PartialDate::Day(day) => Some(Dated::Day(*day)),
        date => date.year().map(Dated::Year),
    });
    let runs = desk.runs.iter().filter(|run| {
        run.offer == offer.id && matches!(run.state, RunState::Held | RunState::Decided)
    });
    let runs = runs.filter_map(|run| run.starts.map(Dated::Day));
    let mut dates: Vec<Dated> = own.chain(runs).collect();
    if dates.is_empty() {
        let shown = desk
            .listings
            .iter()
            .filter(|listing| listing.offer == offer.id);
        let years = shown.filter_map(|listing| listing.year.into_known());
        dates = years
            .filter_map(|year| i32::try_from(year).ok())
            .map(Dated::Year)
            .collect();
    }
    dates.sort_unstable();
    dates.dedup();
    match (dates.is_empty(), &offer.dates) {
        (false, _) => Fact::Known(dates),
        (true, Fact::Unknown) => Fact::Unknown,
        (true, _) => Fact::NotStated,
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
