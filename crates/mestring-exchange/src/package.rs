//! Looks into a workbook's zip archive before the workbook is read: how large it unpacks, and
//! whether people stand in the parts that no sheet shows.

use std::io::{Cursor, Read};

use mestring_model::Place;

use crate::error::{ExchangeError, NotText};
use crate::{MAX_FILE_BYTES, encoding, national_id};

/// The largest sum of a workbook's unpacked parts, in bytes (300 MiB). What the archive claims is
/// not believed; the bytes are counted as they unpack.
const MAX_UNPACKED_BYTES: u64 = 300 * 1024 * 1024;

/// Parts beside the sheets that may hold text about people, by a sign in their names in lower case,
/// with what people call them.
const SIDE_PARTS: [(&str, &str); 4] = [
    ("comments", "comments"),
    ("pivotcache/", "pivot table"),
    ("externallinks/", "linked workbook"),
    ("drawings/", "drawings"),
];

/// Refuses what is no workbook, what unpacks too large, and national numbers beside the sheets.
pub(crate) fn inspect(file: &str, bytes: &[u8]) -> Result<(), ExchangeError> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > MAX_FILE_BYTES {
        return Err(ExchangeError::too_large(file, size));
    }
    let refuse = |is| {
        Err(ExchangeError::NotAWorkbook {
            file: file.into(),
            is,
        })
    };
    match encoding::signature(bytes) {
        Some(NotText::Zip) => {}
        Some(is) => return refuse(is),
        None if encoding::decode(file, bytes).is_ok() => return refuse(NotText::Text),
        None => return refuse(NotText::Binary),
    }
    let damaged = |reason: String| ExchangeError::DamagedWorkbook {
        file: file.into(),
        reason,
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| damaged(error.to_string().to_lowercase()))?;
    if !archive
        .file_names()
        .flatten()
        .any(|name| part_name(&name).starts_with("xl/"))
    {
        return refuse(NotText::OtherZip);
    }
    let mut unpacked = 0;
    let mut places = Vec::new();
    for at in 0..archive.len() {
        let part = archive
            .by_index(at)
            .map_err(|error| damaged(error.to_string().to_lowercase()))?;
        let name = part.name().map(|name| part_name(&name)).unwrap_or_default();
        let kind = PartKind::of(&name);
        let mut part = part.take(MAX_UNPACKED_BYTES + 1 - unpacked);
        let mut content = Vec::new();
        let read = match kind {
            PartKind::Other => std::io::copy(&mut part, &mut std::io::sink()),
            _ => part.read_to_end(&mut content).map(|count| count as u64),
        };
        unpacked += read.map_err(|error| damaged(error.to_string().to_lowercase()))?;
        if unpacked > MAX_UNPACKED_BYTES {
            return Err(ExchangeError::TooLarge {
                file: file.into(),
                bytes: unpacked,
                limit: MAX_UNPACKED_BYTES,
                unpacked: true,
            });
        }
        match kind {
            PartKind::Side(shown)
                if national_id::holds_national_id(&String::from_utf8_lossy(&content)) =>
            {
                places.push((Place::file(format!("{file} [{shown}]")), 1));
            }
            PartKind::Texts if claims_too_many_texts(&content) => {
                return Err(damaged(
                    "its part `sharedStrings` claims more than it holds".into(),
                ));
            }
            _ => {}
        }
    }
    if places.is_empty() {
        Ok(())
    } else {
        Err(ExchangeError::NationalNumber { places })
    }
}

/// What a part is to this look.
#[derive(Clone, Copy)]
enum PartKind {
    /// Beside the sheets, with what people call it.
    Side(&'static str),
    /// The texts of all sheets.
    Texts,
    Other,
}

impl PartKind {
    fn of(name: &str) -> PartKind {
        if name.ends_with("sharedstrings.xml") {
            return PartKind::Texts;
        }
        SIDE_PARTS
            .iter()
            .find(|(sign, _)| name.contains(sign) && name.ends_with(".xml"))
            .map_or(PartKind::Other, |(_, shown)| PartKind::Side(shown))
    }
}

/// Whether the part announces more texts than its bytes could hold. The reader of workbooks
/// reserves memory by that number, and a reservation that fails ends the process. A part in UTF-16,
/// where the number would be overlooked, counts as too many: spreadsheets write UTF-8.
fn claims_too_many_texts(part: &[u8]) -> bool {
    /// `<si/>`, the shortest text there is.
    const SHORTEST: usize = 5;
    let text = String::from_utf8_lossy(part);
    let claims = text.split("uniqueCount").skip(1).any(|after| {
        let number: String = after
            .trim_start_matches(|letter: char| letter.is_whitespace() || "=\"'".contains(letter))
            .chars()
            .take_while(|letter| letter.is_ascii_digit() || *letter == '+')
            .filter(char::is_ascii_digit)
            .collect();
        !number.is_empty()
            && number
                .parse()
                .is_ok_and(|count: usize| count > part.len() / SHORTEST + 1)
            || number.len() > 18
    });
    claims || part.contains(&0)
}

/// Some writers use other letter cases and separators than Excel.
fn part_name(name: &str) -> String {
    name.to_lowercase().replace('\\', "/")
}
