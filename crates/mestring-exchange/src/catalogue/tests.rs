use super::*;

fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

fn catalogue(headings: &str, rows: &[&str]) -> (Desk, Vec<String>) {
    let cells =
        |line: &str| -> Vec<String> { line.split('|').map(|own| own.trim().to_owned()).collect() };
    let mut table = RawTable::with_headings("catalogue.csv", cells(headings));
    for row in rows {
        table.push(cells(row));
    }
    let (desk, findings) = from_table(table, date());
    (desk, findings.iter().map(ToString::to_string).collect())
}

#[test]
fn organisers_are_named_once_and_know_what_they_are_part_of() {
    for (text, expect) in [
        ("Helse Fonna HF, LMS", "LMS < Helse Fonna HF"),
        ("Bydel Alna, Oslo kommune", "Bydel Alna < Oslo kommune"),
        ("BUP Kongsvinger (Ahus)", "BUP Kongsvinger < Ahus"),
        ("Tilliten (private)", "Tilliten"),
        ("Diabetesforbundet", "Diabetesforbundet"),
        ("Askøy og Fjell kommunar", "Askøy kommune + Fjell kommune"),
        (
            "Askøy, Fjell og Øygarden kommunar",
            "Askøy kommune + Fjell kommune + Øygarden kommune",
        ),
        ("Nore og Uvdal kommune", "Nore og Uvdal kommune"),
        (
            "Helse Fonna HF with Sveio, Tysvær",
            "Helse Fonna HF + Sveio kommune + Tysvær kommune",
        ),
        (
            "Vestland fylkeskommune / Frisklivssentralen i Bergen",
            "Vestland fylkeskommune + Frisklivssentralen i Bergen",
        ),
        (
            "Helse Førde HF with Stad kommune; LHL",
            "Helse Førde HF + Stad kommune + LHL",
        ),
        ("", ""),
    ] {
        let row = format!("A | {text} | hospital | Kurs");
        let (desk, findings) = catalogue("offer_id | organiser | organiser_kind | title", &[&row]);
        assert_eq!(findings, [""; 0], "{text}");
        let name = |id| desk.organisation(id).unwrap();
        let shown = desk.offers[0].organisers.iter().map(|id| {
            let own = name(id);
            let whole = own
                .parent
                .as_ref()
                .map(|id| format!(" < {}", name(id).name));
            format!("{}{}", own.name, whole.unwrap_or_default())
        });
        assert_eq!(shown.collect::<Vec<_>>().join(" + "), expect);
    }
}

#[test]
fn an_organiser_is_one_in_all_rows() {
    let rows = [
        "A | Helse Fonna HF, LMS | x",
        "B | helse fonna hf | y",
        "C | LMS (Helse Fonna HF) | z",
    ];
    let (desk, _) = catalogue("offer_id | organiser | title", &rows);
    let names: Vec<&str> = desk
        .organisations
        .iter()
        .map(|own| own.name.as_str())
        .collect();
    assert_eq!(names, ["Helse Fonna HF", "LMS"]);
    assert_eq!(desk.offers[0].organisers, desk.offers[2].organisers);
}

#[test]
fn words_say_how_far_an_offer_reaches() {
    for (words, numbers, organiser, expect) in [
        ("national (local chapters)", "0301", "LHL", "national "),
        (
            "Helse Fonna HF (Haugesund)",
            "",
            "Helse Fonna HF, LMS",
            "trust_area ",
        ),
        ("Bergen; Askøy", "", "LHL", "municipalities 4601; 4627"),
        ("Fjell (now Øygarden)", "", "LHL", "municipalities 4626"),
        (
            "Region vest",
            "4627; 4626",
            "LHL",
            "municipalities 4627; 4626",
        ),
        ("two counties", "", "LHL", " "),
        (
            "Vestfold",
            "",
            "LHL",
            "municipalities 3901; 3903; 3905; 3907; 3909; 3911",
        ),
        ("Oslo", "", "LHL", "municipalities 0301"),
        ("", "", "LHL", " "),
    ] {
        let place = of(words, numbers, organiser);
        assert_eq!(place, expect, "{words}");
    }
}

#[test]
fn words_for_whole_areas_are_their_municipalities() {
    for (words, organiser, count) in [
        ("Nord-Trøndelag", "LHL", 19),
        ("Helse Vest", "LHL", 66),
        ("Helse Bergen area", "LHL", 18),
        ("Agder", "LHL", 25),
    ] {
        let place = places::of(words, "", organiser, date());
        let numbers = place.municipalities.split("; ").count();
        assert_eq!((place.reach, numbers), ("municipalities", count), "{words}");
    }
}

#[test]
fn ages_are_read_from_words() {
    for (text, expect) in [
        ("adults", "18+"),
        ("Children and youth", "<=17"),
        ("youth", "13-24"),
        ("adults; young", "18+"),
        ("16-19 (upper secondary)", "16-19"),
        ("working age", "18-67"),
        ("<=55", "<=55"),
        ("parents of children", ""),
    ] {
        let row = format!("A | {text} | Kurs");
        let (desk, findings) = catalogue("offer_id | age_group | title", &[&row]);
        assert_eq!(findings, [""; 0], "{text}");
        let ages = desk.offers[0].ages.known().map(ToString::to_string);
        assert_eq!(ages.unwrap_or_default(), expect, "{text}");
    }
}

fn of(words: &str, numbers: &str, organiser: &str) -> String {
    let place = places::of(words, numbers, organiser, date());
    format!("{} {}", place.reach, place.municipalities)
}

#[test]
fn what_an_annotator_adds_is_not_read_and_what_cannot_be_read_is_told() {
    let (desk, findings) = catalogue(
        "offer_id | organiser | title | condition | target_group | age_group | language | source_url",
        &[
            "A | LHL | Hjertekurs | heart | user representatives | sometimes | ur;ta | https://lhl.no/kurs",
        ],
    );
    assert_eq!(desk.offers.len(), 1);
    assert_eq!(desk.listings.len(), 1);
    assert!(!desk.offers[0].topics.is_known());
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].contains("row 2") && findings[0].contains("sometimes"),
        "{findings:?}"
    );
}
