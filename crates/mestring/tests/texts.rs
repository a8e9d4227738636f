//! Every text that is declared is used, and every id that code uses is declared.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use mestring_model::finding::{self, KeyProblem};

/// The contents of the files below a folder whose names end so.
#[expect(
    clippy::disallowed_methods,
    reason = "the test reads the code that uses the texts"
)]
fn read(folder: &Path, ending: &str) -> io::Result<Vec<String>> {
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.to_string_lossy().into_owned();
        if path.is_dir() {
            texts.extend(read(&path, ending)?);
        } else if name.ends_with(ending) && !name.ends_with("tests.rs") {
            texts.push(std::fs::read_to_string(&path)?);
        }
    }
    Ok(texts)
}

/// The texts in quotation marks of code that look like ids of a topic. Comments and tests are left
/// out.
fn ids_in(code: &str, topics: &BTreeSet<&str>) -> BTreeSet<String> {
    let code = code
        .split("\n#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    // A quotation mark that is itself a letter opens no text.
    let code = code.replace("'\"'", "").replace("\\\"", "");
    let parts = code.split('"').skip(1).step_by(2);
    parts
        .filter(|text| {
            text.split_once('-')
                .is_some_and(|(topic, _)| topics.contains(topic))
        })
        .filter(|text| {
            text.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        })
        .map(str::to_owned)
        .collect()
}

#[test]
fn ids_are_found_in_code_and_not_beside_it() {
    let code = "/// \"plan-doc\"\nlet a = say(\"plan-a\"); let b = '\"'; say(\"plan-b\", \"plan b\")\n\
                #[cfg(test)]\nmod tests { \"plan-c\" }";
    let found = ids_in(code, &BTreeSet::from(["plan"]));
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["plan-a", "plan-b"]);
}

/// The problems of which several become one line.
fn grouped() -> impl Iterator<Item = &'static str> {
    let names = KeyProblem::DECLARED.iter().map(|own| own.name);
    names
        .filter(|name| name.starts_with("no-") || name.ends_with("-read") || name.ends_with("-out"))
}

#[test]
fn every_text_is_used_and_every_id_that_is_used_is_declared() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = read(&here.join("locales/en"), ".ftl").unwrap();
    let lines = files.iter().flat_map(|text| text.lines());
    let declared: BTreeSet<String> = lines
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
        .collect();
    assert!(
        declared.len() > 100,
        "only {} texts were looked at",
        declared.len()
    );
    let topics: BTreeSet<&str> = declared
        .iter()
        .filter_map(|id| Some(id.split_once('-')?.0))
        .collect();

    let mut code = read(&here.join("src"), ".rs").unwrap();
    code.extend(read(&here.join("../mestring-cli/src"), ".rs").unwrap());
    assert!(code.len() > 40, "only {} files were looked at", code.len());
    let mut used: BTreeSet<String> = code.iter().flat_map(|code| ids_in(code, &topics)).collect();
    // The ids of problems are made of their declared names, and so are those of groups of them.
    used.extend(finding::declared().map(|own| format!("finding-{}", own.name)));
    used.extend(grouped().map(|name| format!("finding-group-{name}")));
    // Errors are named where they are said, without the topic that their ids begin with.
    let named: BTreeSet<&str> = code.iter().flat_map(|code| code.split('"')).collect();
    let of_error = |id: &&String| {
        let name = id.strip_prefix("error-");
        name.is_some_and(|name| named.contains(name))
    };
    let said: Vec<String> = declared.iter().filter(of_error).cloned().collect();
    assert!(said.len() > 60, "only {} texts of errors", said.len());
    used.extend(said);
    // What a run lacks is written in a log as a word, which is part of its text's id.
    let lacks = declared.iter().filter(|id| id.starts_with("log-lack-"));
    let lacks: Vec<String> = lacks
        .filter(|id| {
            let word = id.replacen("log-lack-", "", 1).replace('-', "_");
            let written = |text: &&str| text.split(':').next() == Some(&word);
            named.iter().any(written)
        })
        .cloned()
        .collect();
    assert!(lacks.len() > 5, "only {} texts of lacks", lacks.len());
    used.extend(lacks);
    // Faults and errors of rules are declared in the judge, each with the name of its texts.
    let judge = read(&here.join("../mestring-rules/src"), ".rs").unwrap();
    let faults: BTreeSet<&str> = judge.iter().flat_map(|code| code.split('"')).collect();
    let of_fault = |id: &&String| {
        let Some(name) = id.strip_prefix("rules-") else {
            return false;
        };
        let help = name.strip_suffix("-help");
        faults.contains(name) || help.is_some_and(|name| faults.contains(name))
    };
    let said: Vec<String> = declared.iter().filter(of_fault).cloned().collect();
    assert!(said.len() > 100, "only {} texts of faults", said.len());
    used.extend(said);
    assert!(used.len() > 100, "only {} ids were found", used.len());

    let missing: Vec<_> = used.difference(&declared).collect();
    assert!(missing.is_empty(), "used, but not declared: {missing:?}");
    let unused: Vec<_> = declared.difference(&used).collect();
    assert!(unused.is_empty(), "declared, but not used: {unused:?}");
}
