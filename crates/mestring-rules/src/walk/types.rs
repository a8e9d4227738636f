//! The types that the check follows through a script.

use std::collections::BTreeSet;

use mestring_model::facts::{FactType, FactValue};
use mestring_model::term::Word;

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

    /// The words that this can be, where it can be nothing else.
    pub fn only_words(&self) -> Option<Vec<&'static str>> {
        (!self.free && !self.lists.is_empty()).then(|| {
            self.lists
                .iter()
                .flat_map(|list| list.iter().map(|word| word.code))
                .collect()
        })
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

    /// The type's name in messages.
    pub fn name(&self) -> String {
        match self {
            Type::Bool => "yes or no".to_owned(),
            Type::Int => "a whole number".to_owned(),
            Type::Number => "a number".to_owned(),
            Type::Text(texts) if texts.only_words().is_some() => "a word".to_owned(),
            Type::Text(_) => "a text".to_owned(),
            Type::List(item) => match **item {
                Type::Int | Type::Number => "a list of numbers".to_owned(),
                Type::Text(_) => "a list of texts".to_owned(),
                _ => "a list".to_owned(),
            },
            Type::Range => "a range".to_owned(),
            Type::Nothing | Type::Never | Type::Any => "nothing".to_owned(),
        }
    }
}
