//! The tokens of a script that parses, with their places.

use rhai::{Engine, Token};

use crate::source::{At, Source};

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

    /// The functions that the script defines, in order: name and place of the name.
    pub fn functions(&self) -> Vec<(String, At)> {
        let after_fn = self.0.iter().zip(self.0.iter().skip(1));
        after_fn
            .filter_map(|((before, _), (token, at))| match (before, token) {
                (Token::Fn, Token::Identifier(name)) => Some((name.to_string(), *at)),
                _ => None,
            })
            .collect()
    }

    /// The place of a quoted text at or after a place.
    pub fn quoted(&self, text: &str, from: At) -> Option<At> {
        self.0.iter().find_map(|(token, at)| match token {
            Token::StringConstant(own) if *at >= from && own.as_str() == text => Some(*at),
            _ => None,
        })
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
