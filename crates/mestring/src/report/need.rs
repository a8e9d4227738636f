//! Need beside capacity, in words.

use mestring_model::Fact;
use mestring_model::id::OfferId;

use super::{Cell, Page, Table, Tone, View};
use crate::decide::need::{
    Capacity, Change, Direction, FEWEST, Heads, Need, OfferNeed, PeopleNeed, Referrals, Total,
    Trend,
};

/// Who waits and how many are referred, beside the seats planned and those who came last year, by
/// target group and by course.
pub fn need(view: &View<'_>, found: &Need) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    if found.offers.is_empty() && found.groups.is_empty() {
        return page;
    }
    page.heading(2, texts.plain("need-title"));
    page.text(texts.say(
        "need-how",
        &[
            ("from", texts.date(found.period.from).into()),
            ("until", texts.date(found.period.until).into()),
            ("year", texts.date(found.year_from).into()),
            ("as_of", texts.date(found.as_of).into()),
        ],
    ));
    match &found.people {
        None => page.text(texts.plain("need-no-people")),
        Some(counted) => {
            if counted.synthetic {
                page.text(Cell::new(texts.plain("places-synthetic")).tone(Tone::Unsure));
            }
            page.text(texts.say("need-people", &[("fewest", FEWEST.into())]));
            let id = match counted.history_from {
                Some(_) => "need-trend-how",
                None => "need-no-history",
            };
            page.text(texts.plain(id));
        }
    }
    let shows = match &found.people {
        None => Shows::Desk,
        Some(counted) if counted.history_from.is_none() => Shows::People,
        Some(_) => Shows::Referrals,
    };
    if !found.groups.is_empty() {
        page.heading(3, texts.plain("need-groups"));
        page.text(texts.plain("need-groups-how"));
        let mut table = table(view, "need-column-group", shows);
        for own in &found.groups {
            let mut cells = vec![view.target_group(&own.group).into()];
            cells.push(total(view, own.waiting));
            cells.extend(own.people.iter().flat_map(|own| people(view, own, shows)));
            cells.extend(capacity(view, own.capacity));
            table.row(cells);
        }
        page.table(table);
    }
    if !found.offers.is_empty() {
        page.heading(3, texts.plain("need-offers"));
        let mut table = table(view, "need-column-offer", shows);
        for own in &found.offers {
            let mut cells = vec![title(view, &own.offer).into(), waiting(view, own)];
            cells.extend(own.people.iter().flat_map(|own| people(view, own, shows)));
            cells.extend(capacity(view, own.capacity));
            table.row(cells);
        }
        page.table(table);
    }
    for own in found.offers.iter().filter(|own| own.digital_instead) {
        if let Some(people) = &own.people {
            let args = [
                ("offer", title(view, &own.offer).into()),
                ("waiting", heads(view, people.waiting).into()),
                ("cannot", heads(view, people.not_digital).into()),
                ("unknown", heads(view, people.digital_not_known).into()),
            ];
            page.item("-", texts.say("need-digital", &args));
        }
    }
    page
}

/// Which columns there are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shows {
    /// What the desk states.
    Desk,
    /// And who waits, of a store.
    People,
    /// And how many are referred.
    Referrals,
}

fn table(view: &View<'_>, first: &str, shows: Shows) -> Table {
    let texts = view.texts;
    let mut columns = vec![texts.plain(first), texts.plain("need-column-waiting")];
    if shows >= Shows::People {
        columns.push(texts.plain("need-column-people"));
    }
    if shows == Shows::Referrals {
        columns.push(texts.plain("need-column-referrals"));
        columns.push(texts.plain("need-column-trend"));
    }
    columns.push(texts.plain("need-column-seats"));
    columns.push(texts.plain("need-column-refused"));
    columns.push(texts.plain("need-column-held"));
    Table::new(columns)
}

fn title(view: &View<'_>, offer: &OfferId) -> String {
    let own = view.desk.offer(offer);
    own.map_or_else(|| offer.to_string(), |own| own.title.clone())
}

/// How many wait for a course, as the desk states it, and since when.
fn waiting(view: &View<'_>, own: &OfferNeed) -> Cell {
    let texts = view.texts;
    let Fact::Known(count) = own.waiting else {
        return not_known(view);
    };
    let count = texts.count(count as usize);
    Cell::figure(match own.waiting_since {
        Fact::Known(day) => texts.say(
            "need-waiting-since",
            &[("count", count.into()), ("day", texts.date(day).into())],
        ),
        Fact::NotStated | Fact::Unknown => count,
    })
}

