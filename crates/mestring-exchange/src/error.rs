//! What stops the reading or writing of a file.

use mestring_model::finding::{FileProblem, Finding, Place};

use crate::MAX_FILE_BYTES;
use crate::settings::{self, SettingFault};

mod store;

pub use store::StoreError;

/// A file that could not be read or written at all.
///
/// The text names the thing, the place and a remedy, and begins with the stable [`code`].
///
/// [`code`]: ExchangeError::code
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExchangeError {
    /// Nothing stands at the path.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    NotFound {
        /// The path as given.
        path: String,
        /// The nearest name beside it, as a path, if one is near.
        nearest: Option<String>,
    },
    /// A file stands where a folder is needed.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    NotAFolder {
        /// The path as given.
        path: String,
        /// The folder that the file lies in.
        parent: String,
    },
    /// A folder stands where a file is needed.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    NotAFile {
        /// The path as given.
        path: String,
    },
    /// The operating system refuses.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    Io {
        /// What was tried: `read`, `write`, `list`.
        verb: &'static str,
        /// The path.
        path: String,
        /// The system's reason.
        source: std::io::Error,
    },
    /// The file is larger than [`MAX_FILE_BYTES`], packed or unpacked.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    TooLarge {
        /// The file.
        file: String,
        /// Its size in bytes, or as far as was counted.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
        /// Whether the size is that of the unpacked parts of a workbook.
        unpacked: bool,
    },
    /// The file is not text.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    NotText {
        /// The file.
        file: String,
        /// What it is instead.
        is: NotText,
    },
    /// The file is not an `.xlsx` workbook.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    NotAWorkbook {
        /// The file.
        file: String,
        /// What it is instead.
        is: NotText,
    },
    /// The workbook's parts cannot be made sense of.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    DamagedWorkbook {
        /// The workbook, with its sheet where one is at fault.
        file: String,
        /// The reader's reason.
        reason: String,
    },
    /// The used area of a sheet has too many cells.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    SheetTooLarge {
        /// The workbook with its sheet.
        file: String,
        /// The last used row.
        rows: u64,
        /// The number of used columns.
        columns: u64,
        /// The limit in cells.
        limit: u64,
    },
    /// The table holds eleven-digit national identity numbers, so nothing of it is returned.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    NationalNumber {
        /// Where they stand: the first of each column, and how many cells of that column in all.
        /// Never empty, and never with the digits.
        places: Vec<(Place, usize)>,
    },
    /// What would be written into a log holds a national identity number.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    NationalNumberInLog {
        /// The log.
        path: String,
    },
    /// A text file that must be UTF-8 is not.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    NotUtf8 {
        /// The file.
        path: String,
    },
    /// The folder has no `pack.toml`.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    NotAPack {
        /// The folder.
        path: String,
        /// A file in it that Windows shows as `pack.toml`, such as `pack.toml.txt`.
        near: Option<String>,
    },
    /// A desk names a folder of rules that is not there.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    NoPackFolder {
        /// The pack's name in the desk's settings.
        name: String,
        /// The folder as the settings write it.
        path: String,
    },
    /// The settings of a desk are wrong, so that nobody can say by what rules it is judged.
    #[error("{}", settings::lines(faults))]
    Settings {
        /// All that is wrong, in the order of the file. Never empty.
        faults: Vec<SettingFault>,
    },
    /// The folder or workbook holds no table.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    NotADesk {
        /// The folder or workbook.
        path: String,
    },
    /// The operating system does not tell when files change.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    CannotWatch {
        /// The system's reason.
        reason: String,
    },
    /// Folders of rules change so fast that no two readings agree.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    Unsettled {
        /// The keys of the packs.
        folders: Vec<String>,
    },
    /// A person store, or persons, where they may not be.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    Store(StoreError),
    /// A workbook cannot be written as asked.
    #[error("{}: {}; {}", self.code(), self.found(), self.remedy())]
    WriteWorkbook {
        /// The sheet.
        sheet: String,
        /// The writer's reason.
        reason: String,
    },
}

