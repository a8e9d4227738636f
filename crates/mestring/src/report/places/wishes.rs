//! People who wait for several things: each stands by itself, and two places may lie at the same time.

use std::collections::BTreeSet;

use crate::decide::{PersonPlace, Places};
use crate::people::Wish;
use crate::report::{Cell, Page, Table, Tone, View};

/// What somebody waits for.
pub(super) fn wish(view: &View<'_>, own: &PersonPlace) -> String {
    match &own.wish {
        Wish::Offer(id) => match view.desk.offer(id) {
            Some(offer) => offer.title.clone(),
            None => id.to_string(),
        },
        Wish::Groups => view.texts.plain("places-wish-groups"),
    }
}

/// Who it is and, of somebody who waits for several things, for which.
pub(super) fn person(view: &View<'_>, own: &PersonPlace) -> String {
    if own.wishes == 1 {
        return own.person.as_str().to_owned();
    }
    let args = [
        ("person", own.person.as_str().into()),
        ("wish", wish(view, own).into()),
    ];
    view.texts.say("places-person-wish", &args)
}

/// How many people wait for several things, and who would have two places at the same time.
pub(super) fn several(view: &View<'_>, places: &Places, page: &mut Page) {
    let texts = view.texts;
    let several = places.people.iter().filter(|own| own.wishes > 1);
    let several: BTreeSet<_> = several.map(|own| &own.person).collect();
    if !several.is_empty() {
        let args = [("count", several.len().into())];
        page.text(texts.say("places-wishes", &args));
    }
    if places.overlaps.is_empty() {
        return;
    }
    page.text(Cell::new(texts.plain("places-overlaps")).tone(Tone::Bad));
    let mut table = Table::new([
        texts.plain("places-column-person"),
        texts.plain("places-column-run"),
        texts.plain("places-column-other-run"),
    ]);
    let (shown, left_out) = view.shown(&places.overlaps);
    for own in shown {
        let [one, other] = own.runs.each_ref().map(|run| view.run(run));
        table.row([own.person.as_str().into(), one.into(), other.into()]);
    }
    page.table(table);
    view.left_out(page, left_out);
}
