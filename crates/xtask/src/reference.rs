//! The pages of docs/reference, and the files for editors in rules/editor, that are written from
//! declarations: `cargo xtask reference` writes them, and a test says when one is behind.

mod editor;
mod log;
mod rules;
mod sandbox;
mod schema;
mod tables;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use mestring::decide::compare::gate;
use mestring_model::facts::{Agreement, FactDecl, Judged};
use mestring_model::{Lang, Severity, finding};
use mestring_rules::explain::{Shows, explanations};
use mestring_rules::{behaviour, diagnostic};

/// A page: its path from the root, and what writes it.
type Page = (&'static str, fn() -> String);

/// The pages.
pub const PAGES: [Page; 18] = [
    ("docs/reference/decision-log.md", log::page),
    ("docs/reference/desk-folder.md", tables::desk_folder),
    ("docs/reference/facts.md", facts),
    ("docs/reference/findings.md", findings),
    ("docs/reference/gate.md", gate),
    ("docs/reference/person-store.md", tables::person_store),
    ("docs/reference/rule-codes.md", rule_codes),
    ("docs/reference/rules.md", rules::page),
    ("docs/reference/sandbox.md", || sandbox::page(NOTE)),
    ("docs/reference/unknown.md", unknown),
    ("rules/editor/run.d.rhai", || editor::record(Judged::Run)),
    ("rules/editor/pair.d.rhai", || editor::record(Judged::Pair)),
    ("rules/editor/obligation.d.rhai", || {
        editor::record(Judged::Obligation)
    }),
    ("rules/editor/person.d.rhai", || {
        editor::record(Judged::Person)
    }),
    ("rules/editor/choice.d.rhai", || {
        editor::record(Judged::Choice)
    }),
    ("rules/editor/functions.d.rhai", editor::functions),
    ("rules/editor/pack.schema.json", schema::pack),
    ("rules/editor/cases.schema.json", schema::cases),
];

const NOTE: &str =
    "<!-- Written by `cargo xtask reference` from the declarations; do not edit. -->\n";

/// Writes every page below the root.
///
/// # Errors
/// The system's reason, with the path.
#[expect(
    clippy::disallowed_methods,
    reason = "this task writes documents into the tree"
)]
pub fn write(root: &Path) -> Result<(), String> {
    for (path, page) in PAGES {
        let full = root.join(path);
        let failed = |error: std::io::Error| format!("cannot write {path}: {error}");
        if let Some(folder) = full.parent() {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        std::fs::write(&full, page()).map_err(failed)?;
    }
    Ok(())
}

/// The units that facts have.
fn units() -> Vec<&'static str> {
    let facts = Judged::ALL.into_iter().flat_map(Judged::facts);
    let units: BTreeSet<&str> = facts.filter_map(|fact| fact.unit).collect();
    units.into_iter().collect()
}

fn facts() -> String {
    let mut out = format!(
        "{NOTE}\n# The facts that a rule may read\n\n\
         A script reads a fact as `run.sessions`. Reading one that is not known stops the script with \
         \"cannot tell\"; `known(run.sessions)` asks, and `run.sessions ?? 6` assumes, which the \
         verdict then says.\n"
    );
    for judged in Judged::ALL {
        let _ = write!(
            out,
            "\n## `{judged}`\n\n| fact | type | bokmål | nynorsk | meaning |\n|---|---|---|---|---|\n"
        );
        for fact in judged.facts() {
            let _ = writeln!(
                out,
                "| `{}` | {} | {} | {} | {} |",
                fact.name,
                fact_type(fact),
                fact.nb,
                fact.nn,
                fact.meaning
            );
        }
        let together = judged.agreements();
        if !together.is_empty() {
            out.push_str(
                "\nHang together, so that no record is made up for an explanation that contradicts \
                 itself:\n\n",
            );
        }
        for own in together {
            let _ = writeln!(out, "- {}", agreement(own));
        }
    }
    out
}

