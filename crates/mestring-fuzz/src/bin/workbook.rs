//! A workbook of any bytes, and a well-formed archive around any XML, since bytes alone hardly ever
//! get past the archive's checksums.
#![no_main]

use std::io::{Cursor, Write as _};

use libfuzzer_sys::fuzz_target;
use mestring_exchange::workbook;
use mestring_fuzz::parts;
use zip::result::ZipResult;
use zip::write::{SimpleFileOptions, ZipWriter};

const WORKBOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="tilbud" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// An archive with one sheet, its texts and its styles.
fn archive([sheet, texts, styles]: [&[u8]; 3]) -> ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in [
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", texts),
        ("xl/styles.xml", styles),
    ] {
        if !part.is_empty() {
            writer.start_file(name, stored)?;
            writer.write_all(part)?;
        }
    }
    Ok(writer.finish()?.into_inner())
}

fn read(bytes: &[u8]) {
    if let Ok((sheets, _)) = workbook::read("fuzzed.xlsx", bytes) {
        for row in sheets.iter().flat_map(|sheet| {
            let headings = sheet.table.headings.len();
            sheet.table.rows.iter().map(move |row| (row, headings))
        }) {
            assert_eq!(row.0.cells.len(), row.1, "row {}", row.0.number);
        }
    }
}

fuzz_target!(
    // The reader catches panics of the workbook crate, so the hook must not end the process at
    // once; a panic that gets out still does.
    init: drop(std::panic::take_hook()),
    |data: &[u8]| {
        if data.starts_with(b"PK") {
            read(data);
        } else if let Ok(bytes) = archive(parts(data)) {
            read(&bytes);
        }
    }
);
