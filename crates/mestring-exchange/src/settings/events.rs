//! Events from a file or from a program, for what-if: what happened, or could.

use chrono::{Datelike as _, NaiveDate};
use mestring_model::Place;
use mestring_model::event::{Event, Less};
use mestring_model::finding::{CellError, EventProblem, Problem, SettingProblem};
use mestring_model::id::{BudgetId, LeaderId, RoomId, RunId};
use mestring_model::noun::{HalfDay, Slot};
use mestring_model::quantity::{Hours, Ore};
use mestring_model::record::Cell;
use mestring_model::term::{Term, nearest};
use toml::value::{Date, Datetime};
use toml::{Table, Value};

use super::{Reader, SettingFault};
use crate::ExchangeError;
use crate::national_id::holds_national_id;

/// Reads events from TOML: an `[[event]]` for each, with its `kind` and the keys that
/// [`Event::KINDS`] lists for it, in the order in which they happened.
///
/// # Errors
/// All that is wrong with them: what would happen cannot be told from some of the events.
///
/// ```
/// use mestring_exchange::settings::read_events;
///
/// let events = read_events(
///     "[[event]]\nkind = \"leader_away\"\nleader = \"nurse-1\"\nfrom = 2027-02-01\nuntil = 2027-02-26",
///     "ill.toml",
/// ).unwrap();
/// assert_eq!(events[0].kind(), "leader_away");
/// let faults = read_events("[[event]]\nkind = \"leader_awya\"", "ill.toml").unwrap_err();
/// assert_eq!(
///     faults[0].finding.problem.reason(),
///     "`leader_awya` is no kind of event; did you mean `leader_away`? the kinds are: room_freed, \
///      run_cancelled, leader_away, seat_declined, room_lost, day_closed, budget_cut, leader_confirmed",
/// );
/// ```
pub fn read_events(text: &str, file: &str) -> Result<Vec<Event>, Vec<SettingFault>> {
    let (mut reader, table) = Reader::open(text, file)?;
    for key in table.keys().filter(|key| *key != "event") {
        let problem = EventProblem::NoSuchEventKey {
            key: key.clone(),
            nearest: Some("event".to_owned()).filter(|own| nearest(key, [own.as_str()]).is_some()),
            keys: "[[event]]".to_owned(),
        };
        reader.key(&[key], problem);
    }
    let mut events = Vec::new();
    match table.get("event") {
        Some(Value::Array(all)) if !all.is_empty() => {
            for (at, value) in all.iter().enumerate() {
                let at = at.to_string();
                match value.as_table() {
                    Some(table) => events.extend(reader.event(&at, table)),
                    None => {
                        let value = value.to_string();
                        reader.value(&["event", &at], EventProblem::NotEvents { value });
                    }
                }
            }
        }
        Some(Value::Array(_)) | None => {
            if reader.faults.is_empty() {
                reader.push(None, EventProblem::NoEvents, None);
            }
        }
        Some(other) => {
            let value = other.to_string();
            reader.value(&["event"], EventProblem::NotEvents { value });
        }
    }
    reader.finish(events)
}

/// A value of an event that a program hands over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventValue {
    /// A text: an id, a word, or a day as `2027-02-01`.
    Text(String),
    /// Several texts.
    Texts(Vec<String>),
    /// A day.
    Day(NaiveDate),
    /// A whole number, such as kroner.
    Whole(i64),
    /// Yes or no, which no key of an event takes.
    YesNo(bool),
}

impl EventValue {
    fn into_toml(self) -> Value {
        match self {
            EventValue::Text(text) => Value::String(text),
            EventValue::Texts(texts) => {
                Value::Array(texts.into_iter().map(Value::String).collect())
            }
            EventValue::Day(day) => match (u16::try_from(day.year()), day.month(), day.day()) {
                (Ok(year), month, day) => Value::Datetime(Datetime {
                    date: Some(Date {
                        year,
                        month: u8::try_from(month).unwrap_or_default(),
                        day: u8::try_from(day).unwrap_or_default(),
                    }),
                    time: None,
                    offset: None,
                }),
                // Before our era: no date of TOML, and refused as a text.
                _ => Value::String(day.to_string()),
            },
            EventValue::Whole(number) => Value::Integer(number),
            EventValue::YesNo(yes) => Value::Boolean(yes),
        }
    }

