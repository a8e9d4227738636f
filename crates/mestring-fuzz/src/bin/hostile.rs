//! A script put together from any bytes that means harm: refused with an error, or judged within the
//! operations that were counted before it ran (which the engine asserts in builds with debug
//! assertions), with the same answer to equal records. The fuzzer itself watches time and memory.
#![no_main]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use mestring_fuzz::hostile;
use mestring_model::Fact;
use mestring_model::facts::{FactRow, FactValue};
use mestring_rules::{Diagnostic, Pack, Plugins, check};

const MANIFEST: &str = "name = \"hostile\"\nversion = \"1\"\nkind = \"priority\"\n\
    criteria = [\"rule\"]\norigin.rule = \"local choice\"\n\
    title.rule = { en = \"a\", nb = \"b\", nn = \"c\" }\n\
    [[parameter]]\nid = \"least\"\nsource = \"local choice\"\n\
    values = [{ from = 2025-01-01, value = 4 }]\n\
    [[parameter]]\nid = \"formats\"\nsource = \"local choice\"\n\
    values = [{ from = 2025-01-01, value = [\"physical\", \"hybrid\"] }]\n";

fuzz_target!(|data: &[u8]| {
    let script = hostile::script(data);
    let files: BTreeMap<String, String> = [("pack.toml", MANIFEST), ("rule.rhai", script.as_str())]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into();
    let plugins = Plugins::default();
    let refused = check(&files, &plugins).iter().any(Diagnostic::is_error);
    let loaded = Pack::load(&files, &plugins);
    assert_eq!(loaded.is_err(), refused, "the loader and the check differ");
    let Ok(pack) = loaded else { return };
    let Some(bench) = NaiveDate::from_ymd_opt(2026, 11, 22).and_then(|date| pack.at(date).ok())
    else {
        return;
    };
    let missing = FactRow::unstated(bench.judged());
    let mut known = missing.clone();
    let sessions = Fact::Known(FactValue::Int(6));
    assert!(known.set("sessions", sessions).is_ok());
    let first = bench.judge(&known);
    let _ = bench.judge(&missing);
    assert_eq!(
        first,
        bench.judge(&known),
        "something was kept between records"
    );
});
