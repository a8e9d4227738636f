//! Whose people an offer is for, from words.

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
        let same = named.iter().any(|own| by_organiser.contains(own));
        // The area of a trust that does not organise it is that of its municipalities, if they are known.
        let listed: Vec<&str> = named
            .iter()
            .flat_map(|own| own.municipalities)
            .copied()
            .collect();
        return match (same, listed.is_empty()) {
            (true, _) => reach("trust_area"),
            (false, false) => municipalities(&listed),
            (false, true) => of_numbers(numbers),
        };
    }
    if region::named(words).is_some() && region::named(organiser).is_some() {
        return reach("region");
    }
    let found: Vec<&str> = parts(words)
        .filter_map(|part| match municipality::by_name(part, as_of).as_slice() {
            [only] => Some(only.number),
            _ => None,
        })
        .collect();
    match found.is_empty() {
        true => of_numbers(numbers),
        false => municipalities(&found),
    }
}

fn reach(reach: &'static str) -> Place {
    Place {
        reach,
        municipalities: String::new(),
    }
}

fn municipalities(numbers: &[&str]) -> Place {
    Place {
        reach: "municipalities",
        municipalities: numbers.join("; "),
    }
}

fn of_numbers(numbers: &str) -> Place {
    match numbers.is_empty() {
        true => Place::default(),
        false => municipalities(&[numbers]),
    }
}

/// The names in a list with remarks: `Askøy; Fjell (now Øygarden)`, `Region vest (Askøy, Øygarden)`.
fn parts(words: &str) -> impl Iterator<Item = &str> {
    let parts = words.split([';', ',', '(', ')']);
    parts.map(|part| part.trim().trim_start_matches("now ").trim())
}
