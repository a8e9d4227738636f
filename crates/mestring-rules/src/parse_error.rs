//! What the parser could not read, in the words of a rule's writer.

mod habits;
mod literal;
mod slip;

use mestring_model::facts::{FactDecl, Judged};
use mestring_model::term::nearest;
use rhai::{LexError, ParseError, ParseErrorType};

use crate::complaint::{Among, Complaint, ParseFault, Purpose};
use crate::diagnostic::Diagnostic;
use crate::sandbox::{DEPTH, FUNCTIONS};
use crate::source::{At, Source};
use crate::tokens::Tokens;
use crate::walk::PARAMETERS;
use habits::Stop;
pub(crate) use habits::{comparison, spreadsheet};
pub(crate) use literal::literals;
use mestring_model::habit;
pub(crate) use slip::open_comment;

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
    ("sann", "true"),
    ("usann", "false"),
    ("ja", "true"),
    ("nei", "false"),
    ("yes", "true"),
    ("no", "false"),
    ("er", "=="),
    ("is", "=="),
    ("lik", "=="),
    ("equals", "=="),
    ("ulik", "!="),
    ("minst", ">="),
    ("over", ">"),
    ("under", "<"),
    ("elles", "else"),
    ("tre", "3"),
    ("fire", "4"),
    ("fem", "5"),
    ("seks", "6"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("dersom", "if"),
];

/// A parse error as a diagnostic, with what a rule would write instead.
pub(crate) fn not_parsed(
    source: Source,
    judged: Judged,
    tokens: &Tokens,
    error: &ParseError,
) -> Diagnostic {
    let at = place(source, error);
    if let ParseErrorType::VariableUndefined(name) = &*error.0 {
        let names = [judged.code(), PARAMETERS];
        return source.word(at, undefined(name, judged, &names));
    }
    if error.0.to_string().contains("typo of '=='") {
        return source.word(at, Complaint::AssignmentForComparison);
    }
    if let Some((place, length, complaint)) = slip::name(source, judged, at) {
        return source.stretch(place, length, complaint);
    }
    let slip = slip::slip(source, tokens, error, at);
    if let Some((place, fault)) = slip {
        return match &fault {
            ParseFault::OperatorInstead { sign: text, .. }
            | ParseFault::NumberInstead { text, .. } => {
                source.stretch(place, text.chars().count() as u32, fault.into())
            }
            _ => source.word(place, fault.into()),
        };
    }
    let stop = Stop::new(source, judged, tokens, error, at);
    if let Some((place, length, complaint)) = stop.meant() {
        return source.stretch(place, length, complaint);
    }
    if let Some((place, word, keyword)) = misspelt(tokens, judged, at) {
        return source.word(place, Complaint::MisspeltKeyword { word, keyword });
    }
    if let Some((place, length, complaint)) = stop.missing() {
        return source.stretch(place, length, complaint);
    }
    source.word(at, fault(&error.0, source.from(at)).into())
}

/// Where the parser stopped: the end of the text, where it wanted more.
pub(crate) fn place(source: Source, error: &ParseError) -> At {
    match At::from(error.1) {
        At { line: 0, .. } => source.place(source.text.trim_end().len()),
        at => at,
    }
}

/// What the parser stopped at; `rest` is the text from there on.
fn fault(error: &ParseErrorType, rest: &str) -> ParseFault {
    use ParseErrorType as P;
    if let Some(word) = refused(rest) {
        return word;
    }
    let name = |name: &str| name.to_owned();
    match error {
        P::UnexpectedEOF => ParseFault::Incomplete,
        P::BadInput(error) => bad_input(error),
        P::UnknownOperator(sign) => ParseFault::Operator { sign: name(sign) },
        P::MissingToken(sign, why) => ParseFault::Missing {
            sign: name(sign),
            purpose: purpose(why),
        },
        P::ExprExpected(_) | P::MissingSymbol(_) | P::MalformedIndexExpr(_) => ParseFault::NoValue,
        P::WrongSwitchIntegerCase => ParseFault::NumberAfterRange,
        P::WrongSwitchDefaultCase => ParseFault::DefaultNotLast,
        P::WrongSwitchCaseCondition => ParseFault::CaseCondition,
        P::PropertyExpected => ParseFault::NoFact,
        P::VariableExpected => ParseFault::NoVariable,
        P::ForbiddenVariable(word) | P::Reserved(word) => ParseFault::Reserved { word: name(word) },
        P::WrongFnDefinition => ParseFault::FunctionInside,
        P::FnDuplicatedDefinition(own, _) => ParseFault::FunctionTwice { name: name(own) },
        P::FnMissingName => ParseFault::NoFunction,
        P::FnMissingParams(own) => ParseFault::NoParameters { name: name(own) },
        P::FnDuplicatedParam(function, own) => ParseFault::ParameterTwice {
            function: name(function),
            name: name(own),
        },
        P::FnMissingBody(own) => ParseFault::NoBody { name: name(own) },
        P::VariableExists(own) | P::DuplicatedVariable(own) => {
            ParseFault::Defined { name: name(own) }
        }
        P::AssignmentToConstant(own) => ParseFault::Constant { name: name(own) },
        P::AssignmentToInvalidLHS(_) => ParseFault::NoChange,
        P::ExprTooDeep => ParseFault::TooDeep { limit: DEPTH },
        P::TooManyFunctions => ParseFault::TooManyFunctions { limit: FUNCTIONS },
        P::LiteralTooLarge(..) => ParseFault::LiteralTooLarge,
        _ => ParseFault::Unread,
    }
}

