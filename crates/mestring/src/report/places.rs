//! Who gets a place in which run: a page for staff, and one that can be turned into a letter.

use chrono::NaiveDate;
use mestring_model::Fact;
use mestring_model::id::RunId;
use mestring_model::noun::{PlacementState, Run};

use super::{Cell, Page, Table, Tone, View};
use crate::assign::WithinClass;
use crate::decide::{NextInLine, Outcome, PersonPlace, Places, RuleTitle, RunPlaces, Step};
use crate::text::Arg;

mod asks;
mod blocked;
mod compare;
mod deadline;
mod groups;
mod reserved;
mod together;
mod wishes;

pub use blocked::blocked;
pub use groups::more_seats;

/// The proposal with everybody's outcome, for the staff of the centre.
pub fn places(view: &View<'_>, places: &Places) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("places-title"));
    page.text(Cell::new(texts.plain("places-nobody-decided")).tone(Tone::Strong));
    if places.synthetic {
        page.text(texts.plain("places-synthetic"));
    }
    page.text(order(view, places));
    if places.runs.iter().any(|run| run.kept + run.moved_out > 0) {
        page.text(texts.plain("places-order-holders"));
    }
    classes(view, places, &mut page);
    runs(view, places, &mut page);
    deadline::counts(view, places, &mut page);
    wishes::several(view, places, &mut page);
    together::together(view, places, &mut page);
    reserved::reserved(view, places, &mut page);
    groups::groups(view, places, &mut page);
    groups::expected(view, places, &mut page);
    groups::moves(view, places, &mut page);
    compare::compare(view, places, &mut page);
    people(view, places, &mut page);
    asks::asks(view, places, &mut page);
    page
}

/// How people are ordered.
fn order(view: &View<'_>, places: &Places) -> String {
    let texts = view.texts;
    match (places.settings.within_class, places.seed) {
        (WithinClass::Cost, _) => texts.plain("places-order-cost"),
        (WithinClass::FairOrder, Some(seed)) => {
            texts.say("places-order-draw", &[("seed", seed.to_string().into())])
        }
        (WithinClass::FairOrder, None) => texts.plain("places-order-no-draw"),
    }
}

fn classes(view: &View<'_>, places: &Places, page: &mut Page) {
    let texts = view.texts;
    page.heading(3, texts.plain("places-by-class"));
    let mut table = Table::new([
        texts.plain("places-column-class"),
        texts.plain("places-column-people"),
        texts.plain("places-column-with-place"),
    ]);
    for (class, (people, with_place)) in places.by_class() {
        table.row([
            Cell::figure(class.to_string()),
            Cell::figure(texts.count(people)),
            Cell::figure(texts.count(with_place)),
        ]);
    }
    page.table(table);
    let untold = places
        .people
        .iter()
        .filter(|own| own.class.is_none())
        .count();
    if untold > 0 {
        page.text(texts.say("places-class-untold", &[("count", untold.into())]));
    }
}

fn runs(view: &View<'_>, places: &Places, page: &mut Page) {
    let texts = view.texts;
    page.heading(3, texts.plain("places-runs"));
    if places.runs.is_empty() {
        page.text(texts.plain("places-no-runs"));
        return;
    }
    let mut table = Table::new([
        texts.plain("places-column-run"),
        texts.plain("places-column-starts"),
        texts.plain("places-column-seats"),
        texts.plain("places-column-kept"),
        texts.plain("places-column-given"),
        texts.plain("places-column-next"),
    ]);
    for run in &places.runs {
        table.row(run_row(view, run));
    }
    page.table(table);
    let cost = places.cost;
    page.text(Cell::new(texts.say("places-cost", &[("cost", cost.into())])).tone(Tone::Faint));
}

fn run_row(view: &View<'_>, run: &RunPlaces) -> [Cell; 6] {
    let texts = view.texts;
    let count = |count: u32| Cell::figure(texts.count(count as usize));
    [
        view.run(&run.run).into(),
        texts.date(run.starts).into(),
        match run.seats {
            Some(seats) => count(seats),
            None => Cell::new(texts.plain("facts-not-stated")).tone(Tone::Unsure),
        },
        count(run.kept),
        count(run.given),
        match run.next_class {
            Some(class) => texts.say("places-next-class", &[("class", class.to_string().into())]),
            None => texts.plain("places-next-nobody"),
        }
        .into(),
    ]
}

