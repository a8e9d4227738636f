//! The slips of people who write in a word processor, or in another language: what stands there is
//! known, so the message says what to write instead of what the parser missed.

use rhai::{ParseError, ParseErrorType, Token};

use mestring_model::facts::Judged;

use crate::complaint::{Among, Complaint, ParseFault};
use crate::source::{At, Source};
use crate::tokens::Tokens;
use mestring_model::habit;

/// Signs that word processors put in the place of others, and signs of mathematics.
const SIGNS: &[(char, &str)] = &[
    ('≥', ">="),
    ('≤', "<="),
    ('≠', "!="),
    ('–', "-"),
    ('—', "-"),
    ('−', "-"),
    ('×', "*"),
    ('÷', "/"),
    ('#', "//"),
    ('½', "0.5"),
    ('¼', "0.25"),
    ('¾', "0.75"),
];

/// Quotation marks that are not the straight ones.
const QUOTES: &[char] = &['“', '”', '„', '‟', '«', '»', '‘', '’', '‚'];

/// What somebody meant where the parser stopped, with its place; none where that is anybody's guess.
pub(super) fn slip(
    source: Source,
    tokens: &Tokens,
    error: &ParseError,
    at: At,
) -> Option<(At, ParseFault)> {
    let rest = source.from(at);
    if let Some(fault) = letter(rest) {
        return Some((at, fault));
    }
    if let ParseErrorType::MissingToken(sign, _) = &*error.0
        && sign == ";"
        && let Some(found) = instead_of_an_end(source, at, rest)
    {
        return Some(found);
    }
    let (open, surplus) = brackets(tokens);
    if surplus == Some(at) {
        let sign = rest.chars().next()?.into();
        return Some((at, ParseFault::ClosesNothing { sign }));
    }
    // Only where the text is at its end: before it, something else stopped the parser.
    let ends = rest.trim().is_empty() || tokens.all().last().is_some_and(|(_, last)| *last < at);
    match (&*error.0, open) {
        (ParseErrorType::MissingToken(..) | ParseErrorType::UnexpectedEOF, Some((sign, open)))
            if ends =>
        {
            let close = match sign {
                '{' => '}',
                '(' => ')',
                _ => ']',
            };
            let (sign, close) = (sign.into(), close.into());
            Some((open, ParseFault::NeverClosed { sign, close }))
        }
        _ => None,
    }
}

/// What a sign means that rules do not know.
fn letter(rest: &str) -> Option<ParseFault> {
    let first = rest.chars().next()?;
    let sign = || first.to_string();
    if QUOTES.contains(&first) {
        return Some(ParseFault::Quotes { sign: sign() });
    }
    if let Some((_, instead)) = SIGNS.iter().find(|(own, _)| *own == first) {
        let instead = (*instead).to_owned();
        return Some(ParseFault::OperatorInstead {
            sign: sign(),
            instead,
        });
    }
    if first.is_ascii() {
        None
    } else if first.is_whitespace() || matches!(first, '\u{200b}' | '\u{feff}') {
        Some(ParseFault::Blank)
    } else if first.is_alphabetic() {
        Some(ParseFault::Letter { sign: sign() })
    } else {
        None
    }
}

/// Where the parser wanted a statement to end and something familiar goes on.
fn instead_of_an_end(source: Source, at: At, rest: &str) -> Option<(At, ParseFault)> {
    if rest.starts_with("=>") {
        let (sign, instead) = ("=>".to_owned(), ">=".to_owned());
        return Some((at, ParseFault::OperatorInstead { sign, instead }));
    }
    let digit = |own: &char| own.is_ascii_digit();
    let decimals: String = rest.strip_prefix(',')?.chars().take_while(digit).collect();
    let line = source.line(at.line);
    let before: Vec<char> = line.chars().take(at.column as usize - 1).collect();
    let is_part = |own: &&char| digit(own) || **own == '.';
    let digits = before.iter().rev().take_while(is_part).count();
    let whole: String = before.iter().skip(before.len() - digits).collect();
    if whole.is_empty() || decimals.is_empty() {
        return None;
    }
    let column = at.column - whole.len() as u32;
    let text = format!("{whole},{decimals}");
    let instead = habit::number(&text)?;
    Some((
        At { column, ..at },
        ParseFault::NumberInstead { text, instead },
    ))
}

