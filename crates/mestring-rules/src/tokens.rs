//! The tokens of a script that parses, with their places.

use rhai::{Engine, Token};

use crate::source::{At, Source, word_length};

pub(crate) struct Tokens(Vec<(Token, At)>);

/// Binds tighter than comparisons and looser than arithmetic: the precedence of `??`.
const COALESCE: u8 = 135;

impl Tokens {
    pub fn read(engine: &Engine, text: &str) -> Tokens {
        let (stream, _control) = engine.lex([&text]);
        let tokens = stream
            .take_while(|(token, _)| !matches!(token, Token::EOF | Token::LexError(_)))
            .map(|(token, position)| (token, At::from(position)))
            .collect();
        Tokens(tokens)
    }

    /// Every token with its place.
    pub fn all(&self) -> impl Iterator<Item = &(Token, At)> {
        self.0.iter()
    }

    /// The functions that the script defines, in order: name and place of the name, which stands
    /// behind the type of one that belongs to a type (`fn int.few()`).
    pub fn functions(&self) -> Vec<(String, At)> {
        let starts = self.0.iter().enumerate();
        let starts = starts.filter(|(_, (token, _))| *token == Token::Fn);
        starts
            .filter_map(|(at, _)| {
                let mut rest = self.0.iter().skip(at + 1);
                let first = rest.next()?;
                let name = match rest.next() {
                    Some((Token::Period, _)) => rest.next()?,
                    _ => first,
                };
                match name {
                    (Token::Identifier(name), at) => Some((name.to_string(), *at)),
                    _ => None,
                }
            })
            .collect()
    }

    /// The names among the last tokens up to a place, the nearest first; not those after a dot.
    pub fn names_before(&self, at: At, tokens: usize) -> Vec<(&str, At)> {
        let end = self.0.partition_point(|(_, place)| *place <= at);
        let start = end.saturating_sub(tokens);
        (start..end)
            .rev()
            .filter_map(|index| {
                let before = index.checked_sub(1).and_then(|before| self.0.get(before));
                if matches!(before, Some((Token::Period | Token::Elvis, _))) {
                    return None;
                }
                match self.0.get(index)? {
                    (Token::Identifier(name), at) => Some((name.as_str(), *at)),
                    (Token::Reserved(name), at) => Some((name.as_str(), *at)),
                    _ => None,
                }
            })
            .collect()
    }

    /// True where `in` or `!in` stands at a place.
    pub fn is_in(&self, at: At) -> bool {
        let own = self.from(at).first();
        matches!(own, Some((Token::In | Token::NotIn, place)) if *place == at)
    }

    /// True where the script defines a variable or helper of this name, or takes it as a parameter.
    pub fn defines(&self, name: &str) -> bool {
        let is_name =
            |token: &Token| matches!(token, Token::Identifier(own) if own.as_str() == name);
        let defined = self.0.iter().zip(self.0.iter().skip(1));
        let mut defined = defined.map(|((before, _), (token, _))| (before, token));
        let first = defined.clone().any(|(before, token)| {
            matches!(before, Token::Let | Token::Const | Token::Fn) && is_name(token)
        });
        // `f(x, y)`: a parameter stands before a comma or bracket of a definition.
        first || defined.any(|(before, token)| *before == Token::Comma && is_name(token))
    }

    /// The tokens from a place on.
    fn from(&self, at: At) -> &[(Token, At)] {
        let start = self.0.partition_point(|(_, place)| *place < at);
        self.0.get(start..).unwrap_or_default()
    }

    /// The place of a quoted text at or after a place.
    pub fn quoted(&self, text: &str, from: At) -> Option<At> {
        self.from(from).iter().find_map(|(token, at)| match token {
            Token::StringConstant(own) if own.as_str() == text => Some(*at),
            _ => None,
        })
    }

    /// The place of the bracket that closes the first one which opens at or after a place; the place
    /// itself where no bracket follows at once.
    pub fn closing(&self, from: At) -> Option<At> {
        let mut depth = 0_usize;
        for (index, (token, at)) in self.from(from).iter().enumerate() {
            match token {
                Token::LeftParen | Token::LeftBracket => depth += 1,
                Token::RightParen | Token::RightBracket if depth > 1 => depth -= 1,
                Token::RightParen | Token::RightBracket => return Some(*at),
                Token::Unit if depth == 0 && index == 1 => return Some(*at),
                _ if depth == 0 && index > 0 => break,
                _ => {}
            }
        }
        Some(from)
    }

