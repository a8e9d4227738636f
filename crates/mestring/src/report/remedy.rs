//! What would let a refused run in, in words.

use chrono::Datelike;
use mestring_model::id::{RunId, Slug};
use mestring_model::noun::{BudgetKind, LeaderState, Weekday};
use mestring_model::quantity::Ore;
use mestring_model::term::Term as _;

use super::View;
use crate::plan::{Change, Remedy, Slot};

impl View<'_> {
    /// A change, the sessions that the run would then have where it does not name them, who else
    /// comes in, and who loses a place.
    pub(super) fn remedy(&self, remedy: &Remedy) -> String {
        let change = self.change(&remedy.change);
        let said = match remedy.change.slots() == Some(&remedy.sessions) {
            true => change,
            false => {
                let sessions = self.weekly(&remedy.sessions);
                let args = [("change", change.into()), ("sessions", sessions.into())];
                self.texts.say("plan-remedy", &args)
            }
        };
        let with = |id, said: String, runs: &[RunId]| {
            if runs.is_empty() {
                return said;
            }
            let named = self.texts.list(runs.iter().map(|run| run.as_str()));
            let args = [("remedy", said.into()), ("runs", named.into())];
            self.texts.say(id, &args)
        };
        let said = with("plan-remedy-also", said, &remedy.also);
        with("plan-remedy-loses", said, &remedy.loses)
    }

    fn change(&self, change: &Change) -> String {
        let texts = self.texts;
        match change {
            Change::StartLater { until } => texts.say(
                "plan-remedy-start-later",
                &[("until", texts.date(*until).into())],
            ),
            Change::StartEarlier { from } => texts.say(
                "plan-remedy-start-earlier",
                &[("from", texts.date(*from).into())],
            ),
            Change::Weekday { weekday } => {
                texts.say("plan-remedy-weekday", &[("weekday", weekday.code().into())])
            }
            Change::HalfDay { half_day } => {
                texts.say("plan-remedy-half-day", &[("part", half_day.code().into())])
            }
            Change::Ready { from } => {
                texts.say("plan-remedy-ready", &[("from", texts.date(*from).into())])
            }
            Change::InBreaks => texts.say("plan-remedy-in-breaks", &[]),
            Change::OpenThen { slots } => texts.say(
                "plan-remedy-open-then",
                &[("times", self.weekly(slots).into())],
            ),
            Change::Confirm { leader, state } => texts.say(
                match state {
                    LeaderState::Asked => "plan-remedy-confirm-asked",
                    LeaderState::Wished | LeaderState::Confirmed => "plan-remedy-confirm-wished",
                },
                &[("leader", self.leader(leader).into())],
            ),
            Change::LeaderThen { leader, slots } => texts.say(
                "plan-remedy-leader-then",
                &[
                    ("leader", self.leader(leader).into()),
                    ("times", self.weekly(slots).into()),
                ],
            ),
            Change::HalfDays { leader, more } => texts.say(
                "plan-remedy-half-days",
                &[
                    ("leader", self.leader(leader).into()),
                    ("more", (*more).into()),
                ],
            ),
            Change::Leader { competence, slots } => texts.say(
                "plan-remedy-leader",
                &[
                    ("competence", competence.as_str().into()),
                    ("times", self.weekly(slots).into()),
                ],
            ),
            Change::RoomThen { room, slots } => texts.say(
                "plan-remedy-room-then",
                &[
                    ("room", self.room(room).into()),
                    ("times", self.weekly(slots).into()),
                ],
            ),
            Change::Equip { room, equipment } => texts.say(
                "plan-remedy-equip",
                &[
                    ("room", self.room(room).into()),
                    ("equipment", self.equipment(equipment).into()),
                ],
            ),
            Change::Room {
                organisation,
                seats,
                equipment,
                slots,
            } => {
                let times = self.weekly(slots);
                let equipped = self.equipment(equipment);
                let id = match (seats, equipment.is_empty()) {
                    (Some(_), true) => "plan-remedy-room-seats",
                    (Some(_), false) => "plan-remedy-room-seats-equipped",
                    (None, true) => "plan-remedy-room",
                    (None, false) => "plan-remedy-room-equipped",
                };
                let args = [
                    ("seats", seats.unwrap_or(0).into()),
                    ("equipment", equipped.into()),
                    ("times", times.into()),
                ];
                let change = texts.say(id, &args);
                let Some(organisation) = organisation else {
                    return change;
                };
                let organisation = self.organisation(organisation);
                texts.say(
                    "plan-remedy-hub",
                    &[
                        ("organisation", organisation.into()),
                        ("change", change.into()),
                    ],
                )
            }
            Change::Budget { budget, kind, more } => {
                let more = match kind {
                    BudgetKind::Money => texts.money(Ore(*more)),
                    BudgetKind::AdviserHours => texts.minutes(*more),
                };
                let budget = self.budget(budget);
                texts.say(
                    "plan-remedy-budget",
                    &[("budget", budget.into()), ("more", more.into())],
                )
            }
        }
    }

    fn equipment(&self, equipment: &[Slug]) -> String {
        self.texts.list(equipment.iter().map(|own| own.as_str()))
    }

    /// Times as a day of the week in some weeks, where they are that; else day by day.
    pub(super) fn weekly(&self, slots: &[Slot]) -> String {
        let weeks = |pair: &[Slot]| match pair {
            [one, next] => one.half_day == next.half_day && (next.date - one.date).num_days() == 7,
            _ => false,
        };
        match slots {
            [first, .., last] if slots.windows(2).all(weeks) => {
                let week = |slot: &Slot| slot.date.iso_week().week();
                let args = [
                    ("day", self.texts.weekday(Weekday::of(first.date)).into()),
                    ("part", self.texts.term(first.half_day).into()),
                    ("first", week(first).into()),
                    ("last", week(last).into()),
                    ("from", self.texts.date(first.date).into()),
                ];
                self.texts.say("plan-times-weekly", &args)
            }
            _ => self.slots(slots),
        }
    }
}
