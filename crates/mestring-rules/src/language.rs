//! The rule language as data: what a script may be made of, what is refused, operators, functions and
//! limits, for the reference and for editors.
//!
//! The walk's own lists are told here, not told again: which types go with which operator or function
//! is asked of the walk, and what is said of a refused script is what the check says of it.

mod parts;

use mestring_model::facts::{FactValue, Judged};

use crate::complaint::Sort;
use crate::diagnostic::Diagnostic;
use crate::kind::Takes;
use crate::parameter::{Sample, Samples};
use crate::sandbox;
use crate::script::Script;
use crate::source::Source;
use crate::{completion, walk};

/// Something that a script may be made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it is called.
    pub name: &'static str,
    /// What it does, English.
    pub meaning: &'static str,
    /// A whole script over a run that has it, with the parameters `least` and `formats`.
    pub example: &'static str,
}

/// An operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operator {
    /// How it is written, `A` and `B` for the values: `A + B`.
    pub shape: &'static str,
    /// What it gives, English.
    pub meaning: &'static str,
    /// An expression with it.
    pub example: &'static str,
    /// What that expression gives.
    pub gives: &'static str,
}

/// A function that rules may call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// How to call it: `min(number, number)`.
    pub form: &'static str,
    /// What it gives, English.
    pub meaning: &'static str,
    /// An expression that calls it.
    pub example: &'static str,
    /// What that expression gives.
    pub gives: &'static str,
}

/// One way to use an operator or function: the types it takes and the type it gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// What it takes, in order.
    pub takes: Vec<Sort>,
    /// What it gives.
    pub gives: Sort,
}

/// A script that is refused.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// The script.
    pub script: &'static str,
    /// What the check says first of it.
    pub said: Diagnostic,
}

/// What a script may be made of.
pub fn parts() -> &'static [Part] {
    parts::PARTS
}

/// The operators, besides `??`, which is a [`Part`].
pub fn operators() -> &'static [Operator] {
    parts::OPERATORS
}

/// The functions, besides `known`, which is a [`Part`].
pub fn functions() -> Vec<Function> {
    let own = walk::FUNCTIONS.iter();
    own.map(|own| Function {
        name: own.name,
        form: own.form,
        meaning: own.meaning,
        example: own.example,
        gives: own.gives,
    })
    .collect()
}

