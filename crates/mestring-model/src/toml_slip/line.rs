//! Slips that show on the line where the reader stopped: signs between a key and its value, letters
//! of keys, quotes and backslashes.

use std::ops::Range;

use super::TomlSlip;

/// Quotation marks that are not the straight ones.
pub(super) const QUOTES: &[char] = &['“', '”', '„', '‟', '«', '»', '‘', '’', '‚'];

/// What it was meant for, with the bytes that it is about.
type Found = (Range<usize>, TomlSlip);

/// The line of a byte: where it begins, and its text.
fn line(text: &str, stop: usize) -> Option<(usize, &str)> {
    let start = text.get(..stop)?.rfind('\n').map_or(0, |at| at + 1);
    Some((start, text.get(start..)?.split('\n').next()?))
}

/// A key and a value with something else than `=` between them.
pub(super) fn no_equals(text: &str, stop: usize) -> Option<Found> {
    let (start, own) = line(text, stop)?;
    let before = own.get(..stop - start)?;
    let from = before.rfind(['{', ',']).map_or(0, |at| at + 1);
    // Only a pair within braces ends before its line does.
    let ends: &[char] = if from > 0 { &[',', '}', '#'] } else { &['#'] };
    let to = own
        .get(stop - start..)?
        .find(ends)
        .map_or(own.len(), |end| stop - start + end);
    let pair = own.get(from..to)?;
    let lead = start + from + pair.len() - pair.trim_start().len();
    let pair = pair.trim();
    let is_key = |own: char| own.is_ascii_alphanumeric() || "_-.".contains(own);
    let end = pair.find(|own| !is_key(own)).filter(|end| *end > 0)?;
    let (key, rest) = (pair.get(..end)?, pair.get(end..)?.trim_start());
    if let Some(value) = rest.strip_prefix(':') {
        let value = value.trim_start_matches('=').trim();
        let value = if value.is_empty() { "…" } else { value };
        let at = lead + pair.find(':')?;
        let write = format!("{key} = {value}");
        return Some((at..at + 1, TomlSlip::Colon { write }));
    }
    if let Some((words, _)) = pair.split_once('=') {
        let words = words.trim();
        let is_plain = words.chars().all(|own| is_key(own) || own == ' ');
        let write = words.split_whitespace().collect::<Vec<_>>().join("_");
        let key = words.to_owned();
        let span = lead..lead + words.len();
        return is_plain.then_some((span, TomlSlip::KeyOfWords { key, write }));
    }
    let begins = |own: char| own.is_ascii_digit() || "\"'[{-".contains(own);
    let is_value = rest.starts_with(begins) || ["true", "false"].contains(&rest);
    let write = format!("{key} = {rest}");
    is_value.then_some((lead..lead + pair.len(), TomlSlip::NoEquals { write }))
}

/// A sign with which no key begins or goes on.
pub(super) fn letter(text: &str, stop: usize) -> Option<Found> {
    let sign = text.get(stop..)?.chars().next()?;
    let span = stop..stop + sign.len_utf8();
    let own = sign.to_string();
    if QUOTES.contains(&sign) {
        Some((span, TomlSlip::Quotes { sign: own }))
    } else {
        let is_letter = sign.is_alphabetic();
        is_letter.then_some((span, TomlSlip::KeyLetter { sign: own }))
    }
}

/// The text that is open where its line ends, from its quote on.
pub(super) fn open_text(text: &str, stop: usize) -> Option<Range<usize>> {
    let (start, own) = line(text, stop)?;
    let mut open = None;
    let mut letters = own.char_indices();
    while let Some((at, letter)) = letters.next() {
        match (letter, open) {
            ('\\', Some((_, '"'))) => {
                letters.next();
            }
            ('#', None) => break,
            ('"' | '\'', None) => open = Some((at, letter)),
            (_, Some((_, quote))) if quote == letter => open = None,
            _ => {}
        }
    }
    open.map(|(at, _)| start + at..start + own.trim_end().len())
}

/// The text with a backslash around a byte, and how it is written with slashes.
pub(super) fn backslash(text: &str, stop: usize) -> Option<Found> {
    let (start, own) = line(text, stop)?;
    let at = own.get(..stop - start)?.find('\\')?;
    let open = own.get(..at)?.rfind('"')?;
    let rest = own.get(open + 1..)?;
    let end = rest
        .find('"')
        .map_or(own.trim_end().len(), |end| open + end + 2);
    let write = slashed(own.get(open..end)?);
    Some((start + open..start + end, TomlSlip::Backslash { write }))
}

/// The same with slashes for backslashes, each of which may stand twice.
fn slashed(text: &str) -> String {
    text.replace("\\\\", "/").replace('\\', "/")
}
