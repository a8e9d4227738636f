//! A `desk.toml` of any text: what was read is read again from what is written of it. The same text
//! as a file of events is read or refused with a place.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mestring_exchange::settings;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    if let Err(faults) = settings::read_events(text, "events.toml") {
        assert!(!faults.is_empty());
    }
    let Ok(first) = settings::read(text, settings::FILE) else {
        return;
    };
    let second = settings::read(&settings::write(&first), settings::FILE);
    assert_eq!(second.as_ref(), Ok(&first));
});
