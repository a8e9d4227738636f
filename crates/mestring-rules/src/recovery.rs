//! What else is wrong with a script that does not parse.
//!
//! The parser stops at the first thing it cannot read. The statement it stopped in is then blanked
//! out, so that every place stays where it is, and the rest is parsed again. Only what is wrong
//! whatever the blanked statements say is reported: other places at which the parser stops, and names
//! that exist nowhere. A report that could be a mere consequence of the first is worse than none.

use mestring_model::facts::Judged;
use rhai::{AST, Engine, LexError, ParseError, Scope, Token};

use crate::complaint::Complaint;
use crate::diagnostic::Diagnostic;
use crate::kind::Takes;
use crate::parameter::Samples;
use crate::parse_error::{not_parsed, place};
use crate::source::{At, Source};
use crate::tokens::Tokens;
use crate::walk;

/// How many places at which the parser stops are reported of one script.
const STOPS: usize = 20;

/// A script that does not parse, with what it would be checked against.
pub(crate) struct Broken<'a> {
    pub engine: &'a Engine,
    pub names: &'a Scope<'a>,
    pub source: Source<'a>,
    pub judged: Judged,
    pub parameters: &'a Samples,
    pub takes: Takes,
}

impl Broken<'_> {
    /// Everything that is wrong for certain, the parser's first error among it.
    pub fn complaints(&self, first: &ParseError) -> Vec<Diagnostic> {
        let tokens = Tokens::read(self.engine, self.source.text);
        let mut out = vec![not_parsed(self.source, self.judged, &tokens, first)];
        let all = lexed(self.engine, self.source.text);
        let Some(starts) = starts(&all) else {
            return out;
        };
        let mut text = self.source.text.to_owned();
        let mut blanked: Vec<String> = Vec::new();
        let mut at = place(self.source, first);
        for _ in 1..STOPS {
            let after = starts.partition_point(|start| *start <= at);
            let Some(start) = after.checked_sub(1).and_then(|own| starts.get(own)) else {
                break;
            };
            let end = starts.get(after).copied();
            let inside = all
                .iter()
                .filter(|(_, own)| own >= start && end.is_none_or(|end| *own < end));
            blanked.extend(inside.filter_map(|(token, _)| match token {
                Token::Identifier(name) => Some(name.to_string()),
                _ => None,
            }));
            text = blank(&text, *start, end);
            match self.engine.compile_with_scope(self.names, &text) {
                Ok(ast) => {
                    out.extend(self.names_of_nothing(&ast, &text, &blanked));
                    break;
                }
                Err(error) => {
                    let next = place(self.source, &error);
                    // Where it stops no further on, blanking did not get past the first.
                    if end.is_none_or(|end| next < end) {
                        break;
                    }
                    let tokens = Tokens::read(self.engine, &text);
                    out.push(not_parsed(self.source, self.judged, &tokens, &error));
                    at = next;
                }
            }
        }
        out.sort();
        out
    }

    /// What the walk says of the rest that no blanked statement could put right.
    fn names_of_nothing(&self, ast: &AST, text: &str, blanked: &[String]) -> Vec<Diagnostic> {
        let tokens = Tokens::read(self.engine, text);
        let (_, found) = walk::walk(
            ast,
            self.source,
            &tokens,
            self.judged,
            self.parameters,
            self.takes,
        );
        let stands = |own: &Diagnostic| match &own.complaint {
            Complaint::NotAllowed(_)
            | Complaint::NoSuchFact { .. }
            | Complaint::NoSuchParameter { .. }
            | Complaint::NoSuchWord { .. }
            | Complaint::RecordAlone { .. } => true,
            Complaint::NoSuchFunction { name, .. } | Complaint::NoSuchName { name, .. } => {
                !blanked.contains(name)
            }
            _ => false,
        };
        found.into_iter().filter(stands).collect()
    }
}

/// Every token, among them those that cannot be read.
fn lexed(engine: &Engine, text: &str) -> Vec<(Token, At)> {
    let (stream, _control) = engine.lex([&text]);
    stream
        .take_while(|(token, _)| *token != Token::EOF)
        // Each token has a character of its own: more would be an endless stream.
        .take(text.len())
        .map(|(token, position)| (token, At::from(position)))
        .collect()
}

