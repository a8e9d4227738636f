//! Taking lists of one's own into a desk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use mestring::report::{Page, json};
use mestring::text::Texts;
use mestring_exchange::import::{
    DeskFolder, Guess, Mapping, Plan, Reading, column_named, guess, left_out, plan,
};
use mestring_exchange::{ExchangeError, csv_text, desk, folder, national_id, settings, workbook};
use mestring_model::desk::PackChoice;
use mestring_model::finding::{Column, ImportProblem, Known, Table};
use mestring_model::record::TableDecl;
use mestring_model::{Desk, Finding, Lang, Place, RawTable, Settings};

use crate::NO_RESULT;
use crate::args::{Common, Import};
use crate::ask::code;
use crate::error::{CommandError, Missing};
use crate::output::Output;
use crate::surroundings::Surroundings;

mod show;

/// What is known about a desk's lists, beside its tables.
const MAPPING: &str = "mapping.toml";

/// A list with what it was taken for.
struct List {
    name: String,
    table: RawTable,
    guess: Guess,
}

/// The lists of a file.
struct Source {
    /// The lists that have rows, with their names: the sheets of a workbook, or a CSV file by its
    /// name without ending.
    lists: Vec<(String, RawTable)>,
    /// Lists without rows.
    empty: usize,
    /// What the workbook of a desk says that `desk.toml` says.
    settings: Option<Settings>,
    findings: Vec<Finding>,
}

/// The desk that lists go into, as it is before.
struct Into {
    folder: PathBuf,
    is_new: bool,
    settings: Settings,
    /// Its tables by file name.
    files: BTreeMap<String, Vec<u8>>,
    mapping: Mapping,
    /// What earlier imports left out.
    left_out: Option<Vec<u8>>,
}

/// Shows what each list is taken for and what it would bring; with `--yes` writes it into the desk.
pub(crate) fn run(
    common: &Common,
    surroundings: &Surroundings,
    asked: &Import,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let source = read(asked)?;
    let into = match &asked.into {
        Some(folder) => Some(open(folder, common.lang, asked, &source)?),
        None => None,
    };
    let date = into.as_ref().and_then(|into| into.settings.as_of);
    let date = common.as_of.or(date).unwrap_or(surroundings.today);
    let mut reading = Reading::on(date);
    for (name, bytes) in into.iter().flat_map(|into| &into.files) {
        let stem = Path::new(name).file_stem().unwrap_or_default();
        // A table that cannot be read is told when it is to be added to.
        if let (Some(decl), Ok((table, _))) = (
            Desk::table(&stem.to_string_lossy()),
            csv_text::read(name, bytes),
        ) {
            reading = reading.with(decl, &table);
        }
    }
    let mut mapping = into
        .as_ref()
        .map_or_else(Mapping::default, |into| into.mapping.clone());
    let mut findings = source.findings;
    let mut lists = Vec::new();
    for (name, table) in source.lists {
        mapping = mapping.settle(&name, asked.table, settled(asked, &table));
        let guess = guess(&table, &name, &mapping, &reading);
        lists.push(List { name, table, guess });
    }
    check_columns(common.lang, asked, &lists)?;
    let misfits: Vec<Finding> = lists.iter().filter_map(misfit).collect();
    let nothing = misfits.len() == lists.len();
    let fits = |list: &&List| misfits.iter().all(|own| own.place.file != list.table.file);
    let fitting: Vec<&List> = lists.iter().filter(fits).collect();

    let mut page = Page::default();
    for list in &lists {
        page.append(show::list(output, common.lang, list));
    }
    page.append(show::empty(output, source.empty));
    let mut planned = None;
    if let Some(into) = &into
        && !nothing
    {
        let desk = DeskFolder {
            files: &into.files,
            settings: &into.settings,
            reading: &reading,
            update: asked.update,
        };
        let tables: Vec<_> = fitting.iter().map(|own| (&own.table, &own.guess)).collect();
        let own = plan(desk, &tables)?;
        if asked.yes {
            for list in &fitting {
                mapping = mapping.remember(&list.name, &list.guess);
            }
            write(into, &own, &fitting, &mapping)?;
        }
        findings.extend(own.findings.iter().cloned());
        page.append(show::plan(output, into, &own, asked.yes));
        planned = Some(own);
    } else if !nothing {
        page.text(output.texts().plain("cli-import-into"));
    } else {
        page.text(output.texts().plain("cli-import-nothing"));
    }
    findings.extend(misfits);
    findings.iter_mut().for_each(national_id::mask);
    if common.json {
        output.json(&json::document([
            ("lists", lists.iter().map(show::list_json).collect()),
            ("tables", show::tables_json(planned.as_ref())),
            ("left_out", show::left_out_json(planned.as_ref())),
            ("written", (asked.yes && planned.is_some()).into()),
            ("findings", json::findings(&findings)),
        ]))?;
    } else {
        output.page(&page)?;
    }
    // JSON holds the findings itself, and the stream of errors nothing but JSON.
    if !common.json {
        output.findings(&findings)?;
    }
    Ok(if nothing { NO_RESULT } else { code(&findings) })
}

