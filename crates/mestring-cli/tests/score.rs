//! A catalogue beside labelled pairs, by the command.
#![expect(clippy::unwrap_used, reason = "a helper of tests fails the test")]
#![expect(clippy::disallowed_methods, reason = "tests make their own files")]

mod support;

use std::fs;

use serde_json::{Value, json};
use support::ask;

/// Made up: two pages of one course, its patients and relatives, another municipality's.
const CATALOGUE: &str = "\
offer_id,organiser,organiser_kind,catchment,municipality_no,title,condition,target_group,age_group,format,level,source_url
A1,\"Helse Bergen HF, LMS\",hospital,Bergen,4601,Hjerteskole,heart,patients,adults,physical,specialist,https://example.no/a
A2,\"Helse Bergen HF, LMS\",hospital,Bergen,4601,Hjerteskole,nonsense,patients,adults,physical,specialist,https://example.no/b
B1,\"Helse Bergen HF, LMS\",hospital,Bergen,4601,Hjerteskole for pårørende,heart,relatives,adults,physical,specialist,https://example.no/c
C1,Voss herad,municipality,Voss,4621,Livsstilskurs,lifestyle,patients,sometimes,physical,municipal,https://example.no/d
";

const PAIRS: &str = "\
offer_id_a,offer_id_b,relation,kind,certainty,why
A2,A1,same_offer,,high,two pages
A1,B1,complementary,patient_relative_pair,high,
A1,C1,different,condition,high,
A1,C9,different,,high,no such offer
A1,A2,rerun,,low,the same pair again
";

/// Writes the two files into a folder of the test's own, and gives their paths.
fn files(name: &str, catalogue: &str, pairs: &str) -> (String, String) {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    let paths = [("catalogue.csv", catalogue), ("pairs.csv", pairs)].map(|(name, text)| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path.display().to_string()
    });
    let [catalogue, pairs] = paths;
    (catalogue, pairs)
}

#[test]
fn answers_are_scored_and_what_is_wrong_with_the_files_is_told() {
    let (catalogue, pairs) = files("score", CATALOGUE, PAIRS);
    let (code, text, err) = ask(&["relate", &catalogue, "--score", &pairs, "--json"]);
    // A finding stands beside the result.
    assert_eq!(code, 1, "{err}");
    let found: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(found.get("pairs"), Some(&json!(3)));
    assert_eq!(found.get("macro_f1"), Some(&json!(1.0)), "{found:#}");
    assert_eq!(found.get("macro_f1_ci"), Some(&json!([1.0, 1.0])));
    assert_eq!(found.get("cannot_tell"), Some(&json!(0.0)));
    assert_eq!(found.get("complementary_called_duplicate"), Some(&json!(0)));
    assert_eq!(
        found.pointer("/confusion/complementary"),
        Some(&json!({ "complementary": 1 }))
    );
    assert_eq!(found.get("misses"), Some(&json!([])));
    let findings = found
        .get("findings")
        .map(Value::to_string)
        .unwrap_or_default();
    for said in ["`C9`", "`sometimes`", "A1–A2"] {
        assert!(findings.contains(said), "{said}: {findings}");
    }
}

#[test]
fn the_annotators_columns_change_nothing() {
    let (catalogue, pairs) = files("score_with", CATALOGUE, PAIRS);
    let without: String = CATALOGUE
        .replace("title,condition,", "title,")
        .replace(",heart,", ",")
        .replace(",nonsense,", ",")
        .replace(",lifestyle,", ",");
    assert!(!without.contains("heart"));
    let (plain, _) = files("score_without", &without, PAIRS);
    let (_, one, _) = ask(&["relate", &catalogue, "--score", &pairs, "--json"]);
    let (_, other, _) = ask(&["relate", &plain, "--score", &pairs, "--json"]);
    assert_eq!(one, other);
}

#[test]
fn the_report_is_read_by_people() {
    let wrong = PAIRS.replace("B1,complementary", "B1,competing");
    let (catalogue, pairs) = files("score_text", CATALOGUE, &wrong);
    for lang in ["en", "nb", "nn"] {
        let (_, text, _) = ask(&["relate", &catalogue, "--score", &pairs, "--lang", lang]);
        let from = text
            .find("F1")
            .map_or(0, |at| text[..at].rfind("\n\n").unwrap_or(0));
        let report = text.get(from..).unwrap_or_default();
        let report = report
            .split("\n\n")
            .take(4)
            .collect::<Vec<_>>()
            .join("\n\n");
        insta::assert_snapshot!(format!("score_{lang}"), report);
    }
}

#[test]
fn nothing_labelled_is_said_and_no_figure_made_up() {
    let (catalogue, pairs) = files("score_none", CATALOGUE, "offer_id_a,offer_id_b,relation\n");
    let (code, text, _) = ask(&["relate", &catalogue, "--score", &pairs]);
    assert_eq!(code, 1);
    assert!(text.contains("Nothing counts"), "{text}");
}
