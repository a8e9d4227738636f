//! Numbers that parse and are not what they look like: those too large for a whole number, which the
//! parser makes into decimals, and dates, with which it calculates.

use mestring_model::facts::Judged;
use rhai::Token;

use crate::complaint::ParseFault;
use crate::diagnostic::{Diagnostic, FAULTS};
use crate::source::{At, Source};
use crate::tokens::Tokens;
use mestring_model::habit;

/// The least number that is too large for a whole one.
const LIMIT: f64 = 9_223_372_036_854_775_808.0;

/// What there is to say about the numbers of a script that parses.
pub(crate) fn literals(source: Source, judged: Judged, tokens: &Tokens) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let all: Vec<&(Token, At)> = tokens.all().collect();
    let mut say = |at: At, text: String, fault: fn(String, Judged) -> ParseFault| {
        let length = text.chars().count() as u32;
        if out.len() < FAULTS {
            out.push(source.stretch(at, length, fault(text, judged).into()));
        }
    };
    for (index, (token, at)) in all.iter().enumerate() {
        match token {
            // A whole number that does not fit is read as one with decimals.
            Token::FloatConstant(number) if number.0.abs() >= LIMIT => {
                let text = written(source, *at);
                if habit::is_too_large(&text) {
                    say(*at, text, |text, _| ParseFault::NumberTooLarge { text });
                }
            }
            Token::IntegerConstant(1000..=9999) => {
                let text = all.get(index..index + 5).and_then(|own| date(source, own));
                if let Some(text) = text {
                    let fault = |text, judged: Judged| ParseFault::Date {
                        text,
                        record: judged.code(),
                    };
                    say(*at, text, fault);
                }
            }
            _ => {}
        }
    }
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

/// `2026-01-31`: three numbers and two signs without a blank between them.
fn date(source: Source, tokens: &[&(Token, At)]) -> Option<String> {
    let (_, first) = tokens.first()?;
    let column = |place: u32| At {
        column: first.column + place,
        ..*first
    };
    let places = [0, 4, 5, 7, 8].map(column);
    let stands = tokens
        .iter()
        .zip(places)
        .all(|((_, at), place)| *at == place);
    if !stands {
        return None;
    }
    let text: String = source.from(*first).chars().take(10).collect();
    let is_date = |letter: char| letter.is_ascii_digit() || letter == '-';
    (text.chars().all(is_date) && habit::date(&text).is_some()).then_some(text)
}
