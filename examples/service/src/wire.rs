//! Events as JSON. Wire types are not domain types: what is read here becomes an
//! [`Event`](mestring::decide::Event), or a problem.

use chrono::NaiveDate;
use mestring::decide;
use mestring::model::id::{LeaderId, RoomId, RunId};
use mestring::model::noun::HalfDay;
use mestring::model::term::Term;
use mestring::plan::Slot;
use serde::Deserialize;

use crate::problem::Problem;

/// An event as a request writes it. The schema is `GET /schema/event`.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// A room is free.
    RoomFreed {
        /// The room's id.
        room: String,
        /// The day.
        date: String,
        /// The part of the day.
        half_day: String,
    },
    /// A decided run is not held.
    RunCancelled {
        /// The run's id.
        run: String,
    },
    /// A leader cannot lead.
    LeaderAway {
        /// The leader's id.
        leader: String,
        /// The first day.
        from: String,
        /// The last day.
        until: String,
        /// Only in these parts of the day; none: all day.
        #[serde(default)]
        half_days: Vec<String>,
    },
    /// Somebody who had a seat does not take it.
    SeatDeclined {
        /// The run's id.
        run: String,
    },
}

impl Event {
    /// Reads an event.
    ///
    /// # Errors
    /// S001 names the field and what it may hold.
    pub fn read(body: &[u8]) -> Result<decide::Event, Problem> {
        let event: Event = serde_json::from_slice(body).map_err(|error| {
            Problem::unreadable(format!("the body is no event: {error}; see /schema/event"))
        })?;
        event.into_domain()
    }

    fn into_domain(self) -> Result<decide::Event, Problem> {
        Ok(match self {
            Event::RoomFreed {
                room,
                date: day,
                half_day: part,
            } => decide::Event::RoomFreed {
                room: id("room", RoomId::new(&room))?,
                slot: Slot {
                    date: date("date", &day)?,
                    half_day: half_day("half_day", &part)?,
                },
            },
            Event::RunCancelled { run } => decide::Event::RunCancelled {
                run: id("run", RunId::new(&run))?,
            },
            Event::LeaderAway {
                leader,
                from,
                until,
                half_days,
            } => decide::Event::LeaderAway {
                leader: id("leader", LeaderId::new(&leader))?,
                from: date("from", &from)?,
                until: date("until", &until)?,
                half_days: half_days
                    .iter()
                    .map(|own| half_day("half_days", own))
                    .collect::<Result<_, _>>()?,
            },
            Event::SeatDeclined { run } => decide::Event::SeatDeclined {
                run: id("run", RunId::new(&run))?,
            },
        })
    }
}

/// What could happen, as a request writes it. The schema is `GET /schema/what-if`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhatIf {
    /// The events, in the order in which they would happen.
    events: Vec<Event>,
}

impl WhatIf {
    /// Reads the events.
    ///
    /// # Errors
    /// S001 names the event by its number, 1 first, the field and what it may hold.
    pub fn read(body: &[u8]) -> Result<Vec<decide::Event>, Problem> {
        let asked: WhatIf = serde_json::from_slice(body).map_err(|error| {
            let detail = format!("the body holds no events: {error}; see /schema/what-if");
            Problem::unreadable(detail)
        })?;
        if asked.events.is_empty() {
            return Err(Problem::unreadable(
                "`events` is empty: name what could happen",
            ));
        }
        let events = (1..).zip(asked.events).map(|(number, event)| {
            let event = event.into_domain();
            event.map_err(|problem| problem.of_event(number))
        });
        events.collect()
    }
}

/// A day as ISO 8601 writes it.
///
/// # Errors
/// S001 names the field.
pub fn date(field: &str, text: &str) -> Result<NaiveDate, Problem> {
    text.parse()
        .map_err(|_| Problem::unreadable(format!("`{field}` is no day; write it as 2027-01-11")))
}

fn half_day(field: &str, text: &str) -> Result<HalfDay, Problem> {
    let found = HalfDay::all().iter().find(|own| own.code() == text);
    found.copied().ok_or_else(|| {
        let words: Vec<&str> = HalfDay::all().iter().map(|own| own.code()).collect();
        Problem::unreadable(format!("`{field}` is none of {}", words.join(", ")))
    })
}

fn id<T, E: std::fmt::Display>(field: &str, read: Result<T, E>) -> Result<T, Problem> {
    read.map_err(|error| Problem::unreadable(format!("`{field}`: {error}")))
}
