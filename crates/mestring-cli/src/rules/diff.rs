//! What changes on a desk when some packs take the places of others, and whether a gate allows it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use mestring::decide::compare::gate::{self, Look};
use mestring::decide::{Comparison, Decider, GivenPack, PacksError};
use mestring::report::{self, Cell, Page, Tone, json};
use mestring_exchange::folder;
use mestring_model::finding;
use mestring_model::term::nearest;
use mestring_rules::{Pack, Plugins};

use crate::args::{Common, Diff};
use crate::ask::code;
use crate::desk::{Loaded, load};
use crate::error::{CommandError, Remedy};
use crate::output::Output;
use crate::surroundings::Surroundings;
use crate::{RESULT, WRONG};

/// The word that stands for the packs of the desk.
const OF_DESK: &str = "desk";

/// Compares; 1 where the gate is broken or cases fail, 2 where a pack does not load.
pub(super) fn run(
    common: &Common,
    surroundings: &Surroundings,
    asked: &Diff,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    if let Some(path) = &asked.html {
        free(path, asked.overwrite)?;
    }
    let loaded = load(common, surroundings, &asked.on)?;
    let (old, new) = (
        side(&asked.old, &common.registered)?,
        side(&asked.new, &common.registered)?,
    );
    let own = &loaded.packs;
    let (old, new) = match (old, new) {
        (Some(old), Some(new)) => (old, new),
        (Some(old), None) => {
            let new = own.like(&old);
            (old, new)
        }
        (None, Some(new)) => (own.like(&new), new),
        (None, None) => {
            let all = own.all().map(|pack| (pack.id(), pack.clone()));
            let all: Vec<GivenPack> = all.collect();
            (all.clone(), all)
        }
    };
    let Loaded { desk, as_of, .. } = &loaded;
    let decider = Decider::new(desk, &loaded.packs, *as_of, common.seed);
    let comparison = decider.compare(&old, &new)?;
    let rules = asked.forbid.iter();
    let rules = rules.map(|phrase| gate::read(phrase, desk, &comparison));
    let rules: Vec<gate::Rule> = rules.collect::<Result<_, _>>()?;
    let looks: Vec<Look> = rules.iter().map(|rule| rule.look(&comparison)).collect();

    let mut findings = [loaded.findings.as_slice(), &decider.findings()].concat();
    // A pack that the desk uses itself stands among the decider's findings already.
    let mut outside = comparison.outside_validity();
    outside.retain(|own| findings.iter().all(|told| told.problem != own.problem));
    findings.extend(outside);
    finding::sort(&mut findings);
    let (packs, seed) = (decider.packs(), Some(decider.seed()));
    let page = |output: &Output<'_>| {
        let view = output.view(desk);
        let mut page = report::head(&view, *as_of, &packs, seed);
        for pack in &loaded.failing {
            let args = [("pack", pack.into())];
            let text = output.texts().say("cli-pack-fails", &args);
            page.text(Cell::new(text).tone(Tone::Bad));
        }
        page.append(report::gate(&view, &looks, &comparison));
        page.append(report::comparison(&view, &comparison));
        page.append(report::ending(&view, None, &findings));
        page
    };
    if let Some(path) = &asked.html {
        let html = report::html(&page(output), common.lang);
        folder::write_file(path, html.as_bytes())?;
    }
    if common.json {
        output.json(&json::document([
            ("head", json::head(desk, *as_of, &packs, seed)),
            ("gate", json::gate(&looks)),
            ("comparison", json::comparison(&comparison)),
            ("illustrative", json::illustrative(desk)),
            ("findings", json::findings(&findings)),
        ]))?;
    } else {
        let mut page = page(output);
        page.append(written(asked.html.as_deref(), output));
        output.page(&page)?;
    }
    Ok(exit(&comparison, &looks).max(code(&findings)))
}

fn exit(comparison: &Comparison, looks: &[Look]) -> u8 {
    if comparison.cases_fail() || !looks.iter().all(Look::passed) {
        WRONG
    } else {
        RESULT
    }
}

/// Says where the page for a browser is.
fn written(path: Option<&Path>, output: &Output<'_>) -> Page {
    let mut page = Page::default();
    if let Some(path) = path {
        let args = [("file", path.display().to_string().into())];
        page.text(output.texts().say("cli-page-written", &args));
    }
    page
}

/// Refuses to write over a file that is there, before any work is done for it.
fn free(path: &Path, overwrite: bool) -> Result<(), CommandError> {
    if overwrite || folder::is_free(path)? {
        return Ok(());
    }
    Err(CommandError::Taken {
        path: path.display().to_string(),
        remedy: Remedy::Overwrite,
    })
}

/// The packs that an argument stands for: those of a folder, or a shipped one; none for the word that
/// stands for the desk's own.
fn side(path: &Path, plugins: &Plugins) -> Result<Option<Vec<GivenPack>>, CommandError> {
    if path == Path::new(OF_DESK) {
        return Ok(None);
    }
    let name = path.display().to_string();
    if folder::kind(path).is_err() && path.components().count() == 1 {
        return match mestring_packs::files(&name) {
            Some(files) => Ok(Some(vec![pack(&name, &files, plugins)?])),
            None => Err(no_such(path, name)),
        };
    }
    let given = folder::packs(path).into_iter().map(|own: PathBuf| {
        let files = folder::read_pack(&own)?;
        pack(&own.display().to_string(), &files, plugins)
    });
    given.collect::<Result<_, _>>().map(Some)
}

fn pack(
    place: &str,
    files: &BTreeMap<String, String>,
    plugins: &Plugins,
) -> Result<GivenPack, CommandError> {
    match Pack::load(files, plugins) {
        Ok(pack) => Ok((place.to_owned(), pack)),
        Err(errors) => {
            let errors = errors.into_iter().map(|error| (place.to_owned(), error));
            let errors = errors.collect();
            Err(PacksError::Text { errors }.into())
        }
    }
}

/// That a word is no folder and no shipped pack. A folder beside it with nearly its name is named
/// before a shipped pack.
fn no_such(path: &Path, name: String) -> CommandError {
    let beside = match folder::kind(path) {
        Err(mestring_exchange::ExchangeError::NotFound { nearest, .. }) => nearest,
        _ => None,
    };
    let mut shipped: Vec<&str> = mestring_packs::shipped()
        .iter()
        .map(|own| own.name)
        .collect();
    shipped.push(OF_DESK);
    let nearest = beside.or_else(|| nearest(&name, shipped.iter().copied()).map(str::to_owned));
    CommandError::NoSuchPack {
        name,
        nearest,
        shipped: shipped.join(", "),
    }
}
