//! What a script sees of a record and of the parameters, and what it did with it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use mestring_model::Fact;
use mestring_model::facts::{
    ChoiceFacts, FactRow, FactType, FactValue, ObligationFacts, PairFacts, PersonFacts, RunFacts,
};
use rhai::{Dynamic, Engine, EvalAltResult, ImmutableString, Position};

use crate::script::Ran;

/// How many facts a record may have, and how many `??` a script: one bit each.
pub(crate) const BITS: usize = 64;

const _: () = assert!(
    RunFacts::DECLARED.len() <= BITS
        && PairFacts::DECLARED.len() <= BITS
        && ObligationFacts::DECLARED.len() <= BITS
        && PersonFacts::DECLARED.len() <= BITS
        && ChoiceFacts::DECLARED.len() <= BITS
);

/// A record in a script: the facts, which of them were read, and which were assumed.
#[derive(Debug, Clone)]
pub(crate) struct Record(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    row: Arc<FactRow>,
    /// Bit `n`: the fact at `n` was read.
    read: AtomicU64,
    /// Bit `n`: the `??` at `n` fell back.
    assumed: AtomicU64,
}

/// The parameters in a script, in the order of the manifest, for either evaluator.
#[derive(Debug, Clone)]
pub(crate) struct Parameters {
    dynamic: Arc<[Dynamic]>,
    values: Arc<[FactValue]>,
    /// Every script runs in the interpreter, also where it was lowered.
    interpreted: bool,
}

impl Parameters {
    pub fn new(values: Arc<[FactValue]>) -> Self {
        Parameters {
            dynamic: values.iter().map(dynamic).collect(),
            values,
            interpreted: false,
        }
    }

    /// The same for the interpreter alone.
    pub fn interpreted(self) -> Self {
        Parameters {
            interpreted: true,
            ..self
        }
    }

    /// The values for a lowered script; none where the interpreter is wanted.
    pub fn lowered(&self) -> Option<&[FactValue]> {
        (!self.interpreted).then_some(&*self.values)
    }

    /// The value at a place of the manifest.
    pub fn get(&self, place: usize) -> Option<&FactValue> {
        self.values.get(place)
    }
}

/// The error with which a script stops where it reads a fact that is not known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CannotTell(pub usize);

impl Record {
    pub fn new(row: Arc<FactRow>) -> Self {
        Record(Arc::new(Inner {
            row,
            read: AtomicU64::new(0),
            assumed: AtomicU64::new(0),
        }))
    }

    /// What was done with the record so far.
    pub fn ran(&self) -> Ran {
        Ran {
            read: self.0.read.load(Ordering::Relaxed),
            assumed: self.0.assumed.load(Ordering::Relaxed),
        }
    }

    fn read(&self, fact: usize) -> Option<&FactValue> {
        self.0.read.fetch_or(bit(fact), Ordering::Relaxed);
        self.0.row.values().get(fact).and_then(Fact::known)
    }

    fn assume(&self, site: usize) {
        self.0.assumed.fetch_or(bit(site), Ordering::Relaxed);
    }
}

/// The bit for a place.
pub(crate) fn bit(at: usize) -> u64 {
    1_u64.checked_shl(at as u32).unwrap_or(0)
}

/// The places whose bits are set, in order.
pub(crate) fn places(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(place)
    })
}

/// How a script's text reads a fact. Scripts write `run.sessions` for all three; only the compiled
/// script carries the names that tell them apart, which no script can spell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reading {
    /// Left of `??`: an unknown fact falls back, and the fall-back at this site is noted.
    Assume(usize),
    /// Inside `known(...)`.
    Ask,
}

impl Reading {
    /// The property's name in the compiled script.
    pub fn property(self, fact: &str) -> String {
        match self {
            Reading::Assume(site) => format!("{fact}?{site}"),
            Reading::Ask => format!("{fact}!"),
        }
    }

    /// The fact's name and the reading of a property; no reading where the fact must be known.
    pub fn of(property: &str) -> (&str, Option<Reading>) {
        if let Some(fact) = property.strip_suffix('!') {
            return (fact, Some(Reading::Ask));
        }
        match property.split_once('?') {
            Some((fact, site)) => (fact, site.parse().ok().map(Reading::Assume)),
            None => (property, None),
        }
    }
}

/// Registers the getter that stops the script where the fact is not known.
pub(crate) fn register_plain(engine: &mut Engine, fact: usize, name: &str, kind: FactType) {
    let words = Words::of(kind);
    engine.register_get(name, move |record: &mut Record| {
        record
            .read(fact)
            .map(|value| words.dynamic(value))
            .ok_or_else(|| {
                // A run-time error, because rhai gives those the position of the property itself, also
                // inside functions. `try`, which could swallow it, is refused.
                Box::new(EvalAltResult::ErrorRuntime(
                    Dynamic::from(CannotTell(fact)),
                    Position::NONE,
                ))
            })
    });
}

/// Registers the getter for one place where the script says what to do without the fact.
pub(crate) fn register_optional(
    engine: &mut Engine,
    fact: usize,
    name: &str,
    kind: FactType,
    reading: Reading,
) {
    let words = Words::of(kind);
    engine.register_get(
        reading.property(name),
        move |record: &mut Record| -> Dynamic {
            match (record.read(fact), reading) {
                (Some(value), _) => words.dynamic(value),
                (None, Reading::Ask) => Dynamic::UNIT,
                (None, Reading::Assume(site)) => {
                    record.assume(site);
                    Dynamic::UNIT
                }
            }
        },
    );
}

/// Registers the getter of a parameter.
pub(crate) fn register_parameter(engine: &mut Engine, at: usize, name: &str) {
    engine.register_get(name, move |parameters: &mut Parameters| -> Dynamic {
        let value = parameters.dynamic.get(at).cloned();
        value.unwrap_or(Dynamic::UNIT)
    });
}

/// A value as scripts see it.
fn dynamic(value: &FactValue) -> Dynamic {
    Words(Vec::new()).dynamic(value)
}

/// The words of a fact's list, made once, so that reading one copies no text.
struct Words(Vec<ImmutableString>);

impl Words {
    fn of(kind: FactType) -> Words {
        Words(
            kind.words()
                .iter()
                .map(|word| ImmutableString::from(word.code))
                .collect(),
        )
    }

    fn dynamic(&self, value: &FactValue) -> Dynamic {
        match value {
            FactValue::Bool(value) => Dynamic::from_bool(*value),
            FactValue::Int(value) => Dynamic::from_int(*value),
            FactValue::Number(value) => Dynamic::from_float(*value),
            FactValue::Text(text) => self.text(text),
            FactValue::List(texts) => {
                Dynamic::from_array(texts.iter().map(|text| self.text(text)).collect())
            }
        }
    }

    fn text(&self, text: &str) -> Dynamic {
        let word = self.0.iter().find(|word| word.as_str() == text).cloned();
        word.unwrap_or_else(|| text.into()).into()
    }
}