fn bad_input(error: &LexError) -> ParseFault {
    let text = |text: &str| text.to_owned();
    match error {
        LexError::UnexpectedInput(own) => ParseFault::Unexpected { text: text(own) },
        LexError::UnterminatedString => ParseFault::OpenText,
        LexError::StringTooLong(_) => ParseFault::LiteralTooLarge,
        LexError::MalformedEscapeSequence(own) => ParseFault::Escape { text: text(own) },
        LexError::MalformedNumber(own) => ParseFault::Number { text: text(own) },
        LexError::MalformedChar(_) => ParseFault::SingleQuotes,
        LexError::MalformedIdentifier(own) => ParseFault::Reserved { word: text(own) },
        LexError::ImproperSymbol(sign, why) => {
            // "'===' is not a valid operator. This is not JavaScript! Should it be '=='?"
            let instead = why.split_once("Should it be ");
            let instead = instead.and_then(|(_, meant)| meant.split('\'').nth(1));
            let is_word = sign
                .chars()
                .all(|letter| letter.is_alphanumeric() || letter == '_');
            match instead {
                Some(instead) if !is_word => ParseFault::OperatorInstead {
                    sign: text(sign),
                    instead: text(instead),
                },
                _ if is_word => ParseFault::Reserved { word: text(sign) },
                _ => ParseFault::Operator { sign: text(sign) },
            }
        }
        _ => ParseFault::Unread,
    }
}

/// What a sign that is missing would end or part, by what the parser says of it.
fn purpose(why: &str) -> Purpose {
    let purposes = [
        ("terminate this statement", Purpose::Statement),
        ("start a statement block", Purpose::BlockStart),
        ("terminate this block", Purpose::BlockEnd),
        ("switch", Purpose::Switch),
        ("function call", Purpose::Call),
        ("function", Purpose::Function),
        ("array literal", Purpose::List),
        ("for a matching", Purpose::Bracket),
    ];
    let mut found = purposes.iter().filter(|(words, _)| why.contains(words));
    found.next().map_or(Purpose::Here, |(_, purpose)| *purpose)
}

/// The word or sign at the start of a text, where rules refuse it by name.
fn refused(rest: &str) -> Option<ParseFault> {
    let is_word = |letter: &char| letter.is_alphanumeric() || *letter == '_';
    let word: String = rest.chars().take_while(is_word).collect();
    Some(match word.as_str() {
        "while" | "loop" | "for" | "do" => ParseFault::Loop { word },
        "eval" => ParseFault::Eval,
        "print" | "debug" => ParseFault::Print { word },
        "import" => ParseFault::Import,
        "this" => ParseFault::This,
        "" if rest.starts_with('|') => ParseFault::NoName,
        _ => return None,
    })
}

/// What to say about a name that nothing defines: `names` are in sight there.
pub(crate) fn undefined(name: &str, judged: Judged, names: &[&str]) -> Complaint {
    let near = Among::of(name, names.iter().copied());
    let write = meant(name, judged, near.nearest.is_none());
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

/// What to write for a name that a fact has, in any of the languages, that a fact's words have, or that
/// says that nothing is known. Where a name in sight is near, only for a fact's own name.
fn meant(name: &str, judged: Judged, is_far: bool) -> Option<String> {
    let fact = |fact: &FactDecl| format!("{}.{}", judged.code(), fact.name);
    if let Some((_, own)) = judged.fact(name) {
        return Some(fact(own));
    }
    if !is_far || foreign(name).is_some() {
        return None;
    }
    if habit::is_unknown(name) {
        return Some(habits::not_known(judged));
    }
    let words = judged.facts().iter().flat_map(|own| own.kind.words());
    let mut words = words.filter(|word| word.matches(name));
    if let Some(word) = words.next() {
        return Some(format!("\"{}\"", word.code));
    }
    let is_keyword = keyword(name).is_some();
    judged.fact_by_term(name).filter(|_| !is_keyword).map(fact)
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
    // A word as short as `if` is one letter from too much.
    let near = || nearest(name, KEYWORDS.iter().copied());
    let near = || near().filter(|near| near.len() > 2 || name.chars().count() == near.len());
    foreign(name).or_else(near)
}

/// What a word of another language is here.
fn foreign(name: &str) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let mut known = FOREIGN.iter();
    known
        .find(|(own, _)| *own == lower)
        .map(|(_, keyword)| *keyword)
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
