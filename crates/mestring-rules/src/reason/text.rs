//! Clauses and their comments, cut out of a script's text.

use std::sync::Arc;

use rhai::Token;

use super::{Branch, Clause, Comment, CommentFrom};
use crate::header;
use crate::source::{At, Source, word_length};
use crate::tokens::Tokens;

/// What joins the parts of an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joined {
    /// `&&`.
    And,
    /// `||`.
    Or,
    /// `+` or `-`.
    Sum,
}

impl Joined {
    fn by(self, token: &Token) -> bool {
        match self {
            Joined::And => *token == Token::And,
            Joined::Or => *token == Token::Or,
            Joined::Sum => matches!(token, Token::Plus | Token::Minus),
        }
    }
}

/// A script's text with its tokens.
pub(super) struct Text<'a> {
    file: Arc<str>,
    source: Source<'a>,
    tokens: Vec<(Token, At)>,
    /// What the top of the script says that the rule decides.
    what: Option<String>,
}

impl<'a> Text<'a> {
    pub fn new(file: &Arc<str>, text: &'a str, tokens: &Tokens, header: &str) -> Self {
        let source = Source { file: "", text };
        Text {
            file: file.clone(),
            source,
            tokens: tokens.all().cloned().collect(),
            what: header::what(header),
        }
    }

    /// The clause that a place lies in.
    pub fn clause(&self, inside: At, branch: Option<&Branch>) -> Arc<Clause> {
        let first = self.first(self.index(inside), starts_after);
        self.cut(first, self.last(first), branch)
    }

    /// The parts of an expression, each with a place in it: of `a && (b || c)` the two.
    pub fn parts(
        &self,
        insides: &[At],
        joined: Joined,
        branch: Option<&Branch>,
    ) -> Vec<Arc<Clause>> {
        let firsts: Vec<usize> = insides
            .iter()
            .enumerate()
            .map(|(part, inside)| match part {
                0 => self.first(self.index(*inside), starts_after),
                _ => self.first(self.index(*inside), |token| joined.by(token)),
            })
            .collect();
        let nexts = firsts.iter().skip(1).map(Some).chain([None]);
        let stretches = firsts.iter().zip(nexts);
        stretches
            .map(|(first, next)| match next {
                // The token before the next part joins the two.
                Some(next) => {
                    let last = next.saturating_sub(2);
                    // Brackets around the whole expression open before its first part.
                    self.cut(first + self.unclosed(*first, last), last, branch)
                }
                None => self.cut(*first, self.last(*first), branch),
            })
            .collect()
    }

    /// How many brackets open between two tokens and do not close.
    fn unclosed(&self, first: usize, last: usize) -> usize {
        let length = (last + 1).saturating_sub(first);
        self.from(first).take(length).fold(0, deeper)
    }

    fn index(&self, inside: At) -> usize {
        self.tokens.partition_point(|(_, at)| *at < inside)
    }

    fn cut(&self, first: usize, last: usize, branch: Option<&Branch>) -> Arc<Clause> {
        let at = |index: usize| self.tokens.get(index).map_or(At::default(), |(_, at)| *at);
        let start = at(first);
        Arc::new(Clause {
            file: self.file.clone(),
            line: start.line,
            column: start.column,
            text: self.between(first, last),
            comment: self.comment(start.line, last, branch),
            branch: branch.cloned(),
        })
    }

    /// The condition of the `if`, or what the `switch` looks at, that stands at a place.
    pub fn subject(&self, keyword: At) -> String {
        let own = self.tokens.partition_point(|(_, at)| *at <= keyword);
        let mut depth = 0_usize;
        let end = self.from(own).position(|token| {
            let at_brace = depth == 0 && *token == Token::LeftBrace;
            depth = deeper(depth, token);
            at_brace
        });
        self.between(own, own + end.unwrap_or(1).saturating_sub(1))
    }

    /// The case of a `switch` whose answer stands at a place: its text, and where it begins.
    pub fn case(&self, answer: At) -> (String, At) {
        let end = self.tokens.partition_point(|(_, at)| *at < answer);
        let mut before = (0..end).rev();
        let arrow = before.find(|at| matches!(self.tokens.get(*at), Some((Token::DoubleArrow, _))));
        let Some(arrow) = arrow else {
            return (String::new(), answer);
        };
        let first = self.first(arrow, starts_after);
        let at = self.tokens.get(first).map_or(answer, |(_, at)| *at);
        (self.between(first, arrow.saturating_sub(1)), at)
    }

    /// The first token of the clause that a token belongs to.
    fn first(&self, own: usize, after: impl Fn(&Token) -> bool) -> usize {
        // Brackets that close before the token belong to the clause with all that is in them.
        let mut depth = 0_usize;
        for at in (0..own).rev() {
            let Some((token, _)) = self.tokens.get(at) else {
                break;
            };
            if depth == 0 && after(token) {
                return at + 1;
            }
            match token {
                Token::RightParen | Token::RightBracket | Token::RightBrace => depth += 1,
                Token::LeftParen | Token::LeftBracket | Token::LeftBrace | Token::MapStart => {
                    depth = depth.saturating_sub(1);
                }
                _ => {}
            }
        }
        0
    }

    /// The last token of the clause that begins with a token.
    fn last(&self, first: usize) -> usize {
        let mut depth = 0_usize;
        let length = self.from(first).position(|token| {
            let over = depth == 0
                && matches!(
                    token,
                    Token::SemiColon
                        | Token::Comma
                        | Token::RightBrace
                        | Token::RightParen
                        | Token::RightBracket
                );
            depth = deeper(depth, token);
            over
        });
        match length {
            Some(length) => first + length.saturating_sub(1),
            None => self.tokens.len().saturating_sub(1),
        }
    }

