use super::*;

fn date(text: &str) -> NaiveDate {
    day(text).unwrap().unwrap()
}

fn numbers(found: &[&Municipality]) -> String {
    found
        .iter()
        .map(|row| row.number)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn every_line_reads_and_leads_to_something_that_stands() {
    let lines = SHIPPED.lines().filter(|line| is_row(line)).count();
    assert_eq!((lines, all().len()), (838, 838));
    for row in all() {
        assert!(row.county().is_some(), "{} has no county", row.number);
        assert_eq!(
            row.valid_until.is_some(),
            !row.successors.is_empty(),
            "{}",
            row.number
        );
        assert!(
            !current(row.number).is_empty(),
            "{} leads nowhere",
            row.number
        );
        for next in &row.successors {
            let next = find(next).expect(next);
            assert!(
                next.stands_on(row.valid_until.unwrap()),
                "{} to {}",
                row.number,
                next.number
            );
        }
    }
    assert!(all().windows(2).all(|pair| pair[0].number < pair[1].number));
}

#[test]
fn as_many_stand_each_year_as_norway_had() {
    for (on, expected) in [
        ("2016-01-01", 428),
        ("2017-01-01", 426),
        ("2018-01-01", 422),
        ("2019-12-31", 422),
        ("2020-01-01", 356),
        ("2023-12-31", 356),
        ("2024-01-01", 357),
        ("2026-11-22", 357),
    ] {
        let standing = all().iter().filter(|row| row.stands_on(date(on))).count();
        assert_eq!(standing, expected, "{on}");
    }
}

#[test]
fn a_number_is_judged_by_its_day() {
    #[track_caller]
    fn check(number: &str, on: &str, expected: &str) {
        let answer = match valid_at(number, date(on)) {
            Validity::Valid => "valid".to_owned(),
            Validity::NotYet { from } => format!("from {from}"),
            Validity::Ended { on, successors } => {
                format!("until {on}: {}", numbers(&successors))
            }
            Validity::BeforeTable => "before the table".to_owned(),
            Validity::NoSuch { nearest } => {
                format!(
                    "no such, nearest {}",
                    nearest.map_or("none", |near| near.number)
                )
            }
        };
        assert_eq!(answer, expected, "{number} on {on}");
    }
    check("4626", "2026-01-01", "valid");
    check("4626", "2019-12-31", "from 2020-01-01");
    check("1246", "2019-12-31", "valid");
    check("1246", "2020-01-01", "until 2020-01-01: 4626");
    check("1201", "2010-05-01", "before the table");
    check("301", "2026-01-01", "valid");
    // One step at a time, then as far as the day asked for.
    check("0706", "2018-01-01", "until 2017-01-01: 0710");
    check("0706", "2022-01-01", "until 2017-01-01: 3804");
    check("0706", "2024-01-01", "until 2017-01-01: 3907");
    // Divided between several.
    check("1850", "2020-01-01", "until 2020-01-01: 1806 1875");
    check("1507", "2024-01-01", "until 2024-01-01: 1508 1580");
    check("46O1", "2026-01-01", "no such, nearest 4601");
    check("Bergen", "2026-01-01", "no such, nearest none");
}

#[test]
fn the_old_numbers_around_bergen_lead_to_the_new() {
    for (old, new) in [
        ("1201", "4601"),
        ("1227", "4618"),
        ("1228", "4618"),
        ("1232", "4619"),
        ("1233", "4620"),
        ("1234", "4621"),
        ("1235", "4621"),
        ("1238", "4622"),
        ("1241", "4624"),
        ("1242", "4623"),
        ("1243", "4624"),
        ("1244", "4625"),
        ("1245", "4626"),
        ("1246", "4626"),
        ("1247", "4627"),
        ("1251", "4628"),
        ("1252", "4629"),
        ("1253", "4630"),
        ("1256", "4631"),
        ("1259", "4626"),
        ("1260", "4631"),
        ("1263", "4631"),
        ("1264", "4632"),
        ("1265", "4633"),
        ("1266", "4634"),
        ("1411", "4635"),
        ("1432", "4647"),
        ("1443", "4649"),
    ] {
        assert_eq!(numbers(&current(old)), new, "{old}");
    }
}

#[test]
fn names_are_found_in_any_of_their_languages() {
    #[track_caller]
    fn check(name: &str, on: &str, expected: &str) {
        assert_eq!(
            numbers(&by_name(name, date(on))),
            expected,
            "{name} on {on}"
        );
    }
    check("bergen", "2026-01-01", "4601");
    check("Bergen kommune", "2019-01-01", "1201");
    check("Kvam herad", "2026-01-01", "4622");
    check("Fjell", "2018-06-01", "1246");
    check("Fjell", "2026-01-01", "");
    check("Våler", "2026-01-01", "3114 3419");
    check("Våler (Innlandet)", "2026-01-01", "3419");
    check("Karasjok", "2026-01-01", "5610");
    check("Kárášjohka - Karasjok", "2026-01-01", "5610");
    check("Porsangu", "2026-01-01", "5622");
    check("Tråante", "2026-01-01", "5001");
    check("Herøy (Nordland)", "2026-01-01", "1818");
    check("", "2026-01-01", "");
}

#[test]
fn the_municipalities_of_real_catalogues_are_known() {
    // Numbers that a collection of 121 published offers uses, all standing in 2026.
    let used = "0301 1106 1146 1149 3209 3230 3301 3303 3305 3316 3328 3334 3336 3338 3401 3403 \
                3407 3411 3417 3418 3419 3427 3451 3911 4001 4003 4203 4204 4601 4612 4626 4627 \
                4631 4647 4649 5001 5006 5007 5014 5025 5029 5032 5038 5047 5055 5056 5058 5060";
    let mut seen = 0;
    for number in used.split_whitespace() {
        assert_eq!(
            valid_at(number, date("2026-11-21")),
            Validity::Valid,
            "{number}"
        );
        seen += 1;
    }
    assert_eq!(seen, 48);
}
