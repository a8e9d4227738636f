//! `desk.toml`: what a desk says about itself.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;
use mestring_model::desk::PackChoice;
use mestring_model::finding::{Known, Problem, SettingProblem};
use mestring_model::id::OrganisationId;
use mestring_model::record::Cell;
use mestring_model::term::nearest;
use mestring_model::toml_slip::TomlSlip;
use mestring_model::{Finding, Lang, Place, RawRow, RawTable, Settings, Underline};
use toml::de::{DeString, DeTable, DeValue};
use toml::{Spanned, Value};

use crate::{ExchangeError, national_id};

mod events;
mod store;

pub use events::{EventValue, events_of, read_events};
pub use store::{STORE_FILE, read_store, write_store};

/// The file's name in a desk folder.
pub const FILE: &str = "desk.toml";

/// What is wrong with the settings of a desk, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingFault {
    /// What is wrong: its place names the file, the line or row, and the setting.
    pub finding: Finding,
    /// Where in the text; none for the sheet of a workbook.
    pub at: Option<Underline>,
}

impl From<Vec<SettingFault>> for ExchangeError {
    fn from(faults: Vec<SettingFault>) -> Self {
        ExchangeError::Settings { faults }
    }
}

/// Each of several things that are wrong on a line of its own.
pub(crate) fn lines(faults: &[SettingFault]) -> String {
    let lines = faults.iter().map(|own| match &own.at {
        Some(at) => format!(
            "{}: {}:{}:{}: {}",
            own.finding.code(),
            own.finding.place.file,
            at.line,
            at.column,
            own.finding.problem.reason()
        ),
        None => own.finding.to_string(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Reads the text of a `desk.toml`.
///
/// # Errors
/// All that is wrong with it: a desk whose settings were left out in silence would be judged by other
/// rules, and on other dates, than those that it names.
pub fn read(text: &str, file: &str) -> Result<Settings, Vec<SettingFault>> {
    let (mut reader, table) = Reader::open(text, file)?;
    reader.known(&table, &Settings::KEYS, Known::Settings);
    let settings = Settings {
        name: reader.text(&table, "name").unwrap_or_default(),
        lang: reader.lang(&table).unwrap_or_default(),
        as_of: reader.date(&table, "as_of"),
        centre: reader.centre(&table),
        history_from: reader.date(&table, "history_from"),
        plan_from: reader.date(&table, "plan_from"),
        plan_until: reader.date(&table, "plan_until"),
        lead_weeks: reader
            .whole(&table, "lead_weeks")
            // So many are never over in any case.
            .map(|weeks| u32::try_from(weeks).unwrap_or(u32::MAX)),
        seed: reader.whole(&table, "seed"),
        packs: reader.packs(&table),
    };
    reader.finish(settings)
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
    let numbers = [
        ("lead_weeks", settings.lead_weeks.map(i64::from)),
        (
            "seed",
            settings.seed.and_then(|seed| i64::try_from(seed).ok()),
        ),
    ];
    for (key, number) in numbers {
        if let Some(number) = number {
            table.insert(key.to_owned(), Value::Integer(number));
        }
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
///
/// # Errors
/// All that is wrong with them, each at the row of its setting.
pub fn from_table(table: &RawTable) -> Result<Settings, Vec<SettingFault>> {
    let (mut text, mut packs) = (toml::Table::new(), toml::Table::new());
    for row in &table.rows {
        let [key, value, ..] = row.cells.as_slice() else {
            continue;
        };
        // Only these are numbers; dates are read from text too.
        let value = match value.parse() {
            Ok(number) if ["lead_weeks", "seed"].contains(&key.as_str()) => Value::Integer(number),
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
    read(&text.to_string(), &table.file).map_err(|mut faults| {
        for own in &mut faults {
            own.at = None;
            let place = &mut own.finding.place;
            let is_own = |row: &&RawRow| {
                let key = row.cells.first().map(String::as_str).unwrap_or_default();
                let named = place.column.as_deref();
                named.is_some_and(|own| key == own || key.starts_with(&format!("{own}.")))
            };
            place.row = table.rows.iter().find(is_own).map(|row| row.number);
        }
        faults
    })
}

/// The text of a `desk.toml` with the places of its keys and values.
struct Source<'a> {
    text: &'a str,
    table: Spanned<DeTable<'a>>,
}

impl<'a> Source<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let table = DeTable::parse(text).ok()?;
        Some(Source { text, table })
    }

    /// The bytes of a key and of its value, by the keys that lead there; in a list the key is the
    /// position, from 0, and both are those of the value.
    fn spans(&self, keys: &[&str]) -> Option<[Range<usize>; 2]> {
        let (first, rest) = keys.split_first()?;
        let (key, mut value) = entry(self.table.get_ref(), first)?;
        let mut key = key.span();
        for next in rest {
            if let Some(list) = value.get_ref().as_array() {
                value = list.get(next.parse::<usize>().ok()?)?;
                key = value.span();
            } else {
                let (own, inner) = entry(value.get_ref().as_table()?, next)?;
                (key, value) = (own.span(), inner);
            }
        }
        Some([key, value.span()])
    }
}

/// A key of a table with its value, as they stand in the text.
fn entry<'t, 'a>(
    table: &'t DeTable<'a>,
    key: &str,
) -> Option<(&'t Spanned<DeString<'a>>, &'t Spanned<DeValue<'a>>)> {
    table.iter().find(|(own, _)| own.get_ref() == key)
}

struct Reader<'a> {
    file: &'a str,
    source: Option<Source<'a>>,
    faults: Vec<SettingFault>,
}

impl<'a> Reader<'a> {
    /// A reader of the text of a file, and the table in it; what keeps it from being read otherwise.
    fn open(text: &'a str, file: &'a str) -> Result<(Self, toml::Table), Vec<SettingFault>> {
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = Reader {
            file,
            source: None,
            faults: Vec::new(),
        };
        match text.parse::<toml::Table>() {
            Ok(table) => {
                reader.source = Source::of(text);
                Ok((reader, table))
            }
            Err(error) => {
                let span = error.span().unwrap_or(0..0);
                let (span, slip) = TomlSlip::of(text, error.message(), span);
                reader.push(None, slip, Some(Underline::of(text, span)));
                Err(reader.faults)
            }
        }
    }

    /// Says which keys are no settings.
    fn known(&mut self, table: &toml::Table, keys: &[&'static str], known: Known) {
        for key in table.keys().filter(|key| !keys.contains(&key.as_str())) {
            let problem = SettingProblem::NoSuchSetting {
                key: key.clone(),
                nearest: nearest(key, keys.iter().copied()).map(str::to_owned),
                known,
            };
            self.key(&[key], problem);
        }
    }

    /// The settings, or all that is wrong with them in the order of the file.
    fn finish<T>(mut self, settings: T) -> Result<T, Vec<SettingFault>> {
        if self.faults.is_empty() {
            return Ok(settings);
        }
        self.faults.sort_by(|one, other| one.at.cmp(&other.at));
        Err(self.faults)
    }

    /// What is wrong with a value.
    fn value(&mut self, keys: &[&str], problem: impl Into<Problem>) {
        let at = self.underline(keys, 1);
        self.push(Some(keys.join(".")), problem, at);
    }

    /// What is wrong with a key.
    fn key(&mut self, keys: &[&str], problem: impl Into<Problem>) {
        let at = self.underline(keys, 0);
        self.push(Some(keys.join(".")), problem, at);
    }

    fn underline(&self, keys: &[&str], which: usize) -> Option<Underline> {
        let source = self.source.as_ref()?;
        let span = source.spans(keys)?.get(which)?.clone();
        Some(Underline::of(source.text, span))
    }

    fn push(
        &mut self,
        setting: Option<String>,
        problem: impl Into<Problem>,
        at: Option<Underline>,
    ) {
        let place = Place {
            file: self.file.to_owned(),
            row: at.as_ref().map(|at| at.line),
            column: setting,
        };
        let mut finding = Finding::new(place, problem);
        // It quotes the value that it is about, and its line.
        national_id::mask(&mut finding);
        let at = at.map(masked);
        self.faults.push(SettingFault { finding, at });
    }

    fn text(&mut self, table: &toml::Table, key: &str) -> Option<String> {
        match table.get(key)? {
            Value::String(text) => Some(text.clone()),
            other => {
                let value = other.to_string();
                self.value(&[key], SettingProblem::NotText { value });
                None
            }
        }
    }

    fn lang(&mut self, table: &toml::Table) -> Option<Lang> {
        let value = self.text(table, "language")?;
        let lang = Lang::parse(&value);
        if lang.is_none() {
            self.value(&["language"], SettingProblem::NotALanguage { value });
        }
        lang
    }

    fn centre(&mut self, table: &toml::Table) -> Option<OrganisationId> {
        let text = self.text(table, "centre")?;
        OrganisationId::new(&text)
            .map_err(|error| self.value(&["centre"], Problem::SettingValue(error)))
            .ok()
    }

    fn date(&mut self, table: &toml::Table, key: &str) -> Option<NaiveDate> {
        self.day(&[key], table.get(key)?)
    }

    /// A day from the value at the keys.
    fn day(&mut self, keys: &[&str], value: &Value) -> Option<NaiveDate> {
        let text = match value {
            Value::Datetime(date) => date.to_string(),
            Value::String(text) => text.clone(),
            other => {
                let value = other.to_string();
                self.value(keys, SettingProblem::NotADate { value });
                return None;
            }
        };
        NaiveDate::read(&text)
            .map_err(|error| self.value(keys, Problem::SettingValue(error)))
            .ok()
    }

    fn whole(&mut self, table: &toml::Table, key: &str) -> Option<u64> {
        match table.get(key)? {
            Value::Integer(number) if *number >= 0 => number.unsigned_abs().into(),
            other => {
                let value = other.to_string();
                self.value(&[key], SettingProblem::NotWhole { value });
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
                self.value(&["packs"], SettingProblem::NotATable { value });
                return BTreeMap::new();
            }
        };
        let mut chosen = BTreeMap::new();
        for (kind, value) in packs {
            if let Some(choice) = self.pack(kind, value) {
                chosen.insert(kind.clone(), choice);
            }
        }
        chosen
    }

    fn pack(&mut self, kind: &str, value: &Value) -> Option<PackChoice> {
        let keys = ["packs", kind];
        let Some(table) = value.as_table() else {
            let text = value
                .as_str()
                .filter(|text| text.contains(['/', '\\', '.']));
            let value = value.to_string();
            let problem = match text {
                // What a backslash in it became is known from the text alone.
                Some(_) if self.is_slashed(&keys) => return None,
                Some(path) => SettingProblem::PackWithoutKey {
                    value,
                    write: format!("{kind} = {{ path = {} }}", Value::from(path)),
                },
                None => SettingProblem::NoPackPlace { value },
            };
            self.value(&keys, problem);
            return None;
        };
        let before = self.faults.len();
        for (key, value) in table {
            let keys = ["packs", kind, key];
            if !PACK_KEYS.contains(&key.as_str()) {
                let problem = SettingProblem::NoSuchPackKey {
                    key: key.clone(),
                    nearest: nearest(key, PACK_KEYS.iter().copied()).map(str::to_owned),
                };
                self.key(&keys, problem);
                continue;
            }
            match value.as_str() {
                None => {
                    let value = value.to_string();
                    self.value(&keys, SettingProblem::NotText { value });
                }
                Some(text) if text.trim().is_empty() => {
                    self.value(&keys, SettingProblem::EmptyText);
                }
                Some(_) => {
                    self.is_slashed(&keys);
                }
            }
        }
        if self.faults.len() > before {
            return None;
        }
        let text = |key: &str| table.get(key).and_then(Value::as_str).map(str::to_owned);
        match (text("path"), text("shipped")) {
            (Some(path), None) => Some(PackChoice::Folder(path)),
            (None, Some(name)) => Some(PackChoice::Shipped {
                name,
                version: text("version"),
            }),
            _ => {
                let value = value.to_string();
                self.value(&keys, SettingProblem::NoPackPlace { value });
                None
            }
        }
    }

    /// Says of a text with a backslash that took the letter behind it with it, such as `"..\rules"`, how
    /// it is written with slashes. True where it is one.
    fn is_slashed(&mut self, keys: &[&str]) -> bool {
        let written = self.source.as_ref().and_then(|source| {
            let [_, span] = source.spans(keys)?;
            let written = source.text.get(span)?;
            let read = written.parse::<Value>().ok()?;
            let is_changed = read.as_str()?.contains(char::is_control);
            (is_changed && written.contains('\\')).then(|| written.replace('\\', "/"))
        });
        let Some(write) = written else { return false };
        self.value(keys, SettingProblem::BackslashInText { write });
        true
    }
}

/// A place whose line shows no number that may be a person's.
fn masked(own: Underline) -> Underline {
    let start = own.column.saturating_sub(1) as usize;
    let before: String = own.text.chars().take(start).collect();
    let rest = own.text.chars().skip(start);
    let stretch: String = rest.take(own.length as usize).collect();
    let letters = |text: &str| national_id::masked(text).chars().count() as u32;
    Underline {
        line: own.line,
        column: letters(&before) + 1,
        length: letters(&stretch).max(1),
        text: national_id::masked(&own.text).to_string(),
    }
}

/// The keys of a pack.
const PACK_KEYS: [&str; 3] = ["path", "shipped", "version"];

#[cfg(test)]
mod tests;
