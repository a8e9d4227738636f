//! Who begins after the deadline on the referral: nobody is kept out for it, and staff have to know.

use mestring_model::Fact;

use crate::decide::{PersonPlace, Places, Step};
use crate::report::{Cell, Page, Tone, View};

/// The text of a person for whom a deadline is not kept, or may not be; nothing of others.
fn said(own: &PersonPlace) -> Option<&'static str> {
    let has_place = own.outcome.has_place();
    match own.starts_by_deadline {
        Fact::Known(false) if has_place => Some("places-after-deadline"),
        Fact::Known(false) => Some("places-only-after-deadline"),
        Fact::Unknown if has_place => Some("places-after-deadline-unknown"),
        Fact::Unknown | Fact::Known(true) | Fact::NotStated => None,
    }
}

/// How many people begin after their deadline, and for how many no run in time would do.
pub(super) fn counts(view: &View<'_>, places: &Places, page: &mut Page) {
    let count = |id: &str| {
        let people = places.people.iter();
        people.filter(|own| said(own) == Some(id)).count()
    };
    for (id, count_id) in [
        ("places-after-deadline", "places-after-deadline-count"),
        (
            "places-only-after-deadline",
            "places-only-after-deadline-count",
        ),
        (
            "places-after-deadline-unknown",
            "places-after-deadline-unknown-count",
        ),
    ] {
        let count = count(id);
        if count > 0 {
            let text = view.texts.say(count_id, &[("count", count.into())]);
            page.text(Cell::new(text).tone(Tone::Unsure));
        }
    }
}

/// What becomes of a person, with what that means for the deadline.
pub(super) fn with(view: &View<'_>, own: &PersonPlace, outcome: Cell) -> Cell {
    let Some(id) = said(own) else {
        return outcome;
    };
    let text = format!("{}\n{}", outcome.text, view.texts.plain(id));
    let tone = match outcome.tone {
        Tone::Good => Tone::Unsure,
        other => other,
    };
    Cell::new(text).tone(tone)
}

/// Where somebody stands who would take a seat, with what the seat means for the deadline.
pub(super) fn of_step(view: &View<'_>, step: &Step, standing: String) -> String {
    match step.starts_by_deadline {
        Fact::Known(false) => {
            let text = view.texts.plain("places-after-deadline");
            format!("{standing}\n{text}")
        }
        Fact::Known(true) | Fact::Unknown | Fact::NotStated => standing,
    }
}

/// What one person may be told about the deadline.
pub(super) fn letter(view: &View<'_>, own: &PersonPlace, page: &mut Page) {
    if own.starts_by_deadline == Fact::Known(false) {
        let id = match own.outcome.has_place() {
            true => "places-letter-after-deadline",
            false => "places-letter-only-after-deadline",
        };
        page.text(view.texts.plain(id));
    }
}
