//! A desk from a folder or a workbook, and into one.

use std::collections::BTreeMap;
use std::path::Path;

use mestring_model::finding::FileProblem;
use mestring_model::record::{ColumnDecl, Kind as CellKind, TableDecl};
use mestring_model::{Desk, DeskBuilder, Finding, Lang, PersonStore, Place, RawTable, Settings};

use crate::error::{ExchangeError, StoreError};
use crate::import::left_out;
use crate::workbook_write::{Column, Kind, Sheet, write_workbook};
use crate::{csv_text, csv_write, folder, national_id, settings, workbook};

/// The sheet of a workbook that says what `desk.toml` says.
pub const SETTINGS_SHEET: &str = "desk";

/// Reads a desk from a folder of CSV files with a `desk.toml`, or from a workbook with a sheet for
/// each table.
///
/// Tables are known by their file's or sheet's name in English, bokmål or nynorsk. What cannot be
/// used becomes a finding; a table that holds a national identity number is refused whole, and the
/// other tables are read.
///
/// # Errors
/// Nothing stands at the path, it cannot be read, it holds no table at all or one of persons, or its
/// settings are wrong: by what rules and on what date it would be judged is then not known.
pub fn read(path: &Path) -> Result<(Desk, Vec<Finding>), ExchangeError> {
    let (builder, tables) = match folder::kind(path)? {
        folder::Kind::Folder => read_folder(path)?,
        folder::Kind::File => read_workbook(path)?,
    };
    if tables == 0 {
        return Err(ExchangeError::NotADesk {
            path: path.display().to_string(),
        });
    }
    let (desk, mut findings) = builder.build();
    // A finding quotes the cell that it is about.
    findings.iter_mut().for_each(national_id::mask);
    Ok((desk, findings))
}

fn read_folder(path: &Path) -> Result<(DeskBuilder, usize), ExchangeError> {
    let mut findings = Vec::new();
    let mut builder = Desk::builder();
    let mut tables = 0;
    for (name, bytes) in folder::read_folder(path, &["csv", "tsv", "toml"])? {
        let stem = Path::new(&name)
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned());
        let stem = stem.unwrap_or_default();
        if name == settings::FILE {
            let text = String::from_utf8(bytes).map_err(|_| ExchangeError::NotUtf8 {
                path: path.join(&name).display().to_string(),
            })?;
            if national_id::holds_national_id(&text) {
                let places = vec![(Place::file(settings::FILE), 1)];
                return Err(ExchangeError::NationalNumber { places });
            }
            let read = settings::read(&text, settings::FILE)?;
            builder = builder.settings(read);
        } else if name == left_out::FILE {
            findings.extend(left_out::waiting(&bytes));
        } else if !name.ends_with(".toml") {
            tables += 1;
            no_persons(path, &stem, &name)?;
            match csv_text::read(&name, &bytes) {
                Ok((table, own)) => {
                    if let Some(because) = own.iter().find(|own| own.problem.stops_a_table()) {
                        builder = builder.unread(&stem, because);
                    }
                    findings.extend(own);
                    builder = builder.table(&stem, table);
                }
                Err(error) => {
                    let own = error.findings().ok_or(error)?;
                    if let Some(because) = own.first() {
                        builder = builder.unread(&stem, because);
                    }
                    findings.extend(own);
                }
            }
        }
    }
    Ok((builder.findings(findings), tables))
}

fn read_workbook(path: &Path) -> Result<(DeskBuilder, usize), ExchangeError> {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let bytes = folder::read_file(path)?;
    let (sheets, findings) = workbook::read(&name.unwrap_or_default(), &bytes)?;
    let mut builder = Desk::builder().findings(findings);
    let mut tables = 0;
    for sheet in sheets {
        if sheet.name.trim().eq_ignore_ascii_case(SETTINGS_SHEET) {
            builder = builder.settings(settings::from_table(&sheet.table)?);
        } else {
            tables += 1;
            no_persons(path, &sheet.name, &sheet.table.file)?;
            builder = builder.table(&sheet.name, sheet.table);
        }
    }
    Ok((builder, tables))
}

/// A desk is shared and kept in versions: a table of persons in it is not read around.
fn no_persons(path: &Path, table: &str, file: &str) -> Result<(), ExchangeError> {
    if PersonStore::table(table).is_none_or(|decl| !decl.personal) {
        return Ok(());
    }
    let (path, file) = (folder::shown(path), file.to_owned());
    Err(StoreError::PersonsInDesk { path, file }.into())
}

