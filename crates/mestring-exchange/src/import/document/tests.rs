use proptest::prelude::*;

use super::*;
use crate::csv_text;

fn edits(columns: &[&str], cells: &[(u32, usize, &str)], rows: &[&[&str]]) -> Edits {
    let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect();
    Edits {
        columns: texts(columns),
        cells: cells
            .iter()
            .map(|(row, column, text)| ((*row, *column), (*text).to_owned()))
            .collect(),
        rows: rows.iter().map(|row| texts(row)).collect(),
    }
}

fn check(before: &str, edits: &Edits, after: &str) {
    let document = Document::open("a.csv", before.as_bytes()).unwrap().unwrap();
    let (bytes, recoded) = document.edited(edits);
    assert!(!recoded);
    assert_eq!(String::from_utf8(bytes).unwrap(), after);
}

#[test]
fn only_what_is_edited_changes() {
    let row: &[&[&str]] = &[&["C", "x;y"]];
    check(
        "id,navn\nA,\"En\"\n",
        &edits(&[], &[], row),
        "id,navn\nA,\"En\"\nC,\"x;y\"\n",
    );
    check(
        "id;navn\r\nA;En\r\n",
        &edits(&[], &[], row),
        "id;navn\r\nA;En\r\nC;\"x;y\"\r\n",
    );
    check(
        "id\tnavn\rA\tEn",
        &edits(&[], &[], row),
        "id\tnavn\rA\tEn\rC\t\"x;y\"\r",
    );
    check(
        "\"id\";\"navn\"\n\"A\";\"\"\n",
        &edits(&[], &[(2, 1, "=1")], &[&["C", ""]]),
        "\"id\";\"navn\"\n\"A\";\"'=1\"\n\"C\";\n",
    );
    check(
        "sep=;\nRom i huset\n\nid; navn ;;merknad\nA;\"En\nto\" ;;\"hei\"\n;;;\nB\n",
        &edits(
            &["plasser"],
            &[(4, 4, "8"), (6, 1, "Bi")],
            &[&["C", "", "", "", "9"]],
        ),
        "sep=;\nRom i huset\n\nid; navn ;;merknad;plasser\nA;\"En\nto\" ;;\"hei\";8\n;;;\nB;Bi;;;\nC;;;;9\n",
    );
    // Cells beyond the headings stay beyond them.
    check(
        "id;navn\nA;En;to\n",
        &edits(&["plasser"], &[], &[]),
        "id;navn;plasser\nA;En;;to\n",
    );
}

#[test]
fn what_would_not_come_back_is_not_added_to() {
    for bytes in [&b"\xEF\xBB\xBFid;navn\nA;\xF8\n"[..], b"id;navn\nA;\"En\n"] {
        let error = Document::open("a.csv", bytes).unwrap_err();
        assert!(error.to_string().starts_with("X017: `a.csv`"), "{error}");
    }
    assert!(Document::open("a.csv", b"").unwrap().is_none());
}

#[test]
fn an_encoding_that_lacks_a_letter_becomes_utf8() {
    let document = Document::open("a.csv", b"id;navn\nA;B\xF8\n")
        .unwrap()
        .unwrap();
    let (bytes, recoded) = document.edited(&edits(&[], &[], &[&["C", "Å"]]));
    assert_eq!(
        (bytes.as_slice(), recoded),
        (&b"id;navn\nA;B\xF8\nC;\xC5\n"[..], false)
    );
    let (bytes, recoded) = document.edited(&edits(&[], &[], &[&["C", "Kárášjohka č"]]));
    assert!(recoded);
    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        "\u{feff}id;navn\nA;Bø\nC;Kárášjohka č\n"
    );
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof!["[abæ;,\"'= \n]{0,5}", "[a-zæøå]{1,6}", Just(String::new())]
        .prop_map(|text| clean(&text))
}

/// The text in an encoding with its mark, if it has one.
fn bytes_in(text: &str, encoding: Encoding) -> Vec<u8> {
    encoded(text, encoding).unwrap()
}

proptest! {
    #[test]
    fn a_file_keeps_its_bytes_and_gets_its_rows(
        rows in prop::collection::vec(prop::collection::vec(cell(), 3), 1..5),
        new in prop::collection::vec(prop::collection::vec(cell(), 3), 0..4),
        separator in prop::sample::select(vec![';', ',', '\t']),
        line_end in prop::sample::select(vec!["\r\n", "\n"]),
        encoding in prop::sample::select(vec![
            Encoding::Utf8 { mark: true },
            Encoding::Utf8 { mark: false },
            Encoding::Utf16 { little: true },
            Encoding::Utf16 { little: false },
            Encoding::Windows1252,
        ]),
        changed in cell(),
    ) {
        let filled = |row: &Vec<String>| row.iter().any(|cell| !cell.is_empty());
        let new: Vec<Vec<String>> = new.into_iter().filter(filled).collect();
        let mut table = RawTable::with_headings("a.csv", ["id", "navn", "blå"]);
        rows.into_iter().filter(filled).for_each(|row| table.push(row));
        let dialect = Dialect { separator, mark: false, line_end, guard: true };
        let text = String::from_utf8(crate::csv_write::write_csv(&table, dialect)).unwrap();
        let before = bytes_in(&text, encoding);
        let document = Document::open("a.csv", &before).unwrap().unwrap();
        prop_assert_eq!(&document.table.rows, &table.rows);

        // Nothing is done to it: nothing is changed.
        prop_assert_eq!(&document.edited(&Edits::default()).0, &before);

        // Rows are added: what stood stands first.
        let added = Edits { rows: new.clone(), ..Edits::default() };
        let (after, _) = document.edited(&added);
        prop_assert!(after.starts_with(&before));

        // A cell is changed: the table comes back with it, and with the rows.
        let mut expect = table.clone();
        let mut own = Edits { rows: new.clone(), ..Edits::default() };
        if let Some(row) = expect.rows.first_mut() {
            row.cells[1].clone_from(&changed);
            own.cells.insert((row.number, 1), changed);
        }
        let (after, _) = document.edited(&own);
        new.into_iter().for_each(|row| expect.push(row));
        expect.rows.retain(|row| filled(&row.cells));
        let (read, _) = csv_text::read("a.csv", &after).unwrap();
        let cells = |table: &RawTable| -> Vec<Vec<String>> {
            table.rows.iter().map(|row| row.cells.clone()).collect()
        };
        prop_assert_eq!(cells(&read), cells(&expect));
    }

    #[test]
    fn any_text_is_opened_without_panic(text in "[ab1;,|\t\"\r\nø'=]{0,60}") {
        if let Ok(Some(document)) = Document::open("a.csv", text.as_bytes()) {
            let columns = vec!["ny".to_owned()];
            prop_assert_eq!(document.edited(&Edits::default()).0, text.as_bytes());
            let _ = document.edited(&Edits { columns, ..Edits::default() });
        }
    }
}
