//! Dates of which a source may state only a part.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::Lang;
use crate::record::{Cell, CellError, Kind, Shape};

/// A date as far as a source states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// A day.
    Day(NaiveDate),
    /// A month of a year.
    Month(i32, u32),
    /// The first half of a year.
    Spring(i32),
    /// The second half of a year.
    Autumn(i32),
    /// A year.
    Year(i32),
    /// A month and a day of a year that the page does not give.
    DayOfYear(u32, u32),
}

impl PartialDate {
    /// The year, where it is stated.
    pub fn year(self) -> Option<i32> {
        match self {
            PartialDate::Day(date) => Some(date.year()),
            PartialDate::Month(year, _)
            | PartialDate::Spring(year)
            | PartialDate::Autumn(year)
            | PartialDate::Year(year) => Some(year),
            PartialDate::DayOfYear(..) => None,
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartialDate::Day(date) => write!(f, "{}", date.format("%Y-%m-%d")),
            PartialDate::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            PartialDate::Spring(year) => write!(f, "{year:04}-spring"),
            PartialDate::Autumn(year) => write!(f, "{year:04}-autumn"),
            PartialDate::Year(year) => write!(f, "{year:04}"),
            PartialDate::DayOfYear(month, day) => write!(f, "{month:02}-{day:02}"),
        }
    }
}

impl Cell for PartialDate {
    const SHAPE: Shape = Shape::of(Kind::PartialDate);

    fn read(text: &str) -> Result<Self, CellError> {
        if let Ok(date) = NaiveDate::read(text) {
            return Ok(PartialDate::Day(date));
        }
        let number = |part: &str, length: usize| -> Option<u32> {
            let fits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            fits.then(|| part.parse().ok())?
        };
        let year = |part: &str| number(part, 4).and_then(|year| i32::try_from(year).ok());
        // A leap year, so that 29 February can stand.
        let day_of_year = |month, day| {
            NaiveDate::from_ymd_opt(2024, month, day).map(|_| PartialDate::DayOfYear(month, day))
        };
        let lower = text.to_lowercase();
        let read = match lower.split_once('-') {
            None => year(&lower).map(PartialDate::Year),
            Some((first, "spring" | "vår" | "våren")) => year(first).map(PartialDate::Spring),
            Some((first, "autumn" | "høst" | "haust" | "høsten" | "hausten")) => {
                year(first).map(PartialDate::Autumn)
            }
            Some((first, second)) if first.len() == 4 => year(first)
                .zip(number(second, 2).filter(|month| (1..=12).contains(month)))
                .map(|(year, month)| PartialDate::Month(year, month)),
            Some((first, second)) => number(first, 2)
                .zip(number(second, 2))
                .and_then(|(m, d)| day_of_year(m, d)),
        };
        read.ok_or_else(|| CellError::NotAPartialDate {
            text: text.to_owned(),
        })
    }

    fn write(&self, lang: Lang) -> String {
        match (self, lang) {
            (PartialDate::Day(date), _) => Cell::write(date, lang),
            (PartialDate::Spring(year), Lang::Nb | Lang::Nn) => format!("{year:04}-vår"),
            (PartialDate::Autumn(year), Lang::Nb) => format!("{year:04}-høst"),
            (PartialDate::Autumn(year), Lang::Nn) => format!("{year:04}-haust"),
            _ => self.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_dates_come_back_in_every_language() {
        let texts = [
            "2024-09-11",
            "2020-09",
            "2010-autumn",
            "2026-spring",
            "2023",
            "03-01",
            "02-29",
        ];
        for text in texts {
            let date = PartialDate::read(text).unwrap();
            assert_eq!(date.to_string(), text);
            for lang in Lang::ALL {
                assert_eq!(PartialDate::read(&date.write(lang)).unwrap(), date);
            }
        }
        for bad in ["2020-13", "13-01", "02-30", "soon", "20-autumn"] {
            assert!(PartialDate::read(bad).is_err(), "{bad}");
        }
    }
}
