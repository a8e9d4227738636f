//! Whole numbers, ranges and hours.

use std::fmt;

use crate::Lang;
use crate::record::{Cell, CellError, Kind, Shape};

/// Removes the spaces that Norwegians put between thousands, plain or non-breaking.
fn without_spaces(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'))
        .collect()
}

/// Reads a whole number, zero or more; `12,0` and `12.0` are whole too, as workbooks write them.
pub(crate) fn whole(text: &str) -> Option<u32> {
    let text = without_spaces(text);
    let text = text
        .strip_suffix(",0")
        .or_else(|| text.strip_suffix(".0"))
        .unwrap_or(&text);
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// Reads a number with at most `places` decimals after a comma or point, in units of the last
/// place: `13,5` with two places is 1350.
pub(crate) fn decimal(text: &str, places: u32) -> Option<i64> {
    let text = without_spaces(text);
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    let (whole, fraction) = text.split_once([',', '.']).unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let length = u32::try_from(fraction.len()).ok()?;
    if whole.is_empty() || !digits(whole) || !digits(fraction) || length > places {
        return None;
    }
    let scale = 10_i64.pow(places);
    let fraction = if fraction.is_empty() {
        0
    } else {
        fraction.parse::<i64>().ok()? * 10_i64.pow(places - length)
    };
    let value = whole
        .parse::<i64>()
        .ok()?
        .checked_mul(scale)?
        .checked_add(fraction)?;
    Some(if negative { -value } else { value })
}

/// A whole number, or a range where the source gives one: `8`, `8-12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    least: u32,
    most: u32,
}

impl Span {
    /// A range; `None` where the least is above the most.
    pub fn new(least: u32, most: u32) -> Option<Self> {
        (least <= most).then_some(Span { least, most })
    }

    /// One number.
    pub fn exactly(number: u32) -> Self {
        Span {
            least: number,
            most: number,
        }
    }

    /// The least.
    pub fn least(self) -> u32 {
        self.least
    }

    /// The most.
    pub fn most(self) -> u32 {
        self.most
    }

    /// The number, where the range is a single one.
    pub fn single(self) -> Option<u32> {
        (self.least == self.most).then_some(self.least)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.least == self.most {
            write!(f, "{}", self.least)
        } else {
            write!(f, "{}-{}", self.least, self.most)
        }
    }
}

impl Cell for Span {
    const SHAPE: Shape = Shape::of(Kind::Span);

    fn read(text: &str) -> Result<Self, CellError> {
        let span = match text.split_once(['-', '–']) {
            Some((least, most)) => whole(least.trim())
                .zip(whole(most.trim()))
                .and_then(|(a, b)| Span::new(a, b)),
            None => whole(text).map(Span::exactly),
        };
        span.ok_or_else(|| CellError::NotASpan {
            text: text.to_owned(),
        })
    }

    fn write(&self, _: Lang) -> String {
        self.to_string()
    }
}

/// A length of time in whole minutes, written as hours: `13,5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hours {
    minutes: u32,
}

impl Hours {
    /// So many minutes.
    pub fn from_minutes(minutes: u32) -> Self {
        Hours { minutes }
    }

    /// Whole minutes.
    pub fn minutes(self) -> u32 {
        self.minutes
    }

    /// Hours with decimals.
    pub fn hours(self) -> f64 {
        f64::from(self.minutes) / 60.0
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Minutes are whole, so two decimals tell every quarter and every minute apart by rounding.
        let hundredths = (u64::from(self.minutes) * 100).div_ceil(60);
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        match rest {
            0 => write!(f, "{whole}"),
            rest if rest.is_multiple_of(10) => write!(f, "{whole}.{}", rest / 10),
            rest => write!(f, "{whole}.{rest:02}"),
        }
    }
}

impl Cell for Hours {
    const SHAPE: Shape = Shape::of(Kind::Hours);

    fn read(text: &str) -> Result<Self, CellError> {
        // Hundredths of an hour are coarser than minutes, so rounding down gives the minutes back.
        decimal(text, 2)
            .and_then(|hundredths| u64::try_from(hundredths).ok())
            .and_then(|hundredths| u32::try_from(hundredths * 60 / 100).ok())
            .map(Hours::from_minutes)
            .ok_or_else(|| CellError::NotHours {
                text: text.to_owned(),
            })
    }

    fn write(&self, lang: Lang) -> String {
        let text = self.to_string();
        if lang == Lang::En {
            text
        } else {
            text.replace('.', ",")
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_as_norwegians_write_them() {
        assert_eq!(decimal("1\u{a0}234,50", 2), Some(123_450));
        assert_eq!(decimal("13.5", 2), Some(1350));
        assert_eq!(decimal("-2", 2), Some(-200));
        assert_eq!(decimal("1,234", 2), None);
        assert_eq!(decimal(",5", 2), None);
        assert_eq!(decimal("99999999999999999999", 2), None);
        assert_eq!(whole("12,0"), Some(12));
        assert_eq!(whole("twelve"), None);
        assert_eq!(Span::read("8–12").unwrap().to_string(), "8-12");
        assert!(Span::read("12-8").is_err());
        assert_eq!(Hours::read("4,5").unwrap().minutes(), 270);
    }

    proptest! {
        #[test]
        fn hours_come_back(minutes in 0_u32..100_000) {
            let hours = Hours::from_minutes(minutes);
            for lang in Lang::ALL {
                prop_assert_eq!(Hours::read(&hours.write(lang)).unwrap(), hours);
            }
        }
    }
}
