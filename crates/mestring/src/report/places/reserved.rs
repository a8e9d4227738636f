//! Seats that are kept for some, and what became of them.

use crate::decide::{Places, ReservedPlaces, ReservedState, RunPlaces};
use crate::report::{Cell, Page, Table, Tone, View};

/// The runs with reserved seats: for whom, how many, and who would have them.
pub(super) fn reserved(view: &View<'_>, places: &Places, page: &mut Page) {
    let texts = view.texts;
    let runs = places.runs.iter();
    let rows: Vec<(&RunPlaces, &ReservedPlaces)> = runs
        .flat_map(|run| run.reserved.iter().map(move |own| (run, own)))
        .collect();
    if rows.is_empty() {
        return;
    }
    page.heading(3, texts.plain("places-reserved"));
    let mut table = Table::new([
        texts.plain("places-column-run"),
        texts.plain("places-column-reserved-for"),
        texts.plain("places-column-reserved-seats"),
        texts.plain("places-column-with-place"),
        texts.plain("places-column-would-do"),
        texts.plain("places-column-next-reserved"),
        texts.plain("places-column-reserved-state"),
    ]);
    let count = |count: u32| Cell::figure(texts.count(count as usize));
    for (run, own) in &rows {
        table.row([
            view.run(&run.run).into(),
            for_whom(view, own).into(),
            count(own.seats),
            count(own.people),
            count(own.would_do),
            match own.next_class {
                Some(class) => {
                    texts.say("places-next-class", &[("class", class.to_string().into())])
                }
                None => texts.plain("places-next-nobody"),
            }
            .into(),
            state(view, own),
        ]);
    }
    page.table(table);
    page.text(texts.plain("places-reserved-both"));
    let unknown = rows.iter().map(|(_, own)| own.home_unknown).max();
    if let Some(unknown) = unknown.filter(|unknown| *unknown > 0) {
        let args = [("count", unknown.into())];
        page.text(texts.say("places-reserved-home-unknown", &args));
    }
}

/// The partner and the committee by name, else the municipalities by number.
fn for_whom(view: &View<'_>, own: &ReservedPlaces) -> String {
    let partner = own.organisation.as_ref().map(|id| view.organisation(id));
    let committee = own.committee.as_ref().map(|id| {
        let mut bodies = view.desk.bodies.iter();
        let body = bodies.find(|body| body.id == *id);
        body.map_or_else(|| id.to_string(), |body| body.name.clone())
    });
    let mut names: Vec<String> = partner.into_iter().chain(committee).collect();
    if names.is_empty() {
        names.extend(own.municipalities.iter().map(ToString::to_string));
    }
    view.texts.list(names)
}

fn state(view: &View<'_>, own: &ReservedPlaces) -> Cell {
    let texts = view.texts;
    let until = own.until.map(|day| texts.date(day)).unwrap_or_default();
    let (text, tone) = match own.state {
        ReservedState::Kept if own.seats < own.stated => {
            let args = [("stated", own.stated.into())];
            (texts.say("places-reserved-fewer", &args), Tone::Unsure)
        }
        ReservedState::Kept if own.until.is_some() => {
            let args = [("until", until.into())];
            (texts.say("places-reserved-until", &args), Tone::Good)
        }
        ReservedState::Kept => (texts.plain("places-reserved-kept"), Tone::Good),
        ReservedState::Passed => {
            let args = [("until", until.into())];
            (texts.say("places-reserved-passed", &args), Tone::Faint)
        }
        ReservedState::ForNobody => (texts.plain("places-reserved-for-nobody"), Tone::Bad),
        ReservedState::NoSeats => (texts.plain("places-reserved-no-seats"), Tone::Unsure),
    };
    Cell::new(text).tone(tone)
}