fn not_known(view: &View<'_>) -> Cell {
    Cell::figure(view.texts.plain("need-not-known")).tone(Tone::Unsure)
}

/// A sum, with how many do not state their part.
fn total(view: &View<'_>, own: Total) -> Cell {
    let texts = view.texts;
    let known = texts.count(usize::try_from(own.known).unwrap_or(usize::MAX));
    match (own.known, own.unknown) {
        (_, 0) => Cell::figure(known),
        (0, _) => not_known(view),
        (_, unknown) => {
            let args = [("known", known.into()), ("unknown", unknown.into())];
            Cell::figure(texts.say("need-total-unknown", &args)).tone(Tone::Unsure)
        }
    }
}

fn capacity(view: &View<'_>, own: Capacity) -> [Cell; 3] {
    let texts = view.texts;
    let runs = |id: &str, runs: usize, of: Total| {
        let inside = total(view, of);
        let args = [("runs", runs.into()), ("count", inside.text.into())];
        Cell::figure(texts.say(id, &args)).tone(inside.tone)
    };
    let none = || Cell::figure(texts.count(0));
    [
        match own.runs {
            0 => none(),
            count => runs("need-seats", count, own.seats),
        },
        Cell::figure(texts.count(own.refused)),
        match own.held {
            0 => none(),
            count => runs("need-held", count, own.participants),
        },
    ]
}

fn heads(view: &View<'_>, own: Heads) -> String {
    match own {
        Heads::Count(count) => view.texts.count(count),
        Heads::Few => view.texts.say("need-few", &[("fewest", FEWEST.into())]),
    }
}

/// Those who wait, the referrals a month, and their trend.
fn people(view: &View<'_>, own: &PeopleNeed, shows: Shows) -> Vec<Cell> {
    let texts = view.texts;
    let waiting = Cell::figure(heads(view, own.waiting));
    if shows < Shows::Referrals {
        return vec![waiting];
    }
    let few = || heads(view, Heads::Few);
    let (month, trend) = match own.referrals {
        Referrals::NotKept => (not_known(view), not_known(view)),
        Referrals::Few => {
            let few = texts.say("need-referrals-few", &[("few", few().into())]);
            (
                Cell::new(few),
                Cell::new(texts.plain("need-trend-few")).tone(Tone::Unsure),
            )
        }
        Referrals::Told {
            per_month,
            undated,
            trend,
        } => {
            let rounded = texts.number((per_month * 10.0).round() / 10.0);
            let month = match undated {
                Heads::Few => rounded,
                Heads::Count(_) => {
                    let args = [
                        ("month", rounded.into()),
                        ("undated", heads(view, undated).into()),
                    ];
                    texts.say("need-undated", &args)
                }
            };
            (Cell::figure(month), told(view, trend))
        }
    };
    vec![waiting, month, trend]
}

fn told(view: &View<'_>, trend: Trend) -> Cell {
    let texts = view.texts;
    let change = match trend {
        Trend::NotKept => return not_known(view),
        Trend::Few => return Cell::new(texts.plain("need-trend-few")).tone(Tone::Unsure),
        Trend::Told(change) => change,
    };
    let Change {
        ratio: (least, most),
        low,
        high,
    } = change;
    let ratio = match texts.number(least) == texts.number(most) {
        true => texts.number(least),
        false => {
            let args = [
                ("low", texts.number(least).into()),
                ("high", texts.number(most).into()),
            ];
            texts.say("need-between", &args)
        }
    };
    let id = match change.direction() {
        Direction::More => "need-trend-more",
        Direction::Fewer => "need-trend-fewer",
        Direction::CannotTell => "need-trend-cannot-tell",
    };
    let args = [
        ("ratio", ratio.into()),
        ("low", texts.number(low).into()),
        ("high", texts.number(high).into()),
    ];
    let cell = Cell::new(texts.say(id, &args));
    match change.direction() {
        Direction::CannotTell => cell.tone(Tone::Unsure),
        Direction::More | Direction::Fewer => cell,
    }
}
