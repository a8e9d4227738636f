//! Relatives who want to come with the patient, in counts.

use crate::decide::Places;
use crate::report::{Cell, Page, Tone, View};

/// How many parties have a place, how far that is proven, and who is placed alone all the same.
pub(super) fn together(view: &View<'_>, places: &Places, page: &mut Page) {
    let texts = view.texts;
    let Some(own) = places.together() else {
        return;
    };
    page.heading(3, texts.plain("places-together"));
    let args = [
        ("wanted", own.wanted.into()),
        ("parties", own.parties.into()),
        ("placed", own.placed.into()),
    ];
    page.text(texts.say("places-together-parties", &args));
    if own.parties > 0 {
        let proven = match own.proven_people {
            None => Cell::new(texts.plain("places-together-proven")),
            Some(people) => {
                let args = [("people", people.into())];
                Cell::new(texts.say("places-together-bound", &args)).tone(Tone::Unsure)
            }
        };
        page.text(proven);
    }
    for (id, count) in [
        ("places-together-patient-has-place", own.patient_has_place),
        ("places-together-relative-has-place", own.relative_has_place),
        ("places-together-no-common-run", own.no_common_run),
        ("places-together-patient-not-placed", own.patient_not_placed),
        ("places-together-too-many", own.too_many),
        ("places-together-apart", own.apart),
    ] {
        if count > 0 {
            page.item("-", texts.say(id, &[("count", count.into())]));
        }
    }
}
