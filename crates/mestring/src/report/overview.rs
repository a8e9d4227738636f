//! Who offers what, to whom, at which level, and how well that is known.

use chrono::NaiveDate;
use mestring_model::noun::{Level, Offer};
use mestring_model::quantity::Share;
use mestring_model::record::Record;

use super::{Cell, Page, Table, Tone, View};
use crate::overview::{
    AgeSummary, Answers, Empty, OLD_DAYS, OLD_YEARS, Overview, OverviewCell, OverviewRow,
    ShareBounds,
};
use crate::text::Texts;

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
        to_ask(view, &mut page, overview);
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
                .chain(cells.map(|cell| self::cell(texts, cell))),
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

fn cell(texts: &Texts, cell: &OverviewCell) -> Cell {
    let states = cell.states;
    let counts = [
        ("overview-established", states.established),
        ("overview-planned", states.planned),
        ("overview-starting-up", states.starting_up),
        ("overview-state-not-stated", states.not_stated),
        ("overview-discontinued", states.discontinued),
        ("overview-outside", cell.outside),
        ("overview-reach-unknown", cell.reach_not_known),
    ];
    let counted = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| texts.say(id, &[("count", count.into())]));
    let asked = cell.level.zip(cell.answers.as_ref());
    let why = asked.and_then(|(level, answers)| why(texts, level, cell.empty, answers));
    let against = cell
        .answers
        .as_ref()
        .map_or(0, |own| own.contradicted.len());
    let against =
        (against > 0).then(|| texts.say("overview-contradicted", &[("count", against.into())]));
    let (first, last) = if cell.empty.is_some() {
        (why, None)
    } else {
        (None, why)
    };
    let lines: Vec<String> = first
        .into_iter()
        .chain(counted)
        .chain(last)
        .chain(against)
        .collect();
    let tone = match cell.empty {
        Some(Empty::NoneConfirmed { .. }) => Tone::Bad,
        Some(_) => Tone::Unsure,
        None => Tone::Plain,
    };
    Cell::new(lines.join("\n")).tone(tone)
}

/// Why the cell is empty, or how many have answered about one that is not. That the answers
/// contradict what is listed is said beside it.
fn why(texts: &Texts, level: Level, empty: Option<Empty>, answers: &Answers) -> Option<String> {
    let say = |id: &str, date: Option<NaiveDate>| {
        let date = date.map(|date| texts.date(date)).unwrap_or_default();
        texts.say(
            id,
            &[
                ("date", date.into()),
                ("of", answers.to_ask.into()),
                ("who", who(texts, level, answers.to_ask).into()),
                ("asked", answers.asked.into()),
                ("answered", answers.answered.into()),
                ("none", answers.none.into()),
                ("others", answers.others_none.into()),
            ],
        )
    };
    match empty {
        Some(Empty::NoneConfirmed { oldest, .. }) => {
            Some(say("overview-none-confirmed", Some(oldest)))
        }
        Some(Empty::NonePartly { latest }) if answers.to_ask == 0 => {
            Some(say("overview-none-nobody-to-ask", Some(latest)))
        }
        Some(Empty::NonePartly { latest }) => Some(say("overview-none-partly", Some(latest))),
        Some(Empty::AnswerNotEntered { date }) => {
            Some(say("overview-answer-not-entered", Some(date)))
        }
        Some(Empty::AskedNoAnswer { date }) => Some(say("overview-no-answer", Some(date))),
        Some(Empty::NotAsked) => Some(texts.plain("overview-not-asked")),
        Some(Empty::Contradicted { .. }) => None,
        None => (answers.asked > 0).then(|| say("overview-answers", None)),
    }
}

/// What those who are to be asked at a level are called, as many as they are.
fn who(texts: &Texts, level: Level, count: usize) -> String {
    let id = match level {
        Level::Specialist => "overview-who-specialist",
        Level::Municipal => "overview-who-municipal",
        Level::Voluntary => "overview-who-voluntary",
        Level::Private => "overview-who-private",
        Level::Interlevel => "overview-who-interlevel",
    };
    texts.say(id, &[("count", count.into())])
}

/// Who is to be asked at each level, by name where they are few enough to read.
fn to_ask(view: &View<'_>, page: &mut Page, overview: &Overview) {
    /// So many names are read at a glance; municipalities are known from the area.
    const NAMED: usize = 10;
    let texts = view.texts;
    let levels = overview.to_ask.iter().map(|(level, to_ask)| {
        let count = to_ask.count();
        let text = texts.say(
            "overview-to-ask-level",
            &[
                ("level", texts.term(*level).into()),
                ("count", count.into()),
                ("who", who(texts, *level, count).into()),
            ],
        );
        let named = matches!(level, Level::Specialist | Level::Voluntary | Level::Private);
        if !named || count == 0 || count > NAMED {
            return text;
        }
        let names = to_ask.organisations.iter().map(|id| view.organisation(id));
        format!("{text} ({})", names.collect::<Vec<_>>().join(", "))
    });
    let levels = levels.collect::<Vec<_>>().join("; ");
    page.text(texts.say("overview-to-ask", &[("levels", levels.into())]));
    let municipal = overview.to_ask.get(&Level::Municipal);
    let unlisted = municipal.map_or(0, |own| own.unlisted);
    if unlisted > 0 {
        page.text(texts.say("overview-to-ask-unlisted", &[("count", unlisted.into())]));
    }
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
