//! Age bands.

use std::fmt;

use crate::Lang;
use crate::record::{Cell, CellError, Kind, Shape};

/// An age band in whole years, both ends included; an end that is open is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ages {
    from: Option<u8>,
    to: Option<u8>,
}

/// Where a band without an oldest age ends, when years are counted.
const OLDEST: u8 = 100;

impl Ages {
    /// From the day people come of age.
    pub const ADULTS: Ages = Ages {
        from: Some(18),
        to: None,
    };
    /// Until the day before people come of age.
    pub const MINORS: Ages = Ages {
        from: None,
        to: Some(17),
    };

    /// A band; `None` where it would hold nobody.
    pub fn new(from: Option<u8>, to: Option<u8>) -> Option<Self> {
        let holds = match (from, to) {
            (Some(from), Some(to)) => from <= to,
            _ => true,
        };
        holds.then_some(Ages { from, to })
    }

    /// The youngest age, where there is one.
    pub fn from(self) -> Option<u8> {
        self.from
    }

    /// The oldest age, where there is one.
    pub fn to(self) -> Option<u8> {
        self.to
    }

    /// True where somebody can be of both bands.
    pub fn overlaps(self, other: Ages) -> bool {
        let starts = self.from.unwrap_or(0).max(other.from.unwrap_or(0));
        let ends = self.to.unwrap_or(u8::MAX).min(other.to.unwrap_or(u8::MAX));
        starts <= ends
    }

    /// True where the years that both bands hold are more than half of the narrower one. `16-19` and `18+`
    /// touch; they are not for the same people.
    ///
    /// ```
    /// use mestring_model::quantity::Ages;
    /// let band = |from, to| Ages::new(from, to).unwrap();
    /// assert!(!band(Some(16), Some(19)).mostly_overlaps(Ages::ADULTS));
    /// assert!(band(Some(60), None).mostly_overlaps(Ages::ADULTS));
    /// ```
    pub fn mostly_overlaps(self, other: Ages) -> bool {
        let years = |from: u8, to: u8| (u16::from(to) + 1).saturating_sub(u16::from(from));
        let ends = |own: Ages| (own.from.unwrap_or(0), own.to.unwrap_or(OLDEST).min(OLDEST));
        let ((from, to), (start, end)) = (ends(self), ends(other));
        let both = years(from.max(start), to.min(end));
        2 * both > years(from, to).min(years(start, end))
    }

    /// True where a person of this age is of the band.
    pub fn holds(self, age: u8) -> bool {
        self.from.is_none_or(|from| from <= age) && self.to.is_none_or(|to| age <= to)
    }
}

impl fmt::Display for Ages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.to) {
            (Some(from), Some(to)) => write!(f, "{from}-{to}"),
            (Some(from), None) => write!(f, "{from}+"),
            (None, Some(to)) => write!(f, "<={to}"),
            (None, None) => f.write_str("0+"),
        }
    }
}

impl Cell for Ages {
    const SHAPE: Shape = Shape::of(Kind::Ages);

    fn read(text: &str) -> Result<Self, CellError> {
        let year = |part: &str| part.trim().parse::<u8>().ok();
        let lower = text.to_lowercase();
        let band = match lower.as_str() {
            "adults" | "voksne" | "vaksne" => Some(Ages::ADULTS),
            "minors" | "under 18" | "barn og unge" => Some(Ages::MINORS),
            _ => {
                if let Some(from) = text.strip_suffix('+') {
                    year(from).map(|from| Ages {
                        from: (from > 0).then_some(from),
                        to: None,
                    })
                } else if let Some(to) = text.strip_prefix("<=") {
                    year(to).map(|to| Ages {
                        from: None,
                        to: Some(to),
                    })
                } else if let Some(to) = text.strip_prefix('<') {
                    year(to).and_then(|to| to.checked_sub(1)).map(|to| Ages {
                        from: None,
                        to: Some(to),
                    })
                } else {
                    text.split_once(['-', '–'])
                        .and_then(|(from, to)| year(from).zip(year(to)))
                        .and_then(|(from, to)| Ages::new(Some(from), Some(to)))
                }
            }
        };
        band.ok_or_else(|| CellError::NotAges {
            text: text.to_owned(),
        })
    }

    fn write(&self, _: Lang) -> String {
        self.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bands() -> impl Strategy<Value = Ages> {
        (
            proptest::option::of(1_u8..120),
            proptest::option::of(1_u8..120),
        )
            .prop_filter_map("holds nobody", |(from, to)| Ages::new(from, to))
    }

    proptest! {
        #[test]
        fn bands_come_back(band in bands()) {
            prop_assert_eq!(Ages::read(&band.write(Lang::En)).unwrap(), band);
        }

        #[test]
        fn overlap_is_a_shared_age(a in bands(), b in bands()) {
            let shared = (0..=u8::MAX).any(|age| a.holds(age) && b.holds(age));
            prop_assert_eq!(a.overlaps(b), shared);
            prop_assert_eq!(b.overlaps(a), shared);
        }
    }

    #[test]
    fn bands_as_pages_write_them() {
        assert_eq!(Ages::read("<65").unwrap().to(), Some(64));
        assert_eq!(Ages::read("Voksne").unwrap(), Ages::ADULTS);
        assert_eq!(Ages::read("14–20").unwrap().from(), Some(14));
        assert!(Ages::read("gammel").is_err());
        assert!(Ages::read("30-20").is_err());
    }
}
