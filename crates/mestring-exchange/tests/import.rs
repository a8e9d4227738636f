//! Lists into desks: what every import keeps to, whatever the list holds.
#![expect(clippy::unwrap_used, reason = "a helper of tests fails the test")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_exchange::csv_text;
use mestring_exchange::import::{DeskFolder, Mapping, Plan, Reading, guess, left_out, plan};
use mestring_model::finding::Problem;
use mestring_model::{Desk, Finding, Lang, RawTable, Settings, Severity};
use proptest::prelude::*;

type Files = BTreeMap<String, Vec<u8>>;

const OFFERS: &str = "sep=;\nVåre kurs\nid;tittel;Kontakt;samlinger;arrangører\n\
                      K1; Lungeskole ;resepsjonen;\"6\";LMS\nK2;Smerte;;;\n";
const ORGANISATIONS: &str = "id;navn;type\r\nLMS;Lærings- og mestringssenteret;lms\r\n";

fn desk() -> Files {
    let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
    BTreeMap::from([
        file("tilbud.csv", OFFERS),
        file("organisasjoner.csv", ORGANISATIONS),
    ])
}

fn reading(files: &Files) -> Reading {
    let date = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    files.iter().fold(Reading::on(date), |all, (name, bytes)| {
        let decl = Desk::table(name.trim_end_matches(".csv")).unwrap();
        all.with(decl, &csv_text::read(name, bytes).unwrap().0)
    })
}

fn take(files: &Files, lists: &[RawTable], update: bool) -> Plan {
    let settings = Settings {
        lang: Lang::Nb,
        ..Settings::default()
    };
    let reading = reading(files);
    let guesses: Vec<_> = lists
        .iter()
        .map(|list| {
            let name = list.file.trim_end_matches(".csv");
            guess(list, name, &Mapping::default(), &reading)
        })
        .collect();
    let lists: Vec<_> = lists.iter().zip(&guesses).collect();
    let desk = DeskFolder {
        files,
        settings: &settings,
        reading: &reading,
        update,
    };
    plan(desk, &lists).unwrap()
}

fn list(name: &str, text: &str) -> RawTable {
    csv_text::read(name, text.as_bytes()).unwrap().0
}

/// The desk with a plan written into it.
fn after(files: &Files, plan: &Plan) -> Files {
    let mut files = files.clone();
    for table in &plan.tables {
        if let Some(bytes) = &table.bytes {
            files.insert(table.file.clone(), bytes.clone());
        }
    }
    files
}

/// The errors that reading a desk gives.
fn errors(files: &Files) -> Vec<Finding> {
    let mut builder = Desk::builder();
    let mut found = Vec::new();
    for (name, bytes) in files {
        let (table, own) = csv_text::read(name, bytes).unwrap();
        found.extend(own);
        builder = builder.table(name.trim_end_matches(".csv"), table);
    }
    let (_, findings) = builder.findings(found).build();
    let errors = findings.into_iter();
    errors
        .filter(|own| own.severity() == Severity::Error)
        .collect()
}

fn text(files: &Files, name: &str) -> String {
    String::from_utf8(files[name].clone()).unwrap()
}

#[test]
fn rows_are_added_below_what_stands() {
    let files = desk();
    let kurs = list(
        "kurs.csv",
        "Kursnavn;Plasser;Arrangør;Kommune\n\
         Hjerteskole;12;Lærings- og mestringssenteret;Askøy\n\
         KOLS;ti;Ukjent klinikk AS;Våler\n",
    );
    let own = take(&files, &[kurs], false);
    let after = after(&files, &own);
    assert_eq!(
        text(&after, "tilbud.csv"),
        "sep=;\nVåre kurs\nid;tittel;Kontakt;samlinger;arrangører;plasser;kommuner\n\
         K1; Lungeskole ;resepsjonen;\"6\";LMS;;\nK2;Smerte;;;;;\n\
         hjerteskole;Hjerteskole;;;LMS;12;4627\nkols;KOLS;;;;;\n",
    );
    assert_eq!(after["organisasjoner.csv"], files["organisasjoner.csv"]);
    let left: Vec<String> = own
        .left_out
        .iter()
        .map(|own| format!("{} {} {}: {}", own.row, own.heading, own.cell, own.id))
        .collect();
    assert_eq!(
        left,
        [
            "3 Arrangør Ukjent klinikk AS: kols",
            "3 Kommune Våler: kols",
            "3 Plasser ti: kols"
        ]
    );
    assert_eq!(own.by_name.len(), 2);
}