/// Where statements begin at the top of a script, as far as that is certain: each on a line of its
/// own, after the end of the one before. None where brackets do not close each other, a text is never
/// closed or holds code, since then nothing is.
fn starts(tokens: &[(Token, At)]) -> Option<Vec<At>> {
    let (first, at) = tokens.first()?;
    let mut starts = vec![*at];
    let mut is_block = begins_block(first);
    let mut open: Vec<&Token> = Vec::new();
    let mut has_block = false;
    for (index, (token, at)) in tokens.iter().enumerate() {
        match token {
            Token::InterpolatedString(_) => return None,
            // Behind a text that is never closed the lexer is a line behind.
            Token::LexError(error) if **error == LexError::UnterminatedString => return None,
            Token::LeftBrace | Token::MapStart | Token::LeftParen | Token::LeftBracket => {
                open.push(token);
            }
            Token::RightBrace | Token::RightParen | Token::RightBracket => {
                let closes = match open.pop()? {
                    Token::LeftParen => Token::RightParen,
                    Token::LeftBracket => Token::RightBracket,
                    _ => Token::RightBrace,
                };
                if *token != closes {
                    return None;
                }
            }
            _ => {}
        }
        if !open.is_empty() {
            continue;
        }
        has_block |= *token == Token::RightBrace;
        // A stray `;` before the block of an `if` does not end it.
        let ends = match token {
            Token::SemiColon => !is_block || has_block,
            Token::RightBrace => is_block,
            _ => false,
        };
        if let (true, Some((next, place))) = (ends, tokens.get(index + 1))
            && place.line > at.line
            && begins(next)
        {
            starts.push(*place);
            is_block = begins_block(next);
            has_block = false;
        }
    }
    open.is_empty().then_some(starts)
}

/// A statement that begins so begins nowhere but at the start of one.
fn begins(token: &Token) -> bool {
    use Token as T;
    begins_block(token) || matches!(token, T::Let | T::Const | T::Return | T::Identifier(_))
}

/// A statement that ends with its block and not with `;`.
fn begins_block(token: &Token) -> bool {
    use Token as T;
    matches!(
        token,
        T::If | T::Switch | T::Fn | T::While | T::For | T::Loop
    )
}

/// The text with spaces for everything from one place to another, or to its end, but line ends.
fn blank(text: &str, from: At, to: Option<At>) -> String {
    let mut at = At { line: 1, column: 1 };
    text.chars()
        .map(|letter| {
            let own = at;
            if letter == '\n' {
                at = At {
                    line: own.line + 1,
                    column: 1,
                };
                return letter;
            }
            at.column += 1;
            if own >= from && to.is_none_or(|to| own < to) {
                ' '
            } else {
                letter
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_begin_where_nothing_else_can_be_meant() {
        let cases = [
            ("let a = 1;\nlet b = 2;\na + b", "1 2 3"),
            ("let a = 1; let b = 2;\na", "1 2"),
            ("if a {\n  1\n}\nelse {\n  2\n}\nlet b = 3;", "1 7"),
            ("if a;\n{ 1 }\nelse { 2 }\nreturn 3;", "1 4"),
            ("let x = switch a {\n  1 => 2,\n  _ => 3\n};\nx", "1 5"),
            ("fn f(x) {\n  let y = x;\n  y\n}\nf(1)", "1 5"),
            ("let a =\n  1;\n(a)\nlet b = 2;\nb", "1 5"),
        ];
        let engine = crate::sandbox::engine().unwrap();
        for (text, expected) in cases {
            let starts = starts(&lexed(&engine, text)).unwrap();
            let lines: Vec<String> = starts.iter().map(|at| at.line.to_string()).collect();
            assert_eq!(lines.join(" "), expected, "{text}");
        }
        for text in [
            "let a = (1;\nlet b = 2;",
            "a }",
            "let a = (1];",
            "`${a}`",
            "let a = \"x;\nb",
            "",
        ] {
            assert_eq!(starts(&lexed(&engine, text)), None, "{text}");
        }
    }

    #[test]
    fn places_stay_where_they_are() {
        let text = "æ = 1;\nlet ø = 2;\nå";
        let from = At { line: 2, column: 1 };
        let to = At { line: 3, column: 1 };
        assert_eq!(blank(text, from, Some(to)), "æ = 1;\n          \nå");
        assert_eq!(blank(text, from, None), "æ = 1;\n          \n ");
    }
}
