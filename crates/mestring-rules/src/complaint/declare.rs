//! How faults are declared: their data, code and English texts, once.
//!
//! A fault is said in words that its data fill. Renderers for other languages get
//! the name of the texts and the data as a [`Wording`].

use std::borrow::Cow;

use chrono::NaiveDate;
use mestring_model::verdict::Answer;

use super::{Among, Sort};
use crate::error::RuleError;
use crate::kind::Takes;

/// What stands in the place of an argument.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// A name, number or text, the same in every language.
    Text(Cow<'a, str>),
    /// A type.
    Sort(Sort),
    /// Several types, all of which are meant.
    Sorts(&'a [Sort]),
    /// So many values of a function.
    Values(usize),
    /// What a kind of pack takes as an answer.
    Takes(Takes),
    /// An answer.
    Answer(&'a Answer),
    /// Words that every language has its own of, by the name of their text.
    Named(&'static str),
    /// A date.
    Date(NaiveDate),
    /// Why a rule gave no answer.
    Error(&'a RuleError),
    /// A text with what stands in it.
    Said(Wording<'a>),
}

/// The name of a fault's texts with what stands in them.
#[derive(Debug, Clone, PartialEq)]
pub struct Wording<'a> {
    /// The name of what was found; with `-help` behind it, that of what would be right.
    pub name: &'static str,
    /// The arguments of both texts.
    pub args: Vec<(&'static str, Value<'a>)>,
    /// The names among which a misspelt one was looked for: where there are any, they are the
    /// advice.
    pub among: Option<&'a Among>,
    /// True where the fault has advice of its own.
    pub has_help: bool,
}

impl<'a> Wording<'a> {
    /// A text without advice.
    pub(crate) fn plain(name: &'static str, args: Vec<(&'static str, Value<'a>)>) -> Self {
        Wording {
            name,
            args,
            among: None,
            has_help: false,
        }
    }

    /// A text with advice of its own.
    pub(crate) fn helped(name: &'static str, args: Vec<(&'static str, Value<'a>)>) -> Self {
        Wording {
            has_help: true,
            ..Wording::plain(name, args)
        }
    }
}

/// A field of a fault.
pub(super) trait Argument {
    /// What a text says of it; none where it only serves the advice.
    fn value(&self) -> Option<Value<'_>>;

    /// The names that it lists.
    fn among(&self) -> Option<&Among> {
        None
    }
}

impl Argument for String {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Text(self.as_str().into()))
    }
}

impl Argument for &'static str {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Text((*self).into()))
    }
}

impl Argument for usize {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Text(self.to_string().into()))
    }
}

impl Argument for NaiveDate {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Date(*self))
    }
}

impl Argument for Sort {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Sort(*self))
    }
}

impl Argument for Takes {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Takes(*self))
    }
}

impl Argument for Answer {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Answer(self))
    }
}

impl Argument for Box<RuleError> {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Error(self))
    }
}

impl Argument for Among {
    fn value(&self) -> Option<Value<'_>> {
        None
    }

    fn among(&self) -> Option<&Among> {
        Some(self)
    }
}

/// Declares an enum of faults.
///
/// Each variant has a doc comment, its arguments, and after `=` its code, the name of its texts, what
/// was found and what would be right. An [`Among`] that lists a name is the advice in its stead.
macro_rules! faults {
    (
        $(#[doc = $doc:literal])+
        $enum:ident {
            $(
                $(#[doc = $about:literal])+
                $variant:ident $({ $($field:ident: $type:ty),+ $(,)? })?
                = $code:ident $name:literal, $found:literal, $help:literal;
            )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $enum {
            $(
                $(#[doc = $about])+
                $variant $({ $(
                    #[doc = concat!("The `", stringify!($field), "` of its texts.")]
                    $field: $type,
                )+ })?,
            )+
        }

        impl $enum {
            /// The names of the texts of every kind of fault.
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            pub(super) fn code(&self) -> $crate::diagnostic::Code {
                match self { $( $enum::$variant { .. } => $crate::diagnostic::$code, )+ }
            }

            pub(super) fn among(&self) -> Option<&$crate::complaint::Among> {
                #[allow(unused_imports, reason = "a fault may have no arguments")]
                use $crate::complaint::declare::Argument as _;
                match self { $(
                    $enum::$variant $({ $($field),+ })? => {
                        let all: &[Option<&$crate::complaint::Among>] = &[$($($field.among()),+)?];
                        all.iter().copied().flatten().next()
                    }
                )+ }
            }

            /// What would be right, English; empty where nothing is to be added.
            pub(super) fn help(&self) -> String {
                let listed = self.among().map(|own| own.help()).unwrap_or_default();
                if !listed.is_empty() {
                    return listed;
                }
                match self { $(
                    $enum::$variant $({ $($field),+ })? => {
                        $( let _ = ($($field,)+); )?
                        format!($help)
                    }
                )+ }
            }

            /// The name of its texts with what stands in them.
            pub(super) fn wording(&self) -> $crate::complaint::Wording<'_> {
                #[allow(unused_imports, reason = "a fault may have no arguments")]
                use $crate::complaint::declare::Argument as _;
                let among = self.among();
                let (name, help, args) = match self { $(
                    $enum::$variant $({ $($field),+ })? => {
                        let all: Vec<(&'static str, Option<$crate::complaint::Value<'_>>)> =
                            vec![$($((stringify!($field), $field.value())),+)?];
                        ($name, $help, all)
                    }
                )+ };
                let args = args.into_iter();
                $crate::complaint::Wording {
                    name,
                    args: args.filter_map(|(name, value)| Some((name, value?))).collect(),
                    among,
                    has_help: !help.is_empty(),
                }
            }
        }

        impl std::fmt::Display for $enum {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self { $(
                    $enum::$variant $({ $($field),+ })? => {
                        $( let _ = ($($field,)+); )?
                        write!(f, $found)
                    }
                )+ }
            }
        }

        impl From<$enum> for $crate::complaint::Complaint {
            fn from(own: $enum) -> Self {
                $crate::complaint::Complaint::$enum(own)
            }
        }
    };
}

pub(super) use faults;
