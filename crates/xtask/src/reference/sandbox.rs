//! The page about what rules can never do; the tests of the rules engine run every line of it.

use std::fmt::Write;

use mestring_rules::promise::{Ends, Try, promises};

/// The page, below its note.
pub fn page(note: &str) -> String {
    let mut out = format!(
        "{note}\n# What a rule can never do\n\n\
         Rules are text that somebody writes and somebody else runs, often on another machine and \
         about real people's places. So they run in a sandbox: first the words that could build code, \
         print or reach files are refused while the text is parsed; then a walk over the parsed text \
         lets through only what is on its lists, and refuses the rest with its place; and whatever \
         still runs does so without clock, files or output, under limits that are counted in operations \
         and sizes, never in seconds, so that the same rule stops at the same place on every machine.\n\n\
         Every line below is run by the tests, about a run of six sessions of which nothing else is \
         known. `mestring rules explain-code R102` explains a code.\n"
    );
    let mut about = "";
    for promise in promises() {
        if promise.about != about {
            about = promise.about;
            let _ = write!(out, "\n## {about}\n");
        }
        let _ = write!(
            out,
            "\n{}\n\n| tried | comes to |\n|---|---|\n",
            promise.text
        );
        for own in &promise.tries {
            let _ = writeln!(out, "| {} | {} |", tried(own), comes_to(own.ends));
        }
    }
    out + HOST
}

fn tried(own: &Try) -> String {
    match &own.shown {
        Some(shown) => shown.clone(),
        None => format!("`{}`", own.text.replace('|', "\\|")),
    }
}

fn comes_to(ends: Ends) -> String {
    match ends {
        Ends::Refused(code) => format!("refused by the check, [{code}](rule-codes.md)"),
        Ends::Stopped => "stopped while it runs, R301: an error and no answer".to_owned(),
        Ends::Answers(answer) => format!("answers {answer}"),
    }
}

/// What no script can try.
const HOST: &str = "
## What the host does

- It builds against a script engine whose guards are on. Cargo unites the features of a crate over a
  whole program, so another library can take one away; the first use of a rule looks for that and
  ends in R306, which names the feature and how to find who turns it on. Nothing runs unguarded.
- It shows what `Pack::load` and `check` return. A pack with an error in it does not load.
- It bounds what it reads before it hands it over: a pack is a map of texts in memory, and the limits
  above are those of each file, not of how many there are.
- It bounds how many records it asks about. The costs of one answer are bounded as above; a thousand
  records cost a thousand answers.

## What is not promised

- Rules written in Rust or Python (plugins) are not in the sandbox. They are code of the host, can do
  whatever the host can, and are trusted as it is. Their reports and traces say that they are plugins.
- No time in seconds. The limits are on operations; how long these take is the machine's matter.
- A rule that is let through can still be wrong. What it decides is for its cases, for
  `mestring rules test` and for the people who read its reasons.

A fuzz target (`hostile` in `crates/mestring-fuzz`) puts scripts together that mean harm, and a test
runs those that are known in a process of its own with a limit on its memory.
";
