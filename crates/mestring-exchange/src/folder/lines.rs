//! Files of lines that only grow, such as a decision log.

use std::fs;
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::{Kind, failed, kind, shown};
use crate::MAX_FILE_BYTES;
use crate::error::ExchangeError;
use crate::national_id::holds_national_id;

/// Reads a file line by line, without the line ends, and holds one line at a time. `visit` also gets
/// whether a line end followed: where it did not, the file may end in the middle of the line. Letters
/// that are not UTF-8 become the replacement character, and a byte order mark before the first line is
/// left out.
///
/// # Errors
/// [`ExchangeError::NotFound`], [`ExchangeError::NotAFile`], [`ExchangeError::Io`];
/// [`ExchangeError::TooLarge`] for a line above [`MAX_FILE_BYTES`]. What was visited stays visited.
pub fn each_line(
    path: &Path,
    visit: impl FnMut(&str, bool) -> ControlFlow<()>,
) -> Result<(), ExchangeError> {
    if kind(path)? == Kind::Folder {
        return Err(ExchangeError::NotAFile { path: shown(path) });
    }
    let file = fs::File::open(path).map_err(|error| failed("read", path, error))?;
    each_line_of(&file, path, visit)
}

fn each_line_of(
    file: &fs::File,
    path: &Path,
    mut visit: impl FnMut(&str, bool) -> ControlFlow<()>,
) -> Result<(), ExchangeError> {
    let read = |error| failed("read", path, error);
    let mut file = BufReader::new(file);
    let mut bytes = Vec::new();
    let mut first = true;
    loop {
        bytes.clear();
        let most = (&mut file).take(MAX_FILE_BYTES + 1);
        let count = { most }.read_until(b'\n', &mut bytes).map_err(read)? as u64;
        if count == 0 {
            return Ok(());
        }
        if count > MAX_FILE_BYTES {
            return Err(ExchangeError::too_large(&shown(path), count));
        }
        let whole = bytes.pop_if(|last| *last == b'\n').is_some();
        bytes.pop_if(|last| *last == b'\r');
        // Some editors put a mark before the first letter of a file; it is no part of the line.
        if std::mem::take(&mut first) && bytes.starts_with("\u{feff}".as_bytes()) {
            bytes.drain(.."\u{feff}".len());
        }
        if visit(&String::from_utf8_lossy(&bytes), whole).is_break() {
            return Ok(());
        }
    }
}

/// A file of lines that nobody else writes in while it is read and then added to: what is added can
/// rest on what stands there. It is let go when this is dropped, or the program ends.
#[derive(Debug)]
pub struct LockedLines {
    file: fs::File,
    path: PathBuf,
}

impl LockedLines {
    /// Opens a file, or makes an empty one where there is none, and waits for another that has it
    /// open in this way. Where the file system knows no locks it is opened without.
    ///
    /// # Errors
    /// [`ExchangeError::NotFound`] for a missing folder, [`ExchangeError::NotAFile`],
    /// [`ExchangeError::Io`].
    pub fn open(path: &Path) -> Result<Self, ExchangeError> {
        if matches!(kind(path), Ok(Kind::Folder)) {
            return Err(ExchangeError::NotAFile { path: shown(path) });
        }
        let open = || -> io::Result<fs::File> {
            let mut options = fs::OpenOptions::new();
            let file = options.read(true).append(true).create(true).open(path)?;
            match file.lock() {
                Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(error),
                _ => Ok(file),
            }
        };
        let file = open().map_err(|error| failed("write", path, error))?;
        let path = path.to_owned();
        Ok(LockedLines { file, path })
    }

    /// Reads the file from its start, as [`each_line`] does.
    ///
    /// # Errors
    /// [`ExchangeError::Io`]; [`ExchangeError::TooLarge`] for a line above [`MAX_FILE_BYTES`].
    pub fn each(
        &mut self,
        visit: impl FnMut(&str, bool) -> ControlFlow<()>,
    ) -> Result<(), ExchangeError> {
        let start = self.file.seek(SeekFrom::Start(0));
        start.map_err(|error| failed("read", &self.path, error))?;
        each_line_of(&self.file, &self.path, visit)
    }

