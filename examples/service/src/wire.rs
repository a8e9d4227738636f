//! Events as JSON. Wire types are not domain types: what is read here becomes an
//! [`Event`](mestring::decide::Event), or a problem.

use chrono::NaiveDate;
use mestring::decide::{self, Less};
use mestring::model::id::{BudgetId, LeaderId, RoomId, RunId};
use mestring::model::noun::HalfDay;
use mestring::model::record::Cell;
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
    /// A room cannot be used.
    RoomLost {
        /// The room's id.
        room: String,
        /// The first day.
        from: String,
        /// The last day.
        until: String,
        /// Only in these parts of the day; none: all day.
        #[serde(default)]
        half_days: Vec<String>,
    },
    /// The centre is closed for all.
    DayClosed {
        /// The first day.
        from: String,
        /// The last day; none: one day only.
        until: Option<String>,
        /// Only in these parts of the day; none: all day.
        #[serde(default)]
        half_days: Vec<String>,
    },
    /// A budget is smaller than it was.
    BudgetCut {
        /// The budget's id.
        budget: String,
        /// By so many kroner.
        amount: Option<Number>,
        /// By so many hours.
        hours: Option<Number>,
    },
    /// A leader says yes.
    LeaderConfirmed {
        /// The leader's id.
        leader: String,
    },
}

/// A quantity: a whole number, or a text as a table has it, such as `7.5`.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Number {
    /// A whole number.
    Whole(i64),
    /// A number with decimals, as a text.
    Text(String),
}

impl Number {
    fn read<T: Cell>(&self, field: &str) -> Result<T, Problem> {
        let text = match self {
            Number::Whole(number) => number.to_string(),
            Number::Text(text) => text.clone(),
        };
        id(field, T::read(&text))
    }
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
                half_days: parts(&half_days)?,
            },
            Event::SeatDeclined { run } => decide::Event::SeatDeclined {
                run: id("run", RunId::new(&run))?,
            },
            Event::RoomLost {
                room,
                from,
                until,
                half_days,
            } => decide::Event::RoomLost {
                room: id("room", RoomId::new(&room))?,
                from: date("from", &from)?,
                until: date("until", &until)?,
                half_days: parts(&half_days)?,
            },
            Event::DayClosed {
                from,
                until,
                half_days,
            } => decide::Event::DayClosed {
                from: date("from", &from)?,
                until: date("until", until.as_ref().unwrap_or(&from))?,
                half_days: parts(&half_days)?,
            },
            Event::BudgetCut {
                budget,
                amount,
                hours,
            } => decide::Event::BudgetCut {
                budget: id("budget", BudgetId::new(&budget))?,
                less: match (amount, hours) {
                    (Some(amount), None) => Less::Money(amount.read("amount")?),
                    (None, Some(hours)) => Less::Hours(hours.read("hours")?),
                    (Some(_), Some(_)) | (None, None) => {
                        return Err(Problem::unreadable(
                            "a cut of a budget says either `amount`, in kroner, or `hours`",
                        ));
                    }
                },
            },
            Event::LeaderConfirmed { leader } => decide::Event::LeaderConfirmed {
                leader: id("leader", LeaderId::new(&leader))?,
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

fn parts(texts: &[String]) -> Result<Vec<HalfDay>, Problem> {
    let texts = texts.iter();
    texts.map(|own| half_day("half_days", own)).collect()
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
