//! The guides, followed as a reader follows them: every command is run, from an empty folder, every
//! file is changed as the text says, and every answer is as it stands there.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and this one works in a folder of its own"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

/// What a reader does in one step.
#[derive(Debug, PartialEq)]
enum Step {
    /// Gives a command, and reads these lines.
    Ask {
        command: String,
        answer: Vec<String>,
        exit: i32,
    },
    /// Copies a folder.
    Copy { from: String, to: String },
    /// Changes one place of a file.
    Change {
        file: String,
        before: String,
        after: String,
    },
    /// Makes a file.
    Make { file: String, text: String },
}

/// The words that say what to do with the files named in backticks.
struct Words {
    copy: &'static str,
    change: &'static str,
    to: &'static str,
    make: &'static str,
}

const ENGLISH: Words = Words {
    copy: "Copy the folder",
    change: ", change",
    to: "to",
    make: "Make the file",
};
const BOKMAAL: Words = Words {
    copy: "Kopier mappen",
    change: ", endre",
    to: "til",
    make: "Lag filen",
};

/// The names that are written in the reader's own language, in bokmål and English.
const OWN_NAMES: [(&str, &str); 5] = [
    (" --lang nb", ""),
    ("mitt-senter", "my-centre"),
    ("ny-prioritering", "new-priority"),
    (
        "kommunen låner oss et rom",
        "the municipality lends us a room",
    ),
    ("brukere_medvirker", "users_take_part"),
];

/// The texts in backticks.
fn quoted(text: &str) -> Vec<String> {
    let parts = text.split('`').skip(1).step_by(2);
    parts.map(str::to_owned).collect()
}

/// A part of a guide.
enum Part {
    Paragraph(String),
    Box { info: String, lines: Vec<String> },
}

fn parts(guide: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        let info = line.strip_prefix("```");
        if (line.is_empty() || info.is_some()) && !paragraph.is_empty() {
            parts.push(Part::Paragraph(paragraph.join(" ")));
            paragraph.clear();
        }
        if let Some(info) = info {
            let inside = lines.by_ref().take_while(|line| *line != "```");
            let lines = inside.map(str::to_owned).collect();
            let info = info.to_owned();
            parts.push(Part::Box { info, lines });
        } else if !line.is_empty() {
            paragraph.push(line);
        }
    }
    parts
}

/// Reads a guide. What a box is for stands in the paragraph above it; the second half of a change
/// stands below a paragraph that says "to" alone.
fn steps(guide: &str, words: &Words) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut said = String::new();
    let mut before: Option<(String, String)> = None;
    for part in parts(guide) {
        let (info, lines) = match part {
            Part::Paragraph(text) => {
                if let Some((_, rest)) = text.split_once(words.copy) {
                    let mut folders = quoted(rest).into_iter();
                    let (from, to) = (folders.next().unwrap(), folders.next().unwrap());
                    steps.push(Step::Copy { from, to });
                }
                said = text;
                continue;
            }
            Part::Box { info, lines } => (info, lines),
        };
        let said = std::mem::take(&mut said);
        let file = || quoted(&said).pop().unwrap();
        let text = lines.join("\n");
        if let Some(exit) = info.strip_prefix("console") {
            let exit = exit
                .strip_prefix(" exit ")
                .map_or(0, |exit| exit.parse().unwrap());
            let (command, answer) = lines.split_first().unwrap();
            steps.push(Step::Ask {
                command: command.strip_prefix("$ ").unwrap().to_owned(),
                answer: answer.to_vec(),
                exit,
            });
        } else if let Some((file, before)) = before.take() {
            assert_eq!(said, words.to, "what to change it to: {text}");
            let after = text;
            steps.push(Step::Change {
                file,
                before,
                after,
            });
        } else if said.ends_with(words.change) {
            before = Some((file(), text));
        } else if said.contains(words.make) {
            let (file, text) = (file(), text + "\n");
            steps.push(Step::Make { file, text });
        } else {
            panic!("a box that the text says nothing about: {said}\n{text}");
        }
    }
    assert_eq!(before, None, "a change without its second half");
    steps
}

/// True where lines are as a guide shows them: `...` stands for any lines, and at the end of a line
/// for the rest of it.
fn is_shown(lines: &[&str], shown: &[String]) -> bool {
    let Some((first, rest)) = shown.split_first() else {
        return lines.is_empty();
    };
    if first == "..." {
        return (0..=lines.len()).any(|skip| {
            let left = lines.get(skip..).unwrap_or_default();
            is_shown(left, rest)
        });
    }
    let Some((line, left)) = lines.split_first() else {
        return false;
    };
    let same = match first.strip_suffix(" ...") {
        Some(start) => line.starts_with(start),
        None => line == first,
    };
    same && is_shown(left, rest)
}

/// A folder of a test's own, which is removed when the test is done.
struct Own(PathBuf);

