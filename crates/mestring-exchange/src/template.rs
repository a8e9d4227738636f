//! A small filled-in desk to start from: every row is made up and says so.

mod rows;

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};
use mestring_model::desk::PackChoice;
use mestring_model::id::OrganisationId;
use mestring_model::{Desk, Lang, RawTable, Settings};

use crate::desk::to_files;

/// How many days before it is made the history of a new desk begins.
const HISTORY_DAYS: i64 = 3 * 366;

/// What a new desk is made with.
#[derive(Debug, Clone, Copy)]
pub struct Start {
    /// The language of its files.
    pub lang: Lang,
    /// The day it is made: the dates of its rows lie around it.
    pub made: NaiveDate,
    /// The desk is asked as of that day for ever, so that its answers stay the same.
    pub as_of_that_day: bool,
}

/// The files of a new desk by path: `desk.toml`, a CSV file for each table in the language, and the
/// packs, each in a folder of its own below `rules`.
///
/// `packs` are the packs that the desk gets a copy of, by name; a centre edits its copy.
pub fn files(
    start: Start,
    packs: &BTreeMap<String, BTreeMap<String, String>>,
) -> BTreeMap<String, Vec<u8>> {
    let mut files = to_files(&desk(start, packs.keys().map(String::as_str)), start.lang);
    for (name, texts) in packs {
        for (file, text) in texts {
            files.insert(format!("rules/{name}/{file}"), text.clone().into_bytes());
        }
    }
    files
}

/// The desk of the template.
fn desk<'a>(start: Start, packs: impl Iterator<Item = &'a str>) -> Desk {
    let Start { lang, made, .. } = start;
    let settings = Settings {
        name: cell(start, "Our centre / Vårt senter / Senteret vårt"),
        lang,
        as_of: start.as_of_that_day.then_some(made),
        centre: OrganisationId::new("centre").ok(),
        history_from: made.checked_sub_signed(TimeDelta::days(HISTORY_DAYS)),
        packs: packs
            .map(|name| (name.to_owned(), PackChoice::Folder(format!("rules/{name}"))))
            .collect(),
        ..Settings::default()
    };
    let note = cell(
        start,
        "made up: replace it with your own / oppdiktet: bytt den ut med deres egen / \
         oppdikta: byt ho ut med dykkar eiga",
    );
    let mut builder = Desk::builder().settings(settings);
    for (name, text) in rows::TABLES {
        let mut lines = text.lines().map(|line| line.split('|').map(str::trim));
        let headings = lines.next().into_iter().flatten();
        let headings = headings.chain(["illustrative", "note"]);
        let mut table = RawTable::with_headings(name, headings);
        for line in lines {
            let mut cells: Vec<String> = line.map(|text| cell(start, text)).collect();
            cells.extend(["yes".to_owned(), note.clone()]);
            table.push(cells);
        }
        builder = builder.table(name, table);
    }
    // The tests keep the template free of findings.
    builder.build().0
}

/// A cell in the desk's language, a date in place of a number of days.
fn cell(start: Start, text: &str) -> String {
    if let Some(days) = text.strip_prefix('@').and_then(|days| days.parse().ok()) {
        let date = TimeDelta::try_days(days).and_then(|days| start.made.checked_add_signed(days));
        return date.map_or_else(String::new, |date| date.to_string());
    }
    let at = match start.lang {
        Lang::En => 0,
        Lang::Nb => 1,
        Lang::Nn => 2,
    };
    text.split(" / ").nth(at).unwrap_or(text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(lang: Lang) -> Start {
        Start {
            lang,
            made: NaiveDate::from_ymd_opt(2027, 1, 11).unwrap(),
            as_of_that_day: false,
        }
    }

    #[test]
    fn every_row_of_the_template_fills_its_headings_and_speaks_every_language() {
        let mut rows = 0;
        for (name, text) in rows::TABLES {
            let mut lines = text.lines().map(|line| line.split('|').count());
            let headings = lines.next().unwrap();
            for cells in lines {
                assert_eq!(cells, headings, "{name}: {text}");
                rows += 1;
            }
            let cells = text
                .split(['|', '\n'])
                .map(|cell| cell.split(" / ").count());
            assert!(
                cells.clone().all(|parts| parts == 1 || parts == 3),
                "{name}"
            );
        }
        assert!(rows >= 30, "only {rows} rows");
    }

    #[test]
    fn the_template_is_a_desk_without_findings_in_every_language() {
        let packs = BTreeMap::from([(
            "priority".to_owned(),
            BTreeMap::from([("pack.toml".to_owned(), "name = \"priority\"".to_owned())]),
        )]);
        for lang in Lang::ALL {
            let files = files(start(lang), &packs);
            assert!(files.contains_key("rules/priority/pack.toml"));
            let mut builder = Desk::builder();
            let mut rows = 0;
            for (name, bytes) in &files {
                if let Some(stem) = name.strip_suffix(".csv") {
                    let (table, _) = crate::csv_text::read(name, bytes).unwrap();
                    rows += table.rows.len();
                    builder = builder.table(stem, table);
                }
            }
            let (again, findings) = builder.build();
            assert_eq!(findings, []);
            assert!(rows >= 30, "only {rows} rows");
            assert_eq!(
                again.tables(Lang::En),
                desk(start(lang), ["priority"].into_iter()).tables(Lang::En)
            );
            let marked: usize = again.illustrative().iter().map(|(_, count)| count).sum();
            assert_eq!(marked, rows, "every row says that it is made up");
        }
    }

    #[test]
    fn a_desk_made_on_a_given_day_lies_around_it_and_can_stay_there() {
        let own = Start {
            as_of_that_day: true,
            ..start(Lang::En)
        };
        let desk = desk(own, std::iter::empty());
        assert_eq!(desk.settings.as_of, Some(own.made));
        let files = to_files(&desk, Lang::En);
        let runs = String::from_utf8(files["runs.csv"].clone()).unwrap();
        assert!(runs.contains("2026-08-14"), "{runs}");
        assert!(runs.contains("2027-05-31"), "{runs}");
    }
}
