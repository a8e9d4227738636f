//! The municipalities around Bergen and their four committees.
//!
//! The committees (områdeutval) and their municipalities are as the cooperation site of the
//! municipalities and the hospitals shows them (saman.no, page "Samarbeidsstruktur", last updated
//! 10 January 2023), with the numbers of 2020 and later. Gulen takes part through the committee of
//! Nordhordland though it formally belongs to the area of another trust.

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

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

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
}
