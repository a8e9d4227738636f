//! Results as JSON, for machines: codes instead of words, ISO dates, whole øre and minutes.
//!
//! [`document`] joins parts to one object. `"mestring"` says which format it is; a reader should
//! refuse a format that it does not know. Within a format keys are added and never change meaning.
//!
//! ```text
//! { "mestring": { "format": 1, "version": "0.1.0" },
//!   "head":        { desk, as_of, seed, packs: [{ name, version, hash }] },
//!   "overview":    { rows, to_ask, places, fill, sources, listing_years, way_in, listings, topics },
//!   "pathways":    { as_of, municipalities, pathways: [{ id, target_group, shipped, steps: [{ id, cells, … }],
//!                    hand_overs }], without_group, without_topic },
//!   "pathway_gaps":[{ pathway, step, where: [{ municipality, silence }] }],
//!   "proposal":    { decided: false, period, pack, seed, criteria, requirements, order, levels, stopped,
//!                    runs, badly_placed: [{ run, title, faults: [{ what, … }] }] },
//!   "digital":     { may, runs: [{ run, frees }], gains, loses, room_half_days, … }, or null,
//!   "need":        { as_of, period, year_from, fewest, people, groups, offers: [{ offer, waiting, … }] },
//!   "scarcity":    { bottlenecks: [{ what, of, gains, loses, participants, … }], one_leader },
//!   "price":       { strict, most_participants, loses, gains },
//!   "what_if":     { decided: false, events, changes: [{ run, fate, before, after, … }], forced,
//!                    opened, anew, without_leader, without_room, shifted, budgets, given_back, seats,
//!                    proposal },
//!   "freed":       { decided: false, room, slot, notes, options },
//!   "moved":       { before, after, runs },
//!   "opened":      { decided: false, slots, moved, comes_in, without_leader, without_room, shifted, budget,
//!                    given_back, seat },
//!   "relations":   { … },
//!   "explanation": { view: "staff", run, rank, criteria: [{ answer, fired, steps, … }], facts },
//!   "versus":      { view: "staff", upper, lower, above, lifts, tried },
//!   "obligations": { as_of, by_status, items },
//!   "places":      { decided: false, view: "staff", within_class, seed, packs, by_class, cost, runs,
//!                    people: [{ person, class, outcome: { is, … } }], asks },
//!   "letter":      { decided: false, view: "letter", outcome },
//!   "next":        { decided: false, view: "staff", run, steps: [{ person, class, from, to }] },
//!   "comparison":  { takes_effect: false, as_of, packs, only_before, only_after, runs, answers,
//!                    relations, obligations },
//!   "gate":        [{ phrase, passed, records, looked_at, unsure, violations }],
//!   "logged":      [{ file, entry, sha256 }],
//!   "replayed":    [{ entry, question, as_of, same, verdicts, differences: [{ differs, about, then, now }] }],
//!   "decisions":   [{ entry, of, run, proposed, outcome, by, on, reason, follows }],
//!   "lines":       [{ line, code, message, help }],
//!   "missing":     [{ judged, fact, count, blocked }],
//!   "illustrative":[{ table, rows }],
//!   "findings":    [{ severity, code, file, row, column, found, remedy }] }
//! ```
//!
//! What is not known is never left out: a fact is `{ "state": "known", "value": … }`,
//! `{ "state": "not_stated" }` or `{ "state": "unknown" }`, and an answer that cannot be told is
//! `{ "cannot_tell": [facts] }`. `null` stands for what does not apply. An answer otherwise is `true`,
//! `false`, a number or a code.

mod answer;
mod badly_placed;
mod comparison;
mod digital;
mod event;
mod explanation;
mod need;
mod obligations;
mod overview;
mod pathways;
mod places;
mod plan;
mod relations;
mod replay;
mod rest;
mod scarce;
mod score;
mod what_if;

pub use answer::{answer, verdict};
pub use comparison::{comparison, gate};
pub use digital::digital;
pub use event::opened;
pub use explanation::{explanation, reason, versus};
pub use need::need;
pub use obligations::obligations;
pub use overview::overview;
pub use pathways::{pathway_gaps, pathways};
pub use places::{blocked, letter, more_seats, next_in_line, places, places_summary};
pub use plan::{freed, moved, price, proposal};
pub use relations::relations;
pub use replay::{decided, line_problem, replayed};
pub use rest::{findings, head, illustrative, missing};
pub use scarce::scarcity;
pub use score::score;
pub use what_if::what_if;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

/// The number of the format.
pub const FORMAT: u32 = 1;

/// Joins parts by name to a document that says which format it is.
///
/// ```
/// use mestring::report::json;
/// let document = json::document([("findings", json::findings(&[]))]);
/// assert_eq!(document["mestring"]["format"], 1);
/// assert_eq!(document["findings"], serde_json::json!([]));
/// ```
pub fn document<'a>(parts: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    let mut all = Map::new();
    let version = env!("CARGO_PKG_VERSION");
    all.insert(
        "mestring".to_owned(),
        json!({ "format": FORMAT, "version": version }),
    );
    all.extend(
        parts
            .into_iter()
            .map(|(name, part)| (name.to_owned(), part)),
    );
    Value::Object(all)
}

/// A date, ISO 8601.
fn date(date: NaiveDate) -> Value {
    Value::String(date.format("%Y-%m-%d").to_string())
}

/// A date that need not be there.
fn maybe_date(day: Option<NaiveDate>) -> Value {
    day.map_or(Value::Null, date)
}
