//! What settings are read as, and what is said of mistakes in them.

use proptest::prelude::*;

use super::*;

#[test]
fn every_setting_comes_back() {
    let text = "name = \"LMS\"\nlanguage = \"nn\"\nas_of = 2026-11-22\ncentre = \"lms\"\n\
                history_from = 2025-01-01\nplan_from = \"01.01.2027\"\nplan_until = 2027-06-30\n\
                seed = 7\n[packs]\npriority = { path = \"../../rules/priority\" }\n\
                relation = { shipped = \"relation\", version = \"1.0.0\" }\n";
    let settings = read(text, FILE).unwrap();
    assert_eq!(settings.packs.len(), 2);
    assert_eq!(settings.seed, Some(7));
    assert_eq!(read(&write(&settings), FILE).unwrap(), settings);
    assert_eq!(from_table(&to_table(&settings)).unwrap(), settings);
    // A byte order mark is none of the text.
    assert_eq!(read(&format!("\u{feff}{text}"), FILE).unwrap(), settings);
}

/// The place and the text of each fault, such as `2:3 D031 …`.
fn said(text: &str) -> Vec<String> {
    let faults = read(text, FILE).unwrap_err();
    let said = faults.iter().map(|own| {
        let at = own.at.as_ref().unwrap();
        assert_eq!(own.finding.place.row, Some(at.line));
        let (code, problem) = (own.finding.code(), &own.finding.problem);
        let (line, column, end) = (at.line, at.column, at.end_column());
        format!("{line}:{column}-{end} {code} {}", problem.reason())
    });
    said.collect()
}

#[test]
fn what_is_wrong_says_where_and_what_to_write() {
    for (text, expected) in [
        (
            "langauge = \"nb\"",
            "1:1-9 D031 `langauge` is not a setting; did you mean `language`? the settings are: \
             name, language, as_of, centre, history_from, plan_from, plan_until, lead_weeks, seed, packs",
        ),
        (
            "as_of = 3",
            "1:9-10 D031 `3` is not a date; write a date, such as 2026-12-31",
        ),
        (
            "as_of = 22.11.2026",
            "1:9-19 D030 `22.11.2026` is no date of TOML; write `2026-11-22`",
        ),
        (
            "name = \"a\"\nlanguage = \"nb\nseed = 3",
            "2:12-15 D030 a text begins here whose quotes are never closed; close it with `\"` on \
             the same line",
        ),
        (
            "name = 3",
            "1:8-9 D031 `3` is not a text; write a text between quotation marks",
        ),
        (
            "seed = \"7\"",
            "1:8-11 D031 `\"7\"` is not a whole number, zero or more; write digits without \
             quotation marks",
        ),
        (
            "packs = 3",
            "1:9-10 D031 `3` is not a table; write a table: `[packs]`",
        ),
        (
            "[packs]\npriority = \"../x\"",
            "2:12-18 D031 `\"../x\"` does not say whether it is a folder or a shipped pack; write \
             `priority = { path = \"../x\" }`",
        ),
        (
            "[packs]\npriority = \"x\"",
            "2:12-15 D031 `\"x\"` does not say where the pack is; write `{ path = \"FOLDER\" }` or \
             `{ shipped = \"NAME\", version = \"1.0.0\" }`",
        ),
        (
            "[packs]\npriority = { path = \"..\\rules\" }",
            "2:21-31 D031 in quotes, `\\` and the letter behind it stand for another sign; write \
             `\"../rules\"`",
        ),
        (
            "[packs]\npriority = { path = \"..\\Users\" }",
            "2:21-31 D030 in quotes, `\\` and the letter behind it stand for another sign; write \
             `\"../Users\"`",
        ),
        (
            "[packs]\npriority = { paht = \"x\" }",
            "2:14-18 D031 `paht` is not a key of a pack; did you mean `path`? the keys are: path, \
             shipped, version",
        ),
        (
            "[packs]\npriority = { path = \"\" }",
            "2:21-23 D031 there is nothing between the quotation marks; write something, or take \
             the line away",
        ),
        (
            "[packs.priority]\nshipped = \"x\"\nversion = 1.0",
            "3:11-14 D031 `1.0` is not a text; write a text between quotation marks",
        ),
        (
            "[packs]\npriority: { path = \"x\" }",
            "2:9-10 D030 `:` stands here, and TOML has `=` between a key and its value; write \
             `priority = { path = \"x\" }`",
        ),
    ] {
        assert_eq!(said(text), [expected], "{text}");
    }
    // Everything is said at once, from the top.
    let both = said("seed = -1\nas_off = 2026-01-01\nlanguage = \"se\"");
    let places: Vec<&str> = both.iter().filter_map(|own| own.get(..10)).collect();
    assert_eq!(places, ["1:8-10 D03", "2:1-7 D031", "3:12-16 D0"]);
}

#[test]
fn what_is_wrong_in_a_sheet_names_its_row() {
    let mut table = RawTable::with_headings("desk.xlsx [desk]", ["setting", "value"]);
    table.push(vec!["name".into(), "LMS".into()]);
    table.push(vec!["packs.priority.paht".into(), "../x".into()]);
    let faults = from_table(&table).unwrap_err();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].at, None);
    let place = Place::row("desk.xlsx [desk]", 3).column("packs.priority.paht");
    assert_eq!(faults[0].finding.place, place);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in ".{0,200}") {
        let _ = read(&text, FILE);
    }
}
