//! Workbooks as spreadsheets save them, and workbooks that are damaged or hostile.
#![expect(clippy::unwrap_used, reason = "a helper of tests fails the test")]

use std::io::{Cursor, Read, Write};

use mestring_exchange::workbook::{self, Sheet};
use mestring_model::{Finding, Severity};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const TERM_LIST: &[u8] = include_bytes!("fixtures/term_list.xlsx");
const NOT_COMPUTED: &[u8] = include_bytes!("fixtures/not_computed.xlsx");
const COMMENT: &[u8] = include_bytes!("fixtures/comment.xlsx");

fn lines(sheets: &[Sheet]) -> String {
    let mut lines = Vec::new();
    for sheet in sheets {
        lines.push(format!("{}, hidden: {}", sheet.table.file, sheet.hidden));
        lines.push(sheet.table.headings.join(" | "));
        let rows = sheet.table.rows.iter();
        lines.extend(rows.map(|row| format!("{}: {}", row.number, row.cells.join(" | "))));
    }
    lines.join("\n")
}

fn texts(findings: &[Finding]) -> String {
    findings
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

fn refusal(bytes: &[u8]) -> String {
    workbook::read("liste.xlsx", bytes).unwrap_err().to_string()
}

type Parts = Vec<(String, Vec<u8>)>;

fn unpack(bytes: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            (part.name().unwrap().into_owned(), content)
        })
        .collect()
}

fn pack(parts: &Parts) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive
            .start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The term list with one text replaced in its first sheet.
fn edited(from: &str, to: &str) -> Vec<u8> {
    let mut parts = unpack(TERM_LIST);
    let sheet = parts
        .iter_mut()
        .find(|(name, _)| name.ends_with("sheet1.xml"))
        .unwrap();
    let xml = String::from_utf8(std::mem::take(&mut sheet.1)).unwrap();
    assert!(xml.contains(from), "{from} in {xml}");
    sheet.1 = xml.replacen(from, to, 1).into_bytes();
    pack(&parts)
}

