//! What the parser could not read, in the words of a rule's writer.

use mestring_model::facts::Judged;
use mestring_model::term::nearest;
use rhai::{LexError, ParseError, ParseErrorType};

use crate::complaint::{Among, Complaint};
use crate::diagnostic::{self, Diagnostic};
use crate::source::{At, Source};
use crate::tokens::Tokens;
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

/// The keywords that a misspelt name can be meant for.
const KEYWORDS: &[&str] = &[
    "if", "else", "switch", "let", "const", "return", "true", "false", "in", "fn",
];

/// Words of other languages, and what they are here.
const FOREIGN: &[(&str, &str)] = &[
    ("and", "&&"),
    ("or", "||"),
    ("not", "!"),
    ("elif", "else if"),
    ("elseif", "else if"),
    ("elsif", "else if"),
    ("then", "{"),
    ("var", "let"),
    ("def", "fn"),
    ("function", "fn"),
    ("case", "switch"),
    ("default", "_"),
    ("og", "&&"),
    ("eller", "||"),
    ("ikke", "!"),
    ("ikkje", "!"),
    ("hvis", "if"),
    ("ellers", "else"),
    ("sant", "true"),
    ("usant", "false"),
];

/// A parse error as a diagnostic, with what a rule would write instead.
pub(crate) fn not_parsed(
    source: Source,
    judged: Judged,
    tokens: &Tokens,
    error: &ParseError,
) -> Diagnostic {
    let at = At::from(error.1);
    let at = if at.line == 0 {
        source.place(source.text.trim_end().len())
    } else {
        at
    };
    if let ParseErrorType::VariableUndefined(name) = &*error.0 {
        let names = [judged.code(), PARAMETERS];
        return source.word(at, undefined(name, judged, &names));
    }
    let text = error.0.to_string();
    if text.contains("typo of '=='") {
        return source.word(at, Complaint::AssignmentForComparison);
    }
    if let Some((place, word, keyword)) = misspelt(tokens, judged, at) {
        return source.word(place, Complaint::MisspeltKeyword { word, keyword });
    }
    let (message, help) = match &*error.0 {
        ParseErrorType::VariableExists(name) => (
            format!("`{name}` is defined already"),
            "choose another name",
        ),
        ParseErrorType::WrongSwitchIntegerCase => (
            "a number stands after a range".to_owned(),
            "put the cases of single numbers before those of ranges",
        ),
        ParseErrorType::WrongSwitchDefaultCase => {
            ("`_` is not the last case".to_owned(), "put it last")
        }
        ParseErrorType::ExprTooDeep => ("this is nested too deep".to_owned(), ""),
        ParseErrorType::LiteralTooLarge(..) => ("this is too large".to_owned(), ""),
        ParseErrorType::BadInput(LexError::MalformedChar(_)) => (
            "a text stands between double quotes".to_owned(),
            "write `\"…\"`",
        ),
        _ => (lower(&text), instead(source.from(at))),
    };
    source.word(at, Complaint::said(diagnostic::NOT_PARSED, message, help))
}

/// What a rule writes instead of the word at the start of a text.
fn instead(rest: &str) -> &'static str {
    let is_word = |letter: &char| letter.is_alphanumeric() || *letter == '_';
    let word: String = rest.chars().take_while(is_word).collect();
    let word = if word.is_empty() {
        rest.get(..1).unwrap_or_default()
    } else {
        &word
    };
    let instead = INSTEAD.iter().find(|(own, _)| *own == word);
    instead.map_or("", |(_, instead)| instead)
}

/// What to say about a name that nothing defines: `names` are in sight there.
pub(crate) fn undefined(name: &str, judged: Judged, names: &[&str]) -> Complaint {
    let near = Among::of(name, names.iter().copied());
    let write = judged.fact(name);
    let write = write.map(|(_, fact)| format!("{}.{}", judged.code(), fact.name));
    if near.nearest.is_none()
        && write.is_none()
        && let Some(keyword) = keyword(name)
    {
        return Complaint::MisspeltKeyword {
            word: name.to_owned(),
            keyword: keyword.to_owned(),
        };
    }
    Complaint::NoSuchName {
        name: name.to_owned(),
        write,
        among: near,
    }
}

/// The misspelt keyword that stopped the parser: the name at which it stopped, or one of the two
/// before, which it took for a variable.
fn misspelt(tokens: &Tokens, judged: Judged, at: At) -> Option<(At, String, String)> {
    let own = [judged.code(), PARAMETERS, "known"];
    tokens
        .names_before(at, 3)
        .into_iter()
        .find_map(|(name, place)| {
            let defined = tokens.defines(name);
            let keyword = keyword(name).filter(|_| !defined && !own.contains(&name))?;
            Some((place, name.to_owned(), keyword.to_owned()))
        })
}

/// The keyword for which a name was probably meant.
fn keyword(name: &str) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let foreign = FOREIGN.iter().find(|(own, _)| *own == lower);
    foreign
        .map(|(_, keyword)| *keyword)
        .or_else(|| nearest(name, KEYWORDS.iter().copied()))
        // A word as short as `if` is one letter from too much.
        .filter(|near| foreign.is_some() || near.len() > 2 || lower.len() == near.len())
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
