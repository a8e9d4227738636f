//! What a plan would become if something happened.

use chrono::NaiveDate;
use mestring_model::Event;
use mestring_model::event::Less;
use mestring_model::noun::HalfDay;

use super::{Cell, Page, Table, Tone, View};
use crate::decide::WhatIf;
use crate::plan::{Fate, Moves, Placement, RunChange};

mod taken;

/// The events, the least change found, and what is proven of it; with [`View::all`] the whole plan as
/// it would be. `view` is of the desk as it would be ([`WhatIf::desk`]).
pub fn what_if(view: &View<'_>, found: &WhatIf) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("what-if-title"));
    page.text(Cell::new(texts.plain("what-if-nobody-decided")).tone(Tone::Strong));
    page.text(texts.plain("what-if-events"));
    for event in &found.events {
        page.item("-", happened(view, event));
    }
    if found.changes.is_empty() {
        page.text(texts.plain("what-if-no-change"));
    } else {
        page.text(texts.say("what-if-changes", &[("count", found.changes.len().into())]));
        page.table(changes(view, &found.changes));
        for line in proofs(view, found) {
            page.text(line);
        }
        lacks(view, found, &mut page);
    }
    gaps(view, found, &mut page);
    taken::all(view, found, &mut page);
    if !found.anew.is_empty() {
        page.text(anew(view, found));
    }
    if view.all {
        page.append(super::proposal(view, &found.after));
    }
    page
}

fn happened(view: &View<'_>, event: &Event) -> String {
    let texts = view.texts;
    match event {
        Event::RoomFreed { room, slot } => texts.say(
            "what-if-room-freed",
            &[
                ("room", view.room(room).into()),
                ("slot", view.slot(*slot).into()),
            ],
        ),
        Event::RunCancelled { run } => {
            texts.say("what-if-run-cancelled", &[("run", view.run(run).into())])
        }
        Event::LeaderAway {
            leader,
            from,
            until,
            half_days,
        } => {
            let id = match half_days.is_empty() {
                true => "what-if-leader-away",
                false => "what-if-leader-away-part",
            };
            let whose = Some(("leader", view.leader(leader)));
            spanned(view, id, whose, (*from, *until), half_days)
        }
        Event::RoomLost {
            room,
            from,
            until,
            half_days,
        } => {
            let id = match half_days.is_empty() {
                true => "what-if-room-lost",
                false => "what-if-room-lost-part",
            };
            let whose = Some(("room", view.room(room)));
            spanned(view, id, whose, (*from, *until), half_days)
        }
        Event::DayClosed {
            from,
            until,
            half_days,
        } => {
            let id = match (from == until, half_days.is_empty()) {
                (true, true) => "what-if-day-closed",
                (true, false) => "what-if-day-closed-part",
                (false, true) => "what-if-days-closed",
                (false, false) => "what-if-days-closed-part",
            };
            spanned(view, id, None, (*from, *until), half_days)
        }
        Event::BudgetCut { budget, less } => {
            let less = match less {
                Less::Money(amount) => texts.money(*amount),
                Less::Hours(hours) => texts.minutes(i64::from(hours.minutes())),
            };
            let args = [
                ("budget", view.budget(budget).into()),
                ("less", less.into()),
            ];
            texts.say("what-if-budget-cut", &args)
        }
        Event::LeaderConfirmed { leader } => {
            let leader = view.leader(leader);
            texts.say("what-if-leader-confirmed", &[("leader", leader.into())])
        }
        Event::SeatDeclined { run } => {
            texts.say("what-if-seat-declined", &[("run", view.run(run).into())])
        }
    }
}

/// What happens over a span of days, in some parts of the day.
fn spanned(
    view: &View<'_>,
    id: &str,
    whose: Option<(&str, String)>,
    (from, until): (NaiveDate, NaiveDate),
    half_days: &[HalfDay],
) -> String {
    let texts = view.texts;
    let parts = texts.list(half_days.iter().map(|own| texts.term(*own)));
    let mut args = vec![
        ("from", texts.date(from).into()),
        ("until", texts.date(until).into()),
        ("parts", parts.into()),
    ];
    args.extend(whose.map(|(what, name)| (what, name.into())));
    texts.say(id, &args)
}

