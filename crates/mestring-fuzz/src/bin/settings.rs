//! A `desk.toml` of any text: what was read is read again from what is written of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mestring_exchange::settings;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let Ok(first) = settings::read(text, settings::FILE) else {
        return;
    };
    let second = settings::read(&settings::write(&first), settings::FILE);
    assert_eq!(second.as_ref(), Ok(&first));
});
