//! Counties through time: the first two digits of a municipality's number.

use mestring_model::Fact;

/// A county under one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct County {
    /// The number, two digits: the first two of each of its municipalities.
    pub number: &'static str,
    /// The official names, with hyphens between.
    pub name: &'static str,
    /// The first year under this number; `None` where it stood already in 2016.
    pub from_year: Option<i32>,
    /// The first year in which it no longer stands; `None` where it still does.
    pub until_year: Option<i32>,
}

/// Counties as numbered by Statistics Norway (KLASS 104), from 2016 on.
const COUNTIES: &[County] = &[
    row("01", "Østfold", None, Some(2020)),
    row("02", "Akershus", None, Some(2020)),
    row("03", "Oslo", None, None),
    row("04", "Hedmark", None, Some(2020)),
    row("05", "Oppland", None, Some(2020)),
    row("06", "Buskerud", None, Some(2020)),
    row("07", "Vestfold", None, Some(2020)),
    row("08", "Telemark", None, Some(2020)),
    row("09", "Aust-Agder", None, Some(2020)),
    row("10", "Vest-Agder", None, Some(2020)),
    row("11", "Rogaland", None, None),
    row("12", "Hordaland", None, Some(2020)),
    row("14", "Sogn og Fjordane", None, Some(2020)),
    row("15", "Møre og Romsdal", None, None),
    row("16", "Sør-Trøndelag", None, Some(2018)),
    row("17", "Nord-Trøndelag", None, Some(2018)),
    row("18", "Nordland - Nordlánnda", None, None),
    row("19", "Troms - Romsa", None, Some(2020)),
    row("20", "Finnmark - Finnmárku", None, Some(2020)),
    row("30", "Viken", Some(2020), Some(2024)),
    row("31", "Østfold", Some(2024), None),
    row("32", "Akershus", Some(2024), None),
    row("33", "Buskerud", Some(2024), None),
    row("34", "Innlandet", Some(2020), None),
    row("38", "Vestfold og Telemark", Some(2020), Some(2024)),
    row("39", "Vestfold", Some(2024), None),
    row("40", "Telemark", Some(2024), None),
    row("42", "Agder", Some(2020), None),
    row("46", "Vestland", Some(2020), None),
    row("50", "Trøndelag - Trööndelage", Some(2018), None),
    row("54", "Troms og Finnmark", Some(2020), Some(2024)),
    row("55", "Troms - Romsa - Tromssa", Some(2024), None),
    row("56", "Finnmark - Finnmárku - Finmarkku", Some(2024), None),
];

/// Counties of 2024 and later that share a land border; ferries do not count. Compiled by hand from
/// general knowledge of the map; checked against no list.
const BORDERS: &[(&str, &str)] = &[
    ("03", "32"),
    ("03", "33"),
    ("11", "40"),
    ("11", "42"),
    ("11", "46"),
    ("15", "34"),
    ("15", "46"),
    ("15", "50"),
    ("18", "50"),
    ("18", "55"),
    ("31", "32"),
    ("32", "33"),
    ("32", "34"),
    ("33", "34"),
    ("33", "39"),
    ("33", "40"),
    ("33", "46"),
    ("34", "46"),
    ("34", "50"),
    ("39", "40"),
    ("40", "42"),
    ("40", "46"),
    ("55", "56"),
];

const fn row(
    number: &'static str,
    name: &'static str,
    from_year: Option<i32>,
    until_year: Option<i32>,
) -> County {
    County {
        number,
        name,
        from_year,
        until_year,
    }
}

/// Every county number since 2016, ascending, those that are over included.
pub fn counties() -> &'static [County] {
    COUNTIES
}

/// The county of a municipality number (four digits) or a county number (two).
pub fn county(number: &str) -> Option<&'static County> {
    let first = number.get(..2)?;
    COUNTIES.iter().find(|county| county.number == first)
}

/// Whether two counties share a land border; a county adjoins itself. Not stated for a number that
/// is over or never was.
///
/// ```
/// use mestring_data::municipality::counties_adjoin;
/// use mestring_model::Fact;
/// assert_eq!(counties_adjoin("46", "11"), Fact::Known(true));
/// assert_eq!(counties_adjoin("46", "56"), Fact::Known(false));
/// assert_eq!(counties_adjoin("12", "11"), Fact::NotStated);
/// ```
pub fn counties_adjoin(a: &str, b: &str) -> Fact<bool> {
    let stands = |number: &str| {
        COUNTIES
            .iter()
            .any(|county| county.number == number && county.until_year.is_none())
    };
    if !stands(a) || !stands(b) {
        return Fact::NotStated;
    }
    Fact::Known(a == b || BORDERS.contains(&(a, b)) || BORDERS.contains(&(b, a)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borders_name_standing_counties_once_and_in_order() {
        assert!(BORDERS.windows(2).all(|pair| pair[0] < pair[1]));
        for (a, b) in BORDERS {
            assert!(a < b, "{a} {b}");
            assert!(counties_adjoin(a, b).is_known(), "{a} {b}");
        }
    }

    #[test]
    fn every_standing_county_has_a_neighbour() {
        let standing: Vec<_> = COUNTIES
            .iter()
            .filter(|county| county.until_year.is_none())
            .collect();
        assert_eq!(standing.len(), 15);
        for county in &standing {
            let neighbours = standing
                .iter()
                .filter(|other| other.number != county.number)
                .filter(|other| counties_adjoin(county.number, other.number) == Fact::Known(true))
                .count();
            assert!(neighbours > 0, "{}", county.name);
        }
    }
}
