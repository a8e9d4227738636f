//! What is wrong with a person store is said by file, row and column, and never what a cell holds.
#![expect(clippy::unwrap_used, reason = "a helper of tests fails the test")]

use mestring_model::id::PersonId;
use mestring_model::{Desk, Finding, PersonStore, RawTable};
use proptest::prelude::*;

/// A table from lines of text, cells separated by `|`, the heading first.
fn table(file: &str, text: &str) -> RawTable {
    let cells = |line: &str| {
        line.split('|')
            .map(|cell| cell.trim().to_owned())
            .collect::<Vec<_>>()
    };
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut table = RawTable::with_headings(file, cells(lines.next().unwrap()));
    for line in lines {
        table.push(cells(line));
    }
    table
}

fn build(tables: &[(&str, &str)]) -> (PersonStore, Vec<Finding>) {
    let builder = tables
        .iter()
        .fold(PersonStore::builder(), |all, (name, text)| {
            all.table(name, table(&format!("{name}.csv"), text))
        });
    builder.build()
}

fn said(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}

fn check(tables: &[(&str, &str)], expect: &[&str]) -> PersonStore {
    let (store, findings) = build(tables);
    assert_eq!(said(&findings), expect);
    store
}

const PEOPLE: (&str, &str) = (
    "people",
    "id | role | relative_of
     P1 | patient |
     P2 | relative | P1
     P3 | relative | P1",
);

#[test]
fn good_rows_are_kept_and_bad_ones_told_without_what_they_hold() {
    let store = check(
        &[
            (
                "personer",
                "person | rolle | fødselsår | kommune | Telefon
                 A-1 | pasient | 1957 | 4601 | 555
                 A-2 | besteforelder | 13.02.1957 | Bergen | 556
                 A-1 | pasient | 1980 | 4601 | 557
                 Kari Nordmann | pasient | 1980 | 4601 | 558",
            ),
            (
                "henvisninger",
                "person | tilbud | frist | henvist dato
                 A-1 | KOLS | 01.03.2027 | 01.11.2026
                 A-9 | KOLS | |
                 A-1 | | | 01.11.2026
                 A-1 | KOLS | 01.03.2026 | 01.11.2026
                 A-1 | KOLS | snart | 01.11.2026",
            ),
        ],
        &[
            "error D011: henvisninger.csv, row 6, column `frist`: `…` is not a date; write the whole \
             date, such as `31.12.2026` or `2026-12-31`; the cell was read as not stated",
            "error D011: personer.csv, row 3, column `fødselsår`: `…` is not a year of birth; write \
             four digits, such as `1957`, and nothing else of the date; the cell was read as not stated",
            "error D011: personer.csv, row 3, column `kommune`: `…` is not a municipality number; \
             write the four digits, such as `4601` for Bergen; the cell was read as not stated",
            "error D011: personer.csv, row 3, column `rolle`: `…` is not a word that can stand here; \
             write one of: patient, relative; the cell was read as not stated",
            "error D011: personer.csv, row 5, column `person`: `…` is not an id; write 1 to 64 \
             letters, digits, `-`, `_` or `.`, without spaces; the row was left out",
            "error D012: henvisninger.csv, row 4, column `tilbud`: the referral names neither an offer \
             nor a target group; name the offer or the target group that the person waits for",
            "error D012: henvisninger.csv, row 5, column `frist`: the deadline is before the referral; \
             check both dates",
            "error D020: personer.csv, row 4, column `person`: the id `…` stands already in row 2; give \
             the row an id of its own; the first row was used and this one left out",
            "error D021: henvisninger.csv, row 3, column `person`: `people` has no row `…`; add the \
             row, or correct the id",
            "warning D005: personer.csv, row 1, column `E`: `…` is not a column of `people`; the column \
             was not read; `people` has: id, role, relative_of, together, birth_year, municipality, languages, \
             digital, target_groups, weekdays, half_days, travel_limit, referred, source, source_date, \
             illustrative, note",
        ],
    );
    assert_eq!(store.people.len(), 2);
    assert_eq!(store.referrals.len(), 5);
    assert_eq!(store.people[0].id, PersonId::new("A-1").unwrap());
}

#[test]
fn relatives_belong_to_patients_and_a_patient_may_have_several() {
    let store = check(&[PEOPLE], &[]);
    let patient = store.people[0].id.clone();
    let mut relatives = store.people.iter().filter(|own| own.relative_of.is_some());
    assert_eq!(relatives.clone().count(), 2);
    assert!(relatives.all(|own| own.relative_of.as_ref() == Some(&patient)));
    check(
        &[(
            "people",
            "id | role | relative_of | together
             P1 | relative | P2 |
             P2 | relative | P1 |
             P3 | patient | P1 |
             P4 | relative | P4 |
             P5 | relative | P6 | yes
             P7 | relative | | yes",
        )],
        &[
            "error D012: people.csv, row 4, column `relative_of`: somebody who comes as a patient is \
             said to be somebody's relative; write `relative` as the role, or take the patient's id \
             away",
            "error D012: people.csv, row 5, column `relative_of`: the row names itself as the patient; \
             write the id of the patient, or leave it empty",
            "error D012: people.csv, row 7, column `together`: the row says that they come together with \
             somebody, and not with whom; write the patient's id in `relative_of`, or take the word away",
            "error D021: people.csv, row 6, column `relative_of`: `people` has no row `…`; add the row, \
             or correct the id",
            "error D033: people.csv, row 2, column `relative_of`: the row is about a relative of \
             somebody who is a relative as well; write the id of the patient",
            "error D033: people.csv, row 3, column `relative_of`: the row is about a relative of \
             somebody who is a relative as well; write the id of the patient",
            "error D033: people.csv, row 4, column `relative_of`: the row is about a relative of \
             somebody who is a relative as well; write the id of the patient",
        ],
    );
}