#[test]
fn a_row_that_names_nothing_in_the_desk_is_left_out_whole() {
    let files = desk();
    let runs = list(
        "kursrekker.csv",
        "id;tilbud;status;start\nR1;K1;ønsket;2027-01-12\nR2;K9;ønsket;2027-01-12\n",
    );
    let own = take(&files, &[runs], false);
    assert_eq!(own.tables[0].added, 1, "{:?}", own.findings);
    let cells: Vec<&str> = own.left_out.iter().map(|own| own.cell.as_str()).collect();
    assert!(cells.contains(&"K9") && cells.contains(&"R2"), "{cells:?}");
    assert_eq!(errors(&after(&files, &own)), errors(&files));

    // With the row that it names beside it, it is taken in.
    let runs = list("kursrekker.csv", "id;tilbud;status\nR2;K9;ønsket\n");
    let offers = list("kurs.csv", "id;Kursnavn;Plasser\nK9;Nytt kurs;8\n");
    let own = take(&files, &[runs, offers], false);
    assert_eq!(own.left_out.len(), 0, "{:?}", own.findings);
}

#[test]
fn the_desk_keeps_what_it_says_unless_asked() {
    let files = desk();
    let kurs = || {
        list(
            "kurs.csv",
            "id;Tittel;Samlinger;Plasser\nK1;Lungeskole;8;9\nK2;;mange;\n",
        )
    };
    let kept = take(&files, &[kurs()], false);
    assert_eq!((kept.tables[0].added, kept.tables[0].changed), (0, 0));
    assert!(kept.tables[0].bytes.is_none());
    let said: Vec<String> = kept.findings.iter().map(|own| own.found()).collect();
    insta::assert_snapshot!(said.join("\n"), @"
    `mange` is neither a whole number nor a range
    the list says `9`, the desk nothing
    the list says `8`, the desk `6`
    ");
    let taken = take(&files, &[kurs()], true);
    assert_eq!((taken.tables[0].added, taken.tables[0].changed), (0, 2));
    assert_eq!(
        text(&after(&files, &taken), "tilbud.csv"),
        OFFERS
            .replace("arrangører\n", "arrangører;plasser\n")
            .replace("\"6\";LMS\n", "8;LMS;9\n")
            .replace("Smerte;;;\n", "Smerte;;;;\n"),
    );
    assert_eq!(taken.left_out.len(), 1);
}

#[test]
fn what_was_left_out_is_kept_until_the_list_is_mended() {
    let files = desk();
    let names = |name: &str| BTreeSet::from([name.to_owned()]);
    let first = take(
        &files,
        &[list("a.csv", "Kursnavn;Plasser\nA;ti\nB;tolv\nD;8\nE;9\n")],
        false,
    );
    let other = take(
        &files,
        &[list("b.csv", "Kursnavn;Plasser\nC;ni\nF;9\n")],
        false,
    );
    let kept = |old: Option<&[u8]>, name: &str, plan: &Plan| {
        left_out::update(old, &names(name), &plan.left_out, Lang::Nb, Problem::reason).unwrap()
    };
    let one = kept(None, "a.csv", &first).unwrap();
    let both = kept(Some(&one), "b.csv", &other).unwrap();
    let rows = |bytes: &[u8]| {
        let (table, _) = csv_text::read(left_out::FILE, bytes).unwrap();
        let cells = |row: &mestring_model::RawRow| row.cells[..7].join("|");
        table.rows.iter().map(cells).collect::<Vec<_>>()
    };
    assert_eq!(
        rows(&both),
        [
            "a.csv|2|Plasser|tilbud|a|plasser|ti",
            "a.csv|3|Plasser|tilbud|b|plasser|tolv",
            "b.csv|2|Plasser|tilbud|c|plasser|ni",
        ]
    );
    let mended = take(
        &files,
        &[list("a.csv", "Kursnavn;Plasser\nA;10\nB;12\n")],
        false,
    );
    let rest = kept(Some(&both), "a.csv", &mended).unwrap();
    assert_eq!(rows(&rest), ["b.csv|2|Plasser|tilbud|c|plasser|ni"]);
    let mended = take(&files, &[list("b.csv", "Kursnavn;Plasser\nC;9\n")], false);
    assert_eq!(kept(Some(&rest), "b.csv", &mended), None);
}

#[test]
fn a_number_that_may_be_a_persons_is_never_kept_or_told() {
    // A day and a month, and control digits that no number of that day has.
    let number = "01014550001";
    let files = desk();
    let own = take(
        &files,
        &[list(
            "a.csv",
            &format!("Kursnavn;Oppstart\nA;{number}\nB;2027\n"),
        )],
        false,
    );
    assert_eq!(own.left_out[0].cell, "[national number]");
    assert!(!format!("{own:?}").contains(number));
}

/// Cells that fit, cells that do not, and names.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "",
            "",
            "K1",
            "K2",
            "ny",
            "ja",
            "nei",
            "8",
            "8-12",
            "tolv",
            "LMS",
            "Askøy",
            "Våler",
            "2026-09-01",
            "høsten",
            "ukjent",
            "ønsket",
            "holdt",
            "lms",
            "x;y",
            "a, b",
            "100 %",
        ])
        .prop_map(str::to_owned),
        "[a-zæøå \"]{0,6}",
    ]
}

