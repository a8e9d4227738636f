//! Calendar years and half-years.

use chrono::{Datelike, NaiveDate};
use mestring_model::noun::Recurrence;

/// A period of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, by which what comes back in every such period is due.
    pub until: NaiveDate,
}

impl Period {
    /// The calendar year or half-year in which a day lies; `None` for what does not come back in
    /// periods.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use mestring::obligations::Period;
    /// use mestring_model::noun::Recurrence;
    ///
    /// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// let half = Period::holding(Recurrence::HalfYearly, day(7, 1)).unwrap();
    /// assert_eq!((half.from, half.until), (day(7, 1), day(12, 31)));
    /// assert_eq!(Period::holding(Recurrence::Continuous, day(7, 1)), None);
    /// ```
    pub fn holding(recurrence: Recurrence, day: NaiveDate) -> Option<Self> {
        let (first, last) = match recurrence {
            Recurrence::Yearly => ((1, 1), (12, 31)),
            Recurrence::HalfYearly if day.month() <= 6 => ((1, 1), (6, 30)),
            Recurrence::HalfYearly => ((7, 1), (12, 31)),
            Recurrence::Once | Recurrence::Continuous => return None,
        };
        let date = |(month, of_month)| NaiveDate::from_ymd_opt(day.year(), month, of_month);
        Some(Period {
            from: date(first)?,
            until: date(last)?,
        })
    }

    /// The part of the period that lies in the life of an obligation; `None` where none does.
    pub(super) fn cut(self, from: Option<NaiveDate>, until: Option<NaiveDate>) -> Option<Self> {
        let cut = Period {
            from: from.map_or(self.from, |from| from.max(self.from)),
            until: until.map_or(self.until, |until| until.min(self.until)),
        };
        (cut.from <= cut.until).then_some(cut)
    }

    /// True where a day lies in the period.
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.until
    }
}
