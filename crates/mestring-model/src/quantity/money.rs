//! Money in whole øre and shares in basis points.

use std::fmt;

use super::number::decimal;
use crate::Lang;
use crate::record::{Cell, CellError, Kind, Shape};
use crate::term::Term;
use crate::terms;

/// An amount in øre, hundredths of a Norwegian krone; tables write kroner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Ore(pub i64);

impl fmt::Display for Ore {
    /// Kroner with a point and, where there are any, two decimals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, all) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        match all % 100 {
            0 => write!(f, "{sign}{}", all / 100),
            rest => write!(f, "{sign}{}.{rest:02}", all / 100),
        }
    }
}

impl Cell for Ore {
    const SHAPE: Shape = Shape::of(Kind::Money);

    fn read(text: &str) -> Result<Self, CellError> {
        let number = text.trim_start_matches("kr").trim_end_matches("kr").trim();
        let number = number.strip_suffix(",-").unwrap_or(number);
        decimal(number, 2)
            .map(Ore)
            .ok_or_else(|| CellError::NotKroner {
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

terms! {
    /// What a price is paid for.
    PriceUnit "price_unit" {
        /// One participant, for the whole course.
        Person = "person", "person", "person", ["deltaker", "deltakar"];
        /// A couple, for the whole course.
        Couple = "couple", "par", "par";
        /// A family, for the whole course.
        Family = "family", "familie", "familie";
        /// One participant, each session.
        Session = "session", "gang", "gong", ["samling"];
        /// One participant, each month.
        Month = "month", "måned", "månad";
    }
}

/// What taking part costs: `250`, or `1000/couple`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Price {
    /// How much.
    pub amount: Ore,
    /// For what.
    pub per: PriceUnit,
}

impl Cell for Price {
    const SHAPE: Shape = Shape::of(Kind::Price);

    fn read(text: &str) -> Result<Self, CellError> {
        let (amount, per) = match text.split_once('/') {
            Some((amount, per)) => (amount.trim(), <PriceUnit as Cell>::read(per.trim())?),
            None => (text, PriceUnit::Person),
        };
        Ok(Price {
            amount: Ore::read(amount)?,
            per,
        })
    }

    fn write(&self, lang: Lang) -> String {
        match self.per {
            PriceUnit::Person => self.amount.write(lang),
            per => format!("{}/{}", self.amount.write(lang), Cell::write(&per, lang)),
        }
    }
}

/// A share in basis points, hundredths of a percent; tables write percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(u16);

impl Share {
    /// Nothing.
    pub const ZERO: Share = Share(0);

    /// The whole.
    pub const WHOLE: Share = Share(10_000);

    /// A share; `None` above the whole.
    pub fn from_basis_points(points: u16) -> Option<Self> {
        (points <= 10_000).then_some(Share(points))
    }

    /// Hundredths of a percent.
    pub fn basis_points(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", Ore(i64::from(self.0)))
    }
}

impl Cell for Share {
    const SHAPE: Shape = Shape::of(Kind::Share);

    fn read(text: &str) -> Result<Self, CellError> {
        let percent = text.strip_suffix('%').map(str::trim);
        let error = || CellError::NotAShare {
            text: text.to_owned(),
        };
        decimal(percent.ok_or_else(error)?, 2)
            .and_then(|points| u16::try_from(points).ok())
            .and_then(Share::from_basis_points)
            .ok_or_else(error)
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

/// The word for what a price is paid for.
impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.amount, self.per.code())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn money_and_shares_as_people_write_them() {
        assert_eq!(Ore::read("kr 1 200,50").unwrap(), Ore(120_050));
        assert_eq!(Ore::read("250,-").unwrap(), Ore(25_000));
        assert_eq!(Share::read("85 %").unwrap().basis_points(), 8500);
        assert_eq!(Share::read("12,5%").unwrap().basis_points(), 1250);
        for bad in ["85", "0,85", "101 %", "-1 %", "%"] {
            assert!(Share::read(bad).is_err(), "{bad}");
        }
        let price = Price::read("1000/couple").unwrap();
        assert_eq!((price.amount, price.per), (Ore(100_000), PriceUnit::Couple));
        assert_eq!(price.write(Lang::Nb), "1000/par");
    }

    proptest! {
        #[test]
        fn money_comes_back(ore in -1_000_000_000_000_i64..1_000_000_000_000) {
            for lang in Lang::ALL {
                prop_assert_eq!(Ore::read(&Ore(ore).write(lang)).unwrap(), Ore(ore));
            }
        }

        #[test]
        fn shares_come_back(points in 0_u16..=10_000) {
            let share = Share::from_basis_points(points).unwrap();
            for lang in Lang::ALL {
                prop_assert_eq!(Share::read(&share.write(lang)).unwrap(), share);
            }
        }
    }
}
