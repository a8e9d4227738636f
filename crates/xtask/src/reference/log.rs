//! The page about the format of a decision log, with an example that is made of the types.

use std::fmt::Write;

use mestring::decision_log::{
    AnswerResult, Case, Datum, Decided, DecidedPair, Decision, DecisionOutcome, Entry, Exact,
    Given, Inputs, LoggedAnswer, PackText, PackUsed, Placed, PlanResult, Reader, RelationsResult,
    RunResult, Said, Subject, TableHash, engine,
};

/// What each key means, by the name of the object that it stands in.
const KEYS: &[(&str, &[(&str, &str)])] = &[
    (
        "line",
        &[
            (
                "entry",
                "what was written down: `format` and one of `pack`, `answer`, `decision`",
            ),
            (
                "previous",
                "the `sha256` of the line before; 64 zeros in the first line",
            ),
            (
                "sha256",
                "SHA-256 over `previous` (64 letters) and the bytes of `entry` as they stand",
            ),
        ],
    ),
    (
        "entry",
        &[
            (
                "format",
                "the number of the format, 1; within a format keys are only added",
            ),
            ("pack", "the text of a rule pack, once for each text"),
            ("answer", "a question with its answer"),
            (
                "decision",
                "what somebody decided about a run that an answer proposed",
            ),
        ],
    ),
    (
        "pack",
        &[
            ("name", "its name"),
            ("version", "its version"),
            ("sha256", "the hash of its files, as reports print it"),
            ("files", "its files by name, with their texts"),
        ],
    ),
    (
        "answer",
        &[
            ("made", "the day on which it was written"),
            ("as_of", "the date of the question"),
            ("seed", "the seed of draws, as text"),
            (
                "engine",
                "what answered: `mestring` and `scripts`, with their versions",
            ),
            ("mestring", "the version of mestring"),
            (
                "scripts",
                "the script engine with the series of its versions",
            ),
            ("desk", "the desk's name"),
            (
                "inputs",
                "what was read: a hash of all (`sha256`), and `tables`",
            ),
            (
                "tables",
                "by table, and `desk.toml` for the settings: its number of `rows` and its `sha256`",
            ),
            ("rows", "how many rows the table has"),
            (
                "packs",
                "the packs that answered: `kind`, `name`, `version`, `sha256`",
            ),
            ("kind", "what the pack decides"),
            (
                "cases",
                "the records that differ, each with every verdict on it",
            ),
            (
                "subjects",
                "the runs, pairs of offers or obligations, by `ids`, each with its `case`",
            ),
            ("ids", "the id of a run or obligation, or of two offers"),
            ("case", "a position in `cases`, 0 for the first"),
            ("result", "`plan`, `relations` or `obligations`"),
        ],
    ),
    (
        "case",
        &[
            (
                "facts",
                "the stated facts by name (docs/reference/facts.md). A fact that is not there was not stated; `null`: asked, and nobody knows. A number with decimals has a point or an exponent; one that is infinite or none is `{\"bits\": …}`",
            ),
            ("verdicts", "in the order of the packs and their criteria"),
            ("pack", "a position in `packs`, 0 for the first"),
            ("rule", "the rule's name in its pack"),
            (
                "answer",
                "`true`, `false`, a number or a word; else an object with `cannot_tell`",
            ),
            ("cannot_tell", "the facts that were missing"),
            ("could_be", "the answers that are possible"),
            ("open", "why they were not found out"),
            ("read", "the facts that the rule read"),
            ("assumed", "what it assumed, by the fact that was missing"),
            (
                "immaterial",
                "facts that were missing and make no difference",
            ),
        ],
    ),
    (
        "result",
        &[
            (
                "plan",
                "the days that the plan could use, `from` and `until`, and its `runs`, first priority first",
            ),
            ("from", "the first day"),
            ("until", "the last day"),
            ("runs", "every wished run in order"),
            ("run", "the run's id"),
            ("class", "its class, 1 first"),
            (
                "decided",
                "what people had decided before, as the desk says: `answer`, `role`, `on`",
            ),
            ("role", "the id of the role that decided"),
            ("on", "when"),
            (
                "placed",
                "`sessions`, `room`, `hubs` and `leaders`, where the run is placed",
            ),
            ("sessions", "each as date and part of the day"),
            ("room", "the room's id"),
            (
                "hubs",
                "where groups follow it elsewhere, each as organisation and room",
            ),
            ("leaders", "each as competence and role"),
            ("lacks", "what it lacks, where it is not placed"),
            (
                "relations",
                "how many pairs have each relation and action, and those that people decided",
            ),
            ("by_relation", "pairs by relation"),
            ("by_action", "pairs by action"),
            ("relation", "the relation"),
            ("action", "what to do about it"),
            ("obligations", "the status of each obligation by its id"),
        ],
    ),
    (
        "decision",
        &[
            ("of", "the `sha256` of the line with the proposal"),
            ("run", "the run"),
            ("proposed", "the run was placed in the proposal"),
            ("outcome", "`held`, `refused` or `other`"),
            ("by", "the id of the role that decided"),
            ("on", "when"),
            (
                "reason",
                "why; always there where the decision is not what was proposed",
            ),
        ],
    ),
];

