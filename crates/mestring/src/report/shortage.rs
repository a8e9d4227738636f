//! What a run lacks, who has it, and when, in words.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring_model::id::BudgetId;
use mestring_model::noun::{BudgetKind, HalfDay, Run};
use mestring_model::quantity::Ore;
use mestring_model::record::Record;

use super::View;
use crate::plan::{
    Certainty, Drawn, Holder, Lack, Obstacle, Reason, Resource, Shortage, Slot, Why,
};
use crate::text::{Arg, Texts};

/// So many days are named; of more, the first, the last and their number.
const NAMED: usize = 4;

impl View<'_> {
    /// What is short, and below it who or what stands in the way and when; a line each.
    pub(super) fn shortage(&self, shortage: &Shortage) -> String {
        let lack = self.lack(&shortage.lack, shortage.reason());
        if shortage.obstacles.is_empty() && !shortage.held_by.is_empty() {
            let holders = self.holders(&shortage.held_by);
            return self.texts.say(
                "plan-held-by",
                &[("lack", lack.into()), ("holders", holders.into())],
            );
        }
        let obstacles = shortage.obstacles.iter();
        let lines = obstacles.map(|own| format!("- {}", self.obstacle(own)));
        [lack]
            .into_iter()
            .chain(lines)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Whether a refusal is proven; nothing where the run was not weighed.
    pub(super) fn certainty(&self, own: &Certainty) -> Option<String> {
        let with = |id, holders: &[Holder]| {
            let count = holders.len().into();
            let holders = self.holders(holders).into();
            self.texts
                .say(id, &[("holders", holders), ("count", count)])
        };
        Some(match own {
            Certainty::NotWeighed => return None,
            Certainty::NoWay => self.texts.plain("plan-proof-no-way"),
            Certainty::Drawn { by, .. } if by.is_empty() => self.texts.plain("plan-proof-no-way"),
            Certainty::Drawn { on, by } => {
                let (id, name) = match on {
                    Drawn::Budget(id) => ("plan-proof-budget", self.budget(id)),
                    Drawn::HalfDays(id) => ("plan-proof-half-days", self.leader(id)),
                };
                let holders = self.holders(by).into();
                let args = [("holders", holders), ("name", name.into())];
                self.texts.say(id, &args)
            }
            Certainty::Full { of, by, missing } => {
                let names = of.iter().map(|own| match own {
                    Resource::Room(id) => self.room(id),
                    Resource::Leader(id) => self.leader(id),
                });
                let args = [
                    ("names", self.texts.list(names).into()),
                    ("holders", self.holders(by).into()),
                    ("count", by.len().into()),
                    ("missing", (*missing).into()),
                ];
                self.texts.say("plan-proof-full", &args)
            }
            Certainty::Conflict { with: runs } => with("plan-proof-conflict", runs),
            Certainty::NotProven => self.texts.plain("plan-proof-none"),
        })
    }

    fn holders(&self, holders: &[Holder]) -> String {
        self.texts
            .list(holders.iter().map(|holder| self.holder(holder)))
    }

    fn holder(&self, holder: &Holder) -> String {
        let run = holder.run.as_str();
        match holder.class {
            Some(class) => self.texts.say(
                "plan-holder",
                &[("run", run.into()), ("class", class.into())],
            ),
            None => self
                .texts
                .say("plan-holder-decided", &[("run", run.into())]),
        }
    }

    /// What keeps a run from a room or a leader, and when.
    pub(super) fn obstacle(&self, own: &Obstacle) -> String {
        let texts = self.texts;
        let (name, room) = match &own.at {
            Resource::Room(id) => (self.room(id), true),
            Resource::Leader(id) => (self.leader(id), false),
        };
        let times = self.times(&own.slots);
        let say = |for_room, for_leader, more: Vec<(&str, Arg<'_>)>| {
            let id = if room { for_room } else { for_leader };
            let given = [
                ("name", name.as_str().into()),
                ("times", times.as_str().into()),
            ];
            let args: Vec<_> = given.into_iter().chain(more).collect();
            texts.say(id, &args)
        };
        match &own.why {
            Why::Taken(holder) => {
                let holder = self.holder(holder);
                let more = vec![("holder", holder.into())];
                say("plan-room-taken", "plan-leader-taken", more)
            }
            Why::Away => say("plan-room-closed", "plan-leader-away", Vec::new()),
            Why::NotOpen => say("plan-room-not-open", "plan-leader-not-at-work", Vec::new()),
            Why::AtLimit {
                limit,
                taken,
                needs,
                leads,
            } => {
                let mut more = vec![
                    ("limit", (*limit).into()),
                    ("taken", (*taken).into()),
                    ("needs", (*needs).into()),
                ];
                if leads.is_empty() {
                    return say("plan-leader-at-limit", "plan-leader-at-limit", more);
                }
                more.push(("holders", self.holders(leads).into()));
                say("plan-leader-leads", "plan-leader-leads", more)
            }
        }
    }

    /// Days; of many, the first and the last.
    pub(super) fn days(&self, days: &[NaiveDate]) -> String {
        let texts = self.texts;
        match days {
            [first, .., last] if days.len() > NAMED => texts.say(
                "plan-times-many",
                &[
                    ("count", days.len().into()),
                    ("first", texts.date(*first).into()),
                    ("last", texts.date(*last).into()),
                ],
            ),
            few => texts.list(few.iter().map(|day| texts.date(*day))),
        }
    }

    /// Days by the part of the day; of many, the first and the last.
    pub(super) fn times(&self, slots: &[Slot]) -> String {
        let texts = self.texts;
        let mut parts: BTreeMap<HalfDay, Vec<NaiveDate>> = BTreeMap::new();
        for slot in slots {
            parts.entry(slot.half_day).or_default().push(slot.date);
        }
        let parts = parts.into_iter().map(|(half_day, days)| {
            let half_day = texts.term(half_day);
            let days = self.days(&days);
            texts.say(
                "plan-times",
                &[("days", days.into()), ("part", half_day.into())],
            )
        });
        parts.collect::<Vec<_>>().join("; ")
    }

    /// What a run lacks; `reason` is what keeps it from every room or leader that would do.
    fn lack(&self, lack: &Lack, reason: Option<Reason>) -> String {
        let texts = self.texts;
        match lack {
            Lack::DecidedAgainst { role, on } => {
                let on = texts.date(*on);
                texts.say(
                    "plan-lack-decided",
                    &[("role", role.into()), ("on", on.into())],
                )
            }
            Lack::NotStated { column } => {
                let column = run_column(texts, column);
                texts.say("plan-lack-not-stated", &[("column", column.into())])
            }
            Lack::Window => texts.plain("plan-lack-window"),
            Lack::LeadTime { weeks, from } => texts.say(
                "plan-lack-lead-time",
                &[
                    ("weeks", (*weeks).into()),
                    ("from", texts.date(*from).into()),
                ],
            ),
            Lack::Closed => texts.plain("plan-lack-closed"),
            Lack::BudgetDays {
                budgets,
                from,
                until,
            } => {
                let budgets = texts.list(budgets.iter().map(|own| self.budget(own)));
                let args = [
                    ("budgets", budgets.into()),
                    ("from", texts.date(*from).into()),
                    ("until", texts.date(*until).into()),
                ];
                match from <= until {
                    true => texts.say("plan-lack-budget-days", &args),
                    false => texts.say("plan-lack-budgets-apart", &args),
                }
            }
            Lack::NoRoom => texts.plain("plan-lack-no-room"),
            Lack::RoomTooSmall {
                needs,
                largest: Some(largest),
            } => texts.say(
                "plan-lack-room-too-small",
                &[("needs", (*needs).into()), ("largest", (*largest).into())],
            ),
            Lack::RoomTooSmall {
                needs,
                largest: None,
            } => texts.say(
                "plan-lack-room-seats-unknown",
                &[("needs", (*needs).into())],
            ),
            Lack::Equipment { missing } => {
                let missing = texts.list(missing.iter().map(|own| own.as_str()));
                texts.say("plan-lack-equipment", &[("missing", missing.into())])
            }
            Lack::FreedTooSmall { needs, seats } => {
                let id = match seats {
                    Some(_) => "plan-lack-freed-too-small",
                    None => "plan-lack-freed-seats-unknown",
                };
                let args = [
                    ("needs", (*needs).into()),
                    ("seats", seats.unwrap_or(0).into()),
                ];
                texts.say(id, &args)
            }
            Lack::FreedEquipment { missing } => {
                let missing = texts.list(missing.iter().map(|own| own.as_str()));
                texts.say("plan-lack-freed-equipment", &[("missing", missing.into())])
            }
            Lack::Room => texts.plain(match reason {
                Some(Reason::Taken) => "plan-lack-room-taken",
                Some(Reason::NotOpen) => "plan-lack-room-not-open",
                Some(Reason::AtLimit | Reason::Several) | None => "plan-lack-room-not-free",
            }),
            Lack::NoHubRoom {
                organisation,
                needs,
            } => {
                let id = match needs {
                    Some(_) => "plan-lack-no-hub-room-seats",
                    None => "plan-lack-no-hub-room",
                };
                let args = [
                    ("organisation", self.organisation(organisation).into()),
                    ("needs", needs.unwrap_or(0).into()),
                ];
                texts.say(id, &args)
            }
            Lack::HubRoom { organisation } => {
                let id = match reason {
                    Some(Reason::Taken) => "plan-lack-hub-room-taken",
                    Some(Reason::NotOpen) => "plan-lack-hub-room-not-open",
                    Some(Reason::AtLimit | Reason::Several) | None => "plan-lack-hub-room-not-free",
                };
                let organisation = self.organisation(organisation);
                texts.say(id, &[("organisation", organisation.into())])
            }
            Lack::NoLeader {
                competence,
                needs,
                confirmed,
                asked,
                wished,
            } => texts.say(
                match confirmed {
                    0 => "plan-lack-no-leader",
                    _ => "plan-lack-too-few-leaders",
                },
                &[
                    ("competence", competence.as_str().into()),
                    ("needs", (*needs).into()),
                    ("confirmed", (*confirmed).into()),
                    ("asked", (*asked).into()),
                    ("wished", (*wished).into()),
                ],
            ),
            Lack::Leader {
                competence,
                leaders,
            } => {
                let id = match reason {
                    Some(Reason::Taken) => "plan-lack-leader-taken",
                    Some(Reason::NotOpen) => "plan-lack-leader-not-at-work",
                    Some(Reason::AtLimit) => "plan-lack-leader-at-limit",
                    Some(Reason::Several) | None => "plan-lack-leader-not-free",
                };
                let args = [
                    ("competence", competence.as_str().into()),
                    ("count", (*leaders).into()),
                ];
                texts.say(id, &args)
            }
            Lack::SameLeader {
                competences,
                leaders,
            } => {
                let competences = texts.list(competences.iter().map(|own| format!("`{own}`")));
                let leaders = texts.list(leaders.iter().map(|own| self.leader(own)));
                texts.say(
                    "plan-lack-same-leader",
                    &[
                        ("competences", competences.into()),
                        ("leaders", leaders.into()),
                    ],
                )
            }
            Lack::TooManyNeeds { needs, hubs, most } => texts.say(
                match hubs {
                    0 => "plan-lack-too-many-needs",
                    _ => "plan-lack-too-many-hubs",
                },
                &[("needs", (*needs).into()), ("most", (*most).into())],
            ),
            Lack::Budget {
                budget,
                kind,
                needs,
                left,
            } => {
                let amount = |amount: i64| match kind {
                    BudgetKind::Money => texts.money(Ore(amount)),
                    BudgetKind::AdviserHours => texts.minutes(amount),
                };
                texts.say(
                    "plan-lack-budget",
                    &[
                        ("budget", self.budget(budget).into()),
                        ("needs", amount(*needs).into()),
                        ("left", amount(*left).into()),
                    ],
                )
            }
        }
    }

    pub(super) fn budget(&self, id: &BudgetId) -> String {
        let budget = self.desk.budgets.iter().find(|budget| budget.id == *id);
        budget.map_or_else(|| id.to_string(), |budget| budget.name.clone())
    }
}

/// The heading of a column of runs.
pub(super) fn run_column(texts: &Texts, name: &str) -> String {
    let column = Run::TABLE.columns().find(|column| column.name == name);
    column
        .map_or(name, |column| column.heading(texts.lang()))
        .replace('_', " ")
}
