//! Who offers what, to whom, at which level, and how well that is known.

use mestring_model::noun::{Level, Offer};
use mestring_model::quantity::Share;
use mestring_model::record::Record;

use super::{Cell, Page, Table, View};
use crate::overview::{
    AgeSummary, Empty, OLD_DAYS, OLD_YEARS, Overview, OverviewCell, OverviewRow, ShareBounds,
};
use crate::text::Texts;

mod cell;

/// Target groups against levels, then where offers lie, how full and how fresh the rows are, and
/// whether people can find their way in.
pub fn overview(view: &View<'_>, overview: &Overview) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("overview-title"));
    if !overview.area_stated {
        page.text(texts.plain("overview-no-area"));
    }
    matrix(view, &mut page, overview);
    if overview.rows.iter().any(|row| row.group.is_some()) {
        cell::to_ask(view, &mut page, overview);
    }
    let places = overview.places;
    page.text(texts.say(
        "overview-places",
        &[
            ("inside", places.in_area.into()),
            ("outside", places.outside.into()),
            ("unknown", places.not_known.into()),
        ],
    ));
    let topics = overview.topics;
    page.text(texts.say(
        "overview-derived",
        &[
            ("stated", topics.groups_stated.into()),
            ("derived", topics.groups_derived.into()),
            ("none", topics.groups_none.into()),
        ],
    ));
    freshness(texts, &mut page, overview);
    way_in(texts, &mut page, overview);
    fill(view, &mut page, overview);
    page
}

fn matrix(view: &View<'_>, page: &mut Page, overview: &Overview) {
    let texts = view.texts;
    let rows: Vec<&OverviewRow> = overview
        .rows
        .iter()
        .filter(|row| row.group.is_some() || row.cells.iter().any(says_something))
        .collect();
    // A level about which nothing is known and nobody was asked is named below instead.
    let columns = rows.first().map_or(0, |row| row.cells.len());
    let (shown, silent): (Vec<usize>, Vec<usize>) = (0..columns).partition(|at| {
        rows.iter()
            .any(|row| row.cells.get(*at).is_some_and(says_something))
    });
    if shown.is_empty() {
        page.text(texts.plain("overview-no-offers"));
        return;
    }
    let level = |at: usize| {
        let cell = rows.first().and_then(|row| row.cells.get(at));
        level_name(texts, cell.and_then(|cell| cell.level))
    };
    let headings = shown.iter().map(|at| level(*at));
    let mut table = Table::new(
        [texts.plain("overview-column-group")]
            .into_iter()
            .chain(headings),
    );
    table.spaced = true;
    for row in &rows {
        let group = row.group.as_ref();
        let group = group.map_or_else(
            || texts.plain("overview-group-unknown"),
            |group| view.target_group(group),
        );
        let cells = shown.iter().filter_map(|at| row.cells.get(*at));
        table.row(
            [Cell::new(group)]
                .into_iter()
                .chain(cells.map(|cell| cell::cell(texts, cell))),
        );
    }
    page.table(table);
    let silent: Vec<String> = silent
        .into_iter()
        .filter(|at| {
            rows.first()
                .and_then(|row| row.cells.get(*at))
                .is_some_and(|c| c.level.is_some())
        })
        .map(level)
        .collect();
    if !silent.is_empty() {
        page.text(texts.say(
            "overview-levels-silent",
            &[("levels", texts.list(silent).into())],
        ));
    }
}

fn level_name(texts: &Texts, level: Option<Level>) -> String {
    level.map_or_else(
        || texts.plain("overview-level-unknown"),
        |level| texts.term(level),
    )
}

/// True where a cell has an offer, or somebody was asked.
fn says_something(cell: &OverviewCell) -> bool {
    let counted =
        cell.states.current() + cell.states.discontinued + cell.outside + cell.reach_not_known;
    counted > 0 || cell.empty.is_some_and(|empty| empty != Empty::NotAsked)
}

fn freshness(texts: &Texts, page: &mut Page, overview: &Overview) {
    let mut say = |id: &str, ages: AgeSummary, limit: i64| {
        let (Some(median), Some(oldest)) = (ages.median, ages.oldest) else {
            return;
        };
        page.text(texts.say(
            id,
            &[
                ("stated", ages.stated.into()),
                ("missing", ages.not_stated.into()),
                ("median", median.into()),
                ("oldest", oldest.into()),
                ("old", ages.old.into()),
                ("limit", limit.into()),
            ],
        ));
    };
    say("overview-sources", overview.sources, OLD_DAYS);
    say("overview-listing-years", overview.listing_years, OLD_YEARS);
}

fn way_in(texts: &Texts, page: &mut Page, overview: &Overview) {
    let way_in = overview.way_in;
    if way_in.offers == 0 {
        return;
    }
    page.text(texts.say(
        "overview-way-in",
        &[
            ("complete", way_in.complete.into()),
            ("offers", way_in.offers.into()),
            ("referral", way_in.referral.into()),
            ("dates", way_in.dates.into()),
            ("page", way_in.page.into()),
        ],
    ));
}

/// How often each column is filled in, with bounds for the columns that answer yes or no.
fn fill(view: &View<'_>, page: &mut Page, overview: &Overview) {
    let texts = view.texts;
    if overview
        .fill
        .all
        .iter()
        .all(|column| column.known + column.unknown == 0)
    {
        return;
    }
    page.heading(3, texts.plain("overview-fill-title"));
    page.text(texts.plain("overview-fill-bounds"));
    let mut table = Table::new([
        texts.plain("overview-column-fact"),
        texts.plain("overview-column-stated"),
        texts.plain("overview-column-asked-unknown"),
        texts.plain("overview-column-silent"),
        texts.plain("overview-column-share"),
    ]);
    for fill in &overview.fill.all {
        let column = Offer::TABLE
            .columns()
            .find(|column| column.name == fill.column);
        let name = column.map_or(fill.column, |column| column.heading(texts.lang()));
        table.row([
            name.replace('_', " ").into(),
            Cell::figure(texts.count(fill.known)),
            Cell::figure(texts.count(fill.unknown)),
            Cell::figure(texts.count(fill.not_stated)),
            Cell::figure(
                fill.answers
                    .map(|own| bounds(texts, own))
                    .unwrap_or_default(),
            ),
        ]);
    }
    page.table(table);
}

fn bounds(texts: &Texts, bounds: ShareBounds) -> String {
    let (Some(lower), Some(upper)) = (bounds.lower(), bounds.upper()) else {
        return String::new();
    };
    // Whole percents, outwards, so that the printed bounds hold.
    let lower = u32::from(lower.basis_points() / 100);
    let upper = u32::from(
        upper
            .basis_points()
            .div_ceil(100)
            .min(Share::WHOLE.basis_points() / 100),
    );
    if lower == upper {
        return texts.percent(lower * 100);
    }
    texts.say(
        "overview-share",
        &[("lower", lower.into()), ("upper", upper.into())],
    )
}
