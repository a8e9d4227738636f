//! The municipalities around Bergen: their four committees, and which of them adjoin.
//!
//! The committees (områdeutval) and their municipalities are as the cooperation site of the
//! municipalities and the hospitals shows them (saman.no, page "Samarbeidsstruktur", last updated
//! 10 January 2023), with the numbers of 2020 and later. Gulen takes part through the committee of
//! Nordhordland though it formally belongs to the area of another trust.
//!
//! Two municipalities adjoin here where they share a border on land, or where a bridge joins them.
//! A ferry or a border in a fjord does not count, so Austevoll and Fedje adjoin none. The table was
//! compiled by hand from descriptions of the municipalities and checked against shared boundary
//! lines of a generalised map (OpenStreetMap data, 2026); it stands from 1 January 2020.

use chrono::NaiveDate;
use mestring_model::Fact;

/// A committee of municipalities and hospitals for a part of the area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Committee {
    /// A stable id.
    pub id: &'static str,
    /// The name, as the committee writes it (nynorsk).
    pub name: &'static str,
    /// The numbers of its municipalities, ascending.
    pub municipalities: &'static [&'static str],
}

/// The four committees.
pub const COMMITTEES: &[Committee] = &[
    Committee {
        id: "bergen",
        name: "Områdeutvalet for Bergen",
        municipalities: &["4601"],
    },
    Committee {
        id: "bergensregionen",
        name: "Områdeutvalet for Bergensregionen",
        municipalities: &["4623", "4624", "4625", "4626", "4627"],
    },
    Committee {
        id: "nordhordland",
        name: "Områdeutvalet for Nordhordland",
        municipalities: &["4629", "4630", "4631", "4632", "4633", "4634", "4635"],
    },
    Committee {
        id: "voss",
        name: "Områdeutvalet for Voss",
        municipalities: &["4619", "4620", "4621", "4622", "4628"],
    },
];

/// How two municipalities are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// A border on land.
    Land,
    /// A bridge, and no border on land.
    Bridge(&'static str),
}

/// Pairs that adjoin, each once, the lower number first.
const JOINED: &[(&str, &str, Join)] = &[
    ("4601", "4623", Join::Land),
    ("4601", "4624", Join::Land),
    ("4601", "4626", Join::Bridge("Sotrabrua")),
    ("4601", "4627", Join::Bridge("Askøybrua")),
    ("4601", "4628", Join::Land),
    ("4601", "4630", Join::Bridge("Osterøybrua")),
    ("4601", "4631", Join::Bridge("Nordhordlandsbrua")),
    ("4619", "4620", Join::Land),
    ("4620", "4621", Join::Land),
    ("4621", "4622", Join::Land),
    ("4621", "4628", Join::Land),
    ("4622", "4623", Join::Land),
    ("4622", "4624", Join::Land),
    ("4622", "4628", Join::Land),
    ("4623", "4624", Join::Land),
    ("4623", "4628", Join::Land),
    ("4628", "4629", Join::Land),
    // The north-eastern part of the island of Osterøy belongs to Vaksdal.
    ("4628", "4630", Join::Land),
    ("4629", "4631", Join::Land),
    ("4629", "4634", Join::Land),
    ("4631", "4632", Join::Land),
    ("4631", "4634", Join::Land),
    ("4634", "4635", Join::Land),
];

/// The 18 municipalities of the area, by number.
pub fn municipalities() -> Vec<&'static str> {
    let mut numbers: Vec<&str> = COMMITTEES
        .iter()
        .flat_map(|committee| committee.municipalities)
        .copied()
        .collect();
    numbers.sort_unstable();
    numbers
}

/// The committee of a municipality; `None` outside the area.
///
/// ```
/// assert_eq!(mestring_data::area::committee_of("4633").unwrap().id, "nordhordland");
/// ```
pub fn committee_of(number: &str) -> Option<&'static Committee> {
    COMMITTEES
        .iter()
        .find(|committee| committee.municipalities.contains(&number))
}