fn changes(view: &View<'_>, changes: &[RunChange]) -> Table {
    let texts = view.texts;
    let mut table = Table::new([
        texts.plain("plan-column-run"),
        texts.plain("what-if-column-state"),
        texts.plain("what-if-column-fate"),
        texts.plain("plan-column-before"),
        texts.plain("plan-column-after"),
    ]);
    for own in changes {
        let state = match own.decided {
            true => texts.say("what-if-decided", &[("weight", own.weight.into())]),
            false => texts.plain("what-if-proposed"),
        };
        let (fate, tone) = match own.fate {
            Fate::Moved => ("what-if-moved", Tone::Unsure),
            Fate::Replaced => (replaced(own), Tone::Unsure),
            Fate::Dropped => ("what-if-dropped", Tone::Bad),
            Fate::Added => ("what-if-added", Tone::Good),
        };
        let stands = |own: &Option<Placement>| {
            let placement = own.as_ref().map(|own| placement(view, own));
            placement.unwrap_or_else(|| texts.plain("what-if-nowhere"))
        };
        table.row([
            view.run(&own.run).into(),
            state.into(),
            Cell::new(texts.plain(fate)).tone(tone),
            stands(&own.before).into(),
            stands(&own.after).into(),
        ]);
    }
    table
}

/// What becomes of a run whose old place is gone: the least that changes for those who come.
fn replaced(own: &RunChange) -> &'static str {
    match (&own.before, &own.after) {
        (Some(before), Some(after)) if before.sessions == after.sessions => {
            let same = (&before.room, &before.hubs) == (&after.room, &after.hubs);
            match same {
                true => "what-if-other-leader",
                false => "what-if-other-room",
            }
        }
        _ => "what-if-replaced",
    }
}

/// Times, rooms and leaders, a line each.
fn placement(view: &View<'_>, own: &Placement) -> String {
    let leaders = own.leaders.iter().map(|(_, leader)| view.leader(leader));
    let leaders = view.texts.list(leaders);
    [view.weekly(&own.sessions), view.rooms(own), leaders]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// What is proven of the moves that were needed, and of those that let others in.
fn proofs(view: &View<'_>, found: &WhatIf) -> Vec<Cell> {
    let texts = view.texts;
    let is = |fate| move |own: &&RunChange| own.fate == fate;
    let added = found.changes.iter().any(|own| own.fate == Fate::Added);
    let moved = found.changes.iter().filter(is(Fate::Moved)).count();
    let say = |moves: Moves, least: &str, at_least: &str, open: &str| match moves {
        Moves::Least => Cell::new(texts.say(least, &[("moved", moved.into())])),
        Moves::AtLeast { runs: 0, .. } => Cell::new(texts.plain(open)).tone(Tone::Unsure),
        Moves::AtLeast { runs, .. } => {
            Cell::new(texts.say(at_least, &[("runs", runs.into())])).tone(Tone::Unsure)
        }
    };
    let mut lines = vec![say(
        found.forced,
        "what-if-forced-least",
        "what-if-forced-at-least",
        "what-if-forced-open",
    )];
    if added {
        lines.push(say(
            found.opened,
            "what-if-opened-least",
            "what-if-opened-at-least",
            "what-if-opened-open",
        ));
    }
    lines
}

/// What the runs lack that have no place any more.
fn lacks(view: &View<'_>, found: &WhatIf, page: &mut Page) {
    for own in &found.changes {
        let Some(refusal) = &own.refusal else {
            continue;
        };
        let lacks = refusal.shortages.iter().map(|own| view.shortage(own));
        let lacks = lacks.collect::<Vec<_>>().join("; ");
        let args = [("run", view.run(&own.run).into()), ("lacks", lacks.into())];
        page.text(view.texts.say("what-if-lacks", &args));
    }
}

/// Who would have a place, or none, in a plan made anew.
fn anew(view: &View<'_>, found: &WhatIf) -> String {
    let runs = |placed| {
        let runs = found.anew.iter().filter(move |(_, own)| *own == placed);
        view.texts.list(runs.map(|(run, _)| view.run(run)))
    };
    let (gain, lose) = (runs(true), runs(false));
    let id = match (gain.is_empty(), lose.is_empty()) {
        (false, true) => "what-if-anew-gain",
        (true, false) => "what-if-anew-lose",
        _ => "what-if-anew",
    };
    view.texts
        .say(id, &[("gain", gain.into()), ("lose", lose.into())])
}

/// The decided runs without a leader, and who could step in.
fn gaps(view: &View<'_>, found: &WhatIf, page: &mut Page) {
    let texts = view.texts;
    for gap in &found.without_leader {
        let others = gap.substitutes.iter().map(|own| view.leader(&own.leader));
        let dropped = found.changes.iter().any(|own| own.run == gap.run);
        let id = match (dropped, gap.substitutes.is_empty()) {
            (false, true) => "what-if-gap-nobody",
            (false, false) => "what-if-gap",
            (true, true) => "what-if-gap-dropped-nobody",
            (true, false) => "what-if-gap-dropped",
        };
        let args = [
            ("run", view.run(&gap.run).into()),
            ("sessions", view.slots(&gap.sessions).into()),
            ("leaders", texts.list(others).into()),
        ];
        page.text(Cell::new(texts.say(id, &args)).tone(Tone::Bad));
    }
}
