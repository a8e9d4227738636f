//! The pathways as rows of a table, for a spreadsheet: one for each step and municipality.

use mestring_model::RawTable;

use super::super::View;
use super::{Kind, named, silence, state};
use crate::decide::municipality_name;
use crate::pathways::{Fit, Pathways};

/// A row for each step and municipality, with headings and words in the language of the report.
pub fn pathway_rows(view: &View<'_>, pathways: &Pathways) -> RawTable {
    let texts = view.texts;
    let headings = [
        "pathways-csv-pathway",
        "pathways-csv-step",
        "pathways-csv-order",
        "pathways-csv-level",
        "pathways-csv-kind",
        "pathways-csv-needed",
        "pathways-csv-number",
        "pathways-csv-municipality",
        "pathways-csv-state",
        "pathways-csv-fits",
        "pathways-csv-if",
        "pathways-csv-coming",
        "pathways-csv-open",
        "pathways-csv-asked",
        "pathways-csv-named",
        "pathways-csv-made-up",
    ];
    let headings = headings.map(|id| texts.plain(id));
    let mut table = RawTable::with_headings(String::new(), headings);
    let yes = |yes: bool| mestring_model::record::Cell::write(&yes, texts.lang());
    for own in &pathways.pathways {
        for step in &own.steps {
            let row = &step.step;
            for cell in &step.cells {
                let of = |kinds: &[Kind]| {
                    let fits = cell
                        .fits
                        .iter()
                        .filter(|own| kinds.contains(&Kind::of(own)));
                    fits.map(|own| offer(view, own))
                        .collect::<Vec<_>>()
                        .join("; ")
                };
                let documents = cell.fits.iter().filter_map(|own| {
                    let by = own.named.as_ref()?;
                    Some(format!("{}: {}", own.offer, named(texts, by)))
                });
                table.push(vec![
                    own.pathway.id.to_string(),
                    row.id.to_string(),
                    row.order.to_string(),
                    texts.term(row.level),
                    texts.term(row.kind),
                    row.needed.into_known().map(yes).unwrap_or_default(),
                    cell.municipality
                        .map(|own| own.to_string())
                        .unwrap_or_default(),
                    cell.municipality
                        .map(|own| municipality_name(view.desk, own))
                        .unwrap_or_default(),
                    state(texts, cell.state),
                    of(&[Kind::Near]),
                    of(&[Kind::NearIf]),
                    of(&[Kind::Coming]),
                    of(&[Kind::Open]),
                    cell.silence
                        .map(|own| silence(texts, own))
                        .unwrap_or_default(),
                    documents.collect::<Vec<_>>().join("; "),
                    yes(row.origin.illustrative),
                ]);
            }
        }
    }
    table
}

/// An offer by id, with the facts on which it depends.
fn offer(view: &View<'_>, fit: &Fit) -> String {
    let texts = view.texts;
    let unknown: Vec<String> = fit.unknown().map(|own| texts.term(own)).collect();
    match unknown.is_empty() {
        true => fit.offer.to_string(),
        false => format!("{} ({})", fit.offer, unknown.join(", ")),
    }
}