/// A fact in letters that names do not have: `run.nivå`, or `målgrupper` alone.
pub(super) fn name(source: Source, judged: Judged, at: At) -> Option<(At, u32, Complaint)> {
    let stop = source.from(at).chars().next()?;
    if stop.is_ascii() || !stop.is_alphabetic() {
        return None;
    }
    let line: Vec<char> = source.line(at.line).chars().collect();
    let is_part = |own: &&char| own.is_alphanumeric() || **own == '_';
    let column = (at.column as usize).checked_sub(1)?;
    let (before, after) = line.split_at_checked(column)?;
    let start = column - before.iter().rev().take_while(is_part).count();
    let end = column + after.iter().take_while(is_part).count();
    let name: String = line.get(start..end)?.iter().collect();
    let fact = judged.fact_by_term(&name)?.name;
    let record: String = line.get(..start)?.iter().collect();
    let place = At {
        column: start as u32 + 1,
        ..at
    };
    let length = (end - start) as u32;
    let own = judged.code();
    let complaint = if record.ends_with(&format!("{own}.")) {
        Complaint::NoSuchFact {
            record: own,
            name: name.clone(),
            among: Among::of_facts(&name, judged),
        }
    } else {
        Complaint::NoSuchName {
            name,
            write: Some(format!("{own}.{fact}")),
            among: Among::default(),
        }
    };
    Some((place, length, complaint))
}

/// The innermost bracket that is never closed, and the first that closes nothing.
fn brackets(tokens: &Tokens) -> (Option<(char, At)>, Option<At>) {
    let mut open: Vec<(char, At)> = Vec::new();
    let mut surplus = None;
    for (token, at) in tokens.all() {
        let (opens, closes) = match token {
            Token::LeftBrace => ('{', false),
            Token::LeftParen => ('(', false),
            Token::LeftBracket => ('[', false),
            Token::RightBrace => ('{', true),
            Token::RightParen => ('(', true),
            Token::RightBracket => ('[', true),
            _ => continue,
        };
        if !closes {
            open.push((opens, *at));
        } else if open.last().is_some_and(|(own, _)| *own == opens) {
            open.pop();
        } else {
            surplus.get_or_insert(*at);
        }
    }
    (open.last().copied(), surplus)
}

/// Where a comment begins that is never closed: the parser takes the rest of the script for it, and
/// says nothing.
pub(crate) fn open_comment(text: &str) -> Option<usize> {
    let mut rest = text.char_indices().peekable();
    let mut begins = Vec::new();
    let mut quote = None;
    while let Some((at, letter)) = rest.next() {
        let next = rest.peek().map(|(_, next)| *next);
        match (letter, next) {
            ('\\', Some(_)) if quote.is_some() => {
                rest.next();
            }
            _ if quote == Some(letter) => quote = None,
            // A text ends with its line; what the parser says of that is another matter.
            ('\n', _) if quote != Some('`') => quote = None,
            _ if quote.is_some() => {}
            ('/', Some('*')) => {
                rest.next();
                begins.push(at);
            }
            ('*', Some('/')) if !begins.is_empty() => {
                rest.next();
                begins.pop();
            }
            _ if !begins.is_empty() => {}
            ('"' | '\'' | '`', _) => quote = Some(letter),
            ('/', Some('/')) => while rest.next_if(|(_, own)| *own != '\n').is_some() {},
            _ => {}
        }
    }
    begins.first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_that_is_never_closed_is_found_wherever_it_begins() {
        for (text, begins) in [
            ("run.activity", None),
            ("run.activity /* so", Some(13)),
            ("/* a */ run.activity", None),
            ("/* a /* b */ run.activity", Some(0)),
            ("/* a /* b */ */ run.activity", None),
            ("// /* a\nrun.activity", None),
            ("run.title == \"/*\"", None),
            ("run.title == \"a\\\"/*\"", None),
            ("run.title == \"a\" /* \"", Some(17)),
            ("run.title == \"a\n/* b", Some(16)),
            ("run.seats / 2 * 3", None),
            ("/*/", Some(0)),
        ] {
            assert_eq!(open_comment(text), begins, "{text}");
        }
    }
}