/// What a file turned out to be when something else was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotText {
    /// A zip archive, as an `.xlsx` workbook is.
    Zip,
    /// A zip archive that is no `.xlsx` workbook.
    OtherZip,
    /// An old `.xls` workbook, or a workbook with a password: both are wrapped alike.
    OldOrLocked,
    /// A PDF document.
    Pdf,
    /// Text in an encoding of two bytes a letter, without the mark that says so.
    UnmarkedUtf16,
    /// Text, where a workbook was expected.
    Text,
    /// Something else that is not text.
    Binary,
}

impl NotText {
    fn name(self) -> &'static str {
        match self {
            NotText::Zip => "a workbook or another zip archive",
            NotText::OtherZip => "another zip archive, such as .ods or .docx",
            NotText::OldOrLocked => "an old Excel workbook (.xls) or one with a password",
            NotText::Pdf => "a PDF document",
            NotText::UnmarkedUtf16 => "text in UTF-16 without its byte order mark",
            NotText::Text => "text",
            NotText::Binary => "binary data",
        }
    }
}

impl ExchangeError {
    /// The stable code, such as `X001`; all are in [`code::CODES`](crate::code::CODES).
    pub fn code(&self) -> &'static str {
        match self {
            ExchangeError::NotFound { .. } => "X001",
            ExchangeError::NotAFolder { .. } => "X002",
            ExchangeError::NotAFile { .. } => "X003",
            ExchangeError::Io { .. } => "X004",
            ExchangeError::TooLarge { .. } => "X005",
            ExchangeError::NotText { .. } => "X006",
            ExchangeError::NotAWorkbook { .. } => "X007",
            ExchangeError::DamagedWorkbook { .. } => "X008",
            ExchangeError::SheetTooLarge { .. } => "X009",
            ExchangeError::NationalNumber { .. } => "X010",
            ExchangeError::NationalNumberInLog { .. } => "X129",
            ExchangeError::NotUtf8 { .. } => "X011",
            ExchangeError::NotAPack { .. } => "X012",
            ExchangeError::WriteWorkbook { .. } => "X013",
            ExchangeError::NotADesk { .. } => "X014",
            ExchangeError::Store(own) => own.code(),
            ExchangeError::NoPackFolder { .. } => "X016",
            ExchangeError::Settings { faults } => match faults.first() {
                Some(first) => first.finding.code(),
                None => "D031",
            },
            ExchangeError::CannotWatch { .. } => "X130",
            ExchangeError::Unsettled { .. } => "X131",
        }
    }

    /// Where it went wrong.
    pub fn place(&self) -> Place {
        match self {
            ExchangeError::NotFound { path, .. }
            | ExchangeError::NotAFolder { path, .. }
            | ExchangeError::NotAFile { path }
            | ExchangeError::Io { path, .. }
            | ExchangeError::NationalNumberInLog { path }
            | ExchangeError::NotUtf8 { path }
            | ExchangeError::NotAPack { path, .. }
            | ExchangeError::NotADesk { path } => Place::file(path),
            ExchangeError::TooLarge { file, .. }
            | ExchangeError::NotText { file, .. }
            | ExchangeError::NotAWorkbook { file, .. }
            | ExchangeError::DamagedWorkbook { file, .. }
            | ExchangeError::SheetTooLarge { file, .. } => Place::file(file),
            ExchangeError::NationalNumber { places } => places
                .first()
                .map(|(place, _)| place.clone())
                .unwrap_or_default(),
            ExchangeError::WriteWorkbook { sheet, .. } => Place::file(sheet),
            ExchangeError::Store(own) => own.place(),
            ExchangeError::CannotWatch { .. } | ExchangeError::Unsettled { .. } => Place::default(),
            ExchangeError::Settings { faults } => faults
                .first()
                .map(|own| own.finding.place.clone())
                .unwrap_or_default(),
            ExchangeError::NoPackFolder { name, .. } => {
                Place::file(crate::settings::FILE).column(format!("packs.{name}"))
            }
        }
    }

    /// What was found, with its place, without code and remedy.
    pub fn found(&self) -> String {
        match self {
            ExchangeError::NotFound { path, .. } => format!("`{path}` is not there"),
            ExchangeError::NotAFolder { path, .. } => format!("`{path}` is a file, not a folder"),
            ExchangeError::NotAFile { path } => format!("`{path}` is a folder, not a file"),
            ExchangeError::Io { verb, path, source } => {
                format!(
                    "cannot {verb} `{path}`: {}",
                    source.to_string().to_lowercase()
                )
            }
            ExchangeError::TooLarge {
                file,
                limit,
                unpacked: true,
                ..
            } => {
                format!("`{file}` unpacks to more than {} MB", megabytes(*limit))
            }
            ExchangeError::TooLarge {
                file,
                bytes,
                limit,
                unpacked: false,
            } => format!(
                "`{file}` has {} MB, the limit is {} MB",
                megabytes(*bytes),
                megabytes(*limit)
            ),
            ExchangeError::NotText { file, is } => {
                format!("`{file}` is read as CSV but is {}", is.name())
            }
            ExchangeError::NotAWorkbook { file, is } => {
                format!("`{file}` is read as an .xlsx workbook but is {}", is.name())
            }
            ExchangeError::DamagedWorkbook { file, reason } => {
                format!("`{file}` cannot be read: {reason}")
            }
            ExchangeError::SheetTooLarge {
                file,
                rows,
                columns,
                limit,
            } => format!(
                "`{file}` uses {rows} rows by {columns} columns, the limit is {limit} cells"
            ),
            ExchangeError::NationalNumber { places } => {
                let mut text = String::from("eleven-digit national numbers stand in ");
                for (at, (place, cells)) in places.iter().take(NAMED_PLACES).enumerate() {
                    let joint = if at == 0 { "" } else { " and in " };
                    text.push_str(&format!("{joint}{place}"));
                    if *cells > 1 {
                        text.push_str(&format!(" ({cells} cells)"));
                    }
                }
                if places.len() > NAMED_PLACES {
                    text.push_str(&format!(
                        " and in {} more columns",
                        places.len() - NAMED_PLACES
                    ));
                }
                text
            }
            ExchangeError::NationalNumberInLog { path } => {
                format!("an eleven-digit national number would be written into `{path}`")
            }
            ExchangeError::NotUtf8 { path } => format!("`{path}` is not UTF-8 text"),
            ExchangeError::NotAPack { path, .. } => {
                format!("the folder `{path}` has no `pack.toml`")
            }
            ExchangeError::NoPackFolder { name, path } => {
                format!("`packs.{name}` of desk.toml names `{path}`, which is not there")
            }
            ExchangeError::Settings { faults } => match faults.as_slice() {
                [] => String::new(),
                [only] => only.finding.problem.found(),
                [first, rest @ ..] => {
                    let found = first.finding.problem.found();
                    format!("{found} (and {} more)", rest.len())
                }
            },
            ExchangeError::NotADesk { path } => format!("`{path}` holds no table of a desk"),
            ExchangeError::Store(own) => own.found(),
            ExchangeError::CannotWatch { reason } => {
                format!(
                    "changes of files cannot be followed: {}",
                    reason.to_lowercase()
                )
            }
            ExchangeError::Unsettled { folders } => {
                format!("the rules `{}` change all the time", folders.join("`, `"))
            }
            ExchangeError::WriteWorkbook { sheet, reason } => {
                format!("the sheet `{sheet}` cannot be written: {reason}")
            }
        }
    }

    /// What would be right, lower case, no full stop.
    pub fn remedy(&self) -> String {
        match self {
            ExchangeError::NotFound {
                nearest: Some(nearest),
                ..
            } => {
                format!("did you mean `{nearest}`?")
            }
            ExchangeError::NotFound { nearest: None, .. } => "check the path".into(),
            ExchangeError::NotAFolder { parent, .. } => {
                format!("give the folder that it lies in, `{parent}`")
            }
            ExchangeError::NotAFile { .. } => "give a file in it".into(),
            ExchangeError::Io { source, .. } => match source.kind() {
                std::io::ErrorKind::PermissionDenied => {
                    "ask for access, or close the program that holds it".into()
                }
                _ => "check the path and try again".into(),
            },
            ExchangeError::TooLarge { .. } | ExchangeError::SheetTooLarge { .. } => {
                "keep only the rows and columns that the table needs".into()
            }
            ExchangeError::NotText { is, .. } => match is {
                NotText::Zip => "give it the ending `.xlsx` if it is a workbook".into(),
                NotText::UnmarkedUtf16 => "save it as `CSV UTF-8`".into(),
                _ => "save the table as `CSV UTF-8` or as an `.xlsx` workbook".into(),
            },
            ExchangeError::NotAWorkbook { is, .. } => match is {
                NotText::OldOrLocked => "save it as `.xlsx` without a password".into(),
                NotText::Text => "give it the ending `.csv`".into(),
                _ => "save the table as an `.xlsx` workbook".into(),
            },
            ExchangeError::DamagedWorkbook { .. } => {
                "open it in a spreadsheet and save it again as `.xlsx`".into()
            }
            ExchangeError::NationalNumber { .. } => {
                "nothing of the table was read; take people out of the file and its history".into()
            }
            ExchangeError::NationalNumberInLog { .. } => {
                "nothing was written; take people out of the desk, the rules and the reason".into()
            }
            ExchangeError::NotUtf8 { .. } => "save it as UTF-8".into(),
            ExchangeError::NotAPack {
                near: Some(near), ..
            } => format!("rename `{near}` to `pack.toml`"),
            ExchangeError::NotAPack { .. } => "a pack is a folder with `pack.toml` in it".into(),
            ExchangeError::NoPackFolder { .. } => {
                "correct the path, which is counted from the desk's folder, or take the line away to \
                 use the shipped pack"
                    .into()
            }
            ExchangeError::Settings { faults } => faults
                .first()
                .map(|own| own.finding.problem.remedy())
                .unwrap_or_default(),
            ExchangeError::NotADesk { .. } => {
                "a desk is a folder of CSV files such as `offers.csv`, or a workbook with a sheet \
                 for each table; `mestring new FOLDER` makes one"
                    .into()
            }
            ExchangeError::CannotWatch { .. } => {
                "raise the system's limit of watched folders, or follow them by polling alone".into()
            }
            ExchangeError::Unsettled { .. } => {
                "stop what writes them, or copy finished packs there".into()
            }
            ExchangeError::WriteWorkbook { .. } => "change the sheet's name or its cells".into(),
            ExchangeError::Store(own) => own.remedy().into(),
        }
    }

    /// The error as findings, for a reader that goes on with other files: one finding, or one for
    /// each column that holds national numbers. None where it is not about the contents of one table.
    ///
    /// ```
    /// use mestring_exchange::csv_text;
    ///
    /// let error = csv_text::read("tilbud.csv", b"%PDF-1.7").unwrap_err();
    /// assert_eq!(
    ///     error.findings().ok_or("not a desk's")?[0].to_string(),
    ///     "error X006: tilbud.csv: `tilbud.csv` is read as CSV but is a PDF document; save the \
    ///      table as `CSV UTF-8` or as an `.xlsx` workbook"
    /// );
    /// # Ok::<(), &str>(())
    /// ```
    pub fn findings(&self) -> Option<Vec<Finding>> {
        let problem = match self {
            ExchangeError::Settings { faults } => {
                return Some(faults.iter().map(|own| own.finding.clone()).collect());
            }
            ExchangeError::TooLarge {
                file,
                bytes,
                limit,
                unpacked: false,
            } => FileProblem::TooLarge {
                file: file.clone(),
                megabytes: megabytes(*bytes),
                limit: megabytes(*limit),
            },
            ExchangeError::NotText { file, is } => {
                let file = file.clone();
                match is {
                    NotText::Zip => FileProblem::ZipAsCsv { file },
                    NotText::OtherZip => FileProblem::OtherZipAsCsv { file },
                    NotText::OldOrLocked => FileProblem::OldWorkbookAsCsv { file },
                    NotText::Pdf => FileProblem::PdfAsCsv { file },
                    NotText::UnmarkedUtf16 => FileProblem::UnmarkedUtf16 { file },
                    NotText::Text | NotText::Binary => FileProblem::BinaryAsCsv { file },
                }
            }
            ExchangeError::NationalNumber { places } => {
                let findings = places.iter().map(|(place, cells)| {
                    let problem = match *cells {
                        0 | 1 => FileProblem::NationalNumber,
                        cells => FileProblem::NationalNumbers { cells },
                    };
                    Finding::new(place.clone(), problem)
                });
                return Some(findings.collect());
            }
            _ => return None,
        };
        Some(vec![Finding::new(self.place(), problem)])
    }

    pub(crate) fn too_large(file: &str, bytes: u64) -> Self {
        ExchangeError::TooLarge {
            file: file.into(),
            bytes,
            limit: MAX_FILE_BYTES,
            unpacked: false,
        }
    }
}

