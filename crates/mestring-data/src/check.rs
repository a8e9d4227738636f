//! What reference data can say about a desk: municipality numbers that do not stand on a date.

use chrono::NaiveDate;
use mestring_model::desk::InDesk;
use mestring_model::finding::MunicipalityProblem;
use mestring_model::noun::{AreaMunicipality, Member, Offer, Organisation, Room};
use mestring_model::quantity::MunicipalityNo;
use mestring_model::{Desk, Finding};

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
}
