//! A decision log of any lines: every entry that is read is written the same again, and answered again
//! without a panic. An entry without its hashes gets them, since chance hardly ever finds one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mestring::decision_log::{Reader, Replay};
use sha2::{Digest, Sha256};

/// The line of an entry behind the line with a hash.
fn sealed(entry: &str, previous: &str) -> String {
    let sha256: String = Sha256::new()
        .chain_update(previous)
        .chain_update(entry)
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{{\"entry\":{entry},\"previous\":\"{previous}\",\"sha256\":\"{sha256}\"}}")
}

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let mut reader = Reader::default();
    let mut replay = Replay::default();
    for line in text.lines() {
        let line = if line.starts_with("{\"format\"") {
            sealed(line, reader.last())
        } else {
            line.to_owned()
        };
        let read = reader.read(&line, true);
        let Some(read) = read.line else { continue };
        let mut writer = Reader::default();
        let Ok(written) = writer.seal(read.entry.clone()) else {
            continue;
        };
        let again = Reader::default().read(&written, true);
        assert_eq!(again.problem, None);
        assert_eq!(again.line.map(|line| line.entry), Some(read.entry.clone()));
        // A rule may stop, or a fact may be unknown, which is said and no panic.
        let _ = replay.entry(&read, None);
    }
});
