//! Making a desk, and writing one as a workbook.

use std::collections::BTreeMap;
use std::path::Path;

use mestring::report::Page;
use mestring_exchange::{desk, folder, template};

use crate::RESULT;
use crate::args::Common;
use crate::ask::code;
use crate::error::CommandError;
use crate::output::Output;

/// Makes a folder with a small desk and copies of the shipped packs.
pub(crate) fn new(
    common: &Common,
    path: &Path,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let shown = path.display().to_string();
    if !folder::is_free(path)? {
        let remedy = "give the name of a new folder; nothing was written";
        return Err(CommandError::Taken {
            path: shown,
            remedy,
        });
    }
    let packs: BTreeMap<String, BTreeMap<String, String>> = mestring_packs::shipped()
        .iter()
        .map(|pack| (pack.name.to_owned(), pack.to_files()))
        .collect();
    let files = template::files(common.lang, &packs);
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
    let (desk, findings) = desk::read(path)?;
    let bytes = desk::to_workbook(&desk, desk.settings.lang)?;
    if !overwrite && !folder::is_free(workbook)? {
        let remedy = "give another name, or `--overwrite`; nothing was written";
        return Err(CommandError::Taken {
            path: shown,
            remedy,
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
