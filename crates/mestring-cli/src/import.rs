//! Taking a list of one's own into a desk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use mestring::report::{Cell, Page, Table, Tone, json};
use mestring_exchange::import::{Guess, How, Mapping, guess, merge};
use mestring_exchange::{csv_text, csv_write, desk, folder, settings, workbook};
use mestring_model::record::TableDecl;
use mestring_model::{Finding, Lang, RawTable, Settings};
use serde_json::{Value, json};

use crate::args::{Common, Import};
use crate::ask::code;
use crate::error::CommandError;
use crate::output::Output;

/// What was settled about a desk's lists, beside its tables.
const MAPPING: &str = "mapping.toml";

/// A list with what it was taken for.
struct List {
    name: String,
    table: RawTable,
    guess: Guess,
}

/// Shows what each list is taken for; with `--yes` writes its rows into the desk.
pub(crate) fn run(
    common: &Common,
    asked: &Import,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let (tables, mut findings) = read(&asked.list)?;
    if let Some(into) = &asked.into {
        begin(into, common.lang)?;
    }
    let mapping = match &asked.into {
        Some(into) => kept(into)?,
        None => Mapping::default(),
    };
    let lists: Vec<List> = tables
        .into_iter()
        .map(|(name, table)| {
            let guess = guess(&table, &name, asked.table, &mapping);
            List { name, table, guess }
        })
        .collect();

    let mut page = Page::default();
    for list in &lists {
        page.append(shown(output, common.lang, list));
    }
    let mut written = Vec::new();
    if let Some(into) = &asked.into {
        keep(into, mapping, &lists)?;
        if asked.yes {
            for list in &lists {
                written.extend(take(into, list, asked.update, &mut findings)?);
            }
            // What the new rows are worth shows in the desk as a whole.
            findings.extend(desk::read(into)?.1);
        } else {
            let mapping = into.join(MAPPING).display().to_string();
            page.text(
                output
                    .texts()
                    .say("cli-import-kept", &[("mapping", mapping.into())]),
            );
        }
    } else {
        page.text(output.texts().plain("cli-import-into"));
    }
    for own in &written {
        page.text(output.texts().say(
            "cli-imported",
            &[
                ("file", own.file.display().to_string().into()),
                ("added", own.added.into()),
                ("changed", own.changed.into()),
            ],
        ));
    }
    if common.json {
        let parts = [
            ("lists", lists.iter().map(list_json).collect()),
            ("written", written.iter().map(written_json).collect()),
            ("findings", json::findings(&findings)),
        ];
        output.json(&json::document(parts))?;
    } else {
        output.page(&page)?;
    }
    // JSON holds the findings itself, and the stream of errors nothing but JSON.
    if !common.json {
        output.findings(&findings)?;
    }
    Ok(code(&findings))
}

/// Makes sure that the lists have a desk folder to go into: a new one where nothing stands yet, in
/// the language of the command.
fn begin(into: &Path, lang: Lang) -> Result<(), CommandError> {
    if folder::is_free(into)? {
        let name = into
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let own = Settings {
            name: name.unwrap_or_default(),
            lang,
            ..Settings::default()
        };
        let file = (
            settings::FILE.to_owned(),
            settings::write(&own).into_bytes(),
        );
        folder::create(into, &BTreeMap::from([file]))?;
    }
    if folder::kind(into)? == folder::Kind::File {
        return Err(CommandError::IntoWorkbook {
            path: into.display().to_string(),
        });
    }
    Ok(())
}

/// A list with its name.
type Named = (String, RawTable);