fn people(view: &View<'_>, places: &Places, page: &mut Page) {
    let texts = view.texts;
    page.heading(3, texts.plain("places-people"));
    if places.people.is_empty() {
        page.text(texts.plain("places-nobody"));
        return;
    }
    let mut all: Vec<&PersonPlace> = places.people.iter().collect();
    // Those whose class cannot be told stand last.
    all.sort_by_key(|own| own.class.unwrap_or(u32::MAX));
    let (shown, left_out) = view.shown(&all);
    let mut table = Table::new([
        texts.plain("places-column-class"),
        texts.plain("places-column-person"),
        texts.plain("places-column-outcome"),
    ]);
    for own in shown {
        let class = own
            .class
            .map_or_else(|| "?".to_owned(), |class| class.to_string());
        table.row([
            Cell::figure(class),
            wishes::person(view, own).into(),
            deadline::with(view, own, outcome(view, places, &own.outcome)),
        ]);
    }
    page.table(table);
    view.left_out(page, left_out);
}

/// What becomes of a person, with what it rests on.
fn outcome(view: &View<'_>, places: &Places, outcome: &Outcome) -> Cell {
    let texts = view.texts;
    match outcome {
        Outcome::Kept { run, state } => {
            let args = [
                ("run", view.run(run).into()),
                ("state", texts.term(*state).into()),
            ];
            Cell::new(texts.say("places-kept", &args)).tone(Tone::Good)
        }
        Outcome::Given { run, cost, parts } => {
            let parts = parts.iter().filter(|(_, part)| *part > 0);
            let parts: Vec<String> = parts
                .map(|(rule, part)| format!("{}: {part}", title(view, &places.preference, rule)))
                .collect();
            let args = [("run", view.run(run).into()), ("cost", (*cost).into())];
            let mut text = texts.say("places-given", &args);
            if !parts.is_empty() {
                text.push_str(&format!("\n{}", parts.join("; ")));
            }
            Cell::new(text).tone(Tone::Good)
        }
        Outcome::Moved {
            from,
            run,
            state,
            because,
            ..
        } => {
            let args = [
                ("from", view.run(from).into()),
                ("run", view.run(run).into()),
                ("state", texts.term(*state).into()),
                ("why", texts.plain(groups::reason(*because)).into()),
            ];
            Cell::new(texts.say("places-moved", &args)).tone(Tone::Unsure)
        }
        Outcome::Lost { run, state } => {
            let args = [
                ("run", view.run(run).into()),
                ("state", texts.term(*state).into()),
            ];
            Cell::new(texts.say("places-lost", &args)).tone(Tone::Bad)
        }
        Outcome::Full { runs, cancelled } => {
            let mut text = texts.say("places-full", &[("runs", (*runs).into())]);
            if *cancelled > 0 {
                let args = [("cancelled", (*cancelled).into())];
                text.push_str(&format!("\n{}", texts.say("places-full-cancelled", &args)));
            }
            Cell::new(text).tone(Tone::Bad)
        }
        Outcome::NoRun { considered: 0, .. } => {
            Cell::new(texts.plain("places-none-considered")).tone(Tone::Bad)
        }
        Outcome::NoRun {
            considered,
            because,
        } => {
            let because = because.iter().map(|(rule, count)| {
                let args = [
                    ("rule", title(view, &places.eligibility, rule).into()),
                    ("runs", Arg::from(*count)),
                ];
                texts.say("places-kept-out", &args)
            });
            let because: Vec<String> = because.collect();
            let text = texts.say("places-no-run", &[("runs", (*considered).into())]);
            Cell::new(format!("{text}\n{}", because.join("; "))).tone(Tone::Bad)
        }
        Outcome::Ask { .. } => Cell::new(texts.plain("places-cannot-tell")).tone(Tone::Unsure),
    }
}

fn title(view: &View<'_>, rules: &[RuleTitle], name: &str) -> String {
    let rule = rules.iter().find(|own| own.name == name);
    rule.map_or_else(
        || name.to_owned(),
        |own| own.title(view.texts.lang()).to_owned(),
    )
}

/// What one person may be told of each thing they wait for: their own outcome, and never who holds a place.
pub fn letter(view: &View<'_>, places: &Places, all: &[&PersonPlace]) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("places-letter-title"));
    page.text(Cell::new(texts.plain("places-letter-draft")).tone(Tone::Strong));
    for own in all {
        if own.wishes > 1 {
            page.heading(3, wishes::wish(view, own));
        }
        letter_outcome(view, places, own, &mut page);
        deadline::letter(view, own, &mut page);
    }
    page
}

