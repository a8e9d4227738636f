//! The facts a rule may read: one list for every kind of record, declared once.
//!
//! The verbs fill these records, the rules engine shows them to scripts, and the static check, the
//! rules reference and the column names of a scored frame all read the same declarations.

use std::fmt;
use std::sync::Arc;

use crate::fact::Fact;
use crate::term::{Term, Word};

mod agreement;
mod obligation;
mod pair;
mod person;
mod run;
mod term;

pub use agreement::{Agreement, Changed};
pub use obligation::ObligationFacts;
pub use pair::PairFacts;
pub use person::{ChoiceFacts, PersonFacts};
pub use run::RunFacts;

/// What kind of record a rule judges. The code is also the name by which a script reaches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Judged {
    /// A run that wants capacity.
    Run,
    /// Two offers.
    Pair,
    /// A duty or promise.
    Obligation,
    /// A person who waits for a place.
    Person,
    /// A person together with a run that could serve them.
    Choice,
}

impl Judged {
    /// Every kind.
    pub const ALL: [Judged; 5] = [
        Judged::Run,
        Judged::Pair,
        Judged::Obligation,
        Judged::Person,
        Judged::Choice,
    ];

    /// The record's name in scripts and packs: `run`, `pair`, `obligation`, `person`, `choice`.
    pub fn code(self) -> &'static str {
        match self {
            Judged::Run => "run",
            Judged::Pair => "pair",
            Judged::Obligation => "obligation",
            Judged::Person => "person",
            Judged::Choice => "choice",
        }
    }

    /// Reads a code.
    pub fn parse(text: &str) -> Option<Judged> {
        Judged::ALL.into_iter().find(|judged| judged.code() == text)
    }

    /// The facts declared for this kind of record, in order.
    pub fn facts(self) -> &'static [FactDecl] {
        match self {
            Judged::Run => RunFacts::DECLARED,
            Judged::Pair => PairFacts::DECLARED,
            Judged::Obligation => ObligationFacts::DECLARED,
            Judged::Person => PersonFacts::DECLARED,
            Judged::Choice => ChoiceFacts::DECLARED,
        }
    }

    /// The position and declaration of a fact by name.
    pub fn fact(self, name: &str) -> Option<(usize, &'static FactDecl)> {
        self.facts()
            .iter()
            .enumerate()
            .find(|(_, fact)| fact.name == name)
    }
}

impl fmt::Display for Judged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The type of a fact, as scripts and frames see it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FactType {
    /// Yes or no.
    Bool,
    /// A whole number.
    Int,
    /// A number with decimals.
    Number,
    /// Free text.
    Text,
    /// One word of a closed list.
    Listed(&'static [Word]),
    /// Several texts.
    TextList,
    /// Several words of a closed list.
    ListedList(&'static [Word]),
}

impl FactType {
    /// The type's name in documents and messages.
    pub fn name(self) -> &'static str {
        match self {
            FactType::Bool => "yes/no",
            FactType::Int => "whole number",
            FactType::Number => "number",
            FactType::Text => "text",
            FactType::Listed(_) => "word",
            FactType::TextList => "list of texts",
            FactType::ListedList(_) => "list of words",
        }
    }

    /// The words of a closed list; empty for the other types.
    pub fn words(self) -> &'static [Word] {
        match self {
            FactType::Listed(words) | FactType::ListedList(words) => words,
            _ => &[],
        }
    }

    /// True where a value is of this type, and its words are in the list.
    pub fn accepts(self, value: &FactValue) -> bool {
        let listed = |text: &Arc<str>| self.words().iter().any(|word| *word.code == **text);
        match (self, value) {
            (FactType::Bool, FactValue::Bool(_))
            | (FactType::Int, FactValue::Int(_))
            | (FactType::Number, FactValue::Number(_))
            | (FactType::Text, FactValue::Text(_))
            | (FactType::TextList, FactValue::List(_)) => true,
            (FactType::Listed(_), FactValue::Text(text)) => listed(text),
            (FactType::ListedList(_), FactValue::List(texts)) => texts.iter().all(listed),
            _ => false,
        }
    }
}

/// A fact's declaration.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FactDecl {
    /// The name that scripts, cases and frames use.
    pub name: &'static str,
    /// Its type.
    pub kind: FactType,
    /// Its unit, where it has one: `days`, `persons`, `percent`.
    pub unit: Option<&'static str>,
    /// The bokmål term.
    pub nb: &'static str,
    /// The nynorsk term.
    pub nn: &'static str,
    /// What it means, English.
    pub meaning: &'static str,
}

