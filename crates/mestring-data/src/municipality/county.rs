//! Counties through time: the first two digits of a municipality's number.

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
