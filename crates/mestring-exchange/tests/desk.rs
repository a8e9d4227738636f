//! Desks come back from the folders and workbooks that they were written to.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests make the folders that they read"
)]
#![expect(clippy::unwrap_used, reason = "a helper of tests fails the test")]

use std::path::{Path, PathBuf};

use mestring_exchange::desk::{nothing_in, read, to_files, to_workbook};
use mestring_exchange::folder;
use mestring_model::{Desk, Lang, RawTable, Settings, Severity};

/// A new folder for one test.
fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("desk")
        .join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn desk() -> Desk {
    let mut offers = RawTable::with_headings("tilbud.csv", ["id", "tittel", "timer", "pris"]);
    offers.push(vec![
        "A".into(),
        "=Kurs; \"KOLS\"".into(),
        "13,5".into(),
        "1000/par".into(),
    ]);
    let mut runs = RawTable::with_headings("kursrekker.csv", ["id", "tilbud", "status", "start"]);
    runs.push(vec![
        "R1".into(),
        "A".into(),
        "holdt".into(),
        "31.12.2025".into(),
    ]);
    let settings = Settings {
        name: "LMS".into(),
        seed: Some(3),
        ..Settings::default()
    };
    let builder = Desk::builder().settings(settings);
    let (desk, findings) = builder
        .table("tilbud", offers)
        .table("kursrekker", runs)
        .build();
    assert_eq!(findings, []);
    desk
}

#[test]
fn a_desk_comes_back_from_a_workbook_in_every_language() {
    let desk = desk();
    let folder = fresh("workbook");
    for lang in Lang::ALL {
        let path = folder.join(format!("{lang}.xlsx"));
        folder::write_file(&path, &to_workbook(&desk, lang).unwrap()).unwrap();
        let (again, findings) = read(&path).unwrap();
        let errors: Vec<_> = findings
            .iter()
            .filter(|finding| finding.severity() == Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        assert_eq!(again.tables(Lang::En), desk.tables(Lang::En));
        assert_eq!(again.settings, desk.settings);
    }
}

#[test]
fn a_desk_comes_back_from_a_folder_and_a_folder_without_tables_is_none() {
    let desk = desk();
    let folder = fresh("folder");
    let error = read(&folder).unwrap_err();
    assert_eq!(error.code(), "X014");
    for (name, bytes) in to_files(&desk, Lang::Nn) {
        folder::write_file(&folder.join(name), &bytes).unwrap();
    }
    let (again, _) = read(&folder).unwrap();
    assert_eq!(again.tables(Lang::En), desk.tables(Lang::En));
    assert_eq!(again.settings, desk.settings);
    assert!(nothing_in(&again, &folder).is_none());
}

#[test]
fn ids_of_a_file_that_cannot_be_read_are_missing_because_of_it() {
    let folder = fresh("unread");
    let files: [(&str, &[u8]); 3] = [
        (
            "kursrekker.csv",
            b"id;tilbud;status;rom\nR1;KOLS;held;STOR\n",
        ),
        ("tilbud.csv", b"%PDF-1.7"),
        ("rom.csv", b"id;navn\nLITE;\"Liten stue\nSTOR;Stor sal\n"),
    ];
    for (name, bytes) in files {
        folder::write_file(&folder.join(name), bytes).unwrap();
    }
    let (_, findings) = read(&folder).unwrap();
    let texts: Vec<String> = findings
        .iter()
        .filter(|finding| finding.code() == "D021" || finding.code() == "X006")
        .map(|finding| format!("{}: {}", finding.code(), finding.found()))
        .collect();
    assert_eq!(
        texts,
        [
            "X006: `tilbud.csv` is read as CSV but is a PDF document",
            "D021: `rooms` has no row `STOR`: `rom.csv` was not read",
            "D021: `offers` has no row `KOLS`: `tilbud.csv` was not read",
        ]
    );
}
