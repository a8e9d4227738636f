//! Where the parser stops at something that people write in spreadsheets, in other languages or in
//! plain words: what stands there is known, so the message says what a rule writes.

use mestring_model::facts::Judged;
use rhai::{ParseError, ParseErrorType, Token};

use super::keyword;
use crate::complaint::{Complaint, ParseFault};
use crate::source::{At, Source, word_length};
use crate::tokens::Tokens;
use crate::walk::PARAMETERS;
use mestring_model::habit;

/// Functions of spreadsheets, in English and Norwegian, and what rules write.
const SPREADSHEET: &[(&str, &str)] = &[
    ("if", "if … { … } else { … }"),
    ("hvis", "if … { … } else { … }"),
    ("ifs", "if … { … } else if … { … } else { … }"),
    ("iferror", "… ?? …"),
    ("hvisfeil", "… ?? …"),
    ("and", "… && …"),
    ("og", "… && …"),
    ("or", "… || …"),
    ("eller", "… || …"),
    ("not", "!(…)"),
    ("ikke", "!(…)"),
    ("ikkje", "!(…)"),
    ("isblank", "!known(…)"),
    ("ertom", "!known(…)"),
    ("sum", "… + …"),
    ("summer", "… + …"),
    ("maks", "max(…, …)"),
    ("størst", "max(…, …)"),
    ("avrund", "round(…)"),
    ("heltall", "to_int(…)"),
    ("int", "to_int(…)"),
    ("lengde", "len(…)"),
    ("finn", "….contains(…)"),
    ("search", "….contains(…)"),
    ("mod", "… % …"),
    ("rest", "… % …"),
    ("power", "… ** …"),
    ("true", "true"),
    ("false", "false"),
    ("sann", "true"),
    ("usann", "false"),
];

/// Operators of two signs that were taken apart or are written the other way round.
const SIGNS: &[(&str, &str)] = &[
    ("<>", "!="),
    ("><", "!="),
    ("=<", "<="),
    ("=>", ">="),
    ("==", "=="),
    ("<=", "<="),
    (">=", ">="),
    ("!=", "!="),
    (">==", ">="),
    ("<==", "<="),
    ("!==", "!="),
    ("!>", "<="),
    ("!<", ">="),
    ("&&", "&&"),
    ("||", "||"),
];

/// What to write for a function that spreadsheets have, in any case.
pub(crate) fn spreadsheet(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let mut known = SPREADSHEET.iter();
    known.find(|(own, _)| *own == name).map(|(_, form)| *form)
}

/// Where something stands, how many characters it has, and what it is.
pub(super) type Found = (At, u32, Complaint);

/// Where the parser stopped, with the tokens around it.
pub(super) struct Stop<'a> {
    pub source: Source<'a>,
    pub judged: Judged,
    pub tokens: &'a Tokens,
    pub error: &'a ParseErrorType,
    pub at: At,
    before: Vec<&'a (Token, At)>,
    after: Vec<&'a (Token, At)>,
    rest: &'a str,
}

impl<'a> Stop<'a> {
    pub fn new(
        source: Source<'a>,
        judged: Judged,
        tokens: &'a Tokens,
        error: &'a ParseError,
        at: At,
    ) -> Self {
        let (before, after) = tokens.all().partition(|(_, own)| *own < at);
        Stop {
            source,
            judged,
            tokens,
            error: &error.0,
            at,
            before,
            after,
            rest: source.from(at),
        }
    }

    /// What somebody meant; none where that is anybody's guess.
    pub fn meant(&self) -> Option<Found> {
        self.date()
            .or_else(|| self.call())
            .or_else(|| self.sign())
            .or_else(|| self.half_condition())
            .or_else(|| self.percent())
            .or_else(|| self.case())
            .or_else(|| self.beside())
    }

