//! Hospital trusts, the areas that they serve, and which areas adjoin.
//!
//! The areas are those of the table that the centre for clinical documentation and evaluation (SKDE) keeps
//! for the Norwegian health atlases (`formater/boomr.csv` in github.com/SKDE-Analyse/sas_codes, as of
//! 10 April 2026): every municipality of today lies in one. Two facts are simpler here than there. Oslo is
//! divided by city district: all of it stands with Oslo universitetssykehus, though Grorud and Stovner belong
//! to Akershus universitetssykehus, and Lovisenberg and Diakonhjemmet serve districts of their own. And the
//! areas of single hospitals within a trust are not held.
//!
//! The names, how organisers write them otherwise, and in whose areas private hospitals lie are from general
//! knowledge. Two areas adjoin where municipalities in them do ([`municipality::adjoin`]).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::NaiveDate;
use mestring_model::Fact;

use crate::municipality;

/// The areas as shipped: the trust; its municipalities, by the numbers of 2024 and later.
const SHIPPED: &str = include_str!("../data/trust_areas.csv");

/// A hospital trust, or a private hospital with an agreement to serve part of a trust's area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trust {
    /// A stable id.
    pub id: &'static str,
    /// The name without its legal form.
    pub name: &'static str,
    /// Other ways in which organisers write it, lower case.
    pub aliases: &'static [&'static str],
    /// The trust in whose area a private hospital lies; `None` for a trust.
    pub within: Option<&'static str>,
}

impl Trust {
    /// The trust whose area this is: a private hospital stands in that of another.
    pub fn area(&self) -> &'static str {
        self.within.unwrap_or(self.id)
    }

    /// The municipalities of the area, by number, ascending; those of the whole trust for a private hospital.
    ///
    /// ```
    /// let haraldsplass = mestring_data::trust::find("haraldsplass").unwrap();
    /// assert_eq!(haraldsplass.municipalities().len(), 18);
    /// ```
    pub fn municipalities(&self) -> &'static [&'static str] {
        areas().get(self.area()).map_or(&[], Vec::as_slice)
    }
}

const fn trust(id: &'static str, name: &'static str, aliases: &'static [&'static str]) -> Trust {
    Trust {
        id,
        name,
        aliases,
        within: None,
    }
}

const fn within(id: &'static str, name: &'static str, area: &'static str) -> Trust {
    Trust {
        within: Some(area),
        ..trust(id, name, &[])
    }
}

/// Every trust with a general hospital, from north to south, then the private hospitals.
pub const TRUSTS: &[Trust] = &[
    trust("finnmark", "Finnmarkssykehuset", &["finnmarkssjukehuset"]),
    trust("nord_norge", "Universitetssykehuset Nord-Norge", &["unn"]),
    trust("nordland", "Nordlandssykehuset", &["nordlandssjukehuset"]),
    trust(
        "helgeland",
        "Helgelandssykehuset",
        &["helgelandssjukehuset"],
    ),
    trust("nord_trondelag", "Helse Nord-Trøndelag", &["hnt"]),
    trust(
        "st_olav",
        "St. Olavs hospital",
        &["st. olav", "st.olav", "st olav"],
    ),
    trust("more_romsdal", "Helse Møre og Romsdal", &["hmr"]),
    trust("forde", "Helse Førde", &[]),
    trust("bergen", "Helse Bergen", &["haukeland"]),
    trust("fonna", "Helse Fonna", &[]),
    trust(
        "stavanger",
        "Helse Stavanger",
        &[
            "stavanger universitetssjukehus",
            "stavanger universitetssykehus",
        ],
    ),
    trust(
        "sorlandet",
        "Sørlandet sykehus",
        &["sørlandet sjukehus", "sshf"],
    ),
    trust("telemark", "Sykehuset Telemark", &["sjukehuset telemark"]),
    trust(
        "vestfold",
        "Sykehuset i Vestfold",
        &["sjukehuset i vestfold"],
    ),
    trust("vestre_viken", "Vestre Viken", &[]),
    trust(
        "oslo",
        "Oslo universitetssykehus",
        &["oslo universitetssjukehus", "ous"],
    ),
    trust(
        "akershus",
        "Akershus universitetssykehus",
        &["akershus universitetssjukehus", "ahus"],
    ),
    trust("ostfold", "Sykehuset Østfold", &["sjukehuset østfold"]),
    trust(
        "innlandet",
        "Sykehuset Innlandet",
        &["sjukehuset innlandet"],
    ),
    within("haraldsplass", "Haraldsplass", "bergen"),
    within("diakonhjemmet", "Diakonhjemmet", "oslo"),
    within("lovisenberg", "Lovisenberg", "oslo"),
];

