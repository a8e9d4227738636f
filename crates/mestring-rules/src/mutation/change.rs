//! The small changes of a script's text and of a parameter.

use mestring_model::facts::{FactValue, Judged};
use rhai::Token;

use crate::diagnostic::Underline;
use crate::kind::{Kind, Takes};
use crate::relation;
use crate::script::Script;
use crate::source::{At, Source};

/// One stretch of text replaced by another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// The byte at which it begins.
    pub start: usize,
    /// What stands there.
    pub from: String,
    /// What takes its place.
    pub to: String,
}

impl Change {
    pub fn apply(&self, text: &str) -> String {
        let (before, rest) = text.split_at_checked(self.start).unwrap_or((text, ""));
        let after = rest.strip_prefix(self.from.as_str()).unwrap_or(rest);
        format!("{before}{}{after}", self.to)
    }

    pub fn underline(&self, source: &Source) -> Underline {
        let at = source.place(self.start);
        Underline {
            line: at.line,
            column: at.column,
            length: self.from.chars().count() as u32,
            text: source.line(at.line).to_owned(),
        }
    }
}

/// Every small change of a script, in the order of its text.
pub(super) fn of_script(script: &Script, kind: Kind) -> Vec<Change> {
    let text = script.text();
    let source = Source { file: "", text };
    let mut out = Vec::new();
    let mut change = |at: At, from: &str, to: String| {
        let start = text.len() - source.from(at).len();
        // What the text does not write as the token reads is left alone.
        if text.get(start..).is_some_and(|rest| rest.starts_with(from)) {
            out.push(Change {
                start,
                from: from.to_owned(),
                to,
            });
        }
    };
    for (token, at) in script.tokens().all() {
        match token {
            Token::IntegerConstant(number) => {
                let written = number.to_string();
                for near in [number.checked_add(1), number.checked_sub(1)] {
                    let near = near.filter(|near| *near >= 0);
                    if let Some(near) = near {
                        change(*at, &written, near.to_string());
                    }
                }
            }
            Token::FloatConstant(number) => {
                let written = number.1.as_str();
                let value = *number.0;
                change(*at, written, format!("{:?}", value + 1.0));
                // Half of nothing is nothing.
                if value != 0.0 {
                    change(*at, written, format!("{:?}", value / 2.0));
                }
            }
            Token::StringConstant(word) => {
                if let Some(other) = other_word(word, script.judged(), kind) {
                    change(*at, &format!("\"{word}\""), format!("\"{other}\""));
                }
            }
            Token::Identifier(name) if **name == "min" || **name == "max" => {
                let other = if **name == "min" { "max" } else { "min" };
                change(*at, name, other.to_owned());
            }
            Token::Bang => change(*at, "!", String::new()),
            _ => {
                if let Some((from, to)) = turned(token) {
                    change(*at, from, to.to_owned());
                }
            }
        }
    }
    out
}

/// A sign or word with its opposite or neighbour.
fn turned(token: &Token) -> Option<(&'static str, &'static str)> {
    Some(match token {
        Token::LessThan => ("<", "<="),
        Token::LessThanEqualsTo => ("<=", "<"),
        Token::GreaterThan => (">", ">="),
        Token::GreaterThanEqualsTo => (">=", ">"),
        Token::EqualsTo => ("==", "!="),
        Token::NotEqualsTo => ("!=", "=="),
        Token::And => ("&&", "||"),
        Token::Or => ("||", "&&"),
        Token::True => ("true", "false"),
        Token::False => ("false", "true"),
        Token::Plus => ("+", "-"),
        Token::Minus => ("-", "+"),
        Token::Multiply => ("*", "/"),
        Token::Divide => ("/", "*"),
        Token::PlusAssign => ("+=", "-="),
        Token::MinusAssign => ("-=", "+="),
        Token::MultiplyAssign => ("*=", "/="),
        Token::DivideAssign => ("/=", "*="),
        _ => return None,
    })
}

/// Another word of the list that a word stands in: what the rule may answer, or what a fact can be.
fn other_word(word: &str, judged: Judged, kind: Kind) -> Option<String> {
    let next = |words: &[String]| {
        let at = words.iter().position(|own| own == word)?;
        words.get((at + 1) % words.len()).cloned()
    };
    let answers = match kind.takes() {
        Takes::Relation => relation::words(),
        Takes::Word(words) => words.iter().map(|own| own.code.to_owned()).collect(),
        Takes::YesNo | Takes::Measure | Takes::Whole => Vec::new(),
    };
    let of_fact = || {
        judged.facts().iter().find_map(|fact| {
            let words: Vec<String> = fact
                .kind
                .words()
                .iter()
                .map(|own| own.code.into())
                .collect();
            next(&words)
        })
    };
    next(&answers).or_else(of_fact)
}

/// The neighbours of a parameter's value, with the change as it is named. Texts and lists have none.
pub(super) fn of_parameter(source: &Source, name: &str, value: &FactValue) -> Vec<(Nudge, Change)> {
    let quoted = format!("\"{name}\"");
    let start = source.text.find(&quoted).unwrap_or_default();
    let nudges = [Nudge::Up, Nudge::Down].into_iter();
    nudges
        .filter_map(|nudge| {
            let written = Change {
                start,
                from: format!("{name} = {}", write(value)),
                to: format!("{name} = {}", write(&nudge.of(value)?)),
            };
            Some((nudge, written))
        })
        .collect()
}

/// A value as `pack.toml` writes it.
fn write(value: &FactValue) -> String {
    match value {
        FactValue::Bool(yes) => yes.to_string(),
        FactValue::Number(number) => format!("{number:?}"),
        other => other.to_string(),
    }
}

/// How a parameter is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nudge {
    Up,
    Down,
}

impl Nudge {
    /// The moved value; a yes or no is turned by one of the two.
    pub fn of(self, value: &FactValue) -> Option<FactValue> {
        let by = if self == Nudge::Up { 1 } else { -1 };
        match value {
            FactValue::Int(number) => number.checked_add(by).map(FactValue::Int),
            FactValue::Number(number) => Some(FactValue::Number(number + by as f64)),
            FactValue::Bool(yes) => (self == Nudge::Up).then_some(FactValue::Bool(!yes)),
            FactValue::Text(_) | FactValue::List(_) => None,
        }
    }
}
