//! What a condition asks, as far as it can be followed: a known fact, a word, a range of numbers.

use std::collections::BTreeSet;

use rhai::{Dynamic, Expr, INT, Token};

use super::bounds::Bound;
use super::flow::{EVERY, Flow, Known, Range, Values, within, without};
use super::key::{comparison, key};
use super::stmt::range;

/// What a yes/no expression asks.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Question {
    /// Nothing: its answer stands in the script.
    Constant(bool),
    /// Whether something is equal to, less or greater than itself.
    Itself(bool),
    /// Whether a fact is known.
    Known(usize),
    /// Whether something is one of these words.
    Words {
        about: Subject,
        words: BTreeSet<String>,
    },
    /// Whether a number lies in a range; both ends belong to it.
    Range {
        about: Subject,
        range: Range,
        key: String,
    },
    /// Something that is only recognised when it is asked again.
    Other(String),
    /// The same, with what numbers can be where it is yes, and where it is no.
    Bounds {
        key: String,
        yes: Vec<Bound>,
        no: Vec<Bound>,
    },
    /// Something that cannot be followed.
    Unclear,
}

/// What is asked about.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Subject {
    pub key: String,
    /// Every word it can be, where there is a list.
    pub words: Option<BTreeSet<String>>,
    /// What its unit allows.
    pub range: Option<Range>,
    /// It has no decimals.
    pub whole: bool,
}

impl Question {
    /// A comparison of a subject with a number.
    pub fn number(token: &Token, about: Subject, number: f64, key: String) -> Question {
        let (before, after) = if about.whole {
            ((number - 1.0).ceil(), (number + 1.0).floor())
        } else {
            (number.next_down(), number.next_up())
        };
        let range = match token {
            Token::LessThan | Token::GreaterThanEqualsTo => (f64::NEG_INFINITY, before),
            Token::GreaterThan | Token::LessThanEqualsTo => (after, f64::INFINITY),
            _ => (number, number),
        };
        Question::Range { about, range, key }
    }

    /// The answer at a place, where it is settled, with the line that settled it.
    pub fn answer(&self, flow: &Flow) -> Option<(bool, u32)> {
        match self {
            Question::Constant(yes) | Question::Itself(yes) => Some((*yes, 0)),
            Question::Known(fact) => match (flow.known.get(fact), flow.unknown.get(fact)) {
                (Some((_, line)), _) => Some((true, *line)),
                (None, Some((_, line))) => Some((false, *line)),
                (None, None) => None,
            },
            Question::Words { about, words } => {
                let (left, line) = match flow.values.get(&about.key) {
                    Some((Values::Words(left), line)) => (left, *line),
                    _ => match &about.words {
                        Some(left) => (left, 0),
                        None => {
                            let no = words
                                .iter()
                                .map(|word| flow.answered.get(&equality(&about.key, word)));
                            let lines: Option<Vec<u32>> = no
                                .map(|known| known.filter(|(yes, _)| !yes).map(|(_, line)| *line))
                                .collect();
                            return lines?.into_iter().max().map(|line| (false, line));
                        }
                    },
                };
                if left.is_subset(words) {
                    Some((true, line))
                } else {
                    left.is_disjoint(words).then_some((false, line))
                }
            }
            Question::Range { about, range, key } => {
                let (left, line) = match flow.values.get(&about.key) {
                    Some((Values::Numbers(left), line)) => (left.clone(), *line),
                    _ => (vec![about.range.unwrap_or(EVERY)], 0),
                };
                if within(&left, *range).is_empty() {
                    Some((false, line))
                } else if without(&left, *range, about.whole).is_empty() {
                    Some((true, line))
                } else {
                    flow.answered.get(key).copied()
                }
            }
            Question::Other(key) | Question::Bounds { key, .. } => flow.answered.get(key).copied(),
            Question::Unclear => None,
        }
    }

