//! A CSV file of any bytes: a table whose rows have as many cells as there are headings, or an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mestring_exchange::csv_text;

fuzz_target!(|data: &[u8]| {
    if let Ok((table, findings)) = csv_text::read("fuzzed.csv", data) {
        for row in &table.rows {
            assert_eq!(row.cells.len(), table.headings.len(), "row {}", row.number);
        }
        for finding in &findings {
            assert!(!finding.to_string().is_empty());
        }
    }
});