    /// The token at so many places before the stop: 1 is the nearest.
    fn back(&self, places: usize) -> Option<&'a (Token, At)> {
        let index = self.before.len().checked_sub(places)?;
        self.before.get(index).copied()
    }

    /// The token at the stop.
    fn own(&self) -> Option<&'a Token> {
        let (token, at) = self.after.first()?;
        (*at == self.at).then_some(token)
    }

    fn found(&self, at: At, length: u32, fault: ParseFault) -> Option<Found> {
        Some((at, length, fault.into()))
    }

    fn instead(&self, at: At, text: &str, instead: &str) -> Option<Found> {
        let length = text.chars().count() as u32;
        let (text, instead) = (text.to_owned(), instead.to_owned());
        self.found(at, length, ParseFault::WriteInstead { text, instead })
    }

    /// The same line from one place up to the end of the word or sign at another.
    fn line_part(&self, from: At, last: At) -> Option<&'a str> {
        let end = At {
            column: last.column + word_length(self.source.from(last)),
            ..last
        };
        (from.line == last.line).then(|| self.source.between(from, end))
    }

    /// `01.01.2026`, which is a number, a dot and a number.
    fn date(&self) -> Option<Found> {
        let line = self.source.line(self.at.line);
        let is_part = |letter: &char| letter.is_ascii_digit() || "./".contains(*letter);
        let letters: Vec<char> = line.chars().collect();
        let stop = (self.at.column as usize).checked_sub(1)?;
        let before = letters
            .get(..stop)?
            .iter()
            .rev()
            .take_while(|own| is_part(own));
        let start = stop - before.count();
        let text: String = letters
            .get(start..)?
            .iter()
            .take_while(|own| is_part(own))
            .collect();
        let text = text.trim_end_matches('.');
        (habit::date(text).is_some() || habit::is_no_day(text)).then_some(())?;
        let at = At {
            column: start as u32 + 1,
            ..self.at
        };
        let fault = ParseFault::Date {
            text: text.to_owned(),
            record: self.judged.code(),
        };
        self.found(at, text.chars().count() as u32, fault)
    }

    /// `;` between the values of a function, and the functions of spreadsheets.
    fn call(&self) -> Option<Found> {
        if !self.rest.starts_with([';', ',']) {
            return None;
        }
        let mut open: Vec<Option<&(Token, At)>> = Vec::new();
        let mut before = None;
        for token in &self.before {
            match token.0 {
                Token::LeftParen => open.push(before),
                Token::RightParen => {
                    open.pop();
                }
                _ => {}
            }
            before = Some(*token);
        }
        for (depth, owner) in open.iter().rev().enumerate() {
            let Some((token, at)) = owner else { continue };
            let name = match token {
                Token::Identifier(name) => name.to_string(),
                // Further out it is the language's own, with its condition in brackets.
                Token::If if depth == 0 => "if".to_owned(),
                _ => continue,
            };
            if let Some(form) = spreadsheet(&name) {
                let form = form.to_owned();
                let written = self.line_part(*at, *at)?.to_owned();
                let length = written.chars().count() as u32;
                let fault = ParseFault::SpreadsheetCall {
                    name: written,
                    form,
                };
                return self.found(*at, length, fault);
            }
        }
        match open.last().copied().flatten() {
            Some((Token::Identifier(_), _)) if self.rest.starts_with(';') => {
                self.instead(self.at, ";", ",")
            }
            Some((Token::In, _)) => self.found(self.at, 1, ParseFault::ListBrackets),
            _ => None,
        }
    }

    /// Operators that are taken apart, the other way round, or twice.
    fn sign(&self) -> Option<Found> {
        if self.rest.starts_with('?') {
            return self.found(self.at, 1, ParseFault::Ternary);
        }
        for (own, instead) in [("->", "."), ("--", "//"), ("≈", "==")] {
            if self.rest.starts_with(own) {
                return self.instead(self.at, own, instead);
            }
        }
        let is_sign = |letter: &char| "<>=!&|".contains(*letter);
        let own: String = self.rest.chars().take_while(is_sign).collect();
        if own.is_empty() {
            return None;
        }
        let Some((before, at)) = self.back(1) else {
            let fault = ParseFault::Surplus { text: own.clone() };
            return self.found(self.at, own.len() as u32, fault);
        };
        if is_logic(before) && self.own().is_some_and(is_logic) {
            let fault = ParseFault::Surplus { text: own.clone() };
            return self.found(self.at, own.len() as u32, fault);
        }
        let left: String = self.source.from(*at).chars().take_while(is_sign).collect();
        let both = format!("{left}{own}");
        let both = if at.line == self.at.line && at.column + left.len() as u32 > self.at.column {
            left
        } else {
            both
        };
        let (_, instead) = SIGNS.iter().find(|(known, _)| *known == both)?;
        let end = At {
            column: self.at.column + own.len() as u32,
            ..self.at
        };
        let text = self.source.between(*at, end);
        (text != *instead && at.line == self.at.line).then_some(())?;
        self.instead(*at, text, instead)
    }

    /// `x == "a" || "b"` and `x > 3 && < 5`.
    fn half_condition(&self) -> Option<Found> {
        let own = self.own()?;
        let half = |logic: &Token, form: Option<String>| {
            let operator = if *logic == Token::And { "&&" } else { "||" };
            let form = form.unwrap_or_else(|| format!("… == … {operator} … == …"));
            let operator = operator.to_owned();
            let fault = ParseFault::HalfCondition { operator, form };
            self.found(self.at, word_length(self.rest), fault)
        };
        let (before, _) = self.back(1)?;
        if is_logic(before) && comparison(own).is_some() {
            let value = self.after.get(1).map(|(_, at)| self.word(*at));
            let sign = comparison(own)?;
            let form = value.and_then(|value| self.whole(before, sign, value, 1));
            return half(before, form);
        }
        if !is_literal(own) || !matches!(self.error, ParseErrorType::MismatchedType(..)) {
            return None;
        }
        if is_logic(before) {
            let sign = self.back(3).and_then(|(token, _)| comparison(token))?;
            return half(before, self.whole(before, sign, self.word(self.at), 1));
        }
        // `x == ("a" || "b")`.
        let (logic, _) = self.after.get(1).copied()?;
        let (sign, _) = self.back(2)?;
        let (left, right) = (self.word(self.at), self.after.get(2));
        let form = || {
            let (operand, sign) = (self.operand(2)?, comparison(sign)?);
            let right = self.word(right?.1);
            let logic = if *logic == Token::And { "&&" } else { "||" };
            Some(format!(
                "{operand} {sign} {left} {logic} {operand} {sign} {right}"
            ))
        };
        if is_logic(logic) {
            half(logic, form())
        } else {
            None
        }
    }

    /// The whole of `x == "a" || "b"`, where `||` stands so many places before the stop.
    fn whole(&self, logic: &Token, sign: &str, value: &str, places: usize) -> Option<String> {
        let first = self
            .back(places + 2)
            .and_then(|(token, _)| comparison(token))?;
        let (operand, (_, at)) = (self.operand(places + 2)?, self.back(places + 1)?);
        let logic = if *logic == Token::And { "&&" } else { "||" };
        let known = self.word(*at);
        Some(format!(
            "{operand} {first} {known} {logic} {operand} {sign} {value}"
        ))
    }

    /// The fact, parameter or variable left of the comparison that stands so many places before.
    fn operand(&self, comparison: usize) -> Option<&'a str> {
        let (_, last) = self.back(comparison + 1)?;
        let is_part = |token: &Token| matches!(token, Token::Identifier(_) | Token::Period);
        let mut first = None;
        for places in comparison + 1.. {
            match self.back(places) {
                Some((token, at)) if is_part(token) => first = Some(*at),
                _ => break,
            }
        }
        self.line_part(first?, *last)
    }

    /// The word, number or text at a place.
    fn word(&self, at: At) -> &'a str {
        self.line_part(at, at).unwrap_or_default()
    }

    /// `50%`.
    fn percent(&self) -> Option<Found> {
        let (token, at) = self.back(1)?;
        (*token == Token::Modulo).then_some(())?;
        self.found(*at, 1, ParseFault::Percent)
    }

    /// Cases of a `switch`, an `if` without a condition, and numbers and words that stand for nothing.
    fn case(&self) -> Option<Found> {
        if let ParseErrorType::MissingToken(sign, _) = self.error {
            let instead = match (sign.as_str(), self.rest.chars().next()?) {
                ("=>", ':') => Some((":", "=>")),
                ("=>", ',') => Some((",", "|")),
                (",", ';') => Some((";", ",")),
                _ => None,
            };
            if let Some((own, instead)) = instead {
                return self.instead(self.at, own, instead);
            }
        }
        if let Some(rest) = self.rest.strip_prefix('.')
            && rest.starts_with(|own: char| own.is_ascii_digit())
        {
            let digits = rest.chars().take_while(char::is_ascii_digit);
            let text: String = std::iter::once('.').chain(digits).collect();
            let instead = habit::number(&text)?;
            let length = text.len() as u32;
            return self.found(self.at, length, ParseFault::NumberInstead { text, instead });
        }
        let next = self.after.get(1).map(|(token, _)| token);
        match self.own()? {
            Token::Else if next == Some(&Token::DoubleArrow) => self.instead(self.at, "else", "_"),
            Token::Reserved(word) if **word == *"case" && next.is_some_and(is_literal) => {
                let text = word.to_string();
                self.found(self.at, 4, ParseFault::Surplus { text })
            }
            Token::Reserved(word) if habit::is_unknown(word) => {
                let complaint = Complaint::NoSuchName {
                    name: word.to_string(),
                    write: Some(not_known(self.judged)),
                    among: crate::complaint::Among::default(),
                };
                Some((self.at, word.chars().count() as u32, complaint))
            }
            Token::LeftBrace if self.back(1).is_some_and(|(own, _)| *own == Token::If) => {
                self.found(self.at, 1, ParseFault::NoCondition)
            }
            _ => None,
        }
    }

    /// What stands beside a value without an operator between them.
    fn beside(&self) -> Option<Found> {
        match self.error {
            ParseErrorType::MissingToken(sign, _) if sign == ";" => {}
            _ => return None,
        }
        let (before, at) = self.back(1)?;
        let dotted = self.back(2).is_some_and(|(own, _)| *own == Token::Period);
        if let Token::Identifier(name) = before
            && (name.as_str() == self.judged.code() || name.as_str() == PARAMETERS)
            && !dotted
        {
            if self.rest.starts_with([':', ',']) {
                return self.instead(self.at, self.rest.get(..1)?, ".");
            }
            let text = self.line_part(*at, self.at)?;
            let instead = format!("{name}.{}", self.word(self.at));
            return self.instead(*at, text, &instead);
        }
        if self.rest.starts_with(",-") {
            let text = ",-".to_owned();
            return self.found(self.at, 2, ParseFault::Surplus { text });
        }
        if self.rest.starts_with(',') {
            let in_list = self.back(2).is_some_and(|(own, _)| *own == Token::In);
            return if in_list && is_literal(before) {
                self.found(self.at, 1, ParseFault::ListBrackets)
            } else {
                self.instead(self.at, ",", "&&")
            };
        }
        if at.line != self.at.line {
            return None;
        }
        let next = self.after.get(1).map(|(token, at)| (token, *at));
        match self.own()? {
            Token::Identifier(word) => self.word_beside(word, before, *at, next),
            own if is_number(own) && is_number(before) => {
                let text = self.line_part(*at, self.at)?;
                let instead = habit::number(text)?;
                let length = text.chars().count() as u32;
                let text = text.to_owned();
                self.found(*at, length, ParseFault::NumberInstead { text, instead })
            }
            own if is_number(own) && !dotted => match before {
                Token::Identifier(word) if self.means_nothing(word) => {
                    let (word, number) = (word.to_string(), self.word(self.at).to_owned());
                    let length = word.chars().count() as u32;
                    self.found(*at, length, ParseFault::Unit { word, number })
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// A word behind a value: a unit, or an operator in words.
    fn word_beside(
        &self,
        word: &str,
        before: &Token,
        at: At,
        next: Option<(&Token, At)>,
    ) -> Option<Found> {
        if !self.means_nothing(word) {
            return None;
        }
        let lower = word.to_lowercase();
        let next_number = next.is_some_and(|(own, _)| is_number(own));
        if lower == "x" && next_number {
            return self.instead(self.at, word, "*");
        }
        if ["mellom", "between"].contains(&lower.as_str()) {
            let whole = |places: usize| match self.after.get(places)? {
                (Token::IntegerConstant(number), _) => Some(*number),
                _ => None,
            };
            let (least, most) = whole(1).zip(whole(3)).unwrap_or((3, 5));
            return self.instead(self.at, word, &format!("in {least}..={most}"));
        }
        if ["contains", "inneholder", "inneheld", "har", "has"].contains(&lower.as_str())
            && let Some((Token::StringConstant(_), place)) = next
        {
            let text = self.line_part(self.at, place)?;
            let form = format!(".contains({})", self.word(place));
            return self.instead(self.at, text, &form);
        }
        is_number(before).then_some(())?;
        let (word, number) = (word.to_owned(), self.word(at).to_owned());
        let length = word.chars().count() as u32;
        self.found(self.at, length, ParseFault::Unit { word, number })
    }

    /// True for a word that neither the script nor the language knows, in any spelling.
    fn means_nothing(&self, word: &str) -> bool {
        let is_record = Judged::ALL.iter().any(|own| own.code() == word);
        !is_record && word != PARAMETERS && !self.tokens.defines(word) && keyword(word).is_none()
    }

    /// Where an end, a brace or a value is missing and nothing says what was meant.
    pub fn missing(&self) -> Option<Found> {
        let length = word_length(self.rest);
        match self.error {
            ParseErrorType::MissingToken(sign, _) if sign == ";" => {
                self.found(self.at, length, ParseFault::NoEnd)
            }
            ParseErrorType::MissingToken(sign, _) if sign == "{" => {
                self.found(self.at, length, ParseFault::NoBlock)
            }
            ParseErrorType::UnexpectedEOF if self.after.is_empty() => {
                let (token, at) = self.back(1)?;
                token.precedence()?;
                let sign = self.source.from(*at).split_whitespace().next()?.to_owned();
                let length = sign.chars().count() as u32;
                self.found(*at, length, ParseFault::NothingBehind { sign })
            }
            _ => None,
        }
    }
}

/// How a rule asks whether a fact is not known.
pub(super) fn not_known(judged: Judged) -> String {
    format!("!known({}.…)", judged.code())
}

fn is_logic(token: &Token) -> bool {
    matches!(token, Token::And | Token::Or)
}

fn is_number(token: &Token) -> bool {
    matches!(token, Token::IntegerConstant(_) | Token::FloatConstant(_))
}

fn is_literal(token: &Token) -> bool {
    is_number(token) || matches!(token, Token::StringConstant(_))
}

/// How a comparison is written; none for other tokens.
pub(crate) fn comparison(token: &Token) -> Option<&'static str> {
    Some(match token {
        Token::EqualsTo => "==",
        Token::NotEqualsTo => "!=",
        Token::LessThan => "<",
        Token::LessThanEqualsTo => "<=",
        Token::GreaterThan => ">",
        Token::GreaterThanEqualsTo => ">=",
        _ => return None,
    })
}
