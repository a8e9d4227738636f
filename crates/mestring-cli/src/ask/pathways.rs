//! Which offers cover which step of which pathway.

use std::path::Path;

use mestring::decide::{Decider, PathwayQuestion};
use mestring::pathways::Pathways as Found;
use mestring::report::{self, Cell, Detail, json};
use mestring_exchange::csv_write::{SPREADSHEET, write_csv};
use mestring_exchange::folder;

use super::{Answer, decider};
use crate::args::{Common, Pathways};
use crate::desk::load;
use crate::error::{CommandError, Remedy};
use crate::output::Output;
use crate::surroundings::Surroundings;

/// The pathways as a table of steps; those of one group, or for one municipality, in full.
pub(crate) fn pathways(
    common: &Common,
    surroundings: &Surroundings,
    asked: &Pathways,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let loaded = load(common, surroundings, &asked.desk)?;
    let decider = decider(common, &loaded);
    let question = PathwayQuestion {
        group: asked.group.clone(),
        municipality: asked.municipality.clone(),
    };
    let found = decider.pathways(&question)?;
    let view = output.view(&loaded.desk);
    let detail = match asked.group.is_some() || asked.municipality.is_some() || common.all {
        true => Detail::Full,
        false => Detail::Table,
    };
    let mut answer = Answer::new(common, &loaded, &decider, output);
    answer.add(
        "pathways",
        || report::pathways(&view, &found, detail),
        || json::pathways(&found),
    );
    // All that may be refused comes before anything is written.
    let picture = match &asked.svg {
        Some(path) => {
            let text = report::picture(&view, &found, one(&found)?);
            Some((path, text.into_bytes()))
        }
        None => None,
    };
    let list = asked.csv.as_ref().map(|path| {
        let rows = report::pathway_rows(&view, &found);
        (path, write_csv(&rows, SPREADSHEET))
    });
    let files: Vec<_> = picture.into_iter().chain(list).collect();
    for (path, _) in &files {
        may_write(path, asked.overwrite)?;
    }
    for (path, bytes) in &files {
        folder::write_file(path, bytes)?;
        let file = path.display().to_string();
        let text = output.texts().say("cli-written", &[("file", file.into())]);
        if !common.json {
            answer.page.text(Cell::new(text));
        }
    }
    answer.finish(output)
}

/// Adds the part of a report of everything: the steps that nothing covers.
pub(super) fn add_gaps(answer: &mut Answer<'_>, decider: &Decider<'_>, output: &Output<'_>) {
    let found = decider.pathway_cover();
    let view = output.view(&answer.loaded.desk);
    answer.add(
        "pathway_gaps",
        || report::pathway_gaps(&view, &found),
        || json::pathway_gaps(&found),
    );
}

/// The one pathway that was asked for.
fn one(found: &Found) -> Result<&mestring::pathways::PathwayCover, CommandError> {
    match found.pathways.as_slice() {
        [one] => Ok(one),
        several => {
            let ids = several.iter().map(|own| own.pathway.id.as_str());
            Err(CommandError::NotOnePathway {
                count: several.len(),
                pathways: ids.collect::<Vec<_>>().join(", "),
            })
        }
    }
}

/// A file that is there stays, unless it was said that it need not; and a desk holds its own lists only,
/// since whatever else lies in it would be read as one.
fn may_write(path: &Path, overwrite: bool) -> Result<(), CommandError> {
    let shown = || path.display().to_string();
    if let Some(desk) = folder::desk_above(path)? {
        return Err(CommandError::InDesk {
            path: shown(),
            desk: desk.display().to_string(),
        });
    }
    if !overwrite && !folder::is_free(path)? {
        return Err(CommandError::Taken {
            path: shown(),
            remedy: Remedy::Overwrite,
        });
    }
    Ok(())
}
