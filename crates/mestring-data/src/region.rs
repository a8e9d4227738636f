//! The four health regions, each with the counties that it serves.
//!
//! Regions follow whole counties, with the numbers of 2024: in the table of trust areas
//! ([`crate::trust`]) no county is divided between regions.

/// A health region with its regional trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// A stable id.
    pub id: &'static str,
    /// How the regional trust is named, without its legal form (`RHF`).
    pub name: &'static str,
    /// The numbers of its counties, ascending.
    pub counties: &'static [&'static str],
}

const fn region(id: &'static str, name: &'static str, counties: &'static [&'static str]) -> Region {
    Region { id, name, counties }
}

/// The regions, from north to south.
pub const REGIONS: &[Region] = &[
    region("north", "Helse Nord", &["18", "55", "56"]),
    region("central", "Helse Midt-Norge", &["15", "50"]),
    region("west", "Helse Vest", &["11", "46"]),
    region(
        "south_east",
        "Helse Sør-Øst",
        &["03", "31", "32", "33", "34", "39", "40", "42"],
    ),
];

/// The region whose regional trust a name begins with. A hospital trust with a longer name of its own
/// is none: `Helse Nord-Trøndelag` is not `Helse Nord`.
///
/// ```
/// use mestring_data::region;
/// assert_eq!(region::named("Helse Vest RHF").unwrap().counties, ["11", "46"]);
/// assert_eq!(region::named("Helse Bergen HF"), None);
/// ```
pub fn named(name: &str) -> Option<&'static Region> {
    let name = name.trim().to_lowercase();
    let begins = |words: &str| {
        let rest = name.strip_prefix(words)?;
        let next = rest.chars().next();
        next.is_none_or(|next| next != '-' && !next.is_alphanumeric())
            .then_some(())
    };
    REGIONS
        .iter()
        .find(|region| begins(&region.name.to_lowercase()).is_some())
}

/// The region in which a county lies, by its number of today.
pub fn of_county(number: &str) -> Option<&'static Region> {
    REGIONS
        .iter()
        .find(|region| region.counties.contains(&number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::municipality::counties;

    #[test]
    fn every_standing_county_lies_in_one_region() {
        let standing = counties().iter().filter(|own| own.until_year.is_none());
        let mut seen = 0;
        for county in standing {
            let regions = REGIONS
                .iter()
                .filter(|own| own.counties.contains(&county.number));
            assert_eq!(regions.count(), 1, "{}", county.name);
            seen += 1;
        }
        let listed: usize = REGIONS.iter().map(|own| own.counties.len()).sum();
        assert_eq!((seen, listed), (15, 15));
        assert!(
            REGIONS
                .iter()
                .all(|own| own.counties.windows(2).all(|pair| pair[0] < pair[1]))
        );
    }

    #[test]
    fn regions_are_found_by_name_and_by_county() {
        #[track_caller]
        fn check(name: &str, expected: Option<&str>) {
            assert_eq!(named(name).map(|own| own.id), expected, "{name}");
        }
        check("Helse Midt-Norge RHF", Some("central"));
        check("Helse Nord RHF", Some("north"));
        check("HELSE SØR-ØST RHF", Some("south_east"));
        check("Helse Nord-Trøndelag HF", None);
        check("Bergen kommune", None);
        assert_eq!(of_county("46").map(|own| own.id), Some("west"));
        assert_eq!(of_county("12"), None);
    }
}
