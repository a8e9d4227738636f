//! Hospital trusts, the areas of those in western Norway, and which areas adjoin.
//!
//! The area of Helse Bergen is that of its committees with the municipalities ([`crate::area`]).
//! The areas of Helse Fonna, Helse Førde and Helse Stavanger are from general knowledge, with the
//! municipality numbers of 2024; no dated register of trust areas was at hand to check them against,
//! and [`Trust::basis`] says so. Gulen stands in two areas: it takes part in the committee of
//! Nordhordland (saman.no), and belongs to Helse Førde (general knowledge). For the other trusts no
//! municipalities are listed.
//!
//! Two areas adjoin where municipalities in them share a border on land. Which do, where the private
//! hospitals lie and how trusts are named otherwise is from general knowledge of the map, for the
//! trusts as they were in 2024, and was checked against no register either. Trusts in the Oslo area
//! are divided by city district, and two pairs there are left unsettled rather than guessed.

use mestring_model::Fact;

/// What the list of a trust's municipalities rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The page named.
    Page(&'static str),
    /// General knowledge that nothing was checked against.
    Unchecked,
    /// No municipalities are listed.
    NotListed,
}

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
    /// The municipalities of its area, by number; empty where not listed.
    pub municipalities: &'static [&'static str],
    /// What that list rests on.
    pub basis: Basis,
}

