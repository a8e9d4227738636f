//! A pack of any three texts: a list of errors, or a pack whose cases run and that judges a record
//! of which nothing is known. The loader and the check agree on which of the two.
#![no_main]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use mestring_fuzz::parts;
use mestring_model::facts::FactRow;
use mestring_rules::{Diagnostic, Pack, Plugins, check};

/// The files of a pack; the script is the criterion `rule`.
const FILES: [&str; 3] = ["pack.toml", "rule.rhai", "rule.test.toml"];

fuzz_target!(|data: &[u8]| {
    let texts: [&[u8]; FILES.len()] = parts(data);
    let files: BTreeMap<String, String> = FILES
        .iter()
        .zip(texts)
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| {
            let text = String::from_utf8_lossy(text).into_owned();
            ((*name).to_owned(), text)
        })
        .collect();
    let plugins = Plugins::default();
    let diagnostics = check(&files, &plugins);
    let refused = Pack::load(&files, &plugins);
    let Ok(pack) = refused else {
        assert!(
            diagnostics.iter().any(Diagnostic::is_error),
            "the loader refuses what the check lets pass: {refused:?}"
        );
        return;
    };
    for result in pack.test() {
        assert_eq!(result.passed(), result.diagnostic().is_none());
    }
    let Some(bench) = NaiveDate::from_ymd_opt(2026, 11, 22).and_then(|date| pack.at(date).ok())
    else {
        return;
    };
    if let Ok(verdicts) = bench.judge(&FactRow::unstated(bench.judged())) {
        assert_eq!(verdicts.len(), pack.criteria().len());
    }
});
