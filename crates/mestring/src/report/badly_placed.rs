//! The decided runs that stand badly: what is wrong, and what would mend it.

use mestring_model::noun::{BudgetKind, LeaderState};
use mestring_model::quantity::Ore;

use super::shortage::run_column;
use super::{Cell, Page, Table, Tone, View};
use crate::plan::{BadlyPlaced, ClosedBy, Holder, Misplaced, Obstacle, Resource, Slot, Why};

/// A row for each thing that is wrong; nothing where all stand well.
pub(super) fn badly_placed(view: &View<'_>, found: &[BadlyPlaced]) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    if found.is_empty() {
        return page;
    }
    page.heading(3, texts.plain("plan-badly"));
    page.text(texts.plain("plan-badly-note"));
    let mut table = Table::new([
        texts.plain("plan-column-run"),
        texts.plain("plan-column-wrong"),
        texts.plain("plan-column-mend"),
    ]);
    for own in found {
        for fault in &own.faults {
            table.row([
                view.run(&own.run).into(),
                Cell::new(wrong(view, fault)).tone(Tone::Bad),
                mend(view, fault).into(),
            ]);
        }
    }
    page.table(table);
    page
}

fn wrong(view: &View<'_>, fault: &Misplaced) -> String {
    let texts = view.texts;
    let obstacle = |at: &Resource, why: Why, slots: &[Slot]| {
        view.obstacle(&Obstacle {
            at: at.clone(),
            why,
            slots: slots.to_vec(),
        })
    };
    match fault {
        Misplaced::WholeDay { days } => {
            texts.say("plan-badly-whole-day", &[("days", view.days(days).into())])
        }
        Misplaced::Taken { at, by, slots } => {
            let holder = Holder {
                class: None,
                run: by.clone(),
            };
            obstacle(at, Why::Taken(holder), slots)
        }
        Misplaced::Away { at, slots } => obstacle(at, Why::Away, slots),
        Misplaced::NotOpen { at, slots } => obstacle(at, Why::NotOpen, slots),
        Misplaced::RoomTwice { room } => {
            texts.say("plan-badly-room-twice", &[("room", view.room(room).into())])
        }
        Misplaced::NotConfirmed { leader, state } => texts.say(
            match state {
                LeaderState::Asked => "plan-badly-asked",
                LeaderState::Wished | LeaderState::Confirmed => "plan-badly-wished",
            },
            &[("leader", view.leader(leader).into())],
        ),
        Misplaced::OverLimit {
            leader,
            limit,
            taken,
        } => texts.say(
            "plan-badly-over-limit",
            &[
                ("leader", view.leader(leader).into()),
                ("limit", (*limit).into()),
                ("taken", (*taken).into()),
            ],
        ),
        Misplaced::TooSmall {
            room,
            seats,
            expected,
        } => texts.say(
            "plan-badly-too-small",
            &[
                ("room", view.room(room).into()),
                ("seats", (*seats).into()),
                ("expected", (*expected).into()),
            ],
        ),
        Misplaced::HubOnly { room } => {
            texts.say("plan-badly-hub-only", &[("room", view.room(room).into())])
        }
        Misplaced::Closed { why, slots } => texts.say(
            match why {
                ClosedBy::Holiday => "plan-badly-holiday",
                ClosedBy::Closed => "plan-badly-closed",
                ClosedBy::SchoolBreak => "plan-badly-school-break",
            },
            &[("times", view.times(slots).into())],
        ),
        Misplaced::Overdrawn {
            budget,
            kind,
            over,
            others,
        } => {
            let id = match others.is_empty() {
                true => "plan-badly-overdrawn",
                false => "plan-badly-overdrawn-with",
            };
            let over = match kind {
                BudgetKind::Money => texts.money(Ore(*over)),
                BudgetKind::AdviserHours => texts.minutes(*over),
            };
            let runs = texts.list(others.iter().map(|run| run.as_str()));
            let args = [
                ("budget", view.budget(budget).into()),
                ("over", over.into()),
                ("runs", runs.into()),
            ];
            texts.say(id, &args)
        }
    }
}

fn mend(view: &View<'_>, fault: &Misplaced) -> String {
    let texts = view.texts;
    let room = |at: &Resource, room: &str, leader: &str| {
        texts.plain(match at {
            Resource::Room(_) => room,
            Resource::Leader(_) => leader,
        })
    };
    let column = |id, name| {
        let column = run_column(texts, name);
        texts.say(id, &[("column", column.into())])
    };
    match fault {
        Misplaced::Taken { at, .. } => room(at, "plan-mend-room-taken", "plan-mend-leader-taken"),
        Misplaced::Away { at, .. } | Misplaced::NotOpen { at, .. } => {
            room(at, "plan-mend-room-or-time", "plan-mend-leader-or-time")
        }
        Misplaced::RoomTwice { .. } | Misplaced::TooSmall { .. } | Misplaced::HubOnly { .. } => {
            texts.plain("plan-mend-room")
        }
        Misplaced::NotConfirmed { .. } => texts.plain("plan-mend-confirm"),
        Misplaced::OverLimit { .. } => texts.plain("plan-mend-limit"),
        Misplaced::WholeDay { .. } => column("plan-mend-part", "half_days"),
        Misplaced::Closed {
            why: ClosedBy::SchoolBreak,
            ..
        } => column("plan-mend-break", "in_breaks"),
        Misplaced::Closed { .. } => texts.plain("plan-mend-day"),
        Misplaced::Overdrawn { .. } => texts.plain("plan-mend-budget"),
    }
}

#[cfg(test)]
mod tests;
