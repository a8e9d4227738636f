//! How often relations agree with labels.

use mestring_model::term::Term as _;
use serde_json::{Map, Value, json};

use crate::relate::score::{Labelled, Score};

/// The keys of a score: `macro_f1` and the bounds `macro_f1_ci` (`null` where nothing counts), `pairs`,
/// `classes` (by class: labelled, answered, met, f1), `confusion` (by label, then answer), `cannot_tell`
/// (a share of the pairs, from 0 to 1), `complementary_called_duplicate` (pairs), `competing` (what was
/// answered of the pairs labelled so, by answer), `misses`.
pub fn score(score: &Score, labelled: &[Labelled<'_>]) -> Vec<(&'static str, Value)> {
    let mut confusion: Map<String, Value> = Map::new();
    for ((label, answer), count) in &score.confusion {
        let row = confusion.entry(label.code()).or_insert_with(|| json!({}));
        if let Some(row) = row.as_object_mut() {
            row.insert(answer.code().to_owned(), json!(count));
        }
    }
    let competing = confusion.get("competing").cloned();
    let classes: Map<String, Value> = score
        .classes
        .iter()
        .map(|own| {
            let value = json!({
                "labelled": own.labelled,
                "answered": own.answered,
                "met": own.met,
                "f1": own.f1,
            });
            (own.class.code().to_owned(), value)
        })
        .collect();
    let misses = labelled.iter().filter(|own| own.is_miss()).map(|own| {
        json!({
            "a": own.label.a,
            "b": own.label.b,
            "label": own.label.relation.code(),
            "label_kind": own.label.kind,
            "answer": own.related.relation.code(),
            "answer_kind": own.related.kind,
        })
    });
    vec![
        ("pairs", json!(score.pairs)),
        ("macro_f1", json!(score.macro_f1)),
        (
            "macro_f1_ci",
            json!(score.macro_f1_ci.map(|(low, high)| [low, high])),
        ),
        ("classes", Value::Object(classes)),
        ("competing", competing.unwrap_or_else(|| json!({}))),
        ("confusion", Value::Object(confusion)),
        ("cannot_tell", json!(score.cannot_tell_share())),
        (
            "complementary_called_duplicate",
            json!(score.complementary_called_duplicate),
        ),
        ("misses", json!(misses.collect::<Vec<_>>())),
    ]
}