/// So many places are named in the one-line text; [`ExchangeError::into_findings`] names all.
const NAMED_PLACES: usize = 3;

fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1024 * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_a_listed_code_a_place_and_a_remedy() {
        let errors = [
            ExchangeError::NotFound {
                path: "desk".into(),
                nearest: None,
            },
            ExchangeError::NotAFolder {
                path: "desk".into(),
                parent: ".".into(),
            },
            ExchangeError::NotAFile {
                path: "desk".into(),
            },
            ExchangeError::Io {
                verb: "read",
                path: "desk".into(),
                source: std::io::Error::from(std::io::ErrorKind::PermissionDenied),
            },
            ExchangeError::too_large("a.csv", 80 << 20),
            ExchangeError::NotText {
                file: "a.csv".into(),
                is: NotText::Zip,
            },
            ExchangeError::NotAWorkbook {
                file: "a.xlsx".into(),
                is: NotText::OldOrLocked,
            },
            ExchangeError::DamagedWorkbook {
                file: "a.xlsx".into(),
                reason: "no parts".into(),
            },
            ExchangeError::SheetTooLarge {
                file: "a.xlsx [b]".into(),
                rows: 1_048_576,
                columns: 3,
                limit: 1_000_000,
            },
            ExchangeError::NationalNumber {
                places: vec![(Place::row("a.csv", 4).column("merknad"), 3)],
            },
            ExchangeError::NotUtf8 {
                path: "a.rhai".into(),
            },
            ExchangeError::NationalNumberInLog {
                path: "log.jsonl".into(),
            },
            ExchangeError::NotAPack {
                path: "pack".into(),
                near: None,
            },
            ExchangeError::WriteWorkbook {
                sheet: "a/b".into(),
                reason: "a slash".into(),
            },
        ];
        let mut seen = Vec::new();
        for error in &errors {
            let listed = crate::code::CODES
                .iter()
                .any(|(code, ..)| *code == error.code());
            assert!(listed, "{} is not listed", error.code());
            assert_ne!(error.place(), Place::default());
            assert!(!error.remedy().is_empty());
            seen.push(error.to_string());
        }
        insta::assert_snapshot!(seen.join("\n"), @"
        X001: `desk` is not there; check the path
        X002: `desk` is a file, not a folder; give the folder that it lies in, `.`
        X003: `desk` is a folder, not a file; give a file in it
        X004: cannot read `desk`: permission denied; ask for access, or close the program that holds it
        X005: `a.csv` has 80 MB, the limit is 50 MB; keep only the rows and columns that the table needs
        X006: `a.csv` is read as CSV but is a workbook or another zip archive; give it the ending `.xlsx` if it is a workbook
        X007: `a.xlsx` is read as an .xlsx workbook but is an old Excel workbook (.xls) or one with a password; save it as `.xlsx` without a password
        X008: `a.xlsx` cannot be read: no parts; open it in a spreadsheet and save it again as `.xlsx`
        X009: `a.xlsx [b]` uses 1048576 rows by 3 columns, the limit is 1000000 cells; keep only the rows and columns that the table needs
        X010: eleven-digit national numbers stand in a.csv, row 4, column `merknad` (3 cells); nothing of the table was read; take people out of the file and its history
        X011: `a.rhai` is not UTF-8 text; save it as UTF-8
        X129: an eleven-digit national number would be written into `log.jsonl`; nothing was written; take people out of the desk, the rules and the reason
        X012: the folder `pack` has no `pack.toml`; a pack is a folder with `pack.toml` in it
        X013: the sheet `a/b` cannot be written: a slash; change the sheet's name or its cells
        ");
    }
}