impl FactDecl {
    /// The least and the greatest number that the fact can be, by its unit: what is counted or
    /// measured is never below 0, and a percentage lies between 0 and 100. Days can lie on either
    /// side of a date.
    ///
    /// ```
    /// # use mestring_model::facts::Judged;
    /// let (_, seats) = Judged::Run.fact("seats").ok_or("declared")?;
    /// assert_eq!(seats.range(), (0.0, f64::INFINITY));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn range(&self) -> (f64, f64) {
        match self.unit {
            Some("percent") => (0.0, 100.0),
            None | Some("days") => (f64::NEG_INFINITY, f64::INFINITY),
            Some(_) => (0.0, f64::INFINITY),
        }
    }
}

/// The value of a known fact.
#[derive(Debug, Clone, PartialEq)]
pub enum FactValue {
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with decimals.
    Number(f64),
    /// A text, or the code of a word of a closed list.
    Text(Arc<str>),
    /// Several texts or codes.
    List(Arc<[Arc<str>]>),
}

impl fmt::Display for FactValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FactValue::Bool(true) => f.write_str("yes"),
            FactValue::Bool(false) => f.write_str("no"),
            FactValue::Int(number) => write!(f, "{number}"),
            FactValue::Number(number) => write!(f, "{number}"),
            FactValue::Text(text) => f.write_str(text),
            FactValue::List(texts) if texts.is_empty() => f.write_str("none"),
            FactValue::List(texts) => f.write_str(&texts.join(", ")),
        }
    }
}

/// A record as rules see it: the values of every declared fact, in the declared order.
#[derive(Debug, Clone, PartialEq)]
pub struct FactRow {
    judged: Judged,
    values: Vec<Fact<FactValue>>,
}

/// A value that does not fit the declaration of its fact.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FactRowError {
    /// The record has no such fact.
    #[error("`{judged}` has no fact `{name}`{}", crate::term::did_you_mean(.nearest.as_deref()))]
    NoSuchFact {
        /// The kind of record.
        judged: Judged,
        /// The name that was asked for.
        name: String,
        /// The nearest declared name.
        nearest: Option<String>,
    },
    /// The value is of another type than the fact.
    #[error("`{name}` takes a {wanted}, not `{value}`")]
    WrongType {
        /// The fact.
        name: &'static str,
        /// The declared type's name.
        wanted: &'static str,
        /// The value that does not fit.
        value: FactValue,
    },
}

impl FactRowError {
    /// The name of the fact that it is about.
    pub fn name(&self) -> &str {
        match self {
            FactRowError::NoSuchFact { name, .. } => name,
            FactRowError::WrongType { name, .. } => name,
        }
    }
}

impl FactRow {
    /// A record of which nothing is known yet.
    pub fn unstated(judged: Judged) -> Self {
        FactRow {
            judged,
            values: vec![Fact::NotStated; judged.facts().len()],
        }
    }

    /// What kind of record this is.
    pub fn judged(&self) -> Judged {
        self.judged
    }

    /// The values in the declared order.
    pub fn values(&self) -> &[Fact<FactValue>] {
        &self.values
    }

    /// A fact by its declared name.
    pub fn get(&self, name: &str) -> Option<&Fact<FactValue>> {
        self.judged
            .fact(name)
            .and_then(|(at, _)| self.values.get(at))
    }

    /// Sets a fact by its declared name.
    ///
    /// # Errors
    /// Refuses a name that is not declared and a value of another type.
    pub fn set(&mut self, name: &str, value: Fact<FactValue>) -> Result<(), FactRowError> {
        let Some((at, _)) = self.judged.fact(name) else {
            let declared = self.judged.facts().iter().map(|fact| fact.name);
            return Err(FactRowError::NoSuchFact {
                judged: self.judged,
                name: name.to_owned(),
                nearest: crate::term::nearest(name, declared).map(str::to_owned),
            });
        };
        self.replace(at, value).map(drop)
    }

    /// Sets a fact by its place in the declared order, and gives back what stood there.
    ///
    /// # Errors
    /// Refuses a place that is not declared and a value of another type.
    ///
    /// ```
    /// # use mestring_model::Fact;
    /// # use mestring_model::facts::{FactRow, FactValue, Judged};
    /// let mut row = FactRow::unstated(Judged::Run);
    /// let (seats, _) = Judged::Run.fact("seats").ok_or("declared")?;
    /// assert_eq!(row.replace(seats, Fact::Known(FactValue::Int(12)))?, Fact::NotStated);
    /// assert_eq!(row.replace(seats, Fact::Unknown)?, Fact::Known(FactValue::Int(12)));
    /// assert!(row.replace(seats, Fact::Known(FactValue::Bool(true))).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn replace(
        &mut self,
        place: usize,
        value: Fact<FactValue>,
    ) -> Result<Fact<FactValue>, FactRowError> {
        let declared = self.judged.facts().get(place);
        let (Some(decl), Some(own)) = (declared, self.values.get_mut(place)) else {
            return Err(FactRowError::NoSuchFact {
                judged: self.judged,
                name: place.to_string(),
                nearest: None,
            });
        };
        if let Fact::Known(value) = &value
            && !decl.kind.accepts(value)
        {
            return Err(FactRowError::WrongType {
                name: decl.name,
                wanted: decl.kind.name(),
                value: value.clone(),
            });
        }
        Ok(std::mem::replace(own, value))
    }
}

