//! What a report is of: the desk, the date, the packs, the seed.

use chrono::NaiveDate;

use super::{Page, Table, View};
use crate::decide::PackRef;

/// Letters of a pack's hash that a report prints; the whole hash stands in the JSON.
const SHORT_HASH: usize = 12;

/// The head of a report.
pub fn head(view: &View<'_>, as_of: NaiveDate, packs: &[PackRef], seed: Option<u64>) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    let name = &view.desk.settings.name;
    page.heading(
        1,
        if name.is_empty() {
            texts.plain("report-no-name")
        } else {
            name.clone()
        },
    );
    let mut table = Table::labels(0);
    table.label(texts.plain("report-as-of"), texts.date(as_of));
    let packs: Vec<String> = packs
        .iter()
        .map(|pack| {
            let hash: String = pack.hash.chars().take(SHORT_HASH).collect();
            format!("{} {} ({hash})", pack.name, pack.version)
        })
        .collect();
    if !packs.is_empty() {
        table.label(texts.plain("report-packs"), packs.join("\n"));
    }
    if let Some(seed) = seed {
        table.label(texts.plain("report-seed"), seed.to_string());
    }
    page.table(table);
    page
}
