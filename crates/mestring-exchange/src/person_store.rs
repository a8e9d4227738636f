//! A person store from a folder, and into one.
//!
//! Stricter than a desk: where it may lie is looked at before any table is read, one national number
//! refuses all of it, and no finding shows what a cell holds.

use std::collections::BTreeMap;
use std::path::Path;

use mestring_model::{
    Finding, Lang, PersonStore, PersonStoreBuilder, Place, RawTable, StoreSettings,
};

use crate::error::{ExchangeError, StoreError};
use crate::settings::{self, STORE_FILE};
use crate::{csv_text, csv_write, folder, national_id};

/// Reads a person store from a folder of CSV files with a `store.toml`.
///
/// Tables are known by their file's name in English, bokmål or nynorsk. What cannot be used becomes a
/// finding that says nothing of what the cell holds. What only a desk can tell is said by
/// [`PersonStore::check`].
///
/// # Errors
/// The folder lies in a git work tree and is not marked `synthetic`, or inside a desk; a file holds a
/// national number; nothing of a store is there, or it cannot be read.
pub fn read(path: &Path) -> Result<(PersonStore, Vec<Finding>), ExchangeError> {
    let mut files = folder::read_folder(path, &["csv", "tsv", "toml"]).map_err(refused)?;
    let is_table =
        |name: &String| !name.ends_with(".toml") && PersonStore::table(&stem(name)).is_some();
    if !files.keys().any(is_table) {
        let path = folder::shown(path);
        return Err(StoreError::NotAStore { path }.into());
    }
    let settings = read_settings(path, files.remove(STORE_FILE))?;
    may_lie(path, settings.synthetic)?;
    let mut builder = PersonStore::builder().settings(settings);
    for (name, bytes) in files {
        if !name.ends_with(".toml") {
            builder = read_table(builder, &name, &bytes)?;
        }
    }
    Ok(builder.build())
}

/// Makes a person store of tables in memory by their names: those of a folder that lies nowhere.
///
/// # Errors
/// [`StoreError::NationalNumber`] where a name, a heading or a cell holds one; nothing is read then.
pub fn from_tables(
    tables: impl IntoIterator<Item = (String, RawTable)>,
    settings: StoreSettings,
) -> Result<(PersonStore, Vec<Finding>), ExchangeError> {
    let mut builder = PersonStore::builder().settings(settings);
    for (name, table) in tables {
        no_national_number(&name, &table)?;
        builder = builder.table(&name, table);
    }
    Ok(builder.build())
}

fn no_national_number(name: &str, table: &RawTable) -> Result<(), StoreError> {
    let held = |text: &String| national_id::holds_national_id(text);
    if national_id::holds_national_id(name) {
        let place = Place::file(national_id::masked(name));
        return Err(StoreError::NationalNumber { place, count: 1 });
    }
    if table.headings.iter().any(held) {
        let place = Place::row(name, 1);
        return Err(StoreError::NationalNumber { place, count: 1 });
    }
    let cells = table.rows.iter().flat_map(|row| {
        let cells = row.cells.iter().enumerate();
        cells
            .filter(|(_, cell)| held(cell))
            .map(|(at, _)| (row.number, at))
    });
    let mut cells = cells.peekable();
    let Some((row, at)) = cells.peek().copied() else {
        return Ok(());
    };
    let mut place = Place::row(name, row);
    let heading = table
        .headings
        .get(at)
        .filter(|own| PersonStore::is_heading(own));
    place.column = heading.cloned();
    let count = cells.count();
    Err(StoreError::NationalNumber { place, count })
}

/// Whether a person store may lie at a path, before it is made or read.
///
/// # Errors
/// [`StoreError::InDesk`]; [`StoreError::InWorkTree`] unless the people are made up.
pub fn may_lie(path: &Path, synthetic: bool) -> Result<(), ExchangeError> {
    let shown = folder::shown(path);
    if let Some(desk) = folder::desk_above(path)? {
        let desk = folder::shown(&desk);
        return Err(StoreError::InDesk { path: shown, desk }.into());
    }
    if let Some(root) = folder::git_work_tree(path)?.filter(|_| !synthetic) {
        let root = folder::shown(&root);
        return Err(StoreError::InWorkTree { path: shown, root }.into());
    }
    Ok(())
}

/// The files of a person store by name: `store.toml` and a CSV file for each table, as spreadsheets in
/// Norway open it.
pub fn to_files(store: &PersonStore, lang: Lang) -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<String, Vec<u8>> = PersonStore::TABLES
        .iter()
        .zip(store.tables(lang))
        .map(|(decl, table)| {
            let bytes = csv_write::write_csv(&table, csv_write::SPREADSHEET);
            (format!("{}.csv", decl.title(lang)), bytes)
        })
        .collect();
    let text = settings::write_store(&store.settings);
    files.insert(STORE_FILE.to_owned(), text.into_bytes());
    files
}

fn read_settings(path: &Path, bytes: Option<Vec<u8>>) -> Result<StoreSettings, ExchangeError> {
    let Some(bytes) = bytes else {
        return Ok(StoreSettings::default());
    };
    let text = String::from_utf8(bytes).map_err(|_| ExchangeError::NotUtf8 {
        path: folder::shown(&path.join(STORE_FILE)),
    })?;
    if national_id::holds_national_id(&text) {
        let place = Place::file(STORE_FILE);
        return Err(StoreError::NationalNumber { place, count: 1 }.into());
    }
    Ok(settings::read_store(&text, STORE_FILE)?)
}

fn read_table(
    builder: PersonStoreBuilder,
    name: &str,
    bytes: &[u8],
) -> Result<PersonStoreBuilder, ExchangeError> {
    let stem = stem(name);
    match csv_text::read(name, bytes).map_err(refused) {
        Ok((table, own)) => {
            let builder = match own.iter().find(|own| own.problem.stops_a_table()) {
                Some(because) => builder.unread(&stem, because),
                None => builder,
            };
            Ok(builder.findings(own).table(&stem, table))
        }
        Err(error) => {
            let own = error.findings().ok_or(error)?;
            let builder = match own.first() {
                Some(because) => builder.unread(&stem, because),
                None => builder,
            };
            Ok(builder.findings(own))
        }
    }
}

fn stem(name: &str) -> String {
    let stem = Path::new(name).file_stem();
    stem.map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// National numbers refuse the whole store; a column that no table declares may itself be a person's.
fn refused(error: ExchangeError) -> ExchangeError {
    let ExchangeError::NationalNumber { places } = &error else {
        return error;
    };
    let count = places.iter().map(|(_, cells)| *cells).sum();
    let mut place = places
        .first()
        .map(|(place, _)| place.clone())
        .unwrap_or_default();
    place
        .column
        .take_if(|column| !PersonStore::is_heading(column));
    StoreError::NationalNumber { place, count }.into()
}
