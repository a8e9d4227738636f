//! What a report is of: the desk, the date, the packs, the seed, and how old its sources are.

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
    if let Some(said) = sources(view) {
        table.label(texts.plain("report-sources"), said);
    }
    page.table(table);
    page
}

/// When the sources of the offers were read; nothing where the desk lists none.
fn sources(view: &View<'_>) -> Option<String> {
    let texts = view.texts;
    let offers = &view.desk.offers;
    let dates = offers.iter().filter_map(|offer| offer.origin.date);
    let (first, last) = (dates.clone().min(), dates.clone().max());
    let args = [
        ("count", offers.len().into()),
        ("silent", (offers.len() - dates.count()).into()),
        (
            "first",
            first.map_or_else(String::new, |own| texts.date(own)).into(),
        ),
        (
            "last",
            last.map_or_else(String::new, |own| texts.date(own)).into(),
        ),
    ];
    let said = match (first, last) {
        _ if offers.is_empty() => return None,
        (Some(first), Some(last)) if first == last => "report-sources-one-day",
        (Some(_), Some(_)) => "report-sources-days",
        _ => "report-sources-undated",
    };
    Some(texts.say(said, &args))
}
