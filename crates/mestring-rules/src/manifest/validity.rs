//! `valid_from` and `valid_until`: the days on which a pack is in force.

use chrono::NaiveDate;
use toml::Spanned;

use super::Reading;
use super::wire::{self, date, written_date};
use crate::complaint::PackFault;
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
            self.at(place, PackFault::PackEndsFirst { until, from });
        }
        validity
    }

    fn day(
        &mut self,
        written: Option<&Spanned<toml::Value>>,
        such: &'static str,
    ) -> Option<NaiveDate> {
        let written = written?;
        let day = date(written.get_ref());
        if day.is_none() {
            let such = written_date(written.get_ref(), such);
            self.at(written, PackFault::NotADay { such });
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
                let fault = PackFault::NoValueBefore {
                    name: own.id.clone(),
                    first,
                    from,
                };
                self.at(place, fault);
            }
            let last = own.values.last().and_then(|value| value.until);
            if let (Some(until), Some(last), Some(place)) =
                (validity.until, last, &wire.valid_until)
                && last < until
            {
                let fault = PackFault::NoValueAfter {
                    name: own.id.clone(),
                    last,
                    until,
                };
                self.at(place, fault);
            }
        }
    }
}
