use std::io::{Error, ErrorKind};

use mestring::decision_log::{LineError, NoEntry};
use mestring_exchange::import::MappingError;
use mestring_model::{Lang, Place};

use super::*;

fn name() -> String {
    "own".to_owned()
}

fn exchange_errors() -> Vec<ExchangeError> {
    let (path, file) = (name, || "a.csv".to_owned());
    let mut all = vec![
        ExchangeError::NotAFolder {
            path: path(),
            parent: ".".to_owned(),
        },
        ExchangeError::NotAFile { path: path() },
        ExchangeError::DamagedWorkbook {
            file: file(),
            reason: "no parts".to_owned(),
        },
        ExchangeError::SheetTooLarge {
            file: file(),
            rows: 1_048_576,
            columns: 3,
            limit: 1_000_000,
        },
        ExchangeError::NationalNumber {
            places: vec![(Place::row("a.csv", 4).column("merknad"), 1)],
        },
        ExchangeError::NationalNumberInLog { path: path() },
        ExchangeError::NotUtf8 { path: path() },
        ExchangeError::NotAPack {
            path: path(),
            near: None,
        },
        ExchangeError::NotAPack {
            path: path(),
            near: Some("pack.toml.txt".to_owned()),
        },
        ExchangeError::NoPackFolder {
            name: name(),
            path: path(),
        },
        ExchangeError::NotADesk { path: path() },
        ExchangeError::WriteWorkbook {
            sheet: name(),
            reason: "a slash".to_owned(),
        },
    ];
    let (root, desk) = (name, name);
    let stores = [
        StoreError::InWorkTree {
            path: path(),
            root: root(),
        },
        StoreError::InDesk {
            path: path(),
            desk: desk(),
        },
        StoreError::PersonsInDesk {
            path: path(),
            file: file(),
        },
        StoreError::NationalNumber {
            place: Place::row("people.csv", 4).column("note"),
            count: 1,
        },
        StoreError::NationalNumber {
            place: Place::row("people.csv", 4),
            count: 3,
        },
        StoreError::NotAStore { path: path() },
    ];
    all.extend(stores.map(ExchangeError::from));
    for nearest in [None, Some("b".to_owned())] {
        all.push(ExchangeError::NotFound {
            path: path(),
            nearest,
        });
    }
    for unpacked in [false, true] {
        all.push(ExchangeError::TooLarge {
            file: file(),
            bytes: 80 << 20,
            limit: 50 << 20,
            unpacked,
        });
    }
    for is in [
        NotText::Zip,
        NotText::OtherZip,
        NotText::OldOrLocked,
        NotText::Pdf,
        NotText::UnmarkedUtf16,
        NotText::Text,
        NotText::Binary,
    ] {
        all.push(ExchangeError::NotText { file: file(), is });
        all.push(ExchangeError::NotAWorkbook { file: file(), is });
    }
    all
}

/// Errors of the system by their kind: what it says itself is its own.
fn system_errors() -> Vec<CommandError> {
    let kinds = [
        ErrorKind::NotFound,
        ErrorKind::PermissionDenied,
        ErrorKind::StorageFull,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::IsADirectory,
        ErrorKind::NotADirectory,
        ErrorKind::BrokenPipe,
    ];
    let mut all: Vec<CommandError> = Vec::new();
    for kind in kinds {
        for verb in ["read", "write", "list"] {
            let (path, source) = (name(), Error::from(kind));
            all.push(ExchangeError::Io { verb, path, source }.into());
        }
        all.push(CommandError::Output(Error::from(kind)));
    }
    all
}

fn errors() -> Vec<CommandError> {
    let path = name;
    let mut all: Vec<CommandError> = exchange_errors().into_iter().map(Into::into).collect();
    all.extend([Damage::Letters, Damage::Quotes].map(|why| {
        let file = name();
        ImportError::NotAddedTo { file, why }.into()
    }));
    all.extend([
        MappingError { reason: name() }.into(),
        CommandError::NotXlsx { path: path() },
        CommandError::IntoWorkbook { path: path() },
        CommandError::NoRows { path: path() },
        CommandError::NoPlugins { name: name() },
        CommandError::Plugin {
            name: name(),
            why: "its module is not there".to_owned(),
        },
        CommandError::EmptyLog { path: path() },
        CommandError::NotALog {
            path: path(),
            wrong: LineError::Unreadable {
                number: 2,
                why: NoEntry::NotClosed,
            },
        },
    ]);
    all.extend(
        [Remedy::NewFolder, Remedy::Overwrite].map(|remedy| CommandError::Taken {
            path: path(),
            remedy,
        }),
    );
    let instead = [
        Instead::LeaveOut,
        Instead::NameFolder,
        Instead::NameDesk,
        Instead::With,
        Instead::OwnSeed,
        Instead::OwnDate,
        Instead::Date,
    ];
    all.extend(instead.map(|instead| CommandError::NotUsed {
        command: "rules test",
        option: "--pack",
        instead,
    }));
    all.extend([false, true].map(|several| CommandError::NoEntry {
        path: path(),
        entry: name(),
        several,
    }));
    let missing = [
        Missing::Sheet { file: name() },
        Missing::Heading,
        Missing::Column { table: name() },
        Missing::AnyColumn,
    ];
    for what in missing {
        all.push(CommandError::not_there(
            "kurz",
            what.clone(),
            ["kurs", "rom"],
        ));
        all.push(CommandError::not_there("xyzzy", what, ["kurs", "rom"]));
    }
    for nearest in [None, Some("b".to_owned())] {
        all.push(CommandError::NoSuchPack {
            name: name(),
            nearest,
            shipped: "format, priority".to_owned(),
        });
    }
    all
}

#[test]
fn every_error_is_said_in_each_language_and_in_english_as_it_says_itself() {
    let [en, nb, nn] = Lang::ALL.map(Texts::new);
    let mut seen = 0;
    for own in errors() {
        assert_eq!(own.line(&en), own.to_string());
        let own_words = own.to_string();
        for texts in [&nb, &nn] {
            let line = own.line(texts);
            assert!(line != own_words && !line.contains("[error"), "{line}");
            // What the user wrote stands in both.
            for quoted in own_words.split('`').skip(1).step_by(2) {
                let translated =
                    ["offers.csv", "people.csv", "mestring new FOLDER"].contains(&quoted);
                assert!(translated || line.contains(quoted), "{line} lacks {quoted}");
            }
            seen += 1;
        }
    }
    for own in system_errors() {
        let [english, bokmaal, nynorsk] = [&en, &nb, &nn].map(|texts| own.line(texts));
        assert!(!english.contains("[error"), "{english}");
        for line in [bokmaal, nynorsk] {
            assert!(line != english && !line.contains("[error"), "{line}");
            seen += 1;
        }
    }
    assert!(seen > 150, "only {seen} texts were looked at");
}
