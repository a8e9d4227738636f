//! What an error says, in each language. The English is what it says of itself.

use std::io::ErrorKind;

use mestring::text::{Arg, FoundAndHelp, Texts};
use mestring_exchange::ExchangeError;
use mestring_exchange::error::{NotText, StoreError};
use mestring_exchange::import::{Damage, ImportError};
use mestring_model::Finding;
use mestring_model::finding::FileProblem;

use super::{CommandError, Instead, Missing, Remedy};

/// What was found, and what would be right, which is empty where nothing is to be added; both without
/// the code.
pub(super) fn said(texts: &Texts, own: &CommandError) -> FoundAndHelp {
    let path = |name: &str, path: &str| texts.error(name, &[("path", path.into())]);
    match own {
        CommandError::Exchange(own) | CommandError::Import(ImportError::Exchange(own)) => {
            exchange(texts, own)
        }
        CommandError::Import(ImportError::NotAddedTo { file, why }) => {
            let why = texts.plain(match why {
                Damage::Letters => "error-damage-letters",
                Damage::Quotes => "error-damage-quotes",
            });
            let args = [("file", file.into()), ("why", why.into())];
            texts.error("not-added-to", &args)
        }
        CommandError::Import(other) => (other.to_string(), String::new()),
        CommandError::Mapping(own) => texts.error("mapping", &[("reason", (&own.reason).into())]),
        CommandError::Packs(own) => texts.packs_error(own),
        CommandError::Decide(own) => texts.decide_error(own),
        CommandError::WhatIf(own) => texts.what_if_error(own),
        CommandError::Compare(own) => texts.compare_error(own),
        CommandError::Gate(own) => texts.gate_error(own),
        CommandError::Decision(own) => texts.decision_error(own),
        CommandError::Taken { path, remedy } => {
            let name = match remedy {
                Remedy::NewFolder => "taken-folder",
                Remedy::Overwrite => "taken-file",
            };
            texts.error(name, &[("path", path.into())])
        }
        CommandError::NotOnePathway { count, pathways } => {
            let args = [("count", (*count).into()), ("pathways", pathways.into())];
            texts.error("not-one-pathway", &args)
        }
        CommandError::InDesk { path, desk } => {
            let args = [("path", path.into()), ("desk", desk.into())];
            texts.error("in-desk", &args)
        }
        CommandError::NotXlsx { path: own } => path("not-xlsx", own),
        CommandError::IntoWorkbook { path: own } => path("into-workbook", own),
        CommandError::NoRows { path: own } => path("no-rows", own),
        CommandError::NotThere {
            name,
            what,
            nearest,
            there,
        } => {
            let mut args = vec![("name", name.into()), ("there", there.into())];
            let id = match what {
                Missing::Sheet { file } => {
                    args.push(("file", file.into()));
                    "no-such-sheet"
                }
                Missing::Heading => "no-such-heading",
                Missing::Column { table } => {
                    args.push(("table", table.into()));
                    "no-such-column"
                }
                Missing::AnyColumn => "no-such-column-at-all",
            };
            texts.error_near(id, &args, nearest.as_deref())
        }
        CommandError::NoPlugins { name } => texts.error("no-plugins", &[("name", name.into())]),
        CommandError::Plugin { name, why } => {
            let args = [("name", name.into()), ("why", why.into())];
            texts.error("plugin", &args)
        }
        CommandError::NotALog { path, wrong } => {
            let line = wrong.number().to_string();
            texts.error("not-a-log", &[("path", path.into()), ("line", line.into())])
        }
        CommandError::EmptyLog { path } => texts.error("empty-log", &[("path", path.into())]),
        CommandError::NoEntry {
            path,
            entry,
            several,
        } => {
            let name = if *several {
                "several-entries"
            } else {
                "no-entry"
            };
            texts.error(name, &[("path", path.into()), ("entry", entry.into())])
        }
        CommandError::NoSuchPack {
            name,
            nearest,
            shipped,
        } => {
            let args = [("name", name.into()), ("shipped", shipped.into())];
            texts.error_near("no-such-pack", &args, nearest.as_deref())
        }
        CommandError::NotUsed {
            command,
            option,
            instead,
        } => {
            let name = match instead {
                Instead::LeaveOut => "not-used",
                Instead::NameFolder => "not-used-name-folder",
                Instead::NameDesk => "not-used-name-desk",
                Instead::With => "not-used-with",
                Instead::OwnSeed => "not-used-own-seed",
                Instead::OwnDate => "not-used-own-date",
                Instead::Date => "not-used-date",
            };
            let args = [("command", (*command).into()), ("option", (*option).into())];
            texts.error(name, &args)
        }
        CommandError::Usage { found, help } => (found.clone(), help.clone()),
        CommandError::Output(source) => {
            texts.error("not-written", &[("why", system(texts, source).into())])
        }
        CommandError::Json(own) => texts.error("not-json", &[("why", own.to_string().into())]),
    }
}