/// The packs of each folder that the desk chose: for each key of `[packs]` the folder's own pack, or
/// where it is none those that lie in it, each with its folder and its files. Choices of shipped
/// packs are left to the caller, who knows them.
///
/// # Errors
/// A folder that is missing or holds no pack.
pub fn read_packs(
    desk: &Path,
    settings: &Settings,
) -> Result<BTreeMap<String, folder::PackTexts>, ExchangeError> {
    let base = base(desk)?;
    let mut packs = BTreeMap::new();
    for (name, choice) in &settings.packs {
        if let mestring_model::desk::PackChoice::Folder(path) = choice {
            let read = folder::read_packs(&base.join(path)).map_err(|error| match error {
                ExchangeError::NotFound { .. } => ExchangeError::NoPackFolder {
                    name: name.clone(),
                    path: path.clone(),
                },
                other => other,
            });
            packs.insert(name.clone(), read?);
        }
    }
    Ok(packs)
}

/// The settings of a desk with the folders of its packs as they are reached from here, so that
/// messages name folders that a reader can go to.
///
/// # Errors
/// The desk is not there.
pub fn located(desk: &Path, settings: &Settings) -> Result<Settings, ExchangeError> {
    let base = base(desk)?;
    let mut settings = settings.clone();
    for choice in settings.packs.values_mut() {
        if let mestring_model::desk::PackChoice::Folder(path) = choice {
            *path = base.join(&*path).display().to_string();
        }
    }
    Ok(settings)
}

/// What the folders of packs are relative to: for a workbook, the folder that it lies in.
fn base(desk: &Path) -> Result<&Path, ExchangeError> {
    Ok(match folder::kind(desk)? {
        folder::Kind::Folder => desk,
        folder::Kind::File => desk.parent().unwrap_or(Path::new("")),
    })
}

/// The files of a desk folder by name: `desk.toml` and a CSV file for each table, as spreadsheets in
/// Norway open it.
pub fn to_files(desk: &Desk, lang: Lang) -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<String, Vec<u8>> = Desk::TABLES
        .iter()
        .zip(desk.tables(lang))
        .map(|(decl, table)| {
            let bytes = csv_write::write_csv(&table, csv_write::SPREADSHEET);
            (format!("{}.csv", decl.title(lang)), bytes)
        })
        .collect();
    files.insert(
        settings::FILE.to_owned(),
        settings::write(&desk.settings).into_bytes(),
    );
    files
}

/// A desk as one workbook: a sheet for each table, and one for what `desk.toml` says.
///
/// # Errors
/// A cell that a workbook cannot hold.
pub fn to_workbook(desk: &Desk, lang: Lang) -> Result<Vec<u8>, ExchangeError> {
    let own = settings::to_table(&desk.settings);
    let tables: Vec<(&TableDecl, RawTable, Vec<Column>)> = Desk::TABLES
        .iter()
        .zip(desk.tables(lang))
        .map(|(decl, table)| {
            (
                decl,
                table,
                decl.columns().map(|column| written(column, lang)).collect(),
            )
        })
        .collect();
    let mut sheets = vec![Sheet {
        name: SETTINGS_SHEET,
        table: &own,
        columns: &[],
    }];
    sheets.extend(tables.iter().map(|(decl, table, columns)| Sheet {
        name: decl.title(lang),
        table,
        columns,
    }));
    write_workbook(&sheets)
}

/// How a workbook shows a column.
fn written(column: &ColumnDecl, lang: Lang) -> Column {
    let kind = match column.shape.kind {
        _ if column.shape.list => Kind::Text,
        CellKind::Whole | CellKind::Hours | CellKind::Money => Kind::Number,
        CellKind::Date => Kind::Date,
        _ => Kind::Text,
    };
    let choices = match column.shape.kind {
        CellKind::Word(_, words) if !column.shape.list => words
            .iter()
            .map(|word| {
                if lang == Lang::En {
                    word.code.to_owned()
                } else {
                    word.term(lang)
                }
            })
            .collect(),
        CellKind::YesNo if lang == Lang::En => vec!["yes".to_owned(), "no".to_owned()],
        CellKind::YesNo => vec!["ja".to_owned(), "nei".to_owned()],
        _ => Vec::new(),
    };
    Column {
        kind,
        choices,
        meaning: Some(column.meaning.to_owned()),
    }
}

/// A finding for a folder or workbook whose tables are all empty.
pub fn nothing_in(desk: &Desk, path: &Path) -> Option<Finding> {
    let empty = desk
        .tables(Lang::En)
        .iter()
        .all(|table| table.rows.is_empty());
    let place = Place::file(path.display().to_string());
    empty.then(|| Finding::new(place, FileProblem::EmptyDesk))
}
