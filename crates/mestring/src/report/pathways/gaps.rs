//! The part of a report of everything: steps of pathways that nothing covers.

use super::super::{Cell, Page, Table, View};
use super::{grouped, number, numbers, silence, some, step_name, who};
use crate::pathways::{Pathways, StepCell};

/// Steps that are needed, or of which nobody says, with the municipalities in which nothing fits.
pub fn pathway_gaps(view: &View<'_>, pathways: &Pathways) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    if pathways.pathways.is_empty() {
        return page;
    }
    page.heading(2, texts.plain("pathways-gaps-title"));
    let mut table = Table::new([
        texts.plain("pathways-gaps-column-pathway"),
        texts.plain("pathways-column-number"),
        texts.plain("pathways-column-step"),
        texts.plain("pathways-gaps-column-where"),
    ]);
    for own in &pathways.pathways {
        let steps = own.steps.iter().enumerate();
        for (at, step) in steps.filter(|(_, step)| step.has_gap()) {
            let cells: Vec<_> = step.gaps().collect();
            // Whoever has said the same, or was not asked, stands in one line.
            let said = |cell: &StepCell| cell.silence.map(|own| silence(texts, own));
            let groups = grouped(cells.iter().copied(), said);
            let mut lines: Vec<String> = groups
                .iter()
                .map(|group| {
                    let who = who(view, &numbers(group), step.cells.len());
                    let said = group.first().and_then(|own| said(own));
                    format!("{who}: {}", said.unwrap_or_default())
                })
                .collect();
            let mut open: Vec<&str> = Vec::new();
            for fit in cells
                .iter()
                .flat_map(|own| &own.fits)
                .filter(|own| own.open)
            {
                if !open.contains(&fit.offer.as_str()) {
                    open.push(fit.offer.as_str());
                }
            }
            if !open.is_empty() {
                let ids = some(texts, &open);
                lines.push(texts.say("pathways-open", &[("offers", ids.into())]));
            }
            table.row([
                own.pathway.title(texts.lang()).into(),
                Cell::figure(number(at, step)),
                step_name(texts, &step.step).into(),
                lines.join("\n").into(),
            ]);
        }
    }
    match table.rows.is_empty() {
        true => page.text(texts.plain("pathways-gaps-none")),
        false => {
            page.text(texts.plain("pathways-gaps-how"));
            page.table(table);
        }
    }
    page
}