    fn from(&self, at: usize) -> impl Iterator<Item = &Token> {
        let rest = self.tokens.get(at..).unwrap_or_default();
        rest.iter().map(|(token, _)| token)
    }

    /// The text from one token to another on one line, without comments.
    fn between(&self, first: usize, last: usize) -> String {
        let (Some((_, start)), Some((_, last))) = (self.tokens.get(first), self.tokens.get(last))
        else {
            return String::new();
        };
        let end = At {
            line: last.line,
            column: last.column + word_length(self.source.from(*last)).max(1),
        };
        let text = self.source.between(*start, self.after(*last, end));
        let lines = text.lines().map(|line| split(line).0);
        let words = lines.flat_map(str::split_whitespace);
        words.collect::<Vec<_>>().join(" ")
    }

    /// The place after a token: its own end, or that of a sign of several characters.
    fn after(&self, token: At, end: At) -> At {
        let next = self.tokens.iter().find(|(_, at)| *at > token);
        match next {
            Some((_, next)) if *next < end => *next,
            _ => end,
        }
    }

    /// The comment behind a clause, directly above its first line, at its branch, or at the top of
    /// the script.
    fn comment(&self, line: u32, last: usize, branch: Option<&Branch>) -> Option<Comment> {
        let comment = |text: String, from| Some(Comment { text, from });
        if let Some(text) = self.behind(last).or_else(|| self.above(line)) {
            return comment(text, CommentFrom::Clause);
        }
        let branch = branch.filter(|own| own.way != super::Way::Else);
        if let Some(text) = branch.and_then(|own| self.at_branch(own)) {
            return comment(text, CommentFrom::Branch);
        }
        comment(self.what.clone()?, CommentFrom::Header)
    }

    /// The comment at the end of a token's line, if nothing else of the rule stands before it.
    fn behind(&self, last: usize) -> Option<String> {
        let (_, at) = self.tokens.get(last)?;
        let rest = self.tokens.get(last + 1..).unwrap_or_default().iter();
        let mut rest = rest.take_while(|(_, own)| own.line == at.line);
        let closes =
            |token: &Token| matches!(token, Token::SemiColon | Token::Comma | Token::RightBrace);
        if rest.all(|(token, _)| closes(token)) {
            self.trailing(at.line)
        } else {
            None
        }
    }

    /// The comment at the end of a branch's first line, or directly above it.
    fn at_branch(&self, branch: &Branch) -> Option<String> {
        let place = At {
            line: branch.line,
            column: branch.column,
        };
        let rest = self.tokens.get(self.index(place)..).unwrap_or_default();
        let mut own_line = rest.iter().take_while(|(_, own)| own.line == branch.line);
        let trailing = if own_line.any(|(token, _)| *token == Token::Else) {
            None
        } else {
            self.trailing(branch.line)
        };
        trailing.or_else(|| self.above(branch.line))
    }

    fn trailing(&self, line: u32) -> Option<String> {
        split(self.source.line(line)).1.map(str::to_owned)
    }

    /// The comment lines directly above a line, unless they are the top of the script.
    fn above(&self, line: u32) -> Option<String> {
        let comment = |line: &u32| {
            let (code, comment) = split(self.source.line(*line));
            comment.filter(|_| code.trim().is_empty())
        };
        let mut lines: Vec<(u32, &str)> = (1..line)
            .rev()
            .map_while(|line| Some((line, comment(&line)?)))
            .collect();
        lines.reverse();
        match lines.first() {
            Some((1, _)) | None => None,
            Some(_) => {
                let texts = lines.into_iter().map(|(_, text)| text);
                Some(texts.collect::<Vec<_>>().join(" "))
            }
        }
    }
}

fn deeper(depth: usize, token: &Token) -> usize {
    match token {
        Token::LeftParen | Token::LeftBracket | Token::LeftBrace | Token::MapStart => depth + 1,
        Token::RightParen | Token::RightBracket | Token::RightBrace => depth.saturating_sub(1),
        _ => depth,
    }
}

/// True where a clause begins after this token.
fn starts_after(token: &Token) -> bool {
    matches!(
        token,
        Token::SemiColon
            | Token::LeftBrace
            | Token::RightBrace
            | Token::Comma
            | Token::DoubleArrow
            | Token::MapStart
    )
}

/// A line's code and its comment; two slashes between quotes begin none.
fn split(line: &str) -> (&str, Option<&str>) {
    let mut quote = None;
    let mut letters = line.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match (quote, letter) {
            (Some('"' | '\''), '\\') => {
                letters.next();
            }
            (Some(open), _) if open == letter => quote = None,
            (None, '"' | '`' | '\'') => quote = Some(letter),
            (None, '/') if matches!(letters.peek(), Some((_, '/'))) => {
                let (code, comment) = line.split_at(at);
                return (code, Some(comment.trim_start_matches('/').trim()));
            }
            _ => {}
        }
    }
    (line, None)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_comment_begins_outside_quotes() {
        let cases = [
            ("s += 1; // why", "s += 1; ", Some("why")),
            ("/// why", "", Some("why")),
            ("\"http://x\" // y", "\"http://x\" ", Some("y")),
            ("`//` + \"\\\"//\"", "`//` + \"\\\"//\"", None),
            ("1 / 2", "1 / 2", None),
            ("// æ // ø", "", Some("æ // ø")),
            ("", "", None),
        ];
        for (line, code, comment) in cases {
            assert_eq!(split(line), (code, comment), "{line}");
        }
    }
}
