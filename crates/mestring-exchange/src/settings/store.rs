//! `store.toml`: what a person store says about itself.

use mestring_model::Lang;
use mestring_model::StoreSettings;
use mestring_model::finding::{Known, SettingProblem};
use mestring_model::record::Cell;
use toml::Value;

use super::{Reader, SettingFault};

/// The file's name in a person store.
pub const STORE_FILE: &str = "store.toml";

/// Reads the text of a `store.toml`.
///
/// # Errors
/// All that is wrong with it: whether people are made up must not be guessed.
///
/// ```
/// use mestring_exchange::settings::{STORE_FILE, read_store};
///
/// let settings = read_store("synthetic = true\nseed = 7", STORE_FILE).unwrap();
/// assert!(settings.synthetic);
/// let faults = read_store("synthetic = \"yes\"", STORE_FILE).unwrap_err();
/// assert_eq!(
///     faults[0].finding.problem.reason(),
///     "`\"yes\"` is neither true nor false; write `true` or `false` without quotation marks",
/// );
/// ```
pub fn read_store(text: &str, file: &str) -> Result<StoreSettings, Vec<SettingFault>> {
    let (mut reader, table) = Reader::open(text, file)?;
    reader.known(&table, &StoreSettings::KEYS, Known::StoreSettings);
    let settings = StoreSettings {
        synthetic: reader.switch(&table, "synthetic").unwrap_or_default(),
        as_of: reader.date(&table, "as_of"),
        history_from: reader.date(&table, "history_from"),
        seed: reader.whole(&table, "seed"),
    };
    reader.finish(settings)
}

/// Writes settings as the text of a `store.toml`.
pub fn write_store(settings: &StoreSettings) -> String {
    let mut text = format!("synthetic = {}\n", settings.synthetic);
    let dates = [
        ("as_of", settings.as_of),
        ("history_from", settings.history_from),
    ];
    for (key, date) in dates {
        if let Some(date) = date {
            text.push_str(&format!("{key} = {}\n", date.write(Lang::En)));
        }
    }
    if let Some(seed) = settings.seed {
        text.push_str(&format!("seed = {seed}\n"));
    }
    text
}

impl Reader<'_> {
    fn switch(&mut self, table: &toml::Table, key: &str) -> Option<bool> {
        match table.get(key)? {
            Value::Boolean(is_on) => Some(*is_on),
            other => {
                let value = other.to_string();
                self.value(&[key], SettingProblem::NotTrueOrFalse { value });
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_comes_back_and_a_wrong_one_says_where() {
        let settings = StoreSettings {
            synthetic: true,
            as_of: chrono::NaiveDate::from_ymd_opt(2026, 11, 22),
            history_from: chrono::NaiveDate::from_ymd_opt(2024, 1, 1),
            seed: Some(2027),
        };
        let text = write_store(&settings);
        assert_eq!(read_store(&text, STORE_FILE).unwrap(), settings);
        assert_eq!(
            read_store("", STORE_FILE).unwrap(),
            StoreSettings::default()
        );
        for (text, code, line) in [
            ("syntetic = true", "D031", 1),
            ("seed = -1", "D031", 1),
            ("seed = 3\nas_of = 3", "D031", 2),
            ("synthetic = tru", "D030", 1),
        ] {
            let faults = read_store(text, STORE_FILE).unwrap_err();
            assert_eq!(faults.len(), 1, "{text}");
            let found = &faults[0].finding;
            assert_eq!(
                (found.code(), found.place.row),
                (code, Some(line)),
                "{text}"
            );
            assert_eq!(found.place.file, STORE_FILE);
        }
    }
}
