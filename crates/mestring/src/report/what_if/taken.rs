//! What events take from decided runs beside their places, and what they give back.

use mestring_model::Fact;
use mestring_model::noun::BudgetKind;
use mestring_model::quantity::Ore;

use crate::decide::{BudgetLeft, Draw, GivenBack, OpenSeat, RoomGap, Shifted, WhatIf};
use crate::report::{Cell, Page, Tone, View};

/// Rooms that are lost, sessions that move, budgets, what was given back, and seats; a line each.
pub(super) fn all(view: &View<'_>, found: &WhatIf, page: &mut Page) {
    for own in &found.without_room {
        page.text(Cell::new(room_gap(view, own)).tone(Tone::Bad));
    }
    for own in &found.shifted {
        let tone = match own.not_free.is_empty() {
            true => Tone::Unsure,
            false => Tone::Bad,
        };
        page.text(Cell::new(shifted(view, own)).tone(tone));
    }
    for own in &found.budgets {
        budget(view, own, page);
    }
    for own in &found.given_back {
        page.text(given_back(view, own));
    }
    for own in &found.seats {
        page.text(seat(view, own));
    }
}

fn room_gap(view: &View<'_>, gap: &RoomGap) -> String {
    let texts = view.texts;
    let others = gap.substitutes.iter().map(|own| view.room(own));
    let id = match gap.substitutes.is_empty() {
        true => "what-if-room-gap-none",
        false => "what-if-room-gap",
    };
    let args = [
        ("run", view.run(&gap.run).into()),
        ("room", view.room(&gap.room).into()),
        ("sessions", view.slots(&gap.sessions).into()),
        ("rooms", texts.list(others).into()),
    ];
    texts.say(id, &args)
}

fn shifted(view: &View<'_>, own: &Shifted) -> String {
    let id = match own.not_free.is_empty() {
        true => "what-if-shifted",
        false => "what-if-shifted-not-free",
    };
    let args = [
        ("run", view.run(&own.run).into()),
        ("from", view.slots(&own.from).into()),
        ("to", view.slots(&own.to).into()),
        ("taken", view.slots(&own.not_free).into()),
    ];
    view.texts.say(id, &args)
}

/// What is left of a budget; of one that is overdrawn, by whom; and who does not say what they draw.
fn budget(view: &View<'_>, own: &BudgetLeft, page: &mut Page) {
    let texts = view.texts;
    let (over, id) = match own.left < 0 {
        true => (own.left.saturating_neg(), "what-if-budget-over"),
        false => (own.left, "what-if-budget-left"),
    };
    let runs = |is: fn(&Draw) -> bool| {
        let draws = own.draws.iter().filter(move |own| is(own));
        texts.list(draws.map(|own| view.run(&own.run)))
    };
    let args = [
        ("budget", view.budget(&own.budget).into()),
        ("holds", amount(view, own.kind, own.holds).into()),
        ("left", amount(view, own.kind, over).into()),
        ("runs", runs(|own| own.overdraws).into()),
    ];
    let tone = if own.left < 0 { Tone::Bad } else { Tone::Plain };
    page.text(Cell::new(texts.say(id, &args)).tone(tone));
    let unknown = runs(|own| !own.needs.is_known());
    if !unknown.is_empty() {
        let args = [
            ("budget", view.budget(&own.budget).into()),
            ("runs", unknown.into()),
        ];
        page.text(Cell::new(texts.say("what-if-budget-unknown", &args)).tone(Tone::Unsure));
    }
}

fn amount(view: &View<'_>, kind: BudgetKind, amount: i64) -> String {
    match kind {
        BudgetKind::Money => view.texts.money(Ore(amount)),
        BudgetKind::AdviserHours => view.texts.minutes(amount),
    }
}

/// Times, leaders' half-days and budgets; what a run did not have is not named.
fn given_back(view: &View<'_>, own: &GivenBack) -> String {
    let texts = view.texts;
    let mut parts = Vec::new();
    if !own.rooms.is_empty() && !own.sessions.is_empty() {
        let rooms = texts.list(own.rooms.iter().map(|room| view.room(room)));
        let sessions = view.slots(&own.sessions);
        let args = [("rooms", rooms.into()), ("sessions", sessions.into())];
        parts.push(texts.say("what-if-back-rooms", &args));
    }
    if !own.leaders.is_empty() && !own.sessions.is_empty() {
        let leaders = texts.list(own.leaders.iter().map(|leader| view.leader(leader)));
        let count = own.sessions.len();
        let args = [("leaders", leaders.into()), ("count", count.into())];
        parts.push(texts.say("what-if-back-leaders", &args));
    }
    for (budget, kind, needs) in &own.budgets {
        let budget = ("budget", view.budget(budget).into());
        parts.push(match needs {
            Fact::Known(needs) => {
                let amount = amount(view, *kind, *needs);
                texts.say("what-if-back-budget", &[budget, ("amount", amount.into())])
            }
            Fact::NotStated | Fact::Unknown => texts.say("what-if-back-budget-unknown", &[budget]),
        });
    }
    let run = ("run", view.run(&own.run).into());
    match parts.is_empty() {
        true => texts.say("what-if-back-nothing", &[run]),
        false => texts.say("what-if-back", &[run, ("what", parts.join("; ").into())]),
    }
}

/// The seats that are free now, and what says who is next.
fn seat(view: &View<'_>, own: &OpenSeat) -> String {
    let id = match own.free {
        Fact::Known(_) => "what-if-seat",
        Fact::NotStated | Fact::Unknown => "what-if-seat-unknown",
    };
    let args = [
        ("run", view.run(&own.run).into()),
        ("id", own.run.as_str().into()),
        ("free", own.free.into_known().unwrap_or_default().into()),
    ];
    view.texts.say(id, &args)
}
