//! `desk.toml`: what a desk says about itself.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring_model::desk::PackChoice;
use mestring_model::finding::{Known, Problem, SettingProblem};
use mestring_model::id::OrganisationId;
use mestring_model::record::Cell;
use mestring_model::term::nearest;
use mestring_model::{Finding, Lang, Place, RawTable, Settings};
use toml::Value;

use crate::national_id;

/// The file's name in a desk folder.
pub const FILE: &str = "desk.toml";

/// Reads the text of a `desk.toml`. What cannot be used becomes a finding and is left as if it were
/// not written.
pub fn read(text: &str, file: &str) -> (Settings, Vec<Finding>) {
    let mut reader = Reader {
        file,
        findings: Vec::new(),
    };
    let table = match text.parse::<toml::Table>() {
        Ok(table) => table,
        Err(error) => {
            let line = error.span().map(|span| line_of(text, span.start));
            let message = error
                .message()
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned();
            let place = Place {
                file: file.to_owned(),
                row: line,
                column: None,
            };
            let problem = SettingProblem::NotToml { reason: message };
            reader.push(Finding::new(place, problem));
            return (Settings::default(), reader.findings);
        }
    };
    for key in table.keys() {
        if !Settings::KEYS.contains(&key.as_str()) {
            let problem = SettingProblem::NoSuchSetting {
                key: key.clone(),
                nearest: nearest(key, Settings::KEYS).map(str::to_owned),
                known: Known::Settings,
            };
            reader.finding(key, problem);
        }
    }
    let settings = Settings {
        name: reader.text(&table, "name").unwrap_or_default(),
        lang: reader.lang(&table).unwrap_or_default(),
        as_of: reader.date(&table, "as_of"),
        centre: reader.centre(&table),
        history_from: reader.date(&table, "history_from"),
        plan_from: reader.date(&table, "plan_from"),
        plan_until: reader.date(&table, "plan_until"),
        seed: reader.seed(&table),
        packs: reader.packs(&table),
    };
    (settings, reader.findings)
}

/// Writes settings as the text of a `desk.toml`.
pub fn write(settings: &Settings) -> String {
    let mut table = toml::Table::new();
    let mut text = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            table.insert(key.to_owned(), Value::String(value));
        }
    };
    text("name", Some(settings.name.clone()));
    text("language", Some(settings.lang.code().to_owned()));
    text("centre", settings.centre.as_ref().map(ToString::to_string));
    let dates = [
        ("as_of", settings.as_of),
        ("history_from", settings.history_from),
        ("plan_from", settings.plan_from),
        ("plan_until", settings.plan_until),
    ];
    for (key, date) in dates {
        let written = date.and_then(|date| date.write(Lang::En).parse().ok());
        if let Some(date) = written {
            table.insert(key.to_owned(), Value::Datetime(date));
        }
    }
    if let Some(seed) = settings.seed.and_then(|seed| i64::try_from(seed).ok()) {
        table.insert("seed".to_owned(), Value::Integer(seed));
    }
    let packs: toml::Table = settings
        .packs
        .iter()
        .map(|(kind, choice)| {
            let mut own = toml::Table::new();
            match choice {
                PackChoice::Folder(path) => {
                    own.insert("path".to_owned(), Value::String(path.clone()));
                }
                PackChoice::Shipped { name, version } => {
                    own.insert("shipped".to_owned(), Value::String(name.clone()));
                    if let Some(version) = version {
                        own.insert("version".to_owned(), Value::String(version.clone()));
                    }
                }
            }
            (kind.clone(), Value::Table(own))
        })
        .collect();
    if !packs.is_empty() {
        table.insert("packs".to_owned(), Value::Table(packs));
    }
    table.to_string()
}

/// The settings as a table of two columns, for the sheet of a workbook: dotted keys
/// (`packs.priority.path`) beside their values.
pub fn to_table(settings: &Settings) -> RawTable {
    let mut table = RawTable::with_headings("desk", ["setting", "value"]);
    let written: toml::Table = write(settings).parse().unwrap_or_default();
    let mut add = |key: String, value: &Value| {
        let text = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        table.push(vec![key, text]);
    };
    for key in Settings::KEYS {
        match written.get(key) {
            Some(Value::Table(packs)) => {
                for (kind, pack) in packs {
                    for (part, value) in pack.as_table().into_iter().flatten() {
                        add(format!("{key}.{kind}.{part}"), value);
                    }
                }
            }
            Some(value) => add(key.to_owned(), value),
            None => {}
        }
    }
    table
}

/// Reads the settings from the sheet of a workbook.
pub fn from_table(table: &RawTable) -> (Settings, Vec<Finding>) {
    let (mut text, mut packs) = (toml::Table::new(), toml::Table::new());
    for row in &table.rows {
        let [key, value, ..] = row.cells.as_slice() else {
            continue;
        };
        // Only the seed is a number; dates are read from text too.
        let value = match value.parse() {
            Ok(number) if key == "seed" => Value::Integer(number),
            _ => Value::String(value.clone()),
        };
        let parts: Vec<&str> = key.split('.').collect();
        match parts.as_slice() {
            ["packs", kind, part] => {
                let pack = packs
                    .entry((*kind).to_owned())
                    .or_insert_with(|| Value::Table(toml::Table::new()));
                if let Value::Table(pack) = pack {
                    pack.insert((*part).to_owned(), value);
                }
            }
            _ => {
                text.insert(key.clone(), value);
            }
        }
    }
    if !packs.is_empty() {
        text.insert("packs".to_owned(), Value::Table(packs));
    }
    read(&text.to_string(), &table.file)
}

