//! Years of birth: all that rules need of a date of birth.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::Lang;
use crate::record::{Cell, CellError, Kind, Shape};

/// A year of birth from 1900 to 2199.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BirthYear(u16);

impl BirthYear {
    /// A year; `None` outside.
    pub fn new(year: u16) -> Option<Self> {
        (1900..=2199).contains(&year).then_some(BirthYear(year))
    }

    /// The year.
    pub fn year(self) -> i32 {
        i32::from(self.0)
    }

    /// The age on the last day of the date's year, in whole years; negative before birth.
    ///
    /// The day of birth is not kept, so the age on the date itself is this or one less.
    pub fn age_in_year_of(self, date: NaiveDate) -> i32 {
        date.year() - self.year()
    }
}

impl fmt::Debug for BirthYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BirthYear(…)")
    }
}

impl Cell for BirthYear {
    const SHAPE: Shape = Shape::of(Kind::BirthYear);

    fn read(text: &str) -> Result<Self, CellError> {
        let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        digits
            .then(|| text.parse().ok())
            .flatten()
            .and_then(BirthYear::new)
            .ok_or_else(|| CellError::NotABirthYear {
                text: text.to_owned(),
            })
    }

    fn write(&self, _: Lang) -> String {
        self.0.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_and_nothing_more_of_a_date_is_read() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        assert_eq!(BirthYear::read("1957").unwrap().age_in_year_of(date), 69);
        for bad in ["57", "1899", "01.02.1957", "01025712345", "19570", "-957"] {
            assert!(BirthYear::read(bad).is_err(), "{bad}");
        }
        assert_eq!(format!("{:?}", BirthYear::new(1957)), "Some(BirthYear(…))");
    }
}
