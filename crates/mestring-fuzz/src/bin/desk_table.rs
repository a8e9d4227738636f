//! A desk of one table of any cells: it is built, written and asked every question without a panic.
#![no_main]

use std::sync::OnceLock;

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use mestring::decide::{Decider, Packs};
use mestring_exchange::csv_text;
use mestring_model::{Desk, Lang};

static PACKS: OnceLock<Option<Packs>> = OnceLock::new();

fuzz_target!(|data: &[u8]| {
    let Some(line) = data.iter().position(|byte| *byte == b'\n') else {
        return;
    };
    let (name, csv) = data.split_at(line);
    let name = String::from_utf8_lossy(name);
    let Ok((table, _)) = csv_text::read("fuzzed.csv", csv.trim_ascii_start()) else {
        return;
    };
    let (desk, _) = Desk::builder().table(name.trim(), table).build();
    let tables = desk.tables(Lang::Nb);
    assert_eq!(tables.len(), Desk::TABLES.len());
    // The questions cost far more than the reading, and an empty desk has been asked often enough.
    if tables.iter().all(|table| table.rows.is_empty()) {
        return;
    }
    let packs = PACKS.get_or_init(|| Packs::shipped().ok());
    let (Some(packs), Some(as_of)) = (packs, NaiveDate::from_ymd_opt(2026, 11, 22)) else {
        return;
    };
    let decider = Decider::new(&desk, packs, as_of, None);
    // A rule may stop, which is an error and no panic.
    let _ = decider.overview();
    let _ = decider.proposal();
    let _ = decider.relations();
    let _ = decider.obligations();
});
