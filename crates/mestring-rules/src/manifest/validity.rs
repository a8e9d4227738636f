//! `valid_from` and `valid_until`: the days on which a pack is in force.

use chrono::NaiveDate;
use toml::Spanned;

use super::Reading;
use super::wire::{self, date};
use crate::diagnostic;
use crate::parameter::Parameter;

/// The first and the last day on which a pack is in force; none where it has no such end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Validity {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

/// Whether a pack is in force on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InForce {
    /// It is.
    Yes,
    /// Not yet: it is from this day.
    From(NaiveDate),
    /// No longer: it was until this day.
    Until(NaiveDate),
}

impl Validity {
    /// Whether the pack is in force on a date; both ends belong to it.
    ///
    /// ```
    /// use mestring_rules::manifest::{InForce, Validity};
    /// let day = |text: &str| text.parse::<chrono::NaiveDate>();
    /// let year = Validity { from: Some(day("2026-01-01")?), until: Some(day("2026-12-31")?) };
    /// assert_eq!(year.on(day("2026-12-31")?), InForce::Yes);
    /// assert_eq!(year.on(day("2027-01-01")?), InForce::Until(day("2026-12-31")?));
    /// assert_eq!(Validity::default().on(day("2027-01-01")?), InForce::Yes);
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    pub fn on(&self, as_of: NaiveDate) -> InForce {
        match (self.from, self.until) {
            (Some(from), _) if as_of < from => InForce::From(from),
            (_, Some(until)) if until < as_of => InForce::Until(until),
            _ => InForce::Yes,
        }
    }
}

impl Reading<'_> {
    /// The days on which the pack is in force.
    pub(super) fn validity(&mut self, wire: &wire::Pack) -> Validity {
        let validity = Validity {
            from: self.day(wire.valid_from.as_ref(), "2026-01-01"),
            until: self.day(wire.valid_until.as_ref(), "2026-12-31"),
        };
        if let (Some(from), Some(until), Some(place)) =
            (validity.from, validity.until, &wire.valid_until)
            && until < from
        {
            let message = format!("the pack is valid until {until}, before it begins on {from}");
            let help = "change one of the two days".to_owned();
            self.at(diagnostic::WRONG_VALIDITY, place, message, help);
        }
        validity
    }

    fn day(&mut self, written: Option<&Spanned<toml::Value>>, example: &str) -> Option<NaiveDate> {
        let written = written?;
        let day = date(written.get_ref());
        if day.is_none() {
            let message = "this must be a date".to_owned();
            let help = format!("write it as {example}");
            self.at(diagnostic::WRONG_VALIDITY, written, message, help);
        }
        day
    }

    /// On every day on which the pack is in force each of its parameters should have a value.
    pub(super) fn valid_with_values(
        &mut self,
        wire: &wire::Pack,
        validity: Validity,
        parameters: &[Parameter],
    ) {
        for own in parameters {
            let first = own.values.first().map(|value| value.from);
            if let (Some(from), Some(first), Some(place)) = (validity.from, first, &wire.valid_from)
                && from < first
            {
                let id = &own.id;
                let message = format!("`{id}` has no value before {first}");
                let help = format!("give it one from {from}, or let the pack begin later");
                self.at(diagnostic::VALID_WITHOUT_VALUE, place, message, help);
            }
            let last = own.values.last().and_then(|value| value.until);
            if let (Some(until), Some(last), Some(place)) =
                (validity.until, last, &wire.valid_until)
                && last < until
            {
                let id = &own.id;
                let message = format!("`{id}` has no value after {last}");
                let help = format!("let it hold until {until}, or let the pack end earlier");
                self.at(diagnostic::VALID_WITHOUT_VALUE, place, message, help);
            }
        }
    }
}
