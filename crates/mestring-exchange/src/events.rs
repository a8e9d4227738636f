//! Files of events, for what-if.

use std::path::Path;

use mestring_model::{Event, Place};

use crate::{ExchangeError, folder, national_id, settings};

/// Reads a file of events (see [`settings::read_events`]).
///
/// # Errors
/// A file that cannot be read, is not text, or holds what resembles a national identity number, and
/// all that is wrong with the events.
pub fn read(path: &Path) -> Result<Vec<Event>, ExchangeError> {
    let shown = folder::shown(path);
    let text = String::from_utf8(folder::read_file(path)?).map_err(|_| ExchangeError::NotUtf8 {
        path: shown.clone(),
    })?;
    if national_id::holds_national_id(&text) {
        let places = vec![(Place::file(&shown), 1)];
        return Err(ExchangeError::NationalNumber { places });
    }
    Ok(settings::read_events(&text, &shown)?)
}