/// How two municipalities of the area are joined; `None` where they are not, or lie outside it.
pub fn join(a: &str, b: &str) -> Option<Join> {
    JOINED
        .iter()
        .find(|(low, high, _)| (*low, *high) == (a, b) || (*low, *high) == (b, a))
        .map(|(_, _, how)| *how)
}

/// Whether two municipalities of the area adjoin on a day; a municipality adjoins itself.
///
/// Not stated before 2020 or where one of them lies outside the area: the table covers the 18
/// municipalities among themselves. Old numbers are brought up to date by
/// [`municipality::current`](crate::municipality::current) first.
///
/// ```
/// use mestring_data::area::adjoin;
/// use mestring_model::Fact;
/// let day = chrono::NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
/// assert_eq!(adjoin("4601", "4627", day), Fact::Known(true), "the bridge to Askøy");
/// assert_eq!(adjoin("4601", "4625", day), Fact::Known(false), "a ferry to Austevoll");
/// assert_eq!(adjoin("4601", "1103", day), Fact::NotStated);
/// ```
pub fn adjoin(a: &str, b: &str, date: NaiveDate) -> Fact<bool> {
    let stands = NaiveDate::from_ymd_opt(2020, 1, 1).is_some_and(|from| from <= date);
    if !stands || committee_of(a).is_none() || committee_of(b).is_none() {
        return Fact::NotStated;
    }
    Fact::Known(a == b || join(a, b).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::municipality;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    #[test]
    fn the_committees_hold_18_standing_municipalities_each_once() {
        let numbers = municipalities();
        assert_eq!(numbers.len(), 18);
        assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]));
        for number in numbers {
            assert!(
                municipality::find(number).unwrap().stands_on(day()),
                "{number}"
            );
        }
    }

    #[test]
    fn the_committees_read_as_their_site_shows_them() {
        let lines: Vec<String> = COMMITTEES
            .iter()
            .map(|committee| {
                let mut names: Vec<String> = committee
                    .municipalities
                    .iter()
                    .map(|number| municipality::find(number).unwrap().name())
                    .collect();
                names.sort();
                format!("{}: {}", committee.name, names.join(", "))
            })
            .collect();
        insta::assert_snapshot!(lines.join("\n"), @"
        Områdeutvalet for Bergen: Bergen
        Områdeutvalet for Bergensregionen: Askøy, Austevoll, Bjørnafjorden, Samnanger, Øygarden
        Områdeutvalet for Nordhordland: Alver, Austrheim, Fedje, Gulen, Masfjorden, Modalen, Osterøy
        Områdeutvalet for Voss: Eidfjord, Kvam, Ulvik, Vaksdal, Voss
        ");
    }

    #[test]
    fn joined_pairs_are_ordered_and_lie_in_the_area() {
        assert_eq!(JOINED.len(), 23);
        assert!(
            JOINED
                .windows(2)
                .all(|pair| (pair[0].0, pair[0].1) < (pair[1].0, pair[1].1))
        );
        for (a, b, _) in JOINED {
            assert!(
                a < b && committee_of(a).is_some() && committee_of(b).is_some(),
                "{a} {b}"
            );
        }
        let alone: Vec<&str> = municipalities()
            .into_iter()
            .filter(|number| JOINED.iter().all(|(a, b, _)| a != number && b != number))
            .collect();
        assert_eq!(
            alone,
            ["4625", "4633"],
            "Austevoll and Fedje are reached by ferry"
        );
    }

    #[test]
    fn adjoining_is_symmetric() {
        let mut seen = 0;
        for a in municipalities() {
            for b in municipalities() {
                assert_eq!(adjoin(a, b, day()), adjoin(b, a, day()));
                seen += usize::from(adjoin(a, b, day()) == Fact::Known(true));
            }
        }
        assert_eq!(seen, 2 * JOINED.len() + 18);
    }
}
