//! Why a script stopped while it ran, as data.

use std::fmt;

use rhai::EvalAltResult;

use crate::complaint::{Sort, Value, Wording};
use crate::parse_error::lower;
use crate::sandbox;
use crate::worded::worded;

/// Why a script stopped while it ran. The English text is its `Display`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum StopCause {
    /// It took more operations than an answer may take.
    TooManyOperations {
        /// How many an answer may take.
        limit: u64,
    },
    /// Its functions call each other too deep.
    CallsTooDeep,
    /// It put together something that is larger than a rule may make it.
    TooLarge {
        /// A text or a list.
        what: Sort,
    },
    /// A calculation that has no result.
    Arithmetic {
        /// What is wrong with it.
        fault: Arithmetic,
        /// The calculation with its numbers, such as `7 / 0`; none where the engine does not say it.
        of: Option<String>,
    },
    /// The script engine panicked.
    GaveUp,
    /// Anything else, in the script engine's own words.
    Engine {
        /// What it said.
        text: String,
    },
}

worded! {
    /// Why a calculation has no result.
    Arithmetic {
        /// The sum is no whole number that there is.
        Addition = "stop-addition", "addition overflow";
        /// The difference is none.
        Subtraction = "stop-subtraction", "subtraction overflow";
        /// The product is none.
        Multiplication = "stop-multiplication", "multiplication overflow";
        /// Something is divided by zero.
        DivisionByZero = "stop-division-by-zero", "division by zero";
        /// The quotient is none.
        Division = "stop-division", "division overflow";
        /// The remainder of a division by zero, or of a quotient that is none.
        Remainder = "stop-remainder", "modulo division by zero or overflow";
        /// The power is none.
        Power = "stop-power", "exponential overflow";
        /// A whole number is raised to a power below zero.
        NegativePower = "stop-negative-power", "integer raised to a negative power";
        /// The number with the other sign is none.
        Negation = "stop-negation", "negation overflow";
        /// A number with decimals has no whole number.
        Whole = "stop-whole", "integer overflow";
    }
}

worded! {
    /// What would be right where a script stopped.
    StopRemedy {
        /// What is divided by has to be looked at first.
        AskFirst = "stop-remedy-ask-first",
            "ask first whether what it divides by is above 0, and say what holds otherwise";
        /// The numbers are too large, or too small.
        OtherNumbers = "stop-remedy-other-numbers",
            "calculate with other numbers, or ask first how large they are";
        /// The rule has too much to do.
        SplitRule = "stop-remedy-split-rule",
            "split it into several criteria, or use fewer helpers";
    }
}

impl StopCause {
    /// What would be right, where that can be said without knowing the rule.
    pub fn remedy(&self) -> Option<StopRemedy> {
        match self {
            StopCause::TooManyOperations { .. }
            | StopCause::CallsTooDeep
            | StopCause::TooLarge { .. } => Some(StopRemedy::SplitRule),
            StopCause::Arithmetic {
                fault: Arithmetic::DivisionByZero | Arithmetic::Remainder,
                ..
            } => Some(StopRemedy::AskFirst),
            StopCause::Arithmetic { .. } => Some(StopRemedy::OtherNumbers),
            StopCause::GaveUp | StopCause::Engine { .. } => None,
        }
    }

    /// The names of the texts of every kind.
    pub const NAMES: &'static [&'static str] = &[
        "stop-operations",
        "stop-calls",
        "stop-too-large",
        "stop-arithmetic",
        "stop-gave-up",
        "stop-engine",
    ];

    /// What the script engine says of it, without its place.
    pub(crate) fn of(error: &EvalAltResult) -> Self {
        match error {
            EvalAltResult::ErrorTooManyOperations(_) | EvalAltResult::ErrorTerminated(..) => {
                StopCause::TooManyOperations {
                    limit: sandbox::OPERATIONS,
                }
            }
            EvalAltResult::ErrorStackOverflow(_) => StopCause::CallsTooDeep,
            EvalAltResult::ErrorDataTooLarge(what, _) => StopCause::TooLarge {
                // The engine counts letters and items; rules have nothing else that grows.
                what: if what.contains("string") {
                    Sort::Text
                } else {
                    Sort::List
                },
            },
            EvalAltResult::ErrorArithmetic(text, _) => arithmetic(&text.to_lowercase()),
            other => StopCause::Engine {
                text: lower(&without_place(other)),
            },
        }
    }

    /// The name of its text with what stands in it.
    pub fn wording(&self) -> Wording<'_> {
        let (name, args) = match self {
            StopCause::TooManyOperations { limit } => (
                "stop-operations",
                vec![("limit", Value::Text(limit.to_string().into()))],
            ),
            StopCause::CallsTooDeep => ("stop-calls", Vec::new()),
            StopCause::TooLarge { what } => ("stop-too-large", vec![("what", Value::Sort(*what))]),
            StopCause::Arithmetic {
                fault,
                of: Some(of),
            } => (
                "stop-arithmetic",
                vec![
                    ("fault", Value::Named(fault.name())),
                    ("of", Value::Text(of.as_str().into())),
                ],
            ),
            StopCause::Arithmetic { fault, of: None } => (fault.name(), Vec::new()),
            StopCause::GaveUp => ("stop-gave-up", Vec::new()),
            StopCause::Engine { text } => (
                "stop-engine",
                vec![("text", Value::Text(text.as_str().into()))],
            ),
        };
        Wording::plain(name, args)
    }
}