impl Drop for Own {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Follows a guide; the commands that were given, and how many files were changed or made.
fn follow(name: &str, words: &Words) -> (Vec<String>, usize) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let guide = std::fs::read_to_string(root.join("docs/guides").join(name)).unwrap();
    let own = format!("mestring-guide-{name}-{}", std::process::id());
    let own = Own(std::env::temp_dir().join(own));
    let _ = std::fs::remove_dir_all(&own.0);
    std::fs::create_dir_all(&own.0).unwrap();
    let mut commands = Vec::new();
    let mut changes = 0;
    for step in steps(&guide, words) {
        match step {
            Step::Ask {
                command,
                answer,
                exit,
            } => {
                ask(&own.0, &command, &answer, exit);
                commands.push(command);
            }
            Step::Copy { from, to } => {
                std::fs::create_dir(own.0.join(&to)).unwrap();
                for entry in std::fs::read_dir(own.0.join(&from)).unwrap() {
                    let entry = entry.unwrap();
                    std::fs::copy(entry.path(), own.0.join(&to).join(entry.file_name())).unwrap();
                }
            }
            Step::Change {
                file,
                before,
                after,
            } => {
                let path = own.0.join(&file);
                let text = std::fs::read_to_string(&path).unwrap();
                // Whole lines, since that is what a reader looks for.
                let (lines, before) = (format!("\n{text}"), format!("\n{before}\n"));
                assert_eq!(lines.matches(&before).count(), 1, "in {file}:{before}");
                let changed = lines.replacen(&before, &format!("\n{after}\n"), 1);
                std::fs::write(&path, changed.trim_start_matches('\n')).unwrap();
                changes += 1;
            }
            Step::Make { file, text } => {
                let path = own.0.join(&file);
                assert!(!path.exists(), "{file} is there already");
                std::fs::write(&path, text).unwrap();
                changes += 1;
            }
        }
    }
    (commands, changes)
}

/// The words of a command, as a shell takes them: what stands in quotation marks is one.
fn words(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate();
    parts
        .flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

/// Gives a command and compares all that it says, results before findings, as they come to a
/// terminal.
fn ask(folder: &Path, command: &str, answer: &[String], exit: i32) {
    let words = words(command);
    let mut words = words.iter().map(String::as_str);
    assert_eq!(words.next(), Some("mestring"), "{command}");
    let done = Command::new(env!("CARGO_BIN_EXE_mestring"))
        .args(words)
        .current_dir(folder)
        .output()
        .unwrap();
    let said = [done.stdout, done.stderr].concat();
    let said = String::from_utf8(said).unwrap();
    assert_eq!(done.status.code(), Some(exit), "{command}\n{said}");
    let lines: Vec<&str> = said.lines().collect();
    let shows = answer.iter().filter(|line| *line != "...").count();
    assert!(
        shows > 0,
        "{command}: the guide shows nothing of its answer"
    );
    assert!(
        is_shown(&lines, answer),
        "{command}\nthe guide shows\n{}\nit says\n{said}",
        answer.join("\n")
    );
}

/// Text of the guide in bokmål with the names of the guide in English.
fn own_names(text: &str) -> String {
    OWN_NAMES
        .iter()
        .fold(text.to_owned(), |all, (nb, en)| all.replace(nb, en))
}

/// Follows a guide in both languages, with at least so many commands and changes.
fn check(name: &str, least_commands: usize, least_changes: usize) {
    let (english, changes) = follow(&format!("{name}.md"), &ENGLISH);
    let (bokmaal, as_many) = follow(&format!("{name}.nb.md"), &BOKMAAL);
    assert!(
        english.len() >= least_commands,
        "only {} commands",
        english.len()
    );
    assert!(changes >= least_changes, "only {changes} changes");
    assert_eq!(as_many, changes, "both languages change the same files");
    let translated: Vec<String> = bokmaal.iter().map(|own| own_names(own)).collect();
    assert_eq!(translated, english, "both languages give the same commands");
    assert!(
        bokmaal.iter().all(|command| command.contains("--lang nb")),
        "{bokmaal:?}"
    );
}

#[test]
fn every_step_of_the_guide_to_changing_a_rule_does_what_it_says_in_both_languages() {
    check("change-a-rule", 10, 10);
}

#[test]
fn every_step_of_the_guide_to_the_decision_log_does_what_it_says_in_both_languages() {
    check("decision-log", 8, 2);
}

#[test]
fn both_languages_have_the_same_steps() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guides");
    let read = |name: &str, words| {
        let guide = std::fs::read_to_string(root.join(name)).unwrap();
        let headings = guide.lines().filter(|line| line.starts_with("## ")).count();
        let kinds: Vec<String> = steps(&guide, words)
            .iter()
            .map(|step| match step {
                Step::Ask { exit, .. } => format!("ask {exit}"),
                Step::Copy { from, to } => own_names(&format!("copy {from} {to}")),
                Step::Change { file, .. } => own_names(&format!("change {file}")),
                Step::Make { file, .. } => own_names(&format!("make {file}")),
            })
            .collect();
        (headings, kinds)
    };
    for (name, least) in [("change-a-rule", 20), ("decision-log", 11)] {
        let english = read(&format!("{name}.md"), &ENGLISH);
        assert_eq!(read(&format!("{name}.nb.md"), &BOKMAAL), english);
        assert!(english.1.len() >= least, "only {} steps", english.1.len());
    }
}

#[test]
fn the_guide_to_editors_names_the_same_files_and_keys_in_both_languages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guides");
    let named = |name: &str| {
        let guide = std::fs::read_to_string(root.join(name)).unwrap();
        let mut named = quoted(&guide);
        named.sort();
        named
    };
    let english = named("rules-in-an-editor.md");
    assert!(english.len() > 20, "only {} names", english.len());
    assert_eq!(named("rules-in-an-editor.nb.md"), english);
}

#[test]
fn dots_stand_for_lines_and_for_the_end_of_a_line() {
    let lines = ["a", "b one", "c", "d"];
    let shown = |text: &str| -> Vec<String> { text.lines().map(str::to_owned).collect() };
    for (text, expected) in [
        ("a\n...\nd", true),
        ("...\nb ...\nc\n...", true),
        ("a\nb one\nc\nd", true),
        ("a\nb one\nc\nd\n...", true),
        ("a\n...\nc", false),
        ("b ...\n...", false),
        ("...\nc\nb one\n...", false),
        ("", false),
    ] {
        assert_eq!(is_shown(&lines, &shown(text)), expected, "{text}");
    }
}