const fn trust(id: &'static str, name: &'static str, aliases: &'static [&'static str]) -> Trust {
    Trust {
        id,
        name,
        aliases,
        within: None,
        municipalities: &[],
        basis: Basis::NotListed,
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
    Trust {
        municipalities: &[
            "4602", "4635", "4636", "4637", "4638", "4639", "4640", "4641", "4642", "4643", "4644",
            "4645", "4646", "4647", "4648", "4649", "4650", "4651",
        ],
        basis: Basis::Unchecked,
        ..trust("forde", "Helse Førde", &[])
    },
    Trust {
        municipalities: &[
            "4601", "4619", "4620", "4621", "4622", "4623", "4624", "4625", "4626", "4627", "4628",
            "4629", "4630", "4631", "4632", "4633", "4634", "4635",
        ],
        basis: Basis::Page("saman.no, Samarbeidsstruktur, 10 January 2023"),
        ..trust("bergen", "Helse Bergen", &["haukeland"])
    },
    Trust {
        municipalities: &[
            "1106", "1134", "1135", "1145", "1146", "1149", "1151", "1160", "4611", "4612", "4613",
            "4614", "4615", "4616", "4617", "4618",
        ],
        basis: Basis::Unchecked,
        ..trust("fonna", "Helse Fonna", &[])
    },
    Trust {
        municipalities: &[
            "1101", "1103", "1108", "1111", "1112", "1114", "1119", "1120", "1121", "1122", "1124",
            "1127", "1130", "1133", "1144",
        ],
        basis: Basis::Unchecked,
        ..trust(
            "stavanger",
            "Helse Stavanger",
            &[
                "stavanger universitetssjukehus",
                "stavanger universitetssykehus",
            ],
        )
    },
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

/// Areas that adjoin on land, each pair once (general knowledge, unchecked).
const ADJOINING: &[(&str, &str)] = &[
    ("finnmark", "nord_norge"),
    ("nord_norge", "nordland"),
    ("nordland", "helgeland"),
    ("helgeland", "nord_trondelag"),
    ("nord_trondelag", "st_olav"),
    ("st_olav", "more_romsdal"),
    ("st_olav", "innlandet"),
    ("more_romsdal", "forde"),
    ("more_romsdal", "innlandet"),
    ("forde", "bergen"),
    ("forde", "vestre_viken"),
    ("forde", "innlandet"),
    ("bergen", "fonna"),
    ("bergen", "vestre_viken"),
    ("fonna", "stavanger"),
    ("fonna", "sorlandet"),
    ("fonna", "telemark"),
    ("stavanger", "sorlandet"),
    ("sorlandet", "telemark"),
    ("telemark", "vestfold"),
    ("telemark", "vestre_viken"),
    ("vestfold", "vestre_viken"),
    ("vestre_viken", "oslo"),
    ("vestre_viken", "innlandet"),
    ("oslo", "akershus"),
    ("akershus", "ostfold"),
    ("akershus", "innlandet"),
];

/// Pairs on which the table takes no stand: the areas of some municipalities north of Oslo were not
/// settled when it was made.
const UNSETTLED: &[(&str, &str)] = &[("vestre_viken", "akershus"), ("oslo", "innlandet")];

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

/// The trusts that serve a municipality, by its current number; empty where the table is silent.
pub fn serving(number: &str) -> Vec<&'static Trust> {
    TRUSTS
        .iter()
        .filter(|trust| trust.municipalities.contains(&number))
        .collect()
}

/// Whether the areas of two trusts adjoin; an area adjoins itself, and a private hospital's area is
/// that of the trust it lies in. Not stated for an unknown id or an unsettled pair.
///
/// ```
/// use mestring_data::trust::adjoin;
/// use mestring_model::Fact;
/// assert_eq!(adjoin("bergen", "fonna"), Fact::Known(true));
/// assert_eq!(adjoin("haraldsplass", "bergen"), Fact::Known(true));
/// assert_eq!(adjoin("bergen", "finnmark"), Fact::Known(false));
/// ```
pub fn adjoin(a: &str, b: &str) -> Fact<bool> {
    let area = |id: &str| find(id).map(|trust| trust.within.unwrap_or(trust.id));
    let (Some(a), Some(b)) = (area(a), area(b)) else {
        return Fact::NotStated;
    };
    let among = |pairs: &[(&str, &str)]| pairs.contains(&(a, b)) || pairs.contains(&(b, a));
    if among(UNSETTLED) {
        return Fact::NotStated;
    }
    Fact::Known(a == b || among(ADJOINING))
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
    use crate::{area, municipality};

    #[test]
    fn tables_name_known_trusts_and_standing_municipalities() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for (a, b) in ADJOINING.iter().chain(UNSETTLED) {
            assert!(find(a).is_some() && find(b).is_some(), "{a} {b}");
            assert!(a != b, "{a}");
        }
        let mut seen = 0;
        for trust in TRUSTS {
            assert_eq!(
                trust.municipalities.is_empty(),
                trust.basis == Basis::NotListed
            );
            assert!(
                trust.within.is_none_or(|area| find(area).is_some()),
                "{}",
                trust.id
            );
            assert!(
                trust
                    .municipalities
                    .windows(2)
                    .all(|pair| pair[0] < pair[1]),
                "{}",
                trust.id
            );
            for number in trust.municipalities {
                assert!(
                    municipality::find(number).unwrap().stands_on(day),
                    "{number}"
                );
                seen += 1;
            }
        }
        assert_eq!(seen, 18 + 18 + 16 + 15);
    }

    #[test]
    fn western_norway_is_covered_without_holes() {
        assert_eq!(
            find("bergen").unwrap().municipalities,
            area::municipalities()
        );
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for row in municipality::all().iter().filter(|row| row.stands_on(day)) {
            let west = row.number.starts_with("46") || row.number.starts_with("11");
            let served: Vec<&str> = serving(row.number).iter().map(|trust| trust.id).collect();
            let expected = if row.number == "4635" {
                2
            } else {
                usize::from(west)
            };
            assert_eq!(served.len(), expected, "{} {served:?}", row.number);
        }
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
    fn unsettled_pairs_are_not_guessed() {
        assert_eq!(adjoin("akershus", "vestre_viken"), Fact::NotStated);
        assert_eq!(adjoin("innlandet", "lovisenberg"), Fact::NotStated);
        assert_eq!(adjoin("bergen", "lofoten"), Fact::NotStated);
        assert_eq!(adjoin("forde", "bergen"), adjoin("bergen", "forde"));
    }
}
