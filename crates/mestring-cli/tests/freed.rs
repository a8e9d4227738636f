//! What a room that became free is told with, in each language.

mod support;

use support::ask;

const BERGEN: &str = "../../examples/bergen";

/// The part of an answer about the room, from its title to the classes of the plan.
fn about(text: &str) -> String {
    let from = text.find("kurssal").or_else(|| text.find("Kurssal"));
    let lines = text.get(from.unwrap_or_default()..).unwrap_or_default();
    let lines = lines.lines().skip(2).take_while(|line| !line.contains('│'));
    let lines = lines.filter(|line| !line.trim().is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

fn freed(date: &str, half_day: &str, lang: &str) -> String {
    let asked = [
        "freed",
        BERGEN,
        "--room",
        "kurssal",
        "--date",
        date,
        "--half-day",
        half_day,
        "--lang",
        lang,
    ];
    let (code, text, err) = ask(&asked);
    assert_eq!((code, err.as_str()), (0, ""), "{date}");
    about(&text)
}

#[test]
fn a_time_that_nobody_can_use_is_told_with_why() {
    let mut told = String::new();
    for (date, half_day) in [
        ("2027-02-02", "afternoon"),
        ("2027-02-06", "morning"),
        ("2027-05-17", "morning"),
    ] {
        for lang in ["en", "nb", "nn"] {
            let text = freed(date, half_day, lang);
            let ends = [
                "A free room alone",
                "Et ledig rom alene",
                "Eit ledig rom åleine",
            ];
            let ends = |line: &&str| ends.iter().any(|own| line.starts_with(own));
            let lines = text.lines().take_while(|line| !ends(line));
            let notes: String = lines.map(|own| format!("{own}\n")).collect();
            assert!(notes.lines().count() > 1, "{notes}");
            told.push_str(&format!("{date} {half_day} ({lang})\n{notes}\n"));
        }
    }
    insta::assert_snapshot!("notes", told);
}

#[test]
fn a_day_outside_the_plan_and_one_that_has_been_are_told_apart() {
    let mut told = String::new();
    for (date, as_of) in [
        ("2027-07-01", "2026-11-22"),
        ("2027-01-01", "2026-11-22"),
        ("2027-01-11", "2027-02-01"),
    ] {
        for lang in ["en", "nb", "nn"] {
            let asked = [
                "freed", BERGEN, "--room", "kurssal", "--date", date, "--as-of", as_of, "--lang",
                lang,
            ];
            let (code, _, err) = ask(&asked);
            assert_eq!(code, 2, "{date}");
            told.push_str(&err);
        }
    }
    insta::assert_snapshot!("days", told);
}