/// A Rust type that can be the type of a fact.
pub trait FactKind {
    /// The declared type.
    const TYPE: FactType;
    /// The value that scripts see.
    fn value(&self) -> FactValue;
}

impl FactKind for bool {
    const TYPE: FactType = FactType::Bool;
    fn value(&self) -> FactValue {
        FactValue::Bool(*self)
    }
}

impl FactKind for i64 {
    const TYPE: FactType = FactType::Int;
    fn value(&self) -> FactValue {
        FactValue::Int(*self)
    }
}

impl FactKind for f64 {
    const TYPE: FactType = FactType::Number;
    fn value(&self) -> FactValue {
        FactValue::Number(*self)
    }
}

impl FactKind for Arc<str> {
    const TYPE: FactType = FactType::Text;
    fn value(&self) -> FactValue {
        FactValue::Text(self.clone())
    }
}

impl FactKind for Vec<Arc<str>> {
    const TYPE: FactType = FactType::TextList;
    fn value(&self) -> FactValue {
        FactValue::List(self.as_slice().into())
    }
}

impl<T: Term> FactKind for T {
    const TYPE: FactType = FactType::Listed(T::WORDS);
    fn value(&self) -> FactValue {
        FactValue::Text(self.shared_code())
    }
}

impl<T: Term> FactKind for Vec<T> {
    const TYPE: FactType = FactType::ListedList(T::WORDS);
    fn value(&self) -> FactValue {
        FactValue::List(self.iter().map(|word| word.shared_code()).collect())
    }
}

/// Declares the facts of one kind of record: a struct with a [`Fact`] for each, the list of
/// declarations, and the row that rules read.
macro_rules! facts {
    (
        $(#[doc = $doc:literal])+
        $name:ident, $judged:ident {
            $(
                $(#[doc = $meaning:literal])+
                $field:ident: $type:ty, $unit:expr, $nb:literal, $nn:literal;
            )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct $name {
            $( $(#[doc = $meaning])+ pub $field: $crate::fact::Fact<$type>, )+
        }

        impl $name {
            /// The declarations, in order.
            pub const DECLARED: &'static [$crate::facts::FactDecl] = &[$(
                $crate::facts::FactDecl {
                    name: stringify!($field),
                    kind: <$type as $crate::facts::FactKind>::TYPE,
                    unit: $unit,
                    nb: $nb,
                    nn: $nn,
                    meaning: concat!($($meaning),+).trim_ascii(),
                },
            )+];

            /// The record as rules read it.
            pub fn row(&self) -> $crate::facts::FactRow {
                $crate::facts::FactRow {
                    judged: $crate::facts::Judged::$judged,
                    values: vec![$(
                        self.$field.as_ref().map($crate::facts::FactKind::value),
                    )+],
                }
            }
        }
    };
}
use facts;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_declares_its_facts_once_and_explains_them() {
        let mut seen = 0;
        for judged in Judged::ALL {
            let names: Vec<_> = judged.facts().iter().map(|fact| fact.name).collect();
            let mut unique = names.clone();
            unique.sort_unstable();
            unique.dedup();
            assert_eq!(unique.len(), names.len(), "{judged} declares a fact twice");
            for fact in judged.facts() {
                assert!(!fact.meaning.is_empty() && !fact.nb.is_empty() && !fact.nn.is_empty());
                seen += 1;
            }
        }
        assert!(seen > 60, "only {seen} facts were looked at");
    }

    #[test]
    fn a_row_refuses_what_was_not_declared() {
        let mut row = FactRow::unstated(Judged::Run);
        let error = row
            .set("sesions", Fact::Known(FactValue::Int(3)))
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "`run` has no fact `sesions`; did you mean `sessions`?"
        );
        let error = row
            .set("sessions", Fact::Known(FactValue::Bool(true)))
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "`sessions` takes a whole number, not `yes`"
        );
        row.set("sessions", Fact::Known(FactValue::Int(3))).unwrap();
        assert_eq!(row.get("sessions"), Some(&Fact::Known(FactValue::Int(3))));
    }
}
