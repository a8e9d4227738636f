//! The types that the check follows through a script.

use std::collections::BTreeSet;

use mestring_model::facts::{FactType, FactValue};
use mestring_model::term::Word;

use crate::complaint::Sort;
use crate::source::At;

/// The type of an expression.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Type {
    Bool,
    Int,
    Number,
    Text(Texts),
    List(Box<Type>),
    Range,
    /// A statement that gives no value.
    Nothing,
    /// A statement after which the script is over.
    Never,
    /// Something about which a complaint was made already.
    Any,
}

/// Which texts an expression can be.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Texts {
    /// Any text.
    pub free: bool,
    /// A word of one of these lists.
    pub lists: Vec<&'static [Word]>,
    /// One of these texts, which the script writes out.
    pub written: BTreeSet<(String, At)>,
}

impl Texts {
    pub fn free() -> Self {
        Texts {
            free: true,
            ..Texts::default()
        }
    }

    pub fn listed(words: &'static [Word]) -> Self {
        Texts {
            lists: vec![words],
            ..Texts::default()
        }
    }

    pub fn written(text: &str, at: At) -> Self {
        Texts {
            written: BTreeSet::from([(text.to_owned(), at)]),
            ..Texts::default()
        }
    }

    fn join(mut self, other: Texts) -> Texts {
        self.free |= other.free;
        for list in other.lists {
            if !self.lists.contains(&list) {
                self.lists.push(list);
            }
        }
        self.written.extend(other.written);
        self
    }

    /// Everything that this can be, where the script itself and the lists of facts say so. What a
    /// parameter says does not count: it changes with the date.
    pub fn all(&self) -> Option<BTreeSet<String>> {
        if self.free || self.written.iter().any(|(_, at)| at.line == 0) {
            return None;
        }
        let listed = self.lists.iter().flat_map(|list| list.iter());
        let listed = listed.map(|word| word.code.to_owned());
        let written = self.written.iter().map(|(text, _)| text.clone());
        Some(listed.chain(written).collect())
    }

    /// The words that this can be, where it can be nothing else.
    pub fn only_words(&self) -> Option<Vec<&'static Word>> {
        let listed = || self.lists.iter().flat_map(|list| list.iter());
        (!self.free && !self.lists.is_empty()).then(|| listed().collect())
    }

    /// The one text that the script writes out here; none where this can be anything else.
    pub fn one_written(&self) -> Option<&str> {
        let is_one = !self.free && self.lists.is_empty() && self.written.len() == 1;
        let (text, at) = self.written.first().filter(|_| is_one)?;
        (at.line > 0).then_some(text)
    }
}

impl Type {
    pub fn of_fact(kind: FactType) -> Type {
        match kind {
            FactType::Bool => Type::Bool,
            FactType::Int => Type::Int,
            FactType::Number => Type::Number,
            FactType::Text => Type::Text(Texts::free()),
            FactType::Listed(words) => Type::Text(Texts::listed(words)),
            FactType::TextList => Type::List(Box::new(Type::Text(Texts::free()))),
            FactType::ListedList(words) => Type::List(Box::new(Type::Text(Texts::listed(words)))),
        }
    }

    /// A parameter's type: its text is checked against a fact's words where the two meet.
    pub fn of_value(value: &FactValue) -> Type {
        let written = |text: &str| Texts::written(text, At::default());
        match value {
            FactValue::Bool(_) => Type::Bool,
            FactValue::Int(_) => Type::Int,
            FactValue::Number(_) => Type::Number,
            FactValue::Text(text) => Type::Text(written(text)),
            FactValue::List(texts) => Type::List(Box::new(Type::Text(
                texts
                    .iter()
                    .fold(Texts::default(), |all, text| all.join(written(text))),
            ))),
        }
    }

    pub fn is_number(&self) -> bool {
        matches!(self, Type::Int | Type::Number)
    }

    /// True where no complaint should follow: it was made already, or the script is over.
    pub fn is_quiet(&self) -> bool {
        matches!(self, Type::Any | Type::Never)
    }

    /// The type of what is either this or that; none where the two do not fit together.
    pub fn join(self, other: Type) -> Option<Type> {
        Some(match (self, other) {
            (Type::Any, _) | (_, Type::Any) => Type::Any,
            (Type::Never, other) => other,
            (own, Type::Never) => own,
            (Type::Int, Type::Number) | (Type::Number, Type::Int) => Type::Number,
            (Type::Text(own), Type::Text(other)) => Type::Text(own.join(other)),
            (Type::List(own), Type::List(other)) => Type::List(Box::new(own.join(*other)?)),
            (own, other) if own == other => own,
            _ => return None,
        })
    }

    /// What messages call it.
    pub fn sort(&self) -> Sort {
        match self {
            Type::Bool => Sort::YesNo,
            Type::Int => Sort::Whole,
            Type::Number => Sort::Number,
            Type::Text(texts) if texts.only_words().is_some() => Sort::Word,
            Type::Text(_) => Sort::Text,
            Type::List(item) => match **item {
                Type::Int | Type::Number => Sort::Numbers,
                Type::Text(_) => Sort::Texts,
                _ => Sort::List,
            },
            Type::Range => Sort::Range,
            Type::Nothing | Type::Never | Type::Any => Sort::Nothing,
        }
    }

    /// True where one is whole and the other has decimals: a division by a whole number would drop
    /// the remainder of one and not of the other.
    pub fn mixes(&self, other: &Type) -> bool {
        matches!(
            (self, other),
            (Type::Int, Type::Number) | (Type::Number, Type::Int)
        )
    }
}
