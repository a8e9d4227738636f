//! Values as a log writes them, so that reading gives back the same bits.

use std::collections::BTreeMap;

use mestring_model::facts::{FactRow, FactRowError, FactValue, Judged};
use mestring_model::verdict::CouldBe;
use mestring_model::{Answer, Fact};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// A number with decimals by its bits: equal exactly where the bits are.
///
/// It is written as a JSON number with a point or an exponent, which tells it from a whole number;
/// what is no number or infinite as `{"bits": "7ff0000000000000"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(u64);

impl Exact {
    /// The number's bits.
    pub fn new(number: f64) -> Self {
        Exact(number.to_bits())
    }

    /// The number.
    pub fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

/// What is known of a fact. A fact that no source states is left out of a log's facts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Datum {
    /// Somebody was asked, and nobody knows; `null`.
    Unknown,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with decimals.
    Number(Exact),
    /// A text, or the code of a word.
    Text(String),
    /// Several texts.
    List(Vec<String>),
}

impl Datum {
    fn of(fact: &Fact<FactValue>) -> Option<Datum> {
        Some(match fact {
            Fact::NotStated => return None,
            Fact::Unknown => Datum::Unknown,
            Fact::Known(FactValue::Bool(yes)) => Datum::Bool(*yes),
            Fact::Known(FactValue::Int(number)) => Datum::Int(*number),
            Fact::Known(FactValue::Number(number)) => Datum::Number(Exact::new(*number)),
            Fact::Known(FactValue::Text(text)) => Datum::Text(text.to_string()),
            Fact::Known(FactValue::List(texts)) => {
                Datum::List(texts.iter().map(ToString::to_string).collect())
            }
        })
    }

    fn fact(&self) -> Fact<FactValue> {
        Fact::Known(match self {
            Datum::Unknown => return Fact::Unknown,
            Datum::Bool(yes) => FactValue::Bool(*yes),
            Datum::Int(number) => FactValue::Int(*number),
            Datum::Number(number) => FactValue::Number(number.get()),
            Datum::Text(text) => FactValue::Text(text.as_str().into()),
            Datum::List(texts) => {
                FactValue::List(texts.iter().map(|text| text.as_str().into()).collect())
            }
        })
    }
}

/// The stated facts of a record, by name.
pub(super) fn facts(row: &FactRow) -> BTreeMap<String, Datum> {
    let declared = row.judged().facts().iter().zip(row.values());
    declared
        .filter_map(|(decl, value)| Some((decl.name.to_owned(), Datum::of(value)?)))
        .collect()
}

/// The record with these facts.
///
/// # Errors
/// A fact that this version does not declare, or declares otherwise.
pub(super) fn row(
    judged: Judged,
    facts: &BTreeMap<String, Datum>,
) -> Result<FactRow, FactRowError> {
    let mut row = FactRow::unstated(judged);
    for (name, datum) in facts {
        row.set(name, datum.fact())?;
    }
    Ok(row)
}

/// What a rule answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Yes or no.
    Bool(bool),
    /// A number.
    Number(Exact),
    /// A word.
    Word(String),
    /// It cannot be told.
    CannotTell {
        /// The facts that are missing.
        missing: Vec<String>,
        /// The answers that are possible; empty where they were not found out.
        could_be: Vec<Given>,
        /// Why they were not found out.
        open: Option<String>,
    },
}

impl Given {
    pub(super) fn of(answer: &Answer) -> Given {
        match answer {
            Answer::Bool(yes) => Given::Bool(*yes),
            Answer::Number(number) => Given::Number(Exact::new(*number)),
            Answer::Word(word) => Given::Word(word.to_string()),
            Answer::CannotTell { missing, could_be } => {
                let (could_be, open) = match could_be {
                    CouldBe::OneOf(answers) => (answers.iter().map(Given::of).collect(), None),
                    CouldBe::Open(open) => (Vec::new(), Some(open.code().to_owned())),
                };
                Given::CannotTell {
                    missing: missing.iter().map(ToString::to_string).collect(),
                    could_be,
                    open,
                }
            }
        }
    }
}

#[derive(Serialize)]
struct Bits {
    bits: String,
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number = self.get();
        if number.is_finite() {
            return serializer.serialize_f64(number);
        }
        let bits = format!("{:016x}", self.0);
        Bits { bits }.serialize(serializer)
    }
}

fn exact(value: &Value) -> Option<Exact> {
    match value {
        Value::Number(number) => number.as_f64().map(Exact::new),
        Value::Object(own) => {
            let bits = own.get("bits")?.as_str()?;
            u64::from_str_radix(bits, 16).ok().map(Exact)
        }
        _ => None,
    }
}

impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Datum::Unknown => serializer.serialize_unit(),
            Datum::Bool(yes) => serializer.serialize_bool(*yes),
            Datum::Int(number) => serializer.serialize_i64(*number),
            Datum::Number(number) => number.serialize(serializer),
            Datum::Text(text) => serializer.serialize_str(text),
            Datum::List(texts) => texts.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Datum {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // By way of `Value`, which knows how numbers are kept whatever features a host turns on.
        let value = Value::deserialize(deserializer)?;
        let datum = match &value {
            Value::Null => Some(Datum::Unknown),
            Value::Bool(yes) => Some(Datum::Bool(*yes)),
            Value::Number(number) if number.is_i64() => number.as_i64().map(Datum::Int),
            Value::Number(_) | Value::Object(_) => exact(&value).map(Datum::Number),
            Value::String(text) => Some(Datum::Text(text.clone())),
            Value::Array(items) => items
                .iter()
                .map(|item| item.as_str().map(str::to_owned))
                .collect::<Option<_>>()
                .map(Datum::List),
        };
        datum.ok_or_else(|| D::Error::custom("no value of a fact"))
    }
}

#[derive(Serialize)]
struct CannotTell<'a> {
    cannot_tell: &'a [String],
    #[serde(skip_serializing_if = "<[Given]>::is_empty")]
    could_be: &'a [Given],
    #[serde(skip_serializing_if = "Option::is_none")]
    open: Option<&'a str>,
}

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Given::Bool(yes) => serializer.serialize_bool(*yes),
            Given::Number(number) => number.serialize(serializer),
            Given::Word(word) => serializer.serialize_str(word),
            Given::CannotTell {
                missing,
                could_be,
                open,
            } => CannotTell {
                cannot_tell: missing,
                could_be,
                open: open.as_deref(),
            }
            .serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        given(&value).ok_or_else(|| D::Error::custom("no answer of a rule"))
    }
}

fn given(value: &Value) -> Option<Given> {
    Some(match value {
        Value::Bool(yes) => Given::Bool(*yes),
        Value::String(word) => Given::Word(word.clone()),
        Value::Object(own) if own.contains_key("cannot_tell") => {
            let texts = |texts: &Value| {
                let texts = texts.as_array()?.iter();
                texts
                    .map(|text| text.as_str().map(str::to_owned))
                    .collect::<Option<Vec<_>>>()
            };
            Given::CannotTell {
                missing: texts(own.get("cannot_tell")?)?,
                could_be: match own.get("could_be") {
                    Some(all) => all.as_array()?.iter().map(given).collect::<Option<_>>()?,
                    None => Vec::new(),
                },
                open: match own.get("open") {
                    Some(open) => Some(open.as_str()?.to_owned()),
                    None => None,
                },
            }
        }
        _ => Given::Number(exact(value)?),
    })
}