/// The municipalities of each trust.
fn areas() -> &'static BTreeMap<&'static str, Vec<&'static str>> {
    static AREAS: OnceLock<BTreeMap<&'static str, Vec<&'static str>>> = OnceLock::new();
    AREAS.get_or_init(|| {
        let rows = SHIPPED.lines().filter(|line| !line.starts_with('#'));
        // The first line that is no remark is the heading.
        let rows = rows.skip(1).filter_map(|line| line.split_once(';'));
        rows.map(|(trust, numbers)| (trust, numbers.split(' ').collect()))
            .collect()
    })
}

/// The trusts whose areas adjoin, the lesser id first.
fn adjoining() -> &'static BTreeSet<(&'static str, &'static str)> {
    static PAIRS: OnceLock<BTreeSet<(&'static str, &'static str)>> = OnceLock::new();
    PAIRS.get_or_init(|| {
        // Any day of the numbers that the areas are written in.
        let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
        let meet = |a: &[&str], b: &[&str]| {
            let adjoin =
                |one: &str, other: &str| municipality::adjoin(one, other, day) == Fact::Known(true);
            a.iter().any(|one| b.iter().any(|other| adjoin(one, other)))
        };
        let pairs = areas().iter().flat_map(|(a, one)| {
            let after = areas()
                .range::<str, _>((std::ops::Bound::Excluded(*a), std::ops::Bound::Unbounded));
            after
                .filter(move |(_, other)| meet(one, other))
                .map(move |(b, _)| (*a, *b))
        });
        pairs.collect()
    })
}

/// The trust of an id.
pub fn find(id: &str) -> Option<&'static Trust> {
    TRUSTS.iter().find(|trust| trust.id == id)
}

/// The trusts that an organiser's text names, in the table's order; empty where it names none.
///
/// ```
/// let named: Vec<_> = mestring_data::trust::named_in("LMS i Bergen (Helse Bergen / Haraldsplass)")
///     .iter()
///     .map(|trust| trust.id)
///     .collect();
/// assert_eq!(named, ["bergen", "haraldsplass"]);
/// ```
pub fn named_in(organiser: &str) -> Vec<&'static Trust> {
    let text = organiser.to_lowercase();
    TRUSTS
        .iter()
        .filter(|trust| {
            has_words(&text, &trust.name.to_lowercase())
                || trust.aliases.iter().any(|alias| has_words(&text, alias))
        })
        .collect()
}

/// The trust in whose area a municipality lies, by its current number; `None` for any other number.
pub fn serving(number: &str) -> Option<&'static Trust> {
    let (id, _) = areas()
        .iter()
        .find(|(_, numbers)| numbers.contains(&number))?;
    find(id)
}

/// Whether the areas of two trusts adjoin; an area adjoins itself, and a private hospital's area is
/// that of the trust it lies in. Not stated for an unknown id.
///
/// ```
/// use mestring_data::trust::adjoin;
/// use mestring_model::Fact;
/// assert_eq!(adjoin("bergen", "fonna"), Fact::Known(true));
/// assert_eq!(adjoin("haraldsplass", "bergen"), Fact::Known(true));
/// assert_eq!(adjoin("bergen", "finnmark"), Fact::Known(false));
/// ```
pub fn adjoin(a: &str, b: &str) -> Fact<bool> {
    let (Some(a), Some(b)) = (find(a), find(b)) else {
        return Fact::NotStated;
    };
    let (a, b) = (a.area(), b.area());
    Fact::Known(a == b || adjoining().contains(&(a.min(b), a.max(b))))
}

