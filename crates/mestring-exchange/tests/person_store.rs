//! Where a person store may lie, what refuses it, and that it comes back from the folder that it was
//! written to.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests make the folders that they read"
)]
#![expect(clippy::unwrap_used, reason = "a helper of tests fails the test")]

use std::fs;
use std::path::{Path, PathBuf};

use mestring_exchange::error::StoreError;
use mestring_exchange::{ExchangeError, desk, person_store};
use mestring_model::id::{OfferId, PersonId};
use mestring_model::noun::{Person, PersonRole, Referral};
use mestring_model::record::Origin;
use mestring_model::{Fact, Lang, PersonStore, RawTable, StoreSettings};

/// A new folder for one test, outside every git work tree.
fn outside(name: &str) -> PathBuf {
    let own = format!("mestring-store-{}-{name}", std::process::id());
    let folder = std::env::temp_dir().join(own);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A new folder for one test inside a git work tree.
fn inside(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("store")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join(".git")).unwrap();
    folder
}

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
}

const PEOPLE: (&str, &str) = ("personer.csv", "id;rolle\nP1;pasient\nP2;pasient\n");
const MADE_UP: (&str, &str) = ("store.toml", "synthetic = true\n");

/// The error's text with the test's folder left out.
fn refusal(folder: &Path) -> String {
    let error = person_store::read(folder).unwrap_err();
    let folder = fs::canonicalize(folder).unwrap();
    error
        .to_string()
        .replace(&folder.display().to_string(), "T")
}

#[test]
fn a_store_comes_back_from_its_folder_in_every_language() {
    let id = PersonId::new("P-1").unwrap();
    let person = Person {
        id: id.clone(),
        role: Fact::Known(PersonRole::Patient),
        relative_of: None,
        together: Fact::NotStated,
        birth_year: Fact::Unknown,
        municipality: Fact::NotStated,
        languages: Fact::Known(Vec::new()),
        digital: Fact::Known(false),
        target_groups: Fact::NotStated,
        weekdays: Fact::NotStated,
        half_days: Fact::NotStated,
        travel_limit: Fact::Known(45),
        referred: Fact::NotStated,
        origin: Origin::default(),
    };
    let referral = Referral {
        person: id,
        offer: Some(OfferId::new("KOLS").unwrap()),
        target_group: None,
        referred_on: Fact::Known("2026-11-01".parse().unwrap()),
        deadline: Fact::NotStated,
        origin: Origin::default(),
    };
    let settings = StoreSettings {
        synthetic: true,
        as_of: Some("2026-11-22".parse().unwrap()),
        history_from: Some("2024-01-01".parse().unwrap()),
        seed: Some(7),
    };
    let builder = PersonStore::builder().settings(settings);
    let (store, findings) = builder.with(person).with(referral).build();
    assert_eq!(findings, []);
    for lang in Lang::ALL {
        let folder = inside(&format!("back-{lang}"));
        for (name, bytes) in person_store::to_files(&store, lang) {
            fs::write(folder.join(name), bytes).unwrap();
        }
        let (again, _) = person_store::read(&folder).unwrap();
        assert_eq!(again.settings, store.settings);
        assert_eq!(again.tables(Lang::En), store.tables(Lang::En));
        assert_eq!((again.people.len(), again.referrals.len()), (1, 1));
    }
}

#[test]
fn people_who_are_not_made_up_may_not_lie_in_a_work_tree() {
    let folder = inside("tree");
    write(&folder, &[PEOPLE]);
    let error = person_store::read(&folder).unwrap_err();
    assert!(
        matches!(error, ExchangeError::Store(StoreError::InWorkTree { .. })),
        "{error}"
    );
    assert_eq!(error.code(), "X132");
    write(&folder, &[MADE_UP]);
    assert_eq!(person_store::read(&folder).unwrap().0.people.len(), 2);
    write(&folder, &[("store.toml", "synthetic = \"ja\"\n")]);
    assert_eq!(person_store::read(&folder).unwrap_err().code(), "D031");

    let away = outside("tree");
    write(&away, &[PEOPLE]);
    assert_eq!(person_store::read(&away).unwrap().0.people.len(), 2);
    fs::remove_dir_all(away).unwrap();
}