#[test]
fn a_choice_and_a_session_stand_once_and_a_placement_as_often_as_it_changed() {
    let store = check(
        &[
            PEOPLE,
            (
                "choices",
                "person | run | cost
                 P1 | R1 | 3
                 P1 | R2 |
                 P1 | R1 | 4",
            ),
            (
                "attendance",
                "person | run | session | came
                 P1 | R1 | 2026-10-01 | yes
                 P1 | R1 | 2026-10-08 |
                 P1 | R1 | 01.10.2026 | no",
            ),
            (
                "placements",
                "person | run | state | on | told
                 P1 | R1 | offered | 2026-09-01 | 2026-08-01
                 P1 | R1 | accepted | 2026-09-05 | 2026-09-02",
            ),
        ],
        &[
            "error D012: placements.csv, row 2, column `told`: the person was told before the day of \
             the placement; check both dates",
            "error D032: attendance.csv, row 4: row 2 is about the same person, run and day already; \
             keep one of the two; the first was used and this one left out",
            "error D032: choices.csv, row 4: row 2 is about the same person, run and day already; keep \
             one of the two; the first was used and this one left out",
        ],
    );
    assert_eq!(store.choices[0].cost, Some(3));
    assert_eq!((store.choices.len(), store.placements.len()), (2, 2));
    assert_eq!(store.attendance.len(), 2);
}

#[test]
fn a_desk_and_a_date_tell_more() {
    let (desk, _) = Desk::builder()
        .table(
            "offers",
            table("offers.csv", "id | title\nKOLS | KOLS-skole"),
        )
        .build();
    let as_of = "2026-11-22".parse().unwrap();
    let store = check(
        &[
            (
                "people",
                "id | birth_year | target_groups
                 P1 | 2027 | lung",
            ),
            (
                "referrals",
                "person | offer | referred_on
                 P1 | KOLS | 2026-11-22
                 P1 | COPD | 2026-11-23",
            ),
            (
                "attendance",
                "person | run | session | came
                 P1 | R1 | 2026-12-01 | yes
                 P1 | R1 | 2026-12-08 |",
            ),
        ],
        &[],
    );
    let after = "the day lies after 2026-11-22, the date of the question; correct the day, or ask on a \
                 later date";
    let no_run = "`runs` has no row `…`: the desk has no row of that table; add the table with the \
                  row, or leave this empty";
    assert_eq!(
        said(&store.check(&desk, as_of)),
        [
            format!("error D021: attendance.csv, row 2, column `run`: {no_run}"),
            format!("error D021: attendance.csv, row 3, column `run`: {no_run}"),
            format!(
                "error D021: people.csv, row 2, column `target_groups`: {}",
                no_run.replace("runs", "target_groups")
            ),
            "error D021: referrals.csv, row 3, column `offer`: `offers` has no row `…`; add the row, or \
             correct the id"
                .to_owned(),
            format!("warning D035: attendance.csv, row 2, column `session`: {after}"),
            format!("warning D035: people.csv, row 2, column `birth_year`: {after}"),
            format!("warning D035: referrals.csv, row 3, column `referred_on`: {after}"),
        ]
    );
    let empty = PersonStore::default().check(&desk, as_of);
    assert_eq!(empty.len(), 1);
    assert_eq!(empty[0].code(), "D036");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever stands in the cells, or in the place of headings, no finding and no print shows it.
    #[test]
    fn what_stands_in_a_store_is_never_shown(
        cells in proptest::collection::vec(proptest::collection::vec("q[a-z]{3}z?[ ;.]?[0-9]{0,3}", 16), 1..5),
        table in proptest::sample::select(PersonStore::TABLES.iter().filter(|own| own.personal).collect::<Vec<_>>()),
        is_headed in any::<bool>(),
    ) {
        let mut rows = cells.clone().into_iter();
        let headings: Vec<String> = if is_headed {
            table.columns().map(|column| column.nb.to_owned()).collect()
        } else {
            rows.next().unwrap_or_default()
        };
        let mut raw = RawTable::with_headings("a.csv", headings);
        rows.for_each(|row| raw.push(row));
        let builder = PersonStore::builder().table(table.name, raw);
        let mut shown = format!("{builder:?}");
        let (store, findings) = builder.build();
        let as_of = "2026-11-22".parse().unwrap();
        shown.push_str(&format!("{store:?} {:?}", store.people));
        for finding in findings.iter().chain(&store.check(&Desk::default(), as_of)) {
            shown.push_str(&format!("{finding} {finding:?}"));
        }
        prop_assert!(shown.len() > 100);
        for cell in cells.iter().flatten() {
            prop_assert!(!shown.contains(cell.trim()), "`{cell}` in {shown}");
        }
    }
}

#[test]
fn a_cost_that_outweighs_everything_is_told() {
    check(
        &[
            PEOPLE,
            (
                "choices",
                "person | run | cost
                 P1 | K1 | 100000
                 P2 | K1 | 100001
                 P3 | K1 |",
            ),
        ],
        &[
            "error D012: choices.csv, row 3, column `cost`: a cost is at most 100000, which it now counts \
             as; write a smaller number; to rule the run out, leave the row out",
        ],
    );
}
