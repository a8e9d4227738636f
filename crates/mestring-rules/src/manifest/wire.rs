//! `pack.toml` as it is written: the only types here that know serde.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use mestring_model::facts::FactValue;
use serde::Deserialize;
use toml::Spanned;

use mestring_model::habit;

type Text = Spanned<String>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pack {
    pub name: Text,
    pub version: Text,
    pub valid_from: Option<Spanned<toml::Value>>,
    pub valid_until: Option<Spanned<toml::Value>>,
    pub kind: Text,
    pub judges: Option<Text>,
    pub order: Option<Text>,
    pub unknown: Option<Text>,
    pub classes_until: Option<Text>,
    pub digital: Option<Text>,
    pub criteria: Spanned<Vec<Text>>,
    #[serde(default)]
    pub impure: Vec<Text>,
    #[serde(default)]
    pub sources: Vec<Text>,
    #[serde(default)]
    pub origin: BTreeMap<Text, Text>,
    #[serde(default)]
    pub title: BTreeMap<Text, Title>,
    #[serde(default)]
    pub number: BTreeMap<Text, Number>,
    #[serde(default)]
    pub action: BTreeMap<Text, Text>,
    #[serde(default)]
    pub parameter: Vec<Parameter>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Title {
    pub en: Text,
    pub nb: Text,
    pub nn: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Number {
    pub unit: Option<Text>,
    #[serde(default)]
    pub negated: bool,
    #[serde(default)]
    pub without: BTreeMap<Text, Title>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Parameter {
    pub id: Text,
    pub unit: Option<String>,
    pub source: Text,
    pub values: Spanned<Vec<Value>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Value {
    pub from: Spanned<toml::Value>,
    pub until: Option<Spanned<toml::Value>>,
    pub value: Spanned<toml::Value>,
}

/// A date without a time: as TOML writes dates, or the same in quotes.
pub(crate) fn date(value: &toml::Value) -> Option<NaiveDate> {
    match value {
        toml::Value::Datetime(value) => match (value.date, value.time) {
            (Some(date), None) => {
                NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
            }
            _ => None,
        },
        toml::Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// A TOML value as facts and parameters hold it; none where they cannot.
pub(crate) fn fact_value(value: &toml::Value) -> Option<FactValue> {
    Some(match value {
        toml::Value::Boolean(value) => FactValue::Bool(*value),
        toml::Value::Integer(value) => FactValue::Int(*value),
        toml::Value::Float(value) if value.is_finite() => FactValue::Number(*value),
        toml::Value::String(text) => FactValue::Text(text.as_str().into()),
        toml::Value::Array(items) => FactValue::List(
            items
                .iter()
                .map(|item| item.as_str().map(Into::into))
                .collect::<Option<_>>()?,
        ),
        _ => return None,
    })
}

/// How to write a date that is written otherwise; the example where it is no date at all.
pub(crate) fn written_date(value: &toml::Value, such: &str) -> String {
    let date = value.as_str().and_then(habit::date);
    date.map_or_else(|| such.to_owned(), |date| date.to_string())
}

/// A number that is infinite or none, as TOML writes it.
pub(crate) fn not_finite(value: &toml::Value) -> Option<String> {
    let number = value.as_float().filter(|own| !own.is_finite())?;
    Some(toml::Value::Float(number).to_string())
}

/// A value of a fact or parameter as TOML writes it.
pub(crate) fn toml_text(value: &FactValue) -> String {
    let text = |text: &Arc<str>| toml::Value::String((**text).to_owned());
    let value = match value {
        FactValue::Bool(yes) => toml::Value::Boolean(*yes),
        FactValue::Int(whole) => toml::Value::Integer(*whole),
        FactValue::Number(number) => toml::Value::Float(*number),
        FactValue::Text(own) => text(own),
        FactValue::List(all) => toml::Value::Array(all.iter().map(text).collect()),
    };
    value.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{self, assert_read};

    #[test]
    fn the_listed_keys_are_those_that_are_read() {
        assert_read::<Pack>(keys::PACK);
        assert_read::<Title>(keys::TITLE);
        assert_read::<Number>(keys::NUMBER);
        assert_read::<Parameter>(keys::PARAMETER);
        assert_read::<Value>(keys::VALUE);
    }
}
