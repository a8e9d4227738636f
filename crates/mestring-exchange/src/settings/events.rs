//! A file of events, for what-if: what happened, or could.

use mestring_model::event::Event;
use mestring_model::finding::{CellError, EventProblem, Problem, SettingProblem};
use mestring_model::id::{LeaderId, RoomId, RunId};
use mestring_model::noun::{HalfDay, Slot};
use mestring_model::term::{Term, nearest};
use toml::{Table, Value};

use super::{Reader, SettingFault};

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
///      run_cancelled, leader_away, seat_declined",
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
            _ => {
                let run = self.id(at, table, "run", RunId::new)?;
                Some(Event::SeatDeclined { run })
            }
        }
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