#[test]
fn no_store_lies_in_a_desk_and_no_desk_holds_persons() {
    let folder = outside("desk");
    let people = folder.join("personer");
    fs::create_dir_all(&people).unwrap();
    write(&people, &[PEOPLE, MADE_UP]);
    assert_eq!(person_store::read(&people).unwrap().0.people.len(), 2);
    write(
        &folder,
        &[("desk.toml", ""), ("tilbud.csv", "id;tittel\nA;Kurs\n")],
    );
    let error = person_store::read(&people).unwrap_err();
    assert_eq!(error.code(), "X133");
    assert_eq!(desk::read(&folder).unwrap().0.offers.len(), 1);

    for name in [
        "people.csv",
        "Personer.csv",
        "tilvisingar.csv",
        "oppmøte.csv",
        "valg.tsv",
    ] {
        write(&folder, &[(name, "id;rolle\nP1;pasient\n")]);
        let error = desk::read(&folder).unwrap_err();
        assert_eq!(error.code(), "X134", "{name}");
        assert!(error.to_string().contains(name), "{error}");
        fs::remove_file(folder.join(name)).unwrap();
    }
    // How long the ways are is about nobody.
    write(
        &folder,
        &[("reisetid.csv", "fra;til;minutter\n4601;4601;20\n")],
    );
    assert!(desk::read(&folder).is_ok());
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn one_national_number_anywhere_refuses_the_whole_store() {
    // Invented: months above 80 belong to the tax administration's synthetic population.
    let number = "01814550016";
    let cases = [
        (
            "personer.csv",
            "id;merknad\nP1;ring 01814550016\nP2;018145 50016\n",
        ),
        ("personer.csv", "01814550016;Kari\nP1;a\n"),
        ("personer.csv", "id;Kari\nP1;01814550016\n"),
        ("annet.csv", "id;merknad\nP1;01814550016\n"),
        ("store.toml", "synthetic = true # 01814550016\n"),
        ("01814550016.csv", "id\nP1\n"),
    ];
    let mut said = Vec::new();
    for (at, (name, text)) in cases.into_iter().enumerate() {
        let folder = inside(&format!("number-{at}"));
        write(&folder, &[PEOPLE, MADE_UP, (name, text)]);
        let text = refusal(&folder);
        assert!(!text.contains(number) && !text.contains("Kari"), "{text}");
        said.push(text.split(';').next().unwrap_or_default().to_owned());
    }
    insta::assert_snapshot!(said.join("\n"), @"
    X135: eleven-digit national numbers stand in personer.csv, row 2, column `merknad`, the first of 2 cells
    X135: an eleven-digit national number stands in personer.csv, row 1
    X135: an eleven-digit national number stands in personer.csv, row 2
    X135: an eleven-digit national number stands in annet.csv, row 2, column `merknad`
    X135: an eleven-digit national number stands in store.toml
    X135: an eleven-digit national number stands in [national number].csv
    ");
}

/// A table of one row in memory.
fn table(headings: &[&str], cells: &[&str]) -> RawTable {
    let mut table = RawTable::with_headings("people", headings.iter().copied());
    table.push(cells.iter().map(|own| (*own).to_owned()).collect());
    table
}

#[test]
fn tables_in_memory_are_read_as_those_of_a_folder() {
    let settings = StoreSettings {
        seed: Some(7),
        ..StoreSettings::default()
    };
    let people = table(&["id", "fødselsår", "Kari"], &["P1", "sytti", "Ola"]);
    let (store, findings) =
        person_store::from_tables([("personer".to_owned(), people)], settings).unwrap();
    assert_eq!((store.people.len(), store.settings.seed), (1, Some(7)));
    let said: Vec<String> = findings.iter().map(ToString::to_string).collect();
    let said = said.join("\n");
    assert!(said.contains("people, row 2, column `fødselsår`"), "{said}");
    assert!(!said.contains("Kari") && !said.contains("Ola"), "{said}");
}

#[test]
fn one_national_number_in_memory_refuses_the_whole_store_too() {
    let number = "01814550016";
    let cases = [
        (
            "people",
            table(&["id", "note"], &["P1", "ring 01814550016"]),
        ),
        ("people", table(&["id", "Kari"], &["P1", number])),
        ("people", table(&["id", number], &["P1", ""])),
        (number, table(&["id"], &["P1"])),
    ];
    let mut said = Vec::new();
    for (name, table) in cases {
        let tables = [
            ("referrals".to_owned(), RawTable::default()),
            (name.to_owned(), table),
        ];
        let error = person_store::from_tables(tables, StoreSettings::default()).unwrap_err();
        let text = error.to_string();
        assert!(!text.contains(number) && !text.contains("Kari"), "{text}");
        said.push(text.split(';').next().unwrap_or_default().to_owned());
    }
    insta::assert_snapshot!(said.join("\n"), @"
    X135: an eleven-digit national number stands in people, row 2, column `note`
    X135: an eleven-digit national number stands in people, row 2
    X135: an eleven-digit national number stands in people, row 1
    X135: an eleven-digit national number stands in [national number]
    ");
}

#[test]
fn what_a_file_holds_is_not_shown_and_its_good_rows_are_read() {
    let folder = inside("hidden");
    write(
        &folder,
        &[
            MADE_UP,
            (
                "personer.csv",
                "id;rolle;fødselsår;Kari Nordmann\nP1;pasient;sytti;#REF!\nP2;onkel;1970;;x\n",
            ),
            ("henvisninger.csv", "person;tilbud;frist\nP1;A;\"snart\n"),
            ("Ola.csv", "id\nP1\n"),
        ],
    );
    let (store, findings) = person_store::read(&folder).unwrap();
    assert_eq!(store.people.len(), 2);
    let said: Vec<String> = findings.iter().map(ToString::to_string).collect();
    let said = said.join("\n");
    for cell in ["sytti", "onkel", "Kari", "snart"] {
        assert!(!said.contains(cell), "{cell} in {said}");
    }
    insta::assert_snapshot!(said, @"
    warning D001: Ola.csv: `Ola` is not a table of a person store; the table was not read; a person store has: people, referrals, choices, placements, attendance, travel
    error X105: henvisninger.csv, row 2: a quotation mark opens a cell in this row and is never closed; nothing from here on was read; close it or take it away
    error D011: personer.csv, row 2, column `fødselsår`: `…` is not a year of birth; write four digits, such as `1957`, and nothing else of the date; the cell was read as not stated
    error D011: personer.csv, row 3, column `rolle`: `…` is not a word that can stand here; write one of: patient, relative; the cell was read as not stated
    error X103: personer.csv, row 3: the row has 5 cells, the heading has 4; not read: `…`; put quotation marks around a cell that holds the separator
    warning D005: personer.csv, row 1, column `D`: `…` is not a column of `people`; the column was not read; `people` has: id, role, relative_of, together, birth_year, municipality, languages, digital, target_groups, weekdays, half_days, travel_limit, referred, source, source_date, illustrative, note
    note X101: Ola.csv: read as UTF-8, one column
    note X101: henvisninger.csv: read as UTF-8, separated by semicolons
    note X101: personer.csv: read as UTF-8, separated by semicolons
    ");
}

#[test]
fn what_is_no_store_is_told() {
    let folder = inside("none");
    write(&folder, &[("tilbud.csv", "id;tittel\nA;Kurs\n"), MADE_UP]);
    assert_eq!(person_store::read(&folder).unwrap_err().code(), "X136");
    assert_eq!(
        person_store::read(&folder.join("not")).unwrap_err().code(),
        "X001"
    );
    assert_eq!(
        person_store::read(&folder.join("tilbud.csv"))
            .unwrap_err()
            .code(),
        "X002"
    );
}