fn exchange(texts: &Texts, own: &ExchangeError) -> FoundAndHelp {
    let number = |count: u64| Arg::from(count.to_string());
    match own {
        ExchangeError::NotFound { path, nearest } => {
            texts.error_near("not-found", &[("path", path.into())], nearest.as_deref())
        }
        ExchangeError::NotAFolder { path, parent } => {
            let args = [("path", path.into()), ("parent", parent.into())];
            texts.error("not-a-folder", &args)
        }
        ExchangeError::NotAFile { path } => texts.error("not-a-file", &[("path", path.into())]),
        ExchangeError::Io { verb, path, source } => {
            let name = match (*verb, source.kind()) {
                ("read", ErrorKind::PermissionDenied) => "cannot-read-denied",
                ("write", ErrorKind::PermissionDenied) => "cannot-write-denied",
                ("list", ErrorKind::PermissionDenied) => "cannot-list-denied",
                ("read", _) => "cannot-read",
                ("write", _) => "cannot-write",
                _ => "cannot-list",
            };
            let why = system(texts, source);
            texts.error(name, &[("path", path.into()), ("why", why.into())])
        }
        ExchangeError::TooLarge {
            file,
            bytes,
            limit,
            unpacked,
        } => {
            let megabytes = |bytes: &u64| number(bytes.div_ceil(1024 * 1024));
            let mut args = vec![("file", file.into()), ("limit", megabytes(limit))];
            if *unpacked {
                return texts.error("too-large-unpacked", &args);
            }
            args.push(("megabytes", megabytes(bytes)));
            texts.error("too-large", &args)
        }
        ExchangeError::NotText { file, is } => {
            let name = match is {
                NotText::Zip => "not-text-zip",
                NotText::UnmarkedUtf16 => "not-text-utf16",
                _ => "not-text",
            };
            let is = texts.plain(not_text(*is));
            texts.error(name, &[("file", file.into()), ("is", is.into())])
        }
        ExchangeError::NotAWorkbook { file, is } => {
            let name = match is {
                NotText::OldOrLocked => "not-a-workbook-old",
                NotText::Text => "not-a-workbook-text",
                _ => "not-a-workbook",
            };
            let is = texts.plain(not_text(*is));
            texts.error(name, &[("file", file.into()), ("is", is.into())])
        }
        ExchangeError::DamagedWorkbook { file, reason } => {
            let args = [("file", file.into()), ("reason", reason.into())];
            texts.error("damaged-workbook", &args)
        }
        ExchangeError::SheetTooLarge {
            file,
            rows,
            columns,
            limit,
        } => {
            let args = [
                ("file", file.into()),
                ("rows", number(*rows)),
                ("columns", number(*columns)),
                ("limit", number(*limit)),
            ];
            texts.error("sheet-too-large", &args)
        }
        ExchangeError::NationalNumberInLog { path } => {
            texts.error("national-number-in-log", &[("path", path.into())])
        }
        ExchangeError::NotUtf8 { path } => texts.error("not-utf8", &[("path", path.into())]),
        ExchangeError::NotAPack { path, near: None } => {
            texts.error("not-a-pack", &[("path", path.into())])
        }
        ExchangeError::NotAPack {
            path,
            near: Some(near),
        } => {
            let args = [("path", path.into()), ("near", near.into())];
            texts.error("not-a-pack-near", &args)
        }
        ExchangeError::NoPackFolder { name, path } => {
            let args = [("name", name.into()), ("path", path.into())];
            texts.error("no-pack-folder", &args)
        }
        ExchangeError::NotADesk { path } => texts.error("not-a-desk", &[("path", path.into())]),
        ExchangeError::WriteWorkbook { sheet, reason } => {
            let args = [("sheet", sheet.into()), ("reason", reason.into())];
            texts.error("write-workbook", &args)
        }
        // Each column with such numbers has a finding of its own.
        ExchangeError::NationalNumber { .. } => {
            let findings = own.findings().unwrap_or_default();
            let places = findings.iter().map(|own| texts.finding_place(own));
            texts.error("national-number", &[("places", texts.list(places).into())])
        }
        ExchangeError::Store(own) => store(texts, own),
        // Nothing that this command does follows folders.
        other => (other.found(), other.remedy()),
    }
}

fn store(texts: &Texts, own: &StoreError) -> FoundAndHelp {
    let with = |name: &str, path: &String, key, value: &String| {
        texts.error(name, &[("path", path.into()), (key, value.into())])
    };
    match own {
        StoreError::InWorkTree { path, root } => with("store-in-work-tree", path, "root", root),
        StoreError::InDesk { path, desk } => with("store-in-desk", path, "desk", desk),
        StoreError::PersonsInDesk { path, file } => with("persons-in-desk", path, "file", file),
        StoreError::NationalNumber { place, count } => {
            let place =
                texts.finding_place(&Finding::new(place.clone(), FileProblem::NationalNumber));
            let args = [
                ("place", place.into()),
                (
                    "count",
                    Arg::from(i64::try_from(*count).unwrap_or(i64::MAX)),
                ),
            ];
            match count {
                1 => texts.error("store-national-number", &args),
                _ => texts.error("store-national-numbers", &args),
            }
        }
        StoreError::NotAStore { path } => texts.error("not-a-store", &[("path", path.into())]),
        other => {
            let whole = ExchangeError::from(other.clone());
            (whole.found(), whole.remedy())
        }
    }
}

/// What the operating system says, in the language where it is one of what often happens; else in
/// its own words.
fn system(texts: &Texts, own: &std::io::Error) -> String {
    let id = match own.kind() {
        ErrorKind::NotFound => "error-system-not-found",
        ErrorKind::PermissionDenied => "error-system-denied",
        ErrorKind::StorageFull => "error-system-full",
        ErrorKind::ReadOnlyFilesystem => "error-system-read-only",
        ErrorKind::IsADirectory => "error-system-folder",
        ErrorKind::NotADirectory => "error-system-no-folder",
        _ => {
            return texts.say(
                "error-system",
                &[("text", own.to_string().to_lowercase().into())],
            );
        }
    };
    texts.plain(id)
}

fn not_text(is: NotText) -> &'static str {
    match is {
        NotText::Zip => "error-is-zip",
        NotText::OtherZip => "error-is-other-zip",
        NotText::OldOrLocked => "error-is-old-or-locked",
        NotText::Pdf => "error-is-pdf",
        NotText::UnmarkedUtf16 => "error-is-utf16",
        NotText::Text => "error-is-text",
        _ => "error-is-binary",
    }
}

#[cfg(test)]
mod tests;
