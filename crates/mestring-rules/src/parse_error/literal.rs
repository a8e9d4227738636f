//! Numbers that parse and are not what they look like: those too large for a whole number, which the
//! parser makes into decimals, and dates, with which it calculates.

use mestring_model::facts::Judged;
use rhai::Token;

use crate::complaint::ParseFault;
use crate::diagnostic::{Diagnostic, FAULTS};
use crate::habit;
use crate::source::{At, Source};
use crate::tokens::Tokens;

/// What there is to say about the numbers of a script that parses.
pub(crate) fn literals(source: Source, judged: Judged, tokens: &Tokens) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let all: Vec<&(Token, At)> = tokens.all().collect();
    for (index, (token, at)) in all.iter().enumerate() {
        let text = written(source, *at);
        match token {
            // A whole number that does not fit is read as one with decimals.
            Token::FloatConstant(_) if habit::is_too_large(&text) => {
                let length = text.chars().count() as u32;
                out.push(source.stretch(*at, length, ParseFault::NumberTooLarge { text }.into()));
            }
            Token::IntegerConstant(_) if text.len() == 4 => {
                let end = all.get(index + 4).map(|(_, at)| *at);
                if let Some(date) = end.and_then(|end| date(source, *at, end)) {
                    let length = date.chars().count() as u32;
                    let (text, record) = (date, judged.code());
                    out.push(source.stretch(*at, length, ParseFault::Date { text, record }.into()));
                }
            }
            _ => {}
        }
    }
    out.truncate(FAULTS);
    out
}

/// The number at a place as the script writes it.
fn written(source: Source, at: At) -> String {
    let rest = source.from(at);
    let sign = usize::from(rest.starts_with(['-', '+']));
    let is_part = |(index, own): &(usize, char)| {
        *index < sign || own.is_ascii_alphanumeric() || "._".contains(*own)
    };
    let letters = rest.chars().enumerate().take_while(is_part);
    letters.map(|(_, own)| own).collect()
}

/// `2026-01-31`: three numbers without a blank between them, the last at `end`.
fn date(source: Source, at: At, end: At) -> Option<String> {
    let last = written(source, end);
    let close = At {
        column: end.column + last.len() as u32,
        ..end
    };
    let text = source.between(at, close);
    let is_date = |letter: char| letter.is_ascii_digit() || letter == '-';
    let is_whole = at.line == end.line && text.len() == 10 && text.chars().all(is_date);
    (is_whole && habit::date(text).is_some()).then(|| text.to_owned())
}
