//! What nobody has said, and who can answer it.

use mestring_model::facts::Judged;

use crate::decide::{Ask, Asked, PersonPlace, Places};
use crate::report::{Cell, Page, Table, View};

/// What to ask, of whom, for the staff of the centre.
pub(super) fn asks(view: &View<'_>, places: &Places, page: &mut Page) {
    let texts = view.texts;
    if places.asks.is_empty() {
        return;
    }
    page.heading(3, texts.plain("places-asks"));
    let (shown, left_out) = view.shown(&places.asks);
    let mut table = Table::new([
        texts.plain("places-column-of"),
        texts.plain("places-column-fact"),
        texts.plain("places-column-concerns"),
    ]);
    for own in shown {
        let of = match &own.of {
            Asked::Person(person) => person.as_str().to_owned(),
            Asked::Clinic(person) => {
                let args = [("person", person.as_str().into())];
                texts.say("places-ask-clinic", &args)
            }
            Asked::Run(run) => view.run(run),
            Asked::Centre => texts.plain("places-ask-centre"),
        };
        table.row([
            of.into(),
            question(view, own).into(),
            Cell::figure(texts.count(own.people)),
        ]);
    }
    page.table(table);
    view.left_out(page, left_out);
}

/// What to ask for, as people say it: what a rule reads is often worked out of something else, and of
/// each only what they can answer is asked.
fn question(view: &View<'_>, own: &Ask) -> String {
    let texts = view.texts;
    let of_run = matches!(own.of, Asked::Run(_));
    let pick =
        |of_person: &str, about_run: &str| texts.plain(if of_run { about_run } else { of_person });
    match &*own.fact {
        "age_fits" | "age" => pick("places-ask-birth-year", "places-ask-run-ages"),
        "in_target_group" | "target_groups" => pick("places-ask-group", "places-ask-run-group"),
        "focus_group" => match own.of {
            Asked::Centre => texts.fact_name(own.judged, &own.fact),
            _ => texts.plain("places-ask-group"),
        },
        "audience_fits" | "relative" => pick("places-ask-role", "places-ask-run-role"),
        "referral_fits" | "referred" => pick("places-ask-referral", "places-ask-run-referral"),
        "in_catchment" => pick("places-ask-home", "places-ask-run-reach"),
        "travel_minutes" => pick("places-ask-home", "places-ask-run-way"),
        "within_travel_limit" => pick("places-ask-travel-limit", "places-ask-run-way"),
        "language_fits" => pick("places-ask-languages", "places-ask-run-language"),
        "time_fits" => pick("places-ask-times", "places-ask-run-times"),
        "starts_by_deadline" | "days_to_deadline" => texts.plain("places-ask-deadline"),
        "days_waited" => texts.plain("places-ask-referred-on"),
        _ => texts.fact_name(own.judged, &own.fact),
    }
}

/// What is asked of or about one person.
fn of<'a>(places: &'a Places, own: &PersonPlace) -> Vec<&'a Ask> {
    let asks = places.asks.iter().filter(|ask| match &ask.of {
        Asked::Person(person) | Asked::Clinic(person) => *person == own.person,
        Asked::Run(_) | Asked::Centre => false,
    });
    asks.collect()
}

/// What one person is asked, and what the clinic that referred them is.
pub(super) fn letter(view: &View<'_>, places: &Places, own: &PersonPlace, page: &mut Page) {
    let texts = view.texts;
    let asks = of(places, own);
    if asks.is_empty() {
        page.text(texts.plain("places-letter-ask-course"));
    }
    let is_person = |ask: &&Ask| matches!(ask.of, Asked::Person(_));
    let (person, clinic): (Vec<&Ask>, Vec<&Ask>) = asks.into_iter().partition(is_person);
    for (id, asks) in [
        ("places-letter-ask", person),
        ("places-letter-ask-clinic", clinic),
    ] {
        if asks.is_empty() {
            continue;
        }
        page.text(texts.plain(id));
        for ask in asks {
            page.item("-", question(view, ask));
        }
    }
}

/// That the day by which somebody would stand earlier is not known.
pub(super) fn letter_standing(
    view: &View<'_>,
    places: &Places,
    own: &PersonPlace,
    page: &mut Page,
) {
    let is_day = |ask: &&Ask| {
        ask.judged == Judged::Person && matches!(&*ask.fact, "days_to_deadline" | "days_waited")
    };
    let asks: Vec<&Ask> = of(places, own).into_iter().filter(is_day).collect();
    if asks.is_empty() {
        return;
    }
    page.text(view.texts.plain("places-letter-ask-day"));
    for ask in asks {
        page.item("-", question(view, ask));
    }
}