#[test]
fn a_term_list_is_read_as_a_person_sees_it() {
    let (sheets, findings) = workbook::read("liste.xlsx", TERM_LIST).unwrap();
    insta::assert_snapshot!(lines(&sheets), @"
    liste.xlsx [Høsten 2026], hidden: false
    Tilbud | Kommunenr | Oppstart | Klokkeslett | Plasser | Påmeldt | Ledige | Belegg | Digitalt | Måned | Varighet (uker) | Pris
    5: Starthjelp | 4601 | 2026-09-01 | 14:30 | 12 | 10 | 2 | 83.33 % | yes | 2026-09 | 2026-12-08 | 1250.5
    6: Kjøkken & kosthold; praktisk | 0301 | 2026-10-13 | 09:00 | 8 | 8 | 0 | 100 % | no | 2026-10 | 6 | 0
    7: Søvn | 4627 | 2026-11-02 | 17:15 | 15 | 3 | 12 | 20 % |  | 2026-11 | 8-12 | 
    8:  | 4624 | 2026-11-09T17:15 |  |  |  |  |  |  |  |  | 
    liste.xlsx [Kursholdere], hidden: true
    Rolle | Kompetanse
    2: kursholder-1 | Motiverende intervju
    ");
    insta::assert_snapshot!(texts(&findings), @"
    note X112: liste.xlsx [Høsten 2026], row 5, column `G`: 4 cells from G5 down hold formulas; their last computed values were read
    note X112: liste.xlsx [Høsten 2026], row 5, column `H`: 3 cells from H5 down hold formulas; their last computed values were read
    warning X116: liste.xlsx [Høsten 2026], row 5, column `K`: the cell K5 shows a day without its year; if a range such as `8-12` was typed, the spreadsheet made it a date: format the column as text and type it again
    error X111: liste.xlsx [Høsten 2026], row 8, column `G`: the cell G8 holds the error `#DIV/0!` and is read as empty; mend the formula or write the value
    warning X108: liste.xlsx [Høsten 2026], row 4: the headings were taken from this row, the rows above were not read; if that is wrong, delete the rows above the headings
    warning X114: liste.xlsx [Høsten 2026], row 7, column `A`: the cells A7:A8 are merged; the value stands in A7 alone; unmerge them and write the value into each cell that it belongs to
    note X110: liste.xlsx [Kursholdere]: the sheet is hidden and was read all the same
    note X115: liste.xlsx [Ark3]: the sheet is empty
    ");
}

#[test]
fn formulas_that_were_never_computed_are_errors() {
    let (sheets, findings) = workbook::read("liste.xlsx", NOT_COMPUTED).unwrap();
    let errors = findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Error);
    let codes: Vec<&str> = errors.map(|finding| finding.code()).collect();
    assert_eq!(codes, ["X113"; 7]);
    assert_eq!(sheets[0].table.rows[0].cells[6], "");
    assert_eq!(sheets[0].table.rows[0].cells[1], "4601");
}

#[test]
fn a_national_number_in_a_comment_refuses_the_workbook() {
    insta::assert_snapshot!(refusal(COMMENT), @"X010: eleven-digit national numbers stand in liste.xlsx [comments]; nothing of the table was read; take people out of the file and its history");
}

#[test]
fn a_national_number_in_a_cell_refuses_the_workbook() {
    // Invented: the month is above 80.
    let wrong = edited("<v>1250.5</v>", "<v>11814550098</v>");
    assert!(
        workbook::read("liste.xlsx", &wrong).is_ok(),
        "the last control digit is wrong"
    );
    let right = edited("<v>1250.5</v>", "<v>11814550097</v>");
    insta::assert_snapshot!(refusal(&right), @"X010: eleven-digit national numbers stand in liste.xlsx [Høsten 2026], row 5, column `Pris`; nothing of the table was read; take people out of the file and its history");
}

#[test]
fn damaged_and_foreign_files_are_refused_by_what_they_are() {
    let mut ods = unpack(TERM_LIST);
    ods.retain(|(name, _)| !name.starts_with("xl/"));
    let mut parts = unpack(TERM_LIST);
    parts.retain(|(name, _)| name != "xl/workbook.xml");
    let refusals = [
        refusal(b"tilbud;plasser\n"),
        refusal(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        refusal(b"\x00\x01\x02"),
        refusal(&TERM_LIST[..TERM_LIST.len() / 2]),
        refusal(&pack(&ods)),
        refusal(&pack(&parts)),
        refusal(&edited("t=\"e\"", "t=\"q\"")),
    ];
    insta::assert_snapshot!(refusals.join("\n"), @r#"
    X007: `liste.xlsx` is read as an .xlsx workbook but is text; give it the ending `.csv`
    X007: `liste.xlsx` is read as an .xlsx workbook but is an old Excel workbook (.xls) or one with a password; save it as `.xlsx` without a password
    X007: `liste.xlsx` is read as an .xlsx workbook but is binary data; save the table as an `.xlsx` workbook
    X008: `liste.xlsx` cannot be read: invalid zip archive: could not find eocd; open it in a spreadsheet and save it again as `.xlsx`
    X007: `liste.xlsx` is read as an .xlsx workbook but is another zip archive, such as .ods or .docx; save the table as an `.xlsx` workbook
    X008: `liste.xlsx` cannot be read: it has no sheets; open it in a spreadsheet and save it again as `.xlsx`
    X008: `liste.xlsx [Høsten 2026]` cannot be read: unknown cell 't' attribute: "q"; open it in a spreadsheet and save it again as `.xlsx`
    "#);
}

#[test]
fn a_sheet_that_is_used_too_far_is_refused() {
    let mut rows = String::from("<sheetData>");
    for row in 1..=70 {
        rows.push_str(&format!(
            "<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"
        ));
    }
    insta::assert_snapshot!(refusal(&edited("<sheetData>", &rows)), @"X009: `liste.xlsx [Høsten 2026]` uses 70 rows by 16384 columns, the limit is 1000000 cells; keep only the rows and columns that the table needs");
}

#[test]
fn a_part_that_claims_more_texts_than_it_holds_is_refused() {
    let mut parts = unpack(TERM_LIST);
    let texts = parts
        .iter_mut()
        .find(|(name, _)| name == "xl/sharedStrings.xml")
        .unwrap();
    let xml = String::from_utf8(std::mem::take(&mut texts.1)).unwrap();
    let (before, after) = xml.split_once("uniqueCount=\"").unwrap();
    texts.1 = format!("{before}uniqueCount=\"9999999999{after}").into_bytes();
    insta::assert_snapshot!(refusal(&pack(&parts)), @"X008: `liste.xlsx` cannot be read: its part `sharedStrings` claims more than it holds; open it in a spreadsheet and save it again as `.xlsx`");
}

#[test]
fn an_archive_that_unpacks_too_large_is_refused() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive
        .start_file("xl/workbook.xml", SimpleFileOptions::default())
        .unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..301 {
        archive.write_all(&zeros).unwrap();
    }
    let bomb = archive.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20, "{} bytes", bomb.len());
    insta::assert_snapshot!(refusal(&bomb), @"X005: `liste.xlsx` unpacks to more than 300 MB; keep only the rows and columns that the table needs");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut zip = b"PK\x03\x04".to_vec();
        zip.extend(&bytes);
        prop_assert!(workbook::read("liste.xlsx", &bytes).is_err());
        prop_assert!(workbook::read("liste.xlsx", &zip).is_err());
    }

    // A part with a few bytes changed, cut out or doubled, packed again so that it reaches the
    // reader of the sheets.
    #[test]
    fn a_workbook_with_changed_parts_is_read_or_refused(
        part in any::<prop::sample::Index>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..4), 1..8),
    ) {
        let mut parts = unpack(TERM_LIST);
        let at = part.index(parts.len());
        for (place, byte, edit) in edits {
            let content = &mut parts[at].1;
            if content.is_empty() { continue; }
            let place = place.index(content.len());
            match edit {
                0 => content[place] = byte,
                1 => content.truncate(place),
                2 => { content.splice(place..place, *b"9999999999"); }
                _ => { let copy = content[place..].to_vec(); content.extend(copy); }
            }
        }
        match workbook::read("liste.xlsx", &pack(&parts)) {
            Ok((sheets, findings)) => prop_assert!(sheets.len() + findings.len() > 0),
            Err(error) => prop_assert!(error.code().starts_with("X0")),
        }
    }
}