    /// Adds lines of JSON at the end, in one go. A line that the file ends in the middle of is closed
    /// first, and stays as it is.
    ///
    /// # Errors
    /// [`ExchangeError::NationalNumberInLog`] where a text or whole number of a line holds a national
    /// identity number; nothing is written then. [`ExchangeError::Io`].
    pub fn append(mut self, lines: &[String]) -> Result<(), ExchangeError> {
        if lines.iter().any(|line| names_a_person(line)) {
            let path = shown(&self.path);
            return Err(ExchangeError::NationalNumberInLog { path });
        }
        let written = self.write(lines);
        written.map_err(|error| failed("write", &self.path, error))
    }

    fn write(&mut self, lines: &[String]) -> io::Result<()> {
        let mut bytes = Vec::new();
        if self.file.metadata()?.len() > 0 {
            let mut last = [0];
            self.file.seek(SeekFrom::End(-1))?;
            self.file.read_exact(&mut last)?;
            if last != *b"\n" {
                bytes.push(b'\n');
            }
        }
        for line in lines {
            bytes.extend_from_slice(line.as_bytes());
            bytes.push(b'\n');
        }
        self.file.write_all(&bytes)
    }
}

/// Whether a text or a whole number of a line of JSON holds a national number. Texts of 64 letters
/// that are a hash are left out: by chance one of them would.
fn names_a_person(line: &str) -> bool {
    let is_hash = |text: &str| {
        text.len() == 64
            && text
                .bytes()
                .all(|own| matches!(own, b'0'..=b'9' | b'a'..=b'f'))
    };
    let mut letters = line.chars();
    let mut number = String::new();
    while let Some(letter) = letters.next() {
        if letter.is_ascii_alphanumeric() || "+-.".contains(letter) {
            number.push(letter);
            continue;
        }
        if holds_whole_number(&number) {
            return true;
        }
        number.clear();
        if letter == '"' {
            let text = text_of(&mut letters);
            if !is_hash(&text) && holds_national_id(&text) {
                return true;
            }
        }
    }
    holds_whole_number(&number)
}

/// A number with decimals is no identity number, whatever its digits.
fn holds_whole_number(number: &str) -> bool {
    number.bytes().all(|own| own.is_ascii_digit()) && holds_national_id(number)
}

/// The text of a JSON string after its first quotation mark. Line ends and tabs are spaces.
fn text_of(letters: &mut std::str::Chars<'_>) -> String {
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => break,
            '\\' => match letters.next() {
                Some('n' | 'r' | 't' | 'b' | 'f') => text.push(' '),
                Some('u') => {
                    let code: String = letters.by_ref().take(4).collect();
                    let code = u32::from_str_radix(&code, 16).ok();
                    text.push(code.and_then(char::from_u32).unwrap_or(' '));
                }
                other => text.extend(other),
            },
            other => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_national_number_is_found_wherever_it_stands_and_hashes_are_let_through() {
        let check = |line: &str, expect: bool| assert_eq!(names_a_person(line), expect, "{line}");
        check(r#"{"reason":"ring 018145 50016"}"#, true);
        check(r#"{"reason":"a\n01814550016"}"#, true);
        check(r#"{"reason":"\u0030181455001\u0036"}"#, true);
        check(r#"{"reason":"a \"quoted\" 01814550016"}"#, true);
        check(r#"{"01814550016":1}"#, true);
        // Invented, as all here are: months above 80 belong to a synthetic population.
        check(r#"{"waiting":11814550097}"#, true);
        check(r#"{"waiting":11814550098}"#, false);
        check(r#"{"hours":0.01814550016}"#, false);
        check(r#"{"reason":"975 50 000"}"#, false);
        let hash = format!("a01814550016b{}", "0".repeat(51));
        check(&format!(r#"{{"sha256":"{hash}"}}"#), false);
        let spaced = hash.replacen('a', " ", 1).replacen('b', " ", 1);
        check(&format!(r#"{{"sha256":"{spaced}"}}"#), true);
    }
}