impl fmt::Display for StopCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StopCause::TooManyOperations { limit } => {
                write!(f, "it needs more than {limit} operations")
            }
            StopCause::CallsTooDeep => f.write_str("its calls are nested too deep"),
            StopCause::TooLarge { what } => {
                write!(f, "{what} is larger than a rule may make it")
            }
            StopCause::Arithmetic {
                fault,
                of: Some(of),
            } => write!(f, "{fault}: {of}"),
            StopCause::Arithmetic { fault, of: None } => fault.fmt(f),
            StopCause::GaveUp => f.write_str("the engine gave up"),
            StopCause::Engine { text } => f.write_str(text),
        }
    }
}

/// What the engine says of a calculation: what is wrong, then mostly a colon and the calculation.
fn arithmetic(text: &str) -> StopCause {
    let (what, of) = match text.split_once(": ") {
        Some((what, of)) => (what, Some(of.to_owned())),
        None => (text, None),
    };
    let mut all = Arithmetic::ALL.iter();
    match all.find(|own| own.english() == what) {
        Some(fault) => StopCause::Arithmetic { fault: *fault, of },
        None => StopCause::Engine {
            text: text.to_owned(),
        },
    }
}

/// The text of an error without its place, which we give in our own way.
fn without_place(error: &EvalAltResult) -> String {
    let text = error.to_string();
    let end = text.rfind(" (line ").unwrap_or(text.len());
    text.get(..end).unwrap_or(&text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the engine of this version says, so that a change of its words shows here.
    #[test]
    fn the_engines_arithmetic_is_known_by_its_words() {
        let cases = [
            ("9223372036854775807 + 1", Arithmetic::Addition),
            ("-9223372036854775807 - 2", Arithmetic::Subtraction),
            ("9223372036854775807 * 2", Arithmetic::Multiplication),
            ("7 / 0", Arithmetic::DivisionByZero),
            ("(-9223372036854775807 - 1) / -1", Arithmetic::Division),
            ("7 % 0", Arithmetic::Remainder),
            ("10 ** 100", Arithmetic::Power),
            ("7 ** -1", Arithmetic::NegativePower),
            ("abs(-9223372036854775807 - 1)", Arithmetic::Negation),
            ("-(-9223372036854775807 - 1)", Arithmetic::Whole),
            ("1.0e30.to_int()", Arithmetic::Whole),
        ];
        for fault in Arithmetic::ALL {
            assert!(cases.iter().any(|(_, own)| own == fault), "{fault}");
        }
        let engine = sandbox::engine().unwrap();
        for (script, fault) in cases {
            let error = engine.eval::<rhai::Dynamic>(script).unwrap_err();
            match StopCause::of(error.unwrap_inner()) {
                StopCause::Arithmetic { fault: found, .. } => assert_eq!(found, fault, "{script}"),
                other => panic!("{script}: {other:?}"),
            }
        }
    }

    #[test]
    fn what_else_stops_a_script_is_known_by_its_kind() {
        let check = |script: &str, cause: StopCause| {
            let engine = sandbox::engine().unwrap();
            let error = engine.eval::<rhai::Dynamic>(script).unwrap_err();
            assert_eq!(StopCause::of(error.unwrap_inner()), cause, "{script}");
        };
        let doubled = |start: &str| format!("let s = {start}; {} s", "s = s + s; ".repeat(9));
        let text = doubled("\"0123456789abcdef\"");
        check(&text, StopCause::TooLarge { what: Sort::Text });
        let list = doubled("[1, 2, 3]");
        check(&list, StopCause::TooLarge { what: Sort::List });
        check("fn f(n) { f(n) } f(1)", StopCause::CallsTooDeep);
        let text = "function not found: no_such (i64)".to_owned();
        check("no_such(1)", StopCause::Engine { text });
    }
}