/// The lists of a file, those that were asked for.
fn read(asked: &Import) -> Result<Source, CommandError> {
    let path = &asked.list;
    let name = |part: Option<&std::ffi::OsStr>| {
        part.map(|part| part.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let file = name(path.file_name());
    let bytes = folder::read_file(path)?;
    let is_workbook = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    let (mut lists, findings) = if is_workbook {
        let (sheets, findings) = workbook::read(&file, &bytes)?;
        let tables = sheets.into_iter().map(|sheet| (sheet.name, sheet.table));
        (tables.collect::<Vec<_>>(), findings)
    } else {
        let (table, findings) = csv_text::read(&file, &bytes)?;
        (vec![(name(path.file_stem()), table)], findings)
    };
    let mut own = None;
    if is_workbook {
        let is_settings = |name: &str, table: &RawTable| {
            name.trim().eq_ignore_ascii_case(desk::SETTINGS_SHEET)
                && table.headings == ["setting", "value"]
        };
        if let Some(at) = lists
            .iter()
            .position(|(name, table)| is_settings(name, table))
        {
            let settings = settings::from_table(&lists.remove(at).1);
            own = Some(settings.map_err(ExchangeError::from)?);
        }
    }
    for sheet in &asked.sheets {
        if !lists.iter().any(|(name, _)| name == sheet) {
            let names = lists.iter().map(|(name, _)| name.as_str());
            return Err(CommandError::not_there(
                sheet,
                Missing::Sheet { file },
                names,
            ));
        }
    }
    lists.retain(|(name, _)| asked.sheets.is_empty() || asked.sheets.contains(name));
    let all = lists.len();
    lists.retain(|(_, table)| !table.rows.is_empty());
    if lists.is_empty() {
        return Err(CommandError::NoRows {
            path: path.display().to_string(),
        });
    }
    Ok(Source {
        empty: all - lists.len(),
        lists,
        settings: own,
        findings,
    })
}

/// The desk folder as it is; one that is not there yet is not made.
fn open(into: &Path, lang: Lang, asked: &Import, source: &Source) -> Result<Into, CommandError> {
    if folder::is_free(into)? {
        let name = into
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let fresh = Settings {
            name: name.unwrap_or_default(),
            lang,
            ..Settings::default()
        };
        let mut settings = source.settings.clone().unwrap_or(fresh);
        // The packs of a workbook are named from where it lies.
        let from = asked.list.parent().unwrap_or(Path::new(""));
        for choice in settings.packs.values_mut() {
            if let PackChoice::Folder(path) = choice {
                *path = folder::way(into, &from.join(&*path))?;
            }
        }
        return Ok(Into {
            folder: into.to_path_buf(),
            is_new: true,
            settings,
            files: BTreeMap::new(),
            mapping: Mapping::default(),
            left_out: None,
        });
    }
    if folder::kind(into)? == folder::Kind::File {
        return Err(CommandError::IntoWorkbook {
            path: into.display().to_string(),
        });
    }
    // What is no desk is not made one by a slip in the path.
    desk::read(into)?;
    let mut files = folder::read_folder(into, &["csv", "tsv"])?;
    let left_out = files.remove(left_out::FILE);
    let settings = own_text(into, settings::FILE)?;
    let settings = settings.map(|text| settings::read(&text, settings::FILE));
    let settings = settings.transpose().map_err(ExchangeError::from)?;
    let mapping = match own_text(into, MAPPING)? {
        Some(text) => Mapping::read(&text)?,
        None => Mapping::default(),
    };
    Ok(Into {
        folder: into.to_path_buf(),
        is_new: false,
        settings: settings.unwrap_or_default(),
        files,
        mapping,
        left_out,
    })
}

/// A text of a desk folder; `None` where it is not there.
fn own_text(into: &Path, file: &str) -> Result<Option<String>, CommandError> {
    if !folder::file_names(into)?.iter().any(|name| name == file) {
        return Ok(None);
    }
    let bytes = folder::read_file(&into.join(file))?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
}

/// What the arguments say about the headings of a list.
fn settled<'a>(asked: &'a Import, table: &'a RawTable) -> impl Iterator<Item = (&'a str, &'a str)> {
    asked
        .columns
        .iter()
        .filter(|(heading, _)| table.headings.contains(heading))
        .map(|(heading, column)| (heading.as_str(), column.as_str()))
}

/// Headings that no list has, and columns that no table of theirs has, are mistyped.
fn check_columns(lang: Lang, asked: &Import, lists: &[List]) -> Result<(), CommandError> {
    for (heading, column) in &asked.columns {
        let headings = lists.iter().flat_map(|list| &list.table.headings);
        let headings = headings.map(String::as_str).filter(|own| !own.is_empty());
        if !headings.clone().any(|own| own == heading) {
            return Err(CommandError::not_there(heading, Missing::Heading, headings));
        }
        for list in lists
            .iter()
            .filter(|own| own.table.headings.contains(heading))
        {
            // A list that was not recognised may be any of the tables.
            let tables: Vec<&TableDecl> = match list.guess.table {
                Some(decl) => vec![decl],
                None => Desk::TABLES.iter().collect(),
            };
            let mut named = tables.iter().map(|decl| column_named(decl, column));
            if !column.is_empty() && named.all(|found| found.is_none()) {
                let what = match tables.as_slice() {
                    [decl] => Missing::Column {
                        table: decl.title(lang).to_owned(),
                    },
                    _ => Missing::AnyColumn,
                };
                let names = tables.iter().flat_map(|decl| decl.columns());
                let names: BTreeSet<&str> = names.map(|own| own.heading(lang)).collect();
                return Err(CommandError::not_there(column, what, names));
            }
        }
    }
    Ok(())
}

/// Why a list can bring a desk nothing.
fn misfit(list: &List) -> Option<Finding> {
    let problem = match list.guess.table {
        None => ImportProblem::NoTableFits {
            known: Known::Tables,
        },
        Some(decl) => ImportProblem::NoColumnFits {
            table: Table::of(decl),
            column: Column::of(list.guess.missing().first()?),
        },
    };
    Some(Finding::new(Place::file(&list.table.file), problem))
}

/// Writes what is planned, and what is known about the lists.
fn write(into: &Into, plan: &Plan, lists: &[&List], mapping: &Mapping) -> Result<(), CommandError> {
    if into.is_new {
        let text = settings::write(&into.settings).into_bytes();
        let file = BTreeMap::from([(settings::FILE.to_owned(), text)]);
        folder::create(&into.folder, &file)?;
    }
    let names: BTreeSet<String> = lists.iter().map(|list| list.table.file.clone()).collect();
    let texts = Texts::new(into.settings.lang);
    let left = left_out::update(
        into.left_out.as_deref(),
        &names,
        &plan.left_out,
        into.settings.lang,
        |why| texts.reason(why),
    )?;
    // What is left out first: a list must not be lost between the two.
    let path = into.folder.join(left_out::FILE);
    match &left {
        Some(bytes) => folder::write_file(&path, bytes)?,
        None => folder::remove_file(&path)?,
    }
    for table in &plan.tables {
        if let Some(bytes) = &table.bytes {
            folder::write_file(&into.folder.join(&table.file), bytes)?;
        }
    }
    if *mapping != into.mapping {
        folder::write_file(&into.folder.join(MAPPING), mapping.write().as_bytes())?;
    }
    Ok(())
}
