//! What the parser could not read, in the words of a rule's writer.

use mestring_model::facts::Judged;
use rhai::{ParseError, ParseErrorType};

use crate::diagnostic::{self, Diagnostic};
use crate::source::{At, Source};
use crate::walk::PARAMETERS;

/// Words at which the parser stops, and what a rule writes instead.
const INSTEAD: &[(&str, &str)] = &[
    ("while", "rules have no loops"),
    ("loop", "rules have no loops"),
    ("for", "rules have no loops"),
    ("do", "rules have no loops"),
    ("|", "rules have no functions without a name"),
    ("||", "rules have no functions without a name"),
    ("eval", "rules run no text"),
    (
        "print",
        "rules print nothing; the verdict carries the reasons",
    ),
    (
        "debug",
        "rules print nothing; the verdict carries the reasons",
    ),
    ("import", "a pack's rules do not share code"),
    ("this", "write the record's name"),
];

/// A parse error as a diagnostic, with what a rule would write instead.
pub(crate) fn not_parsed(source: Source, judged: Judged, error: &ParseError) -> Diagnostic {
    let at = At::from(error.1);
    let at = if at.line == 0 {
        source.place(source.text.len())
    } else {
        at
    };
    let record = judged.code();
    let mut help = String::new();
    let message = match &*error.0 {
        ParseErrorType::VariableUndefined(name) => {
            help = match judged.fact(name) {
                Some((_, fact)) => format!("write `{record}.{}`", fact.name),
                None => diagnostic::suggest(name, [record, PARAMETERS]),
            };
            format!("the name `{name}` is not defined")
        }
        ParseErrorType::VariableExists(name) => {
            "choose another name".clone_into(&mut help);
            format!("`{name}` is defined already")
        }
        ParseErrorType::ExprTooDeep => "this is nested too deep".to_owned(),
        ParseErrorType::LiteralTooLarge(..) => "this is too large".to_owned(),
        other => lower(&other.to_string()),
    };
    if help.is_empty() {
        let rest = source.from(at);
        let word: String = rest
            .chars()
            .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
            .collect();
        let word = if word.is_empty() {
            rest.get(..1).unwrap_or_default()
        } else {
            &word
        };
        let instead = INSTEAD.iter().find(|(own, _)| *own == word);
        help = instead.map_or_else(String::new, |(_, instead)| (*instead).to_owned());
    }
    source.word(diagnostic::NOT_PARSED, at, message, help)
}

/// A message of the engine in our form: small first letter, names in backticks.
pub(crate) fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first
            .to_lowercase()
            .chain(letters)
            .collect::<String>()
            .replace('\'', "`")
    })
}
