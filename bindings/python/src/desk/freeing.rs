//! A room at a time, and what keeps sessions away from it.

use chrono::NaiveDate;
use mestring::plan::Slot;
use mestring::report::{View, freed_note};
use mestring::text::Texts;
use mestring_model::Lang;
use mestring_model::id::RoomId;
use mestring_model::noun::HalfDay;
use mestring_model::term::Term as _;
use pyo3::prelude::*;

use super::{Desk, Question};
use crate::arguments::OtherPacks;
use crate::errors::Error;

/// The room and the time that a question names.
///
/// # Errors
/// A text that is no id, and one that is no part of a day.
pub fn at(room: &str, date: NaiveDate, half_day: &str) -> Result<(RoomId, Slot), Error> {
    let half_day = HalfDay::parse(half_day).ok_or_else(|| {
        Error::Value("`half_day` must be morning, afternoon or evening".to_owned())
    })?;
    let room = RoomId::new(room)
        .map_err(|error| Error::Value(format!("`room`: {}; {}", error.found(), error.remedy())))?;
    Ok((room, Slot { date, half_day }))
}

impl Desk {
    /// What keeps sessions away from a room at a time, a text each.
    pub(super) fn notes_of(
        &self,
        py: Python<'_>,
        (room, slot): (RoomId, Slot),
        lang: Lang,
    ) -> PyResult<Vec<String>> {
        self.ask(
            py,
            Question::on(None, OtherPacks::default()),
            |decider, _| {
                let notes = decider.freed_notes(&room, slot)?;
                let texts = Texts::new(lang);
                let view = View {
                    desk: decider.desk(),
                    texts: &texts,
                    all: false,
                };
                let notes = notes.iter();
                Ok(notes
                    .map(|own| freed_note(&view, (&room, slot), own))
                    .collect())
            },
        )
    }
}
