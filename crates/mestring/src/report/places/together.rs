//! Relatives who want to come with the patient: in counts, and who would not.

use mestring_model::id::RunId;

use crate::decide::Places;
use crate::report::{Cell, Page, Table, Tone, View};

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
    parted(view, places, page);
}

/// Who wanted to come together and would be in different runs, or only one of them with a place.
fn parted(view: &View<'_>, places: &Places, page: &mut Page) {
    let texts = view.texts;
    if places.parted.is_empty() {
        return;
    }
    page.text(Cell::new(texts.plain("places-parted")).tone(Tone::Unsure));
    let mut table = Table::new([
        texts.plain("places-column-patient"),
        texts.plain("places-column-patient-in"),
        texts.plain("places-column-relative"),
        texts.plain("places-column-relative-in"),
    ]);
    let run = |run: &Option<RunId>| -> Cell {
        match run {
            Some(run) => view.run(run).into(),
            None => Cell::new(texts.plain("places-without")).tone(Tone::Bad),
        }
    };
    let (shown, left_out) = view.shown(&places.parted);
    for own in shown {
        table.row([
            own.patient.as_str().into(),
            run(&own.patient_in),
            own.relative.as_str().into(),
            run(&own.relative_in),
        ]);
    }
    page.table(table);
    view.left_out(page, left_out);
}
