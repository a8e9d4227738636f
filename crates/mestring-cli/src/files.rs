//! Making a desk, and writing one as a workbook.

use std::collections::BTreeMap;
use std::path::Path;

use mestring::report::Page;
use mestring_exchange::{desk, folder, national_id, template};
use mestring_model::desk::PackChoice;
use mestring_model::finding::PackProblem;
use mestring_model::{Finding, Place, Settings};
use mestring_rules::{Pack, Plugins};

use crate::RESULT;
use crate::args::Common;
use crate::ask::code;
use crate::error::{CommandError, Remedy};
use crate::output::Output;
use crate::surroundings::Surroundings;

/// Makes a folder with a small desk and copies of the shipped packs, with what editors need
/// to complete and check them. `--as-of` stays in the desk, so
/// that it answers the same on any day.
pub(crate) fn new(
    common: &Common,
    surroundings: &Surroundings,
    path: &Path,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let shown = path.display().to_string();
    if !folder::is_free(path)? {
        return Err(CommandError::Taken {
            path: shown,
            remedy: Remedy::NewFolder,
        });
    }
    let packs: BTreeMap<String, BTreeMap<String, String>> = mestring_packs::shipped()
        .iter()
        .map(|pack| (pack.name.to_owned(), pack.to_files()))
        .collect();
    let start = template::Start {
        lang: common.lang,
        made: common.as_of.unwrap_or(surroundings.today),
        as_of_that_day: common.as_of.is_some(),
    };
    let mut files = template::files(start, &packs);
    let editor = mestring_packs::editor().iter();
    files.extend(editor.map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    folder::create(path, &files)?;
    let mut page = Page::default();
    page.text(output.texts().say(
        "cli-made",
        &[
            ("folder", (&shown).into()),
            ("files", files.len().into()),
            ("packs", packs.len().into()),
        ],
    ));
    page.text(
        output
            .texts()
            .say("cli-made-next", &[("folder", (&shown).into())]),
    );
    output.page(&page)?;
    Ok(RESULT)
}

/// Writes a desk as one workbook.
pub(crate) fn export(
    path: &Path,
    workbook: &Path,
    overwrite: bool,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let shown = workbook.display().to_string();
    if !workbook
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
    {
        return Err(CommandError::NotXlsx { path: shown });
    }
    let (mut desk, mut findings) = desk::read(path)?;
    carry_packs(path, workbook, &mut desk.settings, &mut findings)?;
    let bytes = desk::to_workbook(&desk, desk.settings.lang)?;
    if !overwrite && !folder::is_free(workbook)? {
        return Err(CommandError::Taken {
            path: shown,
            remedy: Remedy::Overwrite,
        });
    }
    folder::write_file(workbook, &bytes)?;
    let tables = desk.tables(desk.settings.lang);
    let rows: usize = tables.iter().map(|table| table.rows.len()).sum();
    let mut page = Page::default();
    page.text(output.texts().say(
        "cli-exported",
        &[
            ("workbook", shown.into()),
            ("tables", tables.len().into()),
            ("rows", rows.into()),
        ],
    ));
    output.page(&page)?;
    output.findings(&findings)?;
    Ok(code(&findings))
}

/// Names the desk's packs so that the workbook finds them wherever it lies: a pack that is the same as
/// a shipped one by that one's name and version, any other by the way from the workbook's folder.
fn carry_packs(
    path: &Path,
    workbook: &Path,
    settings: &mut Settings,
    findings: &mut Vec<Finding>,
) -> Result<(), CommandError> {
    let folder_of = |path: &Path| path.parent().unwrap_or(Path::new("")).to_path_buf();
    let base = match folder::kind(path)? {
        folder::Kind::Folder => path.to_path_buf(),
        folder::Kind::File => folder_of(path),
    };
    for (name, choice) in &mut settings.packs {
        let PackChoice::Folder(own) = choice else {
            continue;
        };
        let pack = base.join(&*own);
        let texts = folder::read_pack(&pack);
        let shipped = texts.as_ref().ok().and_then(same_as_shipped);
        let way = folder::way(&folder_of(workbook), &pack)?;
        *choice = match shipped {
            Some(shipped) => shipped,
            None => {
                let (name, own) = (name.clone(), way.clone());
                let problem = match texts {
                    Ok(_) => PackProblem::OwnRules { name, way: own },
                    Err(_) => PackProblem::UnreadRules { name, way: own },
                };
                let mut finding =
                    Finding::new(Place::file(workbook.display().to_string()), problem);
                national_id::mask(&mut finding);
                findings.push(finding);
                PackChoice::Folder(way)
            }
        };
    }
    Ok(())
}

/// The shipped pack that has the same texts.
fn same_as_shipped(texts: &BTreeMap<String, String>) -> Option<PackChoice> {
    let shipped = mestring_packs::shipped();
    let same = shipped.iter().find(|own| own.to_files() == *texts)?;
    let pack = Pack::load(texts, &Plugins::default()).ok()?;
    Some(PackChoice::Shipped {
        name: same.name.to_owned(),
        version: Some(pack.manifest().version.clone()),
    })
}
