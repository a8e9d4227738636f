//! What a report is of, and what it rests on.

use chrono::NaiveDate;
use mestring_model::{Desk, Finding};
use serde_json::{Map, Value, json};

use super::date;
use super::plan::pack;
use crate::decide::PackRef;
use crate::report::{Blocked, Unknowns};

/// The desk's name, the date, the packs in use and the seed of draws.
pub fn head(desk: &Desk, as_of: NaiveDate, packs: &[PackRef], seed: Option<u64>) -> Value {
    json!({
        "desk": desk.settings.name,
        "as_of": date(as_of),
        "seed": seed.map(|seed| seed.to_string()),
        "packs": packs.iter().map(pack).collect::<Vec<_>>(),
    })
}

/// Facts that kept rules from answering, the one that kept back most first.
pub fn missing(unknowns: &Unknowns) -> Value {
    let all = unknowns.most_first();
    all.iter()
        .map(|own| {
            let mut blocked = Map::new();
            for (what, count) in &own.blocked {
                let name = match what {
                    Blocked::Rule(name, _) => format!("rule:{name}"),
                    Blocked::Format => "format".to_owned(),
                    Blocked::Relation => "relation".to_owned(),
                    Blocked::Status => "status".to_owned(),
                };
                blocked.insert(name, json!(count));
            }
            json!({
                "judged": own.judged.code(),
                "fact": own.fact,
                "count": own.count(),
                "blocked": blocked,
            })
        })
        .collect()
}

/// The tables that hold rows somebody made up, with how many.
pub fn illustrative(desk: &Desk) -> Value {
    let tables = desk.illustrative();
    tables
        .iter()
        .map(|(table, rows)| json!({ "table": table.name, "rows": rows }))
        .collect()
}

/// What was found in the data.
pub fn findings(findings: &[Finding]) -> Value {
    findings
        .iter()
        .map(|own| {
            json!({
                "severity": own.severity().code(),
                "code": own.code(),
                "file": own.place.file,
                "row": own.place.row,
                "column": own.place.column,
                "found": own.found(),
                "remedy": own.remedy(),
            })
        })
        .collect()
}