fn agreement(own: &Agreement) -> String {
    match own {
        Agreement::Detail {
            count,
            detail,
            always,
        } => {
            let known = if *always { ", and otherwise it is" } else { "" };
            format!("`{detail}` is not known where `{count}` is 0{known}.")
        }
        Agreement::Among { part, whole } => format!("`{part}` is never above `{whole}`."),
        Agreement::Determines { by, facts } => {
            let facts: Vec<String> = facts.iter().map(|own| format!("`{own}`")).collect();
            let follows = if facts.len() > 1 { "follow" } else { "follows" };
            format!("{} {follows} from `{by}`.", facts.join(" and "))
        }
    }
}

fn fact_type(fact: &FactDecl) -> String {
    let words: Vec<String> = fact
        .kind
        .words()
        .iter()
        .map(|word| format!("`\"{}\"`", word.code))
        .collect();
    let unit = fact
        .unit
        .map(|unit| format!(" ({unit})"))
        .unwrap_or_default();
    if words.is_empty() {
        format!("{}{unit}", fact.kind.name())
    } else {
        format!("{}: {}", fact.kind.name(), words.join(", "))
    }
}

fn findings() -> String {
    let mut out = format!(
        "{NOTE}\n# Codes of findings and errors\n\n\
         A finding is something wrong or worth knowing about the data: the result stands beside it. \
         An error means that there is no result. A code never gets a second meaning; several things \
         that can be wrong may share one. `{{…}}` stands for what the message names. Both are \
         printed in the language of `--lang`, but for what the system or a library says, and for \
         arguments that are not understood, which is English.\n"
    );
    for (letter, title, about) in SECTIONS {
        let _ = write!(
            out,
            "\n## `{letter}`: {title}\n\n{about}\n\n\
             | code | severity | meaning | found | what would be right |\n|---|---|---|---|---|\n"
        );
        for row in codes().iter().filter(|row| row.code.starts_with(letter)) {
            let cells = [row.severity.code(), &row.meaning, &row.found, &row.remedy];
            let cells = cells.map(|cell| cell.replace('|', "\\|"));
            let _ = writeln!(out, "| {} | {} |", row.code, cells.join(" | "));
        }
    }
    out
}

/// The letters that codes begin with, with what each is about.
const SECTIONS: [(&str, &str, &str); 6] = [
    (
        "D",
        "the desk's data",
        "Findings about the rows of a desk, and about `desk.toml`.",
    ),
    (
        "X",
        "files",
        "`X0` is about a file that cannot be read or written: a finding where the other tables of a \
         desk can be read, an error otherwise. `X1` is about a file that was read.",
    ),
    (
        "C",
        "questions and the command",
        "Errors and findings of a question, and of what the command was asked to do.",
    ),
    (
        "R",
        "rules",
        "What `mestring rules check` and `mestring rules test` say about a pack, and why a rule did \
         not answer (`R3`).",
    ),
    (
        "A",
        "people in runs",
        "Errors of people, runs and choices that are to be assigned.",
    ),
    (
        "F",
        "frames",
        "Errors of frames in Python and of Arrow in Rust.",
    ),
];

/// One line of the list of codes.
struct CodeRow {
    code: &'static str,
    severity: Severity,
    meaning: String,
    found: String,
    remedy: String,
}

/// Every code of the product, by code; those of findings once for each thing that can be wrong.
fn codes() -> Vec<CodeRow> {
    let mut rows: Vec<CodeRow> = Vec::new();
    for (code, meaning) in finding::CODES {
        let own = finding::declared().filter(|own| own.code == *code);
        rows.extend(own.map(|own| {
            let remedy = match own.without {
                Some(without) => format!("{}; else: {without}", own.remedy),
                None => own.remedy.to_owned(),
            };
            CodeRow {
                code,
                severity: own.severity,
                meaning: (*meaning).to_owned(),
                found: own.found.to_owned(),
                remedy,
            }
        }));
    }
    let errors = [
        mestring_exchange::code::CODES,
        mestring::codes::CODES,
        mestring_cli::CODES,
    ];
    for (code, meaning, remedy) in errors.into_iter().flatten() {
        if rows.iter().all(|row| row.code != *code) {
            rows.push(CodeRow {
                code,
                severity: Severity::Error,
                meaning: (*meaning).to_owned(),
                found: String::new(),
                remedy: (*remedy).to_owned(),
            });
        }
    }
    rows.extend(diagnostic::CODES.iter().map(|own| CodeRow {
        code: own.id,
        severity: own.severity,
        meaning: sentence(own.meaning),
        found: String::new(),
        remedy: "[rule-codes.md](rule-codes.md) shows a wrong example and the right one".to_owned(),
    }));
    // Stable, so that what shares a code stays in the order of its declarations.
    rows.sort_by_key(|row| row.code);
    rows
}

