//! What reference data can say about a desk or a person store: municipality numbers that do not stand on a
//! date.

use chrono::NaiveDate;
use mestring_model::desk::InDesk;
use mestring_model::finding::{MunicipalityProblem, PersonProblem};
use mestring_model::noun::{AreaMunicipality, Member, Offer, Organisation, Person, Room};
use mestring_model::quantity::MunicipalityNo;
use mestring_model::{Desk, Finding, PersonStore};

use crate::municipality::{self, Validity};

/// Findings about every municipality number of a desk that does not stand on the date, each with the
/// number that took its place.
pub fn check(desk: &Desk, on: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut look = |place: mestring_model::Place, number: MunicipalityNo| {
        if let Some(problem) = problem(number, on) {
            findings.push(Finding::new(place, problem));
        }
    };
    each::<Offer>(
        desk,
        "municipalities",
        |own| own.municipalities.known().cloned(),
        &mut look,
    );
    each::<AreaMunicipality>(
        desk,
        "municipality",
        |own| Some(vec![own.municipality]),
        &mut look,
    );
    each::<Organisation>(
        desk,
        "municipality",
        |own| own.municipality.map(|no| vec![no]),
        &mut look,
    );
    each::<Room>(
        desk,
        "municipality",
        |own| own.municipality.map(|no| vec![no]),
        &mut look,
    );
    each::<Member>(
        desk,
        "municipalities",
        |own| Some(own.municipalities.clone()),
        &mut look,
    );
    findings
}

/// Findings about every person whose municipality does not stand on the date. Which number it is, they
/// do not say.
pub fn check_people(store: &PersonStore, on: NaiveDate) -> Vec<Finding> {
    let people = store.people.iter().enumerate();
    let wrong = people.filter(|(_, own)| {
        let number = own.municipality.known();
        number.is_some_and(|number| problem(*number, on).is_some())
    });
    wrong
        .map(|(at, _)| {
            let place = store.cell_place::<Person>(at, "municipality");
            Finding::new(place, PersonProblem::NoMunicipality { on })
        })
        .collect()
}

fn each<T: InDesk>(
    desk: &Desk,
    column: &str,
    numbers: impl Fn(&T) -> Option<Vec<MunicipalityNo>>,
    look: &mut impl FnMut(mestring_model::Place, MunicipalityNo),
) {
    for (at, row) in T::rows(desk).iter().enumerate() {
        for number in numbers(row).into_iter().flatten() {
            look(desk.cell_place::<T>(at, column), number);
        }
    }
}

/// What is wrong with a number on a date, and what to write.
fn problem(number: MunicipalityNo, on: NaiveDate) -> Option<MunicipalityProblem> {
    let of = |own: &str| own.parse().ok().and_then(MunicipalityNo::new);
    match municipality::valid_at(&number.to_string(), on) {
        Validity::Valid | Validity::BeforeTable => None,
        Validity::NotYet { from } => Some(MunicipalityProblem::NotYet { number, from }),
        Validity::Ended {
            on: ended,
            successors,
        } => Some(MunicipalityProblem::Ended {
            number,
            ended,
            successors: successors.iter().filter_map(|own| of(own.number)).collect(),
        }),
        Validity::NoSuch { nearest } => Some(MunicipalityProblem::NoSuch {
            number,
            nearest: nearest.and_then(|near| of(near.number)),
        }),
    }
}

#[cfg(test)]
mod tests {
    use mestring_model::RawTable;

    use super::*;

    #[test]
    fn a_number_that_ended_says_what_took_its_place() {
        let mut area = RawTable::with_headings("område.csv", ["kommunenummer", "navn"]);
        for (number, name) in [("4601", "Bergen"), ("1246", "Fjell"), ("9998", "Ingen")] {
            area.push(vec![number.into(), name.into()]);
        }
        let (desk, findings) = Desk::builder().table("area", area).build();
        assert_eq!(findings, []);
        let on = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let texts: Vec<_> = check(&desk, on).iter().map(ToString::to_string).collect();
        assert_eq!(texts.len(), 2, "{texts:#?}");
        assert_eq!(
            texts[0],
            "warning D023: område.csv, row 3, column `kommunenummer`: `1246` does not stand since \
             2020-01-01; write 4626"
        );
        assert!(
            texts[1].contains("`9998` is not a municipality's number"),
            "{}",
            texts[1]
        );
    }

    #[test]
    fn a_municipality_of_a_person_is_told_by_its_row_alone() {
        let mut people = RawTable::with_headings("personer.csv", ["id", "kommune"]);
        for (id, number) in [("P1", "4601"), ("P2", "1201"), ("P3", "9999"), ("P4", "")] {
            people.push(vec![id.into(), number.into()]);
        }
        let (store, _) = PersonStore::builder().table("personer", people).build();
        let on = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let said: Vec<String> = check_people(&store, on)
            .iter()
            .map(ToString::to_string)
            .collect();
        let told = |row: u32| {
            format!(
                "warning D034: personer.csv, row {row}, column `kommune`: the number is no \
                 municipality's on 2026-11-22; write the four digits that stand on the date"
            )
        };
        assert_eq!(said, [told(3), told(4)]);
    }
}