    fn holds_national_id(&self) -> bool {
        match self {
            EventValue::Text(text) => holds_national_id(text),
            EventValue::Texts(texts) => texts.iter().any(|own| holds_national_id(own)),
            EventValue::Whole(number) => holds_national_id(&number.to_string()),
            EventValue::Day(_) | EventValue::YesNo(_) => false,
        }
    }
}

/// Reads events that a program hands over: for each its keys with their values, the same as below an
/// `[[event]]` of a file. `file` is what faults call them.
///
/// # Errors
/// All that is wrong with them, the place of each with the event's number, 1 first, as its row and the
/// key as its column; or a value that resembles a national identity number.
///
/// ```
/// use mestring_exchange::settings::{EventValue, events_of};
///
/// let text = |own: &str| EventValue::Text(own.to_owned());
/// let event = vec![("kind".to_owned(), text("run_cancelled")), ("run".to_owned(), text("D27-01"))];
/// assert_eq!(events_of([event], "events").unwrap()[0].kind(), "run_cancelled");
/// let fault = events_of([vec![("kind".to_owned(), text("run_cancelled"))]], "events").unwrap_err();
/// assert_eq!(
///     fault.to_string(),
///     "error D037: events, row 1: the event does not say `run`; write a line `run = …` below its \
///      `[[event]]`",
/// );
/// ```
pub fn events_of(
    rows: impl IntoIterator<Item = Vec<(String, EventValue)>>,
    file: &str,
) -> Result<Vec<Event>, ExchangeError> {
    let mut reader = Reader {
        file,
        source: None,
        faults: Vec::new(),
    };
    let mut events = Vec::new();
    let mut count = 0;
    for (at, row) in rows.into_iter().enumerate() {
        count += 1;
        let is_person =
            |(key, own): &(String, EventValue)| holds_national_id(key) || own.holds_national_id();
        if row.iter().any(is_person) {
            let places = vec![(Place::row(file, number(at)), 1)];
            return Err(ExchangeError::NationalNumber { places });
        }
        let values = row.into_iter().map(|(key, own)| (key, own.into_toml()));
        events.extend(reader.event(&at.to_string(), &values.collect()));
    }
    if count == 0 {
        reader.push(None, EventProblem::NoEvents, None);
    }
    reader.finish(events).map_err(|mut faults| {
        for fault in &mut faults {
            let place = &mut fault.finding.place;
            let column = place.column.take().unwrap_or_default();
            let mut keys = column.splitn(3, '.').skip(1);
            place.row = keys.next().and_then(|at| at.parse().ok()).map(number);
            place.column = keys.next().map(str::to_owned);
        }
        ExchangeError::Settings { faults }
    })
}

/// The number of an event by its position.
fn number(at: usize) -> u32 {
    u32::try_from(at).map_or(u32::MAX, |at| at.saturating_add(1))
}

