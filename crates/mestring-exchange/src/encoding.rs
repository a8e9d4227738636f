//! Bytes to text: which encoding a file is in.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::error::{ExchangeError, NotText};

/// A decoded text.
pub(crate) struct Decoded {
    /// The text without a byte order mark.
    pub(crate) text: String,
    /// The encoding's name for people.
    pub(crate) encoding: &'static str,
}

/// What the first bytes of a file say that it is, if not text.
pub(crate) fn signature(bytes: &[u8]) -> Option<NotText> {
    const SIGNATURES: [(&[u8], NotText); 4] = [
        (b"PK\x03\x04", NotText::Zip),
        (b"PK\x05\x06", NotText::Zip),
        (b"\xD0\xCF\x11\xE0", NotText::OldOrLocked),
        (b"%PDF", NotText::Pdf),
    ];
    SIGNATURES
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
        .map(|(_, is)| *is)
}

/// Decodes by byte order mark (UTF-8, UTF-16), else as UTF-8, else as Windows-1252, which Excel
/// writes as "CSV" in Western Europe. Sequences that an encoding does not have become `U+FFFD`.
pub(crate) fn decode(file: &str, bytes: &[u8]) -> Result<Decoded, ExchangeError> {
    let refuse = |is| {
        Err(ExchangeError::NotText {
            file: file.into(),
            is,
        })
    };
    if let Some(is) = signature(bytes) {
        return refuse(is);
    }
    let decoded = |encoding: &'static encoding_rs::Encoding, name, bytes: &[u8]| Decoded {
        text: encoding.decode_without_bom_handling(bytes).0.into_owned(),
        encoding: name,
    };
    let decoded = if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        decoded(UTF_8, "UTF-8", rest)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        decoded(UTF_16LE, "UTF-16", rest)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        decoded(UTF_16BE, "UTF-16", rest)
    } else if bytes.contains(&0) {
        return refuse(if is_unmarked_utf16(bytes) {
            NotText::UnmarkedUtf16
        } else {
            NotText::Binary
        });
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        Decoded {
            text: text.to_owned(),
            encoding: "UTF-8",
        }
    } else {
        decoded(WINDOWS_1252, "Windows-1252", bytes)
    };
    if decoded.text.contains('\0') {
        return refuse(NotText::Binary);
    }
    Ok(decoded)
}

/// Western text in UTF-16 has a zero in nearly every second byte.
fn is_unmarked_utf16(bytes: &[u8]) -> bool {
    let zeros = |odd: usize| {
        bytes
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let pairs = bytes.len() / 2;
    let (even, odd) = (zeros(0), zeros(1));
    pairs > 0 && even.min(odd) == 0 && even.max(odd) * 10 >= pairs * 8
}

/// Whether a text looks as if it was decoded wrongly on its way here: a replacement character, UTF-8
/// read as Windows-1252 (`Ã¸` for `ø`), or the æøå of code page 850 read as Windows-1252.
pub(crate) fn looks_damaged(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let twice = letter == 'Ã'
            && matches!(
                next,
                '¦' | '¸' | '¥' | '†' | '˜' | '…' | '¤' | '¶' | '©' | '¼'
            );
        let inside = before.is_alphabetic() && next.is_alphabetic();
        let old_page = matches!(letter, '‘' | '›' | '†') && inside;
        if letter == '\u{fffd}' || twice || old_page {
            return true;
        }
        before = letter;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let decoded = decode("a.csv", bytes).unwrap();
        assert_eq!((decoded.encoding, decoded.text.as_str()), (encoding, text));
    }

    #[test]
    fn encodings() {
        check("æøå".as_bytes(), "UTF-8", "æøå");
        check(b"\xEF\xBB\xBF\xC3\xB8", "UTF-8", "ø");
        check(b"\xFF\xFE\xF8\x00;\x00", "UTF-16", "ø;");
        check(b"\xFE\xFF\x00\xF8\x00;", "UTF-16", "ø;");
        check(b"kj\xF8kken \x80", "Windows-1252", "kjøkken €");
        check(b"\xEF\xBB\xBF\xF8", "UTF-8", "\u{fffd}");
        check(b"\xFF\xFEa", "UTF-16", "\u{fffd}");
        check(b"", "UTF-8", "");
    }

    #[test]
    fn what_is_not_text_is_refused_by_what_it_is() {
        let cases: [(&[u8], &str); 6] = [
            (
                b"PK\x03\x04rest",
                "X006: `a.csv` is read as CSV but is a workbook or another zip archive; give it the ending `.xlsx` if it is a workbook",
            ),
            (
                b"\xD0\xCF\x11\xE0",
                "X006: `a.csv` is read as CSV but is an old Excel workbook (.xls) or one with a password; save the table as `CSV UTF-8` or as an `.xlsx` workbook",
            ),
            (
                b"%PDF-1.7",
                "X006: `a.csv` is read as CSV but is a PDF document; save the table as `CSV UTF-8` or as an `.xlsx` workbook",
            ),
            (
                b"a\0b\0;\0c\0",
                "X006: `a.csv` is read as CSV but is text in UTF-16 without its byte order mark; save it as `CSV UTF-8`",
            ),
            (
                b"\0a\0b",
                "X006: `a.csv` is read as CSV but is text in UTF-16 without its byte order mark; save it as `CSV UTF-8`",
            ),
            (
                b"abcdef\0\0",
                "X006: `a.csv` is read as CSV but is binary data; save the table as `CSV UTF-8` or as an `.xlsx` workbook",
            ),
        ];
        for (bytes, expected) in cases {
            assert_eq!(decode("a.csv", bytes).err().unwrap().to_string(), expected);
        }
    }

    #[test]
    fn damage_is_recognised() {
        for text in ["kjÃ¸kken", "k\u{fffd}kken", "p†r›rende", "LÃ¦rings"] {
            assert!(looks_damaged(text), "{text}");
        }
        for text in [
            "",
            "kjøkken",
            "“Starthjelp” – ‘kurs’",
            "São Paulo",
            "PÅRØRENDE",
            "1†2",
        ] {
            assert!(!looks_damaged(text), "{text}");
        }
    }
}