fn letter_outcome(view: &View<'_>, places: &Places, own: &PersonPlace, page: &mut Page) {
    let texts = view.texts;
    match &own.outcome {
        Outcome::Kept { run, state } => {
            let id = match state {
                PlacementState::Accepted => "places-letter-accepted",
                PlacementState::Offered | PlacementState::Declined => "places-letter-offered",
            };
            page.text(texts.say(id, &course(view, run)));
        }
        Outcome::Given { run, .. } => {
            page.text(texts.say("places-letter-given", &course(view, run)));
        }
        Outcome::Moved { from, run, .. } => {
            page.text(texts.say("places-letter-moved", &course(view, from)));
            let to = texts.say("places-letter-moved-to", &course(view, run));
            page.item("-", to);
        }
        Outcome::Lost { run, .. } => {
            page.text(texts.say("places-letter-lost", &course(view, run)));
        }
        Outcome::Full { cancelled, .. } => {
            page.text(texts.plain(match cancelled {
                0 => "places-letter-full",
                _ => "places-letter-full-cancelled",
            }));
            page.text(
                texts.plain(match (places.settings.within_class, places.seed) {
                    (WithinClass::Cost, _) => "places-letter-order-cost",
                    (WithinClass::FairOrder, Some(_)) => "places-letter-order-draw",
                    (WithinClass::FairOrder, None) => "places-letter-order",
                }),
            );
            asks::letter_standing(view, places, own, page);
        }
        Outcome::NoRun { because, .. } if because.is_empty() => {
            page.text(texts.plain("places-letter-none"));
        }
        Outcome::NoRun { because, .. } => {
            page.text(texts.plain("places-letter-no-run"));
            for rule in because.keys() {
                page.item("-", title(view, &places.eligibility, rule));
            }
        }
        Outcome::Ask { .. } => {
            asks::letter(view, places, own, page);
        }
    }
}

/// The title, first day and id of a run.
fn course<'a>(view: &View<'_>, id: &RunId) -> [(&'a str, Arg<'a>); 2] {
    let run: Option<&Run> = view.desk.run(id);
    let title = run.and_then(|run| view.desk.offer(&run.offer));
    let title = title.map_or_else(|| id.to_string(), |offer| offer.title.clone());
    let starts = run
        .and_then(|run| run.starts)
        .map(|day| view.texts.date(day));
    [
        ("course", title.into()),
        ("starts", starts.unwrap_or_default().into()),
    ]
}

/// Where somebody stands within a class: by the deadline, then by the wait.
fn standing(view: &View<'_>, deadline: Fact<NaiveDate>, since: Fact<NaiveDate>) -> String {
    let texts = view.texts;
    let said = |[known, none, unknown]: [&str; 3], day: Fact<NaiveDate>| match day {
        Fact::Known(day) => texts.say(known, &[("date", texts.date(day).into())]),
        Fact::NotStated => texts.plain(none),
        Fact::Unknown => texts.plain(unknown),
    };
    let deadline = said(
        [
            "places-deadline",
            "places-no-deadline",
            "places-deadline-unknown",
        ],
        deadline,
    );
    let since = said(
        ["places-since", "places-no-since", "places-since-unknown"],
        since,
    );
    format!("{deadline}\n{since}")
}

/// Who is next for a seat that becomes free, and who moves, for the staff of the centre.
pub fn next_in_line(view: &View<'_>, places: &Places, next: &NextInLine) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    let run = view.run(&next.run);
    page.heading(2, texts.say("places-next-title", &[("run", run.into())]));
    page.text(Cell::new(texts.plain("places-nobody-decided")).tone(Tone::Strong));
    if places.synthetic {
        page.text(texts.plain("places-synthetic"));
    }
    page.text(order(view, places));
    if places.runs.iter().any(|run| run.group.is_some()) {
        page.text(texts.plain("places-groups-not-counted"));
    }
    if places.together().is_some_and(|own| own.parties > 0) {
        page.text(texts.plain("places-together-stay"));
    }
    if !next.free.is_empty() {
        let count = next.free.len();
        page.text(texts.say("places-next-free", &[("count", count.into())]));
        page.table(steps(view, &next.free));
        page.text(texts.plain("places-next-more"));
    }
    if next.over > 0 {
        let count = next.over as usize;
        page.text(texts.say("places-next-over", &[("count", count.into())]));
        return page;
    }
    if next.steps.is_empty() {
        page.text(texts.plain("places-next-none"));
        return page;
    }
    let moved = next.steps.iter().filter(|step| step.from.is_some()).count();
    page.text(texts.say("places-next-moves", &[("count", moved.into())]));
    page.table(steps(view, &next.steps));
    page
}

fn steps(view: &View<'_>, steps: &[Step]) -> Table {
    let texts = view.texts;
    let mut table = Table::new([
        texts.plain("places-column-class"),
        texts.plain("places-column-person"),
        texts.plain("places-column-because"),
        texts.plain("places-column-from"),
        texts.plain("places-column-to"),
    ]);
    for step in steps {
        let run = |run: &Option<RunId>| match run {
            Some(run) => view.run(run),
            None => texts.plain("places-without"),
        };
        table.row([
            Cell::figure(
                step.class
                    .map(|class| class.to_string())
                    .unwrap_or_default(),
            ),
            step.person.as_str().into(),
            deadline::of_step(view, step, standing(view, step.deadline, step.since)).into(),
            run(&step.from).into(),
            run(&step.to).into(),
        ]);
    }
    table
}
