//! Which municipalities adjoin, against what was compiled by hand.

use std::collections::BTreeSet;

use super::*;
use crate::area;
use crate::municipality::{all, county};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn standing() -> Vec<&'static str> {
    let standing = all().iter().filter(|own| own.stands_on(day()));
    standing.map(|own| own.number).collect()
}

#[test]
fn every_row_is_read_in_order_and_names_standing_numbers() {
    let rows: Vec<&str> = SHIPPED.lines().filter(|line| is_row(line)).collect();
    assert_eq!(rows.len(), 778);
    assert_eq!(table().len(), rows.len());
    assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
    let standing: BTreeSet<_> = standing().into_iter().collect();
    for (a, b) in table().keys() {
        assert!(
            a < b && standing.contains(a) && standing.contains(b),
            "{a} {b}"
        );
    }
}

#[test]
fn islands_that_are_reached_by_sea_adjoin_none() {
    let alone: Vec<String> = standing()
        .into_iter()
        .filter(|number| !table().keys().any(|(a, b)| a == number || b == number))
        .map(|number| find(number).unwrap().name())
        .collect();
    assert_eq!(
        alone,
        [
            "Kvitsøy",
            "Utsira",
            "Smøla",
            "Vega",
            "Træna",
            "Røst",
            "Værøy",
            "Austevoll",
            "Fedje",
            "Solund"
        ]
    );
}

#[test]
fn adjoining_is_symmetric_and_says_where_nobody_has_settled_it() {
    let (mut joined, mut open) = (0, Vec::new());
    for a in standing() {
        for b in standing() {
            assert_eq!(adjoin(a, b, day()), adjoin(b, a, day()));
            assert_eq!(join(a, b), join(b, a));
            match adjoin(a, b, day()) {
                Fact::Known(yes) => joined += usize::from(yes),
                _ => open.push((a, b)),
            }
        }
    }
    assert_eq!(joined, 2 * 777 + 357);
    assert_eq!(
        open,
        [("4616", "4617"), ("4617", "4616")],
        "Tysnes and Kvinnherad"
    );
    let before = NaiveDate::from_ymd_opt(2023, 12, 31).unwrap();
    assert_eq!(adjoin("4601", "4627", before), Fact::NotStated);
}

/// The pairs around Bergen, compiled by hand from descriptions of the municipalities.
const AROUND_BERGEN: &str = "
4601 4623 4624 4628; 4619 4620; 4620 4621; 4621 4622 4628; 4622 4623 4624 4628; 4623 4624 4628;
4628 4629 4630; 4629 4631 4634; 4631 4632 4634; 4634 4635";

#[test]
fn around_bergen_it_agrees_with_what_was_compiled_by_hand() {
    let mut expected = BTreeSet::new();
    for group in AROUND_BERGEN.trim().split(';') {
        let mut numbers = group.split_whitespace();
        let first = numbers.next().unwrap();
        expected.extend(numbers.map(|other| (first, other)));
    }
    assert_eq!(expected.len(), 19);
    let bridges = [
        ("4601", "4626", "Sotrabrua"),
        ("4601", "4627", "Askøybrua"),
        ("4601", "4630", "Osterøybrua"),
        ("4601", "4631", "Nordhordlandsbrua"),
    ];
    for (a, b, name) in bridges {
        assert_eq!(join(a, b), Some(Join::Bridge(name)));
        expected.insert((a, b));
    }
    let area = area::municipalities();
    let inside = |number: &&str| area.contains(number);
    let found = table().keys().copied();
    let found: BTreeSet<_> = found.filter(|(a, b)| inside(a) && inside(b)).collect();
    assert_eq!(found, expected);
}

/// Counties that share a border on land, compiled by hand from general knowledge of the map.
const COUNTIES: [(&str, &str); 23] = [
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

#[test]
fn municipalities_meet_across_the_borders_of_counties_that_share_one() {
    let of = |number: &str| county(number).unwrap().number;
    let land = table().iter().filter(|(_, how)| **how == Some(Join::Land));
    let counties = land.map(|((a, b), _)| (of(a).min(of(b)), of(a).max(of(b))));
    let found: BTreeSet<_> = counties.filter(|(a, b)| a != b).collect();
    assert_eq!(found, COUNTIES.into_iter().collect());
}