fn any_list() -> impl Strategy<Value = RawTable> {
    let tables = vec![
        (
            "tilbud",
            vec![
                "id",
                "tittel",
                "arrangører",
                "samlinger",
                "kommuner",
                "rekkevidde",
            ],
        ),
        (
            "kursrekker",
            vec!["id", "tilbud", "status", "start", "slutt", "rom"],
        ),
        (
            "organisasjoner",
            vec!["id", "navn", "type", "overordnet", "kommunenummer"],
        ),
        ("parter", vec!["avtale", "organisasjon", "andel"]),
        (
            "medlemmer",
            vec!["organ", "organisasjon", "rolle", "kommuner"],
        ),
    ];
    prop::sample::select(tables).prop_flat_map(|(name, headings)| {
        let row = prop::collection::vec(cell(), headings.len());
        prop::collection::vec(row, 1..6).prop_map(move |rows| {
            let mut table = RawTable::with_headings(format!("{name}.csv"), headings.clone());
            for row in rows {
                table.push(row.into_iter().map(|cell| cell.trim().to_owned()).collect());
            }
            table
        })
    })
}

proptest! {
    // Each case reads whole desks several times.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_list_brings_the_desk_an_error_and_none_is_taken_in_twice(
        lists in prop::collection::vec(any_list(), 1..3),
        update in any::<bool>(),
    ) {
        let files = desk();
        let own = take(&files, &lists, update);
        let once = after(&files, &own);
        prop_assert_eq!(errors(&once), errors(&files), "{:?}", own);
        if !update {
            // What stood stands, and a file that nothing is added to is as it was.
            for (name, bytes) in &files {
                let lines = text(&once, name);
                let before = String::from_utf8(bytes.clone()).unwrap();
                for line in before.lines() {
                    prop_assert!(lines.contains(line), "{name}: {line}");
                }
            }
        }
        let again = take(&once, &lists, update);
        let added: usize = again.tables.iter().map(|own| own.added).sum();
        prop_assert_eq!(added, 0, "{:?}", again);
    }
}
