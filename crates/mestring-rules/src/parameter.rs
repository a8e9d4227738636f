//! Numbers and words that rules read from `pack.toml`, with unit, source and dates.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use mestring_model::facts::FactValue;

use crate::error::RuleError;

/// A parameter of a pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// The name that scripts use after `p.`.
    pub id: String,
    /// Its unit, where it has one: `months`, `days`, `percent`.
    pub unit: Option<String>,
    /// Where its value comes from.
    pub source: String,
    /// Its values, the earliest first; never empty, all of one type.
    pub values: Vec<DatedValue>,
}

/// A parameter's value with the dates between which it holds.
#[derive(Debug, Clone, PartialEq)]
pub struct DatedValue {
    /// The first date on which it holds.
    pub from: NaiveDate,
    /// The last date on which it holds; none where it holds until the next value or on.
    pub until: Option<NaiveDate>,
    /// The value.
    pub value: FactValue,
}

/// What the check of scripts knows of a parameter, whatever the date.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sample {
    /// One of its values, for checks of type: all are of one type.
    pub value: FactValue,
    /// Its values on all dates, where they are numbers.
    pub numbers: Vec<f64>,
}

/// What the check of scripts knows of parameters, by name.
pub(crate) type Samples = BTreeMap<String, Sample>;

impl Sample {
    /// Of values of one type; none where there is no value.
    pub fn of<'a>(values: impl Iterator<Item = &'a FactValue> + Clone) -> Option<Self> {
        let numbers = values.clone().filter_map(|value| match value {
            FactValue::Int(own) => Some(*own as f64),
            FactValue::Number(own) => Some(*own),
            _ => None,
        });
        Some(Sample {
            numbers: numbers.collect(),
            value: values.into_iter().next()?.clone(),
        })
    }
}

impl Parameter {
    /// The value on a date.
    ///
    /// # Errors
    /// Names the dates where the parameter has no value yet, or no longer.
    pub fn at(&self, pack: &str, as_of: NaiveDate) -> Result<&FactValue, RuleError> {
        let Some(latest) = self.latest(as_of) else {
            return Err(RuleError::NotYetValid {
                pack: pack.to_owned(),
                parameter: self.id.clone(),
                as_of,
                from: self.values.first().map_or(as_of, |value| value.from),
            });
        };
        match latest.until {
            Some(until) if until < as_of => Err(RuleError::Expired {
                pack: pack.to_owned(),
                parameter: self.id.clone(),
                as_of,
                until,
            }),
            _ => Ok(&latest.value),
        }
    }

    /// The value on a day; `None` where it has none yet, or no longer.
    pub(crate) fn on(&self, day: NaiveDate) -> Option<&FactValue> {
        let latest = self.latest(day)?;
        let over = latest.until.is_some_and(|until| until < day);
        (!over).then_some(&latest.value)
    }

    /// The last value that began on or before a day, whether it still holds or not.
    fn latest(&self, day: NaiveDate) -> Option<&DatedValue> {
        self.values.iter().rev().find(|value| value.from <= day)
    }
}

/// The parameters of a pack on one date.
#[derive(Debug, Clone, PartialEq)]
pub struct Params {
    /// The date.
    pub as_of: NaiveDate,
    /// Name, value and unit, by name.
    pub values: Vec<ParamValue>,
}

/// A parameter's value on a date.
#[derive(Debug, Clone, PartialEq)]
pub struct ParamValue {
    /// The parameter's name.
    pub id: Arc<str>,
    /// Its value on the date.
    pub value: FactValue,
    /// Its unit, where it has one.
    pub unit: Option<Arc<str>>,
}

impl Params {
    /// A value by name.
    pub fn get(&self, id: &str) -> Option<&FactValue> {
        self.values
            .iter()
            .find(|own| &*own.id == id)
            .map(|own| &own.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_outside_its_dates_names_them() {
        let date = |text: &str| text.parse::<NaiveDate>().unwrap();
        let value = |from: &str, until: Option<&str>, value| DatedValue {
            from: date(from),
            until: until.map(date),
            value: FactValue::Int(value),
        };
        let parameter = Parameter {
            id: "months".to_owned(),
            unit: Some("months".to_owned()),
            source: "local choice".to_owned(),
            values: vec![
                value("2025-01-01", None, 24),
                value("2026-01-01", Some("2026-12-31"), 18),
            ],
        };
        let at = |text| parameter.at("priority", date(text));
        assert_eq!(at("2025-12-31"), Ok(&FactValue::Int(24)));
        assert_eq!(at("2026-01-01"), Ok(&FactValue::Int(18)));
        insta::assert_snapshot!(at("2024-12-31").unwrap_err(), @"parameter `months` of pack `priority` has no value on 2024-12-31: its first value holds from 2025-01-01; add an earlier value to pack.toml");
        insta::assert_snapshot!(at("2027-01-01").unwrap_err(), @"parameter `months` of pack `priority` has no value on 2027-01-01: its value held until 2026-12-31; add a later value to pack.toml");
        assert_eq!(at("2027-01-01").unwrap_err().code(), "R304");
    }
}