/// An entry of each kind, with every key.
fn sample() -> Vec<Entry> {
    let text = |text: &str| text.to_owned();
    let date = |text: &str| text.parse().unwrap_or_default();
    let sha = "3f".repeat(32);
    let said = |rule: &str, answer| Said {
        pack: 0,
        rule: text(rule),
        answer,
        read: vec![text("focus_group")],
        assumed: [(text("sessions"), text("6"))].into(),
        immaterial: vec![text("waiting")],
    };
    let results = [
        AnswerResult::Plan(PlanResult {
            from: date("2027-01-04"),
            until: date("2027-06-25"),
            runs: vec![RunResult {
                run: text("W27-01"),
                class: 1,
                decided: Some(Decided {
                    answer: text("held"),
                    role: text("lms-leder"),
                    on: date("2026-11-01"),
                }),
                placed: Some(Placed {
                    sessions: vec![text("2027-01-12 morning")],
                    room: Some(text("A1")),
                    hubs: vec![text("stord:B2")],
                    leaders: vec![text("diabetes:L2")],
                }),
                lacks: vec![text("leader:diabetes")],
            }],
        }),
        AnswerResult::Relations(RelationsResult {
            by_relation: [(text("overlapping"), 1)].into(),
            by_action: [(text("look_at"), 1)].into(),
            decided: vec![DecidedPair {
                ids: vec![text("A"), text("B")],
                relation: text("overlapping"),
                action: text("look_at"),
                role: text("lms-leder"),
                on: date("2026-11-01"),
            }],
        }),
        AnswerResult::Obligations([(text("OB1"), text("met"))].into()),
    ];
    let answers = results.map(|result| {
        Entry::Answer(LoggedAnswer {
            made: date("2026-11-22"),
            as_of: date("2026-11-22"),
            seed: 2027,
            engine: engine(),
            desk: text("LMS"),
            inputs: Inputs {
                sha256: sha.clone(),
                tables: [(
                    text("offers"),
                    TableHash {
                        rows: 121,
                        sha256: sha.clone(),
                    },
                )]
                .into(),
            },
            packs: vec![PackUsed {
                kind: text("priority"),
                name: text("priority"),
                version: text("1.0.0"),
                sha256: sha.clone(),
            }],
            cases: vec![Case {
                facts: [
                    (text("focus_group"), Datum::Bool(true)),
                    (text("hours"), Datum::Number(Exact::new(12.5))),
                    (text("seats"), Datum::Int(12)),
                    (text("waiting"), Datum::Unknown),
                ]
                .into(),
                verdicts: vec![
                    said("focus_groups", Given::Bool(true)),
                    said(
                        "waiting",
                        Given::CannotTell {
                            missing: vec![text("waiting")],
                            could_be: vec![Given::Bool(false), Given::Bool(true)],
                            open: Some(text("calculated")),
                        },
                    ),
                ],
            }],
            subjects: vec![Subject {
                ids: vec![text("W27-01")],
                case: 0,
            }],
            result,
        })
    });
    let pack = Entry::Pack(PackText {
        name: text("priority"),
        version: text("1.0.0"),
        sha256: sha.clone(),
        files: [(text("pack.toml"), text("name = \"priority\"\n…"))].into(),
    });
    let decision = Entry::Decision(Decision {
        of: sha.clone(),
        run: text("W27-01"),
        proposed: true,
        outcome: DecisionOutcome::Refused,
        by: text("lms-leder"),
        on: date("2026-12-01"),
        reason: Some(text("the course leader is away")),
    });
    [pack]
        .into_iter()
        .chain(answers)
        .chain([decision])
        .collect()
}