/// The lists of a file by name: the sheets of a workbook, or a CSV file by its name without ending.
fn read(path: &Path) -> Result<(Vec<Named>, Vec<Finding>), CommandError> {
    let name = |part: Option<&std::ffi::OsStr>| {
        part.map(|part| part.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let file = name(path.file_name());
    let bytes = folder::read_file(path)?;
    if path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
    {
        let (sheets, findings) = workbook::read(&file, &bytes)?;
        let tables = sheets.into_iter().map(|sheet| (sheet.name, sheet.table));
        return Ok((tables.collect(), findings));
    }
    let (table, findings) = csv_text::read(&file, &bytes)?;
    Ok((vec![(name(path.file_stem()), table)], findings))
}

/// A file of a desk folder; `None` where it is not there.
fn own_file(into: &Path, file: &str) -> Result<Option<String>, CommandError> {
    if !folder::file_names(into)?.iter().any(|name| name == file) {
        return Ok(None);
    }
    let bytes = folder::read_file(&into.join(file))?;
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// The mapping of a desk folder; an empty one where there is none.
fn kept(into: &Path) -> Result<Mapping, CommandError> {
    match own_file(into, MAPPING)? {
        Some(text) => Ok(Mapping::read(&text)?),
        None => Ok(Mapping::default()),
    }
}

/// Keeps what the lists were taken for, to be corrected there and used the next time.
fn keep(into: &Path, mapping: Mapping, lists: &[List]) -> Result<(), CommandError> {
    let settled = lists.iter().fold(mapping.clone(), |all, list| {
        all.remember(&list.name, &list.guess)
    });
    if settled != mapping {
        folder::write_file(&into.join(MAPPING), settled.write().as_bytes())?;
    }
    Ok(())
}

/// A table that was written.
struct Written {
    file: PathBuf,
    table: &'static TableDecl,
    added: usize,
    changed: usize,
}

/// Adds the rows of a list to the desk's table and writes it; nothing for a list that no table fits.
fn take(
    into: &Path,
    list: &List,
    update: bool,
    findings: &mut Vec<Finding>,
) -> Result<Option<Written>, CommandError> {
    let (Some(decl), Some(rows)) = (list.guess.table, list.guess.apply(&list.table)) else {
        return Ok(None);
    };
    let lang = settings_lang(into)?;
    let names = folder::file_names(into)?;
    let own = names.iter().find(|name| {
        let path = Path::new(name);
        let is_csv = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        is_csv
            && path
                .file_stem()
                .is_some_and(|stem| decl.is_named(&stem.to_string_lossy()))
    });
    let before = match own {
        Some(name) => Some(csv_text::read(name, &folder::read_file(&into.join(name))?)?.0),
        None => None,
    };
    let merged = merge(decl, before.as_ref(), &rows, lang, update);
    let file = into.join(
        own.cloned()
            .unwrap_or_else(|| format!("{}.csv", decl.title(lang))),
    );
    let bytes = csv_write::write_csv(&merged.table, csv_write::SPREADSHEET);
    folder::write_file(&file, &bytes)?;
    findings.extend(merged.findings);
    Ok(Some(Written {
        file,
        table: decl,
        added: merged.added,
        changed: merged.changed,
    }))
}

/// The language in which a desk folder is written.
fn settings_lang(into: &Path) -> Result<Lang, CommandError> {
    let text = own_file(into, settings::FILE)?;
    let own = text.map(|text| settings::read(&text, settings::FILE).0);
    Ok(own.map_or_else(Lang::default, |own| own.lang))
}

/// What a list is taken for, as a table.
fn shown(output: &Output<'_>, lang: Lang, list: &List) -> Page {
    let texts = output.texts();
    let mut page = Page::default();
    let source = (&list.guess.source).into();
    let Some(decl) = list.guess.table else {
        page.heading(2, texts.say("cli-import-no-table", &[("list", source)]));
        return page;
    };
    let title = decl.title(lang).replace('_', " ");
    page.heading(
        2,
        texts.say(
            "cli-import-table",
            &[("list", source), ("table", title.into())],
        ),
    );
    let mut table = Table::new([
        texts.plain("cli-column-heading"),
        texts.plain("cli-column-column"),
        texts.plain("cli-column-how"),
        texts.plain("cli-column-unreadable"),
        texts.plain("cli-column-sample"),
    ]);
    for own in &list.guess.columns {
        let column = own.column.and_then(|(name, how)| {
            let column = decl.columns().find(|column| column.name == name)?;
            Some((column.heading(lang), how))
        });
        let (column, how, unreadable) = match column {
            Some((column, how)) => {
                let tone = if how < How::Part {
                    Tone::Plain
                } else {
                    Tone::Unsure
                };
                let unreadable = texts.say(
                    "cli-of",
                    &[
                        ("part", own.unreadable.into()),
                        ("whole", own.filled.into()),
                    ],
                );
                (
                    Cell::new(column),
                    Cell::new(texts.plain(how_id(how))).tone(tone),
                    unreadable,
                )
            }
            None => (
                Cell::new(texts.plain("cli-import-not-read")).tone(Tone::Faint),
                Cell::default(),
                String::new(),
            ),
        };
        table.row([
            own.heading.as_str().into(),
            column,
            how,
            // A column of which most cells cannot be read was probably taken for the wrong one.
            Cell::figure(unreadable).tone(if own.unreadable * 2 > own.filled {
                Tone::Bad
            } else {
                Tone::Plain
            }),
            Cell::new(own.sample.clone().unwrap_or_default()),
        ]);
    }
    page.table(table);
    page
}

fn how_id(how: How) -> &'static str {
    match how {
        How::Kept => "cli-how-kept",
        How::Name => "cli-how-name",
        How::Alias => "cli-how-alias",
        How::Part => "cli-how-part",
        How::Spelling => "cli-how-spelling",
    }
}

fn list_json(list: &List) -> Value {
    let columns = list.guess.columns.iter().map(|own| {
        json!({
            "heading": own.heading,
            "column": own.column.map(|(name, _)| name),
            "how": own.column.map(|(_, how)| how.code()),
            "filled": own.filled,
            "unreadable": own.unreadable,
        })
    });
    json!({
        "list": list.guess.source,
        "table": list.guess.table.map(|decl| decl.name),
        "columns": columns.collect::<Vec<_>>(),
    })
}

fn written_json(written: &Written) -> Value {
    json!({
        "file": written.file.display().to_string(),
        "table": written.table.name,
        "added": written.added,
        "changed": written.changed,
    })
}
