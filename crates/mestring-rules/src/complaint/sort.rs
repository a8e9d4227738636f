//! The names of types in messages.

use std::fmt;

use mestring_model::facts::FactValue;

/// What kind of value something is, as messages name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// Yes or no.
    YesNo,
    /// A whole number.
    Whole,
    /// A number that may have decimals.
    Number,
    /// A word of a closed list.
    Word,
    /// Any text.
    Text,
    /// A list of numbers.
    Numbers,
    /// A list of texts or words.
    Texts,
    /// Another list.
    List,
    /// A range such as `1..5`.
    Range,
    /// Nothing.
    Nothing,
}

impl Sort {
    /// The type of a parameter's value.
    pub(crate) fn of(value: &FactValue) -> Sort {
        match value {
            FactValue::Bool(_) => Sort::YesNo,
            FactValue::Int(_) => Sort::Whole,
            FactValue::Number(_) => Sort::Number,
            FactValue::Text(_) => Sort::Text,
            FactValue::List(_) => Sort::Texts,
        }
    }

    pub(super) fn is_list(self) -> bool {
        matches!(self, Sort::Numbers | Sort::Texts | Sort::List)
    }
}

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Sort::YesNo => "yes or no",
            Sort::Whole => "a whole number",
            Sort::Number => "a number",
            Sort::Word => "a word",
            Sort::Text => "a text",
            Sort::Numbers => "a list of numbers",
            Sort::Texts => "a list of texts",
            Sort::List => "a list",
            Sort::Range => "a range",
            Sort::Nothing => "nothing",
        })
    }
}