    /// What is settled once the answer is known.
    pub fn assume(&self, mut flow: Flow, yes: bool, line: u32) -> Flow {
        match self {
            Question::Known(fact) => {
                if yes {
                    flow.unknown.remove(fact);
                    flow.known.entry(*fact).or_insert((Known::Asked, line));
                } else {
                    flow.known.remove(fact);
                    flow.unknown.insert(*fact, ((), line));
                }
            }
            Question::Words { about, words } => {
                let before = match flow.values.get(&about.key) {
                    Some((Values::Words(left), _)) => Some(left.clone()),
                    _ => about.words.clone(),
                };
                let left = match (before, yes) {
                    (Some(left), true) => left.intersection(words).cloned().collect(),
                    (Some(left), false) => left.difference(words).cloned().collect(),
                    (None, true) => words.clone(),
                    (None, false) => {
                        for word in words {
                            flow.answered
                                .insert(equality(&about.key, word), (false, line));
                        }
                        return flow;
                    }
                };
                settle(&mut flow, &about.key, Values::Words(left), line);
            }
            Question::Range { about, range, key } => {
                flow.answered.insert(key.clone(), (yes, line));
                let left = match flow.values.get(&about.key) {
                    Some((Values::Numbers(left), _)) => left.clone(),
                    _ => vec![about.range.unwrap_or(EVERY)],
                };
                let left = if yes {
                    within(&left, *range)
                } else {
                    without(&left, *range, about.whole)
                };
                settle(&mut flow, &about.key, Values::Numbers(left), line);
            }
            Question::Other(key) => {
                flow.answered.insert(key.clone(), (yes, line));
            }
            Question::Bounds {
                key,
                yes: on_yes,
                no: on_no,
            } => {
                flow.answered.insert(key.clone(), (yes, line));
                for (key, ranges) in if yes { on_yes } else { on_no } {
                    flow.bound(key, ranges, line);
                }
            }
            Question::Constant(own) | Question::Itself(own) => flow.over |= *own != yes,
            Question::Unclear => {}
        }
        flow
    }
}

fn settle(flow: &mut Flow, key: &str, left: Values, line: u32) {
    flow.over |= left.is_empty();
    flow.values.insert(key.to_owned(), (left, line));
}

fn equality(key: &str, word: &str) -> String {
    let word = format!("{word:?}");
    comparison(&Token::EqualsTo, key, &word).map_or_else(String::new, |(key, _)| key)
}

/// A constant in the script.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Constant {
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Constant>),
    Range(f64, f64),
}

impl Constant {
    /// The constant that an expression is.
    pub fn of(expr: &Expr) -> Option<Constant> {
        match expr {
            Expr::BoolConstant(value, _) => Some(Constant::Bool(*value)),
            Expr::IntegerConstant(value, _) => whole(*value),
            Expr::FloatConstant(value, _) => Some(Constant::Number(**value)),
            Expr::StringConstant(text, _) => Some(Constant::Text(text.to_string())),
            Expr::DynamicConstant(value, _) => Constant::value(value),
            Expr::FnCall(call, _) => match (&call.op_token, call.args.as_slice()) {
                (Some(Token::UnaryMinus | Token::Minus), [only]) => match Constant::of(only)? {
                    Constant::Number(number) => Some(Constant::Number(-number)),
                    _ => None,
                },
                (Some(token), [start, end]) => {
                    let bounds = (Constant::of(start)?, Constant::of(end)?);
                    let (Constant::Number(least), Constant::Number(most)) = bounds else {
                        return None;
                    };
                    match token {
                        Token::ExclusiveRange => Some(Constant::Range(least, most - 1.0)),
                        Token::InclusiveRange => Some(Constant::Range(least, most)),
                        _ => None,
                    }
                }
                _ => None,
            },
            _ => None,
        }
    }

    pub fn value(value: &Dynamic) -> Option<Constant> {
        if let Some(items) = value.read_lock::<rhai::Array>() {
            let items: Option<Vec<Constant>> = items.iter().map(Constant::value).collect();
            return items.map(Constant::List);
        }
        if let Some((least, most)) = range(value) {
            return Some(Constant::Range(least, most));
        }
        if let Some(text) = value.read_lock::<rhai::ImmutableString>() {
            return Some(Constant::Text(text.to_string()));
        }
        if let Ok(value) = value.as_bool() {
            return Some(Constant::Bool(value));
        }
        match value.as_int() {
            Ok(value) => whole(value),
            Err(_) => value.as_float().ok().map(Constant::Number),
        }
    }

    /// The answer of a comparison between two constants.
    pub fn compared(&self, token: &Token, other: &Constant) -> Option<bool> {
        let order = match (self, other) {
            (Constant::Number(a), Constant::Number(b)) => a.partial_cmp(b)?,
            (Constant::Text(a), Constant::Text(b)) => a.cmp(b),
            (Constant::Bool(a), Constant::Bool(b)) => a.cmp(b),
            _ => return None,
        };
        Some(match token {
            Token::EqualsTo => order.is_eq(),
            Token::NotEqualsTo => order.is_ne(),
            Token::LessThan => order.is_lt(),
            Token::LessThanEqualsTo => order.is_le(),
            Token::GreaterThan => order.is_gt(),
            Token::GreaterThanEqualsTo => order.is_ge(),
            _ => return None,
        })
    }
}

/// A whole number as a bound, where it is one exactly.
fn whole(value: INT) -> Option<Constant> {
    const EXACT: INT = 1 << 53;
    (-EXACT..=EXACT)
        .contains(&value)
        .then_some(Constant::Number(value as f64))
}

/// What an expression asks that is only recognised when it is asked again.
pub(super) fn other(expr: &Expr) -> Question {
    key(expr).map_or(Question::Unclear, Question::Other)
}