/// A value of each type, for questions about types.
fn samples() -> ([(Sort, &'static str); 7], Samples) {
    let texts = [
        (Sort::YesNo, "p.yes"),
        (Sort::Whole, "p.whole"),
        (Sort::Number, "p.number"),
        (Sort::Text, "p.text"),
        (Sort::Numbers, "[1, 2]"),
        (Sort::Texts, "p.texts"),
        (Sort::Range, "(1..9)"),
    ];
    let values = [
        ("yes", FactValue::Bool(true)),
        ("whole", FactValue::Int(2)),
        ("number", FactValue::Number(2.5)),
        ("text", FactValue::Text("a".into())),
        ("texts", FactValue::List([std::sync::Arc::from("a")].into())),
    ];
    (texts, named(&values))
}

impl Operator {
    /// Every way to use it.
    pub fn signatures(&self) -> Vec<Signature> {
        let values = self.shape.matches(['A', 'B']).count();
        signatures(values, |values| {
            let [a, b, ..] = *values else {
                return self.shape.replace('A', values.first().unwrap_or(&""));
            };
            self.shape.replace('A', a).replace('B', b)
        })
    }
}

impl Function {
    /// Every way to call it.
    pub fn signatures(&self) -> Vec<Signature> {
        let values = self.form.matches(',').count() + 1;
        let call = |values: &[&str]| format!("{}({})", self.name, values.join(", "));
        signatures(values, call)
    }
}

/// The types that the walk lets through where one or two values are put into a text.
fn signatures(values: usize, text: impl Fn(&[&str]) -> String) -> Vec<Signature> {
    let (samples, parameters) = samples();
    let mut out = Vec::new();
    for (first, one) in samples {
        let seconds = samples
            .iter()
            .take(if values > 1 { samples.len() } else { 1 });
        for (second, other) in seconds {
            let (takes, values) = match values {
                1 => (vec![first], vec![one]),
                _ => (vec![first, *second], vec![one, other]),
            };
            if let Some(gives) = walk::sort_of(&text(&values), &parameters) {
                out.push(Signature { takes, gives });
            }
        }
    }
    out
}

/// The parameters that the examples read.
fn parameters() -> Samples {
    let formats = ["physical", "hybrid"].map(std::sync::Arc::from);
    let values = [
        ("least", FactValue::Int(4)),
        ("formats", FactValue::List(formats.into())),
    ];
    named(&values)
}

fn named(values: &[(&str, FactValue)]) -> Samples {
    let named = values.iter().filter_map(|(name, value)| {
        let sample = Sample::of(std::iter::once(value))?;
        Some(((*name).to_owned(), sample))
    });
    named.collect()
}

/// What the check says of a script over a run, its lack of a comment left out.
fn said(script: &str) -> Vec<Diagnostic> {
    let text = format!("// What: this. Why: an example. Source: the reference.\n{script}");
    let source = Source {
        file: "example.rhai",
        text: &text,
    };
    Script::compile(source, Judged::Run, &parameters(), Takes::Measure).1
}

/// Scripts that are refused, one for each thing that rules may not hold, with what is said of each.
pub fn refused() -> Vec<Refused> {
    let scripts = parts::REFUSED.iter();
    scripts
        .filter_map(|script| {
            let said = said(script).into_iter().find(Diagnostic::is_error)?;
            Some(Refused { script, said })
        })
        .collect()
}

/// Words of the script language that rules may not use, since they build or run code, print, or reach
/// other files.
pub fn refused_words() -> &'static [&'static str] {
    sandbox::DISABLED
}

/// The limits of a rule: what is limited, and the number.
pub fn limits() -> [(&'static str, u64); 7] {
    let number = |limit: usize| limit as u64;
    [
        ("bytes of a script", number(sandbox::SOURCE_BYTES)),
        ("helper functions of a script", number(sandbox::FUNCTIONS)),
        (
            "expressions within each other, and calls within each other",
            number(sandbox::DEPTH),
        ),
        ("operations of one answer", sandbox::OPERATIONS),
        (
            "bytes of a text that a rule puts together",
            number(sandbox::TEXT_BYTES),
        ),
        ("items of a list", number(sandbox::LIST_ITEMS)),
        (
            "ways to fill in what is missing, for one answer",
            number(completion::RUNS),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn nothing_is_said_of_the_examples_of_what_a_script_may_hold() {
        for part in parts() {
            let said: Vec<String> = said(part.example).iter().map(Diagnostic::render).collect();
            assert!(said.is_empty(), "{}\n{}", part.example, said.join("\n"));
        }
        assert!(parts().len() >= 19);
    }

    #[test]
    fn every_feature_that_is_refused_has_an_example() {
        let list = include_str!("complaint/feature.rs");
        let list = list.split_once("pub enum Feature {").unwrap().1;
        let list = list.split_once("\n}").unwrap().0;
        let names = list.lines().filter_map(|line| {
            let line = line.strip_prefix("    ")?;
            let name = line.trim_end_matches([',', '{', ' ']);
            name.starts_with(char::is_uppercase).then_some(name)
        });
        let names: BTreeSet<&str> = names.collect();
        assert!(names.len() >= 34, "{names:?}");
        let refused = refused();
        let compiles = |script: &&&str| refused.iter().all(|own| own.script != **script);
        let right: Vec<_> = parts::REFUSED.iter().filter(compiles).collect();
        assert!(right.is_empty(), "{right:?} are not refused");
        assert_eq!(refused.len(), parts::REFUSED.len());
        let shown: BTreeSet<String> = refused
            .iter()
            .map(|own| {
                let shown = format!("{:?}", own.said.complaint);
                let shown = shown.trim_start_matches("NotAllowed(");
                let end = shown.find([' ', ')', '(']).unwrap_or(shown.len());
                shown[..end].to_owned()
            })
            .collect();
        // The parser stops these before the walk sees them; the walk would refuse them all the same.
        let behind = [
            "AfterDot",
            "Constant",
            "Export",
            "Expression",
            "ForeignName",
            "Loop",
        ];
        let behind = behind.into_iter().chain(["OtherList", "Statement"]);
        let unseen = names.into_iter().filter(|name| !shown.contains(*name));
        assert_eq!(unseen.collect::<Vec<_>>(), behind.collect::<Vec<_>>());
    }

    #[test]
    fn every_operator_of_the_walk_is_told_with_a_right_example() {
        let shapes: BTreeSet<&str> = operators().iter().map(|own| own.shape).collect();
        for (token, _) in walk::OPERATORS {
            let symbol = token.literal_syntax();
            let spaced = [format!("A {symbol} B"), format!("A{symbol}B")];
            assert!(
                spaced.iter().any(|shape| shapes.contains(shape.as_str())),
                "{symbol}"
            );
        }
        let engine = sandbox::engine().unwrap();
        for own in operators() {
            let value = engine.eval::<rhai::Dynamic>(own.example).unwrap();
            assert_eq!(value.to_string(), own.gives, "{}", own.example);
            assert!(!own.signatures().is_empty(), "{}", own.shape);
        }
    }

    #[test]
    fn signatures_are_what_the_walk_says() {
        let function = |name| functions().into_iter().find(|own| own.name == name);
        let shown = |signatures: Vec<Signature>| -> Vec<String> {
            let one = |own: &Signature| {
                let takes: Vec<_> = own.takes.iter().map(ToString::to_string).collect();
                format!("{} -> {}", takes.join(", "), own.gives)
            };
            signatures.iter().map(one).collect()
        };
        assert_eq!(
            shown(function("min").unwrap().signatures()),
            [
                "a whole number, a whole number -> a whole number",
                "a whole number, a number -> a number",
                "a number, a whole number -> a number",
                "a number, a number -> a number",
            ]
        );
        assert_eq!(
            shown(function("len").unwrap().signatures()),
            [
                "a text -> a whole number",
                "a list of numbers -> a whole number",
                "a list of texts -> a whole number",
            ]
        );
        assert!(functions().iter().all(|own| !own.signatures().is_empty()));
    }
}
