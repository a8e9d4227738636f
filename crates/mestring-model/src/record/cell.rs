//! Values that stand in cells as people in Norway write them.

use chrono::NaiveDate;

use super::{Cell, CellError, Kind, Shape};
use crate::Lang;
use crate::quantity::whole;

impl Cell for String {
    const SHAPE: Shape = Shape::of(Kind::Text);

    fn read(text: &str) -> Result<Self, CellError> {
        Ok(text.to_owned())
    }

    fn write(&self, _: Lang) -> String {
        self.clone()
    }
}

impl Cell for u32 {
    const SHAPE: Shape = Shape::of(Kind::Whole);

    fn read(text: &str) -> Result<Self, CellError> {
        whole(text).ok_or_else(|| CellError::NotWhole {
            text: text.to_owned(),
        })
    }

    fn write(&self, _: Lang) -> String {
        self.to_string()
    }
}

const YES: [&str; 7] = ["yes", "ja", "j", "y", "x", "true", "sann"];
const NO: [&str; 6] = ["no", "nei", "n", "false", "usann", "0"];

impl Cell for bool {
    const SHAPE: Shape = Shape::of(Kind::YesNo);

    fn read(text: &str) -> Result<Self, CellError> {
        let lower = text.to_lowercase();
        if YES.contains(&lower.as_str()) {
            Ok(true)
        } else if NO.contains(&lower.as_str()) {
            Ok(false)
        } else {
            Err(CellError::NeitherYesNorNo {
                text: text.to_owned(),
            })
        }
    }

    fn write(&self, lang: Lang) -> String {
        match (self, lang) {
            (true, Lang::En) => "yes",
            (false, Lang::En) => "no",
            (true, Lang::Nb | Lang::Nn) => "ja",
            (false, Lang::Nb | Lang::Nn) => "nei",
        }
        .to_owned()
    }
}

/// Splits `31.12.2026`, `31/12/2026` or `2026-12-31` into year, month, day.
fn date_parts(text: &str) -> Option<(i32, u32, u32)> {
    let digits = |part: &str, most: usize| -> Option<u32> {
        let short = (1..=most).contains(&part.len());
        (short && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok())?
    };
    for separator in ['.', '/', '-'] {
        let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
        if let [first, second, third] = parts.as_slice() {
            return if first.len() == 4 {
                Some((
                    digits(first, 4)?.try_into().ok()?,
                    digits(second, 2)?,
                    digits(third, 2)?,
                ))
            } else if third.len() == 4 {
                Some((
                    digits(third, 4)?.try_into().ok()?,
                    digits(second, 2)?,
                    digits(first, 2)?,
                ))
            } else {
                None
            };
        }
    }
    None
}

impl Cell for NaiveDate {
    const SHAPE: Shape = Shape::of(Kind::Date);

    fn read(text: &str) -> Result<Self, CellError> {
        // A workbook may add a time of midnight to a date.
        let day = text.split(['T', ' ']).next().unwrap_or(text);
        let day = if text
            .split(['T', ' '])
            .nth(1)
            .is_none_or(|time| time.starts_with("00:00"))
        {
            day
        } else {
            text
        };
        let Some((year, month, day)) = date_parts(day) else {
            return Err(CellError::NotADate {
                text: text.to_owned(),
            });
        };
        NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| CellError::NoSuchDate {
            text: text.to_owned(),
        })
    }

    fn write(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.format("%Y-%m-%d").to_string(),
            Lang::Nb | Lang::Nn => self.format("%d.%m.%Y").to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T: Cell + PartialEq + std::fmt::Debug>(text: &str, expect: Option<T>) {
        assert_eq!(T::read(text).ok(), expect, "{text:?}");
    }

    #[test]
    fn dates_as_spreadsheets_write_them() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 31);
        check("2026-12-31", day);
        check("31.12.2026", day);
        check("31/12/2026", day);
        check("2026-12-31 00:00:00", day);
        check::<NaiveDate>("31.12.26", None);
        check::<NaiveDate>("30.02.2026", None);
        check::<NaiveDate>("2026", None);
        check::<NaiveDate>("høsten", None);
        assert!(matches!(
            NaiveDate::read("30.02.2026"),
            Err(CellError::NoSuchDate { .. })
        ));
    }

    #[test]
    fn yes_and_no_in_three_languages() {
        check("Ja", Some(true));
        check("nei", Some(false));
        check("YES", Some(true));
        check::<bool>("kanskje", None);
    }
}
