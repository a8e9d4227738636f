//! Whose people an offer is for, from words.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use mestring_data::{municipality, region, trust};

/// How far an offer reaches, as the table of offers writes it.
#[derive(Default)]
pub(super) struct Place {
    /// Empty where nothing says it.
    pub(super) reach: &'static str,
    /// Numbers, with `;` between them.
    pub(super) municipalities: String,
}

/// What the words say, else the numbers. Words that name nothing known are no area: it is then not stated.
pub(super) fn of(words: &str, numbers: &str, organiser: &str, as_of: NaiveDate) -> Place {
    let lower = words.to_lowercase();
    if ["national", "hele landet", "heile landet", "landsdekkende"]
        .iter()
        .any(|own| lower.starts_with(own))
    {
        return reach("national");
    }
    let named = trust::named_in(words);
    if !named.is_empty() {
        let by_organiser = trust::named_in(organiser);
        return match named.iter().any(|own| by_organiser.contains(own)) {
            true => reach("trust_area"),
            // The area of a trust that does not organise it is that of its municipalities.
            false => municipalities(named.iter().flat_map(|own| own.municipalities()).copied()),
        };
    }
    if let Some(region) = region::named(words) {
        return match region::named(organiser) {
            Some(_) => reach("region"),
            None => of_counties(region.counties, as_of),
        };
    }
    let found: Vec<&str> = parts(words)
        .filter_map(|part| match municipality::by_name(part, as_of).as_slice() {
            [only] => Some(only.number),
            _ => None,
        })
        .collect();
    if !found.is_empty() {
        return municipalities(found);
    }
    let counties: Vec<&str> = parts(words).flat_map(counties_named).collect();
    match counties.is_empty() {
        true => of_numbers(numbers),
        false => of_counties(&counties, as_of),
    }
}

/// The number of the county of that name that stands, or else those under which one stood.
fn counties_named(name: &str) -> Vec<&'static str> {
    let name = name.to_lowercase();
    let named = municipality::counties().iter().filter(|county| {
        let mut names = county.name.split(" - ");
        names.any(|own| own.to_lowercase() == name)
    });
    let (standing, over): (Vec<&municipality::County>, Vec<_>) =
        named.partition(|own| own.until_year.is_none());
    let found = if standing.is_empty() { over } else { standing };
    found.into_iter().map(|county| county.number).collect()
}

/// The municipalities of counties, of today or before, that stand on a day.
fn of_counties(counties: &[&str], as_of: NaiveDate) -> Place {
    let rows = municipality::all().iter().filter(|row| {
        let county = row.county().map(|county| county.number);
        county.is_some_and(|number| counties.contains(&number))
    });
    let numbers: BTreeSet<&str> = rows
        .flat_map(|row| municipality::current(row.number))
        .filter(|row| row.stands_on(as_of))
        .map(|row| row.number)
        .collect();
    municipalities(numbers)
}

fn reach(reach: &'static str) -> Place {
    Place {
        reach,
        municipalities: String::new(),
    }
}

fn municipalities<'a>(numbers: impl IntoIterator<Item = &'a str>) -> Place {
    let numbers: Vec<&str> = numbers.into_iter().collect();
    Place {
        reach: "municipalities",
        municipalities: numbers.join("; "),
    }
}

fn of_numbers(numbers: &str) -> Place {
    match numbers.is_empty() {
        true => Place::default(),
        false => municipalities([numbers]),
    }
}

/// The names in a list with remarks: `Askøy; Fjell (now Øygarden)`, `Region vest (Askøy, Øygarden)`.
fn parts(words: &str) -> impl Iterator<Item = &str> {
    let parts = words.split([';', ',', '(', ')']);
    parts.map(|part| part.trim().trim_start_matches("now ").trim())
}