/// The page.
pub(super) fn page() -> String {
    let mut out = format!(
        "{}\n# The decision log\n\n\
         A text file of lines of JSON (JSON Lines), to which lines are only added. The guide \
         [decision-log](../guides/decision-log.md) says what it is for.\n\n\
         - A line names the one before by its hash. That finds what was changed, lost or moved by \
         accident, but not that lines were cut off the end: for that, keep the number and hash of the last \
         entry elsewhere. It is no signature: who can write the file can write it anew.\n\
         - A pack's text stands in the log once, before the first answer that it gave, so that a replay \
         needs neither the desk nor the pack's folder.\n\
         - A log holds no persons: runs, offers and obligations go by their ids, who decided by the id of \
         a role. A line with a national number is not written (X129).\n\
         - A line that ends in the middle is named (X126), and the next one stands on a line of its own.\n\
         - The hash of what was read is of each table's cells in the one way of writing that the model has \
         for each value. It is the same whatever the order of rows (but for `topics`, `leaders`, `verdicts` \
         and `facts`, where the order says something), the language of headings and words, and whether the \
         desk was a folder or a workbook.\n\
         - A replay gives facts, verdicts, order and status again, bit by bit. Sessions, rooms and leaders \
         need the desk: `--on DESK`.\n",
        super::NOTE
    );
    for (object, keys) in KEYS {
        let _ = write!(out, "\n## {object}\n\n| key | what it says |\n|---|---|\n");
        for (key, meaning) in *keys {
            let _ = writeln!(out, "| `{key}` | {meaning} |");
        }
    }
    out.push_str(
        "\n## What is wrong with a line\n\n| code | what it means | what to do |\n|---|---|---|\n",
    );
    let codes = mestring::codes::CODES.iter();
    for (code, meaning, remedy) in codes.filter(|(code, ..)| code.starts_with('X')) {
        let _ = writeln!(out, "| {code} | {meaning} | {remedy} |");
    }
    out.push_str("\n## An entry of each kind\n\nMade up, each on one line in a log.\n");
    let mut log = Reader::default();
    for entry in sample() {
        let line = log.seal(entry).unwrap_or_default();
        let value: serde_json::Value = serde_json::from_str(&line).unwrap_or_default();
        let pretty = serde_json::to_string_pretty(&value).unwrap_or_default();
        let _ = write!(out, "\n```json\n{pretty}\n```\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;

    /// The keys of an object and of what stands in it; what is named by ids, facts, tables or files is
    /// no key.
    fn keys(value: &Value, named: bool, all: &mut BTreeSet<String>) {
        const NAMED: [&str; 7] = [
            "files",
            "tables",
            "facts",
            "assumed",
            "by_relation",
            "by_action",
            "obligations",
        ];
        match value {
            Value::Object(own) => {
                for (key, value) in own {
                    if !named {
                        all.insert(key.clone());
                    }
                    keys(value, NAMED.contains(&key.as_str()), all);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| keys(item, false, all)),
            _ => {}
        }
    }

    #[test]
    fn every_key_of_an_entry_has_its_meaning_and_no_other_has() {
        let mut found = BTreeSet::new();
        let mut log = Reader::default();
        for entry in sample() {
            let line = log.seal(entry).unwrap();
            keys(&serde_json::from_str(&line).unwrap(), false, &mut found);
        }
        let told = KEYS.iter().flat_map(|(_, keys)| keys.iter());
        let told: BTreeSet<String> = told.map(|(key, _)| (*key).to_owned()).collect();
        assert!(found.len() > 40, "only {} keys were found", found.len());
        assert_eq!(found, told);
    }
}