/// True where `words` stands in the text with no letter or digit directly around it.
fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text
            .get(at + words.len()..)
            .and_then(|tail| tail.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{area, region};

    #[test]
    fn every_municipality_of_today_lies_in_one_area() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let standing: BTreeSet<&str> = municipality::all()
            .iter()
            .filter(|own| own.stands_on(day))
            .map(|own| own.number)
            .collect();
        let mut seen = BTreeSet::new();
        for (trust, numbers) in areas() {
            let own = find(trust).unwrap();
            assert_eq!(own.within, None, "{trust}");
            assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{trust}");
            for number in numbers {
                assert!(seen.insert(*number), "{number} stands twice");
                assert_eq!(serving(number), Some(own));
            }
        }
        assert_eq!(seen, standing);
        assert_eq!((areas().len(), seen.len()), (19, 357));
        let private = TRUSTS.iter().filter_map(|own| own.within);
        let private: Vec<_> = private.map(|area| find(area).unwrap()).collect();
        assert_eq!(private.len() + areas().len(), TRUSTS.len());
        assert_eq!(serving("1201"), None, "Bergen until 2019");
    }

    #[test]
    fn areas_agree_with_what_is_known_otherwise() {
        // The committees of the Bergen area (saman.no) are the area of Helse Bergen.
        assert_eq!(
            find("bergen").unwrap().municipalities(),
            area::municipalities()
        );
        // A trust lies in one health region, and so do its counties.
        for (trust, numbers) in areas() {
            let region = |number: &&str| {
                let county = municipality::find(number).unwrap().county().unwrap();
                region::of_county(county.number).map(|own| own.id)
            };
            let regions: BTreeSet<_> = numbers.iter().map(region).collect();
            assert_eq!(regions.len(), 1, "{trust}");
        }
        // Pairs that a map of the country shows at once.
        for (a, b) in [
            ("finnmark", "nord_norge"),
            ("nordland", "helgeland"),
            ("helgeland", "nord_trondelag"),
            ("nord_trondelag", "st_olav"),
            ("st_olav", "innlandet"),
            ("more_romsdal", "forde"),
            ("forde", "bergen"),
            ("bergen", "vestre_viken"),
            ("fonna", "telemark"),
            ("stavanger", "sorlandet"),
            ("vestfold", "vestre_viken"),
            ("oslo", "akershus"),
            ("akershus", "ostfold"),
        ] {
            assert_eq!(adjoin(a, b), Fact::Known(true), "{a} {b}");
        }
        for (a, b) in [
            ("bergen", "stavanger"),
            ("oslo", "ostfold"),
            ("vestfold", "akershus"),
        ] {
            assert_eq!(adjoin(a, b), Fact::Known(false), "{a} {b}");
        }
        assert_eq!(adjoining().len(), 31);
    }

    #[test]
    fn organisers_are_read() {
        #[track_caller]
        fn check(organiser: &str, expected: &str) {
            let ids: Vec<&str> = named_in(organiser).iter().map(|trust| trust.id).collect();
            assert_eq!(ids.join(" "), expected, "{organiser}");
        }
        check("Helse Fonna HF, LMS", "fonna");
        check("Helse Førde HF, Nordfjord sjukehus", "forde");
        check(
            "Ahus with bydel Stovner and Grorud, Diabetesforbundet",
            "akershus",
        );
        check("BUP Kongsvinger (Ahus)", "akershus");
        check("St. Olavs hospital HF", "st_olav");
        check(
            "Sørlandet sykehus HF (ARA) with municipalities in Agder",
            "sorlandet",
        );
        check("Vestre Viken HF, Hallingdal sjukestugu", "vestre_viken");
        check("Bergen kommune", "");
        check("Kunnskapssenteret", "");
    }

    #[test]
    fn ids_that_nobody_has_say_nothing() {
        assert_eq!(adjoin("bergen", "lofoten"), Fact::NotStated);
        assert_eq!(
            adjoin("innlandet", "lovisenberg"),
            adjoin("oslo", "innlandet")
        );
        assert_eq!(adjoin("forde", "bergen"), adjoin("bergen", "forde"));
    }
}
