//! Names of municipalities where the desk wants numbers.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use mestring_data::municipality::{Municipality, all, by_name};
use mestring_model::quantity::MunicipalityNo;
use mestring_model::record::{Cell, CellError};
use mestring_model::term::nearest;

/// The number of a municipality that is written by its number or by its name on a date.
///
/// A name that several municipalities have, or that none has on the date, is never guessed at.
pub(super) fn number(part: &str, date: NaiveDate) -> Result<String, CellError> {
    let plain = MunicipalityNo::read(part);
    if plain.is_ok() || !part.chars().any(char::is_alphabetic) {
        return plain.map(|_| part.to_owned());
    }
    let shown = |own: &&'static Municipality| match own.county() {
        Some(county) => format!("{} {} ({})", own.number, own.name(), county.name),
        None => format!("{} {}", own.number, own.name()),
    };
    let found = by_name(part, date);
    match found.as_slice() {
        [only] => Ok(only.number.to_owned()),
        [] => Err(unknown(part, date)),
        several => {
            let numbers: Vec<String> = several.iter().map(shown).collect();
            Err(CellError::SeveralMunicipalities {
                name: part.to_owned(),
                date,
                count: several.len(),
                numbers: numbers.join(", "),
            })
        }
    }
}

/// A name that no municipality has on the date: one that is over, one that is near, or none.
fn unknown(part: &str, date: NaiveDate) -> CellError {
    // The day before it was merged, a municipality still had its name. Mergers share few days.
    let days: BTreeSet<NaiveDate> = all().iter().filter_map(|own| own.valid_until).collect();
    let over = days.range(..=date).rev().find_map(|until| {
        let found = by_name(part, until.pred_opt()?);
        (!found.is_empty()).then_some((*until, found))
    });
    if let Some((until, found)) = over {
        let became: Vec<String> = found
            .iter()
            .flat_map(|own| mestring_data::municipality::current(own.number))
            .map(|own| format!("{} {}", own.number, own.name()))
            .collect();
        return CellError::FormerMunicipality {
            name: part.to_owned(),
            since: until,
            became: became.join(", "),
        };
    }
    let standing = all().iter().filter(|own| own.stands_on(date));
    let names = standing.flat_map(|own| own.names.iter().copied());
    CellError::NoMunicipalityOfName {
        name: part.to_owned(),
        date,
        nearest: nearest(part, names).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Result<&str, &str>) {
        let date = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let read = number(text, date).map_err(|error| error.to_string());
        assert_eq!(
            read,
            expect.map(str::to_owned).map_err(str::to_owned),
            "{text}"
        );
    }

    #[test]
    fn names_are_read_at_the_date_and_never_guessed() {
        check("4601", Ok("4601"));
        check("Askøy", Ok("4627"));
        check("askøy kommune", Ok("4627"));
        check("Ulvik herad", Ok("4620"));
        check("Våler (Innlandet)", Ok("3419"));
        check(
            "Våler",
            Err(
                "2 municipalities are called `Våler` on 2026-11-22; write the number: 3114 Våler \
                 (Østfold), 3419 Våler (Innlandet)",
            ),
        );
        check(
            "Fjell",
            Err(
                "`Fjell` has been no municipality since 2020-01-01; write what it became: 4626 \
                 Øygarden",
            ),
        );
        check(
            "Askøi",
            Err(
                "no municipality is called `Askøi` on 2026-11-22; did you mean `Askøy`? write its \
                 name or its four digits",
            ),
        );
        check(
            "hele landet",
            Err(
                "no municipality is called `hele landet` on 2026-11-22; write its name or its four \
                 digits, such as `4601` for Bergen",
            ),
        );
        check(
            "46011",
            Err(
                "`46011` is not a municipality number; write the four digits, such as `4601` for \
                 Bergen",
            ),
        );
    }
}