/// A sentence as part of a list: a small first letter, unless it is a name, and no full stop.
fn sentence(text: &str) -> String {
    let text = text.strip_suffix('.').unwrap_or(text);
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// What rules answer where facts are missing; the tests of the rules engine run the table.
fn unknown() -> String {
    let mut out = format!(
        "{NOTE}\n# What a rule answers where facts are missing\n\n\
         A fact that nobody knows is never a value. A rule that reads one stops there, and is asked \
         again for every value that the fact can have: where all give the same answer, that is the \
         answer, and the fact made no difference. Otherwise the rule cannot tell, and says what is \
         missing and what the answer could be. [Decision 0004](../decisions/0004-completions.md) says \
         which values stand for all.\n\n\
         The rules below were asked about a run with six sessions and a referral, of which nothing \
         else is known; the parameter `least` is 4. Why an answer stays open: `calculated`, the rule \
         calculates with a missing number or answers it as it stands; `free_text`, it may be any text; \
         `too_many`, there are more than 256 ways to fill in what is missing; `stops`, for some value \
         the rule ends in an error; `not_asked`, the rule is no script.\n"
    );
    let mut about = "";
    for row in behaviour::TABLE {
        if row.about != about {
            about = row.about;
            let _ = write!(out, "\n## {about}\n\n| rule | answer |\n|---|---|\n");
        }
        let script = row.script.replace('|', "\\|");
        let _ = writeln!(out, "| `{script}` | {} |", row.answer);
    }
    out
}

fn gate() -> String {
    let mut out = format!(
        "{NOTE}\n# The gate: what new rules must not do\n\n\
         `mestring rules diff OLD NEW --on DESK --forbid \"established loses place\"` ends with exit \
         code 1 where the new rules do what a phrase forbids, and names what breaks it: runs, offers \
         or obligations. `--forbid` may be repeated. A phrase that is not understood ends with exit \
         code 2 (C031).\n\n\
         **Nothing looked at is not passed.** A gate about established courses on a desk without one, \
         or about relations where no packs of relations were compared, guards nothing: it says \
         \"looked at 0 runs\", and the exit code is 1. Where no packs of priority were compared, \
         nobody can tell whether the name of a criterion is right.\n\n\
         **What cannot be told counts.** A run of which nobody can tell whether it meets a criterion \
         is looked at as if it did, and so are seats that nobody states; what breaks the gate for \
         that reason alone is marked \"cannot be told for sure\" (`\"sure\": false` in JSON).\n\n\
         Phrases are English whatever the language of the result, in any case.\n\n\
         ## Phrases\n\n| phrase | looks at | broken where |\n|---|---|---|\n"
    );
    for form in gate::FORMS {
        let looks_at = form.looks_at.code();
        let _ = writeln!(out, "| `{}` | {looks_at} | {} |", form.phrase, form.broken);
    }
    out.push_str(
        "\n## X\n\nNAME is an id or a name in any language. `not stated` and `unknown` are groups \
         too, and `everyone` is a municipality: offers for the whole country. Where only one thing \
         has the name, NAME alone will do; an organisation or unit is then a partner.\n\n\
         | X | which runs |\n|---|---|\n",
    );
    for (subject, meaning) in gate::SUBJECTS {
        let _ = writeln!(out, "| `{subject}` | {meaning} |");
    }
    out
}

fn rule_codes() -> String {
    let mut out = format!(
        "{NOTE}\n# What the check of rules says\n\n\
         `mestring rules check PACK_DIR` reads every script before it runs, against the facts, words, \
         parameters and functions that there are, and follows what is known on each way through it. \
         Each thing it says has a code, which never gets a second meaning; `mestring rules \
         explain-code R103` prints what stands here, in three languages.\n\n\
         An *error* keeps a pack from being used, a *warning* is probably a mistake, and a *note* is \
         advice.\n"
    );
    for own in explanations() {
        let code = own.code;
        let _ = write!(
            out,
            "\n## {} ({}): {}\n\n{}\n",
            code.id,
            code.severity.code(),
            code.meaning.trim_end_matches('.'),
            own.text(Lang::En)
        );
        let Some(example) = own.example else {
            continue;
        };
        let language = match example.shows {
            Shows::Script(_) | Shows::Whole | Shows::Running(_) => "rhai",
            Shows::Manifest | Shows::Cases => "toml",
        };
        for (title, text) in [("Wrong", example.wrong), ("Right", example.right)] {
            let text = text.trim_end();
            if text.is_empty() {
                let _ = write!(out, "\n{title}: an empty file.\n");
            } else {
                let _ = write!(out, "\n{title}:\n```{language}\n{text}\n```\n");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "the test reads the tree's documents"
    )]
    fn every_page_is_as_the_declarations_say() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut seen = 0;
        for (path, page) in PAGES {
            let written = std::fs::read_to_string(root.join(path)).unwrap_or_default();
            assert!(
                written == page(),
                "{path} is behind: run `cargo xtask reference`"
            );
            seen += page().lines().count();
        }
        assert!(seen > 300, "only {seen} lines were compared");
    }

    /// The codes that stand in texts of code: `"X001"`, `"C013: …"`.
    fn codes_in(code: &str) -> BTreeSet<String> {
        let texts = code.split('"').skip(1);
        let starts = texts.filter_map(|text| {
            let (code, rest) = text.split_at_checked(4)?;
            let mut letters = code.chars();
            let is_code = letters.next()?.is_ascii_uppercase()
                && letters.all(|letter| letter.is_ascii_digit())
                && (rest.is_empty() || rest.starts_with(": "));
            is_code.then(|| code.to_owned())
        });
        starts.collect()
    }

    #[test]
    fn codes_are_found_in_texts_and_not_beside_them() {
        let code = "a => \"X001\", X002, \"C013: `{path}`\", \"R1234\", \"D0\", \"æøå\"";
        let found: Vec<_> = codes_in(code).into_iter().collect();
        assert_eq!(found, ["C013", "X001"]);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test reads the tree's code")]
    fn every_code_of_the_source_is_listed_and_every_listed_code_is_in_the_source() {
        fn read(folder: &Path, all: &mut Vec<String>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                // The lists of codes alone would make every code one that is used.
                let list = path.ends_with("codes.rs") || path.ends_with("code.rs");
                if path.is_dir() {
                    read(&path, all);
                } else if path.extension().is_some_and(|own| own == "rs") && !list {
                    all.push(std::fs::read_to_string(&path).unwrap());
                }
            }
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut files = Vec::new();
        let crates = ["model", "data", "rules", "exchange", "cli"].map(|own| format!("-{own}"));
        for own in crates.iter().map(String::as_str).chain([""]) {
            read(&root.join(format!("crates/mestring{own}/src")), &mut files);
        }
        read(&root.join("bindings/python/src"), &mut files);
        assert!(
            files.len() > 150,
            "only {} files were looked at",
            files.len()
        );
        let used: BTreeSet<String> = files.iter().flat_map(|code| codes_in(code)).collect();
        let listed: BTreeSet<String> = codes().iter().map(|row| row.code.to_owned()).collect();
        assert!(listed.len() > 80, "only {} codes are listed", listed.len());
        let missing: Vec<_> = used.difference(&listed).collect();
        assert!(missing.is_empty(), "used, but not listed: {missing:?}");
        let unused: Vec<_> = listed.difference(&used).collect();
        assert!(unused.is_empty(), "listed, but not used: {unused:?}");
        let known = |code: &String| SECTIONS.iter().any(|(letter, ..)| code.starts_with(letter));
        assert!(listed.iter().all(known), "a code belongs to no section");
    }
}