    /// From one token to another, with the brackets that belong to them: the place, and how many
    /// characters on its line.
    pub fn stretch(&self, source: &Source, first: At, last: At) -> (At, u32) {
        let start = self.0.partition_point(|(_, place)| *place < first);
        let end = self.0.partition_point(|(_, place)| *place <= last);
        let mut open = 0_usize;
        let mut missing = 0_usize;
        for (token, _) in self.0.get(start..end).unwrap_or_default() {
            match token {
                Token::LeftParen => open += 1,
                Token::RightParen if open > 0 => open -= 1,
                Token::RightParen => missing += 1,
                _ => {}
            }
        }
        let before = self.0.get(..start).unwrap_or_default().iter().rev();
        let parens = before.take_while(|(token, _)| *token == Token::LeftParen);
        let first = parens.take(missing).last().map_or(first, |(_, at)| *at);
        let after = self.0.get(end..).unwrap_or_default().iter();
        let parens = after.take_while(|(token, _)| *token == Token::RightParen);
        let last = parens.take(open).last().map_or(last, |(_, at)| *at);
        let length = if last.line == first.line {
            (last.column + word_length(source.from(last))).saturating_sub(first.column)
        } else {
            let line = source.line(first.line).trim_end().chars().count() as u32;
            (line + 1).saturating_sub(first.column)
        };
        (first, length)
    }

    /// The cases of the `switch` at a place, in order: the tokens left of each `=>`.
    pub fn cases(&self, switch: At) -> Vec<&[(Token, At)]> {
        let tokens = self.from(switch);
        let mut out = Vec::new();
        let (mut depth, mut start, mut in_case) = (0_usize, 0_usize, false);
        for (index, (token, _)) in tokens.iter().enumerate() {
            match token {
                Token::LeftBrace | Token::LeftParen | Token::LeftBracket | Token::MapStart => {
                    depth += 1;
                    if depth == 1 && *token == Token::LeftBrace {
                        (start, in_case) = (index + 1, true);
                    }
                }
                Token::RightBrace | Token::RightParen | Token::RightBracket => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 && *token == Token::RightBrace && in_case {
                        break;
                    }
                    if depth == 1 && *token == Token::RightBrace {
                        start = index + 1;
                    }
                }
                Token::Comma if depth == 1 => start = index + 1,
                Token::DoubleArrow if depth == 1 => {
                    let case = tokens.get(start..index).unwrap_or_default();
                    let guard = case.iter().position(|(token, _)| *token == Token::If);
                    out.push(case.get(..guard.unwrap_or(case.len())).unwrap_or_default());
                    start = index + 1;
                }
                _ => {}
            }
        }
        out
    }

    /// The stretch between the first `??` after a place and the end of what it falls back to.
    pub fn fallback(&self, source: &Source, after: At) -> String {
        let rest: Vec<_> = self.0.iter().skip_while(|(_, at)| *at <= after).collect();
        let Some(operator) = rest
            .iter()
            .position(|(token, _)| *token == Token::DoubleQuestion)
        else {
            return String::new();
        };
        let mut depth = 0_usize;
        let mut tail = rest.iter().skip(operator + 1).peekable();
        let Some(start) = tail.peek().map(|(_, at)| *at) else {
            return String::new();
        };
        let end = tail.find(|(token, _)| match token {
            Token::LeftParen | Token::LeftBracket => {
                depth += 1;
                false
            }
            Token::RightParen | Token::RightBracket if depth > 0 => {
                depth -= 1;
                false
            }
            Token::RightParen
            | Token::RightBracket
            | Token::LeftBrace
            | Token::RightBrace
            | Token::Comma
            | Token::SemiColon
            | Token::DoubleArrow => depth == 0,
            other => {
                depth == 0
                    && other
                        .precedence()
                        .is_some_and(|level| level.get() < COALESCE)
            }
        });
        let text = match end {
            Some((_, end)) => source.between(start, *end),
            None => source.from(start),
        };
        let lines = text
            .lines()
            .map(|line| line.split("//").next().unwrap_or_default());
        lines
            .flat_map(str::split_whitespace)
            .collect::<Vec<_>>()
            .join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fallback_ends_where_the_expression_ends() {
        let cases = [
            ("run.n ?? 6", "6"),
            ("run.n ?? 6 >= 4", "6"),
            ("(run.n ?? 6) + 1", "6"),
            ("run.n ?? 6 + 1 > p.x", "6 + 1"),
            ("min(run.n ?? (run.m ?? 3), 4)", "(run.m ?? 3)"),
            ("(run.n) ?? run.m ?? 2 && true", "run.m ?? 2"),
            ("let a = run.n ??\n  -1; a", "-1"),
            ("if run.n ?? false { 1 } else { 2 }", "false"),
            ("switch run.n ?? \"a\" { _ => 1 }", "\"a\""),
            ("switch 1 { 1 => run.n ?? 2, _ => 3 }", "2"),
            ("run.n ?? 2 // why\n", "2"),
        ];
        let engine = crate::sandbox::engine().unwrap();
        for (text, expected) in cases {
            let tokens = Tokens::read(&engine, text);
            let field = text.find("run.n").unwrap() + "run.".len();
            let source = Source { file: "x", text };
            assert_eq!(
                tokens.fallback(&source, source.place(field)),
                expected,
                "{text}"
            );
        }
    }
}
