//! Public numbers of municipalities and organisations. Whether a municipality's number is valid on
//! a date is known to the reference data, not here.

use std::fmt;

use crate::Lang;
use crate::record::{Cell, CellError, Kind, Shape};

/// A municipality's number, as Statistics Norway writes it: four digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MunicipalityNo(u16);

impl MunicipalityNo {
    /// A number from 101 to 9999; `None` outside.
    pub fn new(number: u16) -> Option<Self> {
        (101..=9999)
            .contains(&number)
            .then_some(MunicipalityNo(number))
    }

    /// The number.
    pub fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for MunicipalityNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl Cell for MunicipalityNo {
    const SHAPE: Shape = Shape::of(Kind::Municipality);

    fn read(text: &str) -> Result<Self, CellError> {
        // A spreadsheet drops the leading zero of 0301.
        let digits = matches!(text.len(), 3 | 4) && text.bytes().all(|byte| byte.is_ascii_digit());
        digits
            .then(|| text.parse().ok())
            .flatten()
            .and_then(MunicipalityNo::new)
            .ok_or_else(|| CellError::NotAMunicipality {
                text: text.to_owned(),
            })
    }

    fn write(&self, _: Lang) -> String {
        self.to_string()
    }
}

/// An organisation's number in the Norwegian register of legal entities: nine digits, the last of
/// them a control digit (modulus 11, weights 3 2 7 6 5 4 3 2; Brønnøysund Register Centre).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganisationNo(u32);

impl OrganisationNo {
    /// A number whose control digit is right; `None` otherwise.
    pub fn new(number: u32) -> Option<Self> {
        const WEIGHTS: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];
        if !(100_000_000..=999_999_999).contains(&number) {
            return None;
        }
        let mut rest = number / 10;
        let mut sum = 0;
        for weight in WEIGHTS.iter().rev() {
            sum += weight * (rest % 10);
            rest /= 10;
        }
        let control = (11 - sum % 11) % 11;
        (control == number % 10).then_some(OrganisationNo(number))
    }
}

impl fmt::Display for OrganisationNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Cell for OrganisationNo {
    const SHAPE: Shape = Shape::of(Kind::OrganisationNumber);

    fn read(text: &str) -> Result<Self, CellError> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let plain = digits.len() == 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain
            .then(|| digits.parse().ok())
            .flatten()
            .and_then(OrganisationNo::new)
            .ok_or(CellError::NotAnOrganisationNumber)
    }

    fn write(&self, _: Lang) -> String {
        self.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_checked() {
        assert_eq!(MunicipalityNo::read("301").unwrap().to_string(), "0301");
        assert!(MunicipalityNo::read("46011").is_err());
        // Brønnøysundregistrene's own number is the register's published example.
        assert!(OrganisationNo::read("974 760 673").is_ok());
        assert!(OrganisationNo::read("974760674").is_err());
    }
}