/// The line, 1 for the first, in which a byte stands.
fn line_of(text: &str, byte: usize) -> u32 {
    let before = text
        .bytes()
        .take(byte)
        .filter(|byte| *byte == b'\n')
        .count();
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}

struct Reader<'a> {
    file: &'a str,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn finding(&mut self, key: &str, problem: impl Into<Problem>) {
        let place = Place::file(self.file).column(key);
        self.push(Finding::new(place, problem));
    }

    fn push(&mut self, mut finding: Finding) {
        // It quotes the value that it is about.
        national_id::mask(&mut finding);
        self.findings.push(finding);
    }

    fn text(&mut self, table: &toml::Table, key: &str) -> Option<String> {
        match table.get(key)? {
            Value::String(text) => Some(text.clone()),
            other => {
                let value = other.to_string();
                self.finding(key, SettingProblem::NotText { value });
                None
            }
        }
    }

    fn lang(&mut self, table: &toml::Table) -> Option<Lang> {
        let value = self.text(table, "language")?;
        let lang = Lang::parse(&value);
        if lang.is_none() {
            self.finding("language", SettingProblem::NotALanguage { value });
        }
        lang
    }

    fn centre(&mut self, table: &toml::Table) -> Option<OrganisationId> {
        let text = self.text(table, "centre")?;
        OrganisationId::new(&text)
            .map_err(|error| self.finding("centre", Problem::SettingValue(error)))
            .ok()
    }

    fn date(&mut self, table: &toml::Table, key: &str) -> Option<NaiveDate> {
        let text = match table.get(key)? {
            Value::Datetime(date) => date.to_string(),
            Value::String(text) => text.clone(),
            other => {
                let value = other.to_string();
                self.finding(key, SettingProblem::NotADate { value });
                return None;
            }
        };
        NaiveDate::read(&text)
            .map_err(|error| self.finding(key, Problem::SettingValue(error)))
            .ok()
    }

    fn seed(&mut self, table: &toml::Table) -> Option<u64> {
        match table.get("seed")? {
            Value::Integer(seed) if *seed >= 0 => seed.unsigned_abs().into(),
            other => {
                let value = other.to_string();
                self.finding("seed", SettingProblem::NotWhole { value });
                None
            }
        }
    }

    fn packs(&mut self, table: &toml::Table) -> BTreeMap<String, PackChoice> {
        let packs = match table.get("packs") {
            None => return BTreeMap::new(),
            Some(Value::Table(packs)) => packs,
            Some(other) => {
                let value = other.to_string();
                self.finding("packs", SettingProblem::NotATable { value });
                return BTreeMap::new();
            }
        };
        let mut chosen = BTreeMap::new();
        for (kind, value) in packs {
            let key = format!("packs.{kind}");
            match pack(value) {
                Some(choice) => {
                    chosen.insert(kind.clone(), choice);
                }
                None => {
                    let value = value.to_string();
                    self.finding(&key, SettingProblem::NoPackPlace { value });
                }
            }
        }
        chosen
    }
}

fn pack(value: &Value) -> Option<PackChoice> {
    let table = value.as_table()?;
    let text = |key: &str| table.get(key).and_then(Value::as_str).map(str::to_owned);
    let known = ["path", "shipped", "version"];
    if table.keys().any(|key| !known.contains(&key.as_str())) {
        return None;
    }
    match (text("path"), text("shipped")) {
        (Some(path), None) => Some(PackChoice::Folder(path)),
        (None, Some(name)) => Some(PackChoice::Shipped {
            name,
            version: text("version"),
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_setting_comes_back() {
        let text = "name = \"LMS\"\nlanguage = \"nn\"\nas_of = 2026-11-22\ncentre = \"lms\"\n\
                    history_from = 2025-01-01\nplan_from = \"01.01.2027\"\nplan_until = 2027-06-30\n\
                    seed = 7\n[packs]\npriority = { path = \"../../rules/priority\" }\n\
                    relation = { shipped = \"relation\", version = \"1.0.0\" }\n";
        let (settings, findings) = read(text, FILE);
        assert_eq!(findings, []);
        assert_eq!(settings.packs.len(), 2);
        assert_eq!(settings.seed, Some(7));
        let (again, findings) = read(&write(&settings), FILE);
        assert_eq!(findings, []);
        assert_eq!(again, settings);
        let (again, findings) = from_table(&to_table(&settings));
        assert_eq!(findings, []);
        assert_eq!(again, settings);
    }

    fn check(text: &str, expect: &[&str]) {
        let (_, findings) = read(text, FILE);
        let texts: Vec<_> = findings.iter().map(ToString::to_string).collect();
        assert_eq!(texts, expect);
    }

    #[test]
    fn what_is_wrong_says_what_to_write() {
        check(
            "langauge = \"nb\"",
            &[
                "error D031: desk.toml, column `langauge`: `langauge` is not a setting; did you mean \
               `language`? the settings are: name, language, as_of, centre, history_from, plan_from, \
               plan_until, seed, packs",
            ],
        );
        check(
            "as_of = 3",
            &[
                "error D031: desk.toml, column `as_of`: `3` is not a date; write a date, such as \
               2026-12-31",
            ],
        );
        check(
            "[packs]\npriority = \"x\"",
            &[
                "error D031: desk.toml, column `packs.priority`: `\"x\"` does not say where the pack \
               is; write `{ path = \"FOLDER\" }` or `{ shipped = \"NAME\", version = \"1.0.0\" }`",
            ],
        );
        let (_, findings) = read("name = \"a\"\nname = ", FILE);
        assert_eq!(findings[0].place.row, Some(2));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".{0,200}") {
            let _ = read(&text, FILE);
        }
    }
}
