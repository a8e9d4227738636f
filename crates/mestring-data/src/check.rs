//! What reference data can say about a desk: municipality numbers that do not stand on a date.

use chrono::NaiveDate;
use mestring_model::desk::InDesk;
use mestring_model::noun::{AreaMunicipality, Member, Offer, Organisation, Room};
use mestring_model::quantity::MunicipalityNo;
use mestring_model::{Desk, Finding, Severity};

use crate::municipality::{self, Validity};

/// Findings about every municipality number of a desk that does not stand on the date, each with the
/// number that took its place.
pub fn check(desk: &Desk, on: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut look = |place: mestring_model::Place, number: MunicipalityNo| {
        if let Some((found, remedy)) = problem(number, on) {
            let code = "D023";
            findings.push(Finding {
                severity: Severity::Warning,
                code,
                place,
                found,
                remedy,
            });
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
            look(desk.place::<T>(at).column(column), number);
        }
    }
}

/// What is wrong with a number on a date, and what to write.
fn problem(number: MunicipalityNo, on: NaiveDate) -> Option<(String, String)> {
    let text = number.to_string();
    match municipality::valid_at(&text, on) {
        Validity::Valid | Validity::BeforeTable => None,
        Validity::NotYet { from } => Some((
            format!("`{text}` stands only from {from}"),
            "write the number that stood on the date".to_owned(),
        )),
        Validity::Ended {
            on: ended,
            successors,
        } => Some((
            format!("`{text}` does not stand since {ended}"),
            format!(
                "write {}",
                successors
                    .iter()
                    .map(|own| own.number)
                    .collect::<Vec<_>>()
                    .join(" or ")
            ),
        )),
        Validity::NoSuch { nearest } => Some((
            format!("`{text}` is not a municipality's number"),
            match nearest {
                Some(near) => format!("did you mean `{}`?", near.number),
                None => "look it up in Statistics Norway's list of municipalities".to_owned(),
            },
        )),
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
            "warning D023: område.csv, row 3, column `municipality`: `1246` does not stand since \
             2020-01-01; write 4626"
        );
        assert!(
            texts[1].contains("`9998` is not a municipality's number"),
            "{}",
            texts[1]
        );
    }
}