impl Reader<'_> {
    fn event(&mut self, at: &str, table: &Table) -> Option<Event> {
        let kind = self.required(at, table, "kind")?;
        let kinds = Event::KINDS.iter();
        let Some((_, keys)) = kinds.clone().find(|(own, _)| *own == kind) else {
            let words: Vec<&str> = kinds.map(|(own, _)| *own).collect();
            let problem = EventProblem::NoSuchKind {
                nearest: nearest(&kind, words.iter().copied()).map(str::to_owned),
                kinds: words.join(", "),
                kind,
            };
            self.value(&["event", at, "kind"], problem);
            return None;
        };
        for key in table.keys().filter(|key| *key != "kind") {
            if !keys.contains(&key.as_str()) {
                let problem = EventProblem::NoSuchEventKey {
                    key: key.clone(),
                    nearest: nearest(key, keys.iter().copied()).map(str::to_owned),
                    keys: keys.join(", "),
                };
                self.key(&["event", at, key], problem);
            }
        }
        match kind.as_str() {
            "room_freed" => {
                let room = self.id(at, table, "room", RoomId::new);
                let date = self.required_day(at, table, "date");
                let half_day = self.required(at, table, "half_day");
                let half_day =
                    half_day.and_then(|own| self.half_day(&["event", at, "half_day"], &own));
                let slot = Slot {
                    date: date?,
                    half_day: half_day?,
                };
                Some(Event::RoomFreed { room: room?, slot })
            }
            "run_cancelled" => {
                let run = self.id(at, table, "run", RunId::new)?;
                Some(Event::RunCancelled { run })
            }
            "leader_away" => {
                let leader = self.id(at, table, "leader", LeaderId::new);
                let from = self.required_day(at, table, "from");
                let until = self.required_day(at, table, "until");
                let half_days = self.half_days(at, table);
                Some(Event::LeaderAway {
                    leader: leader?,
                    from: from?,
                    until: until?,
                    half_days: half_days?,
                })
            }
            "room_lost" => {
                let room = self.id(at, table, "room", RoomId::new);
                let from = self.required_day(at, table, "from");
                let until = self.required_day(at, table, "until");
                let half_days = self.half_days(at, table);
                Some(Event::RoomLost {
                    room: room?,
                    from: from?,
                    until: until?,
                    half_days: half_days?,
                })
            }
            "day_closed" => {
                let from = self.required_day(at, table, "from");
                let until = match table.get("until") {
                    Some(value) => self.day(&["event", at, "until"], value),
                    None => from,
                };
                let half_days = self.half_days(at, table);
                Some(Event::DayClosed {
                    from: from?,
                    until: until?,
                    half_days: half_days?,
                })
            }
            "budget_cut" => {
                let budget = self.id(at, table, "budget", BudgetId::new);
                let less = match (table.get("amount"), table.get("hours")) {
                    (Some(value), None) => self.number::<Ore>(at, "amount", value).map(Less::Money),
                    (None, Some(value)) => {
                        self.number::<Hours>(at, "hours", value).map(Less::Hours)
                    }
                    (Some(_), Some(_)) | (None, None) => {
                        self.value(&["event", at], EventProblem::OneAmount);
                        None
                    }
                };
                Some(Event::BudgetCut {
                    budget: budget?,
                    less: less?,
                })
            }
            "leader_confirmed" => {
                let leader = self.id(at, table, "leader", LeaderId::new)?;
                Some(Event::LeaderConfirmed { leader })
            }
            _ => {
                let run = self.id(at, table, "run", RunId::new)?;
                Some(Event::SeatDeclined { run })
            }
        }
    }

    /// A quantity, as a number of TOML or as a cell of a table writes it.
    fn number<T: Cell>(&mut self, at: &str, key: &str, value: &Value) -> Option<T> {
        let text = match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        T::read(&text)
            .map_err(|error| self.value(&["event", at, key], Problem::SettingValue(error)))
            .ok()
    }

    /// The text of a key that the event must have.
    fn required(&mut self, at: &str, table: &Table, key: &str) -> Option<String> {
        match self.present(at, table, key)? {
            Value::String(text) => Some(text.clone()),
            other => {
                let value = other.to_string();
                self.value(&["event", at, key], SettingProblem::NotText { value });
                None
            }
        }
    }

    fn required_day(&mut self, at: &str, table: &Table, key: &str) -> Option<chrono::NaiveDate> {
        let value = self.present(at, table, key)?;
        self.day(&["event", at, key], value)
    }

    fn present<'t>(&mut self, at: &str, table: &'t Table, key: &str) -> Option<&'t Value> {
        let value = table.get(key);
        if value.is_none() {
            let problem = EventProblem::Lacks {
                key: key.to_owned(),
            };
            self.value(&["event", at], problem);
        }
        value
    }

    fn id<T>(
        &mut self,
        at: &str,
        table: &Table,
        key: &str,
        new: impl Fn(&str) -> Result<T, CellError>,
    ) -> Option<T> {
        let text = self.required(at, table, key)?;
        new(&text)
            .map_err(|error| self.value(&["event", at, key], Problem::SettingValue(error)))
            .ok()
    }

    fn half_days(&mut self, at: &str, table: &Table) -> Option<Vec<HalfDay>> {
        let keys = ["event", at, "half_days"];
        match table.get("half_days") {
            None => Some(Vec::new()),
            Some(Value::String(one)) => Some(vec![self.half_day(&keys, one)?]),
            Some(Value::Array(all)) => {
                let mut parts = Vec::with_capacity(all.len());
                for value in all {
                    let text = value
                        .as_str()
                        .map_or_else(|| value.to_string(), str::to_owned);
                    parts.push(self.half_day(&keys, &text)?);
                }
                Some(parts)
            }
            Some(other) => {
                let value = other.to_string();
                self.value(&keys, EventProblem::NotAHalfDay { value });
                None
            }
        }
    }

    fn half_day(&mut self, keys: &[&str], text: &str) -> Option<HalfDay> {
        let found = HalfDay::parse(text);
        if found.is_none() {
            let value = text.to_owned();
            self.value(keys, EventProblem::NotAHalfDay { value });
        }
        found
    }
}

#[cfg(test)]
mod tests;
