//! Brackets that are opened and never closed: where, and not where the reader noticed it.

use std::ops::Range;

use super::TomlSlip;

/// The innermost bracket that is open where the reader stopped, if it is that which is wrong: the text
/// ends there, another bracket closes there, or the next line begins something of its own.
pub(super) fn open(text: &str, stop: usize) -> Option<(Range<usize>, TomlSlip)> {
    let mut own = Vec::new();
    follow(text.get(..stop)?, &mut own);
    let (at, sign) = own.last().copied()?;
    let close = if sign == '[' { ']' } else { '}' };
    let rest = text.get(stop..)?;
    let next = rest.trim_start();
    let other = if sign == '[' { '}' } else { ']' };
    // A table's own line is closed on that line or never.
    let line_end = text
        .get(at..)?
        .find('\n')
        .map_or(text.len(), |end| at + end);
    let is_header = text
        .get(..at)?
        .rsplit('\n')
        .next()?
        .trim_matches(['[', ' ', '\t'])
        .is_empty();
    let is_later = stop >= line_end
        || rest
            .get(..next.as_ptr() as usize - rest.as_ptr() as usize)?
            .contains('\n');
    let is_wrong = next.is_empty()
        || next.starts_with(other)
        || (is_header && is_later)
        || (is_later && begins_anew(next) && !is_closed(rest, close));
    let (sign, close) = (sign.to_string(), close.to_string());
    is_wrong.then_some((at..at + 1, TomlSlip::OpenBracket { sign, close }))
}

/// True for the line of a table, and for a key with its value.
fn begins_anew(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default().trim();
    let is_key = |text: &str| {
        let is_letter = |own: char| own.is_alphanumeric() || "._-\" ".contains(own);
        !text.trim().is_empty() && text.chars().all(is_letter)
    };
    let header = line.trim_start_matches('[').split(']').next();
    (line.starts_with('[') && header.is_some_and(is_key) && !line.contains(','))
        || line.split_once('=').is_some_and(|(key, _)| is_key(key))
}

/// True where the rest closes a bracket of which it knows no opening, before the next table begins.
fn is_closed(rest: &str, close: char) -> bool {
    let mut open = Vec::new();
    let end = rest.find("\n[").unwrap_or(rest.len());
    follow(rest.get(..end).unwrap_or_default(), &mut open) == Some(close)
}

/// Puts what a text opens on a stack and takes from it what the text closes; what it closes that was
/// not opened, the first.
fn follow(text: &str, open: &mut Vec<(usize, char)>) -> Option<char> {
    let mut surplus = None;
    let mut letters = text.char_indices();
    let mut quote = None;
    let mut is_comment = false;
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\n' => (quote, is_comment) = (None, false),
            _ if is_comment => {}
            '\\' if quote == Some('"') => {
                letters.next();
            }
            _ if quote == Some(letter) => quote = None,
            _ if quote.is_some() => {}
            '"' | '\'' => quote = Some(letter),
            '#' => is_comment = true,
            '[' | '{' => open.push((at, letter)),
            ']' | '}' => surplus = surplus.or(open.pop().is_none().then_some(letter)),
            _ => {}
        }
    }
    surplus
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_is_open_where_it_was_opened_and_only_if_that_is_what_is_wrong() {
        for (text, stop, expected) in [
            ("a = [1, 2\nb = 3\n", 10, Some(4)),
            ("a = [1, 2", 9, Some(4)),
            ("a = [\"x\", \"y\"\n[title]\nb = 1", 14, Some(4)),
            ("a = { b = 1\nc = 2", 12, Some(4)),
            ("v = [{ a = 1 },\n{ a = 2 \n]\n", 24, Some(16)),
            ("[[case]\na = 1", 7, Some(0)),
            ("[case\na = 1", 5, Some(0)),
            ("a = [[1, 2]\nb = 3", 12, Some(4)),
            // Something else is missing where the bracket is closed further down.
            ("a = [\n\"x\"\n\"y\"\n]", 10, None),
            ("t = {\nen = \"A\"\nnb = \"B\"\n}", 15, None),
            ("a = { from 1 }", 11, None),
            ("a = \"[\" 3", 8, None),
            ("# [\na b", 6, None),
        ] {
            let found = open(text, stop).map(|(span, _)| span.start);
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
